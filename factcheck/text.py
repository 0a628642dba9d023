"""Two small functions on any text: a form for matching, and a fingerprint.

They stand apart because every stage needs them and none owns them. Nothing here is for showing: what a reader sees is
always the text as it was printed.
"""

from __future__ import annotations

import hashlib
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)


def normalise(text: str) -> str:
    """``text`` for matching only: NFKC, casefolded, quotes, dashes and white space unified, invisible marks dropped.

    The length may change, so offsets of the result mean nothing in ``text``. Normalising twice changes nothing more.
    """
    if text.isascii():  # most are; the rest of what is unified is not
        return " ".join(text.casefold().replace("`", "'").split())
    once = _normalise(text)
    while (again := _normalise(once)) != once:
        once = again
    return once


def _normalise(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).translate(_SAME).split())


def fingerprint(text: str) -> str:
    """SHA-256 of ``text`` in UTF-8, in hexadecimal: equal for the same text only.

    A lone surrogate, which UTF-8 can't hold, counts as itself.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
