"""What assistive programs are told beyond Qt's own answers, or where those are not safe. GUI thread."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

#: Qt 6.11 answers these by reading behind the end of a list when a scroll bar went away between two questions,
#: such as “how many children” and “the second one”: the process ends. A plain widget's answer knows its limits.
_UNSAFE = ("QScrollArea", "QAbstractScrollArea")


@cache
def install() -> None:
    """Once there is an application: from now on scroll areas answer safely."""
    QAccessible.installFactory(_answers_of)


def call(button: QAbstractButton, about: str) -> None:
    """Names a button by its words and by what it is about, for people who do not see where it stands.

    Its words come first, so that those who speak to the computer can say what they read (WCAG 2.2, 2.5.3).
    """
    button.setAccessibleName(f"{button.text()} – {about}")


def _answers_of(kind: str, thing: QObject) -> QAccessibleWidget | None:
    if kind in _UNSAFE and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
