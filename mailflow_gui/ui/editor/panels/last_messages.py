"""“Last 10 messages”: which of the samples a step lets go on, live while its settings change. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Outcome, Rehearsal
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.editor.panels.base import Surroundings
from mailflow_gui.ui.editor.samples import Rehearsing
from mailflow_gui.ui.integrations.create.preview_rows import Skeleton
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.painting import box, smooth
from mailflow_gui.ui.widgets.tips import plain_tip

#: Milliseconds of rest after a change before the messages are rehearsed again.
AFTER_CHANGE = 300
GOES_ON, STOPS, FAILS, EARLIER = later("goes on"), later("stops here"), later("fails"), later("stops before")
_SIGNS = {
    GOES_ON: ("check", "success"),
    STOPS: ("minus", "text3"),
    FAILS: ("error", "danger"),
    EARLIER: ("minus", "disabled"),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one message at a step: one of the four words, and the step's own words."""

    word: str
    subject: str
    sender: str
    note: str = ""


def fate_of(rehearsal: Rehearsal, step_id: str) -> Fate:
    """How a message fares at a step."""
    message = rehearsal.message
    first = message.sender[0] if message.sender else None
    sender = (first.name or first.address) if first is not None else ""
    subject = " ".join(message.subject.split()) or tr("No subject")
    passages = rehearsal.of_step(step_id)
    if not passages:
        last = rehearsal.steps[-1] if rehearsal.steps else None
        note = tr("Stops at {title}. {text}", title=last.title, text=last.text) if last is not None else ""
        return Fate(EARLIER, subject, sender, note)
    words = {Outcome.STOPPED: STOPS, Outcome.FAILED: FAILS}
    worst = next((one for one in passages if one.outcome in words), passages[0])
    return Fate(words.get(worst.outcome, GOES_ON), subject, sender, worst.text)


class LastMessages(QWidget):
    """Asks `step()` for the step as it is now. Without it (not complete) the last answer fades."""

    def __init__(self, surroundings: Surroundings, step: Callable[[], Step | None]) -> None:
        super().__init__()
        self._surroundings, self._step = surroundings, step
        self._asked_for = ""
        self.title = Label(tr("Last messages"), "subheading", wrap=True)
        self.counts = Label("", "caption", "text2")
        self.counts.set_tabular()
        self.bar = _Bar()
        self.note = Caption("", "text2")
        self.rows: list[FateRow] = []
        self._skeleton = Skeleton(3, 28)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._rehearsing = Rehearsing(surroundings.samples, self._show)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_CHANGE)
        self._soon.timeout.connect(self.ask)
        self._lay_out()
        surroundings.samples.changed.connect(self.ask)
        self.ask()

    def ask_soon(self) -> None:
        """The settings changed."""
        self._soon.start()

    def surround(self, surroundings: Surroundings) -> None:
        """The flow before the step changed."""
        self._surroundings = surroundings
        self.ask()

    def ask(self) -> None:
        """Rehearses the samples now."""
        self._soon.stop()
        samples, step = self._surroundings.samples, self._step()
        self._show_title()
        if not samples.messages:
            self.show_note(tr("Looking for messages…"))
        elif step is None:
            self.show_note(tr("Complete the settings above to see what happens."))
        else:
            self._asked_for = step.id
            self._rehearsing.ask((*self._surroundings.before[1:], step), samples.messages)

    def show_note(self, text: str) -> None:
        """Words in place of an answer; "" takes them away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        for part in (self.bar, self.counts, *self.rows):
            part.setVisible(not text)

    def _show(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        fates = [fate_of(one, self._asked_for) for one in rehearsals]
        self._show_title()
        self.counts.setText(count_words(fates))
        self.bar.show_shares(*(sum(one.word == word for one in fates) for word in (GOES_ON, FAILS, STOPS, EARLIER)))
        self.setAccessibleName(f"{self.title.text()}: {self.counts.text()}")
        while len(self.rows) > len(fates):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.deleteLater()
        for place, fate in enumerate(fates):
            if place == len(self.rows):
                self.rows.append(FateRow())
                self._list.addWidget(self.rows[-1])
            self.rows[place].show_fate(fate)
        self.show_note("")

    def _show_title(self) -> None:
        samples = self._surroundings.samples
        count = len(samples.messages)
        text = tr("Built-in sample") if samples.built_in else trn("Last message", "Last {count} messages", count)
        self.title.setText(text if count else tr("Last messages"))
        self.title.setToolTip(plain_tip(samples.trouble))
        self._skeleton.setVisible(not count)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addWidget(self._skeleton)
        column.addLayout(self._list)


def count_words(fates: Sequence[Fate]) -> str:
    """“8 continue, 2 stop here”."""
    found = {word: sum(one.word == word for one in fates) for word in (GOES_ON, STOPS, FAILS, EARLIER)}
    words = {
        GOES_ON: trn("{count} continues", "{count} continue", found[GOES_ON]),
        STOPS: trn("{count} stops here", "{count} stop here", found[STOPS]),
        FAILS: trn("{count} fails", "{count} fail", found[FAILS]),
        EARLIER: trn("{count} stops before", "{count} stop before", found[EARLIER]),
    }
    return ", ".join(said for word, said in words.items() if found[word] or word == GOES_ON)


class FateRow(QWidget):
    """A sign, the subject, the sender; the step's words are the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._word = GOES_ON
        self.subject = ElidedLabel("", "body")
        self.from_whom = ElidedLabel("", "caption", "text2")
        self.from_whom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(*sided(24, 4, 0, 4))
        row.setSpacing(12)
        row.addWidget(self.subject, 3)
        row.addWidget(self.from_whom, 2)
        theme.current().changed.connect(self.update)

    def show_fate(self, fate: Fate) -> None:
        """Shows one message."""
        self._word = fate.word
        self.subject.setText(fate.subject)
        self.subject.set_role("text" if fate.word == GOES_ON else "dangerText" if fate.word == FAILS else "text2")
        self.from_whom.setText(fate.sender)
        self.setToolTip(plain_tip(fate.note))
        parts = (fate.subject, fate.sender, tr(fate.word), fate.note)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        name, role = _SIGNS[self._word]
        icons.paint(painter, QRectF(0, (self.height() - 16) / 2, 16, 16), name, theme.color(role))
        painter.end()


class _Bar(QWidget):
    """How many go on, fail and stop, as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._shares = (0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def show_shares(self, *shares: int) -> None:
        """Counts: goes on, fails, stops here, stops before."""
        self._shares = (shares[0], shares[1], shares[2], shares[3])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 6)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        box(painter, area, 3, theme.color("pressed"))
        total = sum(self._shares)
        left = 0.0
        for share, role in zip(self._shares[:2], ("success", "danger"), strict=True):
            width = area.width() * share / total if total else 0.0
            if width:
                box(painter, QRectF(left, 0, width, area.height()), 3, theme.color(role))
            left += width
        painter.end()
