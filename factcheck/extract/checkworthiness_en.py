"""English words that tell how much a sentence is worth checking, as tables; the parts they feed are named there.

Each table is written from the meaning of its part, not from a corpus: what a reader of the part's name would expect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def _words(listed: str) -> str:
    """A pattern for whole words; a star at the end of one stands for any ending.

    The words are tried by their first letter, then by the second: each of a hundred in turn takes ten times as long.
    """
    made = sorted(
        (re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in set(listed.split())), reverse=True
    )
    return rf"\b(?:{_by_letter(made, 2)})\b"


def _by_letter(words: Iterable[str], depth: int) -> str:
    """``words``, which are in order, as alternatives grouped by their first ``depth`` letters."""
    made = []
    for letter, group in groupby(words, lambda word: word[:1]):
        some = list(group)
        if depth and letter.isalpha() and len(some) > 1:
            made.append(f"{letter}(?:{_by_letter((word[1:] for word in some), depth - 1)})")
        else:
            made += some
    return "|".join(made)


NUMBER = re.compile(
    r"(?<![\d.,])(?!(?:1[89]|20)\d\d\b)\d[\d.,]*|"
    + _words(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty* thirty* forty* fifty* sixty* seventy* eighty* ninety* hundred* thousand* "
        "million* billion* trillion* dozen* half third* quarter* twice double* triple* percent percentage"
    ),
    re.IGNORECASE,
)
"""One match is one number in digits or one number word; a year is none."""

MONEY = re.compile(r"[$€£¥]\s?\d|" + _words("dollar* euro* pound* cent cents billion* trillion*"), re.IGNORECASE)
SHARE = re.compile(
    r"\d\s?%|" + _words("percent percentage per_cent points half two-thirds majority minority rate rates"),
    re.IGNORECASE,
)
CHANGE = re.compile(
    _words(
        "increase* decrease* rise* rising rose risen fall falls falling fell fallen grew grow grown growing "
        "growth drop* cut cuts cutting slash* raise* raising double* doubling triple* halv* lost lose losing loss "
        "losses gain* decline* declining reduce* reducing reduction* add added adding doubled tripled shrank "
        "shrunk surge* soar* plunge* expand* deficit* surplus* gone_up gone_down went_up went_down go_up worse "
        "higher lower down_from up_from"
    ),
    re.IGNORECASE,
)
COMPARISON = re.compile(
    _words(
        "more_than less_than fewer_than at_least most highest lowest largest biggest smallest greatest first "
        "only_one best_in worst_in record ever never than average total every all each any nobody no_one none "
        "almost nearly second-highest fastest slowest oldest youngest longest lowest fewest twice as_much as_many"
    ),
    re.IGNORECASE,
)
PAST_TIME = re.compile(
    r"\b(?:1[89]|20)\d\d\b|'\d\ds\b|"
    + _words(
        "last_year last_month last_week last_night yesterday ago since years_ago decade* century in_office past "
        "recently during under_his under_my under_this_administration previous former earlier month* "
        "january february march april june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday history"
    ),
    re.IGNORECASE,
)
PEOPLE = re.compile(
    _words(
        "people americans families family workers children women men voters citizens soldiers troops students "
        "teachers farmers immigrants refugees jobs homes schools patients seniors veterans taxpayers businesses "
        "companies households residents victims civilians police officers doctors nurses prisoners migrants "
        "population public country nation nations countries states cities world middle_class poor rich unemployed "
        "unemployment poverty"
    ),
    re.IGNORECASE,
)
POLICY = re.compile(
    _words(
        "tax taxes taxed taxing budget spending deficit debt law laws bill bills act amendment congress senate "
        "house government federal administration policy policies program programs welfare medicare medicaid "
        "social_security health insurance education energy oil gas coal nuclear weapons missile* military defense "
        "army war troops treaty trade tariff* import* export* wage wages inflation economy economic income "
        "incomes crime drug drugs gun guns abortion immigration border court courts supreme vaccine* hospital* "
        "climate emission* pollution environment* bank banks wall_street company companies industry regulation* "
        "election* vote votes veto* sanction* terrorist* terrorism al-qaida isis nato united_nations agency "
        "department committee commission study report survey poll investigation plan subsid* loan* interest "
        "mortgage* price prices cost costs"
    ),
    re.IGNORECASE,
)
HAPPENED = re.compile(
    _words(
        "voted passed signed vetoed opposed supported proposed created built sent gave cut raised invaded "
        "attacked killed died won lost promised said told called wrote admitted announced failed spent paid "
        "bought sold closed opened shipped signed appointed introduced sponsored approved rejected refused ended "
        "began started increased decreased reduced produced doubled inherited allowed changed made took brought "
        "became went came had was were did been has have received joined left deployed committed opened reported "
        "found showed met moved put balanced lowered ran endorsed caused destroyed dropped gone had_been used"
    ),
    re.IGNORECASE,
)
PAST_FORM = re.compile(r"\b[a-z]{3,}ed\b")
RECORD = re.compile(
    _words(
        "voted votes vote_for vote_against opposed supported promised proposed his_plan her_plan their_plan "
        "your_plan he_said she_said he_says she_says you_said they_said his_record your_record her_record senator "
        "governor congressman president_* mr_* mrs_* the_president vice_president administration"
    ),
    re.IGNORECASE,
)
OPINION = re.compile(
    _words(
        "think thinks thought believe believes feel feels should shouldn't ought must need needs hope hopes wish "
        "wrong right good bad better best worst great terrible important wonderful proud beautiful fair unfair "
        "strong weak disaster* ridiculous shame disgrace* clearly obviously frankly seems seem probably perhaps "
        "maybe guess love like hate opinion view respect responsib* leadership values moral freedom hope dream* "
        "care vision courage tough challenge* real serious terrific fine excellent honest decent fundamental"
    ),
    re.IGNORECASE,
)
EXPERIENCE = re.compile(
    _words(
        "i_remember my_wife my_husband my_father my_mother my_son my_daughter my_family my_life my_children "
        "my_friend* i_grew_up when_i_was i_met i_was_born i_came i_went i_talked i_saw my_own my_brother "
        "my_sister my_parents my_heart i_love i_learned i've_met i've_seen i_know a_friend i_got_a_letter i_lived "
        "my_dad my_mom my_grand*"
    ),
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\bI\b|\b(?:me|my|mine|myself)\b")
WE = re.compile(_words("we us our ours ourselves we're we've we'll"), re.IGNORECASE)
YOU = re.compile(_words("you your yours you're you've you'll"), re.IGNORECASE)
FUTURE = re.compile(
    r"\b\w+'ll\b|\b\w+’ll\b|"
    + _words(
        "will won't would wouldn't going_to gonna shall might may can could intend* plan_to want_to wants_to "
        "tomorrow next let's let if promise_to try able"
    ),
    re.IGNORECASE,
)
TALK = re.compile(
    _words(
        "thank thanks sir ma'am good_evening good_night ladies gentlemen welcome question* answer* debate tonight "
        "point moderator let_me excuse sorry please okay ok yes well_i look listen i'd_like_to i_want_to "
        "i_would_like i'm_going_to i_appreciate senator_mccain i_agree i_disagree talk talking issue* minute* "
        "seconds time_is_up respond rebuttal follow-up mean say"
    ),
    re.IGNORECASE,
)
VAGUE = re.compile(
    _words(
        "thing things something everything anything somebody someone everybody everyone kind_of sort_of stuff way "
        "ways lot lots some somewhat whatever whether this that it these those there here somehow one_of"
    ),
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=[a-z,;] )(?!I\b|I['’])[A-Z][\w.]+")
"""A capitalised word inside a sentence."""

_IRREGULAR = (
    "gave took went came made did told lost won left put set ran paid spent sent built brought bought sold cut led met "
    "rose fell grew kept held stood wrote spoke began became broke chose drove fought"
)
_JUST = r"(?:\s(?:also|just|never|already|only))?"
_DID = rf"(?:[a-z]{{3,}}ed|{'|'.join(_IRREGULAR.split())}|done|been|given|taken|gone)"

WE_DID = re.compile(rf"\bwe(?:['’]ve| have| had)?{_JUST}\s{_DID}\b", re.IGNORECASE)
I_DID = re.compile(rf"\bI(?:['’]ve| have| had)?{_JUST}\s{_DID}\b")
THEY_SAY = re.compile(
    r"\b(?:he|she|they|[A-Z]\w+) (?:said|says|called|wants|wanted|voted|opposed|supports|supported|proposed|proposes|"
    r"promised|favors|favored|favours|favoured)\b"
)
I_FEEL = re.compile(
    r"\bI(?:['’]m| am)? (?:think|believe|feel|hope|want|know|would|don['’]t|do not|guess|suggest|happen|care|mean|just|"
    r"sure|proud|glad|going)\b"
)
SUPERLATIVE = re.compile(
    r"\b(?:the )?(?:most|least|first|largest|highest|lowest|biggest|worst|best|only|greatest|fastest|longest|oldest) "
    r"(?!of all)",
    re.IGNORECASE,
)
THAN = re.compile(r"\bthan\b", re.IGNORECASE)
AT_PRESENT = re.compile(
    r"\b(?:is|are|has|have) (?:now|today|currently|still)\b|\b(?:today|right now|currently)\b", re.IGNORECASE
)
LARGE = re.compile(_words("million* billion* trillion* thousand* hundred* percent"), re.IGNORECASE)
DID = re.compile(rf"\bwe(?:['’]ve| have| had)?{_JUST}\s{_DID}\b", re.IGNORECASE)
I_DID = re.compile(rf"\bI(?:['’]ve| have| had)?{_JUST}\s{_DID}\b")
THEY_SAY = re.compile(
    r"\b(?:he|she|they|[A-Z]\w+) (?:said|says|called|wants|wanted|voted|opposed|supports|supported|proposed|proposes|"
    r"promised|favors|favored|favours|favoured)\b"
)
I_FEEL = re.compile(
    r"\bI(?:['’]m| am)? (?:think|believe|feel|hope|want|know|would|don['’]t|do not|guess|suggest|happen|care|mean|just|"
    r"sure|proud|glad|going)\b"
)
SUPERLATIVE = re.compile(
    r"\b(?:the )?(?:most|least|first|largest|highest|lowest|biggest|worst|best|only|greatest|fastest|longest|oldest) "
    r"(?!of all)",
    re.IGNORECASE,
)
THAN = re.compile(r"\bthan\b", re.IGNORECASE)
AT_PRESENT = re.compile(
    r"\b(?:is|are|has|have) (?:now|today|currently|still)\b|\b(?:today|right now|currently)\b", re.IGNORECASE
)
LARGE = re.compile(_words("million* billion* trillion* thousand* hundred* percent"), re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
DID = re.compile(rf"\b(?:[a-z]{{3,}}ed|was|were|had|said|got|saw|knew|{'|'.join(_IRREGULAR.split())})\b")

HEDGE = re.compile(
    _words(
        "reportedly allegedly apparently purportedly supposedly may might could possibly perhaps appears_to "
        "seems_to is_believed are_believed is_thought are_thought is_said are_said likely unverified unconfirmed "
        "rumoured rumored"
    ),
    re.IGNORECASE,
)
"""Words that take a part of a claim back."""

UNNAMED_STUDY = re.compile(
    r"\b(?:(?:one|a|an|some|several|many|recent|new|another)\s+)+(?:recent\s+|new\s+|major\s+)*"
    r"(?:survey|surveys|poll|polls|study|studies|report|reports|analysis|analyses|research|experts?|scientists|researchers)\b"
    r"(?!\s+(?:by|from|of\s+the|published|in\s+the))|\b(?:studies|experts|scientists|critics|observers)\s+(?:say|show|suggest|agree)",
    re.IGNORECASE,
)
"""A study that nobody can look up."""
