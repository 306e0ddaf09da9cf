"""The buttons below a connection that is being edited. GUI thread only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.page import Footer


class DetailFooter(Footer):
    """Cancel at the left; Validate and Save at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cancel = Button(tr("Cancel"))
        self.validate = Button(tr("Validate"))
        self.validate.reserve_busy(tr("Validating…"))
        self.save = Button(tr("Save"), kind="primary")
        self.save.reserve_busy(tr("Saving…"))
        self.add_left(self.cancel)
        self.add_right(self.validate)
        self.add_right(self.save)

    def show_stage(self, stage: Stage) -> None:
        """Validate is under way, or over."""
        running = stage is Stage.RUNNING
        self.validate.set_busy(running, tr("Validating…") if running else None)

    def show_saving(self, busy: bool) -> None:
        """Saving is under way, or over."""
        self.save.set_busy(busy, tr("Saving…") if busy else None)
