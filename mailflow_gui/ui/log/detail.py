"""The detail pane under the log's table: all facts of one entry, selectable. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Kind
from mailflow_gui.qt.log_rows import LogRow
from mailflow_gui.ui import theme
from mailflow_gui.ui.log.table import LEVEL_LOOK
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.page import PlainScroll, ScrollContent
from mailflow_gui.ui.widgets.painting import smooth

#: The facts take up to this height; then they scroll.
TALLEST = 156


class LogDetail(QFrame):
    """Facts of the selected entry; `closed` when the person is done, `copy_requested` for its text."""

    closed = Signal()
    copy_requested = Signal()
    attention_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Entry details")
        self.setProperty("region", "panel")
        self._sign = Sign("info", size=18)
        self._title = Label("", "label", wrap=True)
        self._title.set_selectable()
        self.attention = Button("Open in Needs Attention", small=True)
        self.attention.clicked.connect(self.attention_requested)
        self.copy = IconButton("copy", "Copy Entry", size=16, side=28)
        self.copy.clicked.connect(self.copy_requested)
        self.close_button = IconButton("close", "Close Details", size=16, side=28)
        self.close_button.clicked.connect(self.closed)
        self._words = ScrollContent()
        self._scroll = PlainScroll(self._words)
        self._lay_out()
        self._words.installEventFilter(self)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, top)
        head.addWidget(self._title, 1)
        for button in (self.attention, self.copy, self.close_button):
            head.addWidget(button, 0, top)
        self._sign.setFixedHeight(28)
        self._title.setMinimumHeight(28)
        self._grid = QGridLayout(self._words)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for side in (0, 2):
            self._grid.setColumnMinimumWidth(side, 92)
            self._grid.setColumnStretch(side + 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll)

    def show_row(self, row: LogRow) -> None:
        """Fills the pane."""
        icon, tint, _ = LEVEL_LOOK[row.event.level]
        self._sign.set_icon(icon, tint)
        self._title.setText(row.message)
        self.attention.setVisible(row.event.kind is Kind.HELD)
        empty(self._grid)
        for number, (name, value) in enumerate(facts(row)):
            line, side = divmod(number, 2)
            heading = Label(name, "body", "text2")
            self._grid.addWidget(heading, line, side * 2, Qt.AlignmentFlag.AlignTop)
            text = Label(value, "mono" if name in ("Server said", "Message-ID") else "body", wrap=True)
            text.set_selectable()
            text.setMinimumHeight(theme.current().line_height("body"))  # on the line of its heading
            text.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(text, line, side * 2 + 1, Qt.AlignmentFlag.AlignTop)
            for label in (heading, text):
                label.show()  # at once: a layout leaves out what is not shown yet
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and watched is self._words:
            self._fit()
        return False

    def _fit(self) -> None:
        """As high as the facts, up to the tallest."""
        text = self._grid.heightForWidth(max(200, self._scroll.viewport().width()))
        wanted = min(TALLEST, text if text >= 0 else self._grid.sizeHint().height())
        if wanted != self._scroll.height():
            self._scroll.setFixedHeight(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("control"))
        painter.end()


def facts(row: LogRow) -> list[tuple[str, str]]:
    """What is known of an entry, as name and value; empty ones are left out."""
    event = row.event
    found = [
        ("Message", event.subject),
        ("From", event.sender),
        ("Sent to", ", ".join(event.recipients)),
        ("Server said", event.reply),
        ("Attempt", str(event.attempt) if event.attempt else ""),
        ("Took", f"{event.milliseconds:.1f} ms" if event.milliseconds else ""),
        ("Message-ID", event.message_id),
        ("Cause", event.cause),
        ("Time", event.at[:23].replace("T", " ")),
    ]
    return [(name, value) for name, value in found if value]
