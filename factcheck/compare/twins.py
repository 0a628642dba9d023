"""Two texts of the same words but for one part: which part it is, and the words of it on each side.

That all other words are shared is the strongest sign there is that both speak of one thing; what differs then tells how
they stand to each other. Apart from :mod:`.rules_twins`, which draws that conclusion, because finding the part needs
the two texts alone: their tokens are set side by side from both ends, and what is left between is classed by
:mod:`.twin_parts`. And apart
from :mod:`.difference`, which marks every difference of any two texts and judges none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.compare import twins_en, words_en
from factcheck.compare.stretches import a_year
from factcheck.compare.tokens import Token, carries_topic, stem, tokens
from factcheck.compare.twin_parts import Part, classify, is_amount, of_amounts, words_of
from factcheck.model import Figure, Statement

LONGEST = 8  # tokens of a part
SHARED = 2  # words of content that two passages set side by side have in common, at least
SHARED_IN_DOCUMENTS = 4  # and two sentences of documents, where alike sentences recur


@dataclass(frozen=True, slots=True)
class Twins:
    """Two statements of the same words but for one part.

    Attributes:
        a, b: the words of the part on each side; "" where one side has none.
        figure_a, figure_b: the figure the part belongs to on each side, or None where none was read there.
        in_content: on both sides the part lies in what is asserted, not in who says it, or where and when.
    """

    part: Part
    a: str
    b: str
    figure_a: Figure | None
    figure_b: Figure | None
    in_content: bool


def find(a: Statement, b: Statement) -> Twins | None:
    """The one part in which ``a`` and ``b`` differ; None where it is none, several, or words that no rule knows."""
    text_a, text_b = a.claim.text, b.claim.text
    if text_a == text_b:
        return None
    words_a, words_b = words_of(text_a), words_of(text_b)
    if abs(len(words_a) - len(words_b)) > LONGEST:
        return None
    begin, end = _ends(words_a, words_b)
    begin, end = _whole_phrases(words_a, words_b, begin, end)
    run_a, run_b = words_a[begin : len(words_a) - end], words_b[begin : len(words_b) - end]
    if not (run_a or run_b) or max(len(run_a), len(run_b)) > LONGEST:
        return None
    stored = a.document_id is not None and b.document_id is not None
    if not _enough(words_a, begin, end, stored=stored):
        return None
    figure_a, figure_b = _figures(a, b, words_a, words_b, begin, end)
    before = words_a[begin - 1] if begin else None
    after = words_a[len(words_a) - end] if end else None
    part = classify(run_a, run_b, before, after)
    if part is None and a.claim.figures and b.claim.figures and of_amounts(run_a, run_b):
        part = Part.OPPOSITE
    if part is Part.NAME and None not in (figure_a, figure_b) and any(t.text.isdigit() for t in run_a):
        part = Part.NUMBER  # both were read as figures: no "Proposition 47"
    if part is None or ((_outside(a, run_a) or _outside(b, run_b)) and not _counts_outside(a, b, part, run_a, run_b)):
        return None
    if part in (Part.NUMBER, Part.BOUND, Part.UNIT) and figure_a is not None and figure_b is not None:
        part = _of_figures(figure_a, figure_b, part)
        if part is None:
            return None
    if part is Part.BOUND:  # shown with the number it bounds
        begin, end = (begin, end - 1) if after is not None and is_amount(after) else (begin - 1, end)
        run_a, run_b = words_a[begin : len(words_a) - end], words_b[begin : len(words_b) - end]
    return Twins(part, _text(text_a, run_a), _text(text_b, run_b), figure_a, figure_b, _in_content(a, b, run_a, run_b))


# ----------------------------------------------------------------------------------------------------------- aligning


def _ends(a: Sequence[Token], b: Sequence[Token]) -> tuple[int, int]:
    """How many tokens ``a`` and ``b`` share from the beginning, and how many more from the end."""
    most = min(len(a), len(b))
    begin = 0
    while begin < most and a[begin].key == b[begin].key:
        begin += 1
    end = 0
    while end < most - begin and a[-1 - end].key == b[-1 - end].key:
        end += 1
    return begin, end


def _whole_phrases(a: Sequence[Token], b: Sequence[Token], begin: int, end: int) -> tuple[int, int]:
    """The ends drawn in where they cut through the words of a bound: of "at most" and "at least" all is the part."""
    if begin and any(_is_cut(side[begin - 1 :], 1) for side in (a, b)):
        begin -= 1
    if end and any(_is_cut(side[begin : len(side) - end + 1], len(side) - end - begin) for side in (a, b)):
        end -= 1
    return begin, end


def _is_cut(words: Sequence[Token], at: int) -> bool:
    """Whether a bound's words lie on both sides of ``at``."""
    keys = [t.key for t in words]
    return any(
        " ".join(keys[first:last]) in twins_en.BOUNDS
        for first in range(max(0, at - 2), at)
        for last in range(at + 1, min(len(keys), first + 3) + 1)
    )


