"""One transformation in the mapping panel: its name, and a form made of its declared parameters. GUI thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Field, Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_lines import Use
from mailflow_gui.ui import theme
from mailflow_gui.ui.forms.editor import Editor
from mailflow_gui.ui.forms.editors import LineEditor, editor_for
from mailflow_gui.ui.mapper.end_row import Handle, Mover
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel


class UseCard(Card):
    """`changed` carries a parameter's key and value, `moved` by how many places, `opened` whether it is open now."""

    changed = Signal(str, object)
    moved = Signal(int)
    removed = Signal()
    opened = Signal(bool)

    def __init__(self, use: Use, number: int, *, is_open: bool) -> None:
        super().__init__()
        self.use = use
        self.editors: dict[str, Editor] = {}
        self._rows: dict[str, FormRow] = {}
        self.setAccessibleName(tr("Transformation {number}: {label}", number=number, label=use.label))
        self._name = ElidedLabel(use.label, "body")
        self.remove = IconButton("trash", tr("Remove {name}", name=use.label), size=16, side=28)
        self.fold = IconButton("chevron-down", tr("Show {name}", name=use.label), size=16, side=28)
        self._form = QWidget()
        self._trouble = Caption("", "dangerText")
        self._lay_out()
        self.set_open(is_open)
        self.remove.clicked.connect(self.removed)
        self.fold.clicked.connect(self._on_folded)
        Mover(self).moved.connect(self.moved)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    @property
    def is_open(self) -> bool:
        """Whether its parameters are shown."""
        return not self._form.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Shows or hides the parameters."""
        self._form.setVisible(is_open and self._has_form())
        self.fold.setVisible(self._has_form())
        self.fold.set_icon("chevron-up" if is_open else "chevron-down")
        name = self.use.label
        self.fold.set_name(tr("Hide {name}", name=name) if is_open else tr("Show {name}", name=name))
        self.update()

    def show_trouble(self, at: str, text: str) -> None:
        """Says what is wrong: with the parameter `at`, or with the whole; "" takes it back."""
        for key, row in self._rows.items():
            row.set_problem(text if key == at and text else None)
        whole = text if at not in self._rows else ""
        self._trouble.setText(whole)
        self._trouble.setVisible(bool(whole))
        if text and at in self._rows:
            self.set_open(True)

    def first_focus(self) -> QWidget:
        """Where typing begins: the first parameter, else the button that removes it."""
        editor = next(iter(self.editors.values()), None)
        return editor.focus_target if editor is not None else self.remove

    def edge(self) -> tuple[QColor, float]:
        focus = QApplication.focusWidget()
        if self.is_open and focus is not None and self.isAncestorOf(focus):
            return theme.color("accent"), 2.0
        return super().edge()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease and self._has_form():
            self._on_folded()
            return True
        return False

    def _has_form(self) -> bool:
        return bool(self.editors)

    def _lay_out(self) -> None:
        handle = Handle()
        handle.dropped.connect(self._on_dropped)
        self._name.installEventFilter(self)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(handle)
        head.addWidget(self._name, 1)
        head.addWidget(self.remove)
        head.addWidget(self.fold)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(4, 4, 4, 4)
        form.setSpacing(12)
        kind = self.use.kind
        for parameter in kind.parameters if kind is not None else ():
            form.addWidget(self._row(parameter))
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 6, 9, 7)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._form)
        column.addWidget(self._trouble)
        if kind is None:
            self._trouble.setText(
                tr("Mailflow does not know this transformation. Remove it, or correct it in the file.")
            )
        self._trouble.setVisible(kind is None)

    def _row(self, parameter: Field[Any]) -> FormRow:
        value = self.use.argument(parameter.key)
        # Texts of transformations are mostly a word: several lines only where there are some, or where they are usual.
        short = parameter.kind == "longtext" and parameter.key != "template" and "\n" not in str(value)
        editor = LineEditor(parameter) if short else editor_for(parameter)
        editor.show(value)
        editor.changed.connect(lambda: self._on_changed(parameter.key, editor.raw()))
        self.editors[parameter.key] = editor
        row = FormRow(parameter.label, editor.widget, required=parameter.required, help=parameter.help)
        self._rows[parameter.key] = row
        return row

    def _on_changed(self, key: str, value: Plain) -> None:
        self.changed.emit(key, value)

    def _on_folded(self) -> None:
        self.set_open(self._form.isHidden())
        self.opened.emit(self.is_open)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        self.update()

    def _on_dropped(self, pixels: int) -> None:
        places = round(pixels / max(1, min(self.height(), 50)))
        if places:
            self.moved.emit(places)

    def focus_first(self) -> None:
        """Puts the focus where typing begins."""
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
