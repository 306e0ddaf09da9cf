"""The tray icon: open, each integration's switch, pause, quit. Its menu is rebuilt from state each time it opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mailflow_gui.core.activity import State
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.integrations import status

SHOWN = 8


class Tray(QObject):
    """The icon in the notification area; harmless where the desktop has none."""

    open_requested = Signal()
    quit_requested = Signal()
    attention_requested = Signal()

    def __init__(
        self,
        profiles: Profiles,
        control: Control,
        tallies: Tallies,
        switch: Callable[[Integration, bool], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._control = control
        self._tallies = tallies
        self._switch = switch
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.rebuild)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        control.health_changed.connect(lambda _: self._show_state())
        control.paused_changed.connect(lambda _: self._show_state())
        tallies.changed.connect(self._show_state)
        theme.current().changed.connect(self._show_state)
        self.rebuild()
        self._show_state()

    def show(self) -> bool:
        """Shows the icon; False when this desktop has no tray."""
        available = QSystemTrayIcon.isSystemTrayAvailable()
        self.icon.setVisible(available)
        return available

    @property
    def available(self) -> bool:
        """Whether the icon is there to click."""
        return self.icon.isVisible()

    def rebuild(self) -> None:
        """The menu as things stand now."""
        self.menu.clear()
        self.menu.addAction("Open Mailflow").triggered.connect(self.open_requested)
        held = self._tallies.held
        if held:
            words = f"{held} Message{'s' if held > 1 else ''} Need{'' if held > 1 else 's'} Attention"
            self.menu.addAction(words).triggered.connect(self.attention_requested)
        self.menu.addSeparator()
        integrations = self._profiles.profile.integrations
        for one in integrations[:SHOWN]:
            self._add_switch(one)
        if len(integrations) > SHOWN:
            self.menu.addAction("All Integrations…").triggered.connect(self.open_requested)
        if integrations:
            self.menu.addSeparator()
        if self._control.paused:
            self.menu.addAction("Resume").triggered.connect(self._control.resume)
        else:
            pause = self.menu.addAction("Pause All")
            pause.triggered.connect(self._control.pause_all)
            pause.setEnabled(self._control.running > 0)
        self.menu.addAction("Quit Mailflow").triggered.connect(self.quit_requested)

    def _add_switch(self, one: Integration) -> None:
        health = self._control.health(one.id)
        found = status.standing(
            one, health, self._tallies.of(one.id).held, self._profiles.profile, self._profiles.catalog
        )
        # A mnemonic would eat the “&” of a name.
        action = self.menu.addAction(f"{one.name.replace('&', '&&')} ({found.word})")
        action.setCheckable(True)
        action.setChecked(one.enabled)
        action.setEnabled(found.switchable and not found.busy)
        action.triggered.connect(lambda on, one=one: self._switch(one, on))

    def _show_state(self) -> None:
        states = [self._control.health(one.id).state for one in self._profiles.profile.integrations]
        running = sum(1 for state in states if state in (State.RUNNING, State.WAITING, State.STARTING))
        troubled = self._tallies.held or State.ATTENTION in states
        name = "tray-paused" if self._control.paused else "tray-attention" if troubled else "tray"
        self.icon.setIcon(_picture(name))
        words = "Paused" if self._control.paused else f"{running} of {len(states)} integrations on"
        more = " · needs attention" if troubled else ""
        self.icon.setToolTip(f"Mailflow: {words}{more}")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_requested.emit()


def _picture(name: str) -> QIcon:
    made = QIcon()
    for size in (16, 22, 24, 32, 48):
        made.addPixmap(icons.pixmap(name, "text", size, 1.0))
    return made
