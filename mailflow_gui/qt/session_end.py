"""The end of the desktop session, as its session manager tells it over D-Bus (Linux, BSD). A thread of its own listens.

Qt's own way is XSMP, which PySide's wheels are built without: nothing else tells before the screen is gone.
"""

from __future__ import annotations

import contextlib
import os
import queue
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from mailflow_gui.qt.bus_thread import BusThread

if TYPE_CHECKING:  # loaded once the window is there
    from jeepney import DBusAddress, Message
    from jeepney.io.threading import DBusRouter

#: Seconds that the session manager may take for an answer.
PATIENCE = 2.0
#: SmRestartNever of XSMP: start at sign-in is a switch of its own, and a saved session starts no second program.
_RESTART_NEVER = 3


@dataclass(frozen=True, slots=True)
class _Manager:
    """What a session manager is called on the bus; `client` is the interface of those that registered with it.

    `saves`: at the next sign-in it starts again what is registered now, unless told otherwise.
    """

    name: str
    path: str
    interface: str
    client: str
    saves: bool


#: MATE and Cinnamon have GNOME's interface.
_MANAGERS = (
    _Manager(
        "org.gnome.SessionManager",
        "/org/gnome/SessionManager",
        "org.gnome.SessionManager",
        "org.gnome.SessionManager.ClientPrivate",
        saves=False,
    ),
    _Manager(
        "org.xfce.SessionManager",
        "/org/xfce/SessionManager",
        "org.xfce.Session.Manager",
        "org.xfce.Session.Client",
        saves=True,
    ),
)


class SessionEnd(BusThread):
    """`approaching` when the session may end (the person can still stay), `came` when it does.

    `begin` registers with the session manager and listens; nothing comes where there is none. It is always answered at
    once: nothing here holds up a log-out. After `close` it waits for this program no more.
    """

    approaching = Signal()
    came = Signal()
    _told = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("session end", PATIENCE, parent)
        # Emitted on the thread, delivered on this one.
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def _on_told(self, now: bool) -> None:
        (self.came if now else self.approaching).emit()

    def _work(self) -> None:
        try:
            line = _Line.open(self._inbox)
        except Exception:  # no bus, no service, one that hangs: then the system's signals end the program
            return
        if line is None:
            return
        try:
            while (message := self._inbox.get()) is not None:
                if line.answer(message, self._told.emit):
                    break
        finally:
            line.close()


@dataclass(slots=True)
class _Line:
    """This program as a client of the session manager."""

    router: DBusRouter
    client: DBusAddress
    signals: Any

    @classmethod
    def open(cls, inbox: queue.Queue[Message | None]) -> _Line | None:
        """Registers, and lets the manager's signals come into `inbox`; None where no manager is known.

        Raises whatever jeepney raises.
        """
        from jeepney import message_bus
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        router = DBusRouter(open_dbus_connection("SESSION", auth_timeout=PATIENCE))
        try:
            for manager in _MANAGERS:
                (there,) = _call(router, message_bus.NameHasOwner(manager.name))
                if there:
                    return cls._register(router, manager, inbox)
        except Exception:
            _hang_up(router)
            raise
        _hang_up(router)
        return None

    @classmethod
    def _register(cls, router: DBusRouter, manager: _Manager, inbox: queue.Queue[Message | None]) -> _Line:
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call

        # Heard before it is registered, so that nothing is missed.
        signals = router.filter(MatchRule(type="signal", interface=manager.client), queue=inbox)
        _call(router, message_bus.AddMatch(MatchRule(type="signal", interface=manager.client, sender=manager.name)))
        service = DBusAddress(manager.path, manager.name, manager.interface)
        # An id of its own for each profile's program: without one the name is it.
        id = os.environ.get("DESKTOP_AUTOSTART_ID") or f"mailflow{os.getpid()}"
        (path,) = _call(router, new_method_call(service, "RegisterClient", "ss", ("mailflow", id)))
        client = DBusAddress(path, manager.name, manager.client)
        if manager.saves:
            never = {"RestartStyleHint": ("y", _RESTART_NEVER)}
            _call(router, new_method_call(client, "SetSmProperties", "a{sv}", (never,)))
        return cls(router, client, signals)

    def answer(self, message: Message, tell: Any) -> bool:
        """Answers a signal of the manager; True when the session ends."""
        from jeepney import HeaderFields, new_method_call

        fields = message.header.fields
        member = fields.get(HeaderFields.member) if fields.get(HeaderFields.path) == self.client.object_path else ""
        if member in ("QueryEndSession", "EndSession"):
            with contextlib.suppress(OSError):  # the bus is gone already
                self.router.send(new_method_call(self.client, "EndSessionResponse", "bs", (True, "")))
        if member == "QueryEndSession":
            tell(False)
        elif member in ("EndSession", "Stop"):
            tell(True)
            return True
        return False

    def close(self) -> None:
        """Disconnects, which is how a client leaves."""
        self.signals.close()
        _hang_up(self.router)


def _call(router: DBusRouter, message: Message) -> tuple[Any, ...]:
    from jeepney.wrappers import unwrap_msg

    return tuple(unwrap_msg(router.send_and_get_reply(message, timeout=PATIENCE)))


def _hang_up(router: DBusRouter) -> None:
    router.close()
    router.conn.close()
