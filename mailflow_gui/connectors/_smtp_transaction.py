"""One mail transaction on a ready connection: envelope, body, dot (RFC 5321 3.3, pipelined as in RFC 2920).

Beneath the transport, on the integration's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mailflow_gui.connectors._halt import Halt, until_answered
from mailflow_gui.connectors._smtp_conversation import Conversation
from mailflow_gui.connectors._smtp_replies import (
    DATA,
    DOT,
    MAIL,
    RCPT,
    Asked,
    all_of,
    busy,
    classify,
    in_doubt,
    is_busy,
)
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Attempt, Outgoing, Reply, Rows, Stance
from mailflow_gui.core.errors import Cancelled, CredentialsError, MailflowError, UnreachableError

#: So many RCPT go out in one write. Their replies fit any socket buffer: both sides never wait for each other.
RECIPIENTS_AT_ONCE = 100
NO_REPLY = Reply(0)
GO_AHEAD = 354

#: From the stance that says most about the whole to the one that says least.
_WEIGHT = (Stance.IN_DOUBT, Stance.RETRY, Stance.REFUSED, Stance.SENT)

Row = tuple[Stance, Reply, MailflowError | None]
Told = tuple[str, Stance, Reply, MailflowError | None]


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for each stage. The defaults are those of RFC 5321 4.5.3.2; `last` is for QUIT and leftovers."""

    command: float = 300.0
    data: float = 120.0
    block: float = 180.0
    dot: float = 600.0
    last: float = 1.0


@dataclass(frozen=True, slots=True)
class Offer:
    """What the server offers: extensions by EHLO keyword, and its size limit in octets (0: none told)."""

    extensions: frozenset[str]
    size: int = 0


class SessionEndedError(Exception):
    """The server ended the session by a reply (421) before the dot."""

    def __init__(self, asked: Asked, reply: Reply) -> None:
        super().__init__(str(reply))
        self.error = busy(asked, reply)
        self.reply = reply


