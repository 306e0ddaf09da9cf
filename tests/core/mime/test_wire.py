"""The last check before bytes are queued."""

from __future__ import annotations

import pytest

from mailflow_gui.core.mime.wire import check_wire, has_long_line, header_names

GOOD = b"From: a@b.c\r\nSubject: x\r\n folded\r\n\r\nbody\r\n.\r\n"


def test_good_bytes_pass() -> None:
    check_wire(GOOD, ["From", "Subject"])


@pytest.mark.parametrize(
    ("wire", "why"),
    [
        (GOOD + b"a\nb\r\n", "bare"),
        (GOOD + b"a\rb\r\n", "bare"),
        (GOOD + b"\n.\r\n", "bare"),
        (GOOD + b"\r.\r\r\n", "bare"),
        (GOOD + b"a\x00\r\n", "NUL"),
        (GOOD + b"a", "end with"),
        (GOOD + b"x" * 999 + b"\r\n", "998"),
        (b"X: y\r\n" + GOOD, "instead of"),
        (GOOD.replace(b"\r\n\r\n", b"\r\nBcc: x\r\n\r\n"), "instead of"),
        (b"From: a@b.c\r\nno field\r\n\r\n", "no field"),
        (b"From: a@b.c\r\n  \r\nSubject: x\r\n\r\n", "spaces only"),
        (b"From: a@b.c\r\nSubject: x\r\n", "blank line"),
        (b"", "end with"),
    ],
)
def test_bad_bytes_are_refused(wire: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        check_wire(wire, ["From", "Subject"])


@pytest.mark.parametrize("before", [0, 1, 500, 998, 999, 1500])
def test_line_length_at_the_border(before: int) -> None:
    head = (b"y" * 70 + b"\r\n") * (before // 70)
    assert not has_long_line(head + b"x" * 998 + b"\r\n" + head)
    assert has_long_line(head + b"x" * 999 + b"\r\n" + head)


def test_header_names_without_a_header() -> None:
    assert header_names(b"\r\nbody\r\n") == []
