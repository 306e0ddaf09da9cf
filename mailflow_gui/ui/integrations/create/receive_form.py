"""The settings of a receive step: folder, unread only, delay, number, and behind “More options” the rest. GUI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Choice, Field, Option, Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.words import receive_in_words
from mailflow_gui.ui import theme
from mailflow_gui.ui.integrations.create.columns import SectionCard
from mailflow_gui.ui.integrations.create.expected_edit import ExpectedEdit
from mailflow_gui.ui.integrations.create.option_edit import Disclosure, OptionEdit
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.folder_edit import FolderEdit
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import CheckBox, ComboBox, DurationEdit, LineEdit, SpinBox
from mailflow_gui.ui.widgets.labels import Caption
from mailflow_gui.ui.widgets.mirrored import sided

_LEAST_DELAY = 1_000
_INDENT = 30
#: What opens “More options” when it is not as usual.
_BEHIND = ("startFrom", "repeat", "push", "afterSuccess", "expectedBy", "sharedAs")


class ReceiveForm(SectionCard):
    """`changed` follows each change of `values()`. `browse_requested` names the field that wants a folder."""

    changed = Signal()
    browse_requested = Signal(str)

    def __init__(self, settings: type[Settings], values: Mapping[str, Plain], *, pop3: bool) -> None:
        super().__init__()
        self._declared = settings
        self._pop3 = pop3
        now = settings.check(values)[0]
        self.folder = FolderEdit(self._field("folderName").placeholder)
        self.unseen = CheckBox(self._field("unseenOnly").label)
        self.delay = DurationEdit(now.get("delay"))
        self.most = SpinBox(0, 1_000_000)
        self.no_limit = CheckBox(tr("No limit (−1)"))
        self.start_from = OptionEdit(_options(self._field("startFrom")), now.get("startFrom"))
        self.repeat = _combo(self._field("repeat"), now.get("repeat"))
        self.push = CheckBox(self._field("push").label)
        self.after = OptionEdit(self._endings(now.get("afterSuccess")), now.get("afterSuccess"), folders=not pop3)
        self.expected = ExpectedEdit(str(values.get("expectedBy", now.get("expectedBy"))))
        self.shared = LineEdit(str(values.get("sharedAs", "")))
        self.largest = SpinBox(1, 1_000)
        self.rows: dict[str, FormRow] = {}
        self._unseen_note = Caption("", "text3")
        self._again_warning = Banner(
            "warning",
            tr("Every poll would take the same messages again"),
            buttons=[(tr("Take Once"), self._take_once) if pop3 else (tr("Turn On"), self._turn_on)],
        )
        self._often_warning = Banner(
            "warning", tr("Servers may lock you out"), tr("Some refuse accounts that poll so often.")
        )
        self.words = Banner("info", tr("In words"))
        self._more = QWidget()
        for behind in (self.start_from, self.repeat, self.push, self.after, self.expected, self.shared, self.largest):
            behind.setParent(self._more)  # long before it is laid out: a widget without a parent outlives the window
        self.disclosure = Disclosure(tr("More options"), self._more)
        self._lay_out()
        self._show(now, values)
        self._connect()
        self._refresh()

    def values(self) -> dict[str, Plain]:
        """The raw values as they stand."""
        return {
            "folderName": self.folder.value(),
            "unseenOnly": self.unseen.isChecked(),
            "delay": f"{self.delay.value()}ms",
            "maxResults": -1 if self.no_limit.isChecked() else self.most.value(),
            "startFrom": self.start_from.value(),
            "repeat": str(self.repeat.currentData()),
            "push": self.push.isChecked(),
            "afterSuccess": self.after.value(),
            "expectedBy": self.expected.value(),
            "sharedAs": self.shared.text(),
            "maxSizeMb": self.largest.value(),
        }

    def problems(self) -> list[Problem]:
        """Everything that can't be used, POP3's limits included."""
        found = self._declared.check(self.values())[1]
        folder = self.folder.value()
        if self._pop3 and folder.upper() not in ("", "INBOX"):
            words = tr("POP3 gives access to the inbox only. Leave Folder blank, or use an imap connection.")
            found.append(Problem("folderName", words))
        return found

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Marks the rows at fault; the others are cleared."""
        told = {one.field: one.message for one in problems}
        for key, row in self.rows.items():
            row.set_problem(told.get(key))

    def focus_field(self, key: str) -> None:
        """Puts the focus into a field, opening “More options” when it is there."""
        if key in (*_BEHIND, "maxSizeMb"):
            self.disclosure.setChecked(True)
        row = self.rows.get(key)
        if row is not None:
            row.field.setFocus()

    def use_folder(self, key: str, name: str) -> None:
        """Takes a folder that was chosen in the dialog."""
        if key == "folderName":
            self.folder.set_value("" if name.upper() == "INBOX" else name)
        else:
            self.after.folder.set_value(name)

    def _field(self, key: str) -> Field[Any]:
        return self._declared.FIELDS[key]

    def _row(self, key: str, widget: QWidget, **options: str) -> FormRow:
        field = self._field(key)
        row = FormRow(field.label, widget, help=options.get("help", field.help), note=options.get("note", ""))
        self.rows[key] = row
        return row

    def _lay_out(self) -> None:
        self.folder.browse.setVisible(not self._pop3)
        only = tr("POP3 gives access to the inbox only. Leave blank.") if self._pop3 else self._field("folderName").help
        self.add_section(self._row("folderName", self.folder, note=tr("Optional"), help=only))
        below = QVBoxLayout()
        below.setContentsMargins(*sided(_INDENT, 0, 0, 0))
        below.setSpacing(4)
        below.addWidget(self._unseen_note)
        below.addSpacing(4)
        below.addWidget(self._again_warning)
        self.add_section(self.unseen, below, spacing=0)
        most = QWidget()
        line = QHBoxLayout(most)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for number in (self.most, self.delay.number):
            number.setFixedWidth(theme.px(80))
        line.addWidget(self.most)
        line.addWidget(self.no_limit)
        line.addStretch(1)
        most.setFocusProxy(self.most)
        polling = (self._row("delay", self.delay), self._often_warning, self._row("maxResults", most))
        self.add_section(*polling, self.disclosure, self._more, spacing=12)
        self.add_section(self.words)

    def _lay_out_more(self) -> None:
        """What stands behind “More options”, when it is first opened: it seldom is."""
        if self._more.layout() is not None:
            return
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._row("startFrom", self.start_from))
        column.addWidget(self._row("repeat", self.repeat))
        push = QVBoxLayout()
        push.setSpacing(0)
        push.addWidget(self.push)
        note = Caption(tr("Push needs imap.") if self._pop3 else self._field("push").help, "text3")
        note.setContentsMargins(*sided(_INDENT, 0, 0, 0))
        push.addWidget(note)
        column.addLayout(push)
        column.addWidget(self._row("afterSuccess", self.after))
        column.addWidget(self._row("expectedBy", self.expected))
        shared = self._row("sharedAs", self.shared, note=tr("Optional"))
        shared.setVisible(not self._pop3 or bool(self.shared.text()))
        column.addWidget(shared)
        size = QWidget()
        line = QHBoxLayout(size)
        line.setContentsMargins(0, 0, 0, 0)
        self.largest.setSuffix(f" {tr('megabytes')}")
        line.addWidget(self.largest)
        line.addStretch(1)
        size.setFocusProxy(self.largest)
        column.addWidget(self._row("maxSizeMb", size))
        self.show_problems(self.problems())

    def _show(self, now: Settings, values: Mapping[str, Plain]) -> None:
        self.folder.set_value(str(values.get("folderName", now.get("folderName"))))
        self.unseen.setChecked(now.get("unseenOnly"))
        most = now.get("maxResults")
        self.no_limit.setChecked(most < 0)
        self.most.setValue(most if most > 0 else self._field("maxResults").default)
        self.push.setChecked(now.get("push"))
        self.push.setEnabled(not self._pop3)
        self.largest.setValue(now.get("maxSizeMb"))
        self.disclosure.toggled.connect(self._lay_out_more)
        self.disclosure.setChecked(any(now.get(key) != self._field(key).default for key in _BEHIND))

    def _connect(self) -> None:
        for signal in (
            self.folder.changed,
            self.unseen.toggled,
            self.delay.value_changed,
            self.most.valueChanged,
            self.no_limit.toggled,
            self.start_from.changed,
            self.repeat.currentIndexChanged,
            self.push.toggled,
            self.after.changed,
            self.expected.changed,
            self.shared.textChanged,
            self.largest.valueChanged,
        ):
            signal.connect(self._on_changed)
        self.folder.browse_clicked.connect(lambda: self.browse_requested.emit("folderName"))
        self.after.browse_clicked.connect(lambda: self.browse_requested.emit("afterSuccess"))

    def _on_changed(self, *_: object) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        """Everything that follows from the values: problems, warnings, what is enabled, the words."""
        self.show_problems(self.problems())
        unseen, again = self.unseen.isChecked(), self.repeat.currentData() == "every-poll"
        self._unseen_note.setText(_unseen_words(self._field("unseenOnly").help, unseen, again, self._pop3))
        self._again_warning.setVisible(again and not unseen)
        self._often_warning.setVisible(0 < self.delay.value() < _LEAST_DELAY)
        self.most.setEnabled(not self.no_limit.isChecked())
        settings, problems = self._declared.check(self.values())
        if not problems:
            self.words.set_content("info", tr("In words"), receive_in_words(settings, pop3=self._pop3))

    def _endings(self, chosen: str) -> Sequence[Option]:
        """What may become of a message; POP3 has no read marks and no folders, so that there is less to choose."""
        options = _options(self._field("afterSuccess"))
        if not self._pop3:
            return options
        known = {one.value: one for one in options}
        stay = known["keep" if chosen == "keep" else "mark-seen"]
        return (replace(stay, label=tr("Leave on the server")), known["delete"])

    def _turn_on(self) -> None:
        self.unseen.setChecked(True)
        self.unseen.setFocus()

    def _take_once(self) -> None:
        self.repeat.setCurrentIndex(self.repeat.findData("once"))
        self.unseen.setFocus()


def _unseen_words(help: str, unseen: bool, again: bool, pop3: bool) -> str:
    if pop3:
        return tr("POP3 servers keep no read marks. Mailflow remembers what it has taken.")
    if unseen or again:
        return help
    rest = tr("While it is off, read ones are taken too, each once: Mailflow remembers what it has taken.")
    return f"{help} {rest}"


def _options(field: Field[Any]) -> Sequence[Option]:
    """The values that a text field suggests."""
    return tuple(getattr(field, "options", ()))


def _combo(field: Field[Any], value: str) -> ComboBox:
    combo = ComboBox()
    if isinstance(field, Choice):
        for option in field.options:
            combo.addItem(option.label, option.value)
    combo.setCurrentIndex(max(0, combo.findData(value)))
    return combo
