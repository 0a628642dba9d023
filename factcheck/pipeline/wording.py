"""The words in which use cases speak to people: who, when, how many, and the one sentence to read first.

English, and only here: another language is another module with the same functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.compare import noun, said
from factcheck.model import DateRange, Group, RelationKind, Statement

if TYPE_CHECKING:
    from factcheck.model import Figure
    from factcheck.pipeline.views import Conflict, LedgerRow

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def day(on: date) -> str:
    """ "8 March 2022"."""
    return f"{on.day} {on:%B %Y}"


def days(period: DateRange) -> str:
    """ "8 March 2022", "since 24 February 2022", "24 February to 8 March 2022"."""
    first, last = period.first, period.last
    if first is not None and last is not None:
        if first == last:
            return day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day} to {day(last)}"
        return f"{first.day} {first:%B} to {day(last)}" if first.year == last.year else f"{day(first)} to {day(last)}"
    if first is not None:
        return f"since {day(first)}"
    return f"up to {day(last)}" if last is not None else "no date"


def count(number: int) -> str:
    """ "five", "13", "1,204"."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """ "one count", "five counts"."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


_HEADLINE = 4
"""Words of which a first line alone tells what a text is about."""


def first_words(text: str, limit: int = 60) -> str:
    """The beginning of a text in at most ``limit`` characters and an ellipsis, on one line, whole words; of a text that
    begins with a headline, that alone."""
    words = text[: 20 * limit].lstrip()
    first, _, _ = words.partition("\n\n")
    line = " ".join((first if len(first.split()) >= _HEADLINE else words).split())
    return line if len(line) <= limit else line[: limit + 1].rsplit(" ", 1)[0][:limit] + "…"


def who(statement: Statement) -> str:
    """The speaker as named, else the outlet, else "the article itself"."""
    speaker = statement.claim.speaker
    if speaker is not None:
        return speaker.name
    return statement.outlet or "the article itself"


def body(statement: Statement) -> str:
    """For whom the speaker speaks; the speaker where that is not said."""
    speaker = statement.claim.speaker
    return (speaker.body or speaker.name) if speaker is not None else who(statement)


def speaker_line(statement: Statement) -> str:
    """ "Mara Delling · City of Ostwick"; "the article itself" for the writer's own words."""
    speaker = statement.claim.speaker
    if speaker is None:
        return "the article itself"
    if speaker.body and speaker.body.casefold() != speaker.name.casefold():
        return f"{speaker.name} · {speaker.body}"
    return speaker.name


def on(statement: Statement, figure: Figure | None = None) -> date | None:
    """The date a figure speaks of: as-of, else said-on, else printed-on; the last day of a range."""
    if figure is not None and figure.as_of is not None and figure.as_of.last is not None:
        return figure.as_of.last
    return known_on(statement)


def known_on(statement: Statement) -> date | None:
    """When a statement could be known: said-on, else printed-on."""
    said = statement.claim.said_on
    if said is not None and (said.last or said.first):
        return said.last or said.first
    return statement.published_on


def when(statement: Statement, figure: Figure | None = None) -> str:
    """The same date in words, with its kind."""
    if figure is not None and figure.as_of is not None and (figure.as_of.first or figure.as_of.last):
        written = days(figure.as_of)
        return written if written.startswith(("since", "up to")) else f"as of {written}"
    said = statement.claim.said_on
    if said is not None and (said.first or said.last):
        return f"said {days(said)}"
    return f"printed {day(statement.published_on)}" if statement.published_on else "no date"


def span_of_values(rows: Sequence[LedgerRow]) -> str | None:
    """ "498 to more than 12,000 soldiers": the lowest and the highest figure of the rows; None with fewer than two."""
    figures = [row.figure for row in rows if row.figure is not None]
    placed = sorted((_place(figure), figure.start, figure) for figure in figures if _place(figure) is not None)
    if len(placed) < 2:
        return None
    lowest, highest = number_words(placed[0][2]), number_words(placed[-1][2])
    return f"{lowest} to {highest}" if lowest != highest else f"all {lowest}"


