"""The TLS handshake: which certificates count, the pin, and what a certificate that does not count is called.

RFC 8446, RFC 6125, RFC 5280. The same for StartTLS and SSL/TLS and for every protocol. Runs on the connecting thread.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime

from mailflow_gui.connectors._certificates import day, der_of, facts, flaw, from_der, is_ip, read_certificates
from mailflow_gui.connectors._greeting import TLS_RECORDS, other_server, raw_words, speaker, words_in_clear
from mailflow_gui.connectors._network import await_socket
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._wire import Wire
from mailflow_gui.core.connector import Certificate
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import later, tr

#: OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which the ssl module does not name.
_NO_CHECK_TIME = 0x200000
_VERSIONS = {
    b"\x03\x00": "SSL 3.0",
    b"\x03\x01": "TLS 1.0",
    b"\x03\x02": "TLS 1.1",
}
_OLD_VERSION, _WEAK_KEYS = later("TLS 1.1 or older"), later("weak keys or ciphers")
_TOO_OLD = (
    "UNSUPPORTED_PROTOCOL",
    "PROTOCOL_VERSION",
    "VERSION_TOO_LOW",
    "HANDSHAKE_FAILURE",
    "INSUFFICIENT_SECURITY",
    "DH_KEY_TOO_SMALL",
    "EE_KEY_TOO_SMALL",
    "CA_MD_TOO_WEAK",
    "CA_KEY_TOO_SMALL",
    "NO_PROTOCOLS_AVAILABLE",
    "WRONG_SIGNATURE_TYPE",
    "LEGACY_SIGALG",
    "WRONG_CIPHER_RETURNED",
    "UNSUPPORTED_CURVE",
    "UNSAFE_LEGACY_RENEGOTIATION",
)
_NOT_TLS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL")
# OpenSSL's verification results (x509_vfy.h).
_EXPIRED, _NOT_YET_VALID, _SELF_SIGNED, _WEAK, _MISMATCH = (10,), (9,), (18,), (66, 67, 68), (62, 63, 64)


def client_context(target: Target) -> ssl.SSLContext:
    """The verifying context for a target: the system's authorities, or the pasted certificate and nothing else.

    A pasted leaf counts by itself (partial chain) and old certificates are read leniently (not strict), on every
    Python. Raises SettingsError (CERT_UNREADABLE).
    """
    if not target.certificate.strip():
        context = ssl.create_default_context()
    else:
        read_certificates(target.certificate)
        try:
            context = ssl.create_default_context(cadata=target.certificate)
        except (ssl.SSLError, ValueError) as error:
            raise target.trouble("CERT_UNREADABLE", str(error)) from error
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if target.pinned and target.certificate.strip():
        # The exact certificate was compared by a person: it stands for its name and its dates (see `check_pin`).
        context.check_hostname = False
        context.verify_flags |= _NO_CHECK_TIME
    return context


def showing_context() -> ssl.SSLContext:
    """A context that only looks: for showing a certificate to a person. Nothing is ever said over it."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def shake_hands(wire: Wire, target: Target, context: ssl.SSLContext, *, switched: bool) -> ssl.SSLSocket:
    """The handshake. `switched`: it follows StartTLS, where plain text means that somebody interferes.

    Raises MailflowError for a server without TLS or with an old one, ssl.SSLCertVerificationError for the certificate.
    """
    tls = wire.begin_tls(context, target.host)
    head = b""
    while True:
        try:
            tls.do_handshake()
            return tls
        except ssl.SSLWantReadError:
            await_socket(tls, wire.patience)
            if not head:
                head = raw_words(tls)
                if not head:
                    raise target.trouble("CONNECTION_LOST") from None
                if head[0] not in TLS_RECORDS:
                    raise _plain_text(target, head, switched) from None
        except ssl.SSLWantWriteError:
            await_socket(tls, wire.patience, write=True)
        except ssl.SSLCertVerificationError:
            raise
        except ssl.SSLEOFError:
            raise
        except ssl.SSLError as error:
            reason = error.reason or ""
            if not head and reason in _NOT_TLS:
                # The server spoke before we looked, and OpenSSL has swallowed the beginning of it.
                raise _plain_text(target, b"" if switched else words_in_clear(wire), switched) from error
            if any(word in reason for word in _TOO_OLD):
                raise target.trouble("TLS_TOO_OLD", str(error), version=tr(_offered(head, reason))) from error
            raise


