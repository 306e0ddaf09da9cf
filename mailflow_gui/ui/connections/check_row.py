"""One check of Validate: sign, title, time, caption; when it failed, what to do. GUI thread only."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Check, CheckState
from mailflow_gui.core.errors import MailflowError, Remedy
from mailflow_gui.core.language import later, number, tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.connections.fingerprint import FingerprintBox
from mailflow_gui.ui.connections.words import from_facts
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.copying import copies, show_copied
from mailflow_gui.ui.widgets.labels import Caption, Label, LinkButton
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.spinner import Turning, draw_arc

_SIGNS = {
    CheckState.WAITING: ("clock", "text3"),
    CheckState.OK: ("check-circle", "successText"),
    CheckState.WARNING: ("warning", "warningText"),
    CheckState.FAILED: ("error", "dangerText"),
    CheckState.NOT_TRIED: ("minus", "text3"),
}
_STATE_WORDS = {
    CheckState.WAITING: later("waiting"),
    CheckState.RUNNING: later("under way"),
    CheckState.OK: later("successful"),
    CheckState.WARNING: later("warning"),
    CheckState.FAILED: later("not successful"),
    CheckState.NOT_TRIED: later("not tried"),
}
_REMEDY_ICONS = {
    "trust": "certificate",
    "paste": "key",
    "fetch": "import",
    "open-file": "folder",
    "validate": "retry",
    "account-page": "browser",
    "copy": "copy",
    "unlock-keyring": "unlock",
    "open-settings": "settings",
}


class CheckSign(QWidget):
    """Clock, spinner, check, warning, cross or dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CheckState.WAITING
        self._turning = Turning(self)
        self.setFixedSize(QSize(18, theme.current().line_height("label")))
        theme.current().changed.connect(self.update)

    def set_state(self, state: CheckState) -> None:
        """Shows another state."""
        self._state = state
        self._turning.set_running(state is CheckState.RUNNING)
        self.update()

    def hideEvent(self, event: QHideEvent, /) -> None:
        self._turning.set_running(False)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        place = QRectF(0, (self.height() - 18) / 2, 18, 18)
        if self._state is CheckState.RUNNING:
            draw_arc(painter, place.adjusted(1, 1, -1, -1), theme.color("infoText"))
        else:
            name, role = _SIGNS[self._state]
            icons.paint(painter, place, name, theme.color(role))
        painter.end()


class FailureBlock(QWidget):
    """Explanation, fingerprint, buttons and technical details of a failed check."""

    remedy_chosen = Signal(object)

    def __init__(self, error: MailflowError, able: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = error
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        words = " ".join(part for part in (error.hint, error.fix) if part)
        if words:
            column.addWidget(Label(words, "body", "text2", wrap=True))
        shown = from_facts(error.facts)
        if shown is not None:
            column.addWidget(FingerprintBox(shown))
        self.buttons = self._make_buttons([one for one in error.remedies if one.act in able])
        if self.buttons:
            holder = SideBySide([(button, button.sizeHint().width(), 0) for button in self.buttons])
            holder.set_gap(8)
            column.addWidget(holder)
        self.details_link = LinkButton(tr("Technical details"))
        self.details_link.clicked.connect(self.toggle_details)
        self._details = self._make_details(error.details)
        link = QHBoxLayout()
        link.addWidget(self.details_link)
        link.addStretch(1)
        column.addLayout(link)
        self.details_link.setVisible(bool(error.details))
        column.addWidget(self._details)

    def toggle_details(self) -> None:
        """Shows the server's own words, or hides them."""
        self._details.setVisible(self._details.isHidden())

    def _make_buttons(self, remedies: list[Remedy]) -> list[Button]:
        made = []
        for place, remedy in enumerate(remedies):
            button = Button(
                remedy.label,
                kind="primary" if place == 0 else "secondary",
                icon="key" if remedy.field == "password" else _REMEDY_ICONS.get(remedy.act),
            )
            button.clicked.connect(lambda _=False, one=remedy: self.remedy_chosen.emit(one))
            if remedy.act == "copy":
                button.clicked.connect(lambda _=False, one=button: show_copied(one))
            made.append(button)
        return made

    def _make_details(self, text: str) -> Card:
        holder = Card()
        holder.set_ground("sunken", 8)
        row = QHBoxLayout(holder)
        row.setContentsMargins(10, 8, 6, 8)
        words = Label(text, "mono", wrap=True)
        words.set_selectable()
        words.setAccessibleName(tr("Technical details"))
        copy = IconButton("copy", tr("Copy Details"), size=16, side=24)
        copies(copy, lambda: text)
        row.addWidget(words, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        holder.setVisible(False)
        return holder


class CheckRow(QWidget):
    """A row of the panel. `able`: the remedies the page can carry out; others get no button."""

    remedy_chosen = Signal(object)

    def __init__(self, able: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._able = able
        self._shown: tuple[Check, str] | None = None
        self._sign = CheckSign()
        self._title = Label("", "label", wrap=True)
        self._time = Label("", "caption", "text3")
        self._time.set_tabular()
        self._time.set_line("label")
        self._caption = Caption("", "text3")
        self.failure: FailureBlock | None = None
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._title, 1)
        first.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(first)
        self._column.addWidget(self._caption)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def show_check(self, check: Check, note: str = "") -> None:
        """Shows a check; `note` stands below one that was not tried."""
        if (check, note) == self._shown:
            return
        self._shown = (check, note)
        quiet = check.state in (CheckState.WAITING, CheckState.NOT_TRIED)
        error = check.error if isinstance(check.error, MailflowError) else None
        self._sign.set_state(check.state)
        self._title.setText(error.title if error else check.title)
        self._title.set_role("text2" if quiet else "text")
        self._title.set_style("body" if quiet else "label")
        self._time.setText("" if check.milliseconds is None or error else f"{number(check.milliseconds)} ms")
        detail = check.detail or (note if check.state is CheckState.NOT_TRIED else "")
        self._caption.setText(detail)
        self._caption.setVisible(bool(detail))
        self.setAccessibleName(f"{self._title.text()}, {tr(_STATE_WORDS[check.state])}")
        self.setAccessibleDescription(detail or (error.hint if error else ""))
        self._show_failure(error)

    def _show_failure(self, error: MailflowError | None) -> None:
        if self.failure is not None:
            self._column.removeWidget(self.failure)
            self.failure.hide()
            self.failure.deleteLater()
            self.failure = None
        if error is not None:
            self.failure = FailureBlock(error, self._able)
            self.failure.remedy_chosen.connect(self.remedy_chosen)
            self._column.addWidget(self.failure)
