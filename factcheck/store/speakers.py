"""Names that speak, across documents: which there are, and which of them a person has said are one.

A join is an event like any other, so it can be undone; what a name leads to is a view over the events. What was
computed with the names as they were is forgotten in the same transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.errors import NotFoundError
from factcheck.model import Event
from factcheck.store import queries
from factcheck.store.base import Part
from factcheck.store.connection import Cursor, among, listed
from factcheck.store.events import insert_event
from factcheck.store.records import Voice


class Speakers(Part):
    """The part of the store that knows names."""

    def voices(self) -> list[Voice]:
        """Every name in claims that are not dropped, the most frequent first; those without a name are left out."""
        with self._db.read() as cursor:
            return [Voice(*row) for row in cursor.execute(queries.VOICES).fetchall()]

    def voice_ids(self, names: Sequence[str]) -> dict[str, str]:
        """The ids of names; unknown ones are left out."""
        with self._db.read() as cursor:
            return dict(among(cursor, queries.VOICE_IDS, list(dict.fromkeys(names))))

    def voice_name(self, voice_id: str) -> str:
        """The name of an id.

        Raises:
            NotFoundError: there is none.
        """
        with self._db.read() as cursor:
            row = cursor.execute(queries.VOICE_NAME, [voice_id]).fetchone()
        if row is None:
            raise NotFoundError(f"No name has the id {voice_id}")
        return str(row[0])

    def aliases(self) -> Mapping[str, str]:
        """Name → the name that persons have joined it to; only those that lead to another one."""
        with self._db.read() as cursor:
            return dict(cursor.execute(queries.ALIASES).fetchall())

    def spoken_for(self) -> list[tuple[str, str]]:
        """Each speaker with each body that they are said to speak for."""
        with self._db.read() as cursor:
            return [(name, body) for name, body in cursor.execute(queries.SPOKEN_FOR).fetchall()]

    def claims_of_names(self, names: Sequence[str]) -> list[str]:
        """Ids of the claims that one of these says, or that are said for one of them; dropped ones left out."""
        if not names:
            return []
        query = queries.CLAIMS_OF_NAMES.replace("(LIST)", listed(len(names)))
        with self._db.read() as cursor:
            return [found for (found,) in cursor.execute(query, [*names, *names]).fetchall()]

    def append_naming(self, event: Event, names: Sequence[str]) -> Event:
        """Keep an event that joins or parts ``names``; what was computed of their claims is forgotten.

        Raises:
            UsageError, NotFoundError: as for :meth:`factcheck.store.Store.append_event`.
        """
        named = list(dict.fromkeys(names))

        def work(cursor: Cursor, _change: int) -> Event:
            brackets = listed(len(named))
            cursor.execute(queries.FORGET_RELATIONS_OF_NAMES.replace("(LIST)", brackets), named * 4)
            cursor.execute(queries.FORGET_EXAMINED_OF_NAMES.replace("(LIST)", brackets), named * 2)
            return insert_event(cursor, event)

        return self._changing(work)
