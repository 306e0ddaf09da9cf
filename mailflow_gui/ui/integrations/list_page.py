"""The Integrations page: what happens to your messages, with a switch for each. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSystemTrayIcon, QVBoxLayout, QWidget

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.ui import icons, keys, theme, times
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.row import IntegrationRow, look_of
from mailflow_gui.ui.integrations.verbs import Verbs
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Caption
from mailflow_gui.ui.widgets.list_row import RowList
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage
from mailflow_gui.ui.widgets.segmented import Segmented

GROUPS = (
    ("", later("All")),
    ("running", later("Running")),
    ("attention", later("Needs attention")),
    ("stopped", later("Stopped")),
    ("drafts", later("Drafts")),
)


class IntegrationsPage(QWidget):
    """List with filter, switch and actions. `toast` carries text and an optional (label, callable) action."""

    create_requested = Signal()
    import_requested = Signal()
    open_requested = Signal(str)
    edit_requested = Signal(str)
    log_requested = Signal(str)
    export_requested = Signal(str)
    toast = Signal(str, object)

    def __init__(self, profiles: Profiles, control: Control, tallies: Tallies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._control = control
        self._tallies = tallies
        self.verbs = Verbs(profiles, control, self)
        self.rows: dict[str, IntegrationRow] = {}
        self.groups = Segmented([(id, tr(name)) for id, name in GROUPS])
        self.groups.setAccessibleName(tr("Show"))
        self.search = SearchField(tr("Filter by name"))
        self.new = Button(tr("Create Integration"), kind="primary", icon="plus")
        self.import_file = Button(tr("Import…"), icon="import")
        self.left = Banner("info", "")
        self.left.hide()
        self._list = RowList(tr("Integrations"))
        self._empty = EmptyState(
            "integrations",
            tr("No integrations yet"),
            tr("An integration receives messages, does something with them and sends the result."),
            (tr("Create Integration"), self.create_requested.emit),
        )
        self._no_match = EmptyState(
            "search", tr("No integration is shown"), "", (tr("Clear Filter"), self.clear_filter)
        )
        self._lay_out()
        self._connect()
        self._rebuild()

    def clear_filter(self) -> None:
        """Shows all."""
        self.search.clear()
        self.groups.set_value("")
        self._refresh()

    def show_left(self, names: Sequence[str], restore: Callable[[], object], discard: Callable[[], object]) -> None:
        """Work that an earlier run left unsaved, by name, newest first; none hides it."""
        self.left.setVisible(bool(names))
        if names:
            title = tr("You have unsaved changes to “{name}”", name=names[0])
            if len(names) > 1:
                title = tr("You have unsaved changes to “{name}” and {count} more", name=names[0], count=len(names) - 1)
            text = tr("Mailflow ended before they were saved. Nothing of them runs yet.")
            buttons = [(tr("Restore"), restore), (tr("Discard"), discard)]
            self.left.set_content("info", title, text, buttons)

    def _lay_out(self) -> None:
        header = PageHeader(
            tr("Integrations"),
            tr("What happens to your messages. Switch an integration on to start it, off to stop it."),
        )
        header.add_action(self.import_file)
        header.add_action(self.new)
        page = ScrollPage(spacing=16)
        page.add(self.left)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.groups)
        self._bar.addStretch(1)
        self._bar.addWidget(self.search)
        self.search.setMaximumWidth(theme.px(208))
        page.body.addLayout(self._bar)
        page.add(self._list)
        page.add(self._empty)
        page.add(self._no_match)
        self._hint = QWidget()
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.addWidget(Sign("info", "text2", 16))
        hint.setSpacing(8)
        words = tr("Running integrations keep working when you close this window.")
        if QSystemTrayIcon.isSystemTrayAvailable():
            words = f"{words} {tr('Find Mailflow in the system tray.')}"
        hint.addWidget(Caption(words), 1)
        page.add(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(page, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.create_requested)
        self.import_file.clicked.connect(self.import_requested)
        self.groups.changed.connect(lambda _: self._refresh())
        self.search.textChanged.connect(lambda _: self._refresh())
        self.verbs.toast.connect(self.toast)
        self.verbs.deleted.connect(self._on_deleted)
        self._profiles.changed.connect(self._rebuild)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._refresh)
        self._control.health_changed.connect(self._on_news)
        self._control.paused_changed.connect(self._on_news)
        self._tallies.changed.connect(self._on_news)
        self._clock = QTimer(self)
        self._clock.setInterval(30_000)
        self._clock.timeout.connect(self._refresh)
        self._clock.start()
        acts = (("Del", self._delete), ("Ctrl+D", self._duplicate), ("Ctrl+E", self._export))
        keys.bind(self._list, [(combination, partial(self._on_focused, act)) for combination, act in acts])

    def _on_news(self) -> None:
        """Many things may happen at once; the rows are brought up to date once for all of them."""
        if not self._soon.isActive():
            self._soon.start()

    def _rebuild(self) -> None:
        """Rows stay where only a switch moved or one was deleted; then the focus stays, too."""
        profile, catalog = self._profiles.profile, self._profiles.catalog
        kept = {one.id for one in profile.integrations}
        for id in [id for id in self.rows if id not in kept]:
            self._remove(id)
        if self.rows and [row.look for row in self.rows.values()] == [
            look_of(one, catalog) for one in profile.integrations
        ]:
            for one in profile.integrations:
                self.rows[one.id].integration = one
        else:
            self._fill()
        self._refresh()

    def _remove(self, id: str) -> None:
        """Takes a row out; its focus goes to the next one, also while a dialog is still in front."""
        ids = list(self.rows)
        row, place = self.rows.pop(id), ids.index(id)
        focus = self.window().focusWidget()
        if focus is not None and (focus is row or row.isAncestorOf(focus)):
            near = [*ids[place + 1 :], *reversed(ids[:place])]
            following = next((one for one in near if one in self.rows and self.rows[one].isVisibleTo(self)), "")
            if following:
                self.rows[following].setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.remove_row(row)

    def _fill(self) -> None:
        focus = next(((id, part) for id, row in self.rows.items() if (part := row.focused_part())), None)
        self._list.clear()
        self.rows = {}
        for one in self._profiles.profile.integrations:
            row = IntegrationRow(one, look_of(one, self._profiles.catalog))
            row.clicked.connect(lambda row=row: self.open_requested.emit(row.integration.name))
            row.switched.connect(lambda on, row=row: self.switch(row.integration, on))
            row.more_requested.connect(lambda row=row: self._menu(row))
            row.menu_requested.connect(lambda _, row=row: self._menu(row))
            self._list.add_row(row)
            self.rows[one.id] = row
        if focus is not None and focus[0] in self.rows:
            self.rows[focus[0]].focus_part(focus[1])

    def _refresh(self) -> None:
        profile, catalog = self._profiles.profile, self._profiles.catalog
        counts = dict.fromkeys((id for id, _ in GROUPS), 0)
        wanted, text = self.groups.value, self.search.text().strip().casefold()
        shown = 0
        for one in profile.integrations:
            row = self.rows[one.id]
            tally = self._tallies.of(one.id)
            health = self._control.health(one.id)
            paused = self._control.paused
            found = status.standing(one, health, tally.held, profile, catalog, later=tally.later, paused=paused)
            row.show_standing(found, _facts(health.last_message or tally.last_message, tally.today, found))
            counts[""] += 1
            for group in found.groups:
                counts[group] += 1
            named = any(text in name.casefold() for name in (one.name, *one.labels))
            passes = (not wanted or wanted in found.groups) and named
            row.setVisible(passes)
            shown += passes
        for id, _ in GROUPS:
            self.groups.set_count(id, counts[id])
        some = bool(profile.integrations)
        self._list.setVisible(bool(shown))
        self._empty.setVisible(not some)
        self._no_match.setVisible(some and not shown)
        self._hint.setVisible(some)
        for widget in (self.groups, self.search):
            widget.setVisible(some)

    def switch(self, integration: Integration, on: bool) -> None:
        """The switch of a row; a failure is told and the switch returns."""
        self.verbs.switch(integration, on).always(lambda: self._on_switched(integration.id))

    def _on_switched(self, id: str) -> None:
        if id in self.rows:
            self.rows[id].end_switch()
        self._refresh()

    def _menu(self, row: IntegrationRow) -> None:
        menu = themed_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = row.integration
        switch = (tr("Stop"), "stop") if one.enabled else (tr("Start"), "play")
        entries: list[tuple[str, str, Callable[[], object]]] = [
            (tr("Edit"), "edit", lambda: self.edit_requested.emit(one.name)),
            (*switch, row.switch.click),
            (tr("Open Log"), "log", lambda: self.log_requested.emit(one.id)),
            (tr("Duplicate"), "copy", lambda: self._duplicate(one)),
            (tr("Export…"), "export", lambda: self._export(one)),
            (tr("Delete…"), "trash", lambda: self._delete(one)),
        ]
        if status.has_changes(one, self._control.health(one.id)):
            words = tr("Restart with Changes") if one.enabled else tr("Start with Changes")
            entries.insert(2, (words, "retry", lambda: self._publish(one)))
        for text, icon, act in entries:
            action = menu.addAction(text)
            icons.assign(action, icon, "danger" if icon == "trash" else "text2")
            action.triggered.connect(lambda _=False, act=act: act())
            action.setEnabled(icon != "play" or row.switch.isEnabled())
        menu.popup(row.more.mapToGlobal(row.more.rect().bottomLeft()))

    def _publish(self, one: Integration) -> None:
        if one.draft is None:  # published already, and could not take over then
            self._control.restart(one)
        else:
            self._control.publish(one).failed(lambda error: self.toast.emit(str(error), None))

    def _on_focused(self, act: Callable[[Integration], object]) -> None:
        for row in self.rows.values():
            if row.focused_part():
                act(row.integration)
                return

    def _export(self, one: Integration) -> None:
        self.export_requested.emit(one.name)

    def _duplicate(self, one: Integration) -> None:
        self.verbs.duplicate(one)

    def _delete(self, one: Integration) -> None:
        self.verbs.delete(one, self)

    def _on_deleted(self, name: str) -> None:
        if not self.rows and self.isVisible():
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: object) -> None:
        narrow = self.width() < theme.px(780)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(direction)
        super().resizeEvent(event)  # type: ignore[arg-type]


def _facts(last: str, today: int, standing: status.Standing) -> tuple[str, str, str]:
    """When the last message came in two lines, and how many today."""
    if standing.group == "drafts":
        return tr("Never"), tr("not started"), "–"
    if not last:
        first = tr("first start") if standing.pill == "busy" else tr("no message yet")
        return "–" if standing.group == "running" else tr("Never"), first, str(today)
    when, age = times.moment(last)
    return when, tr("stopped by you") if standing.group == "stopped" and not today else age, str(today)
