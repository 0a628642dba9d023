"""English words of change, and what they make of the number beside them."""

from __future__ import annotations

import re

from factcheck.extract.wordlists import words

UP_VERBS = words(
    "rise increase grow climb gain jump surge soar advance add accelerate expand leap rocket skyrocket "
    "swell strengthen rally rebound improve boost raise lift hike inflate appreciate widen edge creep "
    "spike balloon mount outperform up tick firm"
)
DOWN_VERBS = words(
    "fall drop decline decrease slide slip lose shed tumble plunge cut dip sink retreat shrink slump "
    "reduce lower contract shave plummet crash weaken ease narrow slash trim halve depreciate deteriorate "
    "nosedive dwindle recede diminish erode underperform down wane curtail soften"
)
OVERSHOOT = words("exceed overshoot outstrip surpass")
"""With "by" they tell how much was too much: "exceeded its budget by $2 million"."""

INTRANSITIVE = words(
    "rise increase grow climb jump surge soar advance accelerate expand leap rocket skyrocket swell "
    "strengthen rally rebound improve appreciate widen edge creep spike balloon tick fall drop decline "
    "decrease slide slip tumble plunge dip sink retreat shrink slump contract plummet crash weaken ease "
    "narrow depreciate dwindle recede diminish nosedive"
)
"""After these any number that follows directly is a change; after the others ("lost $1.2bn") only a share or points."""

UP_NOUNS = words(
    "rise increase growth gain jump surge climb advance hike uptick upturn rebound improvement boost "
    "expansion spike leap appreciation raise increment rally"
)
DOWN_NOUNS = words(
    "fall drop decline decrease slide slip loss tumble plunge cut dip slump reduction contraction "
    "depreciation fall-off downturn retreat shrinkage crash"
)
UP_COMPARATIVES = words("higher more greater larger bigger longer faster up above stronger better taller")
DOWN_COMPARATIVES = words("lower less fewer smaller shorter slower down below weaker worse cheaper")

MOVED = (
    r"rise|rose|risen|rises|rising|increas\w+|gr[eo]wn?|growing|growth|climb\w*|jump\w*|surg\w+|soar\w*|advanc\w+|"
    r"f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|slid\w*|slip\w*|tumbl\w*|plung\w*|cut\w*|dip\w*|s[aiu]nk\w*|shr[aiu]nk\w*|"
    r"reduc\w*|lower\w*|rais\w*|lift\w*|boost\w*|expand\w*|improv\w*|went|gone|goes|go|move[sd]?|moving|chang\w*|"
    r"shift\w*|swell\w*|swelled|narrow\w*|widen\w*|up|down|upgrad\w*|revis\w*|upward|downward|doubl\w*|tripl\w*|"
    r"halv\w*|accelerat\w*|slow\w*|eas\w+|edg\w+|recover\w*|extend\w*|adjust\w*|trim\w*|slash\w*|hik\w*|bring\w*|brought"
)
"""With one of these near, "from A to B" tells a change between two levels, not a range."""

LEVEL_PREPOSITIONS = words("to at from of in into on between under over near than")

MULTIPLES = {
    "double": 2.0,
    "treble": 3.0,
    "triple": 3.0,
    "quadruple": 4.0,
    "quintuple": 5.0,
    "halve": 0.5,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0,
    "sevenfold": 7.0,
    "eightfold": 8.0,
    "ninefold": 9.0,
    "tenfold": 10.0,
    "hundredfold": 100.0,
}
CUTS = words("cut slash reduce chop shrink drop fall trim")
"""Before "in half" these halve an amount; "split" and "divide" don't."""
MULTIPLE_ADVERBS = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "half": 0.5}
"""Before "as many", "as much", "the number": a multiple of what follows."""

TIMES_AS = words(
    "average annual normal usual current forward expected median "
    "as more higher greater larger bigger longer faster less fewer lower smaller the its their what than that"
)

POINTS_OF = words(
    "rate inflation unemployment support share approval turnout poll polls polling yield yields interest voter voters "
    "percentage popularity rating ratings unemployed growth vote percent bank fed deficit employment election survey"
)
"""With one of these near, a change of bare "points" is one of percentage points."""

