"""What a vault can't know by itself is asked at the keyboard."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from mailflow_gui import main as root
from mailflow_gui.cli.console import Console
from mailflow_gui.cli.program import Options
from mailflow_gui.cli.secrets_at_hand import open_vault
from mailflow_gui.cli.verb import UsageProblem
from mailflow_gui.core.errors import VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Connection


class Keyboard(io.StringIO):
    """A standard input where somebody sits."""

    def isatty(self) -> bool:
        return True


def console_of(source: io.StringIO) -> Console:
    return Console(io.StringIO(), io.StringIO(), source)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    waiting: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: waiting.pop(0))
    return waiting


def test_a_session_vault_asks_once_and_remembers(tmp_path: Path, answers: list[str]) -> None:
    program = root.build(Options(tmp_path, "session"))
    program.library.edit(lambda profile: profile.with_connection(Connection("Mine", "x", {}, id="c1")))
    vault = open_vault(program, console_of(Keyboard()))
    answers += ["", "typed"]
    assert vault.get("c1", "password") is None
    assert vault.get("c1", "password") == SecretText("typed")
    assert vault.get("c1", "password") == SecretText("typed")
    vault.delete("c1", "password")
    vault.set("c1", "password", SecretText("x"))
    assert vault.get("c1", "password") == SecretText("x")


def test_without_a_keyboard_nothing_is_asked(tmp_path: Path) -> None:
    program = root.build(Options(tmp_path, "session"))
    assert open_vault(program, console_of(io.StringIO())).get("c1", "password") is None
    locked = open_vault(root.build(Options(tmp_path, "file")), console_of(io.StringIO()))
    with pytest.raises(VaultLocked):
        locked.get("c1", "password")


def test_a_password_file_is_made_and_opened(tmp_path: Path, answers: list[str]) -> None:
    answers += ["master", "other", "master", "master", "master"]
    with pytest.raises(UsageProblem, match="differ"):
        open_vault(root.build(Options(tmp_path, "file")), console_of(Keyboard()))
    assert not (tmp_path / "passwords.vault").exists()
    open_vault(root.build(Options(tmp_path, "file")), console_of(Keyboard())).set("c1", "password", SecretText("x"))
    again = open_vault(root.build(Options(tmp_path, "file")), console_of(Keyboard()))
    assert again.get("c1", "password") == SecretText("x")
    assert answers == []
