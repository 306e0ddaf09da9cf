"""The catalogue of causes: every known way a connection can fail, with its words, its field and its buttons.

`trouble("AUTH_FAILED", host=…, details=…)` makes the error. Texts are the product's; {names} are filled in, and
[what stands in brackets] is left out when a name in it is not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mailflow_gui.core.cause import AGAIN, Cause
from mailflow_gui.core.errors import (
    CredentialsError,
    MailflowError,
    RefusedError,
    Remedy,
    SettingsError,
    UnreachableError,
    VaultError,
    VaultLocked,
)
from mailflow_gui.core.proxy_causes import NETWORK, PROXY_CAUSES

FETCH = Remedy("fetch", "Fetch from Server")
OPEN_FILE = Remedy("open-file", "Open File…")
TRUST = Remedy("trust", "Trust This Certificate")
TRUST_ANYWAY = Remedy("trust-anyway", "Trust Anyway…")
DETAILS = Remedy("details", "Show Details")
ENTER_USER = Remedy("edit", "Enter User Name", field="username")
ACCOUNT_PAGE = Remedy("account-page", "Open Account Page")
INBOX = Remedy("set", "Use Inbox", values={"folderName": ""})
USE_USUAL = Remedy("set", "Use Port {usual}", values={"port": "{usual}"})
USE_TLS = Remedy("set", "Use SSL/TLS on {tlsPort}", values={"secureType": "SSL/TLS", "port": "{tlsPort}"})
USE_STARTTLS = Remedy("set", "Use StartTLS", values={"secureType": "StartTLS"})
CERT = ("serverCertificate",)

_OPTIONAL = re.compile(r"\[(.+?)\]")

CAUSES: Mapping[str, Cause] = {
    "NO_NETWORK": Cause(
        UnreachableError,
        "This computer is offline",
        "There is no network connection, so no server can be reached.",
        "Connect to a network or VPN, then try again.",
        (AGAIN,),
    ),
    "WORKING_OFFLINE": Cause(
        UnreachableError,
        "You work offline",
        "Mailflow reaches no server while “Work offline” is on.",
        "Switch it off under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "HOST_NOT_FOUND": Cause(
        UnreachableError,
        "Server “{host}” was not found",
        "No server has this name. It may be misspelled, or known only inside your company network.",
        "Check the name[ ({suggestion}?)]. For an internal server connect to the VPN.",
        (
            Remedy("set", "Use {suggestion}", values={"host": "{suggestion}"}),
            Remedy("edit", "Edit Host Name", field="host"),
        ),
        ("host",),
    ),
    "LOOKUP_FAILED": Cause(
        UnreachableError,
        "The name “{host}” could not be looked up",
        "No name server gave an answer, so it is not known where this server is.",
        "Check the network or the VPN, then try again.",
        (AGAIN, Remedy("edit", "Edit Host Name", field="host")),
    ),
    "REFUSED": Cause(
        UnreachableError,
        "{host} does not accept connections on port {port}",
        "The server exists, but nothing answers on this port, or a firewall blocks it.",
        "Check that the mail server runs[, or use the usual port for this method: {usual}].",
        (USE_USUAL, Remedy("try-usual-ports", "Try All Usual Ports")),
        ("port",),
    ),
    "TIMED_OUT": Cause(
        UnreachableError,
        "{host} does not answer",
        "No answer within {seconds} seconds. Usually a wrong port or a firewall that drops connections silently.",
        "Check the port; some providers and networks block 25.",
        (Remedy("set", "Try Port {usual}", values={"port": "{usual}"}), AGAIN),
        ("port",),
    ),
    "CONNECTION_LOST": Cause(
        UnreachableError,
        "The server closed the connection",
        "It answered, then hung up. Often too many sign-ins in a short time.",
        "Wait a few minutes, or close other mail programs.",
        (AGAIN,),
    ),
    "CERT_SELF_SIGNED": Cause(
        SettingsError,
        "Certificate not trusted",
        "The server signed its certificate itself, as many internal servers do.",
        "Compare the fingerprint with the one from your administrator, then trust it.",
        (TRUST, DETAILS),
        CERT,
    ),
    "CERT_UNKNOWN_ISSUER": Cause(
        SettingsError,
        "Certificate issuer is not known",
        "“{issuer}” signed it, but this computer does not know that issuer. Common for company certificates.",
        "Trust it after comparing the fingerprint, or paste your company's root certificate.",
        (TRUST, OPEN_FILE),
        CERT,
    ),
    "CERT_EXPIRED": Cause(
        SettingsError,
        "Certificate expired on {date}",
        "The server's certificate is too old, so its identity cannot be confirmed.",
        "Tell the administrator. On an internal network you may accept it if the fingerprint is right.",
        (DETAILS, TRUST_ANYWAY),
        CERT,
    ),
    "CERT_NOT_YET_VALID": Cause(
        SettingsError,
        "Certificate is valid only from {date}",
        "The date of this computer or of the server is probably wrong.",
        "Check the clock of this computer: it shows {now}.",
        (AGAIN,),
    ),
    "CERT_HOST_MISMATCH": Cause(
        SettingsError,
        "Certificate belongs to another name",
        "You asked for {host}, the certificate is for {names}. It may be a wrong name, or someone in between.",
        "Use the name in the certificate if it is your provider's.",
        (Remedy("set", "Use {name}", values={"host": "{name}"}), TRUST_ANYWAY),
        ("host",),
    ),
    "CERT_CHANGED": Cause(
        SettingsError,
        "The server shows a different certificate",
        "Until now it used the one you trusted. It was renewed, or someone is in between. Nothing was sent.",
        "Ask the administrator for the new fingerprint.",
        (Remedy("details", "Compare…"), Remedy("trust", "Trust New Certificate")),
        CERT,
    ),
    "CERT_UNREADABLE": Cause(
        SettingsError,
        "The text is not a certificate",
        "The pasted text has no readable PEM block, or it is a private key.",
        "Copy everything from BEGIN CERTIFICATE to END CERTIFICATE.",
        (FETCH, OPEN_FILE),
        CERT,
    ),
    "CERT_NOT_MATCHING": Cause(
        SettingsError,
        "The server does not use this certificate",
        "The certificate you gave is valid, but the server shows another one.",
        "Fetch the current one and compare it.",
        (FETCH,),
        CERT,
    ),
    "STARTTLS_MISSING": Cause(
        SettingsError,
        "The server does not offer StartTLS on port {port}",
        "It cannot switch to encryption here, so Mailflow stopped before signing in.",
        "Use SSL/TLS with port {tlsPort}.",
        (USE_TLS,),
        ("secureType",),
    ),
    "STARTTLS_TAMPERED": Cause(
        SettingsError,
        "Someone interferes with the encryption",
        "The server's answer to StartTLS carried more than it may. Mailflow stopped before signing in.",
        "Use SSL/TLS with port {tlsPort}, or another network.",
        (USE_TLS,),
        ("secureType",),
    ),
    "TLS_ON_PLAIN_PORT": Cause(
        SettingsError,
        "Port {port} does not start with encryption",
        "You chose SSL/TLS, but the server speaks plain text first on this port.",
        "Use StartTLS on this port, or SSL/TLS on {tlsPort}.",
        (USE_STARTTLS, Remedy("set", "Use Port {tlsPort}", values={"port": "{tlsPort}"})),
        ("secureType",),
    ),
    "PLAIN_ON_TLS_PORT": Cause(
        SettingsError,
        "Port {port} expects SSL/TLS",
        "You chose {method}, but this port is encrypted from the first byte.",
        "Choose SSL/TLS.",
        (Remedy("set", "Use SSL/TLS", values={"secureType": "SSL/TLS"}),),
        ("secureType",),
    ),
    "TLS_TOO_OLD": Cause(
        SettingsError,
        "The server's encryption is too old",
        "It offers only {version}, which is no longer safe.",
        "Ask the administrator to enable TLS 1.2 or later.",
        (DETAILS,),
    ),
    "WRONG_PROTOCOL": Cause(
        SettingsError,
        "Port {port} speaks {found}, not {wanted}",
        "There is a mail server, but for another protocol.",
        "[Change Protocol to {receivesToo}, or use port {usual}.]"
        "[Use port {usual}. For {sends} create a Send Email connection.]"
        "[Use port {usual}. For {receives} create a Receive Email connection.]",
        (Remedy("set", "Use {found}", values={"protocol": "{foundValue}"}), USE_USUAL),
        ("protocol",),
    ),
    "NOT_A_MAIL_SERVER": Cause(
        SettingsError,
        "No mail server answers on port {port}",
        "Something else answers here ({banner}).",
        "Check host name and port.",
        (USE_USUAL,),
        ("port",),
    ),
    "AUTH_FAILED": Cause(
        CredentialsError,
        "The server refused the user name or password",
        "The server is right, only the sign-in failed.",
        "Check both; many servers want the full address as User Name.",
        (
            Remedy("set", "Try {user@domain}", values={"username": "{user@domain}"}),
            Remedy("edit", "Edit Password", field="password"),
        ),
        ("username", "password"),
    ),
    "AUTH_NEEDED": Cause(
        CredentialsError,
        "The server asks for a sign-in",
        "You left User Name and Password empty, but this server needs them.",
        "Enter the account that may use this server.",
        (ENTER_USER,),
        ("username",),
    ),
    "AUTH_NEEDS_ENCRYPTION": Cause(
        SettingsError,
        "The server allows sign-in only when encrypted",
        "It refuses passwords on an open connection. Yours was not sent.",
        "Choose StartTLS or SSL/TLS.",
        (USE_STARTTLS,),
        ("secureType",),
    ),
    "APP_PASSWORD_NEEDED": Cause(
        CredentialsError,
        "{provider} needs an app password",
        "Your account has two-step sign-in. The normal password does not work in mail programs.",
        "Create an app password in your account and paste it here.",
        (ACCOUNT_PAGE, Remedy("paste", "Paste Password", field="password")),
        ("password",),
    ),
    "OAUTH_NEEDED": Cause(
        CredentialsError,
        "{provider} accepts only a browser sign-in",
        "Passwords are switched off for mail programs by the provider.",
        "Mailflow cannot sign in through the browser yet. Ask the administrator to allow passwords, or use an account "
        "of another provider.",
        (AGAIN,),
        ("password",),
    ),
    "PROTOCOL_DISABLED": Cause(
        CredentialsError,
        "{protocol} is switched off for this account",
        "User name and password may be right, but the account does not allow {protocol}.",
        "Switch it on in the account's settings, or ask the administrator.",
        (ACCOUNT_PAGE, AGAIN),
        ("protocol",),
    ),
    "ACCOUNT_LOCKED": Cause(
        CredentialsError,
        "The account is locked for now",
        "Too many attempts. The server refuses even the right password.",
        "Wait 15 minutes; Mailflow does not try by itself meanwhile.",
        (AGAIN,),
    ),
    "FOLDER_NOT_FOUND": Cause(
        SettingsError,
        "Folder “{folder}” does not exist",
        "The account has no folder with this name. Names may differ in case or language.",
        "Choose one from the list.",
        (Remedy("browse-folders", "Browse Folders…"), INBOX),
        ("folderName",),
    ),
    "FOLDER_POP3": Cause(
        SettingsError,
        "POP3 gives access to the inbox only",
        "This server has no folder “{folder}”. Other folders need IMAP.",
        "Leave Folder blank, or use an IMAP connection.",
        (INBOX,),
        ("folderName",),
    ),
    "SENDER_REFUSED": Cause(
        RefusedError,
        "The server does not let you send as {from}",
        "The account may use only its own addresses.",
        "Use {account} as Email from.",
        (Remedy("set", "Use {account}", values={"from": "{account}"}),),
        ("from",),
    ),
    "RELAY_DENIED": Cause(
        RefusedError,
        "The server does not forward to other domains",
        "Without sign-in it accepts only its own addresses.",
        "Enter User Name and Password, or use the right server.",
        (ENTER_USER,),
        ("username",),
    ),
    "SERVER_BUSY": Cause(
        UnreachableError,
        "The server is busy ({code})",
        "It asked to come back later. Your settings may be right.",
        "Try again in a minute.",
        (AGAIN,),
    ),
    "KEYRING_LOCKED": Cause(
        VaultLocked,
        "Your keyring is locked",
        "Mailflow keeps passwords in the system keyring and cannot read it now.",
        "Unlock it with your login password.",
        (Remedy("unlock-keyring", "Unlock Keyring"), Remedy("session-only", "Use for This Session Only")),
    ),
    "KEYRING_MISSING": Cause(
        VaultError,
        "No keyring on this system",
        "Without a keyring Mailflow cannot store passwords safely.",
        "Install one (for example GNOME Keyring or KWallet), or use an encrypted file with a master password.",
        (Remedy("master-password", "Set a Master Password…"), Remedy("session-only", "Ask Me at Each Start")),
    ),
    "KEYRING_ENTRY_GONE": Cause(
        VaultError,
        "The saved password is missing",
        "It was removed from the keyring, or belongs to another user account.",
        "Enter it again.",
        (Remedy("edit", "Enter Password", field="password"),),
        ("password",),
    ),
    "UNEXPECTED": Cause(
        UnreachableError,
        "Something unexpected happened",
        "The server sent an answer that Mailflow does not know.",
        "Copy the details for your administrator.",
        (Remedy("copy", "Copy Details"), AGAIN),
    ),
    **PROXY_CAUSES,
}


def trouble(cause: str, *, details: str = "", **facts: str) -> MailflowError:
    """The error for a cause of the catalogue, its texts and buttons filled with the facts.

    A button whose facts are not known (no suggestion, no usual port) is left out.
    `user_at_domain` fills {user@domain}, `sender` fills {from}.
    """
    entry = CAUSES[cause]
    known = {key.replace("user_at_domain", "user@domain").replace("sender", "from"): v for key, v in facts.items() if v}
    remedies = tuple(
        Remedy(r.act, _fill(r.label, known), r.field, {k: _fill(v, known) for k, v in r.values.items()})
        for r in entry.remedies
        if not _unfilled(r, known)
    )
    return entry.kind(
        _fill(entry.title, known),
        _fill(entry.explanation, known),
        cause=cause,
        fix=_fill(entry.fix, known),
        fields=entry.fields,
        remedies=remedies,
        details=details[:2000],
        facts=known,
    )


def is_about_a_secret(cause: str) -> bool:
    """Whether what is missing is a saved password or the place where it lies."""
    return cause in CAUSES and issubclass(CAUSES[cause].kind, VaultError)


def _fill(text: str, facts: Mapping[str, str]) -> str:
    text = _OPTIONAL.sub(lambda part: "" if "{" in _fill(part[1], facts) else part[1], text)
    for key, value in facts.items():
        text = text.replace("{" + key + "}", value)
    return text


def _unfilled(remedy: Remedy, facts: Mapping[str, str]) -> bool:
    texts = (remedy.label, *remedy.values.values())
    return any("{" in _fill(text, facts) for text in texts)
