"""One hit of a search: what is shown of it, and how the question stands to it, which is where the number gate is.

Apart from :mod:`.search`, which finds and orders: here nothing is found any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import compare_all, differing_parts
from factcheck.compare.tokens import content
from factcheck.model import EarlierClaim, Relation, RelationKind, Speaker, Statement
from factcheck.pipeline import decide, wording
from factcheck.pipeline.passages import Passage, read_ahead, statements
from factcheck.pipeline.views import Decision, Hit

if TYPE_CHECKING:
    from factcheck.pipeline.query import Query
    from factcheck.pipeline.retrieve import Found
    from factcheck.workspace import Workspace

_MANY_WORDS = 5  # words of content from which on a single one in common means nothing


def hit(workspace: Workspace, asked: Query, one: Found, own: Statement | None) -> Hit:
    """What was found, as it is shown; ``own`` is the claim that asks, where one does."""
    there = one.there
    made = _of_earlier(workspace, own, there) if isinstance(there, EarlierClaim) else _of_claim(workspace, own, there)
    part = max(one.score_parts, key=lambda name: one.score_parts[name], default="filter")
    return replace(
        made,
        rank=one.rank,
        score=round(one.score, 4),
        score_parts={name: round(value, 4) for name, value in one.score_parts.items()},
        matched={"field": one.where, "by": part, "text": one.passage},
        relation=_relation_to(asked, there, own),
        differing=differing_spans(asked.meanings[0], made.text),
    )


def _relation_to(asked: Query, there: Statement | EarlierClaim, own: Statement | None) -> Relation:
    """How the question stands to a hit."""
    return relation_of(asked.meanings[0], there, own=own)


def relation_of(said: str, there: Statement | EarlierClaim, *, own: Statement | None = None) -> Relation:
    """How what is ``said``, or the claim ``own`` that says it, stands to an earlier claim.

    What shares no word of content with it is not parsed for that.
    """
    if own is None and not said.strip():
        return Relation(RelationKind.CANNOT_TELL, "Only filters were given, so there is no text to set beside it.")
    text = _said_there(there)
    if (apart := _apart(said, text)) is not None:
        return Relation(RelationKind.UNRELATED, apart)
    mine = (own,) if own is not None else tuple(statements(Passage(said)))
    theirs = _earlier_statements(there) if isinstance(there, EarlierClaim) else (there,)
    return compare_all(mine, theirs, texts=(own.claim.text if own is not None else said, text))


def _said_there(there: Statement | EarlierClaim) -> str:
    return there.claim if isinstance(there, EarlierClaim) else there.claim.text


def _apart(mine: str, theirs: str) -> str | None:
    """Why two texts are unrelated, where their words alone tell so."""
    mine_of, theirs_of = content(mine), content(theirs)
    both = mine_of & theirs_of
    if not both:
        return "They share no word that tells what they are about."
    if len(both) == 1 and min(len(mine_of), len(theirs_of)) >= _MANY_WORDS:
        return "Of the words that tell what they are about they share one alone."
    return None


def read_texts(pairs: Iterable[tuple[Query, Statement | EarlierClaim]], *, own: Statement | None = None) -> None:
    """Parse together all texts whose relations are about to be made."""
    wanted: dict[Passage, None] = {}
    for asked, there in pairs:
        if _apart(asked.meanings[0], _said_there(there)) is None:
            if own is None:
                wanted[Passage(asked.meanings[0])] = None
            if isinstance(there, EarlierClaim):
                wanted[_passage_of(there)] = None
    read_ahead(wanted)


def _passage_of(earlier: EarlierClaim) -> Passage:
    return Passage(earlier.claim, source=earlier.outlet)


_NO_RELATION = Relation(RelationKind.UNRELATED, "")


def _on_both(workspace: Workspace, mine: Statement | None, other_id: str) -> Decision | None:
    """The latest decision that stands on the claim at hand and a hit together."""
    standing = decide.on_pair(workspace, mine.claim_id or "", other_id) if mine is not None else []
    return standing[-1] if standing else None


def _of_claim(workspace: Workspace, mine: Statement | None, there: Statement) -> Hit:
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
        decision=_on_both(workspace, mine, there.claim_id or ""),
    )


def _of_earlier(workspace: Workspace, mine: Statement | None, there: EarlierClaim) -> Hit:
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
        decision=_on_both(workspace, mine, there.id),
    )


def earlier_statement(earlier: EarlierClaim) -> Statement:
    """An imported claim as a statement that can be compared: its figures are read, its speaker is the table's."""
    return _earlier_statements(earlier)[0]


def _earlier_statements(earlier: EarlierClaim) -> tuple[Statement, ...]:
    """All that an imported claim asserts: one of several sentences may hold several claims."""
    return tuple(_of_table(read, earlier) for read in statements(_passage_of(earlier)))


def _of_table(read: Statement, earlier: EarlierClaim) -> Statement:
    claim = read.claim
    if claim.speaker is None and earlier.speaker:
        claim = replace(claim, speaker=Speaker("", 0, 0, name=earlier.speaker))
    return replace(read, claim=claim, claim_id=earlier.id, title=earlier.title, published_on=earlier.date)


def differing_spans(mine: str, theirs: str) -> tuple[tuple[str, tuple[int, int] | None, tuple[int, int] | None], ...]:
    """Where two texts differ: the kind of each part, and its half-open spans in ``mine`` and in ``theirs``."""
    return tuple(
        (
            str(part.kind),
            (part.a.start, part.a.end) if part.a else None,
            (part.b.start, part.b.end) if part.b else None,
        )
        for part in differing_parts(mine, theirs)
    )
