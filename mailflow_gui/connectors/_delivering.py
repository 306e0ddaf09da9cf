"""The action Deliver into Folder of a Receive Email connection: its settings and how it is opened. Any thread."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Action, Outgoing, Pattern, Sender
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Flag, Text
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.settings import Settings

_POP3 = "pop3"


class Folder(Text):
    """A folder of the connection's mailbox, by its name on the server."""

    kind = "folder"


class DeliverAction(Settings):
    """Into which folder the received message goes, as it is."""

    folder_name = Folder("Folder", "", key="folderName", required=True, help="The folder that gets the message.")
    create = Flag("Create the Folder", True, key="createFolder", help="When the account has no folder of this name.")
    mark_seen = Flag("Mark as Read", False, key="markSeen", help="The delivered message counts as read.")


def open_delivery(connection: Any, action: DeliverAction) -> Sender:
    """How to deliver a received message, unchanged, into a folder of this account. Raises SettingsError for POP3."""
    from mailflow_gui.connectors._imap_delivery import FolderTransport
    from mailflow_gui.connectors._imap_session import connect_imap
    from mailflow_gui.connectors._receive_failures import Explain

    if connection.protocol == _POP3:
        raise trouble("FOLDER_POP3", folder=action.folder_name)

    def compose(exchange: Exchange, key: str) -> Outgoing:
        message = exchange.message
        sender = message.sender[0].address if message.sender else ""
        return Outgoing(sender, (action.folder_name,), message.raw, message.message_id or key, message.subject)

    transport = FolderTransport(action, partial(connect_imap, connection), Explain(connection, connection.protocol))
    return Sender(compose, transport, later("Delivered into {to}"), later("Would be delivered into {to}"))


def _where(folder: str) -> str:
    return tr("into “{folder}”", folder=folder) if folder else tr("no folder yet")


def _unfit(values: Mapping[str, Any]) -> str:
    if values.get("protocol") != _POP3:
        return ""
    return tr("POP3 has no folders to deliver into. Choose an IMAP connection.")


DELIVER = Action(
    id="deliver-to-folder",
    title="Deliver into Folder",
    description="Put the received message, unchanged, into a folder of this account.",
    pattern=Pattern.TO,
    settings=DeliverAction,
    open=open_delivery,
    summary=lambda action: _where(action.folder_name),
    unfit=_unfit,
)
