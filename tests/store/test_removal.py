"""Moving to another computer: everything arrives, switched off, with its passwords, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import ConfigurationError, MailflowError, SettingsError, VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ledger import RESTORED, Intake, Place
from mailflow_gui.core.model import Profile
from mailflow_gui.store import removal
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.merge import Clash
from mailflow_gui.store.removal import Destination, Load
from mailflow_gui.store.session_vault import SessionVault
from tests.ui.desks import RECEIVE, SEND, integration
from tests.ui.integrations.workbench import CATALOG

NOW = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
ONE = integration("Welcome new leads", enabled=True)
HERE = Profile((RECEIVE, SEND), (ONE,))
PASSPHRASE, CANARY = SecretText("correct horse battery"), "Zx9-canary-55dd"
COST = 2**14
HANDLED = "2026-11-25T10:00:00+00:00"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as one:
        yield one


@pytest.fixture
def load(ledger: SqliteLedger) -> Load:
    vault = SessionVault()
    vault.set(RECEIVE.id, "password", SecretText(CANARY))
    ledger.set_intake(Place(ONE.id, RECEIVE.id, "INBOX"), Intake("7", 10, watermark=HANDLED))
    return removal.pack(HERE, (), CATALOG, vault, ledger)


@pytest.fixture
def to(tmp_path: Path) -> Iterator[Destination]:
    """An empty computer."""
    with closing(SqliteLedger(tmp_path / "there.sqlite")) as one:
        yield Destination(CATALOG, SessionVault(), one, NOW)


def test_everything_arrives_switched_off_with_its_password(load: Load, to: Destination) -> None:
    file = removal.write(load, PASSPHRASE, COST)
    assert CANARY.encode() not in file
    assert removal.is_load(file[:64])
    merged = removal.unpack(removal.read(file, PASSPHRASE, "move"), Profile(), to, Clash.KEEP_BOTH, "move")
    (arrived,) = merged.profile.integrations
    assert (arrived.name, arrived.enabled) == (ONE.name, False)
    receive = merged.profile.connection(RECEIVE.name)
    assert to.vault.get(receive.id, "password") == SecretText(CANARY)
    asked = {one.name for one in merged.arrivals for remark in one.remarks if "password needed" in remark}
    assert asked == {SEND.name}, "only its password did not come along"


def test_what_was_handled_there_is_known_here(load: Load, to: Destination) -> None:
    merged = removal.unpack(load, Profile(), to, Clash.KEEP_BOTH, "move")
    place = Place(merged.profile.integrations[0].id, "any", "INBOX")
    assert isinstance(to.progress, SqliteLedger)
    found = to.progress.intake(place)
    assert found is not None
    assert (found.generation, found.baseline) == (RESTORED, HANDLED)
    assert found.watermark == "2026-11-26T14:15:00+00:00"
    to.progress.set_intake(place, Intake("9"))
    assert to.progress.intake(replace(place, folder="Other")) is None, "asked about once"


def test_an_integration_that_never_ran_starts_as_its_settings_say(ledger: SqliteLedger, to: Destination) -> None:
    load = removal.pack(HERE, (), CATALOG, SessionVault(), ledger)
    merged = removal.unpack(load, Profile(), to, Clash.KEEP_BOTH, "move")
    assert isinstance(to.progress, SqliteLedger)
    assert to.progress.intake(Place(merged.profile.integrations[0].id, "any", "INBOX")) is None


@pytest.mark.parametrize("clash", [Clash.KEEP_BOTH, Clash.REPLACE])
def test_a_name_that_is_taken_gets_the_password_of_the_right_item(load: Load, to: Destination, clash: Clash) -> None:
    mine = replace(RECEIVE, id="mine")
    to.vault.set("mine", "password", SecretText("old"))
    merged = removal.unpack(load, Profile((mine,)), to, clash, "move")
    passwords = {}
    for one in merged.profile.connections:
        found = to.vault.get(one.id, "password")
        passwords[one.name] = found.reveal() if found else None
    expected = {RECEIVE.name: CANARY} if clash is Clash.REPLACE else {RECEIVE.name: "old", f"{RECEIVE.name} 2": CANARY}
    assert passwords == {**expected, SEND.name: None}


class Failing(SessionVault):
    """A vault that is locked from the second secret on."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        self.calls += 1
        if self.calls > 1:
            raise trouble("KEYRING_LOCKED")
        super().set(connection, field, secret)


def test_a_vault_that_refuses_keeps_nothing(load: Load, to: Destination) -> None:
    both = replace(load, secrets=(*load.secrets, replace(load.secrets[0], connection=SEND.name)))
    vault = Failing()
    with pytest.raises(VaultLocked):
        removal.unpack(both, Profile(), replace(to, vault=vault), Clash.KEEP_BOTH, "move")
    assert not vault._entries


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(load: Load) -> None:
    file = removal.write(load, PASSPHRASE, COST)
    with pytest.raises(ConfigurationError) as wrong:
        removal.read(file, SecretText("wrong horse battery"), "move")
    assert (wrong.value.cause, "“move”" in str(wrong.value)) == ("PASSPHRASE_WRONG", True)
    for damaged in (file[:-100], file.replace(b'"data": "', b'"data": "AAAA'), b"{}"):
        with pytest.raises(ConfigurationError) as raised:
            removal.read(damaged, PASSPHRASE, "move")
        assert raised.value.cause == "FILE_REFUSED"
        assert CANARY not in f"{raised.value} {raised.value.details} {raised.value.__context__!r}"


def test_a_short_passphrase_is_refused(load: Load) -> None:
    with pytest.raises(SettingsError, match="too short"):
        removal.write(load, SecretText("horse"), COST)


def test_a_locked_vault_exports_nothing(ledger: SqliteLedger) -> None:
    class Locked(SessionVault):
        def get(self, connection: str, field: str) -> SecretText | None:
            raise trouble("KEYRING_LOCKED")

    with pytest.raises(MailflowError):
        removal.pack(HERE, (), CATALOG, Locked(), ledger)
