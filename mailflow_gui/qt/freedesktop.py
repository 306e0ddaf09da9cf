"""Notices through the desktop's notification service (Linux, BSD), with buttons. A thread of its own talks to it.

By jeepney, which comes with the keyring: PySide's D-Bus can't send the unsigned number that `Notify` wants.
"""

from __future__ import annotations

import html
import queue
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from mailflow_gui.core.notices import Notice
from mailflow_gui.qt.bus_thread import BusThread

if TYPE_CHECKING:  # loaded with the first notice
    from jeepney import DBusAddress, Message
    from jeepney.io.threading import DBusRouter

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
#: Seconds that the service may take for an answer.
PATIENCE = 5.0


class FreedesktopNotices(BusThread):
    """`answered` carries a notice, the act of the button ("" for a click on the notice itself) and the right to take
    the focus; `refused` a notice that could not be shown."""

    answered = Signal(object, str, str)
    refused = Signal(object)
    _answered = Signal(object, str, str)
    _refused = Signal(object)

    def __init__(self, icon: str, parent: QObject | None = None) -> None:
        super().__init__("notices", PATIENCE, parent)
        self._icon = icon
        # Emitted on the thread, delivered on this one.
        self._answered.connect(self.answered, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self.refused, Qt.ConnectionType.QueuedConnection)

    def show(self, notice: Notice) -> None:
        """Hands over a notice; returns at once."""
        self.begin()
        self._inbox.put(notice)

    def _work(self) -> None:
        line: _Line | None = None
        while (item := self._inbox.get()) is not None:
            if not isinstance(item, Notice):
                if line is not None:
                    line.hear(item, self._answered.emit)
                continue
            try:
                line = line or _Line.open(self._icon, self._inbox)
                line.notify(item)
            except Exception:  # no bus, no service, one that hangs: whatever it is, the notice goes another way
                if line is not None:
                    line.close()
                line = None
                self._refused.emit(item)
        if line is not None:
            line.close()


@dataclass(slots=True)
class _Line:
    """A connection to the service. `shown` are its numbers of the notices that stand."""

    router: DBusRouter
    service: DBusAddress
    icon: str
    abilities: set[str]
    filters: list[Any]
    shown: dict[int, Notice] = field(default_factory=dict)
    tokens: dict[int, str] = field(default_factory=dict)

    @classmethod
    def open(cls, icon: str, inbox: queue.Queue[Any]) -> _Line:
        """Connects, and lets the service's signals come into `inbox`."""
        from jeepney import DBusAddress, MatchRule, message_bus
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        router = DBusRouter(open_dbus_connection("SESSION", auth_timeout=PATIENCE))
        rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
        line = cls(router, DBusAddress(_PATH, _NAME, _NAME), icon, set(), [router.filter(rule, queue=inbox)])
        try:
            router.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
            line.abilities = set(line.call("GetCapabilities")[0])
        except Exception:
            line.close()
            raise
        return line

    def call(self, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> tuple[Any, ...]:
        """Calls the service. Raises whatever jeepney raises."""
        from jeepney import new_method_call
        from jeepney.wrappers import unwrap_msg

        message = new_method_call(self.service, method, signature, body)
        return tuple(unwrap_msg(self.router.send_and_get_reply(message, timeout=PATIENCE)))

    def notify(self, notice: Notice) -> None:
        """Shows a notice in the place of the one with the same key."""
        before = next((number for number, one in self.shown.items() if one.key == notice.key), 0)
        text = html.escape(notice.text, quote=False) if "body-markup" in self.abilities else notice.text
        buttons = [("default", "Open"), *((one.act, one.label) for one in notice.answers)]
        actions = [word for pair in buttons for word in pair] if "actions" in self.abilities else []
        hints = {"desktop-entry": ("s", "mailflow"), "urgency": ("y", 2 if notice.urgent else 1)}
        body = ("Mailflow", before, self.icon, notice.title, text, actions, hints, -1)
        (number,) = self.call("Notify", "susssasa{sv}i", body)
        self.shown.pop(before, None)
        self.shown[number] = notice

    def hear(self, message: Message, tell: Any) -> None:
        """A signal of the service."""
        from jeepney import HeaderFields

        member, body = message.header.fields.get(HeaderFields.member), message.body
        number = body[0] if body else 0
        if number not in self.shown:
            return
        if member == "ActivationToken":
            self.tokens[number] = str(body[1])
        elif member == "ActionInvoked":
            act = "" if body[1] == "default" else str(body[1])
            tell(self.shown[number], act, self.tokens.pop(number, ""))
        elif member == "NotificationClosed":
            self.shown.pop(number)
            self.tokens.pop(number, None)

    def close(self) -> None:
        """Disconnects."""
        for one in self.filters:
            one.close()
        self.router.close()
        self.router.conn.close()
