"""The English words that make an attribution, as tables: verbs, nouns and phrases, with the stance each gives.

It stands apart because it holds no code that reads text: another language is another module with the same names.
Each verb lists the *frames* it attributes in, that is, where its content stands; a verb outside its frames ("said
goodbye", "found a coin") is no cue. The frames of each verb were chosen by looking at which of them attribute in
public news annotated with attributions, and by the meaning of the verb for those too rare to be seen there.

Frames:
    C  a finite clause ("said that …", "asked whether …")
    Q  a quotation ("…, he said")
    X  an infinitive or participle ("vowed to …", "declined to comment")
    O  an object ("announced a plan", "criticised the minister")
    A  an object and what is said of it ("called him a liar", "described it as …")
    R  a recipient and an infinitive ("urged them to leave")
    P  a prepositional phrase, with the verb's own prepositions (:data:`PREPOSITIONS`)
    S  the passive, its subject being the content ("is expected to …", "was described as …")
    V  an object and the number it is given ("put the toll at 40")
    K  an object with a number in it ("recorded 40 deaths")
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Stance, WriterView


@dataclass(frozen=True, slots=True)
class VerbCue:
    """How one verb attributes: its frames, its stance, and whether it tells a state of mind, not an utterance."""

    frames: frozenset[str]
    stance: Stance | None
    belief: bool = False


@dataclass(frozen=True, slots=True)
class NounCue:
    """How one noun attributes ("his claim that …"): its stance, and the prepositions that bring its content."""

    stance: Stance | None
    prepositions: frozenset[str] = frozenset()
    belief: bool = False


def _verbs(frames: str, stance: Stance | None, words: str, *, belief: bool = False) -> dict[str, VerbCue]:
    return {word: VerbCue(frozenset(frames), stance, belief) for word in words.split()}


def _nouns(stance: Stance | None, words: str, *, prepositions: str = "", belief: bool = False) -> dict[str, NounCue]:
    return {word: NounCue(stance, frozenset(prepositions.split()), belief) for word in words.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAYS, _DENIES, _DOUBTS, _ASKS = Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS, Stance.ASKS

VERBS: dict[str, VerbCue] = {
    # Saying. The clause or the quotation is the content.
    **_verbs(
        "CQXP",
        _SAYS,
        "say tell add write note argue insist maintain contend allege assert remark conclude concede admit state "
        "stress emphasize emphasise testify opine retort interject recount quip muse joke proclaim profess reason "
        "relate swear vent exclaim blurt yell shout whisper mutter scream cry gush rant vent fume intone deadpan scoff "
        "boast brag gloat counter rejoin chime observe speculate theorize theorise posit hypothesize surmise "
        "caution forewarn clarify elaborate reply respond answer interrupt intervene read "
        "rule find hold guess bet figure gripe grumble grouse moan groan sigh snap "
        "volunteer venture pray sing chant tout",
    ),
    **_verbs(
        "CQ",
        _SAYS,
        "go",
    ),
    **_verbs(
        "CQOXP",
        _SAYS,
        "announce report explain declare reveal claim recall predict tweet retweet post recite reiterate repeat warn "
        "acknowledge confirm disclose mention cite outline detail describe propose forecast project estimate calculate "
        "reckon affirm reaffirm assure remind notify inform publicize publicise blog broadcast text email articulate "
        "lament decry bemoan complain voice echo underscore highlight signal hint imply intimate insinuate point "
        "certify attest guarantee promise pledge vow threaten advise recommend suggest urge stipulate specify document "
        "paraphrase quote confess divulge leak unveil underline advocate",
    ),
    **_verbs("Q", _SAYS, "go continue begin"),
    # Judging somebody or something aloud. The object, and what is said of it, is the content.
    **_verbs(
        "OASQ",
        _SAYS,
        "accuse blame criticize criticise praise dismiss mock blast slam denounce condemn applaud chide laud hail "
        "lambaste lambast bash assail berate rebuke scold castigate excoriate deride ridicule belittle disparage "
        "skewer fault lampoon upbraid admonish chastise commend congratulate salute credit label dub brand portray "
        "paint depict characterize characterise liken describe call deem tout trash rip hammer defend endorse "
        "thank decry deplore vilify malign smear trumpet extol champion cheer slap taunt insult attack "
        "question invoke list name peg rap roast savage scorch knock reference",
    ),
    **_verbs("CAS", _SAYS, "charge identify title"),
    # Denying and doubting.
    **_verbs(
        "CQOXP", _DENIES, "deny dispute refute rebut reject contradict disavow repudiate debunk discount disclaim"
    ),
    **_verbs("CQO", _DOUBTS, "doubt question distrust mistrust"),
    # Asking.
    **_verbs("CQOXRP", _ASKS, "ask wonder inquire enquire query"),
    # Calling for something.
    **_verbs(
        "CQRXP",
        None,
        "urge implore beseech exhort beg plead order instruct command direct encourage request demand petition press "
        "call appeal advise warn push lobby",
    ),
    **_verbs("XCQ", None, "decline refuse"),
    **_verbs("P", _SAYS, "speak talk comment refer allude point touch rail testify expound campaign inveigh"),
    **_verbs("OCP", _SAYS, "discuss address express deliver issue release publish"),
    # Documents and counts. Their subject is what shows it.
    **_verbs("COX", _SAYS, "show indicate signal suggest confirm"),
    **_verbs("C", _SAYS, "demonstrate prove illustrate reflect find discover"),
    # States of mind: marked as belief.
    **_verbs("CPOS", _SAYS, "believe", belief=True),
    **_verbs(
        "C",
        _SAYS,
        "think feel suspect assume presume imagine suppose realize realise understand know remember forget fear worry "
        "trust sense recognize recognise learn mind notice care",
        belief=True,
    ),
    **_verbs("CXO", _SAYS, "want wish hope hop desire prefer", belief=True),
    **_verbs("CXOS", _SAYS, "expect anticipate intend", belief=True),
    **_verbs("XP", _SAYS, "plan seek aim long yearn decide agree vote opt attempt", belief=True),
    **_verbs("CXP", _SAYS, "agree concur decide resolve", belief=True),
    **_verbs("P", _DENIES, "disagree", belief=True),
    **_verbs("OS", _SAYS, "support oppose favor favour back admire resent dislike", belief=True),
    **_verbs("AS", _SAYS, "consider regard view see perceive interpret deem judge", belief=True),
    **_verbs("XCP", _SAYS, "seem appear", belief=True),
}
"""Every verb that can be a cue, by lemma. A later row replaces an earlier one."""


def _extend(frames: str, words: str) -> None:
    for word in words.split():
        entry = VERBS[word]
        VERBS[word] = VerbCue(entry.frames | frozenset(frames), entry.stance, entry.belief)


# Verbs that have frames of more than one row.
_extend("CQ", "question find point describe mock blast slam call testify defend hail announce express wonder")
_extend("CQR", "advise warn urge")
_extend("O", "say write predict express prefer demand want note urge emphasize emphasise stress assert fear")
_extend("A", "recall cite call describe view portray declare")
_extend(
    "P", "call respond point complain ask agree boast brag worry warn talk assure inform notify remind inquire enquire"
)
_extend("S", "report say estimate allege assure quote know call ask show name disclose mention")

PREPOSITIONS: dict[str, frozenset[str]] = {
    word: frozenset(prepositions.split())
    for word, prepositions in {
        "agree": "with on to",
        "allude": "to",
        "apologise": "for",
        "apologize": "for",
        "spar": "over",
        "vie": "for",
        "appeal": "for to",
        "appear": "like",
        "ask": "about for on of",
        "argue": "for against",
        "boast": "of about",
        "brag": "about of",
        "call": "for on upon",
        "campaign": "for against",
        "comment": "on about",
        "complain": "about of",
        "concur": "with",
        "disagree": "with on over",
        "hint": "at",
        "hop": "for",
        "hope": "for",
        "inveigh": "against",
        "joke": "about",
        "lobby": "for against",
        "advocate": "for",
        "object": "to",
        "plead": "for with",
        "point": "to out",
        "press": "for",
        "push": "for back",
        "rail": "against",
        "refer": "to",
        "remark": "on upon",
        "reply": "to",
        "report": "on about",
        "assure": "of",
        "inform": "of about",
        "notify": "of about",
        "remind": "of about",
        "inquire": "about into",
        "enquire": "about into",
        "vent": "about at",
        "opine": "on against about",
        "rant": "about against",
        "gush": "about over",
        "muse": "about on",
        "speculate": "about on",
        "fume": "about at over",
        "grumble": "about",
        "gripe": "about",
        "moan": "about",
        "respond": "to by with",
        "say": "of about",
        "seem": "like",
        "speak": "about of against",
        "talk": "about of",
        "testify": "about",
        "think": "of about",
        "touch": "on",
        "vote": "for against",
        "warn": "of against about",
        "worry": "about",
        "write": "about of on",
        "wonder": "about",
        "rule": "for against",
        "state": "on",
        "tweet": "about",
    }.items()
}
"""The prepositions that bring a verb's content; they belong to the cue ("called for")."""

