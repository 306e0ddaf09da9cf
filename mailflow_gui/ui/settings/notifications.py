"""Settings, Notifications: which kinds are shown, whether they name subjects, and when it is quiet. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.fields import Flag
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.widgets.choices import ComboBox
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.switch import Switch

_TEXTS = {
    "notify_message": later("At most one an integration in ten minutes. It waits under Needs Attention in any case."),
    "notify_stopped": later("When an integration can't go on before you do something."),
    "notify_connection": later("When a server has not answered for 15 minutes, and when it is back."),
    "notify_alarm": later("When an integration got no email in the time that you set for it."),
    "notify_subjects": later("The subject of a failed message is shown on the screen, also while it is locked."),
    "quiet": later("Nothing is shown in that time. What happened stands under Needs Attention."),
}
_STEP = 30  # minutes


class NotificationsSection(Section):
    """What is switched acts at once. `tell` shows an error."""

    def __init__(self, preferences: KeptPreferences, tell: Callable[[Exception], object]) -> None:
        super().__init__()
        self._preferences, self._tell = preferences, tell
        self.switches: dict[str, Switch] = {}
        self.times: dict[str, ComboBox] = {}
        failures = (Preferences.notify_message, Preferences.notify_stopped)
        kinds = (*failures, Preferences.notify_connection, Preferences.notify_alarm)
        self.add(Group(tr("Show a Notification For"), *(self._switch(one) for one in kinds)))
        self.add(Group(tr("Privacy"), self._switch(Preferences.notify_subjects)))
        quiet = self._switch(Preferences.quiet)
        self._span = Row(tr("From and to"), self._times())
        self.add(Group(tr("Quiet Hours"), quiet, self._span))
        self.column.addStretch(1)
        preferences.changed.connect(self._show)
        self._show()

    def _switch(self, field: Flag) -> Row:
        switch = self.switches[field.name] = Switch(field.label)
        switch.toggled.connect(lambda on: self._set(field.name, on))
        return Row(field.label, switch, tr(_TEXTS[field.name]))

    def _times(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, between in ((Preferences.quiet_from, tr("to")), (Preferences.quiet_to, "")):
            box = self.times[field.name] = ComboBox()
            box.setAccessibleName(field.label)
            box.addItems([f"{minutes // 60:02}:{minutes % 60:02}" for minutes in range(0, 24 * 60, _STEP)])
            box.currentTextChanged.connect(lambda text, name=field.name: self._set(name, text))
            row.addWidget(box)
            if between:
                row.addWidget(Label(between, "body", "text2"))
        return holder

    def _show(self) -> None:
        now = self._preferences.now
        for name, switch in self.switches.items():
            switch.setChecked(getattr(now, name))
        for name, box in self.times.items():
            text = getattr(now, name)
            if box.findText(text) < 0:  # a time of the file that the list does not have
                box.blockSignals(True)
                box.addItem(text)
                box.blockSignals(False)
            box.setCurrentText(text)
        self._span.setVisible(now.quiet)

    def _set(self, name: str, value: object) -> None:
        if getattr(self._preferences.now, name) != value:
            self._preferences.set(**{name: value}).failed(self._tell)
