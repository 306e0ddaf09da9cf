"""Health in words: one line for row, tray and terminal, and the facts of the page."""

from __future__ import annotations

from datetime import datetime

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.health import clock, facts, in_words, state_in_words, trouble_in_words

NOW = datetime(2026, 11, 24, 14, 32, 7).astimezone()


def at(text: str) -> str:
    return datetime.fromisoformat(f"2026-11-24T{text}").astimezone().isoformat()


CALM = Health(
    State.RUNNING, last_contact=at("14:32:05"), next_poll=at("14:32:10"), connected=at("11:20:04"), since=at("11:20:00")
)


def test_a_calm_one_tells_of_its_server_and_the_next_poll() -> None:
    told = "Running. Last contact 14:32:05, connected since 11:20:04, next poll 14:32:10."
    assert in_words(CALM, NOW) == told


def test_trouble_comes_first() -> None:
    away = Health(State.WAITING, last_contact=at("14:20:00"), next_poll=at("14:33:00"), trouble="It does not answer.")
    assert in_words(away, NOW) == "Waiting: It does not answer. Last contact 14:20:00, next poll 14:33:00."
    assert facts(away, NOW) == ("14:20:00", "", "", "14:33:00")


def test_one_that_was_started_anew_says_why() -> None:
    words = in_words(Health(State.RUNNING, revived=at("14:02:11")), NOW)
    assert words == "Running. Started anew at 14:02:11, because it had stopped answering."


def test_what_is_over_has_no_next_poll_and_no_old_trouble() -> None:
    assert facts(Health(State.ATTENTION, next_poll=at("14:33:00")), NOW)[3] == ""
    assert state_in_words(Health(State.RUNNING, trouble="old")) == "Running"


def test_trouble_in_a_few_words() -> None:
    assert trouble_in_words(Health(State.WAITING, trouble="It does not answer.")) == "It does not answer"
    assert trouble_in_words(Health(State.RUNNING, trouble="old", alarm="No email has come")) == "No email has come"
    assert trouble_in_words(Health(State.STOPPED, trouble="old")) == ""


def test_another_day_is_named() -> None:
    assert clock("2026-11-23T09:00:00+00:00", NOW).startswith("2026-11-23 ")
