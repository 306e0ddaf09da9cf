"""Pictures of the whole window, to compare with the design by eye; no network, no mail server.

python -m tests.ui.screens FOLDER [light|dark] [1200x800] [font pixels] [de] [reverse] [check] [scene …]

Says what is cut; `check` draws no pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core import language
from mailflow_gui.core.activity import Activity, Health, State
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.store import translations
from mailflow_gui.ui import theme
from mailflow_gui.ui.attention.page import AttentionPage
from tests.qt.stage import ScriptedSupervisor
from tests.ui import office
from tests.ui.cut import cut
from tests.ui.integrations.workbench import let_settle, until
from tests.ui.screens_watching import watching

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "translations"
DOUBT = "The connection broke in the instant of delivery. The message may have arrived; it is not sent again by itself."


class Studio:
    """The running window and where its pictures go."""

    def __init__(self, made: Desktop, supervisor: ScriptedSupervisor, folder: Path, tag: str) -> None:
        self.made, self.supervisor, self.folder, self.tag = made, supervisor, folder, tag
        self.window, self.shell, self.desk = made.shell.window, made.shell, made.desk
        self.cut: list[str] = []
        self.only_checks = False

    def save(self, name: str) -> None:
        """The window with the menus and dialogs in front of it."""
        let_settle(60 if self.only_checks else 400)  # not at the moment in which numbers arrive
        for _ in range(25):  # layouts settle in steps
            if not (faults := self._faults()):
                break
            let_settle(60)
        self.cut += [f"{name}: {fault}" for fault in faults]
        if self.only_checks:
            return
        picture = self.window.grab()
        painter = QPainter(picture)
        for popup in QApplication.topLevelWidgets():
            if popup is not self.window and popup.isVisible() and popup.windowType() != Qt.WindowType.ToolTip:
                painter.drawPixmap(_place(popup, self.window), popup.grab())
        painter.end()
        picture.save(str(self.folder / f"{name}-{self.tag}.png"))

    def _faults(self) -> list[str]:
        dialogs = (one for one in QApplication.topLevelWidgets() if one.isModal() and one.isVisible())
        return [fault for front in (self.window, *dialogs) for fault in cut(front)]

    def show(self, profile: Profile) -> None:
        """Another profile, at once."""
        self.desk.profiles.profile = profile
        self.desk.profiles.changed.emit()
        let_settle(700)

    def press(self, *keys: Qt.Key | str) -> None:
        """Keys into the focused widget."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)


