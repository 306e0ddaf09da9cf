"""The proxy between this computer and the mail servers: what a person set, and which servers it is for. Pure."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.hosts import ascii_host, is_address, is_host, stays_here
from mailflow_gui.core.language import tr

#: The kinds, as stored. UNREADABLE: the file says that there is one, but not how to use it.
NONE, SOCKS5, HTTP, UNREADABLE = "none", "socks5", "http", "unreadable"
#: What people call them.
NAMES = {SOCKS5: "SOCKS5", HTTP: "HTTP"}
#: Where its password lies in a vault. No connection has this id, and no connector a field of this name.
PASSWORD = ("network", "proxy-password")

#: Octets of a user name, and of a password, for SOCKS5 (RFC 1929, 2).
LONGEST = 255
_PARTS = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it is and for whom. `username` "": no sign-in. `exceptions`: servers that are reached without it."""

    kind: str
    host: str = ""
    port: int = 0
    username: str = ""
    exceptions: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether everything is known that connecting needs."""
        return self.kind in NAMES and bool(self.host) and 0 < self.port <= 65535

    @property
    def place(self) -> str:
        """Host and port as people write them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def leads_to(self, host: str) -> bool:
        """Whether this server is reached through the proxy. This computer never is."""
        return not stays_here(host) and not any(_covers(one, host) for one in self.exceptions)


def sign_in_problem(kind: str, username: str, password: SecretText) -> tuple[str, str] | None:
    """What the kind of proxy can't be told, as the field (an attribute of the preferences, or password) and words."""
    if password and not username:
        return "proxy_username", tr("Enter the user name that belongs to the password.")
    if kind == HTTP and ":" in username:
        return "proxy_username", tr("A user name for this kind of proxy has no colon.")
    if kind == SOCKS5 and len(username.encode()) > LONGEST:
        return "proxy_username", tr("For this kind of proxy it is too long.")
    if kind == SOCKS5 and len(password.reveal().encode()) > LONGEST:
        return "password", tr("For this kind of proxy it is too long.")
    return None


def described(proxy: Proxy) -> str:
    """For diagnostics, in English and without the user name: kind, place, whether there is a sign-in, exceptions."""
    if not proxy.usable:
        return "a proxy whose settings can't be used"
    sign_in = "with sign-in" if proxy.username else "without sign-in"
    count = len(proxy.exceptions)
    around = f", {count} exception{'s' * (count != 1)}" if count else ""
    return f"the {NAMES[proxy.kind]} proxy {proxy.place}, {sign_in}{around}"


def split_exceptions(text: str) -> tuple[str, ...]:
    """The entries of a list: host names, domains, addresses and networks (192.168.0.0/16), parted by commas."""
    return tuple(one for one in _PARTS.split(text) if one)


def is_exception(entry: str) -> bool:
    """Whether an entry can be understood."""
    name = _domain(entry)
    return is_host(name) or _network(entry) is not None


def _covers(entry: str, host: str) -> bool:
    """A name covers itself and all below it; an address or network covers hosts that are given as addresses."""
    if is_address(host):
        network = _network(entry)
        return network is not None and ipaddress.ip_address(host.partition("%")[0]) in network
    try:
        name, wanted = ascii_host(_domain(entry)), ascii_host(host)
    except ValueError:
        return False
    return bool(name) and (wanted == name or wanted.endswith("." + name))


def _domain(entry: str) -> str:
    return entry.removeprefix("*").removeprefix(".")


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return None
