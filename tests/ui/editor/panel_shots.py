"""Draws the step panels in their states, to compare with the design by eye.

python -m tests.ui.editor.panel_shots FOLDER [light|dark]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Flow, Step
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.panels.table import panel_for
from mailflow_gui.ui.editor.side_panel import SidePanel
from mailflow_gui.ui.integrations import status
from tests.ui.integrations.workbench import CATALOG, Workbench, let_settle
from tests.ui.mapper.stage import bench_on, give_samples, letters, mapper, surroundings

SUBJECTS = (
    *("Interested in your product", "Product catalog please", "Delivery failed", "Question about product 118"),
    *("Opening hours", "A product for Monday"),
)
RULES = [
    {"path": "subject", "op": "contains", "value": "product"},
    {"path": "from", "op": "not contains", "value": "no-reply@"},
]
STEPS = {
    "12-filter": Step(kind="basic-filter", id="filter", values={"rules": RULES}),
    "filter-problem": Step(kind="basic-filter", id="filter", values={"rules": [{"path": "subjekt", "op": "in"}]}),
    "log": Step(
        kind="log", id="log", values={"contextLoggingEnabled": True, "customText": "Lead: {{subject}} {{from}}"}
    ),
    "template": Step(
        kind="template",
        id="letter",
        values={"template": "Dear {{message.from}},\n\nthank you for “{{subject}}”. {{signature}}\n"},
    ),
    "template-problem": Step(kind="template", id="letter", values={"template": "Dear {{name},\n{{#a}} text {{x y}}\n"}),
    "conditions": Step(
        kind="conditional-flows",
        id="choice",
        flows=(
            Flow({"name": "Leads", "rules": RULES[:1]}, (Step(kind="log"),)),
            Flow({"condition": 'subject contains "failed" or size > 10 kB'}),
            Flow({"default": True}),
        ),
    ),
    "split": Step(kind="split", id="parts", values={"by": "separator", "path": "content", "separator": ";"}),
    "aggregate": Step(kind="aggregate", id="joined"),
    "attachments": Step(kind="save-attachments", id="files", values={"folder": "/srv/mail"}),
    "lost": Step(connection="Old Mailbox", action="receive-email", id="start"),
    "mapper": mapper(),
    "advanced": Step(
        kind="advanced-filter", id="filter", values={"filter": "subject contains 'product' and from.address != 'x'"}
    ),
    "advanced-problem": Step(kind="advanced-filter", id="filter", values={"filter": "subject contain 'a' and (size >"}),
    "advanced-empty": Step(kind="advanced-filter", id="filter"),
}


def shot(bench: Workbench, folder: Path, name: str, step: Step) -> None:
    around = surroundings(bench, step)
    panel = panel_for(step, around)
    side = SidePanel()
    look = status.look_of_step(step, CATALOG)
    side.show_content(panel, CATALOG.title_of(step), "Step 2", look, removable=True, footer=True)
    side.resize(360, 736)
    side.show()
    give_samples(around, *letters(bench, *SUBJECTS))
    let_settle(700)
    side.grab().save(str(folder / f"{name}.png"))
    side.close()


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setFont(QFont("Inter"))
    font = app.font()
    font.setPixelSize(13)
    app.setFont(font)
    theme.apply(app, sys.argv[2] if len(sys.argv) > 2 else "light")  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as place:
        bench = bench_on(Path(place))
        try:
            for name, step in STEPS.items():
                shot(bench, folder, name, step)
        finally:
            bench.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
