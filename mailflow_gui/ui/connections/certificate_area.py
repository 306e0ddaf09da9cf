"""The Server Certificate field of a connection: Open File…, drop, Fetch from Server, and what was pasted in words.

GUI thread only; reading and fetching run on pool threads.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from mailflow_gui.core.connector import Certificate, Connector
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.qt.servers import Servers
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.fingerprint import CertificateSheet
from mailflow_gui.ui.connections.words import certificate_summary, worded
from mailflow_gui.ui.forms.editors import PemEditor
from mailflow_gui.ui.forms.settings_form import SettingsForm
from mailflow_gui.ui.widgets.buttons import Button

KEY = "serverCertificate"
_READ_AFTER = 250
_LARGEST_FILE = 1024 * 1024


class CertificateArea(QObject):
    """`trusted` carries the PEM text of a certificate that the person chose to trust."""

    trusted = Signal(str)

    def __init__(
        self,
        form: SettingsForm,
        connector: Connector,
        servers: Servers,
        tasks: Tasks,
        settings: Callable[[], Settings | None],
    ) -> None:
        """`settings` gives the checked settings to ask the server with, or marks what is missing and gives None."""
        super().__init__(form)
        self._form, self._connector, self._servers, self._tasks = form, connector, servers, tasks
        self._settings = settings
        self._row = form.row(KEY)
        self._note = form.settings.FIELDS[KEY].note
        self._reading: Task | None = None
        self._fetching: Task | None = None
        self.sheet: CertificateSheet | None = None
        editor = form.editor(KEY)
        if not isinstance(editor, PemEditor):
            raise TypeError("the certificate field has no certificate editor")
        self._editor = editor
        self.open_button = Button(tr("Open File…"), kind="ghost", icon="folder", small=True)
        self.open_button.clicked.connect(self.choose_file)
        self.fetch_button = Button(tr("Fetch from Server"), icon="import", small=True)
        self.fetch_button.reserve_busy(tr("Fetching…"))
        self.fetch_button.clicked.connect(self.fetch)
        self._row.set_note(tr("Optional"))
        self._row.add_label_action(self.open_button)
        self._row.add_label_action(self.fetch_button)
        editor.area.file_dropped.connect(self.read_file)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_READ_AFTER)
        self._pause.timeout.connect(self._read)
        editor.area.textChanged.connect(self._pause.start)

    def choose_file(self) -> None:
        """Asks for a file."""
        kinds = tr("Certificates (*.pem *.crt *.cer *.der);;All files (*)")
        dialog = QFileDialog(self._form, tr("Open Certificate"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Puts a file's certificate into the field; one in binary form is turned into text."""
        self._tasks.run(lambda: _certificate_text(Path(path))).done(if_alive(self, self._take)).failed(
            if_alive(self, self._refuse)
        )

    def fetch(self) -> None:
        """Asks the server for its certificate and shows it; the person decides."""
        settings = self._settings()
        if settings is None or self.fetch_button.busy:
            return
        self.fetch_button.set_busy(True, tr("Fetching…"))
        self._fetching = self._servers.certificate(self._connector, settings)
        self._fetching.done(if_alive(self, self._show_fetched)).failed(if_alive(self, self._on_not_fetched))

    def show_sheet(
        self, certificate: Certificate, expected: Certificate | None = None, *, may_trust: bool = True
    ) -> None:
        """The certificate sheet, with Trust This Certificate if it may be trusted as it is."""
        trust = (lambda: self.trusted.emit(certificate.pem)) if may_trust else None
        self.sheet = CertificateSheet(certificate, trust, self._form.window(), expected=expected)
        self.sheet.open()

    def forget(self) -> None:
        """No answer is wanted any more: the page goes."""
        for task in (self._reading, self._fetching):
            if task is not None:
                task.forget()
        self._pause.stop()

    def _show_fetched(self, certificate: Certificate) -> None:
        self._end_fetch()
        self.show_sheet(certificate)

    def _on_not_fetched(self, failure: Exception) -> None:
        self._end_fetch()
        self._refuse(failure)

    def _end_fetch(self) -> None:
        self._fetching = None
        self.fetch_button.set_busy(False)

    def _take(self, text: str) -> None:
        self._editor.area.setPlainText(text)

    def _refuse(self, failure: Exception) -> None:
        error = worded(failure)
        self._row.set_problem(" ".join(part for part in (f"{error.title}.", error.fix) if part))

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.forget()
            self._reading = None
        text = self._editor.area.toPlainText()
        if not text.strip():
            self._row.set_help(self._note)
            return
        self._reading = self._servers.read_certificate(self._connector, text)
        self._reading.done(if_alive(self, self._describe)).failed(if_alive(self, self._tell_unreadable))

    def _describe(self, certificate: Certificate) -> None:
        self._reading = None
        self._row.set_help(certificate_summary(certificate))

    def _tell_unreadable(self, error: Exception) -> None:
        self._reading = None
        self._row.set_help(self._note)
        self._refuse(error)


def _certificate_text(path: Path) -> str:
    """The PEM text of a file; DER is told by its first octets. Raises MailflowError."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE)
    except OSError as error:
        raise MailflowError(tr("The file can't be read"), cause="FILE_UNREADABLE", details=str(error)) from error
    if data[:1] == b"\x30" and b"-----BEGIN" not in data:
        return ssl.DER_cert_to_PEM_cert(data)
    return data.decode("utf-8", "replace").strip()
