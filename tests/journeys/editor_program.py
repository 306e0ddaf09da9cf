"""The whole program with a person who begins work in the flow editor and never saves it, for `test_editor_killed.py`.

`python -m tests.journeys.editor_program PROFILE NAME` edits the integration of this name; "" begins a new one.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from mailflow_gui import desktop, session
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from tests.benchmarks.stalls import wait_for
from tests.journeys.people import Person

WORDS = "New lead from {{from}}"


class Patience:
    """Waits as qtbot does, without a test around it."""

    def waitUntil(self, condition: Callable[[], bool], *, timeout: int) -> None:  # the name qtbot has
        """Returns once the condition holds. Raises SystemExit after `timeout` milliseconds."""
        wait_for(condition, timeout / 1000)


def begin_work(person: Person, name: str) -> None:
    """Opens the editor, adds a step and writes into its settings."""
    person.press("Integrations")
    if name:
        person.press(name)
        person.press("Edit")
    else:
        person.press("Create Integration")
        for connection in ("Inbox", "Outbox"):
            person.press(connection)
            person.press("Next")
            person.press("Next")
    person.add_step("Receive Email", "Log")
    person.type("Custom Text", WORDS)


def main(profile: Path, name: str) -> int:
    """Runs until it is killed."""

    def act() -> None:
        try:
            begin_work(Person(Patience()), name)
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    app = desktop.make_application(["mailflow"])
    QTimer.singleShot(0, app, act)
    return session.run(root.build(Options(profile, "session")))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
