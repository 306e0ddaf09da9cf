"""`mailflow status`: how each integration is: what the running program says, what profile and ledger know."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.fields import Plain

if TYPE_CHECKING:
    from mailflow_gui.cli.program import Program
    from mailflow_gui.core.activity import Health
    from mailflow_gui.core.ledger import Ledger
    from mailflow_gui.core.model import Integration


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Prints state, contact with the server, today's counts, waiting and held messages of each integration."""
    from mailflow_gui.cli.engine_room import open_ledger
    from mailflow_gui.core.health import in_words
    from mailflow_gui.core.review import review
    from mailflow_gui.store.live import LiveHealth

    program, console = host.program, host.console
    profile = program.library.load()
    program.paths.prepare()
    now = datetime.now().astimezone()
    at_work = _at_work(program)
    live = LiveHealth(program.paths.live).read() if at_work else None
    silent = live is not None and live.is_stale(now)
    unknown = at_work and (live is None or silent)
    rows: list[dict[str, Plain]] = []
    with open_ledger(program) as ledger:
        for one in profile.integrations:
            health = live.healths.get(one.id) if live is not None and not silent else None
            draft = bool(review(one, profile, program.catalog))
            state = "draft" if draft and health is None else _state(one, health, unknown=unknown)
            words = in_words(health, now) if health is not None else f"{state.capitalize()}."
            rows.append({"integration": one.name, "state": state, "words": words, **_numbers(one, health, ledger, now)})
    if arguments.json:
        console.print_json({"programRuns": at_work, "programAnswers": at_work and not silent, "integrations": rows})
        return Exit.DONE
    for row in rows:
        console.print(f"{row['integration']}: {row['words']}")
        console.print(
            f"    {row['today']} today, {row['waiting']} waiting, {row['needAttention']} under Needs Attention,"
            f" last message {row['lastMessage'] or 'never'}"
        )
    if not rows:
        console.say("No integrations yet.")
    elif not at_work:
        console.say("Mailflow is not running.")
    elif silent and live is not None:
        console.say(f"Mailflow runs (process {live.pid}) but has said nothing since {live.at}. It may hang.")
    return Exit.DONE


def _at_work(program: Program) -> bool:
    """Whether a program holds the profile's lock, which no killed one can leave behind."""
    from mailflow_gui.core.errors import StoreError
    from mailflow_gui.store.lock import ProfileLock

    try:
        with ProfileLock(program.paths.root / "running.lock"):
            return False
    except StoreError:
        return True


def _state(one: Integration, health: Health | None, *, unknown: bool) -> str:
    """What the running program says; without its word whether it is switched on, or that nobody knows."""
    if health is not None:
        return health.state.value
    if not one.enabled:
        return "stopped"
    return "not known" if unknown else "not started"


def _numbers(one: Integration, health: Health | None, ledger: Ledger, now: datetime) -> dict[str, Plain]:
    """The rest of a row. What only the running program knows is empty without it."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0).isoformat()
    today, ever = ledger.counts(one.id, midnight), ledger.counts(one.id, "")
    last = ledger.activities(one.id, limit=1)
    return {
        "enabled": one.enabled,
        "since": health.since if health else "",
        "version": health.version if health else one.version,
        "lastContact": health.last_contact if health else "",
        "connectedSince": health.connected if health else "",
        "nextPoll": health.next_poll if health else "",
        "restarted": health.revived if health else "",
        "alarm": health.alarm if health else "",
        "trouble": health.trouble if health else "",
        "hint": health.hint if health else "",
        "cause": health.cause if health else "",
        "lastMessage": last[0].at if last else "",
        "today": sum(today.values()),
        "waiting": ever.get("waiting", 0),
        "needAttention": ever.get("held", 0) + ledger.trying(one.id),
    }


VERB = Verb("status", "how each integration is", declare, run, order=66)
