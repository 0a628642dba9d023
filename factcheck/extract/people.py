"""The people and bodies that a document names: their fullest names, what they are, and where they are mentioned.

It stands apart from :mod:`factcheck.extract.speakers` because it reads the document once and answers from a table,
while that module decides for each attribution who is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from factcheck.extract import titles_en as en
from factcheck.extract.bodies import Bodies, Entity, with_country, without_article
from factcheck.extract.names import first_name_gender, is_place, name_parts, name_words, other_gender, written
from factcheck.extract.tokens import starts_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BODIES = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC"))
_NAMES = _BODIES | {"PERSON", "WORK_OF_ART", "PRODUCT"}
_MENTION_ROLES = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "attr", "conj", "poss", "ROOT", "dative", "agent", "oprd")
)
_GENDERED = en.MALE_TITLES | en.FEMALE_TITLES
_OFFICES = en.PERSON_NOUNS | en.TITLES


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named: ``token`` is the position in the parse of the head of the words."""

    token: int
    entity: Entity
    subject: bool


class Cast:
    """Everybody and every body that a parsed document mentions."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.by_surname: dict[str, list[Entity]] = defaultdict(list)
        self.mentions: list[Mention] = []
        self._label: dict[int, tuple[int, int, str]] = {}
        self._shared: set[str] = set()
        self.bodies = Bodies()
        self._descriptions: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
        self._all, self._starts = text_of(doc), starts_of(doc)
        for ent in doc.ents:
            label = (ent.start, ent.end, ent.label_)
            self._label.update(dict.fromkeys(range(ent.start, ent.end), label))
        self._people()
        self._mention_all()

    # ------------------------------------------------------------------------------------------------------- people

    def _people(self) -> None:
        names: Counter[tuple[str, ...]] = Counter()
        places = {t.text for ent in self.doc.ents if ent.label_ == "PERSON" for t in ent if is_place(t)}
        genders: dict[str, Counter[str]] = defaultdict(Counter)
        for ent in self.doc.ents:
            if ent.label_ == "PERSON":
                words = name_words([t.text for t in ent])
                if words:
                    names[words] += 1
                before = self.doc[ent.start - 1].lower_ if ent.start else ""
                for word in [before] + [t.lower_ for t in ent]:
                    if words and word in _GENDERED:
                        genders[words[-1]]["m" if word in en.MALE_TITLES else "f"] += 1
        for words in sorted(names, key=lambda w: (-len(w), w)):
            if len(words) < 2:
                continue
            surname = words[-1]
            if any(set(words) <= set(name_parts(e)) for e in self.by_surname[surname]):
                continue
            person = Entity(written(words), "person", first_name_gender(words[0]))
            self.by_surname[surname].append(person)
        for words in names:
            if (
                len(words) == 1
                and words[0] not in places
                and not self.by_surname.get(words[0])
                and not self._first_name(words[0])
            ):
                self.by_surname[words[0]].append(Entity(words[0], "person"))
        for surname, seen in genders.items():
            people = self.by_surname.get(surname, [])
            if len(people) == 1 and len(seen) == 1:
                people[0].gender = seen.most_common(1)[0][0]
            elif len(people) == 1 and people[0].gender is None:
                self._shared.add(surname)

    def _first_name(self, word: str) -> bool:
        return any(name_parts(e)[0] == word for people in self.by_surname.values() for e in people)

    def person(self, words: list[str], at: int) -> Entity | None:
        """The person that a name means; where a surname is of several, the one last named before ``at``."""
        cleaned = name_words(words)
        if not cleaned:
            return None
        other = other_gender(words)
        if other is not None and len(cleaned) == 1 and cleaned[0] in self._shared:
            return None  # "Mr. Holm" and "Mrs. Holm": which of them the full name is, isn't told
        people = [p for p in self.by_surname.get(cleaned[-1], []) if other is None or p.gender != other]
        if len(cleaned) > 1:
            fitting = [p for p in people if set(cleaned) <= set(name_parts(p))]
            fitting = fitting or [p for p in people if name_parts(p)[0] == cleaned[0]]
            if fitting:
                return fitting[0]
            return None
        if not people:
            people = [e for all_ in self.by_surname.values() for e in all_ if name_parts(e)[0] == cleaned[0]]
        if len(people) < 2:
            return people[0] if people else None
        for mention in reversed(self.mentions):
            if mention.token < at and mention.entity in people:
                return mention.entity
        return people[0]

    # ----------------------------------------------------------------------------------------------------- mentions

    def _mention_all(self) -> None:
        strings = self.doc.vocab.strings
        nouns = np.isin(self.doc.to_array("POS"), [strings[tag] for tag in ("NOUN", "PROPN")])
        fitting = nouns & np.isin(self.doc.to_array("DEP"), [strings[role] for role in _MENTION_ROLES])
        for at in np.flatnonzero(fitting).tolist():
            token = self.doc[at]
            entity = self.entity(token)
            if entity is not None:
                subject = token.dep_ in ("nsubj", "nsubjpass")
                self.mentions.append(Mention(token.i, entity, subject))

    def entity(self, head: Token) -> Entity | None:
        """Who or what the phrase of ``head`` means by itself, without looking back at earlier phrases."""
        ent = self._label.get(head.i)
        if head.pos_ == "PROPN" or (ent is not None and ent[2] == "PERSON"):
            found = self._named(head, ent)
            if found is not None:
                return found
        return self._described(head)

    def _named(self, head: Token, ent: tuple[int, int, str] | None) -> Entity | None:
        words = [t.text for t in self.doc[ent[0] : ent[1]]] if ent is not None else [head.text]
        if len(words) == 1:
            words = [c.text for c in head.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"] + words
        if ent is None or ent[2] in _NAMES:
            surname = name_words(words)
            known = (
                bool(surname)
                and surname[-1] in self.by_surname
                and (ent is None or ent[2] == "PERSON" or len(surname) == 1)
            )
            if known and not _possible_body(words, ent):
                person = self.person(words, head.i)
                if person is not None:
                    self._office(person, head, ent)
                    return person
        if ent is None:
            compound = [c for c in head.children if c.dep_ in ("compound", "amod", "nmod") and c.i < head.i]
            first = min([c.left_edge.i for c in compound], default=head.i)
            return self.bodies.named(self.doc[first : head.i + 1].text, "")
        if ent[2] in _BODIES or head.lower_ in en.KNOWN_BODIES:
            first, last = with_country(self.doc, head, ent[0], ent[1]) if ent[2] == "ORG" else ent[:2]
            return self.bodies.named(without_article(self.doc[first:last].text), ent[2])
        return None

    def _office(self, person: Entity, head: Token, ent: tuple[int, int, str] | None) -> None:
        """Notes the office that stands beside a name: "police spokesman Bo Marsh", "his minister, Petra Holm"."""
        first = ent[0] if ent is not None else head.i
        before = [t for t in self.doc[head.left_edge.i : first] if not t.is_punct]
        office: list[Token] = before if before and before[-1].lower_ in _OFFICES else []
        noun = office[-1] if office else None
        if head.dep_ == "appos" and head.head.lower_ in _OFFICES:
            noun, office = head.head, self._phrase(head.head)
        for child in head.children:
            if child.dep_ == "appos" and child.lower_ in en.PERSON_NOUNS:
                noun, office = child, self._phrase(child)
        if noun is None:
            if person.body is None:
                person.body = self._named_after(head)
            return
        words = frozenset(t.lower_ for t in office if t.is_alpha or t.text == "U.S.") - {
            "the",
            "his",
            "her",
            "its",
            "a",
        }
        if words and words not in person.roles:
            person.roles.append(words)
        if person.gender is None:
            person.gender = "m" if noun.lower_ in en.MALE_WORDS else "f" if noun.lower_ in en.FEMALE_WORDS else None
        if person.body is None:
            person.body = self.body_of(noun, office)

    def _named_after(self, head: Token) -> str | None:
        """The body right behind a name: "Ann Li from the Harbour Agency"."""
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in en.WORKS_FOR and child.i == head.i + 1:
                owner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if owner is not None and self._label.get(owner.i, (0, 0, ""))[2] == "ORG":
                    return without_article(self._text(owner))
        return None

    def _phrase(self, noun: Token) -> list[Token]:
        last = noun.i + 1
        for child in noun.children:
            if child.dep_ == "prep" and child.i == last:
                last = child.right_edge.i + 1
        return [t for t in self.doc[noun.left_edge.i : last] if not t.is_punct]

    def body_of(self, noun: Token, office: list[Token]) -> str | None:
        """The body that the holder of an office speaks for, as far as the words of the office name it."""
        if noun.lower_ not in en.SPEAKS_FOR and noun.lower_ not in en.TITLES:
            return None
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "of", "at", "with") and child.i > noun.i:
                owner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if owner is not None and (self._is_body(owner) or self._speaks_for(noun, child)):
                    return self._capital(without_article(self._text(owner)))
        inside = [t for t in office if t.i < noun.i]
        run: list[Token] = []
        for token in inside:
            adjacent = bool(run) and token.i == run[-1].i + 1
            if token.lower_ in en.BODY_NOUNS and not (adjacent or token.ent_type_ == "ORG"):
                modifiers = self._named_before(token, inside)
                run = [*modifiers, token]
            elif (adjacent and token.lower_ in en.BODY_NOUNS) or (self._is_body(token) and token.ent_type_ != "NORP"):
                run.append(token)
        if noun.lower_ == "minister":
            return self._portfolio(noun, inside)
        if run:
            label = self._label.get(run[0].i, (0, 0, ""))[2]
            plain = len(run) == 1 and label == "GPE" and run[0].lower_ not in en.KNOWN_BODIES
            if not plain or run[0].dep_ == "poss":
                return self._capital(self._fullest_body(self.doc[run[0].i : run[-1].i + 1].text)) if not plain else None
        return self._portfolio(noun, inside)

    def _speaks_for(self, noun: Token, preposition: Token) -> bool:
        """Whether "for" leads to whom somebody speaks for ("a lawyer for Ann Li"); not in a commissioner for refugees,
        whose "for" names the office."""
        return preposition.lower_ == "for" and noun.lower_ not in en.OFFICES_FOR and noun.ent_type_ != "ORG"

    @staticmethod
    def _capital(name: str) -> str | None:
        """``name`` where it says which body: "a military adviser" speaks for no body called "military"."""
        return name if " " in name or any(char.isupper() for char in name) else None

    def _portfolio(self, noun: Token, inside: list[Token]) -> str | None:
        """ "defense minister": the ministry of defense, where the document names one and no other country is named."""
        leads = en.PORTFOLIO_WORDS.get(noun.lower_)
        if leads is None or not inside:
            return None
        wanted = {t.lower_ for t in inside if t.dep_ in ("compound", "amod") and t.pos_ in ("NOUN", "PROPN", "ADJ")}
        if len(wanted) < 2:
            return None
        for ent in self.doc.ents:
            words = {t.lower_ for t in ent}
            if leads in words and wanted <= words:
                return without_article(ent.text)
        return None

    @staticmethod
    def _named_before(body: Token, inside: list[Token]) -> list[Token]:
        """The words with capitals right before the noun of a body: "Harbour police", "British army"."""
        before: list[Token] = []
        for token in reversed([t for t in inside if t.i < body.i]):
            capital = token.pos_ == "PROPN" or token.ent_type_ in ("NORP", "GPE", "ORG")
            capital = capital or (token.is_title and token.dep_ == "compound")
            if not capital or token.dep_ == "poss" or token.lower_ in en.TITLES:
                break
            before.insert(0, token)
        return before

    def _fullest_body(self, name: str) -> str:
        known = self.bodies.called(name) if name.lower() in en.BODY_NOUNS else None
        return known.name if known is not None else name

    def _is_body(self, token: Token) -> bool:
        label = self._label.get(token.i, (0, 0, ""))[2]
        return (
            label in ("ORG", "GPE", "NORP", "FAC") or token.lower_ in en.KNOWN_BODIES or token.lower_ in en.BODY_NOUNS
        )

    def _text(self, head: Token) -> str:
        ent = self._label.get(head.i)
        if ent is not None:
            return self.doc[ent[0] : ent[1]].text
        last = head.i + 1
        return self.doc[head.left_edge.i : last].text

    def _described(self, head: Token) -> Entity | None:
        """A phrase without a name: the holder of an office named elsewhere, a person kept unnamed, a body, a group."""
        word, lemma = head.lower_, head.lemma_.lower()
        named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if named is not None and word in _OFFICES:
            found = self._untagged(named) or self._named(named, self._label.get(named.i))
            if found is not None and found.kind == "person":
                self._office(found, named, self._label.get(named.i))
                return found
        if named is not None and word not in en.PERSON_NOUNS and named.i > head.i:
            found = self._named(named, self._label.get(named.i))
            if found is not None and found.kind == "body":
                return found  # "the operator, Northrail"
        text = self._phrase(head)
        if not text:
            return None
        name = self._between(text[0], text[-1])
        plural = head.tag_ in ("NNS", "NNPS")
        if word in en.PERSON_NOUNS or word == "deputy":
            gender = "m" if word in en.MALE_WORDS else "f" if word in en.FEMALE_WORDS else None
            person = Entity(name, "group" if plural else "person", gender, plural, named=False)
            person.roles.append(frozenset(t.lower_ for t in text))
            person.body = self.body_of(head, text)
            self._descriptions[lemma].append((head.i, person))
            return person
        if lemma in en.BODY_NOUNS or lemma in en.FIRMS:
            capital = any(t.ent_type_ in _BODIES for t in text)
            return Entity(name, "body", plural=plural, body=without_article(name) if capital else None, named=capital)
        made = Entity(name, "group" if plural else "thing", plural=plural, named=False)
        if word in en.INFORMATION:
            made.body = self._maker(head)
            self._descriptions[lemma].append((head.i, made))
        return made

    def _untagged(self, name: Token) -> Entity | None:
        """A person whom the tagger takes for none, between commas behind an office: "the head, Marin, said"."""
        label = self._label.get(name.i, (name.i, name.i + 1, ""))
        alone = label[2] != "PERSON" and label[1] - label[0] == 1 and name.dep_ == "appos" and name.is_title
        words = name_words([t.text for t in self.doc[name.left_edge.i : name.i + 1]]) if alone else ()
        if not words or name.right_edge.i != name.i:
            return None
        known = self.person(list(words), name.i)
        if known is None:
            known = Entity(written(words), "person")
            self.by_surname[words[-1]].append(known)
        return known

    def _between(self, first: Token, last: Token) -> str:
        """The text from one token to another, both included."""
        return self._all[self._starts[first.i] : self._starts[last.i] + len(last)]

    def _maker(self, head: Token) -> str | None:
        """The body named before what it publishes: "a recent Harbour Institute survey"."""
        for child in head.lefts:
            label = self._label.get(child.i)
            if child.dep_ in ("compound", "nmod", "poss") and label is not None and label[2] == "ORG":
                return without_article(self.doc[label[0] : min(label[1], head.i)].text)
            if child.dep_ == "compound" and child.pos_ == "PROPN" and child.i == head.i - 1 and self._no_person(child):
                return child.text  # "a Sallowick poll": a name that the tagger takes for a person's
        return None

    def _no_person(self, name: Token) -> bool:
        """Whether a name stands alone all through the document, without a first name."""
        if name.left_edge.i != name.i or (name.i and self.doc[name.i - 1].pos_ == "PROPN"):
            return False
        known = self.by_surname.get(name.text, [])
        return not any(" " in person.name for person in known) and not self._first_name(name.text)

    def earlier_description(self, head: Token) -> Entity | None:
        """Of "the official", the official described before it, if only one was."""
        before = [e for at, e in self._descriptions.get(head.lemma_.lower(), ()) if at < head.i]
        longest = max(before, key=lambda e: len(e.name), default=None)
        return longest

    def office_holder(self, words: frozenset[str], at: int) -> Entity | None:
        """The named person who was given an office with all of ``words``, if the document knows one only."""
        holders = [p for people in self.by_surname.values() for p in people if any(words <= roles for roles in p.roles)]
        if len(holders) > 1:
            last = [m.entity for m in self.mentions if m.token < at and m.entity in holders]
            return last[-1] if last else None
        return holders[0] if holders else None


def _possible_body(words: list[str], ent: tuple[int, int, str] | None) -> bool:
    """A name of several words that a tagger calls a body is one, though it ends in a person's surname."""
    return ent is not None and ent[2] != "PERSON" and len(words) > 1
