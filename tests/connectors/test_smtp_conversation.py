"""Replies read off a socket pair: lines, enhanced codes, limits."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from mailflow_gui.connectors._smtp_conversation import MAX_REPLY, Conversation
from mailflow_gui.core.connector import Reply
from mailflow_gui.core.errors import UnreachableError


@pytest.fixture
def ends() -> Iterator[tuple[Conversation, socket.socket]]:
    """Our end of a conversation, and the server's socket."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Conversation(ours, "smtp.example.org", 465), theirs


@pytest.mark.parametrize(
    ("octets", "reply"),
    [
        (b"250 OK\r\n", Reply(250, "", "OK")),
        (b"250\r\n", Reply(250)),
        (b"250 \r\n", Reply(250)),
        (b"250 2.1.0 Sender OK\r\n", Reply(250, "2.1.0", "Sender OK")),
        (b"550-5.1.1 No such\r\n550 5.1.1 user\r\n", Reply(550, "5.1.1", "No such user")),
        (b"550 4.2.1 Odd class\r\n", Reply(550, "", "4.2.1 Odd class")),
        (b"550 5.1.1\r\n", Reply(550, "5.1.1")),
        (b"550 5.1.1.7 version\r\n", Reply(550, "", "5.1.1.7 version")),
        (b"250 bare line feed\n", Reply(250, "", "bare line feed")),
        ("550 5.0.0 Grüße\x1b[31m\u202eevil\r\n".encode(), Reply(550, "5.0.0", "Grüße [31m evil")),
        (b"550 \xff\xfe\r\n", Reply(550, "", "\ufffd\ufffd")),
    ],
)
def test_replies(ends: tuple[Conversation, socket.socket], octets: bytes, reply: Reply) -> None:
    ours, theirs = ends
    theirs.sendall(octets)
    assert ours.reply(2) == reply


@pytest.mark.parametrize(
    "octets",
    [
        b"hello\r\n",
        b"\r\n",
        b"25 OK\r\n",
        b"100 Odd\r\n",
        b"600 Odd\r\n",
        b"250x\r\n",
        b"250-a\r\n251 b\r\n",
        b"\0\0\n",
    ],
)
def test_what_is_no_reply(ends: tuple[Conversation, socket.socket], octets: bytes) -> None:
    ours, theirs = ends
    theirs.sendall(octets)
    with pytest.raises(UnreachableError) as failure:
        ours.reply(2)
    assert failure.value.cause == "UNEXPECTED"


@pytest.mark.parametrize("octets", [b"250-" + b"x" * 70 + b"\r\n", b"x" * 70])
def test_a_reply_without_end_is_given_up(ends: tuple[Conversation, socket.socket], octets: bytes) -> None:
    ours, theirs = ends
    theirs.sendall(octets * (2 * MAX_REPLY // len(octets)))
    with pytest.raises(UnreachableError) as failure:
        ours.reply(5)
    assert failure.value.cause == "UNEXPECTED"


def test_replies_are_read_one_by_one(ends: tuple[Conversation, socket.socket]) -> None:
    ours, theirs = ends
    theirs.sendall(b"250 one\r\n354 two\r\n5")
    assert [ours.reply(2).text, ours.reply(2).text] == ["one", "two"]
    assert ours.spoke_early()
    theirs.sendall(b"52 three\r\n")
    assert ours.reply(2) == Reply(552, "", "three")
    assert not ours.spoke_early()


def test_a_silent_server(ends: tuple[Conversation, socket.socket]) -> None:
    ours, _ = ends
    with pytest.raises(UnreachableError) as failure:
        ours.reply(0.05)
    assert failure.value.cause == "TIMED_OUT"
    assert "within 1 seconds" in failure.value.hint  # what has passed, in whole seconds


def test_a_closed_connection(ends: tuple[Conversation, socket.socket]) -> None:
    ours, theirs = ends
    theirs.close()
    assert ours.spoke_early()
    for speak in (lambda: ours.reply(2), lambda: ours.write(b"x" * 1_000_000, 2)):
        with pytest.raises(UnreachableError) as failure:
            speak()
        assert failure.value.cause == "CONNECTION_LOST"
