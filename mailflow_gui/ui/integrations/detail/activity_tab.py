"""The Activity tab: what became of each message, with filters, steps and what can be done. GUI thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMessageBox, QStackedLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity, Health, State
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.history import Wanted
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.activities import Executions, run_again
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.ui import theme, times
from mailflow_gui.ui.integrations.detail import activity_words as words
from mailflow_gui.ui.integrations.detail import execution_actions as actions
from mailflow_gui.ui.integrations.detail.activity_rows import RowPainter
from mailflow_gui.ui.integrations.detail.activity_table import ActivityTable
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import ComboBox, SearchField
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.message_box import MessageBox
from mailflow_gui.ui.widgets.page import CONTENT_WIDTH, page_padding
from mailflow_gui.ui.widgets.segmented import Segmented

STATUSES = (
    ("", later("All")),
    ("done", later("Successful")),
    ("filtered", later("Filtered out")),
    ("held", later("Failed")),
)
DAYS = (
    ("", later("Any time")),
    ("today", later("Today")),
    ("yesterday", later("Yesterday")),
    ("7", later("Last 7 days")),
    ("30", later("Last 30 days")),
)
#: The search field without its words: the sign before them, the cross behind, edges.
_AROUND_WORDS = 82


class ActivityTab(QWidget):
    """`message_requested` carries the Activity to look at, `attention_requested` an exchange; `toast` a text."""

    message_requested = Signal(object)
    attention_requested = Signal(str)
    test_requested = Signal()
    toast = Signal(str)

    def __init__(
        self,
        model: Executions,
        ledger: Ledger,
        control: Control,
        catalog: Catalog,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._ledger = ledger
        self._control = control
        self._tasks = tasks
        self._integration: Integration | None = None
        self._wanted = ""
        self.question: QMessageBox | None = None
        self.statuses = Segmented([(value, tr(label)) for value, label in STATUSES])
        self.statuses.setAccessibleName(tr("Status"))
        self.search = SearchField(tr("Subject or sender"))
        self.days = ComboBox()
        self.days.setAccessibleName(tr("Time"))
        for value, label in DAYS:
            self.days.addItem(tr(label), value)
        self._painter = RowPainter(catalog)
        model.words = self._painter.spoken
        self.table = ActivityTable(model, self._painter)
        self.table.can_run_again = self._why_not_again
        self.fresh = Button("", icon="chevron-up", small=True, parent=self.table)
        self.fresh.hide()
        self.progress = Label("", "caption", "text2")
        self._empty = EmptyState("activity", tr("No messages yet"), "", (tr("Test Run"), self.test_requested.emit))
        self._no_match = EmptyState("search", tr("No message matches"), "", (tr("Clear Filters"), self.clear_filters))
        self._waiting = Skeleton()
        self._lay_out()
        self._connect()

    def show_integration(self, integration: Integration) -> None:
        """Shows the messages of an integration."""
        other = self._integration is None or self._integration.id != integration.id
        self._integration = integration
        self._painter.show_integration(integration)
        if other:
            self._clear_fields()
            self._ask()
        self.table.viewport().update()
        self._refresh()

    def refresh(self) -> None:
        """Looks again now (F5)."""
        self._model.refresh()

    def clear_filters(self) -> None:
        """Shows everything again."""
        self._clear_fields()
        self._ask()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, message: Activity) -> None:
        """Shows one message among its like, opened as soon as it is found."""
        self._wanted = message.exchange
        self.search.setText(message.message_id or message.subject)
        self._ask()

    # Building.

    def _lay_out(self) -> None:
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(8)
        self._bar.addWidget(self.statuses)
        self._bar.addStretch(1)
        right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(self.search)
        right.addWidget(self.days)
        self._bar.addLayout(right)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        holder = QWidget()
        listed = QVBoxLayout(holder)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        listed.addWidget(card)
        listed.addWidget(self.progress)
        listed.addStretch(1)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        for page in (holder, self._empty, self._no_match, self._waiting):
            self._stack.addWidget(page)
        content = QWidget()
        content.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._bar)
        column.addWidget(stack, 1)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.addWidget(content, 1_000_000)
        self._outer.addStretch(1)

    def _connect(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=300)
        self._typing.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.statuses.changed.connect(lambda _: self._ask())
        self.days.activated.connect(lambda _: self._ask())
        self.fresh.clicked.connect(self._on_show_new)
        self._model.counts_changed.connect(self._show_counts)
        self._model.state_changed.connect(self._refresh)
        self._model.failed.connect(self.toast)
        self._control.health_changed.connect(self._refresh)  # no lambda: it would outlive the page
        self.table.acted.connect(self._on_acted)
        self.table.copy_requested.connect(self._copy)
        self.table.installEventFilter(self)
        self._slow = QTimer(self, singleShot=True, interval=300)
        self._slow.timeout.connect(self._refresh)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    # Asking and showing.

    def _clear_fields(self) -> None:
        self.search.clear()
        self.statuses.blockSignals(True)
        self.statuses.set_value("")
        self.statuses.blockSignals(False)
        self.days.setCurrentIndex(0)
        self._typing.stop()  # who clears the fields asks at once

    def _ask(self) -> None:
        self._typing.stop()
        if self._integration is None:
            return
        since, until = span(str(self.days.currentData()), datetime.now().astimezone().date())
        wanted = Wanted(self._integration.id, self.statuses.value, self.search.text().strip(), since, until)
        self._slow.start()
        self._model.show(wanted)
        self._model.follow(True)

    def _show_counts(self) -> None:
        counts, searching = self._model.counts, bool(self._model.wanted.search)
        for value, _ in STATUSES:
            number = counts.get(value, 0) if value else sum(counts.values())
            self.statuses.set_count(value, None if searching else number)
        self._arrange()

    def _open_wanted(self) -> None:
        """The message that somebody asked for is here now."""
        place = self._model.place_of(self._wanted) if self._wanted else -1
        if place >= 0:
            self._wanted = ""
            self.table.toggle(place, True)
            self.table.setCurrentIndex(self._model.index(place))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        model = self._model
        self._open_wanted()
        self._show_counts()
        filtered = model.wanted != replace(Wanted(), integration=model.wanted.integration)
        if model.activities:
            page = 0
        elif model.loading:
            page = 0 if self._slow.isActive() and not model.searching else 3
        else:
            page = 2 if filtered else 1
        self._stack.setCurrentIndex(page)
        if page == 1 and self._integration is not None:
            self._empty.set_text(tr("No messages yet"), looked(self._control.health(self._integration.id)))
        words = tr("Looking for more…")
        if model.back_to:
            words = tr("Looking for more, back to {day}…", day=times.day(model.back_to))
        self.progress.setText(words if model.searching else "")
        self.progress.setVisible(model.searching)
        self._show_fresh()

    def _show_fresh(self) -> None:
        count = self._model.waiting
        if count:
            words = trn("{count} new execution", "{count} new executions", count)
            self.fresh.setText(words if count < 1000 else tr("{count} or more new executions", count=1000))
        self.fresh.setVisible(bool(count))
        self._place_fresh()

    def _place_fresh(self) -> None:
        self.fresh.adjustSize()
        self.fresh.move((self.table.width() - self.fresh.width()) // 2, 10)

    def _on_show_new(self) -> None:
        self._model.show_waiting()
        self.table.scrollToTop()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.Resize:
            self._place_fresh()
        return False

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._model.refresh()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        side = page_padding(self)
        self._outer.setContentsMargins(side, 20, side, 24)
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Search and time below the statuses where all their words do not fit beside each other."""
        room = min(self.width() - 2 * page_padding(self), CONTENT_WIDTH)
        words = self.search.fontMetrics().horizontalAdvance(self.search.placeholderText()) + _AROUND_WORDS
        others = self.statuses.minimumSizeHint().width() + self.days.sizeHint().width()
        wanted = others + words + 2 * self._bar.spacing()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(down if wanted > room else across)
        self.search.setFixedWidth(max(words, theme.px(208)) if wanted <= room - theme.px(50) else words)

    # Acting.

    def _on_acted(self, activity: Activity, what: str) -> None:
        if what == actions.OPEN:
            self.message_requested.emit(activity)
        elif what == actions.AGAIN:
            self._ask_again(activity)
        elif what == actions.COPY:
            self._copy(activity)
        else:
            self.attention_requested.emit(activity.exchange)

    def _copy(self, activity: Activity) -> None:
        name = self._integration.name if self._integration is not None else ""
        QGuiApplication.clipboard().setText(words.details(activity, name))
        self.toast.emit(tr("Details copied"))

    def _why_not_again(self, activity: Activity) -> str:
        if not activity.kept:
            return tr(actions.NOT_KEPT)
        if activity.status in ("in-progress", "waiting"):
            return tr("It is still under way.")
        return tr("Retry it in Needs Attention.") if activity.status == "held" else ""

    def _ask_again(self, activity: Activity) -> None:
        if self._integration is None:
            return
        running = self._control.is_running(self._integration.id)
        text = tr(
            "“{subject}” goes through the steps once more, with the current settings. "
            "Nothing is changed in the mailbox.",
            subject=activity.subject or tr(words.NO_SUBJECT),
        )
        start = tr("The integration is stopped: it runs when you start it.")
        title = tr("Run again? The message may be sent a second time.")
        box = MessageBox(self, title, text if running else f"{text} {start}")
        box.setIcon(QMessageBox.Icon.Question)
        again = box.addButton(tr("Run Again"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.set_safe(cancel)
        box.finished.connect(lambda _: self._run_again(activity) if box.clickedButton() is again else None)
        self.question = box
        box.open()

    def _run_again(self, activity: Activity) -> None:
        if self._integration is None:
            return
        running = self._control.is_running(self._integration.id)
        told = tr("It runs again at the next poll") if running else tr("It runs again when you start the integration")
        task = run_again(self._ledger, self._tasks, activity, self._integration.version)
        task.done(lambda _: self.toast.emit(told))
        task.done(lambda _: self._model.refresh())
        task.failed(lambda error: self.toast.emit(str(error)))


class Skeleton(QWidget):
    """Gray rows where the list will be, when it takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Loading"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for _ in range(3):
            row = Card()
            row.set_ground("sunken")
            row.setFixedHeight(48)
            column.addWidget(row)
        column.addStretch(1)


def span(days: str, today: date) -> tuple[str, str]:
    """Since and until (ISO, local time) of a choice of days; "" for open."""
    begins = {"today": 0, "yesterday": 1, "7": 6, "30": 29}
    if days not in begins:
        return "", ""
    since = _midnight(today - timedelta(days=begins[days]))
    return since, _midnight(today) if days == "yesterday" else ""


def _midnight(day: date) -> str:
    return datetime(day.year, day.month, day.day).astimezone().isoformat()


def looked(health: Health) -> str:
    """What is said where no message came yet."""
    if health.state is State.STOPPED:
        return tr("Messages appear here when the integration is on.")
    if not health.polls:
        return health.trouble + "." if health.trouble else tr("Mailflow is about to look for the first time.")
    last = datetime.fromisoformat(health.last_contact).astimezone()
    return trn(
        "Mailflow looked {count} time, last at {time}.",
        "Mailflow looked {count} times, last at {time}.",
        health.polls,
        time=f"{last:%H:%M:%S}",
    )
