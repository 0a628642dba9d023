"""Earlier claims: those of the workspace, and those imported with a verdict; by meaning, by words, or by both.

Meaning finds what is said in other words, words find names and rare terms, the vectors without numbers find the same
thing with another figure. :mod:`factcheck.rank` makes one order of them. Every hit then passes the number gate: its
relation says whether it is the same claim, another figure for the same thing, or something else that sounds alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from factcheck.compare import compare, differing_parts
from factcheck.compare.tokens import names, tokens
from factcheck.errors import UsageError
from factcheck.extract import numberless
from factcheck.intake import date_option
from factcheck.model import EarlierClaim, Group, Relation, RelationKind, Speaker, Statement
from factcheck.pipeline import decide, wording
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.passages import Passage, headline, statements
from factcheck.pipeline.views import Hit, SearchResult
from factcheck.rank import Features, fuse
from factcheck.store import Filter, VectorKind

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factcheck.workspace import Workspace

Mode = Literal["hybrid", "meaning", "words"]
MODES = ("hybrid", "meaning", "words")
POOL = 200
"""Candidates taken from each index before they are put in one order."""
LONGEST = 2_000
"""Characters of a question that are looked at; a claim has about 150."""
NEAR = 0.35
"""Score below which a hit is called a miss."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims may be found; None does not filter. ``value`` is a closed interval, open where None."""

    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    unit: str | None = None
    value: tuple[float | None, float | None] | None = None
    verdict: str | None = None


FILTER_NAMES = ("speaker", "outlet", "since", "until", "unit", "value", "verdict")


def filters(**given: str | None) -> Filters:
    """Filters as a person types them: days as YYYY-MM-DD, the value as ``3500..4500``, ``..100`` or ``20000..``.

    Raises:
        UsageError: a date is no date, or the value is no range.
    """
    unknown = set(given) - set(FILTER_NAMES)
    if unknown:
        raise UsageError(f"there is no filter {sorted(unknown)[0]}")
    wanted = {name: (text or "").strip() or None for name, text in given.items()}
    return Filters(
        speaker=wanted.get("speaker"),
        outlet=wanted.get("outlet"),
        since=date_option(wanted.get("since")),
        until=date_option(wanted.get("until")),
        unit=wanted.get("unit"),
        value=_value(wanted.get("value")),
        verdict=wanted.get("verdict"),
    )


def _value(text: str | None) -> tuple[float | None, float | None] | None:
    if text is None:
        return None
    low, dots, high = text.replace(",", "").partition("..")
    try:
        ends = (float(low) if low.strip() else None, float(high) if high.strip() else None)
    except ValueError as error:
        raise UsageError(f'"{text[:40]}" is no range of values', remedy="Write it as 3500..4500") from error
    if not dots:
        ends = (ends[0], ends[0])
    if ends == (None, None):
        raise UsageError(f'"{text[:40]}" is no range of values', remedy="Write it as 3500..4500")
    return ends


# ------------------------------------------------------------------------------------------------------------- search


@dataclass(frozen=True, slots=True)
class _Question:
    """What is looked for: its text, its claims, its vectors, and what it may not find."""

    text: str
    claims: tuple[Statement, ...]
    vectors: npt.NDArray[np.float32] | None
    own: Statement | None = None


def search(
    workspace: Workspace, text: str, *, k: int = 10, mode: str = "hybrid", filters: Filters | None = None
) -> SearchResult:
    """The ``k`` earlier claims nearest to ``text``, best first.

    Raises:
        UsageError: the text is empty, or there is no such mode.
        ModelError: the workspace's vectors were made by another model.
    """
    asked = " ".join(text[: 4 * LONGEST].split())[:LONGEST]
    if not any(character.isalnum() for character in asked):
        raise UsageError("there is nothing to search for", remedy="Give a few words, a name or a figure")
    if mode not in MODES:
        raise UsageError(f"the mode must be one of {', '.join(MODES)}")
    claims = tuple(statements(Passage(asked)))
    vectors = None
    if mode != "words" and _anything(workspace):
        bare = numberless(claims[0].claim) if claims[0].claim.figures else asked
        vectors = workspace.encoder.encode([asked, bare])
    return _find(workspace, _Question(asked, claims, vectors), k=k, mode=mode, wanted=filters or Filters())


