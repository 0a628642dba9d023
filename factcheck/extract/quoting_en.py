"""The English words at the ends of what is said: those that join sentences, and abbreviations whose stop ends none."""

from __future__ import annotations

from factcheck.extract.wordlists import words

JOINTS = frozenset(("But", "And", "Yet", "Still", "However", "Meanwhile", "Moreover", "Instead", "So"))
"""Words that join a sentence to the one before: the writer's, not the source's."""

NO_JOINTS = words("far long much many then again")
"""Words behind one of these with which it is something else ("So far this year, …")."""

JOINING = words("and but or so yet because while as if although though")
"""Words that tell nothing where they alone are left of a clause: "but", as in "But, he said"."""

EXPLETIVES = words("it there")
"""Words that mean nothing before a cue: "it is expected that …"."""

LOOSE_ENDS = frozenset(("and", "or", "but"))
"""Words that end no content: what they join to has been left out."""

ABBREVIATIONS = words(
    "Mr Ms Dr St Jr Sr Lt Mt Mrs Sen Rep Gov Gen Col Sgt Rev Hon Jan Feb Mar Apr Aug Sept Oct Nov Dec"
)
"""Words of two to four letters whose full stop ends no sentence."""
