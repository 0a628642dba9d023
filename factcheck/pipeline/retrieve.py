"""Which earlier claims are nearest to a question, in one order: the indexes asked, the candidates measured and ranked.

Candidates come from meaning and from words alike; what one index found is then measured by the other, so that no
candidate is judged on half of the evidence. The text of a check is looked at in passages: the one that shares most
with the question counts, and only of the leading candidates is it encoded. No relation is made here, so that a batch
of questions, and every benchmark, is ranked by the same code as a single question on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from factcheck.compare.tokens import names, tokens
from factcheck.model import EarlierClaim, Statement
from factcheck.pipeline import wording
from factcheck.pipeline.query import SENTENCE_END
from factcheck.rank import (
    WEIGHTS,
    WEIGHTS_OF_INDEXES,
    WEIGHTS_OF_TEXTS,
    Features,
    fuse,
    neighbours,
    share,
    shared_neighbours,
)
from factcheck.store import Filter, VectorKind

if TYPE_CHECKING:
    from factcheck.index.words import WordIndex
    from factcheck.workspace import Workspace

POOL = 200
"""Candidates taken from each index."""
MEASURED = 50
"""Of these, how many are measured in full, unless more hits are asked for."""
ENCODED = 10
"""Of these, of how many the best passage of the check's text is encoded."""
_PASSAGE = 320  # characters of a passage, about three sentences
_PASSAGES = 40  # looked at, of one text

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question ready to be looked up.

    Attributes:
        words: its text for the word index.
        said: its text without addresses, for names and numbers.
        vectors: (n, dimension) of the question and of its sentences; None where only words are searched.
        bare: (1, dimension) of the question without its numbers; None where it has none.
        own: the claim of the workspace that asks, which is never found itself.
    """

    words: str
    said: str
    vectors: Matrix | None = None
    bare: Matrix | None = None
    own: Statement | None = None
    phrases: tuple[str, ...] = ()


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
    there: Statement | EarlierClaim | None = None
    features: Features = field(default_factory=lambda: Features(""))
    where: str = "claim"
    passage: str = ""
    check: str = ""

    @property
    def key(self) -> str:
        return f"{'e' if self.earlier else 'c'}{self.row}"

    def measured(self, **parts: float | None) -> None:
        """Take up measures; of two for one part the higher."""
        known = {name: getattr(self.features, name) for name in parts}
        better: dict[str, Any] = {
            name: float(value)
            for name, value in parts.items()
            if value is not None and (known[name] is None or value > known[name])
        }
        if better:
            self.features = replace(self.features, **better)


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
    return [_order(candidates)[:k] for candidates in chosen]


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
        made = _Candidate(row, earlier)
        return pools[number].setdefault(made.key, made)

    phrased = None
    if mode != "meaning" or any(question.phrases for question in questions):
        index = workspace.earlier_words if earlier else workspace.words
        only = None if allowed is None else frozenset(allowed.tolist())
        for number, question in enumerate(questions):
            for row, score in _by_words(index, question, size, only):
                found = candidate(number, row)
                if mode != "meaning":
                    found.measured(words=score)
    if mode == "words":
        return
    kinds = (VectorKind.EARLIER, VectorKind.EARLIER_TITLE) if earlier else (VectorKind.CLAIM,)
    asked = [(number, vector) for number, question in enumerate(questions) for vector in _rows(question.vectors)]
    bare = [(number, vector) for number, question in enumerate(questions) for vector in _rows(question.bare)]
    lookups = [(kind, "meaning", asked) for kind in kinds]
    lookups.append((kinds[0] if earlier else VectorKind.NUMBERLESS, "numberless_meaning", bare))
    for kind, part, vectors in lookups:
        if not vectors:
            continue
        index_of_kind = workspace.vector_index(kind)
        if not len(index_of_kind):
            continue
        scores, rows = index_of_kind.search(np.stack([vector for _, vector in vectors]), size, among=allowed)
        for (number, _vector), line, found_rows in zip(vectors, scores.tolist(), rows.tolist(), strict=True):
            phrased = bool(questions[number].phrases)
            for score, row in zip(line, found_rows, strict=True):
                key = f"{'e' if earlier else 'c'}{row}"
                if row >= 0 and (not phrased or key in pools[number]):
                    candidate(number, row).measured(**{part: score})
    _fill_in(workspace, questions, pools, earlier=earlier, lookups=lookups)


def _rows(matrix: Matrix | None) -> list[npt.NDArray[np.float32]]:
    return [] if matrix is None else list(matrix)


def _by_words(index: WordIndex, question: Wanted, size: int, only: frozenset[int] | None) -> list[tuple[int, float]]:
    quoted = " ".join(f'"{phrase}"' for phrase in question.phrases)
    text = f"{quoted} {question.words}" if quoted else question.words
    hits = index.search(text, size if only is None else 10 * size, phrases=bool(quoted))
    return [(row, score) for row, score in hits if only is None or row in only][:size]


def _fill_in(
    workspace: Workspace,
    questions: Sequence[Wanted],
    pools: Sequence[dict[str, _Candidate]],
    *,
    earlier: bool,
    lookups: Sequence[tuple[VectorKind, str, list[tuple[int, npt.NDArray[np.float32]]]]],
) -> None:
    """Measure by meaning what only the words, or only another vector, found."""
    for kind, part, vectors in lookups:
        if not vectors:
            continue
        by_question: dict[int, list[npt.NDArray[np.float32]]] = {}
        for number, vector in vectors:
            by_question.setdefault(number, []).append(vector)
        lacking = {number: [one for one in pools[number].values() if one.earlier == earlier] for number in by_question}
        rows = sorted({one.row for some in lacking.values() for one in some})
        known, matrix = workspace.store.vectors(kind, rows)
        place = {int(row): at for at, row in enumerate(known)}
        for number, some in lacking.items():
            there = [one for one in some if one.row in place]
            if there:
                likeness = matrix[[place[one.row] for one in there]] @ np.stack(by_question[number]).T
                for one, best in zip(there, likeness.max(axis=1).tolist(), strict=True):
                    one.measured(**{part: best})


def _kept(workspace: Workspace, question: Wanted, pool: dict[str, _Candidate], k: int) -> list[_Candidate]:
    """The leading candidates by what the indexes said, with the claims they stand for."""
    for key, one in pool.items():
        one.features = replace(one.features, key=key)
    order = fuse([one.features for one in pool.values()], weights=WEIGHTS_OF_INDEXES)[: max(MEASURED, 2 * k)]
    kept = [pool[one.key] for one in order]
    claims = workspace.store.statements_of_rows([one.row for one in kept if not one.earlier])
    checked = workspace.store.earlier_of_rows([one.row for one in kept if one.earlier])
    for one in kept:
        one.there = checked.get(one.row) if one.earlier else claims.get(one.row)
    return [one for one in kept if one.there is not None and not _itself(question.own, one.there)]


def _itself(own: Statement | None, other: Statement | EarlierClaim) -> bool:
    if own is None or isinstance(other, EarlierClaim):
        return False
    if own.claim_id == other.claim_id:
        return True
    same = own.document_id is not None and own.document_id == other.document_id
    return same and own.claim.start < other.claim.end and other.claim.start < own.claim.end


# ------------------------------------------------------------------------------------------------------------ measuring


def _measure(workspace: Workspace, question: Wanted, candidates: Sequence[_Candidate]) -> None:
    """Words, neighbours, names and numbers shared, of each candidate's claim, title and best passage."""
    if not candidates:
        return
    index = workspace.earlier_words if any(one.earlier for one in candidates) else workspace.words
    words = index.words_of(question.words)
    rarity = index.rarity(dict.fromkeys(words))
    pairs = neighbours(words)
    there = frozenset(words)
    asked_names, asked_numbers = names(question.said), _numbers(question.said)
    for one in candidates:
        best = -1.0
        whole: set[str] = set()
        for where, text in _headings(one.there):
            its = index.words_of(text)
            whole.update(its)
            shared = share(rarity, frozenset(its))
            if shared > best:
                best, one.where, one.passage = shared, where, text
            one.measured(
                wording=shared,
                claim_found=share(index.rarity(dict.fromkeys(its)), there),
                phrases=shared_neighbours(pairs, neighbours(its), rarity),
            )
        for where, passage in _passages(one.there):
            its = index.words_of(passage)
            whole.update(its)
            shared = share(rarity, frozenset(its))
            if one.features.in_check is None or shared > one.features.in_check:
                one.check = passage
                if shared > best:
                    best, one.where, one.passage = shared, where, passage
            one.measured(in_check=shared, phrases=shared_neighbours(pairs, neighbours(its), rarity))
        one.measured(anywhere=share(rarity, whole))
        if one.features.in_check is None:
            one.measured(in_check=one.features.wording)
        about = " ".join(text for _, text in _headings(one.there)) + f" {one.check} {_said_by(one.there) or ''}"
        one.features = replace(
            one.features,
            query_names=asked_names,
            names=names(about),
            query_numbers=asked_numbers,
            numbers=_numbers(about),
        )


