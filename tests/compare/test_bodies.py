from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.compare.bodies import Voices, one_name, voices
from factcheck.model import Statement

Build = Callable[..., Statement]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the Russian Ministry of Defence", "Russia’s Defense Ministry", Voices.SAME),
        ("Ministry of Health", "the Health Ministry", Voices.SAME),
        ("World Health Organization", "the WHO", Voices.SAME),
        ("Sergei Shoigu", "Shoigu", Voices.SAME),
        ("President Dana Vell", "Dana Vell", Voices.SAME),
        ("Moscow", "Russian Defence Ministry", Voices.DIFFERENT),
        ("Defence Ministry", "Russian Defence Ministry", Voices.UNKNOWN),
        ("British Defence Ministry", "Russian Defence Ministry", Voices.DIFFERENT),
        ("Ann Smith", "John Smith", Voices.DIFFERENT),
        ("Austrian Army", "Australian Army", Voices.DIFFERENT),
        ("", "Smith", Voices.UNKNOWN),
    ],
)
def test_bodies_one_name(a: str, b: str, expected: Voices) -> None:
    assert one_name(a, b) is expected
    assert one_name(b, a) is expected


def test_bodies_a_person_and_the_body_spoken_for_are_one_voice(statement: Build) -> None:
    a = statement("Igor Kost said so", by="Igor Kost", body="Sarvian Defence Ministry")
    b = statement("the Sarvian Defence Ministry said so", by="the Sarvian Defence Ministry")
    assert voices(a, b).voices is Voices.SAME


def test_bodies_two_anonymous_sources_are_never_joined_by_guess(statement: Build) -> None:
    a = statement("a senior official said so", by="a senior official", anonymous=True)
    b = statement("an aide said so", by="an aide", anonymous=True)
    assert voices(a, b).voices is Voices.UNKNOWN


def test_bodies_without_speakers_the_outlet_speaks(statement: Build) -> None:
    a, b = statement("It rained", outlet="Daily Ledger"), statement("It rained", outlet="daily ledger")
    assert (voices(a, b).voices, voices(a, b).by_outlet) == (Voices.SAME, True)
    assert voices(a, statement("It rained", outlet="Night Post")).voices is Voices.NEITHER
    assert voices(a, statement("Ann Lee said so", by="Ann Lee")).voices is Voices.UNKNOWN


def test_bodies_names_that_a_person_kept_apart_are_two_voices(statement: Build) -> None:
    a = statement("Smith said so", by="Smith")
    b = statement("Ann Smith said so", by="Ann Smith")
    assert voices(a, b).voices is Voices.SAME
    apart = replace(a, not_voices=("Ann Smith",))
    assert voices(apart, b).voices is voices(b, apart).voices is Voices.DIFFERENT
