"""English words that tell how much a sentence is worth checking, as tables; the parts they feed are named there.

Each table is written from the meaning of its part, not from a corpus: what a reader of the part's name would expect.
A star at the end of a word stands for any ending, an underscore for the space within a phrase.
"""

from __future__ import annotations

import re

WORDS: dict[str, str] = {
    "gives a number": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty* thirty* forty* fifty* sixty* seventy* eighty* ninety* hundred* thousand* million* "
        "billion* trillion* dozen* half third* quarter* twice double* triple* percent percentage"
    ),
    "about money": "dollar* euro* pound* cent cents billion* trillion*",
    "a share or rate": "percent percentage per_cent points half two-thirds majority minority rate rates",
    "a change": (
        "increase* decrease* rise* rising rose risen fall falls falling fell fallen grew grow grown growing growth "
        "drop* cut cuts cutting slash* raise* raising double* doubling triple* halv* lost lose losing loss losses "
        "gain* decline* declining reduce* reducing reduction* add added adding doubled tripled shrank shrunk surge* "
        "soar* plunge* expand* deficit* surplus* gone_up gone_down went_up went_down go_up worse higher lower "
        "down_from up_from"
    ),
    "a comparison": (
        "more_than less_than fewer_than at_least most highest lowest largest biggest smallest greatest first only_one "
        "best_in worst_in record ever never than average total every all each any nobody no_one none almost nearly "
        "second-highest fastest slowest oldest youngest longest fewest twice as_much as_many"
    ),
    "names a past time": (
        "last_year last_month last_week last_night yesterday ago since years_ago decade* century in_office past "
        "recently during under_his under_my under_this_administration previous former earlier month* january february "
        "march april june july august september october november december monday tuesday wednesday thursday friday "
        "saturday sunday history"
    ),
    "about many people": (
        "people americans families family workers children women men voters citizens soldiers troops students "
        "teachers farmers immigrants refugees jobs homes schools patients seniors veterans taxpayers businesses "
        "companies households residents victims civilians police officers doctors nurses prisoners migrants "
        "population public country nation nations countries states cities world middle_class poor rich unemployed "
        "unemployment poverty"
    ),
    "about public affairs": (
        "tax taxes taxed taxing budget spending deficit debt law laws bill bills act amendment congress senate house "
        "government federal administration policy policies program programs welfare medicare medicaid social_security "
        "health insurance education energy oil gas coal nuclear weapons missile* military defense army war troops "
        "treaty trade tariff* import* export* wage wages inflation economy economic income incomes crime drug drugs "
        "gun guns abortion immigration border court courts supreme vaccine* hospital* climate emission* pollution "
        "environment* bank banks wall_street company companies industry regulation* election* vote votes veto* "
        "sanction* terrorist* terrorism al-qaida isis nato united_nations agency department committee commission "
        "study report survey poll investigation plan subsid* loan* interest mortgage* price prices cost costs"
    ),
    "public services and goods": (
        "insurance cost costs school schools drug drugs nuclear energy income debt college oil tax taxes deficit "
        "wages unemployment inflation crime prison prisons weapons missiles bombs troops soldiers forces health_care "
        "medicare medicaid social_security welfare coverage loan* mortgage* price prices trade tariff* imports "
        "exports jobs pension* hospital* rent rents"
    ),
    "tells what happened": (
        "voted passed signed vetoed opposed supported proposed created built sent gave cut raised invaded attacked "
        "killed died won lost promised said told called wrote admitted announced failed spent paid bought sold closed "
        "opened shipped appointed introduced sponsored approved rejected refused ended began started increased "
        "decreased reduced produced doubled inherited allowed changed made took brought became went came had was were "
        "did been has have received joined left deployed committed reported found showed met moved put balanced "
        "lowered ran endorsed caused destroyed dropped gone had_been used"
    ),
    "about somebody's record": (
        "voted votes vote_for vote_against opposed supported promised proposed his_plan her_plan their_plan your_plan "
        "he_said she_said he_says she_says you_said they_said his_record your_record her_record senator governor "
        "congressman president mr mrs the_president vice_president administration"
    ),
    "points to a source": (
        "fact facts evidence according number example instance report reports reported study studies shows showed "
        "shown found indicated says said figures statistics"
    ),
    "what was not done": (
        "didn't did_not wasn't weren't hasn't haven't hadn't never no_longer nobody none has_not have_not had_not "
        "was_not were_not"
    ),
    "by or against somebody": "by against under with without",
    "opinion": (
        "think thinks thought believe believes feel feels should shouldn't ought must need needs hope hopes wish "
        "wrong right good bad better best worst great terrible important wonderful proud beautiful fair unfair strong "
        "weak disaster* ridiculous shame disgrace* clearly obviously frankly seems seem probably perhaps maybe guess "
        "love like hate opinion view respect responsib* leadership values moral freedom dream* care vision courage "
        "tough challenge* real serious terrific fine excellent honest decent fundamental"
    ),
    "a judgement in one word": (
        "shameful disgraceful outrageous appalling awful horrible dreadful ugly lovely beautiful* delicious delightful "
        "charming brilliant superb fantastic amazing incredible magnificent absurd stupid foolish silly pathetic cruel "
        "evil wicked heartless cowardly reckless unacceptable inexcusable unforgivable immoral selfish boring tedious "
        "inspiring admirable noble heroic tasteless vulgar disgusting sad saddest tragic tragedy sadly unfortunately "
        "thankfully nicest ugliest loveliest lousy mediocre"
    ),
    "a feeling": (
        "delighted disappointed heartbroken devastated saddened angry anger furious outraged upset scared afraid "
        "frightened terrified worried anxious nervous grateful thankful thrilled excited happy happiest unhappy glad "
        "pleased proud ashamed embarrassed hurt betrayed shocked stunned relieved frustrated hopeful optimistic "
        "pessimistic lonely jealous bitter tired sorry feels feeling feelings hates loves likes dislikes enjoys fears "
        "dreads regrets misses heart hearts pray prayers condolences sympathy grief joy pride"
    ),
    "values": (
        "freedom liberty strength strong judgment values future dream* hope peace opportunity faith principle* "
        "character courage leader leaders leadership vision moral great greatness respect trust honor honour"
    ),
    "personal experience": (
        "i_remember my_wife my_husband my_father my_mother my_son my_daughter my_family my_life my_children "
        "my_friend my_friends i_grew_up when_i_was i_met i_was_born i_came i_went i_talked i_saw my_own "
        "my_brother my_sister my_parents my_heart "
        "i_love i_learned i've_met i've_seen i_know a_friend i_got_a_letter i_lived my_dad my_mom "
        "my_grandfather my_grandmother my_grandparents"
    ),
    "about the speaker": "i me my mine myself",
    "what the speaker wants": (
        "i_want i_think i_believe i_hope i_would i'd i_will i'll i_know i_feel i_don't i_mean i_am i'm"
    ),
    "about us": "we us our ours ourselves we're we've we'll",
    "to the listener": "you your yours you're you've you'll",
    "about the future": (
        "will won't would wouldn't going_to gonna shall might may can could intend* plan_to want_to wants_to tomorrow "
        "next let's let if promise_to try able he'll she'll they'll we'll you'll i'll it'll that'll there'll who'll"
    ),
    "what can or must be": (
        "can can't cannot could couldn't have_to has_to had_to got_to need_to needs_to ought_to ought must should "
        "should've be_able"
    ),
    "what is to be": "be",
    "a condition": "if whether unless what how why where when",
    "a clause with that": "that",
    "goes on talking": "and but so well now then",
    "talk about the talk": (
        "thank thanks sir ma'am good_evening good_night ladies gentlemen welcome question* answer* debate tonight "
        "point moderator let_me excuse sorry please okay ok yes well_i look listen i'd_like_to i_want_to i_would_like "
        "i'm_going_to i_appreciate senator_mccain i_agree i_disagree talk talking issue* minute* seconds time_is_up "
        "respond rebuttal follow-up mean say"
    ),
    "vague words": (
        "thing things something everything anything somebody someone everybody everyone kind_of sort_of stuff way "
        "ways lot lots some somewhat whatever whether this that it these those there here somehow one_of"
    ),
    "one beside another": "than",
    "how it is today": (
        "is_now are_now has_now have_now is_currently are_currently is_still are_still has_still have_still today "
        "right_now currently"
    ),
    "a large number": "million* billion* trillion* thousand* hundred* percent",
}
"""Part → its words, in small letters."""

