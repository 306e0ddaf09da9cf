"""Reading X.509 certificates as people compare them: names, issuer, dates, fingerprint.

Pure; used when an error is told and when a form shows a certificate.
"""

from __future__ import annotations

import hashlib
import ipaddress
import ssl
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Certificate
from mailflow_gui.core.language import later, tr

if TYPE_CHECKING:
    from cryptography import x509

_MONTHS = (
    later("Jan"),
    later("Feb"),
    later("Mar"),
    later("Apr"),
    later("May"),
    later("Jun"),
    later("Jul"),
    later("Aug"),
    later("Sep"),
    later("Oct"),
    later("Nov"),
    later("Dec"),
)


def read_certificate(pem: str) -> Certificate:
    """The first certificate of a PEM text (RFC 7468). Raises SettingsError (CERT_UNREADABLE)."""
    return read_certificates(pem)[0]


def read_certificates(pem: str) -> tuple[Certificate, ...]:
    """Every certificate of a PEM text. Raises SettingsError (CERT_UNREADABLE), also for a private key."""
    from cryptography import x509  # takes a tenth of a second to load; not every start needs it

    if "PRIVATE KEY-----" in pem:
        raise trouble("CERT_UNREADABLE", details="The text holds a private key.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # flaws of old certificates, such as odd serial numbers
            found = x509.load_pem_x509_certificates(pem.encode("utf-8"))
            return tuple(_described(one) for one in found)
    except (ValueError, UnicodeError) as error:
        raise trouble("CERT_UNREADABLE", details=str(error)[:300]) from error


def from_der(der: bytes) -> Certificate:
    """The certificate that a server showed. Raises SettingsError (CERT_UNREADABLE)."""
    return read_certificate(ssl.DER_cert_to_PEM_cert(der))


def fingerprint(der: bytes) -> str:
    """SHA-256 as people compare it: upper case hex in pairs."""
    digits = hashlib.sha256(der).hexdigest().upper()
    return ":".join(digits[place : place + 2] for place in range(0, len(digits), 2))


def der_of(certificate: Certificate) -> bytes:
    """The octets of a certificate."""
    return ssl.PEM_cert_to_DER_cert(certificate.pem)


def flaw(certificate: Certificate, host: str, now: datetime) -> str:
    """The cause that speaks against a certificate by itself, whoever signed it; "" when there is none."""
    if now > datetime.fromisoformat(certificate.valid_until):
        return "CERT_EXPIRED"
    if now < datetime.fromisoformat(certificate.valid_from):
        return "CERT_NOT_YET_VALID"
    return "" if names_match(host, certificate.names) else "CERT_HOST_MISMATCH"


def names_match(host: str, names: Sequence[str]) -> bool:
    """Whether a host is among a certificate's names (RFC 6125: a star stands for one whole first label)."""
    wanted = host.lower().rstrip(".")
    _, _, parent = wanted.partition(".")
    for name in (one.lower().rstrip(".") for one in names):
        if name == wanted or (name.startswith("*.") and parent and "." in parent and name[2:] == parent):
            return True
    return False


def day(text: str) -> str:
    """An ISO 8601 moment as a day people read: 9 Mar 2027."""
    moment = datetime.fromisoformat(text)
    month = tr(_MONTHS[moment.month - 1])
    return tr("{day} {month} {year}", day=moment.day, month=month, year=str(moment.year))


def facts(certificate: Certificate) -> dict[str, str]:
    """A certificate as the facts of an error: `certificate` is the PEM text."""
    return {
        "certificate": certificate.pem,
        "sha256": certificate.sha256,
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "names": ", ".join(certificate.names[:5]) or certificate.subject,
        "valid_from": certificate.valid_from,
        "valid_until": certificate.valid_until,
        "self_signed": "true" if certificate.self_signed else "false",
        "is_ca": "true" if certificate.is_ca else "false",
    }


def _described(one: x509.Certificate) -> Certificate:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = one.public_bytes(Encoding.DER)
    names, is_ca = _extensions(one)
    subject = _name(one.subject)
    return Certificate(
        pem=one.public_bytes(Encoding.PEM).decode("ascii"),
        subject=subject,
        issuer=_name(one.issuer),
        self_signed=one.issuer == one.subject,
        is_ca=is_ca,
        names=names or ((subject,) if subject else ()),
        valid_from=_moment(one, "not_valid_before"),
        valid_until=_moment(one, "not_valid_after"),
        sha256=fingerprint(der),
    )


def _extensions(one: x509.Certificate) -> tuple[tuple[str, ...], bool]:
    """Alternative names and whether it may sign others; a version 1 certificate has neither."""
    from cryptography import x509

    names: tuple[str, ...] = ()
    is_ca = False
    try:
        for extension in one.extensions:
            if isinstance(extension.value, x509.SubjectAlternativeName):
                dns = extension.value.get_values_for_type(x509.DNSName)
                addresses = extension.value.get_values_for_type(x509.IPAddress)
                names = (*map(str, dns), *map(str, addresses))
            elif isinstance(extension.value, x509.BasicConstraints):
                is_ca = extension.value.ca
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        pass  # OpenSSL judges it; here it is only shown
    return names, is_ca


def _moment(one: x509.Certificate, which: str) -> str:
    moment = getattr(one, f"{which}_utc")
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _name(name: x509.Name) -> str:
    from cryptography.x509.oid import NameOID

    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for attribute in name.get_attributes_for_oid(oid):
            value = attribute.value
            return value if isinstance(value, str) else value.decode("utf-8", "replace")
    return name.rfc4514_string()


def is_ip(name: str) -> bool:
    """Whether a name of a certificate is an address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
