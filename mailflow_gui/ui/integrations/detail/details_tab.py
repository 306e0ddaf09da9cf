"""The Details tab: the flow, what it does in words, today's numbers, and facts about the integration. GUI thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Health
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.health import FACTS, explained, facts
from mailflow_gui.core.language import tr
from mailflow_gui.core.metrics import Period
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.core.sending import LIFETIME_DAYS
from mailflow_gui.core.versions import Version
from mailflow_gui.core.words import flow_in_words, summary_of
from mailflow_gui.qt.metrics import Meter
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.ui import times
from mailflow_gui.ui.integrations.create.columns import Columns
from mailflow_gui.ui.integrations.detail.metrics_words import count
from mailflow_gui.ui.integrations.status import look_of_step
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.labels import ElidedLabel, Heading, Label, LinkButton
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.page import ScrollPage
from mailflow_gui.ui.widgets.pill import Chip
from mailflow_gui.ui.widgets.tile import Tile

_INDENT = 28
_STILL = Health()


class DetailsTab(ScrollPage):
    """`step_requested` carries the id of a step to edit, "" for the whole flow."""

    step_requested = Signal(str)
    duplicate_requested = Signal()
    export_requested = Signal()

    def __init__(self, meter: Meter, profiles: Profiles) -> None:
        super().__init__(spacing=16)
        self.body.setContentsMargins(0, 8, 0, 0)
        self._meter = meter
        self._profiles = profiles
        self._integration: Integration | None = None
        self._version: Version | None = None
        self._health = Health()
        self.flow = RowList(tr("Flow"))
        self.words = Card()
        self._sentences = QVBoxLayout(self.words)
        self.edit_flow = LinkButton(tr("Edit Flow"))
        self.today = Facts(tr("Today"), (tr("Received"), tr("Sent"), tr("Filtered out"), tr("Failed")))
        self.health = Facts(tr("Health"), (tr("State"), *map(tr, FACTS)))
        self.about = Facts(tr("About"), (tr("Running since"), tr("Version"), tr("If a send fails"), tr("Labels")))
        self.duplicate = Button(tr("Duplicate"), icon="copy", small=True)
        self.export = Button(tr("Export…"), icon="export", small=True)
        self._lay_out()
        self.edit_flow.clicked.connect(lambda: self.step_requested.emit(""))
        self.duplicate.clicked.connect(self.duplicate_requested)
        self.export.clicked.connect(self.export_requested)
        meter.changed.connect(self._refresh)

    def show_integration(self, integration: Integration) -> None:
        """Shows an integration; the same one again after it was saved."""
        before = self._integration
        self._integration = integration
        if before is None or before.id != integration.id:
            self._version = None
        if self.isVisible():
            self._meter.follow(integration.id, Period.DAY)
        if before is None or (before.id, before.working) != (integration.id, integration.working):
            self._fill()
        self._refresh()

    def show_health(self, health: Health) -> None:
        """Since when it runs, and which version does."""
        if health != self._health:
            self._health = health
            self._refresh()

    def show_version(self, version: Version | None) -> None:
        """The version that runs, when it is known."""
        self._version = version
        self._refresh()

    def refresh(self) -> None:
        """Asks again now (F5)."""
        self._meter.ask()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._integration is not None:
            self._meter.follow(self._integration.id, Period.DAY)

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._meter.follow("", Period.DAY)

    def _lay_out(self) -> None:
        self._sentences.setContentsMargins(20, 16, 20, 16)
        self._sentences.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Heading(tr("Flow")), 1)
        head.addWidget(self.edit_flow)
        left = QWidget()
        first = QVBoxLayout(left)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(12)
        first.addLayout(head)
        first.addWidget(self.flow)
        first.addSpacing(12)
        first.addWidget(Heading(tr("In words")))
        first.addWidget(self.words)
        first.addStretch(1)
        right = QWidget()
        second = QVBoxLayout(right)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(12)
        for card in (self.today, self.health, self.about):
            second.addWidget(Heading(card.title))
            second.addWidget(card)
            second.addSpacing(12)
        second.addStretch(1)
        self.about.add_buttons(self.duplicate, self.export)
        self.add(Columns(left, right, (568, 336), 16))

    def _fill(self) -> None:
        one = self._integration
        if one is None:
            return
        self.flow.clear()
        for number, depth, step in numbered(one.working):
            row = FlowRow(number, depth, step, self._profiles.catalog)
            row.clicked.connect(lambda id=step.id: self.step_requested.emit(id))
            self.flow.add_row(row)
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = flow_in_words(one.working, self._profiles.catalog, self._profiles.profile.connections)
        for sentence in words or (tr("No steps yet."),):
            self._sentences.addWidget(Label(sentence, "body", "text2", wrap=True))

    def _refresh(self) -> None:
        one, numbers = self._integration, self._meter.numbers
        if one is None:
            return
        if numbers is not None and numbers.integration == one.id:
            today = numbers.today
            counts = (sum(today.values()), today.get("done", 0), today.get("filtered", 0), today.get("held", 0))
            self.today.show_values(tuple(count(number) for number in counts))
        self.health.show_values((explained(self._health), *(value or "–" for value in facts(self._health))))
        self.about.show_values(
            (
                times.day_and_time(self._health.since) if self._health.since else tr("Stopped"),
                version_words(one, self._version, self._health),
                tr("Tried again for {count} days, then Needs Attention", count=LIFETIME_DAYS),
                ", ".join(one.labels),
            )
        )


class FlowRow(ListRow):
    """A step: number, tile, title, and what its settings say."""

    def __init__(self, number: str, depth: int, step: Step, catalog: Catalog) -> None:
        title = catalog.title_of(step)
        try:
            summary = summary_of(step, catalog)
        except SettingsError as error:
            summary = error.title
        super().__init__(f"{number}. {title}, {summary}", 60)
        row = self.lay_out()
        row.setContentsMargins(*sided(16 + depth * _INDENT, 8, 16, 8))
        mark = Label(number, "body", "text2")
        mark.setMinimumWidth(12)
        row.addWidget(mark)
        row.addWidget(Tile(*look_of_step(step, catalog), 32))
        row.addLayout(two_lines(ElidedLabel(title, "label"), ElidedLabel(summary, "caption", "text2")), 1)
        if step.disabled:
            row.addWidget(Chip(tr("Disabled")))
        row.addWidget(Sign("chevron-right", "text2", 18))


class Facts(Card):
    """Names with their values."""

    def __init__(self, title: str, names: Sequence[str]) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.values = tuple(Label("–", "body", wrap=True) for _ in names)
        self._names = tuple(names)
        self._heads = tuple(Label(name, "body", "text2") for name in names)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 18, 1, 18)
        self._column.setSpacing(14)
        grid = QGridLayout()
        grid.setContentsMargins(19, 0, 19, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.setColumnMinimumWidth(0, 120)
        grid.setColumnStretch(1, 1)
        for row, value in enumerate(self.values):
            value.set_tabular()
            grid.addWidget(self._heads[row], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self._column.addLayout(grid)

    def show_values(self, values: Sequence[str]) -> None:
        """Shows other values, in the order of the names; an empty one is left out."""
        for name, head, label, value in zip(self._names, self._heads, self.values, values, strict=True):
            label.setText(value)
            label.setAccessibleName(f"{name}: {value}")
            head.setVisible(bool(value))
            label.setVisible(bool(value))

    def add_buttons(self, *buttons: Button) -> None:
        """A line of buttons below the values."""
        row = QHBoxLayout()
        row.setContentsMargins(19, 0, 19, 0)
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._column.addWidget(Divider())
        self._column.addLayout(row)
        self._column.setContentsMargins(1, 18, 1, 14)


def numbered(steps: Sequence[Step], before: str = "", depth: int = 0) -> Iterator[tuple[str, int, Step]]:
    """The steps in reading order with their number as people count, and how deep in branches they are."""
    for index, step in enumerate(steps, 1):
        number = f"{before}{index}"
        yield number, depth, step
        for place, flow in enumerate(step.flows, 1):
            yield from numbered(flow.steps, f"{number}.{place}.", depth + 1)


def version_words(integration: Integration, version: Version | None, health: Health = _STILL) -> str:
    """Which version it is and when it was saved; whether it could not start, and whether there are changes beyond."""
    if health.refused:
        numbers = {"old": str(health.version), "new": str(integration.version)}
        return tr("{old} runs. {new} could not start: {reason}", reason=health.refused, **numbers)
    if not integration.version:
        return tr("Draft, not started yet")
    known = version is not None and version.number == integration.version
    words = str(integration.version)
    if known and version is not None:
        words = tr("{number}, saved {day}", number=words, day=times.day(version.at))
    return f"{words}. {tr('Has changes that are not running yet')}" if integration.draft is not None else words
