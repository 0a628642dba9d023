"""What sets two happenings, groups or hours of one name apart: "the first wave", "Flight 214", "before the reform".

Apart from :mod:`.scope`, which reads a figure's own fields: these marks stand in the words around it. A mark both sides
have, each another one, makes two things; a narrowing of the people counted ("under 18", "new") on one side only makes
that side the narrower.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from factcheck.compare import marks_en, words_en
from factcheck.compare.context import FigureInContext, once
from factcheck.compare.families import families
from factcheck.compare.measures_en import FEELING, PEOPLE
from factcheck.compare.stretches import around
from factcheck.compare.tokens import calendar_words, carries_topic, stem, tokens, topic_key
from factcheck.compare.unlike import Difference
from factcheck.compare.when import spoken_of
from factcheck.model import RelationKind

#: What is marked ("round") → how ("first") → as written ("first round").
Marks = Mapping[str, Mapping[str, str]]


def told_apart(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """The mark in which two figures are of two things or times, None where there is none. Mirrored as the arguments."""
    for read, relation, part in _READINGS:
        marks_a, marks_b = read(a), read(b)
        for thing in sorted(marks_a.keys() & marks_b.keys()):
            if not marks_a[thing].keys() & marks_b[thing].keys():
                one, other = (min(marks[thing].values()) for marks in (marks_a, marks_b))
                return Difference(relation, part, one, other)
    if (years := _years_of_events(a, b)) is not None:
        return years
    broader = _one_kind_of_all(a, b)
    if broader is not None:
        return broader
    area_a, area_b = _area(a), _area(b)
    if area_a is not None and area_b is not None and area_a[0] != area_b[0]:
        inner = "a" if area_a[0] < area_b[0] else "b"
        return Difference(RelationKind.DIFFERENT_SCOPE, "place", area_a[1], area_b[1], inner)
    inner_part = _part_of_a_place(a, b)
    if inner_part is not None:
        return inner_part
    one_of, other_of = _narrowed(a), _narrowed(b)
    if {key for key, _ in one_of} == {key for key, _ in other_of}:
        return None
    words_a, words_b = (min((words for _, words in found), default=None) for found in (one_of, other_of))
    narrower = None if one_of and other_of else "a" if one_of else "b"
    return Difference(RelationKind.DIFFERENT_SCOPE, "population", words_a, words_b, narrower)


@once
def _ordinals(item: FigureInContext) -> Marks:
    """ "the first wave", "the 2nd ship"."""
    found: dict[str, dict[str, str]] = {}
    for match in marks_en.ORDINAL.finditer(item.around):
        number, noun = match["number"].lower(), match["noun"].lower()
        if noun not in words_en.STOP_WORDS and noun not in marks_en.NOT_NUMBERED:
            found.setdefault(stem(noun), {})[marks_en.ORDINALS.get(number, number)] = match.group()
    runoff = marks_en.RUNOFF.search(item.around)
    if runoff is not None:
        found.setdefault("round", {})["second"] = runoff.group()
    return found


@once
def _designators(item: FigureInContext) -> Marks:
    """ "Flight 214", "iPhone 12", "the M6": a name or a code with a number, which is no figure of the claim."""
    claim = item.statement.claim
    figures = [(figure.start - claim.start, figure.end - claim.start) for figure in claim.figures]
    found: dict[str, dict[str, str]] = {}
    for pattern in (marks_en.NUMBERED_NAME, marks_en.CODE):
        for match in pattern.finditer(item.text):
            name, (start, end) = match["name"].lower(), match.span("number")
            if name in marks_en.NO_NAMES or name in words_en.STOP_WORDS or name in words_en.MONTHS:
                continue
            if not any(first < end and start < last for first, last in figures):
                found.setdefault(name, {})[match["number"]] = match.group()
    return found


@once
def _camps(item: FigureInContext) -> Marks:
    """ "the yes camp", "the Leave vote"."""
    found = {match["side"].lower(): match.group() for match in marks_en.CAMP.finditer(item.around)}
    return {"camp": found} if found else {}


@once
def _befores(item: FigureInContext) -> Marks:
    """ "before the reform", "after the drought"; a day or an hour is the dates' own matter."""
    found: dict[str, dict[str, str]] = {}
    for match in marks_en.BEFORE_OR_AFTER.finditer(item.around):
        found.setdefault(stem(match["what"].lower()), {})[match["side"].lower()] = match.group()
    return found


