"""Identity of a message and of what we send for it: fingerprints, exchange ids, idempotency keys. Pure."""

from __future__ import annotations

import base64
import hashlib
import re

from mailflow_gui.core.ledger import Place


def fingerprint(raw: bytes) -> str:
    """SHA-256 of the raw bytes with line ends made CRLF: equal means the same delivery seen again."""
    return hashlib.sha256(_canonical(raw)).hexdigest()


def header_print(raw: bytes) -> str:
    """SHA-256 of the header block, so that a renumbered folder can be matched without its bodies."""
    usual_end = raw.find(b"\n\r\n")
    header = raw[: usual_end + 3] if usual_end >= 0 else raw  # an odder end lies before it, or in the whole
    return hashlib.sha256(_canonical(header).partition(b"\r\n\r\n")[0].rstrip(b"\r\n")).hexdigest()


def _canonical(raw: bytes) -> bytes:
    pairs = raw.count(b"\r\n")
    if raw.count(b"\n") == pairs == raw.count(b"\r"):
        return raw
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")


def exchange_id(install: str, place: Place, locator: str, print_: str, run: int) -> str:
    """The id of one message's trip: the same for the same message of the same integration and run."""
    return _digest(install, place.integration, place.account, place.folder, locator, print_, str(run))[:20]


def claimant(install: str, integration: str) -> str:
    """Who takes from a folder that computers share: an integration of a profile. Letters and digits."""
    return _digest(install, integration)[:12]


def seed(print_: str, run: int) -> str:
    """What an exchange's derived values hang on: the message's fingerprint and the run."""
    return f"{print_}.{run}"


def parcel_id(install: str, integration: str, seed: str, step: str) -> str:
    """The idempotency key of one send: UNIQUE in the ledger, so that nothing is queued twice."""
    return _digest(install, integration, seed, step)


def message_id(parcel: str, domain: str) -> str:
    """A deterministic Message-ID (RFC 5322 3.6.4): every retry carries the same one."""
    return f"<mf.{parcel[:32]}@{domain or 'mailflow.invalid'}>"


_OWN = re.compile(r"<?mf\.([a-z2-7]{32})@", re.ASCII)


def parcel_start(message_id: str) -> str:
    """How the parcel's id begins that a Message-ID names, "" when it is not of our making."""
    found = _OWN.match(message_id.strip())
    return found[1] if found else ""


def _digest(*parts: str) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return base64.b32encode(digest).decode().rstrip("=").lower()
