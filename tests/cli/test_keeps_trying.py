"""What Mailflow keeps trying, on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from mailflow_gui.store.ledger import SqliteLedger
from tests.cli.command import Command
from tests.ui.desks import integration, profile
from tests.ui.integrations.workbench import keep_trying

ONE = integration("Forward invoices", enabled=True)


@pytest.fixture
def ledger(mailflow: Command) -> Iterator[SqliteLedger]:
    from mailflow_gui.store.library import YamlLibrary

    YamlLibrary(mailflow.profile / "profile.yaml").save(profile(ONE))
    made = SqliteLedger(mailflow.profile / "ledger.sqlite")
    yield made
    made.close()


def test_it_is_listed_with_the_next_try(mailflow: Command, ledger: SqliteLedger) -> None:
    at = (datetime.now().astimezone() + timedelta(minutes=20)).isoformat()
    keep_trying(ledger, ONE, "Invoice", at)
    (found,) = mailflow("attention", "list", "--json").json()
    assert (found["status"], found["trying"], found["next_try"]) == ("waiting", True, at)
    assert f"Mailflow keeps trying, next at {at[:19]}" in mailflow("attention").out
    (row,) = mailflow("status", "--json").json()["integrations"]
    assert (row["needAttention"], row["waiting"]) == (1, 1)


@pytest.mark.parametrize(("act", "status"), [("retry", "in-progress"), ("skip", "skipped")])
def test_retry_now_and_skip(mailflow: Command, ledger: SqliteLedger, act: str, status: str) -> None:
    id = keep_trying(ledger, ONE, "Invoice", datetime.now().astimezone().isoformat())
    assert mailflow("attention", act, id).code == 0
    assert [one.status for one in ledger.activities()] == [status]
    assert mailflow("attention", "--json").json() == []
