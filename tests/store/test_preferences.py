"""The preferences' file: what is wrong is told and loses nothing, and only what was changed is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.core.proxy import Proxy
from mailflow_gui.store.preferences import PreferencesFile


@pytest.fixture
def file(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.yaml")


def test_without_a_file_everything_has_its_usual_value(file: PreferencesFile) -> None:
    assert file.load() == (Preferences(), ())
    assert not file.path.exists()


def test_a_change_is_there_the_next_time(file: PreferencesFile) -> None:
    assert file.edit(lambda old: old.replace(theme="dark")).theme == "dark"
    assert PreferencesFile(file.path).load() == (Preferences(theme="dark"), ())
    assert file.path.stat().st_mode & 0o077 == 0


def test_unknown_keys_are_told_and_stay(file: PreferencesFile) -> None:
    file.path.write_text("theme: dark\nfromTheFuture: {a: 1}\n")
    found, problems = file.load()
    assert (found.theme, [one.field for one in problems]) == ("dark", ["fromTheFuture"])
    file.edit(lambda old: old.replace(density="compact"))
    assert file.path.read_text().splitlines() == ["theme: dark", "fromTheFuture:", "  a: 1", "density: compact"]


def test_a_bad_value_is_told_and_costs_no_other_setting(file: PreferencesFile) -> None:
    file.path.write_text("theme: purple\ndensity: compact\n")
    found, problems = file.load()
    assert (found.theme, found.density, [one.field for one in problems]) == ("system", "compact", ["theme"])
    file.edit(lambda old: old.replace(closing="quit"))
    assert "theme: purple" in file.path.read_text(), "left for the person to see"
    file.edit(lambda old: old.replace(theme="light"))
    assert file.load() == (Preferences(theme="light", density="compact", closing="quit"), ())


@pytest.mark.parametrize("damage", [b"theme: [dark", b"\xff\xfe\x00", b"- dark\n", b"theme: &a dark\n"])
def test_a_damaged_file_is_told_and_kept_aside(file: PreferencesFile, damage: bytes) -> None:
    file.path.write_bytes(damage)
    found, problems = file.load()
    assert (found, bool(problems)) == (Preferences(), True)
    assert file.path.read_bytes() == damage, "reading changes nothing"
    file.edit(lambda old: old.replace(theme="dark"))
    assert file.load() == (Preferences(theme="dark"), ())
    assert file.damaged.read_bytes() == damage


def test_what_can_not_be_written_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(StoreError, match="The setting could not be saved"):
        PreferencesFile(tmp_path / "taken" / "preferences.yaml").edit(lambda old: old.replace(theme="dark"))


# ---- the proxy: what can't be read lets nobody past ----


@pytest.mark.parametrize(
    "text",
    [
        "proxy: sock5\n",
        "proxy: socks5\nproxyHost: a b\nproxyPort: 1080\n",
        "proxy: http\nproxyHost: proxy\nproxyPort: 99999\n",
        "proxy: http\nproxyHost: proxy\nproxyPort: 80\nnoProxyFor: 'http://x'\n",
        "proxy: [http\n",
    ],
)
def test_a_proxy_that_can_not_be_read_is_not_forgotten(file: PreferencesFile, text: str) -> None:
    file.path.write_text(text)
    found, problems = file.load()
    assert problems and found.proxy_in_use is not None and not found.proxy_in_use.usable
    file.edit(lambda old: old.replace(theme="dark"))
    again = file.load()[0]
    assert again.theme == "dark" and again.proxy_in_use is not None and not again.proxy_in_use.usable
    assert file.edit(lambda old: old.replace(proxy="none")).proxy_in_use is None
    assert file.load()[0].proxy_in_use is None


def test_what_is_wrong_with_a_proxy_that_is_not_used_does_not_matter(file: PreferencesFile) -> None:
    file.path.write_text("proxy: none\nproxyPort: 99999\n")
    assert file.load()[0].limits == Preferences().limits


def test_a_proxy_is_kept_whole(file: PreferencesFile) -> None:
    chosen = {"proxy_host": "p.org", "proxy_port": 1080, "proxy_username": "ann", "no_proxy_for": "a.org, ::1"}
    file.edit(lambda old: old.replace(proxy="socks5", **chosen))
    assert file.load()[0].limits.proxy == Proxy("socks5", "p.org", 1080, "ann", ("a.org", "::1"))
