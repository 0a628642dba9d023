"""Nouns, phrases and adjectives as cues: "his claim that", "according to", "in her view", "is confident that".

It stands apart from :mod:`.frames` because each of these has one shape of its own in the tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import phrases_en as here
from factcheck.extract.arcs import (
    Draft,
    argument_spans,
    cue_span,
    merges,
    noun_phrase,
    pieces,
    segment,
    source_of,
    stranded,
    strayed_clause,
    writer_view,
)
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_OWNERS = frozenset(("NORP", "ORG", "PERSON"))
"""Kinds of names before a noun that say whose it is: "Russian claims that …", "a Herald report that …"."""


def noun_drafts(token: Token) -> Iterable[Draft]:
    entry = en.NOUNS.get(token.lemma_.lower())
    if entry is None:
        return
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    owner_is_possessive = owner is not None
    if owner is None:
        agent = next((c for c in token.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from")), None)
        owner = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    clause = next((c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and _that_clause(c)), None)
    if clause is not None and token.dep_ == "pobj" and strayed_clause(token.head.head) == clause:
        return  # "said in a statement that …": the verb says it
    be = _copula(token) if clause is None and owner is not None else None
    if be is not None:
        clause = next((c for c in be.children if c.dep_ in ("ccomp", "xcomp") and c.i > be.i), None)
    if owner is None and clause is not None and token.dep_ in ("ROOT", "ccomp"):
        owner = next((c for c in token.lefts if c.dep_ == "nsubj"), None)  # a verb that the tagger took for a noun
    light = _light_verb(token)
    if owner is None and light is not None:
        owner = source_of(light)
    if owner is None and clause is not None:
        owner = next((c for c in token.lefts if c.ent_type_ in _OWNERS and c.pos_ in ("ADJ", "PROPN")), None)
    start = end = token.i
    end += 1
    if light is not None and not owner_is_possessive:
        start = min(start, cue_span(light, "-")[0])  # "the comments he had made": the noun stands first
    if be is not None and clause is not None:
        end = be.i + 1 if be.i == token.i + 1 else end
    concession = token.dep_ == "pobj" and token.head.lower_ in here.CONCESSIONS
    parts: list[Token]
    if clause is not None:
        parts = [clause]
    elif concession and entry.stance is Stance.DENIES and owner is not None:
        parts = []
    else:
        hung = [*token.children, *(light.children if light is not None else ())]
        brings = next((c for c in hung if c.dep_ == "prep" and c.lower_ in entry.prepositions and c.i > token.i), None)
        if brings is None or owner is None:
            return
        parts = list(brings.children)
        end = brings.i + 1 if brings.i == end else end
    taken_back = _taken_back(token, owner)
    if taken_back is not None:
        owner, start = source_of(taken_back), min(start, taken_back.i)
    source = noun_phrase(owner, (start, end)) if owner is not None else None
    spans = argument_spans(token, parts, owner, (start, end)) if parts else _conceded(token)
    if not spans:
        return
    adjectives = [c for c in token.children if c.dep_ in ("amod", "advmod")]
    head = taken_back or token
    yield Draft(
        head=head.i,
        cue=(start, end),
        lemma=head.lemma_.lower(),
        frame="N",
        source=source,
        source_head=owner.i if owner is not None else None,
        spans=spans,
        stance=Stance.DENIES if taken_back is not None else entry.stance,
        belief=entry.belief,
        writer_view=writer_view(adjectives),
    )


def _that_clause(clause: Token) -> bool:
    if clause.dep_ == "relcl":
        return clause.left_edge.lower_ == "that" and clause.left_edge.dep_ == "mark"  # "a report that the mine is shut"
    return any(c.dep_ == "mark" or (c.dep_ == "aux" and c.lower_ == "to") for c in clause.children)


def _copula(noun: Token) -> Token | None:
    """ "His claim is that …": the verb between the noun and its clause."""
    above = noun.head
    return above if noun.dep_ == "nsubj" and above.lemma_ == "be" and above.i > noun.i else None


def _taken_back(noun: Token, owner: Token | None) -> Token | None:
    """The verb of "he withdrew his statement that …": whoever said it takes it back."""
    above = noun.head
    if noun.dep_ != "dobj" or (owner is not None and owner.pos_ != "PRON"):
        return None
    back = any(c.dep_ in ("prt", "advmod") and c.lower_ == "back" for c in above.children)
    lemma = above.lemma_.lower()
    return above if lemma in here.TAKES_BACK or (back and lemma in here.TAKES_BACK_WITH_BACK) else None


def _light_verb(noun: Token) -> Token | None:
    above = noun.head
    return above if noun.dep_ == "dobj" and above.lemma_.lower() in en.LIGHT_VERBS else None


def _conceded(noun: Token) -> list[tuple[int, int]]:
    """The clause that "despite its denials" stands in, without the phrase itself."""
    phrase = noun.head
    above = phrase.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    told = [c for c in above.children if c.dep_ == "ccomp" and above.i < phrase.i < c.i]
    above = told[0] if told else above
    first, last = above.left_edge.i, above.right_edge.i + 1
    if above.dep_ == "ccomp":
        objects = [c for c in above.head.children if c.dep_ == "dobj"]
        loose = stranded(above, objects, above.head.lemma_.lower())
        first = min([first, *(o.left_edge.i for o in loose)])
    inside = (phrase.left_edge.i, phrase.right_edge.i + 1)
    return pieces(noun.doc, first, last, [inside])


def according_drafts(token: Token) -> Iterable[Draft]:
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    if source is None:
        return
    cue = (token.i, token.i + 2)
    phrase = noun_phrase(source, cue)
    above = token.head if token.head.i != token.i else to.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i and above.dep_ != "conj":
        above = above.head
    first, last = above.left_edge.i, above.right_edge.i + 1
    begin, stop = segment(token)
    if not begin <= above.i < stop:
        first, last = begin, stop  # the parse hung it on the words behind a semicolon
    if _closes_sentence(token, phrase[1], stop):
        first = _behind_colon(doc, begin, token.i)
    spans = pieces(doc, max(first, begin), min(last, stop), [(token.i, max(phrase[1], token.i + 2))])
    yield Draft(token.i, cue, "according to", "T", phrase, source.i, spans, Stance.ASSERTS)


def _closes_sentence(according: Token, end: int, stop: int) -> bool:
    """Whether nothing stands behind ", according to Ann Li": then all of the sentence is hers."""
    doc = according.doc
    before = doc[according.i - 1].text if according.i else ""
    return before == "," and all(doc[k].is_punct or doc[k].is_space for k in range(end, stop))


def _behind_colon(doc: Doc, begin: int, stop: int) -> int:
    """Where the last clause of its own begins between two tokens: behind a colon, or at the first."""
    colon = next((k for k in range(stop - 1, begin, -1) if doc[k].text == ":"), None)
    if colon is None or not any(doc[k].dep_ in ("nsubj", "nsubjpass") for k in range(colon + 1, stop)):
        return begin
    return colon + 1


def view_drafts(token: Token) -> Iterable[Draft]:
    """ "In X's view, …", "by X's own admission, …": the sentence is X's to say."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in (here.VIEW_NOUNS if token.lower_ == "in" else here.OWN_WORDS):
        return
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        owner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    above = token.head
    if owner is None or above.pos_ not in ("VERB", "AUX"):
        return
    last = token.right_edge.i + 1
    spans = pieces(token.doc, above.left_edge.i, above.right_edge.i + 1, [(token.i, last)])
    cue = (noun.i, noun.i + 1)
    yield Draft(noun.i, cue, noun.lemma_.lower(), "V", noun_phrase(owner, cue), owner.i, spans, Stance.ASSERTS)


