"""One saved connection: its settings, Validate, who uses it; and editing it. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Check
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.model import Connection
from mailflow_gui.ui import keys
from mailflow_gui.ui.connections.connection_form import ConnectionForm
from mailflow_gui.ui.connections.detail_footer import DetailFooter
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.connections.saving import Saving
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.summary_card import SummaryCard
from mailflow_gui.ui.connections.users_card import UsersCard
from mailflow_gui.ui.connections.words import moment_words, now
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit, TextArea
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage, WindowWatch


class ConnectionPage(QWidget):
    """`saved` carries the Connection; `delete_requested`, `export_requested` and `open_integration` carry names."""

    saved = Signal(object)
    back_requested = Signal()
    delete_requested = Signal(str)
    export_requested = Signal(str)
    open_integration = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.connection: Connection | None = None
        self.form: ConnectionForm | None = None
        self.editing = False
        self._afterwards: Callable[[], object] | None = None
        self.question: QWidget | None = None
        self.header = PageHeader("", compact=True)
        self.header.set_back_visible(True)
        self.header.back_clicked.connect(self.on_back)
        self.validate_button = Button(tr("Validate"), icon="check-circle")
        self.validate_button.reserve_busy(tr("Validating…"))
        self.edit_button = Button(tr("Edit"), kind="primary", icon="edit")
        self.delete_button = Button(tr("Delete…"), kind="danger", icon="trash")
        for button in (self.delete_button, self.validate_button, self.edit_button):
            self.header.add_action(button)
        self.refusal = Banner("error", "")
        self.warning = Banner("warning", "")
        self.name = LineEdit()
        self.name_row = FormRow(tr("Name"), self.name, required=True)
        self.description = TextArea(lines=2)
        self._names = Card()
        self.users = UsersCard()
        self.scrolling = ScrollPage(spacing=16)
        self.footer = DetailFooter()
        self._saving = Saving(services, self, self)
        self._body: QWidget | None = None
        self._summary: SummaryCard | None = None
        self._watch = WindowWatch(self, self._fit)
        self._lay_out()
        self._connect()

    # What the window calls.

    def show_connection(self, name: str) -> None:
        """Shows a saved connection, read only."""
        self.connection = self._services.profiles.profile.connection(name)
        self._build(editing=False)

    def edit(self, *, name: bool = False) -> None:
        """Begins editing; `name` puts the focus into the name (F2)."""
        if self.connection is None:
            return
        self._build(editing=True)
        if name:
            self.name.setFocus()
            self.name.selectAll()
        elif self.form is not None:
            first = self.form.form.first_focus()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def validate(self) -> None:
        """Runs the checks with the values shown and the saved secrets."""
        if self.form is not None:
            self.form.validate()

    def on_back(self) -> None:
        """Cancels a run, ends editing, or leaves the page."""
        if self.form is not None and self.form.stage is Stage.RUNNING:
            self.form.cancel_validation()
        elif self.editing:
            self.leave(self._stop_editing)
        else:
            self._leave_forms()
            self.back_requested.emit()

    def leave(self, then: Callable[[], object]) -> None:
        """Does `then`, after asking when something was changed: Save, Discard or Cancel."""
        if not self.has_work:
            then()
            return
        item = self.connection

        def save() -> None:
            self._afterwards = then
            self.on_save()

        title = tr("Save changes to “{name}”?", name=item.name if item else "")
        self.question = ask(
            self.window(),
            title,
            "",
            (
                Answer(tr("Cancel")),
                Answer(tr("Discard"), then, danger=True),
                Answer(tr("Save"), save),
            ),
        )

    @property
    def has_work(self) -> bool:
        """Whether leaving would lose a change."""
        if not self.editing or self.connection is None or self.form is None:
            return False
        typed = (self.name.text().strip(), self.description.text().strip())
        return self.form.is_changed or typed != (self.connection.name, self.connection.description)

    def on_save(self) -> None:
        """Saves what was edited; changed settings that were not validated become Not validated."""
        form, item = self.form, self.connection
        if form is None or item is None or not self.editing or not self._check_name(item):
            return
        settings = form.check()
        if settings is None:
            return
        values = settings.dump()
        changed = form.is_changed
        made = replace(
            item,
            name=self.name.text().strip(),
            description=self.description.text().strip(),
            values=values if changed else item.values,
            validated=form.validated_at or ("" if changed else item.validated),
            failed=form.failed_title or ("" if changed or form.validated_at else item.failed),
        )
        self._saving.save(made, form.secrets())

    # Refusals of the keyring (see saving.RefusalPlace).

    def show_refusal(self, title: str, text: str, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Saving failed; nothing was saved."""
        self.refusal.set_content("error", title, text, buttons)
        self.refusal.setVisible(True)
        self.scrolling.ensureWidgetVisible(self.refusal)

    def clear_refusal(self) -> None:
        """Takes the banner back."""
        self.refusal.setVisible(False)

    # Inside.

    def _lay_out(self) -> None:
        names = QHBoxLayout(self._names)
        names.setContentsMargins(20, 18, 20, 18)
        names.setSpacing(16)
        names.addWidget(self.name_row, 1)
        names.addWidget(FormRow(tr("Description"), self.description, note=tr("Optional")), 1)
        self._place = QVBoxLayout()
        for part in (self.refusal, self.warning, self._names):
            self.scrolling.add(part)
        self.scrolling.body.addLayout(self._place)
        self.scrolling.add(self.users)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.scrolling, 1)
        column.addWidget(self.footer)
        self.refusal.setVisible(False)

    def _connect(self) -> None:
        self.validate_button.clicked.connect(self.validate)
        self.edit_button.clicked.connect(lambda: self.edit())
        self.delete_button.clicked.connect(self._on_delete)
        self.footer.cancel.clicked.connect(self.on_back)
        self.footer.validate.clicked.connect(self.validate)
        self.footer.save.clicked.connect(self.on_save)
        self.users.opened.connect(self.open_integration)
        self.name.textChanged.connect(lambda _: self.name_row.set_problem(None))
        self._saving.saved.connect(self._on_saved)
        self._saving.busy_changed.connect(self.footer.show_saving)
        self._services.profiles.changed.connect(self._on_profile_changed)
        keys.bind(
            self,
            (
                *((combination, self._on_main) for combination in keys.MAIN),
                ("Ctrl+S", self.on_save),
                ("F5", self.validate),
                ("F2", lambda: self.edit(name=True)),
                ("Alt+Left", self.on_back),
            ),
        )

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.on_back()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._watch.follow()
        super().showEvent(event)

    def _fit(self) -> None:
        if self.form is not None:
            self.form.fit()

    def _build(self, *, editing: bool) -> None:
        item = self.connection
        if item is None:
            return
        self._leave_forms()
        self.editing = editing
        if editing:
            self._afterwards = None
        connector = self._services.profiles.catalog.connector(item.connector)
        self.form = ConnectionForm(connector, self._services)
        self.form.load(item)
        self.form.stage_changed.connect(self._on_stage_changed)
        self.form.finished.connect(self._on_validated)
        if not editing:
            self._summary = SummaryCard(connector, saved=True)
            self._summary.edit.hide()  # the header has it
            self.form.show_instead(self._summary)
        self._place.addWidget(self.form)
        self.name.setText(item.name)
        self.description.setText(item.description)
        self._names.setVisible(editing)
        self.footer.setVisible(editing)
        for button in (self.validate_button, self.edit_button, self.delete_button):
            button.setVisible(not editing)
        self.clear_refusal()
        self._show_saved()
        self._on_stage_changed()
        self._fit()

    def _leave_forms(self) -> None:
        if self.form is not None:
            self.form.leave()
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form, self._summary = None, None

    def _stop_editing(self) -> None:
        self._build(editing=False)
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_saved(self) -> None:
        item = self.connection
        if item is None:
            return
        self.header.set_title(item.name)
        self.header.set_subtitle(item.description)
        users = self._services.profiles.profile.users_of(item.name)
        self.users.show_users(users)
        count = len(users)
        uses = trn(
            "1 integration uses this connection. It restarts with the new settings when you save.",
            "{count} integrations use this connection. They restart with the new settings when you save.",
            count,
        )
        self.warning.set_content("info", uses)
        self.warning.setVisible(self.editing and count > 0)
        if self._summary is not None:
            connector = self._services.profiles.catalog.connector(item.connector)
            settings, _ = connector.settings.check(item.values)
            present = connector.settings.secret_keys() if item.values.get("username") else ()
            self._summary.show_settings(settings, present)
            if item.failed:
                self._summary.show_status("failed", tr("Not successful"), item.failed)
            elif item.validated:
                self._summary.show_status("validated", tr("Validated"), moment_words(item.validated, now()))
            else:
                self._summary.show_status("not_validated", tr("Not validated"))

    def _check_name(self, item: Connection) -> bool:
        name = self.name.text().strip()
        others = [one for one in self._services.profiles.profile.connections if one.id != item.id]
        taken = any(one.name.casefold() == name.casefold() for one in others)
        problem = tr("Enter a name.") if not name else tr("That name is taken. Try another.") if taken else None
        self.name_row.set_problem(problem)
        if problem:
            self.name.setFocus()
        return problem is None

    def _on_main(self) -> None:
        if self.editing and self.form is not None and self.form.stage is Stage.SUCCESS:
            self.on_save()
        else:
            self.validate()

    def _on_delete(self) -> None:
        if self.connection is not None:
            self.delete_requested.emit(self.connection.name)

    def _on_stage_changed(self) -> None:
        stage = self.form.stage if self.form is not None else Stage.IDLE
        running = stage is Stage.RUNNING
        self.validate_button.set_busy(running, tr("Validating…") if running else None)
        self.footer.show_stage(stage)
        if self.editing and stage is Stage.SUCCESS:
            self.footer.save.setFocus()

    def _on_validated(self, checks: tuple[Check, ...]) -> None:
        """The outcome of Validate belongs to the saved values as long as nothing was edited."""
        form, item = self.form, self.connection
        if form is None or item is None or self.editing or not (form.validated_at or form.failed_title):
            return
        made = replace(item, validated=form.validated_at, failed=form.failed_title)
        self._services.profiles.save_connection(made, {})

    def _on_saved(self, connection: Connection) -> None:
        self.connection = connection
        self._stop_editing()
        self.saved.emit(connection)
        then, self._afterwards = self._afterwards, None
        if then is not None:
            then()

    def _on_profile_changed(self) -> None:
        item = self.connection
        if item is None or self.editing:
            return
        same = next((one for one in self._services.profiles.profile.connections if one.id == item.id), None)
        if same is None:
            self.connection = None
            self._leave_forms()
            if self.isVisible():
                self.back_requested.emit()
            return
        if same.values != item.values:
            self.connection = same
            self._build(editing=False)
        self.connection = same
        try:
            self._show_saved()
        except SettingsError:
            self.back_requested.emit()
