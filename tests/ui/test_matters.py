"""Conflicts by matter."""

from __future__ import annotations

import json
from dataclasses import replace
from types import ModuleType

import pytest

from factcheck.pipeline import wording
from factcheck.pipeline.views import Conflict
from factcheck.ui import matters


def test_matters_are_pairs_that_hang_together_by_their_claims(story: ModuleType) -> None:
    one, two = story.conflicts()
    apart = replace(two, claim_a="c8", claim_b="c9")
    far = replace(two, claim_a="c9", claim_b="c7")
    made = matters.matters([one, apart, two, far])
    assert [matter.pairs for matter in made] == [(one, two), (apart, far)]


def test_matters_of_nothing_are_none() -> None:
    assert matters.matters([]) == []


def test_matters_sentence_tells_how_many_bodies_and_from_where_to_where(story: ModuleType) -> None:
    (made,) = matters.matters(story.conflicts())
    told = matters.sentence(made)
    bodies = {wording.body(side).casefold() for one in made.pairs for side in (one.a, one.b)}
    assert told.startswith("Three figures" if len(made.pairs) == 2 else "")
    assert wording.plural(len(bodies), "body", "bodies") in told
    assert told.endswith(".")
    assert "wrong" not in told


def test_matters_have_one_row_a_body_oldest_first(story: ModuleType) -> None:
    (made,) = matters.matters(story.conflicts())
    rows = matters.rows(made)
    assert len({row["who"] for row in rows}) == len(rows)
    assert {row["claim"] for row in rows} <= {id_ for one in made.pairs for id_ in (one.claim_a, one.claim_b)}


def test_matters_earlier_figure_of_a_body_is_a_trail(story: ModuleType) -> None:
    pair = story.conflicts()[0]
    earlier = replace(pair.b, published_on=story.PRINTED.replace(year=story.PRINTED.year - 1))
    earlier = replace(earlier, claim=replace(earlier.claim, said_on=None))
    facts = {**pair.relation.facts, "as_read_b": "44 people"}
    relation = replace(pair.relation, facts=facts, b=replace(pair.relation.b, as_of=None) if pair.relation.b else None)
    first = Conflict("c1", "older", pair.a, earlier, relation, 0.5)
    (made,) = matters.matters([pair, first])
    (row,) = (one for one in matters.rows(made) if one["who"] == wording.body(pair.b))
    assert row["claim"] == pair.claim_b
    assert [one["claim"] for one in row["trail"]] == ["older"]


@pytest.mark.parametrize("later", [False, True])
def test_matters_hide_what_was_known_only_later_until_asked(story: ModuleType, later: bool) -> None:
    (made,) = matters.matters(story.conflicts())
    then = wording.known_on(made.lead.statement)
    assert then is not None
    after = replace(made.pairs[0].b, published_on=then.replace(year=then.year + 1))
    after = replace(after, claim=replace(after.claim, said_on=None, speaker=None), outlet="The Later Post")
    late = Conflict(made.lead.claim_id, "late", made.lead.statement, after, made.pairs[0].relation, 0.1)
    whole = matters.Matter((*made.pairs, late), made.lead)
    drawn = matters.drawn(whole, later=later, beside=None)
    assert ("late" in [row["claim"] for row in drawn["rows"]]) is later
    assert drawn["hidden"] == (0 if later else 1)
    assert drawn["looks"] is None


def test_matters_are_json_and_name_what_only_looks_like_a_conflict(story: ModuleType) -> None:
    (made,) = matters.matters(story.conflicts())
    drawn = matters.drawn(made, later=True, beside=[story.LEDGER])
    assert json.loads(json.dumps(drawn)) == drawn
    assert [look["claim"] for look in drawn["looks"]] == [row.statement.claim_id for row in story.LEDGER.look_alikes]
    assert [pair["pair"] for pair in drawn["pairs"]] == [f"{one.claim_a}|{one.claim_b}" for one in made.pairs]


def test_matters_draw_the_strongest_pairs_of_many_and_say_how_many_are_left(story: ModuleType) -> None:
    pair = story.conflicts()[0]
    many = [replace(pair, claim_b=f"b{n}") for n in range(matters.PAIRS + 3)]
    (made,) = matters.matters(many)
    drawn = matters.drawn(made, later=True, beside=None)
    assert len(drawn["pairs"]) == matters.PAIRS
    assert drawn["left"] == 3
