"""A certificate as people compare it: the box in a failed check, and the sheet. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Certificate
from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.connections.questions import Sheet
from mailflow_gui.ui.connections.words import day
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.choices import CheckBox
from mailflow_gui.ui.widgets.copying import copies
from mailflow_gui.ui.widgets.labels import Label

_PAIRS_A_LINE = 8
#: Pixels of width below which values stand below their words.
_NARROW = 280


def fingerprint_lines(sha256: str) -> str:
    """A fingerprint in lines of eight pairs."""
    pairs = sha256.split(":")
    return "\n".join(":".join(pairs[at : at + _PAIRS_A_LINE]) for at in range(0, len(pairs), _PAIRS_A_LINE))


class FingerprintBox(Card):
    """Issued to, issued by, valid, SHA-256 with a copy button."""

    def __init__(self, certificate: Certificate, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_ground("sunken", 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        if title:
            column.addWidget(Label(title, "label"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        issuer = tr("itself (self-signed)") if certificate.self_signed else certificate.issuer
        names = ", ".join(certificate.names[:3]) or certificate.subject
        facts = (
            (tr("Issued to"), names),
            (tr("Issued by"), issuer),
            (tr("Valid"), f"{day(certificate.valid_from)} – {day(certificate.valid_until)}"),
        )
        self._facts: list[tuple[Label, Label]] = []
        for word, value in facts:
            shown = Label(value, "body", wrap=True)
            shown.set_selectable()
            shown.setAccessibleName(f"{word}: {value}")
            self._facts.append((Label(word, "caption", "text3"), shown))
        self._stacked: bool | None = None
        self._arrange(stacked=False)
        column.addLayout(self._grid)
        column.addWidget(Divider())
        column.addLayout(self._fingerprint(certificate.sha256))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(stacked=self.width() < theme.px(_NARROW))

    def _arrange(self, *, stacked: bool) -> None:
        """Values beside their words; below them where there is little room."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for line, (word, value) in enumerate(self._facts):
            for one in (word, value):
                self._grid.removeWidget(one)
            self._grid.addWidget(word, 2 * line, 0, 1, 2 if stacked else 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, 2 * line + int(stacked), 0 if stacked else 1, 1, 2 if stacked else 1)

    def _fingerprint(self, sha256: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        first = QHBoxLayout()
        first.addWidget(Label(tr("SHA-256 fingerprint"), "caption", "text3"))
        first.addStretch(1)
        copy = IconButton("copy", tr("Copy Fingerprint"), size=16, side=24)
        copies(copy, lambda: sha256)
        first.addWidget(copy)
        column.addLayout(first)
        digits = Label(fingerprint_lines(sha256), "mono")
        digits.set_selectable()
        digits.setAccessibleName(tr("SHA-256 fingerprint"))
        digits.setAccessibleDescription(sha256)
        column.addWidget(digits)
        return column


class CertificateSheet(Sheet):
    """Shows a certificate and offers to trust it, unless there is no `trust`. `expected`: the one trusted so far.

    `sure`: the box “I compared the fingerprint” must be ticked first.
    """

    def __init__(
        self,
        certificate: Certificate,
        trust: Callable[[], object] | None,
        parent: QWidget,
        *,
        expected: Certificate | None = None,
        sure: bool = False,
    ) -> None:
        title, text = _words(expected, sure, can_trust=trust is not None)
        super().__init__(title, text, parent)
        self._trust = trust
        if expected is not None:
            self.body.addWidget(FingerprintBox(expected, tr("Trusted until now")))
        self.body.addWidget(FingerprintBox(certificate, tr("Shown by the server now") if expected else ""))
        self.compared = CheckBox(tr("I compared the fingerprint"))
        self.body.addWidget(self.compared)
        self.compared.setVisible(sure)
        self.close_button = self.add_button(tr("Cancel") if sure else tr("Close"), self.reject)
        label = (
            tr("Trust Anyway") if sure else tr("Trust New Certificate") if expected else tr("Trust This Certificate")
        )
        self.trust_button = self.add_button(label, self.on_trusted, primary=True)
        self.trust_button.setVisible(trust is not None)
        if sure:
            self.trust_button.setEnabled(False)
            self.trust_button.setToolTip(tr("Compare the fingerprint first"))
            self.compared.toggled.connect(self._on_compared)
        self.close_button.setFocus()

    def on_trusted(self) -> None:
        """Closes and hands the choice over."""
        self.accept()
        if self._trust is not None:
            self._trust()

    def _on_compared(self, on: bool) -> None:
        self.trust_button.setEnabled(on)
        self.trust_button.setToolTip("" if on else tr("Compare the fingerprint first"))


def _words(expected: Certificate | None, sure: bool, *, can_trust: bool) -> tuple[str, str]:
    if sure:
        return (
            tr("Trust this certificate anyway?"),
            tr("Its name or dates do not fit. Mailflow will accept exactly this certificate and no other."),
        )
    if expected is not None:
        return (
            tr("Compare the certificates"),
            tr("Ask the administrator for the new fingerprint. Trust the new certificate only if it is the same."),
        )
    if not can_trust:
        return tr("The server's certificate"), tr("Compare the fingerprint with the one your administrator gave you.")
    return (
        tr("The server's certificate"),
        tr("Trust it only if this fingerprint is the one your administrator gave you."),
    )
