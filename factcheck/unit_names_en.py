"""English names and signs of units and currencies, as data: what a newspaper prints, and what it stands for.

Apart from :mod:`factcheck.units`, which acts on these tables, so that another language is another table.
"""

from __future__ import annotations

from typing import NamedTuple


class UnitRow(NamedTuple):
    """One unit.

    ``pint`` is its name in pint's registry, or "" where pint has none (nothing is converted then). ``signs`` are
    matched with their case ("MW" is no "mW"), ``words`` without; plurals of the words are made, irregular ones listed.
    """

    name: str
    dimension: str
    pint: str
    signs: str = ""
    words: str = ""


# Words of several parts are joined by "_" here; a hyphen or a space stands for it in text.
UNITS: tuple[UnitRow, ...] = (
    # ratios and points
    UnitRow("percent", "ratio", "percent", "% ％ pct pc PC", "percent per_cent pct percentage"),
    UnitRow("percentage point", "points", "", "pp ppt pps ppts", "percentage_point percent_point percentage-point"),
    UnitRow("basis point", "points", "", "bp bps bps.", "basis_point"),
    UnitRow("per mille", "ratio", "permille", "‰"),
    UnitRow("part per million", "ratio", "ppm", "ppm", "part_per_million parts_per_million"),
    UnitRow("part per billion", "ratio", "", "ppb", "part_per_billion parts_per_billion"),
    # length
    UnitRow("nanometre", "length", "nanometer", "nm", "nanometre nanometer"),
    UnitRow("picometre", "length", "picometer", "", "picometre picometer"),
    UnitRow("micrometre", "length", "micrometer", "µm μm", "micrometre micrometer micron"),
    UnitRow("millimetre", "length", "millimeter", "mm", "millimetre millimeter"),
    UnitRow("centimetre", "length", "centimeter", "cm", "centimetre centimeter"),
    UnitRow("decimetre", "length", "decimeter", "dm", "decimetre decimeter"),
    UnitRow("metre", "length", "meter", "m", "metre meter"),
    UnitRow("kilometre", "length", "kilometer", "km kms KM", "kilometre kilometer"),
    UnitRow("inch", "length", "inch", "″ ”", "inch inches in."),
    UnitRow("foot", "length", "foot", "ft ft. ′", "foot feet"),
    UnitRow("yard", "length", "yard", "yd yds", "yard"),
    UnitRow("mile", "length", "mile", "mi", "mile"),
    UnitRow("nautical mile", "length", "nautical_mile", "nmi", "nautical_mile"),
    UnitRow("light year", "length", "light_year", "", "light_year light-year lightyear"),
    # area
    UnitRow("square metre", "area", "meter**2", "m2 m² sqm sq.m", "square_metre square_meter sq_m"),
    UnitRow("square kilometre", "area", "kilometer**2", "km2 km² sqkm", "square_kilometre square_kilometer sq_km"),
    UnitRow("square centimetre", "area", "centimeter**2", "cm2 cm²", "square_centimetre square_centimeter"),
    UnitRow("square foot", "area", "foot**2", "sqft ft2 ft²", "square_foot square_feet sq_ft sq._ft."),
    UnitRow("square inch", "area", "inch**2", "", "square_inch square_inches"),
    UnitRow("square yard", "area", "yard**2", "", "square_yard"),
    UnitRow("square mile", "area", "mile**2", "", "square_mile sq_mi"),
    UnitRow("hectare", "area", "hectare", "ha", "hectare"),
    UnitRow("acre", "area", "acre", "", "acre"),
    UnitRow("tablespoon", "volume", "tablespoon", "tbsp", "tablespoon"),
    UnitRow("teaspoon", "volume", "teaspoon", "tsp", "teaspoon"),
    # volume
    UnitRow("litre", "volume", "liter", "l L", "litre liter"),
    UnitRow("microlitre", "volume", "microliter", "µl μl µL μL", "microlitre microliter"),
    UnitRow("millilitre", "volume", "milliliter", "ml mL", "millilitre milliliter"),
    UnitRow("centilitre", "volume", "centiliter", "cl", "centilitre centiliter"),
    UnitRow("gallon", "volume", "gallon", "gal", "gallon"),
    UnitRow("pint", "volume", "pint", "", "pint"),
    UnitRow("quart", "volume", "quart", "", "quart"),
    UnitRow("barrel", "volume", "oil_barrel", "bbl bpd b/d", "barrel"),
    UnitRow("cubic metre", "volume", "meter**3", "m3 m³", "cubic_metre cubic_meter"),
    UnitRow("cubic foot", "volume", "foot**3", "", "cubic_foot cubic_feet"),
    UnitRow("cubic kilometre", "volume", "kilometer**3", "km3 km³", "cubic_kilometre cubic_kilometer"),
    UnitRow("cubic centimetre", "volume", "centimeter**3", "cc cm3 cm³", "cubic_centimetre cubic_centimeter"),
    UnitRow("bushel", "volume", "bushel", "", "bushel"),
    # mass
    UnitRow("microgram", "mass", "microgram", "µg μg mcg", "microgram microgramme"),
    UnitRow("milligram", "mass", "milligram", "mg", "milligram"),
    UnitRow("gram", "mass", "gram", "g gr", "gram gramme"),
    UnitRow("kilogram", "mass", "kilogram", "kg kgs Kg KG", "kilogram kilo kilogramme"),
    UnitRow("tonne", "mass", "metric_ton", "t", "tonne metric_ton metric_tonne"),
    UnitRow("ton", "mass", "ton", "", "ton"),
    UnitRow("pound", "mass", "pound", "lb lbs lb. lbs.", ""),
    UnitRow("ounce", "mass", "ounce", "oz", "ounce"),
    UnitRow("stone", "mass", "stone", "", ""),
    UnitRow("carat", "mass", "carat", "", "carat"),
    # temperature
    UnitRow(
        "degree Celsius",
        "temperature",
        "degC",
        "°C ℃ ºC",
        "celsius celcius centigrade degree_celsius degrees_celsius deg_celsius degree_c degrees_c deg_c "
        "degree_centigrade degrees_centigrade degree_celcius degrees_celcius ° c",
    ),
    UnitRow(
        "degree Fahrenheit",
        "temperature",
        "degF",
        "°F ℉ ºF",
        "fahrenheit farenheit degree_fahrenheit degrees_fahrenheit deg_fahrenheit degree_f degrees_f deg_f",
    ),
    UnitRow("kelvin", "temperature", "kelvin", "", "kelvin degree_kelvin degrees_kelvin"),
    UnitRow("degree", "other", "degree", "° º", "degree deg deg."),
    # duration
    UnitRow("millisecond", "duration", "millisecond", "ms", "millisecond"),
    UnitRow("second", "duration", "second", "s sec secs", "second"),
    UnitRow("minute", "duration", "minute", "min mins", "minute"),
    UnitRow("hour", "duration", "hour", "h hr hrs", "hour"),
    UnitRow("day", "duration", "day", "", "day"),
    UnitRow("week", "duration", "week", "wk wks", "week"),
    UnitRow("fortnight", "duration", "fortnight", "", "fortnight"),
    UnitRow("month", "duration", "month", "mo", "month"),
    UnitRow("year", "duration", "year", "yr yrs", "year"),
    UnitRow("decade", "duration", "decayear", "", "decade"),
    UnitRow("century", "duration", "century", "", "century centuries"),
    UnitRow("millennium", "duration", "millennium", "", "millennium millennia"),
    # speed
    UnitRow("kilometre per hour", "speed", "kilometer/hour", "km/h kmh kph km/hr kmph km/hour", "kph kmph"),
    UnitRow("mile per hour", "speed", "mile/hour", "mph m.p.h. mi/h", "mph"),
    UnitRow("metre per second", "speed", "meter/second", "m/s mps", ""),  # not "MPs"
    UnitRow("knot", "speed", "knot", "kt kts", "knot"),
    # energy, power
    UnitRow("joule", "energy", "joule", "J", "joule"),
    UnitRow("kilojoule", "energy", "kilojoule", "kJ", "kilojoule"),
    UnitRow("calorie", "energy", "calorie", "cal", "calorie"),
    UnitRow("kilocalorie", "energy", "kilocalorie", "kcal", "kilocalorie"),
    UnitRow("watt hour", "energy", "watt*hour", "Wh", "watt_hour watt-hour"),
    UnitRow("kilowatt hour", "energy", "kilowatt*hour", "kWh kwh KWh", "kilowatt_hour kilowatt-hour"),
    UnitRow("megawatt hour", "energy", "megawatt*hour", "MWh", "megawatt_hour megawatt-hour"),
    UnitRow("gigawatt hour", "energy", "gigawatt*hour", "GWh", "gigawatt_hour gigawatt-hour"),
    UnitRow("terawatt hour", "energy", "terawatt*hour", "TWh", "terawatt_hour terawatt-hour"),
    UnitRow("milliwatt", "power", "milliwatt", "mW", "milliwatt"),
    UnitRow("watt", "power", "watt", "W", "watt"),
    UnitRow("kilowatt", "power", "kilowatt", "kW KW", "kilowatt"),
    UnitRow("megawatt", "power", "megawatt", "MW", "megawatt"),
    UnitRow("gigawatt", "power", "gigawatt", "GW", "gigawatt"),
    UnitRow("terawatt", "power", "terawatt", "TW", "terawatt"),
    UnitRow("horsepower", "power", "horsepower", "hp HP bhp PS", "horsepower brake_horsepower"),
    # data
    UnitRow("bit", "data", "bit", "", "bit"),
    UnitRow("byte", "data", "byte", "", "byte"),
    UnitRow("kilobyte", "data", "kilobyte", "KB kB", "kilobyte"),
    UnitRow("megabyte", "data", "megabyte", "MB Mb", "megabyte"),
    UnitRow("gigabyte", "data", "gigabyte", "GB Gb gb", "gigabyte"),
    UnitRow("terabyte", "data", "terabyte", "TB Tb", "terabyte"),
    UnitRow("petabyte", "data", "petabyte", "PB", "petabyte"),
    UnitRow("megabit", "data", "megabit", "Mbit", "megabit"),
    UnitRow("gigabit", "data", "gigabit", "Gbit", "gigabit"),
    UnitRow("megabit per second", "other", "megabit/second", "Mbps mbps", ""),
    UnitRow("gigabit per second", "other", "gigabit/second", "Gbps gbps", ""),
    # the rest of what news prints
    UnitRow("volt", "other", "volt", "V", "volt"),
    UnitRow("kilovolt", "other", "kilovolt", "kV", "kilovolt"),
    UnitRow("ampere", "other", "ampere", "A", "ampere amp"),
    UnitRow("milliampere-hour", "other", "milliampere*hour", "mAh", "milliamp_hour"),
    UnitRow("ampere per square centimetre", "other", "ampere/centimeter**2", "A/cm2 A/cm²", ""),
    UnitRow("farad", "other", "farad", "F", "farad"),
    UnitRow("hertz", "other", "hertz", "Hz HZ hz", "hertz"),
    UnitRow("kilohertz", "other", "kilohertz", "kHz", "kilohertz"),
    UnitRow("megahertz", "other", "megahertz", "MHz", "megahertz"),
    UnitRow("gigahertz", "other", "gigahertz", "GHz", "gigahertz"),
    UnitRow("newton", "other", "newton", "N", "newton"),
    UnitRow("newton metre", "other", "newton*meter", "Nm", "newton_metre newton_meter newton-metre newton-meter"),
    UnitRow(
        "pound-foot",
        "other",
        "pound_force*foot",
        "lb-ft lb.-ft. lb·ft ft-lb",
        "pound-feet pound-foot pound_feet foot-pound",
    ),
    UnitRow("pascal", "other", "pascal", "Pa", "pascal"),
    UnitRow("hectopascal", "other", "hectopascal", "hPa", "hectopascal"),
    UnitRow("pound per square inch", "other", "psi", "psi", ""),
    UnitRow("bar", "other", "bar", "", ""),
    UnitRow("millibar", "other", "millibar", "mbar mb", "millibar"),
    UnitRow("mile per gallon", "other", "mile/gallon", "mpg", "mpg miles_per_gallon mile_per_gallon"),
    UnitRow("decibel", "other", "", "dB", "decibel"),
    UnitRow("revolution per minute", "other", "revolutions_per_minute", "rpm", "rpm revs_per_minute"),
    UnitRow("megapixel", "other", "", "MP", "megapixel"),
    UnitRow("pixel", "other", "", "px", "pixel"),
    UnitRow("nit", "other", "candela/meter**2", "", "nit"),
    UnitRow("ohm", "other", "ohm", "Ω Ω", "ohm"),
    UnitRow("kiloohm", "other", "kiloohm", "kΩ kΩ", "kiloohm"),
    UnitRow("milliampere", "other", "milliampere", "mA", "milliampere milliamp"),
    UnitRow("lumen", "other", "lumen", "", "lumen"),
    UnitRow("mole", "other", "mole", "mol", "mole"),
    UnitRow("sievert", "other", "sievert", "Sv", "sievert"),
    UnitRow("microsievert", "other", "microsievert", "µSv μSv", "microsievert"),
    # fixed numbers of things
    UnitRow("fraction", "ratio", "dimensionless", "", ""),
    UnitRow("multiple", "multiple", "", "", ""),
)


