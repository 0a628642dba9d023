"""The vectors of tokens in context, as spaCy's convolutional encoder gives them, worked out with less ado.

In spaCy's small English pipeline two such encoders, one for tags and tree and one for names, take half of the time.
What a token's first layer says depends on the token alone (its norm, its ends, its shape), so each kind of token is
asked of the model once and remembered; the layers over it are four products of matrices, done here on one array for all
texts of a batch. The weights are the model's own, and so, but for rounding, are the vectors. A model of another make is
not touched: :func:`encoders` gives None for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

    Rows = np.ndarray[Any, np.dtype[np.float32]]

_KINDS = 40_000
"""Kinds of tokens remembered; with more the memory begins anew, so that it never grows beyond this."""
_TINY = 1e-8
"""What thinc's normalising adds to the variance."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """One convolution: ``weights`` is (input, pieces x width), piece by piece; then ``scale`` and ``shift``."""

    weights: Rows
    bias: Rows
    scale: Rows
    shift: Rows


class Encoder:
    """One encoder of a pipeline: its first layer, and the convolutions over it.

    Attributes:
        columns: the attributes of tokens that the first layer looks at. width: of its vectors.
        pad: how far a token's neighbours reach, in tokens.
    """

    def __init__(self, model: Model[Any, Any]) -> None:
        encode = model.get_ref("encode")
        self._embed = model.get_ref("embed")
        self.columns: list[int | str] = list(self._embed.layers[0].attrs["columns"])
        self.width = int(encode.get_dim("nO"))
        maxouts = [node for node in encode.walk() if node.name == "maxout"]
        norms = [node for node in encode.walk() if node.name == "layernorm"]
        self._layers = [_layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]
        self.pad = len(self._layers)

    def first(self, kinds: np.ndarray[Any, np.dtype[np.uint64]]) -> Rows:
        """What the first layer says of each kind of token, (kinds, width)."""
        import numpy as np
        from thinc.api import Ragged

        _, _, hashed, mixed, _ = self._embed.layers
        given = cast(Any, Ragged)(
            np.ascontiguousarray(kinds[:, : len(self.columns)]), np.array([len(kinds)], dtype="i")
        )
        return cast("Rows", mixed.predict(hashed.predict(given)).dataXd)

    def above(self, padded: Rows) -> Rows:
        """The convolutions over the first layer, for rows with :attr:`pad` rows of zeros around every text."""
        import numpy as np

        width, rows = self.width, padded
        wide = np.zeros((len(rows), 3 * width), dtype=np.float32)
        made = np.empty_like(wide)
        best = np.empty((len(rows), width), dtype=np.float32)
        share = np.full(width, 1 / width, dtype=np.float32)
        for layer in self._layers:
            wide[1:, :width] = rows[:-1]
            wide[:, width : 2 * width] = rows
            wide[:-1, 2 * width :] = rows[1:]
            np.matmul(wide, layer.weights, out=made)
            made += layer.bias
            np.maximum(made[:, :width], made[:, width : 2 * width], out=best)
            np.maximum(best, made[:, 2 * width :], out=best)
            best -= (best @ share)[:, None]
            spread = np.einsum("ij,ij->i", best, best) / width
            best /= np.sqrt(spread + _TINY)[:, None]
            best *= layer.scale
            best += layer.shift
            rows = rows + best
        return rows


def _layer(maxout: Any, norm: Any) -> _Layer:
    import numpy as np

    weights, bias = maxout.get_param("W"), maxout.get_param("b")  # (width, pieces, input) and (width, pieces)
    turned = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
    return _Layer(turned, np.ascontiguousarray(bias.T.reshape(-1)), norm.get_param("G"), norm.get_param("b"))