POINTS_NOT_OF = words(
    "index dow nasdaq ftse nikkei dax game season scored score scoring rebounds assists team league table "
    "standings player s&p stocks shares match goals averaged averaging per games matches cup champions championship "
    "title lap race win victory draw derby striker coach midfielder"
)
"""With one of these near it is points of an index or a game."""

PERSONS_VERBS = words(
    "kill wound die injure arrest displace evacuate hospitalize hospitalise detain rescue infect flee "
    "perish murder imprison execute jail vaccinate employ hire dead missing wounded injured hurt homeless apprehend "
    "deport drown abduct kidnap massacre sicken"
)
"""With these a number without a noun counts persons ("12 were killed", "31 dead")."""

LEFT_AS = words("dead homeless missing wounded injured hurt jobless stranded")
"""Right behind a number these tell that persons are counted: "left half a million homeless"."""

PERSONS = words(
    "person people man woman child boy girl baby soldier troop civilian fighter rebel militant gunman officer "
    "policeman guard prisoner inmate detainee hostage victim survivor patient worker employee staff miner farmer "
    "student pupil teacher doctor nurse journalist lawmaker politician protester demonstrator marcher supporter fan "
    "spectator visitor tourist passenger pilot driver crew member migrant refugee resident villager citizen voter "
    "volunteer veteran conscript recruit inspector official minister suspect attacker bomber sailor marine reservist "
    "casualty national foreigner adult teenager youth relative family"
)
"""Nouns of people: what a bare number beside a verb of :data:`PERSONS_VERBS` may leave out."""

CHILDREN = words("son daughter child boy girl brother sister sibling grandson granddaughter nephew niece kid")
"""Nouns that ages follow in a list: "two sons, 11 and 14"."""

NOT_ONE_PERSON = words("police people personnel staff many others some few several none most")
DOERS_END = ("er", "or", "ist", "man", "woman", "ian", "ress", "eur", "ee", "ant", "ent")
"""How nouns of those who do something end: "the welder, 42, was"."""
NO_DOERS = words(
    "number order letter chapter paper offer answer figure counter computer tower power water river winter summer "
    "quarter matter corner border order error factor sector vector motor color floor door mirror terror committee fee "
    "plant grant percent cent event agreement government parliament department statement payment investment movement "
    "document moment amount element treatment content percentage rent extent tent september october november december "
    "christmas volunteer-army"
)
"""Nouns with such an end that are no persons."""

MASSED = words("march protest rally strike flee vote demonstrate attend")
"""Behind a number a headline's verbs of people, which the tagger may take for a noun: "100,000 march in Belgrade"."""
MOVES_OF_BODIES = words("jump leap climb fall plunge slide drop tumble soar advance sink rise")
"""Of a person these cover a length and change none: "he jumped 8.95m"."""

NOT_COUNTED = words(
    "price share stock rate sale profit revenue earning bond yield cost wage temperature odds rating point index "
    "futures fund export import expense spending prices stocks shares level"
)
"""Plurals that aren't counted: "shares rose to 31" tells a price."""

NUMBER_NOUNS = words("number total count tally figure")
"""Nouns that stand for a number: "the number of arrests"; with "the" and nothing behind, the number told before."""

NUMBER_ITSELF = words("number figure mark threshold barrier milestone estimate")
"""In the singular behind a number these name that number: "the 64,000 figure"."""

REACH_VERBS = words("reach exceed surpass top pass total hit number score")
"""Their subject is what the number behind them counts."""

PUT_VERBS = words("put estimate place set reckon")
"""With "at" and a number: their object is what it counts."""

CROWDS = words(
    "family household population toll crowd turnout audience attendance membership headcount workforce "
    "migration immigration emigration enrolment enrollment electorate viewership readership "
    "following dead"
)
"""Nouns whose number counts persons ("a crowd of 7,500", "the toll rose to 10")."""
CROWDS_OF = words("staff crew team group party gang panel band delegation squad congregation convoy")
"""With "of" behind them these count persons too: "a staff of 350"."""
AT_AN_AGE = words("die dead retire marry wed graduate orphan pass away pregnant debut emigrate enlist diagnose")
"""With "at" behind them, of persons, a bare number is an age: "dies at 91"."""

