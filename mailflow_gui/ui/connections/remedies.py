"""The buttons of a failed check: each act of `core.errors.Remedy` that a connection form can carry out.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from mailflow_gui.core.connector import Certificate
from mailflow_gui.core.errors import MailflowError, Remedy
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.hosts import PROVIDERS, STARTTLS, TLS, usual_port
from mailflow_gui.core.language import tr
from mailflow_gui.ui.connections.certificate_area import KEY, CertificateArea
from mailflow_gui.ui.connections.fingerprint import CertificateSheet
from mailflow_gui.ui.connections.keyring_ways import ACTS, KeyringWays
from mailflow_gui.ui.connections.validation_panel import ValidationPanel
from mailflow_gui.ui.connections.words import from_facts
from mailflow_gui.ui.forms.settings_form import SettingsForm

#: What a connection form can do; an error's other buttons are not shown there.
ABLE = frozenset(
    {
        "validate",
        "set",
        "edit",
        "trust",
        "trust-anyway",
        "details",
        "open-file",
        "fetch",
        "copy",
        "try-usual-ports",
        "account-page",
        "paste",
        "open-settings",
    }
    | ACTS
)
#: Causes after which another port is worth a try.
_NOT_THERE = frozenset({"REFUSED", "TIMED_OUT", "NOT_A_MAIL_SERVER", "WRONG_PROTOCOL", "TLS_ON_PLAIN_PORT"})


class Page(Protocol):
    """What the acts need of the form around them."""

    def validate(self) -> None: ...
    def change(self, values: dict[str, Plain]) -> None: ...
    def protocol(self) -> str: ...
    def trusted_certificate(self) -> Certificate | None: ...


class Remedies(QObject):
    """Carries out the remedies of the error that the panel shows."""

    def __init__(
        self,
        form: SettingsForm,
        panel: ValidationPanel,
        area: CertificateArea,
        page: Page,
        ways: KeyringWays,
        open_settings: Callable[[str], object] = str,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(form)
        self._form, self._panel, self._area, self._page, self._ways = form, panel, area, page, ways
        self._open_settings, self._open_url = open_settings, open_url
        self._left: list[tuple[int, str]] = []
        self._before: dict[str, Plain] = {}
        self._tried: list[str] = []
        self.sheet: CertificateSheet | None = None

    def carry_out(self, remedy: Remedy) -> None:
        """Does what the button says."""
        error = self._panel.error
        if error is None:
            return
        simple: dict[str, Callable[[], object]] = {
            "validate": self._page.validate,
            "open-file": self._area.choose_file,
            "fetch": self._area.fetch,
            "try-usual-ports": self._try_usual_ports,
        }
        if remedy.act in simple:
            simple[remedy.act]()
        elif remedy.act in ACTS:
            self._ways.take(remedy.act)
        elif remedy.act == "set":
            self._page.change(dict(remedy.values))
            self._page.validate()
        elif remedy.act == "edit":
            self._form.focus(remedy.field)
        elif remedy.act == "open-settings":
            self._open_settings(remedy.field)
        elif remedy.act == "paste":
            self._paste(remedy.field)
        elif remedy.act == "copy":
            QGuiApplication.clipboard().setText(_as_text(error))
        elif remedy.act == "account-page":
            self._open_account_page(error.facts.get("account_page", ""))
        else:
            self._certificate(remedy.act, error)

    def trust(self, pem: str, *, whatever: bool = False) -> None:
        """Puts a certificate into the form and validates again."""
        values: dict[str, Plain] = {KEY: pem}
        if whatever:
            values["trustWithoutName"] = True
        self._page.change(values)
        self._page.validate()

    def went(self, error: MailflowError | None) -> bool:
        """Told how a run ended; True when the next usual port is tried now."""
        if not self._before:
            return False
        if error is not None and error.cause in _NOT_THERE and self._left:
            self._next_port()
            return True
        if error is not None and error.cause in _NOT_THERE:
            self._page.change(self._before)
            _reword(error, self._tried)
        self.stop_trying()
        return False

    def stop_trying(self) -> None:
        """No further port is tried (the person cancelled or edited)."""
        self._left, self._before, self._tried = [], {}, []

    def _certificate(self, act: str, error: MailflowError) -> None:
        shown = from_facts(error.facts)
        if act == "details" and shown is None:
            self._panel.show_details()
        elif shown is None:
            self._area.fetch()
        elif act == "details":
            may_trust = any(one.act == "trust" for one in error.remedies)
            self._area.show_sheet(shown, self._expected(error), may_trust=may_trust)
        elif act == "trust":
            self.trust(shown.pem)
        elif act == "trust-anyway":
            pem = shown.pem
            self.sheet = CertificateSheet(shown, lambda: self.trust(pem, whatever=True), self._form.window(), sure=True)
            self.sheet.open()

    def _expected(self, error: MailflowError) -> Certificate | None:
        return self._page.trusted_certificate() if error.cause in ("CERT_CHANGED", "CERT_NOT_MATCHING") else None

    def _paste(self, key: str) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if text:
            self._page.change({key: text})
        self._form.focus(key)

    def _open_account_page(self, address: str) -> None:
        """Opens a page of the table of providers only: never an address that came from outside."""
        if address.startswith("https://") and any(one.account_page == address for one in PROVIDERS):
            self._open_url(QUrl(address))

    def _try_usual_ports(self) -> None:
        protocol = self._page.protocol()
        values = self._form.raw_values()
        now = (str(values.get("port")), str(values.get("secureType")))
        # Security Method None is left out: a try must not send a password in clear.
        ways = [(usual_port(protocol, method), method) for method in (TLS, STARTTLS)]
        if protocol == "smtp":
            ways.append((25, STARTTLS))
        self._left = [(port, method) for port, method in ways if port and (str(port), method) != now]
        self._before = {"port": values.get("port"), "secureType": values.get("secureType")}
        self._next_port()

    def _next_port(self) -> None:
        if not self._left:
            self.stop_trying()
            return
        port, method = self._left.pop(0)
        self._tried.append(tr("{port} with {method}", port=str(port), method=method))
        self._page.change({"port": str(port), "secureType": method})
        self._page.validate()


def _reword(error: MailflowError, tried: list[str]) -> None:
    """What stays of the last failure when none of the usual ports did: the one tried last is not in the form."""
    error.title = tr("No mail server answers on the usual ports")
    error.hint = tr("Tried: {ports}.", ports=", ".join(tried))
    error.fix = tr("Check the host name, or ask your provider or administrator for the port.")
    error.remedies = (Remedy("edit", tr("Edit Host Name"), field="host"),)


def _as_text(error: MailflowError) -> str:
    parts = (error.title, error.hint, error.fix, error.details)
    return "\n".join(part for part in parts if part) + f"\n({error.cause})"
