"""Claims that persons found to be the same, as groups: "Said 4 times, by 3 speakers, first on 2 March 2022."

A group is made of confirmed pairs alone, never of likeness: who confirmed each, and when, is told. Nothing is joined in
silence. Two claims of which somebody says that they are not the same are not brought together by a chain of others, and
where the number gate says of two members that they can't both be right, the group says so. The words of persons
are events on claim ids, which outlast another index and another reading of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.compare import compare
from factcheck.errors import NotFoundError
from factcheck.model import EarlierClaim, EventKind, Group, Relation, Statement
from factcheck.pipeline import decide, wording
from factcheck.pipeline.hits import earlier_statement
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.views import Decision, Hit

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

MOST_COMPARED = 40
"""Members of one group up to which each is compared with each; of more only those that were confirmed as pairs."""


@dataclass(frozen=True, slots=True)
class Member:
    """One time that it was said. ``speaker`` is None for an article's own words; ``on``: said, else printed."""

    claim_id: str
    text: str
    speaker: str | None
    on: date | None
    outlet: str | None
    verdict: str | None
    url: str | None
    document_id: str | None
    demonstration: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Two members that a person found to be the same; ``stale``: one of them was corrected since."""

    claim_a: str
    claim_b: str
    person: str
    at: datetime
    event_id: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Warned:
    """What somebody who reads the group must know of two claims.

    Attributes:
        kind: "conflict": by the number gate both can't be right; "rejected": a person says that they are not the same;
            "disputed": one person says so and another one that they are.
        relation: the gate's, where ``kind`` is "conflict".
    """

    kind: str
    claim_a: str
    claim_b: str
    words: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """One claim, however often it was said.

    Attributes:
        summary: "Said four times, by three speakers, first on 2 March 2022."
        members: in the order in which they were said; those without a date last.
        links: what was confirmed, oldest first.
        speakers: names of the speakers, each once, in the order of their first word.
    """

    summary: str
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    warnings: tuple[Warned, ...]
    speakers: tuple[str, ...]
    first: date | None
    last: date | None


def groups(workspace: Workspace) -> tuple[ClaimGroup, ...]:
    """All groups of two claims or more, the largest first, then the oldest."""

    def make() -> tuple[ClaimGroup, ...]:
        pairs = _pairs(workspace)
        made = [_group(workspace, members, pairs) for members in _joined(pairs)]
        kept = [one for one in made if one is not None]
        return tuple(sorted(kept, key=lambda one: (-len(one.members), one.first or date.max, one.members[0].claim_id)))

    return remembered(workspace, "groups", make)


def group_of(workspace: Workspace, claim_id: str) -> ClaimGroup | None:
    """The group that a claim is in, None where nothing was confirmed as the same."""

    def make() -> dict[str, ClaimGroup]:
        return {member.claim_id: one for one in groups(workspace) for member in one.members}

    return remembered(workspace, "groups by claim", make).get(claim_id)


def in_its_group(workspace: Workspace, hit: Hit) -> Hit:
    """A hit with the group it belongs to; and with a warning where a person's word stands over the number gate."""
    held = hit.decision
    warning = None
    if held is not None and held.kind == EventKind.SAME_CLAIM and hit.relation.group is Group.CONFLICT:
        warning = f"{held.person} found them the same; the figures say: {hit.relation.reason}"
    return replace(hit, claim_group=group_of(workspace, hit.claim_id), warning=warning)


# ------------------------------------------------------------------------------------------------------------- joining


@dataclass(slots=True)
class _Pair:
    """What persons say of two claims, each person's latest word."""

    same: list[Decision]
    other: list[Decision]


def _pairs(workspace: Workspace) -> dict[tuple[str, str], _Pair]:
    latest: dict[tuple[str, str], dict[str, Decision]] = {}
    for one in decide.decisions(workspace):
        if one.kind in (EventKind.SAME_CLAIM, EventKind.NOT_SAME_CLAIM) and one.subject.count("|") == 1:
            claim_a, claim_b = one.subject.split("|")
            latest.setdefault((claim_a, claim_b), {})[one.person] = one
    return {
        pair: _Pair(
            [one for one in said.values() if one.kind == EventKind.SAME_CLAIM],
            [one for one in said.values() if one.kind == EventKind.NOT_SAME_CLAIM],
        )
        for pair, said in latest.items()
    }


def _joined(pairs: Mapping[tuple[str, str], _Pair]) -> list[list[str]]:
    """Sets of claims, by the confirmed pairs in the order of their time; a rejected pair is never brought together."""
    rejected = {frozenset(pair) for pair, said in pairs.items() if said.other and not said.same}
    confirmed = sorted((min(one.at for one in said.same), pair) for pair, said in pairs.items() if said.same)
    member_of: dict[str, set[str]] = {}
    for _, (claim_a, claim_b) in confirmed:
        left, right = member_of.setdefault(claim_a, {claim_a}), member_of.setdefault(claim_b, {claim_b})
        if left is right or any(frozenset((one, other)) in rejected for one in left for other in right):
            continue
        left |= right
        for one in right:
            member_of[one] = left
    whole = {id(members): members for members in member_of.values()}
    return [sorted(members) for members in whole.values() if len(members) > 1]


