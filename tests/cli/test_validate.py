"""Validate against a real server: the checks in order, the cause's ID, the exit code, and the note in the profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.servers.fixtures import Mailbox

pytestmark = pytest.mark.dovecot


@pytest.fixture
def ready(mailflow: Command, mailbox: Mailbox, tmp_path: Path) -> Command:
    server = mailbox.server
    pem = "".join(f"      {line}\n" for line in server.authority_pem.splitlines())
    text = (
        "mailflow: 1\nconnections:\n  - name: Inbox\n    connector: email-receive\n    protocol: imap\n"
        f"    host: {server.host}\n    port: {server.ports['imaps']}\n    username: {mailbox.user}\n"
        f"    secureType: SSL/TLS\n    serverCertificate: |\n{pem}"
    )
    (tmp_path / "inbox.yaml").write_text(text)
    assert mailflow("import", str(tmp_path / "inbox.yaml")).code == 0
    return mailflow


def test_a_good_connection(ready: Command, mailbox: Mailbox) -> None:
    ready("secret", "set", "Inbox", "--stdin", typed=mailbox.password)
    ended = ready("validate", "Inbox")
    assert ended.code == 0, ended.err
    assert [line.split()[0] for line in ended.out.splitlines()] == ["ok"] * 5
    assert ready("list", "--json").json()[0]["state"] == "validated"
    data = ready("validate", "Inbox", "--json").json()
    assert data["ok"] is True
    assert [one["check"] for one in data["checks"]] == ["server", "port", "encryption", "sign-in", "inbox"]
    assert all(isinstance(one["milliseconds"], int) for one in data["checks"])


def test_a_wrong_password(ready: Command) -> None:
    ready("secret", "set", "Inbox", "--stdin", typed="wrong")
    ended = ready("validate", "Inbox")
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert [line.split()[0] for line in lines] == ["ok", "ok", "ok", "failed", "not-tried"]
    assert lines[3].endswith("AUTH_FAILED")
    assert "refused the user name or password" in ended.err
    row = ready("list", "--json").json()[0]
    assert (row["state"], row["failed"]) == ("not successful", "The server refused the user name or password")


def test_a_missing_password_is_4(ready: Command) -> None:
    ended = ready("validate", "Inbox")
    assert (ended.code, ended.out) == (4, "")
    assert "saved password is missing" in ended.err


def test_credentials_of_a_service(ready: Command, mailbox: Mailbox, tmp_path: Path) -> None:
    place = tmp_path / "credentials"
    place.mkdir()
    (place / "Inbox.password").write_text(mailbox.password + "\n")
    ready.monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(place))
    assert ready("--vault", "credentials", "validate", "Inbox").code == 0
    found = ready("doctor", "--vault", "credentials", "--json").json()
    assert next(one["verdict"] for one in found if one["id"] == "passwords") == "ok"
    (place / "Inbox.password").unlink()
    assert ready("--vault", "credentials", "validate", "Inbox").code == 4


def test_an_unknown_name_is_wrong_usage(ready: Command) -> None:
    assert ready("validate", "Outbox").code == 2
