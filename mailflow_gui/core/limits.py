"""What a person set for every connection: time limits, and working offline. Read by any thread, set by the program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for each step of connecting, and for each answer afterwards. `offline`: only this computer is reached."""

    connect: float = 20.0
    answer: float = 60.0
    offline: bool = False


_now = Limits()


def set_limits(limits: Limits) -> None:
    """From now on new connections follow these."""
    global _now
    _now = limits


def limits() -> Limits:
    """What holds now."""
    return _now
