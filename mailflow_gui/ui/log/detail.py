"""The detail pane under the log's table: all facts of one entry, selectable. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Kind
from mailflow_gui.core.language import number, tr
from mailflow_gui.qt.log_rows import LogRow
from mailflow_gui.ui import theme
from mailflow_gui.ui.log.table import LEVEL_LOOK
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.page import PlainScroll, ScrollContent
from mailflow_gui.ui.widgets.painting import smooth

#: The facts take up to this height; then they scroll.
TALLEST = 156
#: From this width on two facts stand beside each other.
BESIDE = 720
#: A text of more characters is shown whole among the facts: the title is one line.
LONG = 80


class LogDetail(QFrame):
    """Facts of the selected entry; `closed` when the person is done, `copy_requested` for its text."""

    closed = Signal()
    copy_requested = Signal()
    attention_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Entry details"))
        self.setProperty("region", "panel")
        self._row: LogRow | None = None
        self._wide = True
        self._sign = Sign("info", size=18)
        self._title = ElidedLabel("", "strong")
        self.attention = Button(tr("Open in Needs Attention"), small=True)
        self.attention.clicked.connect(self.attention_requested)
        self.copy = IconButton("copy", tr("Copy Entry"), size=16, side=28)
        self.copy.clicked.connect(self.copy_requested)
        self.close_button = IconButton("close", tr("Close Details"), size=16, side=28)
        self.close_button.clicked.connect(self.closed)
        self._words = ScrollContent()
        self._scroll = _Facts(self._words)
        self._lay_out()

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, top)
        head.addWidget(self._title, 1)
        for button in (self.attention, self.copy, self.close_button):
            head.addWidget(button, 0, top)
        self._sign.setFixedHeight(28)
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(BESIDE)
        if wide != self._wide:
            self._wide = wide
            if self._row is not None:
                self.show_row(self._row)

    def show_row(self, row: LogRow) -> None:
        """Fills the pane."""
        self._row = row
        icon, tint, _ = LEVEL_LOOK[row.event.level]
        self._sign.set_icon(icon, tint)
        self._title.setText(row.message)
        self.attention.setVisible(row.event.kind is Kind.HELD)
        empty(self._lines)
        if len(row.message) > LONG:
            whole = Label(row.message, wrap=True)
            whole.set_selectable()
            self._lines.addWidget(whole)
            whole.show()  # at once: a layout leaves out what is not shown yet
        known, beside = facts(row), 2 if self._wide else 1
        for start in range(0, len(known), beside):
            line = _Line(known[start : start + beside], beside)
            self._lines.addWidget(line)
            line.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("control"))
        painter.end()


class _Facts(PlainScroll):
    """As high as the facts, up to the tallest."""

    def __init__(self, words: QWidget) -> None:
        super().__init__(words)
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int, /) -> int:
        return min(theme.px(TALLEST), max(0, self._words.heightForWidth(width)))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 0)


class _Line(QWidget):
    """As many facts beside each other as the pane has room for; the last line may have fewer."""

    def __init__(self, known: list[tuple[str, str]], beside: int) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for name, value in known:
            heading = Label(name, "body", "text2")
            heading.setMinimumWidth(theme.px(92))
            text = Label(value, "mono" if name in (tr("Server said"), tr("Message-ID")) else "body", wrap=True)
            text.set_selectable()
            policy = text.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # both sides get the same width
            text.setSizePolicy(policy)
            text.setMinimumHeight(theme.current().line_height("body"))  # on the line of its heading
            text.setAccessibleName(f"{name}: {value}")
            line.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        if len(known) < beside:
            line.addSpacing(theme.px(92))
            line.addStretch(1)


def facts(row: LogRow) -> list[tuple[str, str]]:
    """What is known of an entry, as name and value; empty ones are left out."""
    event = row.event
    found = [
        (tr("Message"), event.subject),
        (tr("From"), event.sender),
        (tr("Sent to"), ", ".join(event.recipients)),
        (tr("Server said"), event.reply),
        (tr("Attempt"), str(event.attempt) if event.attempt else ""),
        (tr("Took"), f"{number(event.milliseconds, 1)} ms" if event.milliseconds else ""),
        (tr("Message-ID"), event.message_id),
        (tr("Cause"), event.cause),
        (tr("Time"), event.at[:23].replace("T", " ")),
    ]
    return [(name, value) for name, value in found if value]
