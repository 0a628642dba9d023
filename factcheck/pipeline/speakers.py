"""Persons and bodies across documents: one voice under all its names, and all that it said.

Names are joined where the texts allow it, because they are one name in another spelling ("the Russian Ministry of
Defence", "Russia's Defense Ministry"); a title and a surname within one document are joined when it is read. Whatever
goes beyond that ("Moscow", "the minister") is joined by a person, with one key, and can be undone; names that may be
one are only offered.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from factcheck.compare import describe
from factcheck.compare.bodies import Voices, one_name
from factcheck.errors import NotFoundError, UsageError
from factcheck.intake import date_option
from factcheck.model import Event, EventKind, Figure, Statement
from factcheck.pipeline import wording
from factcheck.pipeline.memo import remembered
from factcheck.text import normalise

if TYPE_CHECKING:
    from factcheck.store import Voice
    from factcheck.workspace import Workspace

OFFERED = 8
"""Names offered as perhaps the same."""


@dataclass(frozen=True, slots=True)
class VoiceSummary:
    """One line in the list of voices: its name, how often it speaks or is spoken for, under how many other names."""

    name: str
    claims: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a voice. ``event_id`` is the join by ``person``; None where the texts allow it by themselves."""

    name: str
    event_id: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that may be the same voice, and why it is offered."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """Something a voice said, in the order of time.

    Attributes:
        figures: each as (as written, as read).
        named: who speaks, as this text names them; ``on``: the day said, else printed.
    """

    statement: Statement
    on: date | None
    when: str
    named: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VoicePage:
    """All that one voice said, oldest first, with its other names and those that may be it."""

    name: str
    aliases: tuple[Alias, ...]
    offers: tuple[Offer, ...]
    said: tuple[Said, ...]
    total: int


# ------------------------------------------------------------------------------------------------------------- naming


def joined_names(workspace: Workspace) -> Mapping[str, str]:
    """Name → the name that persons have joined it to."""
    return remembered(workspace, "joined names", workspace.store.aliases, content=True)


def as_known(workspace: Workspace) -> Callable[[Statement], Statement]:
    """Puts a statement's speaker and body under the names that persons joined theirs to (:func:`renamed`), and says
    which names persons kept apart from its speaker's."""
    names, apart = joined_names(workspace), _parted(workspace)
    others: dict[str, set[str]] = {}
    for pair in apart:
        for one in pair:
            others.setdefault(names.get(one, one), set()).update(names.get(other, other) for other in pair - {one})

    def known(statement: Statement) -> Statement:
        made = renamed(statement, names)
        speaker = made.claim.speaker
        kept = others.get(speaker.name) if speaker is not None else None
        return replace(made, not_voices=tuple(sorted(kept))) if kept else made

    return known


def renamed(statement: Statement, names: Mapping[str, str]) -> Statement:
    """``statement`` with its speaker and body under the names that ``names`` gives them."""
    speaker = statement.claim.speaker
    if not names or speaker is None:
        return statement
    name = speaker.name if speaker.anonymous else names.get(speaker.name, speaker.name)
    body = names.get(speaker.body, speaker.body) if speaker.body else None
    if (name, body) == (speaker.name, speaker.body):
        return statement
    return replace(statement, claim=replace(statement.claim, speaker=replace(speaker, name=name, body=body)))


def join(workspace: Workspace, alias: str, name: str, *, person: str) -> Event:
    """Keep that ``alias`` is another name of ``name``; all that is compared from now on takes them for one.

    Raises:
        NotFoundError: one of them speaks nowhere here.
        UsageError: they are one already, or nobody is named who says so.
    """
    names = joined_names(workspace)
    first, second = names.get(alias, alias), names.get(name, name)
    if first == second:
        raise UsageError(f"“{alias}” and “{name}” are one already")
    return _keep(workspace, EventKind.SAME_SPEAKER, first, second, (alias, name), person)


def part(workspace: Workspace, alias: str, name: str, *, person: str) -> Event:
    """Keep that two names are not one voice: the one is no longer offered for the other.

    Raises:
        NotFoundError: one of them speaks nowhere here.
        UsageError: a person has joined them (undo that), or nobody is named who says so.
    """
    names = joined_names(workspace)
    if names.get(alias, alias) == names.get(name, name):
        raise UsageError(f"“{alias}” and “{name}” were joined by a person", remedy="Undo that first")
    return _keep(workspace, EventKind.NOT_SAME_SPEAKER, alias, name, (alias, name), person)


def _keep(workspace: Workspace, kind: EventKind, alias: str, name: str, seen: tuple[str, str], person: str) -> Event:
    if not person.strip():
        raise UsageError("a decision needs a name", remedy="Say who you are in the settings at the top right")
    ids = workspace.store.voice_ids([alias, name])
    for one in (alias, name):
        if one not in ids:
            raise NotFoundError(f"Nobody here is named “{one}”")
    event = Event(
        id=uuid.uuid4().hex,
        at=datetime.now(UTC),
        person=person.strip(),
        kind=kind,
        subject="|".join(sorted(ids.values())),
        payload={"alias": alias, "of": name},
        seen={"text": f"{seen[0]} / {seen[1]}"},
    )
    return workspace.store.append_naming(event, touched(workspace, event))


