from __future__ import annotations

import pytest

from factcheck.errors import IntakeError
from factcheck.extract import extract
from factcheck.intake import read_text
from factcheck.pipeline import passages
from factcheck.pipeline.passages import Passage, read_ahead, statements

TEXTS = ("The dam holds 48 million litres, the water board said.", "Nobody was there.", "A lone half \ud83c of a sign")


def test_passages_read_ahead_are_those_read_alone(nlp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [Passage(text, date="2024-06-12", source="Valley Post") for text in TEXTS]
    alone = [statements(one) for one in wanted]
    monkeypatch.setattr(passages, "_read", type(passages._read)())
    read_ahead(wanted)
    monkeypatch.setattr(passages, "extract", _never)
    assert [statements(one) for one in wanted] == alone
    assert all(one[0].outlet == "Valley Post" for one in alone)


def test_passages_without_a_claim_are_one_whole(nlp: object) -> None:
    (whole,) = statements(Passage("  A lone half \ud83c of a sign "))
    assert (whole.claim.text, whole.claim.start) == ("A lone half � of a sign", 2)
    assert extract(read_text(TEXTS[1])).claims == ()


def test_passages_forget_the_oldest(nlp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "_KEPT", 2)
    monkeypatch.setattr(passages, "_read", type(passages._read)())
    read_ahead([Passage(text) for text in TEXTS])
    assert [key[0] for key in passages._read] == list(TEXTS[1:])


def test_passages_read_ahead_refuse_an_empty_one() -> None:
    with pytest.raises(IntakeError):
        read_ahead([Passage("   ")])


def _never(_: object) -> None:
    raise AssertionError("it was to be at hand")
