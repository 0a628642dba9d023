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
    letters = list(claim.text)
    spans = [(span.start, span.end) for span in (claim.speaker, claim.cue, figure) if span is not None]
    for start, end in spans:
        first, last = max(0, start - claim.start), min(len(letters), end - claim.start)
        if first < last:
            letters[first:last] = " " * (last - first)
    return "".join(letters)
