"""The system keyring: every way it fails has words, nothing but a real keyring is used, and nothing hangs.

The last tests talk to a real gnome-keyring in a private D-Bus session.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring.errors as refusals
import pytest
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from mailflow_gui.core.errors import MailflowError, VaultError, VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.keyring_vault import SERVICE, TRUSTED, KeyringVault

CANARY = SecretText("Zx9-canary-✓")


class Memory:
    """A back end in memory; `__module__` is what the vault judges it by."""

    __module__ = TRUSTED[0]

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []
        self.threads: set[str] = set()
        self.trouble: BaseException | None = None
        self.busy = 0

    def _enter(self, call: str) -> None:
        self.calls.append(call)
        self.threads.add(threading.current_thread().name)
        if self.trouble is not None:
            raise self.trouble

    def get_password(self, service: str, entry: str) -> str | None:
        self._enter("get")
        return self.entries.get((service, entry))

    def set_password(self, service: str, entry: str, text: str) -> None:
        self._enter("set")
        self.entries[service, entry] = text

    def delete_password(self, service: str, entry: str) -> None:
        self._enter("delete")
        if (service, entry) not in self.entries:
            raise refusals.PasswordDeleteError("No such password!")
        del self.entries[service, entry]


class Foreign(Memory):
    """A back end nobody vouches for."""

    __module__ = "keyrings.alt.file"


def test_entries_are_named_after_connection_and_field() -> None:
    backend = Memory()
    vault = KeyringVault(lambda: backend)
    vault.set("c1", "password", CANARY)
    assert backend.entries == {(SERVICE, "c1/password"): CANARY.reveal()}
    assert KeyringVault(lambda: backend).get("c1", "password") == CANARY
    assert vault.get("c2", "password") is None
    vault.delete("c1", "password")
    vault.delete("c1", "password")
    assert backend.entries == {}
    assert vault.get("c1", "password") is None


def test_secrets_stay_in_memory_for_the_session() -> None:
    backend = Memory()
    backend.entries[SERVICE, "c1/password"] = "x"
    vault = KeyringVault(lambda: backend)
    assert vault.get("c1", "password") == vault.get("c1", "password") == SecretText("x")
    assert backend.calls == ["get"]
    vault.forget()
    vault.get("c1", "password")
    assert backend.calls == ["get", "get"]


def test_all_calls_run_on_one_thread_and_not_on_the_callers() -> None:
    backend = Memory()
    vault = KeyringVault(lambda: backend)
    callers = [threading.Thread(target=vault.set, args=(f"c{n}", "password", CANARY)) for n in range(8)]
    for one in callers:
        one.start()
    for one in callers:
        one.join(10)
    assert len(backend.entries) == 8
    assert backend.threads == {"keyring"}


class BusError(Exception):
    """D-Bus libraries raise plain Exceptions."""


@pytest.mark.parametrize(
    ("error", "kind", "cause"),
    [
        (refusals.KeyringLocked("Failed to unlock the collection!"), VaultLocked, "KEYRING_LOCKED"),
        (refusals.InitError("Failed to create the collection: Prompt dismissed"), VaultLocked, "KEYRING_LOCKED"),
        (refusals.NoKeyringError("none"), VaultError, "KEYRING_MISSING"),
        (refusals.PasswordSetError("refused"), VaultError, "KEYRING_MISSING"),
        (refusals.KeyringError("other"), VaultError, "KEYRING_MISSING"),
        (FileNotFoundError(2, "No such file or directory"), VaultError, "KEYRING_MISSING"),
        (OSError("bus gone"), VaultError, "KEYRING_MISSING"),
        (RuntimeError("no recommended backend"), VaultError, "KEYRING_MISSING"),
        (BusError("Message recipient disconnected from message bus"), VaultError, "KEYRING_MISSING"),
        (TimeoutError("read timed out"), VaultError, "KEYRING_MISSING"),
    ],
)
def test_every_failure_has_words(error: Exception, kind: type[MailflowError], cause: str) -> None:
    backend = Memory()
    backend.trouble = error
    vault = KeyringVault(lambda: backend)
    for use in (
        lambda: vault.get("c", "password"),
        lambda: vault.set("c", "password", CANARY),
        lambda: vault.delete("c", "password"),
    ):
        with pytest.raises(kind) as caught:
            use()  # type: ignore[no-untyped-call]
        assert caught.value.cause == cause
        assert type(error).__name__ in caught.value.details
    assert vault.state().error is not None
    backend.trouble = None
    assert vault.get("c", "password") is None


def test_a_delete_that_is_refused_is_told() -> None:
    backend = Memory()
    backend.entries[SERVICE, "c/password"] = "x"

    def refuse(service: str, entry: str) -> None:
        raise refusals.PasswordDeleteError("denied")

    backend.delete_password = refuse  # type: ignore[method-assign]
    with pytest.raises(VaultError):
        KeyringVault(lambda: backend).delete("c", "password")


def test_a_secret_in_a_back_ends_message_is_dotted_out() -> None:
    backend = Memory()
    backend.trouble = refusals.PasswordSetError(f"can't store {CANARY.reveal()}")
    with pytest.raises(VaultError) as caught:
        KeyringVault(lambda: backend).set("c", "password", CANARY)
    assert CANARY.reveal() not in caught.value.details + str(caught.value) + repr(vars(caught.value))


class Stuck(Memory):
    """A daemon that does not answer until it is told to."""

    __module__ = TRUSTED[0]

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def get_password(self, service: str, entry: str) -> str | None:
        self.answer.wait(30)
        return super().get_password(service, entry)


def test_a_keyring_that_hangs_does_not_hang_the_caller() -> None:
    backend = Stuck()
    vault = KeyringVault(lambda: backend, timeout=0.1)
    started = time.monotonic()
    with pytest.raises(VaultLocked, match="locked") as caught:
        vault.get("c", "password")
    with pytest.raises(VaultLocked):
        vault.set("c", "password", CANARY)
    assert time.monotonic() - started < 5
    assert "No answer within 0.1 seconds" in caught.value.details
    backend.answer.set()
    vault = KeyringVault(lambda: backend, timeout=10)
    assert vault.get("c", "password") is None


def test_what_was_given_up_while_queued_is_never_done() -> None:
    backend = Stuck()
    vault = KeyringVault(lambda: backend, timeout=0.1)
    with pytest.raises(VaultLocked):
        vault.get("c", "password")
    with pytest.raises(VaultLocked):
        vault.set("c", "password", CANARY)
    backend.answer.set()
    deadline = time.monotonic() + 10
    while vault.state().error is not None and time.monotonic() < deadline:
        pass
    assert backend.entries == {}


def chain(*backends: Any) -> Any:
    class Chain:
        __module__ = ChainerBackend.__module__

        def __init__(self) -> None:
            self.backends = backends

    return Chain()


@pytest.mark.parametrize(
    "find",
    [FailKeyring, NullKeyring, Foreign, lambda: chain(Foreign()), lambda: chain(), lambda: chain(NullKeyring())],  # type: ignore[no-untyped-call]
)
def test_only_system_keyrings_are_used(find: Callable[[], Any]) -> None:
    vault = KeyringVault(find)
    with pytest.raises(VaultError) as caught:
        vault.set("c", "password", CANARY)
    assert caught.value.cause == "KEYRING_MISSING"
    assert "none of them a system keyring" in caught.value.details


def test_in_a_chain_the_system_keyring_alone_is_asked() -> None:
    trusted, foreign = Memory(), Foreign()
    vault = KeyringVault(lambda: chain(foreign, trusted))
    vault.set("c", "password", CANARY)
    assert vault.get("x", "password") is None
    assert foreign.calls == []
    assert len(trusted.entries) == 1


SESSION = """
set -eu
printf %s pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
trap 'kill "$(busctl_pid)" 2>/dev/null || true' EXIT
busctl_pid() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \\
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | awk '{print $2}'
}
"$PYTHON" -c "$CODE"
"""


def run_with_gnome_keyring(home: Path, code: str) -> str:
    """Runs Python code in a private session with an unlocked keyring; its output. The daemon ends with it."""
    if shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None:
        if os.environ.get("MAILFLOW_REQUIRE_SERVERS") == "1":
            pytest.fail("MAILFLOW_REQUIRE_SERVERS=1, but gnome-keyring or dbus-run-session is missing")
        pytest.skip("gnome-keyring is missing (Debian packages gnome-keyring, dbus-daemon)")
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment |= {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_RUNTIME_DIR": str(home),
        "PYTHON": sys.executable,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "CODE": code,
    }
    home.chmod(0o700)
    ended = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", SESSION],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


REAL = """
from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.keyring_vault import KeyringVault

