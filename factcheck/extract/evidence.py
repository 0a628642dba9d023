"""Everything that is read from one parse, gathered once: attributions, speakers, dates, figures.

It stands apart from :mod:`.claims`, which makes claims of it, so that every look into the lists goes by binary search
and the whole stays linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.extract.attribution import attributions
from factcheck.extract.candidates import can_hold_figure
from factcheck.extract.clauses import Tree
from factcheck.extract.clauses_en import WITH
from factcheck.extract.dates import dates
from factcheck.extract.figures import figures, renumbered
from factcheck.extract.quantities import quantities
from factcheck.extract.speakers import Resolver
from factcheck.model import Figure, Speaker

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

    from factcheck.extract.attribution import Attribution
    from factcheck.extract.dates import DateMention


_LONG_SENTENCE = 150
"""Tokens; a sentence that is longer is a list or a table, and is read in stretches of this length."""

_MANY_NUMBERS = 8
"""A sentence with more is a list: their nouns aren't sought in the sentence before."""

_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Evidence:
    """What a window's parse holds; all offsets are of the window, all lists in the order of the text.

    Attributes:
        speakers: one for each attribution.
        figures: ``restates`` of each is a position in this list.
        reference: the day the text was printed, or None.
        resolver: says who is meant by "he" or "the company".
    """

    tree: Tree
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker | None]
    mentions: Sequence[DateMention]
    figures: Sequence[Figure]
    reference: date | None
    resolver: Resolver
    _figure_starts: list[int] = field(init=False)
    _mention_starts: list[int] = field(init=False)
    _cue_starts: set[int] = field(init=False)
    _asides: list[tuple[int, int]] = field(init=False)
    _sources: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self._figure_starts = [figure.start for figure in self.figures]
        self._mention_starts = [mention.start for mention in self.mentions]
        self._cue_starts = {attribution.cue.start for attribution in self.attributions}
        self._sources = sorted(
            {(s.start, s.end) for a in self.attributions if (s := a.source) is not None and not self.counts_answers(a)}
        )
        self._asides = sorted(
            span
            for attribution in self.attributions
            if not self._within_with(attribution.cue.start, attribution.cue.end)
            and not self.counts_answers(attribution)
            for span in attribution.content.spans
        )

    def figures_in(self, start: int, end: int) -> list[int]:
        """The positions of the figures that lie in ``[start, end)``."""
        first, last = bisect_left(self._figure_starts, start), bisect_left(self._figure_starts, end)
        return [k for k in range(first, last) if self.figures[k].end <= end]

    def counts_answers(self, attribution: Attribution) -> bool:
        """Whether the source is a share of those asked ("54 percent of voters said …"): no word of theirs is cited, the
        poll or the writer counts what they answered."""
        source, head = attribution.source, attribution.source_head
        if source is None or head is None:
            return False
        at = self.tree.doc[head].idx
        shares = (self.figures[k] for k in self.figures_in(source.start, source.end))
        return any(one.dimension == "ratio" and not one.vague and one.start <= at < one.end for one in shares)

    def source_around(self, start: int, end: int) -> tuple[int, int] | None:
        """The words for who speaks that hold ``[start, end)``, or None."""
        at = bisect_left(self._sources, (start + 1,)) - 1
        return self._sources[at] if at >= 0 and end <= self._sources[at][1] else None

    def told_of(self, attribution: Attribution, number: int) -> bool:
        """Whether a figure in the source is what the writer tells of it: "the firm, which has 40 boats, said"."""
        figure, head = self.figures[number], attribution.source_head
        if head is None:
            return False
        if figure.dimension == "age":
            return attribution.belief
        between = self.tree.doc[head + 1 : self.tree.tokens(figure.start, figure.end).start]
        return any(token.text == "," or token.tag_ in ("WP", "WDT", ":") for token in between)

    def mentions_in(self, start: int, end: int) -> list[DateMention]:
        """The dates that lie in ``[start, end)``."""
        first, last = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def asides_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans in ``[start, end)`` of what is attributed to anybody and can be cut off from the clause around it.

        What stands in "…, with many describing it as …" goes on with the clause, and can't.
        """
        first, last = bisect_left(self._asides, (start, start)), bisect_left(self._asides, (end, end))
        return [span for span in self._asides[first:last] if span[1] <= end]

    def _within_with(self, start: int, end: int) -> bool:
        cue = self.tree.root(start, end)
        return bool(cue.dep_ == "pcomp" and cue.head.lower_ in WITH)

    def opening(self, start: int) -> tuple[int, str] | None:
        """The end of the words at ``start`` that mean something named before, and its name; None where there are
        none, or it isn't settled."""
        token = self.tree.doc[self.tree.tokens(start, start + 1).start]
        return self.resolver.begins_with(token) if token.idx == start else None

    def begins_cue(self, token: Token) -> bool:
        """True for the first token of an attribution's cue."""
        return token.idx in self._cue_starts


def gather(doc: Doc, reference: date | None) -> Evidence:
    """All that is read from ``doc``, printed on ``reference``."""
    tree = Tree(doc)
    cited = attributions(doc)
    mentions = dates(tree.text, reference)
    starts = [mention.start for mention in mentions]
    counted: list[Figure] = []
    for sentence in _stretches(doc):
        if not can_hold_figure(tree.text, sentence.start_char, sentence.end_char):
            continue
        digits = _DIGITS.findall(tree.text, sentence.start_char, sentence.end_char)
        if sentence.root.dep_ and (found := quantities(sentence, look_back=len(digits) <= _MANY_NUMBERS)):
            first, last = bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char)
            base = len(counted)
            made = figures(sentence, found, dates=mentions[first:last], reference=reference)
            counted.extend(_restating(figure, base) for figure in made)
    counted = _ordered(counted)
    resolver = Resolver(doc, cited)
    return Evidence(tree, cited, resolver.speakers(), mentions, counted, reference, resolver)


def _stretches(doc: Doc) -> Iterator[Sentence]:
    """The sentences of ``doc``, overlong ones in parts, so that what looks at all pairs of figures stays cheap."""
    for sentence in doc.sents:
        if len(sentence) <= _LONG_SENTENCE:
            yield sentence
            continue
        for first in range(sentence.start, sentence.end, _LONG_SENTENCE):
            yield doc[first : min(first + _LONG_SENTENCE, sentence.end)]


def _restating(figure: Figure, base: int) -> Figure:
    """``figure`` with the position it restates moved by ``base``."""
    return figure if figure.restates is None else replace(figure, restates=figure.restates + base)


def _ordered(found: Sequence[Figure]) -> list[Figure]:
    """The figures by their start, ``restates`` moved with them."""
    order = sorted(range(len(found)), key=lambda k: (found[k].start, found[k].end))
    place = {k: at for at, k in enumerate(order)}
    return [renumbered(found[k], place) for k in order]
