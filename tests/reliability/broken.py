"""The protocol broken on purpose: the crash matrix has to notice each of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailflow_gui.core.connector import Fetched, Listing, Locator, Rows
from mailflow_gui.core.ledger import Doubt, Parcel, Place
from tests.reliability.matrix import Count, Matrix
from tests.reliability.outside import InboxSource
from tests.reliability.plant import SCENARIOS, Faults
from tests.reliability.steps import SteppedLedger


class WithoutJournal(SteppedLedger):
    """The intent to write the dot is not recorded."""

    def record_dot(self, parcel: Parcel, at: str, rows: Rows = ()) -> None:
        """Nothing is written."""


class Resending(SteppedLedger):
    """What is in doubt is sent again."""

    def recover(self, integration: str) -> int:
        with self._database.change() as connection:
            connection.execute("UPDATE parcel SET state = 'ready' WHERE state = 'dot-sent'")
        return 0


class WithoutBytes(SteppedLedger):
    """Counts messages as known before they are taken."""

    def unknown(self, place: Place, locators: Sequence[Locator]) -> list[Locator]:
        found = super().unknown(place, locators)
        intake = self.intake(place)
        if intake is not None:
            self.set_intake(place, intake, found)
        return found


class WithoutRecipients(SteppedLedger):
    """The journal of the dot does not say for whom it was."""

    def record_dot(self, parcel: Parcel, at: str, rows: Rows = ()) -> None:
        """As if the dot were for all."""
        super().record_dot(parcel, at)


class Trusting(SteppedLedger):
    """Any server is believed to file what it sends."""

    def sent_before(self, doubt: Doubt, limit: int) -> list[str]:
        """As if what is known to be there had been looked for."""
        return Everything([doubt.message_id] * limit)


class Everything(list[str]):
    """Names that nobody asks for."""

    def __iter__(self) -> Iterator[str]:
        return iter(())


class SettlingFirst(InboxSource):
    """Deletes a message as soon as it is fetched."""

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        for one in super().fetch(locators):
            self.settle([one.locator])
            self._steps.point("settled too early")
            yield one


class MarkingFirst(InboxSource):
    r"""Looks for unread messages only, and fetches without PEEK: reading sets \Seen before anything is on our disk."""

    def listing(self, after: int) -> Listing:
        found = super().listing(0)
        unread = {self._inbox.name(one) for one in self._inbox.messages if not one.seen}
        return replace(found, locators=tuple(one for one in found.locators if one.uid in unread))

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        for one in super().fetch(locators):
            for message in self._inbox.messages:
                message.seen = message.seen or self._inbox.name(message) == one.locator.uid
            self._steps.point("marked too early")
            yield one


@dataclass(frozen=True)
class Breach:
    """What is broken, the harm that the matrix must count, and a scenario in which it shows."""

    name: str
    faults: Faults
    harm: str
    scenario: str = "IMAP, delete"

    def check(self) -> Count:
        """The matrix over the broken protocol."""
        scenario = next(one for one in SCENARIOS if one.name == self.scenario)
        with Matrix(self.faults) as matrix:
            return matrix.check(scenario)


BREACHES = (
    Breach("no journal of the dot", Faults(ledger=WithoutJournal), "doubled"),
    Breach("resend in doubt", Faults(ledger=Resending), "doubled"),
    Breach("known before taken", Faults(ledger=WithoutBytes), "lost"),
    Breach("settle before send", Faults(source=SettlingFirst), "lost"),
    Breach("marked as read before send", Faults(source=MarkingFirst), "lost", "IMAP, mark as read"),
    Breach("a refusal is forgotten", Faults(ledger=WithoutRecipients), "other", "a recipient refused"),
    Breach("any Sent folder is believed", Faults(ledger=Trusting), "doubled", "Sent folder, not filed"),
)
