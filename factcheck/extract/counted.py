"""What a number counts: the head noun and its modifiers.

The parse proposes, the order of the words disposes: a small parser errs in the thick noun phrases of news, and what a
number counts nearly always ends the run of adjectives and nouns that follows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import units
from factcheck.extract import changes_en, elliptic, strengths
from factcheck.extract.amount import Amount
from factcheck.extract.tokens import NOUN_TAGS, Tokens
from factcheck.extract.wordlists import words
from factcheck.model import Bound

if TYPE_CHECKING:
    from spacy.tokens import Token

PART_TAGS = words("JJ JJR JJS VBN VBG AFX HYPH POS `` ''") | NOUN_TAGS
_DETERMINERS = words("the these those its their his her our my your all")
_SINGULARS = {
    "taxes": "tax",
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
}
_NOT_UNITS_WHEN_MODIFIED = frozenset({"second", "degree", "point", "pound", "bit", "foot", "carat", "mole"})
_SUSPENDS = frozenset({",", "and", "or", "to"})
_NOT_IN_A_PHRASE = frozenset({"ADP", "PRON", "AUX", "DET", "CCONJ", "NUM", "SCONJ"})
MANY_WORDS = 8
_MANY_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun: canonical ``name``, where it stands, what delimits it. ``end``: offset after it, or None."""

    name: str
    dimension: str
    noun: int | None
    modifiers: tuple[int, ...]
    text: str | None
    end: int | None
    elliptic: bool = False


def singular(token: Token) -> str:
    """The singular of a counted noun, as ``unit`` has it: lower case but for names."""
    lower: str = token.lower_
    if lower in _SINGULARS:
        return _SINGULARS[lower]
    if token.tag_ in ("NNP", "NNPS"):
        text: str = token.text
        if len(text) > 3 and text.endswith("s") and not text.endswith(("ss", "us", "is")):
            return text[:-1] if text[:1].isupper() and not text.isupper() else text.lower()[:-1]
        return text
    lemma: str = token.lemma_.lower() or lower
    return lemma


def counted(
    tokens: Tokens,
    amount: Amount,
    last: int,
    text: str,
    earlier: Sequence[tuple[str, int | None, tuple[int, ...]]],
) -> Counted | None:
    """What the number ending at token ``last`` counts, in its own sentence; None where nothing is named."""
    hyphened = _hyphened(tokens, last)
    if hyphened is not None:
        return hyphened
    strength = strengths.strength(tokens, amount, text)
    if strength is not None:
        return Counted(strength.name, "other", strength.noun, (), strength.text, None)
    head = following_noun(tokens, last) or _after_bound(tokens, amount, last)
    listed = _listed(tokens, last) if head is None else None
    if listed is not None:
        return Counted(singular(tokens.doc[listed[0]]), "count", listed[0], listed[1], None, None, elliptic=True)
    head = head or _parsed_noun(tokens, last) or _parsed_of(tokens, last)
    if head is not None and tokens.doc[head[0]].lower_ == "times":
        return None
    if head is not None and amount.stated[0] > 1 and tokens.doc[head[0]].tag_ in ("NN", "NNP"):
        ahead = tokens.token(head[0] + 1)
        if (
            head[0] == last + 1
            and tokens.word(last + 1) in changes_en.MASSED
            and (ahead is None or ahead.pos_ == "ADP")
        ):
            return Counted("person", "count", None, (), None, None, elliptic=True)
    if head is not None and head[0] == last + 1 and tokens.word(head[0]) in changes_en.NUMBER_ITSELF:
        return None  # "the 64,000 figure"
    if head is not None:
        noun, modifiers = _member(tokens, amount, *head)
        part = tokens.word(last + 1) == "of" and _definite(tokens, last + 2)
        return _made(tokens, noun, modifiers, text, taken_in=not part)
    if not elliptic.may_be_elliptic(tokens, last, amount):
        persons = float(amount.stated[0]).is_integer() and tokens.word(last + 1) in changes_en.LEFT_AS
        return Counted("person", "count", None, (), None, None, elliptic=True) if persons else None
    subject = elliptic.of_subject(tokens, last)
    if subject is not None:
        modifiers = delimiting(tokens, subject)
        return Counted(singular(tokens.doc[subject]), "count", subject, modifiers, None, None, elliptic=True)
    crowd = elliptic.of_crowd(tokens, amount)
    if crowd is not None:
        return Counted("person", "count", None, (), None, None, elliptic=True)
    persons = elliptic.of_persons(tokens, last)
    told = [one for one in earlier[-4:] if one[1] is None or not _aside(tokens.doc[one[1]])]
    for name, noun_before, modifiers_before in reversed(told[-3:]):
        if not persons or elliptic.names_persons(tokens, name, noun_before):
            return Counted(name, "count", noun_before, modifiers_before, None, None, elliptic=True)
    if persons:
        return Counted("person", "count", None, (), None, None, elliptic=True)
    return None


