"""Receive Email: the fields of an IMAP or POP3 connection and of its action, and how both are opened.

Pure until `open`, `verify`, `folders` or `certificate` is called; those run on the caller's thread, never the window's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from mailflow_gui.connectors._delivering import DELIVER
from mailflow_gui.connectors._mailserver import ServerSettings, check_names
from mailflow_gui.core import expectation
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import (
    Action,
    Certificate,
    Connector,
    Folder,
    Pattern,
    SentFolder,
    Source,
    Trace,
)
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Choice, Duration, FieldError, Flag, Number, Option, Plain, Problem, Text
from mailflow_gui.core.hosts import NONE, usual_port
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import EMAIL

IMAP, POP3 = "imap", "pop3"
_MOST = 1_000_000


class ReceiveSettings(ServerSettings):
    """A mail account to receive from."""

    protocol = Choice(
        "Protocol",
        IMAP,
        (Option(IMAP, "imap"), Option(POP3, "pop3")),
        help="Imap keeps email on the server in folders. Pop3 gives access to the inbox only.",
        required=True,
    )


# A subclass's fields come last; people and files start with the protocol.
ReceiveSettings.FIELDS = {"protocol": ReceiveSettings.protocol, **ReceiveSettings.FIELDS}


class MaximumEmails(Number):
    """How many messages one poll takes: -1 for no limit; 0 would take none and is refused."""

    def convert(self, raw: Plain) -> int:
        if str(raw).strip() in ("0", "-0", "+0"):
            raise FieldError(tr("With 0 no message would ever be taken. Use 1 or more, or -1 for no limit."))
        return super().convert(raw)


class StartFrom(Text):
    """What to do with email that is already there: `all`, `now`, or `last N`.

    `options` are the values a form offers; one that ends with a space wants a number behind it.
    """

    options = (
        Option("all", "Take all of it"),
        Option("now", "Leave it, start with new email"),
        Option("last ", "Take the newest", "How many of the newest messages are taken."),
    )

    def convert(self, raw: Plain) -> str:
        text = " ".join(str(raw).split()).lower()
        if text in ("all", "now"):
            return text
        match = re.fullmatch(r"last (\d{1,7})", text, re.ASCII)
        if match is None or not 1 <= int(match[1]) <= _MOST:
            raise FieldError(
                tr("{label} must be all, now, or last and a number, for example “last 20”.", label=self.label)
            )
        return f"last {int(match[1])}"


class AfterSuccess(Text):
    """What becomes of a message that was handled: `mark-seen`, `keep`, `move:FOLDER`, `copy:FOLDER` or `delete`.

    `options` are the values a form offers; one that ends with a colon wants a folder behind it.
    """

    options = (
        Option("mark-seen", "Mark as read"),
        Option("keep", "Leave as it is"),
        Option("move:", "Move to a folder", "The folder is created when it is missing."),
        Option("copy:", "Mark as read and copy to a folder", "The folder is created when it is missing."),
        Option("delete", "Delete on the server"),
    )

    def convert(self, raw: Plain) -> str:
        text = super().convert(raw)
        verb, colon, folder = text.partition(":")
        verb, folder = verb.strip().lower(), folder.strip()
        if not colon and verb in ("mark-seen", "keep", "delete"):
            return verb
        if not colon or verb not in ("move", "copy"):
            raise FieldError(
                tr("{label} must be mark-seen, keep, move:FOLDER, copy:FOLDER or delete.", label=self.label)
            )
        if not folder:
            raise FieldError(tr("Name the folder after “{verb}:”, for example “{verb}:Done”.", verb=verb))
        return f"{verb}:{folder}"


class ExpectedBy(Text):
    """By when email is expected: a time of day, after the days when not every day is meant; blank: no alarm."""

    def convert(self, raw: Plain) -> str:
        text = super().convert(raw)
        if not text:
            return ""
        try:
            return str(expectation.parse(text))
        except ValueError:
            example = tr("for example “09:00” or “mon-fri 09:00”")
            raise FieldError(
                tr("{label} must be a time of day with or without days, {example}.", label=self.label, example=example)
            ) from None


class SharedAs(Text):
    """The word under which several computers share a folder; blank: this one has it alone."""

    def convert(self, raw: Plain) -> str:
        text = super().convert(raw).strip().lower()
        if text and not re.fullmatch(r"[a-z0-9-]{1,40}", text):
            raise FieldError(
                tr("{label} must be one word of letters, digits and hyphens, for example “office”.", label=self.label)
            )
        return text


class ReceiveAction(Settings):
    """Which messages a poll takes, how often, and what becomes of them."""

    folder_name = Text(
        "Folder", "", key="folderName", placeholder="Inbox", help="Leave blank to obtain email from the inbox."
    )
    unseen_only = Flag(
        "Unseen Only",
        False,
        key="unseenOnly",
        help="Obtain only messages that are marked as unread on the email server.",
    )
    delay = Duration("Delay", 5_000, low=100, help="Time between two polls.")
    max_results = MaximumEmails(
        "Maximum Emails",
        5,
        low=-1,
        high=_MOST,
        key="maxResults",
        note="No limit (−1)",
        help="Largest number of messages that one poll can return. If there are more, the oldest come first and the"
        " rest at the next poll.",
    )
    start_from = StartFrom(
        "Start From",
        "all",
        key="startFrom",
        help="What to do with email that is already there when the integration starts for the first time.",
    )
    repeat = Choice(
        "Repeat",
        "once",
        (
            Option("once", "Take each message once"),
            Option("every-poll", "Take the same messages at every poll"),
        ),
        help="Mailflow remembers what it has taken. Every poll matters only while Unseen Only is off.",
    )
    push = Flag(
        "Push",
        False,
        help="Poll at once when the server announces new email. Needs imap; polls go on beneath it.",
    )
    after_success = AfterSuccess(
        "After Success",
        "mark-seen",
        key="afterSuccess",
        help="What becomes of a message on the server when all steps have succeeded.",
    )
    expected_by = ExpectedBy(
        "Expected By",
        "",
        key="expectedBy",
        placeholder="09:00",
        help="Tell me when no email has come between midnight and this time of day.",
    )
    shared_as = SharedAs(
        "Shared As",
        "",
        key="sharedAs",
        help="When several computers run this integration: the same word on each, and only one of them takes each"
        " message. Otherwise all do. Needs imap.",
    )
    max_size_mb = Number(
        "Largest Message",
        50,
        low=1,
        high=1_000,
        key="maxSizeMb",
        note="megabytes",
        help="A larger message is not downloaded; it is shown under Needs Attention.",
    )

    def review(self) -> list[Problem]:
        """A target that is the folder itself: each move there would make the message new again."""
        target = "INBOX" if self.target.upper() == "INBOX" else self.target
        if target and target == self.mailbox:
            return [Problem("afterSuccess", tr("This is the folder that is polled. Choose another one."))]
        return []

    @property
    def only_reads(self) -> bool:
        """Whether nothing is changed on the server."""
        return self.verb == "keep" and not self.shared_as

    @property
    def mailbox(self) -> str:
        """The folder's name for the server: INBOX for a blank one (INBOX is case-insensitive, RFC 9051 5.1)."""
        return self.folder_name if self.folder_name.strip().upper() not in ("", "INBOX") else "INBOX"

    @property
    def verb(self) -> str:
        """What to do after success: mark-seen, keep, move, copy or delete."""
        return self.after_success.partition(":")[0]

    @property
    def target(self) -> str:
        """The folder to move or copy to, "" for none."""
        return self.after_success.partition(":")[2]

    @property
    def max_bytes(self) -> int:
        """The largest message that is downloaded, in bytes."""
        return self.max_size_mb * 1024 * 1024


