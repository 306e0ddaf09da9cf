"""The card “Validation”: five checks that appear one by one, and what came of them. GUI thread only."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Check, CheckState
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import tr
from mailflow_gui.ui.connections.check_row import CheckRow
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.pill import StatusPill


class ValidationPanel(Card):
    """`remedy_chosen` carries a Remedy; `resized` follows when more or less stands here.

    `able` are the acts that the page can carry out.
    """

    remedy_chosen = Signal(object)
    resized = Signal()
    validate_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, able: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._able = able
        self._rows: list[CheckRow] = []
        self.error: MailflowError | None = None
        self.setAccessibleName(tr("Validation"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(Label(tr("Validation"), "subheading"))
        head.addStretch(1)
        self.pill = StatusPill()
        self.pill.setVisible(False)
        head.addWidget(self.pill)
        column.addLayout(head)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(18)
        column.addLayout(self._checks)
        self.banner = Banner("success", "")
        self.banner.setVisible(False)
        column.addWidget(self.banner)
        self.again = Button(tr("Validate Again"), icon="retry")
        self.again.clicked.connect(self.validate_requested)
        self.cancel = Button(tr("Cancel"))
        self.cancel.setAccessibleName(tr("Cancel Validation"))
        self.cancel.clicked.connect(self.cancel_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.again)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        self._show_buttons()

    def show_waiting(self, names: tuple[tuple[str, str], ...]) -> None:
        """The checks in gray, before the first run and after an edit."""
        self._show(tuple(Check(name, title, CheckState.WAITING) for name, title in names))
        self.error = None
        self.pill.setVisible(False)
        self.banner.setVisible(False)
        self._show_buttons()

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """How the checks stand while a run is under way."""
        self._show(checks)
        self.error = None
        self.banner.setVisible(False)
        self.pill.setVisible(True)
        self.pill.set_status("busy", tr("Validating…"))
        self._show_buttons(running=True)

    def show_success(self, checks: tuple[Check, ...], title: str, text: str) -> None:
        """All went well."""
        self._show(checks)
        self.error = None
        self.pill.setVisible(True)
        self.pill.set_status("success", tr("Successful"))
        self.banner.set_content("success", title, text)
        self.banner.setVisible(True)
        self._show_buttons(again=True)
        self._tell(title)

    def show_failure(self, checks: tuple[Check, ...], error: MailflowError | None, *, had_password: bool) -> None:
        """A check failed, or the person cancelled (`error` is None then)."""
        self._show(checks, _unsent(checks) if had_password else "")
        self.error = error
        self.banner.setVisible(False)
        self.pill.setVisible(True)
        if error is None:
            self.pill.set_status("neutral", tr("Cancelled"))
        else:
            self.pill.set_status("failed", tr("Not successful"))
            self._tell(f"{error.title}. {error.hint}")
        self._show_buttons()

    def first_action(self) -> QWidget | None:
        """The first button of the failed check, to take the focus."""
        for row in self._rows:
            if row.failure is not None and row.failure.buttons:
                return row.failure.buttons[0]
        return None

    def failed_row(self) -> CheckRow | None:
        """The row of the failed check."""
        return next((row for row in self._rows if row.failure is not None), None)

    def show_details(self) -> None:
        """Opens the technical details of the failed check."""
        row = self.failed_row()
        if row is not None and row.failure is not None:
            row.failure.toggle_details()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _show(self, checks: tuple[Check, ...], unsent: str = "") -> None:
        while len(self._rows) < len(checks):
            row = CheckRow(self._able)
            row.remedy_chosen.connect(self.remedy_chosen)
            self._rows.append(row)
            self._checks.addWidget(row)
        while len(self._rows) > len(checks):
            gone = self._rows.pop()
            self._checks.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for row, check in zip(self._rows, checks, strict=True):
            unsent_here = unsent if check.id == "sign-in" else ""
            row.show_check(check, " ".join(part for part in (tr("Not tried."), unsent_here) if part))

    def _show_buttons(self, *, running: bool = False, again: bool = False) -> None:
        self.again.setVisible(again)
        self.cancel.setVisible(running)

    def _tell(self, words: str) -> None:
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _unsent(checks: tuple[Check, ...]) -> str:
    tried = any(one.id == "sign-in" and one.state is not CheckState.NOT_TRIED for one in checks)
    return "" if tried else tr("Your password was not sent.")
