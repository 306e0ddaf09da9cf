"""What every mail server connection has: its declared fields, its security methods and the names of its checks.

Pure declarations; used on every thread.
"""

from __future__ import annotations

from mailflow_gui.core.fields import Choice, Flag, Option, Pem, Port, Problem, Secret, Text, When
from mailflow_gui.core.hosts import NONE, STARTTLS, TLS, clean_host, is_host, suggest_host, usual_port, usual_ports
from mailflow_gui.core.language import tr
from mailflow_gui.core.limits import proxy_for
from mailflow_gui.core.settings import Settings

__all__ = [
    "ENCRYPTED",
    "NONE",
    "STARTTLS",
    "TLS",
    "ServerSettings",
    "check_names",
    "clean_host",
    "usual_port",
    "usual_ports",
]

ENCRYPTED = (STARTTLS, TLS)

_METHODS = (
    Option(NONE, "None", "Not encrypted: everybody on the way can read along."),
    Option(STARTTLS, "StartTLS", "Starts plain, then switches to encryption before you sign in."),
    Option(TLS, "SSL/TLS", "Encrypted from the first byte. Recommended."),
)
_SPELLINGS = {
    "": NONE,
    "none": NONE,
    "NONE": NONE,
    "STARTTLS": STARTTLS,
    "starttls": STARTTLS,
    "SSL": TLS,
    "TLS": TLS,
    "SSL / TLS": TLS,
    "ssl/tls": TLS,
}


class ServerSettings(Settings):
    """The fields that receiving and sending share; their keys are those of the export format."""

    host = Text("Email Host Name", "", required=True, placeholder="imap.example.org")
    port = Port("Email Server Port Number", required=True)
    username = Text("User Name", "", note="Leave both empty only if the server does not ask for a sign-in.")
    password = Secret("Password", note="The password is kept in your system keyring.")
    secure_type = Choice("Security Method", TLS, _METHODS, key="secureType", aliases=_SPELLINGS)
    server_certificate = Pem(
        "Server Certificate",
        "",
        key="serverCertificate",
        note="Needed only for a server on an internal network that uses its own certificate.",
        when=When("secureType", ENCRYPTED, "Choose StartTLS or SSL/TLS first"),
    )
    allow_unencrypted = Flag(
        "Send the password unencrypted",
        False,
        key="allowUnencryptedSignIn",
        when=When("secureType", (NONE,)),
    )
    trust_pinned_name = Flag(
        "Trust this certificate whatever its name and dates say",
        False,
        key="trustWithoutName",
        when=When("secureType", ENCRYPTED),
    )

    def review(self) -> list[Problem]:
        """Host name syntax, a password without its user name, and trust that has nothing to hold on to."""
        problems = []
        if self.host and not is_host(self.host):
            host, _ = clean_host(self.host)
            better = host if is_host(host) and host != self.host else suggest_host(self.host)
            hint = tr("Did you mean “{near}”?", near=better) if better else tr("Use a name such as imap.example.org.")
            problems.append(Problem("host", f"{tr('This is not a host name.')} {hint}"))
        if self.password and not self.username:
            problems.append(Problem("username", tr("Enter the User Name that belongs to the password.")))
        if self.trust_pinned_name and self.secure_type in ENCRYPTED and not self.server_certificate:
            problems.append(Problem("serverCertificate", tr("Paste the certificate that is to be trusted.")))
        return problems


def check_names(settings: ServerSettings, last: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The five checks of Validate in order, as (id, title); `last` is inbox or ready."""
    encrypted = settings.secure_type in ENCRYPTED
    signs_in = bool(settings.username or settings.password)
    return (
        # Through a proxy it is the proxy that finds the server, when it connects to the port.
        ("server", tr("Server found") if proxy_for(settings.host) is None else tr("Proxy answers")),
        ("port", tr("Port {port} answers", port=str(settings.port)) if settings.port else tr("Port answers")),
        ("encryption", tr("Connection is encrypted") if encrypted else tr("Not encrypted")),
        ("sign-in", tr("Signed in") if signs_in else tr("No sign-in needed")),
        last,
    )
