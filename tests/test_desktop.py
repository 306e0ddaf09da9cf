"""The whole window program: every control has a name, it ends cleanly, and one profile has one program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.store.lock import ProfileLock
from mailflow_gui.ui import theme
from mailflow_gui.ui.window import PLACES
from tests.ui.desks import RECEIVE, SEND, integration

SECONDS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def program(folder: Path, qtbot: QtBot) -> Iterator[Desktop]:
    built = root.build(Options(folder, "session"))
    built.library.save(Profile((RECEIVE, SEND), (integration("Welcome new leads"),)))
    made = desktop.make_desktop(desktop.make_application(["mailflow"]), built)
    made.shell.start()
    qtbot.waitExposed(made.shell.window)
    yield made
    assert desktop.end_work(made)
    theme.current().set_mode("light")


def nameless(page: QWidget) -> list[str]:
    """Visible controls that a screen reader could not name."""
    found = []
    for one in page.findChildren(QWidget):
        inner = isinstance(one.parent(), QAbstractItemView) or (
            isinstance(one, QLineEdit | QTextEdit) and bool(getattr(one.parent(), "accessibleName", str)())
        )
        if one.focusPolicy() == Qt.FocusPolicy.NoFocus or not one.isVisible() or inner:
            continue
        text = one.text() if isinstance(one, QAbstractButton | QLabel) else ""
        if not (one.accessibleName() or text):
            found.append(f"{type(one).__name__} in {type(one.parent()).__name__}")
    return found


def test_every_control_of_every_page_has_a_name(program: Desktop, qtbot: QtBot) -> None:
    window, found = program.shell.window, {}
    for place in PLACES:
        window.go(place.id)
        found[place.id] = nameless(window)
    for section in program.shell.pages.settings.entries:
        program.shell.open_settings(section)
        found[f"settings {section}"] = nameless(window)
    for name, act in (
        ("connection", lambda: program.shell.open_connection(RECEIVE.name, edit=True)),
        ("wizard", program.shell.create_connection),
        ("create", program.shell.workshop.create_integration),
    ):
        window.guard = None
        act()
        qtbot.wait(20)
        found[name] = nameless(window)
    window.guard = None
    assert found == {key: [] for key in found}


def test_a_damaged_theme_is_the_systems(folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    (folder / "preferences.yaml").write_text("theme: purple\n")
    made = desktop.make_desktop(desktop.make_application(["mailflow"]), root.build(Options(folder, "session")))
    assert theme.current().mode == "system"
    desktop.end_work(made)
    theme.current().set_mode("light")


def test_work_that_was_not_saved_outlives_the_program(folder: Path, qtbot: QtBot) -> None:
    one = integration("Welcome new leads")
    built = root.build(Options(folder, "session"))
    built.library.save(Profile((RECEIVE, SEND), (one,)))
    first = desktop.make_desktop(desktop.make_application(["mailflow"]), built)
    work = replace(one, description="Not saved yet")
    first.desk.unsaved.keep(work)
    assert desktop.end_work(first)
    second = desktop.make_desktop(desktop.make_application(["mailflow"]), root.build(Options(folder, "session")))
    with qtbot.waitSignal(second.desk.unsaved.left_changed):
        desktop.begin_work(second)
    left = second.desk.unsaved.of(one.id)
    assert left is not None
    assert second.desk.unsaved.restored(left) == work
    assert desktop.end_work(second)


UNNEEDED = """
aiosmtpd asyncio cryptography email.message email.parser http imapclient imaplib keyring poplib pymap smtplib sqlite3
ssl mailflow_gui.cli.run mailflow_gui.connectors._outgoing mailflow_gui.connectors._smtp_session mailflow_gui.sandbox
mailflow_gui.core.expressions mailflow_gui.core.mappings mailflow_gui.engine.assemble mailflow_gui.engine.runner
mailflow_gui.qt.previews mailflow_gui.qt.servers mailflow_gui.qt.transfers mailflow_gui.qt.validation
mailflow_gui.steps.template mailflow_gui.store.fuse mailflow_gui.store.ledger mailflow_gui.store.merge
mailflow_gui.ui.attention mailflow_gui.ui.connections mailflow_gui.ui.editor mailflow_gui.ui.forms
mailflow_gui.ui.integrations.detail mailflow_gui.ui.integrations.list_page mailflow_gui.ui.log mailflow_gui.ui.mapper
mailflow_gui.ui.search.quick_search
"""
FIRST_WINDOW = """
import sys
from mailflow_gui import __main__, desktop

def begin(made):
    print(*sys.modules)
    made.shell.quit_requested.emit()

