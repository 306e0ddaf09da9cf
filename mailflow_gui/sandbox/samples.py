"""Practice mail: varied messages as a small business gets them. Pure; any thread.

All people, firms and addresses are invented; the domains are those reserved for examples (RFC 2606).
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from mailflow_gui.core.language import later, tr

RECIPIENT = "practice@sandbox.local"
_FIRST_DAY = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """A practice message: what it shows, and its octets (CRLF line ends, RFC 5322)."""

    name: str
    raw: bytes


@dataclass(frozen=True)
class _Envelope:
    sender: str
    subject: str
    hours: int
    recipient: str


def _message(envelope: _Envelope, text: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = envelope.sender
    message["To"] = envelope.recipient
    message["Subject"] = tr(envelope.subject)
    message["Date"] = format_datetime(_FIRST_DAY + timedelta(hours=envelope.hours))
    domain = envelope.sender.rpartition("@")[2].rstrip(">")
    message["Message-ID"] = f"<practice-{envelope.hours:03d}@{domain}>"
    message.set_content(tr(text))
    return message


def _question(to: str) -> EmailMessage:
    envelope = _Envelope("Ada Brandt <ada.brandt@example.org>", later("Question about product A-100"), 0, to)
    return _message(
        envelope,
        later(
            "Good morning,\n\ndoes your product A-100 also run on 110 volts, and how long is the warranty?\n"
            "We would need 25 pieces by the end of the month.\n\nKind regards\nAda Brandt\n"
        ),
    )


def _price_request(to: str) -> EmailMessage:
    envelope = _Envelope("Tom Okafor <tom@example.com>", later("Price for the starter kit?"), 3, to)
    message = _message(
        envelope, later("Hello,\n\nwhat does the starter kit cost for a school?\n\nThank you\nTom Okafor\n")
    )
    message["Cc"] = "purchasing@example.com, Head Office <office@example.com>"
    message["Reply-To"] = "Tom Okafor <t.okafor@example.com>"
    return message


def _invoice(to: str) -> EmailMessage:
    envelope = _Envelope("Billing <billing@example.net>", later("Invoice 2026-0417"), 6, to)
    message = _message(
        envelope, later("Dear customer,\n\nyour invoice 2026-0417 over 1,240.00 EUR is attached.\n\nNorthwind Paper\n")
    )
    pdf = _page("Invoice 2026-0417", "Total 1,240.00 EUR")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="Invoice 2026-0417.pdf")
    table = "position;pieces;price\r\n1;40;31.00\r\n"
    message.add_attachment(table, subtype="csv", filename="Positionen für März.csv")
    return message


def _newsletter(to: str) -> EmailMessage:
    envelope = _Envelope("Garden Weekly <news@example.com>", later("Spring offers: 20 % off seeds"), 9, to)
    message = _message(envelope, "")
    page = tr(
        "<html><body><h1>Spring is here</h1><p>Until Friday all seeds are <b>20&nbsp;%</b> cheaper.</p>"
        '<p><a href="https://www.example.com/shop">To the shop</a></p></body></html>\n'
    )
    message.set_content(page, subtype="html")
    message["List-Id"] = "Garden Weekly <weekly.news.example.com>"
    message["List-Unsubscribe"] = "<mailto:leave@example.com>"
    message["Precedence"] = "bulk"
    return message


def _alternative(to: str) -> EmailMessage:
    envelope = _Envelope("Mira Lindqvist <mira@example.org>", later("Meeting on Thursday"), 12, to)
    message = _message(envelope, later("Hello,\n\nshall we meet on Thursday at 10:00 in room 4?\n\nMira\n"))
    page = tr("<p>Hello,</p><p>shall we meet on <em>Thursday at 10:00</em> in room 4?</p><p>Mira</p>\n")
    message.add_alternative(page, subtype="html")
    return message


def _umlauts(to: str) -> EmailMessage:
    envelope = _Envelope("Jürgen Müßig <juergen@example.org>", "Rückfrage zu Größe und Gewährleistung", 15, to)
    message = _message(envelope, "")
    text = (
        "Guten Tag,\n\nwie groß ist das Gehäuse, und gilt die Gewährleistung auch in Österreich?\n\n"
        "Mit freundlichen Grüßen\nJürgen Müßig\n"
    )
    message.set_content(text, charset="iso-8859-1", cte="quoted-printable")
    return message


def _emoji(to: str) -> EmailMessage:
    envelope = _Envelope("Zoë Carré <zoe@example.net>", "🎉 Order received – thank you 🙏", 18, to)
    return _message(envelope, "Hi! 👋\n\nThe parcel came today, everything is perfect. ⭐⭐⭐⭐⭐\n\nZoë\n")


def _japanese(to: str) -> EmailMessage:
    envelope = _Envelope("佐藤 花子 <hanako@example.com>", "製品についてのお問い合わせ", 21, to)
    message = _message(envelope, "")
    message.set_content("製品 A-100 の在庫はありますか。\nよろしくお願いします。\n", charset="iso-2022-jp")
    return message


def _out_of_office(to: str) -> EmailMessage:
    envelope = _Envelope("Peter Vance <peter@example.com>", later("Automatic reply: Question"), 24, to)
    message = _message(envelope, later("I am out of the office until 16 March and will answer after my return.\n"))
    message["Auto-Submitted"] = "auto-replied"  # RFC 3834: must not be answered
    message["X-Auto-Response-Suppress"] = "All"
    return message


def _right_to_left(to: str) -> EmailMessage:
    envelope = _Envelope("דנה לוי <dana@example.org>", "שאלה על המוצר A-100", 27, to)
    message = _message(envelope, "")
    message.set_content("שלום,\n\nהאם המוצר A-100 זמין במלאי?\n\nתודה, דנה\n", cte="base64")
    return message


def _thread(to: str) -> EmailMessage:
    envelope = _Envelope(
        "Ada Brandt <ada.brandt@example.org>", later("Re: Re: Re: Question about product A-100"), 30, to
    )
    quoted = "".join(
        f"{'> ' * depth}{tr('On day {day} {who} wrote:', day=10 - depth, who='Ada' if depth % 2 else 'Sales')}\n"
        f"{'> ' * (depth + 1)}{tr('That is answer number {number}.', number=10 - depth)}\n"
        for depth in range(9)
    )
    message = _message(envelope, f"{tr('Then we order 25 pieces. Thank you for your patience.')}\n\n{quoted}")
    parents = [f"<practice-thread-{number}@example.org>" for number in range(1, 10)]
    message["In-Reply-To"] = parents[-1]
    message["References"] = " ".join(parents)
    return message


def _complaint(to: str) -> EmailMessage:
    envelope = _Envelope("R. Novak <r.novak@example.net>", later("URGENT: delivery 5521 is damaged"), 33, to)
    message = _message(
        envelope, later("Two of five boxes were wet. Photo attached.\n.\nThe line above is a single dot.\n\nR. Novak\n")
    )
    message["Importance"] = "high"
    message["X-Priority"] = "1 (Highest)"
    message.add_attachment(_picture(), maintype="image", subtype="png", filename="box.png")
    message.add_attachment(_picture(), maintype="image", subtype="png", filename="box.png")
    return message


_BUILDERS: tuple[Callable[[str], EmailMessage], ...] = (
    _question,
    _price_request,
    _invoice,
    _newsletter,
    _alternative,
    _umlauts,
    _emoji,
    _japanese,
    _out_of_office,
    _right_to_left,
    _thread,
    _complaint,
)


def samples(recipient: str = RECIPIENT) -> list[Sample]:
    """The practice messages, oldest first; the same octets each time, except for multipart boundaries."""
    return [Sample(build.__name__.strip("_"), build(recipient).as_bytes()) for build in _BUILDERS]


def _page(*lines: str) -> bytes:
    """A one-page PDF that viewers open."""
    text = "".join(f"72 {720 - 24 * row} Td ({line}) Tj -72 {24 * row - 720} Td " for row, line in enumerate(lines))
    stream = f"BT /F1 14 Tf {text}ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    page, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(page))
        page += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return page + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(page))


def _picture() -> bytes:
    """A grey PNG of 8 by 8 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + check

    header = (8).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress((b"\0" + b"\x99" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
