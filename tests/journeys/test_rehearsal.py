"""A Test Run touches nothing, and shows the very bytes that are sent later."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from mailflow_gui.core.model import Flow, Integration, Step
from mailflow_gui.core.rehearsal import Outcome, Rehearsal
from mailflow_gui.engine.rehearsal import rehearse
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import mime, part, raw
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot

_STATUS = ("MESSAGES", "RECENT", "UIDNEXT", "UIDVALIDITY", "UNSEEN", "HIGHESTMODSEQ")


@dataclass(frozen=True)
class Seen:
    """Everything a server can tell of an account, and every file of it."""

    folders: tuple[str, ...]
    status: dict[bytes, int]
    flags: dict[int, frozenset[str]]
    messages: tuple[bytes, ...]
    files: dict[str, str]


def look(mailbox: Mailbox) -> Seen:
    """The account as it is; looking changes nothing."""
    server, user = mailbox.server, mailbox.user
    with server.client(user) as client:
        status = dict(client.folder_status("INBOX", _STATUS))
    mail = [path for path in server.home.rglob("*") if path.is_file() and path.parent.name in ("cur", "new")]
    files = {
        str(path.relative_to(server.home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in mail
        if user in path.parts
    }
    return Seen(tuple(server.folders(user)), status, mailbox.flags(), tuple(mailbox.messages()), files)


def with_file() -> bytes:
    """A message with an attachment."""
    file = part("text/csv", "a;b\r\n", 'Content-Disposition: attachment; filename="list.csv"')
    return mime("mixed", part("text/plain", "see the file"), file, subject="Files")


def rehearsed(bench: Bench, integration: Integration) -> list[Rehearsal]:
    """The next poll, rehearsed."""
    with bench.running("none") as engine:
        profile = bench.program.library.load()
        return list(rehearse(integration, profile, engine.workshop, 10))


def without_date(message: bytes) -> bytes:
    """The bytes without the one header that tells when it was sent."""
    head, gap, body = message.partition(b"\r\n\r\n")
    return re.sub(rb"(?m)^Date: [^\r\n]*\r\n", b"", head + b"\r\n") + gap + body


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
@pytest.mark.parametrize("after", ["mark-seen", "delete"])
def test_the_mailbox_is_the_same_byte_for_byte_and_flag_for_flag(
    bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, tmp_path: Path, protocol: str, after: str
) -> None:
    if (protocol, after) == ("pop3", "mark-seen"):
        pytest.skip("POP3 knows no marks")
    inbox = bench.inbox(mailbox, protocol)
    bench.outbox(smtp_sink)
    mailbox.deliver(raw("Order 1"), with_file(), raw("Offer"))
    mailbox.deliver(raw("Read"), flags=("\\Seen", "\\Flagged"))
    folder = tmp_path / "saved"
    folder.mkdir()
    file_away = Step(connection=inbox.name, action="deliver-to-folder", values={"folderName": "Done"})
    flows = (
        Flow({"rules": [{"path": "subject", "op": "contains", "value": "Order"}]}, (send(to="orders@example.org"),)),
        Flow({"default": True}, (Step("log", values={"customText": "not an order"}),)),
    )
    steps = [Step("save-attachments", values={"folder": str(folder)}), Step("conditional-flows", flows=flows), MAP]
    steps += [file_away, send()] if protocol == "imap" else [send()]
    integration = bench.integrate(receive(afterSuccess=after), *steps)
    with mailbox.server.client(mailbox.user) as client:
        client.select_folder("INBOX")  # Recent belongs to the first one who looks, and POP3 can't but look
    before = look(mailbox)
    assert before.files
    found = rehearsed(bench, integration)
    held = [one.title for one in found[0].steps if one.outcome is Outcome.HELD_BACK]
    assert held == ["Send Email", *(["Deliver into Folder"] if protocol == "imap" else []), "Send Email"]
    assert len(found) == 4
    assert look(mailbox) == before
    assert (smtp_sink.messages, smtp_sink.commands, list(folder.iterdir())) == ([], [], [])
    assert bench.activities() == []


def test_what_is_sent_has_the_bytes_that_were_shown(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """All but the date, the borders between its parts and the Message-ID included."""
    mailbox.deliver(with_file())
    template = Step("template", values={"template": "<p>Dear {{message.from}}</p>", "escape": "html"})
    integration = ready.integrate(receive(), MAP, template, send(attachments=True), Step("split"), send())
    (shown,) = rehearsed(ready, integration)
    ready.poll()
    sent = smtp_sink.wait_for(len(shown.outgoing))
    assert len(sent) == 2
    assert [without_date(one.content) for one in sent] == [without_date(one.wire) for one in shown.outgoing]
