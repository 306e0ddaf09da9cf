"""The server that a connection aims at, and the errors in its words: facts filled in, server text made harmless.

Pure; used by every part of connecting.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from mailflow_gui.connectors._mailserver import TLS, ServerSettings, usual_port
from mailflow_gui.connectors._veil import Veil
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import MailflowError, Remedy, SettingsError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.hosts import ascii_host, known_provider, mail_domain
from mailflow_gui.core.language import tr

#: What people call the protocols.
NAMES = {"imap": "IMAP", "pop3": "POP3", "smtp": "SMTP"}
#: Characters of a server's text that are shown at most.
DETAILS_CAP = 300

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_UNSEEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")


class _Asking(Protocol):
    def deadline(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Target:
    """One server as the settings name it. `host` is the name for the resolver and TLS (IDNA).

    `trusted_before`: the connection worked with its pasted certificate already, so another one is a change.
    """

    protocol: str
    host: str
    port: int
    method: str
    username: str
    password: SecretText
    certificate: str
    pinned: bool
    allow_unencrypted: bool
    trusted_before: bool

    @classmethod
    def of(cls, settings: ServerSettings, protocol: str, trace: _Asking) -> Target:
        """The target of settings. Raises SettingsError for what could not go onto the wire as it is."""
        try:
            host = ascii_host(settings.host)
        except ValueError:
            host = ""
        if not host or not 0 < settings.port <= 65535:
            raise SettingsError(
                tr("The server's address is not complete"),
                tr("Email Host Name and Email Server Port Number say where the server is."),
                cause="ADDRESS_INCOMPLETE",
                fix=tr("Fill in both fields."),
                fields=tuple(key for key, given in (("host", host), ("port", settings.port)) if not given) or ("port",),
            )
        for label, key, text in (
            (tr("Email Host Name"), "host", host),
            (tr("User Name"), "username", settings.username),
            (tr("Password"), "password", settings.password.reveal()),
        ):
            refuse_control(text, label, key)
        return cls(
            protocol,
            host,
            settings.port,
            settings.secure_type,
            settings.username,
            settings.password,
            settings.server_certificate,
            settings.trust_pinned_name,
            settings.allow_unencrypted,
            bool(getattr(trace, "trusted_before", False)),
        )

    @property
    def name(self) -> str:
        """The protocol as people call it."""
        return NAMES[self.protocol]

    @property
    def signs_in(self) -> bool:
        """Whether there is anything to sign in with."""
        return bool(self.username or self.password)

    def trouble(self, cause: str, server: str = "", **facts: str) -> MailflowError:
        """The error for a cause, with this server's facts. `server` is text of the server, for the details only."""
        provider = known_provider(self.host) or known_provider(self.username if "@" in self.username else "")
        known = {
            "host": self.host,
            "port": str(self.port),
            "usual": str(usual_port(self.protocol, self.method)),
            "tlsPort": str(usual_port(self.protocol, TLS)),
            "method": self.method,
            "protocol": self.name,
            "wanted": self.name,
            "provider": provider.name if provider else self.host,
            "account_page": provider.account_page if provider else "",
            "user_at_domain": self._full_address(),
            **facts,
        }
        error = trouble(cause, details=self.harmless(server), **known)
        error.remedies = tuple(remedy for remedy in error.remedies if self._useful(remedy, known))
        return error

    def harmless(self, text: str) -> str:
        """A server's text without the credentials, control and direction characters, at most 300 characters."""
        text = Veil(self.username, self.password).text(text[: 8 * DETAILS_CAP])
        text = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)
        return re.sub(r"\s+", " ", text).strip()[:DETAILS_CAP]

    def _full_address(self) -> str:
        domain = mail_domain(self.host)
        return f"{self.username}@{domain}" if self.username and "@" not in self.username and domain else ""

    def _useful(self, remedy: Remedy, facts: dict[str, str]) -> bool:
        """Whether a button changes anything, and has what it needs."""
        if remedy.act == "account-page":
            return bool(facts["account_page"])
        now = {
            "host": self.host,
            "port": str(self.port),
            "secureType": self.method,
            "username": self.username,
            "protocol": self.protocol,
        }
        return remedy.act != "set" or any(now.get(key) != value for key, value in remedy.values.items())


def refuse_control(text: str, label: str, key: str) -> None:
    """Raise SettingsError when text for a command holds a control character: it could end the command."""
    if _CONTROL.search(text):
        raise SettingsError(
            tr("{label} contains control characters", label=label),
            tr("They could change what is said to the server, so nothing was sent."),
            cause="CONTROL_CHARACTERS",
            fix=tr("Type it again."),
            fields=(key,),
            remedies=(Remedy("edit", tr("Edit {label}", label=label), field=key),),
        )
