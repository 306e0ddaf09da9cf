"""The receiving end over POP3, against Dovecot and against a tiny server without the niceties."""

from __future__ import annotations

import poplib
import threading

import pytest

from mailflow_gui.core.connector import Listing, Locator
from mailflow_gui.core.errors import SettingsError, UnreachableError
from tests.connectors.receiving import FakePop3, letter, source_for, source_on
from tests.servers.fixtures import Mailbox


def names(listing: Listing) -> list[str]:
    return [one.uid for one in listing.locators]


def test_lists_by_number_with_uidl_and_size(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3))
    source = source_for(mailbox, "pop3", unseen_only=True)
    listing = source.listing(0)
    assert (listing.folder, listing.generation, listing.total, listing.stable) == ("INBOX", "", 3, True)
    assert [one.number for one in listing.locators] == [1, 2, 3]
    assert [one.size for one in listing.locators] == [len(letter(n)) for n in (1, 2, 3)]
    assert len(set(names(listing))) == 3
    mailbox.deliver(letter(4))
    again = source.listing(99)
    assert names(again)[:3] == names(listing)
    assert len(again.locators) == 4
    source.close()


def test_reads_exact_bytes_and_headers(mailbox: Mailbox) -> None:
    raws = [letter(1, ".dot\n..\n.\nend"), letter(2, "ümläut €"), letter(3, "z" * 50_000)]
    mailbox.deliver(*raws)
    source = source_for(mailbox, "pop3")
    listing = source.listing(0)
    asked = [listing.locators[1], listing.locators[0], listing.locators[2]]
    got = list(source.fetch(asked))
    assert [one.raw for one in got] == [raws[1], raws[0], raws[2]]
    heads = [one.raw for one in source.headers(asked)]
    assert heads == [one.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for one in got]
    source.close()
    assert set(mailbox.flags().values()) == {frozenset()}, "reading marks nothing"


def test_delete_takes_effect_and_twice_is_harmless(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3))
    source = source_for(mailbox, "pop3", after_success="delete")
    listing = source.listing(0)
    source.settle(listing.locators[:2])
    assert mailbox.messages() == [letter(3)]
    source.settle(listing.locators[:2])
    assert mailbox.messages() == [letter(3)]
    assert [one.gone for one in source.fetch(listing.locators)] == [True, True, False]
    source.close()


def test_what_was_read_and_not_deleted_stays_unmarked(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2))
    source = source_for(mailbox, "pop3", after_success="delete")
    read = list(source.fetch(source.listing(0).locators))
    source.settle([read[0].locator])
    source.close()
    assert list(mailbox.flags().values()) == [frozenset()]


def test_settling_in_the_middle_of_a_fetch(mailbox: Mailbox) -> None:
    mailbox.deliver(letter(1), letter(2), letter(3))
    source = source_for(mailbox, "pop3", after_success="delete")
    got = []
    for one in source.fetch(source.listing(0).locators):
        got.append(one.raw)
        source.settle([one.locator])
    assert got == [letter(1), letter(2), letter(3)]
    assert mailbox.messages() == []
    source.close()


@pytest.mark.parametrize("after_success", ["mark-seen", "keep"])
def test_other_ends_leave_the_mailbox_alone(mailbox: Mailbox, after_success: str) -> None:
    mailbox.deliver(letter(1))
    source = source_for(mailbox, "pop3", after_success=after_success)
    source.settle(source.listing(0).locators)
    source.close()
    assert mailbox.messages() == [letter(1)]


def test_waiting_sets_the_mailbox_free(mailbox: Mailbox) -> None:
    source = source_for(mailbox, "pop3")
    source.listing(0)
    source.wait(0.01, threading.Event())
    other = poplib.POP3("localhost", mailbox.server.ports["pop3"], timeout=10)
    other.user(mailbox.user)
    other.pass_(mailbox.password)
    assert other.stat()[0] == 0
    other.quit()
    source.close()


