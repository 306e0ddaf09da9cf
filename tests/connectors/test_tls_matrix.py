"""Every security method, protocol and kind of server (99 cells): what is said, and that no password left.

Between program and server stands a recorder of the raw octets.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import pytest
from cryptography import x509

from mailflow_gui.connectors import _way
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS
from mailflow_gui.core.errors import MailflowError
from tests.connectors.fakes import (
    METHODS,
    OFFERS,
    PROTOCOLS,
    VERIFY,
    OldCertificate,
    ReceiveLike,
    Talker,
    new_trace,
    settings_for,
)
from tests.fakes.canary import hits
from tests.reliability.proxy import FaultProxy, Way
from tests.servers import certificates
from tests.servers.certificates import Certificate

PASSWORD = "Zx9-canary-tls-matrix"
USUAL = {"imap": 993, "pop3": 995, "smtp": 465}


@dataclass(frozen=True)
class Shape:
    """A kind of server: what it shows, what the person pasted, and whether that worked before."""

    shown: Callable[[], Certificate | OldCertificate | None] = certificates.signed_by_authority
    pasted: Callable[[], str] = certificates.authority_pem
    trusted_before: bool = False
    implicit: bool | None = None


def nothing() -> str:
    return ""


def changed() -> Certificate:
    return certificates.self_signed("changed")


SHAPES = {
    "good": Shape(),
    "wrong name": Shape(certificates.signed_wrong_host),
    "expired": Shape(certificates.signed_expired),
    "not yet valid": Shape(certificates.signed_not_yet_valid),
    "other authority": Shape(pasted=nothing),
    "self-signed, unpinned": Shape(certificates.self_signed, nothing),
    "self-signed, pinned": Shape(certificates.self_signed, lambda: certificates.self_signed().pem),
    "self-signed, changed": Shape(changed, lambda: certificates.self_signed().pem, trusted_before=True),
    "TLS 1.0 and 1.1 only": Shape(lambda: OldCertificate(certificates.signed_by_authority())),
    "plain text on the TLS port": Shape(lambda: None, implicit=False),
    "TLS on the plain-text port": Shape(implicit=True),
}

#: The words for each kind of server under encryption: cause, title, explanation, what to do. "": it works.
WORDS = {
    "": ("", "", ""),
    "CERT_HOST_MISMATCH": (
        "Certificate belongs to another name",
        "You asked for localhost, the certificate is for mail.example.org. It may be a wrong name, or someone in"
        " between.",
        "Use the name in the certificate if it is your provider's.",
    ),
    "CERT_EXPIRED": (
        "Certificate expired on {until}",
        "The server's certificate is too old, so its identity cannot be confirmed.",
        "Tell the administrator. On an internal network you may accept it if the fingerprint is right.",
    ),
    "CERT_NOT_YET_VALID": (
        "Certificate is valid only from {start}",
        "The date of this computer or of the server is probably wrong.",
        "Check the clock of this computer: it shows {now}.",
    ),
    "CERT_UNKNOWN_ISSUER": (
        "Certificate issuer is not known",
        "“Mailflow Test Authority” signed it, but this computer does not know that issuer. Common for company"
        " certificates.",
        "Trust it after comparing the fingerprint, or paste your company's root certificate.",
    ),
    "CERT_SELF_SIGNED": (
        "Certificate not trusted",
        "The server signed its certificate itself, as many internal servers do.",
        "Compare the fingerprint with the one from your administrator, then trust it.",
    ),
    "CERT_CHANGED": (
        "The server shows a different certificate",
        "Until now it used the one you trusted. It was renewed, or someone is in between. Nothing was sent.",
        "Ask the administrator for the new fingerprint.",
    ),
    "TLS_TOO_OLD": (
        "The server's encryption is too old",
        "It offers only TLS 1.1 or older, which is no longer safe.",
        "Ask the administrator to enable TLS 1.2 or later.",
    ),
    "STARTTLS_MISSING": (
        "The server does not offer StartTLS on port {port}",
        "It cannot switch to encryption here, so Mailflow stopped before signing in.",
        "Use SSL/TLS with port {usual}.",
    ),
    "TLS_ON_PLAIN_PORT": (
        "Port {port} does not start with encryption",
        "You chose SSL/TLS, but the server speaks plain text first on this port.",
        "Use StartTLS on this port, or SSL/TLS on {usual}.",
    ),
    "PLAIN_ON_TLS_PORT": (
        "Port {port} expects SSL/TLS",
        "You chose {method}, but this port is encrypted from the first byte.",
        "Choose SSL/TLS.",
    ),
    "PLAINTEXT_PASSWORD": (
        "Your password would travel unencrypted",
        "With Security Method None everybody on the way to localhost can read it. It was not sent.",
        "Use StartTLS or SSL/TLS. Send it anyway only on a network you trust.",
    ),
}

#: What is expected under encryption, the same for StartTLS and SSL/TLS unless both are named.
ENCRYPTED = {
    "good": "",
    "wrong name": "CERT_HOST_MISMATCH",
    "expired": "CERT_EXPIRED",
    "not yet valid": "CERT_NOT_YET_VALID",
    "other authority": "CERT_UNKNOWN_ISSUER",
    "self-signed, unpinned": "CERT_SELF_SIGNED",
    "self-signed, pinned": "",
    "self-signed, changed": "CERT_CHANGED",
    "TLS 1.0 and 1.1 only": "TLS_TOO_OLD",
}
MIXED = {
    ("plain text on the TLS port", STARTTLS): "STARTTLS_MISSING",
    ("plain text on the TLS port", TLS): "TLS_ON_PLAIN_PORT",
    ("TLS on the plain-text port", NONE): "PLAIN_ON_TLS_PORT",
    ("TLS on the plain-text port", STARTTLS): "PLAIN_ON_TLS_PORT",
    ("TLS on the plain-text port", TLS): "",
}
CELLS = list(product(SHAPES, METHODS, PROTOCOLS))


def expected_cause(name: str, method: str) -> str:
    """Without encryption no certificate is looked at: there the password itself is what is refused."""
    if (name, method) in MIXED:
        return MIXED[name, method]
    return "PLAINTEXT_PASSWORD" if method == NONE else ENCRYPTED[name]


@dataclass
class Met:
    """One attempt to sign in: how it ended, and what crossed the line readably or reached the server at all."""

    error: MailflowError | None
    settings: ReceiveLike
    sent: bytes
    heard: str


def attempt(name: str, method: str, protocol: str, *, consent: bool = False) -> Met:
    shape = SHAPES[name]
    shown = shape.shown()
    implicit = method == TLS if shape.implicit is None else shape.implicit
    answers = OFFERS[protocol] if shown and not implicit else {}
    server = Talker(protocol, answers, certificate=shown, implicit=implicit)  # type: ignore[arg-type]
    with server, FaultProxy(server.port) as recorder:
        settings = settings_for(
            protocol,
            recorder.port,
            method,
            password=PASSWORD,
            server_certificate=shape.pasted() if method != NONE else "",
            allow_unencrypted=consent,
        )
        trace = new_trace()
        trace.trusted_before = shape.trusted_before
        error = None
        try:
            VERIFY[protocol](settings, trace)
        except MailflowError as caught:
            error = caught
    return Met(error, settings, bytes(recorder.passed[Way.TO_SERVER]), server.said)


def check_words(error: MailflowError, name: str, settings: ReceiveLike, minutes: set[str]) -> None:
    """Every word that the person reads."""
    shown = SHAPES[name].shown()
    known = {"port": str(settings.port), "usual": str(USUAL[settings.protocol]), "method": settings.secure_type}
    if shown is not None:
        known |= dates(shown.cert_path.read_bytes())
    title, explanation, fix = WORDS[error.cause]
    assert (error.title, error.hint) == (title.format(**known), explanation.format(**known))
    assert error.fix in {fix.format(now=now, **known) for now in minutes}


def dates(pem: bytes) -> dict[str, str]:
    """The certificate's dates as people write them."""
    one = x509.load_pem_x509_certificate(pem)
    start, until = one.not_valid_before_utc, one.not_valid_after_utc
    return {"start": f"{start.day} {start:%b %Y}", "until": f"{until.day} {until:%b %Y}"}


