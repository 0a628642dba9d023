"""Puts together what the other modules of this package find in a text: its claims.

The way through: the language is told, furniture left out, the rest parsed where it can hold a claim
(:mod:`.reading`); attributions, speakers, dates and figures are read from the parse (:mod:`.evidence`); and here each
attribution, and each figure that no attribution carries, becomes a claim with the smallest clause around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract import checkworthiness
from factcheck.extract.checkworthiness_en import DEEDS
from factcheck.extract.clauses import Interval
from factcheck.extract.clauses_en import JOINTS, LATER, TRAILERS
from factcheck.extract.evidence import Evidence, gather
from factcheck.extract.extraction import Extraction
from factcheck.extract.figures import renumbered
from factcheck.extract.furniture import furniture
from factcheck.extract.language import READ, language, other_language
from factcheck.extract.live import clock
from factcheck.extract.quotes import paragraphs
from factcheck.extract.reading import Window, windows
from factcheck.extract.restate import restated
from factcheck.extract.saidon import said_on
from factcheck.extract.sentences import sentences
from factcheck.extract.shifting import shifted
from factcheck.extract.turns import Turn, told_by, turns, without_labels
from factcheck.model import Claim, ClaimKind, Content, Document, Figure, Speaker, Voice

if TYPE_CHECKING:
    from factcheck.extract.attribution import Attribution

_FAR = 1_200
"""Code points; a source that stands farther from its content is left outside the claim's span."""


def extract(document: Document) -> Extraction:
    """The claims of ``document``, in the order of its text, none twice.

    A document in a language that is not read has no claims and a note. Memory is that of one window of the text.

    Raises:
        ModelError: the English parser is not installed.
    """
    plan = planned(document)
    if isinstance(plan, Extraction):
        return plan
    found: list[Claim] = []
    for window in windows(document.text, plan.blocks):
        found.extend(claims_of(window, document))
    return plan.whole(found)


@dataclass(frozen=True, slots=True)
class Plan:
    """What of a document is read.

    Attributes:
        blocks: half-open spans of its text, in order.
        spoken: its turns of speech, where it is a transcript.
        foreign: code of the language of each paragraph or sentence that isn't read.
    """

    told: str | None
    blocks: Sequence[tuple[int, int]]
    spoken: Sequence[Turn]
    foreign: Mapping[tuple[int, int], str]

    def whole(self, found: Sequence[Claim]) -> Extraction:
        """The extraction of a document in whose windows these claims were found."""
        if self.foreign:
            found = [one for one in found if not any(s < one.end and one.start < e for s, e in self.foreign)]
        if self.spoken:
            found = [told_by(claim, self.spoken) for claim in found]
        notes = [] if found else ["No claim was found: no figure and nobody cited."]
        if self.foreign:
            codes = ", ".join(sorted(set(self.foreign.values())))
            said = "1 passage is" if len(self.foreign) == 1 else f"{len(self.foreign)} passages are"
            notes.append(f"{said} in another language ({codes}): only English is read.")
        return Extraction(tuple(_sorted(found)), self.told, tuple(notes))


def planned(document: Document) -> Plan | Extraction:
    """What of ``document`` is to be parsed; of one in a language that isn't read, the empty extraction."""
    told = language(document.text)
    if told is not None and told not in READ:
        return Extraction((), told, (f"The text is in another language ({told}): only English is read, so no claims.",))
    aside = {(start, end) for start, end, _ in furniture(document.text)}
    blocks = [block for block in paragraphs(document.text) if block not in aside]
    foreign = {block: code for block in blocks if (code := other_language(document.text[block[0] : block[1]]))}
    blocks = [part for block in blocks if block not in foreign for part in _read(document.text, block, foreign)]
    blocks = [(start + clock(document.text, start, end), end) for start, end in blocks]
    spoken = turns(document.text)
    if spoken:
        blocks = list(without_labels(blocks, spoken))
    return Plan(told, blocks, spoken, foreign)


def _read(text: str, block: Interval, foreign: dict[Interval, str]) -> Iterator[Interval]:
    """What of a paragraph is in a language that is read; its other sentences are put into ``foreign``."""
    start, end = block
    cut = list(sentences(text, start, end))
    for begin, stop in cut if len(cut) > 1 else ():
        if code := other_language(text[begin:stop]):
            foreign[begin, stop] = code
            if start < begin:
                yield start, begin
            start = stop
    if text[start:end].strip():
        yield start, end


