"""What a person does with the steps: each verb changes the work and tells what is to be shown. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core import editing
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.editing import Place, Steps, Work
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Step, walk
from mailflow_gui.core.offers import Hint
from mailflow_gui.ui.editor.panels.base import StepPanel


class Verbs(QObject):
    """`changed` after the steps changed; `selected` asks to open a step ("" none), `focused` to focus its card.

    `toast` carries text and an action for it.
    """

    changed = Signal()
    selected = Signal(str)
    focused = Signal(str)
    toast = Signal(str, object)

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self.work = Work(Integration(""), Integration(""))

    @property
    def steps(self) -> Steps:
        """The steps as they are now."""
        return self.work.steps

    def is_start(self, id: str) -> bool:
        """Whether it is the step where messages come from: it stays where it is."""
        return bool(self.steps) and self.steps[0].id == id

    def title(self, step: Step) -> str:
        """The title of a step's kind or action."""
        return self._catalog.title_of(step)

    def insert(self, place: Place, step: Step) -> None:
        """Adds a step and opens it."""
        self._change(editing.inserted(self.steps, place, step), tr("{title} added", title=self.title(step)))
        self.selected.emit(step.id)

    def remove(self, id: str, focus: str) -> None:
        """Removes a step; the toast offers to undo it. `focus` is the card that takes the focus then."""
        step = editing.find(self.steps, id)
        if step is None or self.is_start(id):
            return
        words = tr("{title} removed", title=self.title(step))
        self._change(editing.removed(self.steps, id), words)
        self.selected.emit("")
        self.focused.emit(focus)
        self.toast.emit(words, (tr("Undo"), self.undo))

    def duplicate(self, id: str) -> None:
        """Puts a copy after a step and opens it."""
        step = editing.find(self.steps, id)
        if step is not None and not self.is_start(id):
            steps, copy = editing.duplicated(self.steps, id)
            self._change(steps, tr("{title} duplicated", title=self.title(step)))
            self.selected.emit(copy)
            self.focused.emit(copy)

    def put(self, id: str, place: Place) -> None:
        """Moves a step to another place."""
        step = editing.find(self.steps, id)
        if step is None or self.is_start(id) or place == Place("", 0):
            return
        self._change(editing.moved(self.steps, id, place), tr("{title} moved", title=self.title(step)))
        self.focused.emit(id)

    def reorder(self, id: str, by: int) -> None:
        """Moves a step one place up (-1) or down (1) on its level."""
        here = editing.place_of(self.steps, id)
        if here is None:
            return
        index = here.index - 1 if by < 0 else here.index + 2
        first = 0 if here.level else 1
        if first <= index <= len(editing.level_of(self.steps, here.level)):
            self.put(id, Place(here.level, index))

    def disable(self, id: str) -> None:
        """Leaves a step out of the run, or takes it in again."""
        step = editing.find(self.steps, id)
        if step is not None and not self.is_start(id):
            changed = editing.replaced(self.steps, replace(step, disabled=not step.disabled))
            title = self.title(step)
            words = tr("{title} enabled", title=title) if step.disabled else tr("{title} disabled", title=title)
            self._change(changed, words)

    def take(self, panel: StepPanel) -> None:
        """The settings as a panel has them now."""
        step = editing.find(self.steps, panel.step.id)
        if step is None:
            return
        steps = editing.replaced(self.steps, replace(step, values=dict(panel.values())))
        flows = panel.flows()
        if flows is not None:
            steps = editing.with_flows(steps, step.id, flows)
        self._change(steps, tr("{title} changed", title=self.title(step)), merge=step.id)

    def reconnect(self, id: str, connection: str) -> None:
        """Gives a step another connection and opens it; its settings stay."""
        step = editing.find(self.steps, id)
        if step is not None and step.connection != connection:
            changed = editing.replaced(self.steps, replace(step, connection=connection))
            self._change(changed, tr("{title} with “{connection}”", title=self.title(step), connection=connection))
            self.selected.emit(id)

    def restore(self, integration: Integration) -> None:
        """Goes on with work that was left, as one change."""
        self.work.apply(integration, tr("Unsaved changes restored"))
        self.changed.emit()

    def settle(self, step: Step) -> None:
        """A step in the place of the one that has its id, as one change."""
        self._change(editing.replaced(self.steps, step), tr("{title} changed", title=self.title(step)))

    def mend(self, hint: Hint) -> None:
        """Does what a hint proposes, and opens the step that it added."""
        if hint.fix is None:
            return
        there = {step.id for step in walk(self.steps)}
        self._change(hint.fix(self.steps), hint.button)
        added = next((step.id for step in walk(self.steps) if step.id not in there), hint.step_id)
        self.selected.emit(added)
        self.focused.emit(added)

    def undo(self) -> None:
        """Takes the last change back."""
        if self.work.undo():
            self.changed.emit()

    def redo(self) -> None:
        """Makes the last undone change again."""
        if self.work.redo():
            self.changed.emit()

    def _change(self, steps: Steps, words: str, merge: str = "") -> None:
        self.work.change(steps, words, merge)
        self.changed.emit()
