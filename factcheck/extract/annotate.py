"""Runs the parser's components over texts, each in the cheapest way that gives what the component gives.

The encoders and the names are worked out for all texts of a batch together (:mod:`.encoder`, :mod:`.entities`). And in
spaCy's English pipeline a quarter of the time goes into the attribute ruler and the lemmatizer, which work out the same
answer for the same word again and again. The ruler's answer depends on a token's tag, its dependency label and, of the
few words its patterns name, the word itself and its neighbours; the lemma on the word, its part of speech and its form.
So each answer is asked of the components once and remembered: the result is theirs, token for token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from factcheck.extract.encoder import Encoders, encoders
from factcheck.extract.entities import Recognizer, recognizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 64
_BATCH_TOKENS = 2_000
_LOOKED_UP = ("attribute_ruler", "lemmatizer")
_OTHER = 1
"""Stands for a dependency label that no pattern of the ruler names."""
_ORDER = ("tok2vec", "tagger", "parser", *_LOOKED_UP, "ner")
"""The components whose ways are known here, in the one order in which they are."""


def annotated(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The tokenized ``docs`` with all that the pipeline adds, in order."""
    known = _known(nlp)
    for batch in _batches(docs):
        if known is None:
            yield from _by_components(nlp, batch)
        else:
            yield from known.annotated(batch)


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        batch.append(doc)
        tokens += len(doc)
        if len(batch) == _BATCH or tokens >= _BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _by_components(nlp: Language, batch: list[Doc]) -> list[Doc]:
    for _, component in nlp.pipeline:
        batch = list(cast(Any, component).pipe(batch, batch_size=_BATCH))
    return batch


@lru_cache(maxsize=2)
def _known(nlp: Language) -> _Known | None:
    """None for a pipeline whose components aren't those this package knows the workings of."""
    if tuple(nlp.pipe_names) != _ORDER or getattr(nlp.get_pipe("lemmatizer"), "mode", "") != "rule":
        return None
    encode, recognize = encoders(nlp), recognizer(nlp)
    return _Known(nlp, encode, recognize) if encode is not None and recognize is not None else None


class _Known:
    """A pipeline of the known make."""

    def __init__(self, nlp: Language, encode: Encoders, recognize: Recognizer) -> None:
        self._encode, self._recognize, self._memory = encode, recognize, _Memory(nlp)
        self._tagger, self._parser = cast(Any, nlp.get_pipe("tagger")), cast(Any, nlp.get_pipe("parser"))

    def annotated(self, batch: list[Doc]) -> list[Doc]:
        vectors = self._encode(batch)
        for doc, (shared, _) in zip(batch, vectors, strict=True):
            cast(Any, doc).tensor = shared  # where the tagger and the parser look for them
        for component in (self._tagger, self._parser):
            component.set_annotations(batch, component.predict(batch))  # its pipe would cut the batch in four
        for doc in batch:
            self._memory.apply(doc)
        self._recognize(batch, [names for _, names in vectors])
        return batch


