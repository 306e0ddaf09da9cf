"""Small parts that several panels of the flow editor share. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.fields import Option
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_sides import Sides, sides_of
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.choices import ComboBox

#: The padding of a panel's content.
PADDING = 20


def sides_before(surroundings: Surroundings) -> Sides:
    """The fields that a step may read at its place."""
    return sides_of(surroundings.provided, None)


def section(panel: StepPanel, *, after_divider: bool = False) -> QVBoxLayout:
    """A padded column at the end of a panel; a hairline over the whole width may stand before it."""
    if after_divider:
        panel.column.addWidget(Divider())
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(PADDING, 16, PADDING, 16)
    column.setSpacing(16)
    panel.column.setSpacing(0)
    panel.column.addWidget(holder)
    return column


def choice_of(options: Sequence[Option], value: str, changed: Callable[[], object]) -> ComboBox:
    """A list of options, the one with this value chosen; `changed` follows the person's choice."""
    combo = ComboBox()
    for one in options:
        combo.addItem(one.label, one.value)
    combo.setCurrentIndex(max(0, combo.findData(value)))
    combo.activated.connect(lambda _: changed())
    return combo


def first_of(problems: Sequence[object]) -> str:
    """The first of several problems and how many more there are, "" when there is none."""
    if len(problems) < 2:
        return "".join(map(str, problems))
    return tr("{problem} And {count} more.", problem=problems[0], count=len(problems) - 1)


def boxed(widget: QWidget) -> Card:
    """A widget in a sunken box: what would come out."""
    card = Card()
    card.set_ground("sunken", 8)
    inner = QVBoxLayout(card)
    inner.setContentsMargins(12, 10, 12, 10)
    inner.addWidget(widget)
    return card
