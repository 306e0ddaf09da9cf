"""The sidebar: brand and menu, places, background status. A rail of icons when there is little room. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from mailflow_gui.core.language import shown, tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.search.search_button import SearchButton
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.painting import KeyboardFocus, smooth, tinted_box

WIDE = 216
RAIL = 56


@shown("title")
@dataclass(frozen=True)
class Place:
    """An entry of the sidebar."""

    id: str
    title: str
    icon: str


class PlaceButton(KeyboardFocus, QAbstractButton):
    """Icon, label and badge of a place; only icon and badge on the rail."""

    def __init__(self, place: Place, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.rail = False
        self._badge = 0
        self._shortcut = shortcut
        self.setText(place.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()
        theme.current().changed.connect(self._follow_density)

    def _follow_density(self) -> None:
        self.updateGeometry()
        self.update()

    def set_badge(self, count: int) -> None:
        """How many things wait there; 0 hides the badge."""
        self._badge = count
        self._name()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Only the icon, with the title as tooltip."""
        self.rail = rail
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        least = 40 if self.rail else theme.current().control_height() + 4
        return QSize(40 if self.rail else WIDE - 25, max(least, self.fontMetrics().height() + 16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        if self.isChecked():
            _rounded(painter, area, "selected")
        elif self.isDown() or self.underMouse():
            _rounded(painter, area, "pressed" if self.isDown() else "hover")
        role = "accentText" if self.isChecked() else "text2"
        pixmap = icons.pixmap(self.place.icon, role, 20, self.devicePixelRatioF())
        left = (self.width() - 20) / 2 if self.rail else 10
        painter.drawPixmap(QRectF(left, (self.height() - 20) / 2, 20, 20), pixmap, QRectF(pixmap.rect()))
        if not self.rail:
            font = theme.font("label")
            font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Medium)
            painter.setFont(font)
            painter.setPen(theme.color(role))
            room = area.adjusted(40, 0, -self._badge_width() - 14 if self._badge else -4, 0)
            shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_badge(painter)
        self.paint_focus(painter)
        painter.end()

    def paint_focus(self, painter: QPainter) -> None:
        """The ring for keyboard focus."""
        if self.ring_visible:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(theme.color("focus"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._badge:
            return
        painter.setFont(_badge_font())
        width, text = self._badge_width(), self._badge_text()
        right, top = (0.0, 0.0) if self.rail else (10.0, (self.height() - 20) / 2)
        area = QRectF(self.width() - width - right, top, width, 20)
        tinted_box(painter, area, 10, "warningBg", "warningText")
        painter.setPen(theme.color("warningText"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _badge_text(self) -> str:
        return "99+" if self._badge > 99 else str(self._badge)

    def _badge_width(self) -> float:
        return max(20.0, QFontMetrics(_badge_font()).horizontalAdvance(self._badge_text()) + 10)

    def _name(self) -> None:
        waiting = f", {self._badge}" if self._badge else ""
        self.setAccessibleName(self.place.title)
        self.setAccessibleDescription(waiting.removeprefix(", "))
        self.setToolTip(f"{self.place.title}{waiting} ({self._shortcut})" if self.rail else self._shortcut)


class Sidebar(QFrame):
    """`chosen` carries a place's id; `search_requested`, `menu_requested` and `pause_clicked` are the other buttons.

    `last` stands at the bottom, apart from the places.
    """

    chosen = Signal(str)
    search_requested = Signal()
    menu_requested = Signal()
    pause_clicked = Signal()

    def __init__(self, places: tuple[Place, ...], last: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Sidebar"))
        self._brand = Sign("app-32", "text", 26)
        self._title = Label("Mailflow", "heading")
        self.menu = IconButton("menu", tr("Main Menu"), size=18)
        self.menu.clicked.connect(self.menu_requested)
        self.search = SearchButton()
        self.search.clicked.connect(self.search_requested)
        self.buttons = {one.id: PlaceButton(one, native(f"Ctrl+{n}")) for n, one in enumerate(places, 1)}
        self._last = self.buttons[last.id] = PlaceButton(last, native("Ctrl+,"))
        self._dot = _Dot()
        self._status = ElidedLabel(tr("Nothing running yet"), "tag")
        self._facts = ElidedLabel(tr("No integrations"), "caption", "text3")
        self.pause = IconButton("pause", tr("Pause All"), size=16, side=24)
        self.pause.clicked.connect(self.pause_clicked)
        self._lay_out()
        for id, button in self.buttons.items():
            button.clicked.connect(lambda _=False, id=id: self.chosen.emit(id))
        theme.current().changed.connect(self.update)

    def set_current(self, id: str) -> None:
        """Marks the active place; an id that is no place marks none."""
        for one, button in self.buttons.items():
            button.setChecked(one == id)

    def set_rail(self, rail: bool) -> None:
        """Icons only, or the full width."""
        self.setFixedWidth(RAIL if rail else max(WIDE, theme.px(WIDE)))
        self.search.set_rail(rail)
        for button in self.buttons.values():
            button.set_rail(rail)
        for widget in (self._title, self._status, self._facts, self.pause):
            widget.setVisible(not rail)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if rail else QBoxLayout.Direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignHCenter if rail else Qt.AlignmentFlag.AlignVCenter
        self._head.setAlignment(self._brand, side)
        self._head.setAlignment(self.menu, side)
        self._head.setContentsMargins(0 if rail else 6, 3 if rail else 0, 0 if rail else 4, 2 if rail else 12)
        self._gap.changeSize(0, 0 if rail else 12)
        self._foot.setContentsMargins(16 if rail else 4, 0, 0, 0)
        self._column.setContentsMargins(8 if rail else 12, 16, 8 if rail else 13, 0)

    def set_status(self, title: str, facts: str, *, role: str, paused: bool) -> None:
        """The background status at the bottom; `role` colors the dot."""
        self._status.setText(title)
        self._facts.setText(facts)
        self._dot.set_role(role)
        self._dot.setToolTip(f"{title}. {facts}")
        self._dot.setAccessibleName(f"{title}. {facts}")
        self.pause.set_icon("play" if paused else "pause")
        self.pause.set_name(tr("Resume") if paused else tr("Pause All"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("sidebar"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.color("border"))
        line = self._foot.geometry().top() - 1
        painter.fillRect(QRectF(0, line, self.width(), 1), theme.color("border"))
        painter.end()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(10)
        self._head.addWidget(self._brand)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.menu)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(10)
        self._foot.addStrut(60)
        self._foot.addWidget(self._dot)
        self._foot.addLayout(two_lines(self._status, self._facts), 1)
        self._foot.addWidget(self.pause)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addLayout(self._head)
        self._column.addWidget(self.search)
        self._gap = QSpacerItem(0, 12)
        self._column.addSpacerItem(self._gap)
        for button in self.buttons.values():
            if button is not self._last:
                self._column.addWidget(button)
        self._column.addStretch(1)
        self._column.addWidget(self._last)
        self._column.addSpacing(8)
        self._column.addLayout(self._foot)


class _Dot(QWidget):
    """The state in one dot; its words stand beside it or in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._role = "neutralText"
        self.setFixedSize(8, 8)
        theme.current().changed.connect(self.update)

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._role))
        painter.drawEllipse(QRectF(0, 0, 8, 8))
        painter.end()


def _badge_font() -> QFont:
    font = theme.font("caption")
    font.setWeight(font.Weight.DemiBold)
    return font


def _rounded(painter: QPainter, area: QRectF, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    painter.drawRoundedRect(area, 6, 6)
