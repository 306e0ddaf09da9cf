"""A signed-in SMTP session: the one way to connect, for Validate and for the running integration.

RFC 5321, RFC 3207, RFC 4954. Runs on the thread of the integration or of the check.
"""

from __future__ import annotations

import base64
import contextlib
import hmac
import re
import smtplib
from typing import Any

from mailflow_gui.connectors._channel import channel, greet
from mailflow_gui.connectors._failures import spoken
from mailflow_gui.connectors._mailserver import ServerSettings
from mailflow_gui.connectors._refusals import busy_code, no_way_in, password_missing, refusal
from mailflow_gui.connectors._starttls import client_name
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._wire import Wire
from mailflow_gui.core.connector import Trace
from mailflow_gui.core.language import tr
from mailflow_gui.core.limits import limits

_WANTS_SIGN_IN = re.compile(
    r"authenticat\w+ (?:is )?required|must (?:be )?authenticat|auth required|STARTTLS", re.IGNORECASE
)


class SmtpSession(smtplib.SMTP):
    """smtplib over a wire."""

    def __init__(self, wire: Wire, target: Target) -> None:
        self.wire = wire
        super().__init__("", 0, local_hostname=client_name(wire), timeout=limits().answer)
        code, text = self.connect(target.host, target.port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, text)

    def _get_socket(self, host: Any, port: Any, timeout: Any) -> Any:
        return self.wire

    def hello(self, target: Target) -> None:
        """EHLO, or HELO for a server that is older than it. Raises MailflowError."""
        code, text = self.ehlo()
        if 500 <= code <= 599 and not target.signs_in:
            code, text = self.helo()
        if code != 250:
            said = f"{code} {text.decode('utf-8', 'replace')}"
            busy = busy_code(said)
            raise target.trouble("SERVER_BUSY" if busy else "UNEXPECTED", said, code=busy)

    def authenticate(self, target: Target) -> str:
        """Sign in as the settings say; says how. Raises MailflowError."""
        if not target.signs_in:
            self._try_unsigned(target)
            return ""
        if not target.password:
            raise password_missing(target)
        offered = set(self.esmtp_features.get("auth", "").upper().split())
        said = ""
        for mechanism, exchange in (
            ("PLAIN", self._plain),
            ("LOGIN", self._log_in),
            ("CRAM-MD5", self._cram_md5),
        ):
            if mechanism not in offered:
                continue
            code, text = exchange(target.username, target.password.reveal())
            if code == 235:
                return tr("as {user}", user=target.username)
            said = f"{code} {text.decode('utf-8', 'replace')}"
            if code != 504:  # “this mechanism is not for you”, whatever EHLO said
                break
        if not said:
            raise no_way_in(target, offered, self.has_extn("starttls"))
        if not re.match(r"[45]\d\d ", said):
            raise target.trouble("UNEXPECTED", said)
        raise refusal(target, said)

    def _plain(self, user: str, password: str) -> tuple[int, bytes]:
        return self.docmd("AUTH", "PLAIN " + _coded(f"\0{user}\0{password}"))

    def _log_in(self, user: str, password: str) -> tuple[int, bytes]:
        code, text = self.docmd("AUTH", "LOGIN")
        for answer in (user, password):
            if code != 334:
                break
            code, text = self.docmd(_coded(answer))
        return code, text

    def _cram_md5(self, user: str, password: str) -> tuple[int, bytes]:
        """RFC 2195. MD5 is what the mechanism has; it is used only where the server offers nothing else."""
        code, text = self.docmd("AUTH", "CRAM-MD5")
        if code != 334:
            return code, text
        try:
            challenge = base64.b64decode(text, validate=True)
        except ValueError:
            return 501, text
        return self.docmd(_coded(f"{user} {hmac.new(password.encode(), challenge, 'md5').hexdigest()}"))

    def _try_unsigned(self, target: Target) -> None:
        """Whether a sender is taken without a sign-in: a transaction is begun and dropped, nothing is sent."""
        code, text = self.docmd("MAIL", "FROM:<>")
        said = f"{code} {text.decode('utf-8', 'replace')}"
        self.docmd("RSET")
        if code == 530 or (500 <= code <= 599 and _WANTS_SIGN_IN.search(said)):
            raise refusal(target, said if code == 530 else f"530 {said}")


def connect_smtp(settings: ServerSettings, trace: Trace) -> smtplib.SMTP:
    """A client that has said EHLO, is encrypted and signed in. Every wait has a limit. Raises MailflowError."""
    session = _connected(Target.of(settings, "smtp", trace), trace)
    session.wire.release(trace.leeway)
    return session


def verify_smtp(settings: ServerSettings, trace: Trace) -> None:
    """The five checks: connect as the integration does, then see that the server is ready. No message is sent."""
    target = Target.of(settings, "smtp", trace)
    session = _connected(target, trace)
    try:
        with trace.step("ready"), spoken(target):
            code, text = session.noop()
            if code != 250:
                said = f"{code} {text.decode('utf-8', 'replace')}"
                busy = busy_code(said)
                raise target.trouble("SERVER_BUSY" if busy else "UNEXPECTED", said, code=busy)
            trace.found(tr("No message was sent"))
            session.wire.release(trace.leeway, 2.0)
            with contextlib.suppress(OSError, smtplib.SMTPException):
                session.quit()
    finally:
        session.wire.close()


def _connected(target: Target, trace: Trace) -> SmtpSession:
    with channel(target, trace) as wire, trace.step("sign-in"), spoken(target):
        greet(wire, target)
        session = SmtpSession(wire, target)
        session.hello(target)
        trace.found(session.authenticate(target))
        return session


def _coded(text: str) -> str:
    return base64.b64encode(text.encode("utf-8")).decode("ascii")
