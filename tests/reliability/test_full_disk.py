"""A disk that is full or read-only: nothing is taken, marked or sent that can't be written down, and it is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.engine import runner
from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.letters import numbered, raw, some, subjects
from tests.reliability.full import ALONE, FullMatrix
from tests.reliability.plant import Scenario
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


@pytest.mark.parametrize("scenario", ALONE, ids=lambda one: one.name)
def test_each_commit_finds_the_disk_full_once(scenario: Scenario) -> None:
    with FullMatrix() as matrix:
        found = matrix.check(scenario)
    print(f"{scenario.name}: {found}")
    assert found.points > 5
    assert (found.lost, found.doubled, found.other) == (0, 0, 0), "\n".join(found.notes[:20])


@pytest.mark.dovecot
def test_full_for_a_while(
    tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said within the poll, nothing is taken or marked, and all goes on by itself when there is room again."""
    monkeypatch.setattr(runner, "STORE_PAUSE", 0.3)
    bench = Bench(tmp_path / "profile")
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    mailbox.deliver(*some(2))
    with bench.running() as engine:
        smtp_sink.wait_for(2)
        bench.wait_for_event(Kind.POLL)
        connection = engine.ledger.open()._database._connection  # type: ignore[attr-defined]
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        mailbox.deliver(*(raw(f"Mail {number}", "x" * 200_000, number) for number in (3, 4)))
        told = bench.wait_for_event(Kind.FAILED, cause="STORE_UNUSABLE")
        assert "Check free space" in told.text
        assert engine.supervisor.health(bench.id()).state is State.ATTENTION
        assert len(smtp_sink.messages) == 2
        assert sum("\\Seen" in one for one in mailbox.flags().values()) == 2
        connection.execute("PRAGMA max_page_count = 1073741823")
        smtp_sink.wait_for(4, 20)
        bench.wait_for(lambda: engine.supervisor.health(bench.id()).state is State.RUNNING, 20)
    assert subjects(smtp_sink) == numbered(range(1, 5))
    assert all("\\Seen" in one for one in mailbox.flags().values())


# ---- real file systems, as root on Linux ----


def _may_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    tried = ["unshare", "--mount", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]
    return subprocess.run(tried, capture_output=True, timeout=10, check=False).returncode == 0


needs_mount = pytest.mark.skipif(not _may_mount(), reason="mounting needs root and mount namespaces")


def in_namespace(home: Path, script: str) -> list[str]:
    """A command before the program's own: mounts something for it alone. $0 is the profile."""
    return ["unshare", "--mount", "sh", "-c", f'{script} && exec "$@"', str(home)]


@pytest.mark.dovecot
@needs_mount
def test_a_read_only_profile(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    bench = Bench(tmp_path / "profile")
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    mailbox.deliver(*some(1))
    starter = in_namespace(bench.home, 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"')
    for verb in (["run", NAME, "--once"], ["doctor"], ["status"]):
        process = bench.spawn(*verb, starter=starter)
        out, err = process.communicate(timeout=60)
        assert b"Traceback" not in out + err
        assert process.returncode != 0, verb
        assert b"can't be" in out + err or b"can't write" in out + err, (verb, out + err)
    assert smtp_sink.messages == []
    assert all("\\Seen" not in one for one in mailbox.flags().values())


@pytest.mark.dovecot
@needs_mount
def test_a_real_full_disk(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Two megabytes of disk, three of mail: what is sent is written down, the rest waits."""
    bench = Bench(tmp_path / "profile")
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    bench.integrate(receive(maxResults=5), MAP, send())
    mailbox.deliver(*(raw(f"Mail {number}", "x" * 100_000, number) for number in range(1, 31)))
    script = 'cp -a "$0" "$0.copy" && mount -t tmpfs -o size=2m none "$0" && cp -a "$0.copy/." "$0"'
    process = bench.spawn("run", NAME, "--json", starter=in_namespace(bench.home, script))
    assert process.stdout is not None
    told = []
    for line in process.stdout:
        told.append(json.loads(line))
        if told[-1].get("cause") == "STORE_UNUSABLE":
            break
    process.terminate()
    _, err = process.communicate(timeout=40)
    sent = [one["subject"] for one in told if one["event"] == "sent"]
    assert told[-1]["cause"] == "STORE_UNUSABLE", told[-1]
    assert b"Traceback" not in err
    assert sorted(subjects(smtp_sink)) == sorted(set(subjects(smtp_sink)))
    assert 0 < len(smtp_sink.messages) < 30
    assert len(smtp_sink.messages) - len(sent) <= 1
    assert sum("\\Seen" in one for one in mailbox.flags().values()) <= len(smtp_sink.messages)
