"""Which servers are reached through the proxy."""

from __future__ import annotations

import pytest

from mailflow_gui.core.proxy import PASSWORD, Proxy, is_exception, split_exceptions


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.8.8.8", "::1"])
def test_this_computer_never_is(host: str) -> None:
    assert not Proxy("socks5", "proxy", 1080).leads_to(host)


@pytest.mark.parametrize(
    ("entry", "host", "covered"),
    [
        ("example.org", "example.org", True),
        ("example.org", "imap.example.org", True),
        (".example.org", "imap.EXAMPLE.org.", True),
        ("*.example.org", "imap.example.org", True),
        ("example.org", "badexample.org", False),
        ("imap.example.org", "example.org", False),
        ("münchen.example", "xn--mnchen-3ya.example", True),
        ("10.0.0.0/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("10.0.0.0/8", "imap.example.org", False),
        ("fe80::/10", "fe80::1%eth0", True),
        ("fe80::/10", "10.0.0.1", False),
        ("*", "imap.example.org", False),
    ],
)
def test_exceptions(entry: str, host: str, covered: bool) -> None:
    assert Proxy("http", "proxy", 8080, exceptions=(entry,)).leads_to(host) is not covered


def test_entries_are_parted_by_commas_and_blanks() -> None:
    assert split_exceptions(" a.org, b.org;10.0.0.0/8\n::1 ,") == ("a.org", "b.org", "10.0.0.0/8", "::1")
    assert all(map(is_exception, ["a.org", "*.b.org", ".c", "10.0.0.0/8", "::1", "münchen.de"]))
    assert not any(map(is_exception, ["http://a.org", "a_.-b", "10.0.0.0/99", "*", "a:b", ""]))


@pytest.mark.parametrize(
    ("proxy", "usable"),
    [
        (Proxy("socks5", "p", 1080), True),
        (Proxy("http", "p", 1), True),
        (Proxy("socks5", "", 1080), False),
        (Proxy("http", "p", 0), False),
        (Proxy("unreadable", "p", 1080), False),
    ],
)
def test_what_connecting_needs(proxy: Proxy, usable: bool) -> None:
    assert proxy.usable is usable


def test_how_its_place_is_written() -> None:
    assert Proxy("http", "p.org", 8080).place == "p.org:8080"
    assert Proxy("http", "::1", 8080).place == "[::1]:8080"


def test_its_password_lies_where_no_connection_looks() -> None:
    from mailflow_gui.main import build_catalog

    fields = {key for one in build_catalog().connectors for key in one.settings.FIELDS}
    assert PASSWORD[1] not in fields
