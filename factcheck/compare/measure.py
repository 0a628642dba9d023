"""What one figure measures: its families, the words of its measure, the noun it counts.

One figure is read here, by its measure, its unit and the words around it; whether two measures are one is
:mod:`.measure_match`'s.
"""

from __future__ import annotations

import re

from factcheck.compare import words_en
from factcheck.compare.context import FigureInContext, once
from factcheck.compare.families import families, occurrences
from factcheck.compare.measures_en import PEOPLE, TELLINGS
from factcheck.compare.tokens import content, nation, stem, tokens
from factcheck.text import normalise


@once
def measured(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """The families of a figure: of its measure and unit, else of the nearest such word in its claim.

    A word that stands right behind the number ("and 40 wounded") is surer than a measure that was carried over.
    """
    if item.figure.dimension in ("duration", "age", "score") or counts_tellings(item):
        return frozenset()  # "killed 17 hours ago" measures no dead
    named = _fitting(item, named_families(item))
    if item.figure.dimension == "temperature" and not named:
        return frozenset({("climate", "temperature")})
    beside = _fitting(item, _beside(item))
    facets = {facet for facet, _ in beside}
    if beside and facets & {facet for facet, _ in named}:
        return frozenset(f for f in named if f[0] not in facets) | beside
    if tells_measure(named):
        return named
    return named | _fitting(item, _nearest(item, within=40 if _predicate(item) else 90))


#: Sums of money measure nothing of these facets: a council that approves a budget measures no approval.
_NOT_IN_MONEY = frozenset({"vote", "movement", "harm", "custody", "crowd", "buildings"})


_DISTANCE = frozenset({("extent", "away")})


_PAYING = re.compile(r"\b(?:paid|pays|paying|(?:to|must|will|would|should|shall) pay)\b", re.IGNORECASE)


def _fitting(item: FigureInContext, found: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    if item.figure.dimension == "count":
        return found - _DISTANCE  # books borrowed "from the city library"
    if item.figure.dimension != "money":
        return found
    paid = _PAYING.search(item.text) is not None and not families(item.text.replace("pay", "")) & {("work", "wages")}
    return frozenset(
        one for one in found if one[0] not in _NOT_IN_MONEY and not (paid and one == ("work", "wages"))
    )  # what is paid for a player is no pay


@once
def counts_tellings(item: FigureInContext) -> bool:
    """ "two tolls", "two counts": what is counted is said, not done."""
    return item.figure.dimension == "count" and item.figure.unit in TELLINGS - {"case"}


@once
def _predicate(item: FigureInContext) -> frozenset[str]:
    """What the measure says beyond the noun counted and its scope."""
    return measure_words(item) - counted(item) - content(normalise(item.figure.population or ""))


@once
def bare(item: FigureInContext) -> bool:
    """A count of which is known what is counted, and not what of them: "350 Palestinians were inside"."""
    return item.figure.dimension == "count" and not measured(item) and not _predicate(item)


@once
def named_families(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """The families that the figure's measure and unit name."""
    figure = item.figure
    unit = figure.unit if figure.dimension == "count" else ""
    return families(f"{figure.measure} . {unit} . {figure.unit_text or ''}")


def tells_measure(found: frozenset[tuple[str, str]]) -> bool:
    """Whether the families say what is measured: that protesters are counted doesn't say whether they were arrested."""
    return any(facet != "crowd" for facet, _ in found)


_BESIDE = re.compile(r"\s+(?:were |was |are |been |others? |more |people |got )*(\w+)")


_BEFORE = re.compile(
    r"(\w+)\s+(?:(?:about|some|around|nearly|almost|over|roughly|at least|up to|more than|fewer than|only|just)\s+)?$",
    re.IGNORECASE,
)


@once
def surely_measured(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """The families that the measure itself names, or the word right behind the number: not read off the sentence."""
    return named_families(item) | _fitting(item, _beside(item))


@once
def _beside(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """The family of the word right behind the figure, or right before it, where that word tells what is measured."""
    claim, figure = item.statement.claim, item.figure
    if not claim.start <= figure.start <= figure.end <= claim.end:
        return frozenset()
    behind = _BESIDE.match(claim.text, figure.end - claim.start)
    found = families(behind.group(1)) if behind else frozenset()
    if not found:
        before = _BEFORE.search(claim.text[: figure.start - claim.start])
        found = families(before.group(1)) if before else frozenset()
    return frozenset(f for f in found if f[0] in ("harm", "custody", "movement", "buildings", "extent"))


_BREAK = re.compile(r"[,;:]")


def _nearest(item: FigureInContext, *, within: int) -> frozenset[tuple[str, str]]:
    """The family of the word of the claim nearest the figure, at most ``within`` letters away; other figures and
    commas between them count as more letters."""
    claim, figure = item.statement.claim, item.figure
    start, end = figure.start - claim.start, figure.end - claim.start
    text = claim.text.casefold()
    if not 0 <= start <= end <= len(text) or len(text) != len(claim.text):
        return frozenset()
    others = [(f.start - claim.start, f.end - claim.start) for f in claim.figures if f is not figure]
    best: tuple[float, frozenset[tuple[str, str]]] | None = None
    for key, first, last in occurrences(text):
        between = (end, first) if first >= end else (last, start)
        crossed = sum(1 for s, e in others if between[0] <= s and e <= between[1])
        breaks = len(_BREAK.findall(text, *between)) if between[0] < between[1] else 0
        cost = max(0, between[1] - between[0]) + 60 * crossed + 15 * breaks
        if best is None or cost < best[0]:
            best = (cost, frozenset({key}))
    return best[1] if best is not None and best[0] <= within else frozenset()


@once
def measure_words(item: FigureInContext) -> frozenset[str]:
    """The stems of the measure, names and scope left out where anything else is left."""
    figure = item.figure
    words = frozenset(w for w in content(figure.measure) if w not in words_en.LIGHT) | content(part_said_to_be(item))
    scope = content(" . ".join(part for part in (figure.population, figure.place) if part))
    named = {nation(t.text) for t in tokens(figure.measure) if t.capital} | {
        stem(t.key) for t in tokens(figure.measure) if t.capital
    }
    return (words - scope - named) or (words - named)


_PREDICATE = re.compile(
    r"\s*(?:were|was|are|is|had been|of (?:them|these|those|whom)(?: (?:were|was|are|is))?)"
    r"(?: (?:the|a|an|all|still))* ([a-z]+)\b(?! (?:by|in|to)\b)"
)


@once
def part_said_to_be(item: FigureInContext) -> str:
    """What a part of a whole is said to be: "of the 150 passengers, 45 were children", "45 of them children"; or ""."""
    claim, figure = item.statement.claim, item.figure
    found = _PREDICATE.match(claim.text, max(0, figure.end - claim.start)) if figure.whole is not None else None
    return found[1] if found is not None else ""


@once
def counted(item: FigureInContext) -> frozenset[str]:
    """The noun counted, as a stem; empty for no count, or for people at large."""
    figure = item.figure
    if figure.dimension != "count" or not figure.unit or figure.unit in PEOPLE:
        return frozenset()
    return frozenset({stem(normalise(figure.unit))})
