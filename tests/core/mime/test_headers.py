"""Header values: folds, encoded words, parameters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.mime.headers import decode_header, decode_words, parse_parameters, unfold


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b" plain ", "plain"),
        (b"folded\n\tvalue", "folded value"),
        (b"=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?UTF-8?B?R3LDvMOfZQ==?= x", "Grüße x"),
        (b"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        (b"=?utf-8?q?a?=\n =?iso-8859-1?q?=FC?=", "aü"),
        (b"=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"),
        (b"=?utf-8?b?w?= =?utf-8?b?w7w=?=", "ü"),
        (b"=?utf-8?q?=C3?= =?utf-8?q?=BC?=", "ü"),
        (b"=?us-ascii*en?q?lang?=", "lang"),
        (b"=?x-gbk?b?xOO6ww==?=", "你好"),
        (b"=?utf-8?q?under_score?=", "under score"),
        (b"=?utf-8?q?a=0D=0AX-Evil:_1?=", "a X-Evil: 1"),
        (b"=?utf-8?q?a=00b?=", "ab"),
        (b"=?utf-8?q?unfinished", "=?utf-8?q?unfinished"),
        (b"=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        (b'"=?utf-8?q?=C3=BC?="', '"ü"'),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("cp1252"), "Grüße"),
        (b"a\x00\x07b\xe2\x80\xa8c", "ab c"),
    ],
)
def test_decoded_header(raw: bytes, text: str) -> None:
    assert decode_header(raw) == text


def test_header_is_cut_to_the_limit() -> None:
    assert decode_header(b"x" * 5000, 2048) == "x" * 2048


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_one_clean_line(raw: bytes) -> None:
    text = decode_header(raw)
    text.encode("utf-8")
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u2028\u2029" for char in text)
    assert "\n" not in unfold(raw)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["=?", "?=", "utf-8", "?q?", "?b?", " ", "=C3", "a", "?", "*en"]), max_size=30))
def test_broken_words_never_raise(pieces: list[str]) -> None:
    decode_words("".join(pieces))


@pytest.mark.parametrize(
    ("value", "main", "parameters"),
    [
        ("text/plain", "text/plain", {}),
        ("TEXT/Plain; Charset=utf-8", "text/plain", {"charset": "utf-8"}),
        ('text/plain; charset="utf-8"; format=flowed', "text/plain", {"charset": "utf-8", "format": "flowed"}),
        ('x/y; boundary="a;b=c\\"d"', "x/y", {"boundary": 'a;b=c"d'}),
        ("x/y; name=a b.txt", "x/y", {"name": "a b.txt"}),
        ("x/y; name=one; name=two", "x/y", {"name": "one"}),
        ("a; filename*=utf-8''%C3%BC.txt", "a", {"filename": "ü.txt"}),
        ("a; filename=u.txt; filename*=utf-8''%C3%BC.txt", "a", {"filename": "ü.txt"}),
        ("a; filename*1*=%BC.txt; filename*0*=utf-8'de'%C3", "a", {"filename": "ü.txt"}),
        ('a; filename*0="long "; filename*1="name"', "a", {"filename": "long name"}),
        ("a; filename*=iso-8859-1''%FC", "a", {"filename": "ü"}),
        ("a; filename*=''%41%00%0A", "a", {"filename": "A"}),
        ('a; name="unfinished', "a", {"name": "unfinished"}),
        ("a;;; =b; c", "a", {}),
    ],
)
def test_parameters(value: str, main: str, parameters: dict[str, str]) -> None:
    assert parse_parameters(value) == (main, parameters)


@settings(deadline=None)
@given(st.text(alphabet="a*01=;'\"%\\ C3", max_size=60))
def test_any_parameters_never_raise(value: str) -> None:
    parse_parameters(value)
