"""Rows for tables and programs: CSV that a spreadsheet can't be tricked with, and JSON records."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from factcheck.export.records import Against, Beside, Reviewed
from factcheck.wire import claim_json, relation_json, to_json

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_records(reviewed: Sequence[Reviewed]) -> list[dict[str, Any]]:
    """Everything that is known of each claim and of what was decided, JSON-ready."""
    return [
        {
            "claim_id": one.statement.claim_id,
            "document_id": one.statement.document_id,
            "title": one.statement.title,
            "outlet": one.statement.outlet,
            "url": one.statement.url,
            "published_on": to_json(one.statement.published_on),
            "demonstration": one.statement.demonstration,
            "claim": claim_json(one.statement.claim),
            "verdict": one.rating,
            "note": one.note,
            "person": one.person,
            "at": to_json(one.at),
            "stale": one.stale,
            "verdicts": [to_json(verdict) for verdict in one.verdicts],
            "evidence": [to_json(source) for source in one.evidence],
            "beside": [_beside(other) for other in one.beside],
            "against": [_against(other) for other in one.against],
        }
        for one in reviewed
    ]


def _beside(other: Beside) -> dict[str, Any]:
    return {
        "decision": other.decision,
        "claim_id": other.statement.claim_id,
        "outlet": other.statement.outlet,
        "url": other.statement.url,
        "text": other.statement.claim.text,
        "relation": relation_json(other.relation, with_pairs=False),
        "reason": other.reason,
        "note": other.note,
        "person": other.person,
        "at": to_json(other.at),
    }


def _against(other: Against) -> dict[str, Any]:
    return {
        "claim_id": other.statement.claim_id,
        "who": other.who,
        "figure": other.figure,
        "when": other.when,
        "outlet": other.statement.outlet,
        "url": other.statement.url,
        "text": other.statement.claim.text,
        "relation": relation_json(other.relation, with_pairs=False),
    }


COLUMNS = (
    "claim", "speaker", "outlet", "published_on", "url", "figures", "verdict", "note", "person", "at", "stale",
    "set_beside", "stands_against", "evidence", "demonstration", "claim_id", "document_id", "start", "end",
)  # fmt: skip


def csv_table(reviewed: Sequence[Reviewed]) -> str:
    """One line a claim, RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for one in reviewed:
        table.writerow([_cell(value) for value in _row(one)])
    return written.getvalue()


def _row(one: Reviewed) -> tuple[object, ...]:
    statement, claim = one.statement, one.statement.claim
    return (
        claim.text,
        one.speaker,
        statement.outlet,
        statement.published_on,
        statement.url,
        "; ".join(figure.text for figure in claim.figures),
        one.rating,
        one.note,
        one.person,
        one.at.isoformat(timespec="seconds") if one.at else None,
        "yes" if one.stale else "",
        "; ".join(f"{other.decision}: {other.statement.claim.text}" for other in one.beside),
        "; ".join(f"{other.relation.relation}: {other.who}, {other.figure}" for other in one.against),
        " ".join(source.url for source in one.evidence),
        "yes" if statement.demonstration else "",
        statement.claim_id,
        statement.document_id,
        claim.start,
        claim.end,
    )


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
