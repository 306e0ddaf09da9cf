"""The text area for a certificate in PEM form; takes a dropped file. GUI thread only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.widgets.inputs import TextArea


class PemArea(TextArea):
    """`file_dropped` carries the path of a dropped file; the page reads it."""

    file_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mono=True, lines=5, parent=parent)
        self.setPlaceholderText(
            "-----BEGIN CERTIFICATE-----\n"
            + tr("Paste the certificate here (PEM), or drop a .pem, .crt or .cer file")
            + "\n-----END CERTIFICATE-----"
        )

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if _file(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        if _file(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        path = _file(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
        else:
            super().dropEvent(event)

    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        return bool(_file(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        path = _file(source)
        if path:
            self.file_dropped.emit(path)
        else:
            super().insertFromMimeData(source)


def _file(data: QMimeData) -> str:
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and Path(paths[0]).is_file() else ""
