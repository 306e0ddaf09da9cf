"""Settings, About: version, folders, licenses, and diagnostics for those who help. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.diagnosis import Diagnosis, Folder
from mailflow_gui.qt.licenses import Shipped
from mailflow_gui.ui import accessibility
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Label

_COPY = later("Versions and the findings of “mailflow doctor”. No passwords, names or addresses are in the text.")


class AboutSection(Section):
    """`tell` shows an error, `open_url` opens a folder."""

    def __init__(
        self,
        diagnosis: Diagnosis,
        tell: Callable[[Exception], object],
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__()
        self._diagnosis, self._tell, self._open_url = diagnosis, tell, open_url
        self.copy = Button(tr("Copy Diagnostics"), icon="copy", small=True)
        self.copy.reserve_busy(tr("Looking…"))
        self.copy.clicked.connect(self._on_copy)
        title = tr("Mailflow {version}", version=diagnosis.version)
        program = Row(
            title, text=tr("Automates email on your own computer. MIT license."), lead=Sign("app-32", "text", 32)
        )
        self._help = Row(tr("Diagnostics"), self.copy, tr(_COPY))
        self.add(Group("Mailflow", program, self._help))
        self.add(Group(tr("Folders"), *(self._folder(one) for one in diagnosis.folders)))
        self.licenses = Group(tr("Comes with"))
        self.add(self.licenses)
        self.column.addStretch(1)
        diagnosis.licenses().done(if_alive(self, self._show_licenses)).failed(tell)

    def _folder(self, folder: Folder) -> Row:
        button = Button(tr("Open"), icon="folder", small=True)
        accessibility.call(button, folder.title)
        button.clicked.connect(lambda: self._open_url(QUrl.fromLocalFile(str(folder.path))))
        return Row(folder.title, button, str(folder.path))

    def _show_licenses(self, shipped: Sequence[Shipped]) -> None:
        for one in shipped:
            self.licenses.add(Row(f"{one.name} {one.version}", Label(one.license, "caption", "text2")))

    def _on_copy(self) -> None:
        self.copy.set_busy(True, tr("Looking…"))
        task = self._diagnosis.text().done(if_alive(self, self._on_written)).failed(self._tell)
        task.always(self.copy.end_busy)

    def _on_written(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._help.set_text(tr("Copied. Paste it where you ask for help."))
