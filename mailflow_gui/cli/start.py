"""`mailflow start INTEGRATION`: the switch, on. A window that is open takes it up within seconds."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli.verb import Exit, Host, Verb
from mailflow_gui.core.model import Profile


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("integration", metavar="INTEGRATION", help="the integration's name")


def run(arguments: Namespace, host: Host) -> int:
    """Switches on; refused while settings are missing. Tells of messages that may come back."""
    from mailflow_gui.core.circles import circles
    from mailflow_gui.core.errors import SettingsError
    from mailflow_gui.core.review import review

    program = host.program
    profile = program.library.load()
    problems = review(profile.integration(arguments.integration), profile, program.catalog)
    if problems:
        text = " ".join(str(one) for one in problems)
        raise SettingsError(f"“{arguments.integration}” still needs settings", text, cause="INCOMPLETE")
    for one in circles(profile.integration(arguments.integration), profile):
        host.console.complain(f"mailflow: {one.title}. {one.text}")
    return switch(arguments.integration, host, on=True)


def switch(name: str, host: Host, *, on: bool) -> int:
    """Saves the switch."""
    from mailflow_gui.core.versions import switch as switched
    from mailflow_gui.engine.clock import SystemClock

    at, versions = SystemClock().now().isoformat(timespec="seconds"), host.program.versions

    def change(profile: Profile) -> Profile:
        return profile.with_integration(switched(profile.integration(name), on, at, versions))

    host.program.library.edit(change)
    host.console.say(f"“{name}” is switched {'on' if on else 'off'}.")
    return Exit.DONE


VERB = Verb("start", "switch an integration on", declare, run, order=64)
