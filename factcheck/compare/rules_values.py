"""Rules of the numbers themselves: equal, near, vague, apart.

They come last: a conflict of numbers is stated only where nothing before spoke against it.
"""

from __future__ import annotations

from factcheck.compare.case import AGREES, Case, Verdict
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Scale
from factcheck.compare.measure import bare
from factcheck.compare.reasons import amount, cap, noun, told
from factcheck.compare.rewriting import told_share
from factcheck.compare.sameness import Level
from factcheck.compare.surety import other_matters, surely, unsure
from factcheck.compare.topic import FAINTLY, NEARLY_THE_SAME_TEXT, text_overlap
from factcheck.compare.when import day_words
from factcheck.model import RelationKind


def agree(case: Case) -> Verdict | None:
    """Equal, equal after rounding, or near and within a bound."""
    if case.fit not in AGREES or not isinstance(case.scale, Scale):
        return None
    if case.vague and not same_vague_words(case):
        return None
    if case.same.level is not Level.SAME and (case.same.score < 0.5 or (case.apart and not _numbers_tell(case))):
        return unsure(case)
    relation = AGREES[case.fit]
    if (share := told_share(case.a, case.b)) is not None:
        number = case.said_b if case.a.figure.dimension == "ratio" else case.said_a
        return Verdict(relation, f"{cap(share)}, which agrees with {number}.")
    if relation == RelationKind.EQUAL:
        counted, thing = noun(case.a.figure), case.thing
        more = thing[len(counted) :] if counted and thing.startswith(f"{counted} ") else ""
        reason = f"Both give {case.said_a}{more}."
        if case.said_a != case.said_b:
            reason = f"The same value: {case.said_a}, {case.said_b}."
    elif relation == RelationKind.EQUAL_AFTER_ROUNDING:
        reason = f"{cap(case.said_a)} and {case.said_b} are the same once rounded."
    else:
        reason = f"{cap(case.said_a)} and {case.said_b} can both be right: one lies within the other's bound, and near."
    return Verdict(relation, reason)


def _numbers_tell(case: Case) -> bool:
    """Whether the numbers say that two documents mean one thing: the same measure, or the same number, no round one."""
    scale = case.scale
    if not isinstance(scale, Scale) or case.vague:
        return False
    if case.same.parts["topic"] < FAINTLY and text_overlap(case.a, case.b) < NEARLY_THE_SAME_TEXT:
        return False
    if case.same.difference is not None or bare(case.a) or bare(case.b):
        return False
    if case.same.parts["measure"] == 1.0:
        return True
    digits = max(len(f"{x.middle:.12g}".replace(".", "").strip("0-")) for x in (scale.a, scale.b))
    return case.fit in (Fit.EQUAL, Fit.ROUNDED) and digits >= 3


def same_vague_words(case: Case) -> bool:
    """Whether both are vague, of the same range: "hundreds" and "hundreds of people"."""
    a, b = case.a.figure, case.b.figure
    return a.vague and b.vague and case.fit is Fit.EQUAL and (a.low, a.high, a.bound) == (b.low, b.high, b.bound)


def _ranges_apart(scale: Scale) -> bool:
    """Whether the two ranges share no value; what a number was rounded to is no matter here."""
    return scale.a.high < scale.b.low or scale.b.high < scale.a.low


def too_vague(case: Case) -> Verdict | None:
    """One is too vague to speak for or against the other."""
    if not case.vague:
        return None
    if case.apart and case.same.level is not Level.SAME:
        return other_matters(case)
    vague, other = (case.said_a, case.said_b) if case.a.figure.vague else (case.said_b, case.said_a)
    if isinstance(case.scale, Scale) and _ranges_apart(case.scale):
        return Verdict(
            RelationKind.CANNOT_TELL,
            f"The two lie apart, but a vague figure decides nothing: {vague}, {other}.",
            "vague",
        )
    return Verdict(
        RelationKind.NOT_EXCLUDED, f"One is too vague to speak for or against the other: {vague}, {other}.", "vague"
    )


def says_little(case: Case) -> Verdict | None:
    """Neither excludes nor supports."""
    if case.fit is not Fit.LOOSE:
        return None
    if case.apart and case.same.level is not Level.SAME:
        return unsure(case)
    return Verdict(
        RelationKind.NOT_EXCLUDED,
        f"{cap(case.said_a)} and {case.said_b} don't exclude each other, and neither supports the other.",
    )


def apart(case: Case) -> Verdict | None:
    """Numbers apart, of one thing at one time: a contradiction."""
    if case.fit is not Fit.APART or not isinstance(case.scale, Scale):
        return None
    if not surely(case):
        return unsure(case)
    low, high = (case.said_a, case.said_b), (case.scale.a, case.scale.b)
    if (share := told_share(case.a, case.b)) is not None:
        number = case.said_b if case.a.figure.dimension == "ratio" else case.said_a
        return Verdict(RelationKind.CONTRADICTION, f"{cap(share)}, not {number}: they can't both be right.", "number")
    smaller, larger = low if high[0].middle <= high[1].middle else low[::-1]
    if case.a.figure.dimension == case.b.figure.dimension == "count" and case.thing != "the same thing":
        by_size = sorted((case.a.figure, case.b.figure), key=lambda figure: told(figure) != smaller)
        smaller, larger = (amount(figure) for figure in by_size)  # the noun was said before
    days = day_words(case.when_a if case.when_a.explicit else case.when_b)
    when = f" {days}" if days and (case.when_a.explicit or case.when_b.explicit) else ""
    if min(high[0].middle, high[1].middle) < 0 < max(high[0].middle, high[1].middle):
        return Verdict(
            RelationKind.CONTRADICTION,
            f"Both speak of {case.thing}{when}, one of a rise and one of a fall ({case.said_a}, {case.said_b}):"
            " they can't both be right.",
            "direction",
        )
    return Verdict(
        RelationKind.CONTRADICTION,
        f"Both {_tell(case)} {case.thing}{when}, but one gives {smaller}, the other {larger}:"
        " they can't both be right.",
        "number",
    )


def _tell(case: Case) -> str:
    counts = case.a.figure.dimension == case.b.figure.dimension == "count" and case.thing != "the same thing"
    return "count" if counts else "speak of"
