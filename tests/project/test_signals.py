"""PySide6 6.12.0 ends a Python 3.11 process after a few hundred signals; the version in use must not."""

from __future__ import annotations

import subprocess
import sys

EMITS = 10_000

SCRIPT = f"""
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Teller(QObject):
    told = Signal(int)

app = QCoreApplication([])
heard = []
teller = Teller()
teller.told.connect(heard.append)
for number in range({EMITS}):
    teller.told.emit(number)
assert heard == list(range({EMITS}))
print("alive", len(heard))
"""


def test_ten_thousand_signals_do_not_end_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout.strip()) == (0, f"alive {EMITS}"), ended.stderr