class Encoders:
    """The two encoders of a pipeline, with what both remember of the kinds of tokens."""

    def __init__(self, shared: Encoder, names: Encoder) -> None:
        import numpy as np

        self._shared, self._names = shared, names
        self._known: dict[bytes, int] = {}
        self._first = np.zeros((1_024, shared.width + names.width), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[tuple[Rows, Rows]]:
        """For each text the vectors of its tokens: those for tags and tree, and those for names; (tokens, width)."""
        import numpy as np

        if not any(map(len, docs)):
            return [(self._first[:0, : self._shared.width], self._first[:0, self._shared.width :]) for _ in docs]
        kinds = [doc.to_array(self._shared.columns).reshape(len(doc), len(self._shared.columns)) for doc in docs]
        lengths = [len(one) for one in kinds]
        places = self._places(np.concatenate(kinds))
        pad, width = self._shared.pad, self._shared.width
        rows = np.zeros((sum(lengths) + pad * (len(docs) + 1), self._first.shape[1]), dtype=np.float32)
        bounds: list[tuple[int, int]] = []
        at = pad
        for length in lengths:
            bounds.append((at, at + length))
            at += length + pad
        within = np.concatenate([np.arange(start, stop) for start, stop in bounds])
        rows[within] = self._first[places]
        shared = self._shared.above(rows[:, :width])
        names = self._names.above(rows[:, width:])
        return [(shared[start:stop], names[start:stop]) for start, stop in bounds]

    def _places(self, kinds: np.ndarray[Any, np.dtype[np.uint64]]) -> np.ndarray[Any, np.dtype[np.intp]]:
        """The row of each token in what is remembered; what isn't yet is asked."""
        import numpy as np

        keys = np.ascontiguousarray(kinds).view(f"V{kinds.shape[1] * 8}").ravel().tolist()
        if len(self._known) + len(keys) > _KINDS:
            self._known.clear()
        new: dict[bytes, int] = {}
        for at, key in enumerate(keys):
            if key not in self._known and key not in new:
                new[key] = at
        if new:
            asked = kinds[list(new.values())]
            begin = len(self._known)
            while begin + len(new) > len(self._first):
                self._first = np.concatenate([self._first, np.zeros_like(self._first)])
            width = self._shared.width
            self._first[begin : begin + len(new), :width] = self._shared.first(asked)
            self._first[begin : begin + len(new), width:] = self._names.first(asked)
            self._known.update((key, begin + at) for at, key in enumerate(new))
        return np.array([self._known[key] for key in keys], dtype=np.intp)


def encoders(nlp: Language) -> Encoders | None:
    """The encoders of ``nlp``, or None where they aren't of the make that this module knows."""
    if "tok2vec" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
        return None
    models = (
        cast(Any, nlp.get_pipe("tok2vec")).model,
        cast(Any, nlp.get_pipe("ner")).model.get_ref("tok2vec").layers[0],
    )
    if not all(_known(model) for model in models):
        return None
    shared, names = (Encoder(model) for model in models)
    # a token is remembered by what the first looks at, which has to be all that the second looks at and more
    fits = shared.pad == names.pad and shared.columns[: len(names.columns)] == names.columns
    return Encoders(shared, names) if fits else None


_CONVOLUTION = "residual(expand_window>>maxout>>layernorm>>dropout)"
_FIRST = ["extract_features", "list2ragged", "with_array", "with_array(maxout>>layernorm>>dropout)", "ragged2list"]


def _known(model: Model[Any, Any]) -> bool:
    """Whether ``model`` is an encoder of the make that this module works out by itself."""
    if not (model.has_ref("embed") and model.has_ref("encode")):
        return False
    embed, encode = model.get_ref("embed"), model.get_ref("encode")
    first = [layer.name for layer in embed.layers]
    if len(first) != len(_FIRST) or not all(map(str.startswith, first, _FIRST)) or "hashembed" not in first[2]:
        return False
    nodes = list(encode.walk())
    depth = sum(node.name == "maxout" for node in nodes)
    width = encode.get_dim("nO")
    return (
        encode.name == f"with_array({'>>'.join([_CONVOLUTION] * depth)})"
        and encode.attrs.get("pad") == depth
        and all(node.attrs["window_size"] == 1 for node in nodes if node.name == "expand_window")
        and all(node.get_param("W").shape == (width, 3, 3 * width) for node in nodes if node.name == "maxout")
    )
