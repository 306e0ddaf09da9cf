"""Mailflow as a process on the near computer: its checks, and what a running integration tells."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.journeys.bench import Bench
from tests.network.namespaces import Namespace

#: Longer than a poll or an attempt may take on two busy processors.
SECONDS = 20.0


class Traveller:
    """Runs `mailflow` of a bench's profile on a computer. `resolv_conf`: what stands in its /etc/resolv.conf."""

    def __init__(self, bench: Bench, computer: Namespace) -> None:
        self.bench = bench
        self._computer = computer
        self._starter: Sequence[str] = ()

    def ask(self, name_server: str) -> None:
        """Names are looked up at this server, as the system does it by itself."""
        path = self.bench.home.parent / "resolv.conf"
        path.write_text(f"nameserver {name_server}\n")
        script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"'
        self._starter = ("unshare", "--mount", "sh", "-c", script, str(path))

    def call(self, *arguments: str, seconds: float = 30.0) -> Any:
        """Runs a command that prints JSON: what it printed."""
        with self._spawn(*arguments) as process:
            out, complaint = process.communicate(timeout=seconds)
        assert out, complaint.decode()
        return json.loads(out)

    def tell(self, *arguments: str) -> None:
        """Runs a command that has to succeed."""
        with self._spawn(*arguments) as process:
            complaint = process.communicate(timeout=30)[1]
        assert process.returncode == 0, complaint.decode()

    def validate(self, connection: str, seconds: float = 30.0) -> dict[str, dict[str, Any]]:
        """The checks of a connection by their id."""
        checks = self.call("validate", connection, "--json", seconds=seconds)["checks"]
        return {one["check"]: one for one in checks}

    @contextmanager
    def running(self) -> Iterator[Run]:
        """`mailflow run --json` until told to stop; it has to end in good order."""
        run = Run(self._spawn("run", "--json"))
        try:
            yield run
            run.stop()
        finally:
            run.end()

    def _spawn(self, *arguments: str) -> subprocess.Popen[bytes]:
        return self._computer.run(lambda: self.bench.spawn(*arguments, starter=self._starter))


class Run:
    """A running program; `events` are its lines."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.events: list[dict[str, Any]] = []
        self._process = process
        self._told = threading.Condition()
        self._thread = threading.Thread(target=self._read, name="events", daemon=True)
        self._thread.start()

    def wait_for(self, kind: str, count: int = 1, seconds: float = SECONDS, **facts: Any) -> dict[str, Any]:
        """The `count`-th event of this kind with these facts, once it is there. Raises TimeoutError."""
        with self._told:
            if not self._told.wait_for(lambda: len(self.told(kind, **facts)) >= count, seconds):
                lines = "\n".join(str(one) for one in self.events[-20:])
                raise TimeoutError(f"{count} × {kind} {facts}: not after {seconds} s\n{lines}")
            return self.told(kind, **facts)[count - 1]

    def told(self, kind: str, **facts: Any) -> list[dict[str, Any]]:
        """The events of this kind with these facts so far."""
        wanted = {"event": kind, **facts}
        return [one for one in self.events if wanted.items() <= one.items()]

    def stop(self, seconds: float = 20.0) -> None:
        """Tells it to stop and waits until it has."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(seconds)

    def end(self) -> None:
        """Ends it however it is."""
        if self._process.poll() is None:
            self._process.kill()
        self._thread.join(10)
        with self._process:
            assert self._process.stderr
            complaints = self._process.stderr.read().decode()
        assert not complaints, complaints

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._told:
                self.events.append(json.loads(line))
                self._told.notify_all()
