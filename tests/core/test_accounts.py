"""Which connections belong to one mail account."""

from __future__ import annotations

import pytest

from mailflow_gui.core.accounts import same_account


@pytest.mark.parametrize(
    ("send", "receive"),
    [
        (("smtp.example.org", "jane@example.org"), ("imap.example.org", "jane@example.org")),
        (("smtp.example.org", "Jane@Example.org "), ("IMAP.example.org.", "jane@example.org")),
        (("smtp.gmail.com", "jane@gmail.com"), ("imap.gmail.com", "jane")),
        (("smtp.office365.com", "jane@firm.example"), ("outlook.office365.com", "jane@firm.example")),
        (("localhost", "alice"), ("localhost", "alice")),
        (("192.0.2.7", "alice"), ("192.0.2.7", "alice")),
        (("example.org", "alice"), ("example.org", "alice@example.org")),
    ],
)
def test_one_account(send: tuple[str, str], receive: tuple[str, str]) -> None:
    values = [dict(zip(("host", "username"), one, strict=True)) for one in (send, receive)]
    assert same_account(values[0], values[1])
    assert same_account(values[1], values[0])


@pytest.mark.parametrize(
    ("send", "receive"),
    [
        (("smtp.example.org", "jane@example.org"), ("imap.example.org", "ben@example.org")),
        (("smtp.example.org", "jane@example.org"), ("imap.example.net", "jane@example.org")),
        (("smtp.example.org", "jane@a.example"), ("imap.example.org", "jane@b.example")),
        (("192.0.2.7", "alice"), ("192.0.2.8", "alice")),
        (("smtp.example.org", ""), ("imap.example.org", "")),
        (("smtp.example.org", ""), ("imap.example.org", "jane")),
        (("", "jane"), ("", "jane")),
        (("smtp.gmail.com", "jane"), ("imap.gmx.net", "jane")),
    ],
)
def test_other_accounts(send: tuple[str, str], receive: tuple[str, str]) -> None:
    values = [dict(zip(("host", "username"), one, strict=True)) for one in (send, receive)]
    assert not same_account(values[0], values[1])
    assert not same_account(values[1], values[0])
