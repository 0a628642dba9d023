"""English marks of one thing among several of its name: ordinals, codes, camps, before and after, hours, ages."""

from __future__ import annotations

import re

_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
ORDINALS = {
    written: word
    for value, word in enumerate(_WORDS, start=1)
    for written in (word, f"{value}{'st' if value == 1 else 'nd' if value == 2 else 'rd' if value == 3 else 'th'}")
}
ORDINAL = re.compile(rf"\b(?P<number>{'|'.join(ORDINALS)}|\d{{2,3}}(?:st|nd|rd|th))[ -](?P<noun>[a-z]{{3,}})\b", re.I)

#: Spans of time, which the dates tell apart, and nouns whose ordinal marks an order of telling or a rank.
NOT_NUMBERED = frozenset(
    """
    second minute hour day week weekend month quarter half year decade century time times place largest biggest highest
    lowest smallest most least best worst person people one january february march april may june july august september
    october november december
    """.split()
)

NUMBERED_NAME = re.compile(r"\b(?P<name>[A-Za-z]*[A-Z][A-Za-z]*) (?P<number>\d{1,4})\b(?![.,:]\d|%| ?[ap]\.?m\b)")
CODE = re.compile(r"\b(?P<name>[A-Z]{1,3})-?(?P<number>\d{1,4})\b(?![.,:]\d)")

#: Capitalised words before a number that are no name of it: dates, openers, quarters, signs of money.
NO_NAMES = frozenset(
    """
    q h fy cy us usd eur gbp rs about above after age aged almost another around at below before between by exactly
    fewer for from in just least less more most nearly of on only over roughly since some than the to under until up
    with jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """.split()
)

CAMP = re.compile(
    r"['\"“‘]?\b(?P<side>yes|no|for|against|leave|remain|pro|anti)\b['\"”’]?"
    r" (?:camp|side|campaign|votes?|voters|supporters)\b",
    re.I,
)
BEFORE_OR_AFTER = re.compile(
    r"\b(?P<side>before|after) (?:the|its|their|his|her|this|that)(?: [a-z]+)?? (?P<what>[A-Za-z]{4,})\b"
    r"(?! [a-z]+(?:ed|ing)\b)",
    re.I,
)

PARTS_OF_DAY = {
    "morning": "morning", "dawn": "morning", "afternoon": "afternoon", "evening": "evening", "dusk": "evening",
    "night": "night", "overnight": "night", "midnight": "night", "noon": "noon", "midday": "noon",
}  # fmt: skip
PART_OF_DAY = re.compile(rf"\b(?:{'|'.join(PARTS_OF_DAY)})\b", re.I)
CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.I)
#: What follows the hour of a clock.
OF_THE_CLOCK = frozenset("am pm a.m p.m a.m. p.m. o'clock o’clock gmt bst".split())

OF_AGE = re.compile(
    r"(?: [a-z]+){0,2}?,? (?P<age>aged (?:under |over |between )?\d{1,3}(?:(?: to | and |-)\d{1,3})?"
    r"|(?:under|over|above|below|older than|younger than)(?: the age of)? \d{1,3}(?: years of age)?"
    r"(?=$|[.,;:)]| (?:and|in|at|on|who|were|was|are|had|have|for|with|from|last|by|to)\b))",
    re.I,
)
#: Rows of words before a noun of which a thing is one kind: two of one row make two things.
_SERIES = (
    "northern southern eastern western north-eastern north-western south-eastern south-western central",
    "upper lower",
    "urban rural",
    "public private",
    "male female",
    "junior senior",
    "primary secondary",
    "single monthly weekly annual daily return",
    "electric diesel petrol hybrid",
    "inbound outbound",
    "gold silver bronze",
    "domestic foreign overseas international",
    "civilian military",
    "summer winter spring autumn",
    "indoor outdoor",
    "used new second-hand",
    "wholesale retail",
    "offshore onshore",
    "first-time repeat",
    "conservative liberal",
)
SERIES = {word: number for number, row in enumerate(_SERIES) for word in row.split()}
KIND = re.compile(rf"\b(?P<kind>{'|'.join(sorted(SERIES, key=len, reverse=True))}) [^\W\d]{{3,}}", re.I)
ALL_KINDS = re.compile(r"\b(?:all|every|any) (?P<noun>[a-z]{3,})\b", re.I)
BESIDES = re.compile(r"\band (?:its|their|his|her) (?P<who>[\w-]+)", re.I)

RUNOFF = re.compile(r"\brun-?off\b", re.I)

