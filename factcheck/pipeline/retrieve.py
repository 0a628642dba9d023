"""Which earlier claims are nearest to a question, in one order: the indexes asked, the candidates measured and ranked.

Candidates come from meaning and from words alike; what one index found is then measured by the other, so that no
candidate is judged on half of the evidence. The text of a check is looked at in passages: the one that shares most
with the question counts, and only of the leading candidates is it encoded. No relation is made here, so that a batch
of questions, and every benchmark, is ranked by the same code as a single question on the screen.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from factcheck.model import EarlierClaim, Statement
from factcheck.pipeline import evidence
from factcheck.pipeline.evidence import Asked, Read
from factcheck.rank import WEIGHTS, WEIGHTS_OF_MODES, WEIGHTS_OF_POSTS, Features, foremost, fuse, latin
from factcheck.store import Filter, VectorKind

if TYPE_CHECKING:
    from factcheck.index.words import WordIndex
    from factcheck.workspace import Workspace

POOL = 200
"""Candidates taken from each index."""
MEASURED = 100
"""Of these, how many are measured in full, unless more hits are asked for."""
ENCODED = 12
"""Of these, of how many the best passages of the check's text are encoded."""
_CHECKS = 2  # passages encoded of each
_HEAD = 50  # places given by all measures; below, an answer's exact place no longer counts, only that it is found

_OTHER_SCRIPT = 0.5
_KEPT = 20_000  # passages' vectors of one workspace, some 30 MB

Matrix = npt.NDArray[np.float32]
_vectors: WeakKeyDictionary[Workspace, OrderedDict[str, npt.NDArray[np.float32]]] = WeakKeyDictionary()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question ready to be looked up.

    Attributes:
        words: its text for the word index.
        said: its text without addresses, for names and numbers.
        vectors: (n, dimension) of the question and of its sentences; None where only words are searched.
        bare: (1, dimension) of the question without its numbers; None where it has none.
        own: the claim of the workspace that asks, which is never found itself.
        post: it is a post of a social network.
    """

    words: str
    said: str
    vectors: Matrix | None = None
    bare: Matrix | None = None
    own: Statement | None = None
    phrases: tuple[str, ...] = ()
    post: bool = False

    def weights(self, mode: str) -> Mapping[str, float]:
        """What each measure counts for."""
        return WEIGHTS_OF_MODES.get(mode) or (WEIGHTS_OF_POSTS if self.post else WEIGHTS)


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in its place. ``where`` and ``passage``: the field that matched best, and its text or passage."""

    there: Statement | EarlierClaim
    rank: int
    score: float
    score_parts: Mapping[str, float]
    where: str
    passage: str


@dataclass(slots=True)
class _Candidate:
    row: int
    earlier: bool
    read: Read | None = None
    parts: dict[str, float] = field(default_factory=dict)
    asked: Asked | None = None
    where: str = "claim"
    passage: str = ""
    checks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return _key(self.row, self.earlier)

    def measured(self, part: str, value: float) -> None:
        """Take up a measure; of two for one part the higher."""
        known = self.parts.get(part)
        if known is None or value > known:
            self.parts[part] = value

    @property
    def features(self) -> Features:
        """What is known of it so far."""
        known: dict[str, Any] = dict(self.parts)
        if self.read is not None and self.asked is not None:
            known |= {"query_names": self.asked.names, "query_numbers": self.asked.numbers}
            known |= {"names": self.read.names, "numbers": self.read.numbers}
        return Features(self.key, **known)


def _key(row: int, earlier: bool) -> str:
    return f"{'e' if earlier else 'c'}{row}"


def ranked(
    workspace: Workspace, questions: Sequence[Wanted], *, k: int, mode: str, among: Filter | None = None
) -> list[list[Found]]:
    """The ``k`` nearest of each question, best first.

    Args:
        mode: ``hybrid``, ``meaning`` or ``words``.
        among: only claims that match it.
    """
    pools: list[dict[str, _Candidate]] = [{} for _ in questions]
    for earlier in (False, True):
        allowed = None
        if among is not None:
            matching = workspace.store.earlier_rows_matching if earlier else workspace.store.rows_matching
            allowed = matching(among)
            if not len(allowed):
                continue
        _gather(workspace, questions, pools, earlier=earlier, mode=mode, allowed=allowed, size=max(POOL, 2 * k))
    chosen = [_kept(workspace, question, pool, k) for question, pool in zip(questions, pools, strict=True)]
    if mode == "hybrid":
        for question, candidates in zip(questions, chosen, strict=True):
            _measure(workspace, question, candidates)
        _encode_passages(workspace, questions, chosen)
    return [_order(one, question.weights(mode))[:k] for question, one in zip(questions, chosen, strict=True)]


