"""Short notices at the bottom of a page, one at a time. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import Label, LinkButton
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.page import Footer
from mailflow_gui.ui.widgets.painting import box, smooth

Action = tuple[str, Callable[[], object]]

_ICONS = {"info": "info", "success": "check", "warning": "warning", "error": "error"}
_TINTS = {"info": "text", "success": "successText", "warning": "warningText", "error": "dangerText"}
_BOTTOM_GAP = 24
#: Milliseconds after which a page that was just shown has its layout.
_LAID_OUT = 50


class _InverseLabel(Label):
    """The words of a toast."""

    def ink(self) -> QColor:
        return theme.current().inverse("text")


class _InverseLink(LinkButton):
    """A link on the inverted ground of a toast."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        chosen = theme.current()
        if self.ring_visible:
            box(painter, area, 4, None, chosen.inverse("focus"), 2)
        painter.setPen(chosen.inverse("accentText"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class _InverseClose(IconButton):
    """The cross of a toast."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        chosen = theme.current()
        edge = chosen.inverse("focus") if self.ring_visible else None
        fill = chosen.inverse("hover") if self.underMouse() else None
        if fill is not None or edge is not None:
            box(painter, area, 6, fill, edge, 2)
        place = QRectF(0, 0, 16, 16)
        place.moveCenter(area.center())
        icons.paint(painter, place, "close", chosen.inverse("text"))
        painter.end()


class _Toast(QFrame):
    """One notice; it goes by itself, but not under the pointer or with the focus."""

    def __init__(self, text: str, action: Action | None, kind: str, milliseconds: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = _InverseLabel(text, parent=self)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(*sided(16 + 16 + 12, 6, 8, 6))
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        if action is not None:
            label, act = action
            link = _InverseLink(label)
            link.clicked.connect(lambda _checked=False: self._act(act))
            row.addWidget(link)
        close = _InverseClose("close", tr("Close"), side=28)
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self.setMinimumHeight(44)
        self._timer = QTimer(self)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        theme.current().changed.connect(self.update)

    @property
    def text(self) -> str:
        return self._words.text()

    def set_room(self, width: int) -> None:
        """Break the text when it does not fit on one line of `width` pixels."""
        self._words.set_wrap(False)
        natural = self.sizeHint().width()
        if natural > width:
            self._words.set_wrap(True)
        chosen = min(natural, width)
        inner = self.layout()
        height = inner.heightForWidth(chosen) if inner is not None and natural > width else -1
        self.resize(chosen, max(44, height, self.sizeHint().height() if height < 0 else 0))

    def leave(self) -> None:
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter: QPainter = smooth(self)
        chosen = theme.current()
        ground = chosen.inverse("surface") if not chosen.is_dark else chosen.color("text")
        box(painter, QRectF(self.rect()), 8, ground)
        place = QRectF(16, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, place, _ICONS[self._kind], chosen.inverse(_TINTS[self._kind]))
        painter.end()

    def _act(self, act: Callable[[], object]) -> None:
        self.leave()
        act()

    def _on_time(self) -> None:
        focus = self.window().focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus) and focus.hasFocus()):
            return  # asked again after the same time
        self.leave()


class ToastHost(QObject):
    """Shows toasts at the bottom center of `parent`, above its content; never over the buttons of a footer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self._toast: _Toast | None = None
        parent.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=_LAID_OUT)
        self._soon.timeout.connect(self._place)
        if isinstance(parent, QStackedWidget):
            parent.currentChanged.connect(lambda _: self._soon.start())

    def show_toast(self, text: str, action: Action | None = None, kind: str = "info", seconds: float = 6) -> None:
        """Show a notice, replacing the one before. Kinds: info, success, warning, error. It is spoken, too."""
        self.close_toast()
        toast = _Toast(text, action, kind, round(seconds * 1000), self._ground())
        toast.destroyed.connect(self._on_destroyed)
        self._toast = toast
        self._place()
        toast.show()
        toast.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, text))

    def close_toast(self) -> None:
        """Take the notice away, if there is one."""
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.destroyed.disconnect(self._on_destroyed)
            toast.leave()

    @property
    def text(self) -> str:
        """The text shown now; empty when there is no toast."""
        toast = self._toast
        return toast.text if toast is not None and toast.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area:
            self._place()
        return False

    def _on_destroyed(self) -> None:
        self._toast = None

    def _place(self) -> None:
        toast = self._toast
        if toast is None:
            return
        toast.set_room(max(160, min(560, self._area.width() - 48)))
        left = (self._area.width() - toast.width()) // 2
        spot = QPoint(max(0, left), self._bottom() - toast.height() - _BOTTOM_GAP)
        toast.move(self._area.mapTo(self._ground(), spot))

    def _bottom(self) -> int:
        """Where the area ends, or its footer begins."""
        footers = [one for one in self._area.findChildren(Footer) if one.isVisibleTo(self._area)]
        return min((one.mapTo(self._area, QPoint(0, 0)).y() for one in footers), default=self._area.height())

    def _ground(self) -> QWidget:
        """The widget that toasts are children of: to screen readers a stack has its pages only."""
        around = self._area.parentWidget()
        return around if around is not None and isinstance(self._area, QStackedWidget) else self._area
