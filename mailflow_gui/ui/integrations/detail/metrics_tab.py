"""The Metrics tab: four numbers, messages per hour or day, time per message, and where the time goes. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.metrics import Period, StepNumbers
from mailflow_gui.core.mime.filenames import safe_file_name
from mailflow_gui.core.model import Integration, Step, walk
from mailflow_gui.core.words import took_in_words
from mailflow_gui.qt.metrics import Meter
from mailflow_gui.ui import times
from mailflow_gui.ui.integrations.detail.metrics_words import count, facts, message_columns, plain, time_columns
from mailflow_gui.ui.integrations.status import look_of_step
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.charts import Series
from mailflow_gui.ui.widgets.charts_card import ChartCard
from mailflow_gui.ui.widgets.charts_kinds import LineChart, ShareBar, StackedBars
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.page import ScrollPage
from mailflow_gui.ui.widgets.segmented import Segmented
from mailflow_gui.ui.widgets.tile import Tile

PERIODS = {"24": Period.DAY, "7": Period.WEEK, "30": Period.MONTH}
LABELS = (("24", later("24 hours")), ("7", later("7 days")), ("30", later("30 days")))


class MetricsTab(ScrollPage):
    """Follows the integration while it is visible. `toast` tells what became of an export."""

    toast = Signal(str)

    def __init__(self, meter: Meter, catalog: Catalog) -> None:
        super().__init__(spacing=16)
        self.body.setContentsMargins(0, 4, 0, 0)
        self._meter = meter
        self._catalog = catalog
        self._integration: Integration | None = None
        self.periods = Segmented([(value, tr(name)) for value, name in LABELS])
        self.periods.setAccessibleName(tr("Period"))
        self.updated = Label("", "caption", "text2")
        self.export = Button(tr("Export CSV…"), icon="export")
        self.tiles = tuple(
            Number(name) for name in (tr("Total Messages"), tr("Total Errors"), tr("Last Processed"), tr("Uptime"))
        )
        series = (
            Series(tr("Sent"), "chartSent"),
            Series(tr("Filtered out"), "chartFiltered"),
            Series(tr("Failed"), "chartFailed"),
        )
        self.messages = ChartCard(tr("Messages per hour"), StackedBars(tr("Messages per hour"), series, count), 168)
        took = LineChart(tr("Time per message"), (Series(tr("On average"), "chartSent"),), took_in_words)
        self.took = ChartCard(tr("Time per message"), took, 160)
        self.steps = StepTimes()
        self._lay_out()
        self.periods.changed.connect(lambda _: self._ask())
        self.export.clicked.connect(self._on_export)
        meter.changed.connect(self._refresh)
        meter.failed.connect(self._on_failed)

    def show_integration(self, integration: Integration) -> None:
        """Shows the numbers of an integration."""
        other = self._integration is None or self._integration.id != integration.id
        self._integration = integration
        if other and self.isVisible():
            self._ask()
        self._refresh()

    def refresh(self) -> None:
        """Asks again now (F5)."""
        self._meter.ask()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._meter.follow("", self.period)

    @property
    def period(self) -> Period:
        """The chosen period."""
        return PERIODS[self.periods.value]

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.periods)
        bar.addWidget(self.updated)
        bar.addStretch(1)
        bar.addWidget(self.export)
        self.body.addLayout(bar)
        grid = QGridLayout()
        grid.setSpacing(16)
        for place, tile in enumerate(self.tiles):
            grid.addWidget(tile, 0, place)
            grid.setColumnStretch(place, 1)
        self.body.addLayout(grid)
        self.add(self.messages)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.took, 504)
        row.addWidget(self.steps, 400)
        self.body.addLayout(row)

    def _ask(self) -> None:
        if self._integration is not None and self.isVisible():
            self._meter.follow(self._integration.id, self.period)

    def _refresh(self) -> None:
        numbers, one = self._meter.numbers, self._integration
        if numbers is None or one is None or numbers.integration != one.id:
            return
        metrics = numbers.metrics
        self.updated.setText(tr("Updated at {time}", time=times.clock_time(metrics.at)))
        self.updated.setToolTip(times.exact(metrics.at))
        for tile, (value, note) in zip(self.tiles, facts(metrics), strict=True):
            tile.show_value(value, note)
        self.messages.set_title(tr("Messages per hour") if metrics.period.by_hour else tr("Messages per day"))
        self.messages.chart.set_columns(message_columns(metrics))
        self.took.chart.set_columns(time_columns(metrics))
        typical = metrics.typical
        self.took.set_note("" if typical is None else tr("on average {time}", time=took_in_words(typical)))
        for card in (self.messages, self.took):
            card.refresh()
        steps = [step for step in walk(one.steps) if not step.disabled]
        self.steps.show_steps(steps, metrics.steps, self._catalog)

    def _on_failed(self, reason: str) -> None:
        self.updated.setText(reason)

    def _on_export(self) -> None:
        if self._integration is None:
            return
        label = tr(dict(LABELS)[self.periods.value])
        name = safe_file_name(f"{self._integration.name} {label}.csv".replace("/", "-"), "metrics.csv")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export Metrics"), name, tr("CSV (*.csv)"))
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Writes the numbers as shown, a row for each hour or day."""
        numbers = self._meter.numbers
        if numbers is None:
            return
        heading = (tr("Time"), tr("Sent"), tr("Filtered out"), tr("Failed"), tr("Milliseconds per message"))
        rows = [
            (bar.start, str(bar.done), str(bar.filtered), str(bar.failed), plain(bar.typical))
            for bar in numbers.metrics.bars
        ]
        task = self._meter.export(path, heading, rows)
        task.done(lambda _: self.toast.emit(tr("Exported to {name}", name=path.name)))
        task.failed(lambda error: self.toast.emit(str(error)))


class Number(Card):
    """A name, a number, and a line below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.value = Label("–", "title")
        self.value.set_tabular()
        self.note = ElidedLabel("", "caption", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(0)
        column.addWidget(Label(title, "body", "text2"))
        column.addWidget(self.value)
        column.addWidget(self.note)

    def show_value(self, value: str, note: str) -> None:
        """Shows another number."""
        self.value.setText(value)
        self.note.setText(note)
        self.setAccessibleDescription(f"{value}, {note}")


class StepTimes(Card):
    """A row for each step: how long it takes on average, and its share of the whole."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, str]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(tr("Where the time goes"), "subheading"))
        column.addLayout(self._grid)
        column.addStretch(1)
        self._shown: tuple[object, ...] = ()

    def show_steps(self, steps: Sequence[Step], numbers: Sequence[StepNumbers], catalog: Catalog) -> None:
        """Shows the steps of an integration in their order."""
        found = {one.step_id: one for one in numbers}
        if self._shown == (shown := (tuple(steps), tuple(numbers))):
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        whole = sum(found[step.id].typical for step in steps if step.id in found)
        self.rows = []
        for row, step in enumerate(steps):
            number = found.get(step.id)
            said = took_in_words(number.typical) if number is not None else "–"
            self._add(row, look_of_step(step, catalog), catalog.title_of(step), said)
            bar = ShareBar("chartSent")
            bar.set_share(number.typical / whole if number is not None and whole else 0)
            self._grid.addWidget(bar, row, 2)

    def _add(self, row: int, look: tuple[str, str], title: str, said: str) -> None:
        value = Label(said, "body", "text2")
        value.set_tabular()
        value.setAccessibleName(f"{title}: {said}")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(Tile(*look, 24), row, 0)
        self._grid.addWidget(ElidedLabel(title, "body"), row, 1)
        self._grid.addWidget(value, row, 3)
        self.rows.append((title, said))
