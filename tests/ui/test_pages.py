"""Pages are built when they are first shown; what happened before is in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.theme import Theme
from tests.qt.stage import event
from tests.ui.desks import RECEIVE, SEND, integration


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[Desktop]:
    built = root.build(Options(tmp_path / "profile", "session"))
    built.library.save(Profile((RECEIVE, SEND), (integration("Welcome new leads"),)))
    made = desktop.make_desktop(desktop.make_application(["mailflow"]), built)
    made.shell.start()
    qtbot.waitExposed(made.shell.window)
    yield made
    assert desktop.end_work(made)


def built(program: Desktop) -> set[str]:
    return {"home", "integrations", "connections", "connection", "attention", "log", "search"} & set(
        vars(program.shell.pages)
    )


def test_only_the_first_page_is_built_at_start(program: Desktop) -> None:
    assert built(program) == {"home"}
    assert set(vars(program.shell.pages.home)) & {"first_run", "regular"} == {"regular"}
    for place in ("log", "connections"):
        program.shell.window.go(place)
    assert built(program) == {"home", "log", "connections"}


def test_the_log_has_what_came_before_it_was_opened_and_after(program: Desktop) -> None:
    arrived = program.desk.bridge.arrived
    arrived.emit([event("before")])
    program.shell.window.go("log")
    arrived.emit([event("after")])
    model = program.shell.pages.log.table.model()
    assert [model.index(row, 4).data() for row in range(model.rowCount())] == ["after", "before"]


def test_connections_know_of_a_practice_server_that_runs_already(
    program: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(program.desk.practice), "running", True)
    program.shell.window.go("connections")
    assert program.shell.pages.connections._sandbox_running


def test_quitting_builds_nothing(program: Desktop) -> None:
    program.shell.pages.flush()
    program.desk.wind_up()
    assert built(program) == {"home"}
    assert not {"servers", "validation", "unsaved"} & set(vars(program.desk))
