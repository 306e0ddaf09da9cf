"""The program on a screen of its own, with an accessibility bus, and a person who only hears what it says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tests.servers.ports import wait_until

#: Debian's Python, for the libraries of AT-SPI.
SYSTEM_PYTHON = "/usr/bin/python3"
SECONDS = 20.0
#: What is started: the checkout, or a program that was built of it.
_BUILT = os.environ.get("MAILFLOW_PROGRAM")
PROGRAM = [_BUILT] if _BUILT else [sys.executable, "-m", "mailflow_gui"]
_PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")


def missing() -> str:
    """Why there is no screen reader here; empty when there is one."""
    lacking = [one for one in _PROGRAMS if shutil.which(one) is None]
    if not lacking and not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        lacking = ["at-spi2-core"]
    if lacking:
        return f"needs {', '.join(lacking)}"
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        done = subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, timeout=SECONDS, check=False)
    except OSError:
        return "needs Debian's Python"
    return "" if done.returncode == 0 else "needs python3-gi and gir1.2-atspi-2.0"


@dataclass(frozen=True, slots=True)
class Said:
    """What a screen reader can say of one control."""

    depth: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    actions: tuple[str, ...]
    area: tuple[int, int, int, int] | None

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        """From the client's answer."""
        lists = {"states": frozenset(told["states"]), "actions": tuple(told["actions"])}
        return cls(**{**told, **lists, "area": tuple(told["area"]) if told["area"] else None})

    def __str__(self) -> str:
        return f"{self.role} “{self.name}” {sorted(self.states)} {list(self.actions)} at {self.area}"


class Listener:
    """Screen, window manager, buses, the program and a client of AT-SPI; gone when the stack is closed."""

    def __init__(self, stack: ExitStack, folder: Path, *arguments: str) -> None:
        self._stack = stack
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        self._environment = {
            **os.environ, "XDG_RUNTIME_DIR": str(runtime), "HOME": str(folder), "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1", "PYTHONFAULTHANDLER": "1",
        }  # fmt: skip
        self._environment["DISPLAY"] = f":{self._told('Xvfb', '-displayfd', '{}', *_SCREEN)}"
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}"
        )
        self._start("openbox", "--sm-disable")
        self._client = self._start(
            SYSTEM_PYTHON, str(Path(__file__).with_name("at_spi.py")), "Mailflow", talks=True, alone=True
        )
        self._complaints = stack.enter_context((folder / "complaints").open("w+"))
        self.program = self._start(*PROGRAM, *arguments, errors=self._complaints)

    # ---- what is heard ----

    def read(self) -> list[Said]:
        """Everything that shows in the top window."""
        return [Said.of(one) for one in self._ask("read")]

    def settled(self) -> list[Said]:
        """The same, once it no longer changes."""
        before: list[Said] = []
        while (now := self.read()) != before:
            before = now
        return now

    def tab(self) -> Said:
        """Presses Tab; where the keyboard is then."""
        self.focused()
        self.key("Tab")
        told: list[Said] = []

        def heard() -> bool:
            told.extend(self.focused())
            return bool(told)

        self.wait(heard, "the keyboard to go on")
        return told[-1]

    def names(self) -> list[str]:
        """The names of what shows."""
        return [one.name for one in self.read() if one.name]

    def focused(self) -> list[Said]:
        """What had the keyboard since the last call."""
        return [Said.of(one) for one in self._ask("focused")]

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Waits until it holds."""
        try:
            wait_until(lambda: bool(condition()), SECONDS)
        except Exception as error:
            there = f"there is: {self.names()}" if self.program.poll() is None else self._ended()
            raise AssertionError(f"waited in vain for {what}; {there}") from error

    def hear(self, name: str) -> None:
        """Waits until something of this name, or that begins so, shows."""
        self.wait(lambda: any(one.startswith(name) for one in self.names()), f"“{name}”")

    def hear_announced(self, text: str) -> None:
        """Waits until the program asked that this be said."""
        self.wait(lambda: text in self._ask("announced"), f"“{text}” to be announced")

    # ---- what is done ----

    def press(self, name: str) -> None:
        """Does what the control of this name is for."""
        self.wait(lambda: self._ask("act", name) is True, f"“{name}” to press")

    def write(self, name: str, text: str) -> None:
        """Puts a text into the field of this name."""
        self.wait(lambda: self._ask("write", name, text) is True, f"“{name}” to write into")

    def key(self, *keys: str) -> None:
        """Presses keys, as xdotool calls them."""
        subprocess.run(["xdotool", "key", *keys], env=self._environment, check=True, timeout=SECONDS)

    # ---- processes ----

    def _ended(self) -> str:
        """How the program ended, with the last that it said about it."""
        self._complaints.seek(0)
        return f"the program ended with {self.program.returncode}:\n{self._complaints.read()[-3000:]}"

    def _ask(self, *command: str) -> Any:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            self._client.stdin.write(json.dumps(command) + "\n")
            self._client.stdin.flush()
            answer = json.loads(self._client.stdout.readline())
            if not (isinstance(answer, dict) and "again" in answer):
                return answer
        raise AssertionError(f"{command[0]} was not answered: {answer}")

    def _told(self, *command: str) -> str:
        """Starts what writes a line about itself to the descriptor given for `{}`."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as line:
            self._start(*(one.format(writing) for one in command), fd=writing)
            os.close(writing)
            return line.readline().strip()

    def _start(
        self,
        *command: str,
        talks: bool = False,
        alone: bool = False,
        fd: int | None = None,
        errors: Any = subprocess.DEVNULL,
    ) -> Any:
        environment = dict(self._environment)
        if alone:  # Debian's Python with Debian's modules only
            environment = {key: value for key, value in environment.items() if not key.startswith("PYTHON")}
        pipe = subprocess.PIPE if talks else subprocess.DEVNULL
        started = subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, stderr=errors, text=True,
            pass_fds=() if fd is None else (fd,), cwd=None if alone else Path(__file__).parents[2],
        )  # fmt: skip
        self._stack.callback(_end, started)
        return started


_SCREEN = ("-screen", "0", "1400x1000x24", "-nolisten", "tcp")


def _end(started: subprocess.Popen[str]) -> None:
    started.terminate()
    try:
        started.wait(SECONDS)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
    for pipe in (started.stdin, started.stdout):
        if pipe is not None:
            pipe.close()
