"""The program is killed in the middle of editing: started again it offers the work, and Restore brings it back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Integration
from mailflow_gui.ui.editor.editor import Editor
from mailflow_gui.ui.integrations.list_page import IntegrationsPage
from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.conftest import Window
from tests.journeys.editor_program import WORDS
from tests.journeys.people import Person
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = [pytest.mark.window, pytest.mark.timeout(120)]


@pytest.fixture
def profile(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> Path:
    """A profile with two connections and an integration that is switched off."""
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    made = Integration(NAME, (receive(), MAP, send()))
    bench.program.library.edit(lambda profile: profile.with_integration(made))
    return bench.home


def edit_and_kill(profile: Path, name: str, qtbot: QtBot) -> None:
    """Edits in a process of its own, and kills it once the work is on the disk."""
    command = [sys.executable, "-m", "tests.journeys.editor_program", str(profile), name]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def kept() -> bool:
        files = (profile / "unsaved").glob("*.yaml")
        return process.poll() is not None or any(WORDS in one.read_text() for one in files)

    try:
        qtbot.waitUntil(kept, timeout=60_000)
    finally:
        process.kill()
        complaint = process.communicate()[1]
    assert process.returncode == -9, complaint


def test_a_new_integration_comes_back(profile: Path, open_window: Window, qtbot: QtBot) -> None:
    edit_and_kill(profile, "", qtbot)
    program = open_window(profile)
    person, window = Person(qtbot), program.shell.window
    person.press("Integrations")
    offer = window.findChildren(IntegrationsPage)[0].left
    person.wait(offer.isVisible, "the offer")
    assert offer.accessibleName().startswith("You have unsaved changes to “New integration”")
    person.press("Restore")
    person.see("Step 2, Log")
    (editor,) = window.findChildren(Editor)
    assert [step.action or step.kind for step in editor.page.work.steps] == ["receive-email", "log", "send-email"]
    assert editor.page.work.steps[1].values["customText"] == WORDS
    assert editor.keeping.banner.isHidden()  # it is restored already


def test_changes_come_back_in_the_editor(profile: Path, open_window: Window, qtbot: QtBot) -> None:
    """The banner in the editor itself; what was saved is as it was, and one Undo leads back to it."""
    edit_and_kill(profile, NAME, qtbot)
    program = open_window(profile)
    saved = program.desk.profiles.profile.integration(NAME)
    assert [step.kind for step in saved.working] == ["", "data-mapper", ""]
    person = Person(qtbot)
    person.press("Integrations")
    person.press(NAME)
    person.press("Edit")
    (editor,) = program.shell.window.findChildren(Editor)
    person.wait(editor.keeping.banner.isVisible, "the offer")
    assert [step.kind for step in editor.page.work.steps] == ["", "data-mapper", ""]
    person.press("Restore")
    person.see("Step 2, Log")
    assert [step.kind for step in editor.page.work.steps] == ["", "log", "data-mapper", ""]
    assert editor.page.work.steps[1].values["customText"] == WORDS
    person.press("Undo")
    person.wait(lambda: editor.page.work.steps == saved.steps, "the steps that are saved")


def test_killed_again_after_restoring(profile: Path, open_window: Window, qtbot: QtBot) -> None:
    """Work that was restored and not saved yet is kept as before."""
    edit_and_kill(profile, NAME, qtbot)
    first = open_window(profile)
    person = Person(qtbot)
    person.press("Integrations")
    person.press("Restore")
    with qtbot.waitSignal(first.desk.unsaved.kept):
        person.see("Step 2, Log")
    assert any(WORDS in one.read_text() for one in (profile / "unsaved").glob("*.yaml"))