COUNTING: dict[str, VerbCue] = {
    **_verbs("V", _SAYS, "put place peg set"),
    **_verbs("K", _SAYS, "verify record register tally log"),
}
"""Verbs that attribute a number only; apart from the others because a sentence is no candidate for their sake."""

POSITIONS: dict[str, VerbCue] = {
    **_verbs(
        "O",
        _SAYS,
        "nominate promote prohibit welcome contemplate resist rank compile ratify veto satirize underestimate",
        belief=True,
    ),
    **_verbs("C", _SAYS, "determine", belief=True),
    **_verbs("CR", _SAYS, "convince persuade", belief=True),
    **_verbs("A", _SAYS, "judge position contrast present", belief=True),
    **_verbs("P", _SAYS, "apologize apologise vie spar", belief=True),
    **_verbs("X", _SAYS, "look like offer", belief=True),
}
"""Verbs of what somebody stands for or is about to do; apart from the others because a sentence is no candidate for
their sake."""

NOUNS: dict[str, NounCue] = {
    **_nouns(
        _SAYS,
        "claim assertion contention allegation accusation argument insistence suggestion statement declaration "
        "announcement admission acknowledgement acknowledgment assurance prediction warning remark observation comment "
        "conclusion finding estimate testimony pronouncement complaint boast refrain characterization insinuation "
        "charge rumor rumour report promise pledge vow threat confession revelation disclosure explanation estimation "
        "adage",
    ),
    **_nouns(_SAYS, "case point commitment contention idea strategy theory reminder hint", prepositions="for"),
    **_nouns(
        _SAYS, "condemnation denunciation mockery praise disclosure critique analysis assessment", prepositions="of"
    ),
    **_nouns(_SAYS, "criticism", prepositions="of over at"),
    **_nouns(_SAYS, "warning prediction", prepositions="of about"),
    **_nouns(_SAYS, "comment remark statement", prepositions="on about"),
    **_nouns(_SAYS, "argument", prepositions="for against about"),
    **_nouns(_SAYS, "joke story anecdote lie", prepositions="about of"),
    **_nouns(_SAYS, "mention defense defence", prepositions="of"),
    **_nouns(_SAYS, "reference tribute allusion", prepositions="to"),
    **_nouns(_SAYS, "shot swipe swing jab dig aim", prepositions="at"),
    **_nouns(_SAYS, "attack", prepositions="on against"),
    **_nouns(_SAYS, "apology apologies", prepositions="for"),
    **_nouns(_SAYS, "condolence sympathy", prepositions="for to"),
    **_nouns(_SAYS, "issue", prepositions="with"),
    **_nouns(_SAYS, "stance position", prepositions="on against", belief=True),
    **_nouns(_SAYS, "concern", prepositions="about over", belief=True),
    **_nouns(None, "interest confidence faith pride joy", prepositions="in", belief=True),
    **_nouns(_SAYS, "complaint", prepositions="about"),
    **_nouns(None, "call demand plea appeal request", prepositions="for"),
    **_nouns(_DENIES, "denial rejection refutation rebuttal", prepositions="of"),
    **_nouns(_DOUBTS, "doubt skepticism scepticism reservation", prepositions="about"),
    **_nouns(_ASKS, "question query", prepositions="about on of"),
    **_nouns(_SAYS, "belief view opinion conviction hope fear expectation suspicion", prepositions="of", belief=True),
    **_nouns(_SAYS, "feeling impression thought", prepositions="about toward towards on", belief=True),
    **_nouns(_SAYS, "support endorsement embrace", prepositions="for of", belief=True),
    **_nouns(_SAYS, "opposition objection resistance", prepositions="to", belief=True),
    **_nouns(_SAYS, "backing", prepositions="of", belief=True),
    **_nouns(_SAYS, "vote ballot", prepositions="for against", belief=True),
    **_nouns(None, "refusal decision desire intention goal aim willingness", belief=True),
    **_nouns(None, "plan proposal", prepositions="for", belief=True),
}
"""Nouns that are cues where they have an owner or a clause."""

