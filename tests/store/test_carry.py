from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from benchmarks import synthetic
from factcheck.model import Claim, Content, Cue, Span
from factcheck.store import AddedDocument, Store
from factcheck.store.carry import shifted, wrong_spans

ENCODER = synthetic.MadeUpEncoder()


def _given(claims: Sequence[Claim]) -> dict[str, object]:
    vectors = ENCODER.encode([claim.text for claim in claims])
    return {
        "numberless": [""] * len(claims),
        "claim_vectors": vectors,
        "numberless_vectors": vectors,
        "model": ENCODER.identity,
    }


def _new_version(store: Store, old: AddedDocument, text: str) -> AddedDocument:
    new = synthetic.of_text(text)
    claims = synthetic.claims_of(new)
    return store.add_document(new, claims, **_given(claims), supersedes=old.document_id)  # type: ignore[arg-type]


def test_carry_new_version_keeps_what_persons_did(store: Store) -> None:
    added = synthetic.add(store, 1, claims=3)
    lines = store.document(added.document_id).text.split("\n")
    corrected, dropped, _ = added.claim_ids
    claim = store.statement(corrected).claim
    store.replace_claim(corrected, replace(claim, figures=(replace(claim.figures[0], low=99.0),)))
    store.drop_claim(dropped)

    later = _new_version(store, added, "\n".join(["The mayor of Elmsgate said 9 houses were dry.", *lines]))

    assert later.claim_ids[1:] == added.claim_ids
    moved = store.statement(corrected).claim
    assert (moved.figures[0].low, moved.start) == (99.0, 46)
    assert store.claim_record(corrected).origin == "corrected"
    assert store.claim_record(dropped).dropped
    assert [one.claim_id for one in store.document_statements(later.document_id)] == [
        later.claim_ids[0],
        corrected,
        added.claim_ids[2],
    ]
    assert store.document_statements(added.document_id) == []
    assert store.check() == []


def test_carry_claims_of_the_same_text_in_their_order(store: Store) -> None:
    line = "The mayor of Elmsgate said 9 houses were dry."
    made = synthetic.of_text(f"{line}\n{line}")
    claims = synthetic.claims_of(made)
    added = store.add_document(made, claims, **_given(claims))  # type: ignore[arg-type]
    later = _new_version(store, added, f"The mayor of Dunmarsh said 3 houses were dry.\n{line}\n{line}\n{line}")
    assert later.claim_ids[1:3] == added.claim_ids
    assert later.claim_ids[3] not in added.claim_ids
    assert store.check() == []


def test_carry_another_reading_keeps_ids_and_persons_work(store: Store) -> None:
    added = synthetic.add(store, 1, claims=5)
    same, gone, corrected, dropped, better = added.claim_ids
    claims = [one.claim for one in store.document_statements(added.document_id)]
    store.replace_claim(corrected, replace(claims[2], check_worthiness=0.9))
    store.drop_claim(dropped)
    shorter = replace(claims[4], text=claims[4].text[:-1], end=claims[4].end - 1)
    read = [claims[0], replace(claims[2], check_worthiness=0.1), claims[3], shorter]

    ids = store.reread_document(added.document_id, read, **_given(read), extractor="2")  # type: ignore[arg-type]

    assert ids[:3] == (same, corrected, dropped)
    assert ids[3] not in added.claim_ids
    assert store.claim_record(same).extractor == "2"
    assert store.statement(corrected).claim.check_worthiness == 0.9
    assert all(store.claim_record(one).dropped for one in (gone, dropped, better))
    assert [one.claim_id for one in store.document_statements(added.document_id)] == [same, corrected, ids[3]]
    assert store.check() == []
    assert store.reread_document(added.document_id, read, **_given(read), extractor="2") == ids  # type: ignore[arg-type]
    assert store.check() == []


@pytest.mark.parametrize("by", [0, 7, -3])
def test_carry_shifted_moves_every_span(by: int) -> None:
    claim = synthetic.claims_of(synthetic.document(1))[0]
    whole = replace(claim.figures[0], whole=Span("house", 31, 36))
    claim = replace(
        claim, cue=Cue("said", 24, 28, "say"), content=Content("x", 5, 9, ((5, 6), (7, 9))), figures=(whole,)
    )
    moved = shifted(claim, by)
    assert (moved.start, moved.end) == (claim.start + by, claim.end + by)
    assert moved.content == Content("x", 5 + by, 9 + by, ((5 + by, 6 + by), (7 + by, 9 + by)))
    assert moved.figures[0].whole == Span("house", 31 + by, 36 + by)
    assert shifted(moved, -by) == claim


def test_carry_wrong_spans() -> None:
    made = synthetic.document(1)
    claim = synthetic.claims_of(made)[0]
    assert wrong_spans(made.text, claim) == []
    assert wrong_spans(f" {made.text}", claim) == [claim, claim.speaker, *claim.figures]
