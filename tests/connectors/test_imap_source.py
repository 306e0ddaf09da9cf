"""The receiving end over IMAP, against Dovecot and against a tiny server that misbehaves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.errors import SettingsError, UnreachableError
from tests.connectors.receiving import FakeImap, account, letter, source_for, source_on, uids
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.line_server import Ended, Wire


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


# ---- listing ----


def test_lists_in_uid_order_and_only_above_the_known(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3))
    source = source_for(mailbox)
    first = source.listing(0)
    assert uids(first) == [1, 2, 3]
    assert (first.folder, first.total, first.next_uid) == ("INBOX", 3, 4)
    assert {one.generation for one in first.locators} == {first.generation} != {"0"}
    assert uids(source.listing(2)) == [3]
    assert uids(source.listing(3)) == []  # `4:*` names the last message even so
    source.close()


def test_hears_of_new_mail_on_the_kept_connection(mailbox: Mailbox) -> None:
    before = mailbox.server.auth_attempts(mailbox.user)
    source = source_for(mailbox)
    assert uids(source.listing(0)) == []
    mailbox.deliver(letter(1), letter(2))
    deliveries = 1
    listing = source.listing(0)
    assert (uids(listing), listing.total, listing.next_uid) == ([1, 2], 2, 3)
    source.close()
    assert mailbox.server.auth_attempts(mailbox.user) == before + 1 + deliveries


def test_takes_unread_only_when_told_and_never_deleted_ones(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3), flags=("\\Seen",))
    mailbox.deliver(letter(4), letter(5))
    mailbox.deliver(letter(6), flags=("\\Deleted",))
    unread = source_for(mailbox, unseen_only=True)
    assert uids(unread.listing(0)) == [4, 5]
    assert uids(unread.listing(4)) == [4, 5]
    assert unread.listing(0).total == 6
    everything = source_for(mailbox)
    assert uids(everything.listing(0)) == [1, 2, 3, 4, 5]
    unread.close()
    everything.close()


@pytest.mark.parametrize("name", ["Büro & Ablage", "Two words", "Deep/er/Entwürfe", 'q"uote\\x', "日本", "123"])
def test_reads_any_folder(mailbox: Mailbox, name: str) -> None:
    mailbox.deliver(letter(1), folder=name)
    source = source_for(mailbox, folder_name=name)
    listing = source.listing(0)
    assert (listing.folder, uids(listing)) == (name, [1])
    source.close()


@pytest.mark.parametrize("name", ["", "inbox", "INBOX"])
def test_blank_means_inbox(mailbox: Mailbox, name: str) -> None:
    mailbox.deliver(letter(1))
    source = source_for(mailbox, folder_name=name)
    assert source.listing(0).folder == "INBOX"
    source.close()


def test_names_the_missing_folder(mailbox: Mailbox) -> None:
    source = source_for(mailbox, folder_name="Nowhere & never")
    with pytest.raises(SettingsError) as caught:
        source.listing(0)
    assert caught.value.cause == "FOLDER_NOT_FOUND"
    assert "Nowhere & never" in caught.value.title
    source.close()


def test_the_servers_own_prefix_may_be_left_out(plain: Mailbox) -> None:
    plain.deliver(letter(1), folder="INBOX.Büro")
    plain.deliver(letter(2), folder="INBOX.Done")
    source = source_for(plain, folder_name="Büro", after_success="copy:Done")
    listing = source.listing(0)
    assert (listing.folder, uids(listing)) == ("Büro", [1])
    source.settle(listing.locators)
    source.settle(listing.locators)
    assert plain.messages("INBOX.Done") == [letter(2), letter(1)]
    assert len(source.listing(0).locators) == 1
    source.close()


def test_a_parent_that_holds_no_mail_is_no_folder(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), folder="Only/child")
    source = source_for(mailbox, folder_name="Only")
    with pytest.raises(SettingsError) as caught:
        source.listing(0)
    assert caught.value.cause == "FOLDER_NOT_FOUND"
    source.close()


def test_notices_a_renumbered_folder(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), folder="Work")
    source = source_for(mailbox, folder_name="Work", after_success="delete")
    old = source.listing(0)
    mailbox.server.replace_folder(mailbox.user, "Work")
    mailbox.deliver(letter(3), letter(4), folder="Work")
    new = source.listing(0)
    assert new.generation != old.generation
    assert uids(new) == [1, 2]
    assert [one.gone for one in source.fetch(old.locators)] == [True, True]
    source.settle(old.locators)
    assert mailbox.messages("Work") == [letter(3), letter(4)]
    source.close()


def test_lists_2000_messages_quickly(mailbox: Mailbox) -> None:
    with mailbox.server.client(mailbox.user) as client:
        client.multiappend("INBOX", [letter(number) for number in range(1, 2001)])
    source = source_for(mailbox)
    start = time.perf_counter()
    listing = source.listing(0)
    assert uids(listing) == list(range(1, 2001))
    headers = list(source.headers(listing.locators))
    assert time.perf_counter() - start < 5
    assert [one.raw.count(b"Subject: Letter ") for one in headers] == [1] * 2000
    start = time.perf_counter()
    assert uids(source.listing(1990)) == list(range(1991, 2001))
    assert time.perf_counter() - start < 0.5
    source.close()


@pytest.mark.parametrize("offered", ["ESEARCH", ""])
def test_a_very_long_answer_is_no_trouble(offered: str) -> None:
    """A hundred thousand UIDs of ten digits are more than imaplib's own limit for a line."""
    first = 4_000_000_000
    with FakeImap() as server:
        server.capabilities = f"IMAP4rev1 {offered}".strip()
        if offered:
            server.answers["UID SEARCH"] = lambda _, tag: [f'* ESEARCH (TAG "{tag}") UID ALL {first}:{first + 99_999}']
        else:
            everything = " ".join(str(first + number) for number in range(100_000))
            server.answers["UID SEARCH"] = lambda *_: [f"* SEARCH {everything}"]
        source = source_on(server)
        start = time.perf_counter()
        found = source.listing(0)
        assert time.perf_counter() - start < 5
        assert (len(found.locators), found.locators[-1].uid) == (100_000, str(first + 99_999))
        source.close()


