"""Rules that tell two scopes apart: another place or people, a part and its whole, two figures of one document.

A part larger than its whole is the one conflict that two scopes can have.
"""

from __future__ import annotations

from factcheck.compare.case import AGREES, SAME_WORDS, Case, Verdict, adds_up
from factcheck.compare.families import groups
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Scale
from factcheck.compare.measures_en import SLICES
from factcheck.compare.reasons import quoted
from factcheck.compare.rules_assertion import another_modality
from factcheck.compare.rules_time import another_period
from factcheck.compare.surety import surely
from factcheck.compare.tokens import tokens
from factcheck.compare.topic import text_overlap
from factcheck.compare.when import Order, Times, speaks_of_the_past
from factcheck.model import RelationKind


def another_scope(case: Case) -> Verdict | None:
    """Another place, population or name, a part beside its whole, or a time that the words alone set apart."""
    found = case.same.difference
    if found is not None and found.relation == RelationKind.DIFFERENT_PERIOD and case.fit not in AGREES:
        return Verdict(
            RelationKind.DIFFERENT_PERIOD,
            f"Not the same time: {quoted(found.a)} against {quoted(found.b)}.",
            found.part,
        )
    if found is None or found.relation != RelationKind.DIFFERENT_SCOPE or not isinstance(case.scale, Scale):
        return None
    if found.narrower and found.part == "place" and speaks_of_the_past(case.a) != speaks_of_the_past(case.b):
        return None  # an unnamed place is most likely the same; the time is another
    if found.narrower is None:
        return Verdict(
            RelationKind.DIFFERENT_SCOPE,
            f"{_TWO.get(found.part, _TWO['population'])}: {quoted(found.a)} against {quoted(found.b)}.",
            found.part,
        )
    part, whole = (case.scale.a, case.scale.b) if found.narrower == "a" else (case.scale.b, case.scale.a)
    if case.fit is Fit.APART and part.low > whole.high and _is_its_whole(case, found.narrower):
        over, of = (case.said_a, case.said_b) if found.narrower == "a" else (case.said_b, case.said_a)
        return Verdict(
            RelationKind.CONTRADICTION, f"A part can't be larger than its whole: {over}, of {of}.", found.part
        )
    said_part, said_whole = (case.said_a, case.said_b) if found.narrower == "a" else (case.said_b, case.said_a)
    scope = found.a if found.narrower == "a" else found.b
    slice_of_people = found.part == "part" or (found.part == "population" and bool(groups(scope or "")))
    told_apart = found.part == "part" or bool(groups(scope or "") & SLICES)
    if not told_apart and case.fit in AGREES:
        return None  # one number, its scope named by one side only
    limited = "a part of another number" if found.part == "part" else f"of {quoted(scope)} only"
    if found.part == "besides":
        return Verdict(
            RelationKind.DIFFERENT_SCOPE,
            f"One counts {quoted(found.a or found.b)} too ({said_whole}), the other doesn't ({said_part}).",
            found.part,
        )
    if part.middle <= whole.middle or not adds_up(case) or case.fit is not Fit.APART:
        return Verdict(
            RelationKind.DIFFERENT_SCOPE,
            f"One is {limited} ({said_part}); the other isn't so limited and may contain it ({said_whole}).",
            found.part,
        )
    same_day = case.order is Order.SAME if case.running else case.times is Times.SAME
    alike = text_overlap(case.a, case.b) >= SAME_WORDS
    if slice_of_people and found.part != "part" and surely(case) and alike and not case.vague and same_day:
        return Verdict(
            RelationKind.CONTRADICTION,
            f"A part can't be larger than its whole: {said_part} of {quoted(scope)}, {said_whole} in all.",
            found.part,
        )
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"One is {limited} ({said_part}), and it isn't clear that the other is the whole of it ({said_whole}).",
        found.part,
    )


#: What a reason says of two scopes, by the part in which they differ.
_TWO = {
    "population": "They don't speak of the same people or things",
    "place": "They don't speak of the same place",
    "name": "Each names another",
    "kind": "They speak of two kinds",
    "whole": "They are parts of two wholes",
}


def _is_its_whole(case: Case, narrower: str) -> bool:
    """The part names its whole by the other's very number: "2,810 of the 2,640 places"."""
    part, whole = (case.a, case.b) if narrower == "a" else (case.b, case.a)
    if part.figure.whole is None or whole.figure.low is None or whole.figure.low != whole.figure.high:
        return False
    named = {t.text.replace(",", "") for t in tokens(part.figure.whole.text) if t.text[0].isdigit()}
    return f"{whole.figure.low:.15g}" in named and case.same.parts["measure"] > 0


def in_one_document(case: Case) -> Verdict | None:
    """Two figures of one document tell two things, unless it says one sentence twice (headline and text)."""
    one, other = case.a.statement, case.b.statement
    if one.document_id is None or one.document_id != other.document_id or case.fit in AGREES:
        return None
    overlapping = one.claim.start < other.claim.end and other.claim.start < one.claim.end
    if not overlapping and text_overlap(case.a, case.b) >= SAME_WORDS:
        return None
    told = another_modality(case) or another_period(case)
    if told is not None and told.relation in (RelationKind.DIFFERENT_MODALITY, RelationKind.DIFFERENT_PERIOD):
        return told
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"Both stand in one document, which may well speak of two things: {case.said_a}, {case.said_b}.",
        "document",
    )
