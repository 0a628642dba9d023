"""English words around numbers that are names, places in an order, dates or addresses rather than quantities."""

from __future__ import annotations

from factcheck.extract.wordlists import words

LABELS = words(
    "page pages chapter section sections article articles paragraph clause appendix annex exhibit figure "
    "table line verse rule title form bill proposition amendment resolution case docket no no. nos number "
    "numbers flight route highway interstate motorway autoroute road junction exit gate platform terminal "
    "runway room suite apartment apt flat unit floor box building hangar pier block lot plot model type "
    "class category cat grade tier stage phase level step round group pool heat lane seed rank ranked "
    "version windows volume vol vol. issue episode ep season series act scene part channel radio bus tram "
    "train district precinct ward zone sector area region camp square battalion regiment brigade division "
    "squadron formula ps playstation xbox iphone ipad galaxy apollo soyuz boeing airbus mig su area51 "
    "psalm psalms genesis isaiah luke matthew mark john corinthians chromosome vitamin omega catch studio "
    "night evening war "
    "car agenda item option question point stop extension ext ext. hole turn lap inning week day game match "
    "race leg schedule tel tel. phone fax warhead euro web cop hr sb hb plan vision generation gen layer ages"
)
"""A number right after one of these, with nothing counted after it, labels it: "page 12", "Flight 370"."""

NAMES_WITH_NUMBERS = words(
    "ftse nikkei dax cac topix s&p sp nasdaq russell stoxx fortune forbes asx kospi csi ta tsx hs ibex "
    "aex smi euronext stoxx600 covid sars g group p big pac sec act world apollo top article windows mk"
)
"""Before a bare number these make a name: "FTSE 100", "Group of 20", "Big 12"."""

STREETS = words(
    "street st road rd avenue ave boulevard blvd lane drive way square court highway terrace crescent "
    "parkway plaza place close gardens row quay"
)

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
]

YEAR_BEFORE = words(
    "in since until till before during early late mid circa "
    "spring summer autumn fall winter year years christmas easter fiscal fy class back the "
    "this that season"
)
"""Words before a bare four-digit number that make it a year where no counted noun says otherwise."""

OF_A_YEAR = words("level levels baseline prices rates figures standards values season election peak base")
"""After a bare number that may be a year these are those of a year: "below 1990 levels"."""

PLACES_IN_ORDER = frozenset(["top", "bottom", "last", "final", "first", "next", "past", "previous"])
"""Before a bare number these say a place in an order ("the bottom three", "the last 16")."""

COUNTED_OFTEN = words(
    "people person man woman child troop soldier worker student job home house death case victim resident "
    "family refugee officer employee passenger migrant civilian casualty vote voter patient fan"
)
"""After a bare number that might be a year, these are counted; "2019 sales" and the like are dated."""

ONE_IDIOMS = words(
    "day another thing time way hand point side more such other else else's world word moment reason "
    "morning night evening afternoon bit kind sort"
)
"""After "one" these make an idiom, not a count."""

ONE_PRONOUN_BEFORE = words(
    "the no this that which each every any another only some not such another's his her its their my our "
    "your first second last next latest new good bad big number square day"
)

ONE_STRESSED = words("only just exactly least than")
ONE_OF_A_KIND = words("the its his her their our my your")
ONE_IDIOMS_STRESSED = words("thing way kind sort bit word moment reason other another such more else hand")
"""After a word of the first "one" is a number even of a person or a day ("only one person was killed"), unless one of
the second stands before it ("the only one person who …") or one of the third behind ("just one thing matters")."""

HELD_FOR_MOST = words("record records award prize title mark world")
"""With "for" behind them these make "most" a superlative: "the record for most goals"."""

LABELS_OF = words("round class")
"""With "of" behind them these are labels too: "the round of 16", "the class of 88"."""

MEASURES_IN_CAPITALS = frozenset(
    "EPS GDP CPI PMI BMI GPA ROE ROI EBITDA AQI IQ ERA OPS MMR TV US UK EU UN CO WTI".split()
)
"""Abbreviations in capitals whose number is measured or counted, where that of others is a name's: "RTX 3080"."""

BEFORE_ZERO = words("net ground absolute patient sub day")
AFTER_ZERO = words("tolerance sum hour emission emissions carbon waste day gravity")
"""Around "zero" these make an idiom or a name: "net zero", "zero tolerance"."""

ONE_HYPHENED = words("off time sided way stop hit liner on upmanship dimensional size man woman night sentence")
"""Tied to "one" these make a word of its own: "a one-off fee"."""

MODELS = words(
    "chip processor jet jetliner airliner plane aircraft helicopter engine locomotive rifle pistol gun tank missile "
    "series model phone camera console printer computer laptop sedan coupe truck satellite"
)
"""In the singular behind "the" and digits, one of these is of that name: "the 8088 chip", "the 747 jet"."""

LEADS_TO_NUMBER = words("at to of by about nearly almost over total totals totalling totaling reached reaching hit")
"""Before a long run of digits these show that it is a number, where else it would be an identifier."""

SCREENS = words(
    "video videos tv tvs display displays screen screens resolution uhd hdr monitor footage movie gaming oled blu-ray "
    "blu streaming content camera cameras capture support graphics webcam projector quality ultra player at"
)
"""After "4K" or "8K" these make it the sharpness of a picture."""

EMERGENCY = words(
    "call calls caller callers dispatch dispatcher dispatchers operator operators system service services"
)
DIAL = words("call called calling dial dialed dialled dialing dialling phoned phone")
"""Around 911, 999 and 112 these make it a telephone number."""

WRITTEN_FIGURES = words("four five six seven eight nine ten")
"""Before "figures" these tell how long a number is written ("he earns six figures"); "two figures" are two numbers."""

FIRMS = [
    "3M Co",
    "3M Company",
    "3M Inc",
    "7-Eleven",
    "50 Cent",
    "Blink-182",
    "Five-O",
    "Forever 21",
    "Motel 6",
    "Super 8",
]
"""Names that begin or end with a number, as they are written."""

TEAMS = words(
    "team teams squad side sides player players international internationals world european championship coach"
)
"""Behind "under-21" these make it a name of a team."""
