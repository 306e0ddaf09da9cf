"""Send Email: the form at the left, what would be sent at the right. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer

from mailflow_gui.core.errors import MailflowError, SettingsError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.addresses import split_recipients
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.qt.previews import Sample
from mailflow_gui.ui.integrations.create.columns import Columns
from mailflow_gui.ui.integrations.create.draft import Draft, plain_values
from mailflow_gui.ui.integrations.create.outgoing_panel import OutgoingPanel
from mailflow_gui.ui.integrations.create.send_form import SendForm
from mailflow_gui.ui.integrations.create.stage import LatestTask, Services, StagePage, give_focus
from mailflow_gui.ui.integrations.create.test_sheet import open_test_sheet


@dataclass(frozen=True, slots=True)
class Upstream:
    """What comes before a send step: the start step, the steps between, and the integration's id."""

    start: Step | None
    between: tuple[Step, ...]
    integration_id: str

    @classmethod
    def of(cls, draft: Draft, index: int) -> Upstream:
        """What comes before a place of a draft."""
        return cls(draft.places[0], draft.before(index), draft.base.id)


class SendPage(StagePage):
    """The settings of a send step. A missing setting does not block Next; one that can't be used does."""

    def __init__(self, step: Step, services: Services, upstream: Upstream) -> None:
        action = services.profiles.catalog.action(step.action)[1]
        super().__init__(
            action.title,
            tr("Specify the email messages that you want to send with {connection}.", connection=step.connection),
        )
        self._services = services
        self._declared = action.settings
        self._upstream = upstream
        self._latest = LatestTask()
        self._trouble = ""
        self._step = replace(step, values=self._prefilled(step))
        self.form = SendForm(action.settings, self._step.values)
        self.outgoing = OutgoingPanel()
        self.body.add(Columns(self.form, self.outgoing, (480, 336)))
        self.form.changed.connect(self._on_changed)
        self.outgoing.test_requested.connect(self._on_test)
        self.outgoing.show_values(self.form.values())
        QTimer.singleShot(0, self, self.refresh)

    def step(self) -> Step:
        return self._step

    def settle(self) -> bool:
        problems = self.form.problems()
        typed = self.form.values()
        wrong = [one for one in problems if str(typed.get(one.field) or "").strip()]
        self.form.show_problems(wrong)
        if wrong:
            self.form.focus_field(wrong[0].field)
        return not wrong

    def refresh(self) -> None:
        self.outgoing.show_loading()
        connection, values = self._start()
        ask = self._services.previews.arriving
        upstream = self._upstream
        task = self._latest.take(ask(connection, values, upstream.between, upstream.integration_id))
        task.done(self.outgoing.show_sample).failed(self._on_trouble)

    def focus_first(self) -> None:
        first = "from" if not self.form.lines["from"].text() else "to"
        give_focus(self.form.lines[first])

    def _start(self) -> tuple[Connection | None, Mapping[str, Plain]]:
        start = self._upstream.start
        if start is None or not start.connection:
            return None, {}
        try:
            return self._services.profiles.profile.connection(start.connection), start.values
        except SettingsError:
            return None, {}

    def _on_trouble(self, error: Exception) -> None:
        """The mailbox can't be read: the built-in sample goes through the steps, or through none of them."""
        self._trouble = error.title if isinstance(error, MailflowError) else str(error)
        upstream = self._upstream
        task = self._latest.take(self._services.previews.arriving(None, {}, upstream.between, upstream.integration_id))
        task.done(self._show_built_in).failed(self._on_step_trouble)

    def _on_step_trouble(self, _: Exception) -> None:
        self._latest.take(self._services.previews.arriving(None, {}, ())).done(self._show_built_in)

    def _show_built_in(self, sample: Sample) -> None:
        self.outgoing.show_sample(sample, f"{self._trouble}.")

    def _prefilled(self, step: Step) -> Mapping[str, Plain]:
        """The account as Email from of a new step: many servers accept only that."""
        if "from" in step.values or "from" not in self._declared.FIELDS:
            return step.values
        connection = self._services.profiles.profile.connection(step.connection)
        account = str(connection.values.get("username") or "")
        addresses, problems = split_recipients(account)
        if len(addresses) != 1 or problems:
            return step.values
        return {**step.values, "from": account}

    def _on_test(self, exchange: Exchange) -> None:
        account = str(self._services.profiles.profile.connection(self._step.connection).values.get("username") or "")
        open_test_sheet(self._services.previews, self._step, exchange, account, self)

    def _on_changed(self) -> None:
        values = self.form.values()
        self._step = replace(self._step, values=plain_values(self._declared, values, self._step.values))
        self.outgoing.show_values(values)
        self.changed.emit()
