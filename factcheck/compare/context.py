"""A figure together with the statement it stands in, and the plain readings of that pair other rules share."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Figure, Statement


@dataclass(frozen=True, slots=True)
class FigureInContext:
    """One figure of a statement: what :func:`factcheck.compare.compare_figures` takes."""

    figure: Figure
    statement: Statement

    @property
    def text(self) -> str:
        """The claim as printed."""
        return self.statement.claim.text

    @property
    def around(self) -> str:
        """The claim's own words without the figure's and without those of who says it and how."""
        return without(self.statement, self.figure)

    @property
    def backdrop(self) -> str:
        """Words that set the scene beyond the claim: its restatement and its title."""
        claim = self.statement.claim
        return " . ".join(part for part in (claim.restated, self.statement.title) if part)


def without(statement: Statement, figure: Figure | None = None) -> str:
    """The claim's text with the speaker, the cue and ``figure`` blanked, length kept."""
    claim = statement.claim
    said = claim.content.spans if claim.content is not None else ()
    if said and (figure is None or any(start <= figure.start and figure.end <= end for start, end in said)):
        letters = _only(claim.text, [(start - claim.start, end - claim.start) for start, end in said])
    else:
        letters = list(claim.text)
    for span in (claim.speaker, claim.cue, figure):
        if span is not None:
            _blank(letters, span.start - claim.start, span.end - claim.start)
    return "".join(letters)


def _only(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The letters of ``text`` with all outside ``spans`` blanked."""
    kept = [" "] * len(text)
    for start, end in spans:
        first, last = max(0, start), min(len(text), end)
        if first < last:
            kept[first:last] = text[first:last]
    return kept


def _blank(letters: list[str], start: int, end: int) -> None:
    first, last = max(0, start), min(len(letters), end)
    if first < last:
        letters[first:last] = " " * (last - first)
