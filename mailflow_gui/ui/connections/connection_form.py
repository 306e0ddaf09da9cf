"""The settings of a connection beside the validation panel: used by the wizard and by the detail page.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Certificate, Check, CheckState, Connector
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Plain, Problem, SecretText
from mailflow_gui.core.hosts import NONE, STARTTLS
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.core.settings import Settings
from mailflow_gui.qt.validation import failure_of
from mailflow_gui.ui import theme
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.assistant import Assistant
from mailflow_gui.ui.connections.certificate_area import KEY as CERTIFICATE
from mailflow_gui.ui.connections.certificate_area import CertificateArea
from mailflow_gui.ui.connections.keyring_ways import KeyringWays
from mailflow_gui.ui.connections.provider_hint import ProviderHint
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.connections.remedies import ABLE, Remedies
from mailflow_gui.ui.connections.sections import AGREED, Stage, connection_sections
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.validation_panel import ValidationPanel
from mailflow_gui.ui.connections.words import field_words, is_this_computer, now, worded
from mailflow_gui.ui.forms.settings_form import SettingsForm
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.page import CONTENT_WIDTH, WIDE_WINDOW

_PANEL, _PANEL_FAILED, _PANEL_NARROW = 320, 368, 280
#: Form and panel stand side by side from this width on.
_BESIDE = 740


class ConnectionForm(QWidget):
    """`edited` follows each change by the person, `stage_changed` each change of Validate's stage.

    `finished` carries the checks (a tuple of Check) of a run that ended.
    """

    edited = Signal()
    stage_changed = Signal()
    finished = Signal(object)

    def __init__(self, connector: Connector, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.connector = connector
        self._services = services
        self.stage = Stage.IDLE
        self.validated_at = ""
        self.failed_title = ""
        self._saved: Connection | None = None
        self._settings: Settings | None = None
        self._listening = False
        self.form = SettingsForm(
            connector.settings, connection_sections(connector.settings, services.profiles.vault.name)
        )
        self.panel = ValidationPanel(ABLE)
        self.hint = ProviderHint()
        self.area = CertificateArea(
            self.form, connector, services.servers, services.tasks, self.settings_without_secrets
        )
        self.ways = KeyringWays(services, self)
        self.remedies = Remedies(self.form, self.panel, self.area, self, self.ways, services.open_settings)
        self.question: QWidget | None = None
        self._lay_out()
        self.assistant = Assistant(self.form, connector, self.hint, self.change)
        self._connect()
        self.reset()
        self._start = self.form.typed()

    # What stands in the form.

    @property
    def is_changed(self) -> bool:
        """Whether the person typed or chose anything."""
        return self.form.typed() != self._start

    @property
    def settings(self) -> Settings | None:
        """The settings that were validated or checked last, secrets included (but kept ones)."""
        return self._settings

    def load(self, connection: Connection) -> None:
        """Shows a saved connection; its secrets appear as dots and stay as they are until typed over."""
        self._saved = connection
        self.form.set_values(connection.values)
        if connection.values.get("username"):
            self.form.keep_secrets(self.connector.settings.secret_keys())
        self.assistant.refresh()
        self.reset()
        self._start = self.form.typed()

    def check(self) -> Settings | None:
        """The settings as typed; None when something is missing, which is marked and takes the focus."""
        self.assistant.tidy_host()
        raw = self.form.raw_values()
        kept = self.form.kept_secrets()
        # A saved secret counts as filled in; the text itself is fetched only to validate.
        settings, problems = self.connector.settings.check({**raw, **{key: SecretText("•") for key in kept}})
        self.form.show_problems(problems)
        if problems:
            self.form.focus(problems[0].field)
            return None
        self._settings = settings.replace(**{self._name(key): SecretText() for key in kept}) if kept else settings
        return self._settings

    def settings_without_secrets(self) -> Settings | None:
        """The settings to ask for a certificate with: only the server's address must be there."""
        self.assistant.tidy_host()
        secret = set(self.connector.settings.secret_keys())
        raw = {key: value for key, value in self.form.raw_values().items() if key not in {*secret, CERTIFICATE}}
        raw.pop("trustWithoutName", None)
        settings, problems = self.connector.settings.check(raw)
        if problems:
            self.form.show_problems(problems)
            self.form.focus(problems[0].field)
            return None
        return settings

    def secrets(self) -> dict[str, SecretText]:
        """The secrets to save: those that were typed, and blank ones for those that were removed."""
        kept = self.form.kept_secrets()
        typed = self._settings.secrets() if self._settings is not None else {}
        return {key: value for key, value in typed.items() if key not in kept and (value or self._saved is not None)}

    def protocol(self) -> str:
        """imap, pop3 or smtp."""
        return self.assistant.protocol()

    def trusted_certificate(self) -> Certificate | None:
        """The certificate in the field, to compare another one with."""
        try:
            return self.connector.read_certificate(str(self.form.raw_values().get(CERTIFICATE) or ""))
        except MailflowError:
            return None

    # Validate.

    def validate(self) -> None:
        """Checks the form, asks what must be asked, and runs the checks."""
        if self.stage is Stage.RUNNING:
            return
        settings = self.check()
        if settings is None:
            self.reset()
            return
        if self._would_be_read(settings):
            self._ask_unencrypted()
            return
        kept = self.form.kept_secrets()
        self._set_stage(Stage.RUNNING)
        self.panel.show_checks(())
        self.panel.show_waiting(self.connector.checks(settings))
        if kept and self._saved is not None:

            def run(saved: Settings) -> None:
                self._run(settings.replace(**{self._name(key): saved.get(key) for key in kept}))

            task = self._services.servers.settings_of(self._saved)
            task.done(if_alive(self, run)).failed(if_alive(self, self._on_secret_missing))
            return
        self._run(settings)

    def cancel_validation(self) -> None:
        """Ends the run under way."""
        self.remedies.stop_trying()
        self._services.validation.cancel()

    def reset(self) -> None:
        """Takes the result back: the settings are not those that were validated any more."""
        self.remedies.stop_trying()
        self._take_back()

    def _take_back(self) -> None:
        if self.stage is Stage.RUNNING:
            self._services.validation.forget()
        raw = self.form.raw_values()
        if not raw.get("username"):
            raw["username"] = "•"  # nothing is decided yet: the list shows the sign-in that is to come
        settings, _ = self.connector.settings.check(raw)
        self.panel.show_waiting(self.connector.checks(settings))
        self.validated_at = self.failed_title = ""
        self._set_stage(Stage.IDLE)

    def change(self, values: Mapping[str, Plain]) -> None:
        """Changes fields for the person, with a highlight; the port does not follow."""
        self.form.clear_problems()
        self.form.set_values(values, flash=True)
        self.assistant.refresh()
        self._take_back()
        self.edited.emit()

    def show_instead(self, card: QWidget) -> None:
        """Shows a card in the place of the form: the settings can be validated, but not edited."""
        self._intro.setVisible(False)
        self.form.setVisible(False)
        self._left.insertWidget(0, card)

    def leave(self) -> None:
        """The page goes: nothing that comes later is wanted."""
        self._services.validation.forget()
        self.area.forget()

    # How it is built.

    def _lay_out(self) -> None:
        self._intro = QWidget()
        words = QHBoxLayout(self._intro)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        before, star, after = tr("The fields marked with|*|are required.").split("|")
        words.addWidget(Label(before, "body", "text2"))
        words.addWidget(Label(star, "body", "dangerText"))
        words.addWidget(Label(after, "body", "text2"))
        words.addStretch(1)
        left = self._left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.hint)
        left.addWidget(self.form)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.panel)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addLayout(self._columns)
        self.form.row("secureType").set_note(tr("Optional"))
        self._fit_panel()

    def _connect(self) -> None:
        validation = self._services.validation
        validation.changed.connect(self._on_checks)
        validation.finished.connect(self._on_finished)
        self.form.changed.connect(self._on_edited)
        self.panel.remedy_chosen.connect(self.remedies.carry_out)
        self.ways.opened.connect(self.validate)
        self.ways.refused.connect(lambda error, _: self._on_secret_missing(error))
        self.panel.validate_requested.connect(self.validate)
        self.panel.cancel_requested.connect(self.cancel_validation)
        self.area.trusted.connect(self.remedies.trust)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._fit_panel()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit_panel()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Called when the window's width changed."""
        self._fit_panel()

    def _fit_panel(self) -> None:
        """The panel beside the form, wider when a check failed; below it where a large font leaves no room."""
        wide = self.window().width() >= WIDE_WINDOW
        width = (_PANEL_FAILED if self.stage is Stage.FAILED else _PANEL) if wide else _PANEL_NARROW
        beside = self.width() >= theme.px(_BESIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else down)
        self.panel.setMinimumWidth(theme.px(width) if beside else 0)
        self.panel.setMaximumWidth(theme.px(width) if beside else CONTENT_WIDTH)

    # What happens.

    def _on_edited(self, key: str) -> None:
        if key in ("protocol", "secureType"):
            self.assistant.follow_port()
            self.assistant.refresh()
        dropped = {"host": AGREED, "secureType": AGREED[:1], CERTIFICATE: AGREED[1:]}.get(key, ())
        self.form.drop_unseen(*dropped)
        if self.stage is not Stage.IDLE:
            self.form.clear_problems()
        self.reset()
        self.edited.emit()

    def _would_be_read(self, settings: Settings) -> bool:
        if str(settings.get("secureType")) != NONE or settings.get(AGREED[0]):
            return False
        secret = any(settings.secrets().values()) or bool(self.form.kept_secrets())
        return secret and not is_this_computer(str(settings.get("host")))

    def _ask_unencrypted(self) -> None:
        def use_starttls() -> None:
            self.change({"secureType": STARTTLS})
            self.assistant.follow_port()
            self.validate()

        def send_anyway() -> None:
            self.change({AGREED[0]: True})
            self.validate()

        self.question = ask(
            self.window(),
            tr("Your password would travel unencrypted"),
            tr("With Security Method None everybody on the way to the server can read it. Nothing was sent yet."),
            (Answer(tr("Use StartTLS"), use_starttls), Answer(tr("Send Anyway"), send_anyway)),
        )

    def _run(self, settings: Settings) -> None:
        if self.stage is not Stage.RUNNING:
            return
        self._listening = True
        saved = self._saved
        same = (
            saved is not None
            and str(saved.values.get(CERTIFICATE, "")).strip() == str(settings.get(CERTIFICATE)).strip()
        )
        before = saved is not None and bool(saved.validated) and same
        self._services.validation.start(self.connector, settings, trusted_before=before)

    def _on_secret_missing(self, failure: Exception) -> None:
        error = worded(failure)
        names = self.connector.checks(self._settings) if self._settings is not None else ()
        self._fail(tuple(Check(name, title, CheckState.NOT_TRIED, error=None) for name, title in names), error)

    def _on_checks(self, checks: tuple[Check, ...]) -> None:
        if self.stage is Stage.RUNNING and self._listening:
            self.panel.show_checks(checks)

    def _on_finished(self, good: bool) -> None:
        if self.stage is not Stage.RUNNING or not self._listening:
            return
        self._listening = False
        checks = self._services.validation.checks
        error = failure_of(checks)
        self.stage = Stage.IDLE  # so that the next port can be tried
        if self.remedies.went(error):
            return
        if good:
            self._succeed(checks)
        else:
            self._fail(checks, error)
        self.finished.emit(checks)

    def _succeed(self, checks: tuple[Check, ...]) -> None:
        self.validated_at = now().isoformat(timespec="seconds")
        self.failed_title = ""
        self.form.clear_problems()
        title = tr("{connector} has been successfully validated", connector=self.connector.title)
        self.panel.show_success(checks, title, self.success_text())
        self._set_stage(Stage.SUCCESS)

    def success_text(self) -> str:
        """What comes next after success."""
        if self._saved is not None:
            return tr("Choose Save to use these settings.") if self.is_changed else ""
        return tr("Choose Next to give this connection a name.")

    def _fail(self, checks: tuple[Check, ...], error: MailflowError | None) -> None:
        had_password = bool(self._settings and (any(self._settings.secrets().values()) or self.form.kept_secrets()))
        if error is not None and failure_of(checks) is None and checks:
            checks = (Check(checks[0].id, checks[0].title, CheckState.FAILED, error=error), *checks[1:])
        self.validated_at, self.failed_title = "", error.title if error else ""
        self.panel.show_failure(checks, error, had_password=had_password)
        if error is not None:
            words = field_words(error)
            self.form.show_problems(Problem(key, words) for key in error.fields)
        self._set_stage(Stage.FAILED if error is not None else Stage.IDLE)
        first = self.panel.first_action()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        self._fit_panel()
        self.stage_changed.emit()

    def _name(self, key: str) -> str:
        return self.connector.settings.FIELDS[key].name

    @property
    def validated_moment(self) -> datetime | None:
        """When the settings as they stand were validated."""
        return datetime.fromisoformat(self.validated_at) if self.validated_at else None
