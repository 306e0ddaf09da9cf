"""What the IMAP source does after success: marks, copies, moves, deletions; with a rich and a plain server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailflow_gui.core.errors import SettingsError, UnreachableError
from tests.connectors.receiving import FakeImap, account, letter, source_for, source_on, uids
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot


@pytest.fixture(scope="module")
def plain_server() -> Iterator[Dovecot]:
    """A server without MOVE, UIDPLUS, ESEARCH and LIST-STATUS whose folders lie below the inbox."""
    require_dovecot()
    options = DovecotOptions(
        separator=".", prefix="INBOX.", hidden=("MOVE", "UIDPLUS", "ESEARCH", "LIST-STATUS", "UNSELECT")
    )
    with Dovecot(options=options) as server:
        yield server


@pytest.fixture
def plain(plain_server: Dovecot) -> Mailbox:
    return account(plain_server)


def settled(mailbox: Mailbox, after_success: str, count: int = 2) -> None:
    """Take all that is there, settle the first `count`, and settle them once more."""
    source = source_for(mailbox, after_success=after_success)
    listing = source.listing(0)
    source.settle(listing.locators[:count])
    source.settle(listing.locators[:count])
    source.close()


@pytest.fixture(params=["rich", "plain"])
def either(request: pytest.FixtureRequest, mailbox: Mailbox) -> Mailbox:
    """An account with two messages to take, one to leave, and one that another program has flagged as deleted."""
    box: Mailbox = mailbox if request.param == "rich" else request.getfixturevalue("plain")
    box.deliver(letter(1), letter(2), letter(3))
    box.deliver(letter(9), flags=("\\Deleted",))
    return box


def test_mark_seen(either: Mailbox) -> None:
    settled(either, "mark-seen")
    seen, deleted = frozenset({"\\Seen"}), frozenset({"\\Deleted"})
    assert either.flags() == {1: seen, 2: seen, 3: frozenset(), 4: deleted}


def test_keep(either: Mailbox) -> None:
    settled(either, "keep")
    assert either.flags()[1] == either.flags()[2] == frozenset()


def test_copy(either: Mailbox) -> None:
    target = "INBOX.Dönе" if either.server.options.prefix else "Dönе"
    settled(either, "copy:Dönе")
    assert either.messages(target) == [letter(1), letter(2)]
    assert set(either.flags(target).values()) == {frozenset({"\\Seen"})}
    assert either.messages() == [letter(1), letter(2), letter(3), letter(9)]


def test_move_with_the_servers_help(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3))
    mailbox.deliver(letter(9), flags=("\\Deleted",))
    settled(mailbox, "move:Done & Büro/2026")
    assert mailbox.messages("Done & Büro/2026") == [letter(1), letter(2)]
    assert set(mailbox.flags("Done & Büro/2026").values()) == {frozenset({"\\Seen"})}
    assert mailbox.messages() == [letter(3), letter(9)]


def test_move_without_uidplus_leaves_the_originals_flagged(plain: Mailbox) -> None:
    plain.deliver(letter(1), letter(2), letter(3))
    plain.deliver(letter(9), flags=("\\Deleted",))
    settled(plain, "move:Done")
    assert plain.messages("INBOX.Done") == [letter(1), letter(2)]
    gone = frozenset({"\\Seen", "\\Deleted"})
    assert plain.flags() == {1: gone, 2: gone, 3: frozenset(), 4: frozenset({"\\Deleted"})}


def test_delete(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3))
    mailbox.deliver(letter(9), flags=("\\Deleted",))
    settled(mailbox, "delete")
    assert mailbox.messages() == [letter(3), letter(9)]


def test_delete_without_uidplus_leaves_the_flag(plain: Mailbox) -> None:
    plain.deliver(letter(1), letter(2), letter(3))
    plain.deliver(letter(9), flags=("\\Deleted",))
    settled(plain, "delete")
    assert plain.messages() == [letter(1), letter(2), letter(3), letter(9)]
    source = source_for(plain)
    assert uids(source.listing(0)) == [3]
    source.close()


def test_a_copy_that_was_made_before_the_line_broke_is_not_made_again(plain: Mailbox) -> None:
    nameless = b"Subject: no name\r\n\r\nbody\r\n"
    same_name = letter(1).replace(b"Hello", b"Other")
    plain.deliver(letter(1), nameless, letter(3))
    plain.deliver(same_name, folder="INBOX.Done")
    with plain.server.client(plain.user) as client:
        client.select_folder("INBOX")
        client.copy([1, 2], "INBOX.Done")
    settled(plain, "move:Done", count=3)
    assert sorted(plain.messages("INBOX.Done")) == sorted([same_name, letter(1), nameless, letter(3)])


def test_a_target_that_vanishes_is_made_again(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2))
    source = source_for(mailbox, after_success="move:Done")
    listing = source.listing(0)
    source.settle(listing.locators[:1])
    with mailbox.server.client(mailbox.user) as client:
        client.delete_folder("Done")
    source.settle(listing.locators[1:])
    assert mailbox.messages("Done") == [letter(2)]
    assert source.listing(0).total == 0
    source.close()


def test_a_folder_without_write_rights_is_named() -> None:
    with FakeImap() as server:
        server.answers["SELECT"] = lambda *_: ["* 1 EXISTS", "* OK [UIDVALIDITY 7] ok", "OK [READ-ONLY] done"]
        source = source_on(server, folder_name="Shared")
        with pytest.raises(SettingsError) as caught:
            source.listing(0)
        assert "Shared" in caught.value.title
        source.close()
        reader = source_on(server, folder_name="Shared", after_success="keep")
        assert uids(reader.listing(0)) == [1]
        assert any(command.startswith("EXAMINE") for command in server.commands)
        reader.close()


def test_a_busy_server_asks_to_come_back() -> None:
    with FakeImap() as server:
        server.answers["SELECT"] = lambda *_: ["NO [UNAVAILABLE] try later"]
        source = source_on(server)
        with pytest.raises(UnreachableError) as caught:
            source.listing(0)
        assert caught.value.cause == "SERVER_BUSY"
        source.close()
