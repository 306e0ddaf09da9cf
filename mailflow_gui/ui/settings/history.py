"""Settings, History and Log: how long the past is kept, what it takes on the disk, removing it. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtGui import QShowEvent

from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.retention import DAYS, Keep
from mailflow_gui.qt.retention import Retention
from mailflow_gui.ui import times
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.choices import ComboBox
from mailflow_gui.ui.widgets.segmented import Segmented

#: Megabytes that may be chosen; 0 is no limit.
MEGABYTES = (200, 500, 1000, 2000, 5000, 0)
_KEPT = later("Messages that wait, need attention or are in doubt stay whatever is chosen.")
_CLEAR = later(
    "What happened to messages that are done with is forgotten; the last day stays. No "
    "message is deleted on a server, and none is sent again."
)


class HistorySection(Section):
    """`tell` shows an error, `say` a notice."""

    def __init__(self, retention: Retention, tell: Callable[[Exception], object], say: Callable[[str], object]) -> None:
        super().__init__()
        self._retention, self._tell, self._say = retention, tell, say
        self.days = Segmented(_days(DAYS))
        self.most = ComboBox()
        for one in MEGABYTES:
            self.most.addItem(_megabytes(one), one)
        self.clear = Button(tr("Clear…"), icon="trash", small=True)
        self.clear.clicked.connect(self._on_clear)
        self.taken = Row(tr("On the disk"), self.clear, " ")
        keep = Row(tr("Keep history"), self.days, tr(_KEPT))
        self.add(Group(tr("History"), keep, Row(tr("At most"), self.most), self.taken))
        self.column.addStretch(1)
        self.days.changed.connect(lambda days: self._keep(days=int(days)))
        self.most.activated.connect(lambda index: self._keep(megabytes=int(self.most.itemData(index))))
        retention.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._retention.ask()

    def _show(self) -> None:
        keep, sizes = self._retention.keep, self._retention.sizes
        for part in (self.days, self.most, self.clear):
            part.setEnabled(keep is not None)
        if keep is None or sizes is None:
            self.taken.set_text(tr("Looking…"))
            return
        self._show_choice(keep)
        used = QLocale().formattedDataSize(sizes.used, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        messages = trn("{used}: {count} message", "{used}: {count} messages", sizes.messages, used=used)
        if sizes.oldest:
            messages = tr("{messages} since {time}", messages=messages, time=times.long_moment(sizes.oldest))
        self.taken.set_text(messages)
        self.clear.setEnabled(bool(sizes.removable))
        self.clear.setToolTip("" if sizes.removable else tr("There is nothing older than a day."))

    def _show_choice(self, keep: Keep) -> None:
        """What is chosen, also a number that somebody set elsewhere."""
        if keep.days not in DAYS:
            self.days.set_options(_days((keep.days, *DAYS[1:])))
        if self.days.value != str(keep.days):
            self.days.set_value(str(keep.days))
        index = self.most.findData(keep.megabytes)
        if index < 0:
            self.most.addItem(_megabytes(keep.megabytes), keep.megabytes)
        self.most.setCurrentIndex(self.most.findData(keep.megabytes))

    def _keep(self, **values: int) -> None:
        now = self._retention.keep
        if now is not None and replace(now, **values) != now:
            self._retention.set_keep(replace(now, **values)).failed(self._tell)

    def _on_clear(self) -> None:
        sizes = self._retention.sizes
        if sizes is not None:
            title = trn(
                "Clear the history of {count} message?", "Clear the history of {count} messages?", sizes.removable
            )
            agreed = Answer(tr("Clear"), self._remove, danger=True)
            ask(self.window(), title, tr(_CLEAR), (Answer(tr("Cancel")), agreed))

    def _remove(self) -> None:
        self.clear.set_busy(True, tr("Clearing…"))
        task = self._retention.clear_now().done(if_alive(self, self._on_removed)).failed(self._tell)
        task.always(self.clear.end_busy)

    def _on_removed(self, count: int) -> None:
        self._say(trn("{count} message removed from the history", "{count} messages removed from the history", count))


def _days(choices: tuple[int, ...]) -> list[tuple[str, str]]:
    return [(str(one), trn("{count} Day", "{count} Days", one) if one else tr("Always")) for one in choices]


def _megabytes(number: int) -> str:
    if not number:
        return tr("No Limit")
    return QLocale().formattedDataSize(number * 1_000_000, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
