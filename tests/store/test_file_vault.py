"""The password file: only the master password opens it, and damage is told from a wrong password."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

import pytest

from mailflow_gui.core.errors import SettingsError, VaultError, VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.file_vault import FileVault

CHEAP = 2**14
MASTER = SecretText("correct horse")
CANARY = "Zx9-canary-ß"


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    one = FileVault(tmp_path / "profile" / "passwords.vault", cost=CHEAP)
    one.unlock(MASTER)
    return one


def test_another_program_reads_what_one_wrote(vault: FileVault) -> None:
    vault.set("c1", "password", SecretText(CANARY))
    vault.set("c2", "password", SecretText("other"))
    vault.delete("c2", "password")
    vault.delete("c2", "password")
    other = FileVault(vault.path)
    other.unlock(MASTER)
    assert other.get("c1", "password") == SecretText(CANARY)
    assert other.get("c2", "password") is None


def test_locked_until_the_right_password(vault: FileVault) -> None:
    vault.set("c1", "password", SecretText(CANARY))
    other = FileVault(vault.path)
    for use in (
        lambda: other.get("c1", "password"),
        lambda: other.set("c1", "password", SecretText("x")),
        lambda: other.delete("c1", "password"),
    ):
        with pytest.raises(VaultLocked) as caught:
            use()
        assert caught.value.cause == "KEYRING_LOCKED"
    with pytest.raises(VaultLocked) as wrong:
        other.unlock(SecretText("wrong horse"))
    assert wrong.value.cause == "MASTER_PASSWORD_WRONG"
    assert other.is_locked
    with pytest.raises(SettingsError):
        other.unlock(SecretText(""))
    other.unlock(MASTER)
    assert other.get("c1", "password") == SecretText(CANARY)
    other.lock()
    with pytest.raises(VaultLocked):
        other.get("c1", "password")


def test_no_secret_lies_open(vault: FileVault) -> None:
    vault.set("c1", "password", SecretText(CANARY))
    data = vault.path.read_bytes()
    decoded = b"".join(base64.b64decode(json.loads(data)[key]) for key in ("nonce", "entries"))
    for needle in (CANARY.encode(), base64.b64encode(CANARY.encode())[:-4], b"c1/password", MASTER.reveal().encode()):
        assert needle not in data + decoded
    assert CANARY not in repr(vars(vault))
    if os.name == "posix":
        assert vault.path.stat().st_mode & 0o777 == 0o600


def test_damage_is_noticed_and_left(vault: FileVault) -> None:
    vault.set("c1", "password", SecretText(CANARY))
    good = json.loads(vault.path.read_bytes())
    header = json.loads(good["header"])
    expensive = json.dumps({**header, "scrypt": [2**40, 8, 1]})
    for broken in ("", "[]", "{}", json.dumps({**good, "nonce": "?"}), json.dumps({**good, "header": expensive})):
        vault.path.write_text(broken)
        with pytest.raises(VaultError):
            FileVault(vault.path).unlock(MASTER)
        with pytest.raises(VaultError):
            vault.set("c1", "password", SecretText("x"))
        assert vault.path.read_text() == broken


def test_a_changed_byte_does_not_open(vault: FileVault) -> None:
    outer = json.loads(vault.path.read_bytes())
    sealed = bytearray(base64.b64decode(outer["entries"]))
    sealed[0] ^= 1
    vault.path.write_text(json.dumps({**outer, "entries": base64.b64encode(sealed).decode()}))
    with pytest.raises(VaultLocked):
        vault.get("c1", "password")


def test_a_file_that_vanished_is_an_error_with_words(vault: FileVault) -> None:
    vault.path.unlink()
    with pytest.raises(VaultError, match="can't be used"):
        vault.get("c1", "password")
