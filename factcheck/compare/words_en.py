"""Small words of English that comparing needs: what carries no topic, what turns a sentence round, calendar words.

Tables only, so that another language is another module. Forms are as :func:`factcheck.text.normalise` leaves them.
"""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a table written as text."""
    return frozenset(words.split())


STOP_WORDS = word_set("""
    a about above across after again against all almost along already also although always am among an and another any
    anyone anything are aren't around as at away be because been before behind being below between both but by can
    can't could couldn't did didn't do does doesn't doing don't down due during each either else ever every far few for
    from further had hadn't has hasn't have haven't having he her here hers herself him himself his how however i if
    in into is isn't it its itself just last latest least less like made make many may me might more most much must my
    near nearly neither next no nobody none nor not nothing now of off on once one only onto or other others our out
    over own part per perhaps quite rather s same say says she should shouldn't since so some somebody someone
    something soon still such t than that the their theirs them themselves then there these they this those though
    through thus till to together too total toward towards under until up upon us very via was wasn't we well were
    weren't what when where whether which while who whom whose why will with within without won't would wouldn't yet
    you your up-to exactly precisely roughly approximately some estimated least amid including according overall
    total so-far far number numbers figure figures count amount altogether currently today yesterday tomorrow tonight
    week weeks month months year years day days hour hours morning evening afternoon night early late later earlier
    new recent recently ago date time
    """)

REPORTING = word_set("""
    say says said saying tell tells told report reports reported reporting announce announces announced state states
    stated claim claims claimed estimate estimates estimated add adds added confirm confirms confirmed write wrote
    written note notes noted declare declared insist insisted admit admitted acknowledge acknowledged reveal revealed
    show shows showed shown put puts give gives gave given according statement spokesman spokeswoman spokesperson
    official officials authority authorities data deny denies denied warn warned believe believes believed record
    records recorded count counts counted
    """)

NEGATORS = word_set("""
    no not never none nobody nothing neither nor without cannot n't isn't aren't wasn't weren't don't doesn't didn't
    haven't hasn't hadn't won't wouldn't can't couldn't shouldn't false untrue deny denies denied denying refute refutes
    refuted baseless fabricated
    """)

VERIFYING = word_set("verified verify verifies verifying documented corroborated")

WITHDRAWING = word_set("withdraw retract recant disown rescind disavow")
WITHDREW = word_set("retracted retracts recanted disowned rescinded disavowed")
# "withdrew" is also what armies do: then it takes one of these to mean words.
WITHDREW_WORDS = word_set("withdrew withdrawn withdraws")
WITHDRAWN_THINGS = word_set("""
    figure figures statement claim claims remark remarks number numbers report toll estimate allegation accusation count
    """)
# "said its figure of 600 arrests was wrong"
OWN_WORDS_WRONG = re.compile(
    r"\b(?:its|his|her|their|my|our)\b(?: [\w-]+){0,2}"
    r" (?:figures?|statements?|claims?|numbers?|reports?|toll|estimates?|counts?)\b"
    r"[^.;]{0,80}?\b(?:was|were|had been) (?:wrong|incorrect|inaccurate|mistaken|false|untrue|an error|a mistake)\b"
)
# "said the claim that 600 were arrested was a lie"
CALLED_UNTRUE = re.compile(
    r"\b(?:claim|allegation|report|rumou?r|accusation|suggestion|assertion|story|idea|notion)s?"
    r" (?:that|of)\b[^.;]{0,120}?\b(?:was|were|is|are|as)"
    r" (?:an? |complete(?:ly)? |totally |utter(?:ly)? |simply |just |pure )*"
    r"(?:lies?|false|untrue|nonsense|fabricat(?:ed|ion)|baseless|fake|invented|not true|made up|invention|myth|hoax"
    r"|incorrect|unfounded|propaganda)\b"
)
WITHDRAWING_PHRASES = ("took back", "taken back", "takes back", "walked back", "apologised for the error", "in error")

MONTHS = word_set("""
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """)
WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)

NUMBER_WORDS = word_set("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions bn mn tn k dozen dozens half halves third thirds quarter quarters fifth
    fifths tenth tenths percent per cent pct percentage point points double doubled triple tripled twice couple several
    """)

# A single word that opens a sentence has a capital whatever it is; these, seen there, are no names.
COMMON_OPENERS = word_set("""
    police officials authorities doctors firefighters rescuers researchers scientists investigators prosecutors
    lawmakers people residents voters workers protesters organisers organizers analysts economists experts witnesses
    soldiers troops women men children students patients passengers hospitals schools shares sales profits revenue
    revenues inflation unemployment exports imports prices wages attendance turnout crowds floods flooding fires storms
    figures results data nearly almost about around over more less fewer up at some between only just both all most
    many several dozens hundreds thousands millions state local federal national government ministers president
    """)

# Words of one day's order: two counts of one day are then an earlier and a later one.
DAY_PARTS = {"morning": 1, "dawn": 1, "a.m": 1, "noon": 2, "midday": 2, "afternoon": 3, "p.m": 3, "evening": 4,
             "night": 5, "midnight": 5}  # fmt: skip

TITLES = word_set("""
    mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor secretary governor mayor
    senator sen representative rep congressman congresswoman judge justice general gen lieutenant lt colonel col major
    maj captain capt sergeant sgt admiral adm commander chief king queen prince princess pope bishop archbishop
    spokesman spokeswoman spokesperson director chairman chairwoman chair ceo head deputy vice former acting the
    """)

