"""What an SMTP reply means for a message: the table of refusals (RFC 5321 4.2, RFC 3463) and their words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Reply, Stance
from mailflow_gui.core.errors import CredentialsError, MailflowError, RefusedError, Remedy, UnreachableError
from mailflow_gui.core.language import later, tr

MAIL, RCPT, DATA, DOT = "mail", "rcpt", "data", "dot"

EDIT_TO = Remedy("edit", "Edit Recipients", field="to")
EDIT_FROM = Remedy("edit", "Edit Email from", field="from")
COPY = Remedy("copy", "Copy Details")

_SENDER = re.compile(
    r"not owned by|sender (address )?(rejected|refused|denied)|send ?as|may not send (as|from)|sender verif"
    r"|(not|isn.t) (allowed|authori[sz]ed|permitted) to (send|use)\b(?! (mail |messages? |email )?to\b)"
    r"|invalid sender",
    re.IGNORECASE,
)
_RELAY = re.compile(r"\brelay", re.IGNORECASE)
_SPAM = re.compile(
    r"\bspam|spamhaus|black.?list|block.?list|\bblocked\b|\blisted (at|by|in|on)\b|reputation|dnsbl|\brbl\b"
    r"|unsolicited|\bjunk\b|\bvirus|malware|phish",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"authentication (is )?required|must (first )?authenticate|client was not authenticated", re.I)
_QUOTA = re.compile(r"sending (quota|limit)|daily .{0,40}(quota|limit)|rate limit|message limit exceeded", re.I)
_CROWD = re.compile(r"too many (recipients|rcpt)", re.IGNORECASE)
_PAUSE = re.compile(r"suggested backoff time:? *(\d{1,9}) *(ms|milliseconds|s\b|seconds)?", re.IGNORECASE)

_SIGN_IN_CODES = (530, 534, 535, 538)
_SIGN_IN_ENHANCED = ("5.7.8", "5.7.9", "5.7.14")
_OUR_FAULT = (500, 501, 502, 503, 504, 555)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reply answers: the stage (mail, rcpt, data, dot) and what is needed to word it."""

    stage: str
    address: str = ""
    sender: str = ""
    account: str = ""
    host: str = ""


def classify(asked: Asked, reply: Reply) -> tuple[Stance, MailflowError | None]:
    """What a reply decides, and the error in words (None when SENT).

    2xx is SENT (so is 354 to DATA), 4xx RETRY, 5xx REFUSED; limits that pass by themselves are RETRY whatever their
    class. A CredentialsError as the error means that the account is refused, not the message. Raises ValueError for
    a reply that has no meaning at this stage: the conversation is out of step.
    """
    if _is_positive(asked.stage, reply.code):
        return Stance.SENT, None
    if reply.code // 100 not in (4, 5):
        raise ValueError(f"reply {reply} to {asked.stage}")
    if asked.stage != DOT and _wants_sign_in(reply):
        return Stance.RETRY, _sign_in(asked, reply)
    if reply.code // 100 == 4 or _passes(asked, reply):
        return Stance.RETRY, _later(asked, reply)
    return Stance.REFUSED, _refusal(asked, reply)


def is_busy(reply: Reply) -> bool:
    """Whether a reply ends the session: 421, or 4.3.2 (the system takes no mail now)."""
    return reply.code == 421 or reply.enhanced == "4.3.2"


def all_of(errors: Sequence[MailflowError]) -> MailflowError:
    """One error for those of several recipients; the kind, cause and fix of the first."""
    first = errors[0]
    if len(errors) == 1:
        return first
    return type(first)(
        tr("{count} recipients are affected. {title}", count=len(errors), title=first.title),
        "; ".join(error.title for error in errors[1:])[:1000],
        cause=first.cause,
        fix=first.fix,
        fields=first.fields,
        remedies=first.remedies,
        details="\n".join(error.details for error in errors)[:2000],
        facts=first.facts,
    )


def busy(asked: Asked, reply: Reply) -> MailflowError:
    """The error for a server that takes nothing now."""
    wait = _PAUSE.search(reply.text)
    facts = {} if wait is None else {"waitSeconds": str(_seconds(wait))}
    return trouble("SERVER_BUSY", code=_codes(reply), host=asked.host, details=str(reply), **facts)


