"""Settings, Network: working offline, the proxy, and how long a server may take. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.fields import Number
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.qt.network import Network
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui.settings.proxy import ProxyGroup
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.widgets.inputs import SpinBox
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.switch import Switch

_TEXTS = {
    "connect_seconds": later("For each step: finding the server, reaching it, encrypting, signing in."),
    "answer_seconds": later("For each answer once signed in. A message on its way gets longer, as long as it moves."),
}
_OFFLINE = later("No server is reached. Integrations wait and go on by themselves when you switch it off.")


class NetworkSection(Section):
    """`switched` follows when working offline began or ended, or the proxy is another, after connections follow it."""

    switched = Signal()

    def __init__(
        self,
        network: Network,
        preferences: KeptPreferences,
        tell: Callable[[Exception], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._preferences, self._tell = preferences, tell
        self.offline = Switch(tr("Work offline"))
        self.offline.toggled.connect(self._on_offline)
        self.add(Group(tr("Connection"), Row(tr("Work offline"), self.offline, tr(_OFFLINE))))
        self.proxy = ProxyGroup(network, preferences, tell, say)
        self.add(self.proxy)
        network.rerouted.connect(self.switched)
        self.seconds: dict[str, SpinBox] = {}
        limits = [self._limit(one) for one in (Preferences.connect_seconds, Preferences.answer_seconds)]
        self.add(Group(tr("Time Limits"), *limits))
        self.column.addStretch(1)
        # A number is typed digit by digit; what is typed counts when a moment has passed.
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self._on_typed)
        preferences.changed.connect(self._show)
        self._show()

    def _limit(self, field: Number) -> Row:
        spin = self.seconds[field.name] = SpinBox(field.low, field.high)
        spin.setAccessibleName(tr("{label}, seconds", label=field.label))
        spin.setMinimumWidth(96)
        spin.valueChanged.connect(lambda _: self._soon.start())
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(spin)
        row.addWidget(Label(tr("seconds"), "body", "text2"))
        return Row(field.label, holder, tr(_TEXTS[field.name]))

    def _show(self) -> None:
        now = self._preferences.now
        self.offline.setChecked(now.offline)
        if self._soon.isActive():
            return  # somebody is typing
        for name, spin in self.seconds.items():
            spin.blockSignals(True)
            spin.setValue(getattr(now, name))
            spin.blockSignals(False)

    def _on_offline(self, on: bool) -> None:
        if on != self._preferences.now.offline:
            self._preferences.set(offline=on).failed(self._tell)
            self.switched.emit()

    def _on_typed(self) -> None:
        values = {name: spin.value() for name, spin in self.seconds.items()}
        if any(getattr(self._preferences.now, name) != value for name, value in values.items()):
            self._preferences.set(**values).failed(self._tell)