def _hyphened(tokens: Tokens, last: int) -> Counted | None:
    """The noun tied to a number: "six-cylinder engines" (cylinder), also of "four-, five- and six-cylinder"; and the
    noun before "or two" ("a pick or two")."""
    text = tokens.text
    at = last + 1
    if tokens.word(last - 1) == "or" and tokens.word(last) == "two" and not tokens.noun_at(at):
        before = tokens.token(last - 2)
        if before is not None and before.tag_ == "NN":
            return Counted(singular(before), "count", before.i, (), before.text, None)
        return None
    if tokens.word(last).endswith("-"):
        at = last  # the parser leaves the hyphen of "four- and five-year" on the number
    elif tokens.word(at) not in ("-", "‑") or tokens.start(at) != tokens.end(last):
        return None
    for _ in range(6):
        token = tokens.token(at + 1)
        if token is None or not (token.like_num or token.lower_ in _SUSPENDS or token.text.endswith(("-", "‑"))):
            break
        at += 1
    noun = tokens.token(at + 1)
    if noun is None or noun.tag_ not in ("NN", "NNS") or tokens.word(at + 2) in ("-", "‑"):
        return None
    end = (
        tokens.end(noun.i) if noun.i - last <= 2 and "," not in text[tokens.end(last) : tokens.start(noun.i)] else None
    )
    name = singular(noun)
    known = units.unit(name) if name not in _NOT_UNITS_WHEN_MODIFIED else None
    if name in changes_en.SCALES_OF_STRENGTH:
        known = units.Unit(name, "other")
    if known is not None:
        return Counted(known.name, known.dimension, noun.i, (), noun.text, end)
    return Counted(name, "count", noun.i, (), text[tokens.start(noun.i) : tokens.end(noun.i)], end)


def fraction_of_unit(tokens: Tokens, last: int) -> bool:
    """Whether a fraction is told of a thing rather than of a whole: "half a turn", "1/2 cup of sugar"."""
    if tokens.word(last) in ("a", "an"):
        return True
    number, following = tokens.doc[last], tokens.token(last + 1)
    return bool(number.text[-1:].isdigit() and following is not None and following.tag_ == "NN")


def times(tokens: Tokens, last: int) -> tuple[units.Unit, int] | None:
    """The unit "time" stands for and its token: a multiple ("6.5 times earnings") or a count ("seven times since")."""
    index = last + 1 + (tokens.word(last + 1) in ("-", "‑"))
    if tokens.word(index) in ("of", "and", "or") and tokens.word(index + 1 + (tokens.word(index) != "of")) == "times":
        listed = tokens.token(index + 1)  # "thousands of times", "2,700 and 2,400 times"
        if tokens.word(index) == "of" or (listed is not None and listed.like_num):
            return units.Unit("time", "count"), index + 1 + (tokens.word(index) != "of")
    if tokens.word(index) == "fold":
        return units.Unit("multiple", "multiple"), index
    if tokens.word(index) not in ("times", "time"):
        return None
    following = tokens.token(index + 1)
    if tokens.word(index) == "time":
        return (
            (units.Unit("time", "count"), index) if tokens.word(last + 1) in ("-", "‑") else None
        )  # "a two-time winner"
    compared = following is not None and (
        following.lower_ in changes_en.TIMES_AS
        or (following.tag_ in ("NN", "NNS", "JJR", "RBR") and not following.is_upper)
    )
    return (units.Unit("multiple", "multiple") if compared else units.Unit("time", "count")), index


