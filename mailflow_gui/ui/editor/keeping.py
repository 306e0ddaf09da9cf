"""Unsaved work of an editor: kept while it changes, offered again after a crash. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mailflow_gui.core import editing
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.core.versions import Version
from mailflow_gui.qt.unsaved import Autosave
from mailflow_gui.ui import times
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.widgets.banner import Banner


class Keeping(QObject):
    """Watches the work of one editor page. `banner` offers what an earlier run left, and is hidden otherwise."""

    def __init__(self, page: EditorPage, unsaved: Autosave) -> None:
        super().__init__(page)
        self._page = page
        self.unsaved = unsaved
        self.banner = Banner("info", "")
        self.banner.hide()
        self._offered: Version | None = None
        self._failing = False
        page.verbs.changed.connect(self.keep)
        unsaved.left_changed.connect(self._on_left)
        unsaved.failed.connect(self._on_failed)
        unsaved.kept.connect(self._on_kept)
        page.saving.saved.connect(lambda integration, _: unsaved.drop(integration.id))
        page.saving.discarded.connect(lambda: unsaved.drop(page.work.integration.id))

    def offer(self, *, restore: bool = False) -> None:
        """Shows what was left of the integration that is open now, if anything was; or goes on with it at once."""
        self._show(self.unsaved.of(self._page.work.integration.id))
        if restore and self._offered is not None:
            self.restore(self._offered)
        elif self._offered is None and self._page.work.changed:
            self.keep()  # start and finish of a new integration are work, too

    def restore(self, left: Version) -> None:
        """Goes on with the work that was left; it is one change that can be undone."""
        self._show(None)
        self._page.verbs.restore(self.unsaved.restored(left))

    def keep(self) -> None:
        """Keeps the work as it is now; what equals the saved integration is no work."""
        work = self._page.work
        if work.changed:
            self.unsaved.keep(work.integration)
        elif self._offered is not None:  # nothing new, and no answer yet
            self.unsaved.keep(self._offered.integration)
        else:
            self.unsaved.drop(work.integration.id)

    def keep_with(self, step: Step) -> None:
        """Keeps the work with a step as a page of its own has it, which has not handed it over yet."""
        work = self._page.work
        steps = editing.replaced(work.steps, step)
        if steps == work.steps:
            self.keep()
        else:
            self.unsaved.keep(work.integration.with_draft(steps))

    def _on_left(self) -> None:
        """What was left has been read, or was decided: the answer is no longer asked, or can be asked now."""
        left = self.unsaved.of(self._page.work.integration.id)
        if left is None or not self._page.work.changed:
            self._show(left)

    def _on_failed(self, words: str) -> None:
        """Told once: work goes on, but a crash would cost it."""
        if not self._failing:
            self._page.toast.emit(tr("Unsaved changes are not safe from a crash: {words}", words=words), None)
        self._failing = True

    def _on_kept(self) -> None:
        self._failing = False

    def _show(self, left: Version | None) -> None:
        self._offered = left
        self.banner.setVisible(left is not None)
        if left is None:
            return
        self.banner.set_content(
            "info",
            tr("You have unsaved changes from {time}", time=times.clock_time(left.at)),
            tr("Mailflow ended before they were saved. Nothing of them runs yet."),
            [
                (tr("Restore"), lambda: self.restore(left)),
                (tr("Discard"), lambda: self.unsaved.drop(left.integration.id)),
            ],
        )