#: A thing of its kind by the word before it, where an article or a preposition shows that it is no verb's object.
MODIFIED = re.compile(
    r"\b(?i:the|an?|its|their|his|her|this|that|of|in|at|from|to|on|by|for|into)"
    r" (?P<kind>(?!the\b|its\b|their\b|his\b|her\b|this\b|that\b|who\b)[a-z]{3,}) (?P<noun>[a-z]{3,})\b"
)
#: Words of order and age that set two things apart although they carry no topic.
CONTRASTS = frozenset("new old early late earlier later former current north south east west left right".split())
#: Verbs and particles that look like a kind before a noun.
NO_KINDS = frozenset("have has had been being were was are will would could should must may might than and but".split())

VENUES = frozenset(
    """
    station airport school hospital market church mosque temple synagogue hotel factory port harbour stadium bridge
    prison jail camp university college library museum theatre cinema courthouse square beach mine farm warehouse
    barracks embassy restaurant nightclub bar mall supermarket refinery tunnel motorway ferry train bus
    """.split()
)
VENUE = re.compile(
    r"\b(?P<where>at|in|near|on|outside|inside|from|through) (?:the|an?) (?:[a-z-]+ ){0,2}?"
    rf"(?P<noun>{'|'.join(sorted(VENUES, key=len, reverse=True))})\b(?! [a-z]+(?:s|er|or)\b)"
)
#: Where a happening is set, not what it is near.
WITHIN = frozenset("at in inside through".split())

SESSION = re.compile(
    r"\b(?:(?P<verb>open|clos)(?:ed|es|ing|e|s)? (?:\w+ ){0,2}?at|at the (?P<noun>open|clos)(?:e|ing)?)\b"
)
OF_A_YEAR = re.compile(r"\b(?i:the|that) (?P<year>(?:19|20)\d\d) (?!to\b|and\b)[a-z]{3,}")

#: How wide an area is that a common noun names, from the narrowest; words of one row are one width.
_AREAS = (
    "city town village capital municipality borough",
    "metropolitan_area metro_area urban_area conurbation agglomeration city_region",
    "county district",
    "region province state territory",
    "country nation",
    "world",
)
AREAS = {word.replace("_", " "): width for width, row in enumerate(_AREAS) for word in row.split()}
_NOUNS = "|".join(sorted(AREAS, key=len, reverse=True))
AREA = re.compile(
    rf"\b(?i:in|across|throughout|of|around|for|within) (?:the|this|that|its|their|our)"
    rf" (?:whole |entire |wider |rest of the )?(?P<noun>{_NOUNS})\b"
    r"(?! (?:council|government|court|hall|authorit|of\b|[A-Z]))"
    rf"|\b(?i:the|this|its|their|our) (?P<owner>{_NOUNS})['’]s\b"
    r"|\b(?i:(?P<wide>city|state|nation|country|world)-?wide|(?P<adverb>nationally|globally))\b"
)
#: A part of a place that is named with it: "the capital of Ardenia", "northern Ardenia", "Ardenia's coast".
_PARTS = "capital|north|south|east|west|centre|center|interior|coast|suburbs|outskirts|countryside|highlands"
PART_OF_A_PLACE = re.compile(
    rf"\b(?:{_PARTS}|(?:[a-z]+ )?(?:cities|towns|villages|areas|districts)) (?:of|in) (?P<of>[A-Z][\w-]+)"
    r"|\b(?:northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|central|rural"
    r"|urban|coastal) (?P<sided>[A-Z][\w-]+)"
    rf"|\b(?P<owner>[A-Z][\w-]+)['’]s (?:{_PARTS})\b"
)
ADVERBS = {"nationally": "country", "globally": "world"}

#: In which contest: "in the league", "in all competitions".
CONTEST = re.compile(
    r"\bin (?:the |its |their |all )?(?:[a-z]+ )?(?P<noun>leagues?|cups?|championships?|competitions?|play-?offs?)\b",
    re.I,
)

SPENDING = re.compile(r"\bspen(?:d|ds|t|ding)\b[^.;]{0,40}$", re.I)
#: What money is spent on, up to a word of time or place.
SPENT_ON = re.compile(
    r"(?: (?:more|less|extra|a year|each year|last year|this year))* on"
    r" (?P<what>(?!it\b|them\b|this\b|that\b|what\b)[a-z-]+"
    r"(?: (?!(?:last|this|next|in|over|by|to|for|from|between|since|during|at|on|than|and|as|which|after|before)\b)"
    r"[a-z-]+){0,3})"
)
#: A thing by a word that any thing can go by.
ANY_THING = frozenset("project scheme programme program plan plans work works deal contract".split())

NEW = re.compile(r"\b[Nn]ew(?:ly)?\b(?! [A-Z])")