CITES = _words("cite quote")
"""Verbs whose participle names who said what a paper tells ("…, the paper reported, citing officials")."""

OUTLETS = _words(
    "page website site newspaper paper magazine agency outlet channel station broadcaster network portal tabloid daily "
    "weekly blog report article bulletin"
)
"""Nouns for who prints or passes on what others said."""

PRINTS = _words("report write publish")
"""Verbs of what papers do with the words of others."""

CITED_WITH_AS = _words(
    "report say note tell write show explain mention argue observe describe warn predict state suggest indicate reveal "
    "announce acknowledge recall remark admit document recount claim detail testify confirm point"
)
"""Verbs that cite with "as": "as the paper reported, …", "as described by Ann Li"."""

NOT_OF_A_CUE = _words("even just only not when where why how also too either though however")
"""Adverbs right behind a cue that belong to what is said, or to no one of both."""

SELDOM_CLOSING = _words("go begin continue charge identify name find read hold figure list cite quote call ask urge")
"""Verbs of saying that end a sentence mostly as something else ("…, the man charged on Monday")."""

TAKEN_FOR_NOUNS = _words(
    "show shows state states report reports claim claims project projects estimate estimates note notes say says "
    "suggest suggests find finds forecast forecasts"
)
"""Forms of verbs of saying that a tagger takes for nouns ("records show", "the document states")."""

