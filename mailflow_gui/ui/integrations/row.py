"""One row of the integrations list. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.model import Integration
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.status import Standing
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.list_row import ListRow
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.switch import Switch
from mailflow_gui.ui.widgets.tile import Tile
from mailflow_gui.ui.widgets.tips import plain_tip

NARROW = 860
NARROWER = 740


@dataclass(frozen=True, slots=True)
class Look:
    """What a row shows that only an edit changes."""

    id: str
    name: str
    flow: tuple[tuple[str, str], ...]
    route: str


def look_of(integration: Integration, catalog: Catalog) -> Look:
    """The look of an integration."""
    flow = tuple(status.flow(integration, catalog))
    return Look(integration.id, integration.name, flow, status.route(integration))


class FlowTiles(QWidget):
    """The flow in small tiles with chevrons between."""

    def __init__(self, looks: list[tuple[str, str]], size: int = 24) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (icon, tone) in enumerate(looks):
            if number:
                row.addWidget(Sign("chevron-right", "text3", 12))
            more = icon.startswith("+")
            row.addWidget(Tile("" if more else icon, tone, size, text=icon if more else ""))
        row.addStretch(1)
        self.setFixedWidth(156)


class IntegrationRow(ListRow):
    """Flow, name and route, status, last message, today, switch, more."""

    switched = Signal(bool)
    more_requested = Signal()

    def __init__(self, integration: Integration, look: Look) -> None:
        super().__init__(integration.name, 72)
        self.integration = integration
        self.look = look
        route = self._route = look.route
        self.tiles = FlowTiles(list(look.flow))
        self.name = ElidedLabel(integration.name, "subheading")
        self.caption = ElidedLabel(route, "caption", "text2")
        self.pill = StatusPill("stopped", "Stopped")
        self._last = Label("–", "body")
        self._when = Label("", "caption", "text2")
        self._today = Label("–", "body")
        self.switch = Switch(f"{integration.name}, on or off")
        self.more = IconButton("more", f"More for {integration.name}", size=18, side=28)
        self._lay_out()
        self._pending = False
        self.switch.clicked.connect(self._on_switch)
        self.more.clicked.connect(self.more_requested)

    def end_switch(self) -> None:
        """What the switch asked for is saved, or could not be."""
        self._pending = False

    def focused_part(self) -> str:
        """Which part has the focus: row, switch, more, or none."""
        parts = {"row": self, "switch": self.switch, "more": self.more}
        return next((name for name, part in parts.items() if part.hasFocus()), "")

    def focus_part(self, name: str) -> None:
        """Gives the focus to that part."""
        {"row": self, "switch": self.switch, "more": self.more}[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_standing(self, standing: Standing, facts: tuple[str, str, str]) -> None:
        """`facts`: last message time, its age, count today."""
        self.pill.set_status(standing.pill, standing.word)
        draft = standing.group == "drafts"
        self.caption.setText(" · ".join(part for part in (standing.note, "" if draft else self._route) if part))
        self.caption.set_role("warningText" if standing.group == "attention" else "text2")
        last, when, today = facts
        self._last.setText(last)
        self._when.setText(when)
        self._today.setText(today)
        self.switch.set_busy(standing.busy or self._pending)
        self.switch.setChecked(self.integration.enabled)
        self.switch.setEnabled(standing.switchable)
        self.switch.setToolTip("" if standing.switchable else plain_tip(standing.note))
        self.setAccessibleDescription(f"{standing.word}. {standing.note or self._route}. {today} today")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self.switch.isEnabled() and not event.isAutoRepeat():
                self.switch.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        self.tiles.setVisible(self.width() >= NARROW)
        self._last_box.setVisible(self.width() >= NARROWER)
        super().resizeEvent(event)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        row = self.lay_out()
        row.addWidget(self.tiles)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.caption)
        names.addStretch(1)
        row.addLayout(names, 1)
        pill_box = QWidget()
        pill_box.setMinimumWidth(136)
        pill_row = QHBoxLayout(pill_box)
        pill_row.setContentsMargins(0, 0, 0, 0)
        pill_row.addWidget(self.pill)
        pill_row.addStretch(1)
        row.addWidget(pill_box)
        self._last_box = _two_lines(self._last, self._when, 116, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._last_box)
        word = Label("today", "caption", "text2")
        row.addWidget(_two_lines(self._today, word, 48, Qt.AlignmentFlag.AlignRight))
        row.addWidget(self.switch)
        row.addSpacing(4)
        row.addWidget(self.more)

    def _on_switch(self, on: bool) -> None:
        self.switch.setChecked(self.integration.enabled)
        self._pending = True
        self.switch.set_busy(True)
        self.switched.emit(on)


def _two_lines(first: Label, second: Label, width: int, side: Qt.AlignmentFlag) -> QWidget:
    first.set_tabular()
    holder = QWidget()
    holder.setMinimumWidth(width)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addStretch(1)
    for label in (first, second):
        label.setAlignment(side)
        column.addWidget(label)
    column.addStretch(1)
    return holder
