"""What English calls the things news counts and measures: families of words that mean one measure.

Two figures with words of the same family count the same thing; with words of two families of one *facet* ("killed"
and "wounded", both of the facet ``harm``) they don't. Tables only; :mod:`.families` and others read them.
Patterns are regular expressions on normalised text, matched at word boundaries.
"""

from __future__ import annotations

from factcheck.compare.words_en import word_set

# facet → family → alternatives
FACETS: dict[str, dict[str, str]] = {
    "harm": {
        "killed": r"kill(?:s|ed|ing|ings)?|died?|dies|dying|dead|deaths?|deadly|fatalit(?:y|ies)|fatal|perish(?:ed)?|"
        r"los[et] (?:his|her|their|its) li(?:fe|ves)|lives lost|loss of life|death toll|toll|slain|bodies|"
        r"claimed (?:the )?lives|claim(?:ed)? \w+ lives|lives|murder(?:s|ed)?|homicides?|corpses?|drown(?:ed|ings?)?|"
        r"succumbed|mortality",
        "injured": r"injur(?:e[ds]?|y|ies|ing)|wound(?:s|ed|ing)?|hurt|hospitali[sz]e[d]?|maimed",
        "casualties": r"casualt(?:y|ies)",
        "missing": r"missing|unaccounted|miss",
        "losses": r"loss(?:es)? (?:of )?(?:personnel|troops?|soldiers?|m[ae]n)|(?:personnel|combat|troop) loss(?:es)?|"
        r"losses in men|los[te] (?:[\w,.]+ ){0,3}(?:troops|soldiers|servicemen|men)",
        "captured": r"captur(?:e[ds]?)|prisoners? of war|taken prisoner|pows?",
        "infected": r"infect(?:s|ed|ions?)?|"
        r"(?:new|confirm(?:ed)?|suspect(?:ed)?|active|daily|covid|covid-19|coronavirus|flu|measles|cholera|disease)"
        r" cases?|"
        r"cases? of|"
        r"tested positive|fell ill|sickened",
        "vaccinated": r"vaccinat(?:e[ds]?|ions?)|jabs?|inoculat(?:ed|ions?)|doses?",
        "recovered": r"recover(?:s|ed|y|ies)?",
        "rescued": r"rescu(?:e|ed|es)|saved from|pulled (?:alive )?from|pull(?:ed)? survivors?|survivor pull|"
        r"brought out alive|dug out alive",
    },
    "custody": {
        "detained": r"detain(?:ed|ees?|s)?|detentions?|arrest(?:s|ed)?|in custody|rounded up",
        "charged": r"charge[ds]?|indict(?:s|ed|ments?)?",
        "convicted": r"convict(?:s|ed|ions?)?|sentence[ds]?|found guilty",
        "jailed": r"jail(?:ed)?|imprison(?:ed|ment)|inmates?",
        "released": r"releas(?:e[ds]?)|freed|let (?:[\w,]+ ){1,3}go|set free",
    },
    "movement": {
        "fled": r"fled|flee(?:s|ing)?|refugees?|left the country|crossed (?:the|into)|escaped|"
        r"(?:broke|broken|break(?:s|ing)?) (?:out of|free)",
        "displaced": r"displace[ds]?|homeless|"
        r"(?:driven?|forc(?:e|es|ed|ing)) (?:[\w,]+ ){0,4}?(?:from|out of) (?:their )?homes?|"
        r"(?:left|leave|leaving|abandon(?:ed)?|fled|flee|fleeing) (?:from )?(?:their )?homes",
        "evicted": r"evict(?:s|ed|ions?)?",
        "evacuated": r"(?:taken|brought|moved|led) to safety|evacuat(?:ed|ions?|e|ees?)",
        "applied": r"appl(?:y|ied|ies|ications?|icants?)|requests?|requested|signed up|sign-ups?|enlist(?:s|ed)?|sign|"
        r"registered (?:to|their)|expressed (?:a |their )?(?:desire|interest|wish)|volunteer(?:ed)?|offered to",
        "arrived": r"arriv(?:ed|als?|e|ing)|present in|moved in",
        "accepted": r"accept(?:s|ed)?|admit(?:s|ted)?|enrol(?:l?s|l?ed)?|grant(?:s|ed)?|approve[ds]?",
        "deployed": r"deploy(?:ed|ments?|s)?|stationed|sent to",
        "rejected": r"reject(?:s|ed)?|refuse[ds]?|turned down|turned away",
    },
    "work": {
        "unemployment": r"unemploy(?:ed|ment)|jobless(?:ness)?|out of work",
        "employment": r"(?:person|people|who|\w+(?:er|or|ist|ee)s?|staff|nurses?) works?|"
        r"employ(?:s|ed|ees?|ment)|payrolls?|workforce|headcount|staff|jobs? created|jobs? added",
        "layoffs": r"(?:cut|shed|slash|eliminate)[a-z]* (?:[\w,]+ ){0,4}jobs|"
        r"cost(?:s|ing)? (?:[\w,]+ ){0,4}(?:jobs|posts)|(?:jobs?|posts?) (?:\w+ )?cost|"
        r"(?:jobs|posts|positions) (?:are|is|will|would|were) (?:to )?(?:go|be (?:cut|lost|axed|shed))|"
        r"lay(?:ing|s)? ?offs?|laid off|let go|redundanc(?:y|ies)|jobs? cuts?|cut jobs|"
        r"jobs? lost|los(?:e|es|ing|t) (?:their |his |her )?jobs?|sacked|axe[ds]? jobs|dismissed|cut \w* ?jobs",
        "strikers": r"(?:on )?strik(?:e|ers|ing)|walked out|walkout",
        "wages": r"wages?|pay|salar(?:y|ies)|earnings per hour",
        "vacancies": r"vacanc(?:y|ies)|openings|unfilled (?:posts?|jobs?|positions?)",
    },
    "economy": {
        "inflation": r"inflation|consumer prices?|cost of living|cpi",
        "gdp": r"gdp|gross domestic product|the economy|economic (?:growth|output)|economy (?:grew|shrank|expanded)|"
        r"growth (?:forecasts?|figures?|estimates?)|(?:forecasts?|predict(?:s|ed)?|expect(?:s|ed)?|projects?) growth",
        "interest rate": r"interest rates?|base rate|benchmark rate|key rate|lending rate|policy rate",
        "debt": r"debts?|borrowings?|owed?|owes",
        "deficit": r"deficits?|shortfall|(?:trade|budget|fiscal|funding) gap",
        "surplus": r"surplus(?:es)?",
        "exports": r"exports?|export(?:ed)?",
        "imports": r"imports?|import(?:ed)?",
        "poverty": r"poverty|poor",
    },
    "business": {
        "revenue": r"revenues?|sales|turnover|takings",
        "profit": r"profits?|net income|earnings|earned",
        "loss": r"(?:lost|loses?|losing)(?= (?:[$£€¥\d]|about |some |nearly |more than |over |around |up to ))|"
        r"loss(?:es)? of|net loss(?:es)?|operating loss(?:es)?|annual loss(?:es)?|quarterly loss(?:es)?",
        "cost": r"cost(?:s|ed|ing)?|price tag|bill|expenses?|spend|spent|spending|expenditure|"
        r"budgets?|budgeted|funding|allocate[ds]?",
        "market value": r"market value|market capitali[sz]ation|valued at|valuation|worth",
        "share price": r"shares?(?! of)|stock|share price",
        "dividend": r"dividends?",
        "investment": r"invest(?:ed|ment|ments|s)?",
        "fine": r"fine[ds]?|penalt(?:y|ies)",
        "damage": r"damages?",
        "aid": r"aid|donat(?:ed|ions?)|pledge[ds]?|grants?",
        "production": r"produc(?:e[ds]?|tion)|output|manufactured|built|harvest(?:s|ed)?",
        "deliveries": r"deliver(?:y|ies|ed)|shipped|shipments?",
        "orders": r"orders?|ordered",
        "subscribers": r"subscrib(?:ers?|ed)|users?|customers?",
    },
    "vote": {
        "turnout": r"turnout|took part in the (?:vote|election)|cast (?:a |their )?(?:ballots?|votes?)|voted",
        "support": r"support(?:s|ed|ers)?|back(?:s|ed|ing)?|approv(?:e[ds]?|al)|favou?r(?:s|ed)?|in favou?r",
        "opposition": r"oppos(?:e[ds]?|ition)|against|disapprov(?:e[ds]?|al)|reject(?:s|ed)?",
        "share of vote": r"share of the vote|of the vote|(?:vote|ballot) share|share vote",
        "abstained": r"abstain(?:s|ed)?|abstentions?",
        "seats": r"seats?",
        "trust": r"trust(?:s|ed)?|confidence in",
    },
    "crowd": {
        "attendance": r"attend(?:ed|ance|ees|ing)?|crowds?|spectators?|turned out|gathered|rallied|march(?:ed|ers)|"
        r"(?:on|at|in|joined) the march|(?:protest|peace|mass) march|"
        r"demonstrat(?:ed|ors?)|protest(?:ed|ers?|ors?)|took to the streets|joined the (?:march|rally|protest)|fans|"
        r"visitors?|visited",
        "tickets": r"tickets?",
    },
    "extent": {
        "long": r"long|length",
        "wide": r"wide|width|across|diameter",
        "high": r"high|height|tall|elevation|above sea level|rose \w+ met(?:re|er)s",
        "deep": r"deep|depth",
        "aboard": r"aboard|carrying|on board|on the (?:bus|plane|train|ship|ferry|boat|flight|aircraft|helicopter)",
        "room": r"(?:has|have|had|with|is) room for|capacity (?:of|for)|can (?:hold|seat)",
        "away": r"away|from the (?:coast|city|border)|distance",
        "burned": r"burn(?:s|ed|t)?|scorch(?:ed)?|char(?:red)?|destroyed by fire|"
        r"(?:destroy(?:s|ed)?|consumed?|ravaged?|devoured?) (?:[\w,.]+ ){0,4}(?:hectares?|acres?)|"
        r"(?:hectare|acre|square kilometre|square mile) (?:\w+ )?(?:destroy|consume|ravage|devour)",
        "rainfall": r"rain(?:fall)?|precipitation",
        "snowfall": r"snow(?:fall)?",
        "wind": r"winds?|gusts?",
        "age": r"aged?|years? old|year-old",
        "magnitude": r"magnitude|richter",
    },
    "letting": {
        "lent": r"len[dt]s?|lending|loaned|borrow(?:s|ed)?(?: [\w,.]+){0,4} from",
    },
    "fishing": {
        "catch": r"catch(?:es)?|(?:caught|land(?:s|ed|ing)?) (?:[\w,.]+ ){1,4}(?:tonnes?|tons?|kilos?|kilograms?)",
    },
    "schooling": {
        "passed": r"pass(?:ed)? (?:the |this |their )?(?:\w+ ){0,2}(?:exams?|tests?)|pass rate",
        "sat": r"(?:sat|took|take|sit) (?:the |this |their )?(?:\w+ ){0,2}(?:exams?|tests?)",
        "absent": r"absent|truan(?:cy|ts?)|absentees?",
    },
    "buildings": {
        "destroyed": r"destroy(?:ed|s)?|levell?ed|razed?|wreck(?:ed)?|collapsed?|gutted|flatten(?:ed)?",
        "damaged": r"damage[d]?",
        "without power": r"without (?:power|electricity)|los[et] (?:their )?(?:power|electricity)|"
        r"cut(?:s|ting)? (?:off )?(?:power|electricity)|blackouts?|power cuts?|outages?",
    },
    "climate": {
        "emissions": r"emi(?:t|ts|tted|ssions?)|carbon dioxide|co2|greenhouse",
        "warming": r"warm(?:ed|ing|er)",
        "sea level": r"sea levels?",
        "temperature": r"temperatures?|heat|hottest",
    },
    "crime": {
        "robbery": r"robber(?:y|ies)|rob(?:bed)?",
        "burglary": r"burglar(?:y|ies)|break-ins?",
        "theft": r"thefts?|stolen|stole|steals?|made off with",
        "assault": r"assaults?|assaulted",
        "rape": r"rapes?|raped|sexual",
        "seized": r"seiz(?:e[ds]?|ures?)|confiscate[ds]?|haul",
    },
}

