"""Importing from the window: an export of Fuse Online and a file of ours, with words for each item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.qt.transfers import Transfers
from tests.store.fuse.exports import integration, model, packed, receive, send, step
from tests.ui.integrations.workbench import Workbench, until, workbench

OURS = "mailflow: 1\nconnections:\n  - {name: Out, connector: email-send, host: smtp.example.org, port: 25}\n"


@pytest.fixture
def bench(tmp_path: Path, qapp: QApplication) -> Iterator[Workbench]:
    made = workbench(tmp_path)
    yield made
    made.close()


def bring_in(bench: Workbench, path: Path) -> tuple[tuple[str, ...], list[Exception]]:
    """What was told, and the error when the import failed."""
    told: list[tuple[str, ...]] = []
    failed: list[Exception] = []
    transfers = Transfers(bench.profiles, bench.tasks)
    transfers.bring_in(path, told.append).failed(failed.append)
    until(lambda: told or failed, "the import to end")
    return (told[0] if told else ()), failed


def test_an_export_is_known_by_its_content(bench: Workbench, tmp_path: Path) -> None:
    ours, export = tmp_path / "ours.mailflow", tmp_path / "flow.mailflow"
    ours.write_text(OURS)
    export.write_bytes(packed(model(integration(receive(), step("split"), send(to="b@example.org")))))
    assert bring_in(bench, ours)[0] == ("Connection “Out” added (smtp.example.org)",)
    lines, _ = bring_in(bench, export)
    assert [line.split(" (")[0] for line in lines] == [
        "Connection “In” added",
        "Connection “Out 2” renamed",
        "Integration “Flow” added",
        "Step “split” left out",
    ]
    assert [one.name for one in bench.profiles.profile.connections] == ["Out", "In", "Out 2"]
    assert [one.enabled for one in bench.profiles.profile.integrations] == [False]


@pytest.mark.parametrize("data", [packed(model(), 99), b"PK\x03\x04broken"])
def test_a_refused_export_changes_nothing(bench: Workbench, tmp_path: Path, data: bytes) -> None:
    export = tmp_path / "flow.zip"
    export.write_bytes(data)
    _, (error,) = bring_in(bench, export)
    assert isinstance(error, ConfigurationError)
    assert "“flow.zip” can't be imported" in error.title
    assert not bench.profiles.profile.integrations
