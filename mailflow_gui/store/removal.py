"""Moving to another computer: connections, integrations and their secrets in one file under a passphrase.

Any thread but the window's. Beside the items goes how far each integration had come, so that at the new place nothing
that was handled at the old one is handled again.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import ConfigurationError, MailflowError, SettingsError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection, Integration, Profile
from mailflow_gui.core.ports import Vault
from mailflow_gui.core.practice import is_practice
from mailflow_gui.store import bundle, sealing
from mailflow_gui.store.merge import ASKS, Arrival, Clash, Merged, merge

T = TypeVar("T", Connection, Integration)

KIND = "mailflow-move"
SUFFIX = ".mailflow-bundle"
#: So many bytes tell whether a file is one of these.
START = 64
#: Letters that a passphrase has at least.
SHORTEST = 8
_MOST_BYTES = 20 * 1024 * 1024


class Progress(Protocol):
    """What is needed of the ledger."""

    def handled_until(self, integration: str) -> str: ...

    def mark_moved(self, integration: str, handled_until: str, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret of a connection in the file, by its name and the field's key."""

    connection: str
    key: str
    secret: SecretText


@dataclass(frozen=True, slots=True)
class Load:
    """What moves: the exchange file's text, secrets, and until when each integration has handled mail (by name)."""

    text: str
    secrets: tuple[Secret, ...] = ()
    handled: tuple[tuple[str, str], ...] = ()


def is_load(start: bytes) -> bool:
    """Whether a file that begins so was made by `write`."""
    return sealing.is_sealed(KIND, start)


def pack(profile: Profile, names: Sequence[str], catalog: Catalog, vault: Vault, progress: Progress) -> Load:
    """The named items (all without names) with their secrets. Raises SettingsError, VaultError, StoreError."""
    chosen = bundle.subset(profile, names)
    secrets = []
    for one in chosen.connections:
        if is_practice(one):
            continue
        for key in catalog.connector(one.connector).settings.secret_keys():
            found = vault.get(one.id, key)
            if found:
                secrets.append(Secret(one.name, key, found))
    handled = [(one.name, until) for one in chosen.integrations if (until := progress.handled_until(one.id))]
    return Load(bundle.write(chosen, catalog), tuple(secrets), tuple(handled))


def write(load: Load, passphrase: SecretText, cost: int = sealing.COST) -> bytes:
    """The sealed file. Raises SettingsError for a passphrase that is too short."""
    if len(passphrase.reveal()) < SHORTEST:
        raise SettingsError(
            tr("The passphrase is too short"),
            tr(
                "Everybody who has the file can try to guess it. Use at least {shortest} letters, or a few words.",
                shortest=SHORTEST,
            ),
            cause="PASSPHRASE_SHORT",
            fields=("passphrase",),
        )
    secrets = [[one.connection, one.key, one.secret.reveal()] for one in load.secrets]
    content = {"text": load.text, "secrets": secrets, "handled": [list(one) for one in load.handled]}
    return sealing.seal(KIND, passphrase, json.dumps(content).encode(), cost)


def read(file: bytes, passphrase: SecretText, name: str) -> Load:
    """What is in a sealed file. Raises ConfigurationError: PASSPHRASE_WRONG; FILE_REFUSED for one that is not whole."""
    if len(file) > _MOST_BYTES:
        raise _refused(name)
    try:
        content = json.loads(sealing.unseal(KIND, passphrase, file))
        secrets = tuple(Secret(str(one), str(key), SecretText(str(text))) for one, key, text in content["secrets"])
        handled = tuple((str(one), str(until)) for one, until in content["handled"])
        return Load(str(content["text"]), secrets, handled)
    except sealing.WrongPassphrase:
        raise ConfigurationError(
            tr("The passphrase is wrong"),
            tr("It does not open “{name}”. Nothing was changed.", name=name),
            cause="PASSPHRASE_WRONG",
            fix=tr("Enter it again."),
        ) from None
    except (sealing.DamagedSeal, ValueError, KeyError, TypeError):
        raise _refused(name) from None


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a load arrives: the secrets' vault and the ledger, and the moment."""

    catalog: Catalog
    vault: Vault
    progress: Progress
    now: datetime


def unpack(load: Load, profile: Profile, to: Destination, clash: Clash, name: str) -> Merged:
    """The profile with what arrives, switched off; its secrets are in the vault then.

    Raises what reading, merging and the vault raise; then no secret was left behind.
    """
    arriving = bundle.read(load.text, to.catalog, known=profile.connections, name=name)
    merged = merge(profile, arriving, clash)
    there = merged.profile
    ids = {one.connection: _id_of(one.connection, arriving.connections, there.connections) for one in load.secrets}
    _store([(ids[one.connection], one) for one in load.secrets], to.vault)
    for integration, until in load.handled:
        if id := _id_of(integration, arriving.integrations, there.integrations):
            to.progress.mark_moved(id, until, to.now)
    known = {one.connection for one in load.secrets}
    # The connections come first, in the file's order.
    asking = [one.name not in known for one in arriving.connections] + [True] * len(arriving.integrations)
    arrivals = zip(merged.arrivals, asking, strict=True)
    return replace(merged, arrivals=tuple(one if asks else _without_asking(one) for one, asks in arrivals))


def _id_of(name: str, arriving: Sequence[T], present: Sequence[T]) -> str:
    """The id that an item of the file has in the profile: its own, or that of the item it replaced; "" for none."""
    own = next((one.id for one in arriving if one.name == name), "")
    if any(one.id == own for one in present):
        return own
    return next((one.id for one in present if one.name.casefold() == name.casefold()), "")


def _store(secrets: Sequence[tuple[str, Secret]], vault: Vault) -> None:
    """Stores all of them or none."""
    done: list[tuple[str, str, SecretText | None]] = []
    try:
        for id, one in secrets:
            if id:
                done.append((id, one.key, vault.get(id, one.key)))
                vault.set(id, one.key, one.secret)
    except MailflowError:
        for id, key, before in done:
            with contextlib.suppress(MailflowError):
                if before is None:
                    vault.delete(id, key)
                else:
                    vault.set(id, key, before)
        raise


def _without_asking(arrival: Arrival) -> Arrival:
    """An arrival whose password came along does not say that one is needed."""
    return replace(arrival, remarks=tuple(one for one in arrival.remarks if not one.startswith(tr(ASKS))))


def _refused(name: str) -> ConfigurationError:
    return ConfigurationError(
        tr("“{name}” can't be used", name=name),
        tr("It is not whole, or it was changed after it was made. Nothing was changed here."),
        cause="FILE_REFUSED",
        fix=tr("Export it again, and copy the whole file."),
    )