def _group(workspace: Workspace, ids: list[str], pairs: Mapping[tuple[str, str], _Pair]) -> ClaimGroup | None:
    known = _known(workspace, ids)
    members = sorted((_member(there) for there in known.values()), key=_order)
    if len(members) < 2:
        return None
    inside = {pair: said for pair, said in pairs.items() if set(pair) <= set(known)}
    links = sorted(
        (
            Link(*pair, one.person, one.at, one.event_id, one.stale)
            for pair, said in inside.items()
            for one in said.same
        ),
        key=lambda link: (link.at, link.event_id),
    )
    speakers = tuple(dict.fromkeys(one.speaker for one in members if one.speaker))
    days = [one.on for one in members if one.on is not None]
    return ClaimGroup(
        summary=_summary(len(members), len(speakers), min(days, default=None)),
        members=tuple(members),
        links=tuple(links),
        warnings=(*_said_otherwise(inside), *_held_apart(ids, pairs), *_conflicts(known, inside)),
        speakers=speakers,
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _summary(times: int, speakers: int, first: date | None) -> str:
    by = f", by {wording.plural(speakers, 'speaker')}" if speakers else ""
    since = f", first on {wording.day(first)}" if first else ""
    return f"Said {wording.plural(times, 'time')}{by}{since}."


def _order(member: Member) -> tuple[date, str]:
    return (member.on or date.max, member.claim_id)


# ------------------------------------------------------------------------------------------------------------- members


def _known(workspace: Workspace, ids: Iterable[str]) -> dict[str, Statement | EarlierClaim]:
    """The claims of these ids; those dropped or gone are left out."""
    wanted = list(ids)
    found: dict[str, Statement | EarlierClaim] = {one.id: one for one in workspace.store.earlier(wanted)}
    for claim_id in wanted:
        if claim_id in found:
            continue
        try:
            if workspace.store.claim_record(claim_id).dropped:
                continue
            found[claim_id] = workspace.store.statement(claim_id)
        except NotFoundError:
            continue  # a claim of a document that was taken out; what was said of it stays in the events
    return found


def _member(there: Statement | EarlierClaim) -> Member:
    if isinstance(there, EarlierClaim):
        return Member(
            there.id,
            there.claim,
            there.speaker,
            there.date,
            there.outlet,
            there.verdict,
            there.url,
            None,
            there.demonstration,
        )
    return Member(
        there.claim_id or "",
        there.claim.text,
        there.claim.speaker.name if there.claim.speaker else None,
        wording.known_on(there),
        there.outlet,
        None,
        there.url,
        there.document_id,
        there.demonstration,
    )


# ------------------------------------------------------------------------------------------------------------ warnings


def _said_otherwise(inside: Mapping[tuple[str, str], _Pair]) -> list[Warned]:
    made = []
    for pair, said in sorted(inside.items()):
        if said.same and said.other:
            for_, against = _people(said.same), _people(said.other)
            made.append(Warned("disputed", *pair, f"{for_} found them the same, {against} not the same."))
    return made


def _held_apart(ids: Iterable[str], pairs: Mapping[tuple[str, str], _Pair]) -> list[Warned]:
    """Confirmed pairs that lead out of the group because somebody rejected what they would bring together."""
    inside = set(ids)
    made = []
    for pair, said in sorted(pairs.items()):
        if said.same and len(inside & set(pair)) == 1:
            words = f"{_people(said.same)} found them the same, and a person found not the same what that would join."
            made.append(Warned("rejected", *pair, words))
    return made


def _conflicts(known: Mapping[str, Statement | EarlierClaim], inside: Mapping[tuple[str, str], _Pair]) -> list[Warned]:
    said = {key: earlier_statement(one) if isinstance(one, EarlierClaim) else one for key, one in known.items()}
    compared = combinations(sorted(said), 2) if len(said) <= MOST_COMPARED else iter(sorted(inside))
    made = []
    for claim_a, claim_b in compared:
        relation = compare(said[claim_a], said[claim_b])
        if relation.group is Group.CONFLICT:
            confirmed = inside.get((claim_a, claim_b))
            by = (
                f"{_people(confirmed.same)} found them the same" if confirmed and confirmed.same else "joined by others"
            )
            made.append(Warned("conflict", claim_a, claim_b, f"{by}; the figures say: {relation.reason}", relation))
    return made


def _people(said: Iterable[Decision]) -> str:
    return " and ".join(dict.fromkeys(one.person for one in said))
