"""The Data Mapper page: fills the fields of the next step from what came before. GUI thread.

`done` carries the step's new values; `edited` follows each change before that. `cancelled` follows Cancel, Back and Esc
once nothing is lost without asking.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_sides import Sides, sides_of
from mailflow_gui.core.mappings import Constant
from mailflow_gui.core.model import Step
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.editor.panels.base import Surroundings
from mailflow_gui.ui.editor.samples import Rehearsing
from mailflow_gui.ui.mapper.board import Board
from mailflow_gui.ui.mapper.chooser import Chooser
from mailflow_gui.ui.mapper.email_dialog import EmailDialog
from mailflow_gui.ui.mapper.header import MapperHeader
from mailflow_gui.ui.mapper.offers import source_offers, target_offers
from mailflow_gui.ui.mapper.panel import MappingPanel
from mailflow_gui.ui.mapper.rows import CONSTANTS, GroupKey, TileOf
from mailflow_gui.ui.mapper.sample_bar import SampleBar
from mailflow_gui.ui.mapper.small_sheets import ConstantSheet, HeaderSheet
from mailflow_gui.ui.mapper.trial import Trial
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.page import WIDE_WINDOW
from mailflow_gui.ui.widgets.painting import Pointer
from mailflow_gui.ui.widgets.toast import ToastHost


class MapperPage(QWidget):
    """Edits the mappings of one step. It works on a draft of its own until Done."""

    done = Signal(object)
    edited = Signal()
    cancelled = Signal()

    def __init__(self, step: Step, surroundings: Surroundings, number: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(tr("Data Mapper"))
        self._step, self._surroundings = step, surroundings
        self._selected = 0
        self.draft = MappingDraft(sides_around(surroundings), step.values)
        name = surroundings.integration.name or tr("New integration")
        subtitle = tr("Step {number} of {name}", number=number, name=name) if number else name
        self.header = MapperHeader(subtitle)
        self.board, self.panel, self.samples = Board(self._tile), MappingPanel(), SampleBar()
        self.empty = EmptyState(
            "mapper", tr("No step after this one takes data"), tr("Add a step such as Send Email first.")
        )
        self.toasts = ToastHost(self.board)
        self.trial = Trial(surroundings)
        self._left = QWidget()
        self._stage = _Stage(self._left, self.panel)
        self._preview: Rehearsing | None = None
        self.chooser: Chooser | None = None
        self._lay_out()
        self._connect()
        self._bind_keys()
        self.trial.begin(self.draft)
        self._on_samples()
        self.refresh()

    @property
    def selected(self) -> Line | None:
        """The mapping that is selected."""
        return self.draft.line(self._selected)

    def focus_first(self) -> None:
        """Puts the focus where work begins."""
        self.board.sources.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Shows the draft as it is now, and has its results made."""
        line = self.selected
        self.board.show_draft(self.draft, line, self.trial.results, self.trial.exchange)
        self.panel.show_line(self.draft, line, self.trial.results.get(self._selected))
        self.header.show_missing(tr("Email to is empty") if self.draft.nobody_gets_it() else "")
        self.empty.setVisible(not self.draft.sides.targets and not self.draft.lines)
        self._stage.set_open(self._stage.is_open and line is not None)
        self.trial.ask(self.draft)
        if self.draft.changed:
            self.edited.emit()

    def select(self, id: int, *, open_panel: bool = True) -> None:
        """Selects a mapping; 0 selects none and closes the panel."""
        self._selected = id
        if not id:
            self._stage.set_open(False)
        elif open_panel or not self._stage.is_narrow:
            self._stage.set_open(True)
        self.refresh()

    def leave(self) -> None:
        """Cancel, Back: asks when something would be lost."""
        if not self.draft.changed:
            self.cancelled.emit()
            return
        answers = (Answer(tr("Keep Editing")), Answer(tr("Discard"), self.cancelled.emit, danger=True))
        ask(self, tr("Discard the changes to this mapping?"), tr("The mapping stays as it was before."), answers)

    def keep(self) -> None:
        """Done."""
        self.done.emit(self.draft.values())

    # Building.

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.empty)
        inner.addWidget(self.board, 1)
        inner.addWidget(self.samples)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stage, 1)

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.leave)
        self.header.cancel.clicked.connect(self.leave)
        self.header.done.clicked.connect(self.keep)
        self.header.same_names.clicked.connect(self._map_same_names)
        board = self.board
        board.connected.connect(self._on_connected)
        board.line_shown.connect(lambda id: self.select(id, open_panel=False))
        board.line_opened.connect(self._on_opened)
        board.removed.connect(lambda: self._remove(self._selected))
        board.plus_wanted.connect(self._choose_source)
        board.source_plus_wanted.connect(self._choose_target)
        board.action_wanted.connect(self._on_action)
        board.constant_opened.connect(self._open_constant)
        self.panel.edited.connect(self.refresh)
        self.panel.closed.connect(self._close_panel)
        self.panel.remove_wanted.connect(self._remove)
        self.trial.changed.connect(self._on_results)
        self._surroundings.samples.changed.connect(self._on_samples)
        self.samples.chosen.connect(self._surroundings.samples.choose)
        self.samples.preview_wanted.connect(self.preview_email)

    def _bind_keys(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+F", self.board.heads.open_search),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
            ("Ctrl+Return", self.keep),
            ("Ctrl+Enter", self.keep),
            ("Alt+Left", self.leave),
        ):
            QShortcut(QKeySequence(keys), self, act, context=within)
        QShortcut(QKeySequence("Esc"), self.panel, self._close_panel, context=within)

    def _tile(self, step_id: str) -> TileOf:
        around, catalog = self._surroundings, self._surroundings.services.profiles.catalog
        steps = [*around.before, *((around.target[0],) if around.target is not None else ())]
        step = next((one for one in steps if one.id == step_id), None)
        try:
            if step is None:
                return TileOf()
            if step.is_connection:
                connector = catalog.action(step.action)[0]
                return TileOf(connector.icon, connector.tone)
            kind = catalog.step(step.kind)
        except SettingsError:
            return TileOf()
        return TileOf(kind.icon, kind.tone)

    # What happens.

    def _on_connected(self, source: object, target: str) -> None:
        self.select(self.draft.connect(source, target))  # type: ignore[arg-type]  # the board's keys are sources

    def _on_opened(self, id: int) -> None:
        self.select(id)
        if id and not Pointer.was_last:
            self.panel.focus_first()

    def _close_panel(self) -> None:
        had_focus = self.panel.isAncestorOf(self.focusWidget() or self)
        self.select(0)
        if had_focus:
            self.board.targets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, id: int) -> None:
        line = self.draft.line(id)
        if line is None:
            return
        title = self.draft.title(line)
        had_focus = self.panel.isAncestorOf(self.focusWidget() or self)
        self.draft.remove(id)
        self.select(0)
        if had_focus:
            self.board.targets.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toasts.show_toast(tr("Mapping removed: {title}", title=title), (tr("Undo"), self._undo), seconds=10)

    def _map_same_names(self) -> None:
        count = self.draft.map_same_names()
        self.refresh()
        if count:
            words = trn("{count} field mapped by name", "{count} fields mapped by name", count)
            self.toasts.show_toast(words, (tr("Undo"), self._undo), kind="success", seconds=10)
        else:
            self.toasts.show_toast(tr("No more fields with the same name"))

    def _undo(self) -> None:
        self.draft.undo()
        self._after_undo()

    def _redo(self) -> None:
        self.draft.redo()
        self._after_undo()

    def _after_undo(self) -> None:
        self.toasts.close_toast()
        self.select(self._selected if self.selected is not None else 0, open_panel=False)

    def _choose_source(self, target: str) -> None:
        """The list of fields for a target: one that is chosen is mapped to it."""
        line = self.draft.filling(target)
        taken = line.sources if line is not None else ()
        offers = [
            one
            for one in source_offers(self.draft)
            if not any(self.draft.same_source(one.key, two) for two in taken)  # type: ignore[arg-type]
        ]
        name = tr("Choose Source for {field}", field=self.draft.target_label(target))
        self._open(Chooser(name, offers, self), "target", target, lambda key: self._on_connected(key, target))

    def _choose_target(self, source: Hashable) -> None:
        """The list of free targets for a source."""
        if not isinstance(source, GroupKey):
            name = tr("Choose Target for {field}", field=self.draft.source_label(source))  # type: ignore[arg-type]
            chooser = Chooser(name, target_offers(self.draft), self)
            self._open(chooser, "source", source, lambda key: self._on_connected(source, str(key)))

    def _open(self, chooser: Chooser, side: str, key: Hashable, act: object) -> None:
        chooser.picked.connect(act)
        self.chooser = chooser
        at = self.board.port(side, key)
        place = QPoint(round(at.x()) + (12 if side == "target" else -312), round(at.y()) + 20) if at else None
        chooser.open_at(self.board, place)

    def _on_action(self, key: GroupKey) -> None:
        if key.of == CONSTANTS:
            ConstantSheet(self, self._add_constant).open()
        else:
            HeaderSheet(self, self._add_header).open()

    def _add_constant(self, name: str, value: str) -> None:
        self._show_source(self.draft.add_constant(name, value))

    def _add_header(self, name: str) -> None:
        self._show_source(self.draft.add_header(name))

    def _show_source(self, source: Hashable) -> None:
        self.refresh()
        self.board.sources.set_current(source)
        self.board.sources.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_constant(self, source: object) -> None:
        if not isinstance(source, Constant):
            return
        name = self.draft.source_label(source)

        def change(name: str, value: str) -> None:
            self.draft.change_constant(source.text, name, value)
            self.refresh()

        def remove() -> None:
            self.draft.remove_constant(source.text)
            self.refresh()

        ConstantSheet(self, change, name, source.text, remove).open()

    # Samples.

    def _on_samples(self) -> None:
        samples = self._surroundings.samples
        self.samples.show_messages(samples.messages, samples.index, built_in=samples.built_in)
        self.trial.use(samples.current)

    def _on_results(self) -> None:
        self.samples.show_note(self.trial.stopped)
        self.board.show_draft(self.draft, self.selected, self.trial.results, self.trial.exchange)
        self.panel.show_line(self.draft, self.selected, self.trial.results.get(self._selected))

    def preview_email(self) -> None:
        """Opens the email that would be sent for the sample."""
        message = self._surroundings.samples.current
        if message is None:
            return
        dialog = EmailDialog(self._surroundings.services.previews, self)
        self._preview = Rehearsing(self._surroundings.samples, dialog.show_first)
        mapper = replace(self._step, values=self.draft.values(), disabled=False)
        self._preview.ask((*self._surroundings.before[1:], mapper, *self._rest()), (message,))
        dialog.open()

    def _rest(self) -> tuple[Step, ...]:
        """The steps after the mapper: on its own level, or at least the one that it fills."""
        steps = self._surroundings.integration.working
        ids = [one.id for one in steps]
        if self._step.id in ids:
            return steps[ids.index(self._step.id) + 1 :]
        return (self._surroundings.target[0],) if self._surroundings.target is not None else ()


