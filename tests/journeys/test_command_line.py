"""`mailflow run` as a process of its own: its event lines, its end, and the secrets that must be nowhere."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import time
import urllib.parse
from datetime import datetime
from typing import Any

import pytest

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Step
from tests.cli.command import Command
from tests.journeys.bench import MAP, NAME, RECIPIENT, UNLIMITED, Bench, receive, send
from tests.journeys.letters import raw, read, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot

CANARY = "Zx9-canary/p4ss+word"
BODY = "BODY-CANARY-5f1d"
EVENTS = {
    "started", "connected", "poll", "received", "step", "filtered",
    "sent", "failed", "held", "waiting", "stopped", "note",
}  # fmt: skip
ABOUT_A_MESSAGE = ("received", "step", "filtered", "sent")


def run(bench: Bench, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """One command, to its end."""
    process = bench.spawn(*arguments)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(arguments, process.returncode, out, err)


def lines_of(out: bytes) -> list[dict[str, Any]]:
    """The event lines."""
    return [json.loads(line) for line in out.splitlines()]


def spellings(secret: str) -> list[bytes]:
    """A secret as it could leak: plain, encoded for the protocols, for URLs, for Windows."""
    plain = secret.encode()
    sasl = [base64.b64encode(text)[:-4] for text in (plain, b"\0info@example.org\0" + plain)]
    return [plain, *sasl, urllib.parse.quote(secret).encode(), secret.encode("utf-16-le"), ascii(secret)[1:-1].encode()]


def expect_nowhere(bench: Bench, *texts: bytes) -> None:
    """The canary is in no output and in no file of the profile."""
    places = {"output": b"\n".join(texts), **{str(path): path.read_bytes() for path in bench.files()}}
    for spelling in spellings(CANARY):
        assert [where for where, data in places.items() if spelling in data] == [], spelling


@pytest.fixture
def guarded(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> Bench:
    """Both ends with the canary as password."""
    mailbox.server.add_user(mailbox.user, CANARY)
    inbox = bench.inbox(mailbox, secure="SSL/TLS")
    bench.vault.set(inbox.id, "password", SecretText(CANARY))
    smtp_sink.users["info@example.org"] = CANARY
    bench.outbox(smtp_sink)
    return bench


def deliver(mailbox: Mailbox, *messages: bytes) -> None:
    """Into the account whose password is the canary."""
    mailbox.server.users[mailbox.user] = CANARY
    mailbox.deliver(*messages)


def test_event_lines(guarded: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """One JSON object a line with the promised fields; no body, no secret, also with -v."""
    deliver(mailbox, *(raw(f"keep {n}", f"{BODY}\r\n", n) for n in (1, 2, 3)), raw("other", BODY))
    smtp_sink.script("rcpt", "550 5.1.1 User unknown", times=1)
    rules = [{"path": "subject", "op": "contains", "value": "keep"}]
    log = Step(kind="log", values={"customText": "Lead: {{subject}}", "contextLoggingEnabled": True})
    guarded.integrate(receive(), Step(kind="basic-filter", values={"rules": rules}), log, MAP, send())
    ended = run(guarded, "run", NAME, "--json", "--until-idle", "0.5", "-v")
    assert ended.returncode == 0, ended.stderr
    lines = lines_of(ended.stdout)
    assert {line["event"] for line in lines} <= EVENTS
    assert [lines[0]["event"], lines[-1]["event"]] == ["started", "stopped"]
    for line in lines:
        assert line["integration"] == NAME
        assert datetime.fromisoformat(line["at"]).utcoffset() is not None
        assert line["event"] not in ABOUT_A_MESSAGE or line["exchange"], line
    by_event = {name: [line for line in lines if line["event"] == name] for name in EVENTS}
    assert by_event["poll"][0]["count"] == 4
    assert [line["subject"] for line in by_event["received"]] == ["keep 1", "keep 2", "keep 3", "other"]
    assert len({line["exchange"] for line in by_event["received"]}) == 4
    assert [line["subject"] for line in by_event["filtered"]] == ["other"]
    assert [line["cause"] for line in by_event["held"]] == ["RECIPIENT_REFUSED"]
    assert [line["recipients"] for line in by_event["sent"]] == [[RECIPIENT]] * 2
    assert [line["messageId"] for line in by_event["sent"]] == [read(one)["Message-ID"] for one in smtp_sink.messages]
    output = ended.stdout + ended.stderr
    assert BODY.encode() not in output
    expect_nowhere(guarded, output)


@pytest.mark.parametrize("end", ["Inbox", "Outbox"])
def test_no_secret_when_the_sign_in_fails(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, end: str) -> None:
    """Also when the server repeats the password in its answer."""
    mailbox.deliver(*some(1))
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    smtp_sink.script("auth", f"535 5.7.8 {CANARY} is wrong")
    bench.vault.set(bench.program.library.load().connection(end).id, "password", SecretText(CANARY))
    bench.integrate(receive(), MAP, send())
    ended = run(bench, "run", NAME, "--json", "--once", "-v")
    assert ended.returncode == 1
    assert "AUTH_FAILED" in {line.get("cause") for line in lines_of(ended.stdout)}
    checked = run(bench, "validate", end, "-v")
    assert checked.returncode == 1
    outputs = (ended.stdout, ended.stderr, checked.stdout, checked.stderr)
    expect_nowhere(bench, *outputs, *(run(bench, verb, "--json").stdout for verb in ("status", "activity", "list")))


def test_sigterm_finishes_the_message_in_hand_and_ends_with_0(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """Within two seconds, with everything that was sent marked, and no process left behind."""
    mailbox.deliver(*some(200))
    ready.integrate(receive(), MAP, send(**UNLIMITED))
    process = ready.spawn("run", "--json")
    smtp_sink.wait_for(20)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - began < 2.5
    assert (process.returncode, err) == (0, b"")
    assert lines_of(out)[-1]["event"] == "stopped"
    got = len(smtp_sink.messages)
    assert sum("\\Seen" in flags for flags in mailbox.flags().values()) == got < 200
    ready.poll()
    assert len(set(subjects(smtp_sink))) == len(smtp_sink.messages) == 200


def test_exit_codes(ready: Bench, smtp_sink: SmtpSink, mailbox: Mailbox) -> None:
    """0 done, 1 not reached, 2 no such integration, 4 no password."""
    ready.integrate(receive(), send())
    assert run(ready, "run", NAME, "--once").returncode == 0
    assert run(ready, "run", "Nobody").returncode == 2
    ready.connect("Gone", "email-receive", "x", host="localhost", port=1, username="u", secureType="None")
    ready.integrate(receive("Gone"), send(), name="Unreached")
    assert run(ready, "run", "Unreached", "--once").returncode == 1
    ready.connect("Bare", "email-receive", host="localhost", port=1, username="u", secureType="None")
    ready.integrate(receive("Bare"), send(), name="No password")
    assert run(ready, "run", "No password", "--once").returncode == 4


def test_a_file_from_import_to_delivery(mailflow: Command, bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """The configuration file of the interfaces, through `import`, `preview`, `start`, `run` and `activity`."""
    pem = "".join(f"      {line}\n" for line in mailbox.server.authority_pem.splitlines())
    text = FILE.format(imaps=mailbox.server.ports["imaps"], user=mailbox.user, pem=pem.rstrip(), smtp=smtp_sink.port)
    path = bench.home.parent / "welcome.yaml"
    path.write_text(text)
    mailflow.profile = bench.home
    assert mailflow("import", str(path)).code == 0
    for name, password in (("Obtain Info Emails", mailbox.password), ("Send Emails to Leads", "secret")):
        assert mailflow("secret", "set", name, "--stdin", typed=password).code == 0
        found = bench.program.library.load().connection(name)
        bench.vault.set(found.id, "password", SecretText(password))
    mailbox.deliver(raw("your product "), raw("lunch", number=2))
    seen = mailflow("preview", "Welcome new leads", "--json")
    assert seen.code == 0, seen.err
    assert "Re: your product" in seen.out
    assert smtp_sink.messages == []
    assert set(mailbox.flags().values()) == {frozenset()}
    assert mailflow("start", "Welcome new leads").code == 0
    ended = run(bench, "run", "--until-idle", "0.5")
    assert ended.returncode == 0, ended.stderr
    (sent,) = smtp_sink.messages
    message = read(sent)
    assert message["Subject"] == "Re: your product"
    assert sent.recipients == ("Ben1@test.com", "sales@example.com")
    rows = mailflow("activity", "--json").json()
    assert {(row["subject"].strip(), row["status"]) for row in rows} == {
        ("your product", "done"),
        ("lunch", "filtered"),
    }


FILE = """\
mailflow: 1
connections:
  - name: Obtain Info Emails
    connector: email-receive
    protocol: imap
    host: localhost
    port: {imaps}
    username: {user}
    secureType: SSL/TLS
    serverCertificate: |
{pem}
  - name: Send Emails to Leads
    connector: email-send
    host: localhost
    port: {smtp}
    username: info@example.org
    secureType: None
integrations:
  - name: Welcome new leads
    enabled: false
    steps:
      - connection: Obtain Info Emails
        action: receive-email
        unseenOnly: true
        delay: 200ms
        maxResults: 5
      - step: basic-filter
        predicate: AND
        rules: [{{path: subject, op: contains, value: product}}]
      - step: data-mapper
        mappings:
          - {{from: [from], to: to}}
          - {{from: [subject], to: subject, transformations: [{{Trim: {{}}}}, {{Prepend: {{string: "Re: "}}}}]}}
          - {{from: [subject, from], to: text, combine: {{delimiter: " — "}}}}
          - {{constant: sales@example.com, to: cc}}
      - step: log
        customText: "Lead: {{{{subject}}}}"
      - connection: Send Emails to Leads
        action: send-email
        from: info@example.org
        priority: consumedData
"""
