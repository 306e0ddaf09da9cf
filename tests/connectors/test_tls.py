"""Which certificates count: pasted and not, leaf and authority, pinned or by name; the same for every way in."""

from __future__ import annotations

import ast
import datetime as dt
import ssl
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import mailflow_gui
from mailflow_gui.connectors import _certificates
from mailflow_gui.connectors._handshake import client_context
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._tls import fetch_certificate, read_certificate
from mailflow_gui.core.errors import MailflowError, SettingsError
from tests.connectors.fakes import (
    OFFERS,
    PROTOCOLS,
    VERIFY,
    Talker,
    error_of,
    new_trace,
    settings_for,
)
from tests.servers import certificates
from tests.servers.certificates import Certificate

every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)
every_way = pytest.mark.parametrize("method", [STARTTLS, TLS])


def outcome(protocol: str, method: str, shown: Certificate, pasted: str, **more: Any) -> str:
    """The cause of the failure, "" for success; the server must have heard nothing before a failure."""
    implicit = method == TLS
    with Talker(protocol, OFFERS[protocol], certificate=shown, implicit=implicit) as server:
        settings = settings_for(protocol, server.port, method, server_certificate=pasted, **more)
        try:
            VERIFY[protocol](settings, new_trace())
        except MailflowError as error:
            assert not [line for encrypted, line in server.lines if encrypted]
            assert "secret" not in server.said
            return error.cause
    return ""


@every_way
@every_protocol
def test_the_same_answers_for_every_way_in(protocol: str, method: str) -> None:
    own, other = certificates.self_signed(), certificates.self_signed("other")
    signed, authority = certificates.signed_by_authority(), certificates.authority_pem()
    assert {
        "self-signed, pasted": outcome(protocol, method, own, own.pem),
        "self-signed, nothing pasted": outcome(protocol, method, own, ""),
        "self-signed, another pasted": outcome(protocol, method, own, other.pem),
        "authority pasted": outcome(protocol, method, signed, authority),
        "leaf of the authority pasted": outcome(protocol, method, signed, signed.pem),
        "issued, nothing pasted": outcome(protocol, method, signed, ""),
        "issued, another leaf pasted": outcome(protocol, method, signed, own.pem),
        "issued and expired": outcome(protocol, method, certificates.signed_expired(), authority),
        "issued for another name": outcome(protocol, method, certificates.signed_wrong_host(), authority),
        "expired, pasted": outcome(protocol, method, certificates.expired(), certificates.expired().pem),
        "another name, pasted": outcome(protocol, method, certificates.wrong_host(), certificates.wrong_host().pem),
    } == {
        "self-signed, pasted": "",
        "self-signed, nothing pasted": "CERT_SELF_SIGNED",
        "self-signed, another pasted": "CERT_NOT_MATCHING",
        "authority pasted": "",
        "leaf of the authority pasted": "",
        "issued, nothing pasted": "CERT_UNKNOWN_ISSUER",
        "issued, another leaf pasted": "CERT_NOT_MATCHING",
        "issued and expired": "CERT_EXPIRED",
        "issued for another name": "CERT_HOST_MISMATCH",
        "expired, pasted": "CERT_EXPIRED",
        "another name, pasted": "CERT_HOST_MISMATCH",
    }


def test_version_1_certificate_counts_when_pasted() -> None:
    shown = certificates.x509_version_1()
    assert outcome("imap", TLS, shown, shown.pem) == ""
    assert outcome("imap", TLS, certificates.self_signed(), shown.pem) == "CERT_NOT_MATCHING"


def signed_by(issuer: Certificate, folder: Path) -> Certificate:
    """A leaf for localhost whose signature is of another leaf's key."""
    key = ec.generate_private_key(ec.SECP256R1())
    above = x509.load_pem_x509_certificate(issuer.pem.encode())
    above_key = serialization.load_pem_private_key(issuer.key_path.read_bytes(), None)
    now = dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    leaf = (
        x509.CertificateBuilder(above.subject, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=9))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(above_key, hashes.SHA256())  # type: ignore[arg-type]
    )
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(*form))
    pem = leaf.public_bytes(serialization.Encoding.PEM)
    (folder / "cert.pem").write_bytes(pem)
    return Certificate(folder / "key.pem", folder / "cert.pem", pem.decode(), issuer.pem)


