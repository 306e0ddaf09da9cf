"""Create Integration: the flow at the left, one page at a time at the right, Cancel · Back · Next below. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.editing import Work
from mailflow_gui.core.ideas import idea
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.qt.previews import Previews
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import keys
from mailflow_gui.ui.editor.saving import Saving
from mailflow_gui.ui.integrations.create.choose_connection import ChooseConnectionPage
from mailflow_gui.ui.integrations.create.draft import Draft
from mailflow_gui.ui.integrations.create.flow_rail import FlowRail
from mailflow_gui.ui.integrations.create.looks import nodes_of
from mailflow_gui.ui.integrations.create.receive_page import ReceivePage
from mailflow_gui.ui.integrations.create.send_page import SendPage, Upstream
from mailflow_gui.ui.integrations.create.stage import Servers, Services, StagePage
from mailflow_gui.ui.integrations.create.step_page import StepPage
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.page import Footer

CHOOSE, SETTINGS, BUILT = "choose", "settings", "built"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the person is: choosing a connection, or the settings of a step; BUILT is the way into the flow editor."""

    kind: str
    index: int = -1


class CreateIntegrationPage(QWidget):
    """Start and finish of a new integration. `built` then carries it, for the flow editor.

    `request_leave` asks about unsaved changes. `connection_created` is the way back from the wizard.
    """

    built = Signal(Integration)
    cancelled = Signal()
    create_connection_requested = Signal(str)
    edit_connection_requested = Signal(str)
    toast = Signal(str, object)

    def __init__(
        self,
        profiles: Profiles,
        previews: Previews,
        servers: Servers,
        publish: Callable[[Integration], Task] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = Services(profiles, previews, servers)
        self.draft = Draft.new()
        self.stop = Stop(CHOOSE, 0)
        self.page: StagePage | None = None
        self.rail = FlowRail()
        self.cancel = Button(tr("Cancel"))
        self.back = Button(tr("Back"))
        self.next = Button(tr("Next"), kind="primary")
        self.saving = Saving(profiles, publish or profiles.publish_integration, self)
        self._holder = QVBoxLayout()
        self._lay_out()
        self._connect()

    # What the window calls.

    def start(self) -> None:
        """A new integration from nothing."""
        self._open(Draft.new(), Stop(CHOOSE, 0))

    def start_from_idea(self, id: str) -> None:
        """A new integration with the steps of an idea; asks for its connections. Raises KeyError."""
        self._open(Draft.from_idea(idea(id), self._services.profiles.catalog), Stop(CHOOSE, 0))

    def connection_created(self, name: str) -> None:
        """A connection was made in the wizard: it is chosen, where it fits."""
        if isinstance(self.page, ChooseConnectionPage) and name in self.page.rows:
            self.page.choose(name)
            self.page.focus_first()

    def is_changed(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.draft.is_changed()

    def request_leave(self, leave: Callable[[], None]) -> None:
        """Calls `leave` at once, or after the person saved or discarded what was chosen."""
        if self.is_changed():
            new = self.draft.integration()
            self.saving.ask(Work(new, replace(new, steps=())), leave)
        else:
            leave()

    def go_on(self) -> None:
        """The main action: Next."""
        if self.page is None or not self.next.isEnabled() or not self.page.settle():
            return
        if self.stop.kind == CHOOSE:
            self._go(Stop(SETTINGS, self.stop.index))
        else:
            self._go(self._next_open(self.stop.index))

    def go_back(self) -> None:
        """Back: the page before; from the first page it is Cancel."""
        before = self._before()
        if before is None:
            self.on_cancel()
        else:
            self._go(before)

    def on_cancel(self) -> None:
        """Cancel: out."""
        self.request_leave(self.cancelled.emit)

    def refresh(self) -> None:
        """F5: the preview looks again."""
        if self.page is not None:
            self.page.refresh()

    # Inside.

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, modifiers = event.key(), event.modifiers()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.go_on()
        elif key == Qt.Key.Key_Escape:
            self.go_back()
        elif key == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        footer = Footer()
        footer.add_left(self.cancel)
        for button in (self.back, self.next):
            footer.add_right(button)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._holder.setSpacing(0)
        right.addLayout(self._holder, 1)
        right.addWidget(footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        keys.bind(self, (("Alt+Left", self.go_back),))
        self.cancel.clicked.connect(self.on_cancel)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.rail.node_chosen.connect(self._on_node)
        self.saving.refused.connect(lambda text: self.toast.emit(text, None))

    def _open(self, draft: Draft, stop: Stop) -> None:
        self.draft = draft
        self._go(stop, keep=False)

    def _go(self, stop: Stop, *, keep: bool = True) -> None:
        """Shows the page of a stop. With `keep` the step of the page that is left is taken over first."""
        if keep:
            self._take()
        if stop.kind == BUILT:
            self.built.emit(self.draft.integration())
            return
        if stop.kind == SETTINGS and not self.draft.is_placed(stop.index):
            stop = Stop(CHOOSE, stop.index)
        self.stop = stop
        page = self._make(stop)
        page.changed.connect(self._on_changed)
        page.advanced.connect(self.go_on)
        page.create_connection_requested.connect(self.create_connection_requested)
        page.edit_connection_requested.connect(self.edit_connection_requested)
        old, self.page = self.page, page
        self._holder.addWidget(page)
        page.show()  # at once, so that it can take the focus
        if old is not None:
            self._holder.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._take()
        self._show_state()
        page.focus_first()

    def _make(self, stop: Stop) -> StagePage:
        step = self.draft.places[stop.index]
        if stop.kind == CHOOSE or step is None:
            pattern = Pattern.FROM if stop.index == 0 else Pattern.TO
            return ChooseConnectionPage(pattern, step, self._services)
        return self._settings_page(step, stop.index)

    def _settings_page(self, step: Step, index: int) -> StagePage:
        fields = self._services.profiles.catalog.settings_of(step).FIELDS
        if "folderName" in fields:
            return ReceivePage(step, self._services, self.draft.base.id)
        if {"from", "to", "priority"} <= set(fields):
            return SendPage(step, self._services, Upstream.of(self.draft, index))
        return StepPage(step, self._services)

    def _take(self) -> None:
        """The step of the page as it is now goes into the draft."""
        if self.page is not None:
            step = self.page.step()
            if step is not None:
                self.draft = self.draft.with_step(self.stop.index, step)

    def _next_open(self, index: int) -> Stop:
        """What comes after the settings of a place: the next place without a connection, or the overview."""
        for later in range(index + 1, len(self.draft.places)):
            step = self.draft.places[later]
            if step is None or (step.is_connection and not step.connection):
                return Stop(CHOOSE, later)
            if later == self.draft.last and index == 0:
                return Stop(SETTINGS, later)
        return Stop(BUILT)

    def _before(self) -> Stop | None:
        stop = self.stop
        if stop.kind == SETTINGS:
            return Stop(CHOOSE, stop.index)
        return None if stop.index == 0 else Stop(SETTINGS, 0)

    def _on_changed(self) -> None:
        self._take()
        self._show_state()

    def _on_node(self, index: int) -> None:
        if self.page is None or self.page.settle():
            self._go(Stop(SETTINGS, index))

    def _show_state(self) -> None:
        """The rail and the footer follow the draft."""
        profiles = self._services.profiles
        choosing = self.stop.index if self.stop.kind == CHOOSE else -1
        nodes = nodes_of(self.draft, profiles.catalog, profiles.profile, choosing)
        both = self.draft.is_placed(0) and self.draft.is_placed(self.draft.last)
        hint = (
            tr("Click a step to configure it.")
            if both
            else tr("First the start and the finish. Steps in between come next.")
        )
        title = self.draft.base.name or tr("New integration")
        self.rail.show_flow(title, nodes, self.stop.index, hint)
        ready = self.page is None or self.page.is_ready()
        self.next.setEnabled(ready)
        self.next.setToolTip("" if ready else tr("Choose a connection first"))
