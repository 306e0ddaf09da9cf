"""The code of the pages is loaded on the GUI thread, module by module, and is whole afterwards."""

from __future__ import annotations

import os
import subprocess
import sys

SELDOM = ["mailflow_gui.ui.moving", "mailflow_gui.ui.rescue"]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
#: Loads ahead in a fresh process; tells on which threads modules were made, what was missing, the longest turn.
PROGRAM = """
import importlib, pkgutil, sys, threading, time
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication
import mailflow_gui.desktop, mailflow_gui.ui
from mailflow_gui.ui.ahead import Ahead

threads = set()
class Watching:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("mailflow_gui.ui"):
            threads.add(threading.current_thread() is threading.main_thread())
sys.meta_path.insert(0, Watching())
app = QApplication([])
before = set(sys.modules)
turns = []
ahead = Ahead(app)
ahead.finished.connect(app.quit)
beat = QTimer(interval=0)
beat.timeout.connect(lambda: turns.append(len(sys.modules)))
beat.start()
ahead.begin()
app.exec()
print(threads)
every = {one.name for one in pkgutil.walk_packages(mailflow_gui.ui.__path__, "mailflow_gui.ui.")}
print(sorted(every - set(sys.modules)))
print(len(set(sys.modules) - before) > 200, len(set(turns)) > 40)
"""


def test_modules_come_one_by_one_on_the_gui_thread_and_none_is_left() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, env={**os.environ, **OFFSCREEN}
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["{True}", str(SELDOM), "True True"]
