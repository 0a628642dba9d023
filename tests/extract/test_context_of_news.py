"""What newspapers write beside a figure, by the kind of misreading each sentence guards against."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract import extract
from factcheck.model import Accrual, Bound, Claim, DateRange, Document, Figure, Modality, WriterView

FRIDAY = date(2023, 10, 13)


def _claims(text: str) -> tuple[Claim, ...]:
    return extract(Document("", text, text.encode(), "", "", published_on=FRIDAY)).claims


def _figure(text: str, written: str) -> Figure:
    (found,) = [one for claim in _claims(text) for one in claim.figures if one.text == written]
    return found


def _day(day: int, month: int = 10) -> DateRange:
    return DateRange(date(2023, month, day), date(2023, month, day))


@pytest.mark.parametrize(
    ("text", "written", "measure"),
    [
        ("Thefts have doubled in the port, and ferry fares have tripled.", "tripled", "ferry fare"),
        ("Rents have doubled on his watch.", "doubled", "rent"),
        ("Museum visits near the harbour doubled.", "doubled", "museum visit harbour"),
        ("The harbour master put the death toll at 14.", "14", "person death toll"),
        ("Turnout was 40%. The true figure is closer to 38%.", "closer to 38%", "Turnout"),
        ("Some 30% of ferries were late. The figure was 12% before the storm.", "12%", "ferry"),
        ("Exports of Norway fell 7%, while those of Denmark grew by 8%.", "8%", "export Denmark"),
        ("The harbour master put the death toll at 14. By noon it had risen to 19.", "19", "person death toll"),
    ],
)
def test_context_measure_is_what_the_words_stand_for(text: str, written: str, measure: str) -> None:
    assert _figure(text, written).measure == measure


@pytest.mark.parametrize(
    ("text", "written", "place"),
    [
        ("The clinic in Toronto spent £3 million on cleaning.", "£3 million", "Toronto"),
        ("The number of people waiting for a flat in Denmark rose to 9,400.", "9,400", "Denmark"),
        ("Unemployment in Canada fell to 4.2%.", "4.2%", None),
    ],
)
def test_context_place_is_that_of_what_is_told_of(text: str, written: str, place: str | None) -> None:
    assert _figure(text, written).place == place


@pytest.mark.parametrize(
    ("text", "written", "period", "as_of"),
    [
        ("The study, published on Tuesday, followed 900 nurses.", "900 nurses", None, None),
        ("Residents made 640 complaints, twice as many as a year earlier.", "640 complaints", None, None),
        ("Support fell to 31%, down four points from June.", "31%", None, None),
        ("Some 3,000 homes were dark on Tuesday, down from 8,000 the night before.", "8,000", None, None),
        ("The union is opening nine offices ahead of the mid-April vote.", "nine offices", None, None),
        ("The mayor on Tuesday condemned the shelling of a camp sheltering 900 people.", "900 people", None, None),
        ("The ferry, which carries 300 people, sank on Tuesday.", "300 people", None, None),
        ("At least 8 people died and more than 40 were hurt when a bus crashed on Tuesday.", "At least 8 people",
         None, _day(10)),
        ("She said that 900 homes had gone dark and that most would be lit by Sunday.", "900 homes", None, None),
        ("It was the worst storm since 1953, when 58 people died.", "58 people",
         DateRange(date(1953, 1, 1), date(1953, 12, 31)), None),
        ("The dam held 3 million litres in 2021, when 40 people drowned.", "40 people",
         DateRange(date(2021, 1, 1), date(2021, 12, 31)), None),
        ("The toll rose to 83 on Wednesday, the service said, up from 61 a day earlier.", "61", None, _day(10)),
        ("Prices will rise by 3% in January.", "3%", DateRange(date(2024, 1, 1), date(2024, 1, 31)), None),
        ("Prices rose by 3% in January.", "3%", DateRange(date(2023, 1, 1), date(2023, 1, 31)), None),
        ("Output rose 2% to 40 million tonnes in 2022.", "2%", DateRange(date(2022, 1, 1), date(2022, 12, 31)), None),
    ],
)  # fmt: skip
def test_context_dates_go_to_their_figure(
    text: str, written: str, period: DateRange | None, as_of: DateRange | None
) -> None:
    found = _figure(text, written)
    assert (found.period, found.as_of) == (period, as_of)


@pytest.mark.parametrize(
    ("text", "written", "modality"),
    [
        ("The port added 310 posts, fewer than the 450 that were planned.", "450", Modality.PLANNED),
        ("The port added 310 posts, fewer than the 450 that analysts had expected.", "450", Modality.FORECAST),
        ("The port added 310 posts.", "310 posts", Modality.STATED),
    ],
)
def test_context_numbers_awaited_are_not_stated(text: str, written: str, modality: Modality) -> None:
    assert _figure(text, written).modality is modality


def test_context_number_waiting_is_a_snapshot() -> None:
    text = "The number of people waiting for treatment rose to 9,400 at the end of August, up from 8,100 in July."
    assert [_figure(text, written).accrual for written in ("9,400", "8,100")] == [Accrual.SNAPSHOT] * 2


@pytest.mark.parametrize(
    ("text", "written", "bound", "low"),
    [
        ("The port added 310 posts, fewer than the 450 that were planned.", "450", Bound.EXACT, 450),
        ("The port added fewer than 450 posts.", "fewer than 450 posts", Bound.LESS_THAN, None),
        ("Ticket sales have more than doubled.", "more than doubled", Bound.MORE_THAN, 2),
        ("Ticket sales almost tripled.", "almost tripled", Bound.AT_MOST, 2.7),
    ],
)
def test_context_bounds_of_comparisons(text: str, written: str, bound: Bound, low: float | None) -> None:
    found = _figure(text, written)
    assert (found.bound, found.low) == (bound, low)


def test_context_currency_is_not_that_of_the_conversion_in_brackets() -> None:
    text = "Profit was 1.3 billion kronor ($120 million), compared with a profit of 410 million a year earlier."
    assert _figure(text, "410 million").unit == "SEK"


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Analysts at Dunmore Research estimate that the dam would cost $5 million.",
         "Analysts at Dunmore Research", None),
        ("The dockers' union called 40 strikes. Its chair, Eva Lind, said 300 men had joined.",
         "Eva Lind", "dockers' union"),
        ("Vantor Systems lost $4 million. The company said sales fell 3%.", "Vantor Systems", "Vantor Systems"),
        ("Vantor Systems lost $4 million. The company's chief executive, Mona Lund, said sales fell 3%.",
         "Mona Lund", "Vantor Systems"),
    ],
)  # fmt: skip
def test_context_speaker_has_name_and_body(text: str, name: str, body: str | None) -> None:
    speaker = _claims(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.body) == (name, body)


def test_context_restated_says_whose_chair() -> None:
    text = "The dockers' union called 40 strikes. Its chair, Eva Lind, said 300 men had joined."
    assert _claims(text)[-1].restated == "The dockers' union’s chair, Eva Lind, said 300 men had joined."


def test_context_claim_without_evidence_is_told_and_doubted() -> None:
    (claim,) = _claims("Paul Oke alleged without evidence that 5,000 votes were forged.")
    assert (claim.writer_view, claim.content and claim.content.text) == (
        WriterView.DOUBTS,
        "that 5,000 votes were forged",
    )
    assert [one.modality for one in claim.figures] == [Modality.STATED]


def test_context_said_on_is_the_weekday_not_the_day_before_an_event() -> None:
    (claim,) = _claims("On Tuesday, just a day before the vote, the union had claimed that 60% of ferries leak.")
    assert claim.said_on == _day(10)


def test_context_let_me_begins_no_claim_of_its_own() -> None:
    assert [claim.text[:6] for claim in _claims("“Let me add that fares rose 4%,” said Gus Oren.")] == ["“Let m"]


def test_context_clock_of_a_live_report_is_no_speaker() -> None:
    (claim,) = _claims("14:05 Police say about 300 people are in the square.")
    assert claim.speaker is not None
    assert (claim.speaker.text, claim.start) == ("Police", 6)


@pytest.mark.parametrize(
    ("text", "restated"),
    [
        ("Sir Edwin Crale died on Monday. He had given away $40 million.", "Edwin Crale had given away $40 million."),
        ("Vantor Systems lost $4 million. The company employs 900 people.", "Vantor Systems employs 900 people."),
        ("Vantor Systems makes pumps. Its sales grew by 9%.", "Vantor Systems’s sales grew by 9%."),
        ("Halden lost $4 million. The airline Skyway lost 9%.", "The airline Skyway lost 9%."),
        ("Paul Oke met Sven Arno. He has lost 40 kilos.", None),
    ],
)
def test_context_restated_names_who_begins_the_clause(text: str, restated: str | None) -> None:
    assert _claims(text)[-1].restated == restated


@pytest.mark.parametrize(
    ("text", "written", "place"),
    [
        ("The firm laid off 300 workers at its Toronto factory as it grows in Mexico.", "300 workers", "Toronto"),
        ("The firm is headquartered in Toronto and has 350 employees.", "350 employees", None),
    ],
)
def test_context_place_is_that_of_the_figure_alone(text: str, written: str, place: str | None) -> None:
    assert _figure(text, written).place == place


@pytest.mark.parametrize(
    ("text", "written", "period"),
    [
        ("A 2019 survey found that 30% of nurses had left.", "30%", DateRange(date(2019, 1, 1), date(2019, 12, 31))),
        ("The 1950s singer sold 40 million records.", "40 million records", None),
        ("The war, with 30,000 deaths, went on until a truce was signed in 1994.", "30,000 deaths", None),
        ("April 24 marked 101 years since the famine, when it killed 40,000 people.", "40,000 people", None),
        ("Holt bought the farm in 2012 and kept the 800-acre property.", "800-acre", None),
        ("He repeated his claim in May that 250,000 people would come.", "250,000 people", None),
        ("In the June poll 39% backed her, compared to 50% in a similar one in May.", "50%",
         DateRange(date(2023, 5, 1), date(2023, 5, 31))),
    ],
)  # fmt: skip
def test_context_period_is_of_the_figure_not_of_a_thing(text: str, written: str, period: DateRange | None) -> None:
    assert _figure(text, written).period == period


@pytest.mark.parametrize(
    "text",
    [
        "A fire set by three boys destroyed the store.",
        "He has pledged to ban all members — 1.6 billion people — from Tarn.",
        "With a value of about $115 billion, Holt could pay.",
        "Only 120 miles from Tarn, it would be a threat.",
        "The four remaining candidates will meet in June.",
        "The 22-member committee would meet behind closed doors.",
    ],
)
def test_context_modality_of_those_who_are_known_is_stated(text: str) -> None:
    assert [one.modality for claim in _claims(text) for one in claim.figures] == [Modality.STATED]


def test_context_population_is_not_the_figure_itself() -> None:
    assert _figure("They were among about 400 people who fled.", "about 400 people").population is None
