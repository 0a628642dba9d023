"""English words in the labels of a transcript's turns."""

from __future__ import annotations

from factcheck.extract.wordlists import words

UNNAMED = words(
    "question q reporter reporters interviewer moderator host presenter anchor audience participant caller journalist "
    "correspondent speaker voice male female man woman unidentified unknown operator narrator"
)
"""Labels of these words alone name nobody: "QUESTION:", "AUDIENCE MEMBER:"."""

FILLERS = words("member of the from one two three four a b c 1 2 3 4")
"""Words that may stand beside one of them."""

NO_LABELS = words(
    "note notes photo photograph picture image video audio source sources update updated published caption credit "
    "correction editor related read watch listen more file date time place where when what why how tel phone email "
    "address website contact price answer summary conclusion example warning tip total"
)
"""First words of lines that look like a turn and are none: "Note: …", "Photo: …"."""

FIRST_PERSON = words("i me we us myself ourselves")
