"""Qt speaks the language of the window: its own texts, names of keys, months and days. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import TypeVar

from PySide6.QtCore import QCollator, QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from mailflow_gui.core.language import ENGLISH, current

T = TypeVar("T")
_NAME = "Qt's own texts"


def follow(app: QCoreApplication) -> None:
    """After a language was chosen, and before anything is shown in it.

    Where the computer speaks the same language, its region stays.
    """
    code = current().code
    computer = QLocale.system().language()
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(QLocale.system())
    plain = computer == QLocale.Language.C and current() is ENGLISH  # Qt's names without a locale are English
    if computer != QLocale(code).language() and not plain:
        QLocale.setDefault(QLocale(code))
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if current() is not ENGLISH and translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)


def in_order(things: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """Sorted by name as the language does it: “Ärger” stands before “Berta”."""
    collator = QCollator()
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    by_name = cmp_to_key(collator.compare)
    return sorted(things, key=lambda one: by_name(name(one)))
