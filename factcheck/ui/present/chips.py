"""Small marks that stand beside a claim wherever it is drawn: badges, decisions, verdicts, relations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.model import EventKind, Statement
from factcheck.pipeline.decide import DISMISS_REASONS, FLAG_REASONS
from factcheck.pipeline.views import Badge, Decision
from factcheck.ui import words

Data = dict[str, Any]


def badge(made: Badge) -> Data:
    glyph, tone = words.BADGE_TONES.get(made.kind, ("•", "plain"))
    label = made.label[:1].upper() + made.label[1:]
    return {"label": label, "help": made.help, "glyph": glyph, "tone": tone}


def decision(made: Decision) -> Data:
    """One decision as a chip: what, by whom, and whether the claim was corrected since."""
    label, glyph = words.decision_words(made.kind)
    rating = made.payload.get("rating")
    return {
        "label": str(rating) if rating else label,
        "glyph": glyph,
        "help": words.joined(
            f"{label} by {made.person or 'somebody'}, {words.moment(made.at)}",
            reason_words(made.payload.get("reason")),
            str(made.payload.get("note") or "") or None,
            "the claim was corrected afterwards" if made.stale else None,
        ),
        "stale": made.stale,
    }


def decisions(made: Iterable[Decision]) -> list[Data]:
    """Decisions as chips, those of one kind together: ``Superseded ×3``."""
    chips: dict[tuple[str, bool], list[Data]] = {}
    for one in made:
        drawn = decision(one)
        chips.setdefault((drawn["label"], drawn["stale"]), []).append(drawn)
    return [
        {
            **same[-1],
            "label": label if len(same) == 1 else f"{label} ×{len(same)}",
            "help": "\n".join(one["help"] for one in same),
        }
        for (label, _), same in chips.items()
    ]


def verdicts(made: Iterable[Decision]) -> list[Data]:
    """Each person's verdict, where more than one person gave one: side by side, none replaces another."""
    given = {one.person: one for one in made if one.kind == EventKind.VERDICT}
    if len(given) < 2:
        return []
    return [
        {
            "person": one.person,
            "rating": str(one.payload.get("rating")),
            "note": str(one.payload.get("note") or "") or None,
            "when": words.moment(one.at),
            "stale": one.stale,
        }
        for one in given.values()
    ]


def reason_words(reason: Any) -> str | None:
    """A reason of the closed list in its words; another one as it was kept."""
    return (
        FLAG_REASONS.get(reason) or DISMISS_REASONS.get(reason) or (str(reason).replace("_", " ") if reason else None)
    )


def relation(kind: Any, reason: str) -> Data:
    seen = words.look(kind)
    return {"label": seen.label, "glyph": seen.glyph, "tone": seen.tone, "reason": reason}


def voice(statement: Statement) -> str | None:
    """The name that the speaker's page is found by; None for the paper's own words and those who keep it back."""
    speaker = statement.claim.speaker
    return speaker.name if speaker is not None and not speaker.anonymous else None


def searched(number: int, up_to: Any, one: str) -> str:
    """``Compared with 214 figures, up to 12 May 2031``."""
    return f"Searched {words.count(number, one)}" + (f" up to {words.day(up_to)}" if up_to else "")
