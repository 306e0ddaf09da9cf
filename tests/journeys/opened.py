"""A window that was opened on a bench's profile gets the passwords of its connections."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import State
from mailflow_gui.core.model import Integration
from mailflow_gui.workplace import Workplace
from tests.journeys.bench import NAME, Bench


def sign_in(desk: Workplace, bench: Bench, qtbot: QtBot, name: str = NAME) -> Integration:
    """Hands the passwords over and waits until the integration runs."""
    one = desk.profiles.profile.integration(name)
    qtbot.waitUntil(lambda: desk.control.health(one.id).cause == "KEYRING_ENTRY_GONE", timeout=15_000)
    for connection in desk.profiles.profile.connections:
        if secret := bench.vault.get(connection.id, "password"):
            desk.profiles.vault.set(connection.id, "password", secret)
    desk.control.restart(one)
    qtbot.waitUntil(lambda: desk.control.health(one.id).state is not State.ATTENTION, timeout=15_000)
    return one
