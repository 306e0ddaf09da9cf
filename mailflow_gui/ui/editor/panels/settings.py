"""The panel of any kind of step that has none of its own: a form made from the declared fields. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mailflow_gui.core.fields import Plain, Rows
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.forms.editors import FolderEditor
from mailflow_gui.ui.forms.layout import sections_of
from mailflow_gui.ui.forms.settings_form import SettingsForm
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.integrations.create.folder_dialog import FolderDialog
from mailflow_gui.ui.integrations.create.stage import give_focus
from mailflow_gui.ui.widgets.folder_edit import FolderEdit


class SettingsPanel(StepPanel):
    """Lists of rows have no editor here: they stay as they are."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        hidden = tuple(key for key, field in self._declared.FIELDS.items() if isinstance(field, Rows))
        self.form = SettingsForm(self._declared, sections_of(self._declared, hidden))
        self.form.set_bare()
        self.dialog: FolderDialog | None = None
        self.form.set_values({**self._declared().dump(defaults=True), **step.values})
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.form.changed.connect(lambda _: self.changed.emit())
        for key in self.form.shown:
            editor = self.form.editor(key)
            if isinstance(editor, FolderEditor):
                editor.folder.browse_clicked.connect(partial(self._on_browse, editor.folder))

    def values(self) -> Mapping[str, Plain]:
        raw = {key: value for key, value in self.form.raw_values().items() if key in self._declared.FIELDS}
        return plain_values(self._declared, raw, self.step.values)

    def _on_browse(self, folder: FolderEdit) -> None:
        services = self.surroundings.services
        connection = services.profiles.profile.connection(self.step.connection)
        self.dialog = FolderDialog(connection, services.servers, folder.value(), self)
        self.dialog.folder_chosen.connect(folder.set_value)
        self.dialog.finished.connect(lambda _: give_focus(folder.browse))
        self.dialog.open()

    def focus_field(self, key: str) -> None:
        if key in self.form.shown:
            self.form.show_problems(self.form.check()[1])
            self.form.focus(key)
            return
        first = self.form.first_focus()
        if first is not None:
            first.setFocus()
