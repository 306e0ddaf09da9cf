"""Content-Transfer-Encoding undone (RFC 2045 6), tolerant of what really arrives. Pure, linear, no errors."""

from __future__ import annotations

import binascii

from mailflow_gui.core.mime.headers import decode_base64


def decode_body(body: bytes, encoding: str) -> bytes:
    """The bytes behind a transfer encoding; unknown encodings leave the body as it is."""
    match encoding.strip(" \t\"';").lower():
        case "base64":
            return decode_base64(body)
        case "quoted-printable":
            return binascii.a2b_qp(body)
        case "x-uuencode" | "uuencode" | "x-uue" | "uue":
            return _decode_uu(body)
        case _:
            return body


def _decode_uu(body: bytes) -> bytes:
    decoded: list[bytes] = []
    started = False
    for line in body.splitlines():
        if not started:
            started = line.startswith(b"begin ")
        elif line.strip() in (b"end", b"`", b""):
            if line.strip() == b"end":
                break
        else:
            decoded.append(_decode_uu_line(line))
    return b"".join(decoded) if started else body


def _decode_uu_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        usable = (((line[0] - 32) & 63) * 4 + 5) // 3  # some encoders pad lines with rubbish
        try:
            return binascii.a2b_uu(line[:usable])
        except binascii.Error:
            return b""
