"""Charset names as they really occur, and that no name and no bytes can raise or be slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.mime.charset import codec_of, decode_text


@pytest.mark.parametrize(
    ("label", "raw", "text"),
    [
        ("utf-8", "Grüße".encode(), "Grüße"),
        ('"UTF-8"', "Grüße".encode(), "Grüße"),
        ("utf-8", "Grüße".encode("cp1252"), "Grüße"),
        ("utf-8", "Grüße, ".encode() + b"\xff", "Grüße, \ufffd"),
        ("", "Grüße".encode(), "Grüße"),
        ("us-ascii", "Grüße".encode("cp1252"), "Grüße"),
        ("us-ascii us-ascii", b"x", "x"),
        ("iso-8859-1", "„Grüße“ €".encode("cp1252"), "„Grüße“ €"),
        ("ISO_8859-15", "Grüße €".encode("iso8859-15"), "Grüße €"),
        ("windows-1251", "Привет".encode("cp1251"), "Привет"),
        ("koi8-r", "Привет".encode("koi8-r"), "Привет"),
        ("x-mac-cyrillic", "Привет".encode("mac-cyrillic"), "Привет"),
        ("gb2312", "你好镕".encode("gb18030"), "你好镕"),
        ("x-gbk", "你好".encode("gbk"), "你好"),
        ("ks_c_5601-1987", "안녕".encode("cp949"), "안녕"),
        ("iso-2022-jp", "こんにちは".encode("iso-2022-jp"), "こんにちは"),
        ("Shift_JIS", "こんにちは①".encode("cp932"), "こんにちは①"),
        ("big5", "你好".encode("big5"), "你好"),
        ("utf-16", "Hé".encode("utf-16"), "Hé"),
        ("utf-16le", "Hé".encode("utf-16-le"), "Hé"),
        ("utf-16be", "Hé".encode("utf-16-be"), "Hé"),
        ("utf-7", "Hé".encode("utf-7"), "Hé"),
        ("x-unknown", "Hé".encode(), "Hé"),
        ("utf-8", b"\xef\xbb\xbfa\x00b", "ab"),
    ],
)
def test_known_names(label: str, raw: bytes, text: str) -> None:
    assert decode_text(raw, label) == (text, "")


@pytest.mark.parametrize(
    "label", ["punycode", "idna", "undefined", "hex_codec", "rot13", "unicode_escape", "x-made-up", "a\x00b", "x" * 999]
)
def test_other_names_are_guessed_with_a_warning(label: str) -> None:
    assert codec_of(label) is None
    text, warning = decode_text("Grüße".encode(), label)
    assert text == "Grüße"
    assert "not known" in warning


@settings(deadline=None)
@given(st.binary(max_size=60), st.text(max_size=20))
def test_any_bytes_and_name_give_clean_text(raw: bytes, label: str) -> None:
    text, _ = decode_text(raw, label)
    text.encode("utf-8")
    assert "\x00" not in text


@pytest.mark.parametrize("label", ["utf-8", "utf-7", "windows-874", "iso-8859-7", "iso-2022-jp", "gb18030", "hz"])
@pytest.mark.parametrize("raw", [b"\xff", b"+", b"\x1b$B", b"~{"])
def test_a_quarter_megabyte_of_rubbish_is_quick(label: str, raw: bytes) -> None:
    data = raw * (262_144 // len(raw))
    start = time.perf_counter()
    decode_text(data, label)
    assert time.perf_counter() - start < 2


def test_a_real_replacement_character_stays_one() -> None:
    assert decode_text("\ufffd".encode(), "utf-8")[0] == "\ufffd"
