"""The frames between reader and child, and how the child ends."""

from __future__ import annotations

import io
import os
import struct
from pathlib import Path

import pytest

from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.reader_child import read_frame, serve, write_frame

RAW = b"Subject: x\r\n\r\nbody"


def _frame(header: dict[str, object], *parts: bytes) -> bytes:
    stream = io.BytesIO()
    write_frame(stream, header, parts)
    return stream.getvalue()


def test_frame_round_trip() -> None:
    stream = io.BytesIO(_frame({"a": "ü\ud800"}, b"", b"\x00\xff") + _frame({}))
    assert read_frame(stream, 1000) == ({"a": "ü\ud800"}, (b"", b"\x00\xff"))
    assert read_frame(stream, 1000) == ({}, ())
    with pytest.raises(EOFError):
        read_frame(stream, 1000)


@pytest.mark.parametrize("cut", [1, 3, 5, 20, -1])
def test_cut_frame_is_an_end(cut: int) -> None:
    with pytest.raises((EOFError, struct.error)):
        read_frame(io.BytesIO(_frame({"a": 1}, b"12345")[:cut]), 1000)


@pytest.mark.parametrize(
    "frame",
    [
        _frame({}, b"x" * 100),
        _frame({"a": "y" * 100}),
        struct.pack(">I", 19) + b'{"lengths": [-100]}',
        struct.pack(">I", 2**32 - 1),
        struct.pack(">I", 3) + b"abc",
    ],
)
def test_wrong_frame_is_refused(frame: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_frame(io.BytesIO(frame), 80)


def test_serve_answers_each_message_until_the_end() -> None:
    replies = io.BytesIO()
    with Path(os.devnull).open("wb") as watchdog:
        serve(io.BytesIO(_frame({"seconds": 5}, RAW) * 2), replies, watchdog)
    replies.seek(0)
    for _ in range(2):
        data, contents = read_frame(replies, 10_000)
        assert Message.from_parts(RAW, data, contents) == read_message(RAW)
