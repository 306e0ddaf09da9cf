"""SMTP (RFC 5321) for the practice server: aiosmtpd, delivering into the mailboxes and nowhere else.

Runs on the practice server's event loop.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from mailflow_gui.sandbox.accounts import DOMAIN, Accounts
from mailflow_gui.sandbox.mailboxes import MESSAGE_LIMIT

# RFC 5321 allows 1000 octets; much real mail does not keep to it, and a practice server should not be stricter
# than the servers people know.
_LINE_LIMIT = 2**20


@dataclass(frozen=True)
class ReceivedMail:
    """One recorded transaction: the envelope and the message as it came."""

    mail_from: str
    recipients: tuple[str, ...]
    content: bytes


class _Session(Session):
    """aiosmtpd warns each time its own `login_data` is set; a plain attribute does not."""

    login_data: Any = None


class SmtpReception:
    """aiosmtpd's handler: who may sign in, and what becomes of a message."""

    def __init__(self, accounts: Accounts, accept: Callable[[ReceivedMail], Awaitable[None]]) -> None:
        self._accounts = accounts
        self._accept = accept

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        """aiosmtpd's authenticator: user name and password must be an account's."""
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False, handled=False)
        name, password = data.login.decode("utf-8", "replace"), data.password.decode("utf-8", "replace")
        good = self._accounts.authenticated(name, password) is not None
        return AuthResult(success=good, handled=False)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """aiosmtpd's hook after the final dot."""
        content = envelope.original_content or b""
        await self._accept(ReceivedMail(envelope.mail_from or "", tuple(envelope.rcpt_tos), content))
        return "250 2.0.0 Delivered on this computer"


class SmtpConversation(SMTP):
    """One SMTP connection."""

    line_length_limit = _LINE_LIMIT

    def __init__(self, reception: SmtpReception, tls: ssl.SSLContext | None) -> None:
        """`tls` is offered by STARTTLS."""
        super().__init__(
            reception,
            hostname=DOMAIN,
            ident="Mailflow practice server",
            data_size_limit=MESSAGE_LIMIT,
            enable_SMTPUTF8=True,
            tls_context=tls,
            authenticator=reception.authenticate,
            auth_require_tls=False,
            loop=asyncio.get_running_loop(),
        )

    def _create_session(self) -> Session:
        return _Session(self.loop)
