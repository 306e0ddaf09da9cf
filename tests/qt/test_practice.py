"""The practice server in the program: one server, connections that follow its ports, trouble that is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Connection
from mailflow_gui.core.practice import ACCOUNT, MAILBOX, OUTGOING, is_practice, practice_id
from mailflow_gui.qt.practice import Practice
from tests.ui.desks import PageDesk, integration, page_desk, profile


class FakeServer:
    """Listens nowhere; counts."""

    made: list[FakeServer] = []

    def __init__(self) -> None:
        self.told: list[str] = []
        self.number = len(FakeServer.made)
        FakeServer.made.append(self)

    @property
    def ports(self) -> dict[str, int]:
        return {"imaps": 5000 + self.number, "smtps": 6000 + self.number}

    @property
    def certificate(self) -> str:
        return f"certificate {self.number}"

    def start(self) -> object:
        self.told.append("start")
        return self

    def stop(self) -> None:
        self.told.append("stop")

    def deliver_samples(self, user: str | None = None) -> int:
        self.told.append("samples")
        return 3


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    FakeServer.made = []
    made = page_desk(tmp_path, profile(integration("My first integration")))
    yield made
    made.close()


@pytest.fixture
def practice(desk: PageDesk) -> Practice:
    return Practice(FakeServer, desk.profiles, desk.tasks)


def test_starting_saves_connections_and_an_integration_of_its_own_name(
    practice: Practice, desk: PageDesk, qtbot: QtBot
) -> None:
    assert (practice.wanted, practice.running) == (False, False)
    with qtbot.waitSignal(practice.started):
        practice.start(integration=True, enabled=True)
    saved = desk.profiles.profile
    assert [one.values["port"] for one in saved.connections if one.values["username"] == ACCOUNT] == [5000, 6000]
    assert [(one.name, one.enabled) for one in saved.integrations] == [
        ("My first integration", False), ("My first integration 2", True),
    ]  # fmt: skip
    assert [one.version for one in saved.integrations] == [0, 1], "what runs is a version"
    assert (practice.wanted, practice.running, FakeServer.made[0].told) == (True, True, ["start", "samples"])


def test_a_second_start_makes_no_second_integration(practice: Practice, desk: PageDesk, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(practice.started):
            practice.start(integration=True)
    assert [one.name for one in desk.profiles.profile.integrations] == [
        "My first integration",
        "My first integration 2",
    ]


def test_a_connection_to_another_server_on_this_computer_is_left_alone(
    practice: Practice, desk: PageDesk, qtbot: QtBot
) -> None:
    """Such as one to `mailflow sandbox`, which was brought in from a file."""
    values = {"protocol": "imap", "host": "127.0.0.1", "port": 4242, "username": ACCOUNT, "secureType": "None"}
    other = Connection("Office inbox", "email-receive", values)
    with qtbot.waitSignal(desk.profiles.changed):
        desk.profiles.change(lambda profile: profile.with_connection(other))
    assert not practice.wanted
    before = len(desk.profiles.profile.connections)
    with qtbot.waitSignal(practice.started):
        practice.start()
    assert desk.profiles.profile.connection("Office inbox") == other
    assert len(desk.profiles.profile.connections) == before + 2


def test_renamed_and_doubled_connections_get_the_new_ports_too(
    practice: Practice, desk: PageDesk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(practice.started):
        practice.start()
    first = desk.profiles.profile.connection(MAILBOX)
    renamed, double = replace(first, name="Mine"), replace(first, id=practice_id(), name="Mine 2")
    with qtbot.waitSignal(desk.profiles.changed):
        desk.profiles.change(lambda profile: profile.with_connection(renamed).with_connection(double))
    practice.stop()
    with qtbot.waitSignal(practice.started):
        practice.start()
    ports = {one.name: one.values["port"] for one in desk.profiles.profile.connections if is_practice(one)}
    assert ports == {"Mine": 5001, "Mine 2": 5001, OUTGOING: 6001}


def test_two_starts_at_once_are_one_server(practice: Practice, qtbot: QtBot) -> None:
    done: list[object] = []
    for _ in range(4):
        practice.start().done(done.append)
    qtbot.waitUntil(lambda: len(done) == 4)
    assert len(FakeServer.made) == 1


def test_the_next_day_the_same_connections_have_the_new_ports(practice: Practice, desk: PageDesk, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(practice.started):
            practice.start(samples=False)
        practice.stop()
    ports = [one.values["port"] for one in desk.profiles.profile.connections if one.values["username"] == ACCOUNT]
    assert ports == [5001, 6001]
    assert [one.told for one in FakeServer.made] == [["start", "stop"]] * 2


def test_a_server_that_can_not_start_is_told_and_nothing_saved(
    practice: Practice, desk: PageDesk, qtbot: QtBot
) -> None:
    class Taken(FakeServer):
        def start(self) -> object:
            raise OSError(98, "Address already in use")

    practice._make = Taken
    before, told = desk.profiles.profile, []
    practice.start().failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]) == "The practice server can't start. Address already in use."
    assert (desk.profiles.profile, practice.running) == (before, False)
