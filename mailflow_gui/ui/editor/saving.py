"""Saving from the editor: the name sheet, what is missing, the question on leaving. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from mailflow_gui.core.circles import circles
from mailflow_gui.core.editing import Work
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, free_name, walk
from mailflow_gui.core.review import StepProblem, review
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.integrations.create.name_dialog import NameDialog
from mailflow_gui.ui.widgets.message_box import MessageBox


class Saving(QObject):
    """`saved` carries the integration as it lies in the profile, and whether it shall start.

    `step_wanted` carries the id of a step to look at; `refused` says why nothing was saved; `discarded` when the person
    gave the changes up.
    """

    saved = Signal(Integration, bool)
    step_wanted = Signal(str)
    refused = Signal(str)
    discarded = Signal()

    def __init__(self, profiles: Profiles, publish: Callable[[Integration], Task], window: QWidget) -> None:
        super().__init__(window)
        self._profiles = profiles
        self._publish = publish
        self._window = window
        self.start_words = ""  # as the button says it; see NameDialog
        self.dialog: NameDialog | None = None
        self.question: QMessageBox | None = None

    def is_new(self, work: Work) -> bool:
        """Whether it does not lie in the profile yet."""
        return all(one.id != work.integration.id for one in self._profiles.profile.integrations)

    def save(self, work: Work, *, start: bool, then: Callable[[], None] | None = None) -> None:
        """Saves: a new one through the sheet; one that can't start yet shows what is missing."""
        problems = self.missing(work)
        if self.is_new(work) or (start and problems):
            self.open_sheet(work, then, start=start)
        else:
            self._write(work.integration, start, then)

    def missing(self, work: Work) -> tuple[StepProblem, ...]:
        """What the working steps still need."""
        draft = replace(work.integration, steps=work.integration.working)
        return review(draft, self._profiles.profile, self._profiles.catalog)

    def open_sheet(self, work: Work, then: Callable[[], None] | None = None, *, start: bool = False) -> None:
        """Asks for name, description and labels; Enter starts it when that was asked for."""
        base = work.integration
        taken = [one.name for one in self._profiles.profile.integrations if one.id != base.id]
        name = free_name(set(taken), base.name or _suggested(base)) if self.is_new(work) else base.name
        problems = self.missing(work)
        told = (name, base.description, base.labels)
        self.dialog = NameDialog(*told, taken, problems, self._window, start=start, start_words=self.start_words)
        self.dialog.saved.connect(
            lambda name, text, labels, start: self._named(
                replace(work.integration, name=name, description=text, labels=labels), start, then
            )
        )
        self.dialog.step_wanted.connect(lambda index: self._on_wanted(problems, index))
        self.dialog.open()

    def ask(self, work: Work, leave: Callable[[], None]) -> None:
        """Save, Discard or Cancel before leaving; `leave` follows the first two."""
        name = work.integration.name
        title = tr("Save changes to “{name}”?", name=name) if name else tr("Save this integration?")
        box = MessageBox(self._window, title, tr("Without saving, what you changed here is lost."))
        box.setIcon(QMessageBox.Icon.Question)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.setEscapeButton(buttons.Cancel)
        box.buttonClicked.connect(lambda button: self._on_answer(box.standardButton(button), work, leave))
        self.question = box
        box.open()

    def _on_answer(self, answer: QMessageBox.StandardButton, work: Work, leave: Callable[[], None]) -> None:
        if answer == QMessageBox.StandardButton.Discard:
            self.discarded.emit()
            leave()
        elif answer == QMessageBox.StandardButton.Save:
            self.save(work, start=False, then=leave)

    def _on_wanted(self, problems: tuple[StepProblem, ...], index: int) -> None:
        one = next((problem for problem in problems if problem.index == index), None)
        self.step_wanted.emit(one.step_id if one else "")

    def _named(self, integration: Integration, start: bool, then: Callable[[], None] | None) -> None:
        if self.dialog is not None:
            self.dialog.set_busy(True)
        self._write(integration, start, then)

    def _write(self, integration: Integration, start: bool, then: Callable[[], None] | None) -> None:
        circling = circles(integration, self._profiles.profile) if start else ()
        if circling:
            self.question = ask(
                self._window,
                tr("{title}. Start it anyway?", title=circling[0].title),
                f"{circling[0].text} {tr('Mailflow stops what comes back at its first turn.')}",
                (
                    Answer(tr("Keep Editing"), lambda: self._on_kept(circling[0].step_id)),
                    Answer(tr("Start Anyway"), lambda: self._put(integration, start, then)),
                ),
            )
        else:
            self._put(integration, start, then)

    def _on_kept(self, step_id: str) -> None:
        if self.dialog is not None:
            self.dialog.reject()
            self.dialog = None
        self.step_wanted.emit(step_id)

    def _put(self, integration: Integration, start: bool, then: Callable[[], None] | None) -> None:
        task = self._publish(integration) if start else self._profiles.save_draft(integration)
        task.done(lambda _: self._on_written(integration.id, start, then)).failed(self._on_refused)

    def _on_written(self, id: str, start: bool, then: Callable[[], None] | None) -> None:
        if not isValid(self):  # the page was left meanwhile; it is saved all the same
            return
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        saved = next((one for one in self._profiles.profile.integrations if one.id == id), None)
        if saved is not None:
            self.saved.emit(saved, start)
        if then is not None:
            then()

    def _on_refused(self, error: Exception) -> None:
        if not isValid(self):
            return
        if self.dialog is not None:
            self.dialog.show_problem(str(error))
            return
        self.refused.emit(str(error))


def _suggested(integration: Integration) -> str:
    """A name from the connections: “Obtain Info Emails to Send Emails to Leads”."""
    names = [step.connection for step in walk(integration.working) if step.connection]
    if not names:
        return tr("New integration")
    return names[0] if names[0] == names[-1] else tr("{first} to {last}", first=names[0], last=names[-1])