def in_doubt(asked: Asked, error: MailflowError) -> MailflowError:
    """The error for a dot without an answer."""
    return UnreachableError(
        tr("It is not known whether the server took the message"),
        tr("The connection broke in the instant of delivery. Sending again could deliver it twice."),
        cause="IN_DOUBT",
        fix=tr("Look into the Sent folder, or ask a recipient, before you send it again."),
        details=f"{error.title}. {error.details}"[:2000],
        facts={"host": asked.host},
    )


def _is_positive(stage: str, code: int) -> bool:
    return code == 354 if stage == DATA else 200 <= code < 300


def _wants_sign_in(reply: Reply) -> bool:
    if reply.code // 100 != 5:
        return False
    return (
        reply.code in _SIGN_IN_CODES or reply.enhanced in _SIGN_IN_ENHANCED or bool(_SIGN_IN.search(reply.text))
    ) and not _SENDER.search(reply.text)


def _sign_in(asked: Asked, reply: Reply) -> MailflowError:
    """AUTH_NEEDED without an account; with one, the server has taken back the sign-in."""
    cause = "AUTH_FAILED" if asked.account else "AUTH_NEEDED"
    error = trouble(cause, host=asked.host, details=str(reply))
    if not isinstance(error, CredentialsError):
        raise TypeError(f"{cause} has to stop the account")
    return error


def _passes(asked: Asked, reply: Reply) -> bool:
    """5xx that pass by themselves: sending limits, and too many recipients at once (RFC 5321 4.5.3.1.10)."""
    if reply.enhanced == "5.4.5" or _QUOTA.search(reply.text):
        return True
    return asked.stage == RCPT and (reply.enhanced == "5.5.3" or bool(_CROWD.search(reply.text)))


def _later(asked: Asked, reply: Reply) -> MailflowError:
    if reply.code // 100 == 5 and not (asked.stage == RCPT and _CROWD.search(reply.text)):
        return UnreachableError(
            tr("The sending limit of the account is reached ({codes})", codes=_codes(reply)),
            tr("The server takes no more messages for some time. Mailflow tries again later."),
            cause="SENDING_LIMIT",
            details=str(reply),
            facts={"host": asked.host},
        )
    if asked.stage == RCPT and not is_busy(reply):
        return UnreachableError(
            tr("Recipient not accepted yet: {address} ({codes})", address=asked.address, codes=_codes(reply)),
            _quoted(reply) + tr("Mailflow tries again later."),
            cause="RECIPIENT_LATER",
            details=str(reply),
            facts={"address": asked.address},
        )
    return busy(asked, reply)


def _refusal(asked: Asked, reply: Reply) -> MailflowError:
    for applies, make in _REFUSALS:
        if applies(asked, reply):
            return make(asked, reply)
    return _message_refused(asked, reply)


def _sender_refused(asked: Asked, reply: Reply) -> MailflowError:
    account = asked.account if "@" in asked.account else ""
    error = trouble("SENDER_REFUSED", sender=asked.sender, account=account, host=asked.host, details=str(reply))
    if not account:
        error.fix = tr("Use an address of the account as Email from.")
        error.remedies = (EDIT_FROM,)
    return error


def _relay_denied(asked: Asked, reply: Reply) -> MailflowError:
    return trouble("RELAY_DENIED", host=asked.host, details=str(reply), address=asked.address)


def _refused(
    cause: str, title: str, fix: str, *remedies: Remedy, fields: tuple[str, ...] = ()
) -> Callable[[Asked, Reply], MailflowError]:
    def make(asked: Asked, reply: Reply) -> MailflowError:
        named = f": {asked.address}" if asked.address else ""
        return RefusedError(
            f"{tr(title)}{named} ({_codes(reply)})",
            _quoted(reply).strip(),
            cause=cause,
            fix=tr(fix),
            fields=fields,
            remedies=remedies,
            details=str(reply),
            facts={"address": asked.address, "host": asked.host},
        )

    return make


