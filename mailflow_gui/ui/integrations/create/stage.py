"""What every page of Create Integration is: a title, scrolling content, one step that it edits. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.model import Connection, Step
from mailflow_gui.qt.previews import Previews
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage


class Servers(Protocol):
    """Questions to mail servers that the pages ask beside previews."""

    def folders_of(self, connection: Connection) -> Task:
        """A task that gives a sequence of Folder."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """What the pages ask for facts; handed in once."""

    profiles: Profiles
    previews: Previews
    servers: Servers


class StagePage(QWidget):
    """Base of the pages. `changed` follows every change of `step()`; `advanced` is the wish to go on."""

    changed = Signal()
    advanced = Signal()
    create_connection_requested = Signal(str)
    edit_connection_requested = Signal(str)

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.header = PageHeader(title, sentence, tight=True)
        self.body = ScrollPage()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        self.setAccessibleName(title)

    def step(self) -> Step | None:
        """The step as the page has it now."""
        return None

    def is_ready(self) -> bool:
        """Whether the way on is open."""
        return True

    def settle(self) -> bool:
        """Shows what stands in the way and moves the focus there; True when nothing does."""
        return True

    def refresh(self) -> None:
        """F5: looks again."""

    def focus_first(self) -> None:
        """Puts the focus where work begins."""


class LatestTask:
    """The one answer that is still wanted: a newer question forgets the one before.

    Its callbacks are methods of the widget that asks: a task calls none of a widget that is gone.
    """

    def __init__(self) -> None:
        self._task: Task | None = None

    def take(self, task: Task) -> Task:
        """Wait for this task instead of the one before."""
        self.forget()
        self._task = task
        return task

    def forget(self) -> None:
        """No answer is wanted any more."""
        if self._task is not None:
            self._task.forget()
            self._task = None


def give_focus(widget: QWidget) -> None:
    """Focus set by the program, drawn as keyboard focus unless the pointer was used."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
