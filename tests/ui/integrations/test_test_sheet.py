"""“Send This as a Test”, against a real SMTP conversation: one address gets it, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Connection, Step
from mailflow_gui.ui.integrations.create.send_page import SendPage, Upstream
from mailflow_gui.ui.integrations.create.stage import Services
from mailflow_gui.ui.integrations.create.test_sheet import TestSheet
from mailflow_gui.ui.theme import Theme
from tests.servers.smtp_sink import SmtpSink
from tests.ui.integrations.workbench import Workbench, until, workbench

STEP = Step(
    connection="Send Emails to Leads",
    action="send-email",
    values={
        "from": "info@ourcompany.com",
        "to": "jane@example.org",
        "cc": "boss@example.org",
        "subject": "Hello",
        "text": "Good day",
        "priority": "inputValues",
    },
)


@pytest.fixture
def bench(tmp_path: Path, smtp_sink: SmtpSink, look: Theme) -> Iterator[Workbench]:
    values = {"host": "127.0.0.1", "port": smtp_sink.port, "secureType": "None"}
    made = workbench(tmp_path, Connection("Send Emails to Leads", "email-send", values))
    yield made
    made.close()


@pytest.fixture
def sheet(bench: Workbench, qtbot: QtBot) -> TestSheet:
    page = SendPage(STEP, Services(bench.profiles, bench.previews, bench.servers), Upstream(None, (), "flow"))
    qtbot.addWidget(page)
    page.show()
    until(lambda: page.outgoing.test.isVisible(), "the built-in sample")
    page.outgoing.test.click()
    (found,) = page.findChildren(TestSheet)
    return found


def test_it_begins_with_the_own_address(sheet: TestSheet) -> None:
    assert sheet.address.text() == "info@ourcompany.com"


def test_only_the_given_address_gets_it_and_the_message_is_the_real_one(
    sheet: TestSheet, smtp_sink: SmtpSink, bench: Workbench
) -> None:
    sheet.address.setText("me@ourcompany.com")
    sheet.send.click()
    until(lambda: not sheet.said.isHidden(), "the result")
    (mail,) = smtp_sink.transactions
    assert mail.recipients == ("me@ourcompany.com",)
    assert b"To: jane@example.org" in mail.content
    assert b"Cc: boss@example.org" in mail.content
    assert sheet.said.accessibleName() == "Sent to me@ourcompany.com"
    assert bench.ledger.activities() == []


def test_a_refusal_is_shown_with_its_words(sheet: TestSheet, smtp_sink: SmtpSink) -> None:
    smtp_sink.script("rcpt", "550 5.1.1 No such user")
    sheet.send.click()
    until(lambda: not sheet.said.isHidden(), "the result")
    assert "No such user" in sheet.said.accessibleDescription() + sheet.said.accessibleName()


@pytest.mark.parametrize("typed", ["", "nobody", "a@b.org, c@d.org"])
def test_exactly_one_address_is_asked_for(sheet: TestSheet, smtp_sink: SmtpSink, typed: str) -> None:
    sheet.address.setText(typed)
    sheet.send.click()
    assert sheet.row.problem
    assert smtp_sink.commands == []