def similar(workspace: Workspace, statement: Statement, *, k: int = 8) -> SearchResult:
    """Earlier claims like one of the workspace, without itself and what overlaps it."""

    def make() -> SearchResult:
        claim_id = statement.claim_id or ""
        stored = [workspace.store.vector_of(claim_id, kind) for kind in (VectorKind.CLAIM, VectorKind.NUMBERLESS)]
        import numpy as np

        text = statement.claim.restated or statement.claim.text
        question = _Question(text[:LONGEST], (statement,), np.stack(stored), own=statement)
        return _find(workspace, question, k=k, mode="hybrid", wanted=Filters())

    return remembered(workspace, ("similar", statement.claim_id, k), make)


def checked_before(workspace: Workspace, statement: Statement, *, at_least: float) -> EarlierClaim | None:
    """The nearest imported claim with a verdict that the number gate lets pass as the same; None where none is near."""

    def make() -> EarlierClaim | None:
        vector = workspace.store.vector_of(statement.claim_id or "", VectorKind.CLAIM)
        scores, rows = workspace.earlier_vectors.search(vector, 5)
        near = [row for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True) if score >= at_least]
        found = workspace.store.earlier_of_rows([row for row in near if row >= 0])
        for row in near:
            if row in found and found[row].verdict and _same(_relation((statement,), earlier_statement(found[row]))):
                return found[row]
        return None

    return remembered(workspace, ("checked", statement.claim_id, at_least), make)


def _same(relation: Relation) -> bool:
    return relation.group is Group.AGREE


def _anything(workspace: Workspace) -> bool:
    counts = workspace.store.counts()
    return bool(counts["claims"] or counts["earlier_claims"])


@dataclass(slots=True)
class _Candidate:
    """One row of an index with what was measured on it."""

    row: int
    earlier: bool
    meaning: float | None = None
    numberless: float | None = None
    words: float | None = None

    @property
    def key(self) -> str:
        return f"{'e' if self.earlier else 'c'}{self.row}"


def _find(workspace: Workspace, question: _Question, *, k: int, mode: str, wanted: Filters) -> SearchResult:
    pool = _pool(workspace, question, mode, wanted, max(POOL, 2 * k))
    claims = workspace.store.statements_of_rows([one.row for one in pool if not one.earlier])
    checked = workspace.store.earlier_of_rows([one.row for one in pool if one.earlier])
    features, by_key = [], {}
    for one in pool:
        there = checked.get(one.row) if one.earlier else claims.get(one.row)
        if there is None or (isinstance(there, Statement) and _itself(question.own, there)):
            continue
        by_key[one.key] = there
        features.append(_features(question, one, there))
    ranked = fuse(features)[:k]
    hits = tuple(_hit(workspace, question, one.rank, by_key[one.key], one.score, one.score_parts) for one in ranked)
    counts = workspace.store.counts()
    nearest = hits[0] if hits and hits[0].score < NEAR else None
    return SearchResult(hits, counts["claims"] + counts["earlier_claims"], workspace.store.latest_day(), nearest)


def _pool(workspace: Workspace, question: _Question, mode: str, wanted: Filters, size: int) -> list[_Candidate]:
    """The nearest of every index, each row once."""
    chosen = _filter(wanted)
    pool: dict[str, _Candidate] = {}

    def candidate(row: int, earlier: bool) -> _Candidate:
        made = _Candidate(row, earlier)
        return pool.setdefault(made.key, made)

    for earlier in (False, True):
        among = None
        if chosen is not None:
            matching = workspace.store.earlier_rows_matching if earlier else workspace.store.rows_matching
            among = matching(chosen)
            if not len(among):
                continue
        if mode != "words" and question.vectors is not None:
            for part, kind, vector in _lookups(earlier, question.vectors):
                scores, rows = workspace.vector_index(kind).search(vector, size, among=among)
                for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True):
                    if row >= 0:
                        setattr(candidate(row, earlier), part, score)
        if mode != "meaning":
            index = workspace.earlier_words if earlier else workspace.words
            allowed = None if among is None else set(among.tolist())
            for row, score in index.search(question.text, size if allowed is None else 10 * size):
                if allowed is None or row in allowed:
                    candidate(row, earlier).words = score
    return list(pool.values())


def _lookups(earlier: bool, vectors: npt.NDArray[np.float32]) -> list[tuple[str, VectorKind, npt.NDArray[np.float32]]]:
    if earlier:
        return [("meaning", VectorKind.EARLIER, vectors[0])]
    return [("meaning", VectorKind.CLAIM, vectors[0]), ("numberless", VectorKind.NUMBERLESS, vectors[1])]