def _headings(there: Statement | EarlierClaim | None) -> list[tuple[str, str]]:
    if isinstance(there, EarlierClaim):
        return [(name, text) for name, text in (("claim", there.claim), ("title", there.title)) if text]
    return [("claim", there.claim.restated or there.claim.text)] if there is not None else []


def _passages(there: Statement | EarlierClaim | None) -> list[tuple[str, str]]:
    if not isinstance(there, EarlierClaim):
        return []
    made = [("subtitle", there.subtitle)] if there.subtitle else []
    return made + [("body", one) for one in passages(there.body or "")]


def passages(text: str) -> list[str]:
    """``text`` in passages of whole sentences, each at most some three hundred characters where sentences allow."""
    made: list[str] = []
    for sentence in SENTENCE_END.split(text):
        tidy = " ".join(sentence.split()) if sentence else ""
        if not tidy:
            continue
        if made and len(made[-1]) + len(tidy) < _PASSAGE:
            made[-1] = f"{made[-1]} {tidy}"
        elif len(made) < _PASSAGES:
            made.append(tidy[: 2 * _PASSAGE])
        else:
            break
    return made


def _said_by(there: Statement | EarlierClaim | None) -> str | None:
    if isinstance(there, EarlierClaim):
        return there.speaker
    return wording.speaker_line(there) if there is not None else None


