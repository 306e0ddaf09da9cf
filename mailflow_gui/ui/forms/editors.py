"""One editor for each kind of declared field: a widget, its raw value, and a signal when the person changed it.

GUI thread only.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from mailflow_gui.core.fields import Choice, Duration, Field, Number, Plain, SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.ui.forms.choice_editors import ChoiceEditor, OptionTextEditor
from mailflow_gui.ui.forms.editor import Editor
from mailflow_gui.ui.forms.pem_area import PemArea
from mailflow_gui.ui.widgets.folder_edit import FolderEdit
from mailflow_gui.ui.widgets.inputs import (
    CheckBox,
    DurationEdit,
    LineEdit,
    PasswordEdit,
    PortEdit,
    SpinBox,
    TextArea,
)

_KEPT = "•" * 14
#: The largest number of a spin box.
_SPIN = 2**31 - 1


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


class FolderEditor(Editor):
    """A mailbox folder: typed, or chosen where `browse_clicked` of `folder` is answered."""

    def __init__(self, field: Field[Any]) -> None:
        self.folder = FolderEdit(field.placeholder)
        super().__init__(self.folder, self.folder.line)
        self.folder.changed.connect(self.changed)

    def raw(self) -> Plain:
        return self.folder.value()

    def show(self, raw: Plain) -> None:
        if self.folder.value() != str(raw):
            self.folder.set_value(str(raw))


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
    simple: dict[str, type[LineEditor | FolderEditor | SecretEditor | PemEditor | FlagEditor | LongTextEditor]] = {
        "text": LineEditor,
        "addresses": LineEditor,
        "folder": FolderEditor,
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
