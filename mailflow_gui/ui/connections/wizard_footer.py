"""The buttons at the bottom of Create Connection. GUI thread only."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import Footer


class WizardFooter(Footer):
    """Cancel at the left; ⋯, Back, Validate, Next or Save at the right. At most one of them is primary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cancel = Button(tr("Cancel"))
        self.hint = Label(tr("Click a connector, or press Enter"), "caption", "text3")
        self.more = IconButton("more", tr("More Actions"))
        menu = themed_menu(self.more)
        self.skip = QAction(tr("Save Without Validating"), menu)
        menu.addAction(self.skip)
        self.more.setMenu(menu)
        self.back = Button(tr("Back"))
        self.validate = Button(tr("Validate"), kind="primary")
        self.validate.reserve_busy(tr("Validating…"))
        self.next = Button(tr("Next"), kind="primary")
        self.save = Button(tr("Save"), kind="primary")
        self.save.reserve_busy(tr("Saving…"))
        self.add_left(self.cancel)
        for part in (self.hint, self.more, self.back, self.validate, self.next, self.save):
            self.add_right(part)

    def show_step(self, step: int, stage: Stage, *, has_action: bool) -> None:
        """The buttons of a step (0 to 2); `has_action`: the failed check has a primary button of its own."""
        configuring = step == 1
        good, failed = stage is Stage.SUCCESS, stage is Stage.FAILED
        self.hint.setVisible(step == 0)
        self.more.setVisible(configuring)
        self.back.setVisible(step > 0)
        self.validate.setVisible(configuring and not good)
        self.next.setVisible(configuring and (good or failed))
        self.next.setEnabled(good)
        self.next.setToolTip("" if good else tr("Validate the connection first"))
        self.save.setVisible(step == 2)
        running = stage is Stage.RUNNING
        self.validate.set_busy(running, tr("Validating…") if running else None)
        self.validate.setText(tr("Validate Again") if failed else tr("Validate"))
        self.validate.set_icon("retry" if failed else None)
        self.validate.set_kind("secondary" if failed and has_action else "primary")

    def show_saving(self, busy: bool) -> None:
        """Saving is under way, or over."""
        self.save.set_busy(busy, tr("Saving…") if busy else None)
        self.back.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
