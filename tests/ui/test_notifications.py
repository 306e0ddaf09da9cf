"""By the desktop's service, else by the tray icon, else in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from mailflow_gui.core.notices import Notice, NoticeKind, NoticeRules
from mailflow_gui.qt.notices import Notices
from mailflow_gui.ui.notifications import Notifications
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.tray import Tray
from tests.ui.desks import PageDesk, integration, page_desk, profile

STOPPED = Notice(
    "s", NoticeKind.STOPPED, "The sign-in has ended", "Welcome new leads", "integration", "one", urgent=True
)


class ScriptedService(QObject):
    """The desktop's service."""

    answered = Signal(object, str, str)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Notice] = []

    def show(self, notice: Notice) -> None:
        self.shown.append(notice)


@dataclass
class Stage:
    notices: Notices
    tray: Tray
    toasts: list[str] = field(default_factory=list)
    led: list[tuple[Notice, str, str]] = field(default_factory=list)
    bubbles: list[str] = field(default_factory=list)

    def connect(self, service: ScriptedService | None) -> Notifications:
        return Notifications(self.notices, service, self.tray, self.toasts.append, self._lead, self.tray)

    def _lead(self, notice: Notice, act: str, token: str) -> None:
        self.led.append((notice, act, token))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(integration("Welcome new leads")))
    yield made
    made.close()


@pytest.fixture
def stage(desk: PageDesk, look: Theme, monkeypatch: pytest.MonkeyPatch) -> Stage:
    tray = Tray(desk.profiles, desk.control, desk.tallies, lambda one, on: None)
    notices = Notices(desk.bridge, desk.control, lambda: desk.profiles.profile, NoticeRules, lambda: 0.0, tray)
    made = Stage(notices, tray)
    monkeypatch.setattr(tray.icon, "showMessage", lambda title, text, icon: made.bubbles.append(title))
    return made


def test_the_service_shows_it_and_tells_what_was_pressed(stage: Stage) -> None:
    service = ScriptedService()
    stage.connect(service)
    stage.notices.tell(STOPPED)
    assert (service.shown, stage.bubbles, stage.toasts) == ([STOPPED], [], [])
    service.answered.emit(STOPPED, "show", "token")
    assert stage.led == [(STOPPED, "show", "token")]


def test_what_the_service_refuses_the_tray_shows(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tray, "available", True)
    service = ScriptedService()
    stage.connect(service)
    service.refused.emit(STOPPED)
    assert stage.bubbles == ["The sign-in has ended"]
    stage.tray.icon.messageClicked.emit()
    assert stage.led == [(STOPPED, "", "")]


def test_without_a_service_the_tray_shows_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tray, "available", True)
    stage.connect(None)
    stage.notices.tell(STOPPED)
    assert (stage.bubbles, stage.toasts) == (["The sign-in has ended"], [])


def test_without_a_tray_the_window_shows_it(stage: Stage) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    stage.connect(None)
    stage.notices.tell(STOPPED)
    assert (stage.bubbles, stage.toasts) == ([], ["The sign-in has ended. Welcome new leads"])
