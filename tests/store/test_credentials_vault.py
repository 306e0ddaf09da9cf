"""Secrets that a service gets as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.errors import VaultError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.credentials_vault import MAX_BYTES, CredentialsVault


def vault_of(directory: Path | None, name: str = "Obtain Info Emails") -> CredentialsVault:
    return CredentialsVault(directory, lambda id: name)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_reads_the_file_named_after_the_connection(tmp_path: Path, ending: str) -> None:
    (tmp_path / "Obtain Info Emails.password").write_bytes(f"pä ss{ending}".encode())
    assert vault_of(tmp_path).get("id", "password") == SecretText("pä ss")
    assert vault_of(tmp_path).get("id", "token") is None


@pytest.mark.parametrize("name", ["../secret", "a/b", "/etc/passwd", "..\\x", ".hidden", "a\0b"])
def test_a_name_never_leads_out_of_the_directory(tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.password").write_text("outside")
    with pytest.raises(VaultError, match="can't be used"):
        vault_of(tmp_path, name).get("id", "password")


def test_unset_unreadable_and_huge_are_errors_with_words(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="not set"):
        vault_of(None).get("id", "password")
    (tmp_path / "D.password").mkdir()
    (tmp_path / "L.password").write_bytes(b"\xff")
    (tmp_path / "H.password").write_bytes(b"x" * (MAX_BYTES + 1))
    for name, words in (("D", "can't be read"), ("L", "UTF-8"), ("H", "1 MB")):
        with pytest.raises(VaultError, match=words):
            vault_of(tmp_path, name).get("id", "password")


def test_it_is_read_only(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="only reads"):
        vault_of(tmp_path).set("id", "password", SecretText("x"))
    with pytest.raises(VaultError, match="only reads"):
        vault_of(tmp_path).delete("id", "password")
    assert list(tmp_path.iterdir()) == []
