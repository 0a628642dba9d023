"""Whose a figure is, in sentences whose clauses a small parser mixes up."""

from typing import Any

import pytest

from factcheck.extract.measures import concepts
from factcheck.extract.quantities import quantities
from factcheck.extract.referents import referents


@pytest.mark.parametrize(
    ("text", "figure", "owner"),
    [
        ("The charge was 2.5 volts and the voltage across it was 5 volts.", "5 volts", "voltage"),
        ("Gant Steel rose 3%, Burl by 2.6% and Tarn fell 1%.", "2.6%", "Burl"),
        ("Dunmore announced plans to lay off 600 workers.", "600 workers", "Dunmore"),
        ("Gant shares are up 57% after plummeting 65% last year.", "65%", "shares"),
        ("Lenmar will study new lines over 35 GWh in partnership with Gant.", "over 35 GWh", "lines"),
        ("Gant Steel ordered thousands of pumps.", "thousands of pumps", "Steel"),
    ],
)
def test_referents_name_whose_the_figure_is(nlp: Any, text: str, figure: str, owner: str) -> None:
    doc = nlp(text)
    found = [one for sentence in doc.sents for one in quantities(sentence)]
    wanted = next(one for one in found if one.text == figure)
    assert owner in [token.text for token in referents(doc, wanted, found)]


@pytest.mark.parametrize(
    ("text", "figure", "told_of"),
    [
        ("Port Tarn is a base for 60 fishing boats.", "60 fishing boats", ["Port Tarn"]),
        ("The title was won in 38 matches.", "38 matches", ["title"]),
        ("A run of seven games ended.", "seven games", ["run"]),
        ("There were fires in 12 villages.", "12 villages", []),
        ("The bridge opened two years later.", "two years", []),
    ],
)
def test_referents_concepts_of_what_is_counted(nlp: Any, text: str, figure: str, told_of: list[str]) -> None:
    doc = nlp(text)
    found = [one for sentence in doc.sents for one in quantities(sentence)]
    wanted = next(one for one in found if one.text.startswith(figure))
    assert concepts(doc, wanted, found) == told_of
