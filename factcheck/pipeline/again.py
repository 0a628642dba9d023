"""The article again: which document a text is a newer version of, and what changed between the two.

A newer version takes the place of the older: claims whose words are the same keep their ids, and so what persons
decided of them; the rest of the older version's claims stay with it. Nothing is guessed from a title alone: a daily
column prints under one title, so beside title and outlet (or the address) most sentences must be shared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factcheck.compare import differing_parts
from factcheck.extract import numberless
from factcheck.pipeline.memo import remembered
from factcheck.text import normalise

if TYPE_CHECKING:
    from factcheck.model import Document, Statement
    from factcheck.store import DocumentRecord
    from factcheck.workspace import Workspace

SHARED = 0.4
"""Share of the shorter version's sentences that the other must hold too."""
PASTED = 0.6
"""The same where title or outlet of one of the two isn't known, as of a pasted text it often isn't."""
RECENT = 12
"""How many of the latest documents a pasted text without a title or outlet is held against."""
ALIKE = 0.6
"""Share of their words, numbers out, that a sentence and its changed form have in common."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_SHORT = 25
_MOST = 400


@dataclass(frozen=True, slots=True)
class Changed:
    """One claim that says it differently now.

    Attributes:
        differing: kind of each part that differs, and its half-open place in the older and in the newer claim's text,
            None where one side lacks it.
        figures: whether another value is given, and not only other words.
    """

    before: Statement
    now: Statement
    differing: tuple[tuple[str, tuple[int, int] | None, tuple[int, int] | None], ...] = ()
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What a newer version of a document changed.

    Attributes:
        document_id, earlier_id: the newer version and the one that it took the place of.
        unchanged: how many claims say the same, word for word.
        changed: claims of the same words but for a few, in the order of the text.
        added, gone: claims that only the newer, only the older version makes.
    """

    document_id: str
    earlier_id: str
    unchanged: int
    changed: tuple[Changed, ...]
    added: tuple[Statement, ...]
    gone: tuple[Statement, ...]


def earlier_version(workspace: Workspace, document: Document, *, pasted: bool = False) -> str | None:
    """Id of the latest document that ``document``, not yet kept, is another version of; None where there is none.

    Args:
        pasted: also hold it against the latest documents where a title or outlet isn't known, by their sentences.
    """
    store = workspace.store
    for known in store.versions(document):
        if shared_sentences(store.document(known).text, document.text) >= SHARED:
            return known
    if not pasted:
        return None
    for record in [one for one in reversed(store.documents()) if _may_be(one, document)][:RECENT]:
        if shared_sentences(store.document(record.id).text, document.text) >= PASTED:
            return record.id
    return None


def _may_be(record: DocumentRecord, document: Document) -> bool:
    """Whether nothing that is known of both speaks against it, and something that would is not known of one."""
    known = [
        (record.title, document.title),
        (record.outlet, document.outlet),
        (record.url, document.url),
    ]
    return all(a is None or b is None or a == b for a, b in known) and any(a is None or b is None for a, b in known[:2])


def newer_versions(workspace: Workspace) -> Mapping[str, str]:
    """Of each document whose place another one took: the id of that one."""
    return remembered(
        workspace,
        "newer versions",
        lambda: {one.supersedes: one.id for one in workspace.store.documents() if one.supersedes is not None},
        content=True,
    )


def shared_sentences(a: str, b: str) -> float:
    """Share of the sentences of the shorter text that the other one holds too, 0 to 1. Short ones don't count."""
    sentences = [Counter(part for part in _SENTENCE.split(normalise(text)) if len(part) >= _SHORT) for text in (a, b)]
    fewest = min(sum(one.values()) for one in sentences)
    return (sentences[0] & sentences[1]).total() / fewest if fewest else 0.0


def same_article(workspace: Workspace, a: str | None, b: str | None) -> bool:
    """Whether two different documents are versions of one article: what they say apart is a change, not a conflict."""
    newer = newer_versions(workspace)
    return a is not None and b is not None and a != b and bool(newer) and _newest(newer, a) == _newest(newer, b)


def _newest(newer: Mapping[str, str], document_id: str) -> str:
    seen = {document_id}
    while (following := newer.get(document_id)) is not None and following not in seen:
        document_id = following
        seen.add(document_id)
    return document_id


def changes(workspace: Workspace, document_id: str) -> Changes | None:
    """What ``document_id`` changed in the version before it; None where it is the first.

    Raises:
        NotFoundError: no document has this id.
    """
    store = workspace.store
    store.document(document_id)
    earlier = next((old for old, new in newer_versions(workspace).items() if new == document_id), None)
    if earlier is None:
        return None
    text_before = store.document(earlier).text
    now = store.document_statements(document_id)
    added = [one for one in now if one.claim.text not in text_before]
    gone = store.document_statements(earlier)
    pairs = _paired(gone, added)
    paired = {id(one) for pair in pairs for one in (pair.before, pair.now)}
    return Changes(
        document_id,
        earlier,
        len(now) - len(added),
        tuple(pairs),
        tuple(one for one in added if id(one) not in paired),
        tuple(one for one in gone if id(one) not in paired),
    )


def _paired(gone: list[Statement], added: list[Statement]) -> list[Changed]:
    """Each gone claim with the added one that is most like it, best pairs first; the longer lists are cut."""
    before = [(one, _words(one)) for one in gone[:_MOST]]
    now = [(one, _words(one)) for one in added[:_MOST]]
    found: list[tuple[float, int, int]] = []
    for first, (_, old) in enumerate(before):
        matcher = SequenceMatcher(b=old, autojunk=False)
        for second, (_, new) in enumerate(now):
            matcher.set_seq1(new)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
                found.append((-matcher.ratio(), first, second))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, first, second in sorted(found):
        if first not in taken[0] and second not in taken[1]:
            taken[0].add(first)
            taken[1].add(second)
            pairs.append(_changed(before[first][0], now[second][0]))
    return sorted(pairs, key=lambda pair: (pair.now.claim.start, pair.now.claim.end))


def _changed(before: Statement, now: Statement) -> Changed:
    differing = tuple(
        (
            str(part.kind),
            (part.a.start, part.a.end) if part.a else None,
            (part.b.start, part.b.end) if part.b else None,
        )
        for part in differing_parts(before.claim.text, now.claim.text)
    )
    return Changed(before, now, differing, figures=_values(before) != _values(now))


def _values(statement: Statement) -> Counter[tuple[object, ...]]:
    return Counter((one.low, one.high, one.bound, one.unit, one.role) for one in statement.claim.figures)


def _words(statement: Statement) -> list[str]:
    return normalise(numberless(statement.claim)).split()
