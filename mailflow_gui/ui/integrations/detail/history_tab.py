"""The History tab: the draft and every published version, newest first, to compare and to go back to. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.model import Integration
from mailflow_gui.core.review import review
from mailflow_gui.core.versions import Version
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import times
from mailflow_gui.ui.integrations.detail.compare_dialog import CompareDialog, Side
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.message_box import MessageBox
from mailflow_gui.ui.widgets.page import ScrollPage
from mailflow_gui.ui.widgets.pill import Chip, StatusPill
from mailflow_gui.ui.widgets.tile import Tile


class HistoryTab(ScrollPage):
    """`edit_requested` for the draft; `version_known` carries the Version that runs, or None; `toast` a text."""

    edit_requested = Signal()
    version_known = Signal(object)
    toast = Signal(str)

    def __init__(self, profiles: Profiles, control: Control) -> None:
        super().__init__(spacing=16)
        self.body.setContentsMargins(0, 4, 0, 0)
        self._profiles = profiles
        self._control = control
        self._integration: Integration | None = None
        self._versions: tuple[Version, ...] = ()
        self._task: Task | None = None
        self.rows: dict[int, KeptRow] = {}
        self.dialog: CompareDialog | None = None
        self.question: QMessageBox | None = None
        self._list = RowList(tr("Versions"))
        self._empty = EmptyState(
            "clock",
            tr("No version yet"),
            tr("The first one is kept when the integration is started."),
            (tr("Edit"), self._edit),
        )
        self.add(self._list)
        self.add(self._empty)
        control.health_changed.connect(self._on_health)

    def show_integration(self, integration: Integration) -> None:
        """Shows the versions of an integration; the same one again after it was saved."""
        before, self._integration = self._integration, integration
        if before is None or before.id != integration.id:
            self._versions = ()
        same = before is not None and (before.id, before.version) == (integration.id, integration.version)
        if not same:
            self.refresh()
        self._fill()

    def refresh(self) -> None:
        """Reads the versions again (F5)."""
        if self._integration is None:
            return
        if self._task is not None:
            self._task.forget()
        self._task = self._profiles.versions(self._integration.id).done(self._show)
        self._task.failed(lambda error: self.toast.emit(str(error)))

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.refresh()

    def _show(self, versions: tuple[Version, ...]) -> None:
        self._task = None
        same = versions == self._versions
        self._versions = versions
        one = self._integration
        present = next((item for item in versions if one is not None and item.number == one.version), None)
        self.version_known.emit(present)
        if not same:
            self._fill()

    def _fill(self) -> None:
        one = self._integration
        if one is None:
            return
        focused = self.window().focusWidget()
        focus = next((n for n, row in self.rows.items() if focused is not None and row.isAncestorOf(focused)), None)
        self._list.clear()
        self.rows = {}
        if one.draft is not None or not one.version:
            self._add(DraftRow(one, self._why_not(one)), 0)
        for version in self._versions:
            current = version.number == one.version
            running = version.number == self._running(one)
            self._add(VersionRow(version, current=current, running=running), version.number)
        self._list.setVisible(bool(self.rows))
        self._empty.setVisible(not self.rows)
        if focus in self.rows and self.isVisible():
            self.rows[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row: KeptRow, number: int) -> None:
        row.acted.connect(lambda what, number=number: self._on_acted(number, what))
        row.clicked.connect(lambda number=number: self._on_acted(number, "compare"))
        self._list.add_row(row)
        self.rows[number] = row

    def _on_health(self, id: str) -> None:
        one = self._integration
        if one is None or one.id != id:
            return
        running = self._running(one)
        for number, row in self.rows.items():
            if isinstance(row, VersionRow):
                row.show_running(number == running)

    def _running(self, one: Integration) -> int:
        """The version that runs now; 0 when none does. A newer one may have been refused by what it needs."""
        if not self._control.is_running(one.id):
            return 0
        return self._control.health(one.id).version or one.version

    def _why_not(self, one: Integration) -> str:
        """Why the draft can't be started; "" when it can."""
        draft = replace(one, steps=one.working, draft=None)
        problems = review(draft, self._profiles.profile, self._profiles.catalog)
        steps = len({problem.index for problem in problems})
        words = trn("{count} step still needs settings", "{count} steps still need settings", steps)
        return words if steps else ""

    def _edit(self) -> None:
        self.edit_requested.emit()

    # Acting.

    def _on_acted(self, number: int, what: str) -> None:
        version = next((one for one in self._versions if one.number == number), None)
        if what == "compare" and len(self.sides()) > 1:
            self._compare(number)
        elif what in ("edit", "compare"):
            self.edit_requested.emit()
        elif what == "start-draft":
            self._start_draft()
        elif what == "discard":
            self._ask_discard()
        elif version is not None and what == "restore":
            self._restore(version)
        elif version is not None:
            self._ask_start(version)

    def sides(self) -> list[Side]:
        """What can be compared: the draft, then the versions, newest first."""
        one = self._integration
        if one is None:
            return []
        draft = replace(one, steps=one.working, draft=None)
        first = [Side(tr("Draft"), draft)] if one.draft is not None or not one.version else []
        return first + [Side(version_name(item.number), item.integration) for item in self._versions]

    def _compare(self, number: int) -> None:
        """A version with what runs; what runs, and the draft, with the version before it."""
        one, sides = self._integration, self.sides()
        names = [side.name for side in sides]
        chosen = names.index(version_name(number) if number else tr("Draft"))
        running = version_name(one.version) if one is not None else ""
        other = names.index(running) if running in names and names.index(running) != chosen else chosen + 1
        other = min(other, len(sides) - 1)
        older, newer = max(chosen, other), min(chosen, other)
        self.dialog = CompareDialog(sides, older, newer, self._profiles.catalog, self)
        self.dialog.open()

    def _start_draft(self) -> None:
        one = self._integration
        if one is None:
            return
        task = self._control.publish(one).done(lambda _: self.toast.emit(tr("The draft is starting")))
        task.failed(lambda error: self.toast.emit(str(error)))

    def _ask_discard(self) -> None:
        one = self._integration
        if one is None:
            return
        text = tr("Version {number} stays as it is. What the draft holds is lost.", number=str(one.version))

        def discard() -> None:
            task = self._profiles.change(
                lambda profile: profile.with_integration(replace(profile.integration_of(one.id), draft=None))
            )
            task.done(lambda _: self.toast.emit(tr("The draft was discarded")))
            task.failed(lambda error: self.toast.emit(str(error)))

        self._ask(tr("Discard the draft of “{name}”?", name=one.name), text, tr("Discard Draft"), discard)

    def _restore(self, version: Version) -> None:
        one = self._integration
        if one is None:
            return
        if one.draft is None:
            self._really_restore(one, version)
            return
        number = str(version.number)
        text = tr("The draft gets the steps of version {number}. What it holds now is lost.", number=number)
        title, verb = tr("Replace the current draft?"), tr("Replace Draft")
        self._ask(title, text, verb, lambda: self._really_restore(one, version))

    def _really_restore(self, one: Integration, version: Version) -> None:
        task = self._profiles.restore_version(one, version)
        told = tr("Version {number} is the draft. Nothing else was changed.", number=str(version.number))
        task.done(lambda _: self.toast.emit(told))
        task.failed(lambda error: self.toast.emit(str(error)))

    def _ask_start(self, version: Version) -> None:
        one = self._integration
        if one is None:
            return
        running, number = self._running(one), str(version.number)
        text = tr("It becomes a new version with the same steps. A draft stays as it is.")
        if running:
            stops = tr("Version {number} stops after the message in hand.", number=str(running))
            text = f"{stops} {text}"

        def start() -> None:
            told = tr("Version {number} is starting", number=number)
            self._then_start(self._profiles.run_version(one, version), one, told)

        title = tr("Start version {number} of “{name}”?", number=number, name=one.name)
        self._ask(title, text, tr("Start Version"), start)

    def _then_start(self, task: Task, one: Integration, text: str) -> None:
        def start(_: object) -> None:
            self._control.restart(self._profiles.profile.integration_of(one.id))
            self.toast.emit(text)

        task.done(start).failed(lambda error: self.toast.emit(str(error)))

    def _ask(self, title: str, text: str, verb: str, act: Callable[[], object]) -> None:
        box = MessageBox(self, title, text)
        box.setIcon(QMessageBox.Icon.Question)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.set_safe(cancel)
        box.finished.connect(lambda _: act() if box.clickedButton() is yes else None)
        self.question = box
        box.open()


