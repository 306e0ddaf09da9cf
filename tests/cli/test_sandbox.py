"""`mailflow sandbox` serves until a signal, and then ends with 0."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM")
def test_it_serves_until_sigterm(tmp_path: Path) -> None:
    port_file = tmp_path / "ports.json"
    running = subprocess.Popen(
        [sys.executable, "-m", "mailflow_gui", "sandbox", "--port-file", str(port_file)],
        cwd=Path(__file__).parents[2],
        stderr=subprocess.PIPE,
    )
    try:
        deadline = time.monotonic() + 30
        while not port_file.exists() and running.poll() is None and time.monotonic() < deadline:
            threading.Event().wait(0.02)
        ports = json.loads(port_file.read_text())
        for name in ("imap", "imaps", "pop3", "pop3s", "smtp", "smtps"):
            socket.create_connection((ports["host"], ports[name]), 5).close()
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 0
    finally:
        running.kill()
        running.communicate(timeout=10)
