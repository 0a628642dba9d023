"""Two sides of a conflict, and the lines of what one voice said."""

from __future__ import annotations

from datetime import date

from factcheck.model import Figure, Statement
from factcheck.pipeline import wording
from factcheck.pipeline.speakers import Said
from factcheck.pipeline.views import Conflict
from factcheck.ui import words
from factcheck.ui.present.chips import Data, decision, relation, voice


def conflict(made: Conflict) -> Data:
    """One conflict: both sides, the earlier first, why, what was decided, and what to ask the press office."""

    def side(statement: Statement, claim_id: str, figure: Figure | None) -> Data:
        return {
            "id": claim_id,
            "text": statement.claim.text,
            "figure": figure.text if figure is not None else None,
            "who": wording.who(statement),
            "voice": voice(statement),
            "body": _other_body(statement),
            "where": words.joined(statement.outlet, wording.when(statement, figure)),
        }

    sides = [(made.a, made.claim_a, made.relation.a), (made.b, made.claim_b, made.relation.b)]
    sides.sort(key=lambda one: (wording.on(one[0], one[2]) or date.max, one[1]))
    return {
        "pair": f"{made.claim_a}|{made.claim_b}",
        "a": side(*sides[0]),
        "b": side(*sides[1]),
        "relation": relation(made.relation.relation, made.relation.reason),
        "copies": len(made.copies),
        "decision": decision(made.decision) if made.decision else None,
        "event": made.decision.event_id if made.decision else None,
        "question": wording.question(made),
        "demonstration": made.a.demonstration or made.b.demonstration,
    }


def _other_body(statement: Statement) -> str | None:
    body = wording.body(statement)
    return body if body != wording.who(statement) else None


def said(made: Said) -> Data:
    """One line of what a voice said."""
    statement = made.statement
    return {
        "claim": statement.claim_id,
        "text": statement.claim.text,
        "when": made.when,
        "named": made.named,
        "figures": [
            {"written": written, "read": read if read.casefold() != written.casefold() else None}
            for written, read in made.figures
        ],
        "where": words.joined(statement.outlet, words.short_day(statement.published_on)),
        "demonstration": statement.demonstration,
    }
