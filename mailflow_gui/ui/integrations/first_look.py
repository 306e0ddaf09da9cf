"""The question of a first start: what to do with email that is already in the folder. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox

from mailflow_gui.core.first_look import ALL, FEW, NEWEST, NONE
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.window import MainWindow

_TEXT = later(
    "“{name}” starts for the first time. Nothing was taken or changed yet.\n\n"
    "Take All handles them like new email, the oldest first. For another number use Start From in the first step."
)


def ask_first(window: MainWindow, integration: Integration, control: Control) -> QMessageBox:
    """Asks, and starts it with the answer; without one it does not start."""

    def refused(error: Exception) -> None:
        window.toast(str(error), kind="error")

    def begin(start_from: str) -> Callable[[], object]:
        return lambda: control.begin_from(integration, start_from).failed(refused)

    answers = (
        Answer(tr("Do Not Start")),
        Answer(tr("Leave Them"), begin(NONE)),
        Answer(tr("Take the Newest {count}", count=FEW), begin(NEWEST)),
        Answer(tr("Take All"), begin(ALL)),
    )
    return ask(window, control.health(integration.id).trouble, tr(_TEXT, name=integration.name), answers)
