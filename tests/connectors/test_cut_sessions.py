"""A session that a stop request cut in the middle of an answer is dropped: what comes next has one of its own."""

from __future__ import annotations

import threading

import pytest

from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ports import StopRequest
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3

#: Read as an answer, this would do no harm that anybody notices.
LETTER = b"* OK said the letter\r\n" * 50


def cut_at(server: FakeImap | FakePop3, stage: str, answer: bytes) -> None:
    server.keep(LETTER, LETTER)
    settings = ReceiveSettings(
        protocol="imap" if isinstance(server, FakeImap) else "pop3",
        host=server.host,
        port=server.port,
        username=server.user,
        password=SecretText(server.password),
        secure_type="None",
    )
    source = open_source(settings, ReceiveAction(after_success="delete"))
    stop = StopRequest()
    source.attend(stop)
    locators = source.listing(0).locators
    server.script(stage, (answer, "hang"))
    threading.Thread(target=lambda: (server.reached(stage), stop.set())).start()
    with pytest.raises(Cancelled):
        list(source.fetch(locators))
    with pytest.raises(Cancelled):
        source.settle(locators)
    server.unscript()
    source.attend(StopRequest())
    assert [one.raw for one in source.fetch(locators)] == [LETTER, LETTER]
    assert server.connections == 2
    assert not {"DELE", "UID STORE"} & set(server.commands)
    source.close()


def test_imap(fake_imap: FakeImap) -> None:
    cut_at(fake_imap, "literal", b"half of it")


def test_pop3(fake_pop3: FakePop3) -> None:
    cut_at(fake_pop3, "RETR", b"+OK\r\nSubject: half of it")
