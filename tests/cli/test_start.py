"""`mailflow start` tells when messages come back to where they are taken from; it is no obstacle."""

from __future__ import annotations

from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from tests.cli.command import Command

INBOX = Connection(
    "Inbox", "email-receive", {"host": "imap.example.org", "port": 993, "username": "info@example.org"}
)  # fmt: skip
RECEIVE = Step(connection="Inbox", action="receive-email")


def save(mailflow: Command, folder: str) -> None:
    deliver = Step(connection="Inbox", action="deliver-to-folder", values={"folderName": folder})
    library = root.build(Options(profile=mailflow.profile)).library
    library.save(Profile((INBOX,), (Integration("Sort", (RECEIVE, deliver), version=1),)))


def test_a_circle_is_told_and_it_is_switched_on(mailflow: Command) -> None:
    save(mailflow, "INBOX")
    ended = mailflow("start", "Sort")
    assert ended.code == 0
    assert "It delivers into “INBOX” of “Inbox”, and that is where messages come from." in ended.err


def test_without_a_circle_nothing_is_told(mailflow: Command) -> None:
    save(mailflow, "Archive")
    assert "circle" not in mailflow("start", "Sort").err
