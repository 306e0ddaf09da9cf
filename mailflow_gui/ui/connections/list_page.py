"""Connections: the list by groups, with filter, statuses and use counts. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.model import Connection
from mailflow_gui.core.practice import is_practice
from mailflow_gui.ui import keys, theme
from mailflow_gui.ui.connections.errands import UNDO_TIME, Errands
from mailflow_gui.ui.connections.list_row import ConnectionRow
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.qt_language import in_order
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.list_row import RowList
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage

_SANDBOX = "sandbox"
_NARROW = 880


class ConnectionsPage(QWidget):
    """`open_requested`, `edit_requested` and `rename_requested` carry a name, `toast` a text and an action or None.

    `show_integrations_requested` carries the name of the connection whose users are to be shown.
    """

    create_requested = Signal()
    open_requested = Signal(str)
    edit_requested = Signal(str)
    rename_requested = Signal(str)
    export_requested = Signal(str)
    show_integrations_requested = Signal(str)
    toast = Signal(str, object)

    def __init__(self, services: Services, parent: QWidget | None = None, *, undo_time: int = UNDO_TIME) -> None:
        super().__init__(parent)
        self._services = services
        self._sandbox_running = False
        self._rows: dict[str, ConnectionRow] = {}
        self._wanted = ""
        self.question: QWidget | None = None
        self.errands = Errands(services, self, undo_time=undo_time)
        self.errands.toast.connect(self.toast)
        self.errands.busy_changed.connect(self._show_states)
        self.header = PageHeader(tr("Connections"), tr("Mail servers and accounts that your integrations can use."))
        self.filter = SearchField(tr("Filter by name"))
        self.filter.textChanged.connect(self._apply_filter)
        self.create_button = Button(tr("Create Connection"), kind="primary", icon="plus")
        self.create_button.clicked.connect(self.create_requested)
        self.header.add_action(self.filter)
        self.header.add_action(self.create_button)
        self.scrolling = ScrollPage(spacing=0)
        self._empty = EmptyState(
            "connections",
            tr("No connections yet"),
            tr("A connection is a mail server with your account. Integrations receive and send through it."),
            (tr("Create Connection"), self.create_requested.emit),
        )
        self._nothing = EmptyState("search", "", "", (tr("Clear Filter"), self.filter.clear))
        self._groups: list[tuple[QWidget, RowList]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.scrolling, 1)
        keys.bind(self, (("Ctrl+F", self.filter.setFocus),))
        services.profiles.changed.connect(self.refresh)
        self.scrolling.add(self._empty)
        self.scrolling.add(self._nothing)
        self.refresh()

    def rows(self) -> list[ConnectionRow]:
        """The rows shown, from top to bottom."""
        return [row for _, frame in self._groups for row in frame.rows() if isinstance(row, ConnectionRow)]

    def set_sandbox_running(self, running: bool) -> None:
        """The practice server is up: its connections read Running."""
        self._sandbox_running = running
        self._show_states()

    def highlight(self, name: str) -> None:
        """Marks a row, for example the one just created, and puts the focus on it."""
        self._wanted = name
        row = self._rows.get(name)
        if row is None:
            return
        self._wanted = ""
        for other in self._rows.values():
            other.set_selected(other is row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, row, lambda: self.scrolling.ensureWidgetVisible(row, 0, 24))

    def flush(self) -> None:
        """On quit: what was deleted is gone for good."""
        self.errands.flush()

    def delete(self, name: str) -> None:
        """Deletes, with Undo; a connection in use is not deleted, but its users are named."""
        item = self._services.profiles.profile.connection(name)
        users = self._services.profiles.profile.users_of(name)
        if not users:
            self.errands.delete(item)
            return
        names = "\n".join(f"• {one.name}" for one in users)
        show = Answer(tr("Show Integrations"), lambda: self.show_integrations_requested.emit(name))
        self.question = ask(
            self.window(),
            trn("“{name}” is used by 1 integration", "“{name}” is used by {count} integrations", len(users), name=name),
            tr("It can't be deleted while these use it:") + "\n" + names,
            (Answer(tr("Cancel")), show),
        )

    def refresh(self) -> None:
        """Shows the profile as it is now; the focused row keeps the focus."""
        focused = next((name for name, row in self._rows.items() if row.hasFocus()), "")
        order = list(self._rows)
        for title, frame in self._groups:
            for part in (title, frame):
                self.scrolling.body.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._groups, self._rows = [], {}
        for title_text, items in self._grouped():
            self._add_group(title_text, items)
        self._empty.setVisible(not self._rows)
        self.filter.setEnabled(bool(self._rows))
        self._show_states()
        self._fit()
        self._apply_filter()
        if focused:
            self._focus_again(focused, order)
        if self._wanted in self._rows:
            self.highlight(self._wanted)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for row in self._rows.values():
            row.set_narrow(self.width() < theme.px(_NARROW))

    def _grouped(self) -> list[tuple[str, list[Connection]]]:
        catalog = self._services.profiles.catalog
        groups: dict[str, list[Connection]] = {one.id: [] for one in catalog.connectors}
        groups[_SANDBOX] = []
        for item in in_order(self._services.profiles.profile.connections, lambda one: one.name):
            groups.setdefault(_SANDBOX if is_practice(item) else item.connector, []).append(item)
        titles = {one.id: one.title for one in catalog.connectors} | {_SANDBOX: tr("Sandbox")}
        return [(titles[key], items) for key, items in groups.items() if items and key in titles]

    def _add_group(self, title: str, items: list[Connection]) -> None:
        heading = Label(title, "subheading", "text2")
        heading.setContentsMargins(0, 24 if self._groups else 0, 0, 8)
        frame = RowList(title)
        self.scrolling.add(heading)
        self.scrolling.add(frame)
        for item in items:
            row = ConnectionRow(item, self._services.profiles.catalog.connector(item.connector))
            name = item.name
            row.clicked.connect(lambda name=name: self.open_requested.emit(name))
            row.commanded.connect(lambda command, name=name: self._carry_out(command, name))
            frame.add_row(row)
            self._rows[name] = row
        self._groups.append((heading, frame))

    def _focus_again(self, name: str, order: list[str]) -> None:
        """The same row, or the one that took its place."""
        if name not in self._rows and name in order:
            place = order.index(name)
            name = next((one for one in (*order[place:], *reversed(order[:place])) if one in self._rows), "")
        if name in self._rows:
            self._rows[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_states(self) -> None:
        profile = self._services.profiles.profile
        for name, row in self._rows.items():
            busy = row.connection.id in self.errands.busy
            row.show_state(len(profile.users_of(name)), busy=busy, running=self._sandbox_running)

    def _apply_filter(self) -> None:
        wanted = self.filter.text().strip().casefold()
        found = 0
        for title, frame in self._groups:
            hits = 0
            for row in frame.rows():
                hit = isinstance(row, ConnectionRow) and wanted in row.connection.name.casefold()
                row.setVisible(hit)
                hits += hit
            title.setVisible(hits > 0)
            frame.setVisible(hits > 0)
            found += hits
        nothing = bool(self._rows) and not found
        self._nothing.set_text(tr("No connection is called “{text}”", text=self.filter.text().strip()))
        self._nothing.setVisible(nothing)

    def _carry_out(self, command: str, name: str) -> None:
        item = self._services.profiles.profile.connection(name)
        acts = {
            "validate": lambda: self.errands.validate(item),
            "edit": lambda: self.edit_requested.emit(name),
            "rename": lambda: self.rename_requested.emit(name),
            "duplicate": lambda: self.errands.duplicate(item),
            "export": lambda: self.export_requested.emit(name),
            "delete": lambda: self.delete(name),
        }
        acts[command]()