class Transaction:
    """Sends one message to some recipients. Afterwards `reusable` tells whether the connection may stay.

    `heard` is True once the server has answered anything; `reset` when RSET has to come before the next MAIL.
    """

    def __init__(
        self,
        wire: Conversation,
        offer: Offer,
        patience: Patience,
        account: str = "",
        host: str = "",
        halt: Halt | None = None,
    ) -> None:
        self._wire = wire
        self._offer = offer
        self._patience = patience
        self._account = account
        self._host = host
        self._halt = halt or Halt()
        self._rows: dict[str, Row] = {}
        self._sender = ""
        self.heard = False
        self.reusable = True
        self.reset = True

    def run(self, outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[Rows], None]) -> Attempt:
        """The outcome. Raises CredentialsError, and whatever `before_dot` raises (then the dot is not written)."""
        self._sender = outgoing.sender
        self._rows = {}
        try:
            waiting = self._upload(outgoing, recipients)
        except (SessionEndedError, UnreachableError) as error:
            return _attempt(self._put_off(recipients, error))
        if waiting:
            with self._halt.allowing(until_answered):
                before_dot(self._before_dot(recipients, waiting))
                self._finish(waiting)
        return _attempt([(address, *self._rows[address]) for address in recipients])

    def _before_dot(self, recipients: Sequence[str], waiting: Sequence[str]) -> Rows:
        """How each recipient stands when the dot is about to be written."""
        doubtful = (Stance.IN_DOUBT, NO_REPLY)
        return [(one, *(doubtful if one in waiting else self._rows[one][:2])) for one in recipients]

    def _upload(self, outgoing: Outgoing, recipients: Sequence[str]) -> list[str]:
        """Envelope and body, but not the dot; the recipients for whom only the dot is missing."""
        go_ahead = self._envelope(outgoing, recipients)
        accepted = [address for address in recipients if self._rows[address][0] is Stance.SENT]
        if not go_ahead:
            return []
        if not accepted:
            self._void()
            return []
        refusal = self._write_body(outgoing.wire)
        if refusal is None:
            return accepted
        self.reusable = False
        self._settle(accepted, DOT, refusal)
        return []

    def _finish(self, waiting: Sequence[str]) -> None:
        """The dot and its answer. What the server said or did before the dot was written leaves no doubt."""
        try:
            early = self._early_reply()
        except (SessionEndedError, UnreachableError) as error:
            self._rows.update({row[0]: row[1:] for row in self._put_off(waiting, error)})
            return
        if early is not None:
            self.reusable = False
            self._settle(waiting, DOT, early)
            return
        try:
            self._wire.write(b".\r\n", self._patience.block)
            reply = self._wire.reply(self._patience.dot)
            self._settle(waiting, DOT, reply)
        except UnreachableError as error:
            self.reusable = False
            doubt = in_doubt(self._asked(DOT), error)
            self._rows.update(dict.fromkeys(waiting, (Stance.IN_DOUBT, NO_REPLY, doubt)))
            return
        self.reset = reply.code // 100 != 2
        if is_busy(reply):
            self.reusable = False

    def _put_off(self, recipients: Sequence[str], error: SessionEndedError | UnreachableError) -> list[Told]:
        """The session ended before the dot: all of them again, later."""
        self.reusable = False
        if isinstance(error, SessionEndedError):
            return [(address, Stance.RETRY, error.reply, error.error) for address in recipients]
        return [(address, Stance.RETRY, NO_REPLY, error) for address in recipients]

    # ---- envelope ----

    def _envelope(self, outgoing: Outgoing, recipients: Sequence[str]) -> bool:
        """Says MAIL, RCPT and DATA; fills the rows. True when the server waits for the body."""
        mail = f"MAIL FROM:<{outgoing.sender}>{self._parameters(outgoing)}"
        if "pipelining" in self._offer.extensions:
            replies = self._pipelined(mail, recipients)
        else:
            replies = self._stepwise(mail, recipients)
        self._judge(recipients, replies)
        go_ahead = len(replies) == len(recipients) + 2 and replies[-1].code == GO_AHEAD
        accepted = [address for address, row in self._rows.items() if row[0] is Stance.SENT]
        if not accepted:
            self._stop_if_signed_out()
        elif not go_ahead:
            self._settle(accepted, DATA, replies[-1])
        return go_ahead

    def _pipelined(self, mail: str, recipients: Sequence[str]) -> list[Reply]:
        """Replies to MAIL, each RCPT and DATA. DATA goes out in the same write as the last recipients."""
        replies: list[Reply] = []
        stages = [MAIL, *[RCPT] * len(recipients), DATA]
        lines = [mail, *(f"RCPT TO:<{address}>" for address in recipients), "DATA"]
        for start in range(0, len(lines), RECIPIENTS_AT_ONCE + 2):
            group = slice(start, start + RECIPIENTS_AT_ONCE + 2)
            self._wire.write("".join(line + "\r\n" for line in lines[group]).encode(), self._patience.command)
            replies += [self._read(stage) for stage in stages[group]]
        return replies

    def _stepwise(self, mail: str, recipients: Sequence[str]) -> list[Reply]:
        """The same, one at a time; no RCPT after a refused MAIL and no DATA without a recipient."""
        replies = [self._say(mail, MAIL)]
        if replies[0].code // 100 != 2:
            return replies
        replies += [self._say(f"RCPT TO:<{address}>", RCPT) for address in recipients]
        if any(reply.code // 100 == 2 for reply in replies[1:]):
            replies.append(self._say("DATA", DATA))
        return replies

    def _say(self, line: str, stage: str) -> Reply:
        self._wire.write(f"{line}\r\n".encode(), self._patience.command)
        return self._read(stage)

    def _read(self, stage: str) -> Reply:
        reply = self._wire.reply(self._patience.data if stage == DATA else self._patience.command)
        if reply.code == 421:
            raise SessionEndedError(self._asked(stage), reply)
        self.heard = True
        if is_busy(reply):
            self.reusable = False
        return reply

    def _parameters(self, outgoing: Outgoing) -> str:
        """Of MAIL: SIZE (RFC 1870), BODY for 8-bit bytes (RFC 6152), SMTPUTF8 (RFC 6531)."""
        words = []
        if "size" in self._offer.extensions:
            words.append(f"SIZE={len(outgoing.wire)}")
        if "8bitmime" in self._offer.extensions and not outgoing.wire.isascii():
            words.append("BODY=8BITMIME")
        if outgoing.needs_utf8:
            words.append("SMTPUTF8")
        return "".join(f" {word}" for word in words)

    # ---- judging ----

    def _judge(self, recipients: Sequence[str], replies: Sequence[Reply]) -> None:
        """A refused MAIL decides for all; what the server then says to RCPT tells nothing."""
        mail = self._verdict(MAIL, replies[0])
        if mail[0] is not Stance.SENT:
            self._rows = dict.fromkeys(recipients, mail)
            return
        for address, reply in zip(recipients, replies[1:], strict=False):
            self._rows[address] = self._verdict(RCPT, reply, address)

    def _verdict(self, stage: str, reply: Reply, address: str = "") -> Row:
        asked = self._asked(stage, address)
        try:
            stance, error = classify(asked, reply)
        except ValueError as senseless:
            raise self._out_of_step(reply) from senseless
        return stance, reply, error

    def _settle(self, accepted: Sequence[str], stage: str, reply: Reply) -> None:
        """One reply for all accepted recipients."""
        row = self._verdict(stage, reply)
        for address in accepted:
            self._rows[address] = row

    def _stop_if_signed_out(self) -> None:
        errors = [row[2] for row in self._rows.values()]
        if errors and all(isinstance(error, CredentialsError) for error in errors):
            self.reusable = False
            raise next(error for error in errors if error is not None)

    def _asked(self, stage: str, address: str = "") -> Asked:
        return Asked(stage, address, self._sender, self._account, self._host)

    def _out_of_step(self, reply: Reply) -> MailflowError:
        return trouble("UNEXPECTED", host=self._host, details=f"The server said: {reply}"[:300])

    # ---- body ----

    def _write_body(self, message: bytes) -> Reply | None:
        """Writes the body without its dot; a refusal that the server sent meanwhile, None when it is silent."""
        try:
            self._wire.write(stuffed(message), self._patience.block)
        except UnreachableError as error:
            # A server that hangs up on a body usually says why just before.
            reply = self._last_words()
            if reply is None:
                raise error
            return reply
        return self._early_reply()

    def _early_reply(self) -> Reply | None:
        """What the server said before the dot. Raises UnreachableError when it has hung up or makes no sense."""
        if not self._wire.spoke_early():
            return None
        reply = self._wire.reply(self._patience.last)
        if reply.code == 421:
            raise SessionEndedError(self._asked(DOT), reply)
        if reply.code // 100 not in (4, 5):
            raise self._out_of_step(reply)
        return reply

    def _last_words(self) -> Reply | None:
        try:
            reply = self._wire.reply(self._patience.last)
        except UnreachableError:
            return None
        return reply if reply.code // 100 in (4, 5) else None

    def _void(self) -> None:
        """The server waits for a body though it took no recipient: a lone dot ends that (RFC 2920 3.1).

        Nothing is delivered by it, whatever the answer.
        """
        try:
            self._wire.write(b".\r\n", self._patience.block)
            self._wire.reply(self._patience.data)
        except (Cancelled, UnreachableError):
            self.reusable = False


def _attempt(rows: Sequence[Told]) -> Attempt:
    """The whole has the stance that most needs care: in doubt, then retry, then refused, and sent only if all are.

    Its reply and error are those of the recipients with that stance.
    """
    stance = min((row[1] for row in rows), key=_WEIGHT.index)
    deciding = [row for row in rows if row[1] is stance]
    errors = list(_distinct(row[3] for row in deciding))
    listed = tuple((address, one, reply) for address, one, reply, _ in rows)
    return Attempt(stance, deciding[0][2], listed, all_of(errors) if errors else None)


def _distinct(errors: Iterable[MailflowError | None]) -> Iterator[MailflowError]:
    """Each error once: one object may stand for all recipients."""
    seen: set[int] = set()
    for error in errors:
        if error is not None and id(error) not in seen:
            seen.add(id(error))
            yield error


def unsent(recipients: Sequence[str], error: MailflowError) -> Attempt:
    """The outcome for a message that was not offered to the server because it cannot take it."""
    return _attempt([(address, Stance.REFUSED, NO_REPLY, error) for address in recipients])


def stuffed(message: bytes) -> bytes:
    """The message as it goes over the wire before the final dot: dots doubled (RFC 5321 4.5.2), CRLF at the end."""
    body = message.replace(b"\r\n.", b"\r\n..")
    if body.startswith(b"."):
        body = b"." + body
    return body if body.endswith(b"\r\n") else body + b"\r\n"
