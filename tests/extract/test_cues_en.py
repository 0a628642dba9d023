from __future__ import annotations

import pytest

from factcheck.extract import cues_en as en
from factcheck.model import Stance


@pytest.mark.parametrize(
    ("verb", "stance", "belief"),
    [
        ("say", Stance.ASSERTS, False),
        ("deny", Stance.DENIES, False),
        ("doubt", Stance.DOUBTS, False),
        ("ask", Stance.ASKS, False),
        ("urge", None, False),
        ("believe", Stance.ASSERTS, True),
        ("plan", Stance.ASSERTS, True),
    ],
)
def test_cues_en_stance_of_verbs(verb: str, stance: Stance | None, belief: bool) -> None:
    assert (en.VERBS[verb].stance, en.VERBS[verb].belief) == (stance, belief)


def test_cues_en_frames_are_the_described_ones() -> None:
    assert {frame for cue in en.VERBS.values() for frame in cue.frames} <= set("CQXOARPS")


def test_cues_en_verbs_with_the_frame_of_a_preposition_name_some() -> None:
    named = {verb for verb, cue in en.VERBS.items() if "P" in cue.frames and verb in en.PREPOSITIONS}
    assert {"call", "refer", "respond", "talk"} <= named
    assert set(en.PREPOSITIONS) >= named
