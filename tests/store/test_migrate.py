"""Old profiles are brought forward by pure functions; newer and unknown ones are refused."""

from __future__ import annotations

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.migrate import CURRENT, MIGRATIONS, migrate


def test_the_current_schema_is_left_as_it_is() -> None:
    document = {"mailflow": CURRENT, "connections": []}
    assert migrate(document) is document


def test_migrations_run_in_order_and_change_nothing_they_are_given() -> None:
    migrations = {1: lambda old: {**old, "a": 1}, 2: lambda old: {**old, "b": old["a"] + 1}}
    document = {"mailflow": 1}
    assert migrate(document, migrations=migrations, current=3) == {"mailflow": 3, "a": 1, "b": 2}
    assert document == {"mailflow": 1}


def test_every_step_to_the_current_schema_exists() -> None:
    assert set(MIGRATIONS) == set(range(1, CURRENT))


@pytest.mark.parametrize("number", [None, True, "1", 0, -1, 1.0])
def test_an_unknown_schema_is_refused(number: object) -> None:
    with pytest.raises(StoreError) as caught:
        migrate({"mailflow": number})
    assert caught.value.cause == "PROFILE_UNREADABLE"


def test_a_newer_schema_is_refused_with_words() -> None:
    with pytest.raises(StoreError, match="newer Mailflow") as caught:
        migrate({"mailflow": CURRENT + 1})
    assert "Update Mailflow" in caught.value.fix


def test_a_gap_is_refused() -> None:
    with pytest.raises(StoreError):
        migrate({"mailflow": 1}, migrations={}, current=2)
