"""Two computers with profiles of their own and one mailbox: each message is taken by one of them."""

from __future__ import annotations

import imaplib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from mailflow_gui.connectors import _imap_claim
from mailflow_gui.connectors._imap_claim import claim
from mailflow_gui.core.activity import Kind, State
from tests.journeys.bench import MAP, NAME, UNLIMITED, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot

COUNT = 60


def computer(home: Path, mailbox: Mailbox, sink: SmtpSink, protocol: str = "imap", **values: object) -> Bench:
    bench = Bench(home)
    bench.inbox(mailbox, protocol)
    bench.outbox(sink)
    step = receive(**{"sharedAs": "office", "maxResults": 7, **values})  # type: ignore[arg-type]
    bench.integrate(step, MAP, send(**UNLIMITED))
    return bench


@pytest.mark.parametrize("after", ["keep", "mark-seen", "move:Done"])
def test_both_at_once(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink, after: str) -> None:
    """As processes beside each other, while mail comes in and others change flags."""
    benches = [computer(tmp_path / name / "profile", mailbox, smtp_sink, afterSuccess=after) for name in "ab"]
    mailbox.deliver(*some(COUNT // 2))
    processes = [one.spawn("run", NAME, "--json", "--until-idle", "2") for one in benches]
    with mailbox.server.client(mailbox.user) as other:
        for raw in some(COUNT // 2, first=COUNT // 2 + 1):
            other.append("INBOX", raw)
            other.select_folder("INBOX")
            other.add_flags(other.search(), ["\\Flagged"], silent=True)
    told = [process.communicate(timeout=60)[0].decode() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert Counter(subjects(smtp_sink)) == Counter(numbered(range(1, COUNT + 1)))
    shares = [sum(json.loads(line)["event"] == "sent" for line in text.splitlines()) for text in told]
    print(f"{after}: {shares}")
    assert sum(shares) == COUNT


def test_without_the_word_both_take_all(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    benches = [computer(tmp_path / name, mailbox, smtp_sink, sharedAs="", afterSuccess="keep") for name in "ab"]
    mailbox.deliver(*some(3))
    for one in benches:
        one.poll()
    assert Counter(subjects(smtp_sink)) == Counter(numbered(range(1, 4)) * 2)


def test_what_another_one_has_is_told_and_not_asked_for_again(
    tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    first, second = (computer(tmp_path / name, mailbox, smtp_sink, afterSuccess="keep") for name in "ab")
    mailbox.deliver(*some(3))
    first.poll()
    (told,) = [one.text for one in second.poll() if one.kind is Kind.POLL]
    assert told == "Poll finished: no new messages. 3 messages were taken by another computer."
    (told,) = [one.text for one in second.poll() if one.kind is Kind.POLL]
    assert told == "Poll finished: no new messages"
    assert subjects(smtp_sink) == numbered(range(1, 4))


def test_two_integrations_of_one_profile_share_as_well(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    bench = computer(tmp_path / "a", mailbox, smtp_sink, afterSuccess="keep")
    bench.integrate(receive(sharedAs="office", afterSuccess="keep"), MAP, send(**UNLIMITED), name="Second")
    mailbox.deliver(*some(5))
    bench.poll()
    assert sorted(subjects(smtp_sink)) == numbered(range(1, 6))


def test_killed_with_messages_in_hand_it_takes_them_itself(
    tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """A claim of one's own from before a crash counts."""
    bench = computer(tmp_path / "a", mailbox, smtp_sink)
    mailbox.deliver(*some(5))
    with mock.patch("mailflow_gui.engine.fetching.Fetching.windows", side_effect=OSError("as if killed")):
        bench.poll()
    assert subjects(smtp_sink) == []
    assert all(any(flag.startswith("$Mailflow-") for flag in flags) for flags in mailbox.flags().values())
    bench.poll()
    assert subjects(smtp_sink) == numbered(range(1, 6))


@pytest.fixture(scope="module")
def accounts() -> Iterator[Dovecot]:
    with Dovecot() as server:
        yield server


def test_the_server_decides_who_was_first(accounts: Dovecot) -> None:
    """Both have seen that nobody has the message; the second one's mark is refused."""
    user = accounts.add_user()
    accounts.deliver_all(user, some(2))
    with accounts.client(user) as one, accounts.client(user) as two:
        for client in (one, two):
            client.select_folder("INBOX")
        free = _imap_claim._standing(two, [1, 2], "$Mailflow-")
        change = max(standing.change for standing in free.values())
        assert claim(one, [1, 2], "office", "a") == ({1, 2}, set())
        keyword = f"{_imap_claim.prefix('office')}b"
        _imap_claim._mark(two, [1, 2], keyword, change)
        assert claim(two, [1, 2], "office", "b") == (set(), {1, 2})
        assert claim(two, [1, 2], "lab", "b") == ({1, 2}, set())


def test_a_server_that_can_not_decide_is_told(tmp_path: Path, smtp_sink: SmtpSink, mailbox: Mailbox) -> None:
    bench = computer(tmp_path / "a", mailbox, smtp_sink)
    mailbox.deliver(*some(1))
    with mock.patch("imapclient.IMAPClient.has_capability", lambda client, name: name != "CONDSTORE"):
        told = bench.poll()
    assert [one.cause for one in told if one.kind is Kind.FAILED] == ["NO_CLAIMS"]
    assert subjects(smtp_sink) == []


@pytest.mark.parametrize("without", [b"FLAGS", b"MODSEQ"])
def test_an_answer_that_tells_nothing_claims_nothing(accounts: Dovecot, without: bytes) -> None:
    user = accounts.add_user()
    accounts.deliver_all(user, some(1))
    with accounts.client(user) as client:
        client.select_folder("INBOX")
        answer = {1: {key: value for key, value in client.fetch([1], ["FLAGS", "MODSEQ"])[1].items() if key != without}}
        with mock.patch.object(client, "fetch", return_value=answer), pytest.raises(imaplib.IMAP4.error):
            claim(client, [1], "office", "a")
        assert client.get_flags([1])[1] == (b"\\Recent",)


def test_pop3_can_not_be_shared(tmp_path: Path, smtp_sink: SmtpSink, mailbox: Mailbox) -> None:
    bench = computer(tmp_path / "a", mailbox, smtp_sink, "pop3", afterSuccess="delete")
    with bench.running(NAME) as engine:
        bench.wait_for(lambda: engine.supervisor.health(bench.id()).state is State.ATTENTION)
        assert engine.supervisor.health(bench.id()).cause == "NO_CLAIMS"
