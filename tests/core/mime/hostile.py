"""Messages made to hurt a reader: each broke or hung some mail program's parser. Built when asked for, by name.

And texts that pass for an address.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

_BASIC = b"From: Eve <eve@example.org>\r\nTo: bob@example.org\r\nSubject: hostile\r\nMessage-ID: <1@example.org>\r\n"


def _with(field: bytes, body: bytes = b"Body\r\n") -> bytes:
    return _BASIC + field + b"\r\n\r\n" + body


def _nested_multiparts(depth: int) -> bytes:
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level) for level in range(depth)
    )
    return _BASIC + opening + b"Content-Type: text/plain\r\n\r\ndeep\r\n"


def _nested_messages(depth: int) -> bytes:
    return _BASIC + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"Subject: inner\r\n\r\ndeep\r\n"


def _parts(count: int) -> bytes:
    return _with(b"Content-Type: multipart/mixed; boundary=x", b"--x\r\n\r\npart\r\n" * count + b"--x--\r\n")


def _html(source: bytes) -> bytes:
    return _with(b"Content-Type: text/html; charset=utf-8", source)


def _charset(name: bytes, body: bytes = b"abc \xe4\xf6\xfc \xff\x00 abc\r\n") -> bytes:
    return _with(b"Content-Type: text/plain; charset=" + name, body)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "to: 50,000 commas": lambda: _with(b"To: " + b"," * 50_000),
    "to: 100,001 quotes": lambda: _with(b"To: " + b'"' * 100_001),
    "to: 60,001 quotes": lambda: _with(b"To: " + b'"' * 60_001),
    "to: 30,000 escaped quotes": lambda: _with(b"To: " + b'\\"' * 30_000),
    "to: quote then escaped quotes": lambda: _with(b'To: "' + b'\\"' * 30_000),
    "to: a.a.a 100 KB": lambda: _with(b"To: " + b"a." * 50_000),
    "to: a.a.a 60 KB": lambda: _with(b"To: " + b"a." * 30_000),
    "to: 50,000 addresses": lambda: _with(b"To: " + b",\r\n ".join(b"user%d@example.org" % n for n in range(50_000))),
    "to: 3,000 addresses": lambda: _with(b"To: " + b",\r\n ".join(b"u%d@example.org" % n for n in range(3_000))),
    "to: 10,000 parentheses": lambda: _with(b"To: " + b"(" * 10_000),
    "to: 60,000 nested comments": lambda: _with(b"To: " + b"(" * 30_000 + b")" * 30_000),
    "to: 60,000 angles": lambda: _with(b"To: " + b"<" * 60_000),
    "to: 60,000 angles and an end": lambda: _with(b"To: " + b"<" * 60_000 + b">"),
    "to: 60,000 colons": lambda: _with(b"To: a b c d@e " + b":" * 60_000),
    "to: 60,000 semicolons": lambda: _with(b"To: " + b";" * 60_000),
    "to: 60,000 @": lambda: _with(b"To: " + b"@" * 60_000),
    "to: 20,000 words then colons": lambda: _with(b"To: " + b"w " * 20_000 + b"a@b" + b":" * 20_000),
    "to: literals": lambda: _with(b"To: " + b"a@[" * 20_000),
    "to: spaces": lambda: _with(b"To: a" + b" " * 60_000 + b"@b.c"),
    "to: words without end": lambda: _with(b"To: " + b"=?" * 30_000),
    "disposition: 100,000 semicolons": lambda: _with(b"Content-Disposition: attachment" + b";" * 100_000),
    "disposition: 60,000 semicolons": lambda: _with(b"Content-Disposition: attachment" + b";" * 60_000),
    "disposition: 60,000 quotes": lambda: _with(b'Content-Disposition: attachment; filename="' + b'\\"' * 30_000),
    "disposition: 5,000 sections": lambda: _with(
        b"Content-Disposition: attachment;" + b";".join(b"filename*%d*=a" % n for n in range(5_000))
    ),
    "disposition: spaces": lambda: _with(b"Content-Disposition: attachment; a" + b" " * 60_000),
    "type: boundary of 60,000": lambda: _with(b"Content-Type: multipart/mixed; boundary=" + b"b" * 60_000),
    "type: parameters without value": lambda: _with(b"Content-Type: text/plain" + b"; a" * 20_000),
    "subject: 200,000 words": lambda: _with(b"Subject: " + b"a " * 200_000),
    "subject: 210 KB": lambda: _BASIC.replace(b"hostile", b"x" * 210_000) + b"\r\nBody\r\n",
    "subject: 20,000 encoded words": lambda: _with(b"Subject: " + b"=?utf-8?q?a?= " * 20_000),
    "subject: 4,000 encoded words": lambda: _BASIC.replace(b"hostile", b"=?utf-8?q?a?= " * 4_000) + b"\r\nBody\r\n",
    "subject: unfinished words": lambda: _BASIC.replace(b"hostile", b"=?utf-8?q?" * 6_000) + b"\r\nBody\r\n",
    "subject: question marks": lambda: _BASIC.replace(b"hostile", b"=?a?b" + b"?" * 60_000) + b"\r\nBody\r\n",
    "subject: newline inside a word": lambda: (
        _BASIC.replace(b"hostile", b"=?utf-8?q?a=0D=0AX-Evil:_1?=") + b"\r\nB\r\n"
    ),
    "subject: bad base64": lambda: _BASIC.replace(b"hostile", b"=?utf-8?b?a?= =?utf-8?b?====?=") + b"\r\nBody\r\n",
    "subject: charset punycode": lambda: (
        _BASIC.replace(b"hostile", b"=?punycode?q?" + b"a" * 60_000 + b"-?=") + b"\r\nB"
    ),
    "subject: charset idna": lambda: _BASIC.replace(b"hostile", b"=?idna?q?xn--a..b?=") + b"\r\nBody\r\n",
    "header: 200,000 fields": lambda: _BASIC + b"X-A: 1\r\n" * 200_000 + b"\r\nBody\r\n",
    "header: 30,000 colons": lambda: _with(b"X-A" + b":" * 30_000),
    "header: 300 KB of folds": lambda: _with(b"X-A: 1" + b"\r\n a" * 75_000),
    "header: no end": lambda: _BASIC + b"X-A: " + b"a" * 1_000_000,
    "header: only spaces": lambda: b" " * 100_000,
    "header: NUL bytes": lambda: _with(b"X-A: a\x00b\x00c"),
    "header: bare CR": lambda: _with(b"X-A: a\rBcc: evil@example.org"),
    "50,000 parts": lambda: _parts(50_000),
    "900 parts": lambda: _parts(900),
    "1,000 nested multiparts": lambda: _nested_multiparts(1_000),
    "400 nested multiparts": lambda: _nested_multiparts(400),
    "45 nested multiparts": lambda: _nested_multiparts(45),
    "1,000 nested messages": lambda: _nested_messages(1_000),
    "400 nested messages": lambda: _nested_messages(400),
    "boundary on one line": lambda: _with(b"Content-Type: multipart/mixed; boundary=x", b"--x " * 250_000),
    "charset punycode, 1 MB": lambda: _charset(b"punycode", b"a" * 500_000 + b"-" + b"b" * 500_000),
    "charset idna": lambda: _charset(b"idna"),
    "charset undefined": lambda: _charset(b"undefined"),
    "charset with NUL": lambda: _charset(b"a\x00b"),
    "charset twice": lambda: _charset(b"us-ascii us-ascii"),
    "charset hex codec": lambda: _charset(b"hex_codec"),
    "charset of 60,000": lambda: _charset(b"x" * 60_000),
    "charset utf-7, 1 MB": lambda: _charset(b"utf-7", b"+\xff" * 500_000),
    "charset utf-16, odd": lambda: _charset(b"utf-16", b"\xff\xfe\x00\xd8\x00"),
    "date: huge year": lambda: _with(b"Date: Mon, 1 Jan 99999999999999 00:00:00 +0000"),
    "date: huge zone": lambda: _with(b"Date: Mon, 1 Jan 2024 00:00:00 +99999999999999999999"),
    "message-id: <": lambda: _BASIC.replace(b"<1@example.org>", b"<") + b"\r\nBody\r\n",
    "message-id: literal": lambda: _BASIC.replace(b"<1@example.org>", b"<[x]@y>") + b"\r\nBody\r\n",
    "references: 60,000 <": lambda: _with(b"References: " + b"<" * 60_000),
    "html: 250,000 <": lambda: _html(b"<" * 250_000),
    "html: 200,000 tags never closed": lambda: _html(b"<a " * 200_000),
    "html: unfinished comments": lambda: _html(b"<!--" * 200_000),
    "html: unfinished scripts": lambda: _html(b"<script>" * 100_000),
    "html: unfinished quotes": lambda: _html(b"<a b='>" * 100_000 + b'<a b=">' * 100_000),
    "html: unfinished cdata": lambda: _html(b"<![CDATA[" * 100_000),
    "html: 100,000 nested": lambda: _html(b"<div>" * 100_000),
    "html: long number": lambda: _html(
        b"&#" + b"9" * 200_000 + b";&#x" + b"f" * 200_000 + b";&#" + b"0" * 200_000 + b"65;"
    ),
    "html: ampersands": lambda: _html(b"&" * 500_000),
    "html: one long line": lambda: _html(b"<p>" + b"x" * 1_000_000),
    "base64: rubbish": lambda: _with(b"Content-Transfer-Encoding: base64", b"=" * 500_000 + b"A" * 500_001),
    "quoted-printable: equals": lambda: _with(b"Content-Transfer-Encoding: quoted-printable", b"=" * 1_000_000),
    "uuencode: rubbish": lambda: _with(b"Content-Transfer-Encoding: x-uuencode", b"begin 6 x\n" + b"M\xff\n" * 100_000),
    "filename: path": lambda: _with(b'Content-Disposition: attachment; filename="../../../etc/passwd"'),
    "filename: controls": lambda: _with(
        b"Content-Type: image/png\r\nContent-Disposition: attachment; filename*=utf-8''%00%E2%80%AEgpj.exe%0A"
    ),
    "one line of 2 MB": lambda: _with(b"X-B: 1", b"x" * 2_000_000),
    "nothing": lambda: b"",
    "only a boundary": lambda: b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
    "all bytes": lambda: bytes(range(256)) * 4,
    "base64 of itself": lambda: _with(b"Content-Transfer-Encoding: base64", base64.b64encode(_parts(50))),
}

#: Texts that are no recipient (specification of reliability, 5.3), and what is said about each.
REFUSED = [
    ("@x", "nothing before"),
    ("x@", "nothing after"),
    ("joe", "no @ sign"),
    ("Joe Doe", "no @ sign"),
    ('"Joe"', "no @ sign"),
    ("a@b.c d@e.f", "comma between"),
    ("<a@b.c> <d@e.f>", "comma between"),
    ("a b@c.d", "a space"),
    ("a@b@c.d", "more than one @"),
    ("alice@example.org)bob@evil.com", "more than one @"),
    ("a@b SIZE=1", "not allowed after"),
    ("a@b.c>", "bracket or quotation mark"),
    ("<a@b.c", "bracket or quotation mark"),
    ('"Joe <a@b.c>', "name that needs"),
    ("Friends: a@b.c", "Groups"),
    ("Friends: a@b.c;", "Groups"),
    ("a@b.c (Joe)", "parentheses"),
    ("(Joe) a@b.c", "parentheses"),
    ("Joe (x) <a@b.c>", "parentheses"),
    ("Joe <a@b.c> x", "after the closing"),
    ("evil@x.y <a@b.c>", "quotation marks"),
    ("a@b.c\r\nBcc: evil@x.y", "line break"),
    ("a@b.c\n", "line break"),
    ("a@b.c\r", "line break"),
    ("a@b.c\t", "line break"),
    ("Joe\x00 <a@b.c>", "control"),
    ("Joe\x85 <a@b.c>", "control"),
    ("Joe\u2028 <a@b.c>", "control"),
    ("Joe <a\x0b@b.c>", "control"),
    ("a@b\x7f.c", "control"),
    ("a@b\u200b.c", "invisible"),
    ("a..b@c.d", "dot"),
    ("a@b..c", "dot"),
    ("a@b.c.", "dot"),
    ("a@-b.c", "not allowed after"),
    ("a@1.2.3.4", "brackets"),
    ("a@[300.1.1.1]", "IP address"),
    ("<>", "no @ sign"),
    ("Joe <>", "no @ sign"),
    ("x" * 300 + "@b.c", "64"),
    ("a@" + "b" * 300, "255"),
    ("a\\@b.c", "not allowed before"),
    ("=?utf-8?q?a=40b.c?=", "no @ sign"),
]
