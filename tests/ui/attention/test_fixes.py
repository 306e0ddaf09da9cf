"""Every cause has a way out that works, and none that can't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.model import Flow, Step
from mailflow_gui.ui.attention.fixes import Act, Fix, fixes
from mailflow_gui.ui.attention.words import ADVICE, TITLES
from tests.ui.desks import SEND, integration, profile

AT = "2026-11-24T14:02:18+01:00"
ONE = integration("One")
RECEIVE_STEP, SEND_STEP = ONE.steps
KNOWN = profile(ONE)
#: Of these only the person's decision helps; the page has buttons of its own for it.
IN_DOUBT = "IN_DOUBT"


def message(cause: str, step: Step | None = SEND_STEP, title: str = "Send Email", **values: object) -> Activity:
    steps = (ActivityStep(step.id, title, AT, 1.0, "failed"),) if step is not None else ()
    return replace(Activity("trip", ONE.id, AT, "held", cause=cause, steps=steps, kept=True), **values)  # type: ignore[arg-type]


def labels(*args: object, **values: object) -> list[str]:
    return [one.label for one in fixes(message(*args, **values), ONE, KNOWN)]  # type: ignore[arg-type]


@pytest.mark.parametrize("cause", sorted({*TITLES, *ADVICE, "SOMETHING_NEW"}))
def test_every_cause_has_a_button(cause: str) -> None:
    assert 1 <= len(labels(cause)) <= 2
    assert labels(cause, None)


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        ("RECIPIENT_REFUSED", ["Edit Send Email Step", "Retry with Another Address…"]),
        ("NO_RECIPIENT", ["Edit Send Email Step", "Retry with an Address…"]),
        ("TOO_LARGE", ["Edit Send Email Step", "Save as .eml…"]),
        ("BLOCKED_AS_SPAM", ["Edit Send Email Step", "Copy Details"]),
        ("EXPIRED", ["Try Again", "Edit Connection"]),
        ("RENUMBERED", ["Process It", "Skip It"]),
        ("VANISHED", ["Skip It"]),
        ("LOOP", ["Edit Send Email Step", "Skip It"]),
        (IN_DOUBT, ["Open Message", "Copy Details"]),
    ],
)
def test_the_buttons_of_a_cause(cause: str, expected: list[str]) -> None:
    assert labels(cause) == expected


def test_a_message_that_was_too_large_to_fetch_is_skipped() -> None:
    assert labels("TOO_LARGE", None, kept=False) == ["Skip It"]


def test_a_step_that_was_removed_is_not_edited() -> None:
    assert labels("POISON", Step(kind="log"), "Log") == ["Open Message"]
    assert labels("RECIPIENT_REFUSED", Step(action="send-email")) == ["Skip It"]


def test_a_step_within_a_branch_and_a_split_is_found() -> None:
    inner = Step(kind="template")
    outer = Step(kind="conditional-flows", flows=(Flow(steps=(inner,)),))
    flow = replace(ONE, steps=(RECEIVE_STEP, outer, SEND_STEP))
    held = message("STEP_VALUE", replace(inner, id=f"{inner.id}@2"), "Template · 2")
    assert fixes(held, flow, profile(flow))[0] == Fix(Act.EDIT_STEP, "Edit Template Step", inner.id)


def test_of_a_deleted_integration_only_skipping_is_left() -> None:
    held = message("RECIPIENT_REFUSED")
    assert fixes(held, None, profile()) == [Fix(Act.SKIP, "Skip It")]


def test_the_accounts_own_address_is_offered_only_where_it_would_help() -> None:
    """A sender that a mapper filled wins over what is typed."""
    typed = replace(SEND_STEP, values={**SEND_STEP.values, "from": "sales@example.org"})
    flow = replace(ONE, steps=(RECEIVE_STEP, typed))
    reason = "The server does not let you send as sales@example.org."
    offered = fixes(message("SENDER_REFUSED", reason=reason), flow, profile(flow))
    assert offered[0] == Fix(Act.ACCOUNT, "Use info@example.org", "info@example.org")
    mapped = fixes(message("SENDER_REFUSED", reason="Not as jane@example.org."), flow, profile(flow))
    assert [one.act for one in mapped] == [Act.EDIT_STEP]
    assert [one.act for one in fixes(message("SENDER_REFUSED"), ONE, KNOWN)] == [Act.EDIT_STEP]


def test_the_connection_of_the_step_is_edited() -> None:
    assert fixes(message("RELAY_DENIED"), ONE, KNOWN)[0] == Fix(Act.EDIT_CONNECTION, "Edit Connection", SEND.name)


def test_a_proxy_in_the_way_leads_to_its_settings() -> None:
    assert labels("PROXY_SIGN_IN_REFUSED")[0] == "Open Network Settings"
    assert labels("PROXY_NO_WAY", None) == ["Open Network Settings"]
