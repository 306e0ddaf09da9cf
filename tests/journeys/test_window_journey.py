"""The main job in the real window: from the first run to mail that arrives, passes the steps and leaves."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.desktop import Desktop
from tests.journeys.people import KeyboardPerson, Person
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

QUESTION = (
    b"Message-ID: <one@example.org>\r\nFrom: Jane Moore <jane.moore@example.org>\r\nTo: info@ourcompany.com\r\n"
    b"Subject: Interested in your product\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"Hello, could you send me a catalog?\r\n"
)


@pytest.mark.window
@pytest.mark.parametrize("kind", [Person, KeyboardPerson])
def test_first_run_to_running(
    kind: type[Person], program: Desktop, mailbox: Mailbox, relay: SmtpSink, qtbot: QtBot
) -> None:
    """First run → Receive connection → Validate → Save → Send connection → integration → on → mail goes through."""
    person = kind(qtbot)
    make_receive_connection(person, mailbox.server, mailbox.user, mailbox.password)
    make_send_connection(person, mailbox.server, mailbox.user, mailbox.password)
    make_integration(person)
    person.wait(lambda: program.desk.control.running == 1, "a running integration")
    mailbox.deliver(QUESTION)
    person.wait(lambda: bool(relay.messages), "the answer at the SMTP server")
    sent = relay.transactions[0]
    answer = read_message(sent.content)
    assert sent.recipients == ("jane.moore@example.org",)
    assert answer.subject == "Re: Interested in your product"
    assert "thank you for your message “Interested in your product”" in answer.content
    assert [str(one) for one in answer.sender] == ["info@ourcompany.com"]
    person.press("Message Log")
    log = program.desk.log
    person.wait(lambda: any("Sent to jane.moore@example.org" in row.message for row in log.shown()), "the log line")
    person.wait(lambda: "\\Seen" in str(mailbox.flags()), "the message marked as read")


def make_receive_connection(person: Person, server: Dovecot, user: str, password: str) -> None:
    person.press("Create Connection")
    person.press("Receive Email")
    person.type("Email Host Name", "localhost")
    person.type("Email Server Port Number", str(server.ports["imaps"]))
    person.type("User Name", user)
    person.type("Password", password)
    person.type("Server Certificate", server.authority_pem)
    person.press("Validate")
    person.press("Next")
    person.type("Name", "Obtain Info Emails")
    person.press("Save")
    person.see("Create Connection")


def make_send_connection(person: Person, server: Dovecot, user: str, password: str) -> None:
    person.press("Create Connection")
    person.press("Send Email")
    person.choose("StartTLS", instead_of="SSL/TLS")
    person.type("Email Host Name", "localhost")
    person.type("Email Server Port Number", str(server.ports["submission"]))
    person.type("User Name", user)
    person.type("Password", password)
    person.press("Validate")
    person.press("Trust This Certificate")
    person.press("Next")
    person.type("Name", "Send Emails to Leads")
    person.press("Save")
    person.see("Create Connection")


def make_integration(person: Person) -> None:
    person.press("Home")
    person.press("Use This Idea: Answer every new request")
    person.press("Obtain Info Emails")
    person.press("Next")
    person.see("Folder")
    person.press("Next")
    person.press("Send Emails to Leads")
    person.press("Next")
    person.type("Email from", "info@ourcompany.com")
    person.press("Next")
    person.press("Save and Start")
    person.type("Name", "Welcome new leads")
    person.press("Save and Start")
