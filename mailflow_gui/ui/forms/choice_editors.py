"""Editors of fields that take one of some options. GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.fields import Choice, Field, Option, Plain
from mailflow_gui.ui.forms.editor import Editor
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.widgets.inputs import ComboBox, LineEdit
from mailflow_gui.ui.widgets.labels import Caption
from mailflow_gui.ui.widgets.segmented import Segmented

#: More options, or longer words than this, make a list instead of words side by side.
_MOST_SEGMENTS, _SEGMENT_LETTERS = 4, 36
#: Pixels that a help beside a chooser needs; with less it stands below.
_HELP_WIDTH = 180


class ChoiceEditor(Editor):
    """One of a few: words side by side with the chosen one's help, or a list when there are many."""

    def __init__(self, field: Choice) -> None:
        self._options = field.options
        self._field = field
        letters = sum(len(option.label) for option in field.options)
        self._segmented: Segmented | None = None
        self._combo: ComboBox | None = None
        chooser: QWidget
        if len(field.options) <= _MOST_SEGMENTS and letters <= _SEGMENT_LETTERS:
            self._segmented = Segmented([(one.value, one.label) for one in field.options], strong=True)
            self._segmented.changed.connect(self._on_changed)
            chooser = self._segmented
        else:
            self._combo = ComboBox()
            for one in field.options:
                self._combo.addItem(one.label, one.value)
            self._combo.currentIndexChanged.connect(self._on_changed)
            chooser = self._combo
        self._help = Caption("") if any(one.help for one in self._options) else None
        chooser.setAccessibleName(field.label)
        super().__init__(self._holder(chooser), chooser)
        self.show(field.default)
        self._show_help()

    def _holder(self, chooser: QWidget) -> QWidget:
        """The chooser with the chosen one's help beside it, or below where there is no room."""
        if self._help is not None:
            beside = SideBySide([(chooser, 0, 0), (self._help, _HELP_WIDTH, 1)])
            beside.set_gap(16, 4)
            beside.setFocusProxy(chooser)
            return beside
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(chooser)
        if self._combo is None:
            row.addStretch(1)
        holder.setFocusProxy(chooser)
        return holder

    def raw(self) -> Plain:
        if self._segmented is not None:
            return self._segmented.value
        return str(self._combo.currentData()) if self._combo is not None else ""

    def show(self, raw: Plain) -> None:
        value = self._field.aliases.get(str(raw), str(raw))
        if value not in [option.value for option in self._options]:
            value = self._field.default
        if self._segmented is not None:
            self._segmented.set_value(value)
        elif self._combo is not None:
            self._combo.setCurrentIndex(max(0, self._combo.findData(value)))
        self._show_help()

    def _on_changed(self, *_: object) -> None:
        self._show_help()
        self.changed.emit()

    def _show_help(self) -> None:
        if self._help is None:
            return
        now = self.raw()
        self._help.setText(next((one.help for one in self._options if one.value == now), ""))


class OptionTextEditor(Editor):
    """Text of the form option plus word, such as `move:Done`: a list, and a field for the word when it is wanted."""

    def __init__(self, field: Field[Any], options: Sequence[Option]) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._combo = ComboBox()
        for one in options:
            self._combo.addItem(one.label, one.value)
        self._word = LineEdit()
        self._word.setAccessibleName(field.label)
        row.addWidget(self._combo)
        row.addWidget(self._word, 1)
        row.addStretch(1)
        holder.setFocusProxy(self._combo)
        super().__init__(holder, self._combo)
        self._combo.currentIndexChanged.connect(self._on_changed)
        self._word.textChanged.connect(lambda _: self.changed.emit())
        self.show(field.default)

    def raw(self) -> Plain:
        value = str(self._combo.currentData())
        return f"{value}{self._word.text().strip()}" if _wants_word(value) else value

    def show(self, raw: Plain) -> None:
        text = str(raw)
        values = [str(self._combo.itemData(place)) for place in range(self._combo.count())]
        for place, value in enumerate(values):
            if text == value or (_wants_word(value) and text.startswith(value)):
                self._word.setText(text.removeprefix(value))
                self._combo.setCurrentIndex(place)
        self._word.setVisible(_wants_word(str(self._combo.currentData())))

    def _on_changed(self) -> None:
        self._word.setVisible(_wants_word(str(self._combo.currentData())))
        self.changed.emit()


def _wants_word(value: str) -> bool:
    return value.endswith((":", " "))
