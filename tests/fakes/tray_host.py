"""A panel without a picture: takes tray icons by the StatusNotifier protocol, reads their menus and clicks."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.fakes.bus_service import SECONDS, BusService

NAME, PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"


class TrayHost(BusService):
    """Comes when it is made, and goes with `close`. `items` are the bus names of the icons."""

    def __init__(self, address: str) -> None:
        self.items: list[str] = []
        self._asking = open_dbus_connection(address)
        super().__init__(address, NAME)

    def read(self, name: str) -> Any:
        """A property of the newest icon."""
        get = DBusAddress("/StatusNotifierItem", self.items[-1], "org.freedesktop.DBus.Properties")
        return self._ask(new_method_call(get, "Get", "ss", (ITEM, name)))[0][1]

    def click(self) -> None:
        """A click on the newest icon."""
        self._ask(new_method_call(DBusAddress("/StatusNotifierItem", self.items[-1], ITEM), "Activate", "ii", (0, 0)))

    def menu(self) -> list[str]:
        """The entries of its menu, “+” before those that are checked; as a panel asks for them before it opens."""
        found = [entry[1] for entry in self._entries() if "label" in entry[1]]
        return [f"{'+' if one.get('toggle-state', ('i', 0))[1] == 1 else ''}{one['label'][1]}" for one in found]

    def choose(self, label: str) -> None:
        """A click on an entry, whose “_” of a mnemonic does not count."""
        number = next(
            n for n, values, _ in self._entries() if values.get("label", ("s", ""))[1].replace("_", "") == label
        )
        self._ask(new_method_call(self._menu, "Event", "isvu", (number, "clicked", ("s", ""), 0)))

    def close(self) -> None:
        """The panel goes away."""
        super().close()
        self._asking.close()

    @property
    def _menu(self) -> DBusAddress:
        return DBusAddress(str(self.read("Menu")), self.items[-1], MENU)

    def _entries(self) -> list[Any]:
        layout = self._ask(new_method_call(self._menu, "GetLayout", "iias", (0, -1, [])))[1]
        return [child[1] for child in layout[2]]

    def _ask(self, message: Any) -> Any:
        return unwrap_msg(self._asking.send_and_get_reply(message, timeout=SECONDS))

    def answer(self, message: Message) -> Message | None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.method_call or fields.get(HeaderFields.path) != PATH:
            return None
        if fields[HeaderFields.member] == "RegisterStatusNotifierItem":
            self.items.append(fields[HeaderFields.sender])
            return new_method_return(message)
        return new_method_return(message, "v", (("b", True),))  # a property
