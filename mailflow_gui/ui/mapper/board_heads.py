"""What stands above and below the lists of the data mapper: titles, search, the count, and how to draw. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import later, tr
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Caption, Label

#: How high the line of titles is, to the upper edge of the lists.
HEAD = 38
_HOW = later(
    "Drag from a source dot to a target dot, or press Enter on both. Esc cancels, Delete removes the selected line."
)


class BoardHeads(QObject):
    """The widgets around the lists, placed by the board. `searched` carries the words; `left`: on to the fields."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self.source = Label(tr("Source"), "subheading", parent=board)
        self.target = Label(tr("Target"), "subheading", parent=board)
        self.count = Label("", "caption", "text2", parent=board)
        self.hint = Caption(tr(_HOW), "text2")
        self.hint.setParent(board)
        self.search_button = IconButton("search", tr("Find Field (Ctrl+F)"), size=16, side=28, parent=board)
        self.search = SearchField(tr("Find field"), parent=board)
        self.search.hide()
        self.search_button.clicked.connect(self.open_search)
        self.search.textChanged.connect(self.searched)
        self.search.installEventFilter(self)
        board.setTabOrder(self.search_button, self.search)

    def open_search(self) -> None:
        """Shows the search field and puts the focus there."""
        self.search.show()
        self.source.hide()
        self.search_button.hide()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_counts(self, mapped: int, all_targets: int) -> None:
        """“4 of 6 mapped”."""
        self.count.setText(tr("{count} of {all} mapped", count=mapped, all=all_targets) if all_targets else "")

    def show_hint(self, text: str) -> None:
        """Says what to do now; "" says how mappings are drawn."""
        self.hint.setText(text or tr(_HOW))

    def hint_height(self, column: int) -> int:
        """How high the hint is in a column of this width."""
        return self.hint.heightForWidth(max(1, column - 8))

    def place(self, left: int, right: int, column: int, top: int, below: int) -> None:
        """Puts everything in its place: two columns, the line of titles at `top`, the hint at `below`."""
        self.source.setGeometry(left, top, column - 32, 28)
        self.search_button.move(left + column - 28, top)
        self.search.setGeometry(left, top - 2, column, 32)
        width = self.count.sizeHint().width()
        self.target.setGeometry(right, top, max(0, column - width - 8), 28)
        self.count.setGeometry(right + column - width, top, width, 28)
        self.hint.setGeometry(right + 4, below, column - 8, self.hint_height(column))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.search.text():
            self._close_search()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and not self.search.text():
            self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return True
        return False

    def _close_search(self) -> None:
        self.search.hide()
        self.source.show()
        self.search_button.show()
