"""Which folder holds sent mail, and whether ours is in it: against Dovecot, and servers that say less."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailflow_gui.connectors.email_receive import ReceiveSettings, open_sent_folder
from mailflow_gui.core.connector import SentFolder
from mailflow_gui.core.errors import Cancelled, CredentialsError, UnreachableError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ports import StopRequest
from tests.connectors.receiving import FakeImap, account, plain_settings, settings_for
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.line_server import Ended

OURS, OTHER = "<mf.abcdefgh234567@example.org>", "<mf.zzzzzzzz234567@example.org>"


def filed(message_id: str) -> bytes:
    return f"Message-ID: {message_id}\r\nSubject: Sent\r\n\r\nText\r\n".encode()


def sent_folder(mailbox: Mailbox) -> SentFolder:
    folder = open_sent_folder(settings_for(mailbox))
    assert folder is not None
    return folder


@pytest.fixture(scope="module")
def dotted() -> Iterator[Dovecot]:
    """All folders below the inbox, and nothing said about what they are for."""
    require_dovecot()
    options = DovecotOptions(separator=".", prefix="INBOX.", hidden=("SPECIAL-USE", "LIST-EXTENDED"))
    with Dovecot(options=options) as server:
        yield server


def test_what_is_there_is_found_and_nothing_else(mailbox: Mailbox) -> None:
    mailbox.deliver(filed(OURS), folder="Sent")
    assert sent_folder(mailbox).holding((OURS, OTHER)) == {OURS}


def test_a_question_changes_nothing(mailbox: Mailbox) -> None:
    mailbox.deliver(filed(OURS), folder="Sent")
    sent_folder(mailbox).holding((OURS,))
    assert mailbox.flags(folder="Sent") == {1: frozenset()}


def test_the_folder_that_the_server_marks_wins_over_one_with_the_name(mailbox: Mailbox) -> None:
    """Dovecot marks its folder Sent; the mark decides, not the name of the other one."""
    mailbox.deliver(filed(OTHER), folder="Sent Items")
    mailbox.deliver(filed(OURS), folder="Sent")
    assert sent_folder(mailbox).holding((OURS, OTHER)) == {OURS}


def test_an_account_without_such_a_folder(mailbox: Mailbox) -> None:
    mailbox.deliver(filed(OURS), folder="Archive")
    assert sent_folder(mailbox).holding((OURS,)) is None


@pytest.mark.parametrize("name", ["Sent Items", "Gesendete Objekte", "Éléments envoyés"])
def test_a_usual_name_where_the_server_says_nothing(dotted: Dovecot, name: str) -> None:
    mailbox = account(dotted)
    mailbox.deliver(filed(OURS), folder=f"INBOX.{name}")
    assert sent_folder(mailbox).holding((OURS, OTHER)) == {OURS}


def test_a_mark_that_comes_only_when_asked_for() -> None:
    with FakeImap() as server:
        server.capabilities = "IMAP4rev1 SPECIAL-USE"
        server.answers["LIST (SPECIAL-USE)"] = lambda *_: ['* LIST (\\Sent) "/" "Out"']
        server.answers["LIST"] = lambda *_: ['* LIST () "/" "Out"']
        server.answers["EXAMINE OUT"] = lambda *_: ["* 1 EXISTS"]
        server.answers["UID SEARCH"] = lambda *_: ["* SEARCH 1"]
        assert on(server).holding((OURS,)) == {OURS}


def on(server: FakeImap) -> SentFolder:
    folder = open_sent_folder(plain_settings(server))
    assert folder is not None
    return folder


def test_pop3_has_no_sent_folder() -> None:
    settings, _ = ReceiveSettings.check({"protocol": "pop3", "host": "localhost", "port": 110})
    assert open_sent_folder(settings) is None


def test_a_wrong_password_is_told(mailbox: Mailbox) -> None:
    folder = open_sent_folder(settings_for(mailbox).replace(password=SecretText("wrong")))
    assert folder is not None
    with pytest.raises(CredentialsError):
        folder.holding((OURS,))


def test_a_line_that_breaks_is_told_as_such() -> None:
    def hang_up(*_: object) -> list[str]:
        raise Ended

    with FakeImap() as server:
        server.answers["LIST"] = hang_up
        with pytest.raises(UnreachableError):
            on(server).holding((OURS,))


def test_a_stop_ends_the_question(mailbox: Mailbox) -> None:
    stop = StopRequest()
    stop.set()
    folder = sent_folder(mailbox)
    folder.attend(stop)
    with pytest.raises(Cancelled):
        folder.holding((OURS,))
