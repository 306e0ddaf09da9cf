"""Turns a saved Integration into a live Runner: settings checked, secrets fetched, source opened, stages prepared.

Runs on the integration's own thread, because the keyring may take its time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mailflow_gui.core.accounts import same_account
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Fetched, Outgoing, Sender, SentFolder
from mailflow_gui.core.errors import MailflowError, SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange, Stage
from mailflow_gui.core.expectation import parse
from mailflow_gui.core.first_look import is_answered
from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import Ledger, Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.core.ports import Clock, Publish, Vault
from mailflow_gui.core.practice import is_practice
from mailflow_gui.core.review import review
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import Form, StepContext
from mailflow_gui.engine.caps import Meter
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.delivery import Delivery, guarded, parcel_key
from mailflow_gui.engine.doubts import Lookup
from mailflow_gui.engine.fence import Fence, fenced
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.pipeline import Live, LiveChoice, LiveJoin, LiveSpan, LiveStep
from mailflow_gui.engine.plan import Plan
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.engine.runner import Runner


@dataclass(frozen=True, slots=True)
class Workshop:
    """What assembling needs: handed in once by the composition root. `unasked`: see Plan."""

    catalog: Catalog
    vault: Vault
    ledger: Ledger
    reader: MessageReader
    clock: Clock
    publish: Publish
    unasked: int | None = None


def assemble(integration: Integration, profile: Profile, shop: Workshop) -> Runner:
    """The Runner of an integration. Raises SettingsError naming the steps at fault, or VaultError."""
    fence = Fence()
    shop = replace(shop, ledger=fenced(shop.ledger, fence))
    plan = make_plan(integration, profile, shop)

    def read(fetched: Fetched, folder: str) -> Message:
        return shop.reader.read(fetched.raw, folder=folder, uid=fetched.locator.uid, received=fetched.received)

    return Runner(plan, shop.ledger, read, shop.clock, shop.publish, fence)


def make_plan(integration: Integration, profile: Profile, shop: Workshop, *, rehearsing: bool = False) -> Plan:
    """The live objects of an integration. Raises SettingsError naming the steps at fault, or VaultError.

    When rehearsing, the steps change nothing outside and send nothing.
    """
    problems = review(integration, profile, shop.catalog)
    if problems:
        raise SettingsError(
            tr("“{name}” still needs settings", name=integration.name),
            " ".join(str(one) for one in problems[:5]),
            cause="INCOMPLETE",
        )
    start = integration.steps[0]
    _, action = shop.catalog.action(start.action)
    connection = profile.connection(start.connection)
    settings = _action_settings(start, shop.catalog)
    source = action.open(settings_of(connection, shop.catalog, shop.vault), settings)
    line = Line(integration.id, profile, shop, rehearsing=rehearsing)
    steps = line.prepare(integration.steps[1:])
    folder = settings.get("folderName") or "INBOX"
    answered = is_answered(start) or is_practice(connection)
    return Plan(
        name=integration.name,
        place=Place(integration.id, connection.id, folder),
        version=integration.version,
        source=source,
        source_title=action.title,
        source_step=start.id,
        steps=steps,
        deliveries=tuple(line.deliveries),
        rules=rules_of(settings),
        delay=settings.get("delay") / 1000,
        settles=settings.get("afterSuccess") != "keep",
        lookups=line.lookups,
        meter=line.meter,
        expected=parse(settings.get("expectedBy")) if settings.get("expectedBy") else None,
        unasked=None if answered else shop.unasked,
    )


def rules_of(settings: Settings) -> Rules:
    """How a poll chooses, from the settings of a receive action."""
    return Rules(
        limit=settings.get("maxResults"),
        start_from=str(settings.get("startFrom")).removeprefix("last ").strip(),
        every_poll=settings.get("repeat") == "every-poll" and not settings.get("unseenOnly"),
        unseen_only=settings.get("unseenOnly"),
        shared=bool(settings.get("sharedAs")),
    )


class HeldBack:
    """Stands for a send step in a rehearsal: composes, and holds back; `composed` is what it would have sent last.

    `key_of` gives the idempotency key, so that the bytes are those that would be sent.
    """

    def __init__(self, sender: Sender, key_of: Callable[[Exchange], str]) -> None:
        self.composed: Outgoing | None = None
        self._sender = sender
        self._key_of = key_of

    def __call__(self, exchange: Exchange) -> Exchange | Dropped:
        """Notes to whom it would be sent. Raises what composing raises."""
        self.composed = None
        self.composed = self._sender.compose(exchange, self._key_of(exchange))
        if why_not := guarded(self._sender, exchange, self.composed):
            self.composed = None
            return Dropped(why_not)
        return exchange.noted(tr(self._sender.would, to=", ".join(self.composed.recipients)))


class Line:
    """Prepares the steps after the start, those of branches and spans within their step; collects the deliveries, and
    where to look for what they may have sent.

    When rehearsing, a step that can't be prepared fails when the message gets there, and no secret is asked for.
    """

    def __init__(self, integration: str, profile: Profile, shop: Workshop, *, rehearsing: bool = False) -> None:
        self.deliveries: list[Delivery] = []
        self.lookups: dict[str, Lookup] = {}
        self.meter = Meter(integration, shop.ledger, shop.clock)
        self._integration = integration
        self._profile = profile
        self._shop = shop
        self._rehearsing = rehearsing

    def prepare(self, steps: Sequence[Step]) -> tuple[Live, ...]:
        """The live steps of one level. Raises SettingsError or VaultError."""
        live: list[Live] = []
        rest = [step for step in steps if not step.disabled]
        while rest:
            step = rest.pop(0)
            if step.is_connection:
                live.append(LiveStep(step.id, self._shop.catalog.title_of(step), self._sending(step)))
                continue
            kind = self._shop.catalog.step(step.kind)
            if kind.form is Form.SPLIT:
                inner, closing, rest = self._span(rest)
                join = LiveJoin(closing.id, *self._prepared(closing)) if closing else None
                live.append(LiveSpan(step.id, *self._prepared(step), self.prepare(inner), join))
            elif kind.form is Form.CHOICE:
                flows = tuple(self.prepare(flow.steps) for flow in step.flows)
                live.append(LiveChoice(step.id, *self._prepared(step), flows))
            else:
                live.append(LiveStep(step.id, *self._prepared(step)))
        return tuple(live)

    def _sending(self, step: Step) -> Stage:
        try:
            return self._hold_back(step) if self._rehearsing else self._deliver(step)
        except MailflowError as error:
            if not self._rehearsing:
                raise
            return _failing(error)

    def _span(self, rest: list[Step]) -> tuple[list[Step], Step | None, list[Step]]:
        """What stands between a split and the aggregate that closes it, that aggregate, and what follows."""
        depth = 1
        for index, step in enumerate(rest):
            form = Form.PLAIN if step.is_connection else self._shop.catalog.step(step.kind).form
            depth += (form is Form.SPLIT) - (form is Form.AGGREGATE)
            if depth == 0:
                return rest[:index], step, rest[index + 1 :]
        return rest, None, []

    def _prepared(self, step: Step) -> tuple[str, Any]:
        """The title and what the kind's `prepare` gives: as its form says."""
        kind = self._shop.catalog.step(step.kind)
        flows = tuple(kind.flow.check(flow.values)[0] for flow in step.flows) if kind.flow else ()
        context = StepContext(step.id, self._integration, self._rehearsing, flows)
        try:
            return kind.title, kind.prepare(_action_settings(step, self._shop.catalog), context)
        except MailflowError as error:
            if not self._rehearsing:
                raise
            return kind.title, _failing(error)

    def _hold_back(self, step: Step) -> HeldBack:
        catalog = self._shop.catalog
        connector, action = catalog.action(step.action)
        saved = self._profile.connection(step.connection).values if step.connection else {}
        sender = action.open(connector.settings.check(saved)[0], _action_settings(step, catalog))

        def key_of(exchange: Exchange) -> str:
            return parcel_key(self._shop.ledger, self._integration, step.id, exchange)

        return HeldBack(sender, key_of)

    def _deliver(self, step: Step) -> Delivery:
        shop = self._shop
        _, action = shop.catalog.action(step.action)
        connection = self._profile.connection(step.connection)
        live = settings_of(connection, shop.catalog, shop.vault)
        sender = action.open(live, _action_settings(step, shop.catalog))
        delivery = Delivery(self._integration, step.id, sender, shop.ledger, shop.clock, self.meter)
        self.deliveries.append(delivery)
        lookup = sent_folder_of(connection, self._profile, shop)
        if lookup is not None:
            self.lookups[step.id] = lookup
        return delivery


def sent_folder_of(connection: Connection, profile: Profile, shop: Workshop) -> Lookup | None:
    """Where the sent mail of a connection's account can be read: by a connection to the same account that can read.

    None when there is none, or when the connection is itself one that reads (what it delivers can be seen there).
    """
    if shop.catalog.connector(connection.connector).sent_folder is not None:
        return None
    for other in profile.connections:
        kind = shop.catalog.connector(other.connector)
        opens = kind.sent_folder
        if opens is None or not same_account(connection.values, other.values):
            continue
        if opens(kind.settings.check(other.values)[0]) is None:  # POP3: a mailbox without folders
            continue

        def look(other: Connection = other, opens: Callable[[Any], SentFolder | None] = opens) -> SentFolder | None:
            return opens(settings_of(other, shop.catalog, shop.vault))

        return Lookup(other.name, look)
    return None


def _failing(error: MailflowError) -> Callable[..., Any]:
    """A stage of any form that can't do its work."""

    def fail(*_: object) -> Exchange:
        raise error

    return fail


def _action_settings(step: Step, catalog: Catalog) -> Any:
    return catalog.read(step)[0]
