"""Step 3 of Create Connection: name, description, and what will be saved. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Connector, Pattern
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Profile, free_name
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui import theme
from mailflow_gui.ui.connections.summary_card import SummaryCard
from mailflow_gui.ui.connections.words import moment_words, now, outgoing_of
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit, TextArea
from mailflow_gui.ui.widgets.labels import Heading, Label

_LONGEST_NAME = 120
_BESIDE = 680


class NamePage(QWidget):
    """`edited` follows each change, `edit_requested` leads back to the settings."""

    edited = Signal()
    edit_requested = Signal()

    def __init__(self, connector: Connector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connector = connector
        self._profile = Profile()
        self._offered = ""
        self.name = LineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        help = tr("This is the name you see when you build an integration.")
        self.name_row = FormRow(tr("Name"), self.name, required=True, help=help)
        self.description = TextArea(lines=4)
        self.description_row = FormRow(tr("Description"), self.description, note=tr("Optional"))
        self.refusal = Banner("error", "")
        self.refusal.setVisible(False)
        self.other = Banner("info", tr("You will also want a Send Email connection"))
        self.other.setVisible(False)
        self.summary = SummaryCard(connector, saved=False)
        self.summary.edit_requested.connect(self.edit_requested)
        self._lay_out()
        self.name.textChanged.connect(self._on_name_changed)
        self.description.textChanged.connect(self.edited)

    def prepare(self, settings: Settings, profile: Profile, validated: str) -> None:
        """Shows what will be saved. A name the person typed stays; otherwise one is proposed and selected."""
        self._profile = profile
        account = str(settings.get("username") or settings.get("host"))
        proposal = free_name({one.name for one in profile.connections}, f"{self._connector.title} – {account}")
        if self.name.text() in ("", self._offered):
            self._offered = proposal
            self.name.setText(proposal)
        self.summary.show_settings(settings, [key for key, one in settings.secrets().items() if one])
        if validated:
            self.summary.show_status("validated", tr("Validated"), moment_words(validated, now()))
        else:
            self.summary.show_status("not_validated", tr("Not validated"))
        self._suggest_other(str(settings.get("host")))
        self.clear_refusal()

    def is_typed(self) -> bool:
        """Whether the person typed a name or a description."""
        return self.name.text() != self._offered or bool(self.description.text())

    def focus_name(self) -> None:
        """Name focused, its text selected."""
        self.name.setFocus()
        self.name.selectAll()

    def check(self) -> bool:
        """Whether the name can be used; what is wrong is shown below it."""
        name = self.name.text().strip()
        taken = any(one.name.casefold() == name.casefold() for one in self._profile.connections)
        problem = tr("Enter a name.") if not name else tr("That name is taken. Try another.") if taken else None
        self.name_row.set_problem(problem)
        if problem:
            self.name.setFocus()
        return problem is None

    def show_refusal(self, title: str, text: str, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Saving failed; nothing was saved."""
        self.refusal.set_content("error", title, text, buttons)
        self.refusal.setVisible(True)
        if self.refusal.buttons():
            self.refusal.buttons()[0].setFocus()

    def clear_refusal(self) -> None:
        """Takes the banner back."""
        self.refusal.setVisible(False)

    def fit(self, width: int) -> None:
        """Summary beside or below, for this width of the page."""
        beside = width >= theme.px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(tr("Name this connection")))
        sentence = tr("Choose a name that helps you tell it apart from your other connections.")
        words.addWidget(Label(sentence, "body", "text2", wrap=True))
        left.addLayout(words)
        left.addWidget(self.name_row)
        left.addWidget(self.description_row)
        left.addWidget(self.other)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.summary)
        right.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.refusal)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._columns.addLayout(left, 26)
        self._columns.addLayout(right, 19)
        column.addLayout(self._columns)

    def _suggest_other(self, host: str) -> None:
        starts = any(action.pattern is Pattern.FROM for action in self._connector.actions)
        sends = any(one.connector == "email-send" for one in self._profile.connections)
        server = outgoing_of(host)
        text = (
            tr("To answer or forward messages, create one for {server} after you save.", server=server)
            if server
            else tr("To answer or forward messages, create one after you save.")
        )
        self.other.set_content("info", tr("You will also want a Send Email connection"), text)
        self.other.setVisible(starts and not sends)

    def _on_name_changed(self) -> None:
        self.name_row.set_problem(None)
        self.edited.emit()
