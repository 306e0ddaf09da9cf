"""Mail goes on when nobody reads what `mailflow run` prints, and is safe when its reader leaves."""

from __future__ import annotations

import sys

import pytest

from tests.journeys.bench import MAP, UNLIMITED, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.journeys.stalls import account_on
from tests.servers.fake_imap import FakeImap
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes of a size that is set")

#: Octets that a pipe takes before it makes its writer wait; the events of the letters are many times that.
PIPE = 4096
LETTERS = 40
START, END = 40.0, 10.0


@pytest.fixture
def ready(bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink) -> Bench:
    fake_imap.keep(*some(LETTERS))
    account_on(bench, fake_imap, "Inbox")
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send(**UNLIMITED))
    return bench


def test_all_is_sent_though_nobody_reads(ready: Bench, smtp_sink: SmtpSink) -> None:
    with ready.spawn("run", "--json", pipesize=PIPE) as process:
        try:
            smtp_sink.wait_for(LETTERS, START)
            process.terminate()
            process.wait(END)
        finally:
            process.kill()
    assert process.returncode == 0
    assert subjects(smtp_sink) == numbered(range(1, LETTERS + 1))


def test_a_reader_who_leaves_ends_the_run_and_no_message_is_doubled(ready: Bench, smtp_sink: SmtpSink) -> None:
    with ready.spawn("run", "--json", pipesize=PIPE) as process:
        try:
            assert process.stdout is not None
            process.stdout.close()
            assert process.stderr is not None
            said = process.stderr.read()
            process.wait(END)
        finally:
            process.kill()
    assert (process.returncode, said) == (
        1,
        b"mailflow: nobody reads standard output any more, so the run was ended.\n",
    )
    with ready.spawn("run", "--once", pipesize=PIPE) as again:
        again.communicate(timeout=START)
    assert subjects(smtp_sink) == numbered(range(1, LETTERS + 1))
    assert {one.status for one in ready.activities()} == {"done"}
