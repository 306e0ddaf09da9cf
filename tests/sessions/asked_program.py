"""The whole program with a person who is just being asked about unsaved work, for `test_xfce.py`.

`python -m tests.sessions.asked_program PROFILE NAME` makes the file PROFILE/asked once the question is on the screen.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mailflow_gui import desktop, session
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from tests.journeys.editor_program import Patience, begin_work
from tests.journeys.people import Person


def main(profile: Path, name: str) -> int:
    """Runs until the session ends."""

    def look() -> None:
        if QApplication.activeModalWidget() is not None:
            timer.stop()
            (profile / "asked").touch()

    def act() -> None:
        try:
            person = Person(Patience())
            begin_work(person, name)
            timer.start()
            person.press("Home")
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    app = desktop.make_application(["mailflow"])
    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    QTimer.singleShot(0, app, act)
    return session.run(root.build(Options(profile, "session")))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
