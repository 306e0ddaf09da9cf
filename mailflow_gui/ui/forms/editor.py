"""What the editors of declared fields have in common. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.fields import Plain


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
