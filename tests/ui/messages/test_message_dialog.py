"""Open Message: plain text only, nothing loaded, attachments and source saved."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.ui.messages.message_dialog import MessageDialog
from mailflow_gui.ui.theme import Theme


def letter() -> bytes:
    made = EmailMessage()
    made["From"] = "Jane <i>Moore</i> <jane@example.org>"
    made["To"] = "info@ourcompany.com"
    made["Subject"] = "<h1>Catalog</h1>"
    made.set_content("Hello\n")
    made.add_alternative("<p>Hello <img src='http://127.0.0.1:9/x'></p>", subtype="html")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="price list.pdf")
    return made.as_bytes()


@pytest.fixture
def letters(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[Letters]:
    ledger, reader, tasks = SqliteLedger(tmp_path / "ledger.sqlite"), MessageReader(), Tasks()
    for id, raw in (("t1", letter()), ("t2", b"Subject: Long\r\n\r\n" + b"y" * 300_000)):
        at = "2026-11-24T14:30:00+01:00"
        ledger.take([(Trip(id, Place("i", "a", "INBOX"), Locator("7", id), id, id, at), raw)], Intake("7"))
    yield Letters(ledger, reader, tasks)
    assert tasks.wait()
    reader.close()
    ledger.close()


def opened(letters: Letters, qtbot: QtBot, exchange: str = "t1") -> MessageDialog:
    dialog = MessageDialog(letters, exchange)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.letter is not None)
    return dialog


def test_everything_is_letters(letters: Letters, qtbot: QtBot) -> None:
    dialog = opened(letters, qtbot)
    view = dialog.view
    assert view.subject.text() == "<h1>Catalog</h1>"
    assert view.areas["text"].toPlainText().strip() == "Hello"
    assert "never loaded" in view.note.text()
    assert "Subject: <h1>Catalog</h1>" in view.areas["headers"].toPlainText()
    assert "img src=" in view.areas["source"].toPlainText()
    assert all(isinstance(area, QPlainTextEdit) and area.isReadOnly() for area in view.areas.values())


def test_the_parts_are_chosen(letters: Letters, qtbot: QtBot) -> None:
    view = opened(letters, qtbot).view
    for id in ("headers", "source", "text"):
        view.parts.set_value(id)
        assert view.areas[id].isVisible()


def test_a_long_message_is_cut_and_says_so(letters: Letters, qtbot: QtBot) -> None:
    view = opened(letters, qtbot, "t2").view
    assert len(view.areas["text"].toPlainText()) < 70_000
    assert view.note.text() == "Only the beginning is shown. Save as .eml… keeps all of it."
    assert view.areas["text"].document().findBlockByNumber(0).length() <= 2001


def test_an_attachment_and_the_source_are_saved(
    letters: Letters, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(letters, qtbot)
    asked: list[str] = []

    def choose(parent: object, title: str, name: str, *_: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    (save,) = dialog.view.saves
    assert save.accessibleName() == "Save… – price list.pdf"
    save.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "Saved “price list.pdf”.")
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.told.text().endswith(".eml”."))
    assert (tmp_path / "price list.pdf").read_bytes() == b"%PDF"
    assert (tmp_path / asked[1]).read_bytes() == dialog.letter.message.raw  # type: ignore[union-attr]


def test_a_message_that_is_gone_says_where_it_may_be(letters: Letters, qtbot: QtBot) -> None:
    dialog = MessageDialog(letters, "unknown")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.trouble.accessibleName() == "Mailflow no longer has this message")
    assert not dialog.save.isEnabled()


def test_closing_before_the_answer_is_no_trouble(letters: Letters, qtbot: QtBot) -> None:
    gone: list[bool] = []
    dialog = MessageDialog(letters, "t2")
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(lambda: bool(gone))
