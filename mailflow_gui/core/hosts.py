"""Host names and ports of mail servers: cleaning what was typed, usual ports, well-known providers.

Pure data and functions, no network; used by forms, the command line and the error texts.
"""

from __future__ import annotations

import difflib
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

#: The three security methods, as stored.
NONE, STARTTLS, TLS = "None", "StartTLS", "SSL/TLS"

_PORTS: Mapping[str, tuple[int, int, int]] = {
    "imap": (143, 143, 993),
    "pop3": (110, 110, 995),
    "smtp": (25, 587, 465),
}
_METHODS = (NONE, STARTTLS, TLS)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z0-9+.-]+://", re.IGNORECASE)
_ENDINGS = {"con": "com", "cmo": "com", "ocm": "com", "comm": "com", "vom": "com", "xom": "com", "nte": "net"}


@dataclass(frozen=True, slots=True)
class MailHost:
    """Where one protocol of a provider is served."""

    host: str
    port: int
    secure_type: str = TLS


@dataclass(frozen=True, slots=True)
class Provider:
    """A well-known provider. A protocol it does not serve is None. `account_page` is where its passwords are kept.

    `needs_app_password`: the account's normal password never works in mail programs. `oauth_only`: no password does.
    """

    name: str
    domains: tuple[str, ...]
    imap: MailHost | None
    pop3: MailHost | None
    smtp: MailHost | None
    account_page: str
    needs_app_password: bool = False
    oauth_only: bool = False

    def server(self, protocol: str) -> MailHost | None:
        """The server for imap, pop3 or smtp."""
        return {"imap": self.imap, "pop3": self.pop3, "smtp": self.smtp}.get(protocol)


def _provider(
    name: str, domains: str, hosts: tuple[str, str, str], page: str, *, submission: int = 465, app: bool = False
) -> Provider:
    imap, pop3, smtp = hosts
    return Provider(
        name,
        tuple(domains.split()),
        MailHost(imap, 993) if imap else None,
        MailHost(pop3, 995) if pop3 else None,
        MailHost(smtp, submission, TLS if submission == 465 else STARTTLS),
        page,
        needs_app_password=app,
    )


PROVIDERS: tuple[Provider, ...] = (
    _provider(
        "Google",
        "gmail.com googlemail.com",
        ("imap.gmail.com", "pop.gmail.com", "smtp.gmail.com"),
        "https://myaccount.google.com/apppasswords",
        app=True,
    ),
    Provider(
        "Microsoft",
        ("outlook.com", "hotmail.com", "live.com", "msn.com", "office365.com", "outlook.de", "hotmail.de", "live.de"),
        MailHost("outlook.office365.com", 993),
        MailHost("outlook.office365.com", 995),
        MailHost("smtp.office365.com", 587, STARTTLS),
        "https://account.microsoft.com/security",
        oauth_only=True,
    ),
    _provider(
        "Yahoo",
        "yahoo.com yahoo.de yahoo.co.uk yahoo.fr ymail.com rocketmail.com",
        ("imap.mail.yahoo.com", "pop.mail.yahoo.com", "smtp.mail.yahoo.com"),
        "https://login.yahoo.com/account/security",
        app=True,
    ),
    _provider(
        "AOL",
        "aol.com aol.de aim.com",
        ("imap.aol.com", "pop.aol.com", "smtp.aol.com"),
        "https://login.aol.com/account/security",
        app=True,
    ),
    _provider(
        "iCloud",
        "icloud.com me.com mac.com",
        ("imap.mail.me.com", "", "smtp.mail.me.com"),
        "https://account.apple.com",
        submission=587,
        app=True,
    ),
    _provider(
        "Fastmail",
        "fastmail.com fastmail.fm",
        ("imap.fastmail.com", "pop.fastmail.com", "smtp.fastmail.com"),
        "https://app.fastmail.com/settings/security",
        app=True,
    ),
    _provider(
        "GMX",
        "gmx.de gmx.net gmx.at gmx.ch",
        ("imap.gmx.net", "pop.gmx.net", "mail.gmx.net"),
        "https://www.gmx.net",
    ),
    _provider(
        "GMX",
        "gmx.com gmx.us gmx.co.uk",
        ("imap.gmx.com", "pop.gmx.com", "mail.gmx.com"),
        "https://www.gmx.com",
    ),
    _provider("WEB.DE", "web.de", ("imap.web.de", "pop3.web.de", "smtp.web.de"), "https://web.de", submission=587),
    _provider(
        "Zoho",
        "zoho.com zohomail.com",
        ("imap.zoho.com", "pop.zoho.com", "smtp.zoho.com"),
        "https://accounts.zoho.com",
    ),
    _provider(
        "Zoho",
        "zoho.eu zohomail.eu",
        ("imap.zoho.eu", "pop.zoho.eu", "smtp.zoho.eu"),
        "https://accounts.zoho.eu",
    ),
    Provider(
        "Proton Mail Bridge",
        ("proton.me", "protonmail.com", "pm.me"),
        MailHost("127.0.0.1", 1143, STARTTLS),
        None,
        MailHost("127.0.0.1", 1025, STARTTLS),
        "https://proton.me/mail/bridge",
    ),
    _provider(
        "mailbox.org",
        "mailbox.org",
        ("imap.mailbox.org", "pop3.mailbox.org", "smtp.mailbox.org"),
        "https://login.mailbox.org",
    ),
    _provider("Posteo", "posteo.de posteo.net", ("posteo.de", "posteo.de", "posteo.de"), "https://posteo.de"),
    _provider(
        "IONOS",
        "ionos.de online.de onlinehome.de",
        ("imap.ionos.de", "pop.ionos.de", "smtp.ionos.de"),
        "https://login.ionos.de",
    ),
    _provider("IONOS", "ionos.com", ("imap.ionos.com", "pop.ionos.com", "smtp.ionos.com"), "https://login.ionos.com"),
    _provider(
        "STRATO",
        "strato.de",
        ("imap.strato.de", "pop3.strato.de", "smtp.strato.de"),
        "https://www.strato.de/apps/CustomerService",
    ),
    _provider(
        "T-Online",
        "t-online.de magenta.de",
        ("secureimap.t-online.de", "securepop.t-online.de", "securesmtp.t-online.de"),
        "https://email.t-online.de",
        app=True,
    ),
)