def _enough(words: Sequence[Token], begin: int, end: int, *, stored: bool) -> bool:
    """Whether the shared words say of what both speak."""
    shared = (*words[:begin], *words[len(words) - end :])
    telling = {stem(t.key) for t in shared if carries_topic(t)}
    if not stored:
        return len(telling) >= SHARED
    named = any(t.capital and t.is_word and not t.opens and carries_topic(t) for t in shared)
    return len(telling) >= SHARED_IN_DOCUMENTS + (0 if named else 2)


def _text(text: str, run: Sequence[Token]) -> str:
    return text[run[0].start : run[-1].end] if run else ""


# ----------------------------------------------------------------------------------- who says it, and what is said


def _outside(statement: Statement, run: Sequence[Token]) -> bool:
    """The part lies in the words for who says it."""
    claim = statement.claim
    spans = [
        (span.start, span.end) for span in (claim.speaker, claim.cue) if span is not None and span.end > span.start
    ]
    return bool(run) and any(s <= claim.start + run[0].start and claim.start + run[-1].end <= e for s, e in spans)


def _counts_outside(a: Statement, b: Statement, part: Part, run_a: Sequence[Token], run_b: Sequence[Token]) -> bool:
    """Whether a part among the words for who says it makes two claims of one.

    Two voices that say the same agree, whatever their names. But "said" and "never said" are contraries, a figure read
    in the speaker ("40 of the doctors asked say") is one, and what one office of two places says without a figure
    ("London police warn against the trains") it says of its own.
    """
    if part is Part.NEGATION:
        return True
    if part in (Part.NUMBER, Part.BOUND, Part.UNIT):
        return bool(a.claim.figures and b.claim.figures)
    if a.claim.figures or b.claim.figures:
        return False
    speakers = (a.claim.speaker, b.claim.speaker)
    if part is Part.DATE or None in speakers:
        return part is Part.DATE
    one, other = ({t.key for t in tokens(s.text) if t.is_word} for s in speakers if s is not None)
    return bool((one & other) - words_en.STOP_WORDS)


def _in_content(a: Statement, b: Statement, run_a: Sequence[Token], run_b: Sequence[Token]) -> bool:
    for statement, run in ((a, run_a), (b, run_b)):
        claim = statement.claim
        if claim.content is None or not run:
            continue
        first, last = claim.start + run[0].start, claim.start + run[-1].end
        if not any(start <= first and last <= end for start, end in claim.content.spans):
            return False
    return True


# ------------------------------------------------------------------------------------------------------ whose figure


def _figures(
    a: Statement, b: Statement, words_a: Sequence[Token], words_b: Sequence[Token], begin: int, end: int
) -> tuple[Figure | None, Figure | None]:
    """The figure of each side that the part belongs to: the two that touch it and share most of the words around."""
    touched_a, touched_b = _touching(a, words_a, begin, end), _touching(b, words_b, begin, end)
    pairs = [
        (len(marks_a & marks_b), -i, -j)
        for i, (_, marks_a) in enumerate(touched_a)
        for j, (_, marks_b) in enumerate(touched_b)
    ]
    if pairs:
        _, i, j = max(pairs)
        return touched_a[-i][0], touched_b[-j][0]
    return (touched_a[0][0] if touched_a else None), (touched_b[0][0] if touched_b else None)


def _touching(
    statement: Statement, words: Sequence[Token], begin: int, end: int
) -> list[tuple[Figure, frozenset[tuple[str, int]]]]:
    """The figures that hold a word of the part or stand right beside it, each with its words as seen from the ends.

    One that holds the part comes first; where one does, none beside it counts.
    """
    claim, behind = statement.claim, len(words) - end
    holding, beside = [], []
    for figure in claim.figures:
        if a_year(figure.text):
            continue
        first, last = figure.start - claim.start, figure.end - claim.start
        within = [i for i, t in enumerate(words) if t.start < last and first < t.end]
        marks = frozenset(
            ("begin", i) if i < begin else ("end", len(words) - i) if i >= behind else ("part", 0) for i in within
        )
        if any(begin <= i < behind for i in within):
            holding.append((figure, marks))
        elif within and within[0] <= behind and begin - 1 <= within[-1]:
            beside.append((figure, marks))
    return holding or beside


def stated(figure: Figure) -> tuple[float | None, float | None]:
    """The one or two values a figure names, its bound left aside: 57 for "more than 57" as for "57"."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if figure.approximate and len(ends) == 2 and figure.bound != "between":
        return (figure.high, figure.high)
    return (ends[0], ends[-1]) if ends else (None, None)


def _of_figures(a: Figure, b: Figure, part: Part) -> Part | None:
    """What the figures differ in where their words differ in ``part``; None where only the spelling does.

    A bound or a unit that stands there in words is trusted, whatever was read of it.
    """
    if part is Part.BOUND:
        return None if a.bound == b.bound and stated(a) == stated(b) else part
    if part is Part.UNIT:
        return None if a.unit == b.unit and stated(a) == stated(b) else part
    if stated(a) != stated(b):
        return Part.NUMBER
    if a.bound != b.bound:
        return Part.BOUND
    return Part.UNIT if a.unit != b.unit else None
