"""Secrets come from a prompt or standard input, and no byte of them lies in any file or output."""

from __future__ import annotations

import base64
import urllib.parse
from pathlib import Path

import pytest

from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.library import YamlLibrary
from tests.cli.command import Command
from tests.servers.fixtures import Mailbox
from tests.store.sample import EXAMPLE

CANARY = "Zx9-canary/ß+1234"
NAME = "Obtain Info Emails"


@pytest.fixture
def filled(mailflow: Command, tmp_path: Path) -> Command:
    (tmp_path / "example.yaml").write_text(EXAMPLE, encoding="utf-8")
    assert mailflow("import", str(tmp_path / "example.yaml")).code == 0
    return mailflow


def stored(mailflow: Command) -> SecretText | None:
    connection = YamlLibrary(mailflow.profile / "profile.yaml").load().connection(NAME)
    assert mailflow.vault is not None
    return mailflow.vault.get(connection.id, "password")


def test_set_and_delete(filled: Command) -> None:
    assert filled("secret", "set", NAME, "--stdin", typed=CANARY + "\n").code == 0
    assert stored(filled) == SecretText(CANARY)
    assert filled("secret", "set", NAME, "password", "--stdin", typed="second").code == 0
    assert stored(filled) == SecretText("second")
    assert filled("secret", "delete", NAME).code == 0
    assert filled("secret", "delete", NAME, "password").code == 0
    assert stored(filled) is None


@pytest.mark.parametrize(
    ("arguments", "typed", "code", "words"),
    [
        (["set", "Nobody", "--stdin"], "x", 2, "no connection called"),
        (["set", NAME, "host", "--stdin"], "x", 2, "known: password"),
        (["set", NAME], "x", 2, "--stdin"),
        (["set", NAME, "--stdin"], "", 3, "blank"),
        (["set", NAME, "--stdin"], "two\nlines\n", 3, "line break"),
        (["set", NAME, "password", "value"], "", 2, "unrecognized"),
        (["set", NAME, "--stdin", "--vault", "session"], "x", 2, "session vault"),
        (["set", NAME, "--stdin", "--vault", "credentials"], "x", 4, "only reads"),
        (["set", NAME, "--stdin", "--vault", "file"], "x", 4, "master password"),
    ],
)
def test_refusals(filled: Command, arguments: list[str], typed: str, code: int, words: str) -> None:
    ended = filled("secret", *arguments, typed=typed)
    assert ended.code == code
    assert words in ended.err
    assert stored(filled) is None


def test_another_password_ends_the_validation(filled: Command) -> None:
    library = YamlLibrary(filled.profile / "profile.yaml")
    text = library.path.read_text().replace(
        "connector: email-receive", 'connector: email-receive\n    validated: "2026"'
    )
    library.path.write_text(text)
    assert library.load().connection(NAME).validated == "2026"
    filled("secret", "set", NAME, "--stdin", typed="x")
    assert library.load().connection(NAME).validated == ""


@pytest.mark.dovecot
def test_no_byte_of_a_password_lies_anywhere(filled: Command, mailbox: Mailbox, tmp_path: Path) -> None:
    server = mailbox.server
    text = EXAMPLE.replace("mail.ourcompany.com", server.host).replace("993", str(server.ports["imaps"]))
    text = text.replace("    username: info@ourcompany.com", f"    username: {mailbox.user}")
    pem = "".join(f"      {line}\n" for line in server.authority_pem.splitlines())
    start, end = text.index("      -----BEGIN"), text.index("  - name: Send")
    (tmp_path / "real.yaml").write_text(text[:start] + pem + text[end:])
    said = []
    for arguments, typed in (
        (["import", str(tmp_path / "real.yaml"), "--replace"], ""),
        (["secret", "set", NAME, "--stdin"], CANARY),
        (["validate", NAME, "-v"], ""),
        (["validate", NAME, "--json", "-v"], ""),
        (["list", "--json"], ""),
        (["export", "--output", str(tmp_path / "out.yaml")], ""),
        (["secret", "delete", NAME], ""),
    ):
        ended = filled(*arguments, typed=typed)
        said.append(ended.out + ended.err)
    assert "AUTH_FAILED" in said[2]
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(files) >= 5
    everything = b"".join(one.read_bytes() for one in files) + "".join(said).encode()
    raw = CANARY.encode()
    for needle in (
        raw,
        b"Zx9-canary",
        base64.b64encode(raw)[:-4],
        base64.b64encode(b"\0" + mailbox.user.encode() + b"\0" + raw)[8:-4],
        urllib.parse.quote(CANARY).encode(),
        CANARY.encode("utf-16-le"),
    ):
        assert needle not in everything
