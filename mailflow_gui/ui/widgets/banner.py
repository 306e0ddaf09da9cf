"""The inline banner: one fact, why it matters, and what to do. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.painting import smooth, tinted_box

Buttons = Sequence[tuple[str, Callable[[], object]]]

_KINDS = {
    "success": ("success", "check-circle"),
    "info": ("info", "info"),
    "warning": ("warning", "warning"),
    "error": ("danger", "error"),
}


class Banner(QFrame):
    """Kinds: success, info, warning, error. At most two buttons. Only an info banner can be dismissed."""

    dismissed = Signal()

    def __init__(
        self,
        kind: str,
        title: str,
        text: str = "",
        buttons: Buttons = (),
        *,
        dismissible: bool = False,
        buttons_below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons_below = buttons_below
        self._kind = kind
        self._icon = QLabel(self)
        self._title = Label("", "strong", wrap=True)
        self._text = Label("", "body", "text2", wrap=True)
        self._close = IconButton("close", tr("Dismiss"), size=16, side=24)
        self._close.clicked.connect(self._on_dismissed)
        self._dismissible = dismissible
        self._buttons: list[Button] = []
        self._lay_out()
        self.set_content(kind, title, text, buttons)
        theme.current().changed.connect(self._restyle)

    def set_content(self, kind: str, title: str, text: str = "", buttons: Buttons = ()) -> None:
        """Say something else. Raises KeyError for an unknown kind."""
        _KINDS[kind]
        self._kind = kind
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._close.setVisible(self._dismissible and kind == "info")
        self._replace_buttons(buttons)
        self._restyle()
        self.setAccessibleName(f"{title}. {text}" if text else title)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def buttons(self) -> list[Button]:
        """The buttons shown now, in order."""
        return list(self._buttons)

    def minimumSizeHint(self) -> QSize:
        """Buttons below the text stand below each other where it is narrow."""
        least = super().minimumSizeHint()
        if not self._buttons_below or not self._buttons:
            return least
        return QSize(self._around() + max(one.sizeHint().width() for one in self._buttons), least.height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._stack_buttons()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        tint = _KINDS[self._kind][0]
        tinted_box(painter, QRectF(self.rect()), 8, f"{tint}Bg", tint)
        painter.end()

    def _around(self) -> int:
        """What stands beside the buttons: margins, icon and the space after it."""
        return 14 + self._icon.width() + 12 + 12

    def _stack_buttons(self) -> None:
        if not self._buttons_below:
            return
        width = sum(one.sizeHint().width() + self._actions.spacing() for one in self._buttons)
        fits = width - self._actions.spacing() + self._around() <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._actions.setDirection(across if fits else down)
        for one in self._buttons:
            self._actions.setAlignment(one, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions.setSpacing(8)
        if self._buttons_below:
            words.addLayout(self._actions)
            self._actions.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if not self._buttons_below:
            row.addLayout(self._actions)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _replace_buttons(self, buttons: Buttons) -> None:
        for old in self._buttons:
            self._actions.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for place, (text, act) in enumerate(buttons):
            button = Button(text, small=True)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._actions.insertWidget(place, button)
            self._buttons.append(button)
        if self._buttons_below:
            self._actions.setContentsMargins(0, 10 if buttons else 0, 0, 0)
            self._stack_buttons()
        row = self.layout()
        if row is not None:  # beside buttons the icon sits at the middle, beside long text at its first line
            beside = self._buttons and not self._buttons_below
            center = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop
            row.setAlignment(self._icon, center)

    def _restyle(self) -> None:
        tint, name = _KINDS[self._kind]
        side = max(18, theme.current().line_height("body"))
        self._icon.setFixedSize(18, side)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon.setPixmap(icons.pixmap(name, f"{tint}Text", 18, self.devicePixelRatioF()))
        self.update()

    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
