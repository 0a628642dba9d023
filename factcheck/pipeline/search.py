"""Earlier claims: those of the workspace, and those imported with a verdict; by meaning, by words, or by both.

Meaning finds what is said in other words, words find names and rare terms, the vectors without numbers find the same
thing with another figure. :mod:`factcheck.rank` makes one order of them. Every hit then passes the number gate: its
relation says whether it is the same claim, another figure for the same thing, or something else that sounds alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.compare import compare
from factcheck.errors import FactcheckError, UsageError
from factcheck.intake import date_option
from factcheck.model import EarlierClaim, Group, Relation, Statement
from factcheck.pipeline import query
from factcheck.pipeline.groups import in_its_group
from factcheck.pipeline.hits import earlier_statement, hit, read_texts
from factcheck.pipeline.listed import listed
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.query import Query, without_numbers
from factcheck.pipeline.retrieve import Found, Wanted, ranked
from factcheck.pipeline.views import Hit, SearchResult
from factcheck.store import Filter, VectorKind

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

MODES = ("hybrid", "meaning", "words")
NEAR = 0.20
"""Score below which a hit is called a miss: of right hits of the tuning queries at rank 1, some 5 in 100 lie below."""


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
    document: str | None = None
    kind: str | None = None


FILTER_NAMES = ("speaker", "outlet", "since", "until", "unit", "value", "verdict", "document", "kind")
KINDS = ("numeric", "attributed", "checked")
"""What ``kind`` may be: claims with a figure, claims that somebody says, claims imported as checked."""


def filters(**given: str | None) -> Filters:
    """Filters as a person types them: days as YYYY-MM-DD, the value as ``3500..4500``, ``..100`` or ``20000..``.

    Raises:
        UsageError: a date is no date, the value is no range, or there is no such kind.
    """
    unknown = set(given) - set(FILTER_NAMES)
    if unknown:
        raise UsageError(f"there is no filter {sorted(unknown)[0]}")
    wanted = {name: (text or "").strip() or None for name, text in given.items()}
    if (kind := wanted.get("kind")) is not None and kind.lower() not in KINDS:
        raise UsageError(f'"{kind[:40]}" is no kind of claim', remedy=f"Choose one of {', '.join(KINDS)}")
    return Filters(
        speaker=wanted.get("speaker"),
        outlet=wanted.get("outlet"),
        since=date_option(wanted.get("since")),
        until=date_option(wanted.get("until")),
        unit=query.unit_name(named) if (named := wanted.get("unit")) else None,
        value=_value(wanted.get("value")),
        verdict=wanted.get("verdict"),
        document=wanted.get("document"),
        kind=kind.lower() if kind else None,
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
    given = [end for end in ends if end is not None]
    if not given or not all(map(math.isfinite, given)) or given != sorted(given) or "_" in text:
        raise UsageError(f'"{text[:40]}" is no range of values', remedy="Write it as 3500..4500")
    return ends


# ------------------------------------------------------------------------------------------------------------- search


def search(
    workspace: Workspace, text: str, *, k: int = 10, mode: str = "hybrid", filters: Filters | None = None
) -> SearchResult:
    """The ``k`` earlier claims nearest to ``text``, best first; how it is read: :func:`factcheck.pipeline.query.read`.

    Raises:
        UsageError: the text is empty, a filter in it makes no sense, or there is no such mode.
        ModelError: the workspace's vectors were made by another model.
    """
    (result,) = search_many(workspace, [text], k=k, mode=mode, filters=filters)
    if isinstance(result, FactcheckError):
        raise result
    return result


def search_many(
    workspace: Workspace, texts: Sequence[str], *, k: int = 10, mode: str = "hybrid", filters: Filters | None = None
) -> list[SearchResult | UsageError]:
    """:func:`search` for many texts at once, encoded together; a text that makes no question gives its error.

    Raises:
        UsageError: there is no such mode.
        ModelError: the workspace's vectors were made by another model.
    """
    told = _searched(workspace)
    answers = _find(workspace, texts, k=k, mode=mode, filters=filters)
    good = [one for one in answers if not isinstance(one, UsageError)]
    read_texts((one.asked, found.there) for one in good if not one.listed for found in one.found)
    return [one if isinstance(one, UsageError) else _told(workspace, one, told) for one in answers]


def find_many(
    workspace: Workspace, texts: Sequence[str], *, k: int = 10, mode: str = "hybrid", filters: Filters | None = None
) -> list[tuple[Query, list[Found]] | UsageError]:
    """What :func:`search_many` finds, in its order, before relations are made: each question as read, and its claims.

    Where nothing holds a phrase in quotation marks, the phrase is looked for as words.

    Raises:
        UsageError: there is no such mode.
        ModelError: the workspace's vectors were made by another model.
    """
    answers = _find(workspace, texts, k=k, mode=mode, filters=filters)
    return [one if isinstance(one, UsageError) else (one.asked, one.found) for one in answers]


@dataclass(slots=True)
class _Answer:
    """A question as read, with all its filters, and what was found; ``listed``: it is nothing but filters."""

    asked: Query
    chosen: Filters
    listed: bool
    found: list[Found] = field(default_factory=list)


def _find(
    workspace: Workspace, texts: Sequence[str], *, k: int, mode: str, filters: Filters | None
) -> list[_Answer | UsageError]:
    if mode not in MODES:
        raise UsageError(f"the mode must be one of {', '.join(MODES)}")
    answers = [_read(text, filters or Filters()) for text in texts]
    asked = [one for one in answers if not isinstance(one, UsageError)]
    ranking = [one for one in asked if not one.listed]
    wanted = questions(workspace, [one.asked for one in ranking], mode=mode)
    together: dict[Filters, list[int]] = {}
    for number, one in enumerate(ranking):
        together.setdefault(one.chosen, []).append(number)
    for chosen, numbers in together.items():
        among = _filter(chosen)
        some = [wanted[number] for number in numbers]
        for number, found in zip(numbers, ranked(workspace, some, k=k, mode=mode, among=among), strict=True):
            ranking[number].found = found
            if not found and wanted[number].phrases:
                loose = replace(wanted[number], phrases=())
                (ranking[number].found,) = ranked(workspace, [loose], k=k, mode=mode, among=among)
    for one in asked:
        if one.listed and (only := _filter(one.chosen)) is not None:
            one.found = listed(workspace, only, k=k)
    return answers


def questions(workspace: Workspace, asked: Sequence[Query], *, mode: str = "hybrid") -> list[Wanted]:
    """Questions ready to be looked up, with their vectors where the mode needs them; encoded in one go."""
    if mode == "words" or not _anything(workspace):
        return [Wanted(one.words, one.meanings[0], phrases=one.phrases, post=one.post) for one in asked]
    bare = [without_numbers(one.meanings[0]) for one in asked]
    texts = [text for one, other in zip(asked, bare, strict=True) for text in (*one.meanings, *filter(None, [other]))]
    vectors = workspace.encoder.encode(texts) if texts else None
    made, at = [], 0
    for one, other in zip(asked, bare, strict=True):
        rows = None if vectors is None else vectors[at : at + len(one.meanings)]
        at += len(one.meanings)
        without = vectors[at : at + 1] if other and vectors is not None else None
        at += bool(other)
        made.append(Wanted(one.words, one.meanings[0], rows, without, phrases=one.phrases, post=one.post))
    return made


def _read(text: str, chosen: Filters) -> _Answer | UsageError:
    """The question, and its filters with those ``chosen`` beside it, which win."""
    asked = query.read(text)
    try:
        typed = filters(**asked.filters)
    except UsageError as error:
        return error
    given = {one.name: getattr(chosen, one.name) for one in fields(chosen)}
    both = replace(typed, **{name: value for name, value in given.items() if value is not None})
    nothing = not any(character.isalnum() for character in asked.text)
    small = not asked.phrases and query.small_words_only(asked.text)
    if (nothing or small) and both == Filters():
        if nothing:
            return UsageError("there is nothing to search for", remedy="Give a few words, a name or a figure")
        return UsageError(
            f'"{asked.text[:40]}" is in every text, so there is nothing to search for',
            remedy="Add what it is about, or put the words in quotation marks",
        )
    return _Answer(asked, both, nothing or small)


def similar(workspace: Workspace, statement: Statement, *, k: int = 8) -> SearchResult:
    """Earlier claims like one of the workspace, without itself and what overlaps it."""

    def make() -> SearchResult:
        claim_id = statement.claim_id or ""
        vector, bare = (
            workspace.store.vector_of(claim_id, kind)[None] for kind in (VectorKind.CLAIM, VectorKind.NUMBERLESS)
        )
        asked = query.plain(statement.claim.restated or statement.claim.text)
        wanted = Wanted(asked.words, asked.text, vector, bare if statement.claim.figures else None, own=statement)
        (found,) = ranked(workspace, [wanted], k=k, mode="hybrid")
        read_texts(((asked, one.there) for one in found), own=statement)
        searched, up_to = _searched(workspace)
        hits = _hits(workspace, asked, found, own=statement)
        return SearchResult(hits, searched, up_to, _nearest(hits))

    return remembered(workspace, ("similar", statement.claim_id, k), make)


def checked_before(workspace: Workspace, statement: Statement, *, at_least: float) -> EarlierClaim | None:
    """The nearest imported claim with a verdict that the number gate lets pass as the same; None where none is near."""

    def make() -> EarlierClaim | None:
        vector = workspace.store.vector_of(statement.claim_id or "", VectorKind.CLAIM)
        scores, rows = workspace.earlier_vectors.search(vector, 5)
        near = [row for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True) if score >= at_least]
        found = workspace.store.earlier_of_rows([row for row in near if row >= 0])
        for row in near:
            if row in found and found[row].verdict and _same(compare(statement, earlier_statement(found[row]))):
                return found[row]
        return None

    return remembered(workspace, ("checked", statement.claim_id, at_least), make, content=True)


def _same(relation: Relation) -> bool:
    return relation.group is Group.AGREE


def _anything(workspace: Workspace) -> bool:
    return _searched(workspace)[0] > 0


def _filter(wanted: Filters) -> Filter | None:
    if wanted == Filters():
        return None
    low, high = wanted.value or (None, None)
    return Filter(
        document_id=wanted.document,
        speaker=wanted.speaker,
        outlet=wanted.outlet,
        since=wanted.since,
        until=wanted.until,
        unit=wanted.unit,
        value_low=low,
        value_high=high,
        verdict=wanted.verdict,
        kind=wanted.kind,
    )


def _searched(workspace: Workspace) -> tuple[int, date | None]:
    def make() -> tuple[int, date | None]:
        counts = workspace.store.counts()
        return counts["claims"] + counts["earlier_claims"], workspace.store.latest_day()

    return remembered(workspace, "searched", make, content=True)


def _told(workspace: Workspace, one: _Answer, searched: tuple[int, date | None]) -> SearchResult:
    """The answer as it is given: its hits with their relations, and what was searched."""
    hits = _hits(workspace, one.asked, one.found)
    among = _filter(one.chosen)
    by_figure = one.chosen.value is not None or one.chosen.unit is not None or one.chosen.kind == "numeric"
    return SearchResult(
        hits,
        *searched,
        nearest=None if one.listed else _nearest(hits),
        matching=_matching(workspace, among) if among is not None else None,
        unread=workspace.store.count_unread_earlier() if by_figure else 0,
        listed=one.listed,
    )


def _hits(
    workspace: Workspace, asked: Query, found: Sequence[Found], *, own: Statement | None = None
) -> tuple[Hit, ...]:
    return tuple(in_its_group(workspace, hit(workspace, asked, one, own)) for one in found)


def _nearest(hits: Sequence[Hit]) -> Hit | None:
    return hits[0] if hits and hits[0].score < NEAR else None


def _matching(workspace: Workspace, among: Filter) -> int:
    def make() -> int:
        store = workspace.store
        return len(store.rows_matching(among)) + len(store.earlier_rows_matching(among))

    return remembered(workspace, ("matching", among), make)
