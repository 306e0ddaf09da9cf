"""The coach of a first integration: hints beside the parts of the editor they speak of, one at a time. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.painting import smooth

_WIDTH, _TIP, _EDGE, _RADIUS = 300, 8, 12, 10


@dataclass(frozen=True, slots=True)
class CoachHint:
    """What is said of a part of the page; `part` finds it, None while it is not there."""

    title: str
    text: str
    part: Callable[[], QWidget | None]


class Coach(QFrame):
    """Four hints over an editor page. It takes the keyboard, hides nothing for good, and goes with Skip or Esc."""

    def __init__(self, page: EditorPage) -> None:
        super().__init__(page)
        self._page = page
        self._hints = _hints(page)
        self._number = 0
        self._tip, self._above = 0.0, False
        self.title = Label("", "subheading", wrap=True)
        self.text = Label("", "body", "text2", wrap=True)
        self.count = Caption("", "text3")
        self.skip = Button(tr("Skip Hints"), kind="ghost", small=True)
        self.next = Button(tr("Next"), kind="primary", small=True)
        self.skip.clicked.connect(self.leave)
        self.next.clicked.connect(self.advance)
        self._lay_out()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.leave)
        for one in filter(None, (page, page.canvas.widget(), page.canvas.viewport())):
            one.installEventFilter(self)
        page.canvas.verticalScrollBar().valueChanged.connect(self._place)
        page.verbs.changed.connect(self._place)
        theme.current().changed.connect(self.update)

    def begin(self) -> None:
        """Shows the first hint."""
        self._number = 0
        self._show_hint()

    def advance(self) -> None:
        """The next hint; after the last one the coach goes."""
        self._number += 1
        if self._number < len(self._hints):
            self._show_hint()
        else:
            self.leave()

    def leave(self) -> None:
        """The hints end; the keyboard is where the flow begins."""
        self.hide()
        for one in (self._escape, self):
            one.deleteLater()
        steps = self._page.work.steps
        self._page.canvas.focus_step(steps[0].id if steps else "")

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawPath(self._outline())
        painter.end()

    def _outline(self) -> QPainterPath:
        """A rounded box with a tip towards the part."""
        body = QRectF(self.rect()).adjusted(0.5, _TIP + 0.5, -0.5, -_TIP - 0.5)
        path, tip = QPainterPath(), QPainterPath()
        path.addRoundedRect(body, _RADIUS, _RADIUS)
        root, end = (body.bottom(), body.bottom() + _TIP) if self._above else (body.top(), body.top() - _TIP)
        tip.moveTo(QPointF(self._tip - _TIP, root))
        tip.lineTo(QPointF(self._tip, end))
        tip.lineTo(QPointF(self._tip + _TIP, root))
        tip.closeSubpath()
        return path.united(tip)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14 + _TIP, 16, 14 + _TIP)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(6)
        column.addLayout(row)

    def _show_hint(self) -> None:
        hint, last = self._hints[self._number], self._number == len(self._hints) - 1
        self.title.setText(hint.title)
        self.text.setText(hint.text)
        self.count.setText(tr("{number} of {count}", number=self._number + 1, count=len(self._hints)))
        self.skip.setVisible(not last)
        self.next.setText(tr("Done") if last else tr("Next"))
        self.setAccessibleName(hint.title)
        self.setAccessibleDescription(hint.text)
        part = hint.part()
        if part is not None and self._page.canvas.isAncestorOf(part):
            self._page.canvas.ensureWidgetVisible(part, 0, 40)
        self._place()
        self.show()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        words = f"{hint.title}. {hint.text}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _place(self) -> None:
        """Below its part, or above where there is no room; always within the page."""
        page, part = self._page, self._hints[min(self._number, len(self._hints) - 1)].part()
        width = min(theme.px(_WIDTH), page.width() - 2 * _EDGE)
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else self.sizeHint().height()
        if part is None or not part.isVisible():
            part = page.header
        spot = part.mapTo(page, QPoint(0, 0))
        middle = spot.x() + part.width() / 2
        left = round(max(_EDGE, min(middle - width / 2, page.width() - width - _EDGE)))
        below = spot.y() + part.height() - 2
        self._above = below + height > page.height()
        top = spot.y() - height + 2 if self._above else below
        self._tip = max(_RADIUS + _TIP, min(middle - left, width - _RADIUS - _TIP))
        self.setGeometry(left, max(0, top), width, height)
        self.raise_()
        self.update()


def _hints(page: EditorPage) -> tuple[CoachHint, ...]:
    canvas, header = page.canvas, page.header

    def start() -> QWidget | None:
        steps = page.work.steps
        return canvas.cards.get(steps[0].id) if steps else None

    return (
        CoachHint(
            tr("Messages come in here"),
            tr("This step looks into the practice mailbox, where sample messages wait. Click a step for its settings."),
            start,
        ),
        CoachHint(
            tr("Steps work from top to bottom"),
            tr("Each one filters, changes or logs the message. The plus between two steps adds one; so does Insert."),
            lambda: canvas.joints[0] if canvas.joints else None,
        ),
        CoachHint(
            tr("Try it first"),
            tr("Test Run shows what each step makes of a message. Nothing is marked, moved or sent."),
            lambda: header.test,
        ),
        CoachHint(
            tr("Then switch it on"),
            tr("Save and Start runs it in the background. Watch it at work in the Message Log."),
            lambda: header.publish,
        ),
    )
