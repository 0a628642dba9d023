"""The English words of tellings that a number makes: "put the toll at 40", "raised the forecast to 3 percent".

Apart from :mod:`.cues_en` because none of these attributes anything without a number.
"""

from __future__ import annotations

from factcheck.extract.wordlists import words

REVISING = words("raise lift increase lower cut reduce revise upgrade downgrade trim")
"""Verbs that give a count or a forecast another number ("raised the death toll to 267")."""

REVISED_BY = words("to")
"""Prepositions of the number that it is given."""

REVISED = words("toll count estimate forecast figure tally projection outlook guidance prediction")
"""Nouns of what is told by whoever gives it a number."""

MEASURED = REVISED | words(
    "number total amount share cost price value worth loss damage size crowd turnout attendance rate level population"
)
"""Nouns of what may be put at a number."""

VALUES = words("estimate value price assess calculate reckon report list peg place rate")
"""Verbs of saying whose object may be given a number ("estimate the damage at $1 million")."""

VALUE_PREPOSITIONS = words("at")
"""Prepositions that bring the number of "put the toll at 40"."""

SHOWING = words("show find give have put see indicate suggest record report")
"""Verbs of what a survey does with a number that is no clause ("the poll finds Li with 46 percent")."""