# How a reason names a family, where its own name doesn't say it well.
TOLD: dict[str, str] = {
    "casualties": "counted as casualties",
    "losses": "lost",
    "recovered": "who recovered",
    "fled": "who fled",
    "applied": "who applied",
    "arrived": "who arrived",
    "accepted": "who were accepted",
    "rejected": "who were turned away",
    "layoffs": "laid off",
    "strikers": "on strike",
    "gdp": "economic output",
    "attendance": "who took part",
    "turnout": "who voted",
    "abstained": "who abstained",
    "cost": "spending",
    "share of vote": "the share of the vote",
    "fine": "a fine",
    "passed": "who passed",
    "sat": "who sat an exam",
    "loss": "a loss",
    "long": "length",
    "wide": "width",
    "high": "height",
    "deep": "depth",
    "away": "distance",
    "burned": "burned area",
    "employment": "who are employed",
    "unemployment": "unemployment",
}

# Words that narrow or alter a measure: where one figure has one and the other hasn't, or has another of the same
# group, the two aren't the same measure. "Core inflation" is not inflation.
QUALIFIERS: tuple[tuple[str, ...], ...] = (
    ("core", "headline"),
    ("net", "gross"),
    ("real", "nominal"),
    ("average", "mean", "median"),
    ("minimum", "maximum"),
    ("operating", "pretax", "pre-tax", "after-tax", "underlying", "adjusted"),
    ("confirmed", "suspected", "probable", "presumed", "verified"),
    ("youth", "long-term"),
    ("hourly", "daily", "weekly", "monthly", "quarterly", "annual", "yearly"),
    ("permanent", "temporary"),
    ("seriously", "critically", "slightly", "lightly", "severely"),
    ("first", "second", "third", "fourth"),
    ("domestic", "foreign"),
    ("insured", "uninsured"),
    ("direct", "indirect"),
    ("cumulative", "active"),
    ("partially", "partly", "fully"),
    ("excess",),
    ("additional", "extra", "further"),
    ("attempted",),
)

