"""The panel of a Data Mapper step: what it fills, and the way to its page. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from mailflow_gui.core.model import Step
from mailflow_gui.core.shapes import EMAIL
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Label

#: So many mappings are listed.
LISTED = 20


class DataMapperPanel(StepPanel):
    """Lists the mappings; they are edited on a page of their own."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self.open_button = Button("Open Data Mapper", icon="mapper")
        self.open_button.clicked.connect(self.open_requested)
        self.column.setContentsMargins(20, 18, 20, 18)
        if surroundings.target is None:
            text = "Add a step such as Send Email after it, then map its fields."
            self.column.addWidget(Banner("info", "No step after this one takes data", text))
        lines = [_line(row) for row in step.values.get("mappings") or () if isinstance(row, Mapping)]
        words = "\n".join(lines[:LISTED]) or "Nothing is mapped yet."
        if len(lines) > LISTED:
            words += f"\nand {len(lines) - LISTED} more"
        self.column.addWidget(Label(words, "body", "text2", wrap=True))
        self.column.addWidget(self.open_button)
        self.column.addStretch(1)

    def focus_field(self, key: str) -> None:
        self.open_button.setFocus()


def _line(row: Mapping[str, object]) -> str:
    sources = row.get("from")
    named = [_label(str(one)) for one in sources] if isinstance(sources, list | tuple) else []
    given = " and ".join(named) if named else f"“{row.get('constant', '')}”"
    targets = row.get("to")
    filled = [_label(str(one)) for one in (targets if isinstance(targets, list | tuple) else [targets])]
    return f"{given} → {', '.join(filled)}"


def _label(name: str) -> str:
    known = EMAIL.field(name.removeprefix("message."))
    return known.label if known else name.rpartition(".")[2]
