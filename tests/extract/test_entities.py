from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.annotate import annotated
from factcheck.extract.entities import recognizer

TEXTS = [
    "Ola Brandt told the Harbour Post on Monday that 31 people had died in New Leith, Norway.",
    "PARIS (Reuters) - The United Nations High Commissioner for Refugees said $1.2 billion was needed by 31 December 2021.",
    "Mr. Lee met Ms. Kim.\n\nJapan, Peru and the Bank of England did not.",
    "  \n\n  ",
    "\t2022\n\n\nLondon",
    "London",
    "THE PRIME MINISTER OF CANADA SAID ON TUESDAY NIGHT THAT TWO-THIRDS OF 4,000 SOLDIERS LEFT KABUL",
]
WORDS = st.sampled_from(
    "Ola Brandt of the New York Times said 31 May , . “ ” \n\n $ 4 million Tuesday U.S. and a".split(" ")
)


def _names(doc: Any) -> list[tuple[int, int, str]]:
    return [(name.start, name.end, name.label_) for name in doc.ents]


def test_entities_are_those_of_the_recognizer(nlp: Any) -> None:
    assert recognizer(nlp) is not None
    assert [_names(doc) for doc in annotated(nlp, map(nlp.make_doc, TEXTS))] == [_names(nlp(text)) for text in TEXTS]


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=4))
def test_entities_of_any_words_are_those_of_the_recognizer(nlp: Any, texts: list[str]) -> None:
    docs = list(annotated(nlp, map(nlp.make_doc, texts)))
    assert [_names(doc) for doc in docs] == [_names(nlp(text)) for text in texts]
    assert [[(t.ent_iob_, t.ent_type_) for t in doc] for doc in docs] == [
        [(t.ent_iob_, t.ent_type_) for t in nlp(text)] for text in texts
    ]


@pytest.mark.parametrize("labels", [(), ("PERSON",)])
def test_entities_leaves_a_recognizer_of_another_make_alone(labels: tuple[str, ...]) -> None:
    import spacy

    other = spacy.blank("en")
    if labels:
        names = other.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner", "extra_state_tokens": True, "hidden_width": 8, "maxout_pieces": 2, "use_upper": True,
            "tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 8, "depth": 1,
                        "embed_size": 20, "window_size": 1, "maxout_pieces": 2, "subword_features": True}}})  # fmt: skip
        for label in labels:
            names.add_label(label)
        other.initialize()
    assert recognizer(other) is None