def minute() -> str:
    return time.strftime("%Y-%m-%d %H:%M")


def test_there_are_99_cells() -> None:
    assert len(set(CELLS)) == len(CELLS) == 99


@pytest.mark.parametrize(("name", "method", "protocol"), CELLS)
def test_cell(monkeypatch: pytest.MonkeyPatch, name: str, method: str, protocol: str) -> None:
    monkeypatch.setattr(_way, "is_this_computer", lambda ip: False)
    before = minute()
    met = attempt(name, method, protocol)
    assert not hits(met.sent, PASSWORD, "info"), "the password was readable on the line"
    cause = expected_cause(name, method)
    if not cause:
        assert met.error is None
        assert hits(met.heard.encode(), PASSWORD, "info"), "the server did not get the password"
        return
    assert met.error is not None
    assert met.error.cause == cause
    assert not hits(met.heard.encode(), PASSWORD, "info"), "the password reached the server"
    check_words(met.error, name, met.settings, {before, minute()})


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("name", SHAPES)
def test_without_encryption_it_goes_out_only_with_consent(
    monkeypatch: pytest.MonkeyPatch, name: str, protocol: str
) -> None:
    """The other half of the cells of None, and the proof that the recorder finds a password."""
    monkeypatch.setattr(_way, "is_this_computer", lambda ip: False)
    met = attempt(name, NONE, protocol, consent=True)
    works = expected_cause(name, NONE) == "PLAINTEXT_PASSWORD"
    assert (met.error is None) is works
    assert bool(hits(met.sent, PASSWORD, "info")) is works