# Families whose counts only grow while the event lasts.
GROWING = frozenset(
    {"killed", "injured", "casualties", "infected", "vaccinated", "rescued", "detained", "charged", "convicted",
     "fled", "evacuated", "applied", "arrived", "destroyed", "damaged", "burned", "captured"}
)  # fmt: skip

# Families of levels that go up and down.
LEVELS = frozenset(
    {"unemployment", "inflation", "gdp", "interest rate", "support", "opposition", "trust", "share price",
     "market value", "temperature", "wages", "missing", "without power", "displaced", "wind"}
)  # fmt: skip

# And of those, what is another number every day.
DAILY = frozenset({"missing", "without power", "displaced", "share price", "market value", "temperature", "wind"})

# Groups of people: group → the words for it. A group is within "people".
GROUPS: dict[str, str] = {
    "adults": r"adults?|grown-ups",
    "children": r"child(?:ren)?|minors?|kids?|babies|infants?|toddlers?|pupils?|schoolchildren|boys?|girls?|teenagers?",
    "women": r"wom[ae]n|females?|girls?|mothers?|wives",
    "men": r"m[ae]n|males?|boys?|fathers?",
    "civilians": r"civilians?|non-?combatants?",
    "soldiers": r"soldiers?|troops?|servicem[ae]n|service members?|military personnel|combatants?|"
    r"conscripts?|marines?|paratroopers?|recruits?|reservists?",
    "militants": r"militants?|gunm[ae]n|insurgents?|rebels?|fighters?|terrorists?",
    "police": r"police ?officers?|policem[ae]n|officers|security forces",
    "doctors": r"doctors?|nurses?|medics?|health workers?|medical staff",
    "students": r"students?",
    "teachers": r"teachers?",
    "journalists": r"journalists?|reporters?",
    "prisoners": r"prisoners?|inmates?",
    "refugees": r"refugees?|asylum[- ]seekers?|migrants?",
    "tourists": r"tourists?|holidaymakers?",
    "passengers": r"passengers?",
    "crew": r"crew(?: members?)?",
    "miners": r"miners?",
    "firefighters": r"firefighters?|firem[ae]n",
    "relatives": r"relatives?|cousins?|brothers?|sisters?|sons?|daughters?|siblings?|parents?|husbands?",
    "elderly": r"elderly|pensioners?|over-?\d+s",
    "foreigners": r"foreigners?|foreign nationals?",
    "volunteers": r"volunteers?",
    "veterans": r"veterans?",
    "mercenaries": r"mercenar(?:y|ies)",
    "farmers": r"farmers?",
    "drivers": r"drivers?",
    "cyclists": r"cyclists?",
    "pedestrians": r"pedestrians?",
}

