"""The folder tree of a mailbox: real names, any delimiter, parents that hold nothing, counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailflow_gui.connectors._folders import COUNTED, list_folders
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.connector import Folder
from mailflow_gui.core.errors import UnreachableError
from tests.connectors.receiving import FakeImap, account, letter, plain_settings, settings_for
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot


@pytest.fixture(scope="module")
def dotted() -> Iterator[Dovecot]:
    """A server with dots between its folders, all of them below the inbox, and without LIST-STATUS."""
    require_dovecot()
    options = DovecotOptions(separator=".", prefix="INBOX.", hidden=("LIST-STATUS", "LIST-EXTENDED"))
    with Dovecot(options=options) as server:
        yield server


def test_real_names_and_counts(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2))
    mailbox.deliver(letter(3), flags=("\\Seen",))
    for name in ("Büro & Ablage", "Two words", "Only/child", 'q"uote\\x', "日本", "123"):
        mailbox.deliver(letter(4), folder=name)
    found = list_folders(settings_for(mailbox), SilentTrace())
    assert found[0] == Folder("INBOX", "/", messages=3, unseen=2)
    by_name = {folder.name: folder for folder in found}
    for name in ("Büro & Ablage", "Two words", "Only/child", 'q"uote\\x', "日本", "123"):
        assert by_name[name] == Folder(name, "/", messages=1, unseen=1)
    assert by_name["Only"] == Folder("Only", "/", selectable=False)
    assert len(found) == 8
    assert [folder.name for folder in found[1:3]] == ["123", "Büro & Ablage"]


def test_other_delimiters_and_single_counts(dotted: Dovecot) -> None:
    mailbox = account(dotted)
    mailbox.deliver(letter(1))
    mailbox.deliver(letter(2), folder="INBOX.Büro.Entwürfe & mehr")
    found = list_folders(settings_for(mailbox), SilentTrace())
    assert found == (
        Folder("INBOX", ".", messages=1, unseen=1),
        Folder("INBOX.Büro", ".", selectable=False),
        Folder("INBOX.Büro.Entwürfe & mehr", ".", messages=1, unseen=1),
    )


def test_pop3_has_the_inbox_only(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2))
    assert list_folders(settings_for(mailbox, "pop3"), SilentTrace()) == (Folder("INBOX", "", messages=2),)


def answer_with(*lines: str) -> FakeImap:
    server = FakeImap()
    server.answers["LIST"] = lambda *_: [f"* LIST {line}" for line in lines]
    return server


def listed(server: FakeImap) -> tuple[Folder, ...]:
    return list_folders(plain_settings(server), SilentTrace())


def test_broken_names_do_not_hide_the_others() -> None:
    with answer_with(
        '() "/" "A & B"', '() "/" "Gr\xfcn"', "() NIL Flat", '(\\NoInferiors) "/" inbox', '() "/" "&AOQ-"'
    ) as server:
        server.answers["STATUS"] = lambda *_: ["NO no rights"]
        found = listed(server)
    assert [folder.name for folder in found] == ["INBOX", "A & B", "Flat", "Gr�n", "ä"]
    assert found[2].delimiter == ""
    assert {folder.messages for folder in found} == {None}


def test_only_the_first_hundred_are_counted_one_by_one() -> None:
    with answer_with(*(f'() "/" F{number:03}' for number in range(250))) as server:
        server.answers["STATUS"] = lambda *_: [f"* {server.commands[-1].split(' (')[0]} (MESSAGES 5 UNSEEN 2)"]
        found = listed(server)
    assert len(found) == 250
    assert [folder.messages for folder in found] == [5] * COUNTED + [None] * 150


def test_a_server_that_hangs_up_is_unreachable() -> None:
    with answer_with() as server:
        server.answers["LIST"] = lambda wire, tag: wire.close() or None
        with pytest.raises(UnreachableError):
            listed(server)
