"""Pictures of the flow editor, for looking at: `python -m tests.ui.editor.shots FOLDER`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.model import Flow, Integration, Step
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.integrations.create.stage import Services
from tests.servers.dovecot import Dovecot
from tests.ui.editor.conftest import shelf
from tests.ui.editor.stand import FLOW, StillControl
from tests.ui.integrations.workbench import Workbench, let_settle, letters, receiving, sending, until, workbench

BRANCHES = Integration(
    "Sort requests",
    (
        FLOW.steps[0],
        Step(
            "conditional-flows",
            flows=(
                Flow(
                    {"rules": [{"path": "subject", "op": "contains", "value": "Order"}]}, (FLOW.steps[3], FLOW.steps[4])
                ),
                Flow({"default": True}, (Step("log", values={"customText": "Not an order"}),)),
            ),
        ),
        Step("split", values={"by": "attachments"}),
        Step("save-attachments"),
        Step("aggregate"),
    ),
)


def shoot(folder: Path, bench: Workbench, mode: str, width: int, height: int) -> None:
    """Every state at one size in one theme."""
    theme.current().set_mode(mode)  # type: ignore[arg-type]
    services = Services(bench.profiles, bench.previews, bench.servers)
    page = EditorPage(services, StillControl(Health(State.RUNNING)), shelf(bench, folder))  # type: ignore[arg-type]
    page.resize(width - 56, height)
    page.show()

    def grab(name: str) -> None:
        let_settle(400)
        page.grab().save(str(folder / f"{name}-{mode}-{width}.png"))

    page.open(replace(FLOW, version=4))
    bench.tasks.wait()
    grab("words")
    page.select(page.work.steps[1].id)
    grab("filter")
    page.select(page.work.steps[0].id)
    grab("receive")
    page.select(page.work.steps[4].id)
    bench.tasks.wait()
    grab("send")
    page.add_at(page.canvas.joints[2].place)
    grab("add")
    page.select("")
    page.remove(page.work.steps[3].id)
    grab("hint")
    page.open(replace(FLOW, version=4))
    bench.tasks.wait()
    until(lambda: page.samples.messages, "messages")
    page.testing.toggle()
    until(lambda: page.testing.trial.rehearsal, "a result")
    page.select("mapper")
    grab("test-run")
    page.select("send")
    grab("test-send")
    page.testing.end()
    page.open(BRANCHES)
    bench.tasks.wait()
    page.select(BRANCHES.steps[2].id)
    grab("branches")
    page.hide()
    page.deleteLater()


def main(target: str) -> None:
    """Shoots everything into a folder."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    folder = Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home, Dovecot() as server:
        user = server.add_user("info")
        server.deliver_all(user, letters())
        bench = workbench(Path(home), receiving(server, user), sending())
        for mode in ("light", "dark"):
            for width, height in ((1200, 800), (900, 600)):
                shoot(folder, bench, mode, width, height)
        bench.close()


if __name__ == "__main__":
    main(sys.argv[1])
