"""Two computers and the cable between them: Mailflow runs on the near one, the servers on the far one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Protocol, Self, TypeVar

from tests.network.namespaces import Namespace
from tests.servers.ports import wait_until

#: Addresses that documentation may use (RFC 5737): they lead nowhere else.
NEAR, FAR = "198.51.100.1", "198.51.100.2"
CABLE = "cable"
#: Where a server listens that is to be reached from both computers.
EVERY_ADDRESS = "0.0.0.0"


class Server(Protocol):
    """What can be started on a computer."""

    def start(self) -> object: ...

    def stop(self) -> None: ...


S = TypeVar("S", bound=Server)


class Lan:
    """A context manager. The cable is not there before `connect`; by default its far end is also the way out."""

    def __init__(self) -> None:
        with contextlib.ExitStack() as made:
            self.near = made.enter_context(Namespace())
            self.far = made.enter_context(Namespace())
            self._made = made.pop_all()

    def connect(self, *, way_out: bool = True) -> Self:
        """Puts the cable in and gives both ends their addresses."""
        other = str(self.far.pid)
        self.near.call("ip", "link", "add", CABLE, "type", "veth", "peer", "name", CABLE, "netns", other)
        for computer, address in ((self.far, FAR), (self.near, NEAR)):
            computer.call("ip", "address", "add", f"{address}/24", "dev", CABLE)
            computer.call("ip", "link", "set", CABLE, "up")
        if way_out:
            self.near.call("ip", "route", "add", "default", "via", FAR)
        wait_until(lambda: "state UP" in self.near.call("ip", "link", "show", CABLE), what="the cable")
        return self

    def unplug(self) -> None:
        """The near computer notices that the cable is out: address and routes are of no use."""
        self.near.call("ip", "link", "set", CABLE, "down")

    def plug(self) -> None:
        """The cable is in again. The way out has to be told anew."""
        self.near.call("ip", "link", "set", CABLE, "up")
        self.near.call("ip", "route", "add", "default", "via", FAR)

    def cut(self) -> None:
        """From now on each packet is lost, both ways, and nobody is told."""
        for chain, side in (("INPUT", "-i"), ("OUTPUT", "-o")):
            self.far.call("iptables", "-w", "-I", chain, side, CABLE, "-j", "DROP")

    def mend(self) -> None:
        """Packets arrive again."""
        for chain, side in (("INPUT", "-i"), ("OUTPUT", "-o")):
            self.far.call("iptables", "-w", "-D", chain, side, CABLE, "-j", "DROP")

    def filter(self, *rule: str) -> None:
        """A rule of iptables for what arrives at the far computer."""
        self.far.call("iptables", "-w", "-A", "INPUT", "-i", CABLE, *rule)

    @contextlib.contextmanager
    def serving(self, server: S) -> Iterator[S]:
        """A server on the far computer."""
        self.far.run(server.start)
        try:
            yield server
        finally:
            self.far.run(server.stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._made.close()
