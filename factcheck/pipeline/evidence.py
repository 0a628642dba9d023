"""What a claim that was found shares with the question: words, runs of words, names, numbers, its best passages.

A claim's texts are cut into words once and kept by its row, which names one content for ever; measuring a question
against a hundred of them is then a matter of looking words up. Stands apart from looking candidates up, which knows
indexes and no texts, and from :mod:`factcheck.rank`, which knows neither.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.tokens import names, tokens
from factcheck.model import EarlierClaim, Statement
from factcheck.pipeline import wording
from factcheck.pipeline.labels_en import without_label
from factcheck.pipeline.memo import of_many_rows
from factcheck.pipeline.query import SENTENCE_END
from factcheck.rank import best_window, longest_run, neighbours, rarest, share, shared_neighbours

if TYPE_CHECKING:
    from factcheck.index.words import WordIndex
    from factcheck.workspace import Workspace

_PASSAGE = 320  # characters of a passage, about three sentences
_PASSAGES = 40  # looked at, of one text


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a claim's texts: which ``field`` it is of, as it stands there, and its words as the index has them."""

    field: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A claim that may be found, read once.

    Attributes:
        headings: claim and title, without a checker's label in front.
        passages: subtitle and body in pieces of some sentences.
        names, numbers: normalised, of all of it and of the speaker's line.
    """

    there: Statement | EarlierClaim
    headings: tuple[Part, ...]
    passages: tuple[Part, ...]
    names: frozenset[str]
    numbers: frozenset[str]

    def words(self) -> list[str]:
        """All words in their order."""
        return [word for part in (*self.headings, *self.passages) for word in part.words]


@dataclass(frozen=True, slots=True)
class Asked:
    """The question's side of the comparison.

    Attributes:
        words: in their order, as the index has them; ``rarity``: how much each of them tells.
    """

    words: tuple[str, ...]
    rarity: Mapping[str, float]
    pairs: frozenset[tuple[str, str]]
    rare: Mapping[str, float]
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """The measures of one claim, by name of :class:`factcheck.rank.Features`, and the passages nearest by words.

    Attributes:
        matched: what shares most with the question.
        checks: passages of the check's body, best first.
    """

    parts: Mapping[str, float]
    matched: Part
    checks: tuple[str, ...]


def asked(index: WordIndex, words: str, said: str) -> Asked:
    """A question, read: ``words`` as they are looked up, ``said`` without addresses for names and numbers."""
    its = tuple(index.words_of(words))
    rarity = index.rarity(dict.fromkeys(its))
    return Asked(its, rarity, neighbours(its), rarest(rarity), names(said), _numbers(said))


def read_rows(workspace: Workspace, rows: Sequence[int], *, earlier: bool) -> dict[int, Read]:
    """The claims of these rows, read; each once while the process lives. Rows that are gone are left out."""
    index = workspace.earlier_words if earlier else workspace.words

    def make(missing: Sequence[int]) -> Mapping[int, Read]:
        store = workspace.store
        found: Mapping[int, Statement | EarlierClaim] = (
            store.earlier_of_rows(missing) if earlier else store.statements_of_rows(missing)
        )
        return {row: _read(index, there) for row, there in found.items()}

    return of_many_rows(workspace, "read earlier" if earlier else "read", rows, make)


def shared(question: Asked, read: Read, *, few: int) -> Shared:
    """Measure one claim against the question; ``few`` is how many passages are given back."""
    parts: dict[str, float] = {"wording": 0.0, "phrases": 0.0}

    def better(**measured: float) -> None:
        parts.update({name: value for name, value in measured.items() if value > parts[name]})

    best, matched = -1.0, read.headings[0]
    for part in read.headings:
        holds = share(question.rarity, frozenset(part.words))
        if holds > best:
            best, matched = holds, part
        better(
            wording=holds,
            phrases=shared_neighbours(question.pairs, neighbours(part.words), question.rarity),
        )
    ranked: list[tuple[float, int]] = []
    for number, part in enumerate(read.passages):
        holds = share(question.rarity, frozenset(part.words))
        if part.field == "body":  # a subtitle leads in, often cut off: its vector tells less than the headline's
            ranked.append((-holds, number))
        if holds > best:
            best, matched = holds, part
        better(phrases=shared_neighbours(question.pairs, neighbours(part.words), question.rarity))
    words = read.words()
    parts["rarest"] = share(question.rare, frozenset(words))
    parts["run"] = longest_run(question.words, words, question.rarity)
    parts["window"] = best_window(question.rarity, words)
    checks = tuple(read.passages[number].text for _, number in sorted(ranked)[:few])
    return Shared(parts, matched, checks)


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


def _read(index: WordIndex, there: Statement | EarlierClaim) -> Read:
    headings = [Part(field, text, _words(index, without_label(text))) for field, text in _headings(there)]
    below = [Part(field, text, _words(index, text)) for field, text in _below(there)]
    about = " ".join(part.text for part in (*headings, *below))
    said_by = there.speaker or "" if isinstance(there, EarlierClaim) else wording.speaker_line(there)
    whole = f"{about} {said_by}"  # for both, so that it is cut into words once
    return Read(there, tuple(headings), tuple(below), names(whole), _numbers(whole))


def _words(index: WordIndex, text: str) -> tuple[str, ...]:
    return tuple(map(sys.intern, index.words_of(text)))  # thousands of claims are kept, of far fewer words


def _headings(there: Statement | EarlierClaim) -> Iterable[tuple[str, str]]:
    if isinstance(there, Statement):
        return [("claim", there.claim.restated or there.claim.text)]
    return [(field, text) for field, text in (("claim", there.claim), ("title", there.title)) if text] or [
        ("claim", "")
    ]


def _below(there: Statement | EarlierClaim) -> Iterable[tuple[str, str]]:
    if isinstance(there, Statement):
        return []
    made = [("subtitle", there.subtitle)] if there.subtitle else []
    return made + [("body", one) for one in passages(there.body or "")]


def _numbers(text: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens(text) if token.is_number)
