"""Puts together what the other modules of this package find in a text: its claims.

The way through: the language is told, furniture left out, the rest parsed where it can hold a claim
(:mod:`.reading`); attributions, speakers, dates and figures are read from the parse; and here each attribution, and
each figure that no attribution carries, becomes a claim with the smallest clause around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.extract import checkworthiness
from factcheck.extract.clauses import Interval, Tree
from factcheck.extract.extraction import Extraction
from factcheck.extract.furniture import furniture
from factcheck.extract.language import READ, language
from factcheck.extract.quotes import paragraphs
from factcheck.extract.reading import windows
from factcheck.extract.restate import restated
from factcheck.extract.saidon import said_on
from factcheck.model import Claim, ClaimKind, Content, Cue, DateRange, Document, Figure, Speaker, Voice

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from factcheck.extract.attribution import Attribution
    from factcheck.extract.dates import DateMention

_FAR = 1_200
"""Code points; a source that stands farther from its content is left outside the claim's span."""


def extract(document: Document) -> Extraction:
    """The claims of ``document``, in the order of its text, none twice.

    A document in a language that is not read has no claims and a note. Memory is that of one window of the text.

    Raises:
        ModelError: the English parser is not installed.
    """
    told = language(document.text)
    if told is not None and told not in READ:
        return Extraction((), told, (f"The text is in another language ({told}): only English is read, so no claims.",))
    aside = {(start, end) for start, end, _ in furniture(document.text)}
    blocks = [block for block in paragraphs(document.text) if block not in aside]
    found: list[Claim] = []
    for window in windows(document.text, blocks):
        found.extend(_shifted(claim, window.start) for claim in _claims(window.doc, document.published_on))
    notes = () if found else ("No claim was found: no figure and nobody cited.",)
    return Extraction(tuple(_sorted(found)), told, notes)


@dataclass(slots=True)
class _Reading:
    """One window's text with all that was read from its parse; offsets index the window."""

    tree: Tree
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker | None]
    mentions: Sequence[DateMention]
    figures: Sequence[Figure]
    reference: date | None


def _claims(doc: Doc, reference: date | None) -> Iterator[Claim]:
    reading = _read(doc, reference)
    carried: set[int] = set()
    for position, attribution in enumerate(reading.attributions):
        yield from _attributed(reading, attribution, reading.speakers[position], carried)
    yield from _own(reading, carried)


def _read(doc: Doc, reference: date | None) -> _Reading:
    from factcheck.extract.attribution import attributions
    from factcheck.extract.dates import dates
    from factcheck.extract.figures import figures
    from factcheck.extract.quantities import quantities
    from factcheck.extract.speakers import resolve

    tree = Tree(doc)
    cited = attributions(doc)
    mentions = dates(tree.text, reference)
    starts = [mention.start for mention in mentions]
    counted: list[Figure] = []
    for sentence in doc.sents:
        if sentence.root.dep_ and (read := quantities(sentence)):
            first, last = bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char)
            made = figures(sentence, read, dates=mentions[first:last], reference=reference)
            base = len(counted)
            counted.extend(_restating(figure, base) for figure in made)
    return _Reading(tree, cited, resolve(cited, doc), mentions, counted, reference)


# ------------------------------------------------------------------------------------------------------- attributed


def _attributed(
    reading: _Reading, attribution: Attribution, speaker: Speaker | None, carried: set[int]
) -> Iterator[Claim]:
    content, cue = attribution.content, attribution.cue
    inside = [k for k, figure in enumerate(reading.figures) if _holds(content.spans, figure)]
    sources = [attribution.source] if attribution.source else []
    carried.update(inside)
    carried.update(
        k
        for k, figure in enumerate(reading.figures)
        if any(s.start <= figure.start and figure.end <= s.end for s in sources)
    )
    needed = _needed(attribution)
    cues = {a.cue.start for a in reading.attributions if a is not attribution}
    start, end = reading.tree.outer_clause(cue.start, cue.end, needed, lambda token: token.idx in cues)
    whole = _claim(
        reading,
        (start, end),
        figures=inside,
        attribution=attribution,
        speaker=speaker,
        content=content,
    )
    yield whole
    if attribution.voice is not Voice.INDIRECT:
        yield from _parts(reading, whole, attribution, inside)


def _needed(attribution: Attribution) -> list[Interval]:
    """What the claim's span has to hold: content and cue, and the source where it stands beside them."""
    cue, content = attribution.cue, attribution.content
    low, high = min(cue.start, content.start), max(cue.end, content.end)
    if low == cue.start and content.start - cue.end > _FAR:
        low = content.start
    if high == cue.end and cue.start - content.end > _FAR:
        high = content.end
    needed = [(low, high)]
    source = attribution.source
    if source is not None and source.start - high < _FAR and low - source.end < _FAR:
        needed.append((source.start, source.end))
    return needed