class MoneyRow(NamedTuple):
    """One currency: its ISO 4217 code, signs (with their case) and names (without)."""

    code: str
    signs: str
    words: str


# A bare "$" is read as USD, "pound" as GBP, "yen" as JPY: what an English-language paper means when it says no more.
MONEY: tuple[MoneyRow, ...] = (
    MoneyRow("USD", "$ US$ U.S.$ USD$ US-$ $US", "dollar us_dollar u.s._dollar american_dollar buck greenback"),
    MoneyRow("EUR", "€", "euro"),
    MoneyRow("GBP", "£ PS", "pound sterling pound_sterling pounds_sterling british_pound quid"),
    MoneyRow("JPY", "¥ JP¥ ￥ Y=", "yen japanese_yen"),
    MoneyRow("CNY", "CN¥ RMB RMB¥", "yuan renminbi chinese_yuan rmb"),
    MoneyRow("CAD", "C$ $C $CA CA$ CAD$ Can$ CDN$ Cdn$ c$ cad$", "canadian_dollar"),
    MoneyRow("AUD", "A$ AU$ AUD$ $A $AU $AUD", "australian_dollar aussie_dollar"),
    MoneyRow("NZD", "NZ$ NZD$ $NZ nz$", "new_zealand_dollar"),
    MoneyRow("HKD", "HK$ $HK HKD$ hk$", "hong_kong_dollar"),
    MoneyRow("SGD", "S$ SG$ $S SGD$", "singapore_dollar singaporean_dollar"),
    MoneyRow("TWD", "NT$", "new_taiwan_dollar taiwan_dollar taiwanese_dollar"),
    MoneyRow("MXN", "Mex$ MX$ MXN$", "mexican_peso peso"),
    MoneyRow("BRL", "R$", "real brazilian_real reais"),
    MoneyRow("ARS", "AR$", "argentine_peso argentinian_peso"),
    MoneyRow("CLP", "CLP$", "chilean_peso"),
    MoneyRow("COP", "COL$", "colombian_peso"),
    MoneyRow("PHP", "₱", "philippine_peso"),
    MoneyRow("INR", "₹ Rs Rs. ₨", "rupee indian_rupee"),
    MoneyRow("PKR", "", "pakistani_rupee"),
    MoneyRow("LKR", "", "sri_lankan_rupee"),
    MoneyRow("BDT", "৳ Tk", "taka bangladeshi_taka"),
    MoneyRow("RUB", "₽", "rouble ruble russian_rouble russian_ruble"),
    MoneyRow("UAH", "₴", "hryvnia hryvnias ukrainian_hryvnia"),
    MoneyRow("TRY", "₺ TL", "lira turkish_lira"),
    MoneyRow("CHF", "Fr. SFr", "swiss_franc franc"),
    MoneyRow("SEK", "", "swedish_krona krona kronor"),
    MoneyRow("NOK", "", "norwegian_krone"),
    MoneyRow("DKK", "", "danish_krone danish_crown krone kroner"),
    MoneyRow("HRK", "kn", "kuna croatian_kuna"),
    MoneyRow("ISK", "", "icelandic_krona"),
    MoneyRow("PLN", "zł", "zloty zlotys zlotych polish_zloty"),
    MoneyRow("CZK", "Kč", "koruna czech_koruna koruny"),
    MoneyRow("HUF", "Ft", "forint hungarian_forint"),
    MoneyRow("RON", "", "romanian_leu"),
    MoneyRow("ILS", "₪ NIS", "shekel israeli_shekel new_shekel"),
    MoneyRow("SAR", "", "riyal saudi_riyal"),
    MoneyRow("QAR", "", "qatari_riyal"),
    MoneyRow("AED", "Dh Dhs", "dirham uae_dirham"),
    MoneyRow("IRR", "", "rial iranian_rial toman"),
    MoneyRow("IQD", "", "iraqi_dinar"),
    MoneyRow("KWD", "", "kuwaiti_dinar dinar"),
    MoneyRow("EGP", "E£", "egyptian_pound"),
    MoneyRow("ZAR", "", "rand south_african_rand"),
    MoneyRow("NGN", "₦", "naira nigerian_naira"),
    MoneyRow("KES", "KSh Ksh Sh", "kenyan_shilling shilling"),
    MoneyRow("UGX", "USh", "ugandan_shilling"),
    MoneyRow("GHS", "GH₵", "cedi ghanaian_cedi"),
    MoneyRow("ETB", "", "birr ethiopian_birr"),
    MoneyRow("XOF", "", "cfa_franc"),
    MoneyRow("KRW", "₩", "won south_korean_won korean_won"),
    MoneyRow("KPW", "", "north_korean_won"),
    MoneyRow("THB", "฿", "baht thai_baht"),
    MoneyRow("VND", "₫", "dong vietnamese_dong"),
    MoneyRow("IDR", "Rp", "rupiah indonesian_rupiah"),
    MoneyRow("MYR", "RM", "ringgit malaysian_ringgit"),
    MoneyRow("LAK", "₭", "kip lao_kip"),
    MoneyRow("KHR", "៛", "riel cambodian_riel"),
    MoneyRow("MNT", "₮", "tugrik"),
    MoneyRow("KZT", "₸", "tenge kazakh_tenge"),
    MoneyRow("GEL", "₾", "lari georgian_lari"),
    MoneyRow("AMD", "֏", "dram armenian_dram"),
    MoneyRow("AZN", "₼", "manat azerbaijani_manat"),
    MoneyRow("CRC", "₡", "colon costa_rican_colon costa_rican_colón colón"),
    MoneyRow("PYG", "₲", "guarani"),
    MoneyRow("VES", "", "bolivar bolívar venezuelan_bolivar"),
    MoneyRow("PEN", "S/", "peruvian_sol"),
    MoneyRow("UYU", "$U", "uruguayan_peso"),
    MoneyRow("AFN", "؋", "afghani"),
    MoneyRow("MMK", "", "kyat"),
    MoneyRow("NPR", "", "nepalese_rupee"),
    # left out: currencies whose codes are English words (ALL, CUP, MAD, SOS …)
    MoneyRow("BHD", "", "bahraini_dinar"),
    MoneyRow("JOD", "", "jordanian_dinar"),
    MoneyRow("TND", "", "tunisian_dinar"),
    MoneyRow("DZD", "", "algerian_dinar"),
    MoneyRow("LYD", "", "libyan_dinar"),
    MoneyRow("RSD", "", "serbian_dinar"),
    MoneyRow("MKD", "", "macedonian_denar denar"),
    MoneyRow("OMR", "", "omani_rial"),
    MoneyRow("YER", "", "yemeni_rial"),
    MoneyRow("TZS", "TSh", "tanzanian_shilling"),
    MoneyRow("LBP", "", "lebanese_pound"),
    MoneyRow("SYP", "", "syrian_pound"),
    MoneyRow("SDG", "", "sudanese_pound"),
    MoneyRow("BGN", "", "bulgarian_lev lev leva"),
    MoneyRow("MDL", "", "moldovan_leu"),
    MoneyRow("BYN", "", "belarusian_ruble belarusian_rouble"),
    MoneyRow("DOP", "", "dominican_peso"),
    MoneyRow("HNL", "", "lempira honduran_lempira"),
    MoneyRow("GTQ", "", "guatemalan_quetzal"),
    MoneyRow("NIO", "", "nicaraguan_córdoba nicaraguan_cordoba"),
    MoneyRow("HTG", "", "haitian_gourde gourde"),
    MoneyRow("JMD", "J$", "jamaican_dollar"),
    MoneyRow("TTD", "TT$", "trinidadian_dollar"),
    MoneyRow("BND", "B$", "brunei_dollar"),
    MoneyRow("FJD", "FJ$", "fijian_dollar fiji_dollar"),
    MoneyRow("ZWL", "Z$", "zimbabwean_dollar zimbabwe_dollar"),
    MoneyRow("BWP", "", "botswana_pula pula"),
    MoneyRow("ZMW", "", "kwacha zambian_kwacha"),
    MoneyRow("MWK", "", "malawian_kwacha"),
    MoneyRow("AOA", "", "angolan_kwanza kwanza"),
    MoneyRow("MZN", "", "mozambican_metical metical"),
    MoneyRow("GMD", "", "dalasi gambian_dalasi"),
    MoneyRow("SLE", "", "sierra_leonean_leone"),
    MoneyRow("RWF", "", "rwandan_franc"),
    MoneyRow("CDF", "", "congolese_franc"),
    MoneyRow("UZS", "", "uzbek_som uzbekistani_som"),
    MoneyRow("KGS", "", "kyrgyzstani_som kyrgyz_som"),
    MoneyRow("TJS", "", "somoni tajikistani_somoni"),
    MoneyRow("TMT", "", "turkmen_manat"),
    MoneyRow("MVR", "", "rufiyaa maldivian_rufiyaa"),
    MoneyRow("BTN", "", "ngultrum bhutanese_ngultrum"),
    MoneyRow("PGK", "", "papua_new_guinean_kina kina"),
    MoneyRow("XBT", "₿ BTC", "bitcoin"),
)

