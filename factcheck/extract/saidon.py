"""When something was said: the date that the text ties to the words of saying, not to what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import DateRange

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.extract.attribution import Attribution
    from factcheck.extract.evidence import Evidence

_CARRIES_ON = frozenset(("acl", "advcl", "xcomp", "pcomp", "prep", "conj", "relcl", "aux", "auxpass", "dobj", "pobj"))
_VERBS = ("VERB", "AUX")


def said_on(evidence: Evidence, attribution: Attribution) -> DateRange | None:
    """The days a date beside the cue names ("said on Tuesday"), or None where there is none.

    A date is beside the cue where it hangs on the cue in the tree, through nouns and prepositions only ("during a
    meeting on Friday"), or on the verb that carries the cue ("issued a statement this week saying"). Nothing was said
    after the day it was printed.
    """
    tree, cue, reference = evidence.tree, attribution.cue, evidence.reference
    near = [
        mention
        for mention in evidence.mentions_in(*tree.sentence(cue.start))
        if not (reference and mention.range.first and mention.range.first > reference)
        and not _is_a_limit(tree.root(mention.start, mention.end))
        and not any(start < mention.end and mention.start < end for start, end in attribution.content.spans)
    ]
    if not near:
        return None
    heads = [tree.root(cue.start, cue.end)]
    while len(heads) < 4 and heads[-1].dep_ in _CARRIES_ON and heads[-1].head.i != heads[-1].i:
        heads.append(heads[-1].head)
    for head in heads:
        tied = [mention for mention in near if _hangs_on(tree.root(mention.start, mention.end), head)]
        if tied:
            return min(tied, key=lambda mention: abs(mention.start - cue.start)).range
    beside = [mention for mention in near if 0 <= mention.start - cue.end <= 4 or 0 <= cue.start - mention.end <= 1]
    return beside[0].range if beside else None


def _hangs_on(token: Token, head: Token) -> bool:
    """True where the way up from ``token`` reaches ``head`` before any other verb."""
    while token.i != head.i:
        if token.head.i == token.i or (token.pos_ in _VERBS and token.dep_ not in ("aux", "auxpass")):
            return False
        token = token.head
    return True


def _is_a_limit(token: Token) -> bool:
    """As in "has promised to be done by the end of 2026": nothing is said by, until or since a day."""
    while token.dep_ == "pobj" and token.head.lower_ in ("of", *_LIMITS):
        if token.head.lower_ in _LIMITS:
            return True
        token = token.head.head
    return False


_LIMITS = ("by", "until", "till", "since")
