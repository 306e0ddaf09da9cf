"""A choice of two to five words side by side: a form value (strong) or a filter (soft). GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth

#: Pixels beside a word that are left where there is little room.
_LEAST = 12
#: Pixels of a picture before a word, with its gap.
_PICTURE, _GAP = 16, 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class _Segment(KeyboardFocus, QAbstractButton):
    """One word of a segmented control."""

    moved = Signal(int)

    def __init__(self, value: str, label: str, strong: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._strong = strong
        self._count: int | None = None
        self._icon = ""
        self.setText(label)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the button group decides; this makes it a radio button to screen readers
        self.setAccessibleName(label)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.restyle()

    def set_count(self, count: int | None) -> None:
        self._count = count
        spoken = self.text() if count is None else f"{self.text()} {count}"
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def set_picture(self, name: str) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.setFont(theme.font("strong"))  # measured by the chosen look, so that choosing moves nothing
        self.updateGeometry()
        self.update()

    def _counter(self) -> str:
        return "" if self._count is None else f"{self._count:n}"

    def _counter_width(self) -> int:
        return QFontMetrics(theme.font("body", tabular=True)).horizontalAdvance(self._counter())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 28 + (_PICTURE + _GAP if self._icon else 0)
        if self._count is not None:
            width += self._counter_width() + 6
        return QSize(width, max(theme.current().control_height() - 6, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        """Where there is little room the picture and the number are left out."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + _LEAST, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.focus_ring = True
        self.moved.emit(step)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        role = "text" if self.isChecked() else "text2"
        filled = self.isChecked() and self._strong
        if not self.isEnabled():
            role = "disabled"
            if self.isChecked():
                box(painter, area, 4, theme.color("border"))
        elif filled:
            role = "onAccent"
            box(painter, area, 4, theme.color("accentHover" if self.underMouse() else "accent"))
        elif self.isChecked():
            box(painter, area, 4, theme.color("raised"), theme.color("border"))
        elif self.underMouse():
            role = "text"
            box(painter, area, 4, theme.color("hover"))
        if self.ring_visible:
            ring = "onAccent" if filled else "focus"
            inset = 2 if filled else 0
            box(painter, area.adjusted(inset, inset, -inset, -inset), 4 - inset / 2, None, theme.color(ring), 2)
        self._paint_words(painter, area, role)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF, role: str) -> None:
        counter = self._counter()
        painter.setFont(theme.font("strong" if self.isChecked() else "label"))
        words = painter.fontMetrics().horizontalAdvance(self.text())
        if words + self._counter_width() + _LEAST > area.width():
            counter = ""
        extra = self._counter_width() + 6 if counter else 0
        ahead = _PICTURE + _GAP if self._icon else 0
        if words + extra + ahead + _LEAST > area.width():
            ahead = 0
        left = area.left() + (area.width() - ahead - words - extra) / 2
        if ahead:
            picture = QRectF(left, area.center().y() - _PICTURE / 2, _PICTURE, _PICTURE)
            icons.paint(painter, picture, self._icon, theme.color(role))
            left += ahead
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        painter.setPen(theme.color(role))
        painter.drawText(QRectF(left, area.top(), words + 1, area.height()), flags, self.text())
        if counter:
            painter.setFont(theme.font("body", tabular=True))
            if role != "disabled":
                painter.setPen(theme.color("text3"))
            painter.drawText(QRectF(left + words + 6, area.top(), extra, area.height()), flags, counter)


class Segmented(QFrame):  # a panel to screen readers: the group that the radio buttons belong to
    """One value out of a few. Arrow keys choose, Tab leaves. `changed` is emitted for the user's choice
    and for `set_value` with another value."""

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strong = strong
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._segments: list[_Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.buttonToggled.connect(self._on_toggled)
        self.set_options(options)
        theme.current().changed.connect(self._restyle)

    @property
    def value(self) -> str:
        """The chosen value; empty when there is no option."""
        return next((part.value for part in self._segments if part.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose a value. Raises KeyError when it is not an option."""
        for part in self._segments:
            if part.value == value:
                part.setChecked(True)
                return
        raise KeyError(value)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the options; the chosen value stays if it is still there, else the first one."""
        before = self.value
        for old in self._segments:
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._segments = []
        for value, label in options:
            part = _Segment(value, label, self._strong, self)
            part.moved.connect(self._on_moved)
            self._group.addButton(part)
            self._row.addWidget(part)
            self._segments.append(part)
        if self._segments:
            self.blockSignals(True)
            self.set_value(before if before in {part.value for part in self._segments} else options[0][0])
            self.blockSignals(False)
        self._place_focus()

    def set_count(self, value: str, count: int | None) -> None:
        """Show a number behind one word, or none."""
        next(part for part in self._segments if part.value == value).set_count(count)

    def set_picture(self, value: str, name: str) -> None:
        """Show an icon before one word."""
        next(part for part in self._segments if part.value == value).set_picture(name)

    def sizeHint(self) -> QSize:
        hint = self._row.sizeHint()
        return QSize(hint.width(), max(theme.current().control_height(), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        edge, width = theme.color("control" if self._strong and self.isEnabled() else "border"), 1
        if self.property("problem"):
            edge, width = theme.color("danger"), 2
        ground = theme.color("selected" if self.property("flash") else "sunken")
        box(painter, QRectF(self.rect()), 6, ground, edge, width)
        painter.end()

    def _restyle(self) -> None:
        for part in self._segments:
            part.restyle()
        self.updateGeometry()
        self.update()

    def _on_toggled(self, part: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(part, _Segment):
            self._place_focus()
            self.changed.emit(part.value)

    def _on_moved(self, step: int) -> None:
        now = next((i for i, part in enumerate(self._segments) if part.isChecked()), 0)
        goal = now + step
        if 0 <= goal < len(self._segments):
            target = self._segments[goal]
            target.setChecked(True)
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _place_focus(self) -> None:
        """Only the chosen segment is a Tab stop."""
        for part in self._segments:
            chosen = part.isChecked()
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
            if chosen:
                self.setFocusProxy(part)
