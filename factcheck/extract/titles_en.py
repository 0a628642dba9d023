"""English titles, offices and words for people and bodies, as tables: who is a person, of which gender, named or not.

It stands apart because another language is another module with the same names.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_TITLES = _words(
    "mr mr. sir lord king prince duke baron count father brother pope emperor congressman councilman señor"
)
FEMALE_TITLES = _words(
    "mrs mrs. ms ms. miss madam lady dame queen princess duchess baroness countess sister mother empress "
    "congresswoman councilwoman señora"
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _words(
        "dr dr. prof prof. professor president vice vice-president prime minister chancellor premier secretary "
        "senator sen sen. senators representative rep rep. reps. governor gov gov. mayor judge justice chief "
        "general gen gen. lt lt. lieutenant colonel col col. major maj maj. captain capt capt. sergeant sgt sgt. "
        "admiral adm adm. commander cmdr cmdr. rear brig brigadier marshal officer detective inspector "
        "superintendent sheriff attorney ambassador speaker chairman chairwoman chairperson director deputy "
        "assistant acting former ex-president then-president president-elect rev rev. reverend bishop archbishop "
        "cardinal imam rabbi sheikh ayatollah crown congressional spokesman spokeswoman spokesperson commissioner "
        "coach analyst economist author actor singer host anchor candidate nominee pastor private pvt. hon hon. "
        "clerk trooper coroner treasurer ranger dean provost astronaut curator warden undersecretary "
        "councillor councilor co-founder founder ceo owner critic activist editor correspondent"
    )
)
"""Words before a name that are no part of it, lower-case."""

MALE_WORDS = _words(
    "man boy father brother son husband uncle king prince spokesman chairman businessman he him his himself"
)
FEMALE_WORDS = _words(
    "woman girl mother sister daughter wife aunt queen princess spokeswoman chairwoman businesswoman she her "
    "hers herself"
)

MALE_NAMES = _words(
    "aaron abdul adam ahmed alan albert alexander alexei alexey ali andrew andrei anthony antonio arthur ben "
    "benjamin bernard bernie bill bob boris brad brian bruce carl carlos charles chris christopher chuck "
    "clinton craig dan daniel dave david dennis dick dmitri dmitry don donald doug douglas ed eduardo edward "
    "emmanuel eric evan felix fernando francis francisco frank fred gary geoff george gerald glenn gordon "
    "greg hans harold harry henry hugh ian ibrahim igor ivan jack jacob jake james jan jason jared jeb jeff "
    "jeffrey jens jeremy jerry jim jimmy joe joel john jon jonathan jorge jose joseph josh joshua juan justin "
    "karl keith kenneth ken kevin kyle larry lars lawrence leon louis luis luke manuel marco mario mark "
    "martin matt matthew michael miguel mike mitch mitt mohamed mohammed muhammad nathan neil nick nicolas "
    "nicholas nikolai oleg oliver omar oscar pablo patrick paul pavel pedro peter phil philip pierre rafael "
    "rahul ralph raymond reince ricardo richard rick robert roberto roger roman ron ronald rudy russell ryan "
    "salman sam samuel scott sean sebastian serge sergei sergey simon stefan stephen steve steven stuart ted "
    "terry thomas tim timothy todd tom tony trevor tyler victor viktor vincent vitali vladimir volodymyr "
    "walter warren wayne wesley will william xavier yuri zachary"
)
FEMALE_NAMES = _words(
    "abigail alexandra alice alicia allison amanda amber amy ana andrea angela anita ann anna anne annie "
    "aisha ashley barbara beatrice betsy betty brenda carla carly carmen carol caroline catherine charlotte "
    "chelsea cheryl christina christine cindy claire claudia condoleezza cynthia dana deborah debbie denise "
    "diana diane donna dorothy elaine eleanor elena elizabeth ellen emily emma erin eva fatima fiona frances "
    "gabriela gail gloria grace hannah heather heidi helen hillary huma ingrid irene irina isabel ivanka "
    "jacqueline jane janet jennifer jenny jessica jill joan joanna josephine joyce judith judy julia julie "
    "karen kate katherine kathleen kathy katie kellyanne kim kimberly kirsten laura lauren leah leila linda "
    "lisa liz loretta louise lucy lynn madeleine margaret maria marie marina martha mary megan melania "
    "melissa michelle mona monica nadia nancy naomi natalia natalie nicole nina nora norah olga olivia pamela "
    "patricia paula rachel rebecca renee rita roberta rosa rose roxana ruth sally samantha sandra sara sarah "
    "sharon sheila shirley silvia sofia sonia sophia sophie stephanie susan susana svetlana sylvia tamara "
    "tatiana teresa theresa tina ursula valerie vanessa vera veronica victoria virginia wendy yasmin yvonne "
    "zoe"
)
"""First names of mostly one gender, lower-case: weak evidence, behind titles and pronouns."""

SPEAKS_FOR = _words(
    "spokesman spokeswoman spokesperson spokesmen spokespeople secretary official officials representative "
    "director president chairman chairwoman chair chief ceo executive head leader commissioner ambassador "
    "minister lawyer attorney adviser advisor aide manager commander economist analyst strategist researcher "
    "professor founder co-founder member officer editor vice-president correspondent reporter columnist envoy "
    "coordinator administrator general fellow scientist"
)
"""Offices whose holders may speak for the body named with them ("Pentagon spokesman")."""

OFFICES_FOR = _words(
    "commissioner minister secretary representative envoy coordinator director officer professor fellow"
)
"""Offices in whose name "for" says what they look after, not whom they speak for ("the commissioner for trade")."""

INFORMATION = _words(
    "estimate estimates figure figures survey surveys poll polls report reports study studies statement statements "
    "analysis research data statistics count tally toll assessment calculation calculations letter message "
    "record records filing filings document documents census"
)
"""What holds somebody's words: "a survey by the Institute" is said by the Institute."""

