"""A text field for templates and expressions: line numbers, underlined problems, completion. GUI thread only."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCompleter, QListView, QTextEdit, QToolTip, QWidget

from mailflow_gui.core import mustache
from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.inputs import TextArea
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.tips import plain_tip

_ROWS = 8
_NAME = re.compile(r"(\{\{\{?[#^/&]?|\$!?\{)\s*([A-Za-z_][\w.-]*)?\Z", re.ASCII)
_WORD = re.compile(r"[\w.-]*\s*(\})?", re.ASCII)
#: Milliseconds of rest before a text is looked through.
AFTER_TYPING = 150


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the text, in characters from 0, and what is wrong with it; line and column count from 1."""

    start: int
    length: int
    message: str
    line: int = 1
    column: int = 1
    warning: bool = False

    def __str__(self) -> str:
        return tr("{message} (line {line}, column {column})", message=self.message, line=self.line, column=self.column)


@dataclass(frozen=True, slots=True)
class Completion:
    """What could be put in: `text` takes the place of `length` characters from `start`; `label` explains it."""

    text: str
    label: str
    start: int
    length: int


Marks = Callable[[str], Sequence[Mark]]
Completions = Callable[[str, int], Sequence[Completion]]


class CodeEditor(TextArea):
    """`marked` carries the marks after each look through the text. Ctrl+Space offers completions; Tab leaves."""

    marked = Signal(list)

    def __init__(
        self,
        *,
        lines: int = 8,
        numbers: bool = False,
        marks: Marks | None = None,
        completions: Completions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(mono=True, lines=lines, parent=parent)
        self._look_through, self._completions = marks, completions
        self.marks: list[Mark] = []
        self._offers: list[Completion] = []
        self._gutter = _Gutter(self) if numbers else None
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ROWS)
        self._popup = QListView(self)
        self._completer.setPopup(self._popup)
        self._popup.setAccessibleName(tr("Suggestions"))
        self._popup.clicked.connect(self._on_picked)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_TYPING)
        self._soon.timeout.connect(self.look)
        self.textChanged.connect(self._soon.start)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(lambda _rect, _dy: self._gutter.update() if self._gutter is not None else None)
        self._make_room()
        theme.current().changed.connect(self._show_marks)

    def set_completions(self, completions: Completions | None) -> None:
        """What to offer while typing."""
        self._completions = completions

    def offer_names(self, names: Sequence[tuple[str, str]], language: str = mustache.MUSTACHE) -> None:
        """Offers these names and labels within the braces of a template language."""
        self._completions = lambda text, cursor: template_completions(names, text, cursor, language)

    def look(self) -> None:
        """Looks through the text now."""
        self._soon.stop()
        if self._look_through is not None:
            self.marks = list(self._look_through(self.toPlainText()))
            self._show_marks()
            self.marked.emit(self.marks)

    def go_to(self, mark: Mark) -> None:
        """Puts the cursor where a mark begins."""
        cursor = self.textCursor()
        cursor.setPosition(_units(self.toPlainText(), mark.start))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_in(self, text: str) -> None:
        """Types a text at the cursor."""
        self.insertPlainText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def suggestions(self) -> list[str]:
        """What is offered now."""
        return [one.text for one in self._offers] if self._popup.isVisible() else []

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        popup = self._popup
        if popup.isVisible():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._on_picked(popup.currentIndex())
                return
            if event.key() == Qt.Key.Key_Escape:
                popup.hide()
                return
        asked = event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not asked:
            super().keyPressEvent(event)
        if asked or (event.text().isprintable() and event.text()) or event.key() == Qt.Key.Key_Backspace:
            self._offer(even_unasked=bool(asked))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._make_room()

    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.cursorForPosition(event.pos()).position()
            text = self.toPlainText()
            hit = next(
                (one for one in self.marks if _units(text, one.start) <= place <= _units(text, one.start + one.length)),
                None,
            )
            if hit is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(str(hit)), self.viewport())
            return True
        return super().viewportEvent(event)

    def paint_gutter(self, gutter: QWidget) -> None:
        """The numbers of the lines in sight."""
        painter = smooth(gutter)
        painter.fillRect(gutter.rect(), theme.color("sunken"))
        painter.setFont(self.font())
        wrong = {one.line for one in self.marks if not one.warning}
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= gutter.height():
            height = self.blockBoundingRect(block).height()
            number = block.blockNumber() + 1
            painter.setPen(theme.color("dangerText" if number in wrong else "text3"))
            line = QRectF(0, top, gutter.width() - 6, self.fontMetrics().height())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
            block, top = block.next(), top + height
        painter.end()

    def gutter_width(self) -> int:
        """Room for the largest line number."""
        return self.fontMetrics().horizontalAdvance("9" * max(2, len(str(self.blockCount())))) + 14

    # How it works.

    def _make_room(self) -> None:
        if self._gutter is not None:
            width = self.gutter_width()
            self.setViewportMargins(width, 0, 0, 0)
            inner = self.contentsRect()
            self._gutter.setGeometry(QRect(inner.left(), inner.top(), width, inner.height()))

    def _show_marks(self) -> None:
        text, found = self.toPlainText(), []
        for one in self.marks:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.color("warning" if one.warning else "danger"))
            cursor = QTextCursor(self.document())
            end = _units(text, min(one.start + one.length, len(text)))
            cursor.setPosition(min(_units(text, one.start), max(0, end - 1)))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            found.append(selection)
        self.setExtraSelections(found)
        if self._gutter is not None:
            self._gutter.update()

    def _offer(self, *, even_unasked: bool) -> None:
        popup = self._popup
        if self._completions is None:
            return
        text = self.toPlainText()
        cursor = _characters(text, self.textCursor().position())
        offers = list(self._completions(text, cursor))[:50]
        self._offers = [one for one in offers if text[one.start : one.start + one.length] != one.text]
        wanted = (
            even_unasked or any(one.length for one in self._offers) or text[max(0, cursor - 2) : cursor] in ("{{", "${")
        )
        if not self._offers or not wanted:
            popup.hide()
            return
        self._model.clear()
        for one in self._offers:
            label = f"{one.text}   {one.label}" if one.label and one.label != one.text else one.text
            self._model.appendRow(QStandardItem(label))
        place = self.cursorRect()
        place.translate(self.viewport().x(), self.viewport().y())
        place.setWidth(min(320, max(180, self.width() - 24)))
        self._completer.complete(place)
        popup.setCurrentIndex(self._model.index(0, 0))

    def _on_picked(self, index: QModelIndex) -> None:
        self._popup.hide()
        if not 0 <= index.row() < len(self._offers):
            return
        one, text = self._offers[index.row()], self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(_units(text, one.start))
        cursor.setPosition(_units(text, one.start + one.length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(one.text)
        self.setTextCursor(cursor)


class _Gutter(QWidget):
    """The column of line numbers."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        self._editor.paint_gutter(self)


def template_marks(text: str, language: str = mustache.MUSTACHE) -> list[Mark]:
    """What is wrong with a template; an empty one is left alone."""
    if not text.strip():
        return []
    return [
        Mark(one.start, one.length, one.message, one.line, one.column, one.is_warning)
        for one in mustache.lint(text, language)
    ]


def template_completions(
    names: Sequence[tuple[str, str]], text: str, cursor: int, language: str = mustache.MUSTACHE
) -> list[Completion]:
    """Names within {{ }} or ${ }, those that begin with what is typed first; the closing braces are added."""
    found = _NAME.search(text[:cursor])
    if found is None or found[1].startswith("{{") != (language == mustache.MUSTACHE):
        return []
    typed = (found[2] or "").casefold()
    after = _WORD.match(text[cursor:])
    close = "" if after is not None and after[1] else "}" * found[1].count("{")
    start = cursor - len(typed)
    fitting = [one for one in names if typed in one[0].casefold() or typed in one[1].casefold()]
    fitting.sort(key=lambda one: not one[0].casefold().startswith(typed))
    return [Completion(name + close, label, start, len(typed)) for name, label in fitting]


def _units(text: str, place: int) -> int:
    """A place in characters as one in Qt's UTF-16 units."""
    return place + sum(1 for character in text[:place] if ord(character) > 0xFFFF)


def _characters(text: str, place: int) -> int:
    """And back."""
    count = 0
    for number, character in enumerate(text):
        if count >= place:
            return number
        count += 2 if ord(character) > 0xFFFF else 1
    return len(text)
