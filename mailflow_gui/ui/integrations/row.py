"""One row of the integrations list. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration
from mailflow_gui.ui import theme
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.status import Standing
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
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


class TwoLines(QWidget):
    """Two short lines in a column of fixed least width: the second one smaller and quieter."""

    def __init__(self, width: int, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self.first = Label("–", "body")
        self.second = Label("", "caption", "text3")
        self.first.set_tabular()
        for label in (self.first, self.second):
            label.setAlignment(side)
        self.setMinimumWidth(theme.px(width))
        self.setLayout(two_lines(self.first, self.second))

    def show_lines(self, first: str, second: str) -> None:
        """Shows other words."""
        self.first.setText(first)
        self.second.setText(second)


def switch_group(today: TwoLines, switch: Switch, *more: QWidget) -> QHBoxLayout:
    """Today's count, the switch, and what follows it at the end of a row.

    The switch brings room for its focus ring, so the gaps beside it are smaller than the row's.
    """
    group = QHBoxLayout()
    group.setSpacing(8)
    for widget in (today, switch, *more):
        group.addWidget(widget)
    return group


class IntegrationRow(ListRow):
    """Flow, name and route, status, last message, today, switch, more."""

    switched = Signal(bool)
    more_requested = Signal()

    def __init__(self, integration: Integration, look: Look) -> None:
        super().__init__(integration.name, 72)
        self.integration = integration
        self.look = look
        self.tiles = FlowTiles(list(look.flow))
        self.name = ElidedLabel(integration.name, "strong")
        self.note = ElidedLabel("", "caption", "warningText")
        self.route = ElidedLabel(look.route, "caption", "text3")
        self.pill = StatusPill("stopped", tr("Stopped"))
        self._last = TwoLines(124)
        self._today = TwoLines(48, Qt.AlignmentFlag.AlignRight)
        self.switch = Switch(tr("{name}, on or off", name=integration.name))
        self.more = IconButton("more", tr("More for {name}", name=integration.name), size=18, side=28)
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
        self.pill.setToolTip(plain_tip(standing.health))
        draft = standing.group == "drafts"
        self.note.setText(standing.note)
        self.note.set_role("text3" if draft else "warningText")
        self.note.setVisible(bool(standing.note))
        self.route.setText(f"· {self.look.route}" if standing.note else self.look.route)
        self.route.setVisible(not draft)
        last, when, today = facts
        self._last.show_lines(last, when)
        self._today.show_lines(today, tr("today"))
        self.switch.set_busy(standing.busy or self._pending)
        self.switch.setChecked(self.integration.enabled)
        self.switch.setEnabled(standing.switchable)
        self.switch.setToolTip("" if standing.switchable else plain_tip(standing.note))
        self.setAccessibleDescription(
            f"{standing.word}. {standing.note or self.look.route}. {tr('{count} today', count=today)}"
        )

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self.switch.isEnabled() and not event.isAutoRepeat():
                self.switch.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        self.tiles.setVisible(self.width() >= theme.px(NARROW))
        self._last.setVisible(self.width() >= theme.px(NARROWER))
        super().resizeEvent(event)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        caption = QWidget()
        line = QHBoxLayout(caption)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.note)
        line.addWidget(self.route, 1)
        pill = QWidget()
        pill.setMinimumWidth(theme.px(136))
        held = QHBoxLayout(pill)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.pill)
        held.addStretch(1)
        row = self.lay_out()
        row.addWidget(self.tiles)
        row.addLayout(two_lines(self.name, caption), 1)
        row.addWidget(pill)
        row.addWidget(self._last)
        row.addLayout(switch_group(self._today, self.switch, self.more))

    def _on_switch(self, on: bool) -> None:
        self.switch.setChecked(self.integration.enabled)
        self._pending = True
        self.switch.set_busy(True)
        self.switched.emit(on)