SHOWN_BY_THINGS = _words("show suggest indicate demonstrate prove reflect illustrate underscore signal")
"""Verbs of saying whose subject may be what can't speak ("the results show that …")."""

PERSON_NOUNS = SPEAKS_FOR | _words(
    "source sources person people man woman diplomat diplomats politician lawmaker lawmakers senator senators "
    "officer officers soldier soldiers witness witnesses resident residents neighbor neighbour friend expert "
    "experts analyst analysts economists aides advisers advisors lawyers prosecutors prosecutor police "
    "doctors doctor nurse teacher student students worker workers employee employees critic critics supporter "
    "supporters opponent opponents activist activists protester protesters voter voters rescuer rescuers "
    "survivor survivors victim victims journalist journalists reporters scientists researchers scholars "
    "scholar historian historians investigator investigators insider insiders operative operatives "
    "strategists consultant consultants observer observers veteran executives leaders members others many "
    "some few several none most officials spokesmen candidate nominee businessman businesswoman billionaire "
    "author writer governor mayor congressman congresswoman judge justice boy girl child parent mother father "
    "brother sister son daughter wife husband cousin uncle aunt driver pilot farmer owner customer patient "
    "fan coach player actor singer priest pastor"
)
"""Common nouns for people, lower-case, singular and plural."""

BODY_NOUNS = _words(
    "ministry department agency company firm bank government administration campaign committee commission "
    "council court party police army military navy force forces union association organization organisation "
    "group institute university college school church office bureau board corporation network newspaper paper "
    "magazine charity foundation kremlin pentagon parliament senate congress house team club hospital "
    "authority service state country nation city center centre media observatory foundation council monitor"
)
"""Common nouns for bodies that speak, lower-case."""

FIRMS = _words("company firm corporation airline carmaker chipmaker retailer operator manufacturer")
"""Nouns that mean the one company a text is about: "the company said"."""

FIRM_OFFICES = (
    "chief executive",
    "ceo",
    "chief financial officer",
    "cfo",
    "finance chief",
    "finance director",
    "managing director",
    "chief operating officer",
)
"""Offices that only firms have, lower-case: in a text about one firm they are that firm's."""

KNOWN_BODIES = _words("kremlin pentagon nato un u.n. eu fbi cia fda cdc who imf opec downing")
"""Names of bodies that a tagger of names at times takes for something else, lower-case."""

PORTFOLIO_WORDS = {"minister": "ministry", "secretary": "department"}
"""The body that an office leads, where the text names such a body: "defense minister" → "… Defense Ministry"."""

NOBODY = _words("no nobody no-one none neither")
"""Words that name nobody: "none of them expected it" attributes nothing."""

WORKS_FOR = _words("from of at with")
"""Prepositions between a name and the body that its bearer speaks for ("Ann Li from the Harbour Agency")."""

INDEFINITE = _words("a an some several many another other two three four five few one multiple numerous certain any")
"""Words before a noun that name nobody."""

SINGULAR_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
NEUTER = _words("it its itself")
PLURAL = _words("they them their theirs themselves")
SPEAKER_WORDS = _words("i me my mine myself we us our ours ourselves")
"""First person: whoever the quotation belongs to."""

NAME_PARTICLES = _words("de da di del della der den van von bin ibn al el la le du dos das abu ter ten st st. o'")
NAME_SUFFIXES = _words("jr jr. sr sr. ii iii iv phd md esq esq.")
