"""Draws the data mapper in its states, to compare with the design by eye.

python -m tests.ui.mapper.shots FOLDER [light|dark] [1200x800|900x600] [font pixels]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Step
from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.page import MapperPage
from tests.ui.integrations.shots import RAIL, Stand
from tests.ui.integrations.workbench import Workbench, let_settle
from tests.ui.mapper.stage import bench_on, give_samples, letters, mapper, settled, surroundings

LOG = Step(kind="log", id="log", values={"contextLoggingEnabled": True})
TEMPLATE = Step(kind="template", id="letter", values={"template": "Dear {{name}}"})


def shots(stand: Stand, bench: Workbench) -> None:
    around = surroundings(bench, mapper(), before=(LOG, LOG), name="Welcome new leads")
    page = MapperPage(mapper(), around, 4)
    stand.show(page, RAIL)
    give_samples(around, *letters(bench, " Interested in your product ", "Opening hours"))
    settled(page)
    stand.save("13-closed")
    subject = page.draft.filling("subject")
    assert subject is not None
    page.select(subject.id)
    stand.save("13")
    text = page.draft.filling("text")
    assert text is not None
    page.select(text.id)
    page.draft.set_condition(text.id, {"path": "subject", "op": "contains", "value": "product"})
    page.refresh()
    stand.save("13-combine")
    page.select(0)
    page.board.begin("source", "to", QPointF(500, 300))
    stand.save("13-drag")
    page.board.cancel()
    page.preview_email()
    let_settle(300)
    for one in QApplication.topLevelWidgets():
        if one.isVisible() and one is not stand.window:
            one.grab().save(str(stand.folder / f"13-email-{stand.tag}.png"))
            one.close()
    page.board.plus_wanted.emit("bcc")
    let_settle(200)
    if page.chooser is not None:
        page.chooser.grab().save(str(stand.folder / f"13-chooser-{stand.tag}.png"))
        page.chooser.close()
    page.board.heads.open_search()
    page.board.heads.search.setText("subj")
    stand.save("13-search")
    lost = mapper({"mappings": [{"from": ["steps.gone.total"], "to": "subject"}, {"from": ["subject"], "to": "total"}]})
    around = surroundings(bench, lost, before=(TEMPLATE,), name="Welcome new leads")
    page = MapperPage(lost, around, 4)
    stand.show(page, RAIL)
    give_samples(around, *letters(bench, "Interested in your product"))
    page.select(page.draft.lines[0].id)
    let_settle(300)
    stand.save("13-lost")


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    mode = sys.argv[2] if len(sys.argv) > 2 else "light"
    size = tuple(int(one) for one in (sys.argv[3] if len(sys.argv) > 3 else "1200x800").split("x"))
    app = QApplication(sys.argv[:1])
    app.setFont(QFont("Inter"))
    font = app.font()
    font.setPixelSize(int(sys.argv[4]) if len(sys.argv) > 4 else 13)
    app.setFont(font)
    theme.apply(app, mode)  # type: ignore[arg-type]
    stand = Stand(folder, f"{mode}-{size[0]}", (size[0], size[1]))
    with tempfile.TemporaryDirectory() as place:
        bench = bench_on(Path(place))
        try:
            shots(stand, bench)
        finally:
            bench.close()
    stand.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
