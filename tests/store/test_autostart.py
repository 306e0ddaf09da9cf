"""Start at sign-in: any path comes back from each system's way of writing a command; moved programs are followed."""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store import autostart
from mailflow_gui.store.autostart import StartAtSignIn, entry_for, program_command
from mailflow_gui.store.autostart_entries import (
    AutostartFile,
    LaunchAgent,
    desktop_entry,
    join_exec,
    launch_agent,
    run_command,
    split_command,
    split_exec,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
NASTY = " \t\n\"'\\%$`=~;&|<>*?#()äöü漢{}[]!^"
TEXT = st.text(st.one_of(st.sampled_from(NASTY), st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
#: The program, then its arguments.
COMMANDS = st.builds(lambda first, rest: (first, *rest), TEXT.filter(bool), st.lists(TEXT, max_size=4))
FOLDERS = (
    "plain",
    "with space",
    'quo"te',
    "it's",
    "100% $HOME",
    "`id`",
    "a=b",
    "Übergröße",
    "back\\slash",
    "tab\there",
)


def unescape(value: str) -> str:
    """What a desktop hands to its own quoting rules: the string's escapes undone (Desktop Entry Specification)."""
    made, rest = "", value
    while rest:
        if rest[0] == "\\":
            made += {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[rest[1]]
            rest = rest[2:]
        else:
            made += rest[0]
            rest = rest[1:]
    return made


@given(COMMANDS)
def test_an_exec_value_comes_back(command: tuple[str, ...]) -> None:
    value = join_exec(command)
    assert split_exec(value) == command
    assert not {"\n", "\r"} & set(value), "one line of the file"


@posix
@given(COMMANDS)
@settings(max_examples=60, deadline=None)
def test_a_shell_takes_an_exec_value_apart_in_the_same_way(command: tuple[str, ...]) -> None:
    line = unescape(join_exec(command)).replace("%%", "%")
    done = subprocess.run(["/bin/sh", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True)
    said = tuple(one.decode("utf-8", "surrogateescape") for one in done.stdout.split(b"\0")[:-1])
    assert said[-len(command) :] == command


@given(COMMANDS)
def test_every_per_cent_sign_is_doubled(command: tuple[str, ...]) -> None:
    assert join_exec(command).replace("%%", "").count("%") == 0


def test_field_codes_of_another_program_are_left_out() -> None:
    assert split_exec('"/opt/my app/mailflow" %U --background %%') == ("/opt/my app/mailflow", "--background", "%")


@given(
    st.builds(
        lambda first, rest: (first, *rest),
        TEXT.filter(lambda text: bool(text) and '"' not in text and not text.endswith("\\")),
        st.lists(TEXT, max_size=4),
    ).filter(lambda command: len(subprocess.list2cmdline(command)) < 200)
)
def test_a_run_value_comes_back(command: tuple[str, ...]) -> None:
    assert split_command(run_command(command)) == command


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (r'"C:\Program Files\Mailflow\mailflow-gui.exe" --background',
         (r"C:\Program Files\Mailflow\mailflow-gui.exe", "--background")),
        (r'a\\\"b c', (r'a\"b', "c")),
        (r'a\\b "d e" f\\', (r"a\\b", "d e", r"f\\")),
        (r'"a\\" b', ("a\\", "b")),
        ('a "" b', ("a", "", "b")),
    ],
)  # fmt: skip
def test_a_run_value_is_taken_apart_as_windows_documents_it(line: str, command: tuple[str, ...]) -> None:
    assert split_command(line) == command


def test_a_run_value_that_windows_would_not_start_is_refused() -> None:
    with pytest.raises(StoreError, match="260"):
        run_command(("C:\\" + "x" * 260,))


@given(st.lists(st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Cn"))), min_size=1))
def test_a_launch_agent_comes_back(command: list[str]) -> None:
    found = plistlib.loads(launch_agent("io.mailflow.Mailflow", tuple(command)))
    assert (found["ProgramArguments"], found["RunAtLoad"]) == (command, True)


@pytest.fixture
def file(tmp_path: Path) -> AutostartFile:
    return AutostartFile(tmp_path / "autostart" / "mailflow.desktop")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_file_gives_back_what_was_written(file: AutostartFile, folder: str) -> None:
    file.write((f"/opt/{folder}/mailflow", "--profile", f"/home/{folder}", "--background"))
    assert file.read() == (f"/opt/{folder}/mailflow", "--profile", f"/home/{folder}", "--background")


@pytest.mark.skipif(shutil.which("gio") is None, reason="needs gio, which starts programs as a desktop does")
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_desktop_starts_what_the_file_says(tmp_path: Path, folder: str) -> None:
    program, seen = tmp_path / folder / "mailflow", tmp_path / "seen"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\0" "$0" "$@" >"{seen}.new" && mv "{seen}.new" "{seen}"\n')
    program.chmod(0o755)
    entry = tmp_path / "mailflow.desktop"
    AutostartFile(entry).write((str(program), "--profile", f"/home/{folder}", "--background"))
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=20, capture_output=True)
    end = time.monotonic() + 20
    while not seen.exists():
        assert time.monotonic() < end, "it was not started"
        os.sched_yield()
    assert seen.read_text().split("\0")[:-1] == [str(program), "--profile", f"/home/{folder}", "--background"]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-validate")
@pytest.mark.parametrize("folder", FOLDERS)
def test_the_file_is_a_valid_desktop_entry(tmp_path: Path, folder: str) -> None:
    entry = tmp_path / "mailflow.desktop"
    entry.write_text(desktop_entry((f"/opt/{folder}/mailflow", "--background")), "utf-8")
    done = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktops_own_settings_switched_off_is_off(file: AutostartFile, tmp_path: Path, line: str) -> None:
    file.write(("/usr/bin/mailflow", "--background"))
    path = tmp_path / "autostart" / "mailflow.desktop"
    text = path.read_text().replace("X-GNOME-Autostart-enabled=true\n", "")
    path.write_text(f"{text}{line}\n")
    assert file.read() is None


def test_the_switch_goes_on_and_off(file: AutostartFile, tmp_path: Path) -> None:
    switch = StartAtSignIn(file, ("/usr/bin/mailflow", "--background"))
    assert not switch.look()
    switch.switch(True)
    assert switch.look()
    assert file.read() == ("/usr/bin/mailflow", "--background")
    switch.switch(False)
    switch.switch(False)
    assert not switch.look()
    assert list((tmp_path / "autostart").iterdir()) == []


def test_a_program_that_moved_is_followed(file: AutostartFile, tmp_path: Path) -> None:
    file.write((str(tmp_path / "old place" / "mailflow"), "--background"))
    assert StartAtSignIn(file, ("/new/mailflow", "--background")).look()
    assert file.read() == ("/new/mailflow", "--background")


def test_an_entry_of_an_older_version_is_brought_up_to_date(file: AutostartFile) -> None:
    file.write((sys.executable, "--tray"))
    assert StartAtSignIn(file, (sys.executable, "--background")).look()
    assert file.read() == (sys.executable, "--background")


def test_another_installation_that_is_there_keeps_its_entry(file: AutostartFile, tmp_path: Path) -> None:
    other = tmp_path / "mailflow"
    other.touch()
    file.write((str(other), "--background"))
    assert StartAtSignIn(file, ("/new/mailflow", "--background")).look()
    assert file.read() == (str(other), "--background")


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("no folder")
    switch = StartAtSignIn(AutostartFile(tmp_path / "autostart" / "mailflow.desktop"), ("/usr/bin/mailflow",))
    with pytest.raises(StoreError) as caught:
        switch.switch(True)
    assert caught.value.cause == "AUTOSTART_NOT_WRITTEN"


def test_a_launch_agent_on_disk(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path / "LaunchAgents", "io.mailflow.Mailflow")
    assert agent.read() is None
    agent.write(("/Applications/Mail & Flow.app/Contents/MacOS/mailflow", "--background"))
    assert agent.read() == ("/Applications/Mail & Flow.app/Contents/MacOS/mailflow", "--background")
    Path(agent.place).write_bytes(b"no property list")
    assert agent.read() is None
    agent.remove()
    agent.remove()
    assert not Path(agent.place).exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the XDG place")
def test_each_profile_has_an_entry_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert entry_for("").place == str(tmp_path / "config" / "autostart" / "mailflow.desktop")
    assert len({entry_for(one).place for one in ("", "/one", "/two")}) == 3
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert entry_for("", home=tmp_path).place == str(tmp_path / ".config" / "autostart" / "mailflow.desktop")


def test_the_program_that_runs_is_what_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert program_command(()) == (sys.executable, "-m", "mailflow_gui", "--background")
    script = tmp_path / "mailflow"
    script.touch(mode=0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert program_command(("--vault", "file")) == (str(script), "--vault", "file", "--background")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(autostart.sys, "executable", str(tmp_path / "mailflow.exe"))
    assert program_command(())[0] == str(tmp_path / "mailflow.exe")
    (tmp_path / "mailflow-gui.exe").touch()
    assert program_command(())[0] == str(tmp_path / "mailflow-gui.exe")
    monkeypatch.setenv("APPIMAGE", "/home/me/Mailflow.AppImage")
    assert program_command(()) == ("/home/me/Mailflow.AppImage", "--background")


def test_on_windows_no_terminal_opens_at_sign_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "mailflow")])  # the wrapper's path comes without .exe
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    (tmp_path / "pythonw.exe").touch()
    assert program_command(()) == (str(tmp_path / "pythonw.exe"), "-m", "mailflow_gui", "--background")
    (tmp_path / "mailflow-gui.exe").touch()
    assert program_command(()) == (str(tmp_path / "mailflow-gui.exe"), "--background")
