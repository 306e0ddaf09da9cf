"""The editor as the window holds it: the flow, and over it the page of one step that needs room. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mailflow_gui.core import editing
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.qt.unsaved import Autosave
from mailflow_gui.ui.editor.coach import Coach
from mailflow_gui.ui.editor.keeping import Keeping
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.integrations.create.stage import Services
from mailflow_gui.ui.mapper.page import MapperPage


class Editor(QStackedWidget):
    """`finished`, `left` and `toast` are the flow page's."""

    finished = Signal(Integration)
    left = Signal()
    toast = Signal(str, object)

    def __init__(
        self,
        services: Services,
        control: Control,
        unsaved: Autosave,
        kept: KeptSamples,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = EditorPage(services, control, kept)
        self.keeping = Keeping(self.page, unsaved)
        self.mapper: MapperPage | None = None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.keeping.banner)
        column.addWidget(self.page, 1)
        self.addWidget(holder)
        self.page.finished.connect(self.finished)
        self.page.left.connect(self.left)
        self.page.toast.connect(self.toast)
        self.page.step_page_requested.connect(self.open_mapper)

    def open(self, integration: Integration, *, fresh: bool = False, select: str = "", restore: bool = False) -> None:
        """Edits an integration, at a step if one is named; with `restore` going on with what was left of it."""
        self.page.open(integration, fresh=fresh, select=select)
        self.keeping.offer(restore=restore)

    def begin_coach(self) -> Coach:
        """Leads a beginner through the page with a few hints."""
        coach = Coach(self.page)
        coach.begin()
        return coach

    def request_leave(self, leave: Callable[[], None]) -> None:
        """Calls `leave` at once, or after the person was asked about unsaved work."""
        if self.mapper is not None and self.mapper.draft.changed:
            self.mapper.leave()
            return
        self.page.request_leave(leave)

    def open_mapper(self, id: str) -> None:
        """The page of a Data Mapper step."""
        step = editing.find(self.page.work.steps, id)
        if step is None or self.mapper is not None:
            return
        place = editing.place_of(self.page.work.steps, id)
        number = place.index + 1 if place is not None and not place.level else 0
        self.mapper = MapperPage(step, self.page.surroundings(step), number)
        mapper = self.mapper
        mapper.edited.connect(lambda: self.keeping.keep_with(replace(step, values=mapper.draft.values())))
        self.mapper.done.connect(lambda values: self._on_done(id, values))
        self.mapper.cancelled.connect(lambda: self._close_mapper(id))
        self.addWidget(self.mapper)
        self.setCurrentWidget(self.mapper)
        self.mapper.focus_first()

    def _on_done(self, id: str, values: object) -> None:
        step = editing.find(self.page.work.steps, id)
        if step is not None and isinstance(values, dict):
            self.page.verbs.settle(replace(step, values=values))
        self._close_mapper(id)

    def _close_mapper(self, id: str) -> None:
        page, self.mapper = self.mapper, None
        self.keeping.keep()
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.page.select(id)
        self.page.canvas.focus_step(id)
