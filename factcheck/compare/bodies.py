"""Who said it: whether two claims come from one person or body. By names alone, never by what "everybody knows".

"The Russian Ministry of Defence" and "Russia's Defense Ministry" are one; "Moscow" and either are not known to be.
Where the names don't decide, the answer is UNKNOWN, and a person may join the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from factcheck.compare import words_en
from factcheck.compare.tokens import nation, tokens
from factcheck.compare.words_en import word_set
from factcheck.model import Speaker, Statement, Voice

_SMALL = word_set("the of for and a an in at on to by his her their its 's")
_SPELLINGS = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "program": "programme",
    "ministries": "ministry",
    "department": "department",
    "dept": "department",
}


class Voices(Enum):
    """Whether two claims have one voice; NEITHER where nobody is named in either."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Voiced:
    """The verdict on two voices, and what each is called."""

    voices: Voices
    a: str | None
    b: str | None
    by_outlet: bool = False


def voices(a: Statement, b: Statement) -> Voiced:
    """Whether ``a`` and ``b`` are said by, or for, the same person or body."""
    speaker_a, speaker_b = _speaker(a), _speaker(b)
    name_a, name_b = _called(speaker_a), _called(speaker_b)
    if speaker_a is None and speaker_b is None:
        same_paper = a.outlet is not None and _key(a.outlet) == _key(b.outlet or "")
        return Voiced(Voices.SAME if same_paper else Voices.NEITHER, a.outlet, b.outlet, by_outlet=True)
    if speaker_a is None or speaker_b is None:
        return Voiced(Voices.UNKNOWN, name_a, name_b)
    if _kept_apart(a, speaker_b) or _kept_apart(b, speaker_a):
        return Voiced(Voices.DIFFERENT, name_a, name_b)
    return Voiced(_same_speaker(speaker_a, speaker_b), name_a, name_b)


def _kept_apart(statement: Statement, speaker: Speaker) -> bool:
    """Whether a person said that ``speaker`` is not the voice of ``statement``."""
    return bool(statement.not_voices) and _called(speaker) in statement.not_voices


def _speaker(statement: Statement) -> Speaker | None:
    claim = statement.claim
    return None if claim.voice == Voice.OWN and claim.speaker is None else claim.speaker


def _called(speaker: Speaker | None) -> str | None:
    return None if speaker is None else speaker.name or speaker.text


def _same_speaker(a: Speaker, b: Speaker) -> Voices:
    if a.anonymous or b.anonymous:
        same = a.anonymous and b.anonymous and _key(a.name) == _key(b.name) and (a.body or "") == (b.body or "")
        return Voices.SAME if same else Voices.UNKNOWN
    return _one_voice((a.name, a.body), (b.name, b.body))


@lru_cache(maxsize=16384)
def _one_voice(a: tuple[str, str | None], b: tuple[str, str | None]) -> Voices:
    """The same of two names, each with the body spoken for."""
    keys_a, keys_b = ({_key(name or "") for name in names} - {frozenset()} for names in (a, b))
    if keys_a & keys_b:
        return Voices.SAME
    found = {one_name(x, y) for x in a for y in b if x and y}
    if Voices.SAME in found:
        return Voices.SAME
    return Voices.UNKNOWN if Voices.UNKNOWN in found else Voices.DIFFERENT


@lru_cache(maxsize=16384)
def one_name(a: str, b: str) -> Voices:
    """Whether two names are one: SAME, DIFFERENT, or UNKNOWN where one merely says less than the other."""
    words_a, words_b = _key(a), _key(b)
    if not words_a or not words_b:
        return Voices.UNKNOWN
    if words_a == words_b or _initials(a) == _acronym(b) != "" or _initials(b) == _acronym(a) != "":
        return Voices.SAME
    shorter, longer = sorted((_ordered(a), _ordered(b)), key=len)
    if len(shorter) == 1 and len(longer) in (2, 3) and shorter[0] == longer[-1] and _personal(longer):
        return Voices.SAME  # a surname alone
    if words_a < words_b or words_b < words_a:
        return Voices.UNKNOWN
    if (
        len(shorter) <= len(longer) <= 3
        and _misspelt(shorter[-1], longer[-1])
        and set(shorter[:-1]) <= words_a & words_b
    ):
        return Voices.UNKNOWN  # "Heffner", "Hugh Hefner"
    return Voices.DIFFERENT


