"""What does not fit into a window: texts and controls with less room than they need, children outside of it.

And buttons that are called otherwise than they read, so that nobody can speak of them (WCAG 2.2, 2.5.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QLabel, QLineEdit, QWidget

from mailflow_gui.ui.widgets.labels import ElidedLabel

#: Half a pixel of rounding at each side.
SLACK = 1


def cut(window: QWidget) -> list[str]:
    """Everything that shows and is cut or misnamed, in words."""
    return [f"{_name(one)}: {fault}" for one in _shown(window) for fault in _faults(one)]


def _shown(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisibleTo(widget) and not child.isWindow():
            yield child
            if not isinstance(child, QAbstractItemView):
                yield from _shown(child)


def _faults(one: QWidget) -> Iterator[str]:
    size, least = one.size(), one.minimumSizeHint()
    if isinstance(one, QLabel) and not isinstance(one, ElidedLabel) and one.text():
        if not one.wordWrap() and size.width() + SLACK < one.sizeHint().width():
            yield f"{size.width()} wide, its text needs {one.sizeHint().width()}"
        if one.wordWrap() and size.height() + SLACK < one.heightForWidth(size.width()):
            yield f"{size.height()} high, its text needs {one.heightForWidth(size.width())}"
    elif isinstance(one, QLineEdit) or (isinstance(one, QAbstractButton) and one.text()):
        if size.width() + SLACK < least.width():
            yield f"{size.width()} wide, needs {least.width()}"
        if size.height() + SLACK < least.height():
            yield f"{size.height()} high, needs {least.height()}"
    if out := _outside(one):
        yield out
    if isinstance(one, QAbstractButton) and not _says_its_text(one):
        yield f"is called “{one.accessibleName()}”"


def _says_its_text(one: QAbstractButton) -> bool:
    text = one.text().replace("&", "")
    return bool(text or one.accessibleName()) and text.casefold() in (one.accessibleName() or text).casefold()


def _outside(one: QWidget) -> str:
    """Where it leaves its parent, unless that scrolls."""
    parent = one.parentWidget()
    if parent is None or _scrolls(parent) or not isinstance(one, (QLabel, QAbstractButton, QLineEdit)):
        return ""
    area, room = QRect(one.pos(), one.size()), parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return "" if room.contains(area) or not area.isValid() else f"at {area.getRect()} in {parent.rect().getRect()}"


def _scrolls(parent: QWidget) -> bool:
    return isinstance(parent.parentWidget(), QAbstractScrollArea)


def _name(one: QWidget) -> str:
    text = one.text() if isinstance(one, (QLabel, QAbstractButton, QLineEdit)) else ""
    spot = one.mapTo(one.window(), QPoint(0, 0))
    return f"{type(one).__name__} “{text or one.accessibleName()}” at {spot.x()},{spot.y()}"
