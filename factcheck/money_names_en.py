"""English names and signs of currencies, as data: what a newspaper prints, and the ISO 4217 code it stands for.

Apart from :mod:`factcheck.unit_names_en` because money is never converted and is written in front of its number as
often as behind it. Currencies that the euro replaced are here too: archives are full of them.
"""

from __future__ import annotations

from typing import NamedTuple


class MoneyRow(NamedTuple):
    """One currency: its ISO 4217 code, signs (with their case) and names (without); "_" is a space or a hyphen."""

    code: str
    signs: str
    words: str


# A bare "$" is read as USD, "pound" as GBP, "yen" as JPY: what an English-language paper means when it says no more.
MONEY: tuple[MoneyRow, ...] = (
    MoneyRow("USD", "$ US$ U.S.$ USD$ US-$ $US us$", "dollar us_dollar u.s._dollar american_dollar buck greenback"),
    MoneyRow("EUR", "€ Eur", "euro"),
    MoneyRow("GBP", "£ PS", "pound sterling pound_sterling pounds_sterling british_pound quid"),
    MoneyRow("JPY", "¥ JP¥ ￥ Y=", "yen japanese_yen"),
    MoneyRow("CNY", "CN¥ RMB RMB¥ rmb", "yuan renminbi chinese_yuan chinese_renminbi rmb"),
    MoneyRow("CAD", "C$ $C $CA CA$ CAD$ Can$ CDN$ Cdn$ c$ cad$", "canadian_dollar loonie"),
    MoneyRow("AUD", "A$ AU$ AUD$ $A $AU $AUD au$", "australian_dollar aussie_dollar"),
    MoneyRow("NZD", "NZ$ NZD$ $NZ nz$", "new_zealand_dollar kiwi_dollar"),
    MoneyRow("HKD", "HK$ $HK HKD$ hk$", "hong_kong_dollar"),
    MoneyRow("SGD", "S$ SG$ $S SGD$ s$ sg$", "singapore_dollar singaporean_dollar"),
    MoneyRow("TWD", "NT$ nt$", "new_taiwan_dollar taiwan_dollar taiwanese_dollar"),
    MoneyRow("MXN", "Mex$ MX$ MXN$ mxn$", "mexican_peso peso"),
    MoneyRow("BRL", "R$ BRL$", "real brazilian_real reais brazilian_reais"),
    MoneyRow("ARS", "AR$", "argentine_peso argentinian_peso"),
    MoneyRow("CLP", "CLP$", "chilean_peso"),
    MoneyRow("COP", "COL$", "colombian_peso"),
    MoneyRow("CUP", "", "cuban_peso"),
    MoneyRow("DOP", "RD$", "dominican_peso"),
    MoneyRow("UYU", "$U", "uruguayan_peso"),
    MoneyRow("PHP", "₱ Php PhP", "philippine_peso filipino_peso"),
    MoneyRow("INR", "₹ Rs Rs. ₨ rs rs.", "rupee indian_rupee"),
    MoneyRow("PKR", "", "pakistani_rupee pakistan_rupee"),
    MoneyRow("LKR", "", "sri_lankan_rupee sri_lanka_rupee"),
    MoneyRow("NPR", "", "nepalese_rupee nepali_rupee"),
    MoneyRow("MUR", "", "mauritian_rupee mauritius_rupee"),
    MoneyRow("SCR", "", "seychellois_rupee seychelles_rupee"),
    MoneyRow("BDT", "৳ Tk", "taka bangladeshi_taka"),
    MoneyRow("RUB", "₽", "rouble ruble russian_rouble russian_ruble"),
    MoneyRow("BYN", "", "belarusian_ruble belarusian_rouble"),
    MoneyRow("UAH", "₴", "hryvnia hryvnias ukrainian_hryvnia"),
    MoneyRow("TRY", "₺ TL", "lira turkish_lira"),
    MoneyRow("CHF", "Fr. Fr SFr SFr. Sfr", "swiss_franc franc"),
    MoneyRow("SEK", "SKr Skr kr Kr", "swedish_krona krona kronor swedish_kronor swedish_crown"),
    MoneyRow("NOK", "NKr Nkr", "norwegian_krone norwegian_kroner norwegian_crown"),
    MoneyRow("DKK", "DKr Dkr", "danish_krone danish_crown danish_kroner krone kroner"),
    MoneyRow("ISK", "", "icelandic_krona icelandic_kronur icelandic_krónur"),
    MoneyRow("HRK", "kn", "kuna croatian_kuna"),
    MoneyRow("PLN", "zł", "zloty zlotys zlotych polish_zloty"),
    MoneyRow("CZK", "Kč", "koruna czech_koruna koruny czech_crown"),
    MoneyRow("HUF", "Ft", "forint hungarian_forint"),
    MoneyRow("RON", "", "romanian_leu romanian_lei"),
    MoneyRow("MDL", "", "moldovan_leu moldovan_lei"),
    MoneyRow("BGN", "", "bulgarian_lev leva bulgarian_leva"),
    MoneyRow("ALL", "", "albanian_lek"),
    MoneyRow("RSD", "", "serbian_dinar"),
    MoneyRow("MKD", "", "macedonian_denar denar"),
    MoneyRow("BAM", "", "convertible_mark bosnian_mark"),
    MoneyRow("ILS", "₪ NIS", "shekel israeli_shekel new_shekel"),
    MoneyRow("SAR", "", "riyal saudi_riyal"),
    MoneyRow("QAR", "", "qatari_riyal"),
    MoneyRow("OMR", "", "omani_rial"),
    MoneyRow("YER", "", "yemeni_rial"),
    MoneyRow("IRR", "", "rial iranian_rial toman"),
    MoneyRow("AED", "Dh Dhs Dh. Dhs. dhs", "dirham uae_dirham emirati_dirham"),
    MoneyRow("MAD", "", "moroccan_dirham"),
    MoneyRow("IQD", "", "iraqi_dinar"),
    MoneyRow("KWD", "", "kuwaiti_dinar dinar"),
    MoneyRow("BHD", "", "bahraini_dinar"),
    MoneyRow("JOD", "", "jordanian_dinar"),
    MoneyRow("TND", "", "tunisian_dinar"),
    MoneyRow("DZD", "", "algerian_dinar"),
    MoneyRow("LYD", "", "libyan_dinar"),
    MoneyRow("EGP", "E£", "egyptian_pound"),
    MoneyRow("LBP", "", "lebanese_pound lebanese_lira"),
    MoneyRow("SYP", "", "syrian_pound"),
    MoneyRow("SDG", "", "sudanese_pound"),
    MoneyRow("SSP", "", "south_sudanese_pound"),
    MoneyRow("ZAR", "", "rand south_african_rand"),
    MoneyRow("NAD", "N$", "namibian_dollar"),
    MoneyRow("LSL", "", "lesotho_loti maloti"),
    MoneyRow("SZL", "", "lilangeni emalangeni"),
    MoneyRow("BWP", "", "botswana_pula pula"),
    MoneyRow("NGN", "₦", "naira nigerian_naira"),
    MoneyRow("KES", "KSh Ksh Sh Ksh. Kshs", "kenyan_shilling kenya_shilling shilling"),
    MoneyRow("UGX", "USh Ush", "ugandan_shilling uganda_shilling"),
    MoneyRow("TZS", "TSh Tsh", "tanzanian_shilling"),
    MoneyRow("SOS", "", "somali_shilling"),
    MoneyRow("GHS", "GH₵ GH¢", "cedi ghanaian_cedi ghana_cedi"),
    MoneyRow("ETB", "", "birr ethiopian_birr"),
    MoneyRow("ERN", "", "nakfa eritrean_nakfa"),
    MoneyRow("DJF", "", "djiboutian_franc djibouti_franc"),
    MoneyRow("XOF", "FCFA", "cfa_franc cfa west_african_franc"),
    MoneyRow("XAF", "", "central_african_franc"),
    MoneyRow("RWF", "", "rwandan_franc"),
    MoneyRow("BIF", "", "burundian_franc"),
    MoneyRow("CDF", "", "congolese_franc"),
    MoneyRow("GNF", "", "guinean_franc"),
    MoneyRow("KMF", "", "comorian_franc"),
    MoneyRow("MGA", "", "ariary malagasy_ariary"),
    MoneyRow("MRU", "", "ouguiya mauritanian_ouguiya"),
    MoneyRow("CVE", "", "cape_verdean_escudo"),
    MoneyRow("STN", "", "dobra"),
    MoneyRow("ZMW", "", "kwacha zambian_kwacha"),
    MoneyRow("MWK", "", "malawian_kwacha"),
    MoneyRow("AOA", "", "angolan_kwanza kwanza"),
    MoneyRow("MZN", "", "mozambican_metical metical meticais"),
    MoneyRow("GMD", "", "dalasi gambian_dalasi"),
    MoneyRow("SLE", "", "sierra_leonean_leone"),
    MoneyRow("ZWL", "Z$", "zimbabwean_dollar zimbabwe_dollar"),
    MoneyRow("LRD", "L$", "liberian_dollar"),
    MoneyRow("KRW", "₩", "won south_korean_won korean_won"),
    MoneyRow("KPW", "", "north_korean_won"),
    MoneyRow("THB", "฿ Bt", "baht thai_baht"),
    MoneyRow("VND", "₫", "dong vietnamese_dong"),
    MoneyRow("IDR", "Rp Rp.", "rupiah indonesian_rupiah"),
    MoneyRow("MYR", "RM", "ringgit malaysian_ringgit"),
    MoneyRow("BND", "B$", "brunei_dollar"),
    MoneyRow("MOP", "MOP$", "pataca macanese_pataca macau_pataca"),
    MoneyRow("LAK", "₭", "kip lao_kip"),
    MoneyRow("KHR", "៛", "riel cambodian_riel"),
    MoneyRow("MMK", "", "kyat myanmar_kyat"),
    MoneyRow("MNT", "₮", "tugrik mongolian_tugrik"),
    MoneyRow("KZT", "₸", "tenge kazakh_tenge"),
    MoneyRow("UZS", "", "uzbek_som uzbekistani_som"),
    MoneyRow("KGS", "", "kyrgyzstani_som kyrgyz_som"),
    MoneyRow("TJS", "", "somoni tajikistani_somoni"),
    MoneyRow("TMT", "", "turkmen_manat turkmenistani_manat"),
    MoneyRow("GEL", "₾", "lari georgian_lari"),
    MoneyRow("AMD", "֏", "dram armenian_dram"),
    MoneyRow("AZN", "₼", "manat azerbaijani_manat azeri_manat"),
    MoneyRow("AFN", "؋", "afghani"),
    MoneyRow("MVR", "", "rufiyaa maldivian_rufiyaa"),
    MoneyRow("BTN", "", "ngultrum bhutanese_ngultrum"),
    MoneyRow("CRC", "₡", "colon costa_rican_colon costa_rican_colón colón colones"),
    MoneyRow("PYG", "₲", "guarani paraguayan_guarani"),
    MoneyRow("VES", "", "bolivar bolívar venezuelan_bolivar venezuelan_bolívar"),
    MoneyRow("BOB", "", "boliviano bolivian_boliviano"),
    MoneyRow("PEN", "S/ S/.", "peruvian_sol peruvian_soles nuevo_sol nuevos_soles nuevo_soles"),
    MoneyRow("HNL", "", "lempira honduran_lempira"),
    MoneyRow("GTQ", "", "guatemalan_quetzal quetzales"),
    MoneyRow("NIO", "", "nicaraguan_córdoba nicaraguan_cordoba"),
    MoneyRow("PAB", "", "panamanian_balboa"),
    MoneyRow("HTG", "", "haitian_gourde gourde"),
    MoneyRow("JMD", "J$", "jamaican_dollar"),
    MoneyRow("TTD", "TT$", "trinidadian_dollar trinidad_and_tobago_dollar"),
    MoneyRow("BSD", "", "bahamian_dollar"),
    MoneyRow("BBD", "Bds$", "barbadian_dollar barbados_dollar"),
    MoneyRow("BZD", "BZ$", "belize_dollar belizean_dollar"),
    MoneyRow("XCD", "EC$", "east_caribbean_dollar"),
    MoneyRow("GYD", "G$", "guyanese_dollar guyana_dollar"),
    MoneyRow("SRD", "", "surinamese_dollar"),
    MoneyRow("BMD", "", "bermudian_dollar bermuda_dollar"),
    MoneyRow("KYD", "CI$", "cayman_islands_dollar"),
    MoneyRow("AWG", "", "aruban_florin"),
    MoneyRow("FJD", "FJ$", "fijian_dollar fiji_dollar"),
    MoneyRow("SBD", "SI$", "solomon_islands_dollar"),
    MoneyRow("PGK", "", "papua_new_guinean_kina kina"),
    MoneyRow("WST", "", "samoan_tala"),
    MoneyRow("TOP", "", "tongan_pa'anga tongan_paanga pa'anga"),
    MoneyRow("VUV", "", "vanuatu_vatu vatu"),
    MoneyRow("XPF", "", "cfp_franc"),
    MoneyRow("XBT", "₿ BTC", "bitcoin"),
    MoneyRow("ETH", "", "ether ethereum"),
    # what the euro replaced
    MoneyRow("DEM", "DM dm", "deutsche_mark deutschmark d_mark german_mark west_german_mark"),
    MoneyRow("FRF", "FFr Ffr", "french_franc"),
    MoneyRow("BEF", "BFr Bfr", "belgian_franc"),
    MoneyRow("LUF", "", "luxembourg_franc"),
    MoneyRow("ITL", "", "lire italian_lira italian_lire"),
    MoneyRow("ESP", "Pta Ptas", "peseta spanish_peseta"),
    MoneyRow("PTE", "", "escudo portuguese_escudo"),
    MoneyRow("GRD", "", "drachma greek_drachma"),
    MoneyRow("NLG", "", "guilder dutch_guilder"),
    MoneyRow("ATS", "", "austrian_schilling schilling"),
    MoneyRow("FIM", "", "markka finnish_mark finnish_markka markkaa"),
    MoneyRow("IEP", "IR£", "irish_pound irish_punt"),
    MoneyRow("SKK", "", "slovak_koruna slovak_crown"),
    MoneyRow("EEK", "", "estonian_kroon kroon"),
    MoneyRow("LVL", "", "latvian_lat latvian_lats"),
    MoneyRow("LTL", "", "lithuanian_litas litas"),
    MoneyRow("XEU", "", "ecu european_currency_unit"),
)