def _place(popup: QWidget, window: QWidget) -> QPoint:
    spot = popup.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
    if popup.isModal():  # a window manager would center it
        spot = QPoint((window.width() - popup.width()) // 2, (window.height() - popup.height()) // 2)
    return spot


def first_run(studio: Studio) -> None:
    studio.show(Profile())
    studio.window.go("home")
    studio.save("03-first-run")
    studio.window.go("integrations")
    studio.save("09-empty")
    studio.window.go("connections")
    studio.save("04-empty")
    studio.window.go("log")
    studio.save("17-empty")
    studio.show(Profile(office.CONNECTIONS))
    studio.window.go("home")
    studio.save("03-connected")
    studio.show(office.PROFILE)


def home(studio: Studio) -> None:
    studio.window.go("home")
    studio.save("01-home")
    studio.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    studio.save("01-focus")
    studio.desk.control.pause_all()
    studio.save("01-paused")
    studio.window.go("integrations")
    studio.save("09-paused")
    studio.desk.control.resume()
    studio.supervisor.healths = office.healths(datetime.now().astimezone())
    studio.supervisor.healths["support"] = Health(State.WAITING, trouble="This computer is offline", cause="NO_NETWORK")
    studio.window.go("home")
    studio.desk.control.look()
    studio.save("01-offline")
    studio.supervisor.healths = office.healths(datetime.now().astimezone())
    studio.desk.control.look()


def connections(studio: Studio) -> None:
    studio.window.go("connections")
    page = studio.shell.pages.connections
    page.set_sandbox_running(True)
    studio.save("04-connections")
    page.filter.setText("xyz")
    studio.save("04-nothing")
    page.filter.setText("")
    page.highlight("Send Emails to Leads")
    studio.save("04-highlight")
    page.rows()[0]._show_menu(page.rows()[0].more.mapToGlobal(QPoint(0, 30)))
    studio.save("04-menu")
    page.rows()[0]._menu.close()
    page.delete("Obtain Info Emails")
    studio.save("04-in-use")
    assert page.question is not None
    page.question.close()
    studio.shell.open_connection("Obtain Info Emails")
    studio.save("04-detail")
    studio.shell.open_connection("Newsletter Sign-ups")
    studio.save("04-detail-failed")


def integrations(studio: Studio) -> None:
    studio.window.go("integrations")
    studio.save("09-integrations")
    page = studio.shell.pages.integrations
    page.groups.set_value("drafts")
    page._refresh()
    studio.save("09-drafts")
    page.groups.set_value("")
    page.search.setText("xyz")
    studio.save("09-nothing")
    page.search.clear()
    page._menu(page.rows["leads"])
    studio.save("09-menu")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    broken = Health(State.ATTENTION, trouble="The server refused the user name or password", cause="AUTH_FAILED")
    waiting = Health(State.WAITING, trouble="The server is busy", cause="SERVER_BUSY")
    studio.supervisor.healths |= {
        "weekly": broken, "support": waiting, "night": Health(State.STOPPING)}  # fmt: skip
    studio.desk.control.look()
    studio.save("09-states")
    studio.window.go("home")
    studio.save("01-states")
    studio.window.go("integrations")
    page._delete(page.rows["leads"].integration)
    studio.save("09-delete")
    for box in QApplication.topLevelWidgets():
        if box.isModal():
            box.close()
    studio.supervisor.healths = office.healths(datetime.now().astimezone())
    studio.desk.control.look()


def _close_popup() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def attention(studio: Studio) -> None:
    studio.window.go("attention")
    page = studio.shell.pages.attention
    studio.save("18-attention")
    first = next(iter(page.list.rows.values()))
    first.setFocus()
    studio.press(Qt.Key.Key_Space, Qt.Key.Key_Down)
    studio.save("18-checked")
    page.skip_all.click()
    studio.save("18-skip")
    assert page.decisions.question is not None
    page.decisions.question.close()
    first.check.setChecked(False)
    messages = studio.desk.attention.messages
    _act(studio, page, messages)
    studio.desk.attention.messages = [replace(messages[0], cause="IN_DOUBT", reason=DOUBT), *messages[1:]]
    studio.desk.attention.changed.emit()
    page.select(messages[0].exchange)
    studio.save("18-doubt")
    studio.desk.attention.messages = []
    studio.desk.attention.changed.emit()
    studio.save("18-empty")
    studio.desk.attention.messages = messages
    studio.desk.attention.changed.emit()


def _act(studio: Studio, page: AttentionPage, messages: list[Activity]) -> None:
    """The sheet, the menu, the search, a skip and a retry."""
    page.detail.banner.buttons()[1].click()
    until(lambda: page.decisions.sheet, "sheet")
    studio.save("18-address")
    assert page.decisions.sheet is not None
    page.decisions.sheet.reject()
    page.detail.more.click()
    studio.save("18-more")
    _close_popup()
    page._begin_find()
    page.search.setText("invoice")
    studio.save("18-found")
    page.search.setText("xyz")
    studio.save("18-nothing")
    page.search.clear()
    page.search.hide()
    page.select(messages[2].exchange)
    studio.save("18-large")
    page.detail.skip.click()
    until(lambda: len(studio.desk.attention.messages) == 2, "skip")
    studio.save("18-skipped")
    page.decisions.undo()
    until(lambda: len(studio.desk.attention.messages) == 3, "undo")
    studio.window.toasts.close_toast()
    studio.desk.attention.retried = {messages[0].exchange}
    studio.desk.attention.changed.emit()
    page.select(messages[0].exchange)
    studio.save("18-retrying")
    studio.desk.attention.retried = set()
    let_settle(700)


def search(studio: Studio) -> None:
    studio.window.go("home")
    studio.window.search_requested.emit()
    studio.save("30-begin")
    field = studio.shell.pages.search.field
    QTest.keyClicks(field, "invo")
    let_settle(500)
    studio.save("30-search")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Down)
    studio.save("30-down")
    QTest.keyClicks(field, "xyz")
    studio.save("30-nothing")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    studio.shell.find_message("invoice")
    page = studio.shell.pages.messages
    until(lambda: page.rows, "messages")
    studio.save("30-messages")
    page.look_for("nothing like it")
    until(page.nothing.isVisible, "answer")
    studio.save("30-messages-nothing")


