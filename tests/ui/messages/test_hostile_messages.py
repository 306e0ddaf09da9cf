"""Messages made to hurt a reader, opened in the window: it never stands still, and the bytes are all there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.ui.messages.message_dialog import MessageDialog
from mailflow_gui.ui.theme import Theme
from tests.benchmarks.stalls import Gaps
from tests.core.mime.hostile import HOSTILE

#: Milliseconds of work that the window may do in one turn.
BUDGET = 200.0
NAMES = [name for name in HOSTILE if name != "nothing"]  # an empty message is kept nowhere


@pytest.fixture(scope="module")
def reader() -> Iterator[MessageReader]:
    found = MessageReader()
    yield found
    found.close()


@pytest.fixture
def letters(tmp_path: Path, qtbot: QtBot, look: Theme, reader: MessageReader) -> Iterator[Letters]:
    ledger, tasks = SqliteLedger(tmp_path / "ledger.sqlite"), Tasks()
    yield Letters(ledger, reader, tasks)
    assert tasks.wait()
    ledger.close()


@pytest.mark.parametrize("name", NAMES)
def test_the_window_goes_on(letters: Letters, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    raw = HOSTILE[name]()
    trip = Trip("t", Place("i", "a", "INBOX"), Locator("7", "1"), "f", "h", "2026-11-24T14:30:00+01:00")
    letters._ledger.take([(trip, raw)], Intake("7"))
    gaps = Gaps()
    dialog = MessageDialog(letters, "t")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.letter is not None, timeout=15_000)
    for part in ("headers", "source", "text"):
        dialog.view.parts.set_value(part)
        qtbot.wait(20)
    dialog.resize(700, 500)
    qtbot.wait(30)
    gaps.timer.stop()
    longest = max(gap.own for gap in gaps.gaps)
    assert longest < BUDGET, f"{longest:.0f} ms"
    assert dialog.letter is not None
    saved: list[object] = []
    letters.save_source(dialog.letter, tmp_path / "saved.eml").done(saved.append)
    qtbot.waitUntil(lambda: bool(saved))
    assert (tmp_path / "saved.eml").read_bytes() == raw