# Groups that cut across everybody: a number of them is a part of a number of people, and never the same number unsaid.
SLICES = word_set("relatives adults children women men elderly students journalists doctors teachers")

# Nouns that are counted for the people behind them, one each or nearly: cases are the infected, jobs are staff.
FOR_PEOPLE = word_set("""
    case job redundancy application applicant death fatality arrest detention vote ballot signature casualty
    injury loss conviction indictment admission enrolment body survivor seat household family
    """)

# Groups anybody of another group may belong to: fighters who applied may well be called volunteers.
LOOSE_GROUPS = word_set("volunteers veterans foreigners mercenaries")

# Who does what is measured, by a common noun: that both passages name a council says nothing of what was counted.
ACTORS = word_set("""
    company firm business corporation startup bank fund charity agency council government ministry party candidate club
    team nation country city town village region district university college school library hospital clinic airline
    shop dealer plant port service office regulator court judge army force police gang organiser organizer union
    farmer investor donor researcher astronomer scientist ranger officer prosecutor employer authority brigade referee
    striker runner trader minister mayor president commission board group system app firm's
    """)

# Words before a noun that say how it is felt, not which of its kind it is: "record sales" are sales.
FEELING = word_set("""
    record strong weak strange heavy huge massive terrible deadly fatal tragic big major new recent latest
    official total overall whole full entire same national local global annual final early late
    """)

