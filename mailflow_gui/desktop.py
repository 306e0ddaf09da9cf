"""Composition root of the window: builds the Qt objects over the program's, begins and ends their work. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from mailflow_gui.cli.program import Program
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.qt.collector import Collector
from mailflow_gui.ui import accessibility, appearance, icons, qt_language, theme
from mailflow_gui.ui.application import Application
from mailflow_gui.ui.shell import Shell
from mailflow_gui.workplace import Workplace

if TYPE_CHECKING:  # loaded when a page asks for them
    from mailflow_gui.qt.door import Door

#: Seconds that the messages in hand get on quit.
GRACE = 30.0


@dataclass
class Desktop:
    """The running window program; holds every object for as long as it lives. `trouble` is why it can't work.

    `door` is where a second start knocks. `restore` is the backup with which the program shall start anew; `renew`:
    it shall start anew as it is.
    """

    desk: Workplace
    shell: Shell
    collector: Collector
    door: Door | None = None
    trouble: MailflowError | None = None
    restore: Path | None = None
    renew: bool = False

    def save(self, _: object = None) -> None:
        """The session may end: what is only in memory is written. Nothing is stopped, because the person may stay."""
        self.shell.window.save_geometry()
        self.shell.pages.flush()
        self.desk.flush()
        self.desk.settings.sync()


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with the Mailflow look; the present one when there is one."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else Application(arguments)
    app.setApplicationName("Mailflow")
    app.setOrganizationName("Mailflow")
    app.setDesktopFileName("mailflow")
    app.setQuitOnLastWindowClosed(False)
    qt_language.follow(app)
    accessibility.install()
    theme.apply(app)
    app.setWindowIcon(icons.icon("app-256", "text", 64))
    return app


def make_desktop(app: QApplication, program: Program) -> Desktop:
    """Everything behind the window, and the window. Raises StoreError, ConfigurationError for a damaged profile."""
    settings = QSettings(str(program.paths.root / "window.ini"), QSettings.Format.IniFormat)
    holder = QObject(app)
    desk = Workplace(program, settings, holder)
    try:
        desk.profiles.load()
    except Exception:
        holder.deleteLater()
        raise
    desk.preferences.load()
    appearance.follow(desk.preferences)
    collector = Collector(lambda: app.activeWindow() is None, app)
    collector.begin()
    shell = Shell(desk, app)
    made = Desktop(desk, shell, collector)

    def start_anew(backup: str) -> None:
        made.restore = Path(backup)
        app.exit(0)

    def renew() -> None:
        made.renew = True
        app.exit(0)

    # Not quit(): that asks every window first, and closing one here means hiding it.
    shell.quit_requested.connect(lambda: app.exit(0))
    app.commitDataRequest.connect(made.save, Qt.ConnectionType.DirectConnection)
    shell.restore_requested.connect(start_anew)
    shell.renew_requested.connect(renew)
    return made


def begin_work(desktop: Desktop) -> None:
    """Opens the records on a pool thread, then starts what is switched on; the code of all pages comes last."""
    desk, shell = desktop.desk, desktop.shell
    desk.tasks.release()
    if desk.demo:
        shell.window.go("log")

    def give_up(error: Exception) -> None:
        assert isinstance(error, MailflowError)  # as tasks promise
        desktop.trouble = error
        shell.quit_requested.emit()  # why, and what can be done about it, is told when all has ended

    ready = desk.tasks.run(desk.engine.take_over)
    ready.done(lambda _: desk.battery.begin(partial(_start_integrations, desk))).failed(give_up)
    ready.always(desk.load_rest)


def _start_integrations(desk: Workplace) -> None:
    """Starts the practice server when connections need it, then every integration that is switched on."""
    desk.tallies.ask()
    desk.attention.ask()
    desk.unsaved.load()
    desk.autostart.look()
    desk.reporter.begin()
    if not desk.demo:
        desk.backups.begin()
    if desk.demo:
        desk.practice.start(integration=True, enabled=True).always(desk.control.start_enabled)
    elif desk.practice.wanted:
        desk.practice.start(samples=False).always(desk.control.start_enabled)
    else:
        desk.control.start_enabled()


def end_work(desktop: Desktop) -> bool:
    """Finishes the messages in hand and closes everything, in the order in which it depends on each other.

    False when a thread did not end in time.
    """
    desk, shell, app = desktop.desk, desktop.shell, QApplication.instance()
    if isinstance(app, QApplication):
        app.commitDataRequest.disconnect(desktop.save)
    if desktop.door is not None:  # a start from now on waits for the end of this one
        desktop.door.close()
    shell.window.save_geometry()
    shell.tray.hide()
    shell.window.hide()
    shell.pages.flush()
    desk.wind_up()
    desk.reporter.end()
    desk.control.shut_down(GRACE)
    ended = desk.tasks.wait()
    desk.engine.close()
    desk.practice.stop()
    desk.settings.sync()
    shell.dispose()
    desktop.collector.end()
    return ended and not desk.threads.alive
