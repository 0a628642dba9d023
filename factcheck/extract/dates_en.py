"""English words for dates, as tables and patterns.

It stands apart because another language is another module with the same names; how a date is reckoned from what was
read is :mod:`factcheck.extract.dates`' matter and knows no English.
"""

from __future__ import annotations

import re

_MONTH_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
"""Names and abbreviations, lower-case and without a full stop → 1 to 12."""

AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "jan", "apr", "jun", "jul", "aug", "sep", "dec", "nov", "august"))
"""Month names that are other words, or parts of names, too: bare, they need a word for time before them."""

_DAY_NAMES = (
    ("monday", "mon"),
    ("tuesday", "tue", "tues"),
    ("wednesday", "wed"),
    ("thursday", "thu", "thur", "thurs"),
    ("friday", "fri"),
    ("saturday",),
    ("sunday",),
)
WEEKDAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names}
"""Names, lower-case → 0 for Monday to 6 for Sunday."""

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}

_MONTH = (
    r"(?P<{0}>(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?))"
)
_WEEKDAY = r"(?P<{0}>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_YEAR = r"(?P<{0}>(?:1[5-9]|20)\d\d)(?![\d,]\d|\d|%|\.\d)"
_DAY = r"(?P<{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_COUNT = r"(?P<{0}>\d{{1,3}}|an?(?:\ couple\ of)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ORDINAL = r"(?P<{0}>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_S = r"(?:[ \u00a0]{1,2})"


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\[[^\]]*\]| ", lambda m: _S if m[0] == " " else m[0], source))


def _named(part: str, name: str) -> str:
    return part.replace("{0}", name).replace("{{", "{").replace("}}", "}").replace("\\ ", " ")


def _fill(source: str) -> re.Pattern[str]:
    """The pattern of ``source``, its ``<PART:name>`` replaced and its spaces made any short white space."""
    parts = {"MONTH": _MONTH, "WEEKDAY": _WEEKDAY, "YEAR": _YEAR, "DAY": _DAY, "COUNT": _COUNT, "ORDINAL": _ORDINAL}
    return _pattern(re.sub(r"<([A-Z]+):(\w+)>", lambda m: _named(parts[m[1]], m[2]), source))


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEARS = ("20", "19", "18", "17", "16", "15")
_UNITS = ("day", "week", "month", "year", "decade")
_PERIODS = ("week", "month", "year", "quarter", "decade")

