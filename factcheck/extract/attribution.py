"""Who is said to have said what: the attributions of a parsed document, each with source, cue and content.

An attribution is what PARC 3 (Pareti 2016) and PolNeAR (Newell, Margolin and Ruths 2018) call an attribution
relation: the span of the *source*, of the *cue* and of the *content*. Beliefs and intentions ("believes", "wants")
are found too and marked. This module puts together
what :mod:`.frames` and :mod:`.phrases` read from the tree and :mod:`.quoting` from the quotation marks; who the
source *is* ("he", "the minister") is :mod:`.speakers`' matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import phrases_en as phrasing
from factcheck.extract import titles_en as titles
from factcheck.extract.arcs import Draft, noun_phrase
from factcheck.extract.cue_phrases import widened
from factcheck.extract.frames import verb_drafts
from factcheck.extract.headlines import headline_drafts
from factcheck.extract.phrases import according_drafts, adjective_drafts, noun_drafts, survey_drafts, view_drafts
from factcheck.extract.quoted import Quoted
from factcheck.extract.quoting import join
from factcheck.extract.shared_source import taken_apart
from factcheck.extract.tokens import positions, text_of
from factcheck.extract.word_order import noun_verb_drafts
from factcheck.model import Content, Cue, Span, Stance, Voice, WriterView

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; all offsets are half-open code points of ``doc.text``.

    Attributes:
        source: the words that name who speaks, None where the text keeps silent ("is expected to").
        source_head: the position in the parse of the head of those words, None without a source.
        content: what is attributed; ``text`` runs from the first to the last of its ``spans``.
        stance: what the source does with the content; None for wishes, orders and refusals.
        writer_view: what the writer lets the reader think of the content ("falsely").
        via: whom or through what it was told ("The Post by email"), or who passes on what the source said.
        belief: a state of mind or an intention, not an utterance.
        nested_in: the position, in the list that holds this one, of the attribution whose content it stands in.
    """

    source: Span | None
    source_head: int | None
    cue: Cue
    content: Content
    voice: Voice
    stance: Stance | None
    writer_view: WriterView | None
    via: str | None
    belief: bool
    nested_in: int | None


def attributions(doc: Doc) -> list[Attribution]:
    """The attributions of a document parsed by :func:`factcheck.extract.parsing.pipeline`, in the order of their cues.

    Time is linear in the length of the document but for the sorting of what is found.
    """
    quoted = Quoted(text_of(doc))
    found = join(doc, [*_drafts(doc), *headline_drafts(doc, quoted)], quoted)
    outer = _nesting(doc, found)
    if taken_apart(doc, found, outer, quoted):
        outer = _nesting(doc, found)
    found = [draft for k, draft in enumerate(found) if outer[k] is None or _stands_within(doc, draft)]
    outer = _nesting(doc, found)
    cues = _phrases(doc, found)
    return [_finished(doc, draft, cues[k], quoted, outer[k]) for k, draft in enumerate(found)]


def _phrases(doc: Doc, found: list[Draft]) -> list[tuple[int, int]]:
    """The cue of each draft as a phrase, in tokens; none runs over a source, another cue or its own content."""
    taken = {k for draft in found for part in (draft.cue, draft.source) if part is not None for k in range(*part)}
    made = []
    for draft in found:
        near = range(max(0, draft.cue[0] - _NEAR), min(len(doc), draft.cue[1] + _NEAR))
        beside = (k for k in near if not draft.cue[0] <= k < draft.cue[1])
        said = {k for k in beside if k in taken or any(start <= doc[k].idx < end for start, end in draft.spans)}
        made.append(widened(doc, draft, said))
    return made


def _drafts(doc: Doc) -> list[Draft]:
    """All attributions that the tree alone shows, in the order of their cues.

    A draft with no spans is a verb that may bring a quotation ("he said"), for the caller to join or to drop.
    """
    made: list[Draft] = []
    for at in _possible(doc):
        token = doc[at]
        if token.lower_ == "according":
            made.extend(according_drafts(token))
        elif token.pos_ in ("VERB", "AUX"):
            taken = list(noun_verb_drafts(token)) if token.dep_ not in _OF_VERBS else []
            made.extend(taken or verb_drafts(token))
        elif token.pos_ in ("NOUN", "PROPN"):
            told = list(noun_verb_drafts(token))
            made.extend(told or (noun_drafts(token) if token.pos_ == "NOUN" else ()))
        elif token.pos_ == "ADP" and token.lower_ == "in":
            made.extend(view_drafts(token))
            made.extend(survey_drafts(token))
        elif token.pos_ == "ADP" and token.lower_ == "by" and token.dep_ == "prep":
            made.extend(view_drafts(token))
        elif token.pos_ == "ADJ" and token.lower_ in _ADJECTIVES:
            made.extend(adjective_drafts(token))
    return _second_hand(doc, made)