def _misspelt(a: str, b: str) -> bool:
    """Two words of five letters or more that are one letter apart."""
    short, long = sorted((a, b), key=len)
    if len(short) < 5 or len(long) - len(short) > 1 or short[0] != long[0] or short == long:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _personal(words: tuple[str, ...]) -> bool:
    return not any(w in _OFFICES for w in words)


_OFFICES = word_set("""
    ministry department office agency bureau service police army navy council committee commission bank
    institute university company party union federation association board authority government hospital court
    fund organisation centre group
    """)


#: What runs a town or a country, under any of its names: "the city council" and "the city authorities" are one voice.
_AUTHORITIES = word_set("authority authorities council government administration")


def is_office(name: str) -> bool:
    """Whether a name ends like a ministry's or a council's, which English gives an article."""
    return any(t.key in _OFFICES or t.key in _AUTHORITIES or t.key in _ALSO_OFFICES for t in tokens(name)[-4:])


_ALSO_OFFICES = word_set("staff military forces corps parliament senate ministry secretariat team campaign")


_UNNAMED = word_set("""
    police officials official spokesman spokeswoman spokesperson minister ministers president mayor rescuers
    firefighters doctors organisers organizers prosecutors experts analysts witnesses residents
    """)


def is_named(speaker: Speaker, claim_start: int) -> bool:
    """Whether a voice has a name of its own: "Ann Lee", "the Ministry of Health"; not "police" or "the ministry"."""
    if speaker.anonymous:
        return False
    name = speaker.name or speaker.text
    words = [t for t in tokens(name) if t.is_word and t.key not in _SMALL]
    if len(words) > 1 and speaker.start == claim_start and not words[1].capital:
        words = words[1:]  # the capital of "Fire officials" is the sentence's
    generic = _OFFICES | _AUTHORITIES | _ALSO_OFFICES | _UNNAMED
    named = [t for t in words if t.capital and t.key not in generic]
    return bool(named) or bool(speaker.body and speaker.body != name and is_office(speaker.body) and len(words) > 1)


def _ordered(name: str) -> tuple[str, ...]:
    words = [t for t in tokens(name) if t.text[0].isalnum()]
    telling = [t.key for t in words if t.key not in _SMALL]
    kept = [_spelt(key) for key in telling if key not in _AUTHORITIES] or [_spelt(key) for key in telling]
    bare = [w for w in kept if w not in words_en.TITLES]
    return tuple(bare or kept)


def _spelt(word: str) -> str:
    return nation(_SPELLINGS.get(word, word)) if word not in _OFFICES else word


@lru_cache(maxsize=16384)
def _key(name: str) -> frozenset[str]:
    """The words of a name without small ones and titles, nations and spellings made one; order is no matter."""
    return frozenset(_ordered(name))


def _initials(name: str) -> str:
    """ "World Health Organization" → "who"; "" where there are fewer than three words."""
    words = [t for t in tokens(name) if t.is_word and t.key not in _SMALL]
    return "".join(t.key[0] for t in words) if len(words) >= 3 else ""


def _acronym(name: str) -> str:
    """ "the WHO" → "who"; "" for a name that is no acronym."""
    words = [t for t in tokens(name) if t.is_word and t.key not in _SMALL]
    if len(words) != 1:
        return ""
    bare = words[0].text.replace(".", "")
    return bare.lower() if bare.isupper() and len(bare) >= 3 else ""
