"""One address, strictly."""

from __future__ import annotations

import pytest

from mailflow_gui.core.mime.addr_spec import AddressError, ascii_domain, check_address


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("a@b.c", "a@b.c"),
        ("first.last+tag@example.org", "first.last+tag@example.org"),
        ("bob@localhost", "bob@localhost"),
        ('"a b"@example.org', '"a b"@example.org'),
        ('"a@b"@example.org', '"a@b"@example.org'),
        ("a@[192.0.2.1]", "a@[192.0.2.1]"),
        ("a@[IPv6:2001:db8::1]", "a@[IPv6:2001:db8::1]"),
        ("joe@Bücher.example", "joe@xn--bcher-kva.example"),
        ("joe@straße.example", "joe@xn--strae-oqa.example"),
        ("joe@例え。テスト", "joe@xn--r8jz45g.xn--zckzah"),
        ("jörg@example.org", "jörg@example.org"),
        ("a" * 64 + "@example.org", "a" * 64 + "@example.org"),
    ],
)
def test_addresses(text: str, wire: str) -> None:
    assert check_address(text) == wire


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no @ sign"),
        ("joe", "no @ sign"),
        ("@x", "nothing before"),
        ("x@", "nothing after"),
        ("a@b@c", "more than one @"),
        ("a b@c.d", "a space"),
        ("a..b@c.d", "a dot"),
        (".a@c.d", "a dot"),
        ("a@c..d", "a dot"),
        ("a@c.d.", "a dot"),
        ('"a@c.d', "quotes"),
        ("a@-c.d", "not allowed after"),
        ("a@c_d.e", "not allowed after"),
        ("a@b SIZE=1", "not allowed after"),
        ("a@1.2.3.4", "ends with a number"),
        ("a@[1.2.3]", "IP address"),
        ("a@[IPv6:fe80::1%eth0]", "IP address"),
        ("a" * 65 + "@c.d", "64"),
        ("ü" * 33 + "@c.d", "64"),
        ("a@" + "b" * 64 + ".c", "63"),
        ("a@" + "b." * 130 + "c", "255"),
        ("a\u200b@c.d", "control or invisible"),
        ("a\u00a0b@c.d", "control or invisible"),
        ("a@c\n.d", "control or invisible"),
        ("a@ex\uff0fample.org", "not allowed after"),
        ("a@exa\u2603mple.org", "not allowed after"),
    ],
)
def test_what_is_no_address_says_why(text: str, why: str) -> None:
    with pytest.raises(AddressError, match=why):
        check_address(text)


def test_domain_of_digits_only_in_the_last_label_is_refused() -> None:
    with pytest.raises(AddressError):
        ascii_domain("example.1")
