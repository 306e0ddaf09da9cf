"""Many mixed messages: plain, HTML, multipart with an attachment, non-ASCII headers."""

from __future__ import annotations

import base64
import random

ATTACHMENT_BYTES = 50_000


def mixed(count: int) -> list[bytes]:
    """The same messages at every call; each subject ends with its number from 1 and is unique."""
    chance = random.Random(20261124)
    makers = (_plain, _html, _multipart, _foreign)
    return [makers[number % 4](number, chance) for number in range(1, count + 1)]


def subject_of(number: int) -> str:
    """The decoded subject of the message with this number."""
    return f"Größe und Preis {number}" if number % 4 == 3 else f"Product question {number}"


def _head(number: int, chance: random.Random, subject: str, kind: str) -> bytes:
    lines = [
        f"Received: from mx{chance.randrange(99)}.example.org by mail.example.net; Tue, 24 Nov 2026 14:30:00 +0100",
        f"Message-ID: <{number}.{chance.getrandbits(64):x}@example.org>",
        f"From: =?utf-8?q?J=C3=B6rg_Nr._{number}?= <joerg{number}@example.org>",
        "To: info@example.com",
        f"Subject: {subject}",
        "Date: Tue, 24 Nov 2026 14:30:00 +0100",
        "MIME-Version: 1.0",
        f"Content-Type: {kind}",
    ]
    return "".join(line + "\r\n" for line in lines).encode()


def _words(chance: random.Random, count: int) -> str:
    words = ("catalog", "price", "delivery", "colour", "order", "question", "answer", "thank", "you", "soon")
    lines = [" ".join(chance.choice(words) for _ in range(10)) for _ in range(count // 10)]
    return "\r\n".join(lines) + "\r\n"


def _plain(number: int, chance: random.Random) -> bytes:
    head = _head(number, chance, f"Product question {number}", "text/plain; charset=us-ascii")
    return head + b"\r\n" + _words(chance, 200).encode()


def _html(number: int, chance: random.Random) -> bytes:
    head = _head(number, chance, f"Product question {number}", "text/html; charset=utf-8")
    return head + f"\r\n<html><body><p>Größe?</p><p>{_words(chance, 300)}</p></body></html>\r\n".encode()


def _multipart(number: int, chance: random.Random) -> bytes:
    head = _head(number, chance, f"Product question {number}", 'multipart/mixed; boundary="b1"')
    encoded = base64.encodebytes(chance.randbytes(ATTACHMENT_BYTES)).replace(b"\n", b"\r\n")
    text = b"--b1\r\nContent-Type: text/plain\r\n\r\n" + _words(chance, 100).encode()
    file = b"--b1\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
    name = b'Content-Disposition: attachment; filename="offer.pdf"\r\n\r\n'
    return head + b"\r\n" + text + file + name + encoded + b"--b1--\r\n"


def _foreign(number: int, chance: random.Random) -> bytes:
    subject = f"=?utf-8?q?Gr=C3=B6=C3=9Fe_und_Preis_{number}?="
    head = _head(number, chance, subject, "text/plain; charset=utf-8")
    head += b"Content-Transfer-Encoding: 8bit\r\n"
    return head + b"\r\n" + ("Grüße\r\n" + _words(chance, 400)).encode()
