"""Holds JSON-LD against schema.org's own definition: every type, property and kind of value must be in it.

The definition is the published vocabulary as generated into classes by pydantic2-schemaorg; its own models accept
unknown properties and turn values into others, so the walk over them is done here.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

_TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "str", "AnyUrl", "ISO8601Date", "CssSelectorType", "XPathType"}
_NUMBERS = {"Number", "Integer", "Float", "int", "float", "StrictInt", "StrictFloat", "Decimal"}
_NAME = re.compile(r"\w+")


def faults(thing: Any, where: str = "$") -> Iterator[str]:
    """What in a JSON-LD object of schema.org's context is not in the vocabulary, each with its place."""
    if not isinstance(thing, dict) or "@type" not in thing:
        yield f"{where}: no object with an @type"
        return
    ranges = _properties(thing["@type"])
    if ranges is None:
        yield f"{where}: schema.org has no type {thing['@type']}"
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name not in ranges:
            yield f"{where}: {thing['@type']} has no property {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _value_faults(each, ranges[name], f"{where}.{name}")


def _value_faults(value: Any, allowed: set[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        kinds = _ancestors(str(value.get("@type")))
        if not kinds & allowed:
            yield f"{where}: {value.get('@type')} is none of {sorted(allowed)}"
        yield from faults(value, where)
    elif isinstance(value, bool):
        if not allowed & {"Boolean", "StrictBool", "bool"}:
            yield f"{where}: a truth value is not allowed"
    elif isinstance(value, int | float):
        if not allowed & (_NUMBERS | {"Text"}):
            yield f"{where}: a number is not allowed"
    elif not isinstance(value, str) or not allowed & _TEXTS:
        yield f"{where}: {value!r} is not allowed"


def _class(name: str) -> type | None:
    if not name.isidentifier():
        return None
    try:
        module = importlib.import_module(f"pydantic2_schemaorg.{name}")
    except ModuleNotFoundError:
        return None
    return getattr(module, name, None)


def _ancestors(name: str) -> set[str]:
    found = _class(name)
    return {one.__name__ for one in found.__mro__} if found is not None else set()


def _properties(name: str) -> dict[str, set[str]] | None:
    """The properties of a type and those it inherits, each with the names of what it may hold."""
    found = _class(name)
    if found is None:
        return None
    return {
        field: set(_NAME.findall(str(kind)))
        for one in reversed(found.__mro__)
        if one.__module__.startswith("pydantic2_schemaorg.")
        for field, kind in inspect.get_annotations(one).items()
    }