def _parts(reading: _Reading, whole: Claim, attribution: Attribution, inside: Sequence[int]) -> Iterator[Claim]:
    """Each figure-bearing clause of a quotation over several sentences, as a claim of its own."""
    content = attribution.content
    if len({reading.tree.sentence(reading.figures[k].start) for k in inside}) == 0 or _one_sentence(reading, content):
        return
    clauses: dict[Interval, list[int]] = {}
    for k in inside:
        figure = reading.figures[k]
        clause = reading.tree.figure_clause(figure.start, figure.end)
        span = next(((s, e) for s, e in content.spans if s <= figure.start < e), (content.start, content.end))
        clipped = (max(clause[0], span[0]), min(clause[1], span[1]))
        clauses.setdefault(clipped, []).append(k)
    for (start, end), figures in clauses.items():
        if (start, end) == (whole.start, whole.end):
            continue
        said = Content(reading.tree.text[start:end], start, end, ((start, end),))
        yield _claim(
            reading, (start, end), figures=figures, attribution=attribution, speaker=whole.speaker, content=said
        )


def _one_sentence(reading: _Reading, content: Content) -> bool:
    starts = {reading.tree.sentence(start) for start, _ in content.spans}
    ends = {reading.tree.sentence(max(start, end - 1)) for start, end in content.spans}
    return len(starts | ends) == 1


# -------------------------------------------------------------------------------------------------------------- own


def _own(reading: _Reading, carried: set[int]) -> Iterator[Claim]:
    """The figures that nobody is cited for, each in its smallest clause, several of one clause together."""
    clauses: dict[Interval, list[int]] = {}
    for k, figure in enumerate(reading.figures):
        if k not in carried:
            clauses.setdefault(reading.tree.figure_clause(figure.start, figure.end), []).append(k)
    for span, figures in clauses.items():
        yield _claim(reading, span, figures=figures)


# ------------------------------------------------------------------------------------------------------------ making


def _claim(
    reading: _Reading,
    span: Interval,
    *,
    figures: Sequence[int],
    attribution: Attribution | None = None,
    speaker: Speaker | None = None,
    content: Content | None = None,
) -> Claim:
    start, end = span
    text = reading.tree.text[start:end]
    kinds = ((ClaimKind.NUMERIC,) if figures else ()) + ((ClaimKind.ATTRIBUTED,) if attribution else ())
    cue: Cue | None = attribution.cue if attribution else None
    parts = checkworthiness.parts(
        content.text if content else text,
        figures=[reading.figures[k] for k in figures],
        attributed=attribution is not None,
        belief=attribution is not None and attribution.belief,
    )
    when: DateRange | None = (
        said_on(reading.tree, attribution, reading.mentions, reading.reference) if attribution else None
    )
    return Claim(
        text=text,
        start=start,
        end=end,
        restated=restated(reading.tree.text, span, speaker=speaker, mentions=reading.mentions),
        kinds=kinds,
        voice=attribution.voice if attribution else Voice.OWN,
        speaker=speaker,
        via=attribution.via if attribution else None,
        cue=cue,
        stance=attribution.stance if attribution else None,
        writer_view=attribution.writer_view if attribution else None,
        content=content,
        said_on=when,
        figures=_numbered(reading.figures, figures),
        check_worthiness=checkworthiness.score(parts),
        check_worthiness_parts=parts,
    )


def _restating(figure: Figure, base: int) -> Figure:
    """``figure`` with the position it restates moved by ``base``."""
    return figure if figure.restates is None else replace(figure, restates=figure.restates + base)


def _numbered(every: Sequence[Figure], positions: Sequence[int]) -> tuple[Figure, ...]:
    """The figures at ``positions`` in the order of the text, with ``restates`` counted among them."""
    order = sorted(positions, key=lambda k: (every[k].start, every[k].end))
    place = {k: at for at, k in enumerate(order)}
    return tuple(
        replace(figure, restates=place.get(figure.restates)) if (figure := every[k]).restates is not None else figure
        for k in order
    )


def _holds(spans: Iterable[Interval], figure: Figure) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _sorted(claims: Iterable[Claim]) -> list[Claim]:
    kept: dict[object, Claim] = {}
    for claim in claims:
        cue = (claim.cue.start, claim.cue.end) if claim.cue else None
        content = claim.content.spans if claim.content else None
        kept.setdefault((claim.start, claim.end, cue, content), claim)
    return sorted(kept.values(), key=lambda claim: (claim.start, -claim.end, claim.cue.start if claim.cue else -1))


def _shifted(claim: Claim, by: int) -> Claim:
    """``claim`` with every offset ``by`` code points later."""
    if by == 0:
        return claim
    content = claim.content
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        speaker=claim.speaker and replace(claim.speaker, start=claim.speaker.start + by, end=claim.speaker.end + by),
        cue=claim.cue and replace(claim.cue, start=claim.cue.start + by, end=claim.cue.end + by),
        content=content
        and replace(
            content,
            start=content.start + by,
            end=content.end + by,
            spans=tuple((start + by, end + by) for start, end in content.spans),
        ),
        figures=tuple(_shifted_figure(figure, by) for figure in claim.figures),
    )


def _shifted_figure(figure: Figure, by: int) -> Figure:
    return replace(
        figure, start=figure.start + by, end=figure.end + by, whole=figure.whole and figure.whole.shifted(by)
    )