ALSO_TRANSITIVE = words(
    "drop grow advance slip slide ease narrow expand contract shrink decline rally improve climb weaken "
    "strengthen crash"
)
"""Verbs that may take things as their object: "dropped four bombs" is no change."""

NO_COUNTS = words(
    "death casualty injury fatality case survivor arrest victim infection accident incident complaint vote"
)
"""After "no" the count of these is zero, as a figure; other nouns after "no" are not counted."""

INDEXES = words(
    "index indexes indices dow nasdaq ftse nikkei dax cac s&p sensex nifty composite topix kospi stoxx average hang "
    "shanghai ibovespa asx benchmark futures stocks"
)
"""With one of these before it, "added 200 points" tells a change."""

NOT_AFTER_UP = words("to the those these them his her their its")
"""After "up" or "down" these show that it belongs to the verb: "tracked down those two", "up to 4,000"."""

BEFORE_IN_TIME = words("last year month quarter week earlier previous pre prior yesterday former peak")
"""After "40% below" these make it a change since then; else it is a difference from something else."""

DOUBLED_OTHERWISE = words("down up as over back")
"""After "doubled" these make it no multiple: "doubled down", "doubles as"."""

SOURCES = words(
    "survey study poll report paper estimate analysis analyst official expert critic observer witness source resident "
    "researcher editorial commentator user reader listener"
)
"""With "one" before it and a verb of telling after it, one of these is a source, and "one" no count."""

SAME_IN_PLURAL = words(
    "aircraft spacecraft personnel staff police sheep fish crew youth series species infantry cavalry artillery cattle "
    "offspring livestock faculty workforce traffic"
)
"""Nouns whose plural looks like their singular: "20 fighter aircraft" are several."""

HEADLINE_VERBS = words(
    "hits tops reaches passes nears crosses kills kill injures wounds hit reach pass exceeds exceed adds sheds"
)
"""Verbs that a headline's capitals hide from the tagger: "Dow Hits 20000"."""

MARGINS = words("lose win beat defeat lead trail")
"""With "by" these tell a margin, not a change: "lost by 149 votes"."""

SCALES_OF_STRENGTH = words("magnitude strength")
"""A number tied to one of these is read off a scale and counts nothing: "a 6.1-magnitude quake"."""

LEADS_FROM_MAGNITUDE = words("of a an at was is were ranging range ranged varying from between about around estimated")
"""Between "magnitude" and its number."""

_MOVES = (
    "go end close finish open trade move edge settle be have come drift tick scale push drive bring send hold mark "
    "stand start"
)
MOVES_UP = words(_MOVES + " creep inch shoot pick bid nudge ramp speed step bump")
MOVES_DOWN = words(_MOVES + " slow wind get whittle keep")
"""With "up" or "down" behind them these tell a move; of things, money and times other verbs don't: "shot down 58"."""
TAKES_UP = words(
    "make take use buy snap eat soak swallow scoop rack chalk put set sign turn cough gobble mop free open fill tie "
    "clog swallow serve rustle drum"
)
"""With "up" these take an amount, and tell no rise: "women make up 19 percent"."""

CROSSED = words("above below beneath beyond past")
"""As a bound these tell a level that was crossed: "rose above 5%", where "rose over 5%" may tell by how much."""

THAN_BEFORE = re.compile(
    r"[^.;:]{0,40}?\bthan\s[^.;:,]{0,48}?\b(?:last|ago|earlier|before|previous(?:ly)?|when|now|today|yesterday|usual|normal|"
    r"(?:19|20)\d\d)\b"
)
"""Behind "200 more" these compare with another time, so that it tells a change; else it tells a difference."""

THINGS_TOO = words("contract edge slip cut lift firm mount balloon")
"""Verbs of change that are, as nouns, things: "every contract exceeding $1 million"."""
