"""Qt in the language of the window: names of months and keys, its own buttons, and the order of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core import language
from mailflow_gui.store import translations
from mailflow_gui.ui import times
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.qt_language import follow, in_order

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "translations"


@pytest.fixture
def german(qtbot: QtBot, qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    language.use(translations.read(SHIPPED, "de"))
    follow(qapp)
    yield
    language.use(language.ENGLISH)
    follow(qapp)
    QLocale.setDefault(before)


def test_dates_are_written_as_in_german(german: None) -> None:
    assert times.long_moment("2026-03-24T14:30:00").startswith("24. März 2026, ")


def test_qt_s_own_words_are_german(german: None, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert native("Ctrl+Shift+F") == "Strg+Umschalt+F"


def test_qt_speaks_english_again(german: None, qapp: QApplication, qtbot: QtBot) -> None:
    language.use(language.ENGLISH)
    follow(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"


def test_names_stand_in_the_order_of_the_language(german: None) -> None:
    assert in_order(["Zebra", "anton", "Ärger", "Berta"], str) == ["anton", "Ärger", "Berta", "Zebra"]
