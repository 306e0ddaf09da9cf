"""Small inputs of the receive form: a choice with an argument, “More options”. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Option
from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.folder_edit import FolderEdit
from mailflow_gui.ui.widgets.inputs import ComboBox, SpinBox
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth


class OptionEdit(QWidget):
    """One of some options; one that ends with a space takes a number behind it, one with a colon a folder."""

    changed = Signal()
    browse_clicked = Signal()

    def __init__(self, options: Sequence[Option], value: str, *, folders: bool = True) -> None:
        super().__init__()
        self._options = tuple(options)
        self.combo = ComboBox()
        for option in self._options:
            self.combo.addItem(option.label, option.value)
        self.number = SpinBox(1, 1_000_000)
        self.number.setAccessibleName(tr("Number of messages"))
        self.folder = FolderEdit(tr("Folder"))
        self.folder.line.setAccessibleName(tr("Folder to use"))
        self.folder.browse.setVisible(folders)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.combo, 1)
        first.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.folder)
        self.setFocusProxy(self.combo)
        self.set_value(value)
        self.combo.currentIndexChanged.connect(self._on_option)
        self.number.valueChanged.connect(lambda _: self.changed.emit())
        self.folder.changed.connect(self.changed)
        self.folder.browse_clicked.connect(self.browse_clicked)

    def value(self) -> str:
        """The option with its argument, as it is saved."""
        option = str(self.combo.currentData())
        if option.endswith(" "):
            return f"{option}{self.number.value()}"
        return f"{option}{self.folder.value()}" if option.endswith(":") else option

    def set_value(self, value: str) -> None:
        """Show a saved value."""
        for index, option in enumerate(self._options):
            takes = option.value.endswith((" ", ":"))
            if value == option.value or (takes and value.startswith(option.value)):
                self.combo.setCurrentIndex(index)
                argument = value.removeprefix(option.value)
                if option.value.endswith(":"):
                    self.folder.set_value(argument)
                elif takes and argument.isdecimal():
                    self.number.setValue(int(argument))
        self._show_argument()

    def help(self) -> str:
        """What the chosen option means."""
        return self._options[max(self.combo.currentIndex(), 0)].help

    def _show_argument(self) -> None:
        option = str(self.combo.currentData())
        self.number.setVisible(option.endswith(" "))
        self.folder.setVisible(option.endswith(":"))

    def _on_option(self) -> None:
        self._show_argument()
        self.changed.emit()


class Disclosure(KeyboardFocus, QAbstractButton):
    """“More options” with a chevron: shows or hides a widget."""

    def __init__(self, text: str, target: QWidget) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._target = target
        target.setVisible(False)
        self.toggled.connect(self._on_toggled)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 30, max(28, metrics.height() + 8))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = self.rect().toRectF()
        if self.ring_visible:
            box(painter, area, 4, None, theme.color("focus"), 2)
        color = theme.color("accentText")
        place = QRectF(area)
        place.setWidth(16)
        icons.paint(painter, place, "chevron-down" if self.isChecked() else "chevron-right", color)
        font = theme.font("label")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(area.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _on_toggled(self, on: bool) -> None:
        self._target.setVisible(on)
        self.setAccessibleDescription(tr("Shown") if on else tr("Hidden"))
        self.update()
