"""Notices over D-Bus: replaced, escaped, with buttons where the service has them, and given back when there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from mailflow_gui.core.notices import Answer, Notice, NoticeKind
from mailflow_gui.qt.freedesktop import FreedesktopNotices
from tests.fakes.bus_service import Bus
from tests.fakes.notification_daemon import NotificationDaemon

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")

FAILED = Notice(
    "message one", NoticeKind.MESSAGE, "A message could not be delivered", "Forward invoices: <b>no</b> & $(touch x)",
    "attention", "x1", (Answer("review", "Review"), Answer("retry", "Retry")),
)  # fmt: skip


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    made = Bus()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    yield made
    made.close()


@pytest.fixture
def daemon(bus: Bus) -> Iterator[NotificationDaemon]:
    made = NotificationDaemon(bus.address)
    yield made
    made.close()


@pytest.fixture
def service(bus: Bus, qtbot: QtBot) -> Iterator[FreedesktopNotices]:
    made = FreedesktopNotices("mailflow")
    yield made
    made.close()


@pytest.fixture
def show(service: FreedesktopNotices, daemon: NotificationDaemon, qtbot: QtBot) -> Callable[[Notice], None]:
    def act(notice: Notice) -> None:
        count = len(daemon.shown)
        service.show(notice)
        qtbot.waitUntil(lambda: len(daemon.shown) > count)

    return act


def test_a_notice_is_shown_with_its_buttons_and_its_text_escaped(
    show: Callable[[Notice], None], daemon: NotificationDaemon
) -> None:
    show(FAILED)
    _, title, text, actions, replaced = daemon.shown[0]
    assert (title, replaced) == ("A message could not be delivered", 0)
    assert text == "Forward invoices: &lt;b&gt;no&lt;/b&gt; &amp; $(touch x)"
    assert actions == ["default", "Open", "review", "Review", "retry", "Retry"]
    assert daemon.hints["desktop-entry"] == ("s", "mailflow")


def test_where_markup_and_buttons_are_unknown_there_are_none(
    bus: Bus, service: FreedesktopNotices, qtbot: QtBot
) -> None:
    daemon = NotificationDaemon(bus.address, abilities=["body"])
    service.show(FAILED)
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert daemon.shown[0][2:4] == (FAILED.text, [])
    daemon.close()


def test_a_notice_takes_the_place_of_the_one_with_its_key(
    show: Callable[[Notice], None], daemon: NotificationDaemon
) -> None:
    show(FAILED)
    show(Notice("message two", NoticeKind.MESSAGE, "Another", ""))
    show(FAILED)
    assert [one[4] for one in daemon.shown] == [0, 0, daemon.shown[0][0]]


@pytest.mark.parametrize(("pressed", "act"), [("retry", "retry"), ("default", "")])
def test_what_is_pressed_comes_back(
    show: Callable[[Notice], None], service: FreedesktopNotices, daemon: NotificationDaemon, qtbot: QtBot,
    pressed: str, act: str,
) -> None:  # fmt: skip
    show(FAILED)
    with qtbot.waitSignal(service.answered) as answered:
        daemon.invoke(daemon.shown[0][0], pressed, token="right-to-focus")
    assert answered.args == [FAILED, act, "right-to-focus"]


def test_what_others_show_is_none_of_ours(
    show: Callable[[Notice], None], service: FreedesktopNotices, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    show(FAILED)
    daemon.invoke(4242, "retry")
    with qtbot.waitSignal(service.answered) as answered:
        daemon.invoke(daemon.shown[0][0], "review")
    assert answered.args[1] == "review"


def test_a_closed_notice_is_not_replaced(show: Callable[[Notice], None], daemon: NotificationDaemon) -> None:
    show(FAILED)
    daemon.invoke(daemon.shown[0][0], "review")
    show(Notice("other", NoticeKind.MESSAGE, "Between", ""))  # by then the closing was heard
    show(FAILED)
    assert daemon.shown[2][4] == 0


def test_without_a_service_the_notice_is_given_back(bus: Bus, service: FreedesktopNotices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(service.refused) as refused:
        service.show(FAILED)
    assert refused.args == [FAILED]


def test_without_a_bus_the_notice_is_given_back(
    service: FreedesktopNotices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with qtbot.waitSignal(service.refused):
        service.show(FAILED)


def test_a_service_that_is_repaired_is_used_again(
    show: Callable[[Notice], None], service: FreedesktopNotices, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    show(FAILED)
    daemon.broken = True
    with qtbot.waitSignal(service.refused):
        service.show(FAILED)
    daemon.broken = False
    show(FAILED)


def test_what_was_refused_while_it_closed_is_told_to_nobody(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window is gone by then, and the answer still on its way."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    service, told = FreedesktopNotices("mailflow"), []
    service.refused.connect(told.append)
    service.show(FAILED)
    service.close()
    QCoreApplication.sendPostedEvents()
    assert told == []