def adjective_drafts(token: Token) -> Iterable[Draft]:
    be = token.head
    if token.dep_ != "acomp" or token.i < be.i or be.lemma_ not in ("be", "feel", "remain", "become", "sound"):
        return
    clauses = ("ccomp", "xcomp") if token.lower_ in here.WILLING_ADJECTIVES else ("ccomp",)
    part = next((c for c in token.children if c.dep_ in clauses), None)
    end = token.i + 1
    if part is None:
        brings = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in here.MENTAL_PREPOSITIONS), None)
        if brings is None:
            return
        part = next((c for c in brings.children if c.dep_ in ("pobj", "pcomp")), None)
        end = brings.i + 1 if brings.i == end else end
    subject = source_of(be)
    if part is None or subject is None or (part.dep_ == "xcomp" and merges(part)):
        return
    cue = (cue_span(be, "-")[0], end)
    stance = None if any(c.dep_ == "neg" for c in be.children) else here.MENTAL_ADJECTIVES.get(token.lower_)
    spans = argument_spans(token, [part], subject, cue)
    yield Draft(token.i, cue, token.lower_, "J", noun_phrase(subject, cue), subject.i, spans, stance, belief=True)


def survey_drafts(token: Token) -> Iterable[Draft]:
    """ "In a poll by the Institute, 40 percent backed the dam", "the mayor was at 40 percent in a Herald poll": the
    survey is the source of the sentence.

    Where the sentence has a cue of its own ("Li said"), that one tells it; a share of those asked tells nothing.
    """
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in here.SURVEYS:
        return
    verb = _clause_around(token)
    if verb is None or token.head.i == noun.i:
        return
    opens = token.i < verb.i and token.head.i == verb.i
    if not opens and not (_told_apart(noun) and _numbered_beside(verb, token)):
        return
    entry = en.VERBS.get(verb.lemma_.lower())
    if entry is not None and "C" in entry.frames and not _answers(verb):
        return
    cue = (token.i, token.i + 1)
    phrase = noun_phrase(noun, cue)
    spans = pieces(token.doc, verb.left_edge.i, verb.right_edge.i + 1, [(token.i, phrase[1])])
    if opens:
        spans = [(s, e) for s, e in spans if s >= token.idx]
    yield Draft(token.i, cue, token.lower_, "T", phrase, noun.i, spans, Stance.ASSERTS)


def _clause_around(token: Token) -> Token | None:
    """The verb of the clause that a phrase stands in, not of a clause that only describes somebody ("surveyed in")."""
    above = token.head
    while above.pos_ not in ("VERB", "AUX") or above.dep_ in ("acl", "relcl", "aux", "auxpass"):
        if above.head.i == above.i:
            return None
        above = above.head
    return above


def _told_apart(survey: Token) -> bool:
    """Whether the words say which survey: "a Herald poll", not "the polls"."""
    plain = survey.tag_ == "NNS" and all(c.dep_ in ("det", "case") for c in survey.children)
    return survey.lemma_.lower() in here.SURVEYS_BEHIND and not plain and any(c.i < survey.i for c in survey.children)


def _numbered_beside(verb: Token, preposition: Token) -> bool:
    own = range(preposition.left_edge.i, preposition.right_edge.i + 1)
    clause = verb.doc[verb.left_edge.i : verb.right_edge.i + 1]
    return any(t.pos_ == "NUM" and t.i not in own and t.ent_type_ not in ("DATE", "TIME") for t in clause)


def _answers(verb: Token) -> bool:
    """Whether the subject is a share of people: "40 percent said", "two in three believe"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    return subject.ent_type_ == "PERCENT" or subject.lower_ in here.SHARES or subject.pos_ == "NUM"
