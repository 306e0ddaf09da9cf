"""“Compare”: what differs between two versions, step by step. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.comparison import Change, Difference, StepChange, compare
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Integration
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import ComboBox
from mailflow_gui.ui.widgets.labels import Heading, Label
from mailflow_gui.ui.widgets.page import ScrollPage
from mailflow_gui.ui.widgets.pill import StatusPill

_WORDS = {
    Change.ADDED: ("success", later("Added")),
    Change.REMOVED: ("error", later("Removed")),
    Change.MOVED: ("info", later("Moved")),
    Change.CHANGED: ("warning", later("Changed")),
}
#: Characters of a value shown.
_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Side:
    """One thing that can be compared: what it is called, and its steps as what would run."""

    name: str
    integration: Integration


class CompareDialog(QDialog):
    """Two choices, and what lies between them. Deletes itself when it is closed."""

    def __init__(
        self, sides: Sequence[Side], before: int, after: int, catalog: Catalog, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare Versions"))
        self.setAccessibleName(tr("Compare Versions"))
        self._sides = tuple(sides)
        self._catalog = catalog
        self.before, self.after = ComboBox(), ComboBox()
        for box, name, index in ((self.before, tr("Before"), before), (self.after, tr("After"), after)):
            box.setAccessibleName(name)
            for side in self._sides:
                box.addItem(side.name)
            box.setCurrentIndex(index)
        self.page = ScrollPage(spacing=12)
        self.parts: list[QWidget] = []
        self._lay_out()
        self.resize(680, 560)
        self.before.currentIndexChanged.connect(lambda _: self._fill())
        self.after.currentIndexChanged.connect(lambda _: self._fill())
        self._fill()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setContentsMargins(24, 0, 24, 0)
        choices.setSpacing(12)
        for word, box in ((tr("Before"), self.before), (tr("After"), self.after)):
            choices.addWidget(Label(word, "body", "text2"))
            choices.addWidget(box, 1)
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        title = Heading(tr("Compare Versions"))
        title.setContentsMargins(24, 0, 24, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(choices)
        column.addWidget(self.page, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        for part in self.parts:
            self.page.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        before, after = self._sides[self.before.currentIndex()], self._sides[self.after.currentIndex()]
        found = compare(before.integration, after.integration, self._catalog)
        self.parts = [ChangeCard(_general(found.differences))] if found.differences else []
        self.parts += [ChangeCard(one) for one in found.steps]
        if not found:
            self.parts = [
                EmptyState(
                    "check",
                    tr("No difference"),
                    tr("{one} and {other} do the same.", one=before.name, other=after.name),
                )
            ]
        for part in self.parts:
            self.page.add(part)


class ChangeCard(Card):
    """A step with what became of it, and its settings before and after."""

    def __init__(self, change: StepChange) -> None:
        super().__init__()
        self.change = change
        kind, word = _WORDS[change.change][0], tr(_WORDS[change.change][1])
        title = f"{change.number}. {change.title}" if change.number else change.title
        self.setAccessibleName(f"{title}: {word}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label(title, "strong"), 1)
        head.addWidget(StatusPill(kind, word))
        column.addLayout(head)
        if change.differences:
            column.addLayout(_table(change.differences))


def _table(differences: Sequence[Difference]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    top = Qt.AlignmentFlag.AlignTop
    for column, word in enumerate(("", tr("Before"), tr("After"))):
        grid.addWidget(Label(word, "caption", "text3"), 0, column)
    for row, one in enumerate(differences, 1):
        name = Label(one.label, "body", "text2", wrap=True)
        name.setMaximumWidth(160)
        grid.addWidget(name, row, 0, top)
        for column, text in ((1, one.before), (2, one.after)):
            value = Label(text[:_LONGEST], "body", wrap=True)
            value.set_selectable()
            said = tr("{field} before", field=one.label) if column == 1 else tr("{field} after", field=one.label)
            value.setAccessibleName(f"{said}: {text[:_LONGEST]}")
            grid.addWidget(value, row, column, top)
    return grid


def _general(differences: tuple[Difference, ...]) -> StepChange:
    return StepChange(Change.CHANGED, "", tr("Integration"), differences)
