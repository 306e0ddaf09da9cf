"""Rules as cards: field, operator, keywords. Used by the filter, by conditions of flows and of mappings. GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.operators import OPERATORS
from mailflow_gui.core.paths import is_date_path
from mailflow_gui.core.rules import as_text
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.choices import ComboBox
from mailflow_gui.ui.widgets.inputs import LineEdit
from mailflow_gui.ui.widgets.labels import Caption

_HEADER = "headers."
_GAP = 8
#: The most of a line that the operator has beside the keywords.
_SHARED = 0.6


class FieldCombo(ComboBox):
    """A field chosen by its label, or any path typed in. `path_changed` follows the person's choice."""

    path_changed = Signal(str)

    def __init__(self, sides: Sides) -> None:
        super().__init__()
        self._sides = sides
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for path, label in field_labels(sides):
            self.addItem(label, path)
        self.addItem(tr("Header…"), _HEADER)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Property name"))
            edit.textEdited.connect(lambda _: self.path_changed.emit(self.path()))
        self.activated.connect(self._on_activated)

    def path(self) -> str:
        """The path of what stands in the box: a label's field, else the text itself."""
        text = self.currentText().strip()
        for path, label in field_labels(self._sides):
            if text == label:
                return path
        return text

    def show_path(self, path: str) -> None:
        """Shows a path by its label; the path itself when no earlier step gives such a field."""
        found = self._sides.source(path)
        labels = dict(field_labels(self._sides))
        self.setEditText(labels.get(found.path, path) if found is not None else path)

    def _on_activated(self, index: int) -> None:
        if self.itemData(index) == _HEADER:
            self.setEditText(_HEADER)
        self.path_changed.emit(self.path())


def field_labels(sides: Sides) -> list[tuple[str, str]]:
    """Path and label of every field; those of later steps say which step they come from."""
    found: list[tuple[str, str]] = []
    for place, group in enumerate(sides.groups):
        tail = f" ({group.number} · {group.title})" if place else ""
        found += [(one.path, one.label + tail) for one in group.fields]
    return found


