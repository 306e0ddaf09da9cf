"""The canvas: the flow as cards from top to bottom, branches within their step, spans with a bracket. GUI thread.

Cards are kept while their step lives, so that a change of the flow builds little anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mailflow_gui.core import editing
from mailflow_gui.core.editing import Place, Steps
from mailflow_gui.core.model import Step, walk
from mailflow_gui.core.offers import Hint
from mailflow_gui.ui.editor.branch import Branch, Span
from mailflow_gui.ui.editor.card import WIDTH, Face, StepCard
from mailflow_gui.ui.editor.joint import Joint, NumberLabel
from mailflow_gui.ui.editor.verdict import Verdict, VerdictLabel
from mailflow_gui.ui.widgets.banner import Banner

NUMBERS = 36
VERDICTS = 110


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the canvas shows. `titles` are those of branches; `spans` are pairs of a split and what closes it."""

    steps: Steps
    faces: Mapping[str, Face]
    titles: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, str] = field(default_factory=dict)
    captions: Mapping[str, str] = field(default_factory=dict)
    hints: Sequence[Hint] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


class FlowCanvas(QScrollArea):
    """`add_requested` and `moved` carry a Place; `key_pressed` what a card or joint did not take, with its step."""

    selected = Signal(str)
    add_requested = Signal(Place)
    moved = Signal(str, Place)
    menu_requested = Signal(str, QPoint)
    fix_requested = Signal(object)
    key_pressed = Signal(str, QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Flow")
        self.cards: dict[str, StepCard] = {}
        self.joints: list[Joint] = []
        self._selected = ""
        self._placeholder: Place | None = None
        self._target: Joint | None = None
        self._picture = Picture((), {})
        self._holder = QWidget()
        self._holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._outer = QVBoxLayout(self._holder)
        self._outer.setContentsMargins(24, 28, 24, 28)
        self._flow: QWidget | None = None
        self.setWidget(self._holder)

    def show_picture(self, picture: Picture) -> None:
        """Shows a flow; when only faces changed, nothing is built."""
        before, self._picture = self._picture, picture
        same_flow = _shape_of(before.steps) == _shape_of(picture.steps) and before.spans == picture.spans
        same_words = (before.hints, before.titles) == (picture.hints, picture.titles)
        same_room = bool(before.verdicts) == bool(picture.verdicts)
        if self._flow is not None and same_flow and same_words and same_room:
            self._refresh()
        else:
            self._build()

    def set_selected(self, id: str) -> None:
        """Marks the card of the step whose settings are open; "" for none."""
        self._selected = id
        for one in self.cards.values():
            one.set_selected(one.step_id == id)
        if id in self.cards:
            self.ensureWidgetVisible(self.cards[id], 0, 80)

    def set_placeholder(self, place: Place | None) -> None:
        """Shows where a new step goes, while it is chosen."""
        self._placeholder = place
        for joint in self.joints:
            joint.set_placeholder(joint.place == place)

    def focus_step(self, id: str) -> None:
        """Puts the focus on a card."""
        if id in self.cards:
            self.cards[id].setFocus(Qt.FocusReason.OtherFocusReason)

    def neighbour(self, id: str, by: int) -> str:
        """The id of the card before (-1) or after (1) one, in reading order; itself at the end."""
        order = [step.id for step in walk(self._picture.steps)]
        if id not in order:
            return order[0] if order else ""
        return order[max(0, min(len(order) - 1, order.index(id) + by))]

    # ---- building ----

    def _build(self) -> None:
        alive = {step.id for step in walk(self._picture.steps)}
        focused = next((one.step_id for one in self.cards.values() if one.hasFocus()), "")
        for card in self.cards.values():
            card.setParent(self._holder)
            card.hide()
        for id in [id for id in self.cards if id not in alive]:
            self.cards.pop(id).deleteLater()
        if self._flow is not None:
            self._outer.removeWidget(self._flow)
            self._flow.hide()
            self._flow.deleteLater()
        self.joints = []
        self._verdicts: dict[str, VerdictLabel] = {}
        self._flow = self._level(self._picture.steps, "", "")
        self._flow.setMaximumWidth(NUMBERS + WIDTH + self._right())
        self._outer.insertWidget(0, self._flow, 0, Qt.AlignmentFlag.AlignTop)
        self._outer.setAlignment(self._flow, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._flow.setMinimumWidth(min(NUMBERS + WIDTH + self._right(), max(320, self.viewport().width() - 48)))
        self._flow.show()
        self._refresh()
        self.set_selected(self._selected)
        self.set_placeholder(self._placeholder)
        if focused in self.cards:
            self.cards[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _right(self) -> int:
        return VERDICTS if self._picture.verdicts else NUMBERS

    def _level(self, steps: Steps, level: str, number: str) -> QWidget:
        span = Span()
        column = QVBoxLayout(span)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if level:
            column.addLayout(
                self._row(self._joint(Place(level, 0), "Add a step to this flow", first=True, ends=not steps))
            )
        for index, step in enumerate(steps):
            count = f"{number}.{index + 1}" if number else str(index + 1)
            column.addLayout(self._row(self._card(step, count, fixed=not level and index == 0), count, step.id))
            for flow_number, flow in enumerate(step.flows, 1):
                title = self._picture.titles.get(flow.id, "")
                inner = self._level(flow.steps, flow.id, f"{count}.{flow_number}")
                column.addWidget(Branch(title, inner, self._right()))
            for hint in self._picture.hints:
                if hint.step_id == step.id:
                    column.addLayout(self._hint(hint))
            title = self._picture.faces[step.id].title if step.id in self._picture.faces else "this step"
            caption = self._picture.captions.get(step.id, "")
            last = index == len(steps) - 1
            joint = self._joint(Place(level, index + 1), f"Add a step after {title}", caption, ends=last)
            column.addLayout(self._row(joint))
            if step.id in self._picture.spans:
                span.add(self.cards[step.id], self._picture.spans[step.id])
        span.resolve(self.cards)
        return span

    def _row(self, widget: QWidget, number: str = "", step_id: str = "") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(NumberLabel(number if number.isdigit() else "", NUMBERS))
        row.addWidget(widget, 1)
        right = VerdictLabel()
        right.setFixedWidth(self._right())
        if step_id:
            self._verdicts[step_id] = right
        row.addWidget(right)
        return row

    def _card(self, step: Step, number: str, *, fixed: bool) -> StepCard:
        card = self.cards.get(step.id)
        if card is None:
            card = StepCard(step.id, self._picture.faces[step.id], fixed=fixed)
            card.clicked.connect(lambda id=step.id: self.selected.emit(id))
            card.menu_requested.connect(lambda place, id=step.id: self.menu_requested.emit(id, place))
            card.dragged.connect(lambda place, id=step.id: self._on_dragged(id, place))
            card.dropped.connect(lambda place, id=step.id: self._on_dropped(id))
            card.key_pressed.connect(lambda event, id=step.id: self.key_pressed.emit(id, event))
            self.cards[step.id] = card
        card.fixed = fixed
        card.set_number(number)
        card.show()
        return card

    def _joint(self, place: Place, name: str, caption: str = "", *, ends: bool = False, first: bool = False) -> Joint:
        joint = Joint(place, name, caption, ends=ends, first=first)
        joint.add_requested.connect(lambda: self.add_requested.emit(place))
        joint.key_pressed.connect(lambda event: self.key_pressed.emit("", event))
        self.joints.append(joint)
        return joint

    def _hint(self, hint: Hint) -> QHBoxLayout:
        buttons = [(hint.button, lambda: self.fix_requested.emit(hint))] if hint.button else []
        row = QHBoxLayout()
        row.setContentsMargins(NUMBERS, 12, self._right(), 4)
        row.addWidget(Banner("warning", hint.title, hint.text, buttons))
        return row

    def _refresh(self) -> None:
        for id, card in self.cards.items():
            if id in self._picture.faces:
                card.show_face(self._picture.faces[id])
        for id, label in self._verdicts.items():
            label.show_verdict(self._picture.verdicts.get(id))

    # ---- dragging ----

    def _on_dragged(self, id: str, place: QPoint) -> None:
        target = self._nearest(id, place)
        if target is not self._target:
            for joint in (self._target, target):
                if joint is not None:
                    joint.set_target(joint is target)
            self._target = target
        self._scroll_along(place)

    def _on_dropped(self, id: str) -> None:
        target, self._target = self._target, None
        if target is not None:
            target.set_target(False)
            self.moved.emit(id, target.place)

    def cancel_drag(self) -> bool:
        """Esc: the step stays where it is; True when there was a drag."""
        dragged = [card for card in self.cards.values() if card.dragging]
        for card in dragged:
            card.end_drag()
        if self._target is not None:
            self._target.set_target(False)
            self._target = None
        return bool(dragged)

    def _nearest(self, id: str, place: QPoint) -> Joint | None:
        """The joint next to the pointer where the step would fit; None where it stands already."""
        step = editing.find(self._picture.steps, id)
        inside = {flow.id for one in walk((step,)) for flow in one.flows} if step else set()
        fitting = [one for one in self.joints if one.place.level not in inside and one.place != Place("", 0)]
        best = min(fitting, key=lambda one: _distance(one, place), default=None)
        here = editing.place_of(self._picture.steps, id)
        stays = best is not None and here is not None and best.place in (here, Place(here.level, here.index + 1))
        return None if stays else best

    def _scroll_along(self, place: QPoint) -> None:
        y, bar = self.viewport().mapFromGlobal(place).y(), self.verticalScrollBar()
        if y < 30:
            bar.setValue(bar.value() - 12)
        elif y > self.viewport().height() - 30:
            bar.setValue(bar.value() + 12)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._flow is not None:
            self._flow.setMinimumWidth(min(NUMBERS + WIDTH + self._right(), max(320, self.viewport().width() - 48)))


def _shape_of(steps: Steps) -> tuple[object, ...]:
    return tuple(
        (step.id, step.disabled, tuple((flow.id, _shape_of(flow.steps)) for flow in step.flows)) for step in steps
    )


def _distance(joint: Joint, place: QPoint) -> float:
    middle = joint.mapToGlobal(joint.rect().center())
    return abs(middle.y() - place.y()) + abs(middle.x() - place.x()) * 0.3
