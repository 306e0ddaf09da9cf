"""The declared fields of a mail server connection: keys of the export format, defaults, checks before any network."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS, ServerSettings, check_names
from tests.servers import certificates

GOOD = {"host": "imap.example.org", "port": "993", "username": "info", "password": "x", "secureType": "SSL/TLS"}


def problems(**changes: Any) -> dict[str, str]:
    """Field → what is said about it."""
    _, found = ServerSettings.check({**GOOD, **changes})
    return {problem.field: problem.message for problem in found}


def test_the_keys_are_those_of_the_export_format() -> None:
    assert list(ServerSettings.FIELDS)[:6] == [
        "host",
        "port",
        "username",
        "password",
        "secureType",
        "serverCertificate",
    ]
    assert ServerSettings.secret_keys() == ("password",)


def test_good_values() -> None:
    settings, found = ServerSettings.check(GOOD)
    assert not found
    assert (settings.host, settings.port, settings.secure_type) == ("imap.example.org", 993, TLS)
    assert settings.password.reveal() == "x"


def test_defaults() -> None:
    settings, found = ServerSettings.check({})
    assert {problem.field for problem in found} == {"host", "port"}
    assert settings.secure_type == TLS
    assert not settings.allow_unencrypted
    assert not settings.trust_pinned_name


@pytest.mark.parametrize(
    ("spelling", "method"), [(None, NONE), ("", NONE), ("NONE", NONE), ("STARTTLS", STARTTLS), ("SSL / TLS", TLS)]
)
def test_spellings_of_the_security_method(spelling: str | None, method: str) -> None:
    settings, found = ServerSettings.check({**GOOD, "secureType": spelling})
    assert (settings.secure_type, found) == (method, [])


def test_a_host_that_is_none_gets_a_hint() -> None:
    assert "Did you mean “imap.company.com”?" in problems(host="imap,company.com")["host"]
    assert "Did you mean “imap.company.com”?" in problems(host="imap://imap.company.com:993")["host"]
    assert "Use a name such as" in problems(host="...")["host"]


@pytest.mark.parametrize("key", ["host", "username", "password"])
@pytest.mark.parametrize("character", ["\r", "\n", "\0"])
def test_control_characters_are_refused(key: str, character: str) -> None:
    assert key in problems(**{key: f"a{character}b"})


def test_a_password_needs_its_user_name() -> None:
    assert list(problems(username="")) == ["username"]
    assert not problems(username="", password="")
    assert not problems(password=""), "the password may still be in the keyring"


def test_a_private_key_is_not_taken_for_a_certificate() -> None:
    key = certificates.self_signed().key_path.read_text()
    assert "private key" in problems(serverCertificate=key)["serverCertificate"]


def test_trust_without_a_certificate() -> None:
    assert list(problems(trustWithoutName=True)) == ["serverCertificate"]
    assert not problems(trustWithoutName=True, serverCertificate=certificates.self_signed().pem)


def test_names_of_the_checks() -> None:
    settings, _ = ServerSettings.check({**GOOD, "secureType": "None", "username": "", "password": ""})
    assert check_names(settings, ("ready", "Ready to send")) == (
        ("server", "Server found"),
        ("port", "Port 993 answers"),
        ("encryption", "Not encrypted"),
        ("sign-in", "No sign-in needed"),
        ("ready", "Ready to send"),
    )
