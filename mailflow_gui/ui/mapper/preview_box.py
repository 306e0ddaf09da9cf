"""The value of a mapping at its source and after each transformation. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout

from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_results import LineResult, shown_value
from mailflow_gui.core.message import FieldValue
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import Caption, Label

_MOST = 160


class PreviewBox(Card):
    """Steps with their values in quotes; the last one in green, what failed in red."""

    def __init__(self) -> None:
        super().__init__()
        self.set_ground("sunken", 8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 11)
        self._column.setSpacing(0)
        self._labels: list[Label] = []
        self.setAccessibleName(tr("Preview"))

    def edge(self) -> tuple[QColor, float]:
        return theme.color("sunken"), 1.0

    def texts(self) -> list[str]:
        """What is shown, line by line."""
        return [one.text() for one in self._labels if not one.isHidden()]

    def show_result(self, line: Line, result: LineResult | None) -> None:
        """Shows the stages of a line, reusing the labels that are there."""
        told: list[tuple[str, str]] = []
        if result is None:
            told.append((tr("No sample message yet"), "text2"))
        else:
            told += self._stages(line, result)
        for place, (text, role) in enumerate(told):
            label = self._label(place, mono=role in ("text", "successText"))
            label.setText(text)
            label.set_role(role)
            if label.isHidden() and label.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                label.show()
        for label in self._labels[len(told) :]:
            label.hide()

    def _stages(self, line: Line, result: LineResult) -> list[tuple[str, str]]:
        told: list[tuple[str, str]] = []
        last = len(line.chain)
        for place, stage in enumerate(result.stages):
            use = line.chain[place - 1].label if 0 < place <= len(line.chain) else ""
            told.append((f"{place} · {use}" if place else tr("Source"), "text2"))
            done = place == last and place > 0 and not result.trouble
            told.append((quoted(stage.value), "successText" if done else "text"))
        if result.trouble:
            told.append((result.trouble, "dangerText"))
        elif result.skipped:
            told.append((tr("The condition does not hold for this message: nothing is mapped."), "text2"))
        elif line.split is not None:
            for name in line.targets:
                told.append((name, "text2"))
                told.append((quoted(result.values.get(name)), "successText"))
        return told

    def _label(self, place: int, *, mono: bool) -> Label:
        if place == len(self._labels):
            self._labels.append(Caption(""))
            self._column.addWidget(self._labels[-1])
        label = self._labels[place]
        label.set_style("mono" if mono else "caption")
        label.setContentsMargins(0, 0 if mono or place == 0 else 4, 0, 2 if mono else 0)
        return label


def quoted(value: FieldValue) -> str:
    """A value between quotes, so that spaces at its ends are seen; “nothing” for an absent one."""
    return tr("nothing") if value is None else f'"{shown_value(value, _MOST)}"'
