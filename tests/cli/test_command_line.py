"""Arguments, exit codes, streams; quick to start and free of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mailflow_gui.cli.command_line import exit_code, find_verbs
from mailflow_gui.cli.verb import Exit
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import (
    ConfigurationError,
    MailflowError,
    SettingsError,
    StoreError,
    UnreachableError,
    VaultError,
)
from mailflow_gui.store import autostart
from tests.cli.command import Command

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (VaultError("x"), 4),
        (trouble("KEYRING_LOCKED"), 4),
        (trouble("KEYRING_ENTRY_GONE"), 4),
        (ConfigurationError("x"), 3),
        (SettingsError("x", cause="NAME_TAKEN"), 3),
        (SettingsError("x", cause="NOT_FOUND"), 2),
        (StoreError("x", cause="PROFILE_UNREADABLE"), 3),
        (StoreError("x", cause="PROFILE_NEWER"), 3),
        (StoreError("x", cause="PROFILE_NOT_WRITTEN"), 1),
        (UnreachableError("x"), 1),
        (MailflowError("x"), 1),
    ],
)
def test_every_error_has_its_exit_code(error: MailflowError, code: int) -> None:
    assert exit_code(error) == code


def test_every_verb_has_help(mailflow: Command) -> None:
    names = [verb.name for verb in find_verbs()]
    assert {"import", "export", "list", "connectors", "steps", "secret", "validate", "doctor", "sandbox"} <= set(names)
    overview = mailflow("--help").out
    for name in names:
        assert name in overview
        ended = mailflow(name, "--help")
        assert ended.code == 0
        assert "--profile" in ended.out


def test_wrong_usage_is_2_and_speaks_on_standard_error(mailflow: Command) -> None:
    for arguments in (["nonsense"], ["import"], ["list", "nonsense"], ["--vault", "paper", "list"], ["secret"]):
        ended = mailflow(*arguments)
        assert (ended.code, ended.out) == (2, "")
        assert "usage: mailflow" in ended.err


def test_global_options_may_stand_anywhere(mailflow: Command, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    assert mailflow("secret", "set", "Nobody", "--profile", other, "--stdin").code == 2
    assert mailflow("list", "--quiet").err == ""
    assert mailflow("--quiet", "list").err == ""
    assert mailflow("list").err == "Nothing is saved yet.\n"


def test_the_profile_may_come_from_the_environment(tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "profile.yaml").write_text("mailflow: 1\nconnections: [{name: There, connector: email-send}]\n")
    ended = subprocess.run(
        [sys.executable, "-m", "mailflow_gui", "list", "--json"],
        env={**os.environ, "MAILFLOW_PROFILE": str(place)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert '"There"' in ended.stdout


def test_a_damaged_profile_is_3_and_stays(mailflow: Command) -> None:
    mailflow.profile.mkdir()
    (mailflow.profile / "profile.yaml").write_text("mailflow: 1\nconnections: [\n")
    ended = mailflow("list")
    assert ended.code == Exit.REFUSED
    assert "profile.yaml" in ended.err
    assert (mailflow.profile / "profile.yaml").read_text() == "mailflow: 1\nconnections: [\n"


def test_without_a_verb_the_window_opens(mailflow: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert mailflow().code == 0
    assert mailflow("--background").code == 0
    assert [one.background for one in mailflow.windows] == [False, True]
    assert mailflow.windows[0].profile == mailflow.profile


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="entries of other systems are not files in a home")
@pytest.mark.parametrize("vault", ["", "keyring", "file"])
def test_what_starts_at_sign_in_is_understood(
    mailflow: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vault: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    autostart.sign_in(mailflow.profile, vault).switch(on=True)
    command = autostart.entry_for(str(mailflow.profile)).read()
    assert command is not None
    done = mailflow(*command[command.index("--profile") :])
    assert (done.code, done.err) == (0, "")
    (opened,) = mailflow.windows
    assert (opened.profile, opened.vault or "keyring", opened.background) == (
        mailflow.profile,
        vault or "keyring",
        True,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
def test_without_a_display_there_is_one_readable_line(mailflow: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ended = mailflow()
    assert ended.code == Exit.FAILED
    assert ended.err.count("\n") == 1
    assert mailflow.windows == []


def test_no_verb_loads_qt(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from mailflow_gui.__main__ import main\n"
        "for words in (['list'], ['connectors'], ['steps'], ['export'], ['import', 'gone.yaml']):\n"
        f"    main(['--profile', {str(tmp_path)!r}, *words])\n"
        "loaded = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken', 'mailflow_gui.ui'))]\n"
        "assert not loaded, loaded\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from mailflow_gui.__main__ import main\n"
        "main(['--help'])\n"
        "heavy = {'keyring', 'imapclient', 'cryptography', 'pymap', 'aiosmtpd', 'PySide6'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr


def test_a_reader_that_leaves_early_is_no_traceback() -> None:
    command = f"{sys.executable} -m mailflow_gui connectors | true"
    ended = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in ended.stderr
    assert "Exception" not in ended.stderr