# Words for people at large: no group, and no topic.
PEOPLE = word_set("""
    people person persons human humans individual individuals resident residents inhabitant inhabitants victim
    victims citizen citizens local locals somebody lives life death deaths total member members""")

# Nouns of telling and counting: two tolls are no dead.
TELLINGS = word_set("toll figure count number estimate survey poll report statement total tally account case")

# Events and things with more than one common name: each word stands for the first.
SYNONYMS: dict[str, str] = {
    word: group.split()[0]
    for group in (
        "fire blaze inferno wildfire fires blazes wildfires bushfire bushfires",
        "operation operations surgery surgeries",
        "cancel cancelled cancels cancelling scrap scrapped axed",
        "passenger passengers rider riders traveller travellers traveler travelers",
        "cull culled slaughter slaughtered",
        "pledge pledged pledges promise promised",
        "price prices fare fares",
        "fee fees tuition",
        "weigh weighs weighed mass weight",
        "peak peaked crest crested",
        "obese obesity overweight",
        "smoke smokes smoker smokers smoking",
        "harvest harvested crop crops",
        "discover discovers discovered detect detected",
        "enrol enrolled enroll participant participants",
        "licence license licences licenses permit permits",
        "lawyer lawyers attorney attorneys solicitor solicitors",
        "film films movie movies",
        "lorry lorries truck trucks",
        "petrol gasoline fuel",
        "refund refunds refunded reimburse reimbursed",
        "theatre theater theatres theaters",
        "rent rents rental",
        "litter rubbish garbage trash",
        "mayor mayoress",
        "gap shortfall deficit deficits",
        "headquarters headquarter",
        "riot riots unrest disturbances",
        "power electricity",
        "birth births born baby babies",
        "flat flats apartment apartments",
        "tenant tenants renter renters",
        "empty vacant unoccupied",
        "flood floods flooding deluge flooded floodwaters floodwater",
        "earthquake quake tremor earthquakes",
        "storm hurricane cyclone typhoon tempest storms",
        "crash collision wreck accident crashed collided",
        "explosion blast explosions exploded bombing blasts",
        "shooting gunfire gunman shootings shot",
        "protest rally demonstration march protests rallies demonstrations marches protesters demonstrators",
        "war invasion conflict fighting invasions",
        "company firm business corporation group",
        "factory plant factories plants",
        "school schools academy",
        "hospital hospitals clinic",
        "vote election poll ballot referendum elections",
        "survey surveyed surveys",
        "match game fixture",
        "stadium arena ground",
        "outbreak epidemic pandemic",
        "ferry boat ship vessel",
        "plane aircraft airliner jet",
        "car vehicle automobile cars vehicles",
        "house home houses homes dwellings dwelling",
        "bridge bridges",
        "river water waters stream",
        "rate rates",
        "soldier soldiers troop troops servicemen serviceman personnel",
        "student students pupil pupils schoolchildren",
        "country nation countries nations",
        "railway train trains rail",
        "coal mine colliery pit",
        "landslide mudslide landslip",
        "heatwave heat",
        "tax levy",
        "salary wages pay wage",
        "project scheme programme program",
        "minister ministry",
        "doctor doctors physician physicians",
        "child children",
        "woman women",
        "man men",
        "jail jailed jails imprison imprisoned sentence sentenced sentences prison",
    )
    for word in group.split()
}
