"""The English words of cues that are no verbs and no listed nouns: "in her view", "is confident that", "in a poll".

Apart from :mod:`.cues_en` because each list serves one shape of :mod:`.phrases`.
"""

from __future__ import annotations

from factcheck.extract.wordlists import words
from factcheck.model import Stance

TAKES_BACK = words("withdraw retract recant disown rescind disavow")

TAKES_BACK_WITH_BACK = words("take walk")
"""Verbs whose subject says no longer what it said, the second with "back"."""

VIEW_NOUNS = words("view opinion words word telling account estimation judgment judgement eyes assessment")
"""Nouns of "in X's view"."""

OWN_WORDS = words("admission account estimate estimates reckoning calculation calculations count tally")
"""Nouns of "by X's own admission": what the sentence says is X's to say."""

MENTAL_ADJECTIVES: dict[str, Stance | None] = {
    **dict.fromkeys(
        words(
            "confident sure certain convinced aware hopeful optimistic worried concerned afraid fearful anxious glad "
            "proud happy angry upset disappointed pleased sorry furious frustrated enthusiastic excited adamant clear "
            "wary critical supportive mindful conscious tired sick ashamed grateful thankful nervous uneasy "
            "comfortable satisfied dismissive"
        ),
        Stance.ASSERTS,
    ),
    **dict.fromkeys(
        words("skeptical sceptical doubtful unsure uncertain unconvinced dubious suspicious"), Stance.DOUBTS
    ),
}
"""Adjectives after a form of "be" whose clause or object is believed or felt."""

WILLING_ADJECTIVES = words(
    "determined eager reluctant hesitant keen willing unwilling loath poised prepared ready inclined"
)
"""Adjectives whose infinitive is what somebody is about to do or not ("is reluctant to close it")."""

SURVEYS = words("poll survey census study ballot")
"""Nouns of what stands as the source of a sentence that begins with "in" ("in a poll, …")."""

SURVEYS_BEHIND = words("poll survey census study")
"""Of these, those that may stand at the end of the sentence that they are the source of ("… in a Herald poll")."""

SHARES = words("percent % majority plurality half third quarter thirds quarters fifth fifths")
"""Nouns for a share of those asked: as subjects of "said" they are counted, not cited."""

MENTAL_PREPOSITIONS = words("about of with by at over")
"""Prepositions that bring what the feeling is about."""

CONCESSIONS = words("despite notwithstanding")
"""Prepositions before a denial of the very clause they stand in ("despite its denials")."""
