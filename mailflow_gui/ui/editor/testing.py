"""The Test Run on the editor page: which message, the band above the canvas, the results in the panel. GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Step
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.trial import Origin, Trial
from mailflow_gui.ui.editor.trial_banner import TrialBanner
from mailflow_gui.ui.editor.trial_messages import MessageChooser
from mailflow_gui.ui.editor.trial_panel import TrialPanel

if TYPE_CHECKING:
    from mailflow_gui.ui.editor.page import EditorPage


class Testing(QObject):
    """Runs a message through the flow as it is on the page; every send is held back."""

    def __init__(self, page: EditorPage, kept: KeptSamples) -> None:
        super().__init__(page)
        self.page = page
        self._kept = kept
        self.banner = TrialBanner()
        self.chooser: MessageChooser | None = None
        self.trial = Trial(page.services.previews, "", self)
        self.banner.another_requested.connect(self.choose)
        self.banner.again_requested.connect(self.again)
        page.header.test.clicked.connect(self.toggle)
        page.verbs.changed.connect(self._on_edited)
        self.trial.changed.connect(self._on_changed)

    def reset(self) -> None:
        """Another integration was opened."""
        self.trial.end()
        self.trial = Trial(self.page.services.previews, self.page.work.integration.id, self)
        self.trial.changed.connect(self._on_changed)
        self.banner.show_trial(self.trial)

    def toggle(self) -> None:
        """Starts a test run with the sample that is chosen, or ends the one that is shown."""
        samples = self.page.samples
        if self.trial.active:
            self.end()
        elif samples.current is None:
            self.choose()
        else:
            origin = Origin.BUILT_IN if samples.built_in else Origin.MAILBOX
            self.trial.begin(samples.current, origin, self.page.work.steps)

    def choose(self) -> None:
        """Asks for another message: of the mailbox, kept with the integration, or a file."""
        page = self.page
        start = page.work.steps[0] if page.work.steps else None
        self.chooser = MessageChooser(page.samples, self._kept, page.work.integration.id, start, page)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.open()

    def again(self) -> None:
        """Runs the same message once more."""
        self.trial.again(self.page.work.steps)

    def end(self) -> None:
        """Back to editing."""
        self.trial.end()

    def around(self, panel: StepPanel, step: Step, surroundings: Surroundings) -> QWidget:
        """What the side panel shows of a step: its settings, during a test run beside its result."""
        if not self.trial.active:
            return panel
        shown = TrialPanel(self.page.services.previews, panel)
        self._fill(shown, step, surroundings)
        return shown

    def inner(self, content: QWidget | None) -> QWidget | None:
        """The settings within what the side panel shows."""
        return content.settings if isinstance(content, TrialPanel) else content

    def _fill(self, shown: TrialPanel, step: Step, surroundings: Surroundings) -> None:
        if self.page.verbs.is_start(step.id) and self.trial.message is not None:
            shown.show_message(self.trial.message)
        else:
            shown.show_results(self.trial.results(step.id), surroundings.target)

    def _on_chosen(self, message: Message, origin: Origin) -> None:
        if origin is not Origin.BUILT_IN:
            self.page.samples.show(message)
        self.trial.begin(message, origin, self.page.work.steps)

    def _on_edited(self) -> None:
        if self.trial.active:
            self.again()

    def _on_changed(self) -> None:
        self.banner.show_trial(self.trial)
        content, panel = self.page.panel.content, self.page.step_panel
        if self.trial.active and isinstance(content, TrialPanel) and panel is not None:
            self.page.show_flow()
            self._fill(content, panel.step, panel.surroundings)
        else:
            self.page.show_all()
