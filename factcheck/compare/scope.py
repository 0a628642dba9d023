"""Of whom, where and of what whole: population, place, part and names of two figures, and which is the narrower.

Apart from the measure, because a scope can be a part of another's: the smaller figure's is then no other thing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.compare import words_en
from factcheck.compare.context import FigureInContext, once, out_of_documents
from factcheck.compare.families import groups
from factcheck.compare.measure import part_said_to_be
from factcheck.compare.measures_en import LOOSE_GROUPS, PEOPLE, SLICES
from factcheck.compare.reasons import noun
from factcheck.compare.stretches import around
from factcheck.compare.tokens import carries_topic, content, names, nation, overlap, shortened, tokens
from factcheck.compare.topic import LINKED, topic_share
from factcheck.compare.unlike import Difference
from factcheck.model import RelationKind


def match_populations(a: FigureInContext, b: FigureInContext) -> tuple[float, Difference | None]:
    """How alike the populations are, 0 to 1, and the difference where one is narrower or they are two."""
    nations_a, nations_b = _nations(a), _nations(b)
    if nations_a and nations_b and not nations_a & nations_b:
        return 0.0, _population_difference(a, b)
    groups_a, groups_b = _groups(a), _groups(b)
    if groups_a and groups_b and not groups_a & groups_b and not _may_be_one_group(groups_a, groups_b):
        return 0.0, _population_difference(a, b)
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    if numbers_a != numbers_b:
        return 0.0, _population_difference(a, b, narrower=None if numbers_a and numbers_b else _side(bool(numbers_a)))
    if groups_a != groups_b and not (groups_a and groups_b) and not _group_goes_without_saying(a, b):
        return 0.4, _population_difference(a, b, narrower=_side(bool(groups_a)))
    if groups_a & groups_b & SLICES and (groups_a < groups_b or groups_b < groups_a):
        return 0.4, _population_difference(a, b, narrower=_side(groups_a > groups_b))  # girls, children
    if bool(nations_a) != bool(nations_b):
        stated, other = (a, b) if nations_a else (b, a)
        if not _nations(stated) & _all_names(other):
            return 0.4, _population_difference(a, b, narrower=_side(bool(nations_a)))
    return 1.0 if (nations_a or groups_a) else 0.8, None


def _group_goes_without_saying(a: FigureInContext, b: FigureInContext) -> bool:
    """A group that is no slice of the people at large, and the passages speak of one matter: "1,351 soldiers" and
    "1,351 dead" of one army, "refugees" and "people who fled"."""
    if (_groups(a) | _groups(b)) & SLICES:
        return False
    linked = topic_share(a, b)
    return linked is None or linked >= LINKED


def _side(is_a: bool) -> str:
    return "a" if is_a else "b"


def one_nation(a: FigureInContext, b: FigureInContext) -> bool:
    """Whether both populations carry one nation's name."""
    return bool(_nations(a) & _nations(b))


@once
def _nations(item: FigureInContext) -> frozenset[str]:
    return frozenset(
        nation(t.text)
        for t in tokens(item.figure.population or "")
        if t.is_word and t.capital and t.key not in words_en.STOP_WORDS and not groups(t.text) and t.key not in PEOPLE
    )


@once
def _groups(item: FigureInContext) -> frozenset[str]:
    figure = item.figure
    unit = figure.unit if figure.dimension == "count" else ""
    found = groups(f"{figure.population or ''} . {unit}")
    if not found and figure.dimension != "count":
        found = groups(figure.measure) & SLICES  # "the average wage of women"
        found = found or groups(" . ".join(m.group() for text in around(item) for m in _AMONG.finditer(text))) & SLICES
    if not found & SLICES and figure.whole is not None:
        found |= groups(part_said_to_be(item)) & SLICES
    return found - {"women", "men"} if {"women", "men"} <= found else found


_AMONG = re.compile(r"\b(?:in|among|amongst|for) (?:[\w-]+ ){0,2}?[\w-]+", re.IGNORECASE)  # "a risk 24% lower in men"


def _may_be_one_group(a: frozenset[str], b: frozenset[str]) -> bool:
    """Two names that may be of the same people: "volunteers" and "fighters", not "men" and "women"."""
    return bool((a | b) & LOOSE_GROUPS) and not (a | b) & SLICES


@once
def _numbers(item: FigureInContext) -> frozenset[str]:
    """Ages and the like that bound a population ("aged 16 to 24")."""
    whole = item.figure.whole
    of = {t.key for t in tokens(whole.text)} if whole is not None else set()  # "half of the 1,200 teachers"
    return frozenset(t.key for t in tokens(item.figure.population or "") if t.is_number and t.key not in of)


