from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from factcheck.extract import encoder
from factcheck.extract.encoder import encoders

TEXTS = [
    "Ola Brandt told the Harbour Post on Monday that 31 people had died.",
    "",
    "Flooded!",
    "can't   won't — “no”, \n\n 4.5% of 1,200",
    "a " * 300,
]


@pytest.mark.parametrize("kinds", [40_000, 3])
def test_encoder_gives_the_vectors_of_the_model(nlp: Any, kinds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_KINDS", kinds)  # with 3, what is remembered is dropped again and again
    encode = encoders(nlp)
    assert encode is not None
    docs = [nlp.make_doc(text) for text in TEXTS]
    shared, names = nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]
    for batch in (docs, docs[:1], docs[1:2], docs):
        for doc, (own_shared, own_names) in zip(batch, encode(batch), strict=True):
            if len(doc) == 0:
                assert own_shared.shape == (0, 96)
                continue
            np.testing.assert_allclose(own_shared, shared.predict([doc])[0], atol=1e-5)
            np.testing.assert_allclose(own_names, names.predict([doc])[0], atol=1e-5)


def test_encoder_leaves_a_pipeline_of_another_make_alone() -> None:
    import spacy

    assert encoders(spacy.blank("en")) is None
    other = spacy.blank("en")
    wider = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 96, "depth": 4,
             "embed_size": 50, "window_size": 2, "maxout_pieces": 3, "subword_features": True}  # fmt: skip
    other.add_pipe("tok2vec", config={"model": wider})
    other.add_pipe("ner").add_label("PERSON")
    other.initialize()
    assert encoders(other) is None
