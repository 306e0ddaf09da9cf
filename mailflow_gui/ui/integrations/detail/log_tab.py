"""The Log tab: the message log of one integration, live while it is visible. GUI thread."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from mailflow_gui.core.activity import Event
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.ui import theme
from mailflow_gui.ui.log.page import LogPage


class LogTab(LogPage):
    """Holds a copy of the rows of its integration, so that pausing or filtering here changes nothing elsewhere."""

    _above = 20

    def __init__(self, whole: LogModel, bridge: Bridge, profiles: Profiles, tasks: Tasks) -> None:
        self._whole = whole
        self._id = ""
        own = LogModel(whole.name_of)
        super().__init__(own, profiles, tasks)
        own.setParent(self)
        self.integrations.hide()
        self.table.hide_integration()
        self.search.setPlaceholderText(tr("Find in log"))
        bridge.arrived.connect(self._on_arrived)

    def show_integration(self, integration: Integration | str) -> None:
        """Shows the log of an integration."""
        id = integration if isinstance(integration, str) else integration.id
        if id == self._id:
            return
        self._id = id
        self.clear_filters()
        self._begin()

    def _add_actions(self, column: QVBoxLayout) -> None:
        """The actions are in the bar with the filters: the page's header is the integration's."""
        self._tools.addStretch(1)
        for action in (self._live, self.pause, self.export):
            self._tools.addWidget(action)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._model.pause(False)
        self._model.begin_with(())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        scale = theme.current().scale
        self._live.setVisible(self.width() >= 900 * scale)  # without it the button says whether it is paused
        self.steps.setVisible(self.width() >= 800 * scale)

    def _begin(self) -> None:
        if self.isVisible():
            self._model.begin_with(self._whole.rows_of(self._id))

    def _on_arrived(self, events: list[Event]) -> None:
        mine = [event for event in events if event.integration == self._id]
        if mine and self.isVisible():
            self.append(mine)