def version_name(number: int) -> str:
    """“Version 12”."""
    return tr("Version {number}", number=str(number))


class KeptRow(ListRow):
    """A row with a name, a line below, and buttons; a click compares. `acted` says which button it was."""

    acted = Signal(str)

    def __init__(self, icon: str, title: str, caption: str, *signs: QWidget) -> None:
        super().__init__(f"{title}, {caption}", 64)
        self._title = title
        self._line = self.lay_out()
        self._line.addWidget(Tile(icon, "neutral", 32))
        self._line.addLayout(two_lines(ElidedLabel(title, "label"), ElidedLabel(caption, "caption", "text2")), 1)
        for sign in signs:
            self._line.addWidget(sign)

    def add_button(self, text: str, what: str, why_not: str = "") -> None:
        """A button at the end; disabled with its reason."""
        button = Button(text, small=True)
        button.setAccessibleName(f"{text}, {self._title}")
        button.setEnabled(not why_not)
        button.setToolTip(why_not)
        button.clicked.connect(lambda _=False: self.acted.emit(what))
        self._line.addWidget(button)


class VersionRow(KeptRow):
    """A published version."""

    def __init__(self, version: Version, *, current: bool, running: bool) -> None:
        self.pill = StatusPill("running", tr("Running"))
        self.chip = Chip(tr("Current"))
        self._is_current = current
        parts = (times.day_and_time(version.at), version.note)
        caption = " · ".join(part for part in parts if part)
        super().__init__("clock", version_name(version.number), caption, self.chip, self.pill)
        self.show_running(running)
        self.add_button(tr("Compare…"), "compare")
        if not current:
            self.add_button(tr("Restore as Draft"), "restore")
            self.add_button(tr("Start This Version…"), "start")

    def show_running(self, running: bool) -> None:
        """Whether this version runs now; one that would run when switched on is the current one."""
        self.pill.setVisible(running)
        self.chip.setVisible(self._is_current and not running)


class DraftRow(KeptRow):
    """Saved steps that do not run yet."""

    def __init__(self, integration: Integration, why_not: str) -> None:
        says = tr("Has changes that are not running yet") if integration.version else tr("Not started yet")
        super().__init__("edit", tr("Draft"), why_not or says)
        if integration.version:
            self.add_button(tr("Compare…"), "compare")
            self.add_button(tr("Discard…"), "discard")
        self.add_button(tr("Edit"), "edit")
        self.add_button(tr("Start Draft"), "start-draft", why_not)
