"""Host names and ports: what people type, the usual ports, well-known providers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow_gui.core.hosts import (
    PROVIDERS,
    ascii_host,
    clean_host,
    is_host,
    known_provider,
    mail_domain,
    suggest_host,
    usual_port,
    usual_ports,
)


@pytest.mark.parametrize(
    ("protocol", "ports"),
    [("imap", (143, 143, 993)), ("pop3", (110, 110, 995)), ("smtp", (25, 587, 465)), ("gopher", (0, 0, 0))],
)
def test_usual_port(protocol: str, ports: tuple[int, ...]) -> None:
    assert tuple(usual_port(protocol, method) for method in ("None", "StartTLS", "SSL/TLS")) == ports
    assert set(usual_ports(protocol)) == set(ports) - {0}
    assert usual_port(protocol, "rot13") == 0


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("imap.example.org", ("imap.example.org", None)),
        ("  imap.example.org ", ("imap.example.org", None)),
        ("imap.example.org:993", ("imap.example.org", 993)),
        ("imap://imap.example.org", ("imap.example.org", None)),
        ("imaps://info@imap.example.org:993/INBOX?x", ("imap.example.org", 993)),
        ("imap . example . org", ("imap.example.org", None)),
        ("example.org.", ("example.org", None)),
        ("[2001:db8::1]:143", ("2001:db8::1", 143)),
        ("2001:db8::1", ("2001:db8::1", None)),
        ("host:99999", ("host", None)),
        ("host:0", ("host", None)),
        ("", ("", None)),
    ],
)
def test_clean_host(typed: str, cleaned: tuple[str, int | None]) -> None:
    assert clean_host(typed) == cleaned


@given(st.text(max_size=80))
def test_cleaning_never_fails_and_cleaning_again_changes_nothing(text: str) -> None:
    host, port = clean_host(text)
    assert port is None or 0 < port < 65536
    if is_host(host):
        assert clean_host(host)[0] == host


@pytest.mark.parametrize(
    "host", ["localhost", "mail", "imap.example.org", "192.0.2.1", "2001:db8::1", "bücher.example", "a-b.example"]
)
def test_hosts(host: str) -> None:
    assert is_host(host)


@pytest.mark.parametrize(
    "host",
    ["", ".", "a..b", "-a.example", "imap,example.org", "a b", "a/b", "user@host", "x" * 64 + ".org", "1.2.3", "a\nb"],
)
def test_what_is_no_host(host: str) -> None:
    assert not is_host(host)


def test_ascii_host_refuses_what_idna_refuses() -> None:
    with pytest.raises(ValueError, match="not a host name"):
        ascii_host("a" * 70)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("someone@gmail.com", "Google"),
        ("imap.gmail.com", "Google"),
        ("IMAP.GMX.NET.", "GMX"),
        ("info@outlook.com", "Microsoft"),
        ("smtp.office365.com", "Microsoft"),
        ("x@icloud.com", "iCloud"),
        ("imap.mail.me.com", "iCloud"),
        ("posteo.de", "Posteo"),
        ("me@proton.me", "Proton Mail Bridge"),
        ("a@t-online.de", "T-Online"),
    ],
)
def test_known_provider(address: str, name: str) -> None:
    provider = known_provider(address)
    assert provider is not None
    assert provider.name == name


@pytest.mark.parametrize("address", ["", "localhost", "127.0.0.1", "imap.ourcompany.com", "notgmail.com", "@"])
def test_unknown_provider(address: str) -> None:
    assert known_provider(address) is None


def test_the_table_is_sound() -> None:
    for provider in PROVIDERS:
        assert provider.account_page.startswith("https://")
        for protocol in ("imap", "pop3", "smtp"):
            server = provider.server(protocol)
            if server:
                assert is_host(server.host)
                local = server.host == "127.0.0.1"
                assert local or server.port == usual_port(protocol, server.secure_type)
    domains = [domain for provider in PROVIDERS for domain in provider.domains]
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize(
    ("host", "protocol", "better"),
    [
        ("imap,company.com", "imap", "imap.company.com"),
        ("imap.gmial.com", "imap", "imap.gmail.com"),
        ("smtp.gmial.com", "smtp", "smtp.gmail.com"),
        ("imap.company.con", "imap", "imap.company.com"),
        ("mail.gmail.com", "imap", "imap.gmail.com"),
        ("imap.gmail.com", "smtp", "smtp.gmail.com"),
        ("imap.fastmial.com", "", "imap.fastmail.com"),
        ("imap.ourcompany.com", "imap", ""),
        ("imap.gmail.com", "imap", ""),
        ("192.0.2.1", "imap", ""),
        ("", "imap", ""),
    ],
)
def test_suggest_host(host: str, protocol: str, better: str) -> None:
    assert suggest_host(host, protocol) == better


def test_mail_domain() -> None:
    assert mail_domain("imap.ourcompany.com") == "ourcompany.com"
    assert mail_domain("imap.mail.yahoo.com") == "yahoo.com"
    assert mail_domain("ourcompany.com") == ""
