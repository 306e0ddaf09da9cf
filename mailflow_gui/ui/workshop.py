"""Opens the pages on which an integration is made and edited, and leads back from them. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection, Integration
from mailflow_gui.core.versions import Version
from mailflow_gui.ui.desk import Desk
from mailflow_gui.ui.pages import Pages
from mailflow_gui.ui.window import Guard, MainWindow

if TYPE_CHECKING:  # pages are loaded when they are needed
    from mailflow_gui.ui.editor.editor import Editor
    from mailflow_gui.ui.integrations.create.create_page import CreateIntegrationPage
    from mailflow_gui.ui.integrations.list_page import IntegrationsPage


class Workshop(QObject):
    """Creating an integration, then the flow editor; a connection that is missing is made on the way.

    `connection_wanted` carries the name of a connection whose page is asked for.
    """

    connection_wanted = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages = pages
        self.window = window

    def create_integration(self) -> None:
        """Opens the pages that choose start and finish of a new integration."""
        self._create(lambda page: page.start())

    def edit_integration(self, name: str, step: str = "", back: Callable[[], object] | None = None) -> None:
        """Opens an integration in the flow editor, at one of its steps if that is named by its id.

        Leaving the editor does `back`, without it shows the list of integrations.
        """
        integration = self._desk.profiles.profile.integration(name)
        self.window.ask_to_leave(lambda: self._edit(integration, step=step, back=back))

    def test_integration(self, name: str, back: Callable[[], object]) -> None:
        """Opens an integration in the flow editor and begins a Test Run; leaving the editor does `back`."""
        integration = self._desk.profiles.profile.integration(name)
        self.window.ask_to_leave(lambda: self._edit(integration, back=back).page.testing.toggle())

    def begin_first(self, integration: Integration) -> None:
        """Opens a first integration in the flow editor, with the hints of the coach."""
        self.window.ask_to_leave(lambda: self._edit(integration).begin_coach())

    def offer_left(self, page: IntegrationsPage) -> None:
        """Work that an earlier run of the program left is offered on the list of integrations."""
        left = self._desk.unsaved.left
        names = [one.integration.name or tr("New integration") for one in left]
        page.show_left(names, lambda: self._restore(left[0]), lambda: self._desk.unsaved.drop(left[0].integration.id))

    def _restore(self, left: Version) -> None:
        known = any(one.id == left.integration.id for one in self._desk.profiles.profile.integrations)
        work = self._desk.unsaved.restored(left)
        if known:
            saved = next(one for one in self._desk.profiles.profile.integrations if one.id == work.id)
            self.window.ask_to_leave(lambda: self._edit(saved, restore=True))
        else:
            self.window.ask_to_leave(lambda: self._edit(work, fresh=True, restore=True))

    def start_from_idea(self, idea: str) -> None:
        """A new integration with the steps of an idea."""
        self._create(lambda page: page.start_from_idea(idea))

    def _create(self, begin: Callable[[CreateIntegrationPage], None]) -> None:
        page = self._pages.make_integration_page()
        page.built.connect(lambda integration: self._edit(integration, fresh=True))
        page.cancelled.connect(lambda: self._leave("integrations"))
        page.create_connection_requested.connect(lambda _: self._connection_for(page))
        page.edit_connection_requested.connect(self.connection_wanted)
        page.toast.connect(self.window.toast)

        def show() -> None:
            self._open(page, page.request_leave)
            begin(page)

        self.window.ask_to_leave(show)

    def _edit(
        self,
        integration: Integration,
        *,
        fresh: bool = False,
        step: str = "",
        restore: bool = False,
        back: Callable[[], object] | None = None,
    ) -> Editor:
        """The flow editor; a fresh integration lies in no profile yet."""
        page = self._pages.make_editor()
        page.finished.connect(self._on_published)
        page.left.connect(lambda: self.window.ask_to_leave(back or (lambda: self._leave("integrations"))))
        page.toast.connect(self.window.toast)
        self._open(page, page.request_leave)
        page.open(integration, fresh=fresh, select=step, restore=restore)
        return page

    def _connection_for(self, page: CreateIntegrationPage) -> None:
        """A connection made in the middle of an integration: then back to where it was needed."""
        wizard = self._pages.make_wizard()

        def back() -> None:
            self.window.close_overlay(wizard)
            self.window.guard = page.request_leave

        def made(connection: Connection) -> None:
            back()
            page.connection_created(connection.name)

        wizard.cancelled.connect(back)
        wizard.finished.connect(made)
        wizard.sandbox_requested.connect(lambda: self._sandbox_for(back))
        self.window.open_overlay(wizard)
        self.window.guard = wizard.leave

    def _sandbox_for(self, back: Callable[[], None]) -> None:
        task = self._desk.practice.start().done(lambda _: back())
        task.failed(lambda error: self.window.toast(str(error), kind="error"))

    def _on_published(self, integration: Integration) -> None:
        """A version was published: it starts, or runs instead of the one before as soon as it can."""
        self.window.activateWindow()  # the sheet that asked for the name had the keyboard until now
        told = tr("“{name}” saved as version 1. It is starting.", name=integration.name)
        if integration.version > 1:
            told = tr(
                "“{name}” saved as version {version}. It restarts.", name=integration.name, version=integration.version
            )
        self.window.toast(told)

    def _open(self, page: QWidget, guard: Guard) -> None:
        self.window.open_editor(page, "integrations", rail=True)
        self.window.guard = guard

    def _leave(self, place: str) -> None:
        self.window.guard = None
        self.window.go(place)
