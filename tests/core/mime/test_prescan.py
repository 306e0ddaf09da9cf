"""The part tree found on the bytes, and the limits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.mime.prescan import Limits, OverLimit, Part, scan

NESTED = (
    b"Subject: x\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\npreamble\r\n"
    b"--out\r\nContent-Type: multipart/alternative; boundary=out-in\r\n\r\n"
    b"--out-in\r\n\r\none\r\n--out-in\r\nContent-Type: text/html\r\n\r\n<p>\r\n\r\n--out-in--\r\n"
    b"--out\r\nContent-Type: image/png\r\n\r\n--outer is no boundary\r\n--out--\r\nepilogue\r\n"
)


def _shape(data: bytes, part: Part) -> object:
    if part.children:
        return [part.media_type, *(_shape(data, child) for child in part.children)]
    return part.media_type, data[part.start : part.end]


@pytest.mark.parametrize("raw", [NESTED, NESTED.replace(b"\r\n", b"\n")])
def test_tree_with_a_boundary_that_begins_like_another(raw: bytes) -> None:
    structure = scan(raw, Limits())
    shape = [
        "multipart/mixed",
        ["multipart/alternative", ("text/plain", b"one"), ("text/html", b"<p>\n")],
        ("image/png", b"--outer is no boundary"),
    ]
    unified = repr(_shape(raw, structure.root)).replace("\\r\\n", "\\n")
    assert unified == repr(shape)
    assert (structure.parts, structure.depth) == (5, 3)


@pytest.mark.parametrize(
    ("raw", "names", "body"),
    [
        (b"A: 1\r\nB: 2\r\n\r\nbody", ["A", "B"], b"body"),
        (b"From x Mon\nA: 1\n\nbody", ["A"], b"body"),
        (b"A: 1\nno field here\nB: 2\n\nbody", ["A"], b"no field here\nB: 2\n\nbody"),
        (b" stray\nA: 1\n\nbody", ["A"], b"body"),
        (b"A: 1\n \n folded\n\nbody", ["A"], b"body"),
        (b"A: 1\rB: 2\r\rbody", ["A", "B"], b"body"),
        (b"A : 1\n\n", ["A"], b""),
        (b"A: 1", ["A"], b""),
        (b"\r\nbody", [], b"body"),
        (b"", [], b""),
    ],
)
def test_where_the_header_ends(raw: bytes, names: list[str], body: bytes) -> None:
    structure = scan(raw, Limits())
    assert [name for name, _ in structure.root.fields] == names
    assert structure.data[structure.root.start : structure.root.end] == body


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: multipart/mixed\n\nno boundary named",
        b"Content-Type: multipart/mixed; boundary=x\n\nno boundary line",
        b"Content-Type: rubbish\n\ntext",
    ],
)
def test_what_is_no_multipart_is_text(raw: bytes) -> None:
    assert scan(raw, Limits()).root.media_type == "text/plain"


def test_missing_last_boundary_and_digest_default() -> None:
    raw = b"Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: a\n\n--x\nA: b\n\nSubject: c\n"
    children = scan(raw, Limits()).root.children
    assert [child.media_type for child in children] == ["message/rfc822"] * 2


@pytest.mark.parametrize(
    ("limits", "raw"),
    [
        (Limits(header_bytes=20), b"A: " + b"x" * 30 + b"\n\n"),
        (Limits(fields=2), b"A: 1\nB: 2\nC: 3\n\n"),
        (Limits(field_bytes=5), b"A: 123456\n\n"),
        (Limits(parts=4), NESTED),
        (Limits(depth=2), NESTED),
    ],
)
def test_limits(limits: Limits, raw: bytes) -> None:
    with pytest.raises(OverLimit, match=r"\.$"):
        scan(raw, limits)


_LINES = st.sampled_from(
    [b"--a", b"--b--", b"--a--", b"", b"Content-Type: multipart/x; boundary=a", b"X: y", b"\r", b"z"]
)


@settings(deadline=None)
@given(st.lists(_LINES, max_size=25))
def test_parts_stay_inside_the_message(lines: list[bytes]) -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + b"\n".join(lines)
    try:
        root = scan(raw, Limits()).root
    except OverLimit:
        return
    waiting = [root]
    while waiting:
        part = waiting.pop()
        assert 0 <= part.start <= part.end <= len(raw)
        waiting += part.children
