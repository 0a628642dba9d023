from __future__ import annotations

import pytest

from factcheck.extract.live import clock


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("14:05 Police say 300 are there.", "Police say 300 are there."),
        ("9.30am – “We have 300,” said Ann.", "“We have 300,” said Ann."),
        ("18:45 GMT | The mayor spoke.", "The mayor spoke."),
        ("14:05 was the time of the crash.", "14:05 was the time of the crash."),
        ("3:1 was the result.", "3:1 was the result."),
        ("24:10 Lindon", "24:10 Lindon"),
        ("", ""),
    ],
)
def test_live_clock_is_what_stands_before_the_first_sentence(text: str, rest: str) -> None:
    assert text[clock(text, 0, len(text)) :] == rest


def test_live_clock_counts_from_the_paragraph() -> None:
    text = "One.\n\n14:05 Two."
    assert text[6 + clock(text, 6, len(text)) :] == "Two."
