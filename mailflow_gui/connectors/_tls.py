"""Certificates as the forms use them: what a server shows, and what a pasted one says.

The handshake itself is in `_handshake`, its place while connecting in `_channel`. Runs on the thread that asks.
"""

from __future__ import annotations

from dataclasses import replace

from mailflow_gui.connectors._certificates import read_certificate
from mailflow_gui.connectors._channel import look
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, ServerSettings
from mailflow_gui.connectors._target import Target
from mailflow_gui.core.connector import Certificate, Trace

__all__ = ["fetch_certificate", "read_certificate"]


def fetch_certificate(settings: ServerSettings, trace: Trace) -> Certificate:
    """What the server shows now, trusted or not, over StartTLS or SSL/TLS; None is taken for StartTLS.

    Nothing is said but what the handshake needs: no user name, no password. Raises MailflowError.
    """
    target = Target.of(settings, str(getattr(settings, "protocol", "smtp")), trace)
    return look(replace(target, method=STARTTLS) if target.method == NONE else target, trace)
