"""The live preview beside the Receive Email settings: what the next poll would return. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.errors import MailflowError, Remedy
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.words import duration_in_words
from mailflow_gui.qt.previews import NextPoll
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import times
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.integrations.create.preview_rows import Band, CandidateRow, Skeleton
from mailflow_gui.ui.integrations.create.stage import LatestTask
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import Caption, Label, LinkButton
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.spinner import Spinner

#: How long after the last change the folder is looked at, and when the gray rows appear (milliseconds).
AFTER_CHANGE = 500
SKELETON_AFTER = 300
#: So many later messages are shown until “Show … More”.
LATER_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Question:
    """What the preview asks about; `delay` in milliseconds, `unseen_only` for the words of an empty answer."""

    values: Mapping[str, Plain]
    delay: int
    unseen_only: bool


class PreviewPanel(Card):
    """Asks `ask(values)` for a Task of NextPoll. `remedy_chosen` carries a button of an error that is not its own."""

    answered = Signal()
    remedy_chosen = Signal(object)

    def __init__(self, ask: Callable[[Mapping[str, Plain]], Task]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preview"))
        self._ask = ask
        self._question: Question | None = None
        self._latest = LatestTask()
        self._poll: NextPoll | None = None
        self._all_later = False
        self.title = Label(tr("Looking at the folder…"), "subheading", wrap=True)
        self.caption = Caption(tr("Nothing is changed."), "text3")
        self.again = IconButton("retry", tr("Look Again (F5)"))
        self._spinner = Spinner(18)
        self.rows: list[CandidateRow] = []
        self.bands: list[Band] = []
        self.more = LinkButton("")
        self._parts: list[QWidget] = []
        self._skeleton = Skeleton(5)
        self._body = QVBoxLayout()
        self._soon = self._timer(AFTER_CHANGE, self.look)
        self._slow = self._timer(SKELETON_AFTER, self._show_waiting)
        self._lay_out()
        self.again.clicked.connect(self.look)
        self.more.clicked.connect(self._on_more)

    def ask_soon(self, question: Question) -> None:
        """The settings changed: look when they have rested for half a second."""
        if self._question == question:
            return
        self._question = question
        self._soon.start()

    def look(self) -> None:
        """Looks now."""
        self._soon.stop()
        if self._question is None:
            return
        self._slow.start()
        task = self._latest.take(self._ask(self._question.values))
        task.done(self._show).failed(self._show_trouble).always(self._on_answer)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 12)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self._spinner)
        head.addWidget(self.again)
        self._spinner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        self._body.setContentsMargins(0, 6, 0, 8)
        self._body.setSpacing(0)
        column.addLayout(self._body)
        self._body.addWidget(self._skeleton)
        self.more.hide()

    def _show_waiting(self) -> None:
        self._spinner.show()
        self.again.hide()
        self._skeleton.set_shown(True)

    def _on_answer(self) -> None:
        self._slow.stop()
        self._spinner.hide()
        self.again.show()
        self.answered.emit()

    def _clear(self) -> None:
        self._skeleton.hide()
        self.more.hide()
        self._body.removeWidget(self.more)
        for part in self._parts:
            self._body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.rows, self.bands = [], [], []

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._body.addWidget(part)

    def _show(self, poll: NextPoll) -> None:
        self._poll = poll
        self._all_later = False
        self._rebuild()

    def _rebuild(self) -> None:
        poll, question = self._poll, self._question
        if poll is None or question is None:
            return
        self._clear()
        at = times.clock_time(poll.at)
        looked = tr("Looked at “{folder}” at {time}. Nothing was changed.", folder=poll.folder, time=at)
        if poll.folder.upper() == "INBOX":
            looked = tr("Looked at the inbox at {time}. Nothing was changed.", time=at)
        self.caption.setText(looked)
        if not poll.waiting:
            self._show_empty(question)
            return
        if poll.taking == poll.waiting:
            words = trn(
                "The next poll would return {count} message", "The next poll would return {count} messages", poll.taking
            )
        else:
            words = tr("The next poll would return {count} of {all} messages", count=poll.taking, all=poll.waiting)
        self.title.setText(words)
        for candidate in poll.candidates:
            if candidate.next:
                self._add_row(CandidateRow(candidate))
        self._show_later(poll, question)

    def _show_later(self, poll: NextPoll, question: Question) -> None:
        later = [one for one in poll.candidates if not one.next]
        rest = poll.waiting - poll.taking
        if rest <= 0:
            return
        after = duration_in_words(question.delay) if question.delay > 0 else tr("a moment")
        band = Band(_later_words(rest, poll.taking, after))
        self.bands.append(band)
        self._add(band)
        shown = later if self._all_later else later[:LATER_SHOWN]
        for candidate in shown:
            self._add_row(CandidateRow(candidate))
        hidden = len(later) - len(shown)
        if hidden > 0:
            self.more.setText(tr("Show {count} More", count=hidden))
            self._body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
            self.more.show()
        elif poll.more:
            note = Caption(tr("and {count} more", count=poll.more), "text3")
            note.setContentsMargins(*sided(36, 4, 16, 8))
            self._add(note)

    def _add_row(self, row: CandidateRow) -> None:
        self.rows.append(row)
        self._add(row)

    def _on_more(self) -> None:
        self._all_later = True
        self._rebuild()

    def _show_empty(self, question: Question) -> None:
        what = tr("No unread messages.") if question.unseen_only else tr("No messages to take.")
        self.title.setText(what.removesuffix("."))
        self._add(EmptyState("inbox", what, tr("The next poll would return nothing.")))

    def _show_trouble(self, error: Exception) -> None:
        self._poll = None
        self._clear()
        self.title.setText(tr("The folder could not be looked at"))
        self.caption.setText(tr("Nothing was changed. You can go on without the preview."))
        known = error if isinstance(error, MailflowError) else MailflowError(str(error))
        text = " ".join(part for part in (known.hint, known.fix) if part)
        banner = Banner("error", known.title, text)
        others = [one for one in known.remedies if one.act in ("browse-folders", "set") and _is_ours(one)]
        ways = [_button(remedy.label, partial(self.remedy_chosen.emit, remedy)) for remedy in others]
        row = SideBySide([(one, 0, 0) for one in (_button(tr("Try Again"), self.look), *ways)])
        row.set_gap(8)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(12)
        column.addWidget(banner)
        column.addWidget(row)
        self._add(holder)


def _is_ours(remedy: Remedy) -> bool:
    """A button that changes the receive step, not the connection."""
    return remedy.act == "browse-folders" or set(remedy.values) == {"folderName"}


def _button(text: str, act: Callable[[], None]) -> QWidget:
    made = Button(text, small=True)
    made.clicked.connect(lambda _checked=False: act())
    return made


def _later_words(rest: int, taking: int, after: str) -> str:
    if rest <= taking:
        return trn(
            "The other {count} follows {after} later", "The other {count} follow {after} later", rest, after=after
        )
    return tr("The other {count} follow at later polls, {after} apart", count=rest, after=after)
