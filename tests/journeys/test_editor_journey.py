"""An integration of five steps built in the flow editor of the real window, tried with a Test Run, then started."""

from __future__ import annotations

import re
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.editor.page import EditorPage
from tests.journeys.people import KeyboardPerson, Person
from tests.journeys.test_window_journey import QUESTION, make_receive_connection, make_send_connection
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

BOUNCE = (
    b"Message-ID: <two@example.org>\r\nFrom: No Reply <no-reply@mta.example.org>\r\nTo: info@ourcompany.com\r\n"
    b"Subject: Your product newsletter\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDo not answer.\r\n"
)
GOAL = [
    ("receive-email", {}),
    (
        "basic-filter",
        {
            "rules": [
                {"path": "subject", "op": "contains", "value": "product"},
                {"path": "from", "op": "not contains", "value": "no-reply@"},
            ]
        },
    ),
    ("log", {"contextLoggingEnabled": True, "customText": "New lead from {{from}}"}),
    (
        "data-mapper",
        {
            "mappings": [
                {"from": ["from"], "to": "to"},
                {
                    "from": ["subject"],
                    "to": "subject",
                    "transformations": [{"Trim": {}}, {"Prepend": {"string": "Re: "}}],
                },
                {"constant": "sales@ourcompany.com", "to": "cc"},
                {"from": ["content"], "to": "text"},
            ],
            "constants": [{"name": "Sales team", "value": "sales@ourcompany.com"}],
        },
    ),
    ("send-email", {"from": "info@ourcompany.com"}),
]


@pytest.mark.window
@pytest.mark.timeout(240)
@pytest.mark.parametrize("kind", [Person, KeyboardPerson])
def test_five_steps_from_nothing_to_the_previewed_mail(
    kind: type[Person], program: Desktop, mailbox: Mailbox, relay: SmtpSink, qtbot: QtBot
) -> None:
    """Two connections → Create Integration → five steps in the editor → Test Run → Save and Start → the same bytes."""
    mailbox.deliver(BOUNCE, QUESTION)
    person = kind(qtbot)
    make_receive_connection(person, mailbox.server, mailbox.user, mailbox.password)
    make_send_connection(person, mailbox.server, mailbox.user, mailbox.password)
    choose_start_and_finish(person)
    add_filter(person)
    add_log(person)
    add_mapper(person)
    page = program.shell.window.findChildren(EditorPage)[0]
    assert [(step.action or step.kind, step.values) for step in page.work.steps] == GOAL
    shown = try_it(person, page)
    assert relay.messages == []
    assert mailbox.flags().keys() == {1, 2}
    assert "\\Seen" not in str(mailbox.flags())
    person.press("End Test")
    person.press("Save and Start")
    person.type("Name", "Welcome new leads")
    person.press("Save and Start")
    person.wait(lambda: program.desk.control.running == 1, "a running integration")
    person.wait(lambda: bool(relay.messages), "the answer at the SMTP server")
    person.wait(lambda: str(mailbox.flags()).count("Seen") == 2, "both messages marked as read")
    (sent,) = relay.transactions
    assert sent.recipients == ("jane.moore@example.org", "sales@ourcompany.com")
    assert b"Subject: Re: Interested in your product\r\n" in sent.content
    assert without_trace(sent.content) == without_trace(shown.outgoing[0].wire)


def choose_start_and_finish(person: Person) -> None:
    person.press("Integrations")
    person.press("Create Integration")
    person.press("Obtain Info Emails")
    person.press("Next")
    person.see("Folder")
    person.press("Next")
    person.press("Send Emails to Leads")
    person.press("Next")
    person.type("Email from", "info@ourcompany.com")
    person.press("Next")
    person.see("Test Run")


def add_filter(person: Person) -> None:
    person.add_step("Receive Email", "Basic Filter")
    person.pick("Property Name of rule 1", "Email subject")
    person.pick("Operator of rule 1", "contains")
    person.type("Keywords of rule 1", "product")
    person.press("Add another rule")
    person.pick("Property Name of rule 2", "Email from")
    person.pick("Operator of rule 2", "not contains")
    person.type("Keywords of rule 2", "no-reply@")
    person.press("Done")


def add_log(person: Person) -> None:
    person.add_step("Basic Filter", "Log")
    person.tick("Message Context")
    person.type("Custom Text", "New lead from {{from}}")
    person.press("Done")


def add_mapper(person: Person) -> None:
    """Data Mapper: from → to, subject → subject with two transformations, a constant → cc, text → text."""
    person.add_step("Log", "Data Mapper")
    person.press("Open Data Mapper")
    person.connect_rows("Email from", "Email to")
    person.connect_rows("Email subject", "Email subject")
    person.press("Add Transformation")
    person.take("Trim")
    person.press("Add Transformation")
    person.take("Prepend")
    person.type_here("Re: ")
    person.press_row_button("Source", "Constants")
    person.type("Name", "Sales team")
    person.type("Value", "sales@ourcompany.com")
    person.press("Add Constant")
    person.connect_rows("Sales team", "Email cc")
    person.connect_rows("Email text", "Email text")
    person.press("Done")
    person.see("Open Data Mapper")


def try_it(person: Person, page: EditorPage) -> Rehearsal:
    """A Test Run with the first message of the mailbox, which the filter stops, then with the other one."""
    trial = page.testing.trial
    person.press("Test Run")
    person.wait(lambda: trial.rehearsal is not None, "the result of the test run")
    assert trial.summary.startswith("Stopped at Basic Filter. Nothing was sent, and nothing was marked")
    person.press("Another Message…")
    person.press("Jane Moore, Interested in your product, in the mailbox")
    person.press("Run Test")
    person.wait(
        lambda: trial.rehearsal is not None and bool(trial.rehearsal.outgoing), "the message that would be sent"
    )
    shown = cast(Rehearsal, trial.rehearsal)
    person.press("Step 5")
    person.choose("Source", instead_of="As Text")
    source = cast(QPlainTextEdit, person.see("Source of the message"))
    assert source.toPlainText() == shown.outgoing[0].wire.decode().replace("\r\n", "\n")
    assert any("jane.moore@example.org" in one.text() for one in page.panel.findChildren(QLabel))
    return shown


def without_trace(message: bytes) -> bytes:
    """The message without its date and what servers on the way write in front of it."""
    head, gap, body = message.partition(b"\r\n\r\n")
    return re.sub(rb"(?m)^(?:Date|Received): [^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", b"", head + b"\r\n") + gap + body
