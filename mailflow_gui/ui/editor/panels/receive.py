"""The panel of a Receive Email step: its form, and the next poll below it. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout

from mailflow_gui.core.errors import Remedy
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Step
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.integrations.create.folder_dialog import FolderDialog
from mailflow_gui.ui.integrations.create.preview_panel import PreviewPanel, Question
from mailflow_gui.ui.integrations.create.receive_form import ReceiveForm


class ReceivePanel(StepPanel):
    """What a poll takes; the preview reads without marking anything."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        services = surroundings.services
        self._declared = services.profiles.catalog.settings_of(step)
        self._connection = services.profiles.profile.connection(step.connection)
        pop3 = self._connection.values.get("protocol") == "pop3"
        self.form = ReceiveForm(self._declared, step.values, pop3=pop3)
        self.form.set_bare()
        self.preview = PreviewPanel(self._look)
        self.dialog: FolderDialog | None = None
        self.column.setContentsMargins(0, 0, 0, 20)
        self.column.addWidget(self.form)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 20, 0)
        below.addWidget(self.preview)
        self.column.addLayout(below)
        self.form.changed.connect(self._on_changed)
        self.form.browse_requested.connect(self._on_browse)
        self.preview.remedy_chosen.connect(self._on_remedy)
        self._ask()

    def values(self) -> Mapping[str, Plain]:
        return plain_values(self._declared, self.form.values(), self.step.values)

    def focus_field(self, key: str) -> None:
        self.form.show_problems(self.form.problems())
        self.form.focus_field(key or "folderName")

    def _look(self, values: Mapping[str, Plain]) -> Task:
        return self.surroundings.services.previews.next_poll(self._connection, values, self.surroundings.integration.id)

    def _on_changed(self) -> None:
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        values = self.form.values()
        settings, problems = self._declared.check(values)
        if not problems:
            self.preview.ask_soon(Question(values, settings.get("delay"), settings.get("unseenOnly")))

    def _on_browse(self, key: str) -> None:
        current = self.form.folder.value() if key == "folderName" else self.form.after.folder.value()
        self.dialog = FolderDialog(self._connection, self.surroundings.services.servers, current, self)
        self.dialog.folder_chosen.connect(lambda name: self.form.use_folder(key, name))
        self.dialog.open()

    def _on_remedy(self, remedy: Remedy) -> None:
        if remedy.act == "browse-folders":
            self._on_browse("folderName")
        else:
            self.form.use_folder("folderName", remedy.values.get("folderName", ""))
