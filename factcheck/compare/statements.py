"""Statements without figures: the same assertion, a denial, a changed position, a quotation that differs.

What is compared is the attributed content. Whether one says the contrary of the other is counted: a "no" or "not", a
cue that denies ("denied that…"), and one word of a pair of opposites ("upheld", "struck down") each turn it round. The
rest must match for a denial to be stated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factcheck.compare import bodies, words_en
from factcheck.compare.bodies import Voiced, Voices
from factcheck.compare.context import FigureInContext, stands_later, without
from factcheck.compare.difference import Part, differing_parts
from factcheck.compare.naming import named
from factcheck.compare.reasons import quoted
from factcheck.compare.tokens import Token, calendar_words, carries_topic, names, nation, overlap, stem, tokens
from factcheck.compare.tokens import content as content_words
from factcheck.model import Content, Figure, Relation, RelationKind, Stance, Statement, Voice
from factcheck.text import normalise

ALIKE = 0.7  # content words shared from which two statements say one thing, or its contrary
RELATED = 0.35
QUOTED_ALIKE = 0.6
LONG_ENOUGH = 4  # words of a quotation below which its wording proves nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as compared: its own words, what they are about, and whether it turns them round."""

    statement: Statement
    text: str
    words: frozenset[str]
    turned: bool
    quotes: tuple[str, ...]


def compare_statements(a: Statement, b: Statement) -> Relation:
    """The relation of two statements, their figures left aside. Symmetric."""
    swapped = stands_later(a, b)
    one, other = (read(b), read(a)) if swapped else (read(a), read(b))
    voiced = bodies.voices(one.statement, other.statement)
    alike = overlap(one.words, other.words) if one.words or other.words else 0.0
    relation, reason, differs = _decide(one, other, voiced, alike)
    facts: dict[str, Any] = {
        "alike": round(alike, 3),
        "differs": differs,
        "same_voice": voiced.voices.value,
        "voice_a": voiced.b if swapped else voiced.a,
        "voice_b": voiced.a if swapped else voiced.b,
    }
    return Relation(relation, reason, facts)


def read(statement: Statement) -> Reading:
    """``statement`` with its speaker and cue left out, and its turns counted."""
    claim = statement.claim
    text = claim.content.text if claim.content is not None else without(statement)
    quotes = _quotes(claim.content.text if claim.content is not None else claim.text)
    if claim.voice == Voice.DIRECT and claim.content is not None:
        whole = _MARKS.sub(" ", normalise(_said(claim.content, claim.content.text)))
        if not quotes or len(claim.content.spans) > 1:  # “Whatever it was,” she said, “it is over.”
            quotes = (" ".join(whole.split()).strip(" ,.;"),)
    words = frozenset(_neutral(w) for w in content_words(f"{_own_subject(statement)} {text}"))
    turned = _turned(text) != (claim.stance == Stance.DENIES)
    return Reading(statement, text, words, turned, quotes)


_MARKS = re.compile(r"''|[\"“”]")


def _said(content: Content, text: str) -> str:
    """The words of a content without those of who says it, which may stand between them."""
    return " ".join(text[start - content.start : end - content.start] for start, end in content.spans) or text


_OF_ITSELF = re.compile(r"(?:that )?(?:he|she|they|it|i|we)\b", re.IGNORECASE)


def _own_subject(statement: Statement) -> str:
    """Who is meant where a denial speaks of itself: "the minister denied that he met them"; "" elsewhere."""
    claim = statement.claim
    if claim.stance != Stance.DENIES or claim.speaker is None or claim.content is None:
        return ""
    return claim.speaker.text if _OF_ITSELF.match(claim.content.text) is not None else ""


_QUOTED = re.compile(r'"([^"]+)"')


@lru_cache(maxsize=16384)
def _quotes(text: str) -> tuple[str, ...]:
    return tuple(q.strip(" ,.;") for q in _QUOTED.findall(normalise(text)))


#: The words of pairs of opposites: which pair, and which side of it.
OPPOSITE = {
    word: (number, side)
    for number, pair in enumerate(words_en.OPPOSITES)
    for side, words in enumerate(pair)
    for word in words.split()
}
_OPPOSITE_STEM = {stem(word): number for word, (number, _) in OPPOSITE.items()}


