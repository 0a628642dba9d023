"""What stands beside a figure, as the rows of a table."""

from __future__ import annotations

from factcheck.pipeline.views import ClaimView, Ledger, LedgerRow, QueueItem
from factcheck.ui import words
from factcheck.ui.present.chips import Data, decision, relation, searched, voice
from factcheck.ui.safe import link, shortened


def row_key(made: LedgerRow, index: int, *, prefix: str = "") -> str:
    """What a row is picked by: the claim it is of, wherever the row stands; its place where it is of none."""
    return made.statement.claim_id or f"{prefix}{index}"


def row(made: LedgerRow, index: int, *, prefix: str = "") -> Data:
    statement = made.statement
    return {
        "key": row_key(made, index, prefix=prefix),
        "claim": statement.claim_id,
        "who": made.who,
        "voice": voice(statement),
        "body": made.body if made.body and made.body != made.who else None,
        "figure": made.as_written if made.figure else shortened(made.as_written, 70),
        "in_words": made.figure is None,
        "read": made.as_read if made.as_read != made.as_written else None,
        "when": made.when,
        "relation": relation(made.relation.relation, made.relation.reason),
        "copies": made.copies,
        "outlet": statement.outlet,
        "printed": words.short_day(statement.published_on),
        "title": statement.title,
        "url": link(statement.url),
        "quote": statement.claim.text,
        "later": made.later,
        "demonstration": statement.demonstration,
        "decision": decision(made.decision) if made.decision else None,
        "trail": [
            {"figure": earlier.as_written, "when": earlier.when, "outlet": earlier.statement.outlet}
            for earlier in made.trail
        ],
    }


def claim_row(item: QueueItem, ledger: Ledger) -> Data:
    """The claim at hand as the first row of the table, so that everything else reads against it."""
    figure = ledger.figure
    return {
        "who": item.speaker,
        "voice": voice(item.statement),
        "figure": figure.text if figure else item.as_written,
        "read": item.as_read,
        "when": item.as_of,
        "outlet": item.statement.outlet,
    }


def ledger(view: ClaimView, shown: Ledger, *, picked: str | None) -> Data:
    """One figure's ledger: its sentence first, the rows, what only looks like a conflict, what was searched."""
    rows = [row(made, n) for n, made in enumerate(shown.rows)]
    return {
        "claim": view.item.claim_id,
        "self": claim_row(view.item, shown),
        "rows": [made for made in rows if not made["later"]],
        "later": [made for made in rows if made["later"]],
        "lookalikes": [row(made, n, prefix="l") for n, made in enumerate(shown.look_alikes)],
        "official": [
            {
                "who": made.official.source,
                "figure": str(made.relation.facts.get("as_read_b", made.official.value)),
                "what": words.joined(made.official.indicator, made.official.entity),
                "cell": made.official.cell,
                "query": made.query,
                "relation": relation(made.relation.relation, made.relation.reason),
            }
            for made in shown.official
        ],
        "searched": searched(shown.searched, shown.up_to, "figure"),
        "picked": picked,
    }
