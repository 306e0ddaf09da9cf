"""A password that is searched for: every form in which it could stand in bytes, and a look through files for them."""

from __future__ import annotations

import base64
import urllib.parse
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path


def new_canary(*, ascii_only: bool = False) -> str:
    """A password that stands nowhere by chance; it has to be quoted or escaped in most notations."""
    return f'Zx9-canary "{uuid.uuid4().hex}" {"" if ascii_only else "ü"}%\\'


def forms(secret: str, user: str = "") -> dict[str, bytes]:
    """Name → bytes of each form: raw, escaped, UTF-16, URL, hexadecimal, base64 at each offset, SASL PLAIN and LOGIN.

    The distinct middle of a form is enough for a hit: what is cut or quoted at its ends is found as well.
    """
    raw = secret.encode()
    core = max(secret.replace('"', " ").split(), key=len)
    found = {
        "raw": raw,
        "core": core.encode(),
        "UTF-16": core.encode("utf-16-le"),
        "UTF-16, big end first": core.encode("utf-16-be"),
        "URL": urllib.parse.quote(secret).encode(),
        "hexadecimal": core.encode().hex().encode(),
    }
    for offset in range(3):
        found[f"base64 at {offset}"] = _base64_inside(core.encode(), offset)
    for name, text in (("PLAIN", f"\0{user}\0{secret}"), ("PLAIN for oneself", f"{user}\0{user}\0{secret}")):
        found[f"SASL {name}"] = base64.b64encode(text.encode()).rstrip(b"=")
    found["SASL LOGIN"] = base64.b64encode(raw).rstrip(b"=")
    return found


def hits(octets: bytes, secret: str, user: str = "") -> list[str]:
    """The forms that stand in these bytes."""
    return [name for name, form in forms(secret, user).items() if form in octets]


def hits_below(folders: Iterable[Path], secret: str, user: str = "") -> Iterator[str]:
    """`path: form` for every hit in the files below these folders, and in their names."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            octets = str(path).encode() + (path.read_bytes() if path.is_file() and not path.is_symlink() else b"")
            yield from (f"{path}: {name}" for name in hits(octets, secret, user))


def _base64_inside(octets: bytes, offset: int) -> bytes:
    """What base64 makes of these bytes after `offset` others, without the letters that the neighbours decide."""
    coded = base64.b64encode(b"\0" * offset + octets).rstrip(b"=")
    return coded[-(-offset * 8 // 6) : -1]
