"""Push buttons of every kind, with a busy state that keeps their width. GUI thread only."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import BusyState, EnterClicks, box, smooth
from mailflow_gui.ui.widgets.spinner import Turning, draw_arc
from mailflow_gui.ui.widgets.tips import plain_tip

ButtonKind = Literal["secondary", "primary", "ghost", "link", "danger"]

#: Side of a square button that stands among others; it follows the density.
CONTROL = 32
_RADIUS = 6.0
_ICON = 16
_GAP = 8
_CENTER = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
_TEXT_ROLE = {"primary": "onAccent", "link": "accentText", "danger": "dangerText", "ghost": "text2"}


class Button(BusyState, QPushButton):
    """A button of the design. `kind` "primary" is used at most once on a page."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = "secondary",
        icon: str | None = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: ButtonKind = kind
        self._icon_name = icon
        self._small = small
        self._busy_text: str | None = None
        self._reserved = ""
        self._idle_width = 0
        self._turning = Turning(self)
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def set_busy(self, busy: bool, text: str | None = None) -> None:
        """Show a spinner and `text` ("Validating…") at the same width; clicks are ignored meanwhile."""
        if busy and not self._busy:
            self._idle_width = max(self.width() if self.isVisible() else 0, self.sizeHint().width())
        self._busy = busy
        self._busy_text = text if busy else None
        self._turning.set_running(busy)
        self.setAccessibleName(text if busy and text else "")
        self.updateGeometry()
        self.update()

    def reserve_busy(self, text: str) -> None:
        """Make the button wide enough from the start for its busy text."""
        self._reserved = text
        self.updateGeometry()

    def set_icon(self, name: str | None) -> None:
        """Change the icon by its name in the resources."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the rank of the button."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        least = theme.current().control_height(small=self._small)
        height = max(least, metrics.height() + (8 if self._small else 12))
        if self._busy:
            return QSize(self._idle_width, height)
        width = self._text_width(self.text()) + self._padding() * 2
        if self._icon_name:
            width += _ICON + _GAP
        if self.menu() is not None:
            width += _ICON + 4
        if self._reserved:
            width = max(width, self._text_width(self._reserved) + _ICON + _GAP + self._padding() * 2)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        presses = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._busy and event.key() in (*presses, Qt.Key.Key_Space):
            event.accept()
        elif event.key() in presses and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        self._paint_ground(painter, QRectF(self.rect()))
        self._paint_content(painter)
        painter.end()

    def _restyle(self) -> None:
        self.setFont(theme.font("label"))
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        if self._kind == "link":
            return 4
        return 10 if self._small else 12

    def _text_width(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width() + 1

    def _state(self, rest: str, hover: str, pressed: str) -> QColor | None:
        role = rest
        if self.isDown() or self.isChecked():
            role = pressed
        elif self.underMouse() and self.isEnabled() and not self._busy:
            role = hover
        return theme.color(role) if role else None

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        if self._kind == "link":
            if self.ring_visible:
                box(painter, area, 4, None, theme.color("focus"), 2)
            return
        if not self.isEnabled():
            if self._kind != "ghost":
                box(painter, area, _RADIUS, theme.color("sunken"), theme.color("border"))
            return
        if self._kind == "primary":
            fill = self._state("accent", "accentHover", "accentPress")
            box(painter, area, _RADIUS, fill)
            if self.ring_visible:
                box(painter, area.adjusted(2, 2, -2, -2), _RADIUS - 2, None, theme.color("onAccent"), 2)
            return
        if self._kind == "ghost":
            fill = self._state("", "hover", "pressed")
            edge = theme.color("focus") if self.ring_visible else None
            if fill is not None or edge is not None:
                box(painter, area, _RADIUS, fill, edge, 2)
            return
        edge = theme.color("focus" if self.ring_visible else "control")
        box(painter, area, _RADIUS, self._state("surface", "hover", "pressed"), edge, 2 if self.ring_visible else 1)

    def _text_color(self) -> QColor:
        if not self.isEnabled():
            return theme.color("disabled")
        if self._kind == "ghost" and (self.underMouse() or self.isDown()):
            return theme.color("text")
        return theme.color(_TEXT_ROLE.get(self._kind, "text"))

    def _paint_content(self, painter: QPainter) -> None:
        color = self._text_color()
        text, with_picture = self._shown_text()
        text_width = self._text_width(text) if text else 0
        picture_width = (_ICON + (_GAP if text else 0)) if with_picture else 0
        arrow_width = _ICON + 4 if self.menu() is not None else 0
        left = (self.width() - picture_width - text_width - arrow_width) / 2
        if with_picture:
            place = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
            if self._busy:
                busy = color if self._kind == "primary" else theme.color("accentText")
                draw_arc(painter, place.adjusted(1, 1, -1, -1), busy)
            elif self._icon_name:
                icons.paint(painter, place, self._icon_name, color)
        font = self.font()
        font.setUnderline(self._kind == "link" and self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(color)
        place = QRectF(left + picture_width, 0, text_width, self.height())
        painter.drawText(place, _CENTER | Qt.TextFlag.TextDontClip, text)
        if arrow_width:
            spot = QRectF(place.right() + 4, (self.height() - _ICON) / 2, _ICON, _ICON)
            icons.paint(painter, spot, "chevron-down", color)

    def _shown_text(self) -> tuple[str, bool]:
        """The text to draw and whether a picture stands before it. A busy text too long is not cut in half."""
        if not self._busy:
            return self.text(), self._icon_name is not None
        room = self.width() - 2 * min(self._padding(), 8) - _ICON - _GAP
        for text in (self._busy_text or "", self.text()):
            if text and self._text_width(text) <= room:
                return text, True
        return "", True


class IconButton(EnterClicks, QToolButton):
    """A square button with only an icon; `name` is its tooltip and its accessible name."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        size: int = 18,
        side: int = CONTROL,
        role: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._size, self._side, self._role = icon, size, side, role
        self._framed = False
        self.set_name(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.current().changed.connect(self._follow_density)

    def _follow_density(self) -> None:
        self.updateGeometry()
        self.update()

    def set_name(self, name: str) -> None:
        """Change tooltip and accessible name, for example when the button toggles its meaning."""
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)

    def set_icon(self, name: str) -> None:
        """Change the icon by its name in the resources."""
        self._icon_name = name
        self.update()

    def setMenu(self, menu: QMenu, /) -> None:
        super().setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)  # without a menu it takes away “Press”

    def set_framed(self) -> None:
        """Draw the edge of a button, for one that stands beside buttons with words."""
        self._framed = True
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().control_height() if self._side == CONTROL else self._side
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        fill = None
        if self.isEnabled() and (self.isDown() or self.isChecked()):
            fill = theme.color("pressed")
        elif self.isEnabled() and self.underMouse():
            fill = theme.color("hover")
        edge = theme.color("focus") if self.ring_visible else None
        if self._framed and edge is None:
            box(painter, area, _RADIUS, fill or theme.color("surface"), theme.color("control"))
        elif fill is not None or edge is not None:
            box(painter, area, _RADIUS, fill, edge, 2)
        role = self._role if self.isEnabled() else "disabled"
        if self.isEnabled() and self.underMouse() and self._role == "text2":
            role = "text"
        corner = QPointF((self.width() - self._size) / 2, (self.height() - self._size) / 2)
        place = QRectF(corner.x(), corner.y(), self._size, self._size)
        icons.paint(painter, place, self._icon_name, theme.color(role))
        painter.end()