def _population_difference(a: FigureInContext, b: FigureInContext, narrower: str | None = None) -> Difference:
    one, other = _population(a), _population(b)
    if one == other:  # the words that told them apart
        one, other = _group_words(a), _group_words(b)
    return Difference(RelationKind.DIFFERENT_SCOPE, "population", one, other, narrower)


def _group_words(item: FigureInContext) -> str | None:
    """The words by which a figure's people are a group, as written."""
    figure = item.figure
    for text in (f"{figure.population or ''} . {figure.unit_text or figure.unit}", item.around, figure.measure):
        words = [t.text for t in tokens(text) if groups(t.text)]
        if words:
            return " ".join(words)
    return None


def _population(item: FigureInContext) -> str | None:
    figure = item.figure
    if figure.dimension == "count" and figure.unit and groups(figure.unit):
        return noun(figure)
    return figure.population or (figure.unit if groups(figure.unit) else _group_words(item))


def match_places(a: FigureInContext, b: FigureInContext) -> tuple[float, Difference | None]:
    """How alike the places are, 0 to 1, and the difference where one is narrower or they are two."""
    place_a, place_b = _place_keys(a.figure.place), _place_keys(b.figure.place)
    if place_a and place_b:
        if place_a <= place_b or place_b <= place_a:
            return 1.0, None
        if place_a <= _all_names(b) and place_b <= _all_names(a):
            return 0.8, None
        return 0.0, Difference(RelationKind.DIFFERENT_SCOPE, "place", a.figure.place, b.figure.place)
    if not place_a and not place_b:
        return 0.8, None
    stated, other = (place_a, b) if place_a else (place_b, a)
    written = (a if place_a else b).figure.place or ""
    stated = stated & _capitals(written) or stated
    speaker = (a if place_b else b).statement.claim.speaker
    who = speaker.text if speaker is not None else ""  # "officials in Tarfaya said"
    elsewhere = f"{other.around} . {other.statement.title or ''} . {other.figure.population or ''} . … {who}"
    if stated & _capitals(elsewhere) if _capitals(written) else stated <= {t.key for t in tokens(elsewhere)}:
        return 1.0, None
    return 0.4, Difference(RelationKind.DIFFERENT_SCOPE, "place", a.figure.place, b.figure.place, _side(bool(place_a)))


@lru_cache(maxsize=16384)
def _place_keys(place: str | None) -> frozenset[str]:
    words = [t for t in tokens(place or "") if t.text[0].isalnum()]
    return frozenset(nation(t.text) for t in words if t.key not in words_en.PLACE_GENERIC)


@once
def _all_names(item: FigureInContext) -> frozenset[str]:
    """Every capitalised word of the claim, its restatement and its title, as name keys."""
    return _capitals(f"{item.text} . {item.backdrop} . {item.figure.place or ''} . {item.figure.population or ''}")


@lru_cache(maxsize=65536)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(nation(t.text) for t in tokens(shortened(text)) if t.is_word and t.capital)


