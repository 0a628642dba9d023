"""English words that bound, round or estimate a number, before it and after it, as tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.extract.wordlists import phrases, words
from factcheck.model import Bound


class BoundWords(NamedTuple):
    """What a phrase does to the number beside it. ``nearly``: at most, and not far below (NEARLY_FLOOR)."""

    bound: Bound = Bound.EXACT
    approximate: bool = False
    estimated: bool = False
    nearly: bool = False


NEARLY_FLOOR = 0.9
"""Share of the number below which nobody writes "nearly": "nearly half a million" is read as 450,000 to 500,000."""

_MORE = BoundWords(Bound.MORE_THAN)
_LEAST = BoundWords(Bound.AT_LEAST)
_MOST = BoundWords(Bound.AT_MOST)
_LESS = BoundWords(Bound.LESS_THAN)
_ABOUT = BoundWords(approximate=True)
_ESTIMATED = BoundWords(approximate=True, estimated=True)
_NEARLY = BoundWords(Bound.AT_MOST, approximate=True, nearly=True)

BEFORE: dict[str, BoundWords] = {
    **dict.fromkeys(
        phrases(
            "more than | greater than | higher than | larger than | longer than | later than | over than | "
            "over | above | in excess of | upwards of | upward of | north of | exceeding | topping | "
            "surpassing | well over | well above | far more than | much more than | well more than | "
            "way over | comfortably over | beyond | older than | bigger than | better than | over the age of | "
            "above the age of"
        ),
        _MORE,
    ),
    **dict.fromkeys(
        phrases(
            "just over | slightly over | slightly more than | just above | slightly above | a little over | "
            "a little more than | little more than | a bit more than | just more than | barely more than | "
            "a shade over | marginally above"
        ),
        BoundWords(Bound.MORE_THAN, approximate=True),
    ),
    **dict.fromkeys(
        phrases(
            "at least | no fewer than | no less than | not less than | not fewer than | a minimum of | "
            "minimum of | minimum | starting at | starting from | not below"
        ),
        _LEAST,
    ),
    **dict.fromkeys(
        phrases(
            "up to | as many as | as much as | as high as | as long as | as large as | at most | "
            "no more than | not more than | no greater than | no higher than | not above | not exceeding | "
            "a maximum of | maximum of | maximum | max | capped at | limited to | anything up to | "
            "at the most | as far as"
        ),
        _MOST,
    ),
    **dict.fromkeys(
        phrases(
            "fewer than | less than | lower than | smaller than | shorter than | younger than | under | "
            "below | south of | short of | well under | well below | far less than | far fewer than | "
            "much less than | shy of | sub- | under the age of | below the age of"
        ),
        _LESS,
    ),
    **dict.fromkeys(
        phrases(
            "just under | just below | slightly under | slightly below | slightly less than | "
            "a little under | a little less than | just less than | just shy of | just short of | "
            "little less than | slightly fewer than"
        ),
        BoundWords(Bound.LESS_THAN, approximate=True, nearly=True),
    ),
    **dict.fromkeys(["nearly", "almost", "approaching", "very nearly", "not quite", "virtually", "nigh on"], _NEARLY),
    **dict.fromkeys(
        phrases(
            "in the vicinity of | in the ballpark of | "
            "about | around | roughly | approximately | approx | approx. | aproximately | circa | c. | "
            "ca. | ca | ~ | ≈ | some | in the region of | in the order of | on the order of | "
            "somewhere around | something like | close to | closer to | nearer | nearer to | in the neighbourhood of | "
            "in the neighborhood of | more or less | broadly | give or take | or so | near | barely | "
            "just about | maybe | perhaps | on average"
        ),
        _ABOUT,
    ),
    **dict.fromkeys(["an estimated", "estimated", "an estimate of", "est.", "a reported", "reportedly"], _ESTIMATED),
    # exact, and part of the figure as written
    **dict.fromkeys(
        phrases(
            "plus or minus | plus-or-minus | ± | +/- | exactly | precisely | an average of | a total of | only | "
            "just | another | an additional | a further | to the tune of"
        ),
        BoundWords(),
    ),
    ">": _MORE,
    "≥": _LEAST,
    "⩾": _LEAST,
    ">=": _LEAST,
    "<": _LESS,
    "≤": _MOST,
    "<=": _MOST,
}

AFTER: dict[str, BoundWords] = {
    **dict.fromkeys(
        phrases(
            "or more | and more | or greater | or higher | or above | and above | or over | and over | "
            "and up | or older | or longer | and counting | plus | at least | if not more | or even more | "
            "minimum | +"
        ),
        _LEAST,
    ),
    **dict.fromkeys(
        phrases(
            "or less | or fewer | or lower | or under | and under | or below | and below | at most | "
            "at the most | at best | maximum | max | tops | or younger"
        ),
        _MOST,
    ),
    **dict.fromkeys(
        ["or so", "or thereabouts", "odd", "ish", "more or less", "give or take", "on average", "an average"], _ABOUT
    ),
}

BARE_OVER_MEANS_DURING = frozenset({"over", "under", "above", "about", "around"})
"""Before the name of a time these may be plain prepositions ("over three years")."""

LASTS = re.compile(
    r"\b(?:for|after|of|within|in|with|last(?:s|ed|ing)?|takes?|taken|taking|took|spen[dt]s?|wait(?:s|ed|ing)?|"
    r"served|is|was|has|have|had)\s+$",
    re.IGNORECASE,
)
"""Before "over" and the name of a time these make it a bound: "for over 16 days"."""

STANDS_UNDER = re.compile(
    r"\b(?:is|are|was|were|be|been|being|serv\w+|work\w*|liv\w+|play\w*|fought|plac\w+|group\w*|list\w*|known|register\w*|"
    r"fell|falls?|comes?|came|operat\w+|trad\w+|writ\w+|wrote|pass\w*)\s+$",
    re.IGNORECASE,
)
"""Before "under" and a small number in words these make it a place, not a bound: "she served under three ministers"."""

RANGE_OPENERS = words(
    "ranging range ranges ranged varying vary varies varied anywhere somewhere between estimated "
    "estimates anything starting"
)
"""Before "from A to B": one range. Elsewhere after a verb of change "from A to B" is two levels, earlier and later."""

MOVED_UP = re.compile(
    r"\b(?:revis|upgrad|rais|mov|bump|adjust|climb|edg|nudg|round|mark|ramp|scal|tick|creep|push|driv|went|go|goes|gone|shot|"
    r"crept|drove|driven|back)(?:e|ed|es|ing|s|d)?\s+$",
    re.IGNORECASE,
)
"""Before "up to" these make it a movement, not a bound: "growth was revised up to 4.2%"."""

TURNS_ON = re.compile(r"\b(?:cent(?:er|re|r)|revolv|rotat|orbit|wrap|buil|pivot|turn|swirl)\w*\s+$", re.IGNORECASE)
"""Before "around the" these make it a place: "it centres around the 37-metre skeleton"."""
