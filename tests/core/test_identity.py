"""Fingerprints: the same for the same delivery, however its lines end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow_gui.core.identity import fingerprint, header_print

PIECES = st.lists(st.sampled_from([b"a: b", b"\r\n", b"\n", b"\r", b" ", b"x", b""]), max_size=12).map(b"".join)


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_line_ends_make_no_difference(end: bytes) -> None:
    raw = b"Subject: x|To: y||Body|more|".replace(b"|", end)
    usual = b"Subject: x|To: y||Body|more|".replace(b"|", b"\r\n")
    assert fingerprint(raw) == fingerprint(usual)
    assert header_print(raw) == header_print(usual)


def test_the_header_print_is_that_of_the_header_alone() -> None:
    assert header_print(b"A: b\r\n\r\nBody") == header_print(b"A: b\r\n\r\nOther") == header_print(b"A: b\r\n\r\n")
    assert header_print(b"A: b\r\n\r\n") == header_print(b"A: b\r\n") == header_print(b"A: b")
    assert header_print(b"A: b\r\n\r\n") != header_print(b"A: c\r\n\r\n")
    assert fingerprint(b"A: b\r\n\r\nBody") != fingerprint(b"A: b\r\n\r\nOther")


@given(PIECES)
def test_the_header_ends_at_the_first_blank_line(raw: bytes) -> None:
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    header = lines.partition(b"\n\n")[0]
    assert header_print(raw) == header_print(header)