vault = KeyringVault()
long = SecretText("Zx9-canary-" + "ß✓ " * 2000)
vault.set("c1", "password", SecretText("first"))
vault.set("c1", "password", long)
assert KeyringVault().get("c1", "password") == long
assert KeyringVault().get("c2", "password") is None
print(vault.state().backend)
vault.delete("c1", "password")
vault.delete("c1", "password")
assert KeyringVault().get("c1", "password") is None
"""

LOCKED = """
import subprocess
from mailflow_gui.core.errors import VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.keyring_vault import KeyringVault

KeyringVault().set("c1", "password", SecretText("x"))
service, path, interface = "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service"
subprocess.run(
    ["dbus-send", "--session", "--print-reply", f"--dest={service}", path, f"{interface}.Lock",
     "array:objpath:/org/freedesktop/secrets/collection/login"],
    check=True, stdout=subprocess.DEVNULL)
try:
    KeyringVault(timeout=10).get("c1", "password")
except VaultLocked as error:
    print(error.cause)
"""


def test_a_real_gnome_keyring(tmp_path: Path) -> None:
    assert run_with_gnome_keyring(tmp_path, REAL).strip() == "keyring.backends.SecretService.Keyring"
    stored = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"Zx9-canary" not in stored


def test_a_real_gnome_keyring_that_is_locked(tmp_path: Path) -> None:
    assert run_with_gnome_keyring(tmp_path, LOCKED).strip() == "KEYRING_LOCKED"