def _neutral(word: str) -> str:
    """A word of a pair of opposites as the pair itself."""
    number = _OPPOSITE_STEM.get(word)
    return word if number is None else f"<{number}>"


@lru_cache(maxsize=16384)
def _turned(text: str) -> bool:
    """Whether the words turn the assertion round an odd number of times, opposites counted from one side."""
    turns = 0
    for token in tokens(text):
        negates = token.key in words_en.NEGATORS or token.key.endswith("n't")
        turns += negates or OPPOSITE.get(token.key, (0, 0))[1]
    return turns % 2 == 1


def _decide(a: Reading, b: Reading, voiced: Voiced, alike: float) -> tuple[RelationKind, str, str | None]:
    for rule in (_quotation, _taken_back, _contrary, _same):
        verdict = rule(a, b, voiced, alike)
        if verdict is not None:
            return verdict
    if alike >= RELATED:
        return RelationKind.CANNOT_TELL, "They speak of one matter, but don't assert the same or its contrary.", None
    return RelationKind.UNRELATED, "They assert different things: at most some words are shared.", None


Found = tuple[RelationKind, str, str | None]


def _quotation(a: Reading, b: Reading, voiced: Voiced, alike: float) -> Found | None:
    """One quotation in two wordings, or in two mouths."""
    best = _closest(a.quotes, b.quotes)
    if best is None:
        return None
    one, other, shared = best
    if _joined(one) in _joined(other) or _joined(other) in _joined(one):
        if voiced.voices is Voices.DIFFERENT:
            return (
                RelationKind.QUOTATION_DIFFERS,
                f"The same words are given to {named(voiced.a)} and to {named(voiced.b)}.",
                "speaker",
            )
        if voiced.voices is Voices.SAME and _one_day(a, b):
            return (
                RelationKind.SAME_STATEMENT,
                f"The same words of {named(voiced.a)}, told twice: they count once.",
                None,
            )
        return None
    if voiced.voices is Voices.SAME and _one_day(a, b) and shared >= QUOTED_ALIKE:
        return (
            RelationKind.QUOTATION_DIFFERS,
            f"A quotation of {named(voiced.a)} in two wordings: {_wording(one, other)}.",
            "wording",
        )
    return None


def _closest(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, str, float] | None:
    pairs = [(x, y, _word_overlap(x, y)) for x in a for y in b if min(_length(x), _length(y)) >= LONG_ENOUGH]
    return max(pairs, key=lambda pair: (pair[2], pair), default=None)


def _joined(text: str) -> str:
    """``text`` without what only spelling parts: "data centers" and "datacenters" are one wording."""
    return re.sub(r"[\W_]+", "", text)


def _length(text: str) -> int:
    return len(text.split())


def _word_overlap(a: str, b: str) -> float:
    return overlap((t.key for t in tokens(a) if t.text[0].isalnum()), (t.key for t in tokens(b) if t.text[0].isalnum()))


def _wording(one: str, other: str) -> str:
    parts = [p for p in differing_parts(one, other) if p.a is not None or p.b is not None]
    if not parts:
        return f"{quoted(one)}, {quoted(other)}"
    first = parts[0]
    return f"{quoted(first.a.text if first.a else None)} against {quoted(first.b.text if first.b else None)}"


def _one_day(a: Reading, b: Reading) -> bool:
    from factcheck.compare.when import same_occasion

    return same_occasion(FigureInContext(NO_FIGURE, a.statement), FigureInContext(NO_FIGURE, b.statement))


#: What stands for a figure where only its statement is looked at.
NO_FIGURE = Figure("", 0, 0, None, None, "", "other", "")


def _taken_back(a: Reading, b: Reading, voiced: Voiced, alike: float) -> Found | None:
    one_voice = voiced.voices is Voices.SAME
    back = [takes_back(r.statement, one_voice=one_voice) for r in (a, b)]
    if back[0] == back[1] or alike < RELATED:
        return None
    taker, other = (a, b) if back[0] else (b, a)
    speaker = other.statement.claim.speaker
    named = speaker is not None and bool(names(f"… {speaker.name}") & names(f"… {taker.statement.claim.text}"))
    if not one_voice and not named:
        return None
    return RelationKind.WITHDRAWN, "What the one says was taken back by who said it.", None


