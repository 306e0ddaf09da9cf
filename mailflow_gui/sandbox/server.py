"""The practice mail server: IMAP, POP3 and SMTP for this computer only, in one thread with its own event loop.

Nothing it accepts ever leaves the machine. Any thread may call it.
"""

import asyncio
import json
import ssl
import sys
import threading
from collections.abc import Callable, Coroutine, Iterable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar
from uuid import uuid4

from proxyprotocol.result import ProxyResultLocal
from proxyprotocol.sock import SocketInfo

from mailflow_gui.core.practice import ACCOUNT, PASSWORD
from mailflow_gui.sandbox.accounts import Account, Accounts
from mailflow_gui.sandbox.certificate import ServerCertificate, make_certificate
from mailflow_gui.sandbox.listeners import Listeners, Talk, WholeAnswers, stream_protocol
from mailflow_gui.sandbox.mailboxes import Mailboxes
from mailflow_gui.sandbox.pop3 import Pop3Conversation
from mailflow_gui.sandbox.samples import samples
from mailflow_gui.sandbox.smtp import ReceivedMail, SmtpConversation, SmtpReception

HOST = "127.0.0.1"
SERVICES = ("imap", "imaps", "pop3", "pop3s", "smtp", "smtps")
DEFAULT_USERS: Mapping[str, str] = {ACCOUNT: PASSWORD, "leads@sandbox.local": "leads"}
OUTBOX = "Outbox"
FIRST_FOLDERS = ("Archive", "Processed", "Sent", "Trash", OUTBOX)
_STREAM_LIMIT = 2**24
_PATIENCE = 20.0

_T = TypeVar("_T")


