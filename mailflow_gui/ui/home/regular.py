"""Home once there are integrations: attention, today's numbers, the busiest integrations, problems, activity. GUI."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.health import trouble_in_words
from mailflow_gui.core.language import later, quoted, tr, trn
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.today import Today
from mailflow_gui.ui import accessibility, theme, times
from mailflow_gui.ui.home.rows import HomeRow, ProblemRow, RecentRow
from mailflow_gui.ui.home.tiles import NumberTiles
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.network_banner import NetworkBanner, is_in_the_way
from mailflow_gui.ui.integrations.status import Standing
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import Heading, LinkButton
from mailflow_gui.ui.widgets.list_row import RowList
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage

#: So many integrations are shown.
TOP = 5
#: What stands above all by the cause of an integration's wait.
_AGAIN = later("Mailflow tries again by itself, nothing is lost.")
OFFLINE = {
    "NO_NETWORK": (later("No network"), later("Mailflow continues by itself when it is back.")),
    "WORKING_OFFLINE": (
        later("You work offline"),
        later("Integrations wait until you switch it off under Settings, Network."),
    ),
}
_ON_BATTERY = later("The computer runs on battery power. Mailflow continues by itself when it is plugged in.")
_STACKED = 760


class RegularHome(QWidget):
    """Everything is shown from what `profiles`, `control`, `tallies` and `today` know; `show_all` draws it anew."""

    place_requested = Signal(str)
    integration_requested = Signal(str)
    connection_requested = Signal(str)
    create_connection_requested = Signal()
    create_integration_requested = Signal()
    switched = Signal(object, bool)

    def __init__(self, profiles: Profiles, control: Control, tallies: Tallies, today: Today) -> None:
        super().__init__()
        self._profiles, self._control, self._tallies, self._today = profiles, control, tallies, today
        self.header = PageHeader(tr("Home"))
        self.new_connection = Button(tr("Create Connection"), icon="connections")
        self.new_integration = Button(tr("Create Integration"), kind="primary", icon="plus")
        self.attention = Banner("warning", "")
        self.paused = Banner("info", tr("Everything is paused"), buttons=[(tr("Resume"), control.resume)])
        self.on_battery = Banner("info", tr("Everything is paused"), tr(_ON_BATTERY), [(tr("Resume"), control.resume)])
        self.offline = Banner("info", tr("No network"))
        self.network = NetworkBanner()
        self.held_up = Banner("warning", "")
        self._held_up: tuple[str, str] = ("", "")
        self.tiles = NumberTiles()
        self.all_integrations = LinkButton(tr("View All"))
        self.all_connections = LinkButton(tr("View All"))
        self.open_log = LinkButton(tr("Open Log"))
        self.rows: dict[str, HomeRow] = {}
        self.problems: dict[str, ProblemRow] = {}
        self.recent: list[RecentRow] = []
        self._list = RowList(tr("Integrations"))
        self._problem_list = RowList(tr("Connections"))
        self._recent_list = RowList(tr("Recent activity"), lines=False)
        self._nothing_yet = EmptyState(
            "activity", tr("No messages yet"), tr("They appear here when an integration runs.")
        )
        self._lay_out()
        self._connect()

    def show_all(self) -> None:
        """Draws everything as it is now."""
        profile = self._profiles.profile
        on = sum(1 for one in profile.integrations if one.enabled)
        date = QLocale().toString(QDate.currentDate(), tr("dddd d MMMM"))
        count = len(profile.integrations)
        switched = trn("{on} of {count} integration is on", "{on} of {count} integrations are on", count, on=on)
        self.header.set_subtitle(f"{date} · {switched}")
        _count(self.all_integrations, count, tr("Integrations"))
        _count(self.all_connections, len(profile.connections), tr("Connections"))
        self.tiles.show_day(self._today.day)
        self._show_banners()
        self._show_integrations()
        self._show_problems()
        self._show_recent()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        stacked = event.size().width() < theme.px(_STACKED)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if stacked else across)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self.header.add_action(self.new_connection)
        self.header.add_action(self.new_integration)
        page = ScrollPage(spacing=16)
        for widget in (
            self.attention,
            self.network,
            self.held_up,
            self.paused,
            self.on_battery,
            self.offline,
            self.tiles,
        ):
            page.add(widget)
        left = _column(_head(tr("Integrations"), self.all_integrations), self._list)
        self._problem_box = QWidget()
        inner = QVBoxLayout(self._problem_box)
        inner.setContentsMargins(0, 12, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(_head(tr("Connections"), self.all_connections))
        inner.addWidget(self._problem_list)
        left.addWidget(self._problem_box)
        left.addStretch(1)
        right = _column(_head(tr("Recent activity"), self.open_log), self._recent_list, self._nothing_yet)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 624)
        self._columns.addLayout(right, 280)
        page.body.addSpacing(8)
        page.body.addLayout(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(page, 1)

    def _connect(self) -> None:
        def goes(place: str) -> Callable[..., None]:
            return lambda *_: self.place_requested.emit(place)

        self.new_connection.clicked.connect(self.create_connection_requested)
        self.new_integration.clicked.connect(self.create_integration_requested)
        self.all_integrations.clicked.connect(goes("integrations"))
        self.all_connections.clicked.connect(goes("connections"))
        self.open_log.clicked.connect(goes("log"))
        for tile in (self.tiles.received, self.tiles.sent, self.tiles.filtered):
            tile.clicked.connect(goes("log"))
        self.tiles.failed.clicked.connect(goes("attention"))

    def _show_banners(self) -> None:
        held = self._tallies.held
        names = [one.name for one in self._profiles.profile.integrations if self._tallies.of(one.id).attention]
        self.attention.setVisible(bool(held))
        if held:
            parked = any(self._tallies.of(one.id).held for one in self._profiles.profile.integrations)
            title = trn("{count} message needs your attention", "{count} messages need your attention", held)
            text = _attention_words(names, held, parked)
            button = (tr("Review Messages"), lambda: self.place_requested.emit("attention"))
            self.attention.set_content("warning", title, text, [button])
        self.paused.setVisible(self._control.paused and not self._control.paused_on_battery)
        self.on_battery.setVisible(self._control.paused_on_battery)
        healths = [self._control.health(one.id) for one in self._profiles.profile.integrations]
        causes = {one.cause for one in healths if one.state is not State.STOPPED}
        self.offline.setVisible(bool(causes & set(OFFLINE)))
        title, text = OFFLINE["WORKING_OFFLINE" if "WORKING_OFFLINE" in causes else "NO_NETWORK"]
        self.offline.set_content("info", tr(title), tr(text))
        self.network.show_healths(healths)
        self._show_held_up()

    def _show_held_up(self) -> None:
        """Integrations whose server does not answer, or whose expected email has not come."""
        known = [(one, self._control.health(one.id)) for one in self._profiles.profile.integrations]
        found = [(one, health) for one, health in known if _is_held_up(health)]
        said = _held_up_words([(one.name, health) for one, health in found])
        self.held_up.setVisible(bool(found))
        if said != self._held_up:
            self._held_up = said
            name = found[0][0].name if len(found) == 1 else ""
            show = self.integration_requested.emit if name else self.place_requested.emit
            self.held_up.set_content("warning", *said, [(tr("Show Details"), lambda: show(name or "integrations"))])

    def _show_integrations(self) -> None:
        """The busiest of today; rows are made anew only when other ones are to be shown."""
        shown = sorted(
            self._profiles.profile.integrations, key=lambda one: (-self._tallies.of(one.id).today, not one.enabled)
        )[:TOP]
        if shown != [row.integration for row in self.rows.values()]:
            focused = next((id for id, row in self.rows.items() if row.hasFocus() or row.switch.hasFocus()), "")
            self._list.clear()
            self.rows = {}
            for one in shown:
                row = HomeRow(one, status.flow(one, self._profiles.catalog))
                row.clicked.connect(lambda name=one.name: self.integration_requested.emit(name))
                row.switched.connect(lambda on, one=one: self.switched.emit(one, on))
                self.rows[one.id] = row
                self._list.add_row(row)
            if focused in self.rows:
                self.rows[focused].switch.setFocus()
        for one in shown:
            health, tally = self._control.health(one.id), self._tallies.of(one.id)
            saved, paused = (self._profiles.profile, self._profiles.catalog), self._control.paused
            found = status.standing(one, health, tally.held, *saved, later=tally.later, paused=paused)
            last = health.last_message or tally.last_message
            self.rows[one.id].show_standing(found, _caption(one, found, health, last), tally.today)

    def _show_problems(self) -> None:
        failed = [one for one in self._profiles.profile.connections if one.failed]
        self._problem_box.setVisible(bool(failed))
        if [(one.name, one.failed) for one in failed] == self._problem_key():
            return
        self._problem_list.clear()
        self.problems = {}
        for one in failed:
            row = ProblemRow(one, self._profiles.catalog)
            row.setProperty("failed", one.failed)
            row.clicked.connect(lambda name=one.name: self.connection_requested.emit(name))
            row.mend_clicked.connect(lambda name=one.name: self.connection_requested.emit(name))
            self.problems[one.name] = row
            self._problem_list.add_row(row)

    def _problem_key(self) -> list[tuple[str, object]]:
        return [(name, row.property("failed")) for name, row in self.problems.items()]

    def _show_recent(self) -> None:
        names = {one.id: one.name for one in self._profiles.profile.integrations}
        recent = [one for one in self._today.day.recent if one.integration in names]
        self._recent_list.clear()
        self.recent = []
        for one in recent:
            row = RecentRow(one, names[one.integration])
            goal = "attention" if one.status == "held" else "log"
            row.clicked.connect(lambda goal=goal: self.place_requested.emit(goal))
            self.recent.append(row)
            self._recent_list.add_row(row)
        self._recent_list.setVisible(bool(recent))
        self._nothing_yet.setVisible(not recent)


def _caption(one: Integration, standing: Standing, health: Health, last: str) -> str:
    if standing.note:
        return standing.note
    if last and not one.enabled:
        return tr("Stopped by you, last message {time}", time=times.ago(last))
    if last:
        return tr("Last message {time}", time=times.ago(last))
    if health.state is State.RUNNING and health.last_contact:
        return tr("No message yet, looked {time}", time=times.ago(health.last_contact))
    return tr("No message yet") if one.enabled else status.route(one)


def _attention_words(names: list[str], held: int, parked: bool) -> str:
    if len(names) == 1:
        who = trn("“{name}” could not deliver it.", "“{name}” could not deliver them.", held, name=names[0])
    else:
        who = tr("{count} integrations could not deliver them.", count=len(names))
    waits = trn("Nothing is lost: it waits until you decide.", "Nothing is lost: they wait until you decide.", held)
    return f"{who} {waits if parked else tr('Nothing is lost: Mailflow keeps trying.')}"


def _is_held_up(health: Health) -> bool:
    told = health.state is State.ATTENTION or health.cause == "NO_NETWORK" or is_in_the_way(health)
    return not told and bool(trouble_in_words(health))


def _held_up_words(found: list[tuple[str, Health]]) -> tuple[str, str]:
    """Title and text of the banner; empty for none."""
    if len(found) == 1:
        name, health = found[0]
        return (
            f"{quoted(name)}: {trouble_in_words(health)}",
            f"{health.hint} {tr(_AGAIN)}".strip() if health.state is State.WAITING else "",
        )
    if not found:
        return "", ""
    names = ", ".join(quoted(name) for name, _ in found[:5]) + ("…" if len(found) > 5 else "")
    return tr("{count} integrations are held up", count=len(found)), f"{names}. {tr(_AGAIN)}"


def _count(link: LinkButton, count: int, title: str) -> None:
    link.setText(tr("View All {count}", count=count))
    accessibility.call(link, title)


def _head(title: str, link: LinkButton) -> QHBoxLayout:
    accessibility.call(link, title)
    row = QHBoxLayout()
    row.addStrut(32)
    row.addWidget(Heading(title))
    row.addStretch(1)
    row.addWidget(link)
    return row


def _column(head: QHBoxLayout, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addLayout(head)
    for widget in widgets:
        column.addWidget(widget)
    return column