# ------------------------------------------------------------------------------------------------------------ gathering


def _gather(
    workspace: Workspace,
    questions: Sequence[Wanted],
    pools: Sequence[dict[str, _Candidate]],
    *,
    earlier: bool,
    mode: str,
    allowed: npt.NDArray[np.int64] | None,
    size: int,
) -> None:
    """Put the nearest of the indexes of one sort of claim into the pools."""

    def candidate(number: int, row: int) -> _Candidate:
        key = _key(row, earlier)
        made = pools[number].get(key)
        if made is None:
            made = pools[number][key] = _Candidate(row, earlier)
        return made

    phrased = None
    if mode != "meaning" or any(question.phrases for question in questions):
        index = workspace.earlier_words if earlier else workspace.words
        only = None if allowed is None else frozenset(allowed.tolist())
        for number, question in enumerate(questions):
            for row, score in _by_words(index, question, size, only):
                found = candidate(number, row)
                if mode != "meaning":
                    found.measured("words", score)
    if mode == "words":
        return
    kinds = (VectorKind.EARLIER, VectorKind.EARLIER_TITLE) if earlier else (VectorKind.CLAIM,)
    asked = [(number, vector) for number, question in enumerate(questions) for vector in _rows(question.vectors)]
    bare = [(number, vector) for number, question in enumerate(questions) for vector in _rows(question.bare)]
    lookups = [(kind, "meaning", asked) for kind in kinds]
    lookups.append((kinds[0] if earlier else VectorKind.NUMBERLESS, "numberless_meaning", bare))
    for kind, _part, vectors in lookups:
        if not vectors:
            continue
        index_of_kind = workspace.vector_index(kind)
        if not len(index_of_kind):
            continue
        # all that is found is measured below, with what the words found: rescored here it would be fetched twice
        asked_of = np.stack([vector for _, vector in vectors])
        _, rows = index_of_kind.search(asked_of, size, among=allowed, rescore=False)
        for (number, _vector), found_rows in zip(vectors, rows.tolist(), strict=True):
            phrased = bool(questions[number].phrases)
            for row in found_rows:
                if row >= 0 and (not phrased or _key(row, earlier) in pools[number]):
                    candidate(number, row)
    _fill_in(workspace, questions, pools, earlier=earlier, lookups=lookups)


def _rows(matrix: Matrix | None) -> list[npt.NDArray[np.float32]]:
    return [] if matrix is None else list(matrix)


def _by_words(index: WordIndex, question: Wanted, size: int, only: frozenset[int] | None) -> list[tuple[int, float]]:
    quoted = " ".join(f'"{phrase}"' for phrase in question.phrases)
    text = f"{quoted} {question.words}" if quoted else question.words
    return index.search(text, size, phrases=bool(quoted), among=only)


def _fill_in(
    workspace: Workspace,
    questions: Sequence[Wanted],
    pools: Sequence[dict[str, _Candidate]],
    *,
    earlier: bool,
    lookups: Sequence[tuple[VectorKind, str, list[tuple[int, npt.NDArray[np.float32]]]]],
) -> None:
    """Measure by meaning all that was found, by whichever index; the vectors of a row are fetched once."""
    fetched: dict[VectorKind, tuple[dict[int, int], Matrix]] = {}
    for kind, part, vectors in lookups:
        if not vectors:
            continue
        by_question: dict[int, list[npt.NDArray[np.float32]]] = {}
        for number, vector in vectors:
            by_question.setdefault(number, []).append(vector)
        lacking = {number: [one for one in pools[number].values() if one.earlier == earlier] for number in by_question}
        if kind not in fetched:
            rows = sorted({one.row for pool in pools for one in pool.values() if one.earlier == earlier})
            known, matrix = workspace.store.vectors(kind, rows)
            fetched[kind] = {int(row): at for at, row in enumerate(known)}, matrix
        place, matrix = fetched[kind]
        for number, some in lacking.items():
            there = [one for one in some if one.row in place]
            if there:
                likeness = matrix[[place[one.row] for one in there]] @ np.stack(by_question[number]).T
                for one, best in zip(there, likeness.max(axis=1).tolist(), strict=True):
                    one.measured(part, best)


