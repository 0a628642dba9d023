from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import dates_en
from factcheck.extract.dates import dates

FRIDAY = date(2022, 3, 11)


def _read(text: str, reference: date | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [(m.text, str(m.range.first), str(m.range.last)) for m in dates(text, reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2022-03-04", ("2022-03-04", "2022-03-04", "2022-03-04")),
        ("on 24 February 2022", ("24 February 2022", "2022-02-24", "2022-02-24")),
        ("on the 24th of February", ("the 24th of February", "2022-02-24", "2022-02-24")),
        ("on Sept. 5, 2020", ("Sept. 5, 2020", "2020-09-05", "2020-09-05")),
        ("on Wednesday, March 9, 2022,", ("Wednesday, March 9, 2022", "2022-03-09", "2022-03-09")),
        ("on Feb. 24", ("Feb. 24", "2022-02-24", "2022-02-24")),
        ("on Dec. 25", ("Dec. 25", "2021-12-25", "2021-12-25")),
        ("by April 10", ("April 10", "2022-04-10", "2022-04-10")),
        ("from March 3-5", ("March 3-5", "2022-03-03", "2022-03-05")),
        ("in March 2022", ("March 2022", "2022-03-01", "2022-03-31")),
        ("in January", ("January", "2022-01-01", "2022-01-31")),
        ("last March", ("last March", "2021-03-01", "2021-03-31")),
        ("late February", ("late February", "2022-02-21", "2022-02-28")),
        ("since February", ("since February", "2022-02-01", "2022-03-11")),
        ("in 2019", ("2019", "2019-01-01", "2019-12-31")),
        ("The worst was 1997, when 58 died", ("1997", "1997-01-01", "1997-12-31")),
        ("in 2007, 2008 and 2009,", ("2007, 2008 and 2009", "2007-01-01", "2009-12-31")),
        ("the fiscal year 2020-21", ("2020-21", "2020-01-01", "2021-12-31")),
        ("in 2020/21 it", ("2020/21", "2020-01-01", "2021-12-31")),
        ("The census of 2021 counted 40", ("2021", "2021-01-01", "2021-12-31")),
        ("A 2019 Holt University survey found", ("2019", "2019-01-01", "2019-12-31")),
        ("between 1 June and 30 November", ("1 June and 30 November", "2021-06-01", "2021-11-30")),
        ("between October and February", ("October and February", "2021-10-01", "2022-02-28")),
        ("between June and August 2020", ("June and August 2020", "2020-06-01", "2020-08-31")),
        ("from March 3 to April 5, 2021", ("March 3 to April 5, 2021", "2021-03-03", "2021-04-05")),
        ("between 2019 and 2021", ("2019 and 2021", "2019-01-01", "2021-12-31")),
        ("in the 1990s", ("the 1990s", "1990-01-01", "1999-12-31")),
        ("in the first quarter", ("the first quarter", "2022-01-01", "2022-03-31")),
        ("in the fourth quarter", ("the fourth quarter", "2021-10-01", "2021-12-31")),
        ("in Q3 2021", ("Q3 2021", "2021-07-01", "2021-09-30")),
        ("in the second half of 2020", ("the second half of 2020", "2020-07-01", "2020-12-31")),
    ],
)
def test_dates_reads_calendar_dates(text: str, expected: tuple[str, str, str]) -> None:
    assert _read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It fell Friday.", "2022-03-11", "2022-03-11"),
        ("It fell on Tuesday.", "2022-03-08", "2022-03-08"),
        ("It fell last Friday.", "2022-03-04", "2022-03-04"),
        ("It meets next Tuesday.", "2022-03-15", "2022-03-15"),
        ("The board will meet on Monday.", "2022-03-14", "2022-03-14"),
        ("On Monday, the board will meet.", "2022-03-14", "2022-03-14"),
        ("He said Monday it will meet.", "2022-03-07", "2022-03-07"),
        ("On Monday, he said it will meet.", "2022-03-07", "2022-03-07"),
        ("It fell yesterday.", "2022-03-10", "2022-03-10"),
        ("It rose this week.", "2022-03-07", "2022-03-11"),
        ("It rose earlier this week.", "2022-03-07", "2022-03-11"),
        ("It rose last week.", "2022-02-28", "2022-03-06"),
        ("It rose last month.", "2022-02-01", "2022-02-28"),
        ("It rose last year.", "2021-01-01", "2021-12-31"),
        ("It rose two days ago.", "2022-03-09", "2022-03-09"),
        ("It rose two weeks ago.", "2022-02-21", "2022-02-27"),
        ("It was 4% a year earlier.", "2021-03-01", "2021-03-31"),
        ("It rose in the past three weeks.", "2022-02-18", "2022-03-11"),
        ("It rose over the weekend.", "2022-03-05", "2022-03-06"),
        ("In the week of March 2 it rose.", "2022-02-28", "2022-03-06"),
        ("In the week ending March 6 it rose.", "2022-02-28", "2022-03-06"),
    ],
)
def test_dates_reckons_from_the_reference(text: str, first: str, last: str) -> None:
    assert [(a, b) for _, a, b in _read(text)] == [(first, last)]
    assert _read(text, None) in ([], _read(text))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It rose to 83 on Wednesday, up from 61 a day earlier.", "2022-03-08", "2022-03-08"),
        ("It rose to 83 on Tuesday, aides said on Thursday, up from 61 two days earlier.", "2022-03-06", "2022-03-06"),
        ("Aides said on Thursday that it was 83, up from 61 a day earlier.", "2022-03-09", "2022-03-09"),
        ("Cases reached 400 on Monday, up from 320 a week earlier.", "2022-02-28", "2022-02-28"),
        ("Sales were 5 tons in 2020, up from 4 a year earlier.", "2019-01-01", "2019-12-31"),
        ("Prices rose 7% in January, after 6% a month before.", "2021-12-01", "2021-12-31"),
        ("They rose 7% in January, 6% a month earlier and 2% a year earlier.", "2021-01-01", "2021-01-31"),
        ("Profit in the third quarter of 2021 was 5 crowns, and 4 a year earlier.", "2020-07-01", "2020-09-30"),
        ("It burnt on 3 May. It had opened two years earlier.", "2020-03-01", "2020-03-31"),
        ("It rose on Monday; it had fallen three days ago.", "2022-03-08", "2022-03-08"),
    ],
)
def test_dates_earlier_is_counted_from_the_day_spoken_of(text: str, first: str, last: str) -> None:
    assert _read(text)[-1][1:] == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "He may have died.",
        "They march on the capital.",
        "A second term, a third of all.",
        "They counted 2000 people.",
        "The first of 1950 votes was cast.",
        "On Saturdays they rest.",
        "On 30 February 2022 nothing happened.",
        "It costs 1,999.50 in all.",
        "Call 2022-555.",
        "",
    ],
)
def test_dates_leaves_other_words_alone(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize("text", ["on Tuesday", "last week", "on Feb. 24", "in January", "two days ago"])
def test_dates_without_reference_leaves_out_what_needs_one(text: str) -> None:
    assert dates(text, None) == []


@pytest.mark.parametrize("reference", [date.min, date.max, date(2024, 2, 29)])
def test_dates_reckons_at_the_ends_of_the_calendar(reference: date) -> None:
    text = "last week, next year, two decades ago, Friday, tomorrow, last month, next weekend, the week ending Jan. 2"
    for mention in dates(text, reference):
        assert mention.text == text[mention.start : mention.end]


_PIECES = st.sampled_from(
    [
        "Tuesday",
        "on ",
        "March ",
        "3",
        "2022",
        "-",
        ",",
        " ",
        "last ",
        "week",
        "\n",
        "May",
        "Q3",
        "the first quarter",
        "of ",
        "a year ago",
        "since ",
        "😀",
        "é",
        "1990s",
        "30",
        "Feb. ",
    ]
)


@given(st.lists(_PIECES, max_size=14).map("".join), st.dates())
def test_dates_spans_are_exact_and_ordered(text: str, reference: date) -> None:
    at = 0
    for mention in dates(text, reference):
        assert text[mention.start : mention.end] == mention.text
        assert at <= mention.start < mention.end
        first, last = mention.range.first, mention.range.last
        assert first is None or last is None or first <= last
        at = mention.end


_PIECES = st.sampled_from(
    "between from and to of the on since last next this past early mid over week weekend year quarter half ago before "
    "earlier later first third Q3 3 14 2nd 2021 1998 1990s 2022-03-04 March Feb. May Sept August Tuesday Friday "
    "yesterday Tonight last_night this_evening a_couple_of two , - – [NBSP]".split()
)


@settings(deadline=None)
@given(st.lists(st.tuples(_PIECES, st.sampled_from((" ", "", "\n"))), max_size=14))
def test_dates_every_match_of_a_pattern_has_one_of_its_signs_and_stays_in_its_line(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(word.replace("_", " ").replace("[NBSP]", "\u00a0") + gap for word, gap in pieces)
    for _, pattern, signs in dates_en.PATTERNS:
        for match in pattern.finditer(text):
            assert any(sign in match[0] for sign in signs)
            assert "\n" not in match[0]


def test_dates_are_the_same_in_a_line_of_their_own() -> None:
    lines = ["It began on 3 March 2021,", "Tuesday's count", "of the first quarter", "of 2020 is out; 2 days before"]
    alone = [found.text for line in lines for found in dates(line, FRIDAY)]
    assert [found.text for found in dates("\n".join(lines), FRIDAY)] == alone
    assert len(alone) == 5


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police had arrested 40 people by Monday, a clerk said on Tuesday.", "2022-03-07"),
        ("By Monday 40 people had been arrested.", "2022-03-07"),
        ("The toll rose to nearly 45 by Sunday, the clerk said.", "2022-03-06"),
        ("Crews had cleared 30 streets by Thursday.", "2022-03-10"),
        ("Crews will have cleared 30 streets by Monday.", "2022-03-14"),
        ("By Monday crews will have cleared 30 streets.", "2022-03-14"),
        ("The court ordered 40 families to leave by Monday.", "2022-03-14"),
        ("The firm wanted 30 offers by Monday.", "2022-03-14"),
        ("The bill must be paid by Monday.", "2022-03-14"),
        ("Pay by Monday.", "2022-03-14"),
    ],
)
def test_dates_a_limit_has_passed_where_the_clause_tells_what_has_been(text: str, day: str) -> None:
    assert _read(text)[0][1:] == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Four were hurt overnight in Tarn.", "2022-03-10", "2022-03-11"),
        ("In the past 24 hours four were hurt.", "2022-03-10", "2022-03-11"),
        ("In the last 48 hours four were hurt.", "2022-03-09", "2022-03-11"),
        ("It will build 40 homes by the end of the decade.", "2020-01-01", "2029-12-31"),
        ("It will build 40 homes by the end of the year.", "2022-01-01", "2022-12-31"),
    ],
)
def test_dates_reckons_nights_hours_and_what_is_to_end(text: str, first: str, last: str) -> None:
    assert [found[1:] for found in _read(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "As of 1800 GMT, 45 were found.",
        "It was an overnight success.",
        "States vote on Super Tuesday.",
        "Shops open early on Black Friday.",
        "The overnight ferry sank.",
        "It had 40 ships at the end of the year.",
        "A 1500 metre race was run.",
        "A group of 2021 people met.",
    ],
)
def test_dates_leaves_clocks_kinds_and_counts(text: str) -> None:
    assert _read(text) == []
