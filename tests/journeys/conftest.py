"""A bench for each journey: a whole Mailflow between an account on Dovecot and a recording SMTP server."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.desktop import Desktop
from tests.cli.conftest import mailflow as mailflow
from tests.journeys.bench import Bench
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A profile without anything in it."""
    return Bench(tmp_path / "profile")


@pytest.fixture
def ready(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> Bench:
    """A profile with the connections Inbox (imap) and Outbox."""
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    return bench


Window = Callable[[Path], Desktop]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Window]:
    """Opens the whole program with its window on a profile; it runs what is switched on."""
    opened: list[Desktop] = []
    before = ownerless()

    def open_on(profile: Path) -> Desktop:
        app = desktop.make_application(["mailflow"])
        built = desktop.make_desktop(app, root.build(Options(profile, "session")))
        opened.append(built)
        built.shell.start()
        desktop.begin_work(built)
        qtbot.waitExposed(built.shell.window)
        return built

    yield open_on
    for one in opened:
        desktop.end_work(one)
    assert ownerless() - before == set()


def ownerless() -> set[str]:
    """The widgets that outlive their window: PySide6 6.12 crashes at the end of a program that has some."""
    gc.collect()
    widgets = [one for one in Shiboken.getAllValidWrappers() if isinstance(one, QWidget)]
    return {repr(one) for one in widgets if Shiboken.ownedByPython(one)}


@pytest.fixture
def program(tmp_path: Path, open_window: Window) -> Desktop:
    """The program on a profile without anything in it."""
    return open_window(tmp_path / "profile")
