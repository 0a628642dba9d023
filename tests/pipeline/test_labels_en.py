from __future__ import annotations

import pytest

from factcheck.pipeline.labels_en import without_label


@pytest.mark.parametrize(
    ("headline", "bare"),
    [
        ("FACT CHECK: Did a mayor sell the harbour?", "Did a mayor sell the harbour?"),
        ("Fact-check: the harbour was sold", "the harbour was sold"),
        ("Riverton Fact Check | The harbour was sold", "The harbour was sold"),
        ("False claim: The harbour was sold", "The harbour was sold"),
        ("Partly false: The harbour was sold", "The harbour was sold"),
        ("PolitiFact - The harbour was sold", "The harbour was sold"),
        ("Fact check shows the harbour was not sold", "Fact check shows the harbour was not sold"),
        ("The mayor: we sold it", "The mayor: we sold it"),
        ("False alarm at the harbour", "False alarm at the harbour"),
        ("FACT CHECK:", "FACT CHECK:"),
        ("", ""),
    ],
)
def test_labels_are_taken_off_a_headline(headline: str, bare: str) -> None:
    assert without_label(headline) == bare
