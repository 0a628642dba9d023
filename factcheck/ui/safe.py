"""Text of a source inside Streamlit's Markdown, so that none of it becomes markup.

Wherever it can, the screen hands source text to a component that sets ``textContent``. Labels of buttons, expanders
and notices accept Markdown only: what goes there passes through :func:`plain`.
"""

from __future__ import annotations

import re

# every character that CommonMark, GitHub's tables and links, KaTeX ($) or Streamlit's directives (:red[…], :smile:)
# give a meaning; CommonMark lets any ASCII punctuation be escaped by a backslash
_MEANS_SOMETHING = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
# what Streamlit and its Markdown plugins replace after the escapes are gone: emoji (:name:), links (http://, www.,
# a@b.c) and arrows (->, <=, --); a word joiner, which has no width, keeps them apart
_REPLACED_LATER = re.compile(r"(?<=:)(?=[\w+\-/])|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=[-<>=~])(?=[-<>=~])", re.IGNORECASE)
_JOINER = "\u2060"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def plain(text: str | None) -> str:
    """``text`` on one line, with every ASCII punctuation mark escaped: Markdown shows it as it is.

    Where a plugin would still replace something, a word joiner (no width) stands between: nothing in a source becomes
    a link, an emoji or an arrow.
    """
    if not text:
        return ""
    apart = _REPLACED_LATER.sub(_JOINER, _CONTROL.sub(" ", text))
    return _MEANS_SOMETHING.sub(r"\\\1", apart).strip()


def link(address: str | None) -> str | None:
    """``address`` if it is one that a browser may open from here (http or https), else None."""
    if address and re.match(r"https?://[^\s/]", address.strip(), re.IGNORECASE):
        return address.strip()
    return None


def shortened(text: str, length: int) -> str:
    """``text`` on one line, cut at a word to at most ``length`` characters with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    if line[length - 1] != " " and " " in cut[length // 2 :]:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(",;:–— ") + "…"