def takes_back(statement: Statement, *, one_voice: bool = False) -> bool:
    """Whether the claim withdraws words that were said before; ``one_voice``: by whoever speaks in it."""
    claim = statement.claim
    if claim.cue is not None and claim.cue.lemma.casefold() in words_en.WITHDRAWING:
        return True
    return _withdraws(claim.text) or (one_voice and words_en.OWN_WORDS_WRONG.search(normalise(claim.text)) is not None)


@lru_cache(maxsize=16384)
def _withdraws(text: str) -> bool:
    words = {token.key for token in tokens(text)}
    if words & words_en.WITHDREW or (words & words_en.WITHDREW_WORDS and words & words_en.WITHDRAWN_THINGS):
        return True
    matched = normalise(text)
    return any(phrase in matched for phrase in words_en.WITHDRAWING_PHRASES)


def _contrary(a: Reading, b: Reading, voiced: Voiced, alike: float) -> Found | None:
    shared = len(a.words & b.words)
    if a.turned == b.turned or alike < ALIKE or shared < min(3, max(2, len(a.words), len(b.words))):
        return None
    other = _other(a, b, contrary=True)
    if other is not None:
        return other
    if all(_says_none(r.text) for r in (a, b)) or any(_cue_is_negated(r.statement) for r in (a, b)):
        return (
            RelationKind.CANNOT_TELL,
            "Both turn their words round, so that which denies which isn't clear.",
            "negation",
        )
    asks = {r.statement.claim.stance for r in (a, b)} & {Stance.ASKS, Stance.DOUBTS}
    if asks:
        return RelationKind.CANNOT_TELL, "One only asks or doubts it.", "stance"
    if voiced.voices is Voices.SAME and not voiced.by_outlet:
        return (
            RelationKind.CHANGED_POSITION,
            f"{_cap(named(voiced.a))} says one thing here and its contrary there: {_quoted(a)}, {_quoted(b)}.",
            "negation",
        )
    return RelationKind.DENIAL, f"One denies what the other asserts: {_quoted(a)}, {_quoted(b)}.", "negation"


def _quoted(reading: Reading) -> str:
    return quoted(_THAT.sub("", reading.text.strip(" .,")))


_THAT = re.compile(r"^that ", re.IGNORECASE)


def _cue_is_negated(statement: Statement) -> bool:
    """ "never agreed to", "were not disclosed": what isn't said is neither asserted nor denied."""
    claim = statement.claim
    if claim.cue is None:
        return False
    cue = (max(0, claim.cue.start - claim.start), max(0, claim.cue.end - claim.start))
    said = [t for t in tokens(claim.text[: cue[0]]) if t.is_word][-2:] + list(tokens(claim.text[cue[0] : cue[1]]))
    return any(t.key in _NOT or t.key.endswith("n't") for t in said)


_NOT = words_en.word_set("not never cannot hardly")


def _same(a: Reading, b: Reading, voiced: Voiced, alike: float) -> Found | None:
    if a.turned != b.turned or alike < ALIKE:
        return None
    other = _other(a, b)
    if other is not None:
        return other
    sides_a, sides_b = _sides(a.text), _sides(b.text)
    if (
        sides_a is not None
        and sides_b is not None
        and any((n, 1 - s) in sides_b - sides_a for n, s in sides_a - sides_b)
    ):
        return RelationKind.CANNOT_TELL, "A word of the one stands against its opposite in the other.", "negation"
    if voiced.voices is Voices.SAME and not voiced.by_outlet and _one_day(a, b):
        return RelationKind.SAME_STATEMENT, f"One statement of {named(voiced.a)}, told twice: it counts once.", None
    return RelationKind.SAME_ASSERTION, "Both assert the same.", None


def _cap(text: str | None) -> str:
    return text[:1].upper() + text[1:] if text else "Somebody"


