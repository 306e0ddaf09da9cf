"""A tiny name server (RFC 1035, UDP): it knows some names, denies all others, or keeps silent."""

from __future__ import annotations

import ipaddress
import socket
import struct
import threading
from collections.abc import Mapping

_HEADER = struct.Struct(">HHHHHH")
_ADDRESS, _INTERNET = 1, 1
_ANSWER, _RECURSION, _NO_SUCH_NAME, _SERVER_FAILURE = 0x8400, 0x0180, 3, 2


class NameServer:
    """`names` are name → IPv4 address. `asked` are the names that came, `silent` and `failing` can be set meanwhile."""

    def __init__(self, address: str, names: Mapping[str, str]) -> None:
        self.address = address
        self.names = dict(names)
        self.asked: list[str] = []
        self.silent = self.failing = False
        self._socket: socket.socket
        self._thread: threading.Thread

    def start(self) -> None:
        """Answer from now on."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((self.address, 53))
        self._thread = threading.Thread(target=self._serve, name="name-server", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """No more; called where it was started."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", (self.address, 53))
        self._thread.join(10)
        self._socket.close()

    def _serve(self) -> None:
        while True:
            question, asker = self._socket.recvfrom(1024)
            if not question:
                return
            name, end = _read_name(question)
            self.asked.append(name)
            if not self.silent:
                self._socket.sendto(self._answer(question, name, end), asker)

    def _answer(self, question: bytes, name: str, end: int) -> bytes:
        kind = struct.unpack_from(">H", question, end)[0]
        known = self.names.get(name)
        code = _SERVER_FAILURE if self.failing else 0 if known else _NO_SUCH_NAME
        record = b""
        if known and kind == _ADDRESS and not self.failing:
            packed = ipaddress.IPv4Address(known).packed
            record = b"\xc0\x0c" + struct.pack(">HHIH", _ADDRESS, _INTERNET, 5, len(packed)) + packed
        identity = struct.unpack_from(">H", question)[0]
        head = _HEADER.pack(identity, _ANSWER | _RECURSION | code, 1, int(bool(record)), 0, 0)
        return head + question[_HEADER.size : end + 4] + record


def _read_name(question: bytes) -> tuple[str, int]:
    """The name asked for, and where its type begins."""
    place, labels = _HEADER.size, []
    while length := question[place]:
        labels.append(question[place + 1 : place + 1 + length].decode("ascii", "replace"))
        place += 1 + length
    return ".".join(labels).lower(), place + 1
