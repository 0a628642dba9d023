from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.ui import people
from factcheck.ui.people import Source


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Somebody at this computer of whom nothing but the account is known; what is said of them can be changed."""
    told = SimpleNamespace(session={}, header=None, cookie="", user=SimpleNamespace(), local=True)
    fake = SimpleNamespace(session_state=told.session, user=told.user)
    monkeypatch.setattr(people, "st", fake)
    monkeypatch.setattr(people, "header_of_request", lambda called: told.header if called == "X-User" else None)
    monkeypatch.setattr(people, "cookie", lambda: told.cookie)
    monkeypatch.setattr(people, "at_this_computer", lambda: told.local)
    monkeypatch.setattr(people, "_account", lambda: "account")
    return told


def _opened(**settings: Any) -> Any:
    known = {"person": None, "person_header": None, **settings}
    return SimpleNamespace(workspace=SimpleNamespace(settings=SimpleNamespace(**known)))


def test_people_account_of_this_computer_where_nothing_else_is_known(here: Any) -> None:
    assert people.person(_opened()) == people.Person("account", Source.ACCOUNT)


def test_people_nobody_who_comes_over_the_network_is_taken_for_the_account(here: Any) -> None:
    here.local = False
    assert people.person(_opened()) == people.Person("", Source.NOBODY)


def test_people_typed_over_browser_over_settings(here: Any) -> None:
    opened = _opened(person="Settings")
    assert people.person(opened).name == "Settings"
    here.cookie = "Remembered"
    assert people.person(opened) == people.Person("Remembered", Source.BROWSER)
    here.session["typed"] = "Typed"
    assert people.person(opened) == people.Person("Typed", Source.TYPED)


def test_people_header_is_believed_only_where_the_settings_name_it(here: Any) -> None:
    here.header, here.session["typed"] = "Vouched For", "Typed"
    assert people.person(_opened()).name == "Typed"
    found = people.person(_opened(person_header="X-User"))
    assert (found.name, found.fixed) == ("Vouched For", True)


def test_people_sign_in_is_believed_over_what_was_typed(here: Any) -> None:
    here.session["typed"] = "Typed"
    here.user.is_logged_in, here.user.name = True, "Signed In"
    found = people.person(_opened())
    assert (found.name, found.fixed) == ("Signed In", True)


def test_people_sign_in_that_is_offered_takes_nobody_for_the_account(here: Any) -> None:
    here.user.is_logged_in = False
    assert people.person(_opened()).source is Source.NOBODY


def test_people_name_is_one_line_of_bounded_length(here: Any) -> None:
    here.session["typed"] = "  Ada \n Marsh " + "x" * 200
    found = people.person(_opened()).name
    assert found.startswith("Ada Marsh xx")
    assert len(found) == people.LONGEST


def test_people_who_comes_without_the_header_that_is_named_is_not_the_account(here: Any) -> None:
    assert people.person(_opened(person_header="X-User")).source is Source.NOBODY
