"""The named entities of a batch of parsed texts, as spaCy's recognizer finds them, all texts at once.

The recognizer walks through a text with one decision a token (begins, goes on, ends, stands alone, outside), and asks
of each of its seventy actions, one by one, whether it is allowed. What it decides outside of an entity depends on that
token alone, so it is decided here for all tokens together, and only the inside of entities is walked through. The
weights are the recognizer's own and so are the entities. A recognizer of another make is not touched:
:func:`recognizer` gives None for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc

    Rows = np.ndarray[Any, np.dtype[np.float32]]
    Flags = np.ndarray[Any, np.dtype[np.bool_]]
    Numbers = np.ndarray[Any, np.dtype[np.intp]]


class Recognizer:
    """The named entities of texts whose sentences are known and whose tokens have vectors."""

    def __init__(self, ner: Any) -> None:
        import numpy as np
        from spacy.attrs import IS_SPACE, SENT_START

        tok2vec, lower, upper = ner.model.layers
        self._project = tok2vec.layers[-1]
        self._weights, self._bias = lower.get_param("W"), lower.get_param("b").reshape(-1)
        self._absent = lower.get_param("pad")[0].reshape(3, -1)
        self._upper, self._upper_bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._read = [IS_SPACE, SENT_START]
        names = [ner.moves.get_class_name(at) for at in range(ner.moves.n_moves)]
        labels = sorted({name[2:] for name in names if name[2:]})
        of = {name: at for at, name in enumerate(names)}
        self._begin, self._inside, self._last, self._alone = (
            np.array([of[f"{kind}-{label}"] for label in labels]) for kind in "BILU"
        )
        self._out = of["O"]
        self._labels = [ner.vocab.strings.add(label) for label in labels]

    def __call__(self, docs: Sequence[Doc], vectors: Sequence[Rows]) -> None:
        """Sets the entities of ``docs``, whose tokens have ``vectors``, (tokens, width) each."""
        import numpy as np
        from spacy.tokens import Span

        kept = [(doc, rows) for doc, rows in zip(docs, vectors, strict=True) if len(doc)]
        if not kept:
            return
        read = np.concatenate([doc.to_array(self._read) for doc, _ in kept]).astype(np.int64)
        ends = np.cumsum([len(doc) for doc, _ in kept])
        goes_on = np.append(read[1:, 1] != 1, False)  # whether the next token may belong to the same entity
        goes_on[ends - 1] = False
        more = np.ones(len(read), dtype=bool)
        more[ends - 1] = False
        found = self._decided(np.concatenate([rows for _, rows in kept]), read[:, 0] == 1, goes_on, more)
        at = base = 0
        for doc, _ in kept:
            spans = []
            while at < len(found) and found[at][0] < base + len(doc):
                first, stop, label = found[at]
                spans.append(Span(doc, first - base, stop - base, label=self._labels[label]))
                at += 1
            doc.set_ents(spans)
            base += len(doc)

    def _decided(self, vectors: Rows, space: Flags, goes_on: Flags, more: Flags) -> list[tuple[int, int, int]]:
        """The entities as ``(first, stop, label)``, in order, none overlapping."""
        import numpy as np

        features = self._features(vectors)
        scores = self._scores(features[:, 0] + self._absent[1] + self._absent[2])
        scores[space] = np.where(np.arange(scores.shape[1]) == self._out, scores[space], -np.inf)
        scores[np.ix_(~goes_on, self._begin)] = -np.inf
        scores[:, self._inside] = scores[:, self._last] = -np.inf
        chosen = scores.argmax(axis=1)
        label_of = np.full(scores.shape[1], -1)
        label_of[self._begin] = np.arange(len(self._begin))
        label_of[self._alone] = np.arange(len(self._alone))
        begins = np.flatnonzero(np.isin(chosen, self._begin))
        ends = self._ends(features, begins, label_of[chosen[begins]], goes_on, more)
        stops = dict(zip(begins.tolist(), ends, strict=True))
        found: list[tuple[int, int, int]] = []
        free = 0
        for at in np.flatnonzero(label_of[chosen] >= 0).tolist():
            if at >= free:
                free = stops.get(at, at + 1)
                found.append((at, free, int(label_of[chosen[at]])))
        return found

    def _ends(self, features: Rows, begins: Numbers, labels: Numbers, goes_on: Flags, more: Flags) -> list[int]:
        """Where each entity that begins at ``begins`` ends, half-open."""
        import numpy as np

        stops = begins.copy()
        open_ones = np.arange(len(begins))
        at = begins + 1
        while len(open_ones):
            first, label = begins[open_ones], labels[open_ones]
            scores = self._scores(features[at, 0] + features[first, 1] + features[at - 1, 2])
            rows = np.arange(len(at))
            further = scores[rows, self._inside[label]] > scores[rows, self._last[label]]
            further &= goes_on[at] & more[at]
            stops[open_ones[~further]] = at[~further] + 1
            open_ones, at = open_ones[further], at[further] + 1
        return cast("list[int]", stops.tolist())

    def _features(self, vectors: Rows) -> Rows:
        """What each token gives as the next one, as an entity's first and as its last so far: (tokens, 3, hidden)."""
        rows = self._project.predict(vectors)
        wide = self._weights.reshape(-1, rows.shape[1])
        return cast("Rows", (rows @ wide.T).reshape(len(rows), 3, -1))

    def _scores(self, summed: Rows) -> Rows:
        """The score of every action for rows of summed features."""
        import numpy as np

        summed = summed + self._bias
        hidden = np.maximum(summed[:, ::2], summed[:, 1::2])
        return cast("Rows", hidden @ self._upper + self._upper_bias)


def recognizer(nlp: Language) -> Recognizer | None:
    """The recognizer of ``nlp``, or None where it isn't of the make that this module knows."""
    if "ner" not in nlp.pipe_names:
        return None
    ner = cast(Any, nlp.get_pipe("ner"))
    model = ner.model
    if model.attrs["unseen_classes"] or not model.attrs["has_upper"] or ner.cfg["beam_width"] != 1:
        return None
    names = {ner.moves.get_class_name(at) for at in range(ner.moves.n_moves)}
    labels = {name[2:] for name in names if name[2:]}
    lower = model.layers[1]
    fits = (lower.get_dim("nF"), lower.get_dim("nP")) == (3, 2) and model.layers[0].layers[-1].name == "linear"
    whole = names - {"U-"} == {"O"} | {f"{kind}-{label}" for kind in "BILU" for label in labels}
    return Recognizer(ner) if fits and whole else None
