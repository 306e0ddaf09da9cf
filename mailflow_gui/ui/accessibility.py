"""What assistive programs are told where Qt's own answers are not safe. GUI thread."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

#: Qt 6.11 answers these by reading behind the end of a list when a scroll bar went away between two questions,
#: such as “how many children” and “the second one”: the process ends. A plain widget's answer knows its limits.
_UNSAFE = ("QScrollArea", "QAbstractScrollArea")


@cache
def install() -> None:
    """Once there is an application: from now on scroll areas answer safely."""
    QAccessible.installFactory(_answers_of)


def _answers_of(kind: str, thing: QObject) -> QAccessibleWidget | None:
    if kind in _UNSAFE and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
