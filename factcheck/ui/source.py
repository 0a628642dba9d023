"""Where a claim can be read in its source: the address of its article, with the passage for the browser to go to.

The passage is a text fragment (https://wicg.github.io/scroll-to-text-fragment/): it stays in the browser, is not sent
to the site, and one that is not found there is passed over.
"""

from __future__ import annotations

from urllib.parse import quote

from factcheck.ui.safe import link

_WHOLE = 12
"""Words of a passage up to which it is named whole; of a longer one its beginning and its end are."""
_ENDS = 5


def address(url: str | None, text: str) -> str | None:
    """``url`` so that a browser opens it at ``text``; None where there is none that may be opened from here."""
    safe = link(url)
    words = text.split()
    if safe is None or not words:
        return safe
    ends = [words] if len(words) <= _WHOLE else [words[:_ENDS], words[-_ENDS:]]
    passage = ",".join(_named(end) for end in ends)
    return f"{safe}{'' if '#' in safe else '#'}:~:text={passage}"


def _named(words: list[str]) -> str:
    """Words as a text fragment takes them, where a hyphen and a comma mean something too."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
