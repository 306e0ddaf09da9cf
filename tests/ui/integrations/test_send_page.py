"""Send Email with What would be sent."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Step
from mailflow_gui.ui.integrations.create.send_page import SendPage, Upstream
from mailflow_gui.ui.integrations.create.stage import Services
from tests.ui.integrations.workbench import Workbench, until

START = Step(connection="Obtain Info Emails", action="receive-email", values={"unseenOnly": True})
FILTER = Step(kind="basic-filter", values={"rules": [{"path": "subject", "op": "contains", "value": "product"}]})
MAPPER = Step(kind="data-mapper", values={"mappings": [{"from": ["from"], "to": "to"}]})


def page_of(bench: Workbench, qtbot: QtBot, between: tuple[Step, ...] = (), **values: Any) -> SendPage:
    step = Step(connection="Send Emails to Leads", action="send-email", values=values)
    services = Services(bench.profiles, bench.previews, bench.servers)
    page = SendPage(step, services, Upstream(START, between, "flow"))
    qtbot.addWidget(page)
    page.resize(904, 736)
    page.show()
    return page


def sample_of(page: SendPage) -> None:
    until(lambda: page.outgoing.text.isVisible(), "sample")


def test_the_account_is_suggested_as_sender(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(lone_bench, qtbot)
    assert page.form.lines["from"].text() == "info@ourcompany.com"
    assert page.step().values == {"from": "info@ourcompany.com"}
    assert page_of(lone_bench, qtbot, **{"from": "a@b.org"}).form.lines["from"].text() == "a@b.org"
    sample_of(page)


def test_mapped_wins_or_typed_wins(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot, (FILTER, MAPPER), to="sales@ourcompany.com", subject="Thank you")
    sample_of(page)
    lines = page.outgoing.lines
    assert "Interested in your product" in page.outgoing.caption.text()
    assert (lines["to"].value.text(), lines["to"].origin) == ("Jane Moore <jane@example.org>", "mapped")
    assert (lines["from"].value.text(), lines["from"].origin) == ("info@ourcompany.com", "typed here")
    assert (lines["cc"].value.text(), lines["cc"].origin) == ("none", "")
    page.form.priorities["inputValues"].click()
    assert (lines["to"].value.text(), lines["to"].origin) == ("sales@ourcompany.com", "typed here")
    assert page.step().values["priority"] == "inputValues"


def test_typing_shows_at_once(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot, to="sales@ourcompany.com")
    sample_of(page)
    page.form.priorities["inputValues"].click()
    page.form.lines["subject"].setText("Hello")
    page.form.text.setText("<p>Dear friend</p>")
    assert page.outgoing.lines["subject"].value.text() == "Hello"
    assert page.outgoing.text.value.text() == "Dear friend"
    assert "contains HTML" in page.form.text.accessibleDescription()


def test_no_recipient_is_told_and_is_no_obstacle(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot)
    sample_of(page)
    assert page.outgoing.no_recipient.isVisible()
    assert page.settle()
    page.form.lines["to"].setText("a@example.org")
    assert not page.outgoing.no_recipient.isVisible()


def test_a_sample_that_a_filter_stops(bench: Workbench, qtbot: QtBot) -> None:
    none = Step(kind="basic-filter", values={"rules": [{"path": "subject", "op": "contains", "value": "zebra"}]})
    page = page_of(bench, qtbot, (none,))
    sample_of(page)
    assert page.outgoing.stopped.isVisible()
    assert "rules did not match" in page.outgoing.stopped.accessibleName()


def test_without_the_server_the_built_in_sample_is_used(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(lone_bench, qtbot, (MAPPER,))
    sample_of(page)
    said = page.outgoing.caption.text()
    assert "does not accept connections" in said
    assert "Built-in sample: Interested in your product" in said
    assert page.outgoing.lines["to"].origin == "mapped"


@pytest.mark.parametrize(
    ("field", "text"),
    [("from", "a@example.org, b@example.org"), ("to", "nobody"), ("cc", "a@@b"), ("bcc", "a@example.org,, b c")],
)
def test_an_address_is_checked_when_its_field_is_left(
    lone_bench: Workbench, qtbot: QtBot, field: str, text: str
) -> None:
    page = page_of(lone_bench, qtbot)
    line = page.form.lines[field]
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, text)
    assert page.form.rows[field].problem is None
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.form.rows[field].problem
    assert not page.settle()
    line.setText("a@example.org")
    assert page.settle()
    sample_of(page)


def test_values_come_back(lone_bench: Workbench, qtbot: QtBot) -> None:
    values = {
        "from": "a@example.org",
        "to": "b@example.org, c@example.org",
        "subject": "Hi",
        "text": "Line 1\nLine 2",
        "cc": "d@example.org",
        "bcc": "e@example.org",
        "replyTo": "f@example.org",
        "priority": "inputValues",
        "contentType": "text",
        "attachments": True,
        "autoSubmitted": "auto-replied",
        "maxPerHour": 50,
        "maxPerDay": -1,
    }
    page = page_of(lone_bench, qtbot, **values)
    page.form.changed.emit()
    assert page.step().values == values
    assert page.form.disclosure.isChecked()
    sample_of(page)
