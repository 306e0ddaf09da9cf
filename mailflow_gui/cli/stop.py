"""`mailflow stop INTEGRATION`: the switch, off. A window that is open finishes the message in hand first."""

from __future__ import annotations

from argparse import Namespace

from mailflow_gui.cli.start import declare, switch
from mailflow_gui.cli.verb import Host, Verb


def run(arguments: Namespace, host: Host) -> int:
    """Switches off."""
    return switch(arguments.integration, host, on=False)


VERB = Verb("stop", "switch an integration off", declare, run, order=65)
