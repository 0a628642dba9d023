"""Tables and feeds of claims that somebody has checked before, to :class:`~factcheck.model.EarlierClaim`.

Columns are found by name; those without a meaning here are kept in ``extra`` as they were. A claim's id is given by
the store; ``external_id`` is the table's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.errors import IntakeError
from factcheck.intake.claimreview import holds_reviews, reviews
from factcheck.intake.dates import read_date
from factcheck.intake.rows import BadRow, Columns, Row, rows, words
from factcheck.model import EarlierClaim

_COLUMNS = Columns(
    {
        "claim": ("claim_text", "claim_reviewed", "claimreviewed", "statement"),
        "id": ("claim_id", "external_id"),
        "title": ("headline",),
        "subtitle": (),
        "body": ("article", "article_body"),
        "speaker": ("claimant", "said_by"),
        "date": ("claim_date", "published", "published_on", "date_published", "review_date"),
        "verdict": ("rating", "textual_rating", "label"),
        "url": ("link", "review_url"),
        "outlet": ("publisher", "fact_checker", "organisation", "organization"),
    }
)


def earlier_claims(path: Path) -> Iterator[EarlierClaim | BadRow]:
    """The claims of a ``.csv``, ``.jsonl``, ``.json``, ``.parquet`` or ``.html`` file, one at a time; a row that has
    none is a bad row, and so is one that repeats id and claim of another row of the file.

    Rows may be ClaimReview (:mod:`factcheck.intake.claimreview`), alone or in a feed; a row's line is then that of the
    object they lie in.

    Raises:
        IntakeError: the file can't be read, or no row of it has a column for the claim.
    """
    path = Path(path)
    any_claim = False
    seen: tuple[str, ...] = ()
    lines: dict[str, tuple[int, str]] = {}
    for row in rows(path):
        if isinstance(row, BadRow):
            yield row
            continue
        seen = seen or tuple(map(str, row.fields))
        for made in _claims(row, path.name):
            known = isinstance(made, EarlierClaim)
            any_claim = any_claim or known or "claim" in _COLUMNS.of(row.fields)
            if not any_claim and not _TOLD_BY_ROW & set(path.suffixes):
                raise _no_column(path, seen)
            yield _again(made, lines, row.line) if isinstance(made, EarlierClaim) else made
    if seen and not any_claim:
        raise _no_column(path, seen)


def columns(path: Path) -> dict[str, str]:
    """Our name → the file's name of the columns that are found, by the first row that can be read.

    Raises:
        IntakeError: the file can't be read.
    """
    first = next((row for row in rows(Path(path)) if isinstance(row, Row)), None)
    if first is None:
        return {}
    if holds_reviews(first.fields):
        found = next(reviews(first.fields), {})
        return {name: f"ClaimReview {name}" for name, value in found.items() if value}
    return _COLUMNS.of(first.fields)


_TOLD_BY_ROW = frozenset({".jsonl", ".ndjson", ".json", ".jsonld", ".html", ".htm"})
"""Files whose rows name their own columns: a later one may have the claim."""


def _claims(row: Row, source: str) -> Iterator[EarlierClaim | BadRow]:
    if not holds_reviews(row.fields):
        yield _claim(row, source)
        return
    found = False
    for fields in reviews(row.fields):
        found = True
        yield _claim(Row(row.line, {name: value for name, value in fields.items() if value}), source)
    if not found:
        yield BadRow(row.line, "there is no ClaimReview in it")


def _again(made: EarlierClaim, lines: dict[str, tuple[int, str]], line: int) -> EarlierClaim | BadRow:
    """A row whose id came before: left out where it is the same claim, else kept without the id as one of its own.

    One check often rates several claims, and tables then repeat its id or address.
    """
    if made.external_id is None:
        return made
    first, claim = lines.setdefault(made.external_id, (line, made.claim))
    if first == line and claim == made.claim:
        return made
    if claim == made.claim:
        return BadRow(line, f'the id "{made.external_id[:40]}" with the same claim was in line {first} already')
    return replace(made, external_id=None, extra={**made.extra, SHARED_ID: made.external_id})


SHARED_ID = "id as written"
"""Where ``extra`` keeps an id that another claim of the file had before."""
UNREAD_DATE = "date as written"
"""Where ``extra`` keeps a date that is none, or that reads in more than one way; the claim is kept without it."""


def _claim(row: Row, source: str) -> EarlierClaim | BadRow:
    columns = _COLUMNS.of(row.fields)
    found: dict[str, Any] = {ours: row.fields[theirs] for ours, theirs in columns.items()}
    claim = words(found.get("claim"))
    if claim is None:
        return BadRow(row.line, "the claim is empty" if "claim" in columns else "there is no field named claim")
    written = words(found.get("date"))
    day = read_date(found.get("date")) if written else None
    unread = {UNREAD_DATE: written} if written and day is None else {}
    body = found.get("body")
    known = set(columns.values())
    return EarlierClaim(
        id="",
        claim=claim,
        external_id=words(found.get("id")),
        source=source,
        title=words(found.get("title")),
        subtitle=words(found.get("subtitle")),
        body=body.strip() or None if isinstance(body, str) else None,
        speaker=words(found.get("speaker")),
        date=day,
        verdict=words(found.get("verdict")),
        url=words(found.get("url")),
        outlet=words(found.get("outlet")),
        extra={str(name): value for name, value in row.fields.items() if name not in known} | unread,
    )


def _no_column(path: Path, seen: tuple[str, ...]) -> IntakeError:
    return IntakeError(
        f"no column is named claim; it has {', '.join(seen[:12])}", path=path, remedy="Name the claim's column claim"
    )
