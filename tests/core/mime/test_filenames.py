"""Attachment names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.mime.filenames import default_file_name, safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../../etc/passwd", "passwd"),
        ("C:\\Windows\\System32\\evil.exe", "evil.exe"),
        ("/", "fallback"),
        ("..", "fallback"),
        ("", "fallback"),
        ("  .  ", "fallback"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        ("x\u202egpj.exe", "xgpj.exe"),
        ("file.txt:stream", "file.txt_stream"),
        ("trailing. . ", "trailing"),
        ("Übersicht  2026.pdf", "Übersicht 2026.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("ü" * 300, "ü" * 60),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    assert safe_file_name(name, "fallback") == safe


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_name_is_one_short_path_part(name: str) -> None:
    safe = safe_file_name(name, "fallback")
    assert 0 < len(safe.encode("utf-8")) <= 120
    assert not set(safe) & set("/\\:\x00\n\r\u202e")
    assert safe.strip(". ")


def test_default_names() -> None:
    assert default_file_name("application/pdf", 2) == "attachment-2.pdf"
    assert default_file_name("application/ms-tnef", 1) == "winmail.dat"
    assert default_file_name("a/b", 1) == "attachment-1.bin"