WORDS_TOO = frozenset(["ALL", "BAM", "BOB", "COP", "CUP", "ETH", "MAD", "MOP", "SIT", "SOS", "TOP"])
"""Codes that capitals also make of English words and names ("ALL 50 STATES", "COP 27"): read by name alone."""

WORDS_IN_SMALL = frozenset(["DEM", "GEL", "LAK", "NAD", "PAB", "PEN", "RON", "SLE", "STN", "TRY", "MUR", "ESP", "FIM"])
"""Codes that are words or parts of names in small letters: not read behind a number ("two pens")."""

CODES_IN_SMALL = (
    "usd eur gbp jpy cny inr aud cad chf sek nok dkk aed sar hkd sgd nzd mxn brl zar pkr bdt myr thb krw rub "
    "pln huf czk"
)
"""Codes that are read before a number in small letters too ("aed 100"): none of them is an English word."""

LETTERS: dict[str, str] = {"R": "ZAR", "N": "NGN", "P": "PHP", "Y": "JPY", "W": "KRW"}
"""Letters that papers of their country write onto a sum for its sign ("R1.5bn"); on other numbers they are codes."""

THOUSANDFOLD: dict[str, float] = {"T": 1e3, "K": 1e3, "M": 1e6, "B": 1e9}
"""Letters before a code that make thousands, millions or billions of it, as company reports have it: "MSEK 120"."""