def sides_around(around: Surroundings) -> Sides:
    """The two sides of a data mapper at its place in the flow."""
    if around.target is None:
        return sides_of(around.provided, None)
    step = around.target[0]
    title = around.services.profiles.catalog.title_of(step)
    ids = [one.id for one in around.integration.working]
    number = f"{ids.index(step.id) + 1} · " if step.id in ids else ""
    return sides_of(around.provided, around.target, number + title)


class _Stage(QWidget):
    """The board with the panel beside it; in a narrow window the panel lies over the right edge."""

    def __init__(self, left: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._left, self._panel = left, panel
        self.is_open = False
        left.setParent(self)
        panel.setParent(self)
        panel.hide()

    @property
    def is_narrow(self) -> bool:
        """Whether the panel is a sheet over the board."""
        return self.window().width() < WIDE_WINDOW

    def set_open(self, is_open: bool) -> None:
        """Shows or hides the panel."""
        self.is_open = is_open
        self._place()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._place()

    def showEvent(self, event: QShowEvent, /) -> None:
        self._place()
        super().showEvent(event)

    def _place(self) -> None:
        width = self._panel.width() if self.is_open else 0
        beside = 0 if self.is_narrow else width
        self._left.setGeometry(0, 0, self.width() - beside, self.height())
        self._panel.setGeometry(self.width() - self._panel.width(), 0, self._panel.width(), self.height())
        self._panel.setVisible(self.is_open)
        self._panel.raise_()
