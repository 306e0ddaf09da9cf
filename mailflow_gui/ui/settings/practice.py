"""Settings, Practice Server: whether it runs, its addresses, more sample messages, starting anew. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.practice import ACCOUNT
from mailflow_gui.qt.practice import Practice
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.tile import Tile

_ABOUT = later("A pretend mail server on this computer, to try Mailflow with. Nothing it accepts leaves the computer.")
_NAMES = {
    "imap": later("IMAP with StartTLS"),
    "imaps": later("IMAP with SSL/TLS"),
    "pop3": later("POP3 with StartTLS"),
    "pop3s": later("POP3 with SSL/TLS"),
    "smtp": later("SMTP with StartTLS"),
    "smtps": later("SMTP with SSL/TLS"),
}


class PracticeSection(Section):
    """`restarted` follows when the server listens anew; its connections have other ports then."""

    restarted = Signal()

    def __init__(self, practice: Practice, tell: Callable[[Exception], object]) -> None:
        super().__init__()
        self._practice, self._tell = practice, tell
        self.state = StatusPill()
        self.begin = Button(tr("Start"), icon="play", small=True)
        self.deliver = Button(tr("Deliver"), icon="inbox", small=True)
        self.reset = Button(tr("Reset"), icon="retry", small=True)
        server = Row(tr("Practice server"), self.state, tr(_ABOUT), lead=Tile("sandbox", "template", 32))
        server.add(self.begin)
        self._samples = Row(tr("Sample messages"), self.deliver, tr("Puts them into the inbox once more."))
        self._fresh = Row(
            tr("Start anew"), self.reset, tr("All its messages are gone then, the samples are delivered again.")
        )
        self.add(Group(tr("Practice Server"), server, self._samples, self._fresh))
        self.addresses = Group(tr("Addresses"))
        self._places = {name: Label("", "body", "text2") for name in _NAMES}
        for name, label in self._places.items():
            label.set_tabular()
            self.addresses.add(Row(tr(_NAMES[name]), label))
        self.addresses.add(Row(tr("User name"), Label(ACCOUNT, "body", "text2")))
        self.add(self.addresses)
        self.column.addStretch(1)
        self.begin.clicked.connect(lambda: self._wait(self.begin, practice.start()))
        self.deliver.clicked.connect(lambda: self._wait(self.deliver, practice.deliver()))
        self.reset.clicked.connect(self._on_reset)
        practice.started.connect(self._show)
        self._show()

    def _on_reset(self) -> None:
        self._wait(self.reset, self._practice.reset()).done(if_alive(self, lambda _: self.restarted.emit()))

    def _wait(self, button: Button, task: Task) -> Task:
        button.set_busy(True)
        return task.failed(self._tell).always(button.end_busy)

    def _show(self) -> None:
        running = self._practice.running
        self.state.set_status(*(("running", tr("Running")) if running else ("stopped", tr("Stopped"))))
        self.begin.setVisible(not running)
        for part in (self._samples, self._fresh, self.addresses):
            part.setVisible(running)
        for name, port in self._practice.ports.items():
            if name in self._places:
                self._places[name].setText(f"127.0.0.1:{port}")
