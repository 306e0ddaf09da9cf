"""Secrets of this session."""

from __future__ import annotations

from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.session_vault import SessionVault


def test_keeps_replaces_and_forgets() -> None:
    vault = SessionVault()
    assert vault.get("a", "password") is None
    vault.set("a", "password", SecretText("one"))
    vault.set("a", "password", SecretText("two"))
    assert vault.get("a", "password") == SecretText("two")
    assert vault.get("b", "password") is None
    vault.delete("a", "password")
    vault.delete("a", "password")
    assert vault.get("a", "password") is None
    assert "two" not in repr(vars(vault))
