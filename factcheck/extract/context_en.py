"""English words that say how a figure is meant: reported, hedged, forecast, planned, denied, counted, running total."""

from __future__ import annotations

from factcheck.extract.wordlists import words

REPORTING = words(
    "say tell report add state announce claim write note explain argue insist warn declare tweet post "
    "reveal disclose confirm acknowledge admit deny suggest according quote comment describe mention "
    "stress emphasize emphasise allege assert respond reply testify"
)
"""A date beside one of these is when it was said, not when it was so."""

LIGHT = (
    words(
        "be have do get make take see include put stand go come become seem appear remain use give show find "
        "reach total amount number exceed average continue begin start"
    )
    | REPORTING
)
"""Verbs that say nothing of what is measured; left out of a measure."""

GIVES_NUMBERS = words("put estimate verify confirm count tally record document register log")
"""Verbs whose subject counts or gives the number: neither says what is counted."""

EMPTY_NOUNS = frozenset(["number", "total", "amount", "figure", "level", "average", "sum"])
"""Nouns that say nothing of what is measured beside another word."""

NOT_POPULATION = words(
    "recent other new more additional further different such same total own extra separate old big large small major "
    "similar previous current latest good bad great"
)
"""Modifiers of a counted noun that don't say who or what is counted."""

HEDGES = words(
    "may might could possibly perhaps maybe likely probably reportedly apparently allegedly seemingly "
    "presumably potentially suspected alleged believed thought supposedly unconfirmed unverified"
)
HEDGING_VERBS = words("believe think suspect appear seem suggest guess assume allege")
FORECAST_VERBS = frozenset(["forecast", "predict", "expect", "project", "anticipate", "foresee", "set", "poise"])
ONLY_TO = frozenset(["set", "poise"])
"""Of these, the ones that forecast only what they are set to do; "a fire set by three boys" has been."""

PLAN_VERBS = words("plan intend aim target pledge promise propose vow commit seek want hope budget earmark")
BUDGETING = frozenset(["budget", "earmark", "allocate"])
PLAN_TELLING = words(
    "approve adopt pass present propose be stand amount provide foresee envisage include total set unveil"
)
PLANS = frozenset(["budget", "draft", "plan", "proposal", "blueprint"])
DENIALS = frozenset(["deny", "refute", "reject", "dismiss", "dispute"])
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])
ESTIMATES = words("estimate estimated estimates reckon calculate model extrapolate believe approximate")
COUNTS = words(
    "count counted record recorded register registered tally tallied confirm confirmed verify verified "
    "document documented official log logged identify identified"
)
RUNNING = (
    "so far",
    "to date",
    "in total",
    "since",
    "already",
    "altogether",
    "cumulative",
    "total of",
    "death toll",
    "now stands",
    "toll",
    "overall",
    "up to now",
    "until now",
)
ONE_WORD_RATES = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annually": "year",
    "yearly": "year",
}
"""Adverbs that tell how often a number comes again."""

OF_ONE_TIME = words("ago later earlier before after old older younger long longer from since early late")
"""Beside "a year" these make it one stretch of time, not one of many."""

DATED_THINGS = words(
    "law act bill treaty agreement deal accord ruling constitution book film movie novel song album interview speech "
    "article star singer actor actress model building house car"
)
"""Nouns before which a year tells only which one is meant: "a 2019 law"."""

WORDS_GIVEN = words("claim statement promise pledge warning remark comment speech interview assertion tweet post vow")
"""Nouns of what was said: a date behind one is when."""

SEATED = words("headquarter base")
"""Verbs of where a firm has its seat; what is told of it beside may be anywhere."""

GIVEN_BY = words("with at despite after given besides beyond")
"""Prepositions of what is given, at a sentence's beginning."""

STANDS_FOR = words("it them those these this that us you they which whom")
"""Words that name no population."""

BEFOREHAND = frozenset(["until", "till", "before"])
"""Conjunctions of what comes only after the rest."""

SPEAKING = words("condemn criticize criticise praise welcome denounce slam hail mourn lament decry")
"""Verbs of speaking out: a date beside one is when somebody did, not when what they speak of was so."""

POLLS = words("poll survey census study")
"""What asks or counts how things stand; a share it gives is of its day, though it took a while."""

STATES = words(
    "be have stand remain hold own employ contain live exist run host house consist comprise shelter reside displace "
    "deploy work serve attend occupy sit await inhabit wait"
)
"""Verbs of how things are, not of what happens; a number beside one is what is there at a moment."""

FLOWS = words(
    "loss profit revenue income earnings sale turnover surplus deficit spending expenditure export import donation "
    "gain lose earn spend sell export import raise donate receive pay invest"
)
"""Nouns and verbs of money that comes or goes over a time."""

DAMAGES = frozenset(["damage", "cost", "price", "bill", "fine", "settlement"])
"""Nouns of one amount that is neither a state of things nor a stretch of time."""

ANSWERING = words(
    "expect think believe say agree disagree choose back support prefer favor favour approve disapprove oppose vote "
    "want plan intend trust distrust worry fear hope view rate regard consider pick"
)
"""What those asked in a poll do: beside a count of them, the verb tells their answer, not a forecast or a plan."""

PUBLISHING = words("publish release post air broadcast circulate unveil print leak issue")
"""Verbs of bringing something out: a date beside one is when it came out, not when what it tells was so."""

STRIKING = words(
    "hit strike jolt rock shake bomb shell attack raid devastate batter flood sweep ravage destroy raze invade"
)
"""Verbs whose object, where it is a place, is where those counted were struck."""

EVERYWHERE = frozenset(["worldwide", "nationwide", "globally", "statewide", "countrywide", "citywide"])
"""Adverbs that name a place by themselves."""
PLACE_PREPOSITIONS = words("in at near across throughout around within inside outside from")
AREA_NOUNS = words("city town village district region province county state area borough island municipality republic")
"""Nouns that a place's name follows: "in the district of …"."""

SITE_NOUNS = words(
    "bridge lock dam harbour harbor port airport station school hospital prison square stadium camp quay lake river "
    "university college library market mine plant reservoir valley"
)
"""Nouns of sites that the words before them tell apart: "at Sallow bridge", "at the secondary schools"."""

BUILDINGS = SITE_NOUNS | words(
    "factory office store warehouse headquarters base court bakery depot branch refinery shop"
)
"""Nouns of what stands in a place, so that the place's name before one tells where: "at its Tarn factory"."""

PEOPLE_ENDINGS = ("ian", "ean", "ish", "ese", "ican", "german", "french", "dutch", "raqi", "raeli", "stani", "emeni")
"""Endings of the adjectives of nations, for names in which a tagger doesn't mark them ("the Russian Ministry")."""
