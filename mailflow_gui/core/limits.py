"""What a person set for every connection: time limits, working offline, the proxy. Read by any thread, set by the
program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.proxy import Proxy


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for each step of connecting, and for each answer afterwards. `offline`: only this computer is reached.

    `proxy`: what stands between this computer and the servers; None: nothing.
    """

    connect: float = 20.0
    answer: float = 60.0
    offline: bool = False
    proxy: Proxy | None = None


AskPassword = Callable[[], SecretText | None]


def _nothing() -> None:
    return None


_now = Limits()
_ask: AskPassword = _nothing


def set_limits(limits: Limits) -> None:
    """From now on new connections follow these."""
    global _now
    _now = limits


def limits() -> Limits:
    """What holds now."""
    return _now


def set_proxy_password(ask: AskPassword | None) -> None:
    """`ask` gives the proxy's password when a connection needs it; it may take seconds and raise VaultError."""
    global _ask
    _ask = ask or _nothing


def proxy_password() -> SecretText | None:
    """The proxy's password, None when there is none. Raises VaultError. Never on the window's thread."""
    return _ask()


def proxy_for(host: str) -> Proxy | None:
    """The proxy through which this server is reached now; None: directly."""
    proxy = _now.proxy
    return proxy if proxy is not None and proxy.leads_to(host) else None
