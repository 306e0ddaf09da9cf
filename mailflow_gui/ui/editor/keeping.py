"""Unsaved work of an editor: kept while it changes, offered again after a crash. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

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
        self._unsaved = unsaved
        self.banner = Banner("info", "")
        self.banner.hide()
        page.verbs.changed.connect(self._on_changed)
        page.saving.saved.connect(lambda integration, _: unsaved.drop(integration.id))
        page.saving.discarded.connect(lambda: unsaved.drop(page.work.integration.id))

    def offer(self, *, restore: bool = False) -> None:
        """Shows what was left of the integration that is open now, if anything was; or goes on with it at once."""
        left = self._unsaved.of(self._page.work.integration.id)
        self.banner.setVisible(left is not None and not restore)
        if left is None:
            return
        if restore:
            self.restore(left)
            return
        when = times.clock_time(left.at)
        self.banner.set_content(
            "info",
            f"You have unsaved changes from {when}",
            "Mailflow ended before they were saved. Nothing of them runs yet.",
            [("Restore", lambda: self.restore(left)), ("Discard", lambda: self._discard(left))],
        )

    def restore(self, left: Version) -> None:
        """Goes on with the work that was left; it is one change that can be undone."""
        self.banner.hide()
        self._page.verbs.restore(self._unsaved.restored(left))

    def _discard(self, left: Version) -> None:
        self.banner.hide()
        self._unsaved.drop(left.integration.id)

    def _on_changed(self) -> None:
        work = self._page.work
        if work.changed:
            self._unsaved.keep(work.integration)
        else:
            self._unsaved.drop(work.integration.id)
