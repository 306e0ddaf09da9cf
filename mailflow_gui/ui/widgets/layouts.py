"""Small arrangements that several pages share. GUI thread only."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget


def two_lines(first: QWidget, second: QWidget) -> QVBoxLayout:
    """A line of text above another, together in the middle of a row's height."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(first)
    column.addWidget(second)
    column.addStretch(1)
    return column


def empty(layout: QLayout, keep: Collection[QWidget] = ()) -> None:
    """Takes everything out and deletes it, except what is to be kept; that is only taken out."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget not in keep:
            widget.hide()
            widget.deleteLater()
