"""The practice server inside the window's program: started on demand, its connections kept in step. GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection, Profile, free_name
from mailflow_gui.core.practice import is_practice, practice_connections, practice_integration, practice_user
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks


class Server(Protocol):
    """What the practice server offers here."""

    @property
    def ports(self) -> Mapping[str, int]: ...

    @property
    def certificate(self) -> str: ...

    def start(self) -> object: ...

    def stop(self) -> None: ...

    def deliver_samples(self, user: str | None = None) -> int: ...


class Practice(QObject):
    """`started` follows when the server listens and its connections are saved."""

    started = Signal()

    def __init__(
        self, server: Callable[[], Server], profiles: Profiles, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make = server
        self._profiles = profiles
        self._tasks = tasks
        self._server: Server | None = None
        self._starting = threading.Lock()

    @property
    def running(self) -> bool:
        """Whether the server listens."""
        return self._server is not None

    @property
    def ports(self) -> Mapping[str, int]:
        """The port of each service while the server listens, otherwise none."""
        return self._server.ports if self._server is not None else {}

    @property
    def wanted(self) -> bool:
        """Whether saved connections point to the practice server, so that it is to be started with the program."""
        return any(is_practice(one) for one in self._profiles.profile.connections)

    def start(self, *, integration: bool = False, enabled: bool = False, samples: bool = True) -> Task:
        """Starts the server, delivers the samples and saves its connections.

        With `integration` a first integration is saved, unless one uses the connections already.

        The task fails with MailflowError when the server can't start or its connections can't be saved.
        """

        def change(profile: Profile) -> Profile:
            changed = _with(profile, practice_connections(*self._serve(samples)), integration)
            first = practice_user(changed)
            if first is None or not (integration and enabled):
                return changed
            return changed.with_integration(self._profiles.switched(first, True))

        return self._profiles.change(change).done(lambda _: self.started.emit())

    def deliver(self) -> Task:
        """Puts the sample messages into the inbox once more."""

        def work() -> None:
            if self._server is not None:
                self._server.deliver_samples()

        return self._tasks.run(work)

    def reset(self) -> Task:
        """Stops the server and starts it anew with the samples; its connections get the new ports."""

        def change(profile: Profile) -> Profile:
            with self._starting:
                self.stop()
            return _with(profile, practice_connections(*self._serve(samples=True)), integration=False)

        return self._profiles.change(change).done(lambda _: self.started.emit())

    def _serve(self, samples: bool) -> tuple[Mapping[str, int], str]:
        """Ports and certificate of the running server; starts it first, on the pool thread that saves."""
        with self._starting:
            if self._server is None:
                server = self._make()
                try:
                    server.start()
                except OSError as error:
                    raise StoreError(tr("The practice server can't start"), f"{error.strerror or error}.") from error
                if samples:
                    server.deliver_samples()
                self._server = server
            return self._server.ports, self._server.certificate

    def stop(self) -> None:
        """Stops the server; its mail is gone then."""
        if self._server is not None:
            self._server.stop()
            self._server = None


def _with(profile: Profile, connections: tuple[Connection, ...], integration: bool) -> Profile:
    """The profile with the practice connections as the server listens now; earlier ones are updated in place.

    A first integration, if asked for, comes last, unless one uses the connections already.
    """
    names = []
    for fresh in connections:
        known = [one for one in profile.connections if is_practice(one) and one.connector == fresh.connector]
        for one in known:
            profile = profile.with_connection(replace(one, values={**one.values, **fresh.values}))
        if known:
            names.append(known[0].name)
            continue
        named = replace(fresh, name=free_name({one.name for one in profile.connections}, fresh.name))
        profile = profile.with_connection(named)
        names.append(named.name)
    if not integration or practice_user(profile) is not None:
        return profile
    made = practice_integration(*names)
    name = free_name({one.name for one in profile.integrations}, made.name)
    return profile.with_integration(replace(made, name=name))
