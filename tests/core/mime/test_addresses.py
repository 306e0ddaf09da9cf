"""Received address lists (tolerant) and recipients that someone gave (strict)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import Address
from mailflow_gui.core.mime.addresses import domain_of, is_ascii, needs_smtputf8, parse_addresses, split_recipients
from tests.core.mime.hostile import REFUSED


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("a@b.c", [("", "a@b.c")]),
        ("Joe Doe <a@b.c>", [("Joe Doe", "a@b.c")]),
        ('"Doe, Joe" <a@b.c>, d@e.f', [("Doe, Joe", "a@b.c"), ("", "d@e.f")]),
        ('"a \\"b\\" c" <a@b.c>', [('a "b" c', "a@b.c")]),
        ("a@b.c (Joe Doe)", [("Joe Doe", "a@b.c")]),
        ("(one) <a@b.c> (two)", [("one", "a@b.c")]),
        ("<a@b.c> (two)", [("two", "a@b.c")]),
        ("undisclosed-recipients:;", []),
        ("Friends: a@b.c, D <d@e.f>; x@y.z", [("", "a@b.c"), ("D", "d@e.f"), ("", "x@y.z")]),
        ("a@b.c; d@e.f", [("", "a@b.c"), ("", "d@e.f")]),
        ("=?utf-8?q?J=C3=B6?= <a@b.c>", [("Jö", "a@b.c")]),
        ('"=?utf-8?q?J=C3=B6?=" <a@b.c>', [("Jö", "a@b.c")]),
        ("=?utf-8?b?ZXZpbEB4LnksIA==?= <a@b.c>", [("evil@x.y,", "a@b.c")]),
        ("Joe Doe joe@x.y", [("Joe Doe", "joe@x.y")]),
        ("joe @ x . y", [("", "joe@x.y")]),
        ("joe@x.y <joe@x.y>", [("joe@x.y", "joe@x.y")]),
        ("<@one,@two:joe@x.y>", [("", "joe@x.y")]),
        ("A <a@b.c> B <d@e.f>", [("A", "a@b.c"), ("B", "d@e.f")]),
        ("root", [("", "root")]),
        ("MAILER-DAEMON <>", [("MAILER-DAEMON", "")]),
        ("<>", []),
        ("<x,boss@corp.com>", [("x,boss@corp.com", "")]),
        ('"Joe" <joe@x.y', [("Joe", "joe@x.y")]),
        ("a@[192.0.2.1]", [("", "a@[192.0.2.1]")]),
        ("a@[IPv6:2001:db8::1], b@c.d", [("", "a@[IPv6:2001:db8::1]"), ("", "b@c.d")]),
        ('"a b"@c.d', [("", '"a b"@c.d')]),
        ("Jörg <jörg@bücher.example>", [("Jörg", "jörg@bücher.example")]),
        (" , ,, ", []),
        ("", []),
    ],
)
def test_received_lists(text: str, addresses: list[tuple[str, str]]) -> None:
    assert parse_addresses(text) == tuple(Address(*pair) for pair in addresses)


def test_received_list_is_cut_at_the_limit() -> None:
    assert len(parse_addresses("a@b.c," * 5000, limit=1000)) == 1000


_PIECES = st.sampled_from(
    [
        '"',
        "\\",
        "<",
        ">",
        "(",
        ")",
        ",",
        ";",
        ":",
        "@",
        "a",
        "b.c",
        " ",
        "[",
        "]",
        "\n",
        "=?utf-8?b?ZXZpbEB4LnksIA==?=",
        "\x00",
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=30))
def test_shown_again_a_received_list_never_gains_a_recipient(pieces: list[str]) -> None:
    received = parse_addresses("".join(pieces))
    again, _ = split_recipients(", ".join(str(one) for one in received))
    assert {one.address for one in again} <= {one.address for one in received}


@pytest.mark.parametrize("piece", ['"', '\\"', "(", "(a", "<", "<a", ",", ":", "@", "a@[", "a ", ";", "=?", "a@b:"])
@pytest.mark.parametrize("start", ["", '"', "w x@y "])
def test_time_grows_with_size_only(piece: str, start: str) -> None:
    began = time.perf_counter()
    parse_addresses(start + piece * (64_000 // len(piece)))
    split_recipients(start + piece * (64_000 // len(piece)))
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("a@b.c", ["a@b.c"]),
        ("a@b.c, d@e.f", ["a@b.c", "d@e.f"]),
        ("a@b.c; d@e.f;", ["a@b.c", "d@e.f"]),
        (" a@b.c ,, ", ["a@b.c"]),
        ("Joe Doe <a@b.c>", ["Joe Doe <a@b.c>"]),
        ('"Doe, Joe; x" <a@b.c>, d@e.f', ['"Doe, Joe; x" <a@b.c>', "d@e.f"]),
        ('"<evil@x.y>," <a@b.c>', ['"<evil@x.y>," <a@b.c>']),
        ("<a@b.c>", ["a@b.c"]),
        ("Jörg O'Neil <jo@bücher.example>", ["Jörg O'Neil <jo@xn--bcher-kva.example>"]),
        ("jörg@example.org", ["jörg@example.org"]),
        ('"a,b"@example.org', ['<"a,b"@example.org>']),
        ("a@[192.0.2.1], b@[IPv6:2001:db8::1]", ["<a@[192.0.2.1]>", "<b@[IPv6:2001:db8::1]>"]),
        ("=?utf-8?b?ZXZpbEB4LnksIA==?= <a@b.c>", ['"=?utf-8?b?ZXZpbEB4LnksIA==?=" <a@b.c>']),
        ("", []),
        ("   ", []),
    ],
)
def test_recipients(text: str, addresses: list[str]) -> None:
    found, problems = split_recipients(text)
    assert problems == []
    assert [str(one) for one in found] == addresses


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_refused_recipients_say_why_and_where(text: str, why: str) -> None:
    found, problems = split_recipients(f"ok@example.org, {text}")
    assert [one.address for one in found] == ["ok@example.org"]
    assert len(problems) == 1
    assert problems[0].startswith("Recipient 2, ")
    assert why in problems[0]
    assert problems[0].isprintable()


def test_too_many_or_too_long() -> None:
    assert "1,001" in split_recipients("a@b.c," * 1001)[1][0]
    assert "100,000" in split_recipients("a" * 100_001)[1][0]


_RECIPIENT_TEXT = st.text(alphabet='ab.@<>",;:()[]\\ \r\n\x00ü=?', max_size=40)


@settings(deadline=None)
@given(_RECIPIENT_TEXT)
def test_whatever_is_accepted_is_safe_in_an_envelope(text: str) -> None:
    for one in split_recipients(text)[0]:
        local, _, domain = one.address.rpartition("@")
        assert local
        assert domain.isascii()
        assert not any(char < " " or char == "\x7f" for char in one.address)
        if not local.startswith('"'):
            assert not set(local) & set(' <>",;:()[]\\')


def test_small_questions() -> None:
    assert is_ascii("a@b.c")
    assert not is_ascii("ü")
    assert needs_smtputf8("jörg@example.org")
    assert domain_of("a@Bücher.Example") == "xn--bcher-kva.example"
    assert domain_of("joe") == ""
    assert domain_of("joe@") == ""