class RuleCard(Card):
    """One rule. Keys of its row that it does not know stay as they are."""

    changed = Signal()
    removed = Signal()

    def __init__(self, sides: Sides, row: Plain, number: int) -> None:
        super().__init__()
        self.set_ground("sunken")
        self._row: dict[str, Plain] = dict(row) if isinstance(row, Mapping) else {}
        self.field = FieldCombo(sides)
        self.operator = ComboBox()
        self.keywords = LineEdit()
        self.remove = IconButton("trash", tr("Remove Rule"), size=16, side=28)
        self.problem = Caption("", "dangerText")
        self.problem.hide()
        for one in OPERATORS.values():
            self.operator.addItem(one.label, one.id)
        self._lay_out()
        self.set_number(number)
        self._show()
        self.field.path_changed.connect(lambda path: self._on_changed("path", path))
        self.operator.activated.connect(lambda _: self._on_changed("op", self.operator.currentData()))
        self.keywords.textEdited.connect(lambda text: self._on_changed("value", text))
        self.remove.clicked.connect(self.removed)

    def row(self) -> dict[str, Plain]:
        """The row as it stands."""
        return dict(self._row)

    def set_number(self, number: int) -> None:
        """Which rule it is, from 1: a screen reader hears it with each part."""
        self.setAccessibleName(tr("Rule {number}", number=number))
        self.field.setAccessibleName(tr("Property Name of rule {number}", number=number))
        self.operator.setAccessibleName(tr("Operator of rule {number}", number=number))
        self.keywords.setAccessibleName(tr("Keywords of rule {number}", number=number))
        self.remove.set_name(tr("Remove Rule {number}", number=number))

    def show_problem(self, key: str, text: str) -> None:
        """Marks one part (`path`, `op` or `value`); "" takes all marks back."""
        for name, part in (("path", self.field), ("op", self.operator), ("value", self.keywords)):
            part.setProperty("problem", bool(text) and name == key)
            part.style().unpolish(part)
            part.style().polish(part)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The operator takes what its words need, the keywords have the rest, or a line of their own."""
        room = self.width() - 26 - _GAP
        wanted = self.operator.fontMetrics().horizontalAdvance(self.operator.currentText()) + 76
        if wanted > room * _SHARED:
            self._second.setDirection(QHBoxLayout.Direction.TopToBottom)
            self.operator.setMinimumWidth(80)  # a fixed width would keep the panel from getting narrower
            self.operator.setMaximumWidth(self.width())
        else:
            self._second.setDirection(QHBoxLayout.Direction.LeftToRight)
            self.operator.setFixedWidth(max(80, wanted, round(room * 0.45)))
        self.operator.setToolTip(self.operator.currentText())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self.field, 1)
        first.addWidget(self.remove)
        self._second = QHBoxLayout()
        self._second.setSpacing(_GAP)
        self._second.addWidget(self.operator)
        self._second.addWidget(self.keywords, 1)
        self.operator.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.operator.setMinimumContentsLength(6)
        self.operator.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        metrics = self.operator.fontMetrics()
        widest = max(metrics.horizontalAdvance(one.label) for one in OPERATORS.values())
        self.operator.view().setMinimumWidth(max(180, widest + 48))
        self.operator.setMaxVisibleItems(len(OPERATORS))
        self.keywords.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 13, 13, 13)
        column.setSpacing(_GAP)
        column.addLayout(first)
        column.addLayout(self._second)
        column.addWidget(self.problem)

    def _show(self) -> None:
        self.field.show_path(str(self._row.get("path") or ""))
        place = self.operator.findData(str(self._row.get("op", "contains")))
        if place < 0:  # an operator of a later version: shown, and kept
            self.operator.addItem(str(self._row["op"]), str(self._row["op"]))
            place = self.operator.count() - 1
        self.operator.setCurrentIndex(place)
        self.keywords.setText(as_text(self._row.get("value", "")) or "")
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        self._fit()
        path, op = str(self._row.get("path") or ""), str(self._row.get("op", "contains"))
        words = (
            "2026-11-24" if is_date_path(path) else tr("One, two, three") if op in ("in", "not in") else tr("Keywords")
        )
        self.keywords.setPlaceholderText(tr("Pattern") if op in ("regex", "not regex") else words)

    def _on_changed(self, key: str, value: Plain) -> None:
        self._row[key] = value
        self._row.setdefault("op", "contains")
        self._row.setdefault("value", "")
        self._show_placeholder()
        self.show_problem("", "")
        self.changed.emit()


class RulesEditor(QWidget):
    """Rule cards below each other. `changed` follows every change by the person; at least one card stays.

    `single`: one rule only, as conditions of mappings have.
    """

    changed = Signal()

    def __init__(self, sides: Sides, *, single: bool = False) -> None:
        super().__init__()
        self._sides, self._single = sides, single
        self.cards: list[RuleCard] = []
        self._unread: list[Plain] = []
        self.add = Button(tr("Add another rule"), kind="link", icon="plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._column.addLayout(row)
        self.add.setVisible(not single)
        self.add.clicked.connect(self._on_add)

    def rows(self) -> list[Plain]:
        """The rules as rows; a card that nobody filled is none."""
        return [*(row for card in self.cards if (row := card.row())), *self._unread]

    def show_rows(self, rows: Sequence[Plain]) -> None:
        """Shows these rules; one empty card when there are none."""
        for card in list(self.cards):
            self._take_away(card)
        readable = [row for row in rows if isinstance(row, Mapping)]
        self._unread = [row for row in rows if not isinstance(row, Mapping)]
        for row in readable or [{}]:
            self._append(row)

    def set_sides(self, sides: Sides) -> None:
        """Other fields are offered; the rules stay."""
        if sides != self._sides:
            self._sides = sides
            self.show_rows(self.rows())

    def show_problems(self, problems: Iterable[Problem], where: str = "rules") -> None:
        """Marks what is wrong: problems that name `<where>[<index>].<key>`. An empty card is not scolded."""
        told: dict[int, Problem] = {}
        for problem in problems:
            head, _, _key = problem.field.partition("].")
            if head.startswith(f"{where}["):
                told.setdefault(int(head.removeprefix(f"{where}[")), problem)
        place = 0
        for card in self.cards:
            found = told.get(place) if card.row() else None
            card.show_problem(found.field.rpartition(".")[2] if found else "", found.message if found else "")
            place += bool(card.row())

    def _append(self, row: Plain) -> RuleCard:
        card = RuleCard(self._sides, row, len(self.cards) + 1)
        card.changed.connect(self.changed)
        card.removed.connect(lambda: self._on_removed(card))
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        self._settle()
        return card

    def _take_away(self, card: RuleCard) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._settle()

    def _settle(self) -> None:
        for number, card in enumerate(self.cards, 1):
            card.set_number(number)
            card.remove.setEnabled(self._single or len(self.cards) > 1)

    def _on_add(self) -> None:
        self._append({}).field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_removed(self, card: RuleCard) -> None:
        place = self.cards.index(card)
        self._take_away(card)
        if self.cards:
            self.cards[min(place, len(self.cards) - 1)].remove.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