def usual_ports(protocol: str) -> tuple[int, ...]:
    """Every usual port of imap, pop3 or smtp, without repetition; empty for an unknown protocol."""
    return tuple(dict.fromkeys(_PORTS.get(protocol, ())))


def usual_port(protocol: str, secure_type: str) -> int:
    """The usual port of a protocol under a security method, 0 when either is unknown."""
    if protocol not in _PORTS or secure_type not in _METHODS:
        return 0
    return _PORTS[protocol][_METHODS.index(secure_type)]


def clean_host(text: str) -> tuple[str, int | None]:
    """The host, and the port when one was typed with it, from what a person typed or pasted.

    Takes off spaces, a scheme such as imap://, a user part, a path and the root dot.
    """
    host = _SCHEME.sub("", re.sub(r"\s+", "", text))
    host = re.split(r"[/?#]", host, maxsplit=1)[0].rpartition("@")[2]
    match = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?", host) or re.fullmatch(r"([^:]*):(\d{1,5})", host)
    port = None
    if match:
        host = match[1]
        port = int(match[2]) if match[2] and 0 < int(match[2]) <= 65535 else None
    return host.rstrip("."), port


def ascii_host(host: str) -> str:
    """The host as it goes to the resolver and into TLS: lower case, IDNA, without root dot. Raises ValueError."""
    name = host.strip().rstrip(".")
    if is_address(name):
        return name
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise ValueError(f"“{host[:60]}” is not a host name.") from error


def is_address(host: str) -> bool:
    """Whether the host is an IP address."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def is_host(host: str) -> bool:
    """Whether the text has the form of a host name (RFC 1123, IDNA) or of an IP address."""
    if is_address(host):
        return True
    try:
        name = ascii_host(host)
    except ValueError:
        return False
    labels = name.split(".")
    return len(name) <= 253 and all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdigit()


def known_provider(address_or_host: str) -> Provider | None:
    """The provider of an email address or a host name, None when it is not one of the table."""
    name = address_or_host.strip().lower().rpartition("@")[2].rstrip(".")
    if not name or is_address(name) or name == "localhost":
        return None
    for provider in PROVIDERS:
        hosts = {one.host for one in (provider.imap, provider.pop3, provider.smtp) if one}
        if name in hosts or any(name == domain or name.endswith("." + domain) for domain in provider.domains):
            return provider
    return None


def suggest_host(host: str, protocol: str = "") -> str:
    """A better spelling of a host that was not found, or "": a comma for a dot, a slip in a provider's name."""
    name = host.strip().lower()
    if not name or is_address(name):
        return ""
    dotted = re.sub(r"[,;]", ".", name).strip(".")
    dotted = re.sub(r"\.{2,}", ".", dotted)
    head, _, ending = dotted.rpartition(".")
    if head and ending in _ENDINGS:
        dotted = f"{head}.{_ENDINGS[ending]}"
    servers = [one for p in PROVIDERS for kind in ("imap", "pop3", "smtp") if (one := p.server(kind))]
    wanted = [one for p in PROVIDERS if (one := p.server(protocol))] or servers
    known = list(dict.fromkeys(one.host for one in wanted if not is_address(one.host)))
    provider = known_provider(dotted)
    if provider and dotted not in known:
        own = provider.server(protocol) or provider.imap
        return own.host if own and own.host != name and not is_address(own.host) else ""
    near = difflib.get_close_matches(dotted, known, 1, cutoff=0.88)
    best = near[0] if near else dotted
    return best if best != name and is_host(best) else ""


def mail_domain(host: str) -> str:
    """The domain that addresses on this server probably have (`imap.ourcompany.com` → `ourcompany.com`), or ""."""
    provider = known_provider(host)
    if provider:
        return provider.domains[0]
    labels = host.strip().lower().rstrip(".").split(".")
    if is_address(host) or len(labels) < 3:
        return ""
    return ".".join(labels[1:])


def stays_here(host: str) -> bool:
    """Whether a host is this computer by its name or address, without asking anybody."""
    name = host.strip().lower().rstrip(".")
    return is_this_computer(name) if is_address(name) else name == "localhost"


def is_this_computer(ip: str) -> bool:
    """Whether what is sent to this address stays on this computer. Raises ValueError for what is no address."""
    return ipaddress.ip_address(ip.partition("%")[0]).is_loopback