# ---- reading ----


def test_fetches_exact_bytes_in_the_order_asked_for_and_marks_nothing(mailbox: Mailbox) -> None:
    raws = [letter(1, ".dot\n..dots"), letter(2, "plain"), letter(3, "ümläut €")]
    mailbox.deliver(*raws)
    source = source_for(mailbox)
    listing = source.listing(0)
    asked = [listing.locators[2], listing.locators[0], listing.locators[1]]
    got = list(source.fetch(asked))
    assert [one.raw for one in got] == [raws[2], raws[0], raws[1]]
    assert [one.locator.uid for one in got] == ["3", "1", "2"]
    assert [one.locator.size for one in got] == [len(raws[2]), len(raws[0]), len(raws[1])]
    headers = list(source.headers(asked))
    assert [one.raw for one in headers] == [one.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for one in got]
    assert [one.locator.size for one in headers] == [one.locator.size for one in got]
    moment = datetime.fromisoformat(got[0].received)
    assert abs((datetime.now(moment.tzinfo) - moment).total_seconds()) < 120
    assert not any(one.seen for one in got + headers)
    assert set(mailbox.flags().values()) == {frozenset()}
    source.close()


def test_fetch_tells_of_vanished_and_too_large_messages(mailbox: Mailbox) -> None:
    large = letter(2, "x" * 70 + ("\n" + "x" * 70) * 16_000)
    mailbox.deliver(letter(1), large, letter(3), flags=("\\Seen",))
    source = source_for(mailbox, max_size_mb=1)
    listing = source.listing(0)
    with mailbox.server.client(mailbox.user) as client:
        client.select_folder("INBOX")
        client.delete_messages([1])
        client.uid_expunge([1])
    gone, too_large, good = source.fetch(listing.locators)
    assert (gone.gone, gone.raw) == (True, b"")
    assert (too_large.too_large, too_large.locator.size) == (True, len(large))
    assert too_large.raw == large.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    assert (good.raw, good.seen, good.gone, good.too_large) == (letter(3), True, False, False)
    assert [one.gone for one in source.headers(listing.locators)] == [True, False, False]
    source.close()


