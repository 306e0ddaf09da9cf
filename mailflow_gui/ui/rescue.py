"""The question of a start whose profile is damaged: which earlier state to use. GUI thread, before the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QMessageBox

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import tr
from mailflow_gui.qt.rescue import Way
from mailflow_gui.ui import times
from mailflow_gui.ui.widgets.message_box import MessageBox


def choose(error: MailflowError, ways: Sequence[Way]) -> Way | None:
    """Asks and waits; None when the person would rather quit."""
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
    box = MessageBox(None, error.title, f"{error.hint}\n\n{after}")
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