_recipient_refused = _refused(
    "RECIPIENT_REFUSED",
    later("Recipient refused"),
    later("Check the address, then retry."),
    EDIT_TO,
    COPY,
    fields=("to",),
)
_mailbox_full = _refused(
    "MAILBOX_FULL",
    later("The mailbox is full"),
    later("Retry when the recipient has made room, or skip the message."),
    COPY,
)
_too_large = _refused(
    "TOO_LARGE",
    later("The message is too large for the server"),
    later("Send it without attachments, or smaller ones."),
    COPY,
)
_content_refused = _refused(
    "CONTENT_REFUSED",
    later("The server does not take this kind of content"),
    later("Change the text or the attachments."),
    COPY,
)
_blocked = _refused(
    "BLOCKED_AS_SPAM",
    later("The message was blocked as spam"),
    later("Ask the administrator of the server, or change the text, then retry."),
    COPY,
)
_policy = _refused(
    "POLICY_REFUSED", later("The rules of the server do not allow this message"), later("Ask its administrator."), COPY
)
_message_refused = _refused(
    "MESSAGE_REFUSED", later("The server refused the message"), later("See what the server said."), COPY
)
_internal = _refused(
    "INTERNAL",
    later("The server did not understand Mailflow"),
    later("Copy the details and report them; the message is kept."),
    COPY,
)


def _begins(prefix: str) -> Callable[[Asked, Reply], bool]:
    return lambda asked, reply: reply.enhanced.startswith(prefix)


def _is_spam(asked: Asked, reply: Reply) -> bool:
    return reply.code in (550, 551, 552, 553, 554, 571) and bool(_SPAM.search(reply.text))


def _is_sender(asked: Asked, reply: Reply) -> bool:
    return (
        reply.enhanced in ("5.1.7", "5.1.8", "5.7.60")
        or (asked.stage == MAIL and reply.enhanced.startswith("5.1."))
        or bool(_SENDER.search(reply.text))
    )


def _is_relay(asked: Asked, reply: Reply) -> bool:
    return bool(_RELAY.search(reply.text)) and not reply.enhanced.startswith("5.1.")


def _is_too_large(asked: Asked, reply: Reply) -> bool:
    return reply.enhanced in ("5.3.4", "5.2.3") or (reply.code == 552 and not reply.enhanced and asked.stage != RCPT)


def _is_full(asked: Asked, reply: Reply) -> bool:
    return reply.enhanced == "5.2.2" or (reply.code == 552 and asked.stage == RCPT)


def _is_our_fault(asked: Asked, reply: Reply) -> bool:
    """A command it did not know, or not now. 501 to RCPT is about the address, whatever the class says."""
    if asked.stage == RCPT and reply.code == 501:
        return False
    return reply.code in _OUR_FAULT and reply.enhanced[:4] in ("", "5.5.", "5.0.")


def _is_mail(asked: Asked, reply: Reply) -> bool:
    return asked.stage == MAIL and reply.code in (550, 553, 501) and not reply.enhanced.startswith(("5.3.", "5.6."))


def _is_rcpt(asked: Asked, reply: Reply) -> bool:
    return asked.stage == RCPT


#: Judged in this order; the first that applies words the refusal.
_REFUSALS: tuple[tuple[Callable[[Asked, Reply], bool], Callable[[Asked, Reply], MailflowError]], ...] = (
    (_is_full, _mailbox_full),
    (_is_too_large, _too_large),
    (_is_sender, _sender_refused),
    (_is_spam, _blocked),
    (_is_relay, _relay_denied),
    (_begins("5.6."), _content_refused),
    (_begins("5.1."), _recipient_refused),
    (_begins("5.7."), _policy),
    (_is_our_fault, _internal),
    (_is_mail, _sender_refused),
    (_is_rcpt, _recipient_refused),
)


def _codes(reply: Reply) -> str:
    return f"{reply.code} {reply.enhanced}".strip()


def _quoted(reply: Reply) -> str:
    """What the server said: its own words, shortened, never to be taken for ours."""
    text = reply.text if len(reply.text) <= 300 else reply.text[:299] + "…"
    return tr("The server said: “{text}”.", text=text) + " " if text else ""


def _seconds(wait: re.Match[str]) -> int:
    return int(wait[1]) // (1 if (wait[2] or "ms").lower().startswith("s") else 1000)