@once
def _hours(item: FigureInContext) -> Marks:
    """The part of the day or the hour of the clock."""
    parts = {marks_en.PARTS_OF_DAY[m.group().lower()]: m.group() for m in marks_en.PART_OF_DAY.finditer(item.around)}
    clock = {re.sub(r"[\s.]", "", m.group()).lower(): m.group() for m in marks_en.CLOCK.finditer(item.around)}
    return {name: marks for name, marks in (("part", parts), ("clock", clock)) if marks}


@once
def _series(item: FigureInContext) -> Marks:
    """ "the upper house", "urban households", "a monthly ticket": one of a row of kinds, in the figure's own words."""
    found: dict[str, dict[str, str]] = {}
    for text in around(item):
        for match in marks_en.KIND.finditer(text):
            kind = match["kind"].lower()
            found.setdefault(str(marks_en.SERIES[kind]), {})[kind] = match.group()
    return found


@once
def _modified(item: FigureInContext) -> Marks:
    """ "the north tower", "the old drug": each thing by the word right before it."""
    found: dict[str, dict[str, str]] = {}
    for match in marks_en.MODIFIED.finditer(item.around):
        kind, noun = match["kind"], match["noun"]
        telling = kind in marks_en.CONTRASTS or (kind not in words_en.STOP_WORDS and kind not in words_en.REPORTING)
        plain = kind in marks_en.NO_KINDS or kind in FEELING or kind in words_en.LIGHT or families(kind)
        if not telling or (plain and kind not in marks_en.CONTRASTS):
            continue
        if (
            noun in words_en.STOP_WORDS
            or noun in words_en.LIGHT
            or noun in PEOPLE
            or kind.endswith(("ing", "ly", "ed"))
        ):
            continue
        found.setdefault(stem(noun), {})[stem(kind)] = f"{kind} {noun}"
    return found


@once
def _venues(item: FigureInContext) -> Marks:
    """ "at the station", "in a hotel"."""
    named = {m["noun"] for m in marks_en.VENUE.finditer(item.around)}
    if not named:  # "Three people died.", of a passage that opens with "a gunman opened fire in a bar"
        opening = marks_en.VENUE.finditer(item.statement.title or "")
        named = {m["noun"] for m in opening if m["where"] in marks_en.WITHIN}
    return {"venue": {stem(noun): noun for noun in named}} if named else {}


@once
def _purposes(item: FigureInContext) -> Marks:
    """What money or time was spent on: "90 million on research"."""
    claim, figure = item.statement.claim, item.figure
    if marks_en.SPENDING.search(claim.text[: max(0, figure.start - claim.start)]) is None:
        return {}
    match = marks_en.SPENT_ON.match(claim.text, max(0, figure.end - claim.start))
    words = tokens(match["what"]) if match is not None else ()
    if match is None or any(t.key in marks_en.ANY_THING for t in words):
        return {}
    found = {topic_key(t): match["what"] for t in words if carries_topic(t)}
    return {"spent on": found} if found else {}


@once
def _contests(item: FigureInContext) -> Marks:
    """ "in the league", "in all competitions"."""
    found = {stem(m["noun"].lower()): m.group() for m in marks_en.CONTEST.finditer(item.around)}
    return {"contest": found} if found else {}


@once
def _sessions(item: FigureInContext) -> Marks:
    """ "opened at", "at the close"."""
    found = {(m["verb"] or m["noun"]).lower(): m.group() for m in marks_en.SESSION.finditer(item.around)}
    return {"session": found} if found else {}


