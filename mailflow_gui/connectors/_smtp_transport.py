"""The sending end of an integration: one kept SMTP connection, renewed when stale. On the integration's thread."""

from __future__ import annotations

import re
import smtplib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mailflow_gui.connectors._halt import in_passing, while_moving
from mailflow_gui.connectors._mailserver import ServerSettings
from mailflow_gui.connectors._smtp_conversation import Conversation
from mailflow_gui.connectors._smtp_session import connect_smtp
from mailflow_gui.connectors._smtp_transaction import Offer, Patience, Transaction, unsent
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.connectors._veil import Veil
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Attempt, Outgoing, Rows, Stance
from mailflow_gui.core.errors import MailflowError, RefusedError, UnreachableError
from mailflow_gui.core.language import number, tr, trn
from mailflow_gui.core.ports import StopRequest

#: After so many idle seconds the connection is asked whether it still lives.
IDLE = 60.0
PROBE_SECONDS = 5.0

#: What may stand between < and > of MAIL and RCPT without starting a parameter or another command.
_SAFE_ADDRESS = re.compile(r'(?:[^\s<>"\x00-\x1f\x7f-\x9f]|"(?:[^"\\\x00-\x1f\x7f-\x9f]|\\[ -~])*")+')


@dataclass(slots=True)
class _Session:
    """A signed-in connection. `fresh` until its first transaction ended; `reset` when RSET has to come first."""

    smtp: smtplib.SMTP
    wire: Conversation
    offer: Offer
    used: float
    fresh: bool = True
    reset: bool = False


