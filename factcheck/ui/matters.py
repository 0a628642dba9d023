"""Conflicts by matter: claims that stand against each other in one chain are told once, not pair by pair.

Pure, no Streamlit: one sentence first, then one row a body with its latest figure, its earlier ones as a trail, then
the pairs with their reasons, strongest first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.model import Figure, Statement
from factcheck.pipeline import wording
from factcheck.pipeline.views import Conflict, Ledger
from factcheck.ui import present, words
from factcheck.ui.safe import shortened

Data = dict[str, Any]
PAIRS = 12
"""Pairs of one matter that are drawn."""


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a matter, with the figure that stands against another's and how it is read."""

    claim_id: str
    statement: Statement
    figure: Figure | None
    read: str

    @property
    def on(self) -> date | None:
        return wording.on(self.statement, self.figure)


@dataclass(frozen=True, slots=True)
class Matter:
    """Pairs that hang together by their claims, strongest first; ``lead``: the later claim of the first."""

    pairs: tuple[Conflict, ...]
    lead: Side


def matters(found: Sequence[Conflict]) -> list[Matter]:
    """All pairs in their matters, in the order of the strongest pair of each."""
    head: dict[str, str] = {}

    def root(claim_id: str) -> str:
        while head.setdefault(claim_id, claim_id) != claim_id:
            head[claim_id] = head[head[claim_id]]
            claim_id = head[claim_id]
        return claim_id

    for one in found:
        head[root(one.claim_b)] = root(one.claim_a)
    together: dict[str, list[Conflict]] = {}
    for one in found:
        together.setdefault(root(one.claim_a), []).append(one)
    return [Matter(tuple(pairs), _lead(pairs)) for pairs in together.values()]


def _sides(pairs: Iterable[Conflict]) -> list[Side]:
    made: dict[str, Side] = {}
    for one in pairs:
        facts, relation = one.relation.facts, one.relation
        for claim_id, statement, figure, read in (
            (one.claim_a, one.a, relation.a, facts.get("as_read_a")),
            (one.claim_b, one.b, relation.b, facts.get("as_read_b")),
        ):
            made.setdefault(claim_id, Side(claim_id, statement, figure, str(read or (figure.text if figure else ""))))
    return list(made.values())


def _lead(pairs: Sequence[Conflict]) -> Side:
    """The later side of the strongest pair: what was known when it was said is what it is judged by first."""
    return max(_sides(pairs[:1]), key=lambda side: (wording.known_on(side.statement) or date.min, side.claim_id))


def sentence(matter: Matter) -> str:
    """What to read first: ``Seven figures by five bodies can’t all be right: 498 to 15,000 Russian soldiers.``"""
    sides = _sides(matter.pairs)
    bodies = {wording.body(side.statement).casefold() for side in sides}
    figures = {_value(side): side for side in sides if side.figure is not None}
    all_or_both = "all" if len(sides) > 2 else "both"
    if len(figures) < 2:
        told = f"{wording.plural(len(sides), 'statement')} by {_bodies(len(bodies))} can’t {all_or_both} be right"
        return f"{told[:1].upper()}{told[1:]}."
    placed = sorted((side for side in figures.values()), key=_place)
    lowest = wording.number_words(placed[0].figure) if placed[0].figure else ""
    told = f"{wording.plural(len(figures), 'figure')} by {_bodies(len(bodies))} can’t {all_or_both} be right"
    return f"{told[:1].upper()}{told[1:]}: {lowest} to {placed[-1].read.removeprefix('up to ')}."


def _bodies(number: int) -> str:
    return wording.plural(number, "body", "bodies")


def _value(side: Side) -> tuple[object, ...]:
    figure = side.figure
    return (figure.low, figure.high, figure.bound, figure.unit) if figure else ()


def _place(side: Side) -> float:
    figure = side.figure
    ends = [end for end in (figure.low, figure.high) if end is not None] if figure else []
    return sum(ends) / len(ends) if ends else 0.0


def rows(matter: Matter) -> list[Data]:
    """One row a body, its latest standing figure; the earlier ones are its trail. ``later``: known after the lead."""
    bodies: dict[str, list[Side]] = {}
    for side in _sides(matter.pairs):
        bodies.setdefault(wording.body(side.statement).casefold(), []).append(side)
    then = wording.known_on(matter.lead.statement)
    made: list[tuple[date, Data]] = []
    for sides in bodies.values():
        latest, *earlier = sorted(sides, key=lambda side: (side.on or date.min, side.claim_id), reverse=True)
        known = wording.known_on(latest.statement)
        trail: dict[str, Data] = {}
        for side in earlier:
            one = _cell(side)
            if one["figure"] != _cell(latest)["figure"]:
                trail.setdefault(f"{one['figure']} {one['when']}", one)
        row = {
            **_cell(latest),
            "who": wording.body(latest.statement),
            "voice": present.voice(latest.statement),
            "outlet": latest.statement.outlet,
            "later": then is not None and known is not None and known > then,
            "trail": list(trail.values()),
        }
        made.append((latest.on or date.min, row))
    return [row for _, row in sorted(made, key=lambda one: (one[0].toordinal(), one[1]["claim"]))]


def _cell(side: Side) -> Data:
    return {
        "claim": side.claim_id,
        "figure": side.read or shortened(side.statement.claim.text, 80),
        "when": wording.when(side.statement, side.figure),
    }


def drawn(matter: Matter, *, later: bool, beside: Collection[Ledger] | None) -> Data:
    """One matter for the component.

    Args:
        later: whether what became known only after the claim at its head is among the rows.
        beside: the ledgers of the claim at its head, None where nobody asked what only looks like a conflict.
    """
    all_rows = rows(matter)
    shown = [row for row in all_rows if later or not row["later"]]
    pairs = [present.conflict(one) for one in matter.pairs[:PAIRS]]
    return {
        "lead": matter.lead.claim_id,
        "sentence": sentence(matter),
        "rows": shown if len(all_rows) > 2 else [],
        "hidden": len(all_rows) - len(shown) if len(all_rows) > 2 else 0,
        "pairs": pairs,
        "left": len(matter.pairs) - len(pairs),
        "looks": None if beside is None else [look for ledger in beside for look in _looks(ledger)],
        "lead_text": shortened(matter.lead.statement.claim.text, 110),
        "lead_when": words.day(wording.known_on(matter.lead.statement)),
    }


def _looks(ledger: Ledger) -> list[Data]:
    return [
        {
            "claim": row.statement.claim_id,
            "who": row.who,
            "figure": row.as_read or shortened(row.as_written, 80),
            "relation": present.relation(row.relation.relation, row.relation.reason),
        }
        for row in ledger.look_alikes
    ]
