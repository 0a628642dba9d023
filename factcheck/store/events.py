"""What persons did, append-only, and the relations that were computed, which are only a cache."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from factcheck.errors import NotFoundError, UsageError
from factcheck.model import Event, EventKind, Relation
from factcheck.store import queries, rows
from factcheck.store.base import Part, number_of
from factcheck.store.connection import Cursor, insert
from factcheck.store.records import Decision
from factcheck.wire import from_json

Pair = tuple[str, str]


class Events(Part):
    """The part of the store that keeps events, decisions and relations."""

    def append_event(self, event: Event) -> Event:
        """Keep what a person did; returned with an id where it had none.

        Raises:
            UsageError: an undo that names no event, or another kind that names one; no person or subject.
            NotFoundError: the event to be undone is unknown.
        """
        return self._db.write(lambda cursor: insert_event(cursor, event))

    def events(
        self, subject: str | None = None, kind: EventKind | str | None = None, *, live: bool = False
    ) -> list[Event]:
        """Events in the order in which they were kept; ``live`` leaves out undone ones and the undoings.

        Args:
            subject: a claim id gives also the events on pairs it is part of; a pair gives those on the pair.
        """
        wanted = {"subject": subject, "kind": str(kind) if kind is not None else None, "live": live}
        with self._db.read() as cursor:
            return [rows.event(row) for row in cursor.execute(queries.EVENTS, wanted).fetchall()]

    def recent_events(self, limit: int) -> list[Event]:
        """The latest events, newest first; no other is read."""
        with self._db.read() as cursor:
            return [rows.event(row) for row in cursor.execute(queries.RECENT_EVENTS, [limit]).fetchall()]

    def event(self, event_id: str) -> tuple[Event, bool]:
        """One event, and whether it still holds: it is no undo, and none has taken it back.

        Raises:
            NotFoundError: there is none of this id.
        """
        with self._db.read() as cursor:
            row = cursor.execute(queries.LIVE_EVENT, [event_id]).fetchone()
        if row is None:
            raise NotFoundError(f"No event has the id {event_id}")
        return rows.event(row), not row[8]

    def latest_of(self, person: str) -> Event | None:
        """What this person did last of what still holds."""
        with self._db.read() as cursor:
            row = cursor.execute(queries.LATEST_LIVE_OF, [person]).fetchone()
        return rows.event(row) if row else None

    def unexamined(self, version: int) -> list[int]:
        """Rows of the claims that were not compared with all that is near them by this version of the rules."""
        with self._db.read() as cursor:
            return [row for (row,) in cursor.execute(queries.UNEXAMINED, [version]).fetchall()]

    def save_examined(
        self, numbers: Sequence[int], relations: Mapping[Pair, Relation], version: int, *, change: int
    ) -> bool:
        """Keep that the claims of these rows were compared with what is near them, and the relations found.

        What another version of the rules kept is forgotten.

        Args:
            change: the change number before they were read. Where it is another one by now, a claim may have been
                corrected or a name joined since: nothing is kept, and False is returned.
        """
        made = _cached(relations, version)

        def work(cursor: Cursor) -> bool:
            if number_of(cursor, queries.CHANGE) != change:
                return False
            cursor.execute(queries.FORGET_OTHER_RULES, [version])
            cursor.execute(queries.FORGET_EXAMINED_BY_OTHER_RULES, [version])
            if made:
                batch = rows.arrow("relation_cache", made)
                insert(cursor, queries.FORGET_PAIRS, batch)
                insert(cursor, queries.INSERT_RELATIONS, batch)
            cursor.execute(queries.MARK_EXAMINED, [list(numbers), version])
            return True

        return self._db.write(work, cache=True)

    def kept_conflicts(self, version: int) -> dict[Pair, Relation]:
        """The relations of group ``conflict`` that this version of the rules has kept, by their ordered pairs."""
        with self._db.read() as cursor:
            found = cursor.execute(queries.KEPT_CONFLICTS, [version]).fetchall()
        return {(a, b): from_json(json.loads(content), Relation) for a, b, content in found}

    def decisions(self, subject: str | None = None) -> list[Decision]:
        """What holds at present, oldest first: of each person the last decision of each slot that was not undone.

        Args:
            subject: a claim id gives also the decisions on pairs it is part of; a pair gives those on the pair.
        """
        with self._db.read() as cursor:
            found = cursor.execute(queries.DECISIONS, {"subject": subject}).fetchall()
        return [Decision(rows.event(row), slot=row[8], stale=row[9]) for row in found]


def _cached(relations: Mapping[Pair, Relation], version: int) -> list[dict[str, object]]:
    return [
        {
            "a": a,
            "b": b,
            "version": version,
            "relation": str(relation.relation),
            "group_name": str(relation.group),
            "content": rows.dumped(relation),
        }
        for (a, b), relation in relations.items()
    ]


def insert_event(cursor: Cursor, event: Event, *, subject: str | None = None) -> Event:
    """See :meth:`Events.append_event`; within a transaction of the caller."""
    made = replace(event, id=event.id or rows.new_id("v"), subject=subject or event.subject)
    if not made.person.strip() or not made.subject.strip():
        raise UsageError("An event needs a person and a subject", remedy="Say who decides, and on which claim.")
    if (made.kind is EventKind.UNDO) != (made.undoes is not None):
        raise UsageError("An undo names the event it takes back, and nothing else does")
    if made.undoes is not None and cursor.execute(queries.EVENT_KIND, [made.undoes]).fetchone() is None:
        raise NotFoundError(f"No event has the id {made.undoes}")
    fields: Sequence[object] = (
        made.id,
        _in_utc(made.at),
        made.person,
        str(made.kind),
        made.subject,
        rows.dumped(dict(made.payload)),
        rows.dumped(dict(made.seen)),
        made.undoes,
    )
    cursor.execute(queries.INSERT_EVENT, list(fields))
    return made


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