desktop.begin_work = begin
sys.exit(__main__.main(sys.argv[1:]))
"""


def test_the_first_window_loads_only_what_it_shows(folder: Path) -> None:
    built = root.build(Options(folder, "keyring"))
    built.library.save(Profile((RECEIVE, SEND), (integration("Welcome new leads"),)))
    command = [sys.executable, "-c", FIRST_WINDOW, "--profile", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "mailflow_gui.ui.home.page" in loaded
    unneeded = UNNEEDED.split()
    assert set(unneeded) & set(loaded) == set()
    assert [one for one in loaded if one.startswith(tuple(f"{name}." for name in unneeded))] == []


def test_records_that_can_not_be_used_end_the_program(folder: Path, qtbot: QtBot) -> None:
    built = root.build(Options(folder, "session"))
    built.paths.prepare()
    built.paths.ledger.write_text("This is no database, but long enough to be looked at as one. " * 100)
    made = desktop.make_desktop(desktop.make_application(["mailflow"]), built)
    made.shell.quit_requested.disconnect()
    made.shell.start()
    with qtbot.waitSignal(made.shell.quit_requested):
        desktop.begin_work(made)
    assert isinstance(made.trouble, StoreError)
    assert made.trouble.title == "Mailflow's records are damaged"
    assert desktop.end_work(made)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
    environment.pop("DISPLAY", None)
    command = [sys.executable, "-m", "mailflow_gui", "--profile", str(folder), "--vault", "session", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def wait_for_lock(folder: Path, running: subprocess.Popen[str]) -> None:
    """The lock file holds the process id once the program has the profile, then the ledger appears."""
    deadline = time.monotonic() + SECONDS
    lock = folder / "running.lock"
    while not (lock.exists() and lock.read_text().startswith(f"{running.pid}\n") and any(folder.glob("ledger*"))):
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < deadline, "it did not start"
        os.sched_yield()


def end(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Asks to end as a system does; exit code and what was said on stderr."""
    running.send_signal(signal.SIGTERM)
    try:
        _, said = running.communicate(timeout=SECONDS)
    finally:
        running.kill()
    lines = [line for line in said.splitlines() if "This plugin does not support" not in line]
    return running.returncode, "\n".join(lines)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("arguments", [(), ("--background",)])
def test_sigterm_ends_cleanly(folder: Path, arguments: tuple[str, ...]) -> None:
    running = start(folder, *arguments)
    wait_for_lock(folder, running)
    assert end(running) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_end_of_its_terminal_ends_cleanly(folder: Path) -> None:
    running = start(folder)
    wait_for_lock(folder, running)
    running.send_signal(signal.SIGHUP)
    assert end_of(running) == (0, "")


#: The window minimizes itself instead of closing, as where there is no tray; then the system asks to quit.
LOG_OUT = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from mailflow_gui import __main__, desktop
from mailflow_gui.ui.window import Closing

def begin(made):
    made.shell.window.closing = lambda: Closing.MINIMIZE
    QCoreApplication.postEvent(QCoreApplication.instance(), QEvent(QEvent.Type.Quit))

desktop.begin_work = begin
sys.exit(__main__.main(sys.argv[1:]))
"""


def test_a_log_out_is_not_held_up_by_a_window_that_stays(folder: Path) -> None:
    command = [sys.executable, "-c", LOG_OUT, "--profile", str(folder), "--vault", "session"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr


def test_a_session_that_may_end_finds_everything_on_the_disk(program: Desktop, folder: Path) -> None:
    one = replace(integration("Welcome new leads"), description="Not saved yet")
    program.desk.unsaved.keep(one)
    program.desk.settings.setValue("probe", "written")
    program.save()
    assert "probe=written" in (folder / "window.ini").read_text()
    assert program.desk.tasks.wait()
    assert any((folder / "unsaved").iterdir())


def test_a_window_that_was_ended_is_not_asked_to_save(folder: Path, qtbot: QtBot) -> None:
    app = desktop.make_application(["mailflow"])
    asked = SIGNAL("commitDataRequest(QSessionManager&)")
    before = app.receivers(asked)
    made = desktop.make_desktop(app, root.build(Options(folder, "session")))
    assert app.receivers(asked) == before + 1
    assert desktop.end_work(made)
    assert app.receivers(asked) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_sigterm_in_the_middle_of_the_demo_ends_cleanly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    running = start(tmp_path / "unused", "demo")
    deadline = time.monotonic() + SECONDS
    while not any(tmp_path.glob("mailflow-demo-*/ledger*")):  # its work has begun
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < deadline, "it did not start"
        os.sched_yield()
    assert end(running) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_second_start_raises_the_first_window_and_ends(folder: Path) -> None:
    first = start(folder, "--background")
    wait_for_lock(folder, first)
    assert end_of(start(folder)) == (0, "")
    assert end_of(start(folder, "--background")) == (0, "")
    assert first.poll() is None
    assert end(first) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_program_is_no_obstacle(folder: Path) -> None:
    first = start(folder)
    wait_for_lock(folder, first)
    assert end_of(start(folder)) == (0, ""), "the door is open"
    first.kill()
    first.communicate(timeout=SECONDS)
    second = start(folder)
    wait_for_lock(folder, second)
    assert end_of(start(folder)) == (0, "")
    assert end(second) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_two_profiles_run_beside_each_other(tmp_path: Path) -> None:
    running = [start(tmp_path / name) for name in ("one", "two")]
    for name, one in zip(("one", "two"), running, strict=True):
        wait_for_lock(tmp_path / name, one)
    assert [end(one) for one in running] == [(0, "")] * 2


def test_a_window_on_the_profile_of_a_run_without_one_says_so_in_one_line(folder: Path) -> None:
    with ProfileLock(folder / "running.lock"):
        code, said = end_of(start(folder))
    assert code == 1
    assert "Mailflow is already running on this profile" in said
    assert "Traceback" not in said


def end_of(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and what was said on stderr of one that ends by itself."""
    _, said = running.communicate(timeout=SECONDS)
    return running.returncode, "\n".join(line for line in said.splitlines() if "This plugin does not" not in line)