def _years_of_events(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """ "the 2019 flood" beside a flood of another year, by its own words, its dates or the day it was told on."""
    for one, other, turned in ((a, b, False), (b, a, True)):
        named = marks_en.OF_A_YEAR.search(one.around)
        if named is None or named["year"] in calendar_words(other.text):
            continue
        when = spoken_of(other)
        day = when.first or when.last
        if day is not None and str(day.year) != named["year"]:
            told = (str(day.year), named.group()) if turned else (named.group(), str(day.year))
            return Difference(RelationKind.DIFFERENT_PERIOD, "period", *told)
    return None


def _one_kind_of_all(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """ "electric cars" beside "all cars", "the firm" beside "the firm and its suppliers": the first is the narrower."""
    for one, other, inner in ((a, b, "a"), (b, a, "b")):
        words = tokens(one.around)
        for match in marks_en.ALL_KINDS.finditer(other.around):
            key = stem(match["noun"].lower())
            kinds = [k for k, noun in pairwise(words) if stem(noun.key) == key and carries_topic(k) and k.is_word]
            if kinds:
                return _sided(f"{kinds[0].text} {match['noun']}", match.group(), inner)
        joined = marks_en.BESIDES.search(around(other)[0])
        if joined is None or marks_en.BESIDES.search(around(one)[0]) is not None:
            continue
        if not any(stem(t.key) == stem(joined["who"].lower()) for t in words):
            who = joined.group()[len("and ") :]
            mine, theirs = (None, who) if one is a else (who, None)
            return Difference(RelationKind.DIFFERENT_SCOPE, "besides", mine, theirs, inner)
    return None


def _sided(narrow: str, wide: str, inner: str) -> Difference:
    told = (narrow, wide) if inner == "a" else (wide, narrow)
    return Difference(RelationKind.DIFFERENT_SCOPE, "population", *told, inner)


def _part_of_a_place(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """A rate in "the capital of Ardenia" beside one in Ardenia. Of counts nothing is said: thirty killed in northern
    Ardenia may well be the thirty that another paper counts in Ardenia."""
    if any(x.figure.dimension == "count" for x in (a, b)):
        return None
    for one, other, inner in ((a, b, "a"), (b, a, "b")):
        match = marks_en.PART_OF_A_PLACE.search(one.around)
        if match is None or marks_en.PART_OF_A_PLACE.search(other.around) is not None:
            continue
        place = match["of"] or match["sided"] or match["owner"]
        if re.search(rf"\b(?i:in|of|across|throughout|within) {re.escape(place)}\b", other.around) is not None:
            mine, theirs = (match.group(), place) if inner == "a" else (place, match.group())
            return Difference(RelationKind.DIFFERENT_SCOPE, "place", mine, theirs, inner)
    return None


@once
def _area(item: FigureInContext) -> tuple[int, str] | None:
    """How wide the area is that a common noun names ("in the city", "nationwide"), and how it is written; one alone."""
    found = {}
    for match in marks_en.AREA.finditer(item.around):
        noun = match["noun"] or match["owner"] or match["wide"] or marks_en.ADVERBS[match["adverb"]]
        found[marks_en.AREAS[noun]] = match.group() if match["noun"] is None else match.group().split(" ", 1)[1]
    return next(iter(found.items())) if len(found) == 1 else None


@once
def _narrowed(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """Ages and newness of those counted, as a key and as written."""
    claim, figure = item.statement.claim, item.figure
    if figure.dimension != "count":
        return frozenset()
    found = set()
    aged = marks_en.OF_AGE.match(claim.text, max(0, figure.end - claim.start))
    if aged is not None:
        found.add((re.sub(r"\W+", " ", aged["age"]).lower(), aged["age"]))
    new = marks_en.NEW.search(f"{figure.text} . {figure.population or ''}")
    if new is not None:
        found.add(("new", new.group()))
    return frozenset(found)


_SCOPE, _PERIOD = RelationKind.DIFFERENT_SCOPE, RelationKind.DIFFERENT_PERIOD
_READINGS: tuple[tuple[Callable[[FigureInContext], Marks], RelationKind, str], ...] = (
    (_ordinals, _SCOPE, "name"),
    (_designators, _SCOPE, "name"),
    (_camps, _SCOPE, "name"),
    (_series, _SCOPE, "kind"),
    (_modified, _SCOPE, "kind"),
    (_venues, _SCOPE, "place"),
    (_contests, _SCOPE, "kind"),
    (_purposes, RelationKind.DIFFERENT_MEASURE, "purpose"),
    (_befores, _PERIOD, "period"),
    (_hours, _PERIOD, "period"),
    (_sessions, _PERIOD, "period"),
)
