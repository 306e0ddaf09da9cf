"""An editor over real services, without any server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.model import Connection
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.store.samples import SampleFiles
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.integrations.create.stage import Services
from tests.ui.editor.stand import FLOW, StillControl
from tests.ui.integrations.workbench import Workbench, sending, until, workbench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    nowhere = Connection("Obtain Info Emails", "email-receive", {"protocol": "imap", "host": "localhost", "port": 1})
    one = workbench(tmp_path, nowhere, sending())
    yield one
    one.close()


def shelf(bench: Workbench, folder: Path) -> KeptSamples:
    """Kept samples below a folder."""
    return KeptSamples(SampleFiles(folder / "samples"), bench.reader, bench.profiles, bench.tasks)


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> EditorPage:
    """The editor with the integration of the design's picture, which is saved and runs."""
    bench.library.profile = bench.library.profile.with_integration(FLOW)
    bench.profiles.load()
    control = StillControl(Health(State.RUNNING))
    control.profiles = bench.profiles
    editor = EditorPage(Services(bench.profiles, bench.previews, bench.servers), control, shelf(bench, tmp_path))  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    editor.resize(1144, 736)
    editor.show()
    editor.open(FLOW)
    with qtbot.waitActive(editor):
        editor.activateWindow()
    until(lambda: editor.samples.messages, "the built-in sample")
    return editor
