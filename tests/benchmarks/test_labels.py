from __future__ import annotations

import datetime

import pytest

from benchmarks.figure_context import FIELDS
from benchmarks.labels import Answer, Article, Label, any_of, days, interval, labels, share, stems
from benchmarks.speakers import grouped, judge, named
from factcheck.model import Claim, ClaimKind, DateRange, Figure, Speaker, Voice

TEXT = "Mira Holt said 12 people were killed in Sorvik. It cost $4."


def label(**changed: object) -> Label:
    fields: dict[str, object] = dict.fromkeys(
        ("measure", "population", "place", "period", "as_of", "accrual", "role", "modality", "hedged", "basis")
    )
    told = {"speaker": [[[0, 9]]], "body": [None]}
    return Label(
        **{"file": "f", "article": "a", "published": None, "part": "tune", "start": 15, "end": 17}
        | fields
        | told
        | changed
    )  # type: ignore[arg-type]


def claim(*, name: str | None, **told: object) -> Claim:
    made = Figure(
        **{
            "text": "12",
            "start": 15,
            "end": 17,
            "low": 12.0,
            "high": 12.0,
            "unit": "person",
            "dimension": "count",
            "measure": "people killed",
        }
        | told
    )  # type: ignore[arg-type]
    speaker = Speaker("Holt", 5, 9, name=name) if name else None
    return Claim(
        TEXT[:46], 0, 46, restated=None, kinds=(ClaimKind.NUMERIC,), voice=Voice.OWN, speaker=speaker, figures=(made,)
    )


def test_labels_hold_no_words_and_both_parts() -> None:
    every = labels()
    assert len(every) == len(labels("tune")) + len(labels("held-out"))
    closed = [
        a
        for one in every
        for field in (one.measure, one.population, one.place, one.speaker)
        for a in field or ()
        if isinstance(a, str)
    ]
    assert set(closed) == {"=age"}


def test_labels_an_article_lies_in_one_part() -> None:
    assert not {one.article for one in labels("tune")} & {one.article for one in labels("held-out")}


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [("people killed", "killing of people", 1.0), ("people killed", "people hurt", 0.5), ("the damage", None, 0.0)],
)
def test_labels_share_of_words(gold: str, ours: str | None, expected: float) -> None:
    assert share(gold, ours) == expected


def test_labels_stems_leave_out_small_words_and_endings() -> None:
    assert stems("the women killed in Holt's camps") == stems("woman kill holt camp")


@pytest.mark.parametrize(
    ("answers", "ours", "expected"),
    [
        ([None], None, True),
        ([None], "Sorvik", False),
        ([[[40, 46]]], "Sorvik", True),
        ([[[40, 46]]], None, False),
        ([[[40, 46]], None], None, True),
    ],
)
def test_labels_any_of(answers: list[Answer], ours: str | None, expected: bool) -> None:
    assert any_of(TEXT, answers, ours, lambda gold, given: gold == given) is expected


def test_labels_days_are_iso_dates() -> None:
    assert days(DateRange(datetime.date(2020, 1, 2), None)) == ["2020-01-02", None]


def test_labels_interval_of_what_is_always_right() -> None:
    assert interval([[True], [True, True]]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [("Mira Holt", "Dr Mira Holt", True), ("Mira Holt", "Holt", False), ("an office worker", "the office clerk", True)],
)
def test_speakers_named_as_fully(gold: str, ours: str, expected: bool) -> None:
    assert named(gold, ours) is expected


@pytest.mark.parametrize(("name", "right"), [("Mira Holt", True), ("Holt", False), (None, False)])
def test_speakers_judge(name: str | None, right: bool) -> None:
    article = Article(TEXT, (label(),), (claim(name=name),))
    [group] = grouped(article)
    found = judge(article, group)
    assert found is not None
    assert found.speaker is right


def test_speakers_group_one_sentence() -> None:
    article = Article(TEXT, (label(), label(start=28, end=29), label(start=57, end=58)), ())
    assert [len(group) for group in grouped(article)] == [2, 1]


@pytest.mark.parametrize(
    ("field", "answers", "told", "right"),
    [
        ("measure", [[[18, 24], [30, 36]]], "people killed", True),
        ("measure, whole", [[[18, 24], [30, 36]]], "people", False),
        ("place", [[[40, 46]]], "Sorvik", True),
        ("place", [None], "Sorvik", False),
        ("hedged", [False], True, False),
    ],
)
def test_figure_context_fields(field: str, answers: list[object], told: object, right: bool) -> None:
    name = field.partition(",")[0]
    one = label(**{name: answers})
    found = Article(TEXT, (one,), (claim(name=None, **{name: told}),)).reading(one)
    assert found is not None
    judged = FIELDS[field](TEXT, one, found[1])
    assert judged is not None
    assert judged.right is right
