"""The way to an integration's page from everywhere in the window, and from the page to other places. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.ui.desk import Desk
from mailflow_gui.ui.pages import Pages
from mailflow_gui.ui.window import MainWindow

if TYPE_CHECKING:
    from mailflow_gui.ui.integrations.detail.page import IntegrationPage

#: The tabs, as the page counts them.
DETAILS, ACTIVITY, LOG = 0, 1, 3


class Watching(QObject):
    """Owns the page, which is made when it is first shown.

    `edit_requested` carries a name, a step's id and the way back, `test_requested` a name and the way back,
    `attention_requested` an exchange or “”; `network_requested` asks for Settings, Network.
    """

    edit_requested = Signal(str, str, object)
    test_requested = Signal(str, object)
    export_requested = Signal(str)
    attention_requested = Signal(str)
    network_requested = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._page: IntegrationPage | None = None
        window.add_page("integration", lambda: self.page)

    @property
    def page(self) -> IntegrationPage:
        """The page. Its charts and tables are nothing that a start needs."""
        if self._page is None:
            self._page = self._make()
        return self._page

    def open(self, name: str) -> None:
        """Shows the integration of this name."""
        self.open_id(self._desk.profiles.profile.integration(name).id)

    def open_log(self, id: str) -> None:
        """Shows the log of an integration."""
        self.open_id(id, LOG)

    def open_id(self, id: str, tab: int = DETAILS) -> None:
        """Shows an integration; one that was deleted is told."""

        def show() -> None:
            try:
                self.page.show_integration(id, tab)
            except SettingsError as error:
                self._window.toast(error.title)
                return
            self._window.show_page("integration", "integrations")
            self.page.header.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

        self._window.ask_to_leave(show)

    def open_message(self, message: Activity) -> None:
        """Shows what became of a message, among those of its integration."""
        self.open_id(message.integration, ACTIVITY)
        self.page.activity.show_message(message)

    def _make(self) -> IntegrationPage:
        from mailflow_gui.ui.integrations.detail.page import IntegrationPage, Sources

        desk, window = self._desk, self._window
        sources = Sources(
            desk.profiles, desk.control, desk.tallies, desk.ledger, desk.letters, desk.log, desk.bridge, desk.tasks
        )
        page = IntegrationPage(sources, self._pages.integrations.verbs)
        page.back_requested.connect(lambda: window.go("integrations"))
        page.edit_requested.connect(self._on_edit)
        page.test_requested.connect(lambda name: self.test_requested.emit(name, self._way_back(name)))
        page.export_requested.connect(self.export_requested)
        page.attention_requested.connect(self.attention_requested)
        page.network_requested.connect(self.network_requested)
        page.toast.connect(window.toast)
        return page

    def _on_edit(self, name: str, step: str) -> None:
        self.edit_requested.emit(name, step, self._way_back(name))

    def _way_back(self, name: str) -> Callable[[], None]:
        """To this integration, whatever it is called then, on the tab that was shown."""
        id = self._desk.profiles.profile.integration(name).id
        return lambda: self.open_id(id, self.page.header.tabs.currentIndex())