def _possible(doc: Doc) -> list[int]:
    """Where a cue may stand: at any verb; elsewhere at the words that are listed."""
    import numpy as np

    verbs = np.isin(doc.to_array(["POS"]), [doc.vocab.strings[tag] for tag in ("VERB", "AUX")])
    listed = positions(doc, "LOWER", _LISTED)
    return sorted({*np.flatnonzero(verbs).tolist(), *listed, *positions(doc, "LEMMA", en.NOUNS)})


_OF_VERBS = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "conj", "aux", "csubj", "parataxis"))
"""What a verb is in a sentence: one that is something else has been misread."""
_ADJECTIVES = frozenset(phrasing.MENTAL_ADJECTIVES) | phrasing.WILLING_ADJECTIVES
_LISTED = frozenset({"according", "in", "by"}) | en.TAKEN_FOR_NOUNS | _ADJECTIVES


def _second_hand(doc: Doc, made: list[Draft]) -> list[Draft]:
    """The drafts with who is cited as the source of what a paper tells: "…, the paper reports, citing the minister".

    Only where a paper tells it: a person who cites others to bear out what they say speaks for themselves.
    """
    by_head = {draft.head: draft for draft in made}
    dropped: set[int] = set()
    for citing in made:
        verb = doc[citing.head]
        telling = by_head.get(verb.head.i) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else None
        if citing.lemma not in en.CITES or telling is None or telling.source is None or telling.source_head is None:
            continue
        cited = next((c for c in verb.children if c.dep_ == "dobj" and _speaks(c)), None)
        if cited is None or not telling.quotes or not _passes_on(telling, doc[telling.source_head]):
            continue
        telling.through = telling.source
        telling.source, telling.source_head = noun_phrase(cited, citing.cue), cited.i
        dropped.add(citing.head)
    kept = [draft for draft in made if draft.head not in dropped and not _nobody(doc, draft)]
    for draft in kept:
        _complete(doc, draft)
    return kept


def _complete(doc: Doc, draft: Draft) -> None:
    """Gives a source that breaks off behind a preposition the name up to its cue, which the parse hung on the verb:
    "analysts at (Brook Research) estimate"."""
    if draft.source is None or doc[draft.source[1] - 1].pos_ != "ADP":
        return
    start, end = draft.source
    if 0 < draft.cue[0] - end <= _LONGEST_TAIL and all(
        doc[k].pos_ in ("PROPN", "DET") for k in range(end, draft.cue[0])
    ):
        draft.source = (start, draft.cue[0])


_NEAR = 16
"""How many tokens beside a cue are looked at for words that belong to it."""

_LONGEST_TAIL = 6
"""The most tokens of a name that is given back to a source."""


def _nobody(doc: Doc, draft: Draft) -> bool:
    """Whether the source says that there is none: "no one expected it", "none of the firms said so"."""
    if draft.source_head is None:
        return False
    head = doc[draft.source_head]
    words = [head, *(child for child in head.lefts if child.dep_ == "det")]
    return any(word.lower_ in titles.NOBODY for word in words)


_SPEAKING = titles.PERSON_NOUNS | titles.BODY_NOUNS


def _speaks(token: Token) -> bool:
    return token.ent_type_ in ("PERSON", "ORG") or token.lower_ in _SPEAKING


def _passes_on(telling: Draft, source: Token) -> bool:
    return source.lower_ in en.OUTLETS or (source.ent_type_ == "ORG" and telling.lemma in en.PRINTS)


def _stands_within(doc: Doc, draft: Draft) -> bool:
    """Whether a cue inside the content of another is an attribution of its own: somebody there says something whole.

    What is only wanted, praised or asked for inside words that are attributed already belongs to those words. What the
    writer comments on ("falsely accused") is the writer's to tell, wherever the parse put it.
    """
    if draft.writer_view is not None:
        return True
    if draft.frame in ("C", "T"):
        return not draft.belief or (draft.source_head is not None and doc[draft.source_head].pos_ == "PROPN")
    if draft.frame == "N":
        return draft.stance is Stance.DENIES
    return (draft.frame in ("A", "Q", "D") or (draft.frame == "-" and bool(draft.quoted))) and not draft.belief