PATTERNS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    (
        "iso",
        re.compile(r"(?<![\d-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2]\d|3[01])(?![\d-])"),
        ("-0", "-1"),
    ),
    ("days", _fill(r"\b<MONTH:m> <DAY:d>(?: ?[–—-] ?| to | through | and )<DAY:d2>(?:(?:,| of)? <YEAR:y>)?"), _MONTHS),
    ("days", _fill(r"\b<DAY:d>(?: ?[–—-] ?| to | and )<DAY:d2> (?:of )?<MONTH:m>(?:,? <YEAR:y>)?"), _MONTHS),
    (
        "span",
        _fill(r"(?<=[Bb]etween[ ])<DAY:d> <MONTH:m>(?: <YEAR:y>)? and <DAY:d2> <MONTH:m2>(?:,? <YEAR:y2>)?"),
        _MONTHS,
    ),
    (
        "span",
        _fill(r"(?<=[Ff]rom[ ])<DAY:d> <MONTH:m>(?: <YEAR:y>)? (?:to|until) <DAY:d2> <MONTH:m2>(?:,? <YEAR:y2>)?"),
        _MONTHS,
    ),
    ("span", _fill(r"(?<=[Bb]etween[ ])<MONTH:m> <DAY:d> and <MONTH:m2> <DAY:d2>(?:,? <YEAR:y2>)?"), _MONTHS),
    (
        "span",
        _fill(r"(?<=[Ff]rom[ ])<MONTH:m> <DAY:d> (?:to|until|through) <MONTH:m2> <DAY:d2>(?:,? <YEAR:y2>)?"),
        _MONTHS,
    ),
    (
        "span",
        _fill(r"(?<=[Bb]etween[ ])<MONTH:m>(?: <YEAR:y>)? and <MONTH:m2>(?:,? <YEAR:y2>)?(?! <DAY:d>)\b"),
        _MONTHS,
    ),
    ("day", _fill(r"\b(?:<WEEKDAY:w>,? )?<MONTH:m> <DAY:d>(?:(?:,| of)? <YEAR:y>)?"), _MONTHS),
    ("day", _fill(r"\b(?:<WEEKDAY:w>,? )?(?:the )?<DAY:d> (?:of )?<MONTH:m>(?:,? <YEAR:y>)?"), _MONTHS),
    ("month", _fill(r"\b(?:(?P<part>early|mid|late|last|next|this)[ -])?<MONTH:m>(?:,| of)? <YEAR:y>"), _MONTHS),
    ("month", _fill(r"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his)[ -])?<MONTH:m>(?!\w)"), _MONTHS),
    (
        "quarter",
        _fill(r"\b(?:the )?<ORDINAL:q>[ -](?P<unit>quarter|half)(?:(?: of|,)? (?:the )?<YEAR:y>)?"),
        ("quarter", "half"),
    ),
    ("quarter", _fill(r"\bQ(?P<q>[1-4])(?:(?: of| |/)?(?: )?<YEAR:y>)?\b"), ("Q1", "Q2", "Q3", "Q4")),
    ("decade", _fill(r"\b(?:the )?(?P<y>(?:1[5-9]|20)\d0)s\b"), ("0s",)),
    ("years", _fill(r"\b<YEAR:y>(?: ?[–—-] ?| to | and )<YEAR:y2>\b"), _YEARS),
    ("years", _fill(r"\b<YEAR:y>(?:, (?:1[5-9]|20)\d\d){1,6},? and <YEAR:y2>\b"), _YEARS),
    ("years", re.compile(r"\b(?P<y>(?:19|20)\d\d)[-–/](?P<y2>\d\d)(?![\d/–-]|[.,]\d|%)"), _YEARS),
    (
        "day_word",
        _fill(r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Oo]vernight)\b"),
        ("esterday", "oday", "omorrow", "night"),
    ),
    ("day_word", _fill(r"\b(?P<word>[Tt]his (?:morning|afternoon|evening))\b"), ("morning", "afternoon", "evening")),
    (
        "ago",
        _fill(
            r"\b<COUNT:n> (?P<unit>day|week|month|year|decade)s? (?:ago|earlier|previously"
            r"|(?:before|prior)(?!\s+(?:the|an?|his|her|its|their|my|our|your|this|that|these|those|he|she|it|they|we"
            r"|you|I|to|being|[A-Z][a-z]+|[a-z]+ing)\b))\b"
        ),
        ("ago", "earlier", "previously", "before", "prior"),
    ),
    (
        "past",
        _fill(
            r"\b(?:[Tt]he )?(?P<side>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming) <COUNT:n> "
            r"(?P<unit>day|week|month|year|decade)s?\b"
        ),
        _UNITS,
    ),
    (
        "past",
        _fill(r"\b(?:[Tt]he )?(?P<side>[Ll]ast|[Pp]ast|[Pp]revious) (?P<n>\d{1,2}|twelve) (?P<unit>hour)s\b"),
        ("hours",),
    ),
    ("edge", _fill(r"(?<=end[ ]of[ ])the (?P<unit>decade|year|month|week|quarter)\b(?!['’]s)"), _PERIODS),
    (
        "unit",
        _fill(
            r"\b(?:(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?(?:[Tt]he )?"
            r"(?P<side>[Tt]his|[Ll]ast|[Pp]ast|[Nn]ext|[Pp]revious|[Cc]oming) "
            r"(?P<unit>week|month|year|quarter|decade|weekend)\b(?!['’]s)"
        ),
        _PERIODS,
    ),
    ("unit", _fill(r"\b[Oo]ver (?P<side>the) (?P<unit>weekend)\b"), ("weekend",)),
    (
        "week_of",
        _fill(r"\b[Tt]he week (?P<side>of|ending|ended|beginning|starting)(?: on)? <MONTH:m> <DAY:d>(?:,? <YEAR:y>)?"),
        _MONTHS,
    ),
    ("weekday", _fill(r"\b(?:(?P<side>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?) )?<WEEKDAY:w>\b(?!s\b)"), _DAYS),
    ("year", _fill(r"\b<YEAR:y>\b"), _YEARS),
)
"""Kinds of date and how they are written; where two match at one place the longer wins, then the earlier row. The last
of a row are words of which every match has one; no match runs over the end of a line."""

SINCE = re.compile(r"\b[Ss]ince[ \u00a0](?:the[ \u00a0](?:start|beginning|end)[ \u00a0]of[ \u00a0])?$")
"""Directly before a date: from then until the reference."""

BEFORE_YEAR = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Tt]hrough|[Tt]hroughout|[Dd]uring|[Yy]ear|[Ff]iscal"
    r"|[Bb]efore"
    r"|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id|[Bb]etween|[Tt]o|[Ff]or|[Ii]ts|[Tt]he|[Ee]nd[ -]of|[Ss]ummer|[Ww]inter"
    r"|[Ss]pring|[Aa]utumn"
    r"|[Ff]all|[Oo]n)[ \u00a0-]|\()$"
)
"""Directly before a number that is a year and not an amount."""

_EVENTS = (
    r"census|elections?|survey|budget|war|crisis|law|act|report|poll|referendum|recession|treaty|agreement|olympics"
    r"|games|crash|floods?|earthquake|drought|outbreak|pandemic|uprising|revolution|riots|massacre|strike|constitution"
)

OF_AN_EVENT = re.compile(rf"\b(?:{_EVENTS})[ \u00a0]of[ \u00a0]$", re.IGNORECASE)
"""Directly before a number: it is the year of something that happened once, whatever follows."""