def test_a_pasted_leaf_vouches_for_nobody(tmp_path: Path) -> None:
    """OpenSSL before 3.5 takes a self-signed version 1 certificate for an authority; we compare."""
    old = certificates.x509_version_1()
    offspring = signed_by(old, tmp_path)
    assert outcome("imap", TLS, offspring, old.pem) == "CERT_NOT_MATCHING"


def test_a_pasted_leaf_with_its_issuer_trusts_the_issuer() -> None:
    signed = certificates.signed_by_authority()
    bundle = certificates.self_signed().pem + certificates.authority_pem()
    assert outcome("imap", TLS, signed, bundle) == ""


def test_windows_line_ends_and_words_around_the_certificate() -> None:
    own = certificates.self_signed()
    pasted = "The certificate of our server:\r\n" + own.pem.replace("\n", "\r\n") + "Regards\r\n"
    assert outcome("smtp", TLS, own, pasted) == ""


@every_way
@pytest.mark.parametrize("flaw", [certificates.expired, certificates.wrong_host, certificates.not_yet_valid])
def test_an_exact_pin_stands_for_name_and_dates(flaw: Any, method: str) -> None:
    shown = flaw()
    assert outcome("imap", method, shown, shown.pem, trust_pinned_name=True) == ""


@every_way
def test_an_exact_pin_accepts_nothing_else(method: str) -> None:
    """Not even what the pinned authority itself signed."""
    signed = certificates.signed_by_authority()
    assert outcome("imap", method, signed, certificates.self_signed().pem, trust_pinned_name=True) != ""
    authority = certificates.authority_pem()
    assert outcome("imap", method, signed, authority, trust_pinned_name=True) == "CERT_NOT_MATCHING"


def test_trust_without_a_certificate_is_no_trust() -> None:
    assert outcome("imap", TLS, certificates.self_signed(), "", trust_pinned_name=True) == "CERT_SELF_SIGNED"


def test_a_pasted_certificate_is_the_only_trust() -> None:
    def authorities(pasted: str) -> int:
        settings = settings_for("imap", 993, TLS, server_certificate=pasted)
        return len(client_context(Target.of(settings, "imap", new_trace())).get_ca_certs())

    assert authorities(certificates.authority_pem()) == 1


@pytest.mark.parametrize("pasted", [False, True])
@pytest.mark.parametrize("pinned", [False, True])
def test_every_context_verifies(pasted: bool, pinned: bool) -> None:
    pem = certificates.self_signed().pem if pasted else ""
    settings = settings_for("imap", 993, TLS, server_certificate=pem, trust_pinned_name=pinned)
    context = client_context(Target.of(settings, "imap", new_trace()))
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.check_hostname is not (pasted and pinned)
    assert not context.verify_flags & ssl.VERIFY_X509_STRICT
    assert bool(context.verify_flags & ssl.VERIFY_X509_PARTIAL_CHAIN) or not pasted


def test_the_server_is_told_which_name_is_meant() -> None:
    names: list[str | None] = []

    class Recording:
        def __init__(self, inner: Certificate) -> None:
            self.inner = inner

        def server_context(self) -> ssl.SSLContext:
            context = self.inner.server_context()
            context.sni_callback = lambda sock, name, _: names.append(name)
            return context

    own = certificates.self_signed()
    assert outcome("imap", TLS, Recording(own), own.pem) == ""  # type: ignore[arg-type]
    assert names == ["localhost"]


# ---- fetching and reading ----


@pytest.mark.parametrize("method", [NONE, STARTTLS, TLS])
@every_protocol
def test_fetch_says_nothing_but_the_handshake(protocol: str, method: str) -> None:
    shown = certificates.expired()
    with Talker(protocol, OFFERS[protocol], certificate=shown, implicit=method == TLS) as server:
        fetched = fetch_certificate(settings_for(protocol, server.port, method), new_trace())
    assert fetched.pem == shown.pem
    assert not [line for encrypted, line in server.lines if encrypted]
    assert len(server.lines) == (0 if method == TLS else 2)


def test_fetch_tells_what_is_wrong() -> None:
    with Talker("imap") as server, pytest.raises(MailflowError) as caught:
        fetch_certificate(settings_for("imap", server.port, STARTTLS), new_trace())
    assert caught.value.cause == "STARTTLS_MISSING"


