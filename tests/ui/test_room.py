"""Nothing is cut on any page with a font 30 % larger, in a small window, at 200 %, and from right to left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cut import cut

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("scale", "options"),
    [
        ("1", ("900x600", "17")),
        ("1", ("900x600", "17", "de")),
        ("2", ("1200x800", "17", "dark", "reverse")),
    ],
    ids=["small window, large font", "the same in German", "200 %, large font, right to left"],
)
def test_nothing_is_cut_on_any_page(tmp_path: Path, scale: str, options: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.screens", str(tmp_path), *options, "check"],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    words, button, outside = QLabel("Some words", window), QPushButton("Some more words", window), QLabel("x", window)
    words.resize(20, 20)
    button.setGeometry(0, 30, 30, 30)
    outside.setGeometry(95, 70, 30, 20)
    window.resize(100, 100)
    window.show()
    found = cut(window)
    assert len(found) == 3
    assert ["QLabel “Some words”" in found[0], "QPushButton" in found[1], "QLabel “x”" in found[2]] == [True] * 3
    words.adjustSize()
    button.adjustSize()
    window.resize(300, 100)
    assert cut(window) == []
