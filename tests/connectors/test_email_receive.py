"""The Receive Email connector: its fields, its words, and what it opens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.connectors.email_receive import CONNECTOR, ReceiveAction, ReceiveSettings, summary
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.words import receive_in_words
from tests.connectors.receiving import letter, settings_for
from tests.servers.fixtures import Mailbox


def problem(raw: dict[str, Plain]) -> str:
    _, problems = ReceiveAction.check(raw)
    (one,) = problems
    return str(one)


def test_the_connections_fields_stand_in_the_designs_order() -> None:
    assert list(ReceiveSettings.FIELDS)[:7] == [
        "protocol",
        "host",
        "port",
        "username",
        "password",
        "secureType",
        "serverCertificate",
    ]
    settings, problems = ReceiveSettings.check({"host": "mail.example.org", "port": 993})
    assert (problems, settings.protocol) == ([], "imap")
    _, problems = ReceiveSettings.check({"host": "mail.example.org", "port": 993, "protocol": "smtp"})
    assert [one.field for one in problems] == ["protocol"]


def test_the_actions_keys_and_defaults_are_the_originals() -> None:
    assert ReceiveAction().dump(defaults=True) == {
        "folderName": "",
        "unseenOnly": False,
        "delay": "5s",
        "maxResults": 5,
        "startFrom": "all",
        "repeat": "once",
        "push": False,
        "afterSuccess": "mark-seen",
        "expectedBy": "",
        "sharedAs": "",
        "maxSizeMb": 50,
    }
    labels = [field.label for field in ReceiveAction.FIELDS.values()]
    assert labels[:4] == ["Folder", "Unseen Only", "Delay", "Maximum Emails"]


@pytest.mark.parametrize(
    ("raw", "word"), [("", ""), (" Office ", "office"), ("site-2", "site-2"), ("two words", None), ("a_b", None)]
)
def test_the_word_under_which_computers_share(raw: str, word: str | None) -> None:
    settings, problems = ReceiveAction.check({"sharedAs": raw, "afterSuccess": "keep"})
    assert [one.field for one in problems] == ([] if word is not None else ["sharedAs"])
    if word is not None:
        assert settings.shared_as == word
        assert settings.only_reads == (not word)


def test_a_saved_action_reads_back_the_same() -> None:
    raw = {
        "folderName": "Büro & Ablage",
        "unseenOnly": True,
        "delay": "90s",
        "maxResults": -1,
        "startFrom": "last 20",
        "repeat": "every-poll",
        "push": True,
        "afterSuccess": "move:Done & dusted",
        "maxSizeMb": 10,
    }
    settings, problems = ReceiveAction.check(raw)
    assert problems == []
    assert settings.dump() == raw
    assert (settings.verb, settings.target, settings.max_bytes) == ("move", "Done & dusted", 10 * 1024 * 1024)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("all", "all"),
        (" NOW ", "now"),
        ("last 20", "last 20"),
        ("Last  007", "last 7"),
    ],
)
def test_start_from_takes(raw: str, expected: str) -> None:
    assert ReceiveAction.check({"startFrom": raw})[0].start_from == expected


@pytest.mark.parametrize("raw", ["", "last", "last 0", "last -1", "last ٣", "newest", "last 5 please", 20, None, True])
def test_start_from_refuses(raw: Plain) -> None:
    assert problem({"startFrom": raw}).startswith("startFrom: Start From must be all, now, or last")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("mark-seen", "mark-seen"),
        ("Keep", "keep"),
        ("delete", "delete"),
        ("move:Done", "move:Done"),
        ("copy: A:B ", "copy:A:B"),
    ],
)
def test_after_success_takes(raw: str, expected: str) -> None:
    assert ReceiveAction.check({"afterSuccess": raw})[0].after_success == expected


@pytest.mark.parametrize("raw", ["", "move", "move:", "delete:now", "burn", "move:a\nb", 5])
def test_after_success_refuses(raw: Plain) -> None:
    assert problem({"afterSuccess": raw}).startswith("afterSuccess: ")


@given(st.one_of(st.text(max_size=30), st.integers(), st.none(), st.booleans(), st.lists(st.integers(), max_size=2)))
def test_what_is_taken_reads_back_the_same(raw: Plain) -> None:
    for key in ReceiveAction.FIELDS:
        settings, problems = ReceiveAction.check({key: raw})
        if not problems:
            again, problems = ReceiveAction.check(settings.dump(defaults=True))
            assert (again, problems) == (settings, [])
            assert summary(again)
            assert receive_in_words(again).endswith(".")


def test_zero_messages_are_refused_in_words_of_their_own() -> None:
    assert problem({"maxResults": 0}) == (
        "maxResults: With 0 no message would ever be taken. Use 1 or more, or -1 for no limit."
    )
    assert problem({"maxResults": -2}) == "maxResults: Maximum Emails must be between -1 and 1000000."
    assert problem({"delay": "99ms"}).startswith("delay: Delay must be between 100ms and")


@pytest.mark.parametrize(("folder", "target"), [("Done", "Done"), ("", "inbox"), ("Inbox", "INBOX")])
def test_a_folder_is_not_its_own_target(folder: str, target: str) -> None:
    assert problem({"folderName": folder, "afterSuccess": f"move:{target}"}).startswith("afterSuccess: This is the")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"unseenOnly": True}, "inbox, unread only, every 5 s"),
        ({"folderName": "Orders", "delay": "1m"}, "“Orders”, every 1 min"),
        ({"folderName": "INBOX", "delay": 1500}, "inbox, every 1500 ms"),
    ],
)
def test_summary(raw: dict[str, Plain], expected: str) -> None:
    assert summary(ReceiveAction.check(raw)[0]) == expected
    assert CONNECTOR.actions[0].summary(ReceiveAction.check(raw)[0]) == expected


def test_the_connector_and_its_actions() -> None:
    receive, deliver = CONNECTOR.actions
    assert (CONNECTOR.id, receive.id, receive.pattern) == ("email-receive", "receive-email", Pattern.FROM)
    assert (deliver.id, deliver.pattern) == ("deliver-to-folder", Pattern.TO)


def test_pop3_can_not_deliver_into_a_folder() -> None:
    deliver = CONNECTOR.actions[1]
    assert deliver.unfit is not None
    assert "POP3 has no folders" in deliver.unfit({"protocol": "pop3"})
    assert deliver.unfit({"protocol": "imap"}) == ""


def test_the_look_of_the_connector() -> None:
    assert (CONNECTOR.icon, CONNECTOR.tone) == ("receive", "receive")


@pytest.mark.parametrize(
    ("protocol", "method", "port"),
    [
        ("imap", "None", "143"),
        ("imap", "SSL/TLS", "993"),
        ("pop3", "StartTLS", "110"),
        ("pop3", "SSL/TLS", "995"),
        ("", "", "143"),
        ("gopher", "None", ""),
    ],
)
def test_usual_ports(protocol: str, method: str, port: str) -> None:
    assert CONNECTOR.usual_port({"protocol": protocol, "secureType": method}) == port


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_checks_certificate_folders_and_messages_of_a_real_server(mailbox: Mailbox, protocol: str) -> None:
    mailbox.deliver(letter(1))
    settings = settings_for(mailbox, protocol)
    assert [name for name, _ in CONNECTOR.checks(settings)] == ["server", "port", "encryption", "sign-in", "inbox"]
    CONNECTOR.verify(settings, SilentTrace())
    shown = CONNECTOR.certificate(settings, SilentTrace())
    assert shown.sha256 == CONNECTOR.read_certificate(mailbox.server.certificate.pem).sha256
    assert CONNECTOR.folders(settings, SilentTrace())[0].name == "INBOX"
    source = CONNECTOR.actions[0].open(settings, ReceiveAction())
    assert [one.raw for one in source.fetch(source.listing(0).locators)] == [letter(1)]
    source.close()
    source.close()
