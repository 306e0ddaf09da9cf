"""Text inputs, and the number inputs made of several parts. GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.choices import CheckBox, ComboBox, RadioButton, RadioCard, SpinBox
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.mirrored import at_side
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.pill import Chip

__all__ = [
    "CheckBox",
    "ComboBox",
    "DurationEdit",
    "LineEdit",
    "PasswordEdit",
    "PortEdit",
    "RadioButton",
    "RadioCard",
    "SearchField",
    "SpinBox",
    "TextArea",
]


class LineEdit(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setPlaceholderText(placeholder)


class PasswordEdit(LineEdit):
    """A hidden text with an eye button. `caps_lock_changed` reports what typing reveals of Caps Lock."""

    caps_lock_changed = Signal(bool)

    def __init__(self, text: str = "", *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, placeholder=placeholder, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._caps = False
        self._eye = IconButton("eye", tr("Show Password"), size=16, side=26, parent=self)
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(self.toggle_shown)
        self.setTextMargins(*(26, 0, 0, 0) if self.isRightToLeft() else (0, 0, 26, 0))

    def toggle_shown(self) -> None:
        """Show the text, or hide it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.set_icon("eye-off" if hidden else "eye")
        self._eye.set_name(tr("Hide Password") if hidden else tr("Show Password"))

    def caps_lock_label(self) -> Label:
        """A new hint that is visible only while Caps Lock seems to be on."""
        hint = Label(tr("Caps Lock is on."), "caption", "warningText")
        hint.setVisible(False)
        self.caps_lock_changed.connect(hint.setVisible)
        return hint

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._eye.hasFocus():
            event.ignore()  # who tabbed on and types the next field would type on here
            return
        text = event.text()
        if len(text) == 1 and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps(text.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._set_caps(False)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._set_caps(False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._eye.setGeometry(at_side(self, QRect(self.width() - 31, (self.height() - 26) // 2, 26, 26)))

    def _set_caps(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock_changed.emit(on)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab leaves the field. `lines` is the height at rest."""

    def __init__(
        self, *, mono: bool = False, lines: int = 4, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mono, self._lines = mono, lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def text(self) -> str:
        """The text, like QLineEdit.text()."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace the text."""
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() * min(self._lines, 2) + 22)

    def _restyle(self) -> None:
        self.setFont(theme.font("mono" if self._mono else "body"))


class SearchField(LineEdit):
    """A field that filters; Esc clears it. `shortcut` is shown at the right while it is empty."""

    def __init__(self, placeholder: str, *, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", placeholder=placeholder, parent=parent)
        self.setAccessibleName(placeholder)
        self._hint = Chip(shortcut, "key", self) if shortcut else None
        self._clear = IconButton("close", tr("Clear"), size=14, side=24, parent=self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        right = self._hint.sizeHint().width() if self._hint else 24
        left, right = (right, 24) if self.isRightToLeft() else (24, right)
        self.setTextMargins(left, 0, right, 0)
        self.setMinimumWidth(120)
        self._on_text_changed("")
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._clear.setGeometry(at_side(self, QRect(self.width() - 29, (self.height() - 24) // 2, 24, 24)))
        if self._hint is not None:
            size = self._hint.sizeHint()
            corner = QPoint(self.width() - size.width() - 8, (self.height() - size.height()) // 2)
            self._hint.setGeometry(at_side(self, QRect(corner, size)))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = smooth(self)
        role = "text2" if self.isEnabled() else "disabled"
        icons.paint(painter, QRectF(11, (self.height() - 16) / 2, 16, 16), "search", theme.color(role))
        painter.end()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if self._hint is not None:
            self._hint.setVisible(not text)


class PortEdit(ComboBox):
    """A port number, typed or chosen among the usual ones."""

    value_changed = Signal(str)

    def __init__(self, ports: Sequence[tuple[int, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setMinimumContentsLength(6)
        edit = self.lineEdit()
        if edit is not None:
            edit.setValidator(QIntValidator(0, 999_999, self))  # 65536 is told as a problem, not swallowed
            edit.setMaxLength(6)
        self.set_ports(ports)
        self.activated.connect(self._on_activated)
        self.editTextChanged.connect(self.value_changed)

    def value(self) -> str:
        """What stands in the field, as typed."""
        return self.currentText().strip()

    def set_value(self, value: str | int) -> None:
        """Show a port; empty shows none."""
        self.setEditText(str(value))

    def set_ports(self, ports: Sequence[tuple[int, str]]) -> None:
        """The usual ports with what each is for; the typed value stays."""
        before = self.currentText()
        self.blockSignals(True)
        self.clear()
        for port, use in ports:
            self.addItem(f"{port} – {use}" if use else str(port), port)
        self.setCurrentIndex(-1)
        self.setEditText(before)
        self.blockSignals(False)

    def _on_activated(self, index: int) -> None:
        self.setEditText(str(self.itemData(index)))


Unit = Literal["ms", "s", "m", "h", "d"]
_MILLISECONDS: dict[str, int] = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


class DurationEdit(QWidget):
    """A length of time as number and unit. The value is in milliseconds."""

    value_changed = Signal(object)  # int; a C++ int would end after 24 days

    def __init__(
        self,
        milliseconds: int = 0,
        *,
        units: Sequence[Unit] = ("ms", "s", "m", "h", "d"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        names = {
            "ms": tr("milliseconds"),
            "s": tr("seconds"),
            "m": tr("minutes"),
            "h": tr("hours"),
            "d": tr("days"),
        }
        self.number = SpinBox(0, 999_999_999)
        self.unit = ComboBox()
        for unit in units:
            self.unit.addItem(names[unit], unit)
        self.unit.setAccessibleName(tr("Unit"))
        self.number.setMinimumWidth(80)
        self.unit.setMinimumWidth(120)
        self.number.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.unit)
        row.addStretch(1)
        self.setFocusProxy(self.number)
        self.set_value(milliseconds)
        self.number.valueChanged.connect(self._on_changed)
        self.unit.currentIndexChanged.connect(self._on_changed)

    def value(self) -> int:
        """The time in milliseconds."""
        return self.number.value() * _MILLISECONDS[str(self.unit.currentData())]

    def set_value(self, milliseconds: int) -> None:
        """Show a time in the largest unit that expresses it exactly."""
        fitting = 0
        for index in range(self.unit.count()):
            if milliseconds and milliseconds % _MILLISECONDS[str(self.unit.itemData(index))] == 0:
                fitting = index
        if milliseconds == 0:
            fitting = max(self.unit.currentIndex(), 0)
        self.unit.setCurrentIndex(fitting)
        self.number.setValue(milliseconds // _MILLISECONDS[str(self.unit.currentData())])

    def _on_changed(self) -> None:
        self.value_changed.emit(self.value())
