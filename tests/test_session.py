"""A run of the window program: a damaged profile is recognised and an earlier state offered; restoring starts anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui import main as root
from mailflow_gui import session
from mailflow_gui.cli.program import Options, Program
from mailflow_gui.core import language
from mailflow_gui.core.errors import MailflowError, StoreError
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.qt.rescue import Way
from mailflow_gui.store import backup
from mailflow_gui.ui import qt_language, rescue, theme
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.settings.general import GeneralSection
from mailflow_gui.ui.widgets.labels import LinkButton
from tests.ui.desks import RECEIVE, SEND, integration

NOW = datetime.now().astimezone()
ONE = integration("Welcome new leads", enabled=True)


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    built = root.build(Options(tmp_path / "profile", "session"))
    built.library.save(Profile((RECEIVE, SEND), (ONE,)))
    yield built
    theme.current().set_mode("light")


def answer(monkeypatch: pytest.MonkeyPatch, wanted: str) -> list[list[str]]:
    """The question about a damaged profile is answered by the label that begins so; what was offered is noted."""
    offered: list[list[str]] = []

    def choose(error: MailflowError, ways: list[Way]) -> Way | None:
        offered.append([one.label for one in ways])
        return next((one for one in ways if one.label.startswith(wanted)), None) if wanted else None

    monkeypatch.setattr(rescue, "choose", choose)
    return offered


def run(
    program: Program,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    *acts: object,
    speak: Callable[[], object] = lambda: None,
) -> list[Desktop]:
    """Runs the program; in each session the next of `acts` is done with its desktop, the last one quits."""
    opened: list[Desktop] = []
    begin = session.begin_work

    def begin_and_act(desktop: Desktop) -> None:
        begin(desktop)
        opened.append(desktop)
        act = acts[len(opened) - 1]
        QTimer.singleShot(0, lambda: act(desktop))  # type: ignore[operator]

    monkeypatch.setattr(session, "begin_work", begin_and_act)
    monkeypatch.setattr(session, "end_on_signals", lambda app: None)
    session.run(program, speak)
    return opened


def leave(desktop: Desktop) -> None:
    desktop.shell.quit_requested.emit()


def test_the_version_before_is_offered_for_a_damaged_profile(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.library.save(Profile((RECEIVE, SEND), (ONE, integration("Another"))))
    program.paths.profile.write_text("mailflow: [1\n")
    offered = answer(monkeypatch, "Use the Version Before")
    (desktop,) = run(program, qapp, monkeypatch, leave)
    assert offered == [["Use the Version Before"]]
    assert desktop.desk.profiles.profile == Profile((RECEIVE, SEND), (ONE,))
    assert program.paths.profile.with_name("profile.yaml.damaged").read_text() == "mailflow: [1\n"


def test_backups_are_offered_as_well(program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for days in (3, 2, 1):
        backup.write_daily(program.paths, NOW - timedelta(days=days))
    program.paths.profile.write_text("mailflow: [1\n")
    offered = answer(monkeypatch, "Restore Backup")
    (desktop,) = run(program, qapp, monkeypatch, leave)
    assert offered == [["Restore Backup", "Restore Backup"]]
    assert desktop.desk.profiles.profile.integrations == (replace(ONE, enabled=False),)


@pytest.mark.parametrize("backups", [0, 1])
def test_without_an_earlier_state_or_when_none_is_wanted_it_ends_with_the_reason(
    backups: int, program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    if backups:
        backup.write_daily(program.paths, NOW)
    program.paths.profile.write_text("mailflow: [1\n")
    offered = answer(monkeypatch, "")
    with pytest.raises(StoreError, match="The profile can't be read"):
        run(program, qapp, monkeypatch)
    assert offered == [["Restore Backup"] * backups]
    assert program.paths.profile.read_text() == "mailflow: [1\n", "nothing was changed"


def test_damaged_records_are_replaced_by_a_backup(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.write_daily(program.paths, NOW)
    program.paths.ledger.write_bytes(b"no records" * 1000)
    offered = answer(monkeypatch, "Restore Backup")
    opened = run(program, qapp, monkeypatch, lambda desktop: None, leave)
    assert (len(opened), len(offered)) == (2, 1)
    assert opened[1].trouble is None
    (aside,) = program.paths.root.glob("replaced *")
    assert (aside / "ledger.sqlite").read_bytes() == b"no records" * 1000


def test_restoring_from_the_settings_starts_anew_and_says_so(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = backup.write(program.paths, tmp_path / "mine.mailflow-backup", NOW)
    program.library.save(Profile())
    told: list[str] = []

    def look(desktop: Desktop) -> None:
        told.extend(box.text() for box in desktop.shell.window.findChildren(QMessageBox))
        leave(desktop)

    first, second = run(
        program, qapp, monkeypatch, lambda desktop: desktop.shell.restore_requested.emit(str(made.path)), look
    )
    assert first.desk.profiles.profile == Profile()
    assert second.desk.profiles.profile.integrations == (replace(ONE, enabled=False),)
    assert told == ["The backup was restored"]


def test_a_backup_that_became_unusable_changes_nothing_and_says_so(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []

    def look(desktop: Desktop) -> None:
        told.extend(box.text() for box in desktop.shell.window.findChildren(QMessageBox))
        leave(desktop)

    gone = str(tmp_path / "gone")
    run(program, qapp, monkeypatch, lambda desktop: desktop.shell.restore_requested.emit(gone), look)
    assert told == ["The backup can't be restored"]
    assert program.library.load().integrations == (ONE,)


def test_another_language_is_spoken_once_the_program_started_anew(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []

    def choose(desktop: Desktop) -> None:
        general = desktop.shell.pages.settings.section("general")
        assert isinstance(general, GeneralSection)
        general.controls["language"].set_value("de")
        qtbot.waitUntil(lambda: "the next time" in desktop.shell.window.toasts.text)
        restart = next(one for one in desktop.shell.window.findChildren(LinkButton) if one.text() == "Restart Now")
        restart.click()

    def look(desktop: Desktop) -> None:
        said.extend((desktop.shell.window.sidebar.buttons["settings"].accessibleName(), native("Ctrl+K")))
        assert desktop.shell.window.stack.currentWidget() is desktop.shell.pages.settings
        leave(desktop)

    def speak() -> None:
        language.use(root.chosen_language(program.paths))

    monkeypatch.setattr(language, "_language", language.ENGLISH)
    monkeypatch.delenv(root.LANGUAGE, raising=False)
    try:
        run(program, qapp, monkeypatch, choose, look, speak=speak)
    finally:
        language.use(language.ENGLISH)
        qt_language.follow(qapp)
    assert said == ["Einstellungen", "Strg+K"]


def test_the_question_names_when_each_state_is_from_and_quit_is_the_safe_answer(qtbot: QtBot) -> None:
    error = StoreError("The profile can't be read", "It was left as it is.", cause="PROFILE_UNREADABLE")
    box = rescue.question(error, [Way("Restore Backup", "2026-11-26T14:00:00", lambda: None)])
    qtbot.addWidget(box)
    assert sorted(one.text() for one in box.buttons()) == ["Quit", "Restore Backup (26 Nov 2026, 14:00)"]
    assert box.defaultButton().text() == box.escapeButton().text() == "Quit"  # type: ignore[attr-defined]


def test_without_a_way_out_it_says_why_and_what_to_do(qtbot: QtBot) -> None:
    box = rescue.question(StoreError("The profile is in use", "Process 7 has it.", fix="Close that one."), ())
    qtbot.addWidget(box)
    said = (box.text(), box.informativeText(), [one.text() for one in box.buttons()])
    assert said == ("The profile is in use", "Process 7 has it. Close that one.", ["Quit"])


def test_a_start_that_fails_before_its_window_is_told_on_the_screen(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    offered = answer(monkeypatch, "")
    with pytest.raises(StoreError, match="can't be used"):
        root.open_window(Options(tmp_path / "file" / "profile", "session"))
    assert offered == [[]]


@pytest.mark.parametrize("where", ["build", "make_desktop"])
def test_a_fault_of_the_program_is_told_on_the_screen(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("a fault")

    told: list[str] = []

    def choose(error: MailflowError, ways: list[Way]) -> None:
        told.extend((error.title, error.details.splitlines()[-1]))

    monkeypatch.setattr(root if where == "build" else session, where, fail)
    monkeypatch.setattr(rescue, "choose", choose)
    with pytest.raises(KeyError):
        root.open_window(program.options)
    assert told == ["Something unexpected happened in Mailflow", "KeyError: 'a fault'"]


def test_a_saved_session_starts_no_second_program(qapp: QApplication) -> None:
    hints: list[QSessionManager.RestartHint] = []

    class Saving:
        setRestartHint = staticmethod(hints.append)

    session.start_only_at_sign_in(Saving())  # type: ignore[arg-type]
    assert hints == [QSessionManager.RestartHint.RestartNever]