def _other(a: Reading, b: Reading, *, contrary: bool = False) -> Found | None:
    """What keeps two statements of the same words apart: a date, a number, an amount, a name.

    Of two contraries one may say when it was, the other that it never was.
    """
    for differing in (_other_matter, _other_time, _other_number, _other_amount, _other_name):
        if contrary and differing is _other_number and _only_a_year(a, b):
            continue
        found = differing(a, b)
        if found is not None:
            return found
    return None


def _other_time(a: Reading, b: Reading) -> Found | None:
    """Months, quarters or years that each names alone."""
    one, other = (calendar_words(r.text) for r in (a, b))
    if not one or not other or one & other:
        return None
    return RelationKind.DIFFERENT_PERIOD, "Not the same time: each names another month or year.", "date"


def _only_a_year(a: Reading, b: Reading) -> bool:
    one, other = ({t.key for t in tokens(r.statement.claim.text) if t.text[0].isdigit()} for r in (a, b))
    return min(len(one), len(other)) == 0 and all(_YEAR.fullmatch(key) for key in one | other)


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _other_number(a: Reading, b: Reading) -> Found | None:
    """A number anywhere in the two claims that only one has, speakers included."""
    one, other = ({t.key for t in tokens(r.statement.claim.text) if t.text[0].isdigit()} for r in (a, b))
    if one == other:
        return None
    return RelationKind.CANNOT_TELL, "They share their words, but not their numbers.", "number"


def _other_amount(a: Reading, b: Reading) -> Found | None:
    """Two words of amount ("many", "few"); "no" against any is left to be counted as a turn."""
    one, other = (
        {words_en.QUANTIFIERS[t.key] for t in tokens(r.statement.claim.text) if t.key in words_en.QUANTIFIERS}
        for r in (a, b)
    )
    none = words_en.QUANTIFIERS["no"]
    if not one or not other or one == other or none in one | other:
        return None
    return RelationKind.CANNOT_TELL, "They share their words, but not of how many they hold.", "quantifier"


def _other_name(a: Reading, b: Reading) -> Found | None:
    """A nation or place that each names alone, the first word of a sentence included."""
    one, other = ({nation(t.text): t.text for t in tokens(r.text) if _is_nation(t)} for r in (a, b))
    only_a, only_b = sorted(one.keys() - other.keys()), sorted(other.keys() - one.keys())
    if not only_a or not only_b:
        return None
    return (
        RelationKind.DIFFERENT_SCOPE,
        f"Each names another: {quoted(one[only_a[0]])} against {quoted(other[only_b[0]])}.",
        "name",
    )


def _is_nation(token: Token) -> bool:
    """A capitalised word inside a sentence that carries topic, or a nation's name anywhere."""
    known = token.key in words_en.NATIONS
    return token.is_word and token.capital and (known or (not token.opens and carries_topic(token)))


@lru_cache(maxsize=16384)
def _sides(text: str) -> frozenset[tuple[int, int]] | None:
    """The words of pairs of opposites in ``text``, by pair and side; None where the text negates, which turns them."""
    listed = tokens(text)
    if any(t.key in words_en.NEGATORS or t.key.endswith("n't") for t in listed):
        return None
    return frozenset(OPPOSITE[t.key] for t in listed if t.key in OPPOSITE)


def _says_none(text: str) -> bool:
    """ "no gates" against "two gates" is a contrary, not another number."""
    return any(t.key in words_en.NEGATORS for t in tokens(text))


def _other_matter(a: Reading, b: Reading) -> Found | None:
    """The number gate: words shared, and a number, date or name not."""
    kinds = {part.kind: part for part in differing_parts(a.text, b.text)}
    for kind, relation, called in (
        (Part.DATE, RelationKind.DIFFERENT_PERIOD, "date"),
        (Part.NUMBER, RelationKind.CANNOT_TELL, "number"),
        (Part.NAME, RelationKind.DIFFERENT_SCOPE, "name"),
    ):
        part = kinds.get(kind)
        if part is None or part.a is None or part.b is None:
            continue
        if kind is Part.NUMBER and any(_says_none(side.text) for side in (part.a, part.b)):
            continue
        told = "Each names another" if kind is Part.NAME else f"Not the same {called}"
        return relation, f"{told}: {quoted(part.a.text)} against {quoted(part.b.text)}.", called
    return None
