"""The practice server's mail, in memory: pymap's dict backend, which also serves IMAP (RFC 3501).

Everything here runs on the practice server's event loop.
"""

import ssl
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.concurrent import Subsystem
from pymap.exceptions import MailboxNotFound
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials import FetchRequirement
from pymap.parsing.specials.flag import Flag
from pymap.user import UserMetadata
from pysasl import SASLAuth
from pysasl.hashing import BuiltinHash

from mailflow_gui.sandbox.accounts import Account, Accounts

MESSAGE_LIMIT = 50_000_000


class _ImapConfig(Config):
    """pymap's settings with sign-in allowed on every port and no look-ups of host names."""

    def __init__(self, context: ssl.SSLContext, offer_starttls: bool) -> None:
        super().__init__(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            demo_data=False,
            demo_user="",
            demo_password="",
            host=None,
            port=0,
            ssl_context=context,
            tls_enabled=offer_starttls,
            # Practice passwords are public; the usual slow hash would only delay each sign-in.
            hash_context=BuiltinHash(rounds=1),
            cpu_subsystem=Subsystem.for_asyncio(),
            invalid_user_sleep=0.0,
            max_append_len=MESSAGE_LIMIT,
        )
        self._mechanisms = SASLAuth.named([b"PLAIN", b"LOGIN"])

    @property
    def initial_auth(self) -> SASLAuth:
        return self._mechanisms

    @property
    def tls_auth(self) -> SASLAuth:
        return self._mechanisms

    @property
    def greeting(self) -> bytes:
        return b"Mailflow practice server ready"


@dataclass(frozen=True)
class StoredMessage:
    """A message as POP3 sees it; `uid` never changes within its mailbox."""

    uid: int
    raw: bytes


class Mailboxes:
    """All mailboxes of all accounts."""

    def __init__(self, accounts: Accounts, context: ssl.SSLContext, folders: Iterable[str]) -> None:
        self._plain = _ImapConfig(context, offer_starttls=True)
        self._encrypted = _ImapConfig(context, offer_starttls=False)
        self._login = Login(self._plain)
        self._folders = tuple(folders)
        self._accounts = accounts

    async def open(self) -> None:
        """Create the accounts and their first folders."""
        self._plain.apply_context()
        for account in self._accounts:
            shared = (MailboxSet(), FilterSet())
            digest = self._plain.hash_context.hash(self._plain.password_prep(account.password))
            for alias in account.aliases:
                user = UserMetadata(self._plain, alias, password=digest)
                self._login.users_dict[alias] = user
                self._plain.set_cache[alias] = shared
            for folder in self._folders:
                await shared[0].add_mailbox(folder)
                await shared[0].set_subscribed(folder, True)

    def imap_server(self, encrypted: bool) -> IMAPServer:
        """What answers an IMAP connection; STARTTLS is offered unless it is encrypted already."""
        return IMAPServer(self._login, self._encrypted if encrypted else self._plain)

    async def append(self, account: Account, raw: bytes, folder: str, flags: Iterable[str]) -> None:
        """Put a message into a folder, which is created when missing; waiting IDLE clients hear of it."""
        message = AppendMessage(raw, datetime.now(UTC), frozenset(Flag(flag.encode()) for flag in flags))
        async with self._identity(account).new_session() as session:
            try:
                await session.append_messages(folder, [message])
            except MailboxNotFound:
                await session.create_mailbox(folder)
                await session.append_messages(folder, [message])

    async def validity(self, account: Account) -> int:
        """The inbox's UIDVALIDITY (RFC 3501, 2.3.1.1)."""
        return (await self._mailbox(account, "INBOX")).uid_validity

    async def read(self, account: Account, folder: str) -> list[StoredMessage]:
        """The messages of a folder in order of arrival; none if there is no such folder."""
        try:
            mailbox = await self._mailbox(account, folder)
        except KeyError:
            return []
        found = [message async for message in mailbox.messages()]
        read: list[StoredMessage] = []
        for message in found:
            content = await message.load_content(FetchRequirement.CONTENT)
            read.append(StoredMessage(message.uid, bytes(content.get_body())))
        return read

    async def delete(self, account: Account, uids: Iterable[int]) -> None:
        """Remove messages from the inbox."""
        await (await self._mailbox(account, "INBOX")).delete(list(uids))

    def _identity(self, account: Account) -> Identity:
        return Identity(account.aliases[0], self._login, None, frozenset())

    async def _mailbox(self, account: Account, folder: str) -> MailboxData:
        async with self._identity(account).new_session() as session:
            return await session.mailbox_set.get_mailbox(folder)