GOES_ON = _words(
    "compared versus against from up down including excluding before after despite because given unlike thanks due "
    "except amid although though if unless until since as when where with without"
)
"""Words behind ", the firm said," that go on with what it said and not with how it said it."""

ADVISES = _words("warn advise")
"""Verbs that assert with a clause ("warned that …") and call for something with an infinitive."""

RAISING = frozenset(("seem", "appear"))
"""Verbs whose subject belongs to the content: nobody is said to think it ("he seems to be ill")."""

RECIPIENT_VERBS = _words("tell ask assure inform notify remind warn advise urge")
"""Verbs whose object is whom it is said to."""

USED_TO = _words("use take hold make give spend seize need")
"""Verbs whose object doesn't do what the infinitive behind it says ("used the question to demand")."""

ENDS_CUE = _words("as of on for with upon")
"""Prepositions right behind a verb that belong to it where they bring what is said of somebody ("known as")."""

CONTINUES_OBJECT = _words("for as of to on with over against from about into in than")
"""Prepositions that belong to the content after an object ("blamed the mayor for the flood")."""

LIGHT_VERBS = _words(
    "make issue have take give offer put release send write post sign publish raise hold deliver express "
    "launch mount unleash draw cast lay spark renew repeat share voice unveil provide propose use tell drop find feel "
    "present throw enjoy"
)
"""Verbs that only carry a cue noun or a document: whoever makes a claim, or issues a statement, is its source."""

DOCUMENTS = _words(
    "statement letter email e-mail tweet post report memo memorandum article interview speech press release "
    "note message brief briefing filing affidavit op-ed editorial column column blog book poll survey study "
    "document ad video lawsuit complaint resolution bill order analysis paper essay book headline sign banner "
    "transcript"
)
"""What is said or written by somebody: in "a statement saying …" its maker speaks."""

WRITER_VIEWS: dict[str, WriterView] = {
    **dict.fromkeys(
        _words(
            "baselessly falsely wrongly incorrectly erroneously mistakenly inaccurately misleadingly dishonestly "
            "implausibly groundlessly dubiously spuriously unfoundedly absurdly fraudulently untruthfully wrongfully "
            "purportedly supposedly baseless false wrong incorrect erroneous mistaken inaccurate misleading dishonest "
            "implausible groundless dubious spurious unfounded absurd fraudulent untruthful bogus debunked discredited "
            "unsubstantiated unsupported untrue unproven so-called purported"
        ),
        WriterView.DOUBTS,
    ),
    **dict.fromkeys(
        _words(
            "correctly rightly accurately truthfully aptly justly presciently correct right accurate truthful apt "
            "well-founded true justified"
        ),
        WriterView.SUPPORTS,
    ),
}
"""Adverbs at a cue verb and adjectives at a cue noun that show what the writer thinks of the content."""

PROOF = _words("evidence proof basis foundation substantiation")
"""Nouns that a claim made "without" is doubted by the writer."""
CHANNELS = _words("in by on at during via through from")
"""Prepositions after a cue that tell where or how it was said ("by email", "in a statement")."""

CHANNEL_NOUNS = DOCUMENTS | _words(
    "phone telephone conference call meeting television radio tv twitter facebook telegram instagram papers "
    "court testimony hearing rally debate event reporters journalists appearance remarks speech session summit "
    "newspaper broadcast podcast program programme show"
)
"""Nouns that are a channel or an occasion of speech."""
