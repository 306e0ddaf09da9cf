"""What every panel of the flow editor is: the settings of one step, and what surrounds it. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Flow, Integration, Step
from mailflow_gui.core.shapes import Provided, Shape
from mailflow_gui.ui.editor.samples import Samples
from mailflow_gui.ui.integrations.create.stage import Services


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a panel may know: the work as it is, the steps on the way to its step, and what comes after.

    `before` are the steps that a message passes, the start first; `provided` is what they give. `target` is the next
    step that takes data, with its shape. `samples` are the messages to show things with.
    """

    services: Services
    integration: Integration
    before: tuple[Step, ...]
    provided: tuple[Provided, ...]
    target: tuple[Step, Shape] | None
    samples: Samples


class StepPanel(QWidget):
    """Base of the panels. `changed` follows every change of `values()` or `flows()`.

    `open_requested` asks for the step's page of its own (the data mapper has one); `connection_chosen` carries the name
    of the connection that the step shall use.
    """

    changed = Signal()
    open_requested = Signal()
    connection_chosen = Signal(str)

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__()
        self.step = step
        self.surroundings = surroundings
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def values(self) -> Mapping[str, Plain]:
        """The raw values of the step as the panel has them now."""
        return self.step.values

    def flows(self) -> tuple[Flow, ...] | None:
        """The step's branches when the panel edits them (their own steps are ignored); None: left as they are."""
        return None

    def focus_field(self, key: str) -> None:
        """Puts the focus where a problem is, or where work begins."""
        self.setFocus()

    def surround(self, surroundings: Surroundings) -> None:
        """The flow around the step changed."""
        self.surroundings = surroundings
