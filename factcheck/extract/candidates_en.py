"""The English words and marks that a sentence with a claim has at least one of, beside the cues of attribution."""

from __future__ import annotations

MARKS = '“”"«»„‘＂%$€£¥½⅓⅔¼¾'
"""Quotation marks, and signs that go with numbers."""

AMOUNT_WORDS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion trillions dozen dozens score scores couple half halves third "
    "thirds quarter quarters fifth fifths tenth tenths double doubled doubles doubling triple tripled triples "
    "tripling quadruple quadrupled twice thrice twofold threefold fourfold fivefold tenfold halved halving "
    "majority minority most many few several percent percentage zero none nobody pair both handful tens".split()
)
"""Words for amounts, beside those in the tables of numbers and multiples."""

MORE_AMOUNT_WORDS = ("no", "all")
"""Words of figures ("no deaths", "nearly all") that are too common to be a sign of one."""

IRREGULAR = tuple(
    "said told wrote written thought felt knew known heard found held meant understood forgot forgotten swore "
    "sworn spoke spoken sang sung sought shown gave given foresaw began begun went withdrew saw seen read "
    "insisted".split()
)
"""Irregular forms of verbs of saying and thinking."""

SELDOM = tuple(
    "state text campaign issue post go interest mind sense vote back figure name hold lie rip hammer question "
    "book order bill long care mean like list paint brand reference release cheer slap aim try help read call "
    "answer act".split()
)
"""Words that are cues now and then and mostly something else; two of them in a sentence are a sign."""

PRONOUNS = tuple("he she they it his her their its him them".split())
"""Pronouns whose meaning stands in the sentence before."""
