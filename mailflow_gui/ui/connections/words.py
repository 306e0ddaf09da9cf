"""Texts that several connection pages share: dates, statuses, usual ports, what marks a row. GUI thread only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from mailflow_gui.core.connector import Certificate, Connector
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.hosts import NONE, STARTTLS, TLS, MailHost, is_address, known_provider, usual_port
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.ui import times

_PROTOCOLS = {"imap": "imap", "pop3": "pop3", "smtp": "smtp"}


def now() -> datetime:
    """The present moment with its offset."""
    return datetime.now().astimezone()


def day(moment: str) -> str:
    """A day of an ISO 8601 moment: 9 Mar 2027; the text itself when it is none."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return times.in_form(when, times.SHORT_YEAR)


def moment_words(moment: str, present: datetime) -> str:
    """When something happened: “today, 14:31”, “yesterday, 14:31”, “21 Nov”."""
    try:
        when = datetime.fromisoformat(moment).astimezone(present.tzinfo)
    except ValueError:
        return ""
    days = (present.date() - when.date()).days
    if days == 0:
        return tr("today, {time}", time=when.strftime("%H:%M"))
    if days == 1:
        return tr("yesterday, {time}", time=when.strftime("%H:%M"))
    return times.in_form(when, times.SHORT if when.year == present.year else times.SHORT_YEAR)


def protocol_of(connector: Connector, values: Mapping[str, Plain]) -> str:
    """The protocol that raw values speak: imap, pop3 or smtp."""
    given = str(values.get("protocol") or "")
    if given in _PROTOCOLS:
        return given
    fixed = getattr(connector.settings, "protocol", None)
    return fixed if isinstance(fixed, str) else str(getattr(fixed, "default", "imap"))


def usual_ports_words(protocol: str) -> tuple[tuple[int, str], ...]:
    """The usual ports of a protocol with the security methods they go with, the recommended one first."""
    methods: dict[int, list[str]] = {}
    for method in (TLS, STARTTLS, NONE):
        methods.setdefault(usual_port(protocol, method), []).append(method)
    joined = tr(" or ")
    return tuple((port, joined.join(map(tr, names))) for port, names in methods.items() if port)


def usual_ports_sentence(protocol: str) -> str:
    """“Usual for imap: 993 with SSL/TLS, 143 with StartTLS or None.”"""
    parts = [tr("{port} with {method}", port=str(port), method=word) for port, word in usual_ports_words(protocol)]
    return tr("Usual for {protocol}: {ports}.", protocol=protocol, ports=", ".join(parts))


def is_this_computer(host: str) -> bool:
    """Whether a host names this computer, as far as the name tells."""
    name = host.strip().lower().rstrip(".").strip("[]")
    return name in ("localhost", "::1") or (is_address(name) and name.startswith("127."))


def certificate_summary(certificate: Certificate) -> str:
    """Name, issuer, validity and fingerprint of a certificate, in three lines."""
    issuer = tr("itself (self-signed)") if certificate.self_signed else certificate.issuer
    first = tr(
        "{name} · issued by {issuer} · valid to {date}",
        name=certificate.subject or ", ".join(certificate.names[:2]),
        issuer=issuer,
        date=day(certificate.valid_until),
    )
    half = len(certificate.sha256) // 2 + 1
    return f"{first}\nSHA-256 {certificate.sha256[:half]}\n{certificate.sha256[half:]}"


def from_facts(facts: Mapping[str, str]) -> Certificate | None:
    """The certificate an error tells of, None when it tells of none."""
    if not facts.get("certificate") or not facts.get("sha256"):
        return None
    names = tuple(name.strip() for name in facts.get("names", "").split(",") if name.strip())
    return Certificate(
        pem=facts["certificate"],
        subject=facts.get("subject", ""),
        issuer=facts.get("issuer", ""),
        self_signed=facts.get("self_signed") == "true",
        is_ca=facts.get("is_ca") == "true",
        names=names,
        valid_from=facts.get("valid_from", ""),
        valid_until=facts.get("valid_until", ""),
        sha256=facts["sha256"],
    )


def worded(error: Exception) -> MailflowError:
    """A task's error as the person reads it; tasks wrap what is none already."""
    return error if isinstance(error, MailflowError) else MailflowError(str(error))


def field_words(error: MailflowError) -> str:
    """What stands below a field that a failed check is about."""
    known = {
        "AUTH_FAILED": tr("Refused by the server."),
        "AUTH_NEEDED": tr("This server needs a sign-in."),
        "CERT_SELF_SIGNED": tr("This server needs its certificate here."),
        "CERT_UNKNOWN_ISSUER": tr("This server needs its certificate here."),
        "CERT_EXPIRED": tr("The server's certificate is too old."),
        "CERT_HOST_MISMATCH": tr("The certificate is for another name."),
        "HOST_NOT_FOUND": tr("No server has this name."),
        "REFUSED": tr("Nothing answers on this port."),
        "TIMED_OUT": tr("No answer on this port."),
    }
    return known.get(error.cause, f"{error.title}.")


def server_line(connection: Connection, connector: Connector) -> str:
    """“imap.ourcompany.com:993 · SSL/TLS” of a saved connection."""
    settings, _ = connector.settings.check(connection.values)
    host, port = str(settings.get("host")), str(settings.get("port"))
    return f"{host}:{port} · {settings.get('secureType')}"


def outgoing_of(host: str) -> str:
    """The SMTP server that probably goes with a receiving one, "" unknown."""
    provider = known_provider(host)
    if provider is not None:
        return provider.smtp.host if provider.smtp else ""
    match = re.fullmatch(r"(?:imap|pop3?)\.(.+\..+)", host.strip().lower())
    return f"smtp.{match[1]}" if match else ""


def host_line(server: MailHost) -> str:
    """“imap.fastmail.com, port 993, SSL/TLS”."""
    return tr("{host}, port {port}, {method}", host=server.host, port=str(server.port), method=server.secure_type)
