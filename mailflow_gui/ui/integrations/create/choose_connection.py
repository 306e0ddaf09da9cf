"""Choose a connection and its action, for the start or the finish of an integration. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.ui.integrations.create.action_panel import ActionChoice, ActionPanel
from mailflow_gui.ui.integrations.create.columns import Columns
from mailflow_gui.ui.integrations.create.connection_row import ChoiceRow, can, caption_of, look_of
from mailflow_gui.ui.integrations.create.draft import LOG
from mailflow_gui.ui.integrations.create.stage import Services, StagePage, give_focus
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.list_row import RowList
from mailflow_gui.ui.widgets.painting import Pointer
from mailflow_gui.ui.widgets.pill import StatusPill

#: From this width the whole sentence fits below the title.
_WIDE = 800
_EMAIL_FIELDS = (
    later("Email from"),
    later("Email to"),
    later("Email cc"),
    later("Email bcc"),
    later("Email subject"),
    later("Email text"),
)
_TEXTS = {
    Pattern.FROM: (
        later(
            "Click the connection that starts the integration. If the connection you need is not available, click "
            "Create Connection."
        ),
        later("Ready to start an integration"),
        later("Send Email connections are not listed: they can finish an integration, not start one."),
        later("No connection can start an integration yet"),
        later("Create a connection to a mailbox that Mailflow is to look into."),
    ),
    Pattern.TO: (
        later(
            "Click the connection that finishes the integration. If the connection you need is not available, click "
            "Create Connection."
        ),
        later("Ready to finish an integration"),
        later("Receive Email connections are not listed: they can start an integration, not finish one."),
        later("No connection can send yet"),
        later("Create a Send Email connection, or finish with the Log step."),
    ),
}


class ChooseConnectionPage(StagePage):
    """The list at the left, the action at the right. A click on an action leads on."""

    def __init__(self, pattern: Pattern, step: Step | None, services: Services) -> None:
        texts = _TEXTS[pattern]
        super().__init__(tr("Choose a connection"), tr(texts[0]))
        self._pattern = pattern
        self._texts = texts
        self._services = services
        self._catalog = services.profiles.catalog
        self._step = step
        self.rows: dict[str, ChoiceRow] = {}
        self.search = SearchField(tr("Filter by name"))
        self.new_connection = Button(tr("Create Connection"), icon="plus")
        self._left, self._right = QWidget(), QWidget()
        self._groups = QVBoxLayout()
        self._panel: ActionPanel | None = None
        self._group_parts: list[QWidget] = []
        self._lay_out()
        self.search.textChanged.connect(self._on_filter)
        self.new_connection.clicked.connect(lambda: self.create_connection_requested.emit(str(pattern)))
        services.profiles.changed.connect(self._fill)
        self._fill()

    def step(self) -> Step | None:
        """The chosen step; its settings stay when another connection is chosen for the same action."""
        return self._step

    def is_ready(self) -> bool:
        return self._step is not None and bool(self._step.kind or (self._step.connection and self._step.action))

    def focus_first(self) -> None:
        chosen = next((row for row in self.rows.values() if row.is_selected()), None)
        first = next(iter(self.rows.values()), None)
        give_focus(chosen or first or self.new_connection)

    def choose(self, name: str) -> None:
        """Choose a connection by its name, or the Log step by its id."""
        if name == LOG and self._pattern is Pattern.TO:
            self._take(Step(kind=LOG))
            return
        connection = self._services.profiles.profile.connection(name)
        connector = self._catalog.connector(connection.connector)
        action = next(one for one in connector.actions if one.pattern is self._pattern)
        self._take(Step(connection=name, action=action.id))

    def _take(self, step: Step) -> None:
        before = self._step
        if before is not None:
            same = (before.kind, before.action) == (step.kind, step.action)
            step = replace(step, id=before.id, values=before.values if same else {})
        self._step = step
        self._show_choice()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        narrow = event.size().width() < _WIDE
        words = tr(self._texts[0])
        self.header.set_subtitle(words.partition(". ")[0] + "." if narrow else words)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.search, 1)
        first.addWidget(self.new_connection)
        column.addLayout(first)
        self._groups.setSpacing(8)
        column.addLayout(self._groups)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        self.body.add(Columns(self._left, self._right, (424, 392)))

    def _fill(self) -> None:
        """Builds the groups anew: ready ones, those that need something first, and what is not listed."""
        for part in self._group_parts:
            self._groups.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._group_parts, self.rows = [], {}
        connections = self._services.profiles.profile.connections
        fitting = [one for one in connections if can(one, self._pattern, self._catalog)]
        ready = [self._row(one) for one in fitting if not one.failed]
        if self._pattern is Pattern.TO:
            ready.append(self._log_row())
        self._add_group(tr(self._texts[1]), ready)
        self._add_group(tr("Needs attention first"), [self._failed_row(one) for one in fitting if one.failed])
        if not fitting:
            empty = EmptyState("connections", tr(self._texts[3]), tr(self._texts[4]))
            self._add(empty)
        if len(fitting) < len(connections):
            self._add(Caption(tr(self._texts[2]), "text3"))
        self._on_filter(self.search.text())
        self._show_choice()

    def _add(self, part: QWidget) -> None:
        self._group_parts.append(part)
        self._groups.addWidget(part)

    def _add_group(self, title: str, rows: list[ChoiceRow]) -> None:
        if not rows:
            return
        self._add(Label(title, "subheading", "text2"))
        frame = RowList(title)
        for row in rows:
            frame.add_row(row)
            self.rows[row.key] = row
            row.clicked.connect(lambda key=row.key: self._on_row(key))
        self._add(frame)

    def _row(self, connection: Connection) -> ChoiceRow:
        row = ChoiceRow(connection.name, connection.name, caption_of(connection), look_of(connection, self._catalog))
        if not connection.validated:
            row.insert_before_sign(StatusPill("not_validated", tr("Not validated")))
        return row

    def _failed_row(self, connection: Connection) -> ChoiceRow:
        row = ChoiceRow(connection.name, connection.name, connection.failed, look_of(connection, self._catalog))
        row.insert_before_sign(StatusPill("failed", tr("Not successful")))
        mend = Button(tr("Edit"), small=True)
        mend.setAccessibleName(tr("Edit {name}", name=connection.name))
        mend.clicked.connect(lambda: self.edit_connection_requested.emit(connection.name))
        row.insert_before_sign(mend)
        return row

    def _log_row(self) -> ChoiceRow:
        kind = self._catalog.step(LOG)
        return ChoiceRow(LOG, kind.title, kind.description, (kind.icon, kind.tone))

    def _on_filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in self.rows.values():
            row.setVisible(wanted in row.name.casefold())

    def _on_row(self, key: str) -> None:
        self.choose(key)
        if self._panel is not None and not Pointer.was_last:
            give_focus(next(iter(self._panel.cards.values())))

    def _show_choice(self) -> None:
        step = self._step
        key = (step.kind or step.connection) if step is not None else ""
        for name, row in self.rows.items():
            row.set_chosen(name == key)
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        if step is None or key not in self.rows:
            return
        self._panel = self._make_panel(step)
        self._panel.chosen.connect(self._on_action)
        layout = self._right.layout()
        if layout is not None:
            layout.addWidget(self._panel)
            self._panel.show()  # at once, so that it can take the focus

    def _on_action(self, _id: str) -> None:
        self.advanced.emit()

    def _make_panel(self, step: Step) -> ActionPanel:
        if step.kind:
            kind = self._catalog.step(step.kind)
            choice = ActionChoice(kind.id, kind.title, f"{kind.description}.", "", (), "")
            return ActionPanel(tr("Nothing is sent"), (kind.icon, kind.tone), (choice,), kind.id)
        connection = self._services.profiles.profile.connection(step.connection)
        connector = self._catalog.connector(connection.connector)
        fields = tuple(map(tr, _EMAIL_FIELDS))
        gives = (tr("This action gives the next step"), (*fields, tr("Received"), tr("Attachments")))
        takes = (tr("This action takes"), (*fields, tr("Attachments")))
        title, fields = gives if self._pattern is Pattern.FROM else takes
        note = (
            tr("You can use these fields in a filter, a data mapper or a template.")
            if self._pattern is Pattern.FROM
            else tr("You type them on the next page, or a data mapper or a template fills them.")
        )
        choices = tuple(
            ActionChoice(one.id, one.title, one.description, title, fields, note)
            for one in connector.actions
            if one.pattern is self._pattern
        )
        return ActionPanel(connection.name, look_of(connection, self._catalog), choices, step.action)
