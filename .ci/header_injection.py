"""Whether a received message can smuggle header lines into a sent one, on the Python that runs this.

Says how this Python's own email library does, and fails when Mailflow's reading and writing let a line in.
"""

from __future__ import annotations

import email
import email.policy
import sys
from datetime import UTC, datetime
from email.message import EmailMessage

from mailflow_gui.core.message import Address
from mailflow_gui.core.mime.compose import Draft, compose
from mailflow_gui.core.mime.parse import read_message

#: A line break in an encoded word (RFC 2047), in quoted-printable and base64, and bare.
ATTACKS = (
    "=?utf-8?q?a=0D=0AX-Evil:_1?=",
    "=?utf-8?q?a=0AX-Evil:_1?=",
    "=?utf-8?q?a=0DX-Evil:_1=0D=0A=0D=0Abody?=",
    "=?utf-8?b?YQ0KWC1FdmlsOiAx?=",
    "=?utf-8?q?a=E2=80=A8X-Evil:_1=C2=85X-Evil:_2=00?=",
    "a\rX-Evil: 1",
)
#: The same as values that a data mapper or a template may produce.
BREAKS = ("a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\r\n\r\nX-Evil: 1", "a\x0bX-Evil: 1\x00\r\n X-Evil: 2")


def library_lets_lines_in() -> bool:
    """Whether the standard library writes the first attack as two header lines (fixed in later releases)."""
    message = EmailMessage(policy=email.policy.SMTP)
    try:
        message["Subject"] = ATTACKS[0]
        message.set_content("text")
        return "X-Evil" in email.message_from_bytes(message.as_bytes())
    except Exception:
        return False


def by_mail(attack: str) -> bytes:
    """What Mailflow sends after it received a message with the attack in its subject and in a name."""
    raw = f'From: "{attack}" <a@example.org>\r\nSubject: {attack}\r\nTo: b@example.org\r\n\r\ntext\r\n'.encode()
    received = read_message(raw)
    return written(received.subject, received.sender[0].name if received.sender else attack)


def written(subject: str, name: str) -> bytes:
    """What Mailflow sends when a step produced these values."""
    draft = Draft(
        sender=Address(name, "info@example.org"),
        to=(Address(name, "b@example.org"),),
        subject=subject,
        text="text",
        message_id="<1@example.org>",
        date=datetime(2026, 1, 1, tzinfo=UTC),
        extra_headers=(("X-Note", subject),),
    )
    return compose(draft, boundary_seed="seed")


def smuggled(sent: bytes) -> bool:
    """Whether a line of the attack became a header field, or stands at the start of any line."""
    lines = sent.replace(b"\r", b"\n").split(b"\n")
    return "X-Evil" in email.message_from_bytes(sent) or any(line.startswith(b"X-Evil") for line in lines)


def main() -> int:
    """Prints the findings; 1 when Mailflow let a line in."""
    verdict = "lets header lines in" if library_lets_lines_in() else "keeps header lines out"
    print(f"Python {sys.version.split()[0]}: its email library {verdict}")
    tried = [by_mail(one) for one in ATTACKS] + [written(one, one) for one in BREAKS]
    through = [sent for sent in tried if smuggled(sent)]
    print(f"Mailflow: {len(tried)} attacks, {len(through)} got through")
    for sent in through:
        print(sent)
    return 1 if through else 0


if __name__ == "__main__":
    sys.exit(main())
