"""Moves every offset of a claim: from the window of a text that was parsed to the text."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Claim, Figure


def shifted(claim: Claim, by: int) -> Claim:
    """``claim`` with all its offsets ``by`` code points later."""
    if by == 0:
        return claim
    speaker, cue, content = claim.speaker, claim.cue, claim.content
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        speaker=speaker and replace(speaker, start=speaker.start + by, end=speaker.end + by),
        cue=cue and replace(cue, start=cue.start + by, end=cue.end + by),
        content=content
        and replace(
            content,
            start=content.start + by,
            end=content.end + by,
            spans=tuple((start + by, end + by) for start, end in content.spans),
        ),
        figures=tuple(_figure(figure, by) for figure in claim.figures),
    )


def _figure(figure: Figure, by: int) -> Figure:
    whole = figure.whole and figure.whole.shifted(by)
    return replace(figure, start=figure.start + by, end=figure.end + by, whole=whole)
