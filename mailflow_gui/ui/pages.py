"""The window's pages: each is loaded, built and led on into the shell when it is first needed. GUI thread.

All of them together take longer than the rest of a start; `ahead.py` brings their code in after it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.desk import Desk
from mailflow_gui.ui.window import PLACES

if TYPE_CHECKING:
    from mailflow_gui.ui.attention.page import AttentionPage
    from mailflow_gui.ui.connections.detail_page import ConnectionPage
    from mailflow_gui.ui.connections.list_page import ConnectionsPage
    from mailflow_gui.ui.connections.services import Services
    from mailflow_gui.ui.connections.wizard import ConnectionWizard
    from mailflow_gui.ui.editor.editor import Editor
    from mailflow_gui.ui.home.page import HomePage
    from mailflow_gui.ui.integrations.create.create_page import CreateIntegrationPage
    from mailflow_gui.ui.integrations.list_page import IntegrationsPage
    from mailflow_gui.ui.log.page import LogPage
    from mailflow_gui.ui.search.messages_page import MessagesPage
    from mailflow_gui.ui.search.quick_search import QuickSearch
    from mailflow_gui.ui.settings.page import SettingsPage
    from mailflow_gui.ui.shell import Shell


class Pages:
    """Builds pages from the desk. Where a page leads, the shell knows."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        self._desk = desk
        self._shell = shell
        makers: dict[str, Callable[[], QWidget]] = {
            "home": lambda: self.home,
            "integrations": lambda: self.integrations,
            "connections": lambda: self.connections,
            "connection": lambda: self.connection,
            "attention": lambda: self.attention,
            "log": lambda: self.log,
            "settings": lambda: self.settings,
            "messages": lambda: self.messages,
        }
        for id, make in makers.items():
            shell.window.add_page(id, make)

    def flush(self) -> None:
        """On quit: what was deleted is gone for good."""
        built = vars(self).get("connections")
        if built is not None:
            built.flush()

    @cached_property
    def services(self) -> Services:
        """What the connection pages work with."""
        from mailflow_gui.ui.connections.services import Services

        desk = self._desk
        known = (desk.profiles, desk.validation, desk.servers, desk.tasks, desk.vaults)
        return Services(*known, self._shell.open_settings)

    @cached_property
    def home(self) -> HomePage:
        """Home."""
        from mailflow_gui.ui.home.page import HomePage

        desk, shell = self._desk, self._shell
        page = HomePage(desk.profiles, desk.control, desk.tallies, desk.today)
        page.sandbox_requested.connect(shell.start_sandbox)
        page.create_connection_requested.connect(shell.create_connection)
        page.create_integration_requested.connect(shell.workshop.create_integration)
        page.idea_chosen.connect(shell.workshop.start_from_idea)
        page.place_requested.connect(shell.window.go)
        page.integration_requested.connect(shell.watching.open)
        page.connection_requested.connect(shell.open_connection)
        page.network_requested.connect(lambda: shell.open_settings("network"))
        page.toast.connect(shell.window.toast)
        return page

    @cached_property
    def integrations(self) -> IntegrationsPage:
        """The list of integrations."""
        from mailflow_gui.ui.integrations.list_page import IntegrationsPage

        desk, shell = self._desk, self._shell
        page = IntegrationsPage(desk.profiles, desk.control, desk.tallies)
        page.create_requested.connect(shell.workshop.create_integration)
        page.import_requested.connect(shell.import_file)
        page.edit_requested.connect(shell.workshop.edit_integration)
        page.export_requested.connect(lambda name: shell.export((name,)))
        page.open_requested.connect(shell.watching.open)
        page.log_requested.connect(shell.watching.open_log)
        page.toast.connect(shell.window.toast)
        desk.unsaved.left_changed.connect(lambda: shell.workshop.offer_left(page))
        shell.workshop.offer_left(page)
        return page

    @cached_property
    def connections(self) -> ConnectionsPage:
        """The list of connections."""
        from mailflow_gui.ui.connections.list_page import ConnectionsPage

        practice, shell = self._desk.practice, self._shell
        page = ConnectionsPage(self.services)
        page.create_requested.connect(shell.create_connection)
        page.open_requested.connect(shell.open_connection)
        page.export_requested.connect(lambda name: shell.export((name,)))
        page.show_integrations_requested.connect(lambda: shell.window.go("integrations"))
        page.toast.connect(shell.window.toast)
        page.edit_requested.connect(lambda name: shell.open_connection(name, edit=True))
        page.rename_requested.connect(lambda name: shell.open_connection(name, edit=True, rename=True))
        page.set_sandbox_running(practice.running)
        practice.started.connect(lambda: page.set_sandbox_running(True))
        return page

    @cached_property
    def connection(self) -> ConnectionPage:
        """One connection."""
        from mailflow_gui.ui.connections.detail_page import ConnectionPage

        shell = self._shell
        page = ConnectionPage(self.services)
        page.back_requested.connect(lambda: shell.window.go("connections"))
        page.saved.connect(shell.restart_users)
        page.delete_requested.connect(shell.delete_connection)
        page.export_requested.connect(lambda name: shell.export((name,)))
        page.open_integration.connect(shell.watching.open)
        return page

    @cached_property
    def attention(self) -> AttentionPage:
        """Needs Attention."""
        from mailflow_gui.ui.attention.page import AttentionPage

        desk, shell = self._desk, self._shell
        page = AttentionPage(desk.attention, desk.profiles, desk.letters)
        decisions = page.decisions
        decisions.toast.connect(shell.window.toast)
        decisions.undo_offered.connect(lambda text, undo: shell.window.toast(text, (tr("Undo"), undo)))
        decisions.edit_requested.connect(
            lambda name, step, id: shell.workshop.edit_integration(name, step, lambda: shell.show_attention(id))
        )
        decisions.connection_requested.connect(lambda name: shell.open_connection(name, edit=True))
        decisions.settings_changed.connect(desk.control.restart)
        decisions.network_requested.connect(lambda: shell.open_settings("network"))
        return page

    @cached_property
    def log(self) -> LogPage:
        """The Message Log. From now on the events come to the page, which keeps what is chosen in it."""
        from mailflow_gui.ui.log.page import LogPage

        desk, window = self._desk, self._shell.window
        page = LogPage(desk.log, desk.profiles, desk.tasks)
        desk.bridge.arrived.disconnect(desk.log.append)
        desk.bridge.arrived.connect(page.append)
        page.toast.connect(window.toast)
        page.attention_requested.connect(lambda: window.go("attention"))
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """Settings."""
        from mailflow_gui.ui.settings.page import SettingsPage

        shell = self._shell
        page = SettingsPage(self._desk, lambda: shell.tray.missing_because)
        page.import_requested.connect(shell.import_file)
        page.export_requested.connect(shell.export)
        page.practice_restarted.connect(shell.restart_practice)
        page.restore_requested.connect(shell.restore_requested)
        page.renew_requested.connect(shell.renew_requested)
        self._desk.passwords.entered.connect(shell.restart_users)
        page.toast.connect(shell.window.toast)
        return page

    @cached_property
    def messages(self) -> MessagesPage:
        """A search over the messages of all integrations."""
        from mailflow_gui.ui.search.messages_page import MessagesPage

        desk, shell = self._desk, self._shell
        page = MessagesPage(desk.lookup.results(desk.lookup), desk.profiles)
        page.message_requested.connect(shell.open_message)
        page.toast.connect(shell.window.toast)
        return page

    @cached_property
    def search(self) -> QuickSearch:
        """The quick search over the window."""
        from mailflow_gui.ui.search.index import Index
        from mailflow_gui.ui.search.quick_search import QuickSearch

        desk, shell = self._desk, self._shell
        index = Index(desk.profiles, desk.control, desk.attention, shell.doors())
        index.offer(PLACES, shell.menu(), shell.window.go)
        return QuickSearch(shell.window, index, desk.lookup)

    def make_wizard(self) -> ConnectionWizard:
        """A wizard for a new connection."""
        from mailflow_gui.ui.connections.wizard import ConnectionWizard

        return ConnectionWizard(self.services)

    def make_integration_page(self) -> CreateIntegrationPage:
        """Pages that choose start and finish of a new integration."""
        from mailflow_gui.ui.integrations.create.create_page import CreateIntegrationPage

        desk = self._desk
        return CreateIntegrationPage(desk.profiles, desk.previews, desk.servers, desk.control.publish)

    def make_editor(self) -> Editor:
        """The flow editor."""
        from mailflow_gui.ui.editor.editor import Editor
        from mailflow_gui.ui.integrations.create.stage import Services

        desk = self._desk
        services = Services(desk.profiles, desk.previews, desk.servers)
        return Editor(services, desk.control, desk.unsaved, desk.samples)
