"""`mailflow status` beside a program that runs, that hangs, that was killed, and without one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.activity import Health, State
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.live import LiveHealth
from mailflow_gui.store.lock import ProfileLock
from tests.cli.command import Command
from tests.ui.desks import integration, profile

ONE, TWO = integration("Forward invoices", enabled=True), integration("Welcome", enabled=True)
NOW = datetime.now().astimezone()
HEALTH = Health(
    State.WAITING, last_contact=NOW.isoformat(), connected="", trouble="It does not answer", hint="Wait.",
    cause="TIMED_OUT", next_poll=NOW.isoformat(), version=3, since=NOW.isoformat(), revived=NOW.isoformat(),
)  # fmt: skip


@pytest.fixture
def mailflow(mailflow: Command) -> Command:
    YamlLibrary(mailflow.profile / "profile.yaml").save(profile(ONE, TWO))
    return mailflow


@pytest.fixture
def beside(mailflow: Command) -> Iterator[LiveHealth]:
    """Another program has the profile."""
    with ProfileLock(mailflow.profile / "running.lock"):
        yield LiveHealth(mailflow.profile / "running.json")


def states(mailflow: Command) -> list[str]:
    return [row["state"] for row in mailflow("status", "--json").json()["integrations"]]


def test_what_the_running_program_says_is_told(mailflow: Command, beside: LiveHealth) -> None:
    beside.write({ONE.id: HEALTH}, datetime.now().astimezone())
    told = mailflow("status", "--json").json()
    assert (told["programRuns"], told["programAnswers"]) == (True, True)
    row, other = told["integrations"]
    assert (row["state"], row["trouble"], row["cause"], row["version"]) == (
        "waiting", "It does not answer", "TIMED_OUT", 3,
    )  # fmt: skip
    assert (row["lastContact"], row["nextPoll"], row["restarted"]) == (NOW.isoformat(),) * 3
    assert row["words"].startswith("Waiting: It does not answer. Last contact ")
    assert other["state"] == "not started"
    assert "Forward invoices: Waiting: It does not answer. Last contact" in mailflow("status").out


def test_a_program_that_says_nothing_any_more_is_told(mailflow: Command, beside: LiveHealth) -> None:
    beside.write({ONE.id: HEALTH}, datetime.now().astimezone() - timedelta(minutes=5))
    told = mailflow("status", "--json").json()
    assert (told["programRuns"], told["programAnswers"]) == (True, False)
    assert [row["state"] for row in told["integrations"]] == ["not known", "not known"]
    assert "has said nothing since" in mailflow("status").err


def test_a_program_that_just_started_has_said_nothing_yet(mailflow: Command, beside: LiveHealth) -> None:
    assert states(mailflow) == ["not known", "not known"]


def test_a_killed_program_does_not_run_whatever_it_said_last(mailflow: Command) -> None:
    LiveHealth(mailflow.profile / "running.json").write({ONE.id: HEALTH}, NOW)
    told = mailflow("status", "--json").json()
    assert (told["programRuns"], told["programAnswers"]) == (False, False)
    assert states(mailflow) == ["not started", "not started"]
    assert "Mailflow is not running." in mailflow("status").err
