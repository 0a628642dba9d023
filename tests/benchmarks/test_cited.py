"""Whether a figure counts as given to the right source, on texts and annotations made up here."""

from __future__ import annotations

import pytest

from benchmarks.cited import cases
from factcheck.model import Bound, Claim, Figure, Speaker, Voice

TEXT = "Ann Li said 40 boats sank. Li added that 3 were old. The town has 900 boats."


def _at(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def _claim(figure: str, sentence: tuple[int, int], speaker: tuple[int, int] | None, name: str = "") -> Claim:
    start, end = _at(figure)
    read = Figure(figure, start, end, 1.0, 1.0, "boat", "count", "boats", bound=Bound.EXACT)
    who = Speaker(TEXT[slice(*speaker)], *speaker, name) if speaker else None
    return Claim(TEXT[slice(*sentence)], *sentence, None, (), Voice.OWN, speaker=who, figures=(read,))


FIRST = (0, 26)
ROW = {
    "text": TEXT,
    "attributions": [
        {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 25]]},
        {"source": [[27, 29]], "cue": [[30, 35]], "content": [[36, 51]]},
    ],
}


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (_claim("40", FIRST, (0, 6), "Ann Li"), None),
        (_claim("40", FIRST, None), "lost"),
        (_claim("40", FIRST, _at("The town"), "town"), "other"),
        (_claim("40", FIRST, (27, 29), "Ann Li"), None),  # another mention, with the annotated name
        (_claim("900", _at("The town has 900 boats"), None), None),
        (_claim("900", _at("The town has 900 boats"), (0, 6), "Ann Li"), "given"),
    ],
)
def test_cited_tells_lost_from_other_and_given(claim: Claim, kind: str | None) -> None:
    assert [one.kind for one in cases(ROW, [claim])] == [kind]


def test_cited_asks_the_smallest_claim_that_holds_the_figure() -> None:
    whole, part = _claim("40", (0, len(TEXT)), None), _claim("40", FIRST, (0, 6), "Ann Li")
    assert [one.right for one in cases(ROW, [part, whole])] == [True]


def test_cited_leaves_out_a_number_that_counts_the_source() -> None:
    row = {"text": TEXT, "attributions": [{"source": [[12, 20]], "cue": [[21, 25]], "content": [[27, 29]]}]}
    assert list(cases(row, [_claim("40", FIRST, None)])) == []
