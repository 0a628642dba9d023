"""The English words at a clause's beginning that join it to another and say nothing of their own."""

from __future__ import annotations

import re

LOOSE_MARKS = frozenset(["that", "while", "although", "though", "as", "because", "where", "when", "whereas", "since"])
"""Conjunctions a clause can be cut off from; "if" and "unless" are none, because they change what is asserted."""

JOINTS = re.compile(r"(?:[)\]]\s+)?(?:(?:and|but|or|yet)\s+)?(?:(?:when|while|although|though|whereas)\s+)?(?=[^\W_])")
"""Words that join a clause to the one before, at the beginning of what is left when that one is cut off."""

CONDITIONS = frozenset(["if", "unless", "until", "till", "whether", "lest"])
"""Conjunctions of what isn't said to be so: without the clause above, "they pay $5m" would be asserted."""

LATER = re.compile(r"\s+(?:later|afterwards?)\b", re.IGNORECASE)
"""Behind a stretch of time: it says when, counted from what was told before."""

TRAILERS = re.compile(
    r"(?:[\s,;:—–-]+(?:and|but|or|yet|when|while|although|though|because|whereas|that|where|after|before|as))+[\s,;:—–-]*$"
)
"""Joining words left at the end of a clause when the one they join to it is cut off."""

WITH = frozenset(["with", "without"])
"""Prepositions that go on with a clause in a participle: "…, with many describing themselves as angry"."""

OF_A_VIEW = frozenset(("in", "by"))
"""Prepositions that belong to "in X's view" and "by X's own account"."""