def test_fetches_many_in_windows(mailbox: Mailbox) -> None:
    with mailbox.server.client(mailbox.user) as client:
        client.multiappend("INBOX", [letter(number, "y" * 70) for number in range(1, 621)])
    source = source_for(mailbox)
    listing = source.listing(0)
    got = [one.raw for one in source.fetch(listing.locators)]
    assert got == [letter(number, "y" * 70) for number in range(1, 621)]
    source.close()


def test_fetch_goes_on_after_the_server_was_restarted() -> None:
    require_dovecot()
    with Dovecot() as server:
        mailbox = account(server)
        mailbox.deliver(*(letter(number) for number in range(1, 61)))
        source = source_for(mailbox)
        listing = source.listing(0)
        stream = source.fetch(listing.locators)
        got = [next(stream).raw]
        server.restart()
        got += [one.raw for one in stream]
        assert got == [letter(number) for number in range(1, 61)]
        assert uids(source.listing(58)) == [59, 60]
        server.pause()
        with pytest.raises(UnreachableError):
            source.listing(0)
        server.resume()
        assert len(source.listing(0).locators) == 60
        source.close()


def test_one_message_that_the_server_cannot_hand_over_does_not_hold_up_the_others() -> None:
    def fetch(wire: Wire, tag: str) -> list[str]:
        command = server.commands[-1]
        if "RFC822.SIZE" in command and "HEADER" not in command:
            return [f"* {n} FETCH (UID {n} RFC822.SIZE 20)" for n in (1, 2, 3)]
        wanted = command.split()[2]
        if wanted in ("1:3", "2"):
            return ["NO [SERVERBUG] message 2 is damaged"]
        return [f"* {wanted} FETCH (UID {wanted} FLAGS (\\Seen) BODY[] {{7}}", f"hello {wanted})"]

    with FakeImap() as server:
        server.answers["UID FETCH"] = fetch
        server.answers["UID SEARCH"] = lambda *_: ["* SEARCH 3 1 2"]
        source = source_on(server)
        stream = source.fetch(source.listing(0).locators)
        assert [next(stream).raw, next(stream).raw] == [b"hello 1", b"hello 3"]
        with pytest.raises(UnreachableError, match="did not hand over 1 message"):
            next(stream)
        source.close()


def test_words_about_other_messages_are_not_mixed_in() -> None:
    def fetch(wire: Wire, tag: str) -> list[str]:
        if "RFC822.SIZE" in server.commands[-1]:
            return ["* 9 FETCH (UID 2 RFC822.SIZE 5)", "* 8 FETCH (RFC822.SIZE 5 UID 1)"]
        return [
            "* 1 FETCH (FLAGS (\\Seen))",  # number 1, which is another message than UID 1
            "* 4 EXPUNGE",
            '* 9 FETCH (BODY[] "a \\"b\\"" UID 2 INTERNALDATE " 1-Feb-2026 10:00:00 +0100" FLAGS ())',
            "* 7 FETCH (UID 5 FLAGS () BODY[] {3}",
            "abc)",
            "* 8 FETCH (FLAGS () BODY[] {5}",
            "UID 2 UID 1)",
            "* 8 FETCH (UID 1 FLAGS (\\Flagged))",
        ]

    with FakeImap() as server:
        server.answers["UID FETCH"] = fetch
        source = source_on(server)
        source.listing(0)
        one, two = source.fetch([Locator("7", "1"), Locator("7", "2")])
        assert (one.raw, one.seen) == (b"UID 2", False)
        assert (two.raw, two.received) == (b'a "b"', "2026-02-01T10:00:00+01:00")
        source.close()


def test_a_server_that_sends_more_than_it_announced_is_cut_off() -> None:
    def fetch(wire: Wire, tag: str) -> list[str] | None:
        if "RFC822.SIZE" in server.commands[-1]:
            return ["* 1 FETCH (UID 1 RFC822.SIZE 5)"]
        wire.send(b"* 1 FETCH (UID 1 BODY[] {4000000000}\r\n")
        raise Ended

    with FakeImap() as server:
        server.answers["UID FETCH"] = fetch
        source = source_on(server)
        listing = source.listing(0)
        with pytest.raises(UnreachableError) as caught:
            list(source.fetch(listing.locators))
        assert "4000000000" in caught.value.details
        source.close()
