"""The kinds of entries that start a program at sign-in, and how each system wants its command written. Any thread.

An XDG autostart file, a value of Windows' Run key, a LaunchAgent of macOS. Reading and writing raise OSError.
"""

from __future__ import annotations

import plistlib
import re
import subprocess
import sys
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.store.files import replace_file

Command = tuple[str, ...]

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
#: Windows does not start what is longer.
RUN_LENGTH = 260


def refusal(reason: str, details: str = "") -> StoreError:
    """Why the switch can't be moved."""
    return StoreError(
        tr("Start at sign-in could not be changed"),
        reason,
        cause="AUTOSTART_NOT_WRITTEN",
        fix=tr("Check the permissions of your settings folder, then try again."),
        details=details,
    )


class AutostartFile:
    """A desktop entry in the autostart directory (XDG Desktop Application Autostart Specification)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def place(self) -> str:
        return str(self._path)

    def read(self) -> Command | None:
        try:
            text = self._path.read_text("utf-8", "surrogateescape")
        except FileNotFoundError:
            return None
        lines = [line.partition("=") for line in text.split("\n") if not line.startswith(("#", "["))]
        values = {key.strip(): value.strip(" \t\r") for key, sign, value in lines if sign}
        off = values.get("Hidden") == "true" or values.get("X-GNOME-Autostart-enabled") == "false"
        return None if off else split_exec(values.get("Exec", "")) or None

    def write(self, command: Command) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, desktop_entry(command).encode("utf-8", "surrogateescape"))

    def remove(self) -> None:
        self._path.unlink(missing_ok=True)


def desktop_entry(command: Command) -> str:
    """The text of an autostart file."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Mailflow",
            "Comment=Runs your email integrations in the background",
            f"Exec={join_exec(command)}",
            "Icon=mailflow",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            # The tray first, on the desktops that know an order.
            "X-KDE-autostart-after=panel",
            "X-LXQt-Need-Tray=true",
            "",
        )
    )


#: Characters that stand for something in an Exec line, so that an argument with them is quoted.
_RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
#: The spec allows no “=” in the program's path, and GLib looks for one with “%” by its doubled name: a shell helps.
_SHELL = ("/bin/sh", "-c", 'exec "$0" "$@"')


def join_exec(command: Command) -> str:
    """An Exec value (Desktop Entry Specification, “The Exec key”): quoted, then escaped as any string is."""
    arguments = (*_SHELL, *command) if {"=", "%"} & set(command[0]) else command
    return "".join(_ESCAPES.get(char, char) for char in " ".join(map(_quote, arguments)))


def _quote(argument: str) -> str:
    doubled = argument.replace("%", "%%")
    if doubled and not _RESERVED.search(doubled):
        return doubled
    return '"' + re.sub(r'(["`$\\])', r"\\\1", doubled) + '"'


def split_exec(value: str) -> Command:
    """The arguments of an Exec value; field codes (`%u` and the like) are left out."""
    text = re.sub(r"\\([sntr\\])", lambda found: {"s": " ", "n": "\n", "t": "\t", "r": "\r"}.get(found[1], "\\"), value)
    words = re.findall(r'(?:"(?:\\.|[^"\\])*"|[^\s"])+', text, re.DOTALL)
    plain = [_unquote(word) for word in words if not re.fullmatch("%[a-zA-Z]", word)]
    command = tuple(word.replace("%%", "%") for word in plain)
    return command[len(_SHELL) :] if command[: len(_SHELL)] == _SHELL else command


def _unquote(word: str) -> str:
    return re.sub(r'"((?:\\.|[^"\\])*)"', lambda quoted: re.sub(r"\\(.)", r"\1", quoted[1], flags=re.DOTALL), word)


class LaunchAgent:
    """A property list that launchd reads at sign-in (macOS)."""

    def __init__(self, folder: Path, label: str) -> None:
        self._path = folder / f"{label}.plist"
        self._label = label

    @property
    def place(self) -> str:
        return str(self._path)

    def read(self) -> Command | None:
        try:
            found = plistlib.loads(self._path.read_bytes())
        except (FileNotFoundError, plistlib.InvalidFileException, ValueError):
            return None
        if not isinstance(found, dict) or found.get("Disabled"):
            return None
        return tuple(str(one) for one in found.get("ProgramArguments", ())) or None

    def write(self, command: Command) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, launch_agent(self._label, command))

    def remove(self) -> None:
        self._path.unlink(missing_ok=True)


def launch_agent(label: str, command: Command) -> bytes:
    """The property list: started once at sign-in, in the person's own session."""
    return plistlib.dumps(
        {
            "Label": label,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def run_command(command: Command) -> str:
    """A command line as Windows takes it apart. The value's type is not expanded, so “%” stands for itself.

    Raises StoreError when it is longer than Windows starts.
    """
    line = " ".join(filter(None, (f'"{command[0]}"', subprocess.list2cmdline(command[1:]))))
    if len(line) > RUN_LENGTH:
        raise refusal(
            tr(
                "Windows starts no command of more than {most} characters; this one has {count}.",
                most=RUN_LENGTH,
                count=len(line),
            )
        )
    return line


def split_command(line: str) -> Command:
    """The arguments of a command line, by the rules of CommandLineToArgvW."""
    found, at = [], 0
    while at < len(line):
        if line[at] in " \t":
            at += 1
            continue
        word, quoted = "", False
        while at < len(line) and (quoted or line[at] not in " \t"):
            slashes = len(line) - at - len(line[at:].lstrip("\\"))
            at += slashes
            if line[at : at + 1] == '"':
                word += "\\" * (slashes // 2)
                if slashes % 2:
                    word += '"'
                else:
                    quoted = not quoted
                at += 1
            elif slashes:
                word += "\\" * slashes
            else:
                word += line[at]
                at += 1
        found.append(word)
    return tuple(found)


if sys.platform == "win32":
    import winreg

    class RunValue:
        """A value of the person's own Run key."""

        def __init__(self, name: str) -> None:
            self._name = name

        @property
        def place(self) -> str:
            return f"HKEY_CURRENT_USER\\{_RUN}, {self._name}"

        def read(self) -> Command | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    value, _ = winreg.QueryValueEx(key, self._name)
            except FileNotFoundError:
                return None
            return split_command(str(value)) or None

        def write(self, command: Command) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.SetValueEx(key, self._name, 0, winreg.REG_SZ, run_command(command))

        def remove(self) -> None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, winreg.KEY_SET_VALUE) as key:
                    winreg.DeleteValue(key, self._name)
            except FileNotFoundError:
                pass
