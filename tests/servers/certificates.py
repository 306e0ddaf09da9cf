"""Certificates for the test servers, made once per process in a temporary folder.

All of them name `localhost` and 127.0.0.1 (RFC 5280 subjectAltName), except where the flaw is the point.
"""

import atexit
import datetime as dt
import ipaddress
import shutil
import ssl
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

# The last one lets a server see a client of another address than its own (Linux routes all of 127/8).
LOCAL_NAMES = ("localhost", "127.0.0.1", "127.0.0.2")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Certificate:
    """A key and certificate on disk. `pem` is the leaf; `trust_pem` is what a client has to trust."""

    key_path: Path
    cert_path: Path
    pem: str
    trust_pem: str

    def server_context(self) -> ssl.SSLContext:
        """A context for a server that shows this certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.cert_path, self.key_path)
        return context

    def client_context(self) -> ssl.SSLContext:
        """A verifying context for a client that trusts this certificate's issuer and nothing else."""
        context = ssl.create_default_context(cadata=self.trust_pem)
        # Python 3.13 asks for RFC 5280 to the letter, which X.509 v1 certificates cannot satisfy.
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        return context


@cache
def folder() -> Path:
    """The process's certificate folder; removed when the process ends."""
    path = Path(tempfile.mkdtemp(prefix="mailflow-certificates-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@dataclass(frozen=True)
class _Issuer:
    name: x509.Name
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    pem: str


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Mailflow Tests"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _alternative_names(names: tuple[str, ...]) -> x509.SubjectAlternativeName:
    found: list[x509.GeneralName] = []
    for name in names:
        try:
            found.append(x509.IPAddress(ipaddress.ip_address(name)))
        except ValueError:
            found.append(x509.DNSName(name))
    return x509.SubjectAlternativeName(found)


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")


def _write(label: str, key: ec.EllipticCurvePrivateKey, pem: str, trust_pem: str) -> Certificate:
    key_path, cert_path = folder() / f"{label}.key.pem", folder() / f"{label}.pem"
    key_path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    cert_path.write_text(pem)
    return Certificate(key_path, cert_path, pem, trust_pem)


@cache
def _authority() -> _Issuer:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Mailflow Test Authority")
    now = dt.datetime.now(dt.UTC)
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - 400 * DAY)
        .not_valid_after(now + 3650 * DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA256())
    )
    return _Issuer(name, key, certificate, _pem(certificate))


def _leaf(
    label: str,
    names: tuple[str, ...] = LOCAL_NAMES,
    start: int = -1,
    end: int = 825,
    issuer: _Issuer | None = None,
) -> Certificate:
    """A leaf valid from `start` to `end` days from now; self-signed unless an issuer is given."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(names[0])
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder(
            issuer.name if issuer else subject, subject, key.public_key(), x509.random_serial_number()
        )
        .not_valid_before(now + start * DAY)
        .not_valid_after(now + end * DAY)
        .add_extension(_alternative_names(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer:
        extension = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
        builder = builder.add_extension(extension, critical=False)
    pem = _pem(builder.sign(issuer.key if issuer else key, hashes.SHA256()))
    return _write(label, key, pem, issuer.pem if issuer else pem)


def authority_pem() -> str:
    """The private certificate authority's own certificate, as PEM text."""
    return _authority().pem


@cache
def signed_by_authority() -> Certificate:
    """A good leaf signed by the private authority, which no system trusts."""
    return _leaf("signed", issuer=_authority())


@cache
def signed_for_mail() -> Certificate:
    """A good leaf of the private authority that names `mail.example.org`, too."""
    return _leaf("signed-for-mail", names=(*LOCAL_NAMES, "mail.example.org"), issuer=_authority())


@cache
def self_signed(label: str = "self-signed") -> Certificate:
    """A good self-signed leaf; another label gives another certificate (for “it has changed”)."""
    return _leaf(label)


@cache
def expired() -> Certificate:
    """Self-signed, valid until yesterday."""
    return _leaf("expired", start=-30, end=-1)


@cache
def not_yet_valid() -> Certificate:
    """Self-signed, valid from the day after tomorrow."""
    return _leaf("not-yet-valid", start=2, end=300)


@cache
def wrong_host() -> Certificate:
    """Self-signed, for `mail.example.org` only."""
    return _leaf("wrong-host", names=("mail.example.org",))


@cache
def signed_expired() -> Certificate:
    """Signed by the private authority, valid until yesterday."""
    return _leaf("signed-expired", start=-30, end=-1, issuer=_authority())


@cache
def signed_not_yet_valid() -> Certificate:
    """Signed by the private authority, valid from the day after tomorrow."""
    return _leaf("signed-not-yet-valid", start=2, end=300, issuer=_authority())


@cache
def signed_wrong_host() -> Certificate:
    """Signed by the private authority, for `mail.example.org` only."""
    return _leaf("signed-wrong-host", names=("mail.example.org",), issuer=_authority())


@cache
def x509_version_1() -> Certificate:
    """A self-signed X.509 v1 certificate: no extensions at all, as old internal servers have."""
    key_path, cert_path = folder() / "version-1.key.pem", folder() / "version-1.pem"
    request = folder() / "version-1.csr"
    subject = "/O=Mailflow Tests/CN=localhost"
    make_request = ["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", subject]
    _run([*make_request, "-keyout", str(key_path), "-out", str(request)])
    sign = ["openssl", "x509", "-req", "-days", "825", "-in", str(request)]
    _run([*sign, "-signkey", str(key_path), "-out", str(cert_path)])
    pem = cert_path.read_text()
    return Certificate(key_path, cert_path, pem, pem)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60)
