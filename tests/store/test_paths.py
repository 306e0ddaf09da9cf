"""Everything lies below one directory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.paths import Paths, default_root
from mailflow_gui.store.witness import default_folder


def test_all_paths_lie_below_the_root(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "a" / "b")
    paths.prepare()
    assert paths.root.is_dir()
    for one in (paths.profile, paths.ledger, paths.vault):
        assert one.parent == paths.root


def test_a_file_in_the_way_is_an_error_with_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be used"):
        Paths(tmp_path / "file" / "below").prepare()


@pytest.mark.skipif(os.name != "posix", reason="XDG directories")
def test_the_default_follows_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_root().name == "Mailflow"


@pytest.mark.skipif(os.name != "posix", reason="the database of users")
def test_a_user_without_a_home_is_asked_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a service of the machine that runs under a user of its own."""
    import pwd

    def nobody(number: int) -> None:
        raise KeyError(number)

    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(StoreError, match="no place for the profile") as caught:
        default_root()
    assert "--profile" in caught.value.fix
    assert default_folder() is None