class SmtpTransport:
    """Keeps one connection between messages (see `Transport` in core). Used by one thread.

    `patience` are the limits after the sign-in; `monotonic` gives seconds for the idle check.
    """

    def __init__(
        self,
        settings: ServerSettings,
        *,
        patience: Patience | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._patience = patience or Patience()
        self._monotonic = monotonic
        self._veil = Veil(settings.username, settings.password)
        self._session: _Session | None = None
        self._trace = SilentTrace()

    def attend(self, stop: StopRequest) -> None:
        """Waits end with Cancelled soon after `stop` is set; the one for the answer to the dot does not."""
        self._trace = SilentTrace(stop)

    def transmit(self, outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[Rows], None]) -> Attempt:
        """One attempt for these recipients, one transaction for all of them.

        Recipients that the server refuses do not stop the others. A connection that broke before the dot gives RETRY
        for all, after the dot IN_DOUBT. Raises MailflowError when no connection or sign-in could be had, and
        RefusedError (NO_RECIPIENT) without recipients.
        """
        wanted = list(dict.fromkeys(recipients))
        if not wanted:
            raise RefusedError(tr("The message does not have any recipients set"), cause="NO_RECIPIENT", fields=("to",))
        try:
            with self._trace.halt.allowing(while_moving):
                attempt, stale = self._try(outgoing, wanted, before_dot)
                if stale:
                    attempt, _ = self._try(outgoing, wanted, before_dot)
        except BaseException as error:
            self._drop()
            if isinstance(error, MailflowError):
                self._veil.error(error)
            raise
        return self._veil.attempt(attempt)

    def close(self) -> None:
        """Says QUIT and waits a second at most; never raises."""
        session, self._session = self._session, None
        if session is None:
            return
        try:
            with self._trace.halt.allowing(in_passing):
                session.wire.write(b"QUIT\r\n", self._patience.last)
                session.wire.reply(self._patience.last)
        except MailflowError:
            pass
        finally:
            _hang_up(session.smtp)

    # ---- one try ----

    def _try(
        self, outgoing: Outgoing, recipients: list[str], before_dot: Callable[[Rows], None]
    ) -> tuple[Attempt, bool]:
        """An attempt, and whether it only showed that the kept connection had died meanwhile."""
        session = self._ready()
        refusal = _unsendable(outgoing, recipients, session.offer)
        if refusal is not None:
            return unsent(recipients, refusal), False
        settings = self._settings
        transaction = Transaction(
            session.wire, session.offer, self._patience, settings.username, settings.host, self._trace.halt
        )
        attempt = transaction.run(outgoing, recipients, before_dot)
        stale = not session.fresh and not transaction.heard
        session.fresh, session.reset, session.used = False, transaction.reset, self._monotonic()
        if not transaction.reusable:
            self._drop()
        return attempt, stale and attempt.stance is Stance.RETRY

    def _ready(self) -> _Session:
        """The kept connection if it is alive and clean, otherwise a new one."""
        session = self._session
        if session is not None:
            idle = self._monotonic() - session.used > IDLE
            if not (session.reset or idle) or self._answers(session, b"RSET\r\n" if session.reset else b"NOOP\r\n"):
                session.reset = False
                return session
            self._drop()
        return self._connect()

    def _answers(self, session: _Session, command: bytes) -> bool:
        try:
            session.wire.write(command, PROBE_SECONDS)
            return session.wire.reply(PROBE_SECONDS).code // 100 == 2
        except UnreachableError:
            return False

    def _connect(self) -> _Session:
        smtp = connect_smtp(self._settings, self._trace)
        connection = smtp.sock
        if connection is None:
            raise trouble("CONNECTION_LOST", host=self._settings.host, port=str(self._settings.port))
        wire = Conversation(connection, self._settings.host, self._settings.port)
        self._session = _Session(smtp, wire, _offer(smtp), self._monotonic())
        return self._session

    def _drop(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            _hang_up(session.smtp)


def _hang_up(smtp: smtplib.SMTP) -> None:
    try:
        smtp.close()
    except OSError:
        pass


def _offer(smtp: smtplib.SMTP) -> Offer:
    features = {str(name).lower(): str(words) for name, words in smtp.esmtp_features.items()}
    size = features.get("size", "").strip()
    return Offer(frozenset(features), int(size) if re.fullmatch(r"\d{1,15}", size, re.ASCII) else 0)


def _unsendable(outgoing: Outgoing, recipients: Sequence[str], offer: Offer) -> MailflowError | None:
    """Why this server can't take this message, before anything is said; None when it can."""
    for address in (outgoing.sender, *recipients):
        if address and not _SAFE_ADDRESS.fullmatch(address):
            return RefusedError(
                tr("“{address}” is not an email address", address=repr(address[:80])),
                cause="RECIPIENT_SYNTAX",
                fields=("to",),
            )
    return _lacking(outgoing, recipients, offer) or _malformed(outgoing.wire)


def _lacking(outgoing: Outgoing, recipients: Sequence[str], offer: Offer) -> MailflowError | None:
    odd = [address for address in (outgoing.sender, *recipients) if not address.isascii()]
    if (outgoing.needs_utf8 or odd) and not {"smtputf8", "8bitmime"} <= offer.extensions:
        which = tr(
            "The server can't handle addresses with letters beyond A to Z such as {address}", address="".join(odd[:1])
        )
        return RefusedError(
            which if odd else tr("The server can't handle addresses with letters beyond A to Z"),
            tr("It does not offer SMTPUTF8, which such addresses need."),
            cause="UTF8_ADDRESS",
            fix=tr("Use another address of the same person, or a server that offers SMTPUTF8."),
            fields=("to",),
        )
    if offer.size and len(outgoing.wire) > offer.size:
        return RefusedError(
            tr("The message is too large for the server ({size})", size=_megabytes(len(outgoing.wire))),
            tr("It takes messages of up to {size}.", size=_megabytes(offer.size)),
            cause="TOO_LARGE",
            fix=tr("Send it without attachments, or smaller ones."),
        )
    if "8bitmime" not in offer.extensions and not outgoing.wire.isascii():
        return RefusedError(
            tr("The server takes only 7-bit messages"),
            tr("The composed message has 8-bit text, and the server does not offer 8BITMIME."),
            cause="INTERNAL",
        )
    return None


def _malformed(wire: bytes) -> MailflowError | None:
    """A bare CR or LF could end the message early for a careless server, and smuggle in a second one."""
    pairs = wire.count(b"\r\n")
    if wire.count(b"\r") == pairs == wire.count(b"\n"):
        return None
    return RefusedError(
        tr("The composed message has a line end that is not CR LF"),
        tr("It was not sent. This is a fault of Mailflow, not of the message."),
        cause="INTERNAL",
    )


def _megabytes(octets: int) -> str:
    return f"{number(octets / 1_000_000, 1)} MB" if octets >= 100_000 else trn("{count} byte", "{count} bytes", octets)
