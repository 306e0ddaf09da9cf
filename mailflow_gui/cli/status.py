"""`mailflow status`: how each integration is, as far as the profile and the ledger tell."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime

from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.fields import Plain


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Prints state, today's counts, waiting and held messages of each integration."""
    from mailflow_gui.cli.engine_room import open_ledger
    from mailflow_gui.core.errors import StoreError
    from mailflow_gui.core.review import review
    from mailflow_gui.store.lock import ProfileLock

    program, console = host.program, host.console
    profile = program.library.load()
    program.paths.prepare()
    try:
        with ProfileLock(program.paths.root / "running.lock"):
            at_work = False
    except StoreError:
        at_work = True
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0).isoformat()
    rows: list[dict[str, Plain]] = []
    with open_ledger(program) as ledger:
        for one in profile.integrations:
            draft = bool(review(one, profile, program.catalog))
            state = "draft" if draft else "stopped" if not one.enabled else "running" if at_work else "not started"
            today, ever = ledger.counts(one.id, midnight), ledger.counts(one.id, "")
            last = ledger.activities(one.id, limit=1)
            rows.append(
                {
                    "integration": one.name,
                    "state": state,
                    "enabled": one.enabled,
                    "lastMessage": last[0].at if last else "",
                    "today": sum(today.values()),
                    "waiting": ever.get("waiting", 0),
                    "needAttention": ever.get("held", 0) + ledger.trying(one.id),
                }
            )
    if arguments.json:
        console.print_json({"programRuns": at_work, "integrations": rows})
    elif rows:
        console.print_table([list(rows[0]), *[[str(value) for value in row.values()] for row in rows]])
    else:
        console.say("No integrations yet.")
    return Exit.DONE


VERB = Verb("status", "how each integration is", declare, run, order=66)
