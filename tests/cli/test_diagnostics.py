"""Diagnostics tell versions and findings, and nothing that is secret or whose it is."""

from __future__ import annotations

import base64
import urllib.parse
from pathlib import Path

import pytest

from mailflow_gui import main as root
from mailflow_gui.cli.diagnostics import diagnostics
from mailflow_gui.cli.program import Options
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Connection, Profile

CANARY = "Zx9-canary-4f1c"


def test_no_secret_and_no_name_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "maria"))
    monkeypatch.setenv("IMAP_PASSWORD", CANARY)
    program = root.build(Options(tmp_path / "maria" / "profile", "session"))
    values = {"host": "imap.ourcompany.com", "port": 993, "username": "maria@ourcompany.com"}
    one = Connection("Maria's mailbox", "email-receive", values)
    program.library.save(Profile((one,)))
    program.vault.set(one.id, "password", SecretText(CANARY))
    text = diagnostics(program)
    forms = {CANARY, urllib.parse.quote(CANARY), base64.b64encode(CANARY.encode()).decode()}
    assert not [form for form in (*forms, "maria", "Maria", "ourcompany") if form in text]
    assert "Connections: 1 email-receive" in text
    assert "Passwords: ok – kept in memory only" in text


def test_a_damaged_profile_is_part_of_the_findings(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("nonsense: [")
    assert "Profile: The profile can't be read (PROFILE_UNREADABLE)" in diagnostics(root.build(Options(tmp_path)))
