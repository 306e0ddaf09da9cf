"""Secrets in the operating system's keyring. The only module that imports `keyring`; never on the window's thread.

One worker thread makes all calls, one after the other: the daemons crash under parallel calls, and one that hangs
(a prompt nobody answers, a stopped daemon) must not hang the caller.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import SecretText

SERVICE = "Mailflow"
TIMEOUT = 30.0

#: Back ends that keep secrets encrypted under the person's login. Anything else is refused, above all plain files.
TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
_CHAIN = "keyring.backends.chainer"
_LOCKED = ("KeyringLocked", "InitError", "LockedException", "PromptDismissedException")
_PROBE = ("doctor", "probe")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeyringState:
    """What `mailflow doctor` and Settings show: the back end's name, and the error when it does not answer."""

    backend: str
    error: MailflowError | None = None


class KeyringVault:
    """Implements core.ports.Vault on the system keyring: service “Mailflow”, entry `<connection id>/<field>`.

    `find` gives the back end (default: what the keyring library finds). Secrets that were read or written stay in
    memory for the session; `forget` drops them. Raises VaultLocked (KEYRING_LOCKED) and VaultError (KEYRING_MISSING).
    """

    name = "keyring"

    def __init__(self, find: Callable[[], Any] | None = None, *, timeout: float = TIMEOUT) -> None:
        self._find = find or _system_backend
        self._timeout = timeout
        self._worker = _Worker("keyring")
        self._backend: Any = None
        self._cache: dict[tuple[str, str], SecretText] = {}
        self._lock = threading.Lock()

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret, or None when there is no entry."""
        with self._lock:
            known = self._cache.get((connection, field))
        if known is not None:
            return known
        entry = _entry(connection, field)
        text = self._call(lambda backend: backend.get_password(SERVICE, entry))
        if text is None:
            return None
        secret = SecretText(str(text))
        with self._lock:
            self._cache[connection, field] = secret
        return secret

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Stores a secret."""
        entry = _entry(connection, field)
        self._call(lambda backend: backend.set_password(SERVICE, entry, secret.reveal()), secret)
        with self._lock:
            self._cache[connection, field] = secret

    def delete(self, connection: str, field: str) -> None:
        """Removes an entry; no entry is no error."""
        entry = _entry(connection, field)
        with self._lock:
            self._cache.pop((connection, field), None)
        self._call(lambda backend: _delete(backend, entry))

    def forget(self) -> None:
        """Drops what is in memory, so that the next `get` asks the keyring."""
        with self._lock:
            self._cache.clear()

    def state(self) -> KeyringState:
        """Which back end is used and whether it answers. It may ask the person to unlock it; never raises."""
        try:
            self._call(lambda backend: backend.get_password(SERVICE, "/".join(_PROBE)))
        except MailflowError as error:
            return KeyringState(_title(self._backend), error)
        return KeyringState(_title(self._backend))

    def _call(self, work: Callable[[Any], T], secret: SecretText | None = None) -> T:
        """Runs one call on the worker and turns every failure into words. Details never hold the secret."""
        job = self._worker.submit(lambda: work(self._trusted()))
        try:
            return job.result(self._timeout)
        except TimeoutError as error:
            if not job.done():
                job.cancel()
                raise trouble("KEYRING_LOCKED", details=f"No answer within {self._timeout:g} seconds") from None
            raise _trouble(error, secret) from None
        except MailflowError:
            raise
        except Exception as error:
            # D-Bus libraries raise their own bare Exception types, so that no list of classes would be complete.
            raise _trouble(error, secret) from None

    def _trusted(self) -> Any:
        """The back end; runs on the worker, because finding it already talks to the daemon."""
        if self._backend is None:
            found = self._find()
            self._backend = _choose(found)
        return self._backend


def _system_backend() -> Any:
    import keyring  # takes a tenth of a second, and only this vault needs it

    return keyring.get_keyring()


def _choose(found: Any) -> Any:
    """The trusted back end: the one found, or the first trusted one of a chain (the others are never asked)."""
    chained = list(getattr(found, "backends", ())) if type(found).__module__ == _CHAIN else [found]
    for backend in chained:
        if type(backend).__module__ in TRUSTED:
            return backend
    names = ", ".join(_title(backend) for backend in chained) or "none"
    raise trouble("KEYRING_MISSING", details=f"Back ends found, none of them a system keyring: {names}")


def _title(backend: Any) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}" if backend is not None else ""


def _entry(connection: str, field: str) -> str:
    return f"{connection}/{field}"


def _delete(backend: Any, entry: str) -> None:
    """Deletes; a refusal counts only if the entry is still there (back ends refuse to delete what is not there)."""
    from keyring.errors import PasswordDeleteError

    try:
        backend.delete_password(SERVICE, entry)
    except PasswordDeleteError:
        if backend.get_password(SERVICE, entry) is not None:
            raise


def _trouble(error: BaseException, secret: SecretText | None) -> MailflowError:
    names = {one.__name__ for one in type(error).__mro__}
    cause = "KEYRING_LOCKED" if names.intersection(_LOCKED) else "KEYRING_MISSING"
    text = f"{type(error).__name__}: {error}"
    if secret:
        text = text.replace(secret.reveal(), "••••••")
    return trouble(cause, details=text)


class _Worker:
    """One daemon thread that does jobs in order; a daemon so that a hanging keyring can't keep the program alive."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._started = False

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Queues a job; one that is cancelled before its turn is never done."""
        job: Future[T] = Future()
        self._jobs.put((work, job))
        with self._lock:
            if not self._started:
                self._started = True
                threading.Thread(target=self._run, name=self._name, daemon=True).start()
        return job

    def _run(self) -> None:
        while True:
            work, job = self._jobs.get()
            if not job.set_running_or_notify_cancel():
                continue
            try:
                result = work()
            except BaseException as error:
                job.set_exception(error)
            else:
                job.set_result(result)
            del work, job
