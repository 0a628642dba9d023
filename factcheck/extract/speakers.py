"""Who the source of an attribution is: surnames, titles and pronouns led back to the fullest name the document gives.

It stands apart because an attribution is a matter of one sentence and this of the whole document. Nothing is guessed:
where the text leaves it open, the words themselves are the name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.extract import titles_en as en
from factcheck.extract.bodies import Entity, without_article
from factcheck.extract.cues_en import DOCUMENTS
from factcheck.extract.people import Cast, Mention
from factcheck.model import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factcheck.extract.attribution import Attribution

_WINDOW = 60
"""How many earlier mentions a pronoun may reach back over."""
_OFFICE = 6
"""How many tokens an office may stand from the name of who holds it."""
WEIGHTS = {
    "sentence": -1.0,
    "subject": 1.2,
    "speaker": 1.0,
    "same_clause_object": -3.0,
    "gender": 0.6,
    "named": 0.3,
    "content": 2.5,
    "told_of": -2.0,
    "closes": 3.5,
}
"""What speaks for and against an earlier mention as what a pronoun means; each is multiplied and summed."""
_LEAST = -4.0
_BACK = 2
"""How many sentences before its own a pronoun that begins a clause may reach back over."""


def resolve(attributions: Sequence[Attribution], doc: Doc) -> list[Speaker | None]:
    """The speaker of each attribution, None where it has no source.

    Args:
        attributions: found in ``doc``, in the order that their ``nested_in`` refers to.
        doc: the parse, with named entities.

    Returns:
        As many as ``attributions``. ``name`` is the fullest name of the document, ``body`` whom the source speaks
        for, ``anonymous`` says that the text withholds the name.
    """
    return Resolver(doc, attributions).speakers()


_FIRM_OFFICE = re.compile(rf"\b(?:{'|'.join(map(re.escape, en.FIRM_OFFICES))})\b", re.IGNORECASE)


class Resolver:
    """Who is meant in one document: by the source of an attribution, and by a word that a clause begins with."""

    def __init__(self, doc: Doc, attributions: Sequence[Attribution]) -> None:
        self.doc = doc
        self.attributions = attributions
        self.cast = Cast(doc)
        self.starts = [m.token for m in self.cast.mentions]
        self.sources = {a.source_head for a in attributions if a.source_head is not None and not a.belief}
        self.sentence = _sentence_numbers(doc)
        self.solved: dict[int, Entity | None] = {}
        self.meant: dict[int, Entity] = {}

    def speakers(self) -> list[Speaker | None]:
        """As :func:`resolve`."""
        return [self.speaker(number) for number in range(len(self.attributions))]

    def begins_with(self, token: Token) -> tuple[int, str] | None:
        """What stands for "he", "its" or "the company" at the beginning of a clause: where those words end, in code
        points, and the name. None for other words, and where more than one person or body may be meant."""
        word = token.lower_
        if token.tag_ in ("PRP", "PRP$") and (word in en.SINGULAR_PERSONAL or word in en.NEUTER):
            earlier = [m for m in self._candidates(token) if self.sentence[token.i] - self.sentence[m.token] <= _BACK]
            meant = list({id(m.entity): m.entity for m in earlier}.values())
            if len(meant) != 1 or not meant[0].named or meant[0].kind == "thing":
                return None
            name = meant[0].name + ("’s" if token.tag_ == "PRP$" else "")
            return token.idx + len(token), name
        head = token.nbor(1) if token.i + 1 < len(self.doc) else token
        alone = head.i + 1 >= len(self.doc) or self.doc[head.i + 1].pos_ not in ("PROPN", "PART", "PUNCT")
        if word == "the" and token.head.i == head.i and head.lower_ in en.FIRMS and alone:
            entity = self._of(head, None)
            return (head.idx + len(head), entity.name) if entity is not None and entity.named else None
        return None

    def speaker(self, number: int) -> Speaker | None:
        seen = {number}
        attribution = self.attributions[number]
        while self._left_to_outer(number) and attribution.nested_in is not None and attribution.nested_in not in seen:
            number = attribution.nested_in  # "Li said it is said that …", "Li said the results show that …"
            seen.add(number)
            attribution = self.attributions[number]
        if attribution.source is None or attribution.source_head is None:
            return None
        entity = self._entity(number)
        span = attribution.source
        if entity is None:
            return Speaker(span.text, span.start, span.end, _described(span.text))
        if entity.kind == "person" and entity.body is None:
            entity.body = self._owner_of_office(attribution.source_head, number) or self._firm_led(span.text, number)
        anonymous = (
            entity.kind in ("person", "group")
            and not entity.named
            and _withheld(self.doc[attribution.source_head], entity)
        )
        name = entity.name if entity.named or self._pronoun(attribution.source_head) else _described(span.text)
        head = self.doc[attribution.source_head]
        elsewhere = entity.kind == "person" or head.lower_ in en.INFORMATION or head.lower_ not in entity.name.lower()
        if not entity.named and elsewhere and len(entity.name) > len(name):
            name = entity.name
        return Speaker(span.text, span.start, span.end, name, entity.body, anonymous)

    def _left_to_outer(self, number: int) -> bool:
        """Whether nobody is named, or a thing that can't speak, so that whoever tells it around says it."""
        head = self.attributions[number].source_head
        if self.attributions[number].source is None or head is None:
            return True
        word = self.doc[head].lower_
        if word in en.INFORMATION or self.doc[head].lemma_.lower() in DOCUMENTS or self._pronoun(head):
            return False
        entity = self._entity(number)
        things = ("thing", "group") if self.attributions[number].cue.lemma in en.SHOWN_BY_THINGS else ("thing",)
        return entity is not None and entity.kind in things and not entity.named and word not in en.PERSON_NOUNS

    def _owner_of_office(self, at: int, number: int) -> str | None:
        """The body that "its" stands for in "its chair, Eva Lind", and "the firm" in "the firm's head, Ann Li"."""
        for noun in (self.doc[at], self.doc[at].head):
            if noun.lower_ not in en.SPEAKS_FOR or abs(noun.i - at) > _OFFICE:
                continue
            owner = next((c for c in noun.lefts if c.dep_ == "poss" and c.tag_ in ("PRP$", "NN")), None)
            if owner is None or owner.lower_ in en.SINGULAR_PERSONAL or owner.lower_ in en.SPEAKER_WORDS:
                continue
            body = self._of(owner, number)
            if body is not None and not body.named and body.kind == "body":
                body = self._named_for(body, owner.i)
            if body is not None and body.kind == "body":
                return body.body or without_article(body.name)
        return None

    def _firm_led(self, words: str, number: int) -> str | None:
        """The one firm that the text has named, for "chief executive Ann Li": no other has such an office there."""
        head = self.attributions[number].source_head
        if head is None or not _FIRM_OFFICE.search(words):
            return None
        firm = self._only_firm(self.doc[head])
        return without_article(firm.body or firm.name) if firm is not None else None

    def _pronoun(self, head: int) -> bool:
        return self.doc[head].pos_ == "PRON" or self.doc[head].tag_ in ("PRP$", "WP", "WDT")

    def _entity(self, number: int) -> Entity | None:
        if number not in self.solved:
            self.solved[number] = None
            head = self.attributions[number].source_head
            self.solved[number] = self._of(self.doc[head], number) if head is not None else None
        return self.solved[number]

    def _of(self, head: Token, number: int | None) -> Entity | None:
        word = head.lower_
        whom = next((c for c in head.subtree if c.tag_ == "WP" and c.head.lower_ == "of"), None)
        if whom is not None and head.pos_ in ("PRON", "DET", "NUM", "ADJ"):
            return self._relative(head, number) or self._before_comma(head)  # "all of whom"
        if head.tag_ in ("WP", "WDT") or (word == "that" and head.dep_ in ("nsubj", "nsubjpass")):
            return self._relative(head, number)
        if word in en.SPEAKER_WORDS:
            outer = self.attributions[number].nested_in if number is not None else None
            return self._entity(outer) if outer is not None and outer != number else None
        if word in en.SINGULAR_PERSONAL or word in en.NEUTER or word in en.PLURAL:
            return self._personal(head, number)
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"):
            return None
        entity = self.cast.entity(head)
        if entity is not None and not entity.named and entity.kind == "person":
            return self._description(head, entity)
        if (
            entity is not None
            and not entity.named
            and entity.kind == "body"
            and any(c.lower_ == "the" for c in head.lefts)
        ):
            own = frozenset(c.lower_ for c in head.lefts if c.dep_ in ("compound", "amod", "nmod", "poss"))
            called = self.cast.bodies.called(head.lemma_, own)
            return called or (self._only_firm(head) if word in en.FIRMS and not own else None) or entity
        if head.lower_ in en.INFORMATION and (entity is None or not entity.named):
            return self._behind(head) or self._told_before(head) or entity
        return entity

    def _named_for(self, body: Entity, before: int) -> Entity:
        """The named body behind a described one: "the ministry" that "its" stands for."""
        known = self.cast.mentions[: bisect_left(self.starts, before)]
        at = next((m.token for m in reversed(known) if m.entity is body), None)
        return body if at is None else self._of(self.doc[at], None) or body

    def _only_firm(self, head: Token) -> Entity | None:
        """What "the company" means where one body alone that may be a company has been named before it."""
        firms = [m.entity for m in self.cast.mentions[: bisect_left(self.starts, head.i)] if self._may_be_firm(m)]
        named = list(dict.fromkeys(firms))
        return named[0] if len(named) == 1 else None

    def _may_be_firm(self, mention: Mention) -> bool:
        if mention.entity.kind != "body" or not mention.entity.named:
            return False
        label, name = self.doc[mention.token].ent_type_, mention.entity.name.lower().split()
        return label == "ORG" and not any(word in en.BODY_NOUNS - en.FIRMS - {"group", "bank"} for word in name)

    def _told_before(self, head: Token) -> Entity | None:
        """Of "the poll", the fullest description before it, where it has no words of its own."""
        if any(c.lower_ != "the" for c in head.children if c.i < head.i) or not any(
            c.i < head.i for c in head.children
        ):
            return None
        return self.cast.earlier_description(head)

    def _behind(self, head: Token) -> Entity | None:
        """Whose estimate, survey or statement it is: "a survey by the Institute", "an estimate that Ann Li gave"."""
        for child in head.rights:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
                owner = next((c for c in child.children if c.dep_ == "pobj"), None)
            elif child.dep_ == "relcl":
                owner = next((c for c in child.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")), None)
            else:
                continue
            found = self.cast.entity(owner) if owner is not None else None
            if found is not None and found.named:
                return found
        return None

    def _description(self, head: Token, entity: Entity) -> Entity:
        """ "the defense minister": whoever the document gives that office; "the official": the one described before."""
        if any(c.lower_ in en.INDEFINITE for c in head.children if c.i < head.i):
            return entity
        phrase = [c for c in head.subtree if c.i <= head.i]
        words = frozenset(c.lower_ for c in phrase if c.is_alpha) - {"the", "his", "her", "its", "their"}
        definite = any(c.lower_ in ("the", "his", "her", "its", "their") or c.dep_ == "poss" for c in head.children)
        holder = self.cast.office_holder(words, head.i) if words else None
        if holder is not None and definite:
            return holder
        earlier = self.cast.earlier_description(head) if definite and len(words) == 1 else None
        return earlier or entity

    def _relative(self, head: Token, number: int | None) -> Entity | None:
        clause = head
        while clause.dep_ != "relcl" and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ != "relcl":
            return None
        return self._of(clause.head, None) if clause.head.i != head.i else None

    def _before_comma(self, head: Token) -> Entity | None:
        """Who stands before the comma of ", all of whom", where the parse didn't tie the clause to them."""
        comma = head.left_edge.i - 1
        noun = self.doc[comma].head if comma > 0 and self.doc[comma].text == "," else None
        return self._of(noun, None) if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.i < comma else None

    def _personal(self, pronoun: Token, number: int | None) -> Entity | None:
        if pronoun.i in self.meant:
            return self.meant[pronoun.i]
        candidates = self._candidates(pronoun)
        outer = self.attributions[number].nested_in if number is not None else None
        holder = self._entity(outer) if outer is not None and outer != number else None
        best: tuple[float, int, Entity] | None = None
        for mention in candidates:
            scored = (self._score(mention, pronoun, holder, number), mention.token, mention.entity)
            if best is None or scored[:2] > best[:2]:
                best = scored
        if best is None or best[0] < _LEAST:
            return None
        self.meant[pronoun.i] = best[2]
        gender = en.SINGULAR_PERSONAL.get(pronoun.lower_)
        if gender and best[2].kind == "person" and best[2].gender is None:
            best[2].gender = gender
        return best[2]

    def _candidates(self, pronoun: Token) -> list[Mention]:
        last = bisect_left(self.starts, pronoun.i)
        found = []
        for mention in reversed(self.cast.mentions[max(0, last - _WINDOW) : last]):
            if _compatible(pronoun.lower_, mention.entity) and pronoun.i not in _phrase(self.doc[mention.token]):
                found.append(mention)
        return found

    def _score(self, mention: Mention, pronoun: Token, holder: Entity | None, number: int | None) -> float:
        token = self.doc[mention.token]
        away = self.sentence[pronoun.i] - self.sentence[mention.token]
        parts = {
            "sentence": float(away),
            "subject": float(mention.subject),
            "speaker": float(mention.token in self.sources or mention.entity is holder),
            "same_clause_object": float(away == 0 and not mention.subject and token.head.i == pronoun.head.i),
            "gender": float(mention.entity.gender is not None and pronoun.lower_ in en.SINGULAR_PERSONAL),
            "named": float(mention.entity.named),
            "content": float(number is not None and pronoun.tag_ == "PRP$" and self._in_content(token, number)),
            "closes": float(number is not None and self._closes(mention, pronoun, number)),
            "told_of": float(number is not None and pronoun.tag_ == "PRP" and self._told_of(mention, number)),
        }
        if pronoun.tag_ == "PRP$" and away == 0:
            parts["subject"] += (mention.token - pronoun.sent.start) / (len(pronoun.sent) + 1)
        return sum(WEIGHTS[name] * value for name, value in parts.items())

    def _told_of(self, mention: Mention, number: int) -> bool:
        """Whether somebody without a name stands only in what is said: hardly who says it."""
        return not mention.entity.named and self._in_content(self.doc[mention.token], number)

    def _closes(self, mention: Mention, pronoun: Token, number: int) -> bool:
        """Whether a body is what the clause before "…, it insists" speaks of: hardly another one's word."""
        content = self.attributions[number].content
        if pronoun.lower_ not in en.NEUTER or content.end > pronoun.idx or mention.entity.kind != "body":
            return False
        token = self.doc[mention.token]
        verb = token.head
        main = verb.head.i == pronoun.head.i or verb.dep_ == "ROOT"
        return mention.subject and main and self._in_content(token, number)

    def _in_content(self, token: Token, number: int) -> bool:
        """Whether an owner stands in what is denied: "the firm, despite its denials, had paid"."""
        return any(start <= token.idx < end for start, end in self.attributions[number].content.spans)


_ASIDE = re.compile(r"(?<!\bof),?\s+(?:who|which|that|whose|whom|where)\b.*", re.DOTALL)


def _described(text: str) -> str:
    """A description without the clause that hangs on it: "polling firms, which stay unnamed" is "polling firms"."""
    return _ASIDE.sub("", text) or text


def _phrase(head: Token) -> range:
    return range(head.left_edge.i, head.right_edge.i + 1)


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, current = [], -1
    for start in doc.to_array("SENT_START").tolist():  # 1 begins a sentence
        current += start == 1 or current < 0
        numbers.append(current)
    return numbers


def _compatible(pronoun: str, entity: Entity) -> bool:
    gender = en.SINGULAR_PERSONAL.get(pronoun)
    if gender is not None:
        return entity.kind == "person" and not entity.plural and entity.gender in (None, gender)
    if pronoun in en.NEUTER:
        return entity.kind in ("body", "thing") and not entity.plural
    return entity.kind == "group" or entity.plural or entity.kind == "body"


def _withheld(head: Token, entity: Entity) -> bool:
    """True for "a senior official" and "officials"; not for "Danes" or "the man's lawyer, Ann Li"."""
    if entity.kind == "group" and head.lower_ not in en.PERSON_NOUNS:
        return False
    return not any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children)
