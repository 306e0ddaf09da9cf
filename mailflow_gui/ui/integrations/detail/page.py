"""An integration's page, “Watching it run”: details, activity, metrics, log and history. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.history import Records
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.activities import Executions
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.metrics import Meter
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.ui import icons, times
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.detail.activity_tab import ActivityTab
from mailflow_gui.ui.integrations.detail.details_tab import DetailsTab
from mailflow_gui.ui.integrations.detail.header import DetailHeader
from mailflow_gui.ui.integrations.detail.history_tab import HistoryTab
from mailflow_gui.ui.integrations.detail.log_tab import LogTab
from mailflow_gui.ui.integrations.detail.metrics_tab import MetricsTab
from mailflow_gui.ui.integrations.network_banner import NetworkBanner
from mailflow_gui.ui.integrations.verbs import Verbs
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.messages.message_dialog import MessageDialog
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import page_padding

TABS = (later("Details"), later("Activity"), later("Metrics"), later("Log"), later("History"))
DETAILS, ACTIVITY, METRICS, LOG, HISTORY = range(5)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the page is handed."""

    profiles: Profiles
    control: Control
    tallies: Tallies
    ledger: Records
    letters: Letters
    log: LogModel
    bridge: Bridge
    tasks: Tasks


class IntegrationPage(QWidget):
    """`edit_requested` carries a name and the id of a step (“”: the whole flow), `attention_requested` an exchange."""

    back_requested = Signal()
    edit_requested = Signal(str, str)
    test_requested = Signal(str)
    export_requested = Signal(str)
    attention_requested = Signal(str)
    toast = Signal(str, object)
    network_requested = Signal()

    def __init__(self, sources: Sources, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._verbs = verbs
        self.integration: Integration | None = None
        self.message: MessageDialog | None = None
        catalog = sources.profiles.catalog
        ledger, bridge, tasks = sources.ledger, sources.bridge, sources.tasks
        self.header = DetailHeader(tuple(map(tr, TABS)))
        self.network = NetworkBanner()
        self.network.settings_requested.connect(self.network_requested)
        self._banner_row = QHBoxLayout()
        self._banner_row.addWidget(self.network)
        self.details = DetailsTab(Meter(ledger, bridge, tasks, self), sources.profiles)
        executions = Executions(ledger, bridge, tasks, parent=self)
        self.activity = ActivityTab(executions, ledger, sources.control, catalog, tasks)
        self.metrics = MetricsTab(Meter(ledger, bridge, tasks, self), catalog)
        self.log = LogTab(sources.log, bridge, sources.profiles, tasks)
        self.history = HistoryTab(sources.profiles, sources.control)
        self.tabs = (self.details, self.activity, self.metrics, self.log, self.history)
        self.stack = QStackedWidget()
        for tab in self.tabs:
            self.stack.addWidget(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._banner_row)
        column.addWidget(self.stack, 1)
        self._connect()

    def show_integration(self, id: str, tab: int = DETAILS) -> None:
        """Shows an integration by its id. Raises SettingsError when there is none."""
        self.header.end_rename()
        self.integration = self._sources.profiles.profile.integration_of(id)
        self.header.tabs.setCurrentIndex(tab)
        self._refresh()

    # Building.

    def _connect(self) -> None:
        header, sources = self.header, self._sources
        header.tabs.currentChanged.connect(self._on_tab)
        header.back_clicked.connect(self.back_requested)
        header.rename_wanted.connect(self._on_rename)
        header.switched.connect(self._on_switched)
        header.edit_clicked.connect(lambda: self._edit(""))
        header.more_clicked.connect(self._open_menu)
        self.details.step_requested.connect(self._edit)
        self.details.duplicate_requested.connect(self._duplicate)
        self.details.export_requested.connect(self._export)
        self.activity.message_requested.connect(self._open_message)
        self.activity.attention_requested.connect(self.attention_requested)
        self.activity.test_requested.connect(self._test)
        self.log.attention_requested.connect(lambda: self.attention_requested.emit(""))
        self.history.edit_requested.connect(lambda: self._edit(""))
        self.history.version_known.connect(self.details.show_version)
        for tab in (self.activity, self.metrics, self.log, self.history):
            tab.toast.connect(lambda text: self.toast.emit(text, None))
        sources.profiles.changed.connect(self._on_profile)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._show_standing)
        for told in (sources.control.health_changed, sources.tallies.changed):
            told.connect(self._on_news)
        for keys, slot in (
            ("F2", header.rename),
            ("F5", self._on_refresh),
            ("Ctrl+D", self._duplicate),
            ("Ctrl+E", self._export),
            ("Alt+Left", self.back_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        side = page_padding(self)
        self._banner_row.setContentsMargins(side, 16 if self.network.isVisibleTo(self) else 0, side, 0)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self.header.switch.isEnabled():
                self.header.switch.click()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    # Showing.

    def _refresh(self) -> None:
        one = self.integration
        if one is None:
            return
        for tab in self.tabs:
            tab.show_integration(one)
        self._show_standing()

    def _show_standing(self) -> None:
        one, sources = self.integration, self._sources
        if one is None:
            return
        profile, catalog = sources.profiles.profile, sources.profiles.catalog
        tally, health = sources.tallies.of(one.id), sources.control.health(one.id)
        found = status.standing(one, health, tally.held, profile, catalog, later=tally.later)
        self.header.show_standing(found, one.enabled)
        self.network.show_healths([health])
        self._fit()
        self.details.show_health(health)
        self._show_name(health.since)

    def _show_name(self, since: str) -> None:
        """The line below the name is the description on the first tab, then the route and since when it runs."""
        one = self.integration
        if one is None:
            return
        line = one.description if self.stack.currentIndex() == DETAILS else ""
        if not line:
            parts = [tr("running since {time}", time=times.day_and_time(since))] if since else []
            line = " · ".join([status.route(one), *parts])
        self.header.show_name(one.name, line)

    def _on_profile(self) -> None:
        """It was saved, here or elsewhere; or deleted."""
        if self.integration is None:
            return
        try:
            self.integration = self._sources.profiles.profile.integration_of(self.integration.id)
        except MailflowError:
            self.integration = None
            if self.isVisible():
                self.back_requested.emit()
            return
        self._refresh()

    def _on_news(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_refresh(self) -> None:
        tab = self.stack.currentWidget()
        if tab is not self.log and isinstance(tab, DetailsTab | ActivityTab | MetricsTab | HistoryTab):
            tab.refresh()

    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self._show_standing()

    # Acting.

    def _on_switched(self, on: bool) -> None:
        if self.integration is not None:
            self._verbs.switch(self.integration, on).always(self._on_switch_answered)

    def _on_switch_answered(self) -> None:
        self.header.end_switch()
        self._show_standing()

    def _on_rename(self, name: str) -> None:
        one = self.integration
        if one is None or name == one.name:
            self.header.end_rename()
            return
        task = self._sources.profiles.rename_integration(one, name)
        task.done(lambda _: self.header.end_rename())
        task.failed(lambda error: self.header.show_problem(str(error)))

    def _edit(self, step: str) -> None:
        if self.integration is not None:
            self.edit_requested.emit(self.integration.name, step)

    def _test(self) -> None:
        if self.integration is not None:
            self.test_requested.emit(self.integration.name)

    def _duplicate(self) -> None:
        if self.integration is not None:
            self._verbs.duplicate(self.integration)

    def _export(self) -> None:
        if self.integration is not None:
            self.export_requested.emit(self.integration.name)

    def _delete(self) -> None:
        if self.integration is not None:
            self._verbs.delete(self.integration, self)

    def _open_message(self, activity: Activity) -> None:
        self.message = MessageDialog(self._sources.letters, activity.exchange, self.window())
        self.message.open()

    def _open_menu(self) -> None:
        one = self.integration
        if one is None:
            return
        menu = themed_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        word, icon = (tr("Stop"), "stop") if one.enabled else (tr("Start"), "play")
        entries: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            (word, icon, "Space", self.header.switch.click),
            (tr("Test Run"), "activity", "", self._test),
            (tr("Rename"), "edit", "F2", self.header.rename),
            (tr("Duplicate"), "copy", "Ctrl+D", self._duplicate),
            (tr("Export…"), "export", "Ctrl+E", self._export),
            (tr("Delete…"), "trash", "", self._delete),
        )
        for text, icon, keys, act in entries:
            action = menu.addAction(f"{text}\t{native(keys)}" if keys else text)
            icons.assign(action, icon, "danger" if icon == "trash" else "text2")
            action.setEnabled(icon != "play" or self.header.switch.isEnabled())
            action.triggered.connect(lambda _=False, act=act: act())
        more = self.header.more
        menu.popup(more.mapToGlobal(more.rect().bottomLeft()))
