"""One editor for each kind of declared field: a widget, its raw value, and a signal when the person changed it.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from mailflow_gui.core.fields import Choice, Duration, Field, Number, Option, Plain, SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.ui.forms.pem_area import PemArea
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.widgets.inputs import (
    CheckBox,
    ComboBox,
    DurationEdit,
    LineEdit,
    PasswordEdit,
    PortEdit,
    SpinBox,
    TextArea,
)
from mailflow_gui.ui.widgets.labels import Caption
from mailflow_gui.ui.widgets.segmented import Segmented

#: More options, or longer words than this, make a list instead of words side by side.
_MOST_SEGMENTS, _SEGMENT_LETTERS = 4, 36
#: Pixels that a help beside a chooser needs; with less it stands below.
_HELP_WIDTH = 180
_KEPT = "•" * 14
#: The largest number of a spin box.
_SPIN = 2**31 - 1


class Editor(QObject):
    """Base: `widget` stands in the form, `focus_target` takes the focus, `changed` follows each change."""

    changed = Signal()

    def __init__(self, widget: QWidget, focus_target: QWidget | None = None) -> None:
        super().__init__(widget)
        self.widget = widget
        self.focus_target = focus_target or widget

    def raw(self) -> Plain:
        """The raw value as it stands, for `Settings.check`."""
        raise NotImplementedError

    def show(self, raw: Plain) -> None:
        """Shows a raw value."""
        raise NotImplementedError

    def set_placeholder(self, text: str) -> None:
        """What stands in the field while it is empty."""


class LineEditor(Editor):
    """Text and addresses: one line."""

    def __init__(self, field: Field[Any]) -> None:
        self.line = LineEdit(placeholder=field.placeholder)
        super().__init__(self.line)
        self.line.textChanged.connect(lambda _: self.changed.emit())

    def raw(self) -> Plain:
        return self.line.text()

    def show(self, raw: Plain) -> None:
        if self.line.text() != str(raw):
            self.line.setText(str(raw))

    def set_placeholder(self, text: str) -> None:
        self.line.setPlaceholderText(text)


class SecretEditor(Editor):
    """A secret. `keep()` shows dots for a saved one; as long as nobody types, `kept` stays true and raw is blank."""

    def __init__(self, field: Field[Any]) -> None:
        self.line = PasswordEdit(placeholder=field.placeholder)
        super().__init__(self.line)
        self.kept = False
        self.line.textChanged.connect(self._on_text_changed)

    def keep(self) -> None:
        """There is a saved secret that nobody is shown."""
        self.line.clear()
        self.kept = True
        self.line.setPlaceholderText(_KEPT)

    def raw(self) -> Plain:
        return SecretText(self.line.text())

    def show(self, raw: Plain) -> None:
        self.line.setText(raw.reveal() if isinstance(raw, SecretText) else str(raw))

    def _on_text_changed(self) -> None:
        if self.kept and self.line.text():
            self.kept = False
            self.line.setPlaceholderText("")
        self.changed.emit()


class PortEditor(Editor):
    """A port: typed, or one of the usual ones."""

    def __init__(self, field: Field[Any]) -> None:
        self.port = PortEdit()
        # Else the widest of the usual ports with its explanation would decide the width.
        self.port.setSizeAdjustPolicy(PortEdit.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.port.view().setMinimumWidth(180)
        super().__init__(self.port)
        self.port.value_changed.connect(lambda _: self.changed.emit())

    def raw(self) -> Plain:
        return self.port.value()

    def show(self, raw: Plain) -> None:
        self.port.set_value("" if raw in (0, None) else str(raw))


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


class PemEditor(Editor):
    """A certificate: pasted, or dropped as a file."""

    def __init__(self, field: Field[Any]) -> None:
        self.area = PemArea()
        super().__init__(self.area)
        self._placeholder = self.area.placeholderText()
        self.area.textChanged.connect(self.changed)

    def raw(self) -> Plain:
        return self.area.toPlainText()

    def show(self, raw: Plain) -> None:
        if self.area.toPlainText().strip() != str(raw).strip():
            self.area.setPlainText(str(raw).strip())

    def set_placeholder(self, text: str) -> None:
        self.area.setPlaceholderText(text or self._placeholder)


class FlagEditor(Editor):
    """On or off; the help stands beside the mark."""

    def __init__(self, field: Field[Any]) -> None:
        self.box = CheckBox(field.help or field.label)
        super().__init__(self.box)
        self.box.toggled.connect(lambda _: self.changed.emit())

    def raw(self) -> Plain:
        return self.box.isChecked()

    def show(self, raw: Plain) -> None:
        self.box.setChecked(raw is True or str(raw).lower() == "true")


class NumberEditor(Editor):
    """A whole number; −1 reads “No limit” where it is the lowest."""

    def __init__(self, field: Number) -> None:
        self.spin = SpinBox(field.low, field.high)
        if field.low == -1:
            self.spin.setSpecialValueText(tr("No limit"))
        self.spin.setMinimumWidth(120)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.spin)
        row.addStretch(1)
        holder.setFocusProxy(self.spin)
        super().__init__(holder, self.spin)
        self.show(field.default)
        self.spin.valueChanged.connect(lambda _: self.changed.emit())

    def raw(self) -> Plain:
        return self.spin.value()

    def show(self, raw: Plain) -> None:
        try:
            self.spin.setValue(int(str(raw)))
        except ValueError:
            pass  # a damaged saved value: the form shows the nearest thing it can, the check names the problem


class WideNumberEditor(LineEditor):
    """A whole number beyond what a spin box counts."""

    def __init__(self, field: Number) -> None:
        super().__init__(field)
        self._field = field
        self.show(field.default)

    def raw(self) -> Plain:
        text = self.line.text().strip()
        try:
            return self._field.convert(text)
        except ValueError:
            return text  # the check names the problem


class DurationEditor(Editor):
    """A length of time."""

    def __init__(self, field: Duration) -> None:
        self._field = field
        self.edit = DurationEdit(field.default)
        super().__init__(self.edit)
        self.edit.value_changed.connect(lambda _: self.changed.emit())

    def raw(self) -> Plain:
        return self._field.dump(self.edit.value())

    def show(self, raw: Plain) -> None:
        try:
            self.edit.set_value(self._field.convert(raw))
        except ValueError:
            pass


class LongTextEditor(Editor):
    """Several lines of text, a template, or an expression."""

    def __init__(self, field: Field[Any]) -> None:
        self.area = TextArea(lines=5, placeholder=field.placeholder)
        super().__init__(self.area)
        self.area.textChanged.connect(self.changed)

    def raw(self) -> Plain:
        return self.area.toPlainText()

    def show(self, raw: Plain) -> None:
        if self.area.toPlainText() != str(raw):
            self.area.setPlainText(str(raw))

    def set_placeholder(self, text: str) -> None:
        self.area.setPlaceholderText(text)


def editor_for(field: Field[Any]) -> Editor:
    """The editor of a declared field. Raises ValueError for a kind that has its own page (rows)."""
    options = getattr(field, "options", ())
    if isinstance(field, Choice):
        return ChoiceEditor(field)
    if options:
        return OptionTextEditor(field, options)
    if field.kind == "port":
        return PortEditor(field)
    if isinstance(field, Number):
        return NumberEditor(field) if field.low >= -_SPIN and field.high <= _SPIN else WideNumberEditor(field)
    if isinstance(field, Duration):
        return DurationEditor(field)
    simple: dict[str, type[LineEditor | SecretEditor | PemEditor | FlagEditor | LongTextEditor]] = {
        "text": LineEditor,
        "addresses": LineEditor,
        "secret": SecretEditor,
        "pem": PemEditor,
        "flag": FlagEditor,
        "longtext": LongTextEditor,
        "template": LongTextEditor,
        "expression": LongTextEditor,
    }
    if field.kind not in simple:
        raise ValueError(f"a form has no editor for {field.kind} ({field.key})")
    return simple[field.kind](field)


def text_parts(editor: Editor) -> list[QLineEdit | QPlainTextEdit]:
    """The text inputs inside an editor."""
    found: list[QLineEdit | QPlainTextEdit] = []
    for kind in (QLineEdit, QPlainTextEdit):
        if isinstance(editor.widget, kind):
            found.append(editor.widget)
        found += editor.widget.findChildren(kind)
    return found
