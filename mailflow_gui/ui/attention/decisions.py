"""What the person decides about messages that need attention: carried out, told, and taken back. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.exchange import Redirect
from mailflow_gui.core.history import Recipient
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.mime.filenames import safe_file_name
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.attention.address_sheet import AddressSheet
from mailflow_gui.ui.attention.approval_dialog import ApprovalDialog
from mailflow_gui.ui.attention.fixes import UNDECIDED, Act, Fix, place_of
from mailflow_gui.ui.attention.words import again_words, sent_words
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.messages.message_dialog import MessageDialog


class Decisions(QObject):
    """`undo_offered` carries a text and what takes it back. `edit_requested` carries an integration's name, a step's id
    and the message's, `connection_requested` a name, `settings_changed` an Integration that is to run anew.
    `network_requested` asks for Settings, Network.
    """

    toast = Signal(str)
    undo_offered = Signal(str, object)
    edit_requested = Signal(str, str, str)
    connection_requested = Signal(str)
    settings_changed = Signal(object)
    network_requested = Signal()

    def __init__(self, attention: Attention, profiles: Profiles, letters: Letters, page: QWidget) -> None:
        super().__init__(page)
        self._attention = attention
        self._profiles = profiles
        self._letters = letters
        self._page = page
        self._undo: list[Activity] = []
        self.question: QWidget | None = None
        self.dialog: MessageDialog | None = None
        self.approval: ApprovalDialog | None = None
        self.sheet: AddressSheet | None = None
        attention.finished.connect(self._on_finished)

    def retry(self, messages: Sequence[Activity]) -> None:
        """Tries these again at the next poll; those of which more has to be said are left out."""
        chosen = [one for one in messages if one.cause not in UNDECIDED]
        if chosen:
            self._tell(self._attention.retry(*chosen), self._when(chosen))

    def approve(self, messages: Sequence[Activity]) -> None:
        """What these have composed is sent exactly as it is."""
        if messages:
            self._tell(self._attention.approve(*messages), self._when(messages, sent=True))

    def skip(self, messages: Sequence[Activity]) -> None:
        """Takes these off the list; those in doubt are left out."""
        chosen = _decided(messages)
        if not chosen:
            return
        told = trn("Skipped. It stays in the activity.", "Skipped. They stay in the activity.", len(chosen))
        task = self._attention.skip(*chosen)
        task.done(lambda _: self._offer_undo(chosen, told))
        task.failed(lambda error: self.toast.emit(str(error)))

    def undo(self) -> None:
        """Takes the last skip back."""
        chosen, self._undo = self._undo, []
        if chosen:
            again = trn("It waits here again.", "They wait here again.", len(chosen))
            self._tell(self._attention.unskip(*chosen), again)

    def ask_to_skip(self, messages: Sequence[Activity]) -> None:
        """Asks before many go at once."""
        chosen = _decided(messages)
        label = trn("Skip 1 Message", "Skip {count} Messages", len(chosen))
        self.question = ask(
            self._page.window(),
            trn("Skip 1 message?", "Skip {count} messages?", len(chosen)),
            tr("They are not sent, and stay in the activity as skipped. Nothing is changed in the mailbox."),
            (Answer(tr("Keep Waiting")), Answer(label, lambda: self.skip(chosen), danger=True)),
        )

    def resolve(self, messages: Sequence[Activity], *, arrived: bool) -> None:
        """What the person says about a message in doubt."""
        act, text = (
            (self._attention.arrived, tr("Counted as sent."))
            if arrived
            else (self._attention.send_again, tr("It is sent once more."))
        )
        for message in messages:
            self._tell(act(message), text)

    def carry_out(self, fix: Fix, message: Activity) -> None:
        """Does what a button says."""
        match fix.act:
            case Act.RETRY:
                self.retry([message])
            case Act.SKIP:
                self.skip([message])
            case Act.APPROVE:
                self.approve([message])
            case Act.GO_ON:
                self._tell(self._attention.go_on(message), tr("Sending goes on at the next poll."))
            case Act.OPEN:
                self.open(message)
            case Act.OUTGOING:
                self.preview(message)
            case Act.SAVE:
                self.save(message)
            case Act.EDIT_STEP:
                self._edit(message, fix.value)
            case Act.EDIT_CONNECTION:
                self.connection_requested.emit(fix.value)
            case Act.NETWORK:
                self.network_requested.emit()
            case Act.ADDRESS:
                self._attention.recipients(message).done(lambda found: self._ask_address(message, found))
            case Act.ACCOUNT:
                self._use_account(message, fix.value)

    def open(self, message: Activity) -> None:
        """Shows the message: as plain text, nothing of it run or fetched."""
        self.dialog = MessageDialog(self._letters, message.exchange, self._page.window())
        self.dialog.open()

    def preview(self, message: Activity) -> None:
        """Shows what waits for approval as it will be sent."""
        self.approval = ApprovalDialog(self._letters, message.exchange, self._page.window())
        self.approval.send_requested.connect(lambda: self.approve([message]))
        self.approval.skip_requested.connect(lambda: self.skip([message]))
        self.approval.open()

    def save(self, message: Activity) -> None:
        """Asks for a place and writes the message there, byte for byte; a file that is there is asked about."""
        name = safe_file_name(f"{message.subject.replace('/', '-')[:80]}.eml", "message.eml")
        path, _ = QFileDialog.getSaveFileName(
            self._page.window(), tr("Save Message"), name, tr("Email Messages (*.eml)")
        )
        if path:
            self._tell(self._letters.save(message.exchange, Path(path)), tr("Saved “{name}”.", name=Path(path).name))

    def _ask_address(self, message: Activity, recipients: Sequence[Recipient]) -> None:
        place = place_of(message)
        refused = [one.address for one in recipients if one.place == place and one.stance in ("refused", "retry")]

        def chosen(old: str, new: str) -> None:
            task = self._attention.retry(message, instead=[Redirect(place, old, new)])
            self._tell(task, tr("It goes to {new}. {when}", new=new, when=self._when([message])))

        self.sheet = AddressSheet(refused, chosen, self._page.window())
        self.sheet.open()

    def _use_account(self, message: Activity, account: str) -> None:
        """The account's own address as Email from, from now on and for this message."""
        step = place_of(message).partition("@")[0]
        task = self._profiles.set_step_value(
            message.integration, step, "from", account, tr("Email from: {account}", account=account)
        )
        task.done(lambda _: self._on_account(message)).failed(lambda error: self.toast.emit(str(error)))

    def _on_account(self, message: Activity) -> None:
        integration = self._integration(message)
        if integration is not None:
            self.settings_changed.emit(integration)
        self.retry([message])

    def _edit(self, message: Activity, step: str) -> None:
        integration = self._integration(message)
        if integration is not None:
            self.edit_requested.emit(integration.name, step, message.exchange)

    def _integration(self, message: Activity) -> Integration | None:
        return next((one for one in self._profiles.profile.integrations if one.id == message.integration), None)

    def _when(self, messages: Sequence[Activity], *, sent: bool = False) -> str:
        """When they are sent or tried again: at the next poll, or when an integration that is stopped is started."""
        still = [one for one in messages if not self._attention.is_running(one)]
        names = {integration.name for one in still if (integration := self._integration(one)) is not None}
        words = sent_words if sent else again_words
        return words(len(messages), stopped=bool(still), name=names.pop() if len(names) == 1 else "")

    def _offer_undo(self, chosen: list[Activity], text: str) -> None:
        self._undo = chosen
        self.undo_offered.emit(text, self.undo)

    def _on_finished(self, message: Activity) -> None:
        """A message that was tried again came to its end."""
        words = {
            "done": later("“{subject}” was sent."),
            "filtered": later("“{subject}” was filtered out."),
            "held": later("“{subject}” failed again."),
            "waiting": later("“{subject}” waits for its next try."),
            "skipped": later("“{subject}” was skipped."),
        }
        subject = message.subject[:60] or tr("No subject")
        self.toast.emit(tr(words.get(message.status, later("“{subject}” went on.")), subject=subject))

    def _tell(self, task: Task, text: str) -> None:
        task.done(lambda _: self.toast.emit(text)).failed(lambda error: self.toast.emit(str(error)))


def _decided(messages: Sequence[Activity]) -> list[Activity]:
    """Those that can be skipped: of one in doubt the person has to say whether it arrived."""
    return [one for one in messages if one.cause != "IN_DOUBT"]
