"""The time limits that a person sets are those of real conversations; working offline reaches nobody else."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from mailflow_gui.connectors import _network
from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.core.errors import UnreachableError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import Limits, limits, set_limits
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3

SHORT = 0.4


@pytest.fixture(autouse=True)
def usual_limits() -> Iterator[None]:
    yield
    set_limits(Limits())


def settings(server: FakeImap | FakePop3, host: str = "") -> ReceiveSettings:
    return ReceiveSettings(
        protocol="imap" if isinstance(server, FakeImap) else "pop3",
        host=host or server.host,
        port=server.port,
        username=server.user,
        password=SecretText(server.password),
        secure_type="None",
        allow_unencrypted=True,
    )


def waited(server: FakeImap | FakePop3) -> tuple[str, float]:
    """The cause with which looking into the mailbox ends, and after how many seconds."""
    source = open_source(settings(server), ReceiveAction())
    start = time.monotonic()
    try:
        with pytest.raises(UnreachableError) as raised:
            source.listing(0)
    finally:
        source.close()
    return raised.value.cause, time.monotonic() - start


def test_without_a_choice_the_usual_limits_hold() -> None:
    assert limits() == Limits(connect=20, answer=60, offline=False)


@pytest.mark.parametrize("kind", ["imap", "pop3"])
def test_connecting_ends_at_its_limit(kind: str, fake_imap: FakeImap, fake_pop3: FakePop3) -> None:
    server = fake_imap if kind == "imap" else fake_pop3
    server.script("LOGIN" if kind == "imap" else "PASS", "hang")
    set_limits(Limits(connect=SHORT, answer=30))
    cause, seconds = waited(server)
    assert cause == "TIMED_OUT"
    assert SHORT * 0.8 < seconds < 5


@pytest.mark.parametrize("kind", ["imap", "pop3"])
def test_an_answer_ends_at_its_limit(kind: str, fake_imap: FakeImap, fake_pop3: FakePop3) -> None:
    server = fake_imap if kind == "imap" else fake_pop3
    server.script("SELECT" if kind == "imap" else "UIDL", "hang")
    set_limits(Limits(connect=30, answer=SHORT))
    cause, seconds = waited(server)
    assert cause in ("TIMED_OUT", "CONNECTION_LOST")
    assert SHORT * 0.8 < seconds < 5


def test_offline_asks_not_even_for_the_name(fake_imap: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(_network, "resolve", lambda *given: asked.append(given) or [])
    monkeypatch.setattr(_network, "connect", lambda *given: asked.append(given))
    set_limits(Limits(offline=True))
    source = open_source(settings(fake_imap, "mail.example.org"), ReceiveAction())
    with pytest.raises(UnreachableError, match="You work offline"):
        source.listing(0)
    assert (asked, fake_imap.connections) == ([], 0)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_the_practice_server_is_there_offline_as_well(host: str, fake_imap: FakeImap) -> None:
    set_limits(Limits(offline=True))
    source = open_source(settings(fake_imap, host), ReceiveAction())
    assert source.listing(0).locators == ()
    source.close()