def claims_of(window: Window, document: Document) -> Iterator[Claim]:
    """The claims of one window of ``document``, offsets the document's."""
    evidence = gather(window.doc, document.published_on)
    return (shifted(claim, window.start) for claim in claims(evidence))


def claims(evidence: Evidence) -> Iterator[Claim]:
    """The claims of one window, attributed ones first; offsets are the window's."""
    carried: set[int] = set()
    for attribution, speaker in zip(evidence.attributions, evidence.speakers, strict=True):
        if not evidence.counts_answers(attribution):
            yield from _attributed(evidence, attribution, speaker, carried)
    yield from _own(evidence, carried)


# ------------------------------------------------------------------------------------------------------- attributed


def _attributed(
    evidence: Evidence, attribution: Attribution, speaker: Speaker | None, carried: set[int]
) -> Iterator[Claim]:
    content, cue, source = attribution.content, attribution.cue, attribution.source
    inside = [k for start, end in content.spans for k in evidence.figures_in(start, end)]
    shares: list[int] = []
    if source is not None:
        # a number in the source ("three officials") counts who speaks, not what is said; what is told of it doesn't
        sources = [k for k in evidence.figures_in(source.start, source.end) if not evidence.told_of(attribution, k)]
        shares = [k for k in sources if k not in carried and _told_of_view(evidence.figures[k], attribution)]
        carried.update(sources)
    carried.update(inside)
    span = evidence.tree.outer_clause(
        cue.start,
        cue.end,
        _needed(attribution),
        lambda token: token.idx != cue.start and evidence.begins_cue(token),
    )
    whole = _claim(
        evidence, span, figures=[*shares, *inside], attribution=attribution, speaker=speaker, content=content
    )
    yield whole
    if attribution.voice is not Voice.INDIRECT and not _one_sentence(evidence, content):
        yield from _parts(evidence, whole, attribution, inside)


def _told_of_view(figure: Figure, attribution: Attribution) -> bool:
    """Whether a number in the source is itself what is told: "most of them want a dam", "83 members voted for it"."""
    if figure.dimension == "age":
        return False
    return figure.dimension == "ratio" or (
        attribution.belief and (figure.unit_text is None or attribution.cue.lemma in DEEDS)
    )


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


def _parts(evidence: Evidence, whole: Claim, attribution: Attribution, inside: Sequence[int]) -> Iterator[Claim]:
    """Each figure-bearing clause of a quotation over several sentences, as a claim of its own; the only one of a short
    quotation would say again what the whole says."""
    content = attribution.content
    clauses: dict[Interval, list[int]] = {}
    for k in inside:
        figure = evidence.figures[k]
        start, end = evidence.tree.figure_clause(figure.start, figure.end)
        low, high = next(
            ((s, e) for s, e in content.spans if s <= figure.start < e), (content.spans[0][0], content.spans[-1][1])
        )
        clauses.setdefault((max(start, low), min(end, high)), []).append(k)
    if len(clauses) == 1 and content.end - content.start <= _SHORT:
        return
    for (start, end), figures in clauses.items():
        if (start, end) == (whole.start, whole.end):
            continue
        said = Content(evidence.tree.text[start:end], start, end, ((start, end),))
        yield _claim(
            evidence, (start, end), figures=figures, attribution=attribution, speaker=whole.speaker, content=said
        )


_SHORT = 240
"""Code points of a quotation that is read at a glance."""


def _one_sentence(evidence: Evidence, content: Content) -> bool:
    ends = {evidence.tree.sentence(at) for start, end in content.spans for at in (start, max(start, end - 1))}
    return len(ends) == 1


# -------------------------------------------------------------------------------------------------------------- own


def _own(evidence: Evidence, carried: set[int]) -> Iterator[Claim]:
    """The figures that nobody is cited for, each in its smallest clause, several of one clause together."""
    clauses: dict[Interval, list[int]] = {}
    completed = _completed(evidence)
    for k, figure in enumerate(evidence.figures):
        if k not in carried and not _tells_when(evidence, figure):
            clause = evidence.tree.figure_clause(figure.start, figure.end)
            span = _beside_contents(evidence, clause, (figure.start, figure.end), completed)
            clauses.setdefault(span, []).append(k)
    for span, figures in clauses.items():
        yield _claim(evidence, span, figures=figures)


def _tells_when(evidence: Evidence, figure: Figure) -> bool:
    """Whether a stretch of time only says when the rest of its clause was: "four days later the mill closed"."""
    return figure.dimension == "duration" and LATER.match(evidence.tree.text, figure.end) is not None


