"""Saving an integration from Create Integration: the name sheet, what is missing, and the question on leaving. GUI."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from mailflow_gui.core.model import Integration, free_name
from mailflow_gui.core.review import StepProblem, review
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.ui.integrations.create.draft import Draft
from mailflow_gui.ui.integrations.create.name_dialog import NameDialog


class Saving(QObject):
    """`saved` carries the integration and whether to start it; `step_wanted` the index of a step to look at.

    `refused` says why nothing was saved, when there is no sheet to say it in.
    """

    saved = Signal(Integration, bool)
    step_wanted = Signal(int)
    refused = Signal(str)

    def __init__(self, profiles: Profiles, window: QWidget) -> None:
        super().__init__(window)
        self._profiles = profiles
        self._window = window
        self.dialog: NameDialog | None = None
        self.question: QMessageBox | None = None

    def save(self, draft: Draft, *, start: bool) -> None:
        """Saves: a new integration through the sheet, a known one at once unless it can't start yet."""
        if draft.saved is None or (start and self._missing(draft)):
            self.open_sheet(draft)
        else:
            self._write(draft, draft.base.name, draft.base.description, start)

    def open_sheet(self, draft: Draft) -> None:
        """Asks for name and description."""
        integrations = self._profiles.profile.integrations
        taken = [one.name for one in integrations if one.id != draft.base.id]
        name = draft.base.name if draft.saved else free_name(set(taken), draft.base.name or _suggested(draft))
        self.dialog = NameDialog(name, draft.base.description, taken, self._missing(draft), self._window)
        self.dialog.saved.connect(lambda name, text, start: self._write(draft, name, text, start))
        self.dialog.step_wanted.connect(self.step_wanted)
        self.dialog.open()

    def ask(self, draft: Draft, leave: Callable[[], None]) -> None:
        """Save, Discard or Cancel before leaving: `saved` follows the first, `leave` the second."""
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        name = draft.base.name if draft.saved else ""
        box.setText(f"Save changes to “{name}”?" if name else "Save this integration?")
        box.setInformativeText("Without saving, what you set up here is lost.")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.setEscapeButton(buttons.Cancel)
        box.buttonClicked.connect(lambda button: self._on_answer(box.standardButton(button), draft, leave))
        self.question = box
        box.open()

    def _on_answer(self, answer: QMessageBox.StandardButton, draft: Draft, leave: Callable[[], None]) -> None:
        if answer == QMessageBox.StandardButton.Discard:
            leave()
        elif answer == QMessageBox.StandardButton.Save:
            self.save(draft, start=False)

    def _missing(self, draft: Draft) -> tuple[StepProblem, ...]:
        return review(draft.integration("draft"), self._profiles.profile, self._profiles.catalog)

    def _write(self, draft: Draft, name: str, description: str, start: bool) -> None:
        integration = draft.integration(name, description)
        if self.dialog is not None:
            self.dialog.set_busy(True)
        task = self._profiles.publish_integration(integration)
        task.done(lambda _: self._on_written(integration, start)).failed(self._on_refused)

    def _on_written(self, integration: Integration, start: bool) -> None:
        if not isValid(self):  # the page was left meanwhile; it is saved all the same
            return
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        present = self._profiles.profile.integrations
        self.saved.emit(next((one for one in present if one.id == integration.id), integration), start)

    def _on_refused(self, error: Exception) -> None:
        if not isValid(self):
            return
        text = str(error)
        if self.dialog is not None:
            self.dialog.show_problem(text)
            return
        self.refused.emit(text)


def _suggested(draft: Draft) -> str:
    """A name from the connections: “Obtain Info Emails to Send Emails to Leads”."""
    first, last = draft.places[0], draft.places[-1]
    start = first.connection if first else ""
    finish = last.connection if last else ""
    return " to ".join(part for part in (start, finish) if part) or "New integration"
