"""Views as the JSON of the commands and the API; the shapes are a contract and change only by addition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.extract import red_flags
from factcheck.wire import claim_json, document_json, figure_json, relation_json, to_json

if TYPE_CHECKING:
    from factcheck.model import Claim, Document, Relation, Statement
    from factcheck.pipeline.groups import ClaimGroup
    from factcheck.pipeline.ingest import Extraction, Failed
    from factcheck.pipeline.views import (
        Conflict,
        Decision,
        DocumentSummary,
        Finding,
        Hit,
        ImportResult,
        Ingested,
        SearchResult,
    )


def extraction(document: Document, found: Extraction) -> dict[str, Any]:
    """``{"document", "claims", "notes"}``."""
    return {"document": document_json(document), **claims(found), "notes": list(found.notes)}


def claims(found: Extraction) -> dict[str, Any]:
    """``{"claims": [CLAIM]}``, each with its ``red_flags`` in words beside the fields of the contract."""
    return {"claims": [{**claim_json(claim), "red_flags": list(red_flags(claim))} for claim in found.claims]}


def claim_row(claim: Claim) -> tuple[str, str, str, str]:
    """A claim as cells of a table: text, speaker, figures, check-worthiness."""
    figures = "; ".join(figure.text for figure in claim.figures)
    return claim.text, claim.speaker.name if claim.speaker else "", figures, f"{claim.check_worthiness:.2f}"


def ingested(done: Ingested | Failed) -> dict[str, Any]:
    """``{"id", "document_id", "title", "claims", "already", "notes", "supersedes"}`` or ``{"id", "error"}``."""
    return dict(to_json(done))


def hit(found: Hit) -> dict[str, Any]:
    """HIT of the contract."""
    return {
        "rank": found.rank,
        "claim_id": found.claim_id,
        "external_id": found.external_id,
        "text": found.text,
        "score": found.score,
        "score_parts": dict(found.score_parts),
        "matched": dict(found.matched),
        "relation": str(found.relation.relation),
        "group": str(found.relation.group),
        "reason": found.relation.reason,
        "speaker": found.speaker,
        "date": to_json(found.date),
        "outlet": found.outlet,
        "verdict": found.verdict,
        "url": found.url,
        "document_id": found.document_id,
        "start": found.start,
        "end": found.end,
        "demonstration": found.demonstration,
        "claim_group": claim_group(found.claim_group) if found.claim_group else None,
        "warning": found.warning,
    }


def claim_group(found: ClaimGroup) -> dict[str, Any]:
    """``{"summary", "times", "speakers", "first", "last", "claim_ids", "warnings": [{"kind", "claims", "words"}]}``."""
    return {
        "summary": found.summary,
        "times": len(found.members),
        "speakers": list(found.speakers),
        "first": to_json(found.first),
        "last": to_json(found.last),
        "claim_ids": [member.claim_id for member in found.members],
        "warnings": [
            {"kind": one.kind, "claims": [one.claim_a, one.claim_b], "words": one.words} for one in found.warnings
        ],
    }


def hits(result: SearchResult) -> list[dict[str, Any]]:
    """``[HIT]``."""
    return [hit(found) for found in result.hits]


def relation(found: Relation) -> dict[str, Any]:
    """``{"relation", "group", "reason", "facts", "a", "b", "pairs"}``."""
    return relation_json(found)


def conflict(found: Conflict) -> dict[str, Any]:
    """``{"claim_a", "claim_b", "relation", "group", "reason", "facts", "a", "b", …}``."""
    return {
        "claim_a": found.claim_a,
        "claim_b": found.claim_b,
        "relation": str(found.relation.relation),
        "group": str(found.relation.group),
        "reason": found.relation.reason,
        "facts": to_json(dict(found.relation.facts)),
        "a": figure_json(found.relation.a),
        "b": figure_json(found.relation.b),
        "text_a": found.a.claim.text,
        "text_b": found.b.claim.text,
        "document_a": found.a.document_id,
        "document_b": found.b.document_id,
        "strength": found.strength,
        "demonstration": found.a.demonstration or found.b.demonstration,
        "copies": [{"claim_a": a, "claim_b": b} for a, b in found.copies],
        "decision": found.decision.kind if found.decision else None,
    }


def imported(result: ImportResult) -> dict[str, Any]:
    """``{"added", "already", "undated", "figures", "skipped": [{"line", "why"}]}``."""
    skipped = [{"line": line, "why": why} for line, why in result.skipped]
    counts = {name: getattr(result, name) for name in ("added", "already", "undated", "figures")}
    return {**counts, "skipped": skipped}


def finding(found: Finding) -> dict[str, Any]:
    """``{"name", "ok", "detail", "remedy"}``."""
    return {"name": found.name, "ok": found.ok, "detail": found.detail, "remedy": found.remedy}


def document(one: DocumentSummary) -> dict[str, Any]:
    """A document as one line of a list."""
    return dict(to_json(one))


def statement(one: Statement) -> dict[str, Any]:
    """CLAIM with its id and where it was printed."""
    return {
        "claim_id": one.claim_id,
        "document_id": one.document_id,
        "title": one.title,
        "outlet": one.outlet,
        "url": one.url,
        "published_on": to_json(one.published_on),
        "demonstration": one.demonstration,
        "claim": claim_json(one.claim),
    }


def decision(one: Decision) -> dict[str, Any]:
    """What a person presently holds on a claim or a pair."""
    return dict(to_json(one))
