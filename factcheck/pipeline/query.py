"""What a person types or pastes into the search box, read: words, phrases in quotation marks, filters, posts.

Reading never refuses: what looks like a filter and isn't one stays words; whether a filter's value makes sense is for
the search to say. Stands apart from searching, so that the
screen can show how a question was understood.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from factcheck.extract.numbers import scan
from factcheck.pipeline.singular_en import singular
from factcheck.pipeline.small_words_en import OPERATORS, SMALL_WORDS
from factcheck.units import unit

LONGEST = 2_000
"""Characters of a question that are looked at; a claim has about 150."""
_MOST_SENTENCES = 4
_FEW_WORDS = 4
_LONG_PHRASE = 8
_SHORT = 25  # characters of a sentence that says too little by itself

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_VALUE = re.compile(
    rf"(?<!\w)value(?:\s*[:=]\s*|\s+)(?P<value>{_NUMBER}\s?\.\.\s?{_NUMBER}|{_NUMBER}\s?\.\.|\.\.\s?{_NUMBER})"
    r"(?:\s+(?P<unit>[^\W\d_]+|[%$€£]))?(?![\w.])|(?<!\w)value:(?P<exact>" + _NUMBER + r")(?![\w.])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<!\w)(?P<name>speaker|outlet|since|until|unit|verdict|document|kind):(?:\"(?P<quoted>[^\"]+)\"|(?P<plain>[^\s\"]+))",
    re.IGNORECASE,
)
_COUNTED = ("person", "persons", "people")
"""What follows a range and is the unit of a count wherever it stands; another noun is one at the end."""
_PHRASE = re.compile(r"[\"“”„«»]([^\"“”„«»]{2,})[\"“”„«»]")
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S*")
_HASHTAG = re.compile(r"#(\w+)")
_TAG = re.compile(r"[#@](\w+)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Z][a-z])")
_POST = re.compile(r"(?<!\w)[@#]\w|\bt\.co/|pic\.twitter\.com/")
_MISREAD = re.compile(r"‚Ä.|â€.|[ÂÃ][\u00a0-\u00bf]", re.DOTALL)
_SIGNATURE = re.compile(r"\s[—–-]{1,2}\s?[^\n—]{0,80}\(@\w+\)\s+\w+\.?\s\d{1,2},\s\d{4}\s*$")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood.

    Attributes:
        text: what is asked, filters taken out, white space tidied; may be empty where only filters were given.
        meanings: texts whose vectors stand for it: the whole without addresses and signature, then its sentences.
        words: what is looked for by words; hashtags and handles are also cut into their words.
        phrases: what stood in quotation marks around all of the question, and so must be found word by word.
        filters: as typed, by name of :class:`factcheck.pipeline.search.Filters`.
        post: it is a post of a social network, told by a handle, a hashtag or a short address.
    """

    text: str
    meanings: tuple[str, ...]
    words: str
    phrases: tuple[str, ...] = ()
    filters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    post: bool = False


def read(typed: str) -> Query:
    """``typed`` as a :class:`Query`: ``"exact words"``, ``value 3500..4500 person``, ``speaker:"A Name"``,
    ``since:2022-03-01``.

    Only a short question of one line has phrases: quotation marks within a pasted passage are the passage's own.
    """
    head = mended(typed[: 4 * LONGEST])
    found: dict[str, str] = {}
    rest = head
    if "\n" not in head.strip() and len(head) <= 300:
        rest = _NAMED.sub(lambda match: _taken(found, match), rest)
        rest = _VALUE.sub(lambda match: _valued(found, match), rest)
    lines = "\n".join(" ".join(line.split()) for line in rest.splitlines()).strip()[:LONGEST]
    text = " ".join(lines.split())
    said = _ADDRESS.sub(" ", _SIGNATURE.sub("", lines))
    said = _HASHTAG.sub(lambda match: _HUMPS.sub(" ", match[1]), said)
    whole = " ".join(said.split()) or text
    sentences = [" ".join(one.split()) for one in SENTENCE_END.split(said) if one]
    meanings = [whole, *(one for one in sentences if len(one) >= _SHORT and one != whole)][: 1 + _MOST_SENTENCES]
    cut = " ".join(_HUMPS.sub(" ", tag) for tag in _TAG.findall(text) if _HUMPS.search(tag))
    words = " ".join(f"{_ADDRESS.sub(' ', text)} {cut}".split())
    post = _POST.search(text) is not None
    return Query(text, tuple(meanings), words, _phrases(rest), MappingProxyType(found), post)


def mended(text: str) -> str:
    """``text`` with what copying broke put right: ``&amp;`` is "&", ``‚Äî`` and ``â€”`` are a dash, ``Ã©`` is "é".

    What is left is never a word of its own that nobody wrote, and by its rarity would outweigh all others.
    """
    return _MISREAD.sub(_read_again, html.unescape(text))


def _read_again(match: re.Match[str]) -> str:
    misread_as = "mac_roman" if match[0][0] == "‚" else "cp1252"
    try:
        return match[0].encode(misread_as).decode("utf-8")
    except UnicodeError:
        return match[0]


def _phrases(text: str) -> tuple[str, ...]:
    if "\n" in text.strip() or len(text) > 300:
        return ()
    quoted = [" ".join(match.group(1).split()) for match in _PHRASE.finditer(text)]
    outside = _PHRASE.sub(" ", text).split()
    # a sentence that quotes somebody, or a whole quotation, is no search for that phrase; a few words are
    if len(outside) > _FEW_WORDS or any(len(one.split()) > _LONG_PHRASE for one in quoted):
        return ()
    return tuple(one for one in quoted if any(map(str.isalnum, one)))


def _taken(found: dict[str, str], match: re.Match[str]) -> str:
    found[match["name"].lower()] = match["quoted"] or match["plain"]
    return " "


def _valued(found: dict[str, str], match: re.Match[str]) -> str:
    found["value"] = (match["value"] or match["exact"]).replace(",", "").replace(" ", "")
    named = match["unit"]
    if not named:
        return " "
    known = unit(named)
    last = not match.string[match.end() :].strip()
    if known is None and not last and named.lower() not in _COUNTED:
        return f" {named} "
    found["unit"] = unit_name(named)
    return " "


def unit_name(named: str) -> str:
    """A unit as figures have it: "km" is kilometre, "$" is USD, "people" is person; another noun in the singular."""
    known = unit(named)
    return known.name if known is not None else singular(named.lower())


def small_words_only(text: str) -> bool:
    """Whether ``text`` is nothing but words that are in every text ("the of and"), and so asks for nothing.

    A word of capitals may be a name ("WHO", "US"); what other search boxes take for an operator is none.
    """
    words = _WORD.findall(text)
    return bool(words) and all(
        word.lower() in SMALL_WORDS and (word in OPERATORS or not word.isupper() or len(word) == 1) for word in words
    )


def plain(text: str) -> Query:
    """A text that is no question of a person: nothing in it is a phrase or a filter."""
    tidy = " ".join(text.split())[:LONGEST]
    return Query(tidy, (tidy,), tidy)


def without_numbers(text: str) -> str | None:
    """``text`` without its numbers; None where it has none, or nothing but them."""
    numbers = scan(text)
    for number in reversed(numbers):
        text = f"{text[: number.start]} {text[number.end :]}"
    tidy = " ".join(text.split())
    return tidy if numbers and any(map(str.isalpha, tidy)) else None
