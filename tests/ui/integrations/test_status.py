"""One judgement of how an integration is, for rows, pages, tray and home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.ui.integrations import status
from tests.ui.desks import integration, profile
from tests.ui.integrations.workbench import CATALOG

ONE = integration("One")
OUTGOING = replace(ONE.steps[1], values={})


def standing(health: Health, held: int = 0, one: object = ONE) -> status.Standing:
    return status.standing(one, health, held, profile(ONE), CATALOG)  # type: ignore[arg-type]


@pytest.mark.parametrize(("state", "word", "group", "busy"), [
    (State.STOPPED, "Stopped", "stopped", False), (State.STARTING, "Starting…", "running", True),
    (State.RUNNING, "Running", "running", False), (State.WAITING, "Waiting", "running", False),
    (State.STOPPING, "Stopping…", "running", True), (State.ATTENTION, "Needs attention", "attention", False),
])  # fmt: skip
def test_every_state_has_a_word_and_a_group(state: State, word: str, group: str, busy: bool) -> None:
    found = standing(Health(state, trouble="The server refused"))
    assert (found.word, found.group, found.busy, found.switchable) == (word, group, busy, True)


def test_trouble_is_the_note() -> None:
    assert standing(Health(State.ATTENTION, trouble="The sign-in has ended")).note == "The sign-in has ended"


@pytest.mark.parametrize(("held", "note"), [(1, "1 message failed"), (3, "3 messages failed")])
def test_failed_messages_of_a_running_one_need_attention(held: int, note: str) -> None:
    found = standing(Health(State.RUNNING), held)
    assert (found.group, found.note) == ("attention", note)
    assert found.groups == {"attention", "running"}


def test_what_mailflow_keeps_trying_needs_attention() -> None:
    found = status.standing(ONE, Health(State.RUNNING), 0, profile(ONE), CATALOG, later=(2, 3))
    assert (found.group, found.note) == ("attention", "Mailflow keeps trying to send 2 messages")


@pytest.mark.parametrize(
    ("waiting", "note"), [(1, "1 message waits for another try"), (4, "4 messages wait for another try")]
)
def test_what_waits_for_another_try_is_said_at_once(waiting: int, note: str) -> None:
    found = status.standing(ONE, Health(State.RUNNING), 0, profile(ONE), CATALOG, later=(0, waiting))
    assert (found.pill, found.group, found.note) == ("running", "running", note)
    assert status.standing(ONE, Health(), 0, profile(ONE), CATALOG, later=(0, waiting)).note == ""


def test_expected_email_that_has_not_come_needs_attention() -> None:
    found = standing(Health(State.RUNNING, alarm="No email has come by 09:00"), 1)
    assert (found.group, found.running, found.note) == ("attention", True, "No email has come by 09:00")


def test_a_run_that_hangs_waits_for_no_server() -> None:
    found = standing(Health(State.WAITING, trouble="It stopped answering", hint="It is started anew.", cause="STALLED"))
    assert found.note == "It stopped answering. It is started anew."


def test_what_runs_tells_of_its_server() -> None:
    found = standing(Health(State.RUNNING, last_contact="2026-11-24T14:32:05+01:00"))
    assert found.health.startswith("Running. Last contact ")
    assert standing(Health()).health == ""


def test_what_is_switched_on_is_paused_while_everything_is() -> None:
    def word(one: Integration) -> str:
        return status.standing(one, Health(), 0, profile(ONE), CATALOG, paused=True).word

    assert (word(replace(ONE, enabled=True)), word(replace(ONE, enabled=False))) == ("Paused", "Stopped")


def test_a_draft_says_how_many_steps_need_settings() -> None:
    found = standing(Health(), one=replace(ONE, steps=(ONE.steps[0], OUTGOING)))
    assert (found.word, found.note, found.switchable) == ("Draft", "1 step still needs settings", False)


def test_route_and_flow() -> None:
    steps = (ONE.steps[0], *(Step(kind=kind) for kind in ("basic-filter", "data-mapper", "template")), ONE.steps[1])
    assert status.route(ONE) == "Obtain Info Emails → Send Emails to Leads"
    looks = status.flow(replace(ONE, steps=steps), CATALOG)
    assert [icon for icon, _ in looks][2] == "+2"
    assert len(looks) == 4
    assert status.flow(replace(ONE, steps=(Step(kind="unknown"),)), CATALOG) == [("warning", "warning")]
