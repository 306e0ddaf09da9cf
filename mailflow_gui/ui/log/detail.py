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
from mailflow_gui.ui.widgets.page import PlainScroll
from mailflow_gui.ui.widgets.painting import smooth

#: The pane grows with its text up to this height; then the text scrolls.
TALLEST = 196


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
        self._words = QWidget()
        self._scroll = PlainScroll(self._words)
        self._lay_out()
        self._words.installEventFilter(self)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        inside = QVBoxLayout(self._words)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._title)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 12)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, top)
        row.addWidget(self._scroll, 1)
        for button in (self.attention, self.copy, self.close_button):
            row.addWidget(button, 0, top)
        row.setAlignment(self._sign, top)

    def show_row(self, row: LogRow) -> None:
        """Fills the pane."""
        icon, tint, _ = LEVEL_LOOK[row.event.level]
        self._sign.set_icon(icon, tint)
        self._title.setText(row.message)
        self.attention.setVisible(row.event.kind is Kind.HELD)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (name, value) in enumerate(facts(row)):
            line, side = divmod(number, 2)
            heading = Label(name, "body", "text2")
            self._grid.addWidget(heading, line, side * 2, Qt.AlignmentFlag.AlignTop)
            text = Label(value, "mono" if name in ("Server said", "Message-ID") else "body", wrap=True)
            text.set_selectable()
            text.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(text, line, side * 2 + 1)
            for label in (heading, text):
                label.show()  # at once: a layout leaves out what is not shown yet
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and watched is self._words:
            self._fit()
        return False

    def _fit(self) -> None:
        """As high as the text, up to the tallest."""
        layout = self._words.layout()
        if layout is not None:
            text = layout.heightForWidth(max(200, self._scroll.viewport().width()))
            wanted = min(TALLEST, max(28, text, self._words.minimumSizeHint().height()))
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
        ("Time", event.at.replace("T", " ")),
    ]
    return [(name, value) for name, value in found if value]
