"""Dates beside a figure that are not the figure's: of a law, a kind, a word given, a publication, a later event.

Apart from :mod:`.figure_dates`, which gives the other dates to their figures.
"""

from __future__ import annotations

from factcheck.extract import context_en as en
from factcheck.extract.mentions import Mention, governor


def of_something_else(mention: Mention) -> bool:
    """Whether the date is of something that the sentence only mentions, whatever figure stands beside it."""
    return (
        _of_a_record(mention)
        or _tells_when_published(mention)
        or _of_a_kind(mention)
        or _of_a_word_given(mention)
        or _comes_after(mention)
    )


def _tells_when_published(mention: Mention) -> bool:
    """As in "the study, published on Tuesday, followed 1,500 women"."""
    verb = governor(mention.token)
    return verb is not None and verb.dep_ == "acl" and verb.lemma_.lower() in en.PUBLISHING


def _of_a_kind(mention: Mention) -> bool:
    """Whether the date only tells which kind or which law is meant: "the 1950s singer", "a 2019 law"; the year of a
    study is that of its numbers, as is one beside what is measured ("2019 sales")."""
    token = mention.token
    if token.dep_ not in ("amod", "compound", "nmod", "nummod", "npadvmod") or token.head.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.head.i < token.i or any(child.dep_ == "prep" for child in token.lefts):
        return False
    noun = token.head.lemma_.lower()
    return token.text.endswith("0s") or noun in en.DATED_THINGS


def _of_a_word_given(mention: Mention) -> bool:
    """As in "his claim in November that 250,000 would come": it was said then."""
    token = mention.token
    if token.dep_ != "pobj" or token.head.dep_ != "prep":
        return False
    preposition = token.head
    beside = preposition.nbor(-1) if preposition.i > 0 else preposition
    return any(one.pos_ == "NOUN" and one.lemma_.lower() in en.WORDS_GIVEN for one in (preposition.head, beside))


def _comes_after(mention: Mention) -> bool:
    """Whether the date is of what the figure only came before: "ahead of the May election", "until a truce was signed
    in 1994"."""
    token = mention.token
    for _ in range(5):
        if token.lower_ == "ahead":
            return True
        if token.pos_ in ("VERB", "AUX"):
            marks = [child.lower_ for child in token.lefts if child.dep_ in ("mark", "prep")]
            return token.dep_ in ("advcl", "pcomp") and not en.BEFOREHAND.isdisjoint(marks)
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _of_a_record(mention: Mention) -> bool:
    """Whether "since" says only how long nothing was like it: "the best year since 2016", "the first since May"."""
    doc, first = mention.token.doc, mention.token.sent.start
    opening = next(
        (token for token in doc[max(first, mention.token.i - 6) : mention.token.i + 1] if token.lower_ == "since"), None
    )
    if opening is None:
        return False
    before = doc[max(first, opening.i - 7) : opening.i]
    return any(
        (token.tag_ in ("JJS", "RBS") and (token.i == first or doc[token.i - 1].lower_ != "at"))
        or token.lower_ == "first"
        for token in before
    )