def test_trust_this_certificate_makes_the_next_validation_work() -> None:
    shown = certificates.signed_by_authority()
    with Talker("imap", certificate=shown, implicit=True) as server:
        settings = settings_for("imap", server.port, TLS)
        refused = error_of(settings)
        VERIFY["imap"](settings.replace(server_certificate=refused.facts["certificate"]), new_trace())


def test_reading_a_certificate() -> None:
    read = read_certificate(certificates.signed_by_authority().pem)
    assert (read.subject, read.issuer) == ("localhost", "Mailflow Test Authority")
    assert read.names == ("localhost", "127.0.0.1", "127.0.0.2")
    assert (read.self_signed, read.is_ca) == (False, False)
    assert read.valid_from < read.valid_until
    assert read.valid_until.endswith("+00:00")
    assert read_certificate(certificates.authority_pem()).is_ca


def test_reading_a_version_1_certificate() -> None:
    read = read_certificate(certificates.x509_version_1().pem)
    assert (read.subject, read.names, read.self_signed, read.is_ca) == ("localhost", ("localhost",), True, False)


def test_the_fingerprint_is_that_of_openssl(tmp_path: Path) -> None:
    import subprocess

    path = tmp_path / "one.pem"
    path.write_text(certificates.self_signed().pem)
    command = ["openssl", "x509", "-in", str(path), "-noout", "-fingerprint", "-sha256"]
    told = subprocess.run(command, capture_output=True, check=True, text=True, timeout=30).stdout
    assert told.strip().rpartition("=")[2] == read_certificate(path.read_text()).sha256


@pytest.mark.parametrize("text", ["", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
def test_what_is_no_certificate(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_certificate(text)
    assert caught.value.cause == "CERT_UNREADABLE"


def test_a_private_key_is_named_and_not_repeated() -> None:
    key = certificates.self_signed().key_path.read_text()
    with pytest.raises(SettingsError) as caught:
        read_certificate(key + certificates.self_signed().pem)
    assert "private key" in caught.value.details
    assert key.splitlines()[1] not in repr(vars(caught.value))


@pytest.mark.parametrize(
    ("host", "names", "match"),
    [
        ("mail.example.org", ["mail.example.org"], True),
        ("MAIL.example.org.", ["mail.EXAMPLE.org"], True),
        ("mail.example.org", ["*.example.org"], True),
        ("a.mail.example.org", ["*.example.org"], False),
        ("example.org", ["*.example.org"], False),
        ("example.org", ["*.org"], False),
        ("mail.example.org", ["example.org"], False),
        ("127.0.0.1", ["127.0.0.1"], True),
    ],
)
def test_names(host: str, names: list[str], match: bool) -> None:
    assert _certificates.names_match(host, names) is match


# ---- the whole package ----


def sources() -> list[tuple[Path, ast.Module]]:
    root = Path(mailflow_gui.__file__).parent
    return [(path.relative_to(root), ast.parse(path.read_text("utf-8"))) for path in sorted(root.rglob("*.py"))]


def test_verification_is_switched_off_in_one_place_only() -> None:
    """CERT_NONE, and what amounts to it, stands in the context that shows a certificate to a person."""
    found = set()
    for path, tree in sources():
        for function in ast.walk(tree):
            if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            words = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
            words |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            if words & {"CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context", "_create_stdlib_context"}:
                found.add((path.as_posix(), function.name))
    assert found == {("connectors/_handshake.py", "showing_context")}


def test_the_showing_context_is_used_for_showing_only() -> None:
    users = set()
    for path, tree in sources():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and "showing_context" in {
                node.id for node in ast.walk(function) if isinstance(node, ast.Name)
            }:
                users.add((path.as_posix(), function.name))
    assert users == {("connectors/_channel.py", "_shown")}


def test_no_connection_is_made_around_the_channel() -> None:
    """The libraries' own ways to connect and to start TLS are not used: they would not check the way we do."""
    forbidden = {"IMAP4_SSL", "POP3_SSL", "SMTP_SSL", "create_connection", "wrap_socket", "starttls", "stls"}
    allowed = {("connectors/_wire.py", "wrap_socket")}
    found = set()
    for path, tree in sources():
        if path.parts[0] == "connectors":
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and node.attr in forbidden:
                    found.add((path.as_posix(), node.attr))
    assert found <= allowed
