"""The pipeline's views as the plain data that the components draw: pure, JSON-ready, no Streamlit.

Keys are short words that the components' scripts read. Source text goes through unchanged: the components set it as
text, never as markup. ``chips`` are the marks beside a claim, ``claims`` the queue and the article, ``ledgers`` what
stands beside a figure, ``finding`` an earlier claim beside another text, ``settling`` conflicts and voices, ``history``
what was done.
"""

from __future__ import annotations

from factcheck.ui.present.chips import (
    Data,
    badge,
    decision,
    decisions,
    reason_words,
    relation,
    searched,
    verdicts,
    voice,
)
from factcheck.ui.present.claims import (
    article,
    being_read,
    claim_head,
    mark_tone,
    marks,
    parts,
    provisional,
    queue,
    queue_item,
)
from factcheck.ui.present.finding import hit, related, score_words, side_by_side
from factcheck.ui.present.history import correction, corrections, event
from factcheck.ui.present.ledgers import claim_row, ledger, row, row_key
from factcheck.ui.present.settling import conflict, said

__all__ = [
    "Data",
    "article",
    "badge",
    "being_read",
    "claim_head",
    "claim_row",
    "conflict",
    "correction",
    "corrections",
    "decision",
    "decisions",
    "event",
    "hit",
    "ledger",
    "mark_tone",
    "marks",
    "parts",
    "provisional",
    "queue",
    "queue_item",
    "reason_words",
    "related",
    "relation",
    "row",
    "row_key",
    "said",
    "score_words",
    "searched",
    "side_by_side",
    "verdicts",
    "voice",
]