def _definite(tokens: Tokens, index: int) -> bool:
    """Whether "of" leads to a whole ("of the 1,200 inspectors") rather than to what is counted ("of people")."""
    return tokens.word(index) in _DETERMINERS or ((token := tokens.token(index)) is not None and bool(token.like_num))


def _made(tokens: Tokens, noun: int, modifiers: tuple[int, ...], text: str, *, taken_in: bool) -> Counted:
    name = singular(tokens.doc[noun])
    known = units.unit(name) if name not in _NOT_UNITS_WHEN_MODIFIED else None
    dimension = "count"
    if known is not None:
        name, dimension = known.name, known.dimension
    elif name in changes_en.SCALES_OF_STRENGTH and name != "strength":
        dimension = "other"
    written = text[tokens.start(noun) : tokens.end(noun)]
    return Counted(name, dimension, noun, modifiers, written, tokens.end(noun) if taken_in else None)


def points(tokens: Tokens, unit: units.Unit, noun: int | None) -> units.Unit:
    """As in "fell 0.3 points": percentage points where the sentence is about a rate, not about an index or a game."""
    if unit.name != "point" or unit.dimension != "count" or noun is None:
        return unit
    words = {token.lower_ for token in tokens.doc[max(tokens.first, noun - 25) : min(tokens.stop, noun + 15)]}
    if not words.isdisjoint(changes_en.POINTS_NOT_OF) or words.isdisjoint(changes_en.POINTS_OF | {"%"}):
        return unit
    return units.Unit("percentage point", "points")


def following_noun(tokens: Tokens, last: int) -> tuple[int, tuple[int, ...]] | None:
    """Head and modifiers of the noun phrase after the number, "of" passed over ("dozens of people")."""
    at = last + 1
    if tokens.word(at) == "of":
        at += 1
        while tokens.word(at) in _DETERMINERS:
            at += 1
        inner = tokens.token(at)
        if inner is not None and inner.like_num:
            at += 1
    run: list[int] = []
    limit = min(tokens.stop, at + _MANY_TOKENS)
    index = at
    while index < limit:
        token = tokens.doc[index]
        tied = sum(2 for one in run if tokens.word(one) in ("-", "‑"))
        if index - at - tied >= MANY_WORDS:
            break  # words tied by hyphens count as one
        if (
            ((token.tag_ in PART_TAGS or _number_in_name(tokens, index)) and not _ends_run(tokens, index, at))
            or _model_number(tokens, index, at)
            or _measured_next(tokens, index)
            or (tokens.word(index - 1) in ("-", "‑") and tokens.word(index + 1) in ("-", "‑"))
            or (token.tag_ in ("RB", "RBS", "RBR") and _adjective_next(tokens, index))
            or (token.tag_ in ("CC", ",") and run and _joins(tokens, index, last))
        ):
            run.append(index)
        elif token.is_space and not run and "\n" not in token.text:
            pass
        else:
            break
        index += 1
    nouns = [i for i in run if tokens.doc[i].tag_ in NOUN_TAGS]
    if not nouns:
        return None
    noun = _head(tokens, last, nouns)
    skip = {"HYPH", "POS", "``", "''", ",", "CC", "RB", "RBS", "RBR"}
    modifiers = tuple(i for i in run if i < noun and tokens.doc[i].tag_ not in skip)
    return noun, modifiers


def _aside(noun: Token) -> bool:
    """Whether a count stands in an aside that a later number doesn't go on with: ", including four children,"."""
    return noun.head.lower_ in ("including", "among") and noun.dep_ == "pobj"


