"""Moving secrets: whatever fails, whenever it fails, every secret is still in one place that is in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import MailflowError, VaultError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.file_vault import FileVault
from mailflow_gui.store.moving import Moved, move
from mailflow_gui.store.session_vault import SessionVault

ENTRIES = [("one", "password"), ("two", "password"), ("three", "password")]
SECRETS = {("one", "password"): "a", ("three", "password"): "c"}  # “two” has none


class Failing(SessionVault):
    """Fails at the call of this number, counted over all of them; `lies` gives back something else."""

    def __init__(self, secrets: dict[tuple[str, str], str], fails_at: int = 0, lies: bool = False) -> None:
        super().__init__()
        self.calls, self.fails_at, self.lies = 0, 0, False
        for entry, text in secrets.items():
            super().set(*entry, SecretText(text))
        self.fails_at, self.lies = fails_at, lies

    def all(self) -> dict[tuple[str, str], str]:
        return {entry: secret.reveal() for entry, secret in self._entries.items()}

    def _count(self) -> None:
        self.calls += 1
        if self.calls == self.fails_at:
            raise trouble("KEYRING_LOCKED")

    def get(self, connection: str, field: str) -> SecretText | None:
        self._count()
        found = super().get(connection, field)
        return SecretText("other") if self.lies and found else found

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        self._count()
        super().set(connection, field, secret)

    def delete(self, connection: str, field: str) -> None:
        self._count()
        super().delete(connection, field)


def test_everything_is_in_the_new_place_and_nothing_in_the_old() -> None:
    source, target, chosen = Failing(SECRETS), Failing({}), []
    assert move(ENTRIES, source, target, lambda: chosen.append(1)) == Moved(2)
    assert (source.all(), target.all(), chosen) == ({}, SECRETS, [1])


@pytest.mark.parametrize("at", range(1, 8))
def test_a_target_that_fails_at_any_call_is_left_as_it_was(at: int) -> None:
    before = {("one", "password"): "earlier"}
    source, target, chosen = Failing(SECRETS), Failing(before, fails_at=at), []
    if at <= 6:
        with pytest.raises(MailflowError):
            move(ENTRIES, source, target, lambda: chosen.append(1))
        assert (source.all(), target.all(), chosen) == (SECRETS, before, [])
    else:
        assert move(ENTRIES, source, target, lambda: chosen.append(1)).count == 2, "no call is left to fail"


@pytest.mark.parametrize("at", range(1, 4))
def test_a_source_that_can_not_be_read_changes_nothing(at: int) -> None:
    source, target = Failing(SECRETS, fails_at=at), Failing({})
    with pytest.raises(MailflowError):
        move(ENTRIES, source, target, lambda: None)
    assert (source.all(), target.all()) == (SECRETS, {})


def test_a_secret_that_can_not_be_removed_stays_behind_and_is_told() -> None:
    source, target = Failing(SECRETS, fails_at=4), Failing({})
    assert move(ENTRIES, source, target, lambda: None) == Moved(2, (("one", "password"),))
    assert target.all() == SECRETS
    assert source.all() == {("one", "password"): "a"}


def test_what_reads_back_as_something_else_is_no_copy() -> None:
    source, target = Failing(SECRETS), Failing({}, lies=True)
    with pytest.raises(VaultError, match="A password could not be copied"):
        move(ENTRIES, source, target, lambda: None)
    assert (source.all(), target.all()) == (SECRETS, {})


def test_a_choice_that_can_not_be_kept_moves_nothing() -> None:
    def refuse() -> None:
        raise trouble("KEYRING_MISSING")

    source, target = Failing(SECRETS), Failing({})
    with pytest.raises(MailflowError):
        move(ENTRIES, source, target, refuse)
    assert (source.all(), target.all()) == (SECRETS, {})


def test_copies_are_read_back_from_the_store_and_not_from_memory() -> None:
    class Remembering(Failing):
        def forget(self) -> None:
            self._entries.clear()  # nothing was really written

    with pytest.raises(VaultError, match="could not be copied"):
        move(ENTRIES, Failing(SECRETS), Remembering({}), lambda: None)


def test_into_a_real_file_and_back(tmp_path: Path) -> None:
    source, file = Failing(SECRETS), FileVault(tmp_path / "passwords.vault", cost=2**14)
    file.unlock(SecretText("correct horse"))
    assert move(ENTRIES, source, file, lambda: None).count == 2
    again = FileVault(tmp_path / "passwords.vault")
    again.unlock(SecretText("correct horse"))
    assert move(ENTRIES, again, source, lambda: None).count == 2
    assert source.all() == SECRETS
    assert again.get("one", "password") is None