class _Memory:
    """What the ruler and the lemmatizer said, by what their answers depend on."""

    def __init__(self, nlp: Language) -> None:
        from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG

        self._ruler = cast(Any, nlp.get_pipe("attribute_ruler"))
        self._lemmatizer = _quick(cast(Any, nlp.get_pipe("lemmatizer")))
        self._strings = nlp.vocab.strings
        self._read = [LOWER, TAG, DEP, IS_SPACE, ORTH]
        self._write = [POS, MORPH, LEMMA]
        self._expl = nlp.vocab.strings.add("expl")
        self._words, self._firsts, self._seconds = _named_words(self._ruler.patterns)
        self._deps = {self._strings[name]: self._strings[name] for name in _named(self._ruler.patterns, "DEP")}
        self._roles: dict[int, tuple[int, bool, bool]] = {}
        self._ruled: dict[tuple[int, ...], tuple[int, int, int, int | None]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def apply(self, doc: Doc) -> Doc:
        """``doc`` with parts of speech, forms and lemmas."""
        import numpy as np

        if len(doc) == 0:
            return doc
        rows = doc.to_array(self._read).tolist()
        keys = self._keys(rows)
        if any(key not in self._ruled for key in keys):
            self._learn(doc, keys, rows)
            return doc
        made = [self._ruled[key] for key in keys]
        lemmas = [
            lemma or self._lemmas.get((row[4], pos, morph), 0)
            for row, (pos, morph, lemma, _) in zip(rows, made, strict=True)
        ]
        table = [(pos, morph, lemma) for (pos, morph, _, _), lemma in zip(made, lemmas, strict=True)]
        cast(Any, doc).from_array(self._write, np.array(table, dtype="uint64"))
        for position, lemma in enumerate(lemmas):
            changed = made[position][3]
            if changed is not None:
                doc[position].dep = changed
            if not lemma:
                token = doc[position]
                token.lemma_ = self._lemmatizer.rule_lemmatize(token)[0]
                self._lemmas[rows[position][4], made[position][0], made[position][1]] = token.lemma
        return doc

    def _learn(self, doc: Doc, keys: list[tuple[int, ...]], rows: list[list[int]]) -> None:
        self._ruler(doc)
        for token, key, row in zip(doc, keys, rows, strict=True):
            changed = token.dep if token.dep != row[2] else None
            self._ruled[key] = (token.pos, cast(Any, token.morph).key, token.lemma, changed)
        self._lemmatizer(doc)
        for token, key, row in zip(doc, keys, rows, strict=True):
            pos, morph, lemma, _ = self._ruled[key]
            if not lemma:
                self._lemmas[row[4], pos, morph] = token.lemma

    def _keys(self, rows: list[list[int]]) -> list[tuple[int, ...]]:
        keys: list[tuple[int, ...]] = []
        roles = [self._roles.get(row[0]) or self._role(row[0]) for row in rows]
        last = len(rows) - 1
        for at, (row, (word, first, second)) in enumerate(zip(rows, roles, strict=True)):
            # a neighbour counts where the two may be a pattern's words; any other is none
            after = rows[at + 1][0] if first and at < last and roles[at + 1][2] else 0
            before = rows[at - 1][0] if second and at and roles[at - 1][1] else 0
            expletive = int(second and at > 0 and rows[at - 1][2] == self._expl)
            # of the labels that no pattern names all are one, but for white space, whose label the ruler changes
            dep = row[2] if row[3] else self._deps.get(row[2], _OTHER if row[2] else 0)
            keys.append((word, row[1], dep, row[3], after, before, expletive))
        return keys

    def _role(self, lower: int) -> tuple[int, bool, bool]:
        """The word itself where a pattern names it, else 0; and whether it is a first or second word of a pattern."""
        word = self._strings[lower]
        role = (
            lower if self._words.fullmatch(word) else 0,
            self._firsts.fullmatch(word) is not None,
            self._seconds.fullmatch(word) is not None,
        )
        self._roles[lower] = role
        return role


def _quick(lemmatizer: Any) -> Any:
    """``lemmatizer`` with its lists of known words as sets: it looks through thousands of them for a new word."""
    from spacy.lookups import Lookups

    made = type(lemmatizer)(lemmatizer.vocab, None, mode=lemmatizer.mode, overwrite=lemmatizer.overwrite)
    tables = Lookups()
    for name in lemmatizer.lookups.tables:
        tables.add_table(name, lemmatizer.lookups.get_table(name))
    known = tables.get_table("lemma_index")
    tables.set_table("lemma_index", type(known)("lemma_index", {pos: frozenset(known[pos]) for pos in known}))
    made.lookups = tables
    return made


def _named_words(patterns: Iterable[dict[str, Any]]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of the words that the ruler's patterns name: anywhere, as the first of several, as a later one."""
    every: set[str] = set()
    firsts: set[str] = set()
    seconds: set[str] = set()
    for entry in patterns:
        for pattern in entry["patterns"]:
            named = [_alternatives(token.get("LOWER", token.get("ORTH", token.get("TEXT", ())))) for token in pattern]
            every.update(*named)
            if len(pattern) > 1:
                firsts.update(named[0])
                seconds.update(*named[1:])
    return tuple(re.compile("|".join(sorted(words)) or r"(?!)") for words in (every, firsts, seconds))  # type: ignore[return-value]


def _named(patterns: Iterable[dict[str, Any]], attribute: str) -> set[str]:
    """The values of an attribute that the ruler's patterns name."""
    found = [
        token[attribute]
        for entry in patterns
        for pattern in entry["patterns"]
        for token in pattern
        if attribute in token
    ]
    return {name for one in found for name in ([one] if isinstance(one, str) else one.get("IN", one.get("NOT_IN", ())))}


def _alternatives(value: Any) -> set[str]:
    if isinstance(value, str):
        return {re.escape(value.lower())}
    if isinstance(value, dict):
        listed = {re.escape(word.lower()) for word in value.get("IN", ())}
        return listed | ({value["REGEX"].strip("^$")} if "REGEX" in value else set())
    return set()
