"""A POP3 server that counts sizes otherwise than we do: what was delivered is deleted, what waits is found again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from mailflow_gui.cli.engine_room import open_ledger
from tests.fakes.mailbox import mail
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import subjects
from tests.servers.fake_pop3 import FakePop3, _Session
from tests.servers.smtp_sink import SmtpSink


class CountingOtherwise(FakePop3):
    """Its LIST counts seven octets more than RETR gives."""

    def _transaction(self, session: _Session, name: str, words: list[str]) -> None:
        if name != "LIST":
            return super()._transaction(session, name, words)
        left = [index for index in range(len(self.messages)) if index not in session.deleted]
        return self._lines(session.wire, [f"{index + 1} {len(self.messages[index]) + 7}" for index in left])


def bench_on(path: Path, server: FakePop3, sink: SmtpSink) -> Bench:
    bench = Bench(path / "profile")
    bench.connect(
        "Inbox", "email-receive", server.password, protocol="pop3", host="localhost", port=server.port,
        username=server.user, secureType="None",
    )  # fmt: skip
    bench.outbox(sink)
    bench.integrate(receive(afterSuccess="delete"), MAP, send())
    return bench


def test_what_was_delivered_is_deleted(tmp_path: Path, smtp_sink: SmtpSink) -> None:
    with CountingOtherwise() as server:
        server.keep(mail(1), mail(2))
        bench_on(tmp_path, server, smtp_sink).poll()
        assert subjects(smtp_sink) == ["Hello 1", "Hello 2"]
        assert server.messages == []


def test_what_was_held_unread_is_found_again(tmp_path: Path, smtp_sink: SmtpSink) -> None:
    """All identifiers change at once: the unknown message waits with its header only, until the person retries it."""
    smtp_sink.script("rcpt", "550 5.1.1 Unknown")
    received = b"Received: by mx; Thu, 1 Jan 2026 00:00:00 +0000\r\n"
    with CountingOtherwise() as server:
        server.keep(received.replace(b"2026", b"2027") + mail(1), mail(2))
        bench = bench_on(tmp_path, server, smtp_sink)
        bench.poll()
        with open_ledger(bench.program) as ledger:
            for one in bench.activities(held=True):
                ledger.skip(one.exchange)
            ledger.mark_restored([bench.id()], datetime.now(UTC))
        server.keep(received + mail(3))
        bench.poll()
        (waiting,) = bench.activities(held=True)
        assert waiting.subject == "Hello 3"
        smtp_sink.unscript()
        with open_ledger(bench.program) as ledger:
            ledger.retry(waiting.exchange)
        bench.poll()
        assert subjects(smtp_sink) == ["Hello 3"]
        assert bench.activities(held=True) == []