_LISTED_TOKENS = 6


def _listed(tokens: Tokens, last: int) -> tuple[int, tuple[int, ...]] | None:
    """The noun behind the last of several numbers: "scored 11 and 14 goals", "100, 200 or 250 men"."""
    at = last
    while tokens.word(at + 1) in (",", "and", "or") and at < last + _LISTED_TOKENS:
        at += 1 + (tokens.word(at + 1) == "," and tokens.word(at + 2) in ("and", "or"))
        other = tokens.token(at + 1)
        if other is None or not other.like_num or other.tag_ != "CD":
            return None
        at += 1
    if at == last or tokens.word(at - 1) == "," or tokens.word(at + 1) in ("of", "in", "-", "‑"):
        return None
    found = following_noun(tokens, at)
    if found is None or tokens.doc[found[0]].tag_ != "NNS":
        return None
    heads = {int(tokens.doc[at].head.i), int(tokens.doc[last].head.i)}
    return found if found[0] in heads and all(last - _LISTED_TOKENS <= head <= found[0] for head in heads) else None


def _member(tokens: Tokens, amount: Amount, noun: int, modifiers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """The noun that is counted where the phrase is of one thing: "member" of "a five member UN commission"."""
    head, first = tokens.doc[noun], tokens.doc[modifiers[0]] if modifiers else None
    if first is None or first.tag_ != "NN" or head.tag_ not in ("NN", "NNP") or amount.stated[0] <= 1 or amount.vague:
        return noun, modifiers
    if head.lower_ in changes_en.SAME_IN_PLURAL or tokens.word(noun + 1) == "-" or amount.bound is not Bound.EXACT:
        return noun, modifiers
    opened = tokens.word(tokens.at(amount.start) - 1) in ("a", "an", "the", "one", "this", "that", "each", "every")
    return (int(first.i), ()) if opened else (noun, modifiers)


def _parsed_noun(tokens: Tokens, last: int) -> tuple[int, tuple[int, ...]] | None:
    """The noun the parse gives a number where a wrong tag stands between: "270 pledged delegates"."""
    number, head = tokens.doc[last], tokens.doc[last].head
    if number.dep_ != "nummod" or not last < head.i <= last + 4 or head.tag_ not in ("NNS", "NNPS"):
        return None
    if not tokens.holds(head.i):
        return None
    between = range(last + 1, head.i)
    if any(tokens.doc[index].is_punct or tokens.doc[index].pos_ in _NOT_IN_A_PHRASE for index in between):
        return None
    return int(head.i), tuple(between)


def _parsed_of(tokens: Tokens, last: int) -> tuple[int, tuple[int, ...]] | None:
    """The noun the parse gives "thousands of" where a wrong tag stands between: "thousands of COVID -19 tests"."""
    of = tokens.token(last + 1)
    if of is None or of.lower_ != "of" or of.head.i != last:
        return None
    noun = next((one for one in of.rights if one.dep_ == "pobj" and one.tag_ in ("NNS", "NNPS")), None)
    if noun is None or not tokens.holds(noun.i) or noun.i > last + 5:
        return None
    modifiers = (index for index in range(last + 2, noun.i) if tokens.doc[index].pos_ not in _NOT_IN_A_PHRASE)
    return int(noun.i), tuple(modifiers)


def _after_bound(tokens: Tokens, amount: Amount, last: int) -> tuple[int, tuple[int, ...]] | None:
    """The noun behind a bound that follows the number: "50 or more employees", "200-plus passengers"."""
    ending = tokens.ending_at(amount.end)
    return following_noun(tokens, ending) if ending > last and amount.unit is None else None


def _measured_next(tokens: Tokens, index: int) -> bool:
    """A number that only measures the noun behind it: "two 12-megapixel cameras", "three 5-year-old boys"."""
    token, following = tokens.doc[index], tokens.token(index + 1)
    return token.tag_ == "CD" and following is not None and following.tag_ == "HYPH"


def _head(tokens: Tokens, last: int, nouns: Sequence[int]) -> int:
    """The parser's head where it lies in the run, else the run's last noun."""
    token = tokens.doc[last]
    for _ in range(4):
        if token.dep_ not in ("nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "punct"):
            break
        token = token.head
        if token.i in nouns and token.dep_ not in ("compound", "amod", "nmod"):
            return int(token.i)
    best = nouns[0]
    for noun in nouns[1:]:
        if tokens.doc[noun].ent_type_ in ("DATE", "TIME"):
            break
        between = tokens.doc[best]
        if between.tag_ == "NNS" and tokens.doc[noun].tag_ in ("NNP", "NNPS") and between.head.i != noun:
            break
        best = noun
    return best


def _ends_run(tokens: Tokens, index: int, at: int) -> bool:
    """A participle or date after the noun begins another phrase ("people killed", "people Tuesday")."""
    token = tokens.doc[index]
    if token.lower_ in ("last", "next", "this", "past", "earlier", "previous") and index == at:
        return True
    if index == at:
        return token.tag_ == "VBG" and token.dep_ not in ("amod", "compound")
    previous = tokens.doc[index - 1]
    if previous.text in ("-", "‑"):
        return False  # "weaker-than-expected"
    if token.tag_ in ("VBN", "VBG"):
        return previous.tag_ in NOUN_TAGS or token.dep_ not in ("amod", "compound")
    if token.tag_ in ("JJ", "JJR") and previous.tag_ in ("NNS", "NN") and token.dep_ != "amod":
        return True
    return previous.tag_ in NOUN_TAGS and token.ent_type_ in ("DATE", "TIME") and token.tag_ == "NNP"


def _number_in_name(tokens: Tokens, index: int) -> bool:
    """As in "COVID -19 tests": a number that belongs to the name before it."""
    token = tokens.doc[index]
    before = tokens.token(index - 1)
    return bool(
        token.tag_ in ("CD", "-RRB-")
        and before is not None
        and before.tag_ in ("NNP", "HYPH")
        and token.text[:1] in "-–19"
    )


def _model_number(tokens: Tokens, index: int, at: int) -> bool:
    """As in "two new 737 Max jets": digits behind adjectives, before the name of what is counted."""
    token, following = tokens.doc[index], tokens.token(index + 1)
    if token.tag_ != "CD" or not token.is_digit or len(token.text) < 3 or following is None:
        return False
    led = all(tokens.doc[one].tag_ in ("JJ", "VBN") for one in range(at, index))
    return led and index > at and following.tag_ in NOUN_TAGS


def _adjective_next(tokens: Tokens, index: int) -> bool:
    following = tokens.token(index + 1)
    if following is None:
        return False
    return (following.tag_ in ("JJ", "VBN") and following.dep_ == "amod") or following.tag_ == "HYPH"


def _joins(tokens: Tokens, index: int, last: int) -> bool:
    """Whether a comma or "and" at ``index`` joins two modifiers of one noun ("Kia and Hyundai vehicles")."""
    before, after = tokens.token(index - 1), tokens.token(index + 1)
    if before is None or after is None:
        return False
    if before.tag_ == "JJ" and after.tag_ == "JJ":
        return True
    both = before.tag_ == "NNP" and after.tag_ == "NNP"
    following = tokens.token(index + 2)
    return both and following is not None and following.tag_ == "NNS"


def delimiting(tokens: Tokens, noun: int) -> tuple[int, ...]:
    """What stands before a noun and delimits it: "Russia" of "Russia's losses", "civilian" of "civilian deaths"."""
    kept = ("amod", "compound", "nmod")
    return tuple(
        int(child.i)
        for child in tokens.doc[noun].lefts
        if tokens.holds(child.i) and (child.dep_ in kept or (child.dep_ == "poss" and child.tag_ in ("NNP", "NNPS")))
    )
