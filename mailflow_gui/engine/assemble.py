"""Turns a saved Integration into a live Runner: settings checked, secrets fetched, source opened, stages prepared.

Runs on the integration's own thread, because the keyring may take its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Fetched
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.ledger import Ledger, Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Integration, Profile, Step
from mailflow_gui.core.ports import Clock, Publish, Vault
from mailflow_gui.core.review import review
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepContext
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.pipeline import LiveStep
from mailflow_gui.engine.plan import Plan
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.engine.runner import Runner


@dataclass(frozen=True, slots=True)
class Workshop:
    """What assembling needs: handed in once by the composition root."""

    catalog: Catalog
    vault: Vault
    ledger: Ledger
    reader: MessageReader
    clock: Clock
    publish: Publish


def assemble(integration: Integration, profile: Profile, shop: Workshop) -> Runner:
    """The Runner of an integration. Raises SettingsError naming the steps at fault, or VaultError."""
    plan = make_plan(integration, profile, shop)

    def read(fetched: Fetched, folder: str) -> Message:
        return shop.reader.read(fetched.raw, folder=folder, uid=fetched.locator.uid, received=fetched.received)

    return Runner(plan, shop.ledger, read, shop.clock, shop.publish)


def make_plan(integration: Integration, profile: Profile, shop: Workshop) -> Plan:
    """The live objects of an integration. Raises SettingsError naming the steps at fault, or VaultError."""
    problems = review(integration, profile, shop.catalog)
    if problems:
        raise SettingsError(
            f"“{integration.name}” still needs settings", " ".join(str(one) for one in problems[:5]), cause="INCOMPLETE"
        )
    start = integration.steps[0]
    _, action = shop.catalog.action(start.action)
    connection = profile.connection(start.connection)
    settings = _action_settings(start, shop.catalog)
    source = action.open(settings_of(connection, shop.catalog, shop.vault), settings)
    steps, deliveries = [], []
    for step in integration.steps[1:]:
        if step.is_connection:
            delivery = _delivery(integration, step, profile, shop)
            deliveries.append(delivery)
            steps.append(LiveStep(step.id, shop.catalog.title_of(step), delivery))
        else:
            kind = shop.catalog.step(step.kind)
            context = StepContext(step.id, integration.id)
            steps.append(LiveStep(step.id, kind.title, kind.prepare(_action_settings(step, shop.catalog), context)))
    folder = settings.get("folderName") or "INBOX"
    return Plan(
        name=integration.name,
        place=Place(integration.id, connection.id, folder),
        version=integration.version,
        source=source,
        source_title=action.title,
        steps=tuple(steps),
        deliveries=tuple(deliveries),
        rules=rules_of(settings),
        delay=settings.get("delay") / 1000,
        settles=settings.get("afterSuccess") != "keep",
    )


def rules_of(settings: Settings) -> Rules:
    """How a poll chooses, from the settings of a receive action."""
    return Rules(
        limit=settings.get("maxResults"),
        start_from=str(settings.get("startFrom")).removeprefix("last ").strip(),
        every_poll=settings.get("repeat") == "every-poll" and not settings.get("unseenOnly"),
        unseen_only=settings.get("unseenOnly"),
    )


def _delivery(integration: Integration, step: Step, profile: Profile, shop: Workshop) -> Delivery:
    _, action = shop.catalog.action(step.action)
    live = settings_of(profile.connection(step.connection), shop.catalog, shop.vault)
    sender = action.open(live, _action_settings(step, shop.catalog))
    return Delivery(integration.id, step.id, sender, shop.ledger, shop.clock)


def _action_settings(step: Step, catalog: Catalog) -> Any:
    return catalog.settings_of(step).check(step.values)[0]