SUBUNITS: dict[str, tuple[str, str]] = {
    "cent": ("¢ c", "cent us_cent euro_cent eurocent"),
    "penny": ("p", "penny pence"),
    "sen": ("", "sen"),
    "paisa": ("", "paisa paise"),
    "kopeck": ("", "kopeck kopek"),
    "øre": ("", "øre öre"),
    "fen": ("", "chinese_fen"),
    "centavo": ("", "centavo"),
    "centime": ("", "centime"),
}
"""Hundredths of a currency that are quoted as such; their unit is their own name, dimension money."""

SUBUNIT_OF = {"cent": "USD", "penny": "GBP", "sen": "MYR", "paisa": "INR", "kopeck": "RUB", "fen": "CNY"}
"""The currency a hundredth belongs to when nothing more is said."""

AMBIGUOUS_MONEY: dict[str, tuple[tuple[str, str], ...]] = {
    "peso": (
        ("philippin", "PHP"),
        ("manila", "PHP"),
        ("filipino", "PHP"),
        ("argentin", "ARS"),
        ("chile", "CLP"),
        ("colombia", "COP"),
        ("cuba", "CUP"),
        ("dominican", "DOP"),
        ("urugua", "UYU"),
        ("mexic", "MXN"),
    ),
    "rupee": (("pakistan", "PKR"), ("sri lanka", "LKR"), ("nepal", "NPR"), ("mauriti", "MUR"), ("india", "INR")),
    "dinar": (
        ("iraq", "IQD"),
        ("jordan", "JOD"),
        ("tunis", "TND"),
        ("alger", "DZD"),
        ("libya", "LYD"),
        ("kuwait", "KWD"),
    ),
    "dirham": (("morocc", "MAD"), ("emirat", "AED"), ("dubai", "AED")),
    "pound": (("egypt", "EGP"), ("lebanese", "LBP"), ("syrian", "SYP")),
    "krone": (("norw", "NOK"), ("oslo", "NOK"), ("denmark", "DKK"), ("danish", "DKK")),
    "kroner": (("norw", "NOK"), ("oslo", "NOK"), ("denmark", "DKK"), ("danish", "DKK")),
    "kr": (("norw", "NOK"), ("oslo", "NOK"), ("denmark", "DKK"), ("danish", "DKK"), ("swed", "SEK"), ("icel", "ISK")),
    "shilling": (("uganda", "UGX"), ("tanzania", "TZS"), ("somali", "SOS"), ("kenya", "KES")),
    "franc": (("rwand", "RWF"), ("congo", "CDF"), ("burundi", "BIF"), ("swiss", "CHF"), ("switzerland", "CHF")),
}
"""Names that several currencies share: the first country named nearby decides, none leaves the table's default."""
