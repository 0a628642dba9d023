"""The JSON of the commands and of the store: dataclasses of :mod:`factcheck.model` to plain values and back.

One converter for the whole package (cattrs), so that what ``factcheck extract`` prints, what the store keeps and
what an export holds can't drift apart. Empty fields are null, never left out.
"""

from __future__ import annotations

from typing import Any, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from factcheck.model import Claim, DateRange, Document, Figure, Relation

T = TypeVar("T")


def _converter() -> cattrs.Converter:
    converter = make_converter()
    first, last = override(rename="from"), override(rename="to")
    converter.register_unstructure_hook(
        DateRange, make_dict_unstructure_fn(DateRange, converter, first=first, last=last)
    )
    converter.register_structure_hook(DateRange, make_dict_structure_fn(DateRange, converter, first=first, last=last))
    return converter


_CONVERTER = _converter()


def to_json(value: Any) -> Any:
    """``value`` (a dataclass of the model, or a container of them) as dicts, lists, strings and numbers."""
    return _CONVERTER.unstructure(value)


def from_json(data: Any, kind: type[T]) -> T:
    """The inverse of :func:`to_json`.

    Raises:
        cattrs.BaseValidationError: ``data`` hasn't the shape of ``kind``.
    """
    return _CONVERTER.structure(data, kind)


def claim_json(claim: Claim) -> dict[str, Any]:
    """CLAIM of the command contract."""
    return dict(to_json(claim))


def figure_json(figure: Figure | None) -> dict[str, Any] | None:
    """FIGURE of the command contract."""
    return None if figure is None else dict(to_json(figure))


def document_json(document: Document) -> dict[str, Any]:
    """The ``document`` part of what ``factcheck extract`` prints."""
    return {
        "id": document.id or None,
        "title": document.title,
        "outlet": document.outlet,
        "published_on": to_json(document.published_on),
        "sha256": document.sha256,
        "text": document.text,
    }


def relation_json(relation: Relation, *, with_pairs: bool = True) -> dict[str, Any]:
    """What ``factcheck compare`` prints, without ``id``."""
    made: dict[str, Any] = {
        "relation": str(relation.relation),
        "group": str(relation.group),
        "reason": relation.reason,
        "facts": to_json(dict(relation.facts)),
        "a": figure_json(relation.a),
        "b": figure_json(relation.b),
    }
    if with_pairs:
        made["pairs"] = [relation_json(pair, with_pairs=False) for pair in relation.pairs]
    return made
