"""From a host name to a channel that is ready for a protocol's client: find, reach, greet, encrypt, check.

The one way in, for Validate and for the running integration alike; reports to the trace. Runs on the connecting thread.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

from mailflow_gui.connectors._certificates import day, from_der
from mailflow_gui.connectors._failures import spoken
from mailflow_gui.connectors._greeting import await_greeting
from mailflow_gui.connectors._handshake import (
    certificate_trouble,
    check_pin,
    client_context,
    shake_hands,
    showing_context,
)
from mailflow_gui.connectors._mailserver import ENCRYPTED, NONE, STARTTLS
from mailflow_gui.connectors._refusals import unencrypted_password
from mailflow_gui.connectors._starttls import DIALECTS, switch_to_tls
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._way import way_to
from mailflow_gui.connectors._wire import Wire
from mailflow_gui.core.connector import Certificate, Trace
from mailflow_gui.core.errors import Cancelled, MailflowError
from mailflow_gui.core.hosts import stays_here
from mailflow_gui.core.language import tr
from mailflow_gui.core.limits import limits


@contextmanager
def channel(target: Target, trace: Trace) -> Iterator[Wire]:
    """A wire whose next line is the server's greeting and that is encrypted as the settings say.

    Closed if what follows fails. Raises MailflowError.
    """
    wire = _reach(target, trace)
    try:
        with trace.step("encryption"), spoken(target):
            if target.method in ENCRYPTED:
                trace.found(_encrypt(wire, target))
            else:
                _allow_clear(wire, target)
                trace.found(tr("Everybody on the way can read along"), warning=True)
        yield wire
    except BaseException:
        wire.close()
        raise


def greet(wire: Wire, target: Target) -> None:
    """The first line under SSL/TLS, where the greeting comes after the handshake. Raises MailflowError."""
    if target.method not in (NONE, STARTTLS):
        await_greeting(wire, target)


def look(target: Target, trace: Trace) -> Certificate:
    """What the server shows, trusted or not: the handshake is made and nothing else is said. Raises MailflowError."""
    wire = _reach(target, trace)
    try:
        with trace.step("encryption"), spoken(target):
            if target.method == STARTTLS:
                _switch(wire, target)
            return _shown(wire, target)
    finally:
        wire.close()


def _reach(target: Target, trace: Trace) -> Wire:
    """Find the host and connect; unless TLS comes first, hear the greeting and whether StartTLS is offered."""
    with ExitStack() as opened:
        with trace.step("server"):
            if limits().offline and not stays_here(target.host):
                raise target.trouble("WORKING_OFFLINE")
            way = opened.enter_context(closing(way_to(target)))
            trace.found(way.find(trace.deadline))
        with trace.step("port"):
            wire = Wire(way.connect(trace.deadline), way, trace.deadline)
            opened.callback(wire.close)
            with spoken(target):
                trace.found(_opening(wire, target))
        opened.pop_all()
    return wire


def _opening(wire: Wire, target: Target) -> str:
    if target.method not in (NONE, STARTTLS):
        return ""
    await_greeting(wire, target)
    if target.method == NONE:
        return tr("{protocol} server ready", protocol=target.name)
    # Asked here, so that what follows is the handshake; a server without it is told of under encryption.
    wire.offers_starttls = DIALECTS[target.protocol].offered(wire, target)
    if wire.offers_starttls:
        return tr("{protocol} server ready, StartTLS offered", protocol=target.name)
    return tr("{protocol} server ready", protocol=target.name)


def _encrypt(wire: Wire, target: Target) -> str:
    """TLS, its certificate checked; says what came of it. Raises MailflowError."""
    context = client_context(target)
    if target.method == STARTTLS:
        _switch(wire, target)
    try:
        tls = shake_hands(wire, target, context, switched=target.method == STARTTLS)
    except ssl.SSLCertVerificationError as error:
        raise certificate_trouble(target, error, lambda: _look_again(wire, target)) from error
    check_pin(tls, target)
    if target.method == STARTTLS:
        wire.put_back(DIALECTS[target.protocol].fresh)
    shown = from_der(tls.getpeercert(binary_form=True) or b"")
    version = (tls.version() or "TLS").replace("TLSv", "TLS ")
    return tr("{version} · certificate valid to {day}", version=version, day=day(shown.valid_until))


def _switch(wire: Wire, target: Target) -> None:
    if not wire.offers_starttls:
        raise target.trouble("STARTTLS_MISSING")
    switch_to_tls(wire, target)


def _look_again(wire: Wire, target: Target) -> Certificate | None:
    """On a connection of its own: the certificate that was refused, for the person to compare. None if that fails."""
    wire.close()
    try:
        second = Wire(wire.way.again(wire.patience), wire.way, wire.patience)
    except OSError:
        return None
    try:
        with spoken(target):
            if target.method == STARTTLS:
                _opening(second, target)
                _switch(second, target)
            return _shown(second, target)
    except Cancelled:
        raise
    except MailflowError:
        return None
    finally:
        second.close()


def _shown(wire: Wire, target: Target) -> Certificate:
    tls = shake_hands(wire, target, showing_context(), switched=target.method == STARTTLS)
    return from_der(tls.getpeercert(binary_form=True) or b"")


def _allow_clear(wire: Wire, target: Target) -> None:
    """A password goes out in clear only within this computer, or when the person agreed. Raises SettingsError."""
    if target.password and not target.allow_unencrypted and not wire.way.stays_here:
        raise unencrypted_password(target)
