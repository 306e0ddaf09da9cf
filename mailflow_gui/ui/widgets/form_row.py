"""One row of a form: label, field, and help or what is wrong. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.labels import Label

_FLASH_MS = 2000


def _restyle_by_property(widget: QWidget, name: str, on: bool) -> None:
    """Set a dynamic property the style sheet and the painting widgets look at."""
    widget.setProperty(name, on)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class FormRow(QWidget):
    """A labelled field. `note` is "Optional" or "Recommended"; `help` stands below until there is a problem."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        required: bool = False,
        note: str = "",
        help: str = "",
    ) -> None:
        super().__init__()
        self.field = field
        self._help_text = help
        self._problem: str | None = None
        self._label = Label(label, "label")
        self._note: Label | None = None
        self._sign: QLabel | None = None
        self._message: Label | None = None
        self._lay_out(required)
        self.set_note(note)
        self._label.setBuddy(field)
        field.setAccessibleName(label)
        proxy = field.focusProxy()
        if proxy is not None and not proxy.accessibleName():
            proxy.setAccessibleName(label)
        self._show_message()
        theme.current().changed.connect(self._show_message)

    @property
    def problem(self) -> str | None:
        """The message shown now, or None."""
        return self._problem

    def set_problem(self, problem: str | None) -> None:
        """Mark the field and replace the help by what is wrong; None takes it back."""
        changed = bool(problem) != bool(self._problem)
        self._problem = problem or None
        if changed:
            for part in self._parts():
                _restyle_by_property(part, "problem", bool(problem))
        self._show_message()

    def set_help(self, help: str) -> None:
        """Change the help below the field."""
        self._help_text = help
        self._show_message()

    def set_label(self, label: str) -> None:
        """Change the label and the field's accessible name."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def set_note(self, note: str) -> None:
        """Change the word beside the label."""
        if self._note is None:
            if not note:
                return
            self._note = Label(note, "caption", "text3")
            self._first.insertWidget(self._before_note, self._note)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def add_label_action(self, widget: QWidget) -> None:
        """Put a small button at the right end of the label line."""
        self._first.addWidget(widget)

    def flash(self) -> None:
        """Highlight the field for two seconds, to lead the eye to it."""
        for part in self._parts():
            _restyle_by_property(part, "flash", True)
        QTimer.singleShot(_FLASH_MS, self, self._end_flash)

    def _end_flash(self) -> None:
        for part in self._parts():
            _restyle_by_property(part, "flash", False)

    def _parts(self) -> list[QWidget]:
        proxy = self.field.focusProxy()
        return [self.field] if proxy is None else [self.field, proxy]

    def _lay_out(self, required: bool) -> None:
        """Label and field; the words around them are made when there are some."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._first = QHBoxLayout()
        self._first.setSpacing(6)
        self._first.addWidget(self._label)
        if required:
            self._first.addWidget(Label("*", "label", "dangerText"))
        self._before_note = self._first.count()
        self._first.addStretch(1)
        column.addLayout(self._first)
        column.addWidget(self.field)
        self._last = QHBoxLayout()
        self._last.setSpacing(6)
        column.addLayout(self._last)
        column.addStretch(1)  # a taller row keeps its parts together
        # Not Maximum: that would cut help that needs more lines than at its comfortable width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _show_message(self) -> None:
        text = self._problem or self._help_text
        if text and self._message is None:
            self._message = Label("", "caption", "text3", wrap=True)
            self._last.addWidget(self._message, 1)
        if self._message is not None:
            self._message.setText(text)
            self._message.setVisible(bool(text))
            self._message.set_role("dangerText" if self._problem else "text3")
        self._show_sign()
        self.field.setAccessibleDescription(text)
        proxy = self.field.focusProxy()
        if proxy is not None:
            proxy.setAccessibleDescription(text)

    def _show_sign(self) -> None:
        if self._problem is not None and self._sign is None:
            self._sign = QLabel()
            self._last.insertWidget(0, self._sign, 0, Qt.AlignmentFlag.AlignTop)
        if self._sign is not None:
            self._sign.setVisible(self._problem is not None)
            side = max(14, theme.current().line_height("caption"))
            self._sign.setFixedSize(14, side)
            self._sign.setPixmap(icons.pixmap("error", "dangerText", 14, self.devicePixelRatioF()))
