"""The parts of one mapping below the panel's head. Built anew when their number changes. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_results import LineResult
from mailflow_gui.core.mappings import Source
from mailflow_gui.ui.mapper.condition_part import ConditionPart
from mailflow_gui.ui.mapper.delimiter import DelimiterCombo
from mailflow_gui.ui.mapper.end_row import EndRow
from mailflow_gui.ui.mapper.preview_box import PreviewBox
from mailflow_gui.ui.mapper.use_card import UseCard
from mailflow_gui.ui.widgets.buttons import Button, ButtonKind
from mailflow_gui.ui.widgets.card import Divider
from mailflow_gui.ui.widgets.choices import CheckBox
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.labels import Caption, Label

Change = Callable[[MappingDraft, int], object]
Mark = tuple[str, int] | None


class PanelBody(QWidget):
    """`edit_wanted` carries a Change. The other signals ask for a chooser at a widget (-1: one more)."""

    edit_wanted = Signal(object)
    source_wanted = Signal(int, QWidget)
    target_wanted = Signal(int, QWidget)
    transformation_wanted = Signal(QWidget)

    def __init__(self, draft: MappingDraft, line: Line, opened: set[int]) -> None:
        super().__init__()
        self.sources: list[EndRow] = []
        self.targets: list[EndRow] = []
        self.cards: list[UseCard] = []
        self.preview = PreviewBox()
        self.condition: ConditionPart | None = None
        self.next_mark: Mark = None
        self._opened = opened
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add_source = _button(tr("Add another source"), "link", "plus", small=True)
        self.add_target = _button(tr("Add another target"), "link", "plus", small=True)
        self.add_condition = _button(tr("Add a condition"), "link", "plus", small=True)
        self.add_transformation = _button(tr("Add Transformation"), "secondary", "plus", small=True)
        self._build_sources(draft, line)
        if len(line.targets) > 1 or draft.lost_targets(line):
            self._build_targets(draft, line)
        self._build_chain(line)
        self._build_more(draft, line)
        self._build_preview()

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        if self.sources:
            return self.sources[0].name
        return self.add_source

    def mark(self) -> Mark:
        """Which part has the focus, so that it is found again when the parts are built anew."""
        focus = QApplication.focusWidget()
        for kind, parts in self._kinds():
            for place, part in enumerate(parts):
                if focus is not None and (part is focus or part.isAncestorOf(focus)):
                    return self.next_mark or (kind, place)
        if focus is not None and self.isAncestorOf(focus):
            return self.next_mark or ("more", 0)
        return None

    def take_focus(self, mark: Mark) -> None:
        """Gives the focus to the part of a mark, or to the one that has its place now."""
        if mark is None:
            return
        kind, place = mark
        parts = dict(self._kinds()).get(kind, [])
        part = parts[min(place, len(parts) - 1)] if parts else None
        if isinstance(part, UseCard):
            part.focus_first()
            return
        other = {"use": self.add_transformation, "more": self.add_transformation}.get(kind, self.add_source)
        target = part.name if isinstance(part, EndRow) else other
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kinds(self) -> list[tuple[str, Sequence[QWidget]]]:
        return [("source", self.sources), ("target", self.targets), ("use", self.cards)]

    def show_values(self, draft: MappingDraft, line: Line, result: LineResult | None) -> None:
        """The preview, and what is wrong."""
        self.preview.show_result(line, result)
        at, trouble = (result.at, result.trouble) if result is not None else ("", "")
        for place, card in enumerate(self.cards):
            inside = at == f"transformations[{place}]" or at.startswith(f"transformations[{place}].")
            card.show_trouble(at.partition("].")[2] if inside else "", trouble if inside else "")

    # The sections.

    def _build_sources(self, draft: MappingDraft, line: Line) -> None:
        self._title(tr("Source") if len(line.sources) < 2 else tr("Sources, in this order"))
        lost = draft.lost_sources(line)
        for place, source in enumerate(line.sources):
            self.sources.append(self._source_row(draft, line, place, source, source in lost))
            self._column.addWidget(self.sources[-1])
        if lost:
            self._column.addWidget(
                Caption(tr("No earlier step gives this any more. Choose another field."), "dangerText")
            )
        if len(line.sources) > 1:
            combo = DelimiterCombo(" " if line.combine is None else line.combine, with_nothing=True)
            combo.delimiter_changed.connect(lambda text: self._edit(lambda d, id: d.set_combine(id, text)))
            self._column.addWidget(FormRow(tr("Text between"), combo))
        self._left(self.add_source)
        self.add_source.clicked.connect(lambda: self.source_wanted.emit(-1, self.add_source))

    def _source_row(self, draft: MappingDraft, line: Line, place: int, source: Source, lost: bool) -> EndRow:
        label = draft.source_label(source)
        row = EndRow(label, tr("Remove Source {name}", name=label), lost=lost, movable=len(line.sources) > 1)
        row.change_wanted.connect(lambda: self.source_wanted.emit(place, row))
        row.removed.connect(lambda: self._edit(lambda d, id: d.drop_source(id, place)))
        row.moved.connect(lambda step: self._move("source", place, step, len(line.sources)))
        return row

    def _build_targets(self, draft: MappingDraft, line: Line) -> None:
        self._title(tr("Target") if len(line.targets) < 2 else tr("Targets, in this order"))
        lost = draft.lost_targets(line)
        for place, name in enumerate(line.targets):
            self.targets.append(self._target_row(draft, line, place, name, name in lost))
            self._column.addWidget(self.targets[-1])
        if lost:
            self._column.addWidget(Caption(tr("The next step does not take this. Choose another field."), "dangerText"))
        if len(line.targets) > 1:
            self._build_split(line)

    def _target_row(self, draft: MappingDraft, line: Line, place: int, name: str, lost: bool) -> EndRow:
        label = draft.target_label(name)
        row = EndRow(label, tr("Remove Target {name}", name=label), lost=lost, movable=len(line.targets) > 1)
        row.change_wanted.connect(lambda: self.target_wanted.emit(place, row))
        row.removed.connect(lambda: self._edit(lambda d, id: d.drop_target(id, name)))
        row.moved.connect(lambda step: self._move("target", place, step, len(line.targets)))
        return row

    def _build_split(self, line: Line) -> None:
        box = CheckBox(tr("Split: one part for each target"))
        box.setChecked(line.split is not None)
        box.toggled.connect(lambda on: self._edit(lambda d, id: d.set_split(id, " " if on else None)))
        self._column.addWidget(box)
        if line.split is not None:
            combo = DelimiterCombo(line.split, with_nothing=False)
            combo.delimiter_changed.connect(lambda text: self._edit(lambda d, id: d.set_split(id, text)))
            self._column.addWidget(FormRow(tr("Text between the parts"), combo))

    def _build_chain(self, line: Line) -> None:
        self._title(tr("Transformations"))
        for place, use in enumerate(line.chain):
            card = UseCard(use, place + 1, is_open=place in self._opened)
            self._connect_card(card, place, len(line.chain))
            self.cards.append(card)
            self._column.addWidget(card)
        self._left(self.add_transformation)
        self.add_transformation.clicked.connect(lambda: self.transformation_wanted.emit(self.add_transformation))

    def _connect_card(self, card: UseCard, place: int, count: int) -> None:
        card.changed.connect(lambda key, value: self._edit(lambda d, id: d.set_argument(id, place, key, value)))
        card.removed.connect(lambda: self._remove_use(place))
        card.moved.connect(lambda step: self._move_use(place, step, count))
        card.opened.connect(lambda on: self._opened.add(place) if on else self._opened.discard(place))

    def _build_more(self, draft: MappingDraft, line: Line) -> None:
        if line.when is not None:
            self.condition = ConditionPart(line.when, draft.sides)
            self.condition.changed.connect(lambda when: self._edit(lambda d, id: d.set_condition(id, when)))
            self.condition.removed.connect(lambda: self._edit(lambda d, id: d.set_condition(id, None)))
            self._column.addWidget(self.condition)
        else:
            self._left(self.add_condition)
            self.add_condition.clicked.connect(self._on_add_condition)
        if len(line.targets) < len(draft.sides.targets):
            self._left(self.add_target)
            self.add_target.clicked.connect(lambda: self.target_wanted.emit(-1, self.add_target))

    def _build_preview(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(-20, 6, -20, 6)
        line.addWidget(Divider())
        self._column.addLayout(line)
        self._title(tr("Preview"))
        self._column.addWidget(self.preview)

    # What changes.

    def _edit(self, change: Change) -> None:
        self.edit_wanted.emit(change)

    def _move(self, kind: str, place: int, step: int, count: int) -> None:
        to = max(0, min(place + step, count - 1))
        move = MappingDraft.move_source if kind == "source" else MappingDraft.move_target
        self.next_mark = (kind, to)
        self._edit(lambda draft, id: move(draft, id, place, to))

    def _move_use(self, place: int, step: int, count: int) -> None:
        to = max(0, min(place + step, count - 1))
        open_now = place in self._opened
        order = list(range(count))
        order.insert(to, order.pop(place))
        kept = {new for new, old in enumerate(order) if old in self._opened}
        self._opened.clear()
        self._opened.update(kept | ({to} if open_now else set()))
        self.next_mark = ("use", to)
        self._edit(lambda draft, id: draft.move_transformation(id, place, to))

    def _remove_use(self, place: int) -> None:
        kept = {one - (one > place) for one in self._opened if one != place}
        self._opened.clear()
        self._opened.update(kept)
        self._edit(lambda draft, id: draft.remove_transformation(id, place))

    def _on_add_condition(self) -> None:
        self._edit(lambda draft, id: draft.set_condition(id, {"path": "", "op": "contains", "value": ""}))

    def _title(self, text: str) -> None:
        label = Label(text, "label")
        if self._column.count():
            label.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(label)

    def _left(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)


def _button(text: str, kind: ButtonKind, icon: str, *, small: bool = False) -> Button:
    return Button(text, kind=kind, icon=icon, small=small)