def log(studio: Studio) -> None:
    studio.window.go("log")
    page = studio.shell.pages.log
    page.append(office.events(datetime.now().astimezone()))
    studio.save("17-log")
    page.table.choose(11)
    page._open_detail()
    studio.save("17-detail")
    page.toggle_pause()
    page.append(office.events(datetime.now().astimezone())[-5:])
    studio.save("17-paused")
    page.toggle_pause()
    page.levels.set_value("error")
    page._on_filter()
    page.search.setText("nothing like it")
    let_settle(300)
    studio.save("17-nothing")
    page.clear_filters()
    page._close_detail()


def tray(studio: Studio) -> None:
    menu = studio.shell.tray.menu
    studio.window.go("home")
    menu.popup(studio.window.mapToGlobal(QPoint(300, 60)))
    studio.save("19-tray")
    menu.close()
    studio.window._open_menu()
    studio.save("menu")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    studio.window.toast("“Weekly newsletter sign-ups” stopped", ("Undo", lambda: None))
    studio.save("toast")
    studio.window.toasts.close_toast()


def settings(studio: Studio) -> None:
    studio.window.go("settings")
    page = studio.shell.pages.settings
    for id in page.entries:
        page.show_section(id)
        studio.save(f"20-{id}")
    proxy = page.section("network").proxy
    page.show_section("network")
    proxy.kind.set_value("socks5")
    studio.save("20-proxy")
    proxy.use.click()
    studio.save("20-proxy-problems")
    proxy.kind.set_value("none")
    studio.desk.preferences.set(density="compact")
    page.show_section("general")
    studio.save("20-compact")
    studio.window.go("connections")
    studio.save("04-compact")
    studio.desk.preferences.set(density="comfortable")


Scene = Callable[[Studio], None]
SCENES: tuple[Scene, ...] = (
    first_run, home, connections, integrations, watching, attention, search, log, tray, settings,
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Draws the scenes."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    mode = "dark" if "dark" in arguments else "light"
    width, height = next((one.split("x") for one in arguments[1:] if "x" in one and one[0].isdigit()), ("1200", "800"))
    pixels = next((int(one) for one in arguments[1:] if one.isdigit()), 13)
    scenes = [one for one in SCENES if one.__name__ in arguments] or SCENES
    office.set_clock()
    if "de" in arguments:
        language.use(translations.read(SHIPPED, "de"))
    app = QApplication(["mailflow"])
    font = QFont("Inter")
    font.setPixelSize(pixels)
    app.setFont(font)
    theme.apply(app, mode)  # type: ignore[arg-type]
    if "reverse" in arguments:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with tempfile.TemporaryDirectory() as place:
        program = root.build(Options(Path(place), "session"))
        program.library.save(office.PROFILE)
        Path(place, "preferences.yaml").write_text(f"theme: {mode}\n")
        made = desktop.make_desktop(desktop.make_application([]), program)
        now = datetime.now().astimezone()
        office.Diary(made.desk.engine.ledger, now).fill()
        supervisor = ScriptedSupervisor()
        supervisor.healths = office.healths(now)
        made.desk.control._supervisor = supervisor
        made.shell.start()
        made.shell.window.resize(int(width), int(height))
        made.desk.tallies.ask()
        made.desk.attention.ask()
        made.desk.today.ask()
        until(lambda: made.desk.attention.messages and made.desk.today.day.recent, "messages")
        ratio = f"@{QGuiApplication.primaryScreen().devicePixelRatio():g}"
        tag = (
            f"{mode}-{width}"
            + (f"-{pixels}px" if pixels != 13 else "")
            + "-de" * ("de" in arguments)
            + "-reverse" * ("reverse" in arguments)
            + (ratio if ratio != "@1" else "")
        )
        studio = Studio(made, supervisor, folder, tag)
        studio.only_checks = "check" in arguments
        for scene in scenes:
            scene(studio)
        desktop.end_work(made)
    print(*dict.fromkeys(studio.cut), sep="\n")
    return 1 if studio.cut else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
