"""The first start: what is already in the folder, and what the person wants done with it. Pure."""

from __future__ import annotations

from dataclasses import replace

from mailflow_gui.core.errors import SettingsError
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
    hint = "Nothing was taken. Say what is done with them."
    return SettingsError(f"{_there(count, folder)}", hint, cause=CAUSE, fields=("startFrom",))


def told(count: int, taken: int, folder: str) -> str:
    """What is said of a first look that needs no question."""
    if taken == count:
        return f"First look: {_there(count, folder)}. {'It is' if count == 1 else 'All are'} taken."
    return f"First look: {_there(count, folder)}. {f'The newest {taken:,}' if taken else 'None'} of them are taken."


def _there(count: int, folder: str) -> str:
    where = "the inbox" if folder.upper() == "INBOX" else f"“{folder}”"
    return f"1 message is already in {where}" if count == 1 else f"{count:,} messages are already in {where}"


def _answered(steps: tuple[Step, ...], start_from: str) -> tuple[Step, ...]:
    if not steps:
        return steps
    return (replace(steps[0], values={**steps[0].values, "startFrom": start_from}), *steps[1:])
