"""Validate: runs a connector's checks one by one, with time limits and cancel, and reports after every change.

Runs on a thread of the pool, never on the GUI thread; `report` is called on that same thread.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import threading
import time
from collections.abc import Callable, Iterator

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Check, CheckState, Connector
from mailflow_gui.core.errors import Cancelled, MailflowError
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings

#: Seconds for one check, and for all of them together.
CHECK_LIMIT = 10.0
TOTAL_LIMIT = 30.0

Report = Callable[[tuple[Check, ...]], None]


def verify(
    connector: Connector,
    settings: Settings,
    *,
    report: Report,
    cancel: threading.Event,
    trusted_before: bool = False,
) -> tuple[Check, ...]:
    """Run the checks in order; the first failure ends the run and the checks after it are NOT_TRIED.

    Never raises for what the network or the server does: the failed check carries its MailflowError. A set `cancel`
    ends the run within a fifth of a second and leaves the rest NOT_TRIED. `trusted_before`: the connection worked with
    its pasted certificate already, so another certificate counts as changed.
    """
    run = _Run(connector.checks(settings), report, cancel, trusted_before)
    run.publish()
    try:
        connector.verify(settings, run)
    except Cancelled:
        run.end(tr("Cancelled."))
    except MailflowError as error:
        run.fail(error)
    except Exception as error:  # a defect of ours must end in the panel too, not in a silent thread
        run.fail(trouble("UNEXPECTED", details=f"{type(error).__name__}: {error}"[:300]))
    else:
        run.end("")
    return run.checks


class _Run:
    """The trace of one run: keeps the checks and the clock."""

    def __init__(
        self, names: tuple[tuple[str, str], ...], report: Report, cancel: threading.Event, trusted_before: bool
    ) -> None:
        self.trusted_before = trusted_before
        self.checks = tuple(Check(name, title, CheckState.WAITING) for name, title in names)
        self._report = report
        self._cancel = cancel
        self._end = time.monotonic() + TOTAL_LIMIT
        self._until = self._end
        self._began = time.monotonic()
        self._running = ""
        self._warned = False

    @contextlib.contextmanager
    def step(self, check: str) -> Iterator[None]:
        """Around one check. What it raises is recorded by `fail`, at the end of the run."""
        self.deadline()
        self._running, self._warned = check, False
        self._began = time.monotonic()
        self._until = min(self._end, self._began + CHECK_LIMIT)
        self._change(check, state=CheckState.RUNNING)
        yield
        state = CheckState.WARNING if self._warned else CheckState.OK
        self._change(check, state=state, milliseconds=self._elapsed())
        self._running, self._until = "", self._end

    def found(self, detail: str, *, warning: bool = False) -> None:
        """The caption of the check under way."""
        self._warned = self._warned or warning
        self._change(self._running, detail=detail)

    def deadline(self) -> float:
        """Seconds left for the check under way, within the whole. Raises Cancelled."""
        if self._cancel.is_set():
            raise Cancelled
        return self._until - time.monotonic()

    def leeway(self, moved: float) -> float:
        """No limit of its own. Raises Cancelled."""
        self.deadline()
        return math.inf

    def publish(self) -> None:
        """Tell how the checks stand."""
        self._report(self.checks)

    def fail(self, error: MailflowError) -> None:
        """The check under way failed (or the first that had not begun, for an error before any)."""
        open_states = (CheckState.WAITING, CheckState.RUNNING)
        at_fault = self._running or next((one.id for one in self.checks if one.state in open_states), "")
        self._replace(at_fault, state=CheckState.FAILED, error=error, milliseconds=self._elapsed(), detail="")
        self.end("")

    def end(self, detail: str) -> None:
        """Nothing more is tried."""
        self.checks = tuple(
            dataclasses.replace(one, state=CheckState.NOT_TRIED, detail=detail if one.id == self._running else "")
            if one.state in (CheckState.WAITING, CheckState.RUNNING)
            else one
            for one in self.checks
        )
        self.publish()

    def _elapsed(self) -> int:
        return round((time.monotonic() - self._began) * 1000)

    def _change(self, check: str, **values: object) -> None:
        self._replace(check, **values)
        self.publish()

    def _replace(self, check: str, **values: object) -> None:
        self.checks = tuple(
            dataclasses.replace(one, **values) if one.id == check else one  # type: ignore[arg-type]
            for one in self.checks
        )
