"""Browse…: the folders of a mailbox as a tree with counts and a filter. GUI thread; the list comes from a task."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mailflow_gui.core.connector import Folder
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import number, tr
from mailflow_gui.core.model import Connection
from mailflow_gui.ui import icons
from mailflow_gui.ui.integrations.create.preview_rows import Skeleton
from mailflow_gui.ui.integrations.create.stage import LatestTask, Servers, give_focus
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Caption, Heading
from mailflow_gui.ui.widgets.tips import plain_tip

_NAME = Qt.ItemDataRole.UserRole


class FolderDialog(QDialog):
    """`folder_chosen` carries the folder's real name on the server."""

    folder_chosen = Signal(str)

    def __init__(self, connection: Connection, servers: Servers, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connection = connection
        self._servers = servers
        self._current = current or "INBOX"
        self._latest = LatestTask()
        self._asked = False
        self.setWindowTitle(tr("Choose a folder"))
        self.setAccessibleName(tr("Choose a folder"))
        self.resize(480, 520)
        self.search = SearchField(tr("Filter folders"))
        self.tree = QTreeWidget()
        self.choose = Button(tr("Choose Folder"), kind="primary")
        self.cancel = Button(tr("Cancel"))
        self._skeleton = Skeleton(6)
        self._message = EmptyState("folder", "", "", (tr("Try Again"), self.load))
        self._stack = QStackedLayout()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(300)
        self._wait.timeout.connect(lambda: self._skeleton.set_shown(True))
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Asks the server for its folders."""
        self._asked = True
        self._skeleton.set_shown(False)
        self._wait.start()
        self._stack.setCurrentWidget(self._skeleton)
        self.choose.setEnabled(False)
        task = self._latest.take(self._servers.folders_of(self._connection))
        task.done(self._show).failed(self._show_trouble).always(self._on_answer)

    def names(self) -> list[str]:
        """The real names of the folders shown, in order."""
        return [str(item.data(0, _NAME)) for item in self._items() if not item.isHidden() and item.data(0, _NAME)]

    def selected(self) -> str:
        """The real name of the selected folder, "" when none can be chosen."""
        item = self.tree.currentItem()
        if item is None or item.isHidden() or not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            return ""
        return str(item.data(0, _NAME) or "")

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not self._asked:
            self.load()

    def done(self, result: int, /) -> None:
        self._latest.forget()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_choose()
            return
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            give_focus(self.tree)
            return
        if event.key() == Qt.Key.Key_F5:
            self.load()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("Folders"))
        self.tree.setIndentation(16)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for page in (self._skeleton, self.tree, self._message):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(tr("Choose a folder")))
        column.addWidget(
            Caption(tr("Folders of “{name}”. Nothing is changed there.", name=self._connection.name), "text3")
        )
        column.addWidget(self.search)
        column.addLayout(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.choose)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_filter)
        self.tree.currentItemChanged.connect(lambda *_: self._show_choice())
        self.tree.itemDoubleClicked.connect(lambda *_: self._on_choose())
        self.choose.clicked.connect(self._on_choose)
        self.cancel.clicked.connect(self.reject)

    def _on_answer(self) -> None:
        self._wait.stop()

    def _show(self, folders: Sequence[Folder]) -> None:
        self.tree.clear()
        made: dict[str, QTreeWidgetItem] = {}
        for folder in folders:
            item = self._item_of(folder.name, folder.delimiter, made)
            item.setData(0, _NAME, folder.name if folder.selectable else "")
            item.setText(1, _counts(folder))
            selectable = Qt.ItemFlag.ItemIsSelectable
            item.setFlags(item.flags() | selectable if folder.selectable else item.flags() & ~selectable)
            if folder.name == self._current:
                self.tree.setCurrentItem(item)
        self.tree.expandAll()
        top = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and top is not None:
            self.tree.setCurrentItem(top)
        self._stack.setCurrentWidget(self.tree)
        self._on_filter(self.search.text())
        self._show_choice()
        give_focus(self.search)

    def _item_of(self, name: str, delimiter: str, made: dict[str, QTreeWidgetItem]) -> QTreeWidgetItem:
        """The item of a full name; parents that the server does not list are made, but can't be chosen."""
        if name in made:
            return made[name]
        parent, _, leaf = name.rpartition(delimiter) if delimiter else ("", "", name)
        shown = tr("Inbox") if name.upper() == "INBOX" else leaf
        item = QTreeWidgetItem([shown, ""])
        item.setIcon(0, icons.icon("inbox" if name.upper() == "INBOX" else "folder", "text2", 16))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, plain_tip(name))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        made[name] = item
        if parent:
            self._item_of(parent, delimiter, made).addChild(item)
        else:
            self.tree.addTopLevelItem(item)
        return item

    def _show_trouble(self, error: Exception) -> None:
        hint = error.hint if isinstance(error, MailflowError) else ""
        fix = error.fix if isinstance(error, MailflowError) else ""
        self._message.set_tile("error", "danger")
        self._message.set_text(error.title if isinstance(error, MailflowError) else str(error), f"{hint} {fix}".strip())
        self._stack.setCurrentWidget(self._message)
        if self._message.button is not None:
            give_focus(self._message.button)

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []

        def walk(item: QTreeWidgetItem) -> None:
            found.append(item)
            for child in (item.child(index) for index in range(item.childCount())):
                if child is not None:
                    walk(child)

        for index in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(index)
            if top is not None:
                walk(top)
        return found

    def _on_filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        items = self._items()
        for item in items:
            item.setHidden(wanted not in f"{item.text(0)} {item.data(0, _NAME) or ''}".casefold())
        for item in items:
            above = item.parent()
            while not item.isHidden() and above is not None:
                above.setHidden(False)
                above = above.parent()
        current = self.tree.currentItem()
        if current is None or current.isHidden():
            first = next((one for one in items if not one.isHidden() and one.data(0, _NAME)), None)
            if first is not None:
                self.tree.setCurrentItem(first)
        self._show_choice()

    def _show_choice(self) -> None:
        self.choose.setEnabled(bool(self.selected()))

    def _on_choose(self) -> None:
        name = self.selected()
        if name and self._stack.currentWidget() is self.tree:
            self.folder_chosen.emit(name)
            self.accept()


def _counts(folder: Folder) -> str:
    if folder.messages is None:
        return ""
    if not folder.unseen:
        return number(folder.messages)
    return tr("{count} · {unread} unread", count=folder.messages, unread=folder.unseen)
