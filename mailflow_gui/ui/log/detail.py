"""The detail pane under the log's table: all facts of one entry, selectable. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mailflow_gui.qt.log_model import LogRow
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.log.table import LEVEL_LOOK
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.painting import smooth


class LogDetail(QFrame):
    """Facts of the selected entry; `closed` when the person is done, `copy_requested` for its text."""

    closed = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Entry details")
        self._sign = QLabel()
        self._title = Label("", "label", wrap=True)
        self._title.set_selectable()
        copy = IconButton("copy", "Copy Entry", size=16, side=28)
        copy.clicked.connect(self.copy_requested)
        close = IconButton("close", "Close Details", size=16, side=28)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_row(self, row: LogRow) -> None:
        """Fills the pane."""
        icon, tint, _ = LEVEL_LOOK[row.event.level]
        self._sign.setPixmap(icons.pixmap(icon, tint, 18, self.devicePixelRatioF()))
        self._title.setText(row.message)
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()  # type: ignore[union-attr]
            if widget is not None:
                widget.deleteLater()
        for number, (name, value) in enumerate(facts(row)):
            line, side = divmod(number, 2)
            self._grid.addWidget(Label(name, "body", "text2"), line, side * 2, Qt.AlignmentFlag.AlignTop)
            text = Label(value, "mono" if name in ("Server said", "Message-ID") else "body", wrap=True)
            text.set_selectable()
            self._grid.addWidget(text, line, side * 2 + 1)

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
