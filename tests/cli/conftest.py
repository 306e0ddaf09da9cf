"""A command line with a profile and a vault of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command


class Memory:
    """A vault in memory under the name of the default one."""

    name = "keyring"

    def __init__(self) -> None:
        from mailflow_gui.store.session_vault import SessionVault

        inner = SessionVault()
        self.get, self.set, self.delete = inner.get, inner.set, inner.delete


@pytest.fixture
def mailflow(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.delenv("MAILFLOW_PROFILE", raising=False)
    return Command(tmp_path / "profile", capsys, monkeypatch, Memory())