SUBUNITS: dict[str, tuple[str, str]] = {
    "cent": ("¢ c", "cent us_cent"),
    "penny": ("p", "penny pence"),
    "sen": ("", "sen"),
    "paisa": ("", "paisa paise"),
    "kopeck": ("", "kopeck kopek"),
    "øre": ("", "øre öre"),
}
"""Hundredths of a currency that are quoted as such; their unit is their own name, dimension money."""

SUBUNIT_OF = {"cent": "USD", "penny": "GBP", "sen": "MYR", "paisa": "INR", "kopeck": "RUB"}
"""The currency a hundredth belongs to when nothing more is said."""

AMBIGUOUS_MONEY: dict[str, tuple[tuple[str, str], ...]] = {
    "peso": (
        ("philippin", "PHP"),
        ("manila", "PHP"),
        ("filipino", "PHP"),
        ("argentin", "ARS"),
        ("chile", "CLP"),
        ("colombia", "COP"),
        ("urugua", "UYU"),
        ("mexic", "MXN"),
    ),
    "rupee": (("pakistan", "PKR"), ("sri lanka", "LKR"), ("nepal", "NPR"), ("india", "INR")),
    "dinar": (("iraq", "IQD"), ("kuwait", "KWD")),
    "pound": (("egypt", "EGP"),),
    "krone": (("norw", "NOK"), ("denmark", "DKK"), ("danish", "DKK")),
    "kroner": (("norw", "NOK"), ("denmark", "DKK"), ("danish", "DKK")),
    "shilling": (("uganda", "UGX"), ("kenya", "KES")),
}
"""Names that several currencies share: the first country named nearby decides, none leaves the table's default."""
