"""The window with its tray for `test_tray_window.py`: prints what happens, one word a line."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from mailflow_gui import desktop, session
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.model import Profile
from tests.qt.stage import ScriptedSupervisor
from tests.ui.desks import RECEIVE, SEND, integration


def main(folder: Path) -> int:
    """Runs until its window is told to quit."""
    program = root.build(Options(folder, "session"))
    program.library.save(Profile((RECEIVE, SEND), tuple(integration(name, enabled=True) for name in ("One", "Two"))))
    app = desktop.make_application(["mailflow"])
    made = desktop.make_desktop(app, program)
    made.desk.control._supervisor = ScriptedSupervisor()
    session.end_on_signals(app)
    made.shell.start()
    desktop.begin_work(made)
    tray, window = made.shell.tray, made.shell.window
    told: list[str] = []

    def tell(word: str) -> None:
        if not told or told[-1] != word:
            told.append(word)
            print(word, flush=True)

    def look() -> None:
        where = tray.icon.geometry()
        if not told and where.width() > 0 and where.y() == 0:
            return  # the panel at the bottom has not placed it yet
        if where.width() > 0 and not told:
            print(f"icon {where.center().x()} {where.center().y()}", flush=True)
        tell("menu" if tray.menu.isVisible() else "window" if window.isVisible() else "hidden")

    tray.menu.aboutToShow.connect(lambda: print("entries " + "|".join(tray_entries()), flush=True))

    def tray_entries() -> list[str]:
        return [f"{'+' if one.isChecked() else ''}{one.text()}" for one in tray.menu.actions() if one.text()]

    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    code = app.exec()
    desktop.end_work(made)
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
