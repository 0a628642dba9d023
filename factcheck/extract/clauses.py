"""The smallest clause around a figure or an attribution, as a span of the text.

It stands apart because it looks only at the dependency tree (labels of ClearNLP, as spaCy's English models use them)
and at the characters at a clause's edges; it knows nothing of claims.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.extract.arcs import segment, splice
from factcheck.extract.clauses_en import CONDITIONS, LOOSE_MARKS, OF_A_VIEW
from factcheck.extract.tokens import starts_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Interval = tuple[int, int]
"""Half-open code points."""

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_CLAUSES = frozenset(("ROOT", "conj", "advcl", "parataxis", "ccomp", "relcl"))
_JOINERS = frozenset(("cc", "punct", "mark"))
_OPENING = '“"‘«„([{'
_CLOSING = '”"’»)]}'
_PARTNER = dict(zip("“«„([{", "”»“)]}", strict=True))
_FINAL = ".?!…"
_LEAD = " \t\r\n\u00a0,;:—–―-…."


class Tree:
    """A parse with a way from characters to tokens. ``text`` is the parse's text, read once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = text_of(doc)
        self._starts: list[int] = starts_of(doc)

    def tokens(self, start: int, end: int) -> range:
        """The positions of the tokens that touch ``[start, end)``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return range(first, max(bisect_left(self._starts, end), first))

    def root(self, start: int, end: int) -> Token:
        """The token of ``[start, end)`` that the others hang on: the first whose head lies outside."""
        inside = self.tokens(start, end)
        for position in inside:
            token = self.doc[position]
            if token.head.i not in inside or token.head.i == token.i:
                return token
        return self.doc[inside.start]

    def sentence(self, offset: int) -> Interval:
        """The sentence around ``offset``, without white space at its end."""
        position = self.tokens(offset, offset + 1).start
        sent = self.doc[position].sent
        return sent.start_char, sent.start_char + len(self.text[sent.start_char : sent.end_char].rstrip())

    def outer_clause(
        self, start: int, end: int, needed: Sequence[Interval], apart: Callable[[Token], bool]
    ) -> Interval:
        """The clause of the cue ``[start, end)``, which holds ``needed``; left out are other clauses joined to it.

        Args:
            needed: what the clause has to hold whatever the tree says.
            apart: True for a token that makes the clause it stands in another's (the cue of another attribution).
        """
        head = self.root(start, end)
        if head.pos_ not in ("VERB", "AUX"):
            low = min(s for s, _ in needed)
            before = head.head
            owned = head.dep_ == "pobj" and before.lower_ in OF_A_VIEW and any(c.dep_ == "poss" for c in head.lefts)
            return self.tidied(min(low, before.idx) if owned else low, max(e for _, e in needed))
        kept = [head, *self._own(head, needed, apart)]
        low = min(*(token.idx for token in kept), *(s for s, _ in needed))
        high = max(*(token.idx + len(token) for token in kept), *(e for _, e in needed))
        return self.tidied(low, high)

    def _own(self, head: Token, needed: Sequence[Interval], apart: Callable[[Token], bool]) -> list[Token]:
        kept: list[Token] = []
        first, stop = _spliced(head)
        for child in head.children:
            if not first <= child.i < stop:
                continue
            low, high = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
            holds = any(low < end and start < high for start, end in needed)
            if not holds:
                if child.i < head.i and child.dep_ in ("mark", "advmod") and child.lower_ in LOOSE_MARKS:
                    continue
                if child.dep_ in ("conj", "cc", "relcl", "parataxis", "ccomp"):
                    continue
                if child.dep_ in ("advcl", "dep") and any(apart(token) for token in child.subtree):
                    continue
                kept.extend(token for token in child.subtree if not token.is_space)
        return kept

    def figure_clause(self, start: int, end: int) -> Interval:
        """The smallest clause with a subject of its own around ``[start, end)``; a relative one with its antecedent."""
        token = self.root(start, end)
        while not self._stands_alone(token) and token.head.i != token.i:
            token = token.head
        low, high = self._edges(token)
        if token.dep_ == "relcl" and token.head.i != token.i:
            low = min(low, token.head.left_edge.idx)
        return self.tidied(min(low, start), max(high, end))

    def relative(self, start: int, end: int) -> tuple[int, int, bool] | None:
        """Where ``[start, end)`` is a noun and the clause told of it ("the dam, which cost $4bn"): the half-open span
        of the pronoun with the comma before it, and whether it means a place; None elsewhere."""
        noun = self.root(start, end)
        if noun.pos_ not in ("NOUN", "PROPN"):
            return None
        for clause in noun.rights:
            first = clause.left_edge
            if clause.dep_ != "relcl" or first.i == 0 or not start < first.idx < end:
                continue
            where = first.lower_ == "where"
            subject = first.lower_ in ("which", "who") and first.dep_ in _SUBJECTS and first.head.i == clause.i
            comma = first.nbor(-1)
            if (where or subject) and comma.text == "," and comma.idx >= noun.idx:
                return comma.idx, first.idx + len(first), where
        return None

    def has_subject(self, start: int, end: int) -> bool:
        """Whether a verb in ``[start, end)`` has its subject there too."""
        return any(
            self.doc[position].dep_ in _SUBJECTS and start <= self.doc[position].head.idx < end
            for position in self.tokens(start, end)
            if self.doc[position].idx >= start
        )

    def _stands_alone(self, token: Token) -> bool:
        if token.dep_ == "ROOT":
            return True
        if token.pos_ not in ("VERB", "AUX") or token.dep_ not in _CLAUSES:
            return False
        if token.dep_ == "ccomp" and token.i > token.head.i and not self._quoted(token):
            return False
        if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.lefts):
            return False
        if token.dep_ == "relcl" and (not self._after_comma(token) or self._dated(token)):
            return False
        return any(child.dep_ in _SUBJECTS for child in token.children)

    def _after_comma(self, token: Token) -> bool:
        """True for a relative clause that adds something; one without a comma only says which one is meant."""
        first = token.left_edge.i
        return first > 0 and self.doc[first - 1].text in (",", "—", "–", "-", "(")

    def _dated(self, token: Token) -> bool:
        """True for a clause that tells of a year, a day or a number: "the worst was 1997, when 58 died"; cut off with
        the date alone before it, it would be no sentence."""
        when = any(child.lower_ == "when" and child.i < token.i for child in token.lefts)
        return when and token.head.pos_ in ("NUM", "PROPN", "NOUN")

    def _quoted(self, token: Token) -> bool:
        return any(child.dep_ == "punct" and child.text in '“”"' for child in token.children)

    def _edges(self, head: Token) -> Interval:
        """The edges of a clause without the clauses with subjects that are joined to it."""
        kept = [head]
        for child in head.children:
            if child.dep_ == "conj" and any(grand.dep_ in _SUBJECTS for grand in child.children):
                continue
            loose = child.dep_ in ("mark", "advmod") and child.lower_ in LOOSE_MARKS
            dated = (
                loose and child.lower_ == "since" and child.nbor(1).like_num
            )  # "Since 2014 4,000 people have drowned"
            if child.i < head.i and loose and not dated:
                continue
            if child.dep_ in _JOINERS and not dated:
                continue
            kept.extend((child.left_edge, child.right_edge))
        return min(token.idx for token in kept), max(token.idx + len(token) for token in kept)

    def tidied(self, start: int, end: int) -> Interval:
        """``[start, end)`` without loose marks at its edges, with the quotation marks and the full stop that belong."""
        return tidied(self.text, start, end)


def _spliced(head: Token) -> tuple[int, int]:
    """The tokens that can be the clause of ``head`` where the parse ran two sentences into one.

    In "a poll suggested that A, groups say B" with A and the groups as subjects of "say", "say" has what follows the
    comma between them, and "suggested" what precedes it. A semicolon parts two statements in any case.
    """
    begin, end = segment(head)
    comma = splice([child for child in head.children if child.dep_ == "nsubj"])
    commas = [
        at
        for clause in head.children
        if clause.dep_ == "ccomp"
        and clause.i > head.i
        and (at := splice([child for child in clause.children if child.dep_ == "nsubj"])) is not None
    ]
    return begin if comma is None else max(begin, comma + 1), min([end, *commas])


def tidied(text: str, start: int, end: int) -> Interval:
    """``[start, end)`` of ``text`` without white space, commas and joining words' marks at its edges, and with the
    quotation marks and the final mark that touch it. Never empty where the span has a letter or a digit."""
    while start < end and text[start] in _LEAD:
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–―-"):
        end -= 1
    while start > 0 and text[start - 1] in _OPENING and _balance(text, start - 1, end) >= 0:
        start -= 1
    for _ in range(3):
        after = text[end : end + 1]
        if after and (after in _FINAL or (after in _CLOSING and _wants(text, start, end, after))):
            end += 1
        elif after == "," and text[end + 1 : end + 2] in ("”", '"') and _wants(text, start, end, text[end + 1]):
            end += 2
        else:
            break
    return start, end


def _balance(text: str, start: int, end: int) -> int:
    """Positive where ``text[start]`` opens what closes at or inside the end, negative where nothing closes it."""
    closing = _PARTNER.get(text[start], text[start])
    within = text.find(closing, start + 1, min(end + 3, len(text)))
    return 1 if within >= 0 else -1


def _wants(text: str, start: int, end: int, mark: str) -> bool:
    """True where a closing ``mark`` after ``[start, end)`` has its opening mark inside."""
    if mark in "\"'":
        return text.count(mark, start, end) % 2 == 1
    opening = {"”": "“", "’": "‘", "»": "«", ")": "(", "]": "[", "}": "{"}[mark]
    return text.count(opening, start, end) > text.count(mark, start, end)