def _numbers(text: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens(text) if token.is_number)


def _encode_passages(workspace: Workspace, questions: Sequence[Wanted], chosen: Sequence[Sequence[_Candidate]]) -> None:
    """Cosine of the question and the best passage, of the leading candidates that have a text of their own."""
    leading: list[tuple[int, _Candidate]] = []
    for number, candidates in enumerate(chosen):
        by_key = {one.key: one for one in candidates if one.check}
        order = fuse([one.features for one in candidates], weights=_weights(candidates))[:ENCODED]
        leading += [(number, by_key[one.key]) for one in order if one.key in by_key]
    texts = list(dict.fromkeys(one.check for _, one in leading))
    if not texts:
        return
    vectors = dict(zip(texts, workspace.encoder.encode(texts), strict=True))
    for number, one in leading:
        asked = questions[number].vectors
        if asked is not None:
            one.measured(passage=float((asked @ vectors[one.check]).max()))
    for one in (one for candidates in chosen for one in candidates):
        one.measured(passage=one.features.meaning)  # a claim is a passage of its check too


def _weights(candidates: Sequence[_Candidate]) -> Mapping[str, float]:
    """Those for short claims, or those for checks with their texts, as most of the candidates are."""
    with_text = sum(isinstance(one.there, EarlierClaim) and bool(one.there.body) for one in candidates)
    return WEIGHTS_OF_TEXTS if 2 * with_text > len(candidates) else WEIGHTS


def _order(candidates: Sequence[_Candidate]) -> list[Found]:
    by_key = {one.key: one for one in candidates}
    made = []
    for place in fuse([one.features for one in candidates], weights=_weights(candidates)):
        one = by_key[place.key]
        if one.there is not None:
            where, text = (one.where, one.passage) if one.passage else _headings(one.there)[0]
            made.append(Found(one.there, place.rank, place.score, place.score_parts, where, text))
    return made
