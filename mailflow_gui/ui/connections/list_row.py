"""A row of the connection list. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Connector
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.model import Connection
from mailflow_gui.core.practice import is_practice
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.connections.words import moment_words, now, server_line
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.tile import Tile
from mailflow_gui.ui.widgets.tips import plain_tip

_STATUS_WIDTH, _USE_WIDTH = 124, 136

#: Command, words, icon, keys.
_COMMANDS = (
    ("validate", later("Validate"), "check-circle", "F5"),
    ("edit", later("Edit"), "edit", ""),
    ("rename", later("Rename"), "", "F2"),
    ("duplicate", later("Duplicate"), "copy", "Ctrl+D"),
    ("export", later("Export…"), "export", "Ctrl+E"),
    ("delete", later("Delete…"), "trash", "Del"),
)


class ConnectionRow(ListRow):
    """`commanded` carries validate, edit, rename, duplicate, export or delete."""

    commanded = Signal(str)

    def __init__(self, connection: Connection, connector: Connector, parent: QWidget | None = None) -> None:
        super().__init__(connection.name, 64, parent)
        self.connection = connection
        practice = is_practice(connection)
        row = self.lay_out()
        row.addWidget(Tile("sandbox", "template", 40) if practice else Tile(connector.icon, connector.tone, 40))
        description = ElidedLabel(connection.description, "caption", "text3")
        if not connection.description:
            description.hide()
        row.addLayout(two_lines(ElidedLabel(connection.name, "strong"), description), 10)
        account = str(connection.values.get("username") or tr("No sign-in"))
        self._server = server_line(connection, connector)
        row.addLayout(two_lines(ElidedLabel(account), ElidedLabel(self._server, "caption", "text3")), 8)
        self._account = account
        row.addWidget(self._status(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._use = Label("", "caption", "text3")
        self._use.setFixedWidth(theme.px(_USE_WIDTH))
        row.addWidget(self._use)
        self.more = IconButton("more", tr("More Actions for {name}", name=connection.name), side=28)
        self.more.clicked.connect(lambda: self._show_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        row.addWidget(self.more)
        self.menu_requested.connect(self._show_menu)
        self._menu: QMenu | None = None

    def show_state(self, uses: int, *, busy: bool, running: bool) -> None:
        """Use count and status; `running`: the practice server is up, `busy`: Validate is under way."""
        used = trn("Used by 1 integration", "Used by {count} integrations", uses)
        words = used if uses else tr("Not used yet")
        self._use.setText(words)
        kind, text, tip = self._status_words(busy=busy, running=running)
        self.pill.set_status(kind, text)
        self.pill.setToolTip(tip)
        self.setAccessibleDescription(f"{self._account}, {self._server}, {text}, {words}")

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the use count makes room; it stays in the tooltip."""
        self._use.setVisible(not narrow)
        self.setToolTip(self._use.text() if narrow else "")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pressed = QKeySequence(event.keyCombination())
        for command, _, _, keys in _COMMANDS:
            if keys and pressed == QKeySequence(keys):
                self.commanded.emit(command)
                event.accept()
                return
        super().keyPressEvent(event)

    def _status(self) -> QWidget:
        holder = QWidget()
        holder.setMinimumWidth(theme.px(_STATUS_WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.pill = StatusPill("not_validated", tr("Not validated"))
        column.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _status_words(self, *, busy: bool, running: bool) -> tuple[str, str, str]:
        item = self.connection
        if busy:
            return "busy", tr("Validating…"), ""
        if running and is_practice(item):
            return "running", tr("Running"), ""
        if item.failed:
            return "failed", tr("Not successful"), plain_tip(item.failed)
        if item.validated:
            return "validated", tr("Validated"), moment_words(item.validated, now())
        return "not_validated", tr("Not validated"), ""

    def _show_menu(self, where: QPoint) -> None:
        menu = themed_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command, words, icon, keys in _COMMANDS:
            if command == "delete":
                menu.addSeparator()
            action = QAction(tr(words), menu)
            if icon:
                icons.assign(action, icon, "dangerText" if command == "delete" else "text")
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, acted on by the row
                action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(self._emitter(command))
            menu.addAction(action)
        self._menu = menu
        menu.popup(where)

    def _emitter(self, command: str) -> Callable[[], None]:
        return lambda: self.commanded.emit(command)
