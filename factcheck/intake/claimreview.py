"""ClaimReview (schema.org), as fact-checkers publish it, to the fields that tables of earlier claims have.

A review is found wherever it lies: alone, in a list, in ``@graph``, in a ``DataFeed`` or an ``ItemList``, beside other
things that a page says of itself, and in the answers of fact-check search services (``claims`` with a ``claimReview``
each). What is no review is passed over. Specification: https://schema.org/ClaimReview.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

_DEEPEST = 40
_NAMES = ("name", "legalName", "alternateName", "url")


def is_review(value: Mapping[str, Any]) -> bool:
    """Whether an object is a ClaimReview itself."""
    kinds = value.get("@type", value.get("type"))
    named = kinds if isinstance(kinds, list) else [kinds]
    if any(isinstance(one, str) and one.rsplit("/", 1)[-1] == "ClaimReview" for one in named):
        return True
    # a table may well have a column of this name, but no cell that is an object
    return "claimReviewed" in value and any(
        isinstance(value.get(key), dict) for key in ("reviewRating", "itemReviewed")
    )


def holds_reviews(value: Mapping[str, Any]) -> bool:
    """Whether an object says of itself that it is linked data, or an answer of a search service, not a table's row."""
    return "@context" in value or "@type" in value or "@graph" in value or is_review(value) or _is_found(value)


def reviews(value: Any) -> Iterator[dict[str, Any]]:
    """The fields of every review in ``value``, by the names of a table of earlier claims; in order.

    ``claim``, ``id``, ``title``, ``subtitle``, ``body``, ``speaker``, ``date`` (of the claim, else of the review),
    ``verdict`` (in words, else the number with its best), ``url``, ``outlet``.
    """
    todo: list[tuple[Any, int]] = [(value, 0)]
    while todo:
        at, depth = todo.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(at, list):
            todo += [(one, depth + 1) for one in reversed(at)]
        elif isinstance(at, dict):
            if is_review(at):
                yield _fields(at)
            elif _is_found(at):
                yield from (_found_fields(at, one) for one in _several(at["claimReview"]))
            else:
                todo += [(one, depth + 1) for one in reversed(at.values()) if isinstance(one, dict | list)]


def embedded(page: str) -> list[str]:
    """The texts of a web page's ``<script type="application/ld+json">`` parts, in order."""
    reader = _Scripts()
    reader.feed(page)
    reader.close()
    return ["".join(parts) for parts in reader.found]


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").split(";")[0].strip().lower()
        if tag == "script" and kind == "application/ld+json":
            self._inside = True
            self.found.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1].append(data)


def _fields(review: Mapping[str, Any]) -> dict[str, Any]:
    about = _one(review.get("itemReviewed"))
    return {
        "claim": _text(review.get("claimReviewed")) or _text(about.get("name")) or _text(about.get("text")),
        "id": _text(review.get("@id")) or _text(review.get("identifier")),
        "title": _text(review.get("headline")) or _text(review.get("name")),
        "subtitle": _text(review.get("description")),
        "body": _text(review.get("reviewBody")) or _text(review.get("text")),
        "speaker": _name(about.get("author")) or _name(about.get("creator")),
        "date": _text(about.get("datePublished"))
        or _text(about.get("dateCreated"))
        or _text(review.get("datePublished")),
        "verdict": _rating(_one(review.get("reviewRating"))),
        "url": _text(review.get("url")) or _name(review.get("mainEntityOfPage")),
        "outlet": _name(review.get("author")) or _name(review.get("publisher")) or _name(review.get("sdPublisher")),
    }


def _is_found(value: Mapping[str, Any]) -> bool:
    return "claimReview" in value and "text" in value


def _found_fields(claim: Mapping[str, Any], review: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "claim": _text(claim.get("text")),
        "title": _text(review.get("title")),
        "speaker": _name(claim.get("claimant")),
        "date": _text(claim.get("claimDate")) or _text(review.get("reviewDate")),
        "verdict": _text(review.get("textualRating")),
        "url": _text(review.get("url")),
        "outlet": _name(review.get("publisher")),
    }


def _rating(rating: Mapping[str, Any]) -> str | None:
    told = _text(rating.get("alternateName")) or _text(rating.get("name"))
    if told:
        return told
    value, best = _text(rating.get("ratingValue")), _text(rating.get("bestRating"))
    return f"{value} of {best}" if value and best else value


def _name(value: Any) -> str | None:
    """The name of a person or body, given as text, as an object, or as a list of these."""
    names = [
        next((found for key in _NAMES if (found := _text(one.get(key)))), None)
        if isinstance(one, Mapping)
        else _text(one)
        for one in (value if isinstance(value, list) else [value])
    ]
    return ", ".join(name for name in names if name) or None


def _one(value: Any) -> Mapping[str, Any]:
    """The first object of what may be one, or a list of them; a text stands for its name."""
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, str):
        return {"name": first}
    return first if isinstance(first, Mapping) else {}


def _several(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Mapping)]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str | int | float)), None)
    if isinstance(value, Mapping):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
