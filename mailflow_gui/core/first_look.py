"""The first start: what is already in the folder, and what the person wants done with it. Pure."""

from __future__ import annotations

from dataclasses import replace

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.model import Integration, Step

#: So many messages that are already there are taken without a question.
FEW = 20
#: The cause of a start that waits for the answer.
CAUSE = "FIRST_LOOK"
#: The answers, as Start From of the receive step.
ALL, NONE, NEWEST = "all", "now", f"last {FEW}"


def is_answered(step: Step) -> bool:
    """Whether the receive step says what is done with email that is already there."""
    return bool(str(step.values.get("startFrom", "")))


def answered(integration: Integration, start_from: str) -> Integration:
    """The integration with the answer in its receive step, in what runs and in the draft."""
    draft = None if integration.draft is None else _answered(integration.draft, start_from)
    return replace(integration, steps=_answered(integration.steps, start_from), draft=draft)


def question(count: int, folder: str) -> SettingsError:
    """The error that ends a start until the person has said what to do."""
    hint = tr("Nothing was taken. Say what is done with them.")
    return SettingsError(f"{_there(count, folder)}", hint, cause=CAUSE, fields=("startFrom",))


def told(count: int, taken: int, folder: str) -> str:
    """What is said of a first look that needs no question."""
    there = _there(count, folder)
    if taken == count:
        return trn("First look: {there}. It is taken.", "First look: {there}. All are taken.", count, there=there)
    if not taken:
        return tr("First look: {there}. None of them are taken.", there=there)
    return tr("First look: {there}. The newest {taken} of them are taken.", there=there, taken=taken)


def _there(count: int, folder: str) -> str:
    where = tr("the inbox") if folder.upper() == "INBOX" else tr("“{name}”", name=folder)
    return trn("1 message is already in {where}", "{count} messages are already in {where}", count, where=where)


def _answered(steps: tuple[Step, ...], start_from: str) -> tuple[Step, ...]:
    if not steps:
        return steps
    return (replace(steps[0], values={**steps[0].values, "startFrom": start_from}), *steps[1:])
