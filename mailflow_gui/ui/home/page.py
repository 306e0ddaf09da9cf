"""Home: is everything fine, and if not, what now. Before the first integration it shows how to begin. GUI thread."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.today import Today

if TYPE_CHECKING:
    from mailflow_gui.ui.home.first_run import FirstRun
    from mailflow_gui.ui.home.regular import RegularHome

    Part = TypeVar("Part", FirstRun, RegularHome)

#: Ages such as “2 minutes ago” are drawn anew this often, in milliseconds.
_AGES = 30_000


class HomePage(QWidget):
    """`place_requested` carries integrations, connections, attention or log; the other ids are names.

    `network_requested` asks for Settings, Network. `idea_chosen` carries an idea's id. `toast` carries text and an
    optional (label, callable) action.
    """

    sandbox_requested = Signal()
    create_connection_requested = Signal()
    create_integration_requested = Signal()
    idea_chosen = Signal(str)
    place_requested = Signal(str)
    integration_requested = Signal(str)
    connection_requested = Signal(str)
    network_requested = Signal()
    toast = Signal(str, object)

    def __init__(
        self, profiles: Profiles, control: Control, tallies: Tallies, today: Today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles, self._control, self._today = profiles, control, today
        self._tallies = tallies
        self._stack = QStackedLayout(self)
        self.setAccessibleName(tr("Home"))
        self._ages = QTimer(self)
        self._ages.setInterval(_AGES)
        self._ages.timeout.connect(self._refresh)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self._refresh)
        self._connect()

    @cached_property
    def first_run(self) -> FirstRun:
        """How to begin; made when it is shown."""
        from mailflow_gui.ui.home.first_run import FirstRun

        part = FirstRun(self._profiles.catalog)
        part.sandbox_requested.connect(self.sandbox_requested)
        part.idea_chosen.connect(self.idea_chosen)
        return self._added(part)

    @cached_property
    def regular(self) -> RegularHome:
        """Once there are integrations; made when it is shown."""
        from mailflow_gui.ui.home.regular import RegularHome

        part = RegularHome(self._profiles, self._control, self._tallies, self._today)
        part.place_requested.connect(self.place_requested)
        part.integration_requested.connect(self.integration_requested)
        part.connection_requested.connect(self.connection_requested)
        part.network.settings_requested.connect(self.network_requested)
        part.switched.connect(self._switch)
        return self._added(part)

    def _added(self, part: Part) -> Part:
        part.create_connection_requested.connect(self.create_connection_requested)
        part.create_integration_requested.connect(self.create_integration_requested)
        self._stack.addWidget(part)
        return part

    @property
    def is_first_run(self) -> bool:
        """Whether there is no integration yet."""
        return not self._profiles.profile.integrations

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._today.ask()
        self._tallies.ask()
        self._ages.start()
        self._refresh()

    def hideEvent(self, event: object, /) -> None:
        self._ages.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _connect(self) -> None:
        for signal in (
            self._profiles.changed,
            self._tallies.changed,
            self._today.changed,
            self._control.health_changed,
            self._control.paused_changed,
        ):
            signal.connect(self._refresh_soon)

    def _refresh_soon(self, *_: object) -> None:
        """Many changes at once are drawn once, and only while the page is seen."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        if self.is_first_run:
            self.first_run.set_connected(bool(self._profiles.profile.connections))
            self._stack.setCurrentWidget(self.first_run)
        else:
            self.regular.show_all()
            self._stack.setCurrentWidget(self.regular)

    def _switch(self, integration: Integration, on: bool) -> None:
        task = self._control.switch(integration, on)
        if not on:
            undo = (tr("Undo"), lambda: self._control.switch(integration, True))
            task.done(lambda _: self.toast.emit(tr("“{name}” stopped", name=integration.name), undo))
        task.failed(lambda error: self.toast.emit(str(error), None))
        task.always(self._refresh)
