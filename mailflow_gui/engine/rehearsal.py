"""Rehearsal: messages go through the steps, and nothing is marked, moved, written or sent. Pool thread or command line.

Test Run, the previews of the window and `mailflow preview` all come here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from mailflow_gui.core import identity, loops
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.rehearsal import Outcome, Rehearsal, StepResult
from mailflow_gui.engine import pipeline
from mailflow_gui.engine.assemble import HeldBack, Workshop, make_plan
from mailflow_gui.engine.intake import choose
from mailflow_gui.engine.pipeline import Live, LiveStep, Passed


def rehearse(integration: Integration, profile: Profile, shop: Workshop, limit: int) -> Iterator[Rehearsal]:
    """Rehearses the next poll of a saved integration, at most `limit` messages. Raises MailflowError."""
    plan = make_plan(integration, profile, shop, rehearsing=True)
    try:
        selection = choose(plan.source, shop.ledger, plan.place, plan.rules, shop.clock)
        for fetched in plan.source.fetch(selection.locators[:limit]):
            if not fetched.gone:
                uid, received = fetched.locator.uid, fetched.received
                message = shop.reader.read(fetched.raw, folder=plan.place.folder, uid=uid, received=received)
                yield rehearse_message(plan.steps, message, shop, integration.id, received)
    finally:
        plan.source.close()


def rehearse_message(
    steps: Sequence[Live], message: Message, shop: Workshop, integration: str, received: str = ""
) -> Rehearsal:
    """One message through steps that were prepared for rehearsing (`Line.prepare`). Never raises."""
    results: list[StepResult] = []
    seed = identity.seed(identity.fingerprint(message.raw), 0)
    origin = loops.mark_of(shop.ledger.install_id, integration)
    exchange = Exchange("rehearsal", message, shop.clock.now(), seed, origin=origin)
    end: Exchange | Dropped | None = None
    with contextlib.suppress(Exception):  # it is in the results: the pipeline tells of a failed step before it raises
        end = pipeline.run(steps, exchange, lambda passed: results.append(_result(passed)))
    last = end if isinstance(end, Exchange) else results[-1].before if results else exchange
    return Rehearsal(message, received, tuple(results), last)


def _result(passed: Passed) -> StepResult:
    step, before, result = passed.step, passed.before, passed.result
    common = (passed.milliseconds, before)
    if isinstance(result, Dropped):
        return StepResult(step.id, step.title, Outcome.STOPPED, result.reason, *common, item=before.item)
    if isinstance(result, Exception):
        return StepResult(step.id, step.title, Outcome.FAILED, str(result), *common, item=before.item)
    text = "\n".join(result.notes[len(before.notes) :])
    held = step.stage if isinstance(step, LiveStep) and isinstance(step.stage, HeldBack) else None
    outcome = Outcome.HELD_BACK if held else Outcome.OK
    outgoing = held.composed if held else None
    return StepResult(step.id, step.title, outcome, text, *common, result, outgoing, before.item)
