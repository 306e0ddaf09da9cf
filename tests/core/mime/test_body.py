"""Which text is the body, and what becomes an attachment."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage

import pytest

from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.parse import Limits, read_message

TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nplain text\r\n"
HTML = b"Content-Type: text/html\r\n\r\n<html><body>Hi, <i>how are you?</i></body></html>\r\n"
PNG = b'Content-Type: image/png; name="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n'
BLANK = b"Content-Type: text/plain\r\n\r\n \r\n\r\n"


def multipart(kind: str, *parts: bytes, extra: str = "") -> bytes:
    """A multipart entity with a boundary of its own."""
    mark = f"b{len(b''.join(parts))}"
    head = f'Content-Type: multipart/{kind}; boundary="{mark}"{extra}\r\n\r\n'.encode()
    return head + b"".join(f"--{mark}\r\n".encode() + part for part in parts) + f"--{mark}--\r\n".encode()


def read(entity: bytes) -> Message:
    return read_message(b"From: a@b.c\r\nSubject: s\r\n" + entity)


@pytest.mark.parametrize(
    ("entity", "content", "html"),
    [
        (TEXT, "plain text", False),
        (HTML, "Hi, how are you?", True),
        (b"\r\n\r\n\r\n  no type \r\n\r\n", "no type", False),
        (multipart("mixed", HTML), "Hi, how are you?", True),
        (multipart("alternative", TEXT, HTML), "plain text", True),
        (multipart("alternative", HTML, TEXT), "plain text", True),
        (multipart("alternative", BLANK, HTML), "Hi, how are you?", True),
        (multipart("mixed", HTML, TEXT), "Hi, how are you?", True),
        (multipart("mixed", TEXT, HTML), "plain text", True),
        (multipart("mixed", BLANK, TEXT), "plain text", False),
        (multipart("mixed", multipart("alternative", TEXT, HTML), PNG), "plain text", True),
        (multipart("mixed", multipart("alternative", HTML), TEXT), "Hi, how are you?", True),
        (multipart("alternative", TEXT, multipart("related", HTML, PNG)), "plain text", True),
        (multipart("related", HTML, PNG), "Hi, how are you?", True),
        (multipart("signed", TEXT, b"Content-Type: application/pgp-signature\r\n\r\nsig\r\n"), "plain text", False),
        (b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR", False),
        (PNG, "", False),
    ],
)
def test_content(entity: bytes, content: str, html: bool) -> None:
    message = read(entity)
    assert (message.content, bool(message.html), message.warnings) == (content, html, ())


def test_attached_text_is_not_the_body() -> None:
    attached = b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\nlog\r\n"
    message = read(multipart("mixed", attached, TEXT))
    assert message.content == "plain text"
    assert [(one.name, one.content) for one in message.attachments] == [("log.txt", b"log")]


def test_named_text_is_the_body_only_when_there_is_no_other() -> None:
    named = b"Content-Type: text/plain; name=body.txt\r\n\r\nnamed\r\n"
    assert read(multipart("mixed", named, TEXT)).content == "plain text"
    message = read(multipart("mixed", named, PNG))
    assert message.content == "named"
    assert [one.name for one in message.attachments] == ["body.txt", "a.png"]


def test_attachments_with_one_name_are_both_kept() -> None:
    attachments = read(multipart("mixed", TEXT, PNG, PNG)).attachments
    assert [one.name for one in attachments] == ["a.png", "a.png"]
    assert attachments[0].content == b"\x89PNG"


def test_inline_image_keeps_its_content_id() -> None:
    image = b"Content-Type: image/gif\r\nContent-ID: <logo@x>\r\n\r\nGIF\r\n"
    (attachment,) = read(multipart("related", HTML, image)).attachments
    assert (attachment.inline, attachment.content_id, attachment.name) == (True, "logo@x", "attachment-1.gif")


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b"attachment; filename*=utf-8''%C3%9Cbersicht.pdf", "Übersicht.pdf"),
        (b'attachment; filename="=?utf-8?q?=C3=9Cbersicht=2Epdf?="', "Übersicht.pdf"),
        (b'attachment; filename="..\\..\\evil.pdf"', "evil.pdf"),
        (b"attachment", "attachment-1.pdf"),
    ],
)
def test_attachment_names(disposition: bytes, name: str) -> None:
    part = b"Content-Type: application/pdf\r\nContent-Disposition: " + disposition + b"\r\n\r\n%PDF\r\n"
    assert read(multipart("mixed", TEXT, part)).attachments[0].name == name


def test_nested_message_is_one_attachment_of_its_exact_bytes() -> None:
    inner = b"From: x@y.z\nsubject: =?utf-8?q?Inner_=2F_one?=\r\n" + multipart("mixed", TEXT, PNG).removesuffix(b"\r\n")
    message = read(multipart("mixed", TEXT, b"Content-Type: message/rfc822\r\n\r\n" + inner + b"\r\n"))
    (attachment,) = message.attachments
    assert (attachment.name, attachment.media_type) == ("Inner - one.eml", "message/rfc822")
    assert attachment.content == inner


def test_outlook_container_is_kept() -> None:
    tnef = b"Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==\r\n"
    (attachment,) = read(multipart("mixed", TEXT, tnef)).attachments
    assert (attachment.name, attachment.content) == ("winmail.dat", b'x\x9f>"')


def test_pgp_encrypted_message_shows_the_control_part_and_keeps_the_cipher_text() -> None:
    control = b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
    data = b"Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n"
    message = read(multipart("encrypted", control, data))
    assert message.content == "<pgp encrypted text>\nVersion: 1"
    assert [one.name for one in message.attachments] == ["encrypted.asc"]


def test_single_part_that_is_no_text_is_an_attachment() -> None:
    message = read(PNG)
    assert message.content == ""
    assert [(one.name, one.content) for one in message.attachments] == [("a.png", b"\x89PNG")]


@pytest.mark.parametrize(
    ("entity", "content"),
    [
        (b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + "Grüße".encode("cp1252"), "Grüße"),
        (b"Content-Type: text/plain\r\n\r\n" + "Grüße".encode(), "Grüße"),
        (b"\r\na\x00b\rc", "ab\nc"),
        (b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nR3LDvMOfZQ", "Grüße"),
        (b"Content-Type: text/plain; charset=latin1\nContent-Transfer-Encoding: quoted-printable\n\n=FC=\n.", "ü."),
    ],
)
def test_charsets_and_encodings(entity: bytes, content: str) -> None:
    assert read(entity).content == content


def test_unknown_charset_is_named() -> None:
    message = read(b"Content-Type: text/plain; charset=punycode\r\n\r\nHello")
    assert message.content == "Hello"
    assert message.warnings == ('The character set "punycode" is not known; guessed.',)


def test_a_long_text_is_cut_and_says_so() -> None:
    message = read_message(b"Subject: x\r\n\r\n" + b"y" * 100, Limits(body_chars=10))
    assert message.content == "y" * 10
    assert "cut" in message.warnings[0]


def test_same_as_the_standard_library_for_what_it_writes() -> None:
    source = EmailMessage(policy=email.policy.SMTP)
    source["Subject"] = "Grüße"
    source.set_content("Erste Zeile\n\nZweite – lange " + "Zeile " * 40 + "\n")
    source.add_alternative("<p>Erste <b>Zeile</b></p>", subtype="html")
    source.add_attachment(bytes(range(256)) * 20, maintype="application", subtype="zip", filename="Übung №1.zip")
    message = read_message(source.as_bytes())
    plain = source.get_body(("plain",))
    assert plain is not None
    assert message.content == plain.get_content().strip()
    assert message.html.strip() == "<p>Erste <b>Zeile</b></p>"
    assert [(one.name, one.content) for one in message.attachments] == [("Übung №1.zip", bytes(range(256)) * 20)]
