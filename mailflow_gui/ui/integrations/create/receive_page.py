"""Receive Email: the form at the left, the live preview at the right. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailflow_gui.core.errors import Remedy
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.integrations.create.columns import Columns
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.integrations.create.folder_dialog import FolderDialog
from mailflow_gui.ui.integrations.create.preview_panel import PreviewPanel, Question
from mailflow_gui.ui.integrations.create.receive_form import ReceiveForm
from mailflow_gui.ui.integrations.create.stage import Services, StagePage, give_focus


class ReceivePage(StagePage):
    """The settings of the start step. What can't be used blocks Next; the preview never does."""

    def __init__(self, step: Step, services: Services, integration_id: str) -> None:
        catalog = services.profiles.catalog
        action = catalog.action(step.action)[1]
        super().__init__(
            action.title,
            tr("Specify the emails that you want to obtain from {connection}.", connection=step.connection),
        )
        self._step = step
        self._services = services
        self._integration_id = integration_id
        self._declared = action.settings
        self._connection = services.profiles.profile.connection(step.connection)
        pop3 = self._connection.values.get("protocol") == "pop3"
        self.form = ReceiveForm(action.settings, step.values, pop3=pop3)
        self.preview = PreviewPanel(self._look)
        self.dialog: FolderDialog | None = None
        self.body.add(Columns(self.form, self.preview, (400, 416)))
        self.form.changed.connect(self._on_changed)
        self.form.browse_requested.connect(self._on_browse)
        self.preview.remedy_chosen.connect(self._on_remedy)
        self._ask()

    def step(self) -> Step:
        return self._step

    def settle(self) -> bool:
        problems = self.form.problems()
        self.form.show_problems(problems)
        if problems:
            self.form.focus_field(problems[0].field)
        return not problems

    def refresh(self) -> None:
        self.preview.look()

    def focus_first(self) -> None:
        give_focus(self.form.folder.line)

    def _look(self, values: Mapping[str, Plain]) -> Task:
        return self._services.previews.next_poll(self._connection, values, self._integration_id)

    def _on_changed(self) -> None:
        values = plain_values(self._declared, self.form.values(), self._step.values)
        self._step = replace(self._step, values=values)
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        values = self.form.values()
        settings, problems = self._declared.check(values)
        if not problems:
            self.preview.ask_soon(Question(values, settings.get("delay"), settings.get("unseenOnly")))

    def _on_browse(self, key: str) -> None:
        current = self.form.folder.value() if key == "folderName" else self.form.after.folder.value()
        self.dialog = FolderDialog(self._connection, self._services.servers, current, self)
        self.dialog.folder_chosen.connect(lambda name: self.form.use_folder(key, name))
        self.dialog.finished.connect(lambda _: give_focus(self.form.folder.browse))
        self.dialog.open()

    def _on_remedy(self, remedy: Remedy) -> None:
        if remedy.act == "browse-folders":
            self._on_browse("folderName")
        else:
            self.form.use_folder("folderName", remedy.values.get("folderName", ""))