_IRREGULAR = (
    "gave took went came made did told lost won left put set ran paid spent sent built brought bought sold cut led met "
    "rose fell grew kept held stood wrote spoke began became broke chose drove fought"
)
_JUST = r"(?:\s(?:also|just|never|already|only))?"
_DONE = rf"(?:[a-z]{{3,}}ed|{'|'.join(_IRREGULAR.split())}|done|been|given|taken|gone)"
_SAYS = (
    "said|says|called|wants|wanted|voted|opposed|supports|supported|proposed|proposes|promised|favou?rs|favou?red|"
    "denied|denies|admitted|claimed|claims|refused|vetoed|backed"
)
_CAPITAL = r"(?!I\b|I['’])[A-Z][\w.]+"

WRITTEN: dict[str, re.Pattern[str]] = {
    "names somebody": re.compile(rf"(?<=[a-z,;] ){_CAPITAL}"),
    "about a named body or place": re.compile(rf"\b(?:in|of|with|by|from|against|for|under|at)\s(?:the\s)?{_CAPITAL}"),
    "what somebody said or backed": re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+) (?:{_SAYS})\b"),
    "past tense": re.compile(r"\b[a-z]{3,}ed\b"),
}
"""Part → what is looked for in the text as it is written."""

DIGITS: dict[str, re.Pattern[str]] = {
    "digits": re.compile(r"(?<![\d.,])(?!(?:1[89]|20)\d\d\b)\d[\d.,]*"),
    "a number in digits": re.compile(r"(?<![\w.,])\d[\d.,]*(?![\d-])"),
    "a year": re.compile(r"\b(?:1[89]|20)\d\d\b|['’]\d\ds\b"),
    "a sum of money": re.compile(r"[$€£¥]\s?\d"),
    "a percentage": re.compile(r"\d\s?%"),
}
"""Part → what is looked for in a text with digits."""

