"""Which messages are taken, in which order, and that none is taken twice: checks of the mail semantics."""

from __future__ import annotations

import pytest

from mailflow_gui.core.activity import Kind, State
from tests.connectors.receiving import FakePop3
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import message_ids, numbered, raw, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def counts(bench: Bench) -> list[int]:
    """How many messages each poll took."""
    return [one.count for one in bench.told(Kind.POLL)]


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_ten_messages_limit_five_in_two_polls(
    bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, protocol: str
) -> None:
    """Check 6: 5 then 5 in the order of arrival, also while new mail arrives between the polls."""
    bench.inbox(mailbox, protocol)
    bench.outbox(smtp_sink)
    mailbox.deliver(*some(10))
    bench.integrate(receive(maxResults=5, delay="300ms", unseenOnly=protocol == "imap"), MAP, send())
    with bench.running():
        smtp_sink.wait_for(5)
        mailbox.deliver(*some(2, first=11))
        smtp_sink.wait_for(12)
        bench.wait_for_event(Kind.POLL, 3)
    assert counts(bench)[:3] == [5, 5, 2]
    assert subjects(smtp_sink) == numbered(range(1, 13))


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_twelve_messages_unseen_only_off(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, protocol: str) -> None:
    """Checks 7 and 8: 5, 5, 2, then none, though every poll sees all of them and the program restarts between."""
    bench.inbox(mailbox, protocol)
    bench.outbox(smtp_sink)
    mailbox.deliver(*some(12))
    bench.integrate(receive(maxResults=5, afterSuccess="keep"), MAP, send())
    for _ in range(4):
        bench.poll()
    assert counts(bench) == [5, 5, 2, 0]
    assert subjects(smtp_sink) == numbered(range(1, 13))
    if protocol == "imap":  # over POP3 Dovecot itself marks as read what is fetched
        assert set(mailbox.flags().values()) == {frozenset()}


def test_pop3_with_repeated_and_missing_identifiers(bench: Bench, smtp_sink: SmtpSink) -> None:
    """Check 8: a server that gives two messages one UIDL, and one that has no UIDL at all."""
    twins = some(3)
    for name, without in (("Twins", ()), ("No UIDL", ("UIDL",))):
        with FakePop3(*zip(("same", "same", "other"), twins, strict=True), without=without) as server:
            bench.connect(
                name, "email-receive", "secret",
                protocol="pop3", host="localhost", port=server.port, username="bob", secureType="None",
            )  # fmt: skip
            if name == "Twins":
                bench.outbox(smtp_sink)
            bench.integrate(receive(name), MAP, send(), name=name)
            bench.poll(name)
            server.mail.append(("same", raw("Another", number=9)))
            bench.poll(name)
            bench.poll(name)
            assert subjects(smtp_sink) == [*numbered([1, 2, 3]), "Another"]
            smtp_sink.clear()


def test_all_pop3_identifiers_change_at_once(bench: Bench, smtp_sink: SmtpSink) -> None:
    """W15: what was handled is recognised by its header, what is new is taken."""
    with FakePop3(*((f"a{n}", one) for n, one in enumerate(some(4)))) as server:
        bench.connect(
            "Inbox", "email-receive", "secret",
            protocol="pop3", host="localhost", port=server.port, username="bob", secureType="None",
        )  # fmt: skip
        bench.outbox(smtp_sink)
        bench.integrate(receive(), MAP, send())
        bench.poll()
        server.mail[:] = [(f"b{n}", one) for n, one in enumerate(some(5))]
        bench.poll()
    assert subjects(smtp_sink) == numbered(range(1, 6))


def test_old_pop3_mail_stays_untouched_when_identifiers_change(bench: Bench, smtp_sink: SmtpSink) -> None:
    """The same where the person said to leave what was there: it was never read, but its arrival tells."""
    old = [raw(f"Old {n}", number=n, headers=["Received: by x; Tue, 1 Sep 2026 10:00:00 +0200"]) for n in range(3)]
    with FakePop3(*((f"a{n}", one) for n, one in enumerate(old))) as server:
        bench.connect(
            "Inbox", "email-receive", "secret",
            protocol="pop3", host="localhost", port=server.port, username="bob", secureType="None",
        )  # fmt: skip
        bench.outbox(smtp_sink)
        bench.integrate(receive(startFrom="now"), MAP, send())
        bench.poll()
        new = raw("New", number=9, headers=["Received: by x; Tue, 1 Sep 2099 10:00:00 +0200"])
        server.mail[:] = [*((f"b{n}", one) for n, one in enumerate(old)), ("b9", new)]
        bench.poll()
        bench.poll()
    assert subjects(smtp_sink) == ["New"]


