from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract, red_flags
from factcheck.extract.checkworthiness import NOT_CHECKABLE, parts, score, score_text
from factcheck.extract.checkworthiness_weights import WEIGHTS
from factcheck.intake import Metadata, read_text
from factcheck.model import Claim


def _claim(text: str) -> Claim:
    document = read_text(text, metadata=Metadata(published_on=date(2023, 5, 12)))
    return extract(document).claims[0]


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell from 6.1% to 4.2% in two years.",
        "The county lost 40,000 jobs last year, more than any other.",
        "He voted 14 times against the tax on oil companies.",
        "About 300 people died in the flood of 1987.",
        "The army destroyed a bridge near the border.",
        "Rents have doubled in five years.",
        "The agency spent $2m on furniture.",
    ],
)
def test_checkworthiness_is_high_for_facts_with_figures(text: str) -> None:
    assert score_text(text) > 0.6


@pytest.mark.parametrize(
    "text",
    [
        "I think that is wrong.",
        "I love this valley, and I hope you do too.",
        "Thank you, and good evening.",
        "Should we not be better than that?",
        "My father taught me to be honest.",
        "We will make this town great and strong.",
        "The new library is ugly.",
        "I'm heartbroken, and I'm angry.",
        "What a fantastic evening it has been!",
        "She is the best mayor this town ever had.",
        "In my opinion the film is far too long.",
        "Our hearts go out to the families.",
    ],
)
def test_checkworthiness_is_low_for_opinions_and_feelings(text: str) -> None:
    assert score_text(text) < NOT_CHECKABLE


@pytest.mark.parametrize(
    "text",
    [
        "He said he was delighted with the result.",
        "“It breaks my heart to see the valley like this,” he said.",
        "The minister called the plan ridiculous.",
        "“This is a shameful day for our country,” the senator said.",
        "Nobody likes to lose, he said.",
    ],
)
def test_checkworthiness_of_a_claim_is_low_for_what_is_felt_or_judged(text: str) -> None:
    assert _claim(text).check_worthiness < NOT_CHECKABLE


def test_checkworthiness_of_a_deed_is_that_of_the_deed() -> None:
    assert _claim("The senator voted against the bill in 2019.").check_worthiness > 0.6
    assert _claim("The senator wants a new bill in 2019.").check_worthiness < NOT_CHECKABLE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dam cost 40 coins.", "gives a number"),
        ("Families left.", "about many people"),
        ("My mother lived there.", "personal experience"),
        ("It will rain.", "about the future"),
        ("I think it is wrong.", "opinion"),
        ("Is it so?", "a question"),
        ("Rents rose 4%.", "a share or rate"),
        ("They are closing the mill.", "what is going on"),
        ("They didn't close it.", "what was not done"),
        ("The mill should be sold.", "what can or must be"),
        ("A report found leaks.", "points to a source"),
        ("Staff in Sallow were relieved.", "about a named body or place"),
        ("Staff in Sallow were relieved.", "a feeling"),
        ("It was absurd.", "a judgement in one word"),
    ],
)
def test_checkworthiness_parts_can_be_read(text: str, name: str) -> None:
    assert parts(text)[name] > 0


def test_checkworthiness_is_lower_for_a_belief_and_a_vague_amount() -> None:
    text = "Thousands of people will leave the valley."
    assert score(parts(text, attributed=True, belief=True)) < score(parts(text, attributed=True))
    vague = _claim("Dozens of people left the valley.")
    assert "vague" in vague.check_worthiness_parts


@given(st.text(max_size=200), st.booleans(), st.booleans())
def test_checkworthiness_is_a_score_of_weighted_parts(text: str, attributed: bool, belief: bool) -> None:
    made = parts(text, attributed=attributed, belief=belief)
    assert set(made) <= set(WEIGHTS)
    assert all(0 < value <= 1 for value in made.values())
    assert 0 <= score(made) <= 1


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("A senior official said Tuesday that 40 people had died.", "unnamed source"),
        ("Rents rose 4%.", "no base for a percentage"),
        ("The mill has 40 rooms.", "no date"),
        ("Up to 40 people may have died.", "hedged"),
        ("Dozens of people left.", "a vague amount"),
        ("One recent survey found that 40% of voters want a bridge.", "an unnamed study"),
    ],
)
def test_red_flags_name_what_is_suspicious(text: str, flag: str) -> None:
    assert flag in red_flags(_claim(text))


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("The mayor said on Monday that 300 jobs had gone.", "unnamed source"),
        ("The prime minister said on Monday that 300 jobs had gone.", "unnamed source"),
        ("On 3 May 2023, 31 people were hurt in Sallow.", "hedged"),
        ("The Harbour Institute found in March that 40% of its 1,200 members smoke.", "no base for a percentage"),
        ("In 2022 the firm made 300 buses.", "no date"),
        ("A survey by the Harbour Institute found in March that 40% of voters smoke.", "an unnamed study"),
    ],
)
def test_red_flags_are_not_raised_without_need(text: str, flag: str) -> None:
    assert flag not in red_flags(_claim(text))


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("The official said on Monday that 300 jobs had gone.", "unnamed source"),
        ("Two people familiar with the matter said the firm would cut 300 jobs.", "unnamed source"),
        ("One diplomat put the toll at 60.", "unnamed source"),
        ("Approval stands at 41 percent.", "no base for a percentage"),
        ("The firm reportedly paid $4m.", "hedged"),
        ("Some 40 are feared dead.", "hedged"),
        ("Studies show that 60% of crashes happen at night.", "an unnamed study"),
        ("New research found that 12% of drivers text.", "an unnamed study"),
        ("The fund holds £9bn.", "no date"),
    ],
)
def test_red_flags_are_raised(text: str, flag: str) -> None:
    assert flag in red_flags(_claim(text))


def test_red_flags_are_none_for_a_plain_claim() -> None:
    claim = _claim("Ola Brandt said on Tuesday that 40 people left the mill.")
    assert "unnamed source" not in red_flags(claim)
    assert red_flags(replace(claim, figures=())) == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("We've passed three budgets.", "what we did"),
        ("I never voted for that bill.", "what the speaker did"),
        ("Holt opposed the treaty.", "what somebody said or backed"),
        ("I'm proud of this town.", "the speaker's feeling"),
        ("It is the oldest bridge in the country.", "a superlative"),
        ("Wages are higher than they were.", "one beside another"),
        ("Unemployment is now at a low.", "how it is today"),
        ("It took four million.", "a large number"),
        ("We will hire 400 nurses.", "a number, future"),
    ],
)
def test_checkworthiness_parts_say_what_they_found(text: str, part: str) -> None:
    assert parts(text)[part] == 1.0


def test_checkworthiness_a_year_is_no_number() -> None:
    assert "gives a number" not in parts("It was in 1994.")
    assert "gives a number" in parts("It was in 1994, and it took 12 days.")
