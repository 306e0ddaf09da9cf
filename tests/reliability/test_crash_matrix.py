"""A crash at every action, after the model of isync's tests: nothing lost, nothing doubled, doubts only where due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from mailflow_gui.core.connector import Fetched, Locator, Rows
from mailflow_gui.core.ledger import Doubt, Parcel, Place
from tests.reliability.matrix import Matrix
from tests.reliability.outside import InboxSource
from tests.reliability.plant import SCENARIOS, Faults, Scenario
from tests.reliability.steps import SteppedLedger


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_every_point(scenario: Scenario) -> None:
    with Matrix() as matrix:
        found = matrix.check(scenario)
    print(f"{scenario.name}: {found}")
    assert (found.lost, found.doubled, found.other) == (0, 0, 0), "\n".join(found.notes[:20])


def test_killed_again_while_it_recovers() -> None:
    scenario = next(one for one in SCENARIOS if one.name == "IMAP, delete")
    with Matrix() as matrix:
        found = matrix.check_twice(scenario, stride=5, depth=12)
    print(f"{scenario.name}, killed twice: {found}")
    assert found.points > 200
    assert (found.lost, found.doubled, found.other) == (0, 0, 0), "\n".join(found.notes[:20])


@pytest.mark.parametrize("name", ["dot: written, the server has not got it", "dot: after"])
def test_killed_again_while_it_looks_into_the_sent_folder(name: str) -> None:
    scenario = next(one for one in SCENARIOS if one.name == "Sent folder, filed")
    with Matrix() as matrix:
        found = matrix.check_recovery(scenario, name)
    print(f"{scenario.name}, {name}, killed twice: {found}")
    assert (found.lost, found.doubled, found.other, found.held) == (0, 0, 0, 0), "\n".join(found.notes[:20])


def test_a_thousand_points_and_more() -> None:
    with Matrix() as matrix:
        assert sum(matrix.length(one)[0] for one in SCENARIOS) >= 1000


# ---- the matrix notices what it is there for ----


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


def test_a_journal_without_recipients_is_found_out() -> None:
    scenario = next(one for one in SCENARIOS if one.name == "a recipient refused")
    with Matrix(Faults(ledger=WithoutRecipients)) as matrix:
        found = matrix.check(scenario)
    print(f"a refusal forgotten: {found}")
    assert found.other > 0


def test_believing_any_sent_folder_is_found_out() -> None:
    scenario = next(one for one in SCENARIOS if one.name == "Sent folder, not filed")
    with Matrix(Faults(ledger=Trusting)) as matrix:
        found = matrix.check(scenario)
    print(f"doubled: {found}")
    assert found.doubled > 0


@pytest.mark.parametrize(
    ("faults", "harm"),
    [
        (Faults(ledger=WithoutJournal), "doubled"),
        (Faults(ledger=Resending), "doubled"),
        (Faults(ledger=WithoutBytes), "lost"),
        (Faults(source=SettlingFirst), "lost"),
    ],
    ids=["no journal of the dot", "resend in doubt", "known before taken", "settle before send"],
)
def test_a_broken_protocol_is_found_out(faults: Faults, harm: str) -> None:
    scenario = next(one for one in SCENARIOS if one.name == "IMAP, delete")
    with Matrix(faults) as matrix:
        found = matrix.check(scenario)
    print(f"{harm}: {found}")
    assert getattr(found, harm) > 0
