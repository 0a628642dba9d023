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
from factcheck.model import Claim, Figure

NOT_CHECKABLE = 0.3
"""Below this a claim is an opinion, a feeling or small talk, and out of the way."""

_SEVERAL = 4
_SHORT = 10


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
    read = _Text(text, text.lower(), max(len(text.split()), 1))
    found = {name: look(read) for name, look in _PARTS.items()}
    found["vague"] = float(bool(figures) and all(figure.vague for figure in figures))
    found["attributed"] = float(attributed)
    found["belief"] = float(belief)
    return {name: round(value, 3) for name, value in found.items() if value}


class _Text(NamedTuple):
    """What is looked at: as it is written, in lower case, and how many words it has."""

    written: str
    lower: str
    words: int


def _count(pattern: re.Pattern[str]) -> Callable[[_Text], int]:
    """How often ``pattern`` is found. One that minds no case is made of lower-case letters; it is looked for in the
    lower-case text as it stands, which takes a fifth of the time."""
    if not pattern.flags & re.IGNORECASE:
        return lambda text: len(pattern.findall(text.written))
    found = re.compile(pattern.pattern).findall
    return lambda text: len(found(text.lower))


def _has(pattern: re.Pattern[str]) -> Callable[[_Text], bool]:
    if not pattern.flags & re.IGNORECASE:
        return lambda text: pattern.search(text.written) is not None
    found = re.compile(pattern.pattern).search
    return lambda text: found(text.lower) is not None


def _any(pattern: re.Pattern[str]) -> Callable[[_Text], float]:
    has = _has(pattern)
    return lambda text: float(has(text))


def _many(pattern: re.Pattern[str]) -> Callable[[_Text], float]:
    count = _count(pattern)
    return lambda text: min(count(text), _SEVERAL) / _SEVERAL


def _share(pattern: re.Pattern[str]) -> Callable[[_Text], float]:
    """The share of the words that are such words; a fifth of them is all that counts."""
    count = _count(pattern)
    return lambda text: min(5 * count(text) / text.words, 1.0)


def _both(one: re.Pattern[str], other: re.Pattern[str]) -> Callable[[_Text], float]:
    first, second = _has(one), _has(other)
    return lambda text: float(first(text) and second(text))


_PARTS: dict[str, Callable[[_Text], float]] = {
    "gives a number": _any(en.NUMBER),
    "several numbers": _many(en.NUMBER),
    "about money": _share(en.MONEY),
    "a share or rate": _any(en.SHARE),
    "a change": _share(en.CHANGE),
    "a comparison": _many(en.COMPARISON),
    "names a past time": _any(en.PAST_TIME),
    "about many people": _share(en.PEOPLE),
    "about public affairs": _any(en.POLICY),
    "tells what happened": _many(en.HAPPENED),
    "past tense": _share(en.PAST_FORM),
    "about somebody's record": _many(en.RECORD),
    "names somebody": _many(en.NAME),
    "opinion": _share(en.OPINION),
    "personal experience": _any(en.EXPERIENCE),
    "about the speaker": _share(en.FIRST_PERSON),
    "about us": _many(en.WE),
    "to the listener": _share(en.YOU),
    "about the future": _many(en.FUTURE),
    "talk about the talk": _share(en.TALK),
    "vague words": _share(en.VAGUE),
    "a question": lambda text: float(text.written.rstrip(" \"'”’)").endswith("?")),
    "what we did": _any(en.WE_DID),
    "what the speaker did": _any(en.I_DID),
    "what somebody said or backed": _any(en.THEY_SAY),
    "the speaker's feeling": _any(en.I_FEEL),
    "a superlative": _any(en.SUPERLATIVE),
    "one beside another": _any(en.THAN),
    "how it is today": _any(en.AT_PRESENT),
    "a large number": _any(en.LARGE),
    "public affairs, past": _both(en.POLICY, en.DID),
    "a number, future": _both(en.NUMBER, en.FUTURE),
    "short": lambda text: float(text.words < _SHORT),
    "length": lambda text: min(text.words, 40) / 40,
}


def red_flags(claim: Claim) -> tuple[str, ...]:
    """What should make a reader look twice at a claim, in words; empty where nothing does."""
    text = claim.text
    flags = {
        "unnamed source": claim.speaker is not None and claim.speaker.anonymous,
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
