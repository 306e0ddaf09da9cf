"""Stopping while the server does not answer: the wait for it ends at once."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.core.errors import Cancelled


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_connecting_to_a_silent_server_ends_within_a_second_of_the_stop(protocol: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = ReceiveSettings(
            protocol=protocol, host="127.0.0.1", port=silent.getsockname()[1], secure_type="None"
        )
        source = open_source(settings, ReceiveAction())
        stop = threading.Event()
        source.attend(stop)
        timer = threading.Timer(0.5, stop.set)
        timer.start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            source.listing(0)
        timer.join()
        assert time.monotonic() - began < 1.5
