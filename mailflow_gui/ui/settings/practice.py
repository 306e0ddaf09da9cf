"""Settings, Practice Server: whether it runs, its addresses, more sample messages, starting anew. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from mailflow_gui.core.practice import ACCOUNT
from mailflow_gui.qt.practice import Practice
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.tile import Tile

_ABOUT = "A pretend mail server on this computer, to try Mailflow with. Nothing it accepts leaves the computer."
_NAMES = {
    "imap": "IMAP with StartTLS",
    "imaps": "IMAP with SSL/TLS",
    "pop3": "POP3 with StartTLS",
    "pop3s": "POP3 with SSL/TLS",
    "smtp": "SMTP with StartTLS",
    "smtps": "SMTP with SSL/TLS",
}


class PracticeSection(Section):
    """`restarted` follows when the server listens anew; its connections have other ports then."""

    restarted = Signal()

    def __init__(self, practice: Practice, tell: Callable[[Exception], object]) -> None:
        super().__init__()
        self._practice, self._tell = practice, tell
        self.state = StatusPill()
        self.begin = Button("Start", icon="play", small=True)
        self.deliver = Button("Deliver", icon="inbox", small=True)
        self.reset = Button("Reset", icon="retry", small=True)
        server = Row("Practice server", self.state, _ABOUT, lead=Tile("sandbox", "template", 32))
        server.add(self.begin)
        self._samples = Row("Sample messages", self.deliver, "Puts them into the inbox once more.")
        self._fresh = Row("Start anew", self.reset, "All its messages are gone then, the samples are delivered again.")
        self.add(Group("Practice Server", server, self._samples, self._fresh))
        self.addresses = Group("Addresses")
        self._places = {name: Label("", "body", "text2") for name in _NAMES}
        for name, label in self._places.items():
            label.set_tabular()
            self.addresses.add(Row(_NAMES[name], label))
        self.addresses.add(Row("User name", Label(ACCOUNT, "body", "text2")))
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
        self.state.set_status(*(("running", "Running") if running else ("stopped", "Stopped")))
        self.begin.setVisible(not running)
        for part in (self._samples, self._fresh, self.addresses):
            part.setVisible(running)
        for name, port in self._practice.ports.items():
            if name in self._places:
                self._places[name].setText(f"127.0.0.1:{port}")