def summary(settings: ReceiveAction) -> str:
    """One line for the step's card: “inbox, unread only, every 5 s”."""
    parts = [tr("inbox") if settings.mailbox == "INBOX" else _folder_in_words(settings)]
    if settings.unseen_only:
        parts.append(tr("unread only"))
    number, unit = _split_duration(settings.delay)
    parts.append(tr("every {time}", time=f"{number} {_SHORT[unit]}"))
    return ", ".join(parts)


_DURATIONS = {"day": 86_400_000, "hour": 3_600_000, "minute": 60_000, "second": 1_000, "millisecond": 1}
_SHORT = {"day": "d", "hour": "h", "minute": "min", "second": "s", "millisecond": "ms"}


def _split_duration(milliseconds: int) -> tuple[int, str]:
    return next((milliseconds // size, unit) for unit, size in _DURATIONS.items() if milliseconds % size == 0)


def _folder_in_words(settings: ReceiveAction) -> str:
    return tr("the inbox") if settings.mailbox == "INBOX" else tr("“{name}”", name=settings.mailbox)


def open_source(connection: ReceiveSettings, action: ReceiveAction) -> Source:
    """A Source that connects at its first use. Raises SettingsError (FOLDER_POP3, NO_CLAIMS) for what POP3 has not."""
    from mailflow_gui.connectors._receive_failures import Explain

    explain = Explain(connection, connection.protocol)
    if connection.protocol == POP3:
        from mailflow_gui.connectors._pop3_session import connect_pop3
        from mailflow_gui.connectors._pop3_source import Pop3Source

        for folder in (action.mailbox, action.target or "INBOX"):
            if folder != "INBOX":
                raise trouble("FOLDER_POP3", folder=folder)
        if action.shared_as:
            raise SettingsError(
                tr("A POP3 mailbox can't be shared between computers"),
                tr("POP3 has no marks by which one could tell the other what it has taken."),
                cause="NO_CLAIMS",
                fix=tr("Use an imap connection, or leave Shared As blank."),
                fields=("sharedAs",),
            )
        return Pop3Source(action, partial(connect_pop3, connection), explain)
    from mailflow_gui.connectors._imap_session import connect_imap
    from mailflow_gui.connectors._imap_source import ImapSource

    return ImapSource(action, partial(connect_imap, connection), explain)


def open_sent_folder(connection: ReceiveSettings) -> SentFolder | None:
    """The folder of sent mail of this account; None for POP3, which has none."""
    if connection.protocol == POP3:
        return None
    from mailflow_gui.connectors._imap_sent import ImapSentFolder
    from mailflow_gui.connectors._imap_session import connect_imap
    from mailflow_gui.connectors._receive_failures import Explain

    return ImapSentFolder(partial(connect_imap, connection), Explain(connection, connection.protocol))


def verify(settings: ReceiveSettings, trace: Trace) -> None:
    """Run the checks of Validate with the connect function of the running integration. Raises MailflowError."""
    if settings.protocol == POP3:
        from mailflow_gui.connectors._pop3_session import verify_pop3

        return verify_pop3(settings, trace)
    from mailflow_gui.connectors._imap_session import verify_imap

    return verify_imap(settings, trace)


def checks(settings: ReceiveSettings) -> tuple[tuple[str, str], ...]:
    """The checks of Validate in order, as (id, title)."""
    return check_names(settings, ("inbox", tr("Inbox opened")))


def folders(settings: ReceiveSettings, trace: Trace) -> Sequence[Folder]:
    """The folders of the mailbox. Raises MailflowError."""
    from mailflow_gui.connectors._folders import list_folders

    return list_folders(settings, trace)


def certificate(settings: ReceiveSettings, trace: Trace) -> Certificate:
    """The certificate that the server shows now, trusted or not. Raises MailflowError."""
    from mailflow_gui.connectors._tls import fetch_certificate

    return fetch_certificate(settings, trace)


def read_certificate(pem: str) -> Certificate:
    """What a pasted certificate says. Raises SettingsError (CERT_UNREADABLE)."""
    from mailflow_gui.connectors import _certificates as certificates

    return certificates.read_certificate(pem)


def port_for(values: Mapping[str, Any]) -> str:
    """The usual port for raw form values (protocol, secureType), "" when unknown."""
    port = usual_port(str(values.get("protocol") or IMAP), str(values.get("secureType") or NONE))
    return str(port or "")


CONNECTOR = Connector(
    id="email-receive",
    title="Receive Email",
    description="Obtain email from an imap or pop3 server.",
    icon="receive",
    tone="receive",
    settings=ReceiveSettings,
    actions=(
        Action(
            id="receive-email",
            title="Receive Email",
            description="Obtain messages from the email account that this connection is authorized to access.",
            pattern=Pattern.FROM,
            settings=ReceiveAction,
            open=open_source,
            summary=summary,
            produces=lambda settings: EMAIL,
        ),
        DELIVER,
    ),
    verify=verify,
    checks=checks,
    certificate=certificate,
    read_certificate=read_certificate,
    folders=folders,
    usual_port=port_for,
    sent_folder=open_sent_folder,
)
