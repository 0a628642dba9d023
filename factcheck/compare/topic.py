"""What two passages are about: the words left when numbers, measures, groups and speakers are taken out.

Apart from the figures' own fields, because the topic is read off the whole passage, its restatement and its title. The
shares from which two passages count as speaking of one matter stand here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.compare import words_en
from factcheck.compare.context import FigureInContext, once, once_a_pair, out_of_documents, two_documents
from factcheck.compare.families import families, groups, is_measure_word
from factcheck.compare.tokens import carries_topic, names, nation, overlap, stem, tokens, topic_key

LINKED = 0.34  # share of topic words from which two passages speak of one matter
FAINTLY = 0.15
NEARLY_THE_SAME_TEXT = 0.6
FEW = 2  # words of its own up to which a sentence leans on what its passage opened with
SET = 0.8  # what such an opening counts for beside words of its own


@once_a_pair
def topic_share(a: FigureInContext, b: FigureInContext) -> float | None:
    """The share of topic words that the two have in common, of the one with fewer; None where one has none.

    Names weigh twice. A word of the other's title or restatement counts as shared.
    """
    words_a = topic_words(a.around) or topic_words(a.backdrop)
    words_b = topic_words(b.around) or topic_words(b.backdrop)
    if not words_a or not words_b:
        return None
    share_a = _shared(words_a, _pool(b.around) | _pool(b.backdrop))
    share_b = _shared(words_b, _pool(a.around) | _pool(a.backdrop))
    share = max(share_a, share_b)
    few = min(len(words_a), len(words_b))
    if (few <= FEW or _leans(a) or _leans(b)) and share < LINKED and not out_of_documents(a, b):
        share = max(share, SET * _scenes_shared(a, b))
    if share == 0 and (few <= 1 or (few == 2 and two_documents(a, b))) and one_backdrop(a, b):
        return FAINTLY  # a word or two alone settle nothing
    return share


_PRONOUN = re.compile(r"\b(?:it|its|he|she|they|his|her|their)\b", re.IGNORECASE)


@once
def _leans(item: FigureInContext) -> bool:
    """The claim names nobody and speaks of "it" or "them": what it is about was said before."""
    return not names(item.around) and _PRONOUN.search(item.around) is not None


def _scenes_shared(a: FigureInContext, b: FigureInContext) -> float:
    """The share of topic words that what the two passages open with has in common, of the one with fewer; 0 to 1."""
    one, other = (topic_words(x.statement.title or x.around) for x in (a, b))
    if not one or not other:
        return 0.0
    pools = [frozenset(key for word in words for key in word.keys) for words in (one, other)]
    return min(_shared(one, pools[1]), _shared(other, pools[0]))


def one_backdrop(a: FigureInContext, b: FigureInContext) -> bool:
    """Whether two passages may be of one matter for all that is known of where they stand; documents share a word."""
    return not two_documents(a, b) or bool(_pool(a.backdrop) & _pool(b.backdrop))


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word that says what a passage is about: the keys it may be known by, and its weight."""

    keys: frozenset[str]
    weight: float


def _shared(words: frozenset[TopicWord], pool: frozenset[str]) -> float:
    return sum(w.weight for w in words if w.keys & pool) / sum(w.weight for w in words)


@lru_cache(maxsize=65536)
def _pool(text: str) -> frozenset[str]:
    return frozenset(key for word in topic_words(text) for key in word.keys)


@lru_cache(maxsize=65536)
def topic_words(text: str) -> frozenset[TopicWord]:
    """The words of ``text`` that say what it is about: no measure, group, light or small words; names weigh twice.

    A capitalised first word may be a name or not: it goes by both keys.
    """
    named = names(text)
    found = set()
    for token in tokens(text):
        if not carries_topic(token) or token.key in words_en.LIGHT or token.key in words_en.TITLES:
            continue
        if is_measure_word(token.key) or (groups(token.key) and not token.capital):
            continue
        key = nation(token.text)
        if token.capital and key in named:
            found.add(TopicWord(frozenset({key}), 2.0))
        elif token.capital:
            found.add(TopicWord(frozenset({key, topic_key(token)}), 1.0))
        else:
            found.add(TopicWord(frozenset({stem(token.key)}), 1.0))
    return frozenset(found)


@once_a_pair
def text_overlap(a: FigureInContext, b: FigureInContext) -> float:
    """How alike the two claims are in what they say, numbers and speakers aside: 0 to 1."""
    return overlap(_gist(a.around), _gist(b.around))


@lru_cache(maxsize=65536)
def _gist(text: str) -> frozenset[str]:
    """The content words of ``text``, those of one measure family made one, light words left out."""
    found = set()
    for token in tokens(text):
        if carries_topic(token) and token.key not in words_en.LIGHT:
            known = families(token.key)
            found.add(min(family for _, family in known) if known else topic_key(token))
    return frozenset(found)
