"""Units told once for several amounts."""

import pytest

from factcheck.extract.amounts import amounts


@pytest.mark.parametrize(
    ("text", "values", "units"),
    [
        ("Prices rose 3.1% in May, up from 2.9 in April.", [3.1, 2.9], ["percent", "percent"]),
        ("Joblessness is 5 percent, compared with 7 a year ago.", [5, 7], ["percent", "percent"]),
        ("Sales were $3.1 million against 2.9 the year before.", [3.1e6, 2.9e6], ["USD", "USD"]),
        ("It fell to 4.2 metres from 5.", [4.2, 5], ["metre", "metre"]),
        ("It rose 5 percent from 9 villages.", [5, 9], ["percent", None]),
        ("It was 5 percent, against 1998 levels.", [5, 1998], ["percent", None]),
        ("It rose 5 percent against 12 killed.", [5, 12], ["percent", None]),
    ],
)
def test_elided_what_is_compared_has_the_unit(text: str, values: list[float], units: list[str | None]) -> None:
    found = amounts(text)
    assert [one.stated[0] for one in found] == pytest.approx(values)
    assert [one.unit.name if one.unit else None for one in found] == units
