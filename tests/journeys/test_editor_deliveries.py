"""What the Test Run of the window shows is what arrives: split, joined, answered, forwarded; files; kept samples."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Integration, Step
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.editor.page import EditorPage
from tests.journeys.bench import NAME, Bench, receive, send
from tests.journeys.conftest import Window
from tests.journeys.letters import mime, part, raw
from tests.journeys.people import Person
from tests.journeys.test_editor_journey import without_trace
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = [pytest.mark.window, pytest.mark.dovecot, pytest.mark.timeout(120)]

LIST = raw("List", "pear\r\nplum\r\nKräuter\r\n", headers=["Content-Type: text/plain; charset=utf-8"])
FILES = mime(
    "mixed",
    part("text/plain", "two files"),
    part("text/plain", "1;2", 'Content-Disposition: attachment; filename="a.csv"'),
    part("text/plain", "hello", 'Content-Disposition: attachment; filename="b.txt"'),
    subject="Files",
)
QUESTION = raw("Question", "How much?\r\n", headers=["Reply-To: Jane <jane@example.net>"])
BY_NAME = Step("data-mapper", values={"mappings": [{"from": ["fileName"], "to": "subject"}]})
LINES, JOIN = Step("split", values={"by": "lines"}), Step("aggregate", values={"joint": "comma"})


def opened(person: Person, bench: Bench, open_window: Window, *steps: Step) -> tuple[Desktop, EditorPage]:
    """The window with this integration in its editor; it is saved and does not run."""
    bench.program.library.edit(lambda profile: profile.with_integration(Integration(NAME, steps)))
    program = open_window(bench.home)
    for connection in bench.program.library.load().connections:
        if secret := bench.vault.get(connection.id, "password"):
            program.desk.profiles.vault.set(connection.id, "password", secret)
    return program, edit(person, program)


def edit(person: Person, program: Desktop) -> EditorPage:
    person.press("Integrations")
    person.press(NAME)
    person.press("Edit")
    person.see("Test Run")
    return program.shell.window.findChildren(EditorPage)[0]


def rehearsed(person: Person, page: EditorPage) -> Rehearsal:
    """The Test Run of the message in the mailbox, which is there before the person presses."""
    trial = page.testing.trial
    person.wait(lambda: bool(page.samples.messages) and not page.samples.built_in, "the message of the mailbox")
    person.press("Test Run")
    person.wait(lambda: trial.rehearsal is not None, "the result of the test run")
    return cast(Rehearsal, trial.rehearsal)


@pytest.mark.parametrize(
    ("message", "steps", "count"),
    [
        pytest.param(FILES, (Step("split"), BY_NAME, send(text="See the file.", attachments=True)), 2, id="split"),
        pytest.param(LIST, (LINES, JOIN, send()), 1, id="joined"),
        pytest.param(QUESTION, (send(to="", text="Thank you.", relation="answer", quote=True),), 1, id="answer"),
        pytest.param(FILES, (send(text="Look:", relation="forward-attached"),), 1, id="forward-attached"),
        pytest.param(FILES, (send(text="Look:", relation="forward"),), 1, id="forward"),
    ],
)
def test_what_was_shown_arrives(
    ready: Bench,
    mailbox: Mailbox,
    smtp_sink: SmtpSink,
    open_window: Window,
    qtbot: QtBot,
    message: bytes,
    steps: tuple[Step, ...],
    count: int,
) -> None:
    mailbox.deliver(message)
    person = Person(qtbot)
    _, page = opened(person, ready, open_window, receive(unseenOnly=True), *steps)
    shown = [one.wire for one in rehearsed(person, page).outgoing]
    assert len(shown) == count
    assert smtp_sink.messages == []
    assert mailbox.flags()[1] == frozenset()
    person.press("End Test")
    person.press("Save and Start")
    person.wait(lambda: len(smtp_sink.messages) == count, "the messages at the SMTP server")
    sent = [one.content for one in smtp_sink.transactions]
    assert list(map(without_trace, sent)) == list(map(without_trace, shown))
    person.wait(lambda: "Seen" in str(mailbox.flags()[1]), "the message marked as read")


def test_attachments_are_written_when_it_runs_only(
    ready: Bench, mailbox: Mailbox, open_window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    mailbox.deliver(FILES)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.csv").write_bytes(b"mine")
    person = Person(qtbot)
    save = Step("save-attachments", values={"folder": str(folder)})
    _, page = opened(person, ready, open_window, receive(unseenOnly=True), save, Step("log"))
    told = [one.text for one in rehearsed(person, page).steps]
    assert [one.name for one in folder.iterdir()] == ["a.csv"]
    person.press("End Test")
    person.press("Save and Start")
    done = {b"mine", b"1;2", b"hello"}
    person.wait(lambda: {one.read_bytes() for one in folder.iterdir()} == done, "the files")
    person.wait(lambda: "Seen" in str(mailbox.flags()[1]), "the message marked as read")
    saved = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert saved.pop("a.csv") == b"mine"  # nothing is overwritten
    assert saved.pop("b.txt") == b"hello"
    assert list(saved.values()) == [b"1;2"]
    assert all(name in str(told) for name in ("b.txt", *saved))


def test_a_kept_message_is_there_when_the_mailbox_has_it_no_more(
    ready: Bench, mailbox: Mailbox, open_window: Window, qtbot: QtBot
) -> None:
    mailbox.deliver(QUESTION)
    person = Person(qtbot)
    step = send(to="", text="Thank you.", relation="answer")
    program, page = opened(person, ready, open_window, receive(unseenOnly=True), step)
    shown = rehearsed(person, page).outgoing[0].wire
    person.press("Another Message…")
    person.press("Ben1, Question, in the mailbox")
    person.press("Keep Message")
    person.see("Ben1, Question, kept with this integration")
    person.press("Cancel")
    person.press("End Test")
    with mailbox.server.client(mailbox.user) as client:
        client.select_folder("INBOX")
        client.delete_messages([1])
        client.expunge()
    person.press("Test Run")
    person.press("Another Message…")
    person.press("Look Again (F5)")
    person.wait(lambda: person.find("Ben1, Question, in the mailbox") is None, "the mailbox to be empty")
    person.press("Ben1, Question, kept with this integration")
    person.press("Run Test")
    trial = page.testing.trial
    person.wait(lambda: bool(trial.rehearsal and trial.rehearsal.outgoing), "the message that would be sent")
    assert without_trace(cast(Rehearsal, trial.rehearsal).outgoing[0].wire) == without_trace(shown)
    assert program.desk.control.running == 0


def test_a_version_that_can_not_start_leaves_the_running_one_running(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, open_window: Window, qtbot: QtBot
) -> None:
    """The new version sends over a connection whose password is not there: it is a draft, and mail goes on."""
    ready.connect("Locked", "email-send", host="localhost", port=smtp_sink.port, username="ann", secureType="None")
    person = Person(qtbot)
    program, page = opened(person, ready, open_window, receive(unseenOnly=True), send())
    person.press("Save and Start")
    control = program.desk.control
    person.wait(lambda: control.running == 1, "the first version to run")
    one = program.desk.profiles.profile.integration(NAME)
    person.wait(lambda: control.health(one.id).polls > 0, "its first look")
    person.see("Save and Restart")
    assert page.saving.start_words == "Save and Restart"
    page.verbs.reconnect(page.work.steps[1].id, "Locked")
    person.press("Save and Restart")
    person.wait(lambda: bool(control.health(one.id).refused), "the refusal")
    assert control.health(one.id).version == 1
    words = "Has changes that are not running yet"
    person.wait(lambda: page.header.state.text() == words, "the header to say so")
    mailbox.deliver(QUESTION)
    person.wait(lambda: len(smtp_sink.messages) == 1, "the message, sent by the version that runs")
    kept = program.desk.profiles.profile.integration(NAME)
    person.wait(lambda: program.desk.profiles.profile.integration(NAME).draft is not None, "the draft")
    assert kept.steps[1].connection == "Outbox"