def _completed(evidence: Evidence) -> dict[int, int]:
    """Where contents begin that stand right behind their cue, and where that begins: cut off, "two facts to defend"
    would be left of "two facts to defend the plan"."""
    text = evidence.tree.text
    return {
        start: one.cue.start
        for one in evidence.attributions
        for start, _ in one.content.spans
        if one.cue.end <= start and not text[one.cue.end : start].strip()
    }


def _beside_contents(evidence: Evidence, clause: Interval, figure: Interval, completed: Mapping[int, int]) -> Interval:
    """The part of ``clause`` around ``figure`` that is not what somebody else says in it; all of it where no sentence
    would be left ("…, compared with a profit of 4 million"). What completes a verb of the clause (``completed``) is
    left in."""
    low, high = clause = _within_source(evidence, clause, figure)
    for start, end in evidence.asides_in(*clause):
        if end <= figure[0]:
            low = max(low, end)
        elif figure[1] <= start and not (start in completed and low <= completed[start]):
            high = min(high, start)
    if (low, high) != clause and not evidence.tree.has_subject(low, high):
        low, high = clause
    low, high = evidence.tree.tidied(low, high)
    if high < clause[1] and (loose := TRAILERS.search(evidence.tree.text[figure[1] : high])):
        high = figure[1] + loose.start()
    joint = JOINTS.match(evidence.tree.text, low, figure[0])
    return (joint.end() if joint else low), high


def _within_source(evidence: Evidence, clause: Interval, figure: Interval) -> Interval:
    """``clause`` without the telling, where the figure stands in what is told of who speaks."""
    source = evidence.source_around(*figure)
    if source is None:
        return clause
    return max(clause[0], source[0]), min(clause[1], source[1])


# ------------------------------------------------------------------------------------------------------------ making


def _claim(
    evidence: Evidence,
    span: Interval,
    *,
    figures: Sequence[int],
    attribution: Attribution | None = None,
    speaker: Speaker | None = None,
    content: Content | None = None,
) -> Claim:
    kept = sorted(set(figures))
    held = [span, *((evidence.figures[k].start, evidence.figures[k].end) for k in kept)]
    held += [(content.start, content.end)] if content else []
    start, end = span = min(s for s, _ in held), max(e for _, e in held)  # a sign is no loose mark of the edge
    text = evidence.tree.text[start:end]
    place = {k: at for at, k in enumerate(kept)}
    belief = attribution is not None and attribution.belief and attribution.cue.lemma not in DEEDS
    deed = attribution is not None and attribution.belief and not belief
    read = tuple(renumbered(evidence.figures[k], place) for k in kept)
    parts = checkworthiness.parts(
        content.text if content and not deed else text,
        figures=read,
        attributed=attribution is not None,
        belief=belief,
    )
    return Claim(
        text=text,
        start=start,
        end=end,
        restated=restated(
            evidence.tree.text,
            span,
            speaker=speaker,
            mentions=evidence.mentions_in(start, end),
            opening=evidence.opening(start),
            relative=None if attribution is not None else evidence.tree.relative(start, end),
        ),
        kinds=_kinds(read, attributed=attribution is not None, belief=belief),
        voice=attribution.voice if attribution else Voice.OWN,
        speaker=speaker,
        via=attribution.via if attribution else None,
        cue=attribution.cue if attribution else None,
        stance=attribution.stance if attribution else None,
        writer_view=attribution.writer_view if attribution else None,
        content=content,
        said_on=said_on(evidence, attribution) if attribution else None,
        figures=read,
        check_worthiness=checkworthiness.score(parts),
        check_worthiness_parts=parts,
    )


def _kinds(figures: Sequence[Figure], *, attributed: bool, belief: bool) -> tuple[ClaimKind, ...]:
    kinds = ((ClaimKind.NUMERIC,) if figures else ()) + ((ClaimKind.ATTRIBUTED,) if attributed else ())
    return (*kinds, ClaimKind.BELIEF) if belief else kinds


def _sorted(found: Iterable[Claim]) -> list[Claim]:
    """The claims in the order of the text, one for each span, cue and content."""
    kept: dict[object, Claim] = {}
    for claim in found:
        cue = (claim.cue.start, claim.cue.end) if claim.cue else None
        content = claim.content.spans if claim.content else None
        kept.setdefault((claim.start, claim.end, cue, content), claim)
    return sorted(kept.values(), key=lambda claim: (claim.start, -claim.end, claim.cue.start if claim.cue else -1))
