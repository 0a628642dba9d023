"""The English words that stand in every text: a question of nothing but these asks for nothing."""

from __future__ import annotations

SMALL_WORDS = frozenset(
    """
    a an the this that these those it its he him his she her hers they them their theirs we us our ours you your yours
    i me my mine who whom whose which what when where why how and or nor but not no if so as than then there here
    of in on at to from by for with without about into onto over under up down out off through during between among
    after before since until till against per via near is am are was were be been being do does did doing done has have
    had having can could will would shall should may might must also just only very too some any all each every both
    """.split()
)
OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})
"""What other search boxes read as an operator; here it is the word it spells."""
