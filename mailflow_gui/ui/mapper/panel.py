"""The mapping panel: sources, transformations with their parameters, condition, and the preview. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_results import LineResult
from mailflow_gui.core.mappings import Constant
from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.chooser import Chooser, Offer
from mailflow_gui.ui.mapper.offers import source_offers, target_offers, transformation_offers
from mailflow_gui.ui.mapper.panel_parts import PanelBody
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.card import Divider
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label
from mailflow_gui.ui.widgets.painting import smooth

WIDTH = 312


class MappingPanel(QFrame):
    """Shows one mapping of a draft and changes it there; `edited` follows each change."""

    edited = Signal()
    closed = Signal()
    remove_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("region", "panel")
        self.setAccessibleName(tr("Mapping"))
        self.setFixedWidth(round(WIDTH * max(1.0, min(theme.current().scale, 1.3))))
        self._draft: MappingDraft | None = None
        self._line: Line | None = None
        self._body: PanelBody | None = None
        self.opened: set[int] = set()
        self._subtitle = ElidedLabel("", "caption", "text2")
        self.remove = IconButton("trash", tr("Remove Mapping (Del)"), size=16)
        self.close_button = IconButton("close", tr("Close Panel (Esc)"), size=18)
        self._scroll, self._inner = _scrolling()
        self._hint = Caption(tr("Select a line or a mapped field to see its mapping here."), "text2")
        self._lay_out()
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._line.id if self._line is not None else 0))
        self.close_button.clicked.connect(self.closed)
        theme.current().changed.connect(self.update)

    @property
    def body(self) -> PanelBody:
        """The parts of the shown mapping. Raises LookupError without one."""
        if self._body is None:
            raise LookupError("no mapping is shown")
        return self._body

    @property
    def line_id(self) -> int:
        """The id of the mapping shown; 0 for none."""
        return self._line.id if self._line is not None else 0

    def show_line(self, draft: MappingDraft, line: Line | None, result: LineResult | None) -> None:
        """Shows a mapping. What has the focus keeps it when only values changed."""
        same = self._line is not None and line is not None and _shape(self._line) == _shape(line) and self._body
        if self._line is None or line is None or self._line.id != line.id:
            self.opened = {len(line.chain) - 1} if line is not None and line.chain else set()
        self._draft, self._line = draft, line
        self._subtitle.setText(draft.title(line) if line is not None else "")
        self.remove.setVisible(line is not None)
        self._hint.setVisible(line is None)
        if line is None:
            self._clear()
            return
        if same:
            self.body.show_values(draft, line, result)
        else:
            self._build(draft, line, result)

    def focus_first(self) -> None:
        """Puts the focus on the first part that changes the mapping."""
        if self._body is not None:
            self._body.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, name: str, offers: Sequence[Offer], anchor: QWidget, act: Callable[[object], None]) -> Chooser:
        """Opens a chooser below a widget."""
        chooser = Chooser(name, offers, self)
        chooser.picked.connect(act)
        chooser.open_at(anchor)
        return chooser

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.color("border"))
        painter.end()

    # How it works.

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(tr("Mapping"), "subheading"))
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(21, 12, 8, 11)
        head.setSpacing(4)
        head.addLayout(words, 1)
        head.addWidget(self.remove)
        head.addWidget(self.close_button)
        hint = QHBoxLayout()
        hint.setContentsMargins(21, 16, 20, 0)
        hint.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addLayout(hint)
        column.addWidget(self._scroll, 1)

    def _clear(self) -> None:
        if self._body is not None:
            self._inner.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def _build(self, draft: MappingDraft, line: Line, result: LineResult | None) -> None:
        place = self._scroll.verticalScrollBar().value()
        mark = self._body.mark() if self._body is not None else None
        self._clear()
        body = PanelBody(draft, line, self.opened)
        body.show_values(draft, line, result)  # before it is shown: that is a layout less for each part
        self._body = body
        self._inner.insertWidget(0, body)
        self._connect(body)
        body.show()
        body.take_focus(mark)
        self._scroll.verticalScrollBar().setValue(place)

    def _connect(self, body: PanelBody) -> None:
        id = self.line_id
        body.edit_wanted.connect(lambda change: self._edit(lambda draft: change(draft, id)))
        body.source_wanted.connect(self._choose_source)
        body.target_wanted.connect(self._choose_target)
        body.transformation_wanted.connect(self._choose_transformation)

    def _edit(self, change: Callable[[MappingDraft], object]) -> None:
        if self._draft is not None:
            change(self._draft)
            self.edited.emit()

    def _choose_source(self, place: int, anchor: QWidget) -> None:
        """For a place among the sources, or for one more (-1)."""
        draft, line = self._draft, self._line
        if draft is None or line is None:
            return
        taken = [one for number, one in enumerate(line.sources) if number != place]
        offers = [one for one in source_offers(draft) if not any(draft.same_source(one.key, two) for two in taken)]  # type: ignore[arg-type]

        def act(key: object) -> None:
            source = key if isinstance(key, Constant) else str(key)
            if place < 0:
                self._edit(lambda draft: draft.add_source(line.id, source))
            else:
                self._edit(lambda draft: draft.replace_source(line.id, place, source))
            self._focus_source(place if place >= 0 else len(line.sources))

        self.offer(tr("Choose Source"), offers, anchor, act)

    def _choose_target(self, place: int, anchor: QWidget) -> None:
        draft, line = self._draft, self._line
        if draft is None or line is None:
            return

        def act(key: object) -> None:
            if place < 0:
                self._edit(lambda draft: draft.add_target(line.id, str(key)))
            else:
                self._edit(lambda draft: draft.replace_target(line.id, place, str(key)))

        self.offer(tr("Choose Target"), target_offers(draft), anchor, act)

    def _choose_transformation(self, anchor: QWidget) -> None:
        line = self._line
        if line is None:
            return

        def act(key: object) -> None:
            self.opened = {len(line.chain)}
            self._edit(lambda draft: draft.add_transformation(line.id, str(key)))
            if self._body is not None and self._body.cards:
                self._body.cards[-1].focus_first()

        self.offer(tr("Add Transformation"), transformation_offers(), anchor, act)

    def _focus_source(self, place: int) -> None:
        if self._body is not None and place < len(self._body.sources):
            self._body.sources[place].name.setFocus(Qt.FocusReason.OtherFocusReason)


def _scrolling() -> tuple[QScrollArea, QVBoxLayout]:
    area, holder = QScrollArea(), QWidget()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(holder)
    column.setContentsMargins(20, 15, 20, 20)
    column.addStretch(1)
    area.setWidget(holder)
    for ground in (area.viewport(), holder):
        ground.setAutoFillBackground(False)
    return area, column


def _shape(line: Line) -> tuple[object, ...]:
    """What decides which widgets a mapping needs; values that are typed do not."""
    chain = tuple(use.name for use in line.chain)
    has = (line.combine is None, line.split is None, line.when is None)
    return (line.id, line.sources, line.targets, chain, has)
