"""What can go wrong in a session that is already signed in, as MailflowErrors. Runs on the integration's thread.

Connecting and signing in have their own words; here only the server's later answers and the line itself can fail.
"""

from __future__ import annotations

import imaplib
import poplib

from mailflow_gui.connectors._failures import failure
from mailflow_gui.connectors._mailserver import ServerSettings
from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.errors import MailflowError


class LostError(Exception):
    """The line broke, or the server stopped in the middle: only a new connection helps."""


class Explain:
    """Words the failures of sessions with one server, without its password."""

    def __init__(self, settings: ServerSettings, protocol: str) -> None:
        self._settings = settings
        self._protocol = protocol

    def __call__(self, error: BaseException, seconds: float) -> MailflowError:
        """The error for what a library raised, after so many seconds of work."""
        target = Target.of(self._settings, self._protocol, SilentTrace())
        code = busy_code(str(error)) if isinstance(error, imaplib.IMAP4.error | poplib.error_proto) else ""
        if code:
            return target.trouble("SERVER_BUSY", str(error), code=code)
        known = failure(target, error, seconds)
        lost = isinstance(error, LostError | imaplib.IMAP4.abort)
        return target.trouble("CONNECTION_LOST", str(error)) if lost and known.cause == "UNEXPECTED" else known

    def said(self, error: BaseException) -> str:
        """What the server said, to be shown: short, without control characters and the password."""
        return Target.of(self._settings, self._protocol, SilentTrace()).harmless(str(error))