def test_a_folder_made_anew(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 9: another UIDVALIDITY. Nothing is replayed, nothing is skipped, and the person is told."""
    mailbox.deliver(*some(4), folder="Leads")
    ready.integrate(receive(folderName="Leads"), MAP, send())
    ready.poll()
    mailbox.server.replace_folder(mailbox.user, "Leads")
    mailbox.deliver(*some(6), folder="Leads")
    ready.poll()
    ready.poll()
    assert subjects(smtp_sink) == numbered(range(1, 7))
    (told,) = [one for one in ready.events if one.cause == "RENUMBERED"]
    assert told.kind is Kind.NOTE
    assert "4 messages were recognised" in told.text


def test_a_folder_made_anew_while_running(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 9, with the connection open."""
    mailbox.deliver(*some(4), folder="Leads")
    ready.integrate(receive(folderName="Leads"), MAP, send())
    with ready.running() as engine:
        smtp_sink.wait_for(4)
        ready.wait_for_event(Kind.POLL, 2)
        mailbox.server.replace_folder(mailbox.user, "Leads")
        mailbox.deliver(*some(6), folder="Leads")
        smtp_sink.wait_for(6)
        ready.wait_for(lambda: engine.supervisor.health(ready.id()).state is State.RUNNING)
    assert sorted(subjects(smtp_sink)) == numbered(range(1, 7))


def test_mail_read_on_a_phone_first_is_still_handled(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 11: read state on the server decides nothing, where Unseen Only is off."""
    ready.integrate(receive(), MAP, send())
    ready.poll()
    mailbox.deliver(*some(3), flags=("\\Seen",))
    ready.poll()
    assert subjects(smtp_sink) == numbered([1, 2, 3])


def test_dates_in_headers_decide_nothing(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 12: future and back-dated mail comes in the order of arrival."""
    dates = ("Fri, 1 Jan 2100 00:00:00 +0000", "Thu, 1 Jan 1970 00:00:00 +0000", "nonsense", "")
    for number, date in enumerate(dates, 1):
        text = raw(f"Mail {number}", number=number).replace(b"Tue, 24 Nov 2026 14:30:00 +0100", date.encode())
        mailbox.deliver(text)
    ready.integrate(receive(maxResults=2), MAP, send())
    ready.poll()
    ready.poll()
    assert subjects(smtp_sink) == numbered([1, 2, 3, 4])


@pytest.mark.parametrize("folder", ["Entwürfe & Größen", "Sales/Leads 2026", "A&B", "日本語"])
def test_folder_names(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, folder: str) -> None:
    """Check 17: umlauts, "&", spaces, the delimiter with a parent that holds no mail; read and moved to."""
    mailbox.deliver(*some(2), folder=folder)
    target = f"{folder} done"
    ready.integrate(receive(folderName=folder, afterSuccess=f"move:{target}"), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered([1, 2])
    assert len(mailbox.messages(target)) == 2
    assert mailbox.messages(folder) == []


def test_two_integrations_on_one_account(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 20: each message once for each of them."""
    mailbox.deliver(*some(5))
    ready.integrate(receive(), MAP, send(to="one@example.net"), name="One")
    ready.integrate(receive(), MAP, send(to="two@example.net"), name="Two")
    with ready.running():
        smtp_sink.wait_for(10)
        ready.wait_for(lambda: len(ready.told(Kind.POLL)) >= 8)
    for name in ("one", "two"):
        got = [one for one in smtp_sink.messages if one.recipients == (f"{name}@example.net",)]
        assert len(got) == 5
    assert len(set(message_ids(smtp_sink))) == 10


def test_the_same_delivery_shown_again_is_skipped_and_told(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """W16: a restored mailbox shows old mail under new UIDs."""
    mailbox.deliver(*some(3))
    ready.integrate(receive(), MAP, send())
    ready.poll()
    mailbox.deliver(*some(3))
    ready.poll()
    assert subjects(smtp_sink) == numbered([1, 2, 3])
    assert [one.status for one in ready.activities()] == ["done"] * 3 + ["skipped"] * 3


def test_others_deletions_survive_a_move(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 21."""
    mailbox.deliver(*some(2), flags=("\\Deleted",))
    mailbox.deliver(*some(2, first=3))
    ready.integrate(receive(afterSuccess="move:Done"), MAP, send())
    ready.poll()
    assert len(mailbox.messages("Done")) == 2
    assert list(mailbox.flags().values()) == [frozenset({"\\Deleted"})] * 2


def test_every_poll_takes_the_same_messages_again(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """What the original did with Unseen Only off, for those who want it."""
    mailbox.deliver(*some(3))
    ready.integrate(receive(repeat="every-poll", maxResults=2, afterSuccess="keep"), MAP, send())
    ready.poll()
    ready.poll()
    assert subjects(smtp_sink) == numbered([1, 2, 1, 2])


def test_an_oversized_message_is_held_unread_and_the_others_go_on(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """Ours: not downloaded, named, and in nobody's way."""
    big = raw("Big", "x" * 1_100_000 + "\r\n", number=1)
    mailbox.deliver(big, *some(2, first=2))
    ready.integrate(receive(maxSizeMb=1), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered([2, 3])
    assert [(one.cause, one.subject) for one in ready.activities(held=True)] == [("TOO_LARGE", "Big")]
