"""The rows of Home: an integration with its switch, a connection with a problem, a recent message. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import number, quoted, tr
from mailflow_gui.core.model import Connection, Integration
from mailflow_gui.ui import theme, times
from mailflow_gui.ui.integrations.create.connection_row import look_of
from mailflow_gui.ui.integrations.row import TwoLines, switch_group
from mailflow_gui.ui.integrations.status import Standing
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.switch import Switch
from mailflow_gui.ui.widgets.tile import Tile
from mailflow_gui.ui.widgets.tips import plain_tip

_TILES_FROM = 560
_TILE = 24


class HomeRow(ListRow):
    """An integration: flow, name, what happened last, status, today's count, switch."""

    switched = Signal(bool)

    def __init__(self, integration: Integration, looks: list[tuple[str, str]]) -> None:
        super().__init__(integration.name, 57)
        self.integration = integration
        self._tiles = _TileStrip(looks)
        self.caption = ElidedLabel("", "caption", "text3")
        self.pill = StatusPill("stopped", tr("Stopped"))
        self.count = TwoLines(44, Qt.AlignmentFlag.AlignRight)
        self.switch = Switch(tr("{name}, on or off", name=integration.name))
        row = self.lay_out()
        row.addWidget(self._tiles)
        row.addLayout(two_lines(ElidedLabel(integration.name, "strong"), self.caption), 1)
        row.addWidget(self.pill)
        row.addLayout(switch_group(self.count, self.switch))
        row.setContentsMargins(16, 8, 12, 8)  # beside the room for the switch's focus ring
        self.switch.clicked.connect(self._on_switch)

    def show_standing(self, standing: Standing, caption: str, today: int) -> None:
        """Status, caption and today's count."""
        self.pill.set_status(standing.pill, standing.word)
        self.caption.setText(caption)
        draft = standing.group == "drafts"
        self.count.show_lines("–" if draft else number(today), "" if draft else tr("today"))
        self.switch.set_busy(standing.busy)
        self.switch.setChecked(self.integration.enabled)
        self.switch.setEnabled(standing.switchable)
        self.switch.setToolTip("" if standing.switchable else plain_tip(standing.note))
        self.setAccessibleDescription(f"{standing.word}. {caption}. {tr('{count} today', count=today)}")

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._tiles.setVisible(event.size().width() >= theme.px(_TILES_FROM))
        super().resizeEvent(event)

    def _on_switch(self, on: bool) -> None:
        self.switch.setChecked(self.integration.enabled)
        self.switch.set_busy(True)
        self.switched.emit(on)


class ProblemRow(ListRow):
    """A connection whose last Validate failed."""

    mend_clicked = Signal()

    def __init__(self, connection: Connection, catalog: Catalog) -> None:
        super().__init__(f"{connection.name}, {connection.failed}", 57)
        row = self.lay_out()
        row.addWidget(Tile(*look_of(connection, catalog), 32))
        caption = ElidedLabel(connection.failed, "caption", "text3")
        row.addLayout(two_lines(ElidedLabel(connection.name, "strong"), caption), 1)
        row.addWidget(StatusPill("failed", tr("Not successful")))
        self.mend = Button(tr("Open"), small=True)
        self.mend.setAccessibleName(tr("Open {name}", name=connection.name))
        self.mend.clicked.connect(self.mend_clicked)
        row.addWidget(self.mend)


class RecentRow(ListRow):
    """What became of a message, in which integration, when."""

    def __init__(self, activity: Activity, integration: str) -> None:
        words = in_words(activity)
        super().__init__(f"{words}, {integration}", 52)
        row = self.lay_out()
        row.addWidget(Tile(*_LOOKS.get(activity.status, ("receive", "receive")), 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(two_lines(ElidedLabel(words), ElidedLabel(integration, "caption", "text3")), 1)
        time = Label(times.clock_or_day(activity.at), "caption", "text3")
        time.set_tabular()
        time.setToolTip(times.exact(activity.at))
        time.set_line("body")
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)


class _TileStrip(QWidget):
    """The flow in small tiles."""

    def __init__(self, looks: list[tuple[str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for icon, tone in looks:
            more = icon.startswith("+")
            row.addWidget(Tile("" if more else icon, tone, _TILE, text=icon if more else ""))
        row.addStretch(1)
        self.setFixedWidth(4 * _TILE + 3 * 4)


_LOOKS = {
    "done": ("send", "send"),
    "filtered": ("filter", "filter"),
    "held": ("error", "danger"),
    "waiting": ("clock", "warning"),
    "skipped": ("skip", "neutral"),
}


def in_words(activity: Activity) -> str:
    """“Sent to jane@example.org”, “Stopped “Out of office””, or why it failed."""
    subject = quoted(activity.subject or tr("no subject"))
    match activity.status:
        case "done":
            begins = ("Sent to ", tr("Sent to {to}").partition("{")[0])
            sent = next((step.output for step in reversed(activity.steps) if step.output.startswith(begins)), "")
            return sent.partition("\n")[0].partition(" (")[0] if sent else tr("Handled {subject}", subject=subject)
        case "filtered":
            return tr("Stopped {subject}", subject=subject)
        case "held":
            return activity.reason.partition(". ")[0] or tr("{subject} needs attention", subject=subject)
        case "waiting":
            return tr("{subject} waits for the next try", subject=subject)
        case "skipped":
            return tr("Skipped {subject}", subject=subject)
        case _:
            return tr("Received {subject}", subject=subject)
