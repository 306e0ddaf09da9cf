"""The Message Log page: live rows, filters, pause, find, detail, copy, export. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Event, Level
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.qt.log_model import Column, LogModel
from mailflow_gui.qt.log_rows import LogFilter, LogRow
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.ui import keys, theme
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.log import export
from mailflow_gui.ui.log.detail import LogDetail, facts
from mailflow_gui.ui.log.table import LogTable
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import ComboBox, SearchField
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.page import PageHeader, page_padding
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.segmented import Segmented

DELETED = later("Deleted integration")
#: More rows than this would take so long to write that the window stands still.
COPIED_AT_ONCE = 5000
LEVELS = (("", later("All")), ("info", later("Info")), ("warning", later("Warnings")), ("error", later("Errors")))


class LogPage(QWidget):
    """Everything your integrations do, as it happens."""

    toast = Signal(str)
    attention_requested = Signal()
    _above = 8

    def __init__(self, model: LogModel, profiles: Profiles, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._profiles = profiles
        self._tasks = tasks
        self._scrolled_away = False
        self._told: tuple[int, int, int, bool] | None = None
        self.table = LogTable(model)
        self._detail = LogDetail()
        self._detail.hide()
        self._live = StatusPill("live", tr("Live"))
        self.pause = Button(tr("Pause"), icon="pause")
        self.pause.reserve_busy(tr("Resume"))
        self.export = Button(tr("Export…"), icon="export")
        self.levels = Segmented([(level, tr(word)) for level, word in LEVELS])
        self.integrations = ComboBox()
        self.steps = ComboBox()
        self.search = SearchField(tr("Find in log"), shortcut=native("Ctrl+F").replace("+", " "))
        self._count = Label("", "caption", "text3")
        self._kept = Label(tr("The newest entries, up to 100,000, are kept while Mailflow runs"), "caption", "text3")
        self._empty = EmptyState("log", tr("Nothing yet"), tr("Entries appear when an integration runs."))
        self._no_match = EmptyState("search", tr("No entry matches"), "", (tr("Clear Filters"), self.clear_filters))
        self._lay_out()
        self._connect()
        self._refresh_choices()
        self._refresh()

    def append(self, events: list[Event]) -> None:
        """Takes a batch from the bridge. The chosen row stays chosen when a poll moves it up."""
        index = self.table.currentIndex()
        chosen = self._model.row(index.row()) if index.isValid() else None
        self._model.append(events)
        if chosen is None:
            return
        place = self._model.place_of(chosen)
        if place >= 0 and place != self.table.currentIndex().row():
            self.table.choose(place)

    def show_integration(self, id: str) -> None:
        """Shows only one integration."""
        self.integrations.setCurrentIndex(max(0, self.integrations.findData(id)))

    def clear_filters(self) -> None:
        """Shows everything again."""
        self.levels.set_value("")
        self.integrations.setCurrentIndex(0)
        self.steps.setCurrentIndex(0)
        self.search.clear()
        self._on_filter()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for box, name in ((self.integrations, tr("Integration")), (self.steps, tr("Step"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.integrations.setMinimumContentsLength(11)
        self.steps.setMinimumContentsLength(max(5, len(tr("All steps")) // 2 + 1))
        self.levels.setAccessibleName(tr("Level"))
        self.search.setAccessibleName(tr("Find in log"))
        self.search.setMaximumWidth(theme.px(208))
        for widget in (self.levels, self.integrations, self.steps):
            filters.addWidget(widget)
        filters.addStretch(1)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(8)
        self._bar.addLayout(filters, 1)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._tools.addWidget(self.search)
        self._bar.addLayout(self._tools)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._no_match)
        inside.addWidget(holder, 1)
        inside.addWidget(self._detail)
        inside.addWidget(Divider())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._kept)
        inside.addLayout(foot)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        self._body.addLayout(self._bar)
        self._body.addWidget(card, 1)
        self._add_actions(column)
        column.addLayout(self._body, 1)

    def _add_actions(self, column: QVBoxLayout) -> None:
        """Where the actions are: in the page's header."""
        header = PageHeader(tr("Message Log"), tr("Everything your integrations do, as it happens."))
        for action in (self._live, self.pause, self.export):
            header.add_action(action)
        column.addWidget(header)

    def _connect(self) -> None:
        self.pause.clicked.connect(self.toggle_pause)
        self.export.clicked.connect(self._on_export)
        self.levels.changed.connect(self._on_filter)
        self.integrations.currentIndexChanged.connect(self._on_filter)
        self.steps.currentIndexChanged.connect(self._on_filter)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self._on_filter)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.table.opened.connect(self._open_detail)
        self.table.copy_requested.connect(self.copy)
        self.table.pause_requested.connect(self.toggle_pause)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.clicked.connect(lambda _: self._open_detail())
        self._detail.closed.connect(self._close_detail)
        self._detail.copy_requested.connect(self.copy)
        self._model.counts_changed.connect(self._refresh)
        self._model.waiting_changed.connect(lambda _: self._refresh())
        self._model.steps_changed.connect(self._refresh_choices)
        self._detail.attention_requested.connect(self.attention_requested)
        self._profiles.changed.connect(self._refresh_choices)
        keys.bind(
            self,
            (
                ("Ctrl+F", self._find),
                ("F3", lambda: self._on_next(backwards=False)),
                ("Shift+F3", lambda: self._on_next(backwards=True)),
                ("Escape", self._on_escape),
            ),
        )

    def toggle_pause(self) -> None:
        """Freezes the view or lets it go on; the work goes on in any case."""
        paused = self._model.paused
        self._scrolled_away = False
        if paused:
            self.table.scrollToTop()
        self._model.pause(not paused)

    def _on_scrolled(self, value: int) -> None:
        """Following pauses while the person reads further down, and goes on at the top."""
        if value > 0 and not self._model.paused:
            self._scrolled_away = True
            self._model.pause(True)
        elif value == 0 and self._scrolled_away:
            self._scrolled_away = False
            self._model.pause(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle_pause()
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Copies the selected rows, with their facts when it is one; very many are written on a pool thread."""
        rows = self._model.copies(self.table.selected_rows())
        clipboard = QGuiApplication.clipboard()
        if len(rows) > COPIED_AT_ONCE:
            self._tasks.run(lambda: self._written(rows)).done(lambda text: clipboard.setText(text))
        elif rows:
            clipboard.setText(self._written(rows))

    def _written(self, rows: list[LogRow]) -> str:
        lines = ["\t".join(self._model.text(row, column) for column in Column) for row in rows]
        if len(rows) == 1:
            lines += [f"{name}: {value}" for name, value in facts(rows[0])]
        return "\n".join(lines)

    def _on_export(self) -> None:
        kinds = tr("CSV (*.csv);;JSON Lines (*.jsonl)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export Message Log"), "mailflow-log.csv", kinds)
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Writes the rows as shown."""
        rows = self._model.shown()
        task = self._tasks.run(lambda: export.write(path, rows, self._name_of))
        task.done(
            lambda _: self.toast.emit(
                trn("{count} entry exported to {name}", "{count} entries exported to {name}", len(rows), name=path.name)
            )
        )
        task.failed(lambda error: self.toast.emit(str(error)))

    def _on_filter(self) -> None:
        self._model.set_filter(
            LogFilter(
                level=self.levels.value,
                integration=self.integrations.currentData() or "",
                step=self.steps.currentData() or "",
                text=self.search.text().strip(),
            )
        )

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_next(self, *, backwards: bool) -> None:
        text = self.search.text().strip()
        if not text:
            self._find()
            return
        selected = self.table.selected_rows()
        step = -1 if backwards else 1
        number = self._model.find(text, selected[0] + step if selected else 0, backwards=backwards)
        if number >= 0:
            self.table.choose(number)
            self.table.scrollTo(self._model.index(number, 0))

    def _on_escape(self) -> None:
        if self._detail.isVisible():
            self._close_detail()
        elif self.search.text():
            self.search.clear()

    def _open_detail(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and index.row() < self._model.rowCount():
            self._detail.show_row(self._model.row(index.row()))
            self._detail.show()

    def _on_row(self) -> None:
        if self._detail.isVisible():
            self._open_detail()

    def _close_detail(self) -> None:
        self._detail.hide()
        self.table.setFocus()

    def _refresh_choices(self) -> None:
        for box, first, choices in (
            (self.integrations, tr("All integrations"), [(i.name, i.id) for i in self._profiles.profile.integrations]),
            (self.steps, tr("All steps"), [(step, step) for step in self._model.steps()]),
        ):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(first, "")
            for label, value in choices:
                box.addItem(label, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)

    def _refresh(self) -> None:
        model = self._model
        counts = (model.count(Level.WARNING), model.count(Level.ERROR), model.waiting, model.paused)
        if counts != self._told:
            self._told = counts
            self._show_state(*counts)
        shown = model.rowCount()
        self._count.setText(
            trn("{count} entry", "{count} entries", model.total)
            if shown == model.total
            else tr("{shown} of {total} entries", shown=shown, total=model.total)
        )
        if shown or model.searching:
            self._stack.setCurrentIndex(0)
        else:
            self._stack.setCurrentIndex(2 if model.total else 1)

    def _show_state(self, warnings: int, errors: int, waiting: int, paused: bool) -> None:
        self.levels.set_count("warning", warnings or None)
        self.levels.set_count("error", errors or None)
        held = tr("Paused · {count} new", count=waiting) if waiting else tr("Paused")
        self._live.set_status("neutral" if paused else "live", held if paused else tr("Live"))
        word = tr("Resume") if paused else tr("Pause")
        if self.pause.text() != word:
            self.pause.setText(word)
            self.pause.setAccessibleName(word)
            self.pause.set_icon("play" if paused else "pause")

    def _name_of(self, id: str) -> str:
        return next((one.name for one in self._profiles.profile.integrations if one.id == id), tr(DELETED))

    def resizeEvent(self, event: object) -> None:
        side = page_padding(self)
        self._body.setContentsMargins(side, self._above, side, 24)
        self._kept.setVisible(self.width() > theme.px(760))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(down if self.width() < theme.px(790) else across)
        super().resizeEvent(event)  # type: ignore[arg-type]