def number_words(figure: Figure) -> str:
    """The value with its bound and without its unit: "more than 12,000"."""
    words, counted = said(figure), noun(figure)
    return words.removesuffix(f" {counted}") if counted else words


def _place(figure: Figure) -> float | None:
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


def summary(rows: Sequence[LedgerRow], look_alikes: int, searched: int, up_to: date | None) -> str:
    """The one sentence to read first; it says what stands beside the claim, never who is right."""
    known = [row for row in rows if not row.later]
    conflicts = [row for row in known if row.relation.group is Group.CONFLICT]
    altered = [row for row in conflicts if row.relation.relation is RelationKind.REPORTED_DIFFERENTLY]
    rivals = [row for row in known if row.relation.relation is RelationKind.RIVAL_COUNT]
    agreeing = [row for row in known if row.relation.group is Group.AGREE]
    open_ = [row for row in known if row.relation.relation is RelationKind.NOT_EXCLUDED]
    updates = [row for row in known if row.relation.relation is RelationKind.UPDATE]
    parts = []
    against = [row for row in conflicts if row not in altered]
    if against:
        values = span_of_values(against)
        parts.append(
            f"{plural(len(against), 'figure')} can’t both be right with this one" + (f", {values}" if values else "")
        )
    if altered:
        parts.append(_altered(altered))
    if rivals or open_:
        others = [*rivals, *open_]
        values = span_of_values(others)
        noun = "other count" if not against else "further count"
        parts.append(plural(len(others), noun) + (f", {values}" if values else ""))
    if agreeing:
        parts.append(f"{count(len(agreeing))} {'agrees' if len(agreeing) == 1 else 'agree'}")
    if updates and not parts:
        parts.append(f"{plural(len(updates), 'earlier or later count')} by the same body")
    later = sum(row.later for row in rows)
    if not parts and later:
        parts.append(f"nothing known by then; {plural(later, 'figure')} came later")
    if not parts:
        until = f" up to {day(up_to)}" if up_to else ""
        looks = f"; {plural(look_alikes, 'look-alike')} about something else" if look_alikes else ""
        return f"No other figure for this among {searched:,} compared{until}{looks}."
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."


def question(found: Conflict) -> str:
    """What to ask a press office of two figures or statements that can't both be right; it takes no side."""
    sides = sorted(((found.a, found.relation.a), (found.b, found.relation.b)), key=lambda one: on(*one) or date.max)
    told = [_reported(statement, figure) for statement, figure in sides]
    ask = {
        RelationKind.REVISED_DOWN: "Was the earlier figure withdrawn, and why is the later one smaller?",
        RelationKind.CHANGED_POSITION: "Which of the two is your position today, and what has changed?",
        RelationKind.DENIAL: "Which of the two do you stand by, and on what ground?",
        RelationKind.QUOTATION_DIFFERS: "What exactly was said, when and to whom; is there a recording?",
        RelationKind.REPORTED_DIFFERENTLY: "What exactly was stated: which value, with which bound or caveat?",
    }.get(
        found.relation.relation,
        "Which figure do you stand by? Of what day is it, what does it count, and who counted?",
    )
    return f"{told[0]} {told[1]} {ask}"


def _reported(statement: Statement, figure: Figure | None) -> str:
    said_by = "" if statement.claim.speaker is None else f"{who(statement)} as saying: "
    printed = f" ({day(statement.published_on)})" if statement.published_on else ""
    quoted = first_words(statement.claim.text, 220)
    source = statement.outlet or "One report"
    verb = "quotes " if said_by else "reports: "
    return f"{source}{printed} {verb}{said_by}“{quoted}”"


def _altered(rows: Sequence[LedgerRow]) -> str:
    if len(rows) > 1:
        return f"{count(len(rows))} reports give the same statement differently"
    return f"{rows[0].statement.outlet or 'another report'} gives the same statement differently ({rows[0].as_read})"
