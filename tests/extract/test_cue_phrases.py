from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions
from factcheck.extract.cue_phrases import widened
from factcheck.extract.frames import verb_drafts


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister went on to say that the dam was safe.", "went on to say"),
        ("The minister kept asking whether the dam was safe.", "kept asking"),
        ("The minister has repeatedly said that the dam is safe.", "has repeatedly said"),
        ("The minister said repeatedly that the dam was safe.", "said repeatedly"),
        ("The minister is likely to say that the dam is safe.", "is likely to say"),
        (
            "The union issued a statement this week saying that the dam was unsafe.",
            "issued a statement this week saying",
        ),
        ("The minister said in a statement that the dam was safe.", "said in a statement"),
        ("“The dam is safe,” the minister said with a smile.", "said with a smile"),
        ("The minister spoke to the paper about the dam.", "spoke to the paper about"),
        ("As the minister put it, the dam was safe.", "put it"),
        ("The minister's most recent claim that the dam is safe was wrong.", "most recent claim"),
    ],
)
def test_cue_phrases_hold_the_words_that_belong_to_the_cue(nlp: Any, text: str, cue: str) -> None:
    assert cue in [found.cue.text for found in attributions(nlp(text))]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister said on Tuesday that the dam was safe.", "said"),
        ("The minister told reporters that the dam was safe.", "told"),
        ("The minister said the dam was safe.", "said"),
        ("The minister filed a $40 million claim saying that the dam was unsafe.", "saying"),
        ("The minister said even experts trusted the dam.", "said"),
    ],
)
def test_cue_phrases_leave_out_days_listeners_figures_and_what_is_said(nlp: Any, text: str, cue: str) -> None:
    assert cue in [found.cue.text for found in attributions(nlp(text))]


def test_cue_phrases_keep_the_lemma_of_the_word_that_makes_the_attribution(nlp: Any) -> None:
    (found,) = attributions(nlp("The minister went on to say in a statement that the dam was safe."))
    assert (found.cue.text, found.cue.lemma, found.via) == ("went on to say in a statement", "say", "in a statement")


def test_cue_phrases_run_over_nothing_that_is_taken(nlp: Any) -> None:
    doc = nlp("The minister kept saying that the dam was safe.")
    draft = next(draft for token in doc if token.text == "saying" for draft in verb_drafts(token))
    assert widened(doc, draft, frozenset()) == (2, 4)
    assert widened(doc, draft, frozenset({2})) == draft.cue == (3, 4)


@pytest.mark.parametrize("text", ["“", "said", "said in a", "to say to say to say", "claim's claim claim"])
def test_cue_phrases_of_scraps_are_within_the_text(nlp: Any, text: str) -> None:
    for found in attributions(nlp(text)):
        assert text[found.cue.start : found.cue.end] == found.cue.text