def different_wholes(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """Parts of two wholes ("50 of the 1,200 inspectors" and "of the 90 drivers")."""
    if a.figure.whole is None or b.figure.whole is None:
        return None
    one, other = a.figure.whole.text, b.figure.whole.text
    # "44 of the 150 seats", "9 of the 40 seats"
    if overlap(content(one), content(other)) >= 0.5 or not content(one) or not content(other):
        return None
    return Difference(RelationKind.DIFFERENT_SCOPE, "whole", one, other)


_PART_BEFORE = re.compile(
    r"(?:\b(?:of|among|amongst) (?:these|those|them|whom|which|the (?:dead|victims|wounded|injured))\b|\bincluding"
    r"|^of (?:the|its|their|all) )"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\b(?:another|an? (?:further|additional|extra))\s*$", re.IGNORECASE)
_ADDING = re.compile(r"(?:another|an? (?:further|additional|extra))\b", re.IGNORECASE)
_PART_BEHIND = re.compile(
    r"(?:\W{0,2}|\s(?:[^\W\d]+ )?)of (?:them|these|those|whom|which|(?:one|a single|the same) (?:family|household)"
    r"|the (?:dead|victims|wounded|injured|\d[\d,]*|two|three|four|five|six|ten)\b)",
    re.IGNORECASE,
)

#: What a number without a noun is said to be, of those counted before: "Nine are in a serious condition".
_IN_A_STATE = re.compile(
    r"\s+(?:is|are|was|were|remain(?:s|ed)?) (?:still |reported(?:ly)? |said to be )*"
    r"(?:in (?:an? )?(?:[\w-]+ )?(?:condition|danger|intensive care|hospital)\b"
    r"|(?:seriously|critically|badly|slightly)\b)",
    re.IGNORECASE,
)


def different_partitives(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """A part of another number ("of these, 43 …", "140 of which") beside a number that isn't one."""
    part_a, part_b = _partitive(a), _partitive(b)
    if part_a == part_b or a.figure.dimension != b.figure.dimension:
        return _whole_of_a_share(a, b)
    if _groups(a) == _groups(b) and _groups(a) & SLICES:
        return None  # "11 of them children", "11 children"
    return Difference(
        RelationKind.DIFFERENT_SCOPE,
        "part",
        "a part of another number" if part_a else None,
        "a part of another number" if part_b else None,
        _side(part_a),
    )


_SHARE_OF = re.compile(
    r"(?:\b(?:half|third|quarter|fifth|sixth|tenth|thirds|quarters|fifths|tenths|percent|per cent|majority)|%|\bmost)"
    r" of (?:(?:the|its|their|his|her|our|all|these|those)\s+)?(?:[\w-]+['’]s?\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


def _whole_of_a_share(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """The whole that a share is of ("a fifth of the 500 cinemas") beside a number that is none."""
    whole_a, whole_b = _is_whole(a), _is_whole(b)
    if whole_a == whole_b or a.figure.dimension != b.figure.dimension:
        return None
    told = "the whole of which a share is told"
    return Difference(
        RelationKind.DIFFERENT_SCOPE, "whole", told if whole_a else None, told if whole_b else None, _side(whole_b)
    )


@once
def _is_whole(item: FigureInContext) -> bool:
    claim, figure = item.statement.claim, item.figure
    return _SHARE_OF.search(claim.text[: max(0, figure.start - claim.start)]) is not None


@once
def _partitive(item: FigureInContext) -> bool:
    claim, figure = item.statement.claim, item.figure
    before, behind = claim.text[: max(0, figure.start - claim.start)], max(0, figure.end - claim.start)
    if _ADDED.search(before) is not None or _ADDING.match(figure.text) is not None:
        return True
    if _PART_BEFORE.search(before) is not None or _PART_BEHIND.match(claim.text, behind) is not None:
        return True
    return figure.unit_text is None and _IN_A_STATE.match(claim.text, behind) is not None


def names_apart(a: FigureInContext, b: FigureInContext, alike: float) -> Difference | None:
    """Names that stand on each side alone and so set two happenings apart."""
    names_a, names_b = _names(a, b), _names(b, a)
    only_a, only_b = names_a - _all_names(b), names_b - _all_names(a)
    if not only_a or not only_b or (names_a & names_b and alike < 0.75):
        return None
    return Difference(RelationKind.DIFFERENT_SCOPE, "name", _written(a, only_a), _written(b, only_b))


def _names(item: FigureInContext, other: FigureInContext) -> frozenset[str]:
    """The names of a claim; of a passage's that has none, those that the passage opens with."""
    own = names(item.around) | _opening_name(item)
    return own or (frozenset() if out_of_documents(item, other) else names(item.statement.title or ""))


@once
def _opening_name(item: FigureInContext) -> frozenset[str]:
    """The name that a claim begins with, where the measure keeps its capital: "Germany took in 12,000"."""
    first = next((t for t in tokens(item.around) if t.is_word), None)
    if first is None or not first.capital or not carries_topic(first):
        return frozenset()
    kept = {t.text for t in tokens(item.figure.measure) if t.capital}
    return frozenset({nation(first.text)}) if first.text in kept else frozenset()


def names_outnumber(a: FigureInContext, b: FigureInContext) -> bool:
    """Whether each side has as many names of its own as the two share: too many to be sure of one matter."""
    names_a, names_b = names(a.around), names(b.around)
    only_a, only_b = names_a - _all_names(b), names_b - _all_names(a)
    return min(len(only_a), len(only_b)) >= max(1, len(names_a & names_b))


def _written(item: FigureInContext, keys: frozenset[str]) -> str:
    for text in (item.around, item.statement.title or ""):
        written = [t.text for t in tokens(text) if t.capital and nation(t.text) in keys]
        if written:
            return " ".join(written)
    return ""