# A nation's names whose adjective no common ending gives; all others lose their ending (see tokens.nation).
NATIONS = {
    "britain": "brit", "british": "brit", "briton": "brit", "britons": "brit", "uk": "brit", "u.k": "brit",
    "france": "french", "french": "french", "germany": "german", "german": "german", "germans": "german",
    "spain": "spanish", "spanish": "spanish", "greece": "greek", "greek": "greek", "greeks": "greek",
    "netherlands": "dutch", "dutch": "dutch", "switzerland": "swiss", "swiss": "swiss",
    "poland": "polish", "polish": "polish", "poles": "polish", "america": "us", "american": "us",
    "americans": "us", "us": "us", "u.s": "us", "usa": "us", "u.s.a": "us", "denmark": "danish", "danish": "danish",
    "danes": "danish", "ireland": "irish", "irish": "irish", "wales": "welsh", "welsh": "welsh",
    "scotland": "scottish", "scottish": "scottish", "scots": "scottish", "england": "english", "english": "english",
    "turkey": "turkish", "türkiye": "turkish", "turkish": "turkish", "turks": "turkish", "norway": "norwegian",
    "norwegian": "norwegian", "norwegians": "norwegian", "sweden": "swedish", "swedish": "swedish",
    "swedes": "swedish", "finland": "finnish", "finnish": "finnish", "finns": "finnish", "iceland": "icelandic",
    "icelandic": "icelandic", "portugal": "portuguese", "portuguese": "portuguese", "thailand": "thai",
    "thai": "thai", "israel": "israeli", "israeli": "israeli", "israelis": "israeli", "iraq": "iraqi",
    "iraqi": "iraqi", "pakistan": "pakistani", "pakistani": "pakistani", "yemen": "yemeni", "yemeni": "yemeni",
    "lebanon": "lebanese", "lebanese": "lebanese", "afghanistan": "afghan", "afghan": "afghan", "czechia": "czech",
    "czech": "czech", "peru": "peruvian", "peruvian": "peruvian", "canada": "canadian", "canadian": "canadian",
    "canadians": "canadian", "philippines": "filipino", "philippine": "filipino", "filipino": "filipino",
    "new-zealand": "nz", "eu": "eu", "european": "europe", "europe": "europe", "europeans": "europe",
}  # fmt: skip

# Pairs of opposites: the same sentence with one for the other says the contrary.
OPPOSITES = (
    ("uphold upholds upheld affirm affirmed",
     "struck overturn overturned quash quashed annul annulled void voided"),
    ("approve approves approved pass passes passed adopt adopted back backs backed backing",
     "reject rejects rejected rejecting defeat defeated veto vetoed block blocked"),
    ("accept accepts accepted", "refuse refuses refused decline declines declined"),
    ("support supports supported supporting", "oppose opposes opposed opposing"),
    ("convict convicted guilty", "acquit acquitted cleared innocent"),
    ("win wins won", "lose loses lost"),
    ("open opens opened reopen reopened", "close closes closed shut shuts"),
    ("safe", "unsafe dangerous"),
    ("legal lawful", "illegal unlawful"),
    ("rise rises rose risen increase increases increased grew grow grows climb climbed",
     "fall falls fell fallen decrease decreases decreased drop drops dropped decline declined shrank shrink"),
    ("alive survived survive", "dead died"),
    ("true correct accurate", "false untrue incorrect inaccurate fake"),
    ("join joins joined", "leave leaves left quit"),
    ("allow allows allowed permit permitted",
     "ban bans banned prohibit prohibited forbid forbade forbidden bar barred"),
    ("start starts started begin begins began", "end ends ended stop stops stopped halt halted"),
    ("advance advanced advancing", "retreat retreated retreating"),
    ("present", "absent"),
    ("agree agrees agreed", "disagree disagrees disagreed"),
    ("hire hires hired", "fire fired dismiss dismissed sacked"),
    ("signed sign", "unsigned"),
)  # fmt: skip

# How many of a group an assertion is about; words of one row are one amount.
QUANTIFIERS = {
    word: amount
    for amount, words in enumerate((
        "all every each", "most", "many several numerous", "some certain", "few hardly scarcely", "half",
        "no none nobody",
    ))
    for word in words.split()
}  # fmt: skip

# Verbs and nouns that go with any number and say nothing of what it is about.
LIGHT = word_set("""
    rise rose risen rises rising fall fell fallen falls falling reach reached reaches hit hits stand stood stands climb
    climbed drop dropped drops grow grew grown grows increase increased increases decrease decreased decline declined
    jump jumped slip slipped edge edged surge surged plunge plunged stay stayed remain remained remains become became
    come came go went gone take took taken bring brought hold held keep kept set leave left leaves lead led begin began
    start started end ended launch launched happen happened occur occurred involve involved include including includes
    expect expected expects likely think thought know known see saw seen find found follow followed use used using want
    put cause caused causing compare compared change changed percentage proportion share level rate average total
    amounted amount quarter half third people big bigger large larger small high higher low lower good better worse
    push pushed pushing pushes receive received raise raised verify verified verifies
    lie lies hoax myth nonsense propaganda
    thing things way place country nation city town area region district province state county local national
    government public group one another each latest fresh revised final initial preliminary official
    """)

# Names in full that texts shorten as often as not.
SHORT_NAMES = {"United Nations": "U.N.", "European Union": "EU", "United States": "U.S.", "United Kingdom": "U.K."}

# How a phrase begins that can follow a noun of people: "soldiers killed", "people who fled".
TOLD_OF_PEOPLE = word_set("""
    killed injured counted missing lost captured infected vaccinated who rescued detained charged convicted jailed
    released displaced evacuated deployed laid on destroyed damaged without
    """)

# What a place's name may or may not carry.
PLACE_GENERIC = word_set("""
    the of in at city town village district region province state county area republic greater central capital
    municipality borough oblast prefecture island islands valley river port federation kingdom""")
