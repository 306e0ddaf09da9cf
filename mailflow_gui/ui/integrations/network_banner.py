"""What is wrong with the way to the mail servers, and the button to put it right. GUI thread."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.language import tr
from mailflow_gui.core.proxy_causes import is_about_the_proxy
from mailflow_gui.ui.widgets.banner import Banner


class NetworkBanner(Banner):
    """Seen while the proxy is in the way of a run. `settings_requested` asks for Settings, Network."""

    settings_requested = Signal()

    def __init__(self) -> None:
        super().__init__("warning", "")
        self._said = ("", "")
        self.hide()

    def show_healths(self, healths: Iterable[Health]) -> None:
        """The first of these in whose way the proxy is; without one the banner is hidden."""
        found = next((one for one in healths if is_in_the_way(one)), None)
        self.setVisible(found is not None)
        said = (found.trouble, found.hint) if found is not None else ("", "")
        if found is not None and said != self._said:
            button = (tr("Open Network Settings"), self.settings_requested.emit)
            self.set_content("warning", *said, [button])
        self._said = said


def is_in_the_way(health: Health) -> bool:
    """Whether a run waits or has ended because of the proxy."""
    return health.state in (State.WAITING, State.ATTENTION) and is_about_the_proxy(health.cause)
