"""The canvas: the flow as cards from top to bottom, branches within their step, spans with a bracket. GUI thread.

Cards, joints and levels are kept while what they stand for lives, so that a change of the flow builds little anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mailflow_gui.core import editing
from mailflow_gui.core.editing import Place, Steps
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step, walk
from mailflow_gui.core.offers import Hint
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.branch import NUMBERS, Branch, Level, Part
from mailflow_gui.ui.editor.card import WIDTH, Face, StepCard
from mailflow_gui.ui.editor.joint import Joint
from mailflow_gui.ui.editor.verdict import Verdict, VerdictLabel
from mailflow_gui.ui.widgets.banner import Banner

VERDICTS = 110
_SIDE, _ABOVE = 24, 28


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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Flow"))
        self.cards: dict[str, StepCard] = {}
        self.joints: list[Joint] = []
        self._selected = ""
        self._placeholder: Place | None = None
        self._target: Joint | None = None
        self._picture = Picture((), {})
        self._holder = QWidget()
        self._holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a drawing: its numbers and lines stand left
        self._holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._top = Level()
        self._top.setParent(self._holder)
        self._levels: dict[str, Level] = {"": self._top}
        self._branches: dict[str, Branch] = {}
        self._joints: dict[str, Joint] = {}
        self._hints: list[Banner] = []
        self._verdicts: dict[str, VerdictLabel] = {}
        self._built = False
        theme.current().changed.connect(self._lay_out)
        self.setWidget(self._holder)

    def show_picture(self, picture: Picture) -> None:
        """Shows a flow; when only faces changed, nothing is built."""
        before, self._picture = self._picture, picture
        same_flow = _shape_of(before.steps) == _shape_of(picture.steps) and before.spans == picture.spans
        same_words = (before.hints, before.titles) == (picture.hints, picture.titles)
        same_room = bool(before.verdicts) == bool(picture.verdicts)
        if self._built and same_flow and same_words and same_room:
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
        self._lay_out()

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
        self._built = True
        self._take_away()
        self.joints, before = [], self._joints
        self._joints = {}
        self._fill(self._picture.steps, "", "", before)
        for joint in before.values():
            if joint not in self.joints:
                joint.hide()
                joint.deleteLater()
        self._refresh()
        self.set_placeholder(self._placeholder)
        self._order()
        self.set_selected(self._selected)

    def _take_away(self) -> None:
        """What stands for steps and flows that are gone, and every hint."""
        steps = {step.id for step in walk(self._picture.steps)}
        flows = {flow.id for step in walk(self._picture.steps) for flow in step.flows}
        gone: list[QWidget] = [*self._hints]
        gone += [self.cards.pop(id) for id in self.cards.keys() - steps]
        gone += [self._verdicts.pop(id) for id in self._verdicts.keys() - steps]
        gone += [self._branches.pop(id) for id in self._branches.keys() - flows]
        for one in self.cards.values():  # a card may leave a branch that goes
            if one.parentWidget() in [self._levels.get(id) for id in self._levels.keys() - flows - {""}]:
                one.setParent(self._holder)
        for id in self._levels.keys() - flows - {""}:
            self._levels.pop(id)
        self._hints = []
        for widget in gone:
            widget.hide()
            widget.deleteLater()

    def _right(self) -> int:
        return VERDICTS if self._picture.verdicts else NUMBERS

    def _fill(self, steps: Steps, level: str, number: str, before: dict[str, Joint]) -> Level:
        shown = self._levels.setdefault(level, Level()) if level else self._top
        parts: list[Part] = []
        if level:
            name = tr("Add a step to this flow")
            parts.append(Part(self._joint(Place(level, 0), level, name, before, first=True, ends=not steps)))
        for index, step in enumerate(steps):
            count = f"{number}.{index + 1}" if number else str(index + 1)
            card = self._card(step, count, fixed=not level and index == 0)
            parts.append(Part(card, "" if number else count, self._verdict(step.id)))
            for flow_number, flow in enumerate(step.flows, 1):
                inner = self._fill(flow.steps, flow.id, f"{count}.{flow_number}", before)
                parts.append(Part(self._branch(flow.id, inner)))
            parts += [Part(self._hint(one)) for one in self._picture.hints if one.step_id == step.id]
            parts.append(Part(self._joint_after(step, Place(level, index + 1), before, ends=index == len(steps) - 1)))
        spans = self._picture.spans
        closed = {self.cards[one.id]: self.cards.get(spans[one.id]) for one in steps if one.id in spans}
        shown.show_parts(parts, closed)
        return shown

    def _branch(self, id: str, inner: Level) -> Branch:
        title = self._picture.titles.get(id, "")
        if id not in self._branches:
            self._branches[id] = Branch(title, inner)
        self._branches[id].set_title(title)
        return self._branches[id]

    def _verdict(self, id: str) -> VerdictLabel | None:
        """Room for what a test run says of a step, while there is one."""
        if not self._picture.verdicts:
            if id in self._verdicts:
                self._verdicts[id].hide()
            return None
        return self._verdicts.setdefault(id, VerdictLabel())

    def _order(self) -> None:
        """Tab goes from top to bottom, whatever was made or moved last."""
        last: QWidget | None = None
        for one in self._in_order(self._top):
            if last is not None:
                QWidget.setTabOrder(last, one)
            last = one

    def _in_order(self, level: Level) -> Iterator[QWidget]:
        for part in level.parts:
            if isinstance(part.widget, Branch):
                yield from self._in_order(part.widget.inner)
            elif isinstance(part.widget, StepCard):
                yield from (part.widget, part.widget.more)
            elif isinstance(part.widget, Banner):
                yield from part.widget.buttons()
            else:
                yield part.widget

    def _lay_out(self) -> None:
        """Places everything for the present width."""
        room = self.viewport().width()
        width = min(NUMBERS + WIDTH + self._right(), max(320, room - 2 * _SIDE))
        height = self._top.lay_out(width, self._right())
        self._top.setGeometry(max(_SIDE, (room - width) // 2), _ABOVE, width, height)
        self._holder.resize(room, max(height + 2 * _ABOVE, self.viewport().height()))

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
        return card

    def _joint_after(self, step: Step, place: Place, before: dict[str, Joint], *, ends: bool) -> Joint:
        title = self._picture.faces[step.id].title if step.id in self._picture.faces else tr("this step")
        caption = self._picture.captions.get(step.id, "")
        return self._joint(place, step.id, tr("Add a step after {title}", title=title), before, caption, ends=ends)

    def _joint(
        self,
        place: Place,
        of: str,
        name: str,
        before: dict[str, Joint],
        caption: str = "",
        *,
        ends: bool = False,
        first: bool = False,
    ) -> Joint:
        """The joint below a step, or the first one of a flow, by the id of either."""
        joint = before.get(of)
        if joint is None or joint.parentWidget() is not self._levels.get(place.level):
            joint = Joint()
            joint.add_requested.connect(lambda: self.add_requested.emit(joint.place))
            joint.key_pressed.connect(lambda event: self.key_pressed.emit("", event))
        joint.show_place(place, name, caption, ends=ends, first=first)
        self._joints[of] = joint
        self.joints.append(joint)
        return joint

    def _hint(self, hint: Hint) -> Banner:
        buttons = [(hint.button, lambda: self.fix_requested.emit(hint))] if hint.button else []
        self._hints.append(Banner("warning", hint.title, hint.text, buttons))
        return self._hints[-1]

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

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._lay_out()


def _shape_of(steps: Steps) -> tuple[object, ...]:
    return tuple(
        (step.id, step.disabled, tuple((flow.id, _shape_of(flow.steps)) for flow in step.flows)) for step in steps
    )


def _distance(joint: Joint, place: QPoint) -> float:
    middle = joint.mapToGlobal(joint.rect().center())
    return abs(middle.y() - place.y()) + abs(middle.x() - place.x()) * 0.3
