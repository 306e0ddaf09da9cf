"""What a start says that can't go on, and the question which earlier state to use instead. GUI thread, no window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import tr
from mailflow_gui.qt.rescue import Way
from mailflow_gui.ui import times
from mailflow_gui.ui.widgets.message_box import MessageBox

#: Platforms of Qt that show nothing.
_UNSEEN = ("offscreen", "minimal")


def choose(error: MailflowError, ways: Sequence[Way]) -> Way | None:
    """Says why, offers the ways, and waits; None when the person would rather quit, or when nobody sees it."""
    if QGuiApplication.platformName() in _UNSEEN:
        return None
    box = question(error, ways)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # its answer is read first
    loop = QEventLoop()
    box.finished.connect(loop.quit)
    box.open()
    loop.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return next((way for way in ways if pressed is not None and pressed.text() == label_of(way)), None)


def question(error: MailflowError, ways: Sequence[Way]) -> QMessageBox:
    """What is wrong, and a button for each way. Quit is the safe answer: it changes nothing."""
    after = tr("What is here now is kept aside. After a backup is restored every integration is off.")
    said = f"{error.hint}\n\n{after}" if ways else f"{error.hint} {error.fix}".strip()
    box = MessageBox(None, error.title, said)
    if error.details:
        box.setDetailedText(error.details[:4000])
    for way in ways:
        box.addButton(label_of(way), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.set_safe(leave)
    return box


def label_of(way: Way) -> str:
    """“Restore Backup (26 Nov 2026, 14:00)”."""
    return f"{way.label} ({times.long_moment(way.at)})"
