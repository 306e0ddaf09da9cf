"""Draws Create Integration and Home in their states, with a real mail server, to compare with the design by eye.

python -m tests.ui.integrations.shots FOLDER [light|dark] [1200x800|900x600] [font pixels]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Integration, Profile, Step
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.today import Today
from mailflow_gui.ui import theme
from mailflow_gui.ui.home.page import HomePage
from mailflow_gui.ui.integrations.create.choose_connection import ChooseConnectionPage
from mailflow_gui.ui.integrations.create.create_page import CreateIntegrationPage
from mailflow_gui.ui.integrations.create.receive_page import ReceivePage
from mailflow_gui.ui.integrations.create.send_page import SendPage
from tests.servers.dovecot import Dovecot
from tests.ui.integrations.workbench import (
    StillSupervisor,
    Workbench,
    let_settle,
    letters,
    receiving,
    remember,
    sending,
    until,
    workbench,
)

RAIL, SIDEBAR = 56, 216


class Stand:
    """A window with room for the sidebar at the left, and where its pictures go."""

    def __init__(self, folder: Path, tag: str, size: tuple[int, int]) -> None:
        self.folder, self.tag, self.size = folder, tag, size
        self.window = QWidget()
        self.window.resize(*size)
        self.row = QHBoxLayout(self.window)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)

    def show(self, page: QWidget, side: int) -> None:
        while (item := self.row.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().setParent(None)
        space = QWidget()
        space.setFixedWidth(side)
        self.row.addWidget(space)
        self.row.addWidget(page, 1)
        page.show()
        self.window.show()

    def save(self, name: str) -> None:
        let_settle(150)
        self.window.resize(*self.size)
        let_settle(50)
        self.window.grab().save(str(self.folder / f"{name}-{self.tag}.png"))


def mapped_flow(bench: Workbench) -> Integration:
    """Picture 14: filter, log, mapper, template between receive and send."""
    mappings = [
        {"from": ["from"], "to": "to"},
        {"from": ["subject"], "to": "subject", "transformations": [{"Prepend": {"string": "Re: "}}]},
    ]
    template = "Dear {{message.from}},\nthank you for your message. We answer within one working day.\n"
    return Integration(
        "Welcome new leads",
        (
            Step(connection="Obtain Info Emails", action="receive-email", values={"unseenOnly": True}),
            Step(kind="basic-filter", values={"rules": [{"path": "subject", "op": "contains", "value": "product"}]}),
            Step(kind="data-mapper", values={"mappings": mappings}),
            Step(kind="template", values={"template": template}),
            Step(
                connection="Send Emails to Leads",
                action="send-email",
                values={
                    "from": "info@ourcompany.com",
                    "to": "sales@ourcompany.com",
                    "subject": "Thank you for your message",
                    "text": "Hello,\nwe have your message and will answer within one working day.\nYour sales team",
                },
            ),
        ),
    )


def create_shots(stand: Stand, bench: Workbench) -> None:
    page = CreateIntegrationPage(bench.profiles, bench.previews, bench.servers)
    stand.show(page, RAIL)
    page.start()
    assert isinstance(page.page, ChooseConnectionPage)
    stand.save("10-empty")
    page.page.choose("Obtain Info Emails")
    stand.save("10")
    page.go_on()
    receive = page.page
    assert isinstance(receive, ReceivePage)
    receive.form.unseen.setChecked(True)
    until(lambda: receive.preview.rows, "preview")
    stand.save("11")
    receive.form.disclosure.setChecked(True)
    receive.form.unseen.setChecked(False)
    receive.form.repeat.setCurrentIndex(1)
    receive.form.delay.set_value(500)
    stand.save("11-more")
    receive.form.use_folder("folderName", "Nowhere")
    until(lambda: receive.preview.title.text() == tr("The folder could not be looked at"), "trouble")
    stand.save("11-trouble")
    receive.form.use_folder("folderName", "Archive")
    until(lambda: tr("No messages to take.").startswith(receive.preview.title.text()), "empty preview")
    stand.save("11-empty")
    receive._on_browse("folderName")
    assert receive.dialog is not None
    until(receive.dialog.names, "folders")
    let_settle(100)
    receive.dialog.grab().save(str(stand.folder / f"folders-{stand.tag}.png"))
    receive.dialog.reject()
    receive.form.use_folder("folderName", "")
    receive.form.delay.set_value(5000)
    receive.form.repeat.setCurrentIndex(0)
    page.go_on()
    finish_shots(stand, bench, page)


def finish_shots(stand: Stand, bench: Workbench, page: CreateIntegrationPage) -> None:
    stand.save("10-finish")
    assert isinstance(page.page, ChooseConnectionPage)
    page.page.choose("Send Emails to Leads")
    page.go_on()
    send = page.page
    assert isinstance(send, SendPage)
    until(lambda: send.outgoing.text.isVisible(), "sample")
    stand.save("14-new")
    send.form.lines["to"].setText("nobody@@example")
    send.settle()
    stand.save("14-problem")
    send.form.lines["to"].setText("sales@ourcompany.com")


def home_shots(stand: Stand, bench: Workbench) -> None:
    bridge = Bridge()
    supervisor = StillSupervisor()
    control = Control(supervisor, bench.profiles, bridge, bench.tasks)  # type: ignore[arg-type]
    tallies, today = (
        Tallies(bench.ledger, bench.profiles, bridge, bench.tasks),
        Today(bench.ledger, bench.profiles, bridge, bench.tasks),
    )
    saved = bench.profiles.profile
    bench.profiles.profile = Profile()
    page = HomePage(bench.profiles, control, tallies, today)
    stand.show(page, SIDEBAR if stand.size[0] > 1000 else RAIL)
    stand.save("03")
    bench.profiles.profile = saved
    bench.profiles.changed.emit()
    let_settle(100)
    stand.save("03-connected")
    flows = _flows(bench)
    bench.profiles.profile = replace(
        saved,
        integrations=flows,
        connections=(
            *saved.connections,
            replace(
                saved.connections[1],
                id="x",
                name="Newsletter Sign-ups",
                failed="The server refused the user name or password",
            ),
        ),
    )
    for one in flows[:3]:
        supervisor.start(one)
    for number, one in enumerate(flows[:3]):
        remember(bench.ledger, one, _past(number))
    tallies.ask()
    today.ask()
    until(lambda: today.day.recent and tallies.held, "numbers")
    bench.profiles.changed.emit()
    stand.save("01")
    control.pause_all()
    let_settle(300)
    stand.save("01-paused")
    control.shut_down()


def _flows(bench: Workbench) -> tuple[Integration, ...]:
    whole = mapped_flow(bench)
    start, finish = whole.steps[0], whole.steps[-1]
    one_filter = whole.steps[1]
    return (
        replace(whole, enabled=True),
        Integration("Support auto-reply", (start, one_filter, whole.steps[3], finish), enabled=True),
        Integration("Forward invoices to Accounting", (start, one_filter, finish), enabled=True),
        Integration("Weekly newsletter sign-ups", (start, whole.steps[2], finish)),
        Integration("Supplier quotes archive", (Step(action="receive-email"), one_filter, Step(kind="log"))),
        Integration("Old one", (start, finish)),
    )


def _past(number: int) -> list[tuple[timedelta, TripState, str]]:
    people = ("jane.moore@example.org", "omar@northwind.example", "li.wei@fabrikam.example")
    past = [
        (timedelta(minutes=17 * count + number), TripState.DONE, people[count % 3]) for count in range(30 - 8 * number)
    ]
    past += [(timedelta(minutes=50 * count + 5), TripState.FILTERED, "Out of office") for count in range(8)]
    if number == 2:
        past += [(timedelta(minutes=40 * count), TripState.HELD, "Invoice 118") for count in range(3)]
    return sorted(past, key=lambda one: -one[0])


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    mode = sys.argv[2] if len(sys.argv) > 2 else "light"
    size = tuple(int(one) for one in (sys.argv[3] if len(sys.argv) > 3 else "1200x800").split("x"))
    app = QApplication(sys.argv[:1])
    app.setFont(QFont("Inter"))
    font = app.font()
    font.setPixelSize(int(sys.argv[4]) if len(sys.argv) > 4 else 13)
    app.setFont(font)
    theme.apply(app, mode)  # type: ignore[arg-type]
    stand = Stand(folder, f"{mode}-{size[0]}", (size[0], size[1]))
    parts: list[Callable[[Stand, Workbench], None]] = [create_shots, home_shots]
    with Dovecot() as server, tempfile.TemporaryDirectory() as place:
        user = server.add_user("info")
        server.deliver_all(user, letters())
        for name in ("Archive", "Invoices/2026", "Invoices/2025", "Müller & Söhne"):
            server.create_folder(user, name)
        connections = (
            receiving(server, user),
            receiving(server, user, "Support Mailbox"),
            receiving(server, user, "Collect Invoices", protocol="pop3"),
            sending(),
        )
        bench = workbench(Path(place), *connections)
        try:
            for part in parts:
                part(stand, bench)
        finally:
            bench.close()
    stand.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
