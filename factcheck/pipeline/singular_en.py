"""The singular of an English noun by its spelling, for what a person types; in a text the parser tells it."""

from __future__ import annotations

import re

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "persons": "person",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "thieves": "thief",
    "loaves": "loaf",
    "movies": "movie",
    "shoes": "shoe",
    "crises": "crisis",
    "bases": "base",
    "cases": "case",
    "houses": "house",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "species": "species",
    "series": "series",
    "news": "news",
}
_ENDINGS = (
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"(?<=ch|sh|ss)es$|(?<=x)es$|(?<=zz)es$"), ""),
    (re.compile(r"(?<![siu])s$"), ""),  # neither "class" nor "virus" nor "crisis"
)


def singular(noun: str) -> str:
    """ "barges" is barge, "agencies" agency, "women" woman; what is none of the plurals known stays."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > len("semen"):
        return f"{noun[:-2]}an"  # firemen, policewomen
    for ending, instead in _ENDINGS:
        made, count = ending.subn(instead, noun)
        if count and made != noun and len(made) > 1:
            return made
    return noun
