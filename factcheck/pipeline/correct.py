"""Correcting in place what was read wrong: a figure's value, bound, unit, date, place, who said it, where a claim ends.

A correction is an event with what was there before and what is there now, so it is shown, undone, and makes earlier
decisions stale; the claim gets its new content in the same transaction. Nothing is encoded again unless its words
change, and only what stands beside the claim is compared again.
"""

from __future__ import annotations

import math
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.extract import numberless
from factcheck.extract.numbers import value as number_value
from factcheck.intake import date_option
from factcheck.model import (
    DIMENSIONS,
    Bound,
    Claim,
    ClaimKind,
    DateRange,
    Direction,
    Document,
    Event,
    EventKind,
    Figure,
    Role,
    Span,
    Speaker,
    Voice,
)
from factcheck.pipeline.mark import marked
from factcheck.units import money, unit
from factcheck.wire import claim_json, from_json

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

FIGURE_FIELDS = (
    "value",
    "bound",
    "unit",
    "measure",
    "population",
    "place",
    "as_of",
    "period",
    "role",
    "per",
    "whole",
)
CLAIM_FIELDS = ("speaker", "body")
BOUNDS = {
    "exact": "exactly",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "between": "between two values",
}
ROLES = {
    "level": "a level: so many there are",
    "increase": "a rise by so much",
    "decrease": "a fall by so much",
    "change": "a change, which way is not said",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field as it was and as it is now, both as a person types them."""

    field: str
    before: str
    after: str


def fields(claim: Claim, figure: int | None) -> dict[str, str]:
    """What can be corrected of a claim and one of its figures, as a person types it; empty where there is nothing."""
    speaker = claim.speaker
    made = {"speaker": speaker.name if speaker else "", "body": (speaker.body or "") if speaker else ""}
    if figure is not None:
        made |= _figure_fields(claim.figures[figure])
    return made


def _figure_fields(figure: Figure) -> dict[str, str]:
    ends = [_typed(end) for end in (figure.low, figure.high) if end is not None]
    return {
        "value": " to ".join(dict.fromkeys(ends)),
        "bound": str(figure.bound),
        "unit": figure.unit,
        "measure": figure.measure,
        "population": figure.population or "",
        "place": figure.place or "",
        "as_of": _days_typed(figure.as_of),
        "period": _days_typed(figure.period),
        "role": str(figure.direction or Role.CHANGE) if figure.role is Role.CHANGE else str(Role.LEVEL),
        "per": figure.per or "",
        "whole": " ".join(figure.whole.text.split()) if figure.whole else "",
    }


def correct(
    workspace: Workspace, claim_id: str, given: Mapping[str, str], *, figure: int | None = None, person: str
) -> Event:
    """Put what a person typed in the place of what was read.

    Args:
        given: of :data:`FIGURE_FIELDS` and :data:`CLAIM_FIELDS` those that the person saw, as they are now; what is as
            before is no change. ``value`` is a number ("31", "1.2 million") or two ("300 to 400"), ``as_of`` and
            ``period`` a day or two (YYYY-MM-DD), ``role`` one of :data:`ROLES`, ``whole`` words that stand in the
            article; an empty text takes the field away.
        figure: position of the figure in the claim that ``given`` speaks of.

    Raises:
        NotFoundError: there is no such claim.
        UsageError: nothing is changed, a field can't be read, nobody is named who corrects.
    """
    statement = workspace.store.statement(claim_id)
    claim = statement.claim
    if figure is not None and not 0 <= figure < len(claim.figures):
        raise UsageError("the claim has no such figure any more", remedy="Look at it again")
    before = fields(claim, figure)
    typed = {name: " ".join(text.split()) for name, text in given.items()}
    if strangers := typed.keys() - before.keys():
        raise UsageError(f"{sorted(strangers)[0]} can't be corrected here")
    changed = {name for name, text in typed.items() if text != before[name]}
    made = claim
    if figure is not None and changed & set(FIGURE_FIELDS):
        figures = list(claim.figures)
        figures[figure] = _figure(figures[figure], {**before, **typed}, changed)
        if "whole" in changed:
            text = workspace.store.document(statement.document_id or "").text
            figures[figure] = replace(figures[figure], whole=_whole(text, typed["whole"], figures[figure]))
        made = replace(made, figures=tuple(figures))
    if changed & set(CLAIM_FIELDS):
        document = workspace.store.document(statement.document_id or "")
        made = _spoken(made, document, typed.get("speaker", before["speaker"]), typed.get("body", before["body"]))
    now = fields(made, figure)
    changes = [Change(name, before[name], now[name]) for name in before if now[name] != before[name]]
    return _keep(workspace, claim_id, claim, made, changes, figure=figure, person=person)


def correct_span(workspace: Workspace, claim_id: str, start: int, end: int, *, person: str) -> Event:
    """Let a claim be ``text[start:end]`` of its document, half-open; figures are read anew where they are new to it.

    Raises:
        NotFoundError: there is no such claim.
        UsageError: the passage is empty, lies outside the text or is the claim already, nobody is named who corrects.
    """
    statement = workspace.store.statement(claim_id)
    claim = statement.claim
    document = workspace.store.document(statement.document_id or "")
    read = marked(document, start, end)
    known = {(figure.start, figure.end): replace(figure, restates=None) for figure in claim.figures}
    figures = tuple(known.get((figure.start, figure.end), figure) for figure in read.figures)
    speaker = claim.speaker or read.speaker
    made = replace(
        claim,
        text=read.text,
        start=read.start,
        end=read.end,
        restated=None,
        kinds=((ClaimKind.NUMERIC,) if figures else ()) + ((ClaimKind.ATTRIBUTED,) if speaker else ()),
        voice=claim.voice if claim.speaker else read.voice,
        speaker=speaker,
        figures=figures,
        content=None,
    )
    changes = [Change("span", claim.text, made.text)] if made.text != claim.text or made.start != claim.start else []
    return _keep(workspace, claim_id, claim, made, changes, figure=None, person=person)


def undo(workspace: Workspace, event: Event, made: Event) -> None:
    """Take a correction back; ``made`` is the event that says so.

    Raises:
        UsageError: the claim has been corrected again since, or was read anew.
    """
    now = workspace.store.statement(event.subject).claim
    if now != from_json(dict(event.payload["after"]), Claim):
        raise UsageError("the claim was corrected again since then", remedy="Take the later correction back first")
    _replace(workspace, event.subject, now, from_json(dict(event.payload["before"]), Claim), made)


def changes(event: Event) -> list[Change]:
    """What a correction changed."""
    return [Change(one["field"], one["from"], one["to"]) for one in event.payload.get("changes", ())]


def _keep(
    workspace: Workspace,
    claim_id: str,
    claim: Claim,
    made: Claim,
    changed: list[Change],
    *,
    figure: int | None,
    person: str,
) -> Event:
    if not person.strip():
        raise UsageError("a correction needs a name", remedy="Say who you are in the settings at the top right")
    if not changed:
        raise UsageError("nothing was changed")
    payload: dict[str, Any] = {
        "figure": figure,
        "changes": [{"field": one.field, "from": one.before, "to": one.after} for one in changed],
        "before": claim_json(claim),
        "after": claim_json(made),
    }
    event = Event(
        id=uuid.uuid4().hex,
        at=datetime.now(UTC),
        person=person.strip(),
        kind=EventKind.CORRECTION,
        subject=claim_id,
        payload=payload,
        seen={"text": claim.text},
    )
    _replace(workspace, claim_id, claim, made, event)
    return event


def _replace(workspace: Workspace, claim_id: str, claim: Claim, made: Claim, event: Event) -> None:
    bare, whole = numberless(made), made.restated or made.text
    if (bare, whole) == (numberless(claim), claim.restated or claim.text):
        workspace.store.replace_claim(claim_id, made, event=event)
        return
    vectors = workspace.encoder.encode([whole, bare])
    workspace.store.replace_claim(
        claim_id,
        made,
        numberless=bare,
        claim_vector=vectors[0],
        numberless_vector=vectors[1],
        model=workspace.encoder.identity,
        event=event,
    )


# ------------------------------------------------------------------------------------------------------- what is typed


def _figure(figure: Figure, typed: Mapping[str, str], changed: set[str]) -> Figure:
    made = figure
    if changed & {"value", "bound"}:
        bound, low, high = _ends(typed["value"], typed["bound"], asked="bound" in changed)
        made = replace(made, bound=bound, low=low, high=high, vague=False)
    if "unit" in changed:
        name, dimension = _unit(typed["unit"], figure.dimension)
        made = replace(made, unit=name, dimension=dimension)
    if "as_of" in changed:
        made = replace(made, as_of=_days(typed["as_of"]))
    if "period" in changed:
        made = replace(made, period=_days(typed["period"]))
    if "role" in changed:
        role, direction = _role(typed["role"])
        made = replace(made, role=role, direction=direction)
    if "per" in changed:
        made = replace(made, per=typed["per"] or None)
    if "measure" in changed and not typed["measure"]:
        raise UsageError("say what is counted or measured")
    return replace(
        made,
        place=typed["place"] or None,
        population=typed["population"] or None,
        measure=typed["measure"],
    )


def _role(named: str) -> tuple[Role, Direction | None]:
    if named not in ROLES:
        raise UsageError(f"it must be one of {', '.join(ROLES)}")
    if named in tuple(Direction):
        return Role.CHANGE, Direction(named)
    return Role(named), None


def _whole(text: str, words: str, figure: Figure) -> Span | None:
    """The words of the article, nearest to the figure, that name what it is a part of; None for an empty text.

    Spaces and line ends count as the same.
    """
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [match.span() for match in re.finditer(pattern, text)]
    if not found:
        raise UsageError(
            f"the article doesn't say “{words[:60]}”",
            remedy="Give the whole in the article's own words, “1,200 inspectors”",
        )
    start, end = min(found, key=lambda one: abs(one[0] - figure.start))
    return Span(text[start:end], start, end)


def _ends(text: str, named: str, *, asked: bool) -> tuple[Bound, float | None, float | None]:
    """Bound and both ends of a value as typed; two values are a range, whatever bound stood there before."""
    if named not in BOUNDS:
        raise UsageError(f"the bound must be one of {', '.join(BOUNDS)}")
    bound = Bound(named)
    ends = [_number(part) for part in text.replace("–", " to ").split(" to ")]
    if len(ends) == 2:
        if asked and bound is not Bound.BETWEEN:
            raise UsageError("two values are a range", remedy="Give one value, or choose “between two values”")
        low, high = ends
        if low > high:
            raise UsageError("the first value of a range is the smaller one")
        return Bound.BETWEEN, low, high
    if len(ends) != 1:
        raise UsageError(f"“{text[:40]}” is no value", remedy="Write it as 31, 1.2 million or 300 to 400")
    (one,) = ends
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return bound, one, None
    if bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return bound, None, one
    if bound is Bound.BETWEEN and asked:
        raise UsageError("a range has two values", remedy="Write it as 300 to 400")
    return Bound.EXACT, one, one


def _number(text: str) -> float:
    found = number_value(text.strip())
    if found is None:
        try:
            found = float(text.replace(",", "").strip())
        except ValueError as error:
            raise UsageError(
                f"“{text.strip()[:40]}” is no number", remedy="Write it as 31, 1.2 million or 300 to 400"
            ) from error
    if not math.isfinite(found):
        raise UsageError(f"“{text.strip()[:40]}” is no number")
    return found


def _unit(text: str, dimension: str) -> tuple[str, str]:
    if not text:
        raise UsageError("say in what it is counted or measured", remedy="person, USD, percent, kilometre, say")
    if code := money(text):
        return code, "money"
    known = unit(text)
    if known is not None:
        return known.name, known.dimension
    return text.lower(), "count" if dimension in DIMENSIONS and dimension == "count" else "other"


def _days(text: str) -> DateRange | None:
    first, _, last = text.partition(" to ")
    begin, end = date_option(first), date_option(last or first)
    if begin is None or end is None:
        return None
    if begin > end:
        raise UsageError("the first day is the earlier one")
    return DateRange(begin, end)


def _days_typed(days: DateRange | None) -> str:
    if days is None:
        return ""
    return " to ".join(dict.fromkeys(day.isoformat() for day in (days.first, days.last) if day is not None))


def _typed(number: float) -> str:
    """A number as a person types it: all its digits, no power of ten."""
    return f"{number:,.0f}" if number == int(number) and abs(number) < 1e15 else f"{number:,.12g}"


def _spoken(claim: Claim, document: Document, name: str, body: str) -> Claim:
    """``claim`` said by ``name`` for ``body``; the speaker's span is where the text names them nearest to it."""
    if not name:
        left = tuple(kind for kind in claim.kinds if kind is not ClaimKind.ATTRIBUTED)
        return replace(claim, speaker=None, cue=None, stance=None, content=None, voice=Voice.OWN, kinds=left)
    known = claim.speaker
    if known is not None and known.name == name:
        return replace(claim, speaker=replace(known, body=body or None))
    start, end = _nearest(document.text, name, claim.start)
    speaker = Speaker(document.text[start:end], start, end, name=name, body=body or None)
    kinds: tuple[ClaimKind, ...] = tuple(dict.fromkeys((*claim.kinds, ClaimKind.ATTRIBUTED)))
    return replace(claim, speaker=speaker, kinds=kinds, voice=Voice.INDIRECT if known is None else claim.voice)


def _nearest(text: str, name: str, at: int) -> tuple[int, int]:
    """Where ``text`` names somebody, nearest to ``at``; an empty span at ``at`` where it nowhere does."""
    found = []
    place = text.find(name)
    while place >= 0:
        found.append(place)
        place = text.find(name, place + 1)
    if not found:
        return at, at
    start = min(found, key=lambda one: abs(one - at))
    return start, start + len(name)
