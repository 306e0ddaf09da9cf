"""Header fields on the wire: nothing leaves its field, everything comes back."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import Address
from mailflow_gui.core.mime.addresses import parse_addresses
from mailflow_gui.core.mime.encode import address_field, clean_value, file_name_parameter, text_field
from mailflow_gui.core.mime.headers import decode_header, parse_parameters, unfold

SEPARATORS = ["\r", "\n", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x00", "\t", "\n "]


def _value(field: bytes) -> bytes:
    name, _, value = field.partition(b":")
    assert field.endswith(b"\r\n")
    assert name.isascii()
    return value.replace(b"\r\n", b"\n")


def test_plain_text_stays_readable() -> None:
    assert text_field("Subject", "Hello there") == b"Subject: Hello there\r\n"
    assert text_field("Subject", "") == b"Subject:\r\n"


def test_long_plain_text_is_folded() -> None:
    field = text_field("Subject", "word " * 60)
    assert max(map(len, field.split(b"\r\n"))) <= 78
    assert decode_header(_value(field)) == ("word " * 60).strip()


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("template", ["a{}Bcc: evil@x.y", "a{}", "{}X: y", "=?utf-8?q?a=0D=0AX:_y?={}b"])
def test_no_separator_begins_a_new_line(separator: str, template: str) -> None:
    field = text_field("Subject", template.format(separator))
    assert all(line.startswith(b" ") for line in field.removesuffix(b"\r\n").split(b"\r\n")[1:])
    assert not set(field.decode("ascii").replace("\r\n", "")) & set(separator.replace(" ", ""))


def test_text_that_looks_encoded_is_encoded_again() -> None:
    literal = "=?utf-8?b?ZXZpbEB4LnksIA==?="
    assert decode_header(_value(text_field("Subject", literal))) == literal
    field = address_field("To", [Address(literal, "a@b.c")])
    assert parse_addresses(unfold(_value(field))) == (Address(literal, "a@b.c"),)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_subject_comes_back(text: str) -> None:
    field = text_field("Subject", text)
    assert max(map(len, field.split(b"\r\n"))) <= 78
    assert decode_header(_value(field)) == clean_value(text)


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_display_names_come_back_as_that_many_addresses(names: list[str]) -> None:
    field = address_field("To", [Address(name, "joe@example.org") for name in names])
    assert max(map(len, field.split(b"\r\n"))) <= 78
    found = parse_addresses(unfold(_value(field)))
    assert [one.address for one in found] == ["joe@example.org"] * len(names)
    assert [one.name.split() for one in found] == [clean_value(name).split() for name in names]


@pytest.mark.parametrize("address", ["", "joe", "a@b.c, evil@x.y", "a@b.c>, <evil@x.y", "a@b.c\r\nBcc: evil@x.y"])
def test_wrong_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="The address"):
        address_field("To", [Address("x", address)])


def test_address_beyond_ascii_needs_permission() -> None:
    with pytest.raises(ValueError, match="SMTPUTF8"):
        address_field("To", [Address("", "jörg@example.org")])
    assert address_field("To", [Address("", "jörg@example.org")], utf8=True) == "To: jörg@example.org\r\n".encode()


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120))
@example("  a ")
@example(" ")
def test_any_file_name_comes_back(name: str) -> None:
    parameters = file_name_parameter("filename", name)
    assert all(len(one) <= 75 for one in parameters)
    _, found = parse_parameters("attachment; " + "; ".join(parameters))
    assert found["filename"] == clean_value(name)
