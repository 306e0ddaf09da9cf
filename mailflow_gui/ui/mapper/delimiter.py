"""The text between parts: one of the usual ones, or any other typed in. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mailflow_gui.core.language import later, tr
from mailflow_gui.ui.widgets.choices import ComboBox

_USUAL = (
    (" ", later("Space")),
    (", ", later("Comma and space")),
    (",", later("Comma")),
    ("; ", later("Semicolon and space")),
    ("\n", later("New line")),
)
_NOTHING = ("", later("Nothing"))


class DelimiterCombo(ComboBox):
    """A delimiter by name, or as typed. `delimiter_changed` follows the person's choice."""

    delimiter_changed = Signal(str)

    def __init__(self, delimiter: str, *, with_nothing: bool) -> None:
        super().__init__()
        known = [*_USUAL, _NOTHING] if with_nothing else list(_USUAL)
        self._known = [(text, tr(name)) for text, name in known]
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