def _finished(doc: Doc, draft: Draft, cue: tuple[int, int], quoted: Quoted, nested_in: int | None) -> Attribution:
    text = quoted.text
    start, end = draft.spans[0][0], max(e for _, e in draft.spans)
    cue_start, cue_end = doc[cue[0]].idx, _end(doc, cue)
    stance = draft.stance
    if stance is Stance.ASKS and not _asks(text, draft):
        stance = None
    return Attribution(
        source=_span(doc, text, draft.source) if draft.source is not None else None,
        source_head=draft.source_head,
        cue=Cue(text[cue_start:cue_end], cue_start, cue_end, draft.lemma),
        content=Content(text[start:end], start, end, tuple(draft.spans)),
        voice=_voice(draft, quoted),
        stance=stance,
        writer_view=draft.writer_view,
        via=_via(doc, text, draft),
        belief=draft.belief,
        nested_in=nested_in,
    )


def _span(doc: Doc, text: str, tokens: tuple[int, int]) -> Span:
    start, end = doc[tokens[0]].idx, _end(doc, tokens)
    return Span(text[start:end], start, end)


def _end(doc: Doc, tokens: tuple[int, int]) -> int:
    last = doc[tokens[1] - 1]
    return last.idx + len(last)


def _asks(text: str, draft: Draft) -> bool:
    """A request ("asked them to leave") asks nothing."""
    return draft.frame in ("C", "P", "D", "-", "O", "N") or text[: draft.spans[-1][1]].rstrip("”\"'’").endswith("?")


def _voice(draft: Draft, quoted: Quoted) -> Voice:
    direct = mixed = True
    some = False
    for start, end in draft.spans:
        numbers = quoted.over(start, end)
        marked = sum(min(end, quoted.all[n].end) - max(start, quoted.all[n].start) for n in numbers)
        some = some or bool(numbers)
        direct = direct and marked >= end - start - 2
    mixed = some and not direct
    return Voice.DIRECT if some and direct else Voice.MIXED if mixed else Voice.INDIRECT


def _via(doc: Doc, text: str, draft: Draft) -> str | None:
    """Whom it was told and through what, as written after the cue: "reporters at the Pentagon"."""
    if draft.frame in ("N", "T", "V", "J", "H"):
        return None
    if draft.through is not None:
        return text[doc[draft.through[0]].idx : _end(doc, draft.through)]
    token = doc[draft.head]
    limits = [s for s, _ in draft.spans if s > token.idx]
    stop = min(limits) if limits else len(text)
    parts: list[Token] = []
    if draft.recipient is not None and draft.lemma in ("tell", "assure", "inform", "notify", "remind", "warn"):
        parts = [doc[k] for k in range(*draft.recipient)]
    for child in token.children:
        told = parts and child.left_edge.i == parts[-1].i + 1 and not _dated(child)
        if child.dep_ == "prep" and child.i > token.i and (told or _channel(child)):
            parts.extend(child.subtree)
    parts = sorted((t for t in parts if t.i >= draft.cue[1] and t.idx < stop), key=lambda t: t.i)
    run = [t for k, t in enumerate(parts) if t.i - parts[0].i - k <= 3]
    while run and (run[-1].is_punct or run[-1].is_space or run[-1].ent_type_ in ("DATE", "TIME")):
        run.pop()
    return text[run[0].idx : run[-1].idx + len(run[-1])] if run else None


def _dated(preposition: Token) -> bool:
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _channel(preposition: Token) -> bool:
    if preposition.lower_ not in en.CHANNELS:
        return preposition.lower_ == "to" and any(c.dep_ == "pobj" and not c.like_num for c in preposition.children)
    return any(c.lemma_.lower() in en.CHANNEL_NOUNS for c in preposition.children if c.dep_ == "pobj")


def _nesting(doc: Doc, found: list[Draft]) -> list[int | None]:
    """For each draft the one with the shortest content around its cue, by one sweep over the text."""
    events = []
    for number, draft in enumerate(found):
        for start, end in draft.spans:
            events.append((start, 0, end, number))
        events.append((doc[draft.head].idx, 1, 0, number))
    events.sort()
    active: list[tuple[int, int, int]] = []
    outer: list[int | None] = [None] * len(found)
    for at, kind, end, number in events:
        if kind == 0:
            active.append((at, end, number))
            continue
        active = [a for a in active if a[1] > at]
        around = [a for a in active if not _own(doc, found[number], found[a[2]])]
        if around:
            outer[number] = min(around, key=lambda a: a[1] - a[0])[2]
    return outer


def _own(doc: Doc, draft: Draft, outer: Draft) -> bool:
    """True where ``outer`` is the same cue, or stands itself in the content of ``draft``."""
    at = doc[outer.head].idx
    return draft.head == outer.head or any(start <= at < end for start, end in draft.spans)
