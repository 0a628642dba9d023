"""Documents, claims and vectors made up by number, for tests and measurements of what doesn't depend on meaning.

Document ``n`` is the same each time, so that whoever reads a store can tell whether it is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from factcheck.embed import ModelIdentity
from factcheck.model import Claim, ClaimKind, DateRange, Document, EarlierClaim, Figure, Speaker, Voice
from factcheck.store import AddedDocument, Store

Vectors = npt.NDArray[np.float32]
_PLACES = ("Aldermoor", "Brackwater", "Coldhaven", "Dunmarsh", "Elmsgate", "Farrowby", "Greyhithe")
_THINGS = (("house", "were flooded"), ("pupil", "were sent home"), ("bus", "were cancelled"), ("tree", "were felled"))


MODEL = ModelIdentity("made-up", "5" * 64, 16)
"""Stands in for a model; its vectors mean nothing."""


class MadeUpEncoder:
    """Gives each text a direction of its own, the same one each time."""

    def __init__(self, model: ModelIdentity = MODEL) -> None:
        self.identity = model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), dimension) float32, each of length 1."""
        made = np.empty((len(texts), self.identity.dimension), np.float32)
        for position, text in enumerate(texts):
            seed = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:8], "big")
            made[position] = np.random.default_rng(seed).standard_normal(self.identity.dimension, np.float32)
        return unit(made)


def unit(rows: Vectors) -> Vectors:
    """``rows`` brought to length 1."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return np.asarray(rows / lengths, np.float32)


def document(number: int, *, claims: int = 5) -> Document:
    """A report of ``claims`` sentences, each with a figure and a speaker."""
    return of_text("\n".join(_sentence(number, place) for place in range(claims)), number=number)


def of_text(text: str, *, number: int = 0) -> Document:
    """A document of any text."""
    raw = text.encode()
    return Document(
        id="",
        text=text,
        raw=raw,
        sha256=hashlib.sha256(raw).hexdigest(),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        title=f"Report {number}",
        outlet=f"The {_PLACES[number % len(_PLACES)]} Post",
        published_on=date(2030, 1, 1) + timedelta(days=number % 365),
        language="en",
    )


def claims_of(made: Document) -> tuple[Claim, ...]:
    """The claims of a document of :func:`document`: a line each."""
    found, start = [], 0
    for line in made.text.split("\n"):
        who = line.partition(" said ")[0]
        said = start + len(who) + len(" said ")
        value, unit_text = line.partition(" said ")[2].split()[:2]
        found.append(
            Claim(
                text=line,
                start=start,
                end=start + len(line),
                restated=None,
                kinds=(ClaimKind.NUMERIC, ClaimKind.ATTRIBUTED),
                voice=Voice.INDIRECT,
                speaker=Speaker(who, start, start + len(who), who, body=who.partition(" of ")[2] + " council"),
                said_on=DateRange(made.published_on, made.published_on),
                figures=(
                    Figure(
                        text=value,
                        start=said,
                        end=said + len(value),
                        low=float(value.replace(",", "")),
                        high=float(value.replace(",", "")),
                        unit=unit_text.rstrip("s"),
                        dimension="count",
                        measure=line.partition(unit_text + " ")[2].partition(" in ")[0],
                        as_of=DateRange(made.published_on, None),
                    ),
                ),
                check_worthiness=0.5,
                check_worthiness_parts={"number": 0.5},
            )
        )
        start += len(line) + 1
    return tuple(found)


def add(store: Store, number: int, *, claims: int = 5, encoder: MadeUpEncoder | None = None) -> AddedDocument:
    """Add document ``number`` with its claims and vectors."""
    encoder = encoder or MadeUpEncoder()
    made = document(number, claims=claims)
    found = claims_of(made)
    bare = [claim.text.replace(claim.figures[0].text, "") for claim in found]
    return store.add_document(
        made,
        found,
        numberless=bare,
        claim_vectors=encoder.encode([claim.text for claim in found]),
        numberless_vectors=encoder.encode(bare),
        model=encoder.identity,
    )


def earlier(number: int) -> EarlierClaim:
    """An earlier, checked claim."""
    return EarlierClaim(
        id="",
        claim=_sentence(number, 0),
        external_id=str(number),
        source="made-up",
        title=f"Check {number}",
        speaker="The mayor",
        date=date(2029, 1, 1) + timedelta(days=number % 365),
        verdict="False" if number % 2 else "True",
        extra={"number": number},
    )


def _sentence(number: int, place: int) -> str:
    where, (thing, done) = _PLACES[(number + place) % len(_PLACES)], _THINGS[(number // 7 + place) % len(_THINGS)]
    return f"The mayor of {where} said {number * 10 + place + 2:,} {thing}s {done} in ward {place} on day {number}."
