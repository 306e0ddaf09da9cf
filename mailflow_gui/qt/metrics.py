"""The numbers of the integration that is shown: asked from the ledger off the GUI thread, again after each event.

GUI thread; what asks runs on pool threads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.activity import Event
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.history import History
from mailflow_gui.core.language import tr
from mailflow_gui.core.metrics import Metrics, Period, Records, gather
from mailflow_gui.core.spreadsheet import as_csv
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store.files import replace_file

#: Asked again so many milliseconds after something happened, and in any case so often.
SOON, ANYWAY = 1000, 30_000


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known of an integration. `today` counts messages by status since midnight."""

    integration: str
    metrics: Metrics
    today: Mapping[str, int] = field(default_factory=dict)


class Meter(QObject):
    """Follows one integration at a time. `changed` when there are other numbers, `failed` with the reason why not."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, ledger: History, bridge: Bridge, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tasks = tasks
        self._task: Task | None = None
        self.integration = ""
        self.period = Period.DAY
        self.numbers: Numbers | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.ask)
        self._anyway = QTimer(self, interval=ANYWAY)
        self._anyway.timeout.connect(self.ask)
        bridge.arrived.connect(self._on_events)

    def follow(self, integration: str, period: Period) -> None:
        """Asks about an integration from now on; an empty id ends it."""
        if integration != self.integration:
            self.numbers = None
        self.integration, self.period = integration, period
        if integration:
            self._anyway.start()
            self.ask()
        else:
            self._anyway.stop()
            self._soon.stop()
            self._forget()

    def ask(self) -> None:
        """Asks now; an earlier question that is not answered yet no longer counts."""
        if not self.integration:
            return
        self._forget()
        look = partial(look_at, self._ledger, self.integration, self.period)
        self._task = self._tasks.run(look).done(self._show).failed(self._on_failed)

    def export(self, path: Path, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Task:
        """Writes a table as CSV. The task fails with StoreError."""
        return self._tasks.run(partial(_write, path, as_csv(heading, rows)))

    def _forget(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _show(self, numbers: Numbers) -> None:
        self._task = None
        self.numbers = numbers
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(str(error))

    def _on_events(self, events: list[Event]) -> None:
        if any(event.integration == self.integration for event in events) and not self._soon.isActive():
            self._soon.start()


def look_at(
    ledger: History, id: str, period: Period, now: Callable[[], datetime] = lambda: datetime.now().astimezone()
) -> Numbers:
    """The numbers of an integration over a period that ends now."""
    moment = now()
    since = period.bars(moment)[0]
    records = Records(
        ledger.hourly(id, since),
        ledger.step_times(id, since),
        ledger.runs(id, (moment - timedelta(days=period.days)).isoformat()),
        ledger.last_processed(id),
    )
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return Numbers(id, gather(period, moment, records), ledger.counts(id, midnight.isoformat()))


def _write(path: Path, text: str) -> None:
    try:
        replace_file(path, text.encode("utf-8-sig", "replace"))
    except OSError as error:
        raise StoreError(tr("Nothing was exported"), f"“{path}”: {error.strerror or error}.") from error
