from __future__ import annotations

from typing import Any

from factcheck.extract.annotate import annotated

TEXTS = [
    "The mayors said they weren't going to leave, but there's 40 of us; let's go.",
    "There were floods, and it has been raining. I gonna gotta ain't y'all c'm on.",
    "He got the biggest houses, having fled. Its own dogs, which had better lives, lay there.",
    "",
    "   ",
    "\n\nThis is 4.5% of that.",
]


def _seen(doc: Any) -> list[tuple[Any, ...]]:
    """What is read of a parse: all but the forms of words."""
    return [(t.text, t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc]


def test_annotate_gives_what_the_pipeline_gives(nlp: Any) -> None:
    texts = TEXTS * 3  # the second time round the answers are remembered ones
    ours = [_seen(doc) for doc in annotated(nlp, map(nlp.make_doc, texts))]
    assert ours == [_seen(doc) for doc in nlp.pipe(texts)]
