"""What the Search page asks for: the filters, their names in the address, and those that were typed among the words.

Pure: the page owns the widgets, this owns which there are, what each is called, and how a question
such as ``speaker:"Mara Delling" value 3500..4500 person`` becomes the same controls.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.pipeline import query

#: filter of :func:`factcheck.pipeline.search.filters` → (its name in the address, what the person reads)
FILTERS: dict[str, tuple[str, str]] = {
    "speaker": ("speaker", "Speaker or body"),
    "outlet": ("outlet", "Outlet"),
    "since": ("since", "From"),
    "until": ("until", "To"),
    "value": ("value", "Value"),
    "unit": ("unit", "Unit"),
    "verdict": ("verdict", "Verdict"),
    "kind": ("claims", "Kind"),
    "document": ("document", "Article"),
}

KINDS = {"": "Every kind", "numeric": "With a figure", "attributed": "Said by somebody", "checked": "Checked before"}
"""Of each kind of :data:`factcheck.pipeline.search.KINDS`: what the person reads."""


@dataclass(frozen=True, slots=True)
class On:
    """One filter that is on: its name, its name in the address, and its chip."""

    name: str
    key: str
    chip: str


def typed(text: str) -> tuple[str, dict[str, str]]:
    """The words of a question, and the filters typed among them by name; the text itself where there are none."""
    read = query.read(text)
    if not read.filters:
        return text, {}
    return read.text, dict(read.filters)


def one_of(text: str, known: Iterable[str]) -> str:
    """``text`` as it is written among ``known``, in whatever case it was typed; itself where it is not among them."""
    wanted = text.strip().casefold()
    return next((one for one in known if one.casefold() == wanted), text.strip())


def on(chosen: Mapping[str, str | None], articles: Mapping[str, str]) -> list[On]:
    """The filters that are on, in the order of their controls; ``articles``: names of documents by their ids."""
    made = []
    for name, (key, label) in FILTERS.items():
        value = chosen.get(name)
        if value:
            shown = KINDS.get(value, value) if name == "kind" else articles.get(value, value)
            made.append(On(name, key, f"{label}: {shown}"))
    return made
