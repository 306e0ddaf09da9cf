"""The mail on the far computer: an account on Dovecot and a recording SMTP server, and the connections to them."""

from __future__ import annotations

from dataclasses import dataclass

from mailflow_gui.core.fields import Plain
from tests.journeys.bench import MAP, PORTS, Bench, receive, send
from tests.network.lan import FAR, Lan
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


@dataclass(frozen=True)
class Doors:
    """How Mailflow gets to the servers; `inbox` and `outbox` are ports in front of them, 0: their own."""

    protocol: str = "imap"
    secure: str = "None"
    inbox: int = 0
    outbox: int = 0


STRAIGHT = Doors()


@dataclass(frozen=True)
class FarMail:
    """Both servers, running. What is done with the mailbox is done on the far computer."""

    lan: Lan
    mailbox: Mailbox
    sink: SmtpSink

    def join(self, bench: Bench, doors: Doors = STRAIGHT, **receiving: Plain) -> None:
        """The connections Inbox and Outbox, and an integration of them whose first step has these values."""
        server, secure = self.mailbox.server, doors.secure
        inbox: dict[str, Plain] = {"host": FAR, "port": doors.inbox or server.ports[PORTS[doors.protocol, secure]]}
        if secure == "None":
            inbox["allowUnencryptedSignIn"] = True  # the cable is the test's own
        else:
            inbox |= {"serverCertificate": server.certificate.pem, "trustWithoutName": True}
        bench.inbox(self.mailbox, doors.protocol, secure, **inbox)
        bench.outbox(self.sink, host=FAR, port=doors.outbox or self.sink.port)
        bench.integrate(receive(**receiving), MAP, send())

    def deliver(self, *raws: bytes) -> None:
        """Messages for the account."""
        self.lan.far.run(lambda: self.mailbox.deliver(*raws))

    def unread(self) -> int:
        """How many messages were not marked as read."""
        flags = self.lan.far.run(self.mailbox.flags)
        return sum("\\Seen" not in one for one in flags.values())