class PracticeServer:
    """IMAP, IMAPS, POP3, POP3S, SMTP and SMTPS on loopback; StartTLS on the plain ports; a context manager.

    users: name → password. A name may be an address; its local part alone signs in as well.
    ports: fixed ports by service name; the others are chosen by the system.
    """

    host = HOST

    def __init__(self, users: Mapping[str, str] = DEFAULT_USERS, ports: Mapping[str, int] | None = None) -> None:
        unknown = set(ports or {}) - set(SERVICES)
        if unknown:
            raise ValueError(f"unknown services: {', '.join(sorted(unknown))}")
        self._users = dict(users)
        self._accounts = Accounts(users)
        self._wanted = dict(ports or {})
        self._ports: dict[str, int] = {}
        self._tls: ServerCertificate | None = None
        self._received: list[ReceivedMail] = []
        self._arrived = threading.Condition()
        self._started: Future[None] = Future()
        self._thread: threading.Thread | None = None

    # ---- life ----

    def start(self) -> Self:
        """Serve; returns when all ports listen. Raises OSError when a given port is taken."""
        if self._thread is not None:
            raise RuntimeError("the practice server is running already")
        self._started = Future()
        self._thread = threading.Thread(target=self._run, name="practice-server", daemon=True)
        self._thread.start()
        try:
            self._started.result()
        except BaseException:
            self._thread.join()
            self._thread = None
            raise
        return self

    def stop(self) -> None:
        """Cut all connections, forget the mail and wait for the thread. May be called twice."""
        if self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)
        self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    # ---- what it is ----

    @property
    def ports(self) -> Mapping[str, int]:
        """The port of each service: imap, imaps, pop3, pop3s, smtp, smtps."""
        return dict(self._ports)

    @property
    def users(self) -> Mapping[str, str]:
        """Name → password, as given."""
        return dict(self._users)

    @property
    def certificate(self) -> str:
        """The certificate to trust, as PEM text. A new one at each start."""
        if self._tls is None:
            raise RuntimeError("the practice server has not been started")
        return self._tls.pem

    def description(self) -> str:
        """All that a mail program needs to connect, as one JSON object."""
        known: dict[str, Any] = {"host": self.host, **self._ports}
        known["users"] = list(self._users)
        known["passwords"] = dict(self._users)
        known["certificate"] = self.certificate
        return json.dumps(known, indent=2)

    # ---- mail ----

    def deliver(self, user: str, raw: bytes, folder: str = "INBOX", flags: Iterable[str] = ()) -> None:
        """Put a message into a folder (created when missing). Raises KeyError for an unknown user."""
        self._call(self._mailboxes.append(self._account(user), raw, folder, tuple(flags)))

    def deliver_samples(self, user: str | None = None) -> int:
        """Put the practice messages into a user's inbox (the first user's by default); returns how many."""
        account = self._account(user) if user else self._accounts.first
        found = samples(account.address)
        for sample in found:
            self.deliver(account.name, sample.raw)
        return len(found)

    def messages(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The messages of a folder, oldest first. Raises KeyError for an unknown user."""
        return [message.raw for message in self._call(self._mailboxes.read(self._account(user), folder))]

    @property
    def received(self) -> list[ReceivedMail]:
        """All mail that came by SMTP since the start."""
        with self._arrived:
            return list(self._received)

    def wait_received(self, count: int, seconds: float) -> bool:
        """Wait until `count` messages have come by SMTP; false after `seconds`."""
        with self._arrived:
            return self._arrived.wait_for(lambda: len(self._received) >= count, seconds)

    # ---- on the event loop ----

    def _account(self, user: str) -> Account:
        account = self._accounts.named(user)
        if account is None:
            raise KeyError(user)
        return account

    def _call(self, work: Coroutine[Any, Any, _T]) -> _T:
        if self._thread is None:
            work.close()
            raise RuntimeError("the practice server is not running")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failure:  # belongs to the thread that waits in start()
            if self._started.done():
                raise
            self._started.set_exception(failure)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        self._tls = make_certificate()
        self._mailboxes = Mailboxes(self._accounts, self._tls.context, FIRST_FOLDERS)
        await self._mailboxes.open()
        listeners = Listeners(HOST)
        try:
            for service in SERVICES:
                self._ports[service] = self._listen(listeners, service, self._tls.context)
            self._started.set_result(None)
            await self._stop.wait()
        finally:
            await listeners.close()
            self._ports.clear()

    def _listen(self, listeners: Listeners, service: str, context: ssl.SSLContext) -> int:
        encrypted = service.endswith("s")
        implicit, offered = (context, None) if encrypted else (None, context)
        factory: Callable[[], asyncio.Protocol]
        if service.startswith("smtp"):
            reception = SmtpReception(self._accounts, self._accept)
            factory = partial(SmtpConversation, reception, offered)
        else:
            talk = self._imap(encrypted) if service.startswith("imap") else self._pop3(offered)
            factory = partial(stream_protocol, talk, _STREAM_LIMIT)
        return listeners.open(self._wanted.get(service, 0), factory, implicit)

    def _imap(self, encrypted: bool) -> Talk:
        server = self._mailboxes.imap_server(encrypted)

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            peer = SocketInfo.get(writer, ProxyResultLocal(), unique_id=uuid4().bytes)
            await server(reader, WholeAnswers(reader, writer), peer)

        return talk

    def _pop3(self, tls: ssl.SSLContext | None) -> Talk:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await Pop3Conversation(self._accounts, self._mailboxes, (reader, writer), tls).run()

        return talk

    async def _accept(self, mail: ReceivedMail) -> None:
        """Deliver to the users among the recipients; keep a copy for the others in the first user's Outbox."""
        known = {recipient: self._accounts.named(recipient) for recipient in mail.recipients}
        raw = f"Return-Path: <{mail.mail_from}>\r\n".encode() + mail.content
        for account in {found.name: found for found in known.values() if found}.values():
            await self._mailboxes.append(account, raw, "INBOX", ())
        if not all(known.values()):
            await self._mailboxes.append(self._accounts.first, raw, OUTBOX, ())
        with self._arrived:
            self._received.append(mail)
            self._arrived.notify_all()


def serve_until(stop: threading.Event, port_file: Path | None = None, with_samples: bool = False) -> None:
    """Run a practice server until `stop` is set; its description goes to `port_file` or standard output.

    The file appears complete or not at all. Raises OSError when it cannot be written.
    """
    with PracticeServer() as server:
        if with_samples:
            server.deliver_samples()
        text = server.description() + "\n"
        if port_file is None:
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            part = port_file.with_name(port_file.name + ".part")
            part.write_text(text, encoding="utf-8")
            part.replace(port_file)
        stop.wait()
