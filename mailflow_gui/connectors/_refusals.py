"""Servers that say no: their answer to a sign-in (IMAP, POP3, SMTP) as a cause of the catalogue.

The order is that of the table; codes come before words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from mailflow_gui.connectors._mailserver import NONE
from mailflow_gui.connectors._target import Target
from mailflow_gui.core.errors import MailflowError, Remedy, SettingsError
from mailflow_gui.core.hosts import known_provider
from mailflow_gui.core.language import tr

#: Mechanisms that take a password, and those that take a token.
PASSWORD_MECHANISMS = frozenset({"PLAIN", "LOGIN", "CRAM-MD5"})
TOKEN_MECHANISMS = frozenset({"XOAUTH2", "OAUTHBEARER"})

_BUSY_CODES = ("UNAVAILABLE", "INUSE", "IN-USE", "SYS/TEMP", "LOGIN-DELAY", "LIMIT", "SERVERBUG")
_BUSY = re.compile(
    r"too many (?:simultaneous |concurrent |open )?(?:connections|sessions|log-?ins|users)|"
    r"maximum number of connections|"
    r"connection limit|try again (?:later|in)|temporar(?:y|ily) (?:unavailable|failure|error|authentication)|"
    r"(?:mailbox|maildrop|mail drop) (?:is )?(?:already )?(?:locked|in use)|server (?:is )?(?:too )?busy|throttled",
    re.IGNORECASE,
)
_TABLE = tuple(
    (cause, re.compile(pattern, re.IGNORECASE))
    for cause, pattern in (
        (
            "AUTH_NEEDS_ENCRYPTION",
            r"\[PRIVACYREQUIRED\]|^538\b|\b5\.7\.11\b|must issue a? ?STARTTLS|STARTTLS (?:is )?(?:required|first)|"
            r"(?:plain ?text|clear ?text) (?:authentication|password|login)s? (?:is |are )?(?:disallowed|disabled|not)|"
            r"(?:requires?|use|need) (?:an? )?(?:secure|encrypted|SSL|TLS)\b[^.]*connection|non-secure",
        ),
        (
            "ACCOUNT_LOCKED",
            r"account[^.]{0,40}\b(?:locked|blocked|suspended|frozen)|\b(?:locked|blocked) (?:out|account)|"
            r"user[^.]{0,20} (?:is )?(?:locked|blocked)|"
            r"too many (?:failed|invalid|bad|incorrect|wrong) (?:log|sign|auth|pass|att)|"
            r"too many (?:log-?in|sign-?in|auth\w*|password)s?[^.]{0,12}(?:attempts|failures|tries)|"
            r"temporarily (?:blocked|locked|disabled|suspended|banned)",
        ),
        (
            "PROTOCOL_DISABLED",
            r"SmtpClientAuthentication is disabled|"
            r"(?:imap|pop3?|smtp)4?(?:rev1)?[^.]{0,30}\b(?:is |has been |was |are )?"
            r"(?:disabled|not enabled|switched off|turned off|deactivated|not activated|not allowed)|"
            r"(?:not|isn't) (?:enabled|allowed|activated) for (?:imap|pop3?|smtp)|"
            r"(?:disabled|no access|access denied) (?:for|via|by) (?:imap|pop3?|smtp)",
        ),
        (
            "OAUTH_NEEDED",
            r"\b5\.7\.139\b|basic ?auth(?:entication)?(?:blocked| is (?:disabled|blocked|not))|"
            r"(?:only|requires?|use) (?:x?oauth|modern auth)|"
            r"password authentication (?:is )?(?:disabled|not (?:allowed|supported|permitted|accepted))",
        ),
        (
            "APP_PASSWORD_NEEDED",
            r"\b5\.7\.9\b|\b5\.7\.14\b|app(?:lication)?[- ]?(?:specific )?pass(?:word|code|phrase)|"
            r"log ?in via your web browser|web login required|two-?(?:factor|step)",
        ),
    )
)


def busy_code(text: str) -> str:
    """What stands for “come back later” in an answer: its code, or "" when it says something else."""
    code = _bracketed(text)
    reply = re.match(r"(4\d\d)\b", text)
    if code or reply:
        return code or (reply[1] if reply else "")
    return tr("no free connection") if _BUSY.search(text) else ""


def _bracketed(text: str) -> str:
    return next((code for code in _BUSY_CODES if f"[{code}]" in text.upper()), "")


def refusal(target: Target, text: str) -> MailflowError:
    """The error for an answer that refused the sign-in. `text` begins with the SMTP code, or has the [CODE]."""
    text = text[:2000]
    if bracketed := _bracketed(text):
        return target.trouble("SERVER_BUSY", text, code=bracketed)
    for cause, pattern in _TABLE:
        if cause == "AUTH_NEEDS_ENCRYPTION" and target.method != NONE:
            continue
        if pattern.search(text):
            return target.trouble(cause, text)
    if re.match(r"530\b", text):
        return target.trouble("AUTH_NEEDED", text)
    if code := busy_code(text):
        return target.trouble("SERVER_BUSY", text, code=code)
    provider = known_provider(target.host)
    if provider and provider.oauth_only:
        return target.trouble("OAUTH_NEEDED", text)
    if provider and provider.needs_app_password:
        return target.trouble("APP_PASSWORD_NEEDED", text)
    return target.trouble("AUTH_FAILED", text)


def no_way_in(target: Target, offered: Collection[str], starttls: bool) -> MailflowError:
    """The error when the server offers no mechanism that takes a password; nothing was sent."""
    names = " ".join(sorted(offered))
    if set(offered) & TOKEN_MECHANISMS:
        return target.trouble("OAUTH_NEEDED", names)
    if target.method == NONE and starttls:
        return target.trouble("AUTH_NEEDS_ENCRYPTION", names)
    return SettingsError(
        tr("The server offers no sign-in on port {port}", port=str(target.port)),
        tr("You entered a User Name, but the server takes none here. Your password was not sent."),
        cause="AUTH_NOT_OFFERED",
        fix=tr("Use the port for mail programs, or leave User Name and Password empty."),
        fields=("port", "username"),
        remedies=_elsewhere(target),
        details=target.harmless(names),
        facts={"host": target.host, "port": str(target.port)},
    )


def password_missing(target: Target) -> MailflowError:
    """The error for a user name without a password."""
    error = target.trouble("AUTH_NEEDED")
    error.title = tr("The password is missing")
    error.hint = tr("There is a User Name, but no password to go with it.")
    error.fix = tr("Enter the password.")
    error.fields = ("password",)
    error.remedies = (Remedy("edit", tr("Enter Password"), field="password"),)
    error.args = (error.title,)
    return error


def unencrypted_password(target: Target) -> MailflowError:
    """The question before a password would cross the network in clear."""
    return SettingsError(
        tr("Your password would travel unencrypted"),
        tr("With Security Method None everybody on the way to {host} can read it. It was not sent.", host=target.host),
        cause="PLAINTEXT_PASSWORD",
        fix=tr("Use StartTLS or SSL/TLS. Send it anyway only on a network you trust."),
        fields=("secureType",),
        remedies=(
            Remedy("set", "Use StartTLS", values={"secureType": "StartTLS"}),
            Remedy("set", tr("Send Anyway"), values={"allowUnencryptedSignIn": "true"}),
        ),
        facts={"host": target.host, "port": str(target.port)},
    )


def _elsewhere(target: Target) -> tuple[Remedy, ...]:
    without = Remedy("set", tr("Continue Without Sign-in"), values={"username": "", "password": ""})
    if target.protocol != "smtp" or target.port == 465:
        return (without,)
    return (Remedy("set", tr("Use SSL/TLS on 465"), values={"secureType": "SSL/TLS", "port": "465"}), without)