def _filter(wanted: Filters) -> Filter | None:
    if wanted == Filters():
        return None
    low, high = wanted.value or (None, None)
    return Filter(
        speaker=wanted.speaker,
        outlet=wanted.outlet,
        since=wanted.since,
        until=wanted.until,
        unit=wanted.unit,
        value_low=low,
        value_high=high,
        verdict=wanted.verdict,
    )


def _itself(own: Statement | None, other: Statement) -> bool:
    if own is None:
        return False
    if own.claim_id == other.claim_id:
        return True
    same = own.document_id is not None and own.document_id == other.document_id
    return same and own.claim.start < other.claim.end and other.claim.start < own.claim.end


def _features(question: _Question, one: _Candidate, there: Statement | EarlierClaim) -> Features:
    text = there.claim if isinstance(there, EarlierClaim) else there.claim.restated or there.claim.text
    said_by = there.speaker if isinstance(there, EarlierClaim) else wording.speaker_line(there)
    return Features(
        key=one.key,
        meaning=one.meaning,
        numberless_meaning=one.numberless,
        words=one.words,
        query_names=_names(question.text),
        names=_names(f"{text} {said_by or ''}"),
        query_numbers=_numbers(question.text),
        numbers=_numbers(text),
    )


@lru_cache(maxsize=8192)
def _names(text: str) -> frozenset[str]:
    return names(text)


@lru_cache(maxsize=8192)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens(text) if token.is_number)


# --------------------------------------------------------------------------------------------------------------- hits


def _hit(
    workspace: Workspace,
    question: _Question,
    rank: int,
    there: Statement | EarlierClaim,
    score: float,
    parts: Any,
) -> Hit:
    statement = earlier_statement(there) if isinstance(there, EarlierClaim) else there
    made = _of_earlier(there) if isinstance(there, EarlierClaim) else _of_claim(workspace, question, there)
    field = max(parts, key=lambda name: parts[name], default="meaning")
    return replace(
        made,
        rank=rank,
        score=round(score, 4),
        score_parts={name: round(value, 4) for name, value in parts.items()},
        matched={"field": "claim", "by": field, "text": made.text},
        relation=_relation(question.claims, statement),
        differing=_differing(question.text, made.text),
    )


_NO_RELATION = Relation(RelationKind.UNRELATED, "")


def _of_claim(workspace: Workspace, question: _Question, there: Statement) -> Hit:
    own = question.own.claim_id if question.own is not None else None
    standing = decide.on_pair(workspace, own, there.claim_id or "") if own else []
    verdicts = [one for one in decide.on_claim(workspace, there.claim_id or "") if one.kind == "verdict"]
    return Hit(
        rank=0,
        claim_id=there.claim_id or "",
        external_id=None,
        text=there.claim.text,
        score=0.0,
        score_parts={},
        matched={},
        relation=_NO_RELATION,
        speaker=there.claim.speaker.name if there.claim.speaker else None,
        date=wording.known_on(there),
        outlet=there.outlet,
        verdict=str(verdicts[-1].payload.get("rating")) if verdicts else None,
        url=there.url,
        document_id=there.document_id,
        start=there.claim.start,
        end=there.claim.end,
        demonstration=there.demonstration,
        decision=standing[-1] if standing else None,
    )


def _of_earlier(there: EarlierClaim) -> Hit:
    return Hit(
        rank=0,
        claim_id=there.id,
        external_id=there.external_id,
        text=there.claim,
        score=0.0,
        score_parts={},
        matched={},
        relation=_NO_RELATION,
        speaker=there.speaker,
        date=there.date,
        outlet=there.outlet,
        verdict=there.verdict,
        url=there.url,
        document_id=None,
        start=None,
        end=None,
        demonstration=there.demonstration,
    )


def earlier_statement(earlier: EarlierClaim) -> Statement:
    """An imported claim as a statement that can be compared: its figures are read, its speaker is the table's."""
    first = statements(Passage(earlier.claim, source=earlier.outlet))[0]
    claim = first.claim
    if claim.speaker is None and earlier.speaker:
        claim = replace(claim, speaker=Speaker("", 0, 0, name=earlier.speaker))
    return replace(first, claim=claim, claim_id=earlier.id, title=earlier.title, published_on=earlier.date)


def _relation(mine: Sequence[Statement], other: Statement) -> Relation:
    return headline([compare(one, other) for one in mine])


def _differing(mine: str, theirs: str) -> tuple[tuple[str, tuple[int, int] | None, tuple[int, int] | None], ...]:
    return tuple(
        (
            str(part.kind),
            (part.a.start, part.a.end) if part.a else None,
            (part.b.start, part.b.end) if part.b else None,
        )
        for part in differing_parts(mine, theirs)
    )
