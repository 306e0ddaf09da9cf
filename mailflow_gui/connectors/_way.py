"""The way to a mail server: straight to its addresses, or through the proxy that the person set.

The one place where connections to mail servers are opened. Runs on the connecting thread.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator
from typing import Protocol

from mailflow_gui.connectors import _network
from mailflow_gui.connectors._failures import connect_failure, lookup_failure
from mailflow_gui.connectors._gate import Gate, Refusal, Talk
from mailflow_gui.connectors._http_connect import HttpConnect
from mailflow_gui.connectors._network import Address, Patience
from mailflow_gui.connectors._socks5 import Socks5
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._veil import Veil
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import Cancelled, MailflowError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.hosts import ascii_host, is_address, is_this_computer, stays_here
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.limits import proxy_for, proxy_password
from mailflow_gui.core.proxy import NAMES, SOCKS5, Proxy

_UNKNOWN_NAME = later("Its name is not known here.")
_REFUSES = later("It refuses connections on this port.")
_NO_ANSWER = later("It did not answer in time.")


class Leading(_network.Way, Protocol):
    """A way in its two steps, as Validate shows them. Each raises MailflowError."""

    def find(self, left: Patience) -> str:
        """Finds the server, or reaches the proxy that will; says what was found."""
        ...

    def connect(self, left: Patience) -> socket.socket:
        """A connected, non-blocking socket to the server."""
        ...

    def close(self) -> None:
        """Closes what `find` reached, unless `connect` has handed it over."""
        ...


def way_to(target: Target) -> Leading:
    """The way that holds now. Raises SettingsError when a proxy is set that can't be used: nothing goes past it."""
    proxy = proxy_for(target.host)
    if proxy is None:
        return _Direct(target)
    if not proxy.usable:
        raise target.trouble("PROXY_INCOMPLETE")
    return _Proxied(target, proxy)


class _Direct:
    """The addresses that the name lookup gives; the one that answered is used again."""

    proxied = False

    def __init__(self, target: Target) -> None:
        self._target = target
        self._addresses: list[Address] = []

    @property
    def stays_here(self) -> bool:
        return is_this_computer(self._addresses[0].ip)

    def find(self, left: Patience) -> str:
        target = self._target
        try:
            self._addresses = _network.resolve(target.host, target.port, left)
        except OSError as error:
            raise lookup_failure(target, error) from error
        first = self._addresses[0].ip
        return target.host if first == target.host else f"{target.host} → {first}"

    def connect(self, left: Patience) -> socket.socket:
        start = time.monotonic()
        try:
            return self.again(left)
        except OSError as error:
            raise connect_failure(self._target, error, time.monotonic() - start, self._addresses) from error

    def again(self, left: Patience) -> socket.socket:
        sock, address = _network.connect(self._addresses, left)
        self._addresses = [address]
        return sock

    def close(self) -> None:
        """Nothing was reached yet."""


class _Proxied:
    """A tunnel through the proxy. The server's name is looked up there and never here."""

    proxied = True
    stays_here = False

    def __init__(self, target: Target, proxy: Proxy) -> None:
        self._target, self._proxy = target, proxy
        self._talk: Talk | None = None
        self._password = SecretText()
        self._gate: Gate | None = None

    def find(self, left: Patience) -> str:
        if self._proxy.username and not self._password:
            self._password = self._ask_password(left)
        self._talk = (Socks5 if self._proxy.kind == SOCKS5 else HttpConnect)(self._proxy.username, self._password)
        start = time.monotonic()
        try:
            addresses = _network.resolve(ascii_host(self._proxy.host), self._proxy.port, left)
            sock, _ = _network.connect(addresses, left)
        except (OSError, ValueError) as error:
            raise self._unreached(error) from error
        self._gate = Gate(sock, left)
        with self._spoken(start):
            self._talk.sign_in(self._gate)
        told = {"kind": NAMES[self._proxy.kind], "place": self._proxy.place, "host": self._target.host}
        if is_address(self._target.host):
            return tr("{kind} proxy {place}", **told)
        return tr("{kind} proxy {place}, which looks up {host}", **told)

    def connect(self, left: Patience) -> socket.socket:
        gate, talk = self._gate, self._talk
        assert gate is not None and talk is not None
        self._gate, gate.left = None, left
        with self._spoken(time.monotonic(), gate):
            talk.ask(gate, self._target.host, self._target.port)
        return gate.sock

    def again(self, left: Patience) -> socket.socket:
        try:
            self.find(left)
            return self.connect(left)
        except Cancelled:
            raise
        except MailflowError as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        if self._gate is not None:
            self._gate.sock.close()
            self._gate = None

    def _ask_password(self, left: Patience) -> SecretText:
        """From the vault, which may be slow. Raises VaultError."""
        try:
            password = _network.aside(proxy_password, "proxy-password", left)
        except TimeoutError as error:
            raise trouble("KEYRING_LOCKED", details=str(error)) from error
        if not password:
            raise self._trouble("PROXY_PASSWORD_GONE")
        return password

    @contextlib.contextmanager
    def _spoken(self, start: float, gate: Gate | None = None) -> Iterator[None]:
        """Around talking with the proxy: what goes wrong leaves as a MailflowError, and the socket is closed."""
        talked = gate or self._gate
        assert talked is not None
        try:
            yield
        except BaseException as error:
            talked.sock.close()
            self._gate = None
            if isinstance(error, Refusal):
                raise self._trouble(error.cause, error.said, **error.facts) from error
            if isinstance(error, TimeoutError):
                seconds = str(max(1, round(time.monotonic() - start)))
                raise self._trouble("PROXY_SILENT", seconds=seconds) from error
            if isinstance(error, (OSError, EOFError)):
                raise self._trouble("PROXY_LOST", str(error)) from error
            raise

    def _unreached(self, error: Exception) -> MailflowError:
        if not stays_here(self._proxy.host) and not _network.is_online():
            return self._target.trouble("NO_NETWORK", str(error))
        why = _UNKNOWN_NAME if isinstance(error, (socket.gaierror, ValueError)) else ""
        why = _REFUSES if isinstance(error, ConnectionRefusedError) else why
        why = _NO_ANSWER if isinstance(error, TimeoutError) else why
        return self._trouble("PROXY_UNREACHABLE", str(error), why=tr(why) if why else "")

    def _trouble(self, cause: str, said: str = "", **facts: str) -> MailflowError:
        """`said` and the fact `why` may be the proxy's own words, which may repeat what it was told."""
        veil = Veil(self._proxy.username, self._password)
        clean = {key: self._target.harmless(veil.text(value)) for key, value in facts.items()}
        known = {"proxy": self._proxy.place, "kind": NAMES[self._proxy.kind], **clean}
        return self._target.trouble(cause, veil.text(said), **known)
