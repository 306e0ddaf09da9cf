"""The flow editor: canvas, side panel and header around the work on one integration. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core import editing
from mailflow_gui.core.activity import State
from mailflow_gui.core.editing import Place, Work
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.core.offers import Offer, offered
from mailflow_gui.core.shapes import provided, taken
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.ui.editor.add_list import AddList
from mailflow_gui.ui.editor.canvas import FlowCanvas
from mailflow_gui.ui.editor.commands import Commands
from mailflow_gui.ui.editor.header import EditorHeader
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.table import panel_for
from mailflow_gui.ui.editor.picture import picture_of
from mailflow_gui.ui.editor.samples import Samples
from mailflow_gui.ui.editor.saving import Saving
from mailflow_gui.ui.editor.side_panel import SidePanel
from mailflow_gui.ui.editor.testing import Testing
from mailflow_gui.ui.editor.verbs import Verbs
from mailflow_gui.ui.editor.words_panel import WordsPanel
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.create.stage import Services
from mailflow_gui.ui.widgets.labels import Caption

_KEYS = later("Arrow keys: move between steps      Insert: add a step      Alt+Up / Down: reorder")
_NARROW = 960


class EditorPage(QWidget):
    """`finished` when it was saved and shall start; `left` when the person goes back. `toast` has text and action.

    `step_page_requested` carries the id of a step whose page of its own is wanted.
    """

    finished = Signal(Integration)
    left = Signal()
    toast = Signal(str, object)
    step_page_requested = Signal(str)

    def __init__(self, services: Services, control: Control, kept: KeptSamples, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._control = control
        self.verbs = Verbs(services.profiles.catalog, self)
        self.samples = Samples(services, "", self)
        self.selected = ""
        self.adding: Place | None = None
        self.header = EditorHeader()
        self.canvas = FlowCanvas()
        self.panel = SidePanel()
        self.saving = Saving(services.profiles, control.publish, self)
        self.keys = Caption(tr(_KEYS), "text3")
        self._saved_at = ""
        self.testing = Testing(self, kept)
        self._lay_out()
        self._connect()
        self.commands = Commands(self)

    @property
    def work(self) -> Work:
        """The work on the integration."""
        return self.verbs.work

    # ---- what the window calls ----

    def open(self, integration: Integration, *, fresh: bool = False, select: str = "") -> None:
        """Edits an integration; a `fresh` one lies in no profile yet, so that leaving asks."""
        saved = replace(integration, steps=(), draft=None) if fresh else integration
        self.verbs.work = Work(integration, saved)
        self.samples = Samples(self._services, integration.id, self)
        self.selected, self.adding, self._saved_at = "", None, ""
        self.testing.reset()
        self.samples.load(self.work.steps[0] if self.work.steps else None)
        self.show_all()
        self.select(select if editing.find(self.work.steps, select) else "")
        self.canvas.focus_step(select or (self.work.steps[0].id if self.work.steps else ""))

    def request_leave(self, leave: Callable[[], None]) -> None:
        """Calls `leave` at once, or after the person saved or discarded the changes."""
        if self.work.changed:
            self.saving.ask(self.work, leave)
        else:
            leave()

    # ---- what a person does ----

    @property
    def services(self) -> Services:
        """What pages and panels ask for facts."""
        return self._services

    def select(self, id: str) -> None:
        """Opens the settings of a step; "" closes the panel."""
        self.adding = None
        self.canvas.set_placeholder(None)
        self.selected = id
        self.canvas.set_selected(id)
        self._show_panel()

    def add_at(self, place: Place) -> None:
        """Opens the list of what can be added at a place."""
        self.selected, self.adding = "", place
        self.canvas.set_selected("")
        self.canvas.set_placeholder(place)
        self._show_panel()

    def insert(self, offer: Offer) -> None:
        """Adds what was chosen, and opens its settings."""
        if self.adding is not None:
            self.verbs.insert(self.adding, offer.make())
            if self.step_panel is not None:
                self.step_panel.focus_field("")

    def remove(self, id: str) -> None:
        """Removes a step; the focus goes to the next one."""
        after = self.canvas.neighbour(id, 1)
        self.verbs.remove(id, after if after != id else self.canvas.neighbour(id, -1))

    def undo(self) -> None:
        """Takes the last change back."""
        self.verbs.undo()
        self._show_undone()

    def redo(self) -> None:
        """Makes the last undone change again."""
        self.verbs.redo()
        self._show_undone()

    def _show_undone(self) -> None:
        """Builds the panel anew only when the step in it is another now."""
        content, step = self.step_panel, editing.find(self.work.steps, self.selected)
        same = content is not None and step is not None and content.flows() is None
        if not same or dict(content.values()) != dict(step.values):  # type: ignore[union-attr]  # both are there
            self.select(self.selected)

    def save(self) -> None:
        """Keeps the draft; what runs goes on as it is. Not during a test run, as the button says."""
        if not self.testing.trial.active:
            self.saving.save(self.work, start=False)

    def publish(self) -> None:
        """Saves it as the next version and starts it. Not during a test run."""
        if not self.testing.trial.active:
            self.saving.save(self.work, start=True)

    def rename(self) -> None:
        """Name and description."""
        self.saving.open_sheet(self.work)

    # ---- showing ----

    def _on_changed(self) -> None:
        """The steps changed: by a verb, or by the panel itself, which then knows already."""
        if self.selected and editing.find(self.work.steps, self.selected) is None:
            self.selected = ""
            self._show_panel()
        self.samples.follow(self.work.steps[0] if self.work.steps else None)
        self.show_flow()

    @property
    def step_panel(self) -> StepPanel | None:
        """The panel of the step that is open, also within the result of a test run."""
        content = self.testing.inner(self.panel.content)
        return content if isinstance(content, StepPanel) else None

    def show_all(self) -> None:
        """Shows everything anew."""
        self.show_flow()
        self._show_panel()

    def show_flow(self) -> None:
        """Shows the cards and the header anew."""
        profiles = self._services.profiles
        self.canvas.show_picture(
            picture_of(self.work.integration, profiles.profile, profiles.catalog, self.testing.trial.rehearsal)
        )
        self._show_header()
        content = self.step_panel
        if content is not None and self.selected == content.step.id:
            now = self.surroundings(content.step)
            if (now.before, now.target) != (content.surroundings.before, content.surroundings.target):
                content.surround(now)
        elif isinstance(self.panel.content, WordsPanel):
            self.panel.content.show_steps(self.work.integration, profiles)

    def _show_header(self) -> None:
        integration, header = self.work.integration, self.header
        profile, catalog = self._services.profiles.profile, self._services.profiles.catalog
        header.show_name(integration.name)
        health = self._control.health(integration.id)
        runs = health.state is not State.STOPPED
        if integration.version or runs:
            standing = status.standing(integration, health, 0, profile, catalog)
            header.pill.set_status(standing.pill, standing.word)
        else:
            header.pill.set_status("draft", tr("Draft"))
        header.state.setText(self._state_words(runs))
        header.publish.setText(tr("Save and Restart") if runs else tr("Save and Start"))
        self.saving.start_words = header.publish.text()
        testing = self.testing.trial.active
        header.show_testing(testing)
        header.save.setEnabled(self.work.changed and not testing)
        header.publish.setEnabled(not testing)
        for button, words, verb, nothing in (
            (header.undo, self.work.next_undo, tr("Undo"), tr("Nothing to undo")),
            (header.redo, self.work.next_redo, tr("Redo"), tr("Nothing to redo")),
        ):
            button.setEnabled(bool(words))
            button.setToolTip(f"{verb}: {words}" if words else nothing)
        header.redo.setVisible(bool(self.work.next_redo))

    def _state_words(self, runs: bool) -> str:
        if self.work.changed:
            return tr("Changes start when you save and restart") if runs else tr("Not saved yet")
        if self.work.integration.draft is not None:
            return tr("Has changes that are not running yet")
        return self._saved_at

    def _show_panel(self) -> None:
        step = editing.find(self.work.steps, self.selected) if self.selected else None
        if self.adding is not None:
            self._show_add(self.adding)
        elif step is not None:
            self._show_step(step)
        else:
            self._show_words()
            return
        self.panel.close_button.show()

    def _show_words(self) -> None:
        words = self.panel.content if isinstance(self.panel.content, WordsPanel) else WordsPanel()
        words.show_steps(self.work.integration, self._services.profiles)
        if words is not self.panel.content:
            self.panel.show_content(words, tr("In words"), "", None, removable=False, footer=False)
            self.panel.close_button.hide()

    def _show_step(self, step: Step) -> None:
        catalog = self._services.profiles.catalog
        around = self.surroundings(step)
        panel = panel_for(step, around)
        panel.changed.connect(lambda: self.verbs.take(panel))
        panel.open_requested.connect(lambda: self.step_page_requested.emit(step.id))
        panel.connection_chosen.connect(lambda name: self.verbs.reconnect(step.id, name))
        captions = []
        if step.id in self.canvas.cards:
            captions.append(tr("Step {number}", number=self.canvas.cards[step.id].number))
        removable = not self.verbs.is_start(step.id)
        shown = self.testing.around(panel, step, around)
        if shown is not panel:
            captions.append(tr("result of the test run"))
        caption = " · ".join(captions)
        self.panel.show_content(
            shown, catalog.title_of(step), caption, status.look_of_step(step, catalog), removable=removable, footer=True
        )

    def _show_add(self, place: Place) -> None:
        profiles = self._services.profiles
        found = AddList(offered(self.work.steps, place, profiles.profile, profiles.catalog))
        found.chosen.connect(self.insert)
        found.cancelled.connect(self._on_closed)
        self.panel.show_content(found, tr("Add a step"), self._between(place), None, removable=False, footer=False)
        found.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _between(self, place: Place) -> str:
        level = editing.level_of(self.work.steps, place.level)
        names = [
            self.verbs.title(one)
            for one in (*level[place.index - 1 : place.index], *level[place.index : place.index + 1])
        ]
        if len(names) == 2:
            return tr("Between {one} and {other}", one=names[0], other=names[1])
        if not names:
            return ""
        return tr("After {title}", title=names[0]) if place.index else tr("Before {title}", title=names[0])

    def surroundings(self, step: Step) -> Surroundings:
        """What the panel or page of a step may know of the flow around it."""
        steps, catalog = self.work.steps, self._services.profiles.catalog
        place = editing.place_of(steps, step.id) or Place("", 0)
        before = editing.before(steps, place)
        rest = editing.after(steps, Place(place.level, place.index + 1))
        found = taken(rest, catalog)
        target = (rest[found[0]], found[1]) if found else None
        return Surroundings(
            self._services, self.work.integration, before, provided(before, catalog), target, self.samples
        )

    # ---- events ----

    def _on_closed(self) -> None:
        id = self.selected
        place = self.adding
        self.select("")
        if place is not None:
            level = editing.level_of(self.work.steps, place.level)
            id = level[max(0, place.index - 1)].id if level else ""
        self.canvas.focus_step(id)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.selected or self.adding is not None:
                self._on_closed()
            elif self.testing.trial.active:
                self.testing.end()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_saved(self, integration: Integration, start: bool) -> None:
        shown = self.work.steps
        self.work.mark_saved(integration)
        self._saved_at = tr("Saved")
        self.show_flow()
        if self.work.steps != shown:
            self._show_panel()
        if start:
            self.finished.emit(integration)

    # ---- layout ----

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(24, 8, 24, 12)
        foot.addWidget(self.keys)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.testing.banner)
        left.addWidget(self.canvas, 1)
        left.addWidget(self._foot)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        header, canvas, panel = self.header, self.canvas, self.panel
        header.back_clicked.connect(self.left)
        header.rename_clicked.connect(self.rename)
        header.undo.clicked.connect(self.undo)
        header.redo.clicked.connect(self.redo)
        header.save.clicked.connect(self.save)
        header.publish.clicked.connect(self.publish)
        canvas.selected.connect(self.select)
        canvas.add_requested.connect(self.add_at)
        canvas.moved.connect(self.verbs.put)
        canvas.fix_requested.connect(self.verbs.mend)
        panel.closed.connect(self._on_closed)
        panel.done_clicked.connect(self._on_closed)
        panel.remove_clicked.connect(lambda: self.remove(self.selected))
        verbs = self.verbs
        verbs.changed.connect(self._on_changed)
        verbs.selected.connect(self.select)
        verbs.focused.connect(canvas.focus_step)
        verbs.toast.connect(self.toast)
        self.saving.saved.connect(self._on_saved)
        self.saving.step_wanted.connect(self.select)
        self.saving.refused.connect(lambda text: self.toast.emit(text, None))
        self._control.health_changed.connect(self._on_health)
        self._control.restart_failed.connect(self._on_restart_failed)

    def _on_restart_failed(self, id: str) -> None:
        """What was saved does not run: the version before goes on."""
        if id == self.work.integration.id:
            self._saved_at = tr("Has changes that are not running yet")
            self._on_health(id)

    def _on_health(self, id: str) -> None:
        if id == self.work.integration.id:
            QTimer.singleShot(0, self, self._show_header)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self.panel.set_wide(self.window().width() >= _NARROW)
        self._foot.setVisible(self.height() >= 640)
        super().resizeEvent(event)
