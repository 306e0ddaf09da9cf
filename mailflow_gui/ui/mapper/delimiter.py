"""The text between parts: one of the usual ones, or any other typed in. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mailflow_gui.ui.widgets.choices import ComboBox

_USUAL = ((" ", "Space"), (", ", "Comma and space"), (",", "Comma"), ("; ", "Semicolon and space"), ("\n", "New line"))
_NOTHING = ("", "Nothing")


class DelimiterCombo(ComboBox):
    """A delimiter by name, or as typed. `delimiter_changed` follows the person's choice."""

    delimiter_changed = Signal(str)

    def __init__(self, delimiter: str, *, with_nothing: bool) -> None:
        super().__init__()
        self._known = [*_USUAL, _NOTHING] if with_nothing else list(_USUAL)
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        for text, name in self._known:
            self.addItem(name, text)
        self.setEditText(next((name for text, name in self._known if text == delimiter), delimiter))
        edit = self.lineEdit()
        if edit is not None:
            edit.textEdited.connect(lambda _: self.delimiter_changed.emit(self.delimiter()))
        self.activated.connect(lambda _: self.delimiter_changed.emit(self.delimiter()))

    def delimiter(self) -> str:
        """The text itself."""
        shown = self.currentText()
        return next((text for text, name in self._known if name == shown), shown)