def _plain_text(target: Target, words: bytes, switched: bool) -> MailflowError:
    """The error for a server that says something that is not TLS."""
    if switched:
        return target.trouble("STARTTLS_TAMPERED")
    kind, text = speaker(words), words.decode("utf-8", "replace")
    if kind in (target.protocol, "tls"):
        return target.trouble("TLS_ON_PLAIN_PORT", text)
    return other_server(target, kind, text)


def _offered(head: bytes, reason: str) -> str:
    """What the server has to offer, by its ServerHello (a record of type 22) or else by OpenSSL's reason.

    The record of an alert bears the version we asked for, unless the server is too old to know that one.
    """
    if head[:1] != b"\x16" and any(word in reason for word in ("PROTOCOL", "VERSION")):
        return _OLD_VERSION
    return _VERSIONS.get(head[9:11] if head[:1] == b"\x16" else head[1:3], _WEAK_KEYS)


def check_pin(tls: ssl.SSLSocket, target: Target) -> None:
    """Compare the server's certificate with the pasted one, before anything is said.

    Only a pasted authority may vouch for another certificate; a pasted leaf (or a trusted name) stands for itself.
    Raises SettingsError (CERT_NOT_MATCHING, CERT_CHANGED).
    """
    if not target.certificate.strip():
        return
    shown = tls.getpeercert(binary_form=True) or b""
    pasted = read_certificates(target.certificate)
    if shown in [der_of(one) for one in pasted]:
        return
    if target.pinned or not any(one.is_ca for one in pasted):
        raise another_certificate(target, from_der(shown))


def another_certificate(target: Target, shown: Certificate | None, details: str = "") -> MailflowError:
    """The server shows another certificate than the pasted one: changed if the pasted one worked before."""
    before = read_certificates(target.certificate)[0]
    known = {"expected_sha256": before.sha256, "expected_certificate": before.pem}
    cause = "CERT_CHANGED" if target.trusted_before else "CERT_NOT_MATCHING"
    return target.trouble(cause, details, **known, **(facts(shown) if shown else {}))


def certificate_trouble(
    target: Target, error: ssl.SSLCertVerificationError, look: Callable[[], Certificate | None]
) -> MailflowError:
    """The error for a certificate that OpenSSL refused. `look` fetches what the server shows.

    Dates and name are told before the missing trust: they stay wrong when the certificate is trusted.
    """
    shown = look()
    code, text = error.verify_code, f"{error.verify_message} ({error.verify_code})"
    if code in _WEAK:
        return target.trouble("TLS_TOO_OLD", text, version=tr(_WEAK_KEYS))
    known = facts(shown) if shown else {"issuer": tr("Somebody unknown"), "names": tr("another name")}
    cause = _named(code)
    if not cause:
        if target.certificate.strip() and not _is_pasted(target, shown):
            return another_certificate(target, shown, text)
        cause = (flaw(shown, target.host, datetime.now(UTC)) if shown else "") or _issuer_cause(code, shown)
    if cause == "CERT_HOST_MISMATCH" and code in _MISMATCH and shown:
        # Only a name that a trusted authority vouches for is offered as the right one.
        known["name"] = next((one for one in shown.names if "*" not in one and not is_ip(one)), "")
    known["date"] = _date(cause, shown)
    known["now"] = time.strftime("%Y-%m-%d %H:%M")
    return target.trouble(cause, text, **known)


def _named(code: int) -> str:
    if code in _EXPIRED:
        return "CERT_EXPIRED"
    if code in _NOT_YET_VALID:
        return "CERT_NOT_YET_VALID"
    return "CERT_HOST_MISMATCH" if code in _MISMATCH else ""


def _issuer_cause(code: int, shown: Certificate | None) -> str:
    return "CERT_SELF_SIGNED" if code in _SELF_SIGNED or (shown and shown.self_signed) else "CERT_UNKNOWN_ISSUER"


def _is_pasted(target: Target, shown: Certificate | None) -> bool:
    return shown is not None and shown.sha256 in {one.sha256 for one in read_certificates(target.certificate)}


def _date(cause: str, shown: Certificate | None) -> str:
    if shown is None:
        return tr("another day")
    return day(shown.valid_from if cause == "CERT_NOT_YET_VALID" else shown.valid_until)
