"""Composition root of the window: builds the Qt objects over the program's and runs the event loop. GUI thread."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from mailflow_gui.cli.engine_room import EngineRoom, build_engine, close_engine
from mailflow_gui.cli.program import Program
from mailflow_gui.core.practice import PASSWORD, is_practice
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.collector import Collector
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.lookup import Lookup
from mailflow_gui.qt.practice import Practice, Server
from mailflow_gui.qt.previews import Previews
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.qt.servers import Servers
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.today import Today
from mailflow_gui.qt.transfers import Transfers
from mailflow_gui.qt.unsaved import Autosave
from mailflow_gui.qt.validation import Validation
from mailflow_gui.qt.vaults import ChosenVault, VaultChoices
from mailflow_gui.qt.worker import SWITCH, Threads
from mailflow_gui.store.file_vault import FileVault
from mailflow_gui.store.lock import ProfileLock
from mailflow_gui.store.practice_vault import PracticeVault
from mailflow_gui.store.samples import SampleFiles
from mailflow_gui.store.snapshots import UnsavedWork
from mailflow_gui.ui import theme
from mailflow_gui.ui.desk import Desk
from mailflow_gui.ui.shell import Shell

#: Seconds that the messages in hand get on quit.
GRACE = 30.0


@dataclass
class Desktop:
    """The running window program; holds every object for as long as it lives."""

    desk: Desk
    shell: Shell
    engine: EngineRoom
    threads: Threads
    collector: Collector


def run(program: Program) -> int:
    """Runs the window until the person quits. Raises StoreError when another program works on the profile."""
    sys.setswitchinterval(SWITCH)
    program.paths.prepare()
    with ProfileLock(program.paths.root / "running.lock"):
        app = make_application(sys.argv[:1])
        _end_on_signals(app)
        desktop = make_desktop(app, program)
        desktop.shell.start(background=program.options.background)
        begin_work(desktop, demo=program.options.demo)
        code = app.exec()
        if not end_work(desktop):
            # A thread that hangs (in the keyring, say) can't be ended, and Qt aborts when it is deleted while it runs.
            # Everything is on disk, so the process may just end.
            os._exit(code)
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with the Mailflow look; the present one when there is one."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(arguments)
    app.setApplicationName("Mailflow")
    app.setOrganizationName("Mailflow")
    app.setDesktopFileName("mailflow")
    app.setQuitOnLastWindowClosed(False)
    theme.apply(app)
    return app


def make_desktop(app: QApplication, program: Program) -> Desktop:
    """Everything behind the window, and the window. Raises StoreError, ConfigurationError for a damaged profile."""
    settings = QSettings(str(program.paths.root / "window.ini"), QSettings.Format.IniFormat)
    mode = settings.value("theme", "system")
    theme.current().set_mode(mode if mode in ("light", "dark") else "system")
    tasks, bridge, threads = Tasks(app), Bridge(app), Threads()

    def is_practice_id(id: str) -> bool:
        return any(one.id == id and is_practice(one) for one in profiles.profile.connections)

    vault = PracticeVault(program.vault, is_practice_id, PASSWORD)
    profiles = Profiles(program.library, vault, program.catalog, tasks, program.versions, app)
    chosen = ChosenVault(lambda: profiles.vault)
    engine = build_engine(program, chosen, lambda: profiles.profile, bridge.publish, threads.spawn)
    control = Control(engine.supervisor, profiles, bridge, app)
    tallies = Tallies(engine.ledger, profiles, bridge, tasks, app)
    desk = Desk(
        settings=settings,
        tasks=tasks,
        bridge=bridge,
        ledger=engine.ledger,
        letters=Letters(engine.ledger, engine.workshop.reader, tasks, app),
        profiles=profiles,
        control=control,
        tallies=tallies,
        attention=Attention(engine.ledger, tallies, tasks, app),
        today=Today(engine.ledger, profiles, bridge, tasks, app),
        log=LogModel(lambda id: _name_of(profiles, id), app),
        lookup=Lookup(engine.ledger, tasks, app),
        practice=Practice(_practice_server, profiles, tasks, app),
        previews=Previews(profiles, engine.workshop, tasks, app),
        servers=Servers(profiles, tasks, app),
        validation=Validation(tasks, app),
        vaults=VaultChoices(vault, FileVault(program.paths.vault)),
        transfers=Transfers(profiles, tasks, app),
        unsaved=Autosave(UnsavedWork(program.paths.unsaved), profiles, tasks, app),
        samples=KeptSamples(SampleFiles(program.paths.samples), engine.workshop.reader, profiles, tasks, app),
        demo=program.options.demo,
    )
    profiles.load()
    shell = Shell(desk, app)
    # Not quit(): that asks every window first, and closing one here means hiding it.
    shell.quit_requested.connect(lambda: app.exit(0))
    collector = Collector(lambda: app.activeWindow() is None, app)
    collector.begin()
    return Desktop(desk, shell, engine, threads, collector)


def begin_work(desktop: Desktop, *, demo: bool) -> None:
    """Starts the practice server when connections need it, then every integration that is switched on."""
    desk = desktop.desk
    desk.tallies.ask()
    desk.attention.ask()
    desk.unsaved.load()
    if demo:
        desk.practice.start(integration=True, enabled=True).always(desk.control.start_enabled)
        desktop.shell.window.go("log")
    elif desk.practice.wanted:
        desk.practice.start(samples=False).always(desk.control.start_enabled)
    else:
        desk.control.start_enabled()


def end_work(desktop: Desktop) -> bool:
    """Finishes the messages in hand and closes everything, in the order in which it depends on each other.

    False when a thread did not end in time.
    """
    desk = desktop.desk
    desktop.shell.window.save_geometry()
    desktop.shell.tray.icon.hide()
    desktop.shell.window.hide()
    desktop.shell.connections.flush()
    desk.unsaved.flush()
    desk.servers.close()
    desk.previews.close()
    desk.validation.cancel()
    desk.control.shut_down(GRACE)
    ended = desk.tasks.wait()
    close_engine(desktop.engine)
    desk.practice.stop()
    desk.settings.sync()
    desktop.shell.dispose()
    desktop.collector.end()
    return ended and not desktop.threads.alive


def _practice_server() -> Server:
    from mailflow_gui.sandbox.server import PracticeServer  # a third of a second that a start does not need

    return PracticeServer()


def _name_of(profiles: Profiles, id: str) -> str:
    return next((one.name for one in profiles.profile.integrations if one.id == id), "Deleted integration")


def _end_on_signals(app: QApplication) -> None:
    """Ctrl+C and SIGTERM quit cleanly; Python sees a signal only while it runs, so a timer lets it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # By the event loop, so that a signal before it runs is not lost.
        signal.signal(number, lambda *_: QTimer.singleShot(0, app, lambda: app.exit(0)))
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(250)
