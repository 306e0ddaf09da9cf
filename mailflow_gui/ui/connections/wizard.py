"""Create Connection: choose a connector, configure and validate, name. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Connector
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.ui import keys, regions
from mailflow_gui.ui.connections.choose_connector import ChooseConnectorPage
from mailflow_gui.ui.connections.connection_form import ConnectionForm
from mailflow_gui.ui.connections.name_page import NamePage
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.connections.saving import Saving
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.wizard_footer import WizardFooter
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage, WindowWatch
from mailflow_gui.ui.widgets.stepper import Stepper

CHOOSE, CONFIGURE, NAME = range(3)


class ConnectionWizard(QWidget):
    """`finished` carries the saved Connection; `sandbox_requested` wants the practice server instead."""

    finished = Signal(object)
    cancelled = Signal()
    sandbox_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._connector: Connector | None = None
        self._skipped = False
        self.question: QWidget | None = None
        self.form: ConnectionForm | None = None
        self.naming: NamePage | None = None
        self._saving: Saving | None = None
        self.header = PageHeader(tr("Create Connection"), wizard=True)
        self.stepper = Stepper((tr("Choose connector"), tr("Configure connection"), tr("Name connection")))
        self.stepper.step_clicked.connect(self._on_step_clicked)
        self.header.add_action(self.stepper)
        self.choosing = ChooseConnectorPage(services.profiles.catalog.connectors)
        self.choosing.chosen.connect(self.choose)
        self.choosing.sandbox_requested.connect(self.sandbox_requested)
        self.pages = QStackedWidget()
        self.scrolls: list[ScrollPage] = []
        for _ in range(3):
            scroll = ScrollPage(spacing=0)
            self.scrolls.append(scroll)
            self.pages.addWidget(scroll)
        self.scrolls[CHOOSE].add(self.choosing)
        self.footer = WizardFooter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addWidget(self.footer)
        self._watch = WindowWatch(self, self._fit)
        self._connect()
        self._go(CHOOSE)

    # The steps.

    @property
    def step(self) -> int:
        """CHOOSE, CONFIGURE or NAME."""
        return self.pages.currentIndex()

    def choose(self, connector: str) -> None:
        """A card was chosen. What was typed for the same connector before is still there."""
        chosen = self._services.profiles.catalog.connector(connector)
        if self._connector is None or self._connector.id != chosen.id:
            self._forget_forms()
            self._connector = chosen
            self._make_forms(chosen)
        self._go(CONFIGURE)

    def on_main(self) -> None:
        """Ctrl+Enter: the main action of the step."""
        if self.form is None or self.step == CHOOSE:
            return
        if self.step == NAME:
            self.on_save()
        elif self.form.stage is Stage.SUCCESS:
            self.on_next()
        else:
            self.form.validate()

    def on_next(self) -> None:
        """To the name, after Validate succeeded."""
        self._skipped = False
        if self.form is not None and self.form.stage is Stage.SUCCESS:
            self._go(NAME)

    def on_skip(self) -> None:
        """Save Without Validating: to the name, when the form itself is in order."""
        if self.form is None:
            return
        self.form.reset()
        if self.form.check() is not None:
            self._skipped = True
            self._go(NAME)

    def on_save(self) -> None:
        """Saves the connection, secrets first."""
        form, naming, connector = self.form, self.naming, self._connector
        if form is None or naming is None or connector is None or self._saving is None or self.step != NAME:
            return
        settings = form.settings
        if settings is None or not naming.check():
            return
        item = Connection(
            name=naming.name.text().strip(),
            connector=connector.id,
            values=settings.dump(),
            description=naming.description.text().strip(),
            validated="" if self._skipped else form.validated_at,
        )
        secrets: dict[str, SecretText] = {key: one for key, one in settings.secrets().items() if one}
        self._saving.save(item, secrets)

    def on_back(self) -> None:
        """One step back; from the first one out, as Cancel."""
        if self.form is not None and self.form.stage is Stage.RUNNING:
            self.form.cancel_validation()
        elif self.step == CHOOSE:
            self.on_cancel()
        else:
            self._go(self.step - 1)

    def on_cancel(self) -> None:
        """Leaves; asks when something was typed."""
        self.leave(self.cancelled.emit)

    def leave(self, then: Callable[[], object]) -> None:
        """Does `then` at once, or after the person chose Discard. The window asks this before it goes elsewhere."""

        def discard() -> None:
            self._forget_forms()
            self._go(CHOOSE)
            then()

        if not self.has_work:
            discard()
            return

        self.question = ask(
            self.window(),
            tr("Discard this connection?"),
            tr("What you typed is not saved."),
            (Answer(tr("Keep Editing")), Answer(tr("Discard"), discard, danger=True)),
        )

    @property
    def has_work(self) -> bool:
        """Whether the person typed something that leaving would lose."""
        typed = self.form is not None and self.form.is_changed
        return typed or (self.naming is not None and self.step == NAME and self.naming.is_typed())

    # Inside.

    def _connect(self) -> None:
        self.footer.cancel.clicked.connect(self.on_cancel)
        self.footer.back.clicked.connect(self.on_back)
        self.footer.validate.clicked.connect(self._on_validate)
        self.footer.next.clicked.connect(self.on_next)
        self.footer.save.clicked.connect(self.on_save)
        self.footer.skip.triggered.connect(self.on_skip)
        keys.bind(
            self,
            (
                *((combination, self.on_main) for combination in keys.MAIN),
                ("Ctrl+S", self.on_save),
                ("Alt+Left", self.on_back),
            ),
        )

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.on_back()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._watch.follow()
        super().showEvent(event)
        QTimer.singleShot(0, self, self._focus)  # its children are shown after this event

    def _fit(self) -> None:
        if self.form is not None:
            self.form.fit()
        if self.naming is not None:
            self.naming.fit(self.width())

    def _on_validate(self) -> None:
        if self.form is not None:
            self.form.validate()

    def _on_step_clicked(self, step: int) -> None:
        if self.form is not None and self.form.stage is Stage.RUNNING:
            self.form.cancel_validation()
        self._go(step)

    def _make_forms(self, connector: Connector) -> None:
        self.form = ConnectionForm(connector, self._services)
        self.form.panel.resized.connect(self._on_panel_resized)
        self.form.stage_changed.connect(self._on_stage_changed)
        self.scrolls[CONFIGURE].add(self.form)
        self.naming = NamePage(connector)
        self.naming.edit_requested.connect(lambda: self._go(CONFIGURE))
        self.scrolls[NAME].add(self.naming)
        self._saving = Saving(self._services, self.naming, self)
        self._saving.saved.connect(self._on_saved)
        self._saving.busy_changed.connect(self.footer.show_saving)
        regions.put_last(self, self.footer)
        self._fit()

    def _forget_forms(self) -> None:
        if self.form is not None:
            self.form.leave()
        for page in (self.form, self.naming):
            if page is not None:
                page.hide()
                page.deleteLater()
        self.form, self.naming, self._saving, self._connector = None, None, None, None

    def _on_saved(self, connection: Connection) -> None:
        self._forget_forms()
        self._go(CHOOSE)
        self.finished.emit(connection)

    def _go(self, step: int) -> None:
        if step == NAME and self.naming is not None and self.form is not None and self.form.settings is not None:
            validated = "" if self._skipped else self.form.validated_at
            self.naming.prepare(self.form.settings, self._services.profiles.profile, validated)
        title = self._connector.title if self._connector is not None and step != CHOOSE else tr("Create Connection")
        self.header.set_title(title)
        self.stepper.set_current(step)
        self.pages.setCurrentIndex(step)
        self._show_footer()
        self._focus()

    def _show_footer(self) -> None:
        stage = self.form.stage if self.form is not None else Stage.IDLE
        has_action = self.form is not None and self.form.panel.first_action() is not None
        self.footer.show_step(self.step, stage, has_action=has_action)

    def _on_stage_changed(self) -> None:
        if self.step != CONFIGURE or self.form is None:
            return
        self._show_footer()
        if self.form.stage is Stage.SUCCESS:
            self.footer.next.setFocus()
        if self.form.stage in (Stage.SUCCESS, Stage.FAILED):
            QTimer.singleShot(0, self, self._show_result)

    def _on_panel_resized(self) -> None:
        """The panel takes its size in several turns; what there is to do stays in sight."""
        action = self.form.panel.first_action() if self.form is not None else None
        if action is not None and action.hasFocus():
            QTimer.singleShot(0, self, self._show_result)

    def _show_result(self) -> None:
        """Scrolls to what came of Validate."""
        if self.form is None:
            return
        target = self.form.panel.first_action() or self.form.panel.failed_row()
        if self.form.stage is Stage.FAILED and target is not None:
            self.scrolls[CONFIGURE].ensureWidgetVisible(target, 0, 24)

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self.step == CHOOSE:
            self.choosing.focus_first()
        elif self.step == NAME and self.naming is not None:
            self.naming.focus_name()
        elif self.form is not None and self.form.stage is Stage.SUCCESS:
            self.footer.next.setFocus()
        elif self.form is not None:
            first = self.form.form.first_focus()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
