"""A bench with the account of a real mail server, or with servers that nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Connection
from mailflow_gui.ui.theme import Theme
from tests.servers.fixtures import Mailbox
from tests.ui.integrations.workbench import Workbench, letters, receiving, sending, workbench


@pytest.fixture
def bench(tmp_path: Path, mailbox: Mailbox, look: Theme) -> Iterator[Workbench]:
    """“Obtain Info Emails” on an account with ten messages, and “Send Emails to Leads”."""
    mailbox.deliver(*letters())
    made = workbench(tmp_path, receiving(mailbox.server, mailbox.user), sending(), secret=mailbox.password)
    yield made
    made.close()


@pytest.fixture
def lone_bench(tmp_path: Path, qapp: QApplication, look: Theme) -> Iterator[Workbench]:
    """The same two connections to a port that refuses."""
    values = {"host": "127.0.0.1", "port": 9, "username": "info@ourcompany.com", "secureType": "SSL/TLS"}
    receive = Connection("Obtain Info Emails", "email-receive", {"protocol": "imap", **values}, validated="2026-11-24")
    made = workbench(tmp_path, receive, sending())
    yield made
    made.close()