LOWERED: dict[str, re.Pattern[str]] = {
    "a past form": re.compile(rf"\b(?:[a-z]{{3,}}ed|was|were|had|said|got|saw|knew|{'|'.join(_IRREGULAR.split())})\b"),
    "a superlative": re.compile(
        r"\b(?:most|least|first|largest|highest|lowest|biggest|worst|best|only|greatest|fastest|longest|oldest) "
        r"(?!of all)"
    ),
    "what is going on": re.compile(
        r"(?:\b(?:is|are|was|were|been)|'(?:re|s|m))\s(?:now |still |already |not )?(?!going\sto\b)[a-z]+ing\b"
    ),
    "an aim": re.compile(r"\bto\s[a-z]+"),
}
"""Part → what is looked for in the text in small letters, its apostrophes straight."""

BEHIND: dict[str, tuple[str, re.Pattern[str]]] = {
    "what we did": ("about us", re.compile(rf"\bwe(?:'ve| have| had)?{_JUST}\s{_DONE}\b")),
    "what the speaker did": ("about the speaker", re.compile(rf"\bi(?:'ve| have| had)?{_JUST}\s{_DONE}\b")),
    "the speaker's feeling": (
        "about the speaker",
        re.compile(
            r"\bi(?:'m| am)? (?:think|believe|feel|hope|want|know|would|don't|do not|guess|suggest|happen|care|mean"
            r"|just|sure|proud|glad|going|love|like|hate|fear|wish|doubt|suppose|worry|worried|afraid|sad|happy"
            r"|angry)\b"
        ),
    ),
}
"""Part → a list one of whose words it has, and what is looked for in small letters."""

DEEDS = frozenset("vote ballot veto ratify nominate prohibit decide".split())
"""Cues, by lemma, of what somebody has done: a vote is on record, where a wish is nobody's to check."""

HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|(?-i:may)|might|could|possibly|perhaps|appears?\sto|"
    r"seems?\sto|(?:is|are|was|were)\s(?:believed|thought|said|feared|rumou?red|reported)|likely|unverified|"
    r"unconfirmed|rumou?red)\b",
    re.IGNORECASE,
)
"""Words that take a part of a claim back."""

SOLE_OFFICE = re.compile(
    r"the (?:[\w’'-]+ ){0,3}(?:mayor|president|premier|chancellor|governor|king|queen|pope|speaker|(?:prime|foreign|"
    r"finance|defen[cs]e|interior|health|education|justice) minister|minister|secretary of state|attorney general|"
    r"police chief|chief executive|chairman|chairwoman|treasurer|ombudsman)",
    re.IGNORECASE,
)
"""Who is known by the office alone, though no name is given: there is one mayor."""

UNNAMED_STUDY = re.compile(
    r"\b(?:(?:one|a|an|some|several|many|recent|new|another)\s+)+(?:recent\s+|new\s+|major\s+)*"
    r"(?:survey|surveys|poll|polls|study|studies|report|reports|analysis|analyses|research|experts?|scientists|researchers)\b"
    r"(?!\s+(?:by|from|of\s+the|published|in\s+the))|\b(?:studies|experts|scientists|critics|observers)\s+(?:say|show|suggest|agree)",
    re.IGNORECASE,
)
"""A study that nobody can look up."""
