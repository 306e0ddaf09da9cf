"""Combo boxes, check boxes, radio buttons and number fields drawn by tokens. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.broken_text import BrokenText
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth
from mailflow_gui.ui.widgets.pill import Chip

_MARK, _LEFT = 18, 2
_TEXT_LEFT = _LEFT + _MARK + 10
_LEAST_CHARACTERS = 14


class ComboBox(QComboBox):
    """A choice from a list; the wheel scrolls the page unless the box has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        theme.current().changed.connect(self.update)

    def setAccessibleName(self, name: str, /) -> None:
        super().setAccessibleName(name)
        edit = self.lineEdit()
        if edit is not None:  # a control of its own to screen readers
            edit.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = smooth(self)
        place = QRectF(self.width() - 28, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, place, "chevron-down", theme.color("text2" if self.isEnabled() else "disabled"))
        painter.end()


class SpinBox(QSpinBox):
    """A whole number; the wheel scrolls the page unless the box has the focus."""

    def __init__(self, minimum: int = 0, maximum: int = 99, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGroupSeparatorShown(True)
        self.lineEdit().setTextMargins(9, 0, 0, 0)  # the style sheet's padding does not reach it
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(
            super().sizeHint().width(), max(theme.current().control_height(), self.fontMetrics().height() + 12)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = smooth(self)
        color = theme.color("text2" if self.isEnabled() else "disabled")
        middle = self.height() / 2
        icons.paint(painter, QRectF(self.width() - 22, middle - 12, 12, 12), "chevron-up", color)
        icons.paint(painter, QRectF(self.width() - 22, middle, 12, 12), "chevron-down", color)
        painter.end()


def _draw_check(painter: QPainter, place: QRectF, button: QAbstractButton, partly: bool) -> None:
    on = button.isChecked() or partly
    if not button.isEnabled():
        box(painter, place, 4, theme.color("border" if on else "sunken"), theme.color("border"))
    elif on:
        box(painter, place, 4, theme.color("accentHover" if button.underMouse() else "accent"))
    else:
        ground = theme.color("hover" if button.underMouse() else "surface")
        edge = theme.color("danger" if button.property("problem") else "control")
        box(painter, place, 4, ground, edge, 2 if button.property("problem") else 1)
    if not on:
        return
    ink = theme.color("onAccent" if button.isEnabled() else "disabled")
    if partly:
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = place.center()
        painter.drawLine(middle - QPointF(3.5, 0), middle + QPointF(3.5, 0))
    else:
        icons.paint(painter, place.adjusted(2, 2, -2, -2), "check", ink)


def _draw_radio(painter: QPainter, place: QRectF, button: QAbstractButton) -> None:
    on = button.isChecked()
    if not button.isEnabled():
        box(painter, place, 9, theme.color("sunken"), theme.color("border"))
        if on:
            box(painter, place.adjusted(6, 6, -6, -6), 3, theme.color("disabled"))
    elif on:
        box(painter, place, 9, theme.color("surface"), theme.color("accent"), 5.5)
    else:
        box(painter, place, 9, theme.color("hover" if button.underMouse() else "surface"), theme.color("control"))


def _words(button: QAbstractButton, width: int) -> BrokenText:
    """The text beside the mark, broken to `width` pixels of the whole button (0: one line)."""
    inner = max(width - _TEXT_LEFT - 2, 1) if width else 0
    line = max(theme.current().line_height("body"), button.fontMetrics().height())
    return BrokenText(button.text(), button.font(), line, inner)


def _marked_size(button: QAbstractButton, width: int = 0) -> QSize:
    if not button.text():
        return QSize(_MARK + 2 * _LEFT, 24)
    used, height = _words(button, width).size()
    return QSize(_TEXT_LEFT + used + 2, max(24, height + 4))


def _smallest_size(button: QAbstractButton) -> QSize:
    natural = _marked_size(button)
    least = _TEXT_LEFT + button.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS
    return QSize(min(natural.width(), least), natural.height())


def _wrap_policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _mark_place(button: QAbstractButton) -> QRectF:
    """The mark stands at the middle of the first line."""
    lines = _marked_size(button, button.width()).height()
    first = _marked_size(button).height() / 2
    top = (button.height() - lines) / 2 + first - _MARK / 2
    return QRectF(_LEFT, round(top), _MARK, _MARK)


def _paint_marked(button: QAbstractButton, painter: QPainter, place: QRectF, ring: bool, radius: float) -> None:
    if ring:
        box(painter, place.adjusted(-_LEFT, -_LEFT, _LEFT, _LEFT), radius, None, theme.color("focus"), 2)
    painter.setPen(theme.color("text" if button.isEnabled() else "disabled"))
    area = button.rect().adjusted(_TEXT_LEFT, 0, 0, 0)
    _words(button, button.width()).draw(painter, area, Qt.AlignmentFlag.AlignVCenter)


class _Marked(KeyboardFocus):
    """Mixin before a native button class: a mark with words beside it that break when there is little room."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)  # type: ignore[call-arg]
        button = self._button
        button.setText(text)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        button.setSizePolicy(_wrap_policy())
        theme.current().changed.connect(button.update)

    @property
    def _button(self) -> QAbstractButton:
        assert isinstance(self, QAbstractButton)
        return self

    def sizeHint(self) -> QSize:
        return _marked_size(self._button)

    def minimumSizeHint(self) -> QSize:
        return _smallest_size(self._button)

    def heightForWidth(self, width: int, /) -> int:
        return _marked_size(self._button, width).height()

    def hitButton(self, pos: object, /) -> bool:
        return True


class CheckBox(_Marked, QCheckBox):
    """A check box with the native behavior."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        place = _mark_place(self)
        _draw_check(painter, place, self, self.checkState() == Qt.CheckState.PartiallyChecked)
        _paint_marked(self, painter, place, self.ring_visible, 6)
        painter.end()


class RadioButton(_Marked, QRadioButton):
    """A radio button with the native behavior."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        place = _mark_place(self)
        _draw_radio(painter, place, self)
        _paint_marked(self, painter, place, self.ring_visible, 10)
        painter.end()


class RadioCard(KeyboardFocus, QAbstractButton):
    """A radio button with an explanation, as a card. Siblings under one parent exclude each other."""

    def __init__(self, title: str, text: str = "", badge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(_wrap_policy())
        column = QVBoxLayout(self)
        column.setContentsMargins(*sided(13 + _MARK + 10, 11, 16, 11))
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        self._title = Label(title, "label")
        first.addWidget(self._title)
        if badge:
            first.addWidget(Chip(badge, "good"))
        first.addStretch(1)
        column.addLayout(first)
        if text:
            column.addWidget(Label(text, "caption", "text3", wrap=True))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        inner = self.layout()
        return inner.sizeHint() if inner is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        inner = self.layout()
        return inner.minimumSize() if inner is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        inner = self.layout()  # a title alone does not break
        return inner is not None and inner.hasHeightForWidth()

    def heightForWidth(self, width: int, /) -> int:
        inner = self.layout()
        return inner.heightForWidth(width) if inner is not None else -1

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        edge, width = theme.color("border"), 1
        if self.ring_visible:
            edge, width = theme.color("focus"), 2
        elif self.isChecked():
            edge, width = theme.color("accent"), 2
        elif self.underMouse() and self.isEnabled():
            edge = theme.color("control")
        box(painter, area, 8, theme.color("surface" if self.isEnabled() else "sunken"), edge, width)
        middle = self._title.geometry().center().y() + 1
        _draw_radio(painter, QRectF(13, middle - _MARK / 2, _MARK, _MARK), self)
        painter.end()
