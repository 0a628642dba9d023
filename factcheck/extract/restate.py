"""A claim restated so that it can be read alone: who "he" is, and which day "Tuesday" was.

Only what the text itself settled is filled in; where a claim begins with a pronoun that nobody settled, there is no
restatement rather than a wrong one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.extract import restate_en as en
from factcheck.model import DateRange, Speaker

if TYPE_CHECKING:
    from factcheck.extract.clauses import Interval
    from factcheck.extract.dates import DateMention


def restated(
    text: str,
    span: Interval,
    *,
    speaker: Speaker | None,
    mentions: Sequence[DateMention],
    opening: tuple[int, str] | None = None,
    relative: tuple[int, int, bool] | None = None,
) -> str | None:
    """``text[span]`` readable alone, white space tidied; None where it can't be made so.

    Args:
        opening: where the words at its beginning end that mean something said before, and what they mean.
        relative: the half-open span of the pronoun, and its comma, that joins all that follows to a noun at the
            beginning, and whether that noun is where it happened.
    """
    start, end = span
    changes: list[tuple[int, int, str]] = []
    if opening is not None and not (speaker is not None and speaker.start < opening[0] and start < speaker.end):
        changes.append((start, *opening))
    if speaker is not None and start <= speaker.start and speaker.end <= end and speaker.name not in speaker.text:
        changes.append((speaker.start, _behind(text, start, speaker), _named(speaker)))
    elif speaker is not None and speaker.start == start and _owned_by_nobody_named(speaker):
        changes.append((speaker.start, _behind(text, start, speaker), speaker.name))
    if (
        speaker is not None
        and speaker.body
        and speaker.body != speaker.name
        and start <= speaker.start
        and speaker.end <= end
    ):
        first = speaker.text.split(" ", 1)[0]
        if first.lower() in ("its", "their") and speaker.name in speaker.text:
            owner = speaker.body if speaker.body[:1].isupper() else f"the {speaker.body}"
            changes.append((speaker.start, speaker.start + len(first), f"{owner}’s"))
    if relative is not None:
        low, high, where = relative
        changes.append((low, high, en.IN_A_PLACE[1] if where else ""))
        if where and opening is None:
            changes.append((start, start, en.IN_A_PLACE[0]))
    for mention in mentions:
        if start <= mention.start and mention.end <= end and mention.range and not en.written_in_full(mention.text):
            days = shown(mention.range)
            if days:
                changes.append((mention.end, mention.end, f" ({days})"))
    made, at = [], start
    for low, high, words in sorted(changes):
        if low >= at:
            made.append(text[at:low] + words)
            at = high
    line = " ".join(("".join(made) + text[at:end]).split())
    outside = speaker is not None and not (start <= speaker.start and speaker.end <= end)
    first = line.lstrip("“\"‘'«([ ").split(" ", 1)[0].strip(",.;:").lower()
    if speaker is not None and outside:
        return f"{speaker.name}: {line}"
    return None if first in en.UNSETTLED and not en.PLEONASTIC.match(line) else line[:1].upper() + line[1:]


def _behind(text: str, start: int, speaker: Speaker) -> int:
    """Where the text goes on behind the speaker's words; the comma that closes their apposition goes with them."""
    apposition = "," in speaker.text and text.startswith(",", speaker.end)
    return speaker.end + 1 if apposition and en.BEGINS_CLAUSE.search(text[start : speaker.start]) else speaker.end


def _owned_by_nobody_named(speaker: Speaker) -> bool:
    """As in "Its secretary, Ann Li", where the text doesn't settle whose: the name alone says as much."""
    office, comma, _ = speaker.text.partition(",")
    unsettled = office.split(" ", 1)[0].lower() in en.POSSESSIVES and speaker.name not in office
    return bool(comma) and unsettled and speaker.body in (None, "", speaker.name)


def _named(speaker: Speaker) -> str:
    possessive = speaker.text.lower() in en.POSSESSIVES or speaker.text.endswith(("’s", "'s"))
    return f"{speaker.name}’s" if possessive and not speaker.name.endswith(("’s", "'s")) else speaker.name


def shown(days: DateRange) -> str | None:
    """A range of days as a reader writes it, whole months and years by name; None for one that is open on a side."""
    first, last = days.first, days.last
    if first is None or last is None:
        return None
    end = f"{last.day} {en.MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if (first.year % 10, last.year - first.year, first.month, first.day) == (0, 9, 1, 1) and last.month == 12:
        return f"the {first.year}s"
    if first.year != last.year:
        return f"{first.day} {en.MONTHS[first.month - 1]} {first.year} to {end}"
    if whole and (first.month, last.month) == (1, 12):
        return str(last.year)
    if whole and first.month == last.month:
        return f"{en.MONTHS[last.month - 1]} {last.year}"
    if first.month != last.month:
        return f"{first.day} {en.MONTHS[first.month - 1]} to {end}"
    return f"{first.day} to {end}"