@pytest.mark.parametrize("wish", [{"folder_name": "Work"}, {"after_success": "move:Done"}, {"after_success": "copy:X"}])
def test_folders_are_refused_at_opening(mailbox: Mailbox, wish: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as caught:
        source_for(mailbox, "pop3", **wish)
    assert caught.value.cause == "FOLDER_POP3"
    source_for(mailbox, "pop3", folder_name="Inbox").close()


# ---- servers without the niceties ----


def test_without_uidl_the_header_names_the_message() -> None:
    mail = [("", letter(1)), ("", letter(2)), ("", letter(1))]
    with FakePop3(*mail, without=("UIDL",)) as server:
        source = source_on(server, after_success="delete")
        listing = source.listing(0)
        assert not listing.stable
        assert all(name.startswith("h:") for name in names(listing))
        assert len(set(names(listing))) == 3  # even the same message twice
        assert names(source.listing(0)) == names(listing)
        assert [one.raw for one in source.fetch(listing.locators)] == [raw for _, raw in mail]
        source.settle(listing.locators[1:2])
        assert server.mail == [("", letter(1)), ("", letter(1))]
        assert names(source.listing(0)) == [names(listing)[0], names(listing)[2]]
        source.close()


def test_without_uidl_and_top_the_message_is_read() -> None:
    with FakePop3(("", letter(1)), ("", letter(2)), without=("UIDL",)) as rich:
        source = source_on(rich)
        expected = names(source.listing(0))
        source.close()
    with FakePop3(("", letter(1)), ("", letter(2)), without=("UIDL", "TOP")) as server:
        source = source_on(server)
        listing = source.listing(0)
        assert names(listing) == expected
        head = letter(2).partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        assert next(iter(source.headers(listing.locators[1:]))).raw == head
        source.close()


def test_uidls_that_repeat_are_told_apart_for_good() -> None:
    mail = [("a", letter(1)), ("same", letter(2)), ("same", letter(3)), ("b", letter(4))]
    with FakePop3(*mail) as server:
        source = source_on(server, after_success="delete")
        listing = source.listing(0)
        first, two, three, last = names(listing)
        assert (first, last, listing.stable) == ("a", "b", True)
        assert two.startswith("same#")
        assert three.startswith("same#")
        assert two != three
        source.settle(listing.locators[2:3])
        assert [raw for _, raw in server.mail] == [letter(1), letter(2), letter(4)]
        source.close()


def test_a_uidl_that_another_message_has_taken_is_gone() -> None:
    with FakePop3(("a", letter(1))) as server:
        source = source_on(server, after_success="delete")
        old = source.listing(0).locators
        source.wait(0, threading.Event())
        server.mail = [("a", letter(1, "another one, longer"))]
        assert [one.gone for one in source.fetch(old)] == [True]
        source.settle(old)
        assert len(server.mail) == 1
        source.close()


def test_too_large_by_announcement_or_in_fact() -> None:
    large = letter(1, ("x" * 70 + "\n") * 20_000)
    head = large.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    with FakePop3(("a", large), ("b", large), ("c", letter(3))) as server:
        server.sizes[2] = 1000
        source = source_on(server, max_size_mb=1)
        one, two, three = source.fetch(source.listing(0).locators)
        assert (one.too_large, one.raw, one.gone) == (True, head, False)
        assert (two.too_large, two.raw, two.gone) == (True, head, False)
        assert three.raw == letter(3)
        source.close()


def test_a_lost_quit_deletes_nothing_and_the_next_try_does() -> None:
    with FakePop3(("a", letter(1)), ("b", letter(2))) as server:
        source = source_on(server, after_success="delete")
        listing = source.listing(0)
        server.refuse_quit = True
        with pytest.raises(UnreachableError):
            source.settle(listing.locators[:1])
        assert len(server.mail) == 2
        server.refuse_quit = False
        source.settle(listing.locators[:1])
        assert [name for name, _ in server.mail] == ["b"]
        source.close()


def test_a_session_that_the_server_dropped_is_replaced() -> None:
    with FakePop3(("a", letter(1)), ("b", letter(2))) as server:
        source = source_on(server)
        stream = source.fetch(source.listing(0).locators)
        assert next(stream).raw == letter(1)
        server.drop_connections()
        assert next(stream).raw == letter(2)
        assert server.connections == 2
        source.close()


def test_without_top_the_rest_of_a_large_message_is_dropped() -> None:
    """Its header is found though more follows than is kept, and the next answer is not mixed up with the rest."""
    large = letter(1, ("x" * 70 + "\n.\n") * 10_000)
    with FakePop3(("a", large), ("b", letter(2)), without=("TOP",)) as server:
        source = source_on(server)
        heads = [one.raw for one in source.headers(source.listing(0).locators)]
        assert heads == [raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for raw in (large, letter(2))]
        assert server.connections == 1
        source.close()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b".\r\n",
        b"..\r\n.\r\n",
        b"Subject: no body\r\n",
        b"Subject: x\r\n\r\n",
        b"a: b\r\n\r\nx\r\n.\r\n..\r\n...\r\n\r\n",
        b"a: b\r\n\r\nlone \n and \r\r\n",
    ],
)
def test_any_bytes_arrive_as_they_are(raw: bytes) -> None:
    with FakePop3(("a", raw), ("b", letter(2))) as server:
        source = source_on(server)
        assert [one.raw for one in source.fetch(source.listing(0).locators)] == [raw, letter(2)]
        source.close()


def test_an_unknown_locator_is_gone() -> None:
    with FakePop3(("a", letter(1))) as server:
        source = source_on(server)
        (one,) = source.headers([Locator("", "zzz")])
        assert one.gone
        source.close()


def test_an_empty_mailbox() -> None:
    with FakePop3(without=("UIDL",)) as server:
        source = source_on(server)
        assert source.listing(0) == Listing("INBOX", "", (), 0)
        source.close()
