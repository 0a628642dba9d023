"""Money before and behind its number, by sign, code, name and letter."""

import pytest

from factcheck.extract.amounts import amounts


def read(text: str) -> list[tuple[str, float, str | None]]:
    return [(text[one.start : one.end], one.stated[0], one.unit.name if one.unit else None) for one in amounts(text)]


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("Nets cost cad$ 40 a piece.", "cad$ 40 a piece", 40.0, "CAD"),
        ("It owed nt $ 12 million.", "nt $ 12 million", 1.2e7, "TWD"),
        ("The fee is mxn$ 90.", "mxn$ 90", 90.0, "MXN"),
        ("Orders reached MSEK 120 in May.", "MSEK 120", 1.2e8, "SEK"),
        ("Sales were KEUR 450.", "KEUR 450", 4.5e5, "EUR"),
        ("The mill earned R1.5bn.", "R1.5bn", 1.5e9, "ZAR"),
        ("Cocoa brought N5 billion.", "N5 billion", 5e9, "NGN"),
        ("The deal is worth dollar 22.5 million.", "dollar 22.5 million", 2.25e7, "USD"),
        ("He borrowed Rupees 20,000.", "Rupees 20,000", 2e4, "INR"),
        ("a ticket for aed 100", "aed 100", 100.0, "AED"),
        ("Rates from kr 90 at Oslo.", "kr 90", 90.0, "SEK"),
        ("The firm made 3 trillion won.", "3 trillion won", 3e12, "KRW"),
        ("Shares closed at $76 US a barrel.", "$76 US a barrel", 76.0, "USD"),
        ("Shares closed at $76 Cdn.", "$76 Cdn", 76.0, "CAD"),
        ("The bank lost -$5 million.", "-$5 million", -5e6, "USD"),
        ("She paid five pounds fifty pence.", "five pounds fifty pence", 5.5, "GBP"),
        ("She paid £3 10p.", "£3 10p", 3.1, "GBP"),
        ("He got three quarters billion euros.", "three quarters billion euros", 7.5e8, "EUR"),
        ("He got a quarter of million pesos.", "a quarter of million pesos", 2.5e5, "MXN"),
        ("He got quarter of a million euros.", "quarter of a million euros", 2.5e5, "EUR"),
        ("He got a million and a half dollars.", "a million and a half dollars", 1.5e6, "USD"),
        ("The flat cost $5.5 m.", "$5.5 m", 5.5e6, "USD"),
        ("The flat cost $10 K.", "$10 K", 1e4, "USD"),
        ("The flat cost $ 41. 5 million.", "$ 41. 5 million", 4.15e7, "USD"),
        ("The flat cost $ 5 , 250.", "$ 5 , 250", 5250.0, "USD"),
        ("The flat cost 1 000 000 euros.", "1 000 000 euros", 1e6, "EUR"),
        ("Shares closed at $ 3 7 / 8.", "$ 3 7 / 8", 3.875, "USD"),
        ("A loan of Rs.5 lakh was given.", "Rs.5 lakh", 5e5, "INR"),
        ("Tea was 2,000 pesetas.", "2,000 pesetas", 2000.0, "ESP"),
        ("It took 10 million German marks.", "10 million German marks", 1e7, "DEM"),
        ("They fined him 300 Bahamian dollars.", "300 Bahamian dollars", 300.0, "BSD"),
        ("The fare is 40 norwegian kroner.", "40 norwegian kroner", 40.0, "NOK"),
        ("The euro bought 108.79 JPY= on Friday.", "108.79 JPY", 108.79, "JPY"),
    ],
)
def test_currencies_are_read_before_and_behind(text: str, figure: str, value: float, unit: str) -> None:
    [found] = read(text)
    assert (found[0], found[2]) == (figure, unit)
    assert found[1] == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The 2 million won by the firm are safe.", [None]),
        ("The PS5 sold out.", []),
        ("They play N5 next.", []),
        ("ALL 50 STATES VOTED", [None]),
        ("COP 27 met in Egypt.", [None]),
        ("Two cups and 3 tries.", [None, None]),
        ("Prices of $3 -$5 were asked.", ["USD"]),
        ("It costs 15 dollars 40 miles away.", ["USD", "mile"]),
    ],
)
def test_currencies_other_letters_are_none(text: str, units: list[str | None]) -> None:
    assert [unit for _, _, unit in read(text)] == units


def test_currencies_price_range_is_not_negative() -> None:
    assert min(value for _, value, _ in read("Prices of $3 -$5 were asked.")) > 0