A_YEAR_S = re.compile(r"\b(?:[Aa]|[Aa]nother|[Tt]hat)[ \u00a0]$")
"""Directly before the year of a study, one of more than one: "a 2019 survey"."""

A_STUDY = re.compile(
    r"[ \u00a0](?:[A-Z][\w.&’'-]*[ \u00a0]){0,4}(?:[a-z]+[ \u00a0])??"
    r"(?:survey|study|poll|report|census|analysis|estimate|audit|review|count|paper|inquiry|assessment)\b"
)
"""Directly behind it: a study, perhaps with the name of who made it."""

CLOCK = re.compile(r"[ \u00a0]?(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|PST|PDT|h\b|hrs\b|hours\b|local time)")
"""Directly behind a number of four digits: it is a time of day."""

OVERNIGHT_IS_WHEN = re.compile(
    r"\s*(?:[.,;:)\n]|$)|\s+(?:in|on|at|by|after|when|as|into|to|and|from|near|across|during|that|amid|with)\b"
)
"""Directly behind "overnight" where it tells when something happened; elsewhere it tells of what kind a thing is."""

NAMES_A_DAY = re.compile(
    r"\b(?:Super|Black|Good|Ash|Bloody|Palm|Easter|Whit|Shrove|Maundy|Holy|Giving|Cyber|Fat|Pancake)[ \u00a0]$"
)
"""Directly before a weekday: the name of one day of the year, which this one need not be near."""

AFTER_YEAR = re.compile(r",?[ \u00a0]when\b")
"""Directly behind a number: it is a year ("the worst was 1997, when 58 died")."""

WEAK_BEFORE_YEAR = re.compile(r"\b(?:[Oo]f|[Ff]rom|[Bb]y|[Tt]o|[Ff]or|[Ii]ts|[Tt]he|[Oo]n|[Bb]etween)[ \u00a0-]$")
"""Words before a year that stand before amounts as well: then what follows must not be a thing counted."""

AFTER_AMOUNT = re.compile(
    r"[ \u00a0-](?!(?:and|or|to|as|in|on|at|by|with|from|when|after|before|was|were|is|are|has|had|the|that|a"
    r"|for|while|but|who|which|because|if|than|until|through|season|election|elections|census|report|campaign"
    r"|budget|presidential|olympics|law|study|survey|referendum|war)\b)[a-z$%]"
)
"""Directly after a number: a counted thing follows."""

BEFORE_MONTH = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Tt]hrough|[Tt]hroughout|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]very|[Aa]nd"
    r"|[Bb]etween|[Tt]o)[ \u00a0]$"
)
"""Directly before a bare month name."""

FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|(?:is|are|was|were) (?:due|set|scheduled|expected|slated|planned|going) "
    r"|due to|scheduled for|planned for|plans? to|[Bb]y (?:next )?$)"
)
"""Shows that the clause speaks of what is to come."""

WILL_BE = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|(?:is|are) (?:due|set|scheduled|expected|slated|planned|going) |due to|plans? to"
    r"|expects?|forecasts?|predicts?|aims? to|hopes? to)\b"
)
"""Shows, before a month without a year, that the coming one is meant; "expected" may be told of what has been."""

PAST = re.compile(r"\b(?:said|told|was|were|had|did|announced|\w{3,}ed)\b")
"""Shows that the clause speaks of what has been."""


ASKED = re.compile(
    r"\b(?:asked|asks|told|orders?|ordered|urged|urges|forced|wants?|wanted|needs?|needed|promised?|agreed|vows|vowed"
    r"|pledged?|hopes?|hoped|expects?|expected|intends?|intended|supposed|required|requires?|demands?|demanded|must"
    r"|should|would|could|may|might|can|cannot|deadline|ultimatum|threaten(?:s|ed)?|plan(?:s|ned)?|aims?|aimed|due"
    r"|scheduled|set|time|days|hours|not (?:yet )?\w+ed|unless|if)\b"
)
"""Before "by Monday": the day is one still to come, whatever the tense ("ordered them to leave by Monday")."""

HAS_BEEN = re.compile(
    r"\b(?:was|were|had|did|has|have|been|rose|fell|grew|shrank|came|went|stood|hit|took|got|left|lost|won|began|became"
    r"|saw|held|sold|made|found|fled|cut|put|said|told|announced|\w{3,}ed)\b"
)
"""Before or behind "by Monday": the clause tells what has been."""

IN_MONTH = re.compile(r"\b(?:in|during)\s$", re.IGNORECASE)
COUNTED = re.compile(r"\s[a-z]{3,}")
"""Before a month, and behind a number after it: "in April 17 people" is of people in April."""

SAYS_WHEN = re.compile(r"\b(?:said|says|told|announced|reported|added|wrote)\b[^.;,]*$")
"""Before a date: it is of the telling, and not of what is told."""


def count(word: str) -> int:
    """The number of "two", "a", "a couple of", "12" before a unit of time."""
    first = word.lower().split()[-2 if word.lower().endswith("couple of") else -1]
    return int(first) if first.isdigit() else NUMBERS[first]
