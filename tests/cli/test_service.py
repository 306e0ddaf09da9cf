"""A run under a service manager: what it is told, what its log looks like, and that switches reach a run."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.event_lines import EventLines
from mailflow_gui.cli.service import ServiceManager, is_journal
from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.model import Profile
from mailflow_gui.store.library import YamlLibrary
from tests.ui.desks import RECEIVE, SEND, integration

UNITS = Path(__file__).parents[2] / "installer" / "linux" / "systemd"
SECONDS = 40

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="service managers of POSIX")


class Manager:
    """The socket that systemd listens on."""

    def __init__(self, address: str) -> None:
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.line.bind(address)
        self.line.settimeout(SECONDS)

    def hear(self) -> str:
        """The next message."""
        return self.line.recv(4096).decode()

    def wait_for(self, word: str) -> list[str]:
        """Everything up to the message that has this word."""
        heard = [self.hear()]
        while word not in heard[-1]:
            heard.append(self.hear())
        return heard


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    made = Manager(str(tmp_path / "notify"))
    yield made
    made.line.close()


def test_it_hears_each_stage(manager: Manager, tmp_path: Path) -> None:
    told = ServiceManager({"NOTIFY_SOCKET": str(tmp_path / "notify")})
    told.ready()
    told.alive("2 of 3\nintegrations run")
    told.stopping()
    assert [manager.hear() for _ in range(3)] == [
        "READY=1", "STATUS=2 of 3 integrations run", "STOPPING=1\nSTATUS=Finishing the message in hand",
    ]  # fmt: skip


def test_an_abstract_socket_is_one_too() -> None:
    name = f"mailflow-test-{os.getpid()}"
    heard = Manager(f"\0{name}")
    ServiceManager({"NOTIFY_SOCKET": f"@{name}"}).ready()
    assert heard.hear() == "READY=1"
    heard.line.close()


def test_signs_of_life_come_three_times_as_often_as_they_are_missed(manager: Manager, tmp_path: Path) -> None:
    now = 100.0
    environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "60000000"}
    told = ServiceManager(environment, lambda: now)
    given = []
    for now in (100.0, 110.0, 119.9, 120.0, 139.0, 141.0):
        told.alive("same")
        manager.line.setblocking(False)
        try:
            while True:
                if manager.line.recv(100) == b"WATCHDOG=1":
                    given.append(now)
        except BlockingIOError:
            pass
    assert given == [100.0, 120.0, 141.0]


@pytest.mark.parametrize(
    "own", [{"WATCHDOG_USEC": ""}, {"WATCHDOG_USEC": "-5"}, {"WATCHDOG_USEC": "600", "WATCHDOG_PID": "1"}]
)
def test_no_sign_of_life_where_none_is_wanted(manager: Manager, tmp_path: Path, own: dict[str, str]) -> None:
    told = ServiceManager({"NOTIFY_SOCKET": str(tmp_path / "notify"), **own})
    told.alive("status")
    told.stopping()
    assert ["WATCHDOG" in manager.hear() for _ in range(2)] == [False, False]


@pytest.mark.parametrize("address", ["", "vsock:2:1", "relative"])
def test_without_a_manager_nothing_happens(address: str) -> None:
    told = ServiceManager({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "1"})
    assert not told.present
    told.ready()
    told.alive("x")


def test_a_manager_that_went_away_is_no_trouble(tmp_path: Path) -> None:
    ServiceManager({"NOTIFY_SOCKET": str(tmp_path / "gone")}).ready()


def test_processes_of_ours_do_not_speak_for_us(tmp_path: Path) -> None:
    environment = {"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "1", "HOME": "/"}
    ServiceManager(environment)
    assert environment == {"HOME": "/"}


def test_the_journal_is_recognised_by_its_stream(tmp_path: Path) -> None:
    with (tmp_path / "journal").open("w") as stream:
        found = os.fstat(stream.fileno())
        of_the_journal = {"JOURNAL_STREAM": f"{found.st_dev}:{found.st_ino}"}
        assert is_journal(of_the_journal, stream.fileno())
        assert not is_journal({"JOURNAL_STREAM": "1:2"}, stream.fileno())
        assert not is_journal({}, stream.fileno())


@pytest.mark.parametrize(("level", "line"), [
    (Level.INFO, "<6>One · All well"), (Level.WARNING, "<4>! One · All well"), (Level.ERROR, "<3>✕ One · All well"),
])  # fmt: skip
def test_a_line_of_the_journal_tells_its_priority_and_not_its_time(
    capsys: pytest.CaptureFixture[str], level: Level, line: str
) -> None:
    lines = EventLines(Console(sys.stdout, sys.stderr, sys.stdin), lambda id: "One", as_json=False, journal=True)
    lines.print(Event("2026-11-24T14:32:05.114+01:00", "one", Kind.NOTE, "All\nwell", level))
    lines.close(5)
    assert capsys.readouterr().out == f"{line}\n"


def test_a_line_of_json_tells_its_priority_to_the_journal_too(capsys: pytest.CaptureFixture[str]) -> None:
    lines = EventLines(Console(sys.stdout, sys.stderr, sys.stdin), lambda id: "One", as_json=True, journal=True)
    lines.print(Event("2026-11-24T14:32:05.114+01:00", "one", Kind.NOTE, "Well", Level.WARNING))
    lines.close(5)
    printed = capsys.readouterr().out
    assert printed.startswith("<4>{")
    assert json.loads(printed[3:])["text"] == "Well"


@contextmanager
def a_run(folder: Path, *names: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """`mailflow run` as a process, against servers that are not there."""
    command = [sys.executable, "-m", "mailflow_gui", "--profile", str(folder), "--vault", "session", "run", *names]
    started = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def save(folder: Path, **switches: bool) -> None:
    integrations = tuple(integration(name, id=name, enabled=on) for name, on in switches.items())
    nowhere = [
        type(one)(one.name, one.connector, {**one.values, "host": "127.0.0.1", "port": 9, "username": ""}, id=one.id)
        for one in (RECEIVE, SEND)
    ]
    YamlLibrary(folder / "profile.yaml").save(Profile(tuple(nowhere), integrations))


def test_a_service_tells_its_manager_and_follows_the_switches(manager: Manager, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    save(folder, One=True, Two=False)
    notify = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1500000"}
    with a_run(folder, **notify) as run:
        assert manager.hear() == "READY=1"
        assert "STATUS=1 of 1 integrations run" in manager.wait_for("WATCHDOG=1")
        save(folder, One=True, Two=True)
        manager.wait_for("STATUS=2 of 2 integrations run")
        save(folder, One=False, Two=False)
        manager.wait_for("STATUS=0 of 0 integrations run")
        save(folder, One=False, Two=True)
        manager.wait_for("STATUS=1 of 1 integrations run")
        run.send_signal(signal.SIGTERM)
        manager.wait_for("STOPPING=1")
        said, _ = run.communicate(timeout=SECONDS)
    assert run.returncode == 0, said
    assert "Started “Two”" in said
    assert "Stopped “One”" in said


def test_a_service_waits_for_the_first_switch(manager: Manager, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    save(folder, One=False)
    with a_run(folder, NOTIFY_SOCKET=str(tmp_path / "notify")) as run:
        assert manager.hear() == "READY=1"
        save(folder, One=True)
        manager.wait_for("STATUS=1 of 1 integrations run")
        run.send_signal(signal.SIGTERM)
        assert run.wait(SECONDS) == 0


def test_without_a_manager_a_run_of_nothing_says_so(tmp_path: Path) -> None:
    save(tmp_path, One=False)
    with a_run(tmp_path) as run:
        said, _ = run.communicate(timeout=SECONDS)
    assert (run.returncode, "mailflow start" in said) == (2, True)


def test_a_run_of_named_integrations_follows_no_switch(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    save(folder, One=False, Two=False)
    with a_run(folder, "One") as run:
        assert run.stdout is not None
        assert "Started “One”" in run.stdout.readline()
        run.send_signal(signal.SIGTERM)
        assert run.wait(SECONDS) == 0


@pytest.mark.parametrize("kind", ["system", "user"])
def test_units_wait_for_the_word_and_watch(kind: str) -> None:
    text = (UNITS / f"{kind}.service").read_text("utf-8")
    assert re.search(r"^Type=notify$", text, re.MULTILINE)
    assert re.search(r"^WatchdogSec=\d+$", text, re.MULTILINE)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
@pytest.mark.parametrize("kind", ["system", "user"])
def test_systemd_understands_the_units(kind: str, tmp_path: Path) -> None:
    unit = tmp_path / "mailflow.service"
    unit.write_text((UNITS / f"{kind}.service").read_text("utf-8").replace("/usr/bin/mailflow", sys.executable))
    analyze = ["systemd-analyze", "--man=no", *(("--user",) if kind == "user" else ()), "verify", str(unit)]
    with tempfile.TemporaryDirectory() as runtime:  # the sockets of other units have to fit into 108 bytes
        environment = {**os.environ, "XDG_RUNTIME_DIR": runtime}
        done = subprocess.run(analyze, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_the_unit_of_the_machine_is_shut_in(tmp_path: Path) -> None:
    unit = tmp_path / "mailflow.service"
    unit.write_text((UNITS / "system.service").read_text("utf-8").replace("/usr/bin/mailflow", sys.executable))
    analyze = ["systemd-analyze", "security", "--offline=true", "--threshold=25", "--no-pager", str(unit)]
    done = subprocess.run(analyze, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stdout
