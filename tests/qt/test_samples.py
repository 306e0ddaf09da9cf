"""Kept samples and files: read as messages, told when they changed, gone with their integration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt import samples
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.samples import Kept, KeptSamples, sample_id
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store.samples import SampleFiles
from tests.qt.stage import profiles_on

RAW = b"From: jane@example.org\r\nSubject: Hello\r\n\r\nText\r\n"
ONE = Integration("One", id="one")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[KeptSamples, Profiles]]:
    tasks, reader = Tasks(), MessageReader()
    profiles, _ = profiles_on(tmp_path, Profile((), (ONE,)), tasks)
    yield KeptSamples(SampleFiles(tmp_path / "samples"), reader, profiles, tasks), profiles
    assert tasks.wait()
    reader.close()


def result(task: Task, qtbot: QtBot) -> object:
    """What the task gave, or its error."""
    found: list[object] = []
    task.done(found.append).failed(found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def received(raw: bytes = RAW) -> Message:
    reader = MessageReader()
    return reader.read(raw, folder="INBOX/Leads", uid="17", received="2026-11-24T14:30:00+00:00")


def kept(desk: KeptSamples, qtbot: QtBot) -> list[Kept]:
    found = result(desk.of("one"), qtbot)
    assert isinstance(found, tuple)
    return list(found)


def test_a_kept_message_is_the_same_in_every_field(desk: tuple[KeptSamples, Profiles], qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk[0].changed) as told:
        desk[0].keep("one", received())
    assert told.args == ["one"]
    (one,) = kept(desk[0], qtbot)
    assert (one.id, one.message) == (sample_id(received()), received())


def test_a_dropped_sample_is_gone(desk: tuple[KeptSamples, Profiles], qtbot: QtBot) -> None:
    result(desk[0].keep("one", received()), qtbot)
    result(desk[0].drop("one", sample_id(received())), qtbot)
    assert kept(desk[0], qtbot) == []


def test_samples_go_with_their_integration(desk: tuple[KeptSamples, Profiles], qtbot: QtBot) -> None:
    result(desk[0].keep("one", received()), qtbot)
    with qtbot.waitSignal(desk[0].changed):
        desk[1].delete_integration("One")
    assert kept(desk[0], qtbot) == []


def test_a_file_is_read_as_a_message(desk: tuple[KeptSamples, Profiles], qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(RAW)
    message = result(desk[0].open_file(path), qtbot)
    assert isinstance(message, Message)
    assert (message.subject, message.raw) == ("Hello", RAW)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\x89PNG\r\n\x1a\n", "“mail.eml” is not an email"), (b"", "“mail.eml” is not an email"), (RAW * 9, "too large")],
)
def test_a_file_that_is_no_message_is_refused(
    desk: tuple[KeptSamples, Profiles],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    said: str,
) -> None:
    monkeypatch.setattr(samples, "MOST_BYTES", len(RAW) * 2)
    path = tmp_path / "mail.eml"
    path.write_bytes(content)
    error = result(desk[0].open_file(path), qtbot)
    assert isinstance(error, MailflowError)
    assert said in error.title


def test_a_file_that_can_not_be_read_is_worded(
    desk: tuple[KeptSamples, Profiles], qtbot: QtBot, tmp_path: Path
) -> None:
    error = result(desk[0].open_file(tmp_path / "none.eml"), qtbot)
    assert isinstance(error, MailflowError)
    assert error.title == "The file can't be read"
