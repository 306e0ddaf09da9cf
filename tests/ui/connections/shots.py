"""Pictures of the connection pages with real servers: `python -m tests.ui.connections.shots FOLDER [light|dark] [px]`.

Every state in light and dark, 1200 × 800 and 900 × 600 (the pages without the sidebar of 216 or 56 pixels).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.ui import theme
from mailflow_gui.ui.connections.detail_page import ConnectionPage
from mailflow_gui.ui.connections.list_page import ConnectionsPage
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.connections.wizard import ConnectionWizard
from tests.servers.certificates import self_signed
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink
from tests.ui.connections.desk import Desk

SIDES = ((1200, 800, 216), (900, 600, 56))


def turn(milliseconds: int) -> None:
    """Lets the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds: Callable[[], bool], seconds: float = 15) -> None:
    """Lets the event loop run until it holds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the page did not get there")
        turn(20)


class Studio:
    """A window with a page beside an empty sidebar, photographed."""

    def __init__(self, folder: Path, label: str, size: tuple[int, int, int]) -> None:
        self._folder, self._label = folder, label
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.setContentsMargins(size[2], 0, 0, 0)
        self._row = row
        self.window.setFixedSize(size[0], size[1])
        self.window.show()
        self.window.activateWindow()
        self.page: QWidget | None = None

    def put(self, page: QWidget) -> None:
        """Shows another page."""
        if self.page is not None:
            self._row.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._row.addWidget(page)
        page.show()
        turn(60)

    def shoot(self, name: str) -> None:
        """Saves a picture."""
        turn(300)
        self.window.grab().save(str(self._folder / f"{name}-{self._label}.png"))


def saved_profile() -> Profile:
    """The connections of the list."""

    def one(name: str, kind: str, description: str, **values: object) -> Connection:
        when = "2026-11-21T14:31:00+00:00"
        return Connection(name, kind, values, description, validated=when if values.get("username") else "")

    connections = (
        one("Obtain Info Emails", "email-receive", "Connect to our company email server to obtain messages.",
            protocol="imap", host="imap.ourcompany.com", port=993, username="info@ourcompany.com"),
        one("Collect Invoices", "email-receive", "Supplier invoices, POP3 only.",
            protocol="pop3", host="pop.ourcompany.com", port=995, username="invoices@ourcompany.com"),
        one("Send Emails to Leads", "email-send", "Connect to our company email server to send email.",
            host="smtp.ourcompany.com", port=587, username="info@ourcompany.com", secureType="StartTLS"),
        one("Warehouse Relay", "email-send", "Internal server with its own certificate.",
            host="mail.warehouse.lan", port=25, secureType="StartTLS"),
        one("Sandbox Mailbox", "email-receive", "Pretend mail server on this computer, 12 sample messages.",
            protocol="imap", host="127.0.0.1", port=10993, username="practice@sandbox.local"),
    )  # fmt: skip
    steps = (Step(connection="Obtain Info Emails", action="receive-email"),)
    integrations = (Integration("Welcome new leads", steps), Integration("Archive invoices", steps))
    return Profile(connections, integrations)


def wizard_shots(studio: Studio, dovecot: Dovecot, sink: SmtpSink) -> None:
    """Create Connection from the cards to the name."""
    desk = Desk()
    wizard = ConnectionWizard(desk.services)
    studio.put(wizard)
    studio.shoot("05-choose")
    wizard.choose("email-receive")
    studio.shoot("06-before")
    form = wizard.form
    assert form is not None
    values = {"host": "localhost", "port": str(dovecot.ports["imaps"]), "username": "alice", "password": "secret"}
    form.change({**values, "serverCertificate": dovecot.authority_pem})
    form.validate()
    until(lambda: form.stage is Stage.SUCCESS)
    turn(2200)
    studio.shoot("06-validated")
    wizard.on_next()
    studio.shoot("08-name")
    desk.vault.refusal = "KEYRING_MISSING"
    wizard.on_save()
    naming = wizard.naming
    assert naming is not None
    until(lambda: naming.refusal.isVisible())
    studio.shoot("08-refused")
    desk.close()

    desk = Desk()
    wizard = ConnectionWizard(desk.services)
    studio.put(wizard)
    wizard.choose("email-send")
    form = wizard.form
    assert form is not None
    form.change({"host": "localhost", "port": str(sink.port), "username": "info", "password": "Office-2026"})
    form.change({"secureType": "StartTLS"})
    form.validate()
    until(lambda: form.stage is Stage.FAILED)
    turn(2200)
    studio.shoot("07-certificate")
    form.remedies.carry_out(form.panel.error.remedies[0])
    form.panel.show_details()
    until(lambda: form.stage is Stage.FAILED and form.panel.error.cause == "AUTH_FAILED")
    turn(2200)
    form.panel.show_details()
    studio.shoot("31-refused")
    form.reset()
    form.change({"secureType": "None"})
    studio.shoot("none")
    desk.close()


def saved_shots(studio: Studio) -> None:
    """The list and a saved connection."""
    desk = Desk(profile=saved_profile())
    page = ConnectionsPage(desk.services)
    studio.put(page)
    page.set_sandbox_running(True)
    studio.shoot("04-list")
    page.filter.setText("xyz")
    studio.shoot("04-nothing")
    detail = ConnectionPage(desk.services)
    detail.show_connection("Obtain Info Emails")
    studio.put(detail)
    studio.shoot("detail")
    detail.edit()
    studio.shoot("detail-edit")
    desk.close()
    desk = Desk()
    studio.put(ConnectionsPage(desk.services))
    studio.shoot("04-empty")
    desk.close()


def main(folder: Path, modes: tuple[str, ...] = ("light", "dark"), pixels: int = 13) -> None:
    """All pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    font = QFont("Inter")
    font.setPixelSize(pixels)
    app.setFont(font)
    certificate = self_signed()
    with Dovecot() as dovecot, SmtpSink(users={"info@example.org": "secret"}, certificate=certificate) as sink:
        for mode in modes:
            theme.apply(app, "dark" if mode == "dark" else "light")
            for size in SIDES:
                studio = Studio(folder, f"{size[0]}-{mode}", size)
                wizard_shots(studio, dovecot, sink)
                saved_shots(studio)
                studio.window.close()


if __name__ == "__main__":
    chosen = tuple(one for one in sys.argv[2:] if not one.isdigit())
    main(Path(sys.argv[1]), chosen or ("light", "dark"), next((int(one) for one in sys.argv[2:] if one.isdigit()), 13))
