"""The head of an integration's page: name, status, switch, actions, and the tabs. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.integrations.status import Standing
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.inputs import LineEdit
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.mirrored import placed, sided
from mailflow_gui.ui.widgets.page import page_padding
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.switch import Switch
from mailflow_gui.ui.widgets.tips import plain_tip

#: Height of the tabs, and the room after each.
_HEIGHT, _GAP = 40, 24
#: The back button begins so far left of everything else.
_BACK = 8


class DetailHeader(QFrame):
    """`rename_wanted` carries a name that was typed; `switched` what the switch asks for."""

    back_clicked = Signal()
    rename_wanted = Signal(str)
    switched = Signal(bool)
    edit_clicked = Signal()
    more_clicked = Signal()

    def __init__(self, tabs: tuple[str, ...]) -> None:
        super().__init__()
        self.back = IconButton("chevron-left", tr("Back"), size=20)
        self.name = Name()
        self.editor = NameEdit()
        self.editor.hide()
        self.pill = StatusPill("stopped", tr("Stopped"))
        self.subtitle = ElidedLabel("", "body", "text2")
        self.word = Label(tr("Off"), "body")
        self.switch = Switch(tr("On or off"))
        self.edit = Button(tr("Edit"), icon="edit")
        self.more = IconButton("more", tr("More"), size=18)
        self.more.set_framed()
        self.tabs = Tabs(tabs)
        self._enabled = False
        self._pending = False
        self._note = ""
        self._lay_out()
        self.back.clicked.connect(self.back_clicked)
        self.name.double_clicked.connect(self.rename)
        self.editor.typed.connect(self.rename_wanted)
        self.editor.left.connect(self.end_rename)
        self.switch.clicked.connect(self._on_switch)
        self.edit.clicked.connect(self.edit_clicked)
        self.more.clicked.connect(self.more_clicked)
        theme.current().changed.connect(self.update)

    def show_name(self, name: str, subtitle: str) -> None:
        """The name and the line below it."""
        self.name.setText(name)
        self.setAccessibleName(name)
        self._note = subtitle
        if not self.renaming:
            self._show_subtitle(subtitle, "text2")

    def show_standing(self, standing: Standing, enabled: bool) -> None:
        """Status and switch."""
        self._enabled = enabled
        self.pill.set_status(standing.pill, standing.word)
        self.pill.setToolTip(plain_tip(standing.health or standing.note))
        self.switch.set_busy(standing.busy or self._pending)
        self.switch.setChecked(enabled)
        self.switch.setEnabled(standing.switchable)
        self.switch.setToolTip("" if standing.switchable else plain_tip(standing.note))
        self.word.setText(tr("On") if enabled else tr("Off"))

    def end_switch(self) -> None:
        """What the switch asked for is saved, or could not be."""
        self._pending = False

    # Renaming.

    @property
    def renaming(self) -> bool:
        """Whether the name is being typed."""
        return not self.editor.isHidden()

    def rename(self) -> None:
        """Lets the person type another name in its place."""
        self.editor.setText(self.name.text())
        self.name.hide()
        self.editor.show()
        self.editor.set_problem(False)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.selectAll()

    def end_rename(self) -> None:
        """Shows the name again."""
        if not self.renaming:
            return
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        self.name.show()
        self._show_subtitle(self._note, "text2")
        if had_focus:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Why the name can't be used; the person goes on typing."""
        self.editor.set_problem(True)
        self._show_subtitle(text, "dangerText")

    def _show_subtitle(self, text: str, role: str) -> None:
        self.subtitle.set_role(role)
        self.subtitle.setText(text)

    # Inside.

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self.name)
        title.addWidget(self.editor, 1)
        title.addWidget(self.pill)
        title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addWidget(self.subtitle)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.back)
        self._row.addLayout(words, 1)
        for part in (self.word, self.switch, self.edit, self.more):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(11)
        self._column.addLayout(self._row)
        self._tabs_row = QHBoxLayout()
        self._tabs_row.addWidget(self.tabs)
        self._column.addLayout(self._tabs_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        side = page_padding(self)
        self._column.setContentsMargins(side - _BACK, 20, side, 0)
        self._tabs_row.setContentsMargins(*sided(_BACK, 0, 0, 0))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
        painter.end()

    def _on_switch(self, on: bool) -> None:
        self.switch.setChecked(self._enabled)
        self._pending = True
        self.switch.set_busy(True)
        self.switched.emit(on)


class Name(ElidedLabel):
    """The integration's name; a double click begins to rename."""

    double_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("", "title")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.double_clicked.emit()


class NameEdit(LineEdit):
    """Enter takes the name, Esc and leaving the field keep the old one."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setAccessibleName(tr("Name"))
        self.setMaximumWidth(480)
        self.textEdited.connect(lambda _: self.set_problem(False))

    def set_problem(self, problem: bool) -> None:
        """Draws the red edge."""
        if bool(self.property("problem")) != problem:
            self.setProperty("problem", problem)
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # what is typed here is no shortcut of the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()


class Tabs(KeyboardFocus, QTabBar):
    """Words with a line under the chosen one; Left and Right choose."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Parts"))
        for name in names:
            self.addTab(name)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def tabSizeHint(self, index: int, /) -> QSize:
        scale = theme.current().scale
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self.tabText(index))
        return QSize(width + _GAP, round(_HEIGHT * scale))

    def minimumTabSizeHint(self, index: int, /) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        under = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            area = QRectF(placed(painter, self.tabRect(index))).adjusted(0, 0, -_GAP, 0)
            chosen = index == self.currentIndex()
            painter.setFont(theme.font("strong" if chosen else "label"))
            painter.setPen(theme.color("accentText" if chosen else "text" if index == under else "text2"))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.tabText(index))
            if chosen:
                painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), theme.color("accent"))
                if self.ring_visible:
                    box(painter, area.adjusted(-6, 7, 6, -7), 4, None, theme.color("focus"), 2)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        self.update()

    def _restyle(self) -> None:
        self.setFont(theme.font("label"))
        self.updateGeometry()
