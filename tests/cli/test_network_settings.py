"""A run follows the proxy that is chosen meanwhile, and connects anew only when the way is another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow_gui.cli.network_settings import NetworkSettings
from mailflow_gui.cli.switches import EVERY
from mailflow_gui.core.limits import Limits, limits, set_limits
from mailflow_gui.core.model import Integration
from mailflow_gui.core.proxy import Proxy
from mailflow_gui.store.preferences import PreferencesFile
from mailflow_gui.store.session_vault import SessionVault
from tests.qt.stage import ScriptedSupervisor

ONE = Integration("One", id="one", enabled=True)


class Vault(SessionVault):
    """Counts how often what it remembers was dropped."""

    forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1


class Stage:
    def __init__(self, folder: Path) -> None:
        self.file, self.vault, self.now = PreferencesFile(folder / "preferences.yaml"), Vault(), 0.0
        self.supervisor = ScriptedSupervisor()
        self.network = NetworkSettings(self.file, self.vault, lambda: self.now)

    def look(self, after: float = EVERY) -> list[tuple[str, str]]:
        self.now += after
        self.supervisor.told.clear()
        self.network.follow(self.supervisor, [ONE])
        return self.supervisor.told


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    set_limits(Limits())
    yield Stage(tmp_path)
    set_limits(Limits())


def test_another_proxy_lets_everything_connect_anew(stage: Stage) -> None:
    assert stage.look() == []
    stage.file.edit(lambda old: old.replace(proxy="http", proxy_host="proxy", proxy_port=3128))
    assert stage.look(EVERY / 2) == [] and limits().proxy is None, "it does not look all the time"
    assert stage.look() == [("restart", "One")]
    assert (limits().proxy, stage.vault.forgotten) == (Proxy("http", "proxy", 3128), 1)
    assert stage.look() == []
    stage.file.edit(lambda old: old.replace(proxy="none"))
    assert stage.look() == [("restart", "One")]
    assert limits().proxy is None


def test_other_limits_hold_from_the_next_connection_on(stage: Stage) -> None:
    stage.file.edit(lambda old: old.replace(connect_seconds=33, theme="dark"))
    assert stage.look() == []
    assert limits().connect == 33


def test_working_offline_acts_at_once(stage: Stage) -> None:
    stage.file.edit(lambda old: old.replace(offline=True))
    assert stage.look() == [("restart", "One")]


def test_a_file_in_disorder_changes_nothing(stage: Stage) -> None:
    stage.file.edit(lambda old: old.replace(proxy="http", proxy_host="proxy", proxy_port=3128))
    stage.look()
    stage.file.path.write_text("proxy: sock5\n")
    assert stage.look() == [] and limits().proxy == Proxy("http", "proxy", 3128)
    stage.file.path.write_text("proxy: socks5\nproxyHost: proxy\nproxyPort: 1080\n")
    assert stage.look() == [("restart", "One")]
    assert limits().proxy == Proxy("socks5", "proxy", 1080)