def touched(workspace: Workspace, event: Event) -> list[str]:
    """All names whose claims are read otherwise by a join, or its undoing."""
    names = joined_names(workspace)
    ends = {str(event.payload.get(side)) for side in ("alias", "of")}
    roots = ends | {names.get(one, one) for one in ends}
    return sorted(roots | {alias for alias, name in names.items() if name in roots})


# -------------------------------------------------------------------------------------------------------------- pages


def voices(workspace: Workspace, *, named: str | None = None) -> list[VoiceSummary]:
    """Every voice, the most frequent first; ``named``: only those with this in one of their names."""

    def make() -> list[VoiceSummary]:
        names = joined_names(workspace)
        together: dict[str, list[Voice]] = {}
        for one in workspace.store.voices():
            together.setdefault(names.get(one.name, one.name), []).append(one)
        made = [
            VoiceSummary(
                name,
                sum(one.speaks + one.spoken_for for one in known),
                tuple(one.name for one in known if one.name != name),
            )
            for name, known in together.items()
        ]
        return sorted(made, key=lambda one: (-one.claims, one.name))

    found = remembered(workspace, "voices", make, content=True)
    wanted = normalise(named or "")
    return [one for one in found if not wanted or any(wanted in normalise(n) for n in (one.name, *one.aliases))]


def page(
    workspace: Workspace,
    name: str,
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    figures_only: bool = False,
) -> VoicePage:
    """All that a voice said or that was said for it, under any of its names.

    Args:
        about: words that must all be in the claim or its title. since, until: YYYY-MM-DD, said, else printed.

    Raises:
        NotFoundError: nobody of this name speaks here.
        UsageError: a date is no date.
    """
    first, last = date_option(since), date_option(until)
    names = joined_names(workspace)
    root = names.get(name, name)
    aliases = _aliases(workspace, root)
    ids = workspace.store.claims_of_names([root, *(one.name for one in aliases)])
    if not ids and root not in workspace.store.voice_ids([root]):
        raise NotFoundError(f"Nobody here is named “{name}”")
    words = normalise(about or "").split()
    said = [_said(one) for one in workspace.store.statements(ids)]
    shown = [
        one
        for one in said
        if (not figures_only or one.figures)
        and (first is None or (one.on is not None and one.on >= first))
        and (last is None or (one.on is not None and one.on <= last))
        and all(word in normalise(f"{one.statement.claim.restated or ''} {one.statement.claim.text} "
                                  f"{one.statement.title or ''}") for word in words)
    ]  # fmt: skip
    shown.sort(key=lambda one: (one.on or date.min, one.statement.document_id or "", one.statement.claim.start))
    return VoicePage(root, aliases, tuple(_offers(workspace, root, aliases)), tuple(shown), len(said))


def _said(one: Statement) -> Said:
    figures: Iterable[Figure] = (figure for figure in one.claim.figures if figure.restates is None)
    read = tuple((figure.text, describe(figure)) for figure in figures)
    return Said(one, wording.known_on(one), wording.when(one), wording.speaker_line(one), read)


def _aliases(workspace: Workspace, root: str) -> tuple[Alias, ...]:
    """The other names of a voice: those that persons joined to it, and those that are one name in another spelling."""
    joins = {
        str(event.payload.get("alias")): event
        for event in workspace.store.events(kind=EventKind.SAME_SPEAKER, live=True)
    }
    made = {
        alias: Alias(alias, joins[alias].id, joins[alias].person) if alias in joins else Alias(alias)
        for alias, name in joined_names(workspace).items()
        if name == root
    }
    apart = _parted(workspace)
    for one in workspace.store.voices():
        if one.name not in made and any(
            _one_full_name(one.name, known) and frozenset((one.name, known)) not in apart for known in (root, *made)
        ):
            made[one.name] = Alias(one.name)
    made.pop(root, None)
    return tuple(made.values())


def _one_full_name(a: str, b: str) -> bool:
    """One name in two spellings; a surname or an acronym alone is none, in another document it may be another's."""
    return a != b and min(len(a.split()), len(b.split())) > 1 and one_name(a, b) is Voices.SAME


def _offers(workspace: Workspace, root: str, aliases: Iterable[Alias]) -> list[Offer]:
    """Names that may be this voice: one says less than the other, or is its surname or acronym, or it speaks for it."""
    known = {root, *(one.name for one in aliases)}
    names, apart = joined_names(workspace), _parted(workspace)
    made: dict[str, Offer] = {}
    for one in workspace.store.voices():
        if one.name in known or names.get(one.name, one.name) == root:
            continue
        if any(frozenset((one.name, mine)) in apart for mine in known):
            continue
        found = {one_name(one.name, mine) for mine in known}
        if Voices.SAME in found:
            made[one.name] = Offer(one.name, "a shorter form of the name")
        elif Voices.UNKNOWN in found:
            made[one.name] = Offer(one.name, "the one name says less than the other")
    for speaker, body in workspace.store.spoken_for():
        if body in known and speaker not in known and not any(frozenset((speaker, one)) in apart for one in known):
            made.setdefault(speaker, Offer(speaker, f"speaks for {body}"))
    return list(made.values())[:OFFERED]


def _parted(workspace: Workspace) -> frozenset[frozenset[str]]:
    def make() -> frozenset[frozenset[str]]:
        events = workspace.store.events(kind=EventKind.NOT_SAME_SPEAKER, live=True)
        return frozenset(frozenset((str(e.payload.get("alias")), str(e.payload.get("of")))) for e in events)

    return remembered(workspace, "parted names", make)
