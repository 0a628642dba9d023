"""Labels that fact-checkers write in English before the headline of a check: "FACT CHECK: ", "False claim: ".

They say what sort of text follows and nothing of what it is about, so they count neither as words nor as meaning.
"""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*\s){0,3}?"
    r"(?:fact[\s-]?check(?:ed|ing)?|(?:partly\s|mostly\s)?(?:false|true)(?:\sclaim)?|politifact|fake\snews|fake|"
    r"hoax(?:\salert)?|misleading|viral|verified|verify|analysis|old\svideo|missing\scontext)"
    r"\s*[:|–—-]\s+(?=\S)",
    re.IGNORECASE,
)


def without_label(headline: str) -> str:
    """``headline`` without a label in front of it; as it is where it has none, or is nothing else."""
    found = _LABEL.match(headline)
    return headline[found.end() :] if found else headline
