"""How much a claim is worth checking: a dict of readable parts, then one weighted sum; and what is suspicious about it.

The parts are 0 to 1 and each says something a fact-checker would say ("gives a number", "opinion"). A logistic
function of their weighted sum is the score, so 0.5 is where a person is as likely to check as to pass by; under
:data:`NOT_CHECKABLE` a claim is folded away. It stands apart because it reads words only, without a parse: a bare
sentence can be scored too (:func:`score_text`), and is, in ``python -m benchmarks.checkworthiness``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from factcheck.extract import checkworthiness_en as en
from factcheck.extract.checkworthiness_weights import BIAS, WEIGHTS
from factcheck.extract.wordcounts import WordLists
from factcheck.model import Claim, Figure

NOT_CHECKABLE = 0.3
"""Below this a claim is an opinion, a feeling or small talk, and out of the way."""

_SHORT = 10
_DIGIT = re.compile(r"\d")


def score_text(text: str) -> float:
    """The score, 0 to 1, of a bare sentence of which nothing else is known."""
    return score(parts(text))


def score(made: Mapping[str, float]) -> float:
    """The score of the parts: 1 / (1 + exp(-(bias + the sum of weight times part)))."""
    total = BIAS + sum(WEIGHTS[name] * value for name, value in made.items())
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def parts(
    text: str, *, figures: Sequence[Figure] = (), attributed: bool = False, belief: bool = False
) -> dict[str, float]:
    """What speaks for and against checking ``text``; parts that are 0 are left out.

    Args:
        text: what is claimed, without who claims it.
        figures: those read from it, where it was read.
        attributed: somebody is cited for it.
        belief: it is what somebody thinks, wants or intends, not what they said.
    """
    words = max(len(text.split()), 1)
    lower = text.lower().replace("’", "'")
    count = _WORDS.counts(lower)
    for tables, read in ((en.WRITTEN, text), (en.LOWERED, lower), (en.DIGITS, text if _DIGIT.search(text) else "")):
        for name, pattern in tables.items() if read else ():
            if times := len(pattern.findall(read)):
                count[name] = times
    for name, (listed, pattern) in en.BEHIND.items():
        if listed in count and (times := len(pattern.findall(lower))):
            count[name] = times
    asked = {name for table in count for name in _FED_BY.get(table, ())}
    found = {name: value(count, words) for name, value in _PARTS.items() if name in asked}
    found["short"] = float(words < _SHORT)
    found["a question"] = float(text.rstrip(" \"'”’)").endswith("?"))
    found["vague"] = float(bool(figures) and all(figure.vague for figure in figures))
    found["attributed"] = float(attributed)
    found["belief"] = float(belief)
    return {name: round(value, 3) for name, value in found.items() if value}


class _Value(NamedTuple):
    """How a part is reckoned: from the tables that feed it to its value, 0 to 1."""

    tables: tuple[str, ...]
    reckoned: Callable[[int, int], float]
    also: tuple[str, ...] | None = None

    def __call__(self, count: Mapping[str, int], words: int) -> float:
        if self.also is not None and not any(name in count for name in self.also):
            return 0.0
        return self.reckoned(sum(count.get(name, 0) for name in self.tables), words)


def _any(*tables: str) -> _Value:
    return _Value(tables, lambda times, _: float(times > 0))


def _many(*tables: str, most: int = 3) -> _Value:
    return _Value(tables, lambda times, _: min(times, most) / most)


def _share(*tables: str) -> _Value:
    """The share of the words that are such words; a fifth of them is all that counts."""
    return _Value(tables, lambda times, words: min(5 * times / words, 1.0))


def _both(some: Sequence[str], others: Sequence[str]) -> _Value:
    return _Value(tuple(some), lambda times, _: float(times > 0), tuple(others))


_WORDS = WordLists(en.WORDS)
_PARTS: dict[str, _Value] = {
    "gives a number": _any("gives a number", "digits"),
    "several numbers": _many("gives a number", "digits", most=4),
    "a number in digits": _many("a number in digits"),
    "about money": _share("about money", "a sum of money"),
    "a share or rate": _any("a share or rate", "a percentage"),
    "a change": _share("a change"),
    "a comparison": _many("a comparison", most=4),
    "names a past time": _any("names a past time", "a year"),
    "about many people": _share("about many people"),
    "about public affairs": _any("about public affairs"),
    "public services and goods": _many("public services and goods"),
    "tells what happened": _many("tells what happened", most=4),
    "past tense": _share("past tense"),
    "about somebody's record": _many("about somebody's record", most=4),
    "names somebody": _many("names somebody", most=4),
    "about a named body or place": _many("about a named body or place"),
    "by or against somebody": _many("by or against somebody"),
    "points to a source": _many("points to a source"),
    "what was not done": _many("what was not done"),
    "what is going on": _many("what is going on"),
    "opinion": _share("opinion"),
    "a judgement in one word": _any("a judgement in one word"),
    "a feeling": _any("a feeling"),
    "values": _many("values"),
    "personal experience": _any("personal experience"),
    "about the speaker": _share("about the speaker"),
    "what the speaker wants": _many("what the speaker wants"),
    "about us": _many("about us", most=4),
    "to the listener": _share("to the listener"),
    "about the future": _many("about the future", most=4),
    "what can or must be": _many("what can or must be"),
    "what is to be": _many("what is to be"),
    "an aim": _many("an aim"),
    "a condition": _many("a condition"),
    "a clause with that": _many("a clause with that"),
    "goes on talking": _many("goes on talking"),
    "talk about the talk": _share("talk about the talk"),
    "vague words": _share("vague words"),
    "what we did": _any("what we did"),
    "what the speaker did": _any("what the speaker did"),
    "what somebody said or backed": _any("what somebody said or backed"),
    "the speaker's feeling": _any("the speaker's feeling"),
    "a superlative": _any("a superlative"),
    "one beside another": _any("one beside another"),
    "how it is today": _any("how it is today"),
    "a large number": _any("a large number", "a percentage"),
    "public affairs, past": _both(["about public affairs"], ["a past form"]),
    "a number, future": _both(["gives a number", "digits"], ["about the future"]),
}
_FED_BY: dict[str, list[str]] = {}
for _name, _part in _PARTS.items():
    for _table in _part.tables:
        _FED_BY.setdefault(_table, []).append(_name)


def red_flags(claim: Claim) -> tuple[str, ...]:
    """What should make a reader look twice at a claim, in words; empty where nothing does."""
    text = claim.text
    flags = {
        "unnamed source": claim.speaker is not None
        and claim.speaker.anonymous
        and en.SOLE_OFFICE.fullmatch(claim.speaker.text) is None,
        "nobody cited": claim.speaker is None and "attributed" in claim.kinds,
        "no base for a percentage": any(
            figure.unit in ("percent", "fraction") and figure.whole is None and not figure.population
            for figure in claim.figures
        ),
        "no date": bool(claim.figures)
        and claim.said_on is None
        and all(figure.period is None and figure.as_of is None for figure in claim.figures),
        "hedged": any(figure.hedged for figure in claim.figures) or en.HEDGE.search(text) is not None,
        "a vague amount": bool(claim.figures) and all(figure.vague for figure in claim.figures),
        "an unnamed study": en.UNNAMED_STUDY.search(text) is not None,
        "a forecast": any(figure.modality in ("forecast", "planned") for figure in claim.figures),
    }
    return tuple(name for name, raised in flags.items() if raised)