def _kept(workspace: Workspace, question: Wanted, pool: dict[str, _Candidate], k: int) -> list[_Candidate]:
    """The leading candidates by what the indexes said, best first, with the claims they stand for."""
    kept = [
        pool[key]
        for key in foremost([one.features for one in pool.values()], post=question.post)[: max(MEASURED, 2 * k)]
    ]
    for earlier in (False, True):
        some = [one for one in kept if one.earlier == earlier]
        read = evidence.read_rows(workspace, [one.row for one in some], earlier=earlier) if some else {}
        for one in some:
            one.read = read.get(one.row)
    return [one for one in kept if one.read is not None and not _itself(question.own, one.read.there)]


def _itself(own: Statement | None, other: Statement | EarlierClaim) -> bool:
    if own is None or isinstance(other, EarlierClaim):
        return False
    if own.claim_id == other.claim_id:
        return True
    same = own.document_id is not None and own.document_id == other.document_id
    return same and own.claim.start < other.claim.end and other.claim.start < own.claim.end


# ------------------------------------------------------------------------------------------------------------ measuring


def _measure(workspace: Workspace, question: Wanted, candidates: Sequence[_Candidate]) -> None:
    """What each candidate's texts share with the question."""
    if not candidates:
        return
    index = workspace.earlier_words if any(one.earlier for one in candidates) else workspace.words
    asked = evidence.asked(index, question.words, question.said)
    for one in candidates:
        if one.read is None:
            continue
        shared = evidence.shared(asked, one.read, few=_CHECKS)
        one.where, one.passage, one.checks = shared.matched.field, shared.matched.text, shared.checks
        one.asked = asked
        for part, value in shared.parts.items():
            one.measured(part, value)
    _measure_script(question, candidates)


def _measure_script(question: Wanted, candidates: Sequence[_Candidate]) -> None:
    """Whose claim is written as the question is; not where all are, for it would only lift every score."""
    own = round(latin(question.said))
    same = {one.key: 1.0 - abs(own - latin(one.read.headings[0].text)) for one in candidates if one.read is not None}
    if same and min(same.values()) < _OTHER_SCRIPT:
        for one in candidates:
            one.measured("script", same.get(one.key, 0.0))


def _encode_passages(workspace: Workspace, questions: Sequence[Wanted], chosen: Sequence[Sequence[_Candidate]]) -> None:
    """Cosine of the question and the best passage, of the leading candidates that have a text of their own."""
    leading: list[tuple[Matrix, _Candidate]] = []
    for question, candidates in zip(questions, chosen, strict=True):
        if question.vectors is None:
            continue
        by_key = {one.key: one for one in candidates if one.checks}
        order = fuse([one.features for one in candidates], weights=question.weights("hybrid"))[:ENCODED]
        leading += [(question.vectors, by_key[one.key]) for one in order if one.key in by_key]
    vectors = _encoded(workspace, dict.fromkeys(text for _, one in leading for text in one.checks))
    for asked, one in leading:
        one.measured("passage", max(float((asked @ vectors[text]).max()) for text in one.checks))
    for one in (one for candidates in chosen for one in candidates):
        if (meaning := one.parts.get("meaning")) is not None:
            one.measured("passage", meaning)  # a claim is a passage of its check too


def _encoded(workspace: Workspace, texts: Iterable[str]) -> Mapping[str, npt.NDArray[np.float32]]:
    """Vectors of passages; the latest are kept, so that the next question, or the next page, encodes few."""
    kept = _vectors.setdefault(workspace, OrderedDict())
    wanted = list(texts)
    with _lock:
        found = {text: kept[text] for text in wanted if text in kept}
    missing = [text for text in wanted if text not in found]
    if missing:
        found |= zip(missing, workspace.encoder.encode(missing), strict=True)
        with _lock:
            kept |= {text: found[text] for text in missing}
            while len(kept) > _KEPT:
                kept.popitem(last=False)
    return found


def _order(candidates: Sequence[_Candidate], weights: Mapping[str, float]) -> list[Found]:
    """By all measures; deep in the list by the indexes alone, which forget less, with a score that never rises."""
    by_key = {one.key: one for one in candidates}
    order = fuse([one.features for one in candidates], weights=weights)
    deep = {one.key: one for one in order[_HEAD:]}
    order[_HEAD:] = [deep[one.key] for one in candidates if one.key in deep]
    made: list[Found] = []
    for rank, place in enumerate(order, start=1):
        one = by_key[place.key]
        if one.read is not None:
            score = min(place.score, made[-1].score) if made else place.score
            where, text = (one.where, one.passage) if one.passage else _first(one.read)
            made.append(Found(one.read.there, rank, score, place.score_parts, where, text))
    return made


def _first(read: Read) -> tuple[str, str]:
    return read.headings[0].field, read.headings[0].text
