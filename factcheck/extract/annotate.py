"""Runs the parser's components over texts, each in the cheapest way that gives what the component gives.

The encoders and the names are worked out for all texts of a batch together (:mod:`.encoder`, :mod:`.entities`). And in
spaCy's English pipeline a quarter of the time goes into the attribute ruler and the lemmatizer, which work out the same
answer for the same word again and again. The ruler's answer depends on a token's tag, its dependency label and, of the
few words its patterns name, the word itself and its neighbours; the lemma on the word, its part of speech and its form.
So each answer is asked of the components once and remembered: the result is theirs, token for token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from factcheck.extract.encoder import Encoders, encoders
from factcheck.extract.entities import Recognizer, recognizer

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_BATCH = 64
_BATCH_TOKENS = 2_000
_Ruled = tuple[int, int, int, int | None]
"""Part of speech, form, lemma (0 where the lemmatizer says it) and, where it is another than before, the label."""
_LOOKED_UP = ("attribute_ruler", "lemmatizer")
_OTHER = 1
"""Stands for a dependency label that no pattern of the ruler names."""
_ORDER = ("tok2vec", "tagger", "parser", *_LOOKED_UP, "ner")
"""The components whose ways are known here, in the one order in which they are."""


def annotated(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The tokenized ``docs`` with all that the pipeline adds, in order; but for the forms of words (their case, tense,
    number), which nothing here reads: a pipeline of the known make leaves them out."""
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
        self._memory.apply(batch)
        self._recognize(batch, [names for _, names in vectors])
        return batch


class _Memory:
    """What the ruler and the lemmatizer said, by what their answers depend on."""

    def __init__(self, nlp: Language) -> None:
        import numpy as np
        from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, ORTH, POS, TAG

        self._ruler = cast(Any, nlp.get_pipe("attribute_ruler"))
        self._lemmatizer = _quick(cast(Any, nlp.get_pipe("lemmatizer")))
        self._strings = nlp.vocab.strings
        self._read = [LOWER, TAG, DEP, IS_SPACE, ORTH]
        self._write = [POS, LEMMA]
        self._expl = nlp.vocab.strings.add("expl")
        self._words, self._firsts, self._seconds = _named_words(self._ruler.patterns)
        self._reach = max((len(one) for entry in self._ruler.patterns for one in entry["patterns"]), default=1) - 1
        labels = {self._strings[name] for name in _named(self._ruler.patterns, "DEP")} | {0}
        self._deps = {label: label for label in labels}
        self._named = np.array(sorted(labels), dtype="uint64")
        self._roles: dict[int, tuple[int, bool, bool]] = {}
        self._ruled: dict[tuple[int, ...], _Ruled] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}
        self._alone: dict[bytes, tuple[int, int]] = {}

    def apply(self, batch: Sequence[Doc]) -> None:
        """Gives the tokens of ``batch`` their parts of speech and lemmas."""
        import numpy as np

        docs = [doc for doc in batch if len(doc)]
        if not docs:
            return
        read = [doc.to_array(self._read) for doc in docs]
        kinds = self._kinds(np.concatenate(read))
        at = 0
        for doc, rows in zip(docs, read, strict=True):
            own = kinds[at : at + len(rows)]
            at += len(rows)
            made: list[Any] = [self._alone.get(kind) for kind in own]
            if None in made:
                self._fill(doc, rows.tolist(), own, made)
            cast(Any, doc).from_array(self._write, np.array(made, dtype="uint64"))

    def _kinds(self, rows: np.ndarray[Any, np.dtype[np.uint64]]) -> list[bytes]:
        """What tells tokens apart for the ruler and the lemmatizer, but for their neighbours."""
        import numpy as np

        labels = rows[:, 2]
        named = self._named[np.searchsorted(self._named, labels).clip(max=len(self._named) - 1)] == labels
        rows[:, 2] = np.where(named | (rows[:, 3] != 0), labels, _OTHER)
        return cast("list[bytes]", rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist())

    def _fill(self, doc: Doc, rows: list[list[int]], kinds: list[bytes], made: list[Any]) -> None:
        """Puts part of speech and lemma where ``made`` has None: of a word not met before, or one whose neighbours
        count. Of any other what was said is kept by its kind."""
        wanted = [at for at, one in enumerate(made) if one is None]
        keys = {at: self._key(rows, at) for at in wanted}
        self._learn(doc, rows, {at: key for at, key in keys.items() if key not in self._ruled})
        for at, key in keys.items():
            pos, morph, lemma, changed = self._ruled[key]
            if changed is not None:
                doc[at].dep = changed
            lemma = lemma or self._lemma(doc[at], pos, morph)
            made[at] = (pos, lemma)
            _, first, second = self._role(rows[at][0])
            if changed is None and not (first or second):
                self._alone[kinds[at]] = made[at]

    def _learn(self, doc: Doc, rows: list[list[int]], keys: dict[int, tuple[int, ...]]) -> None:
        """Asks the ruler about the tokens at the positions of ``keys``, and remembers what it said."""
        found = {
            (int(self._strings[name]), name, begin + start, begin + end)
            for at in keys
            for begin in (max(at - self._reach, 0),)
            for name, start, end in self._ruler.matcher(
                doc[begin : at + self._reach + 1], allow_missing=True, as_spans=False
            )
        }
        indices = self._ruler.indices
        meant = [one for one in found if (one[3] if indices[one[0]] < 0 else one[2]) + indices[one[0]] in keys]
        self._ruler.set_annotations(doc, sorted(meant))
        for at, key in keys.items():
            token = doc[at]
            changed = token.dep if token.dep != rows[at][2] else None
            self._ruled[key] = (token.pos, cast(Any, token.morph).key, token.lemma, changed)

    def _lemma(self, token: Token, pos: int, morph: int) -> int:
        known = self._lemmas.get((token.orth, pos, morph))
        if known is None:
            token.pos = pos
            cast(Any, token).set_morph(morph)
            token.lemma_ = self._lemmatizer.rule_lemmatize(token)[0]
            known = self._lemmas[token.orth, pos, morph] = token.lemma
        return known

    def _key(self, rows: list[list[int]], at: int) -> tuple[int, ...]:
        """What the ruler's answer for the token at ``at`` depends on."""
        row = rows[at]
        word, first, second = self._role(row[0])
        # a neighbour counts where the two may be a pattern's words; any other is none
        after = rows[at + 1][0] if first and at + 1 < len(rows) and self._role(rows[at + 1][0])[2] else 0
        before = rows[at - 1][0] if second and at and self._role(rows[at - 1][0])[1] else 0
        expletive = int(second and at > 0 and rows[at - 1][2] == self._expl)
        # of the labels that no pattern names all are one, but for white space, whose label the ruler changes
        dep = row[2] if row[3] else self._deps.get(row[2], _OTHER)
        return (word, row[1], dep, row[3], after, before, expletive)

    def _role(self, lower: int) -> tuple[int, bool, bool]:
        """The word itself where a pattern names it, else 0; and whether it is a first or second word of a pattern."""
        known = self._roles.get(lower)
        if known is not None:
            return known
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
