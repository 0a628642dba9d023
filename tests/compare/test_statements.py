from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from factcheck.compare.statements import compare_statements, takes_back
from factcheck.model import Content, RelationKind, Stance, Statement, Voice

Build = Callable[..., Statement]
MON, FRI = date(2024, 5, 6), date(2024, 5, 10)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Guards beat prisoners at Stonefield jail", "Guards did not beat prisoners at Stonefield jail", "denial"),
        (
            "The court upheld the conviction of Marlo Quint",
            "The court struck down the conviction of Marlo Quint",
            "denial",
        ),
        ("The vaccine is safe for pregnant women", "The vaccine is unsafe for pregnant women", "denial"),
        (
            "No gates were opened at the Hallow dam on Monday",
            "Two gates were opened at the Hallow dam on Monday",
            "denial",
        ),
        (
            "The commission certified the result in Calder",
            "The result in Calder was certified by the commission",
            "same_assertion",
        ),
        ("Astley university closed its law faculty", "Dunmere university closed its law faculty", "different_scope"),
        ("The dam near Hallow failed on Monday", "The dam near Hallow failed on Thursday", "different_period"),
        ("The strike at Elmwood lasted 3 days", "The strike at Elmwood lasted 9 days", "cannot_tell"),
        ("Many teachers back the plan", "Few teachers back the plan", "cannot_tell"),
        ("All drivers accept the new pay offer", "Some drivers accept the new pay offer", "cannot_tell"),
        ("Most Germans support the tax on fuel", "Most Danes support the tax on fuel", "different_scope"),
        ("Most Germans support the tax on fuel", "Most Danes oppose the tax on fuel", "different_scope"),
        ("Most Germans support the tax on fuel", "Most Germans oppose the tax on fuel", "denial"),
        ("The mayor opened a new library", "Farmers fear a dry summer", "unrelated"),
        ("Guards did not deny that they beat prisoners", "Guards beat prisoners", "same_assertion"),
    ],
)
def test_statements_relation(statement: Build, a: str, b: str, expected: str) -> None:
    assert compare_statements(statement(a), statement(b)).relation == expected
    assert compare_statements(statement(b), statement(a)).relation == expected


def test_statements_a_denying_cue_turns_the_content_round(statement: Build) -> None:
    a = statement("conscripts were deployed in Mora", by="the Morish ministry")
    b = statement("conscripts were deployed in Mora", by="the Sarvian ministry", stance=Stance.DENIES)
    assert compare_statements(a, b).relation is RelationKind.DENIAL


def test_statements_the_same_voice_against_itself_has_changed_its_position(statement: Build) -> None:
    a = statement("no conscripts were deployed in Mora", by="the Sarvian ministry", said=MON)
    b = statement("conscripts were deployed in Mora", by="the Sarvian ministry", said=FRI)
    assert compare_statements(a, b).relation is RelationKind.CHANGED_POSITION


QUOTE = "“We have no evidence that the guards acted unlawfully,” {} said"


@pytest.mark.parametrize(
    ("a", "by_a", "b", "by_b", "expected"),
    [
        (QUOTE, "Lena Ost", QUOTE.replace("no evidence", "little evidence"), "Lena Ost", "quotation_differs"),
        (QUOTE, "Lena Ost", QUOTE, "Greta Sloan", "quotation_differs"),
        (QUOTE, "Lena Ost", QUOTE, "Lena Ost", "same_statement"),
        (QUOTE, "Lena Ost", QUOTE.replace("We have ", ""), "Ost", "same_statement"),
    ],
)
def test_statements_quotations(statement: Build, a: str, by_a: str, b: str, by_b: str, expected: str) -> None:
    one = statement(a.format(by_a), by=by_a, said=MON, voice=Voice.DIRECT)
    other = statement(b.format(by_b), by=by_b, said=MON, voice=Voice.DIRECT)
    assert compare_statements(one, other).relation == expected


def test_statements_another_sentence_of_the_same_speech_is_no_misquotation(statement: Build) -> None:
    one = statement(QUOTE.format("Lena Ost"), by="Lena Ost", said=MON, voice=Voice.DIRECT)
    other = statement(
        "“The inquiry will go on until autumn at least,” Lena Ost said", by="Lena Ost", said=MON, voice=Voice.DIRECT
    )
    assert compare_statements(one, other).relation is RelationKind.UNRELATED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor withdrew her figure of 31 dead", True),
        ("The paper retracted the report", True),
        ("The army withdrew its tanks from Mora", False),
        ("The mayor gave a figure of 31 dead", False),
    ],
)
def test_statements_takes_back_words_not_tanks(statement: Build, text: str, expected: bool) -> None:
    assert takes_back(statement(text)) is expected


def test_statements_withdrawn_by_its_speaker(statement: Build) -> None:
    a = statement("Ada Pell said soldiers attacked the trucks near Orell", by="Ada Pell", said=MON)
    b = statement("Ada Pell retracted the claim that soldiers attacked the trucks near Orell", said=FRI)
    assert compare_statements(a, b).relation is RelationKind.WITHDRAWN


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("The surgeon paid the auditor.", RelationKind.DENIAL),
        ("The driver paid the auditor.", RelationKind.CANNOT_TELL),
    ],
)
def test_statements_denial_of_oneself_names_who_denies(statement: Build, plain: str, expected: RelationKind) -> None:
    text = "The surgeon denied that she paid the auditor."
    denied = statement(text, by="The surgeon", cue="denied", stance=Stance.DENIES)
    start = text.index("that")
    content = Content(text[start:-1], start, len(text) - 1, ((start, len(text) - 1),))
    denied = replace(denied, claim=replace(denied.claim, content=content))
    assert compare_statements(denied, statement(plain)).relation is expected
    assert compare_statements(statement(plain), denied).relation is expected
