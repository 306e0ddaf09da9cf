"""A run of the window program: its lock, the event loop, and starting anew over another state of the profile.

GUI thread.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from mailflow_gui.cli.program import Program
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import tr
from mailflow_gui.desktop import Desktop, begin_work, end_work, make_application, make_desktop
from mailflow_gui.qt.lost_display import finished_first
from mailflow_gui.qt.session_end import SessionEnd
from mailflow_gui.qt.single_instance import enter
from mailflow_gui.qt.unexpected import Unexpected
from mailflow_gui.qt.worker import SWITCH
from mailflow_gui.store.lock import ProfileLock, door_name
from mailflow_gui.ui import qt_language

#: Milliseconds in which the window is drawn before work begins.
FIRST_PICTURE = 50


@dataclass(frozen=True, slots=True)
class Again:
    """The program starts anew: a title and a text to say in the next window, and the page that it shows."""

    title: str = ""
    text: str = ""
    place: str = ""


def run(program: Program, speak: Callable[[], object] = lambda: None) -> int:
    """Runs the window until the person quits. A second start brings the first one's window to the front and ends.

    `speak` chooses the language anew when the program starts anew.

    Raises StoreError when another program works on the profile, or when its records can't be used.
    """
    sys.setswitchinterval(SWITCH)
    with told_to_people():
        program.paths.prepare()
        lock = ProfileLock(program.paths.root / "running.lock", door_name(program.paths.root))
        if not enter(lock, background=program.options.background):
            return 0
    with lock:
        app = make_application(sys.argv[:1])
        end_on_signals(app)
        app.saveStateRequest.connect(start_only_at_sign_in, Qt.ConnectionType.DirectConnection)
        code, again = _session(app, program, lock.door)
        while again is not None:
            speak()
            qt_language.follow(app)
            code, again = _session(app, program, lock.door, again)
    return code


def _session(app: QApplication, program: Program, door: str, anew: Again | None = None) -> tuple[int, Again | None]:
    """The window from its first picture to the end of all work: the exit code, and how it goes on when the program
    shall start anew. Raises StoreError."""
    desktop = _open(app, program)
    desktop.desk.tasks.hold()
    desktop.shell.start(background=program.options.background and anew is None)
    QTimer.singleShot(FIRST_PICTURE, app, lambda: begin_work(desktop))
    QTimer.singleShot(FIRST_PICTURE, app, lambda: open_door(desktop, door))
    if anew is not None and anew.place:
        desktop.shell.window.go(anew.place)
    if anew is not None and anew.title:
        desktop.shell.tell(anew.title, anew.text)
    end = follow_session(app, desktop)
    with finished_first(lambda: _finish_unseen(desktop)), Unexpected() as unexpected:
        unexpected.met.connect(desktop.shell.tell_unexpected)
        code = app.exec()
    end.close()  # first of all: from now on nobody waits for the messages in hand
    if not end_work(desktop):
        # A thread that hangs (in the keyring, say) can't be ended, and Qt aborts when it is deleted while it runs.
        # Everything is on disk, so the process may just end.
        os._exit(code)
    desktop.desk.take_apart()
    if desktop.restore is not None:
        from mailflow_gui.qt.rescue import put_back  # with the whole ledger behind it, which a start does without

        return code, Again(*put_back(desktop.restore, program.paths))
    if desktop.trouble is not None:
        _rescue(desktop.trouble, program)
        return code, Again(
            tr("Mailflow works with an earlier state"), tr("Look at the integrations before you switch them on.")
        )
    return code, Again(place="settings") if desktop.renew else None


def _finish_unseen(desktop: Desktop) -> None:
    """What `end_work` does, without the window, which has no display any more."""
    with contextlib.suppress(Exception):  # the messages in hand matter more
        desktop.save()
    desktop.desk.engine.close()


def open_door(desktop: Desktop, name: str) -> None:
    """From now on a second start brings the window to the front."""
    from mailflow_gui.qt.door import Door  # QtNetwork is loaded once the window is there

    desktop.door = Door(name, desktop.shell)
    desktop.door.show_requested.connect(desktop.shell.window.bring_to_front)
    desktop.door.open()


def follow_session(app: QApplication, desktop: Desktop) -> SessionEnd:
    """The program ends with the desktop session, before the screen goes; it is told so once its window is there."""
    end = SessionEnd(desktop.shell)
    end.approaching.connect(desktop.save)
    end.came.connect(lambda: app.exit(0))
    if sys.platform not in ("win32", "darwin"):
        QTimer.singleShot(FIRST_PICTURE, end, end.begin)
    return end


def start_only_at_sign_in(manager: QSessionManager) -> None:
    """A saved session (XSMP) does not start the program: that is what the switch Start at Sign-in is for."""
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


def _open(app: QApplication, program: Program) -> Desktop:
    """The desktop; of a damaged profile after the person chose an earlier state. Raises StoreError."""
    while True:
        try:
            return make_desktop(app, program)
        except MailflowError as error:
            _rescue(error, program)
        except Exception:
            from mailflow_gui.ui import rescue

            rescue.choose(_unexpected(), ())
            raise


@contextlib.contextmanager
def told_to_people() -> Iterator[None]:
    """An error that ends the start is shown on the screen, too: what a menu or a sign-in started has no terminal."""
    try:
        yield
    except Exception as error:
        from mailflow_gui.ui import rescue

        make_application(sys.argv[:1])
        rescue.choose(error if isinstance(error, MailflowError) else _unexpected(), ())
        raise


def _unexpected() -> MailflowError:
    """The exception in hand, in words; its traceback is in the details."""
    return MailflowError(tr("Something unexpected happened in Mailflow"), details=traceback.format_exc())


def _rescue(error: MailflowError, program: Program) -> None:
    """Brings back an earlier state that the person chooses. Raises the error when there is none, or none is wanted."""
    from mailflow_gui.qt.rescue import ways
    from mailflow_gui.ui import rescue

    chosen = rescue.choose(error, ways(error, program.paths))
    if chosen is None:
        raise error
    chosen.act()


def end_on_signals(app: QApplication) -> None:
    """Ctrl+C and SIGTERM quit cleanly. Python sees a signal only while it runs: a socket that it writes to wakes it."""
    reading, writing = socket.socketpair()
    writing.setblocking(False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda *_: reading.recv(64) and writing)
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    hangup = [signal.SIGHUP] if hasattr(signal, "SIGHUP") else []  # the session it was started from is gone
    for number in (signal.SIGINT, signal.SIGTERM, *hangup):
        # By the event loop, so that a signal before it runs is not lost.
        signal.signal(number, lambda *_: QTimer.singleShot(0, app, lambda: app.exit(0)))
