"""The look follows the preferences. GUI thread."""

from __future__ import annotations

from typing import cast

from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui import theme


def follow(preferences: KeptPreferences) -> None:
    """Theme, accent and density as chosen, now and whenever that changes."""

    def apply() -> None:
        look, wanted = theme.current(), preferences.now
        look.set_look(
            cast("theme.Mode", wanted.theme), cast("theme.Accent", wanted.accent), compact=wanted.density == "compact"
        )

    preferences.changed.connect(apply)
    apply()
