"""The power supply: what the kernel says of a laptop, a desktop computer and their mice; macOS's own tool."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mailflow_gui.store import power

BATTERY = {"type": "Battery", "scope": "System"}
DRAINED = {**BATTERY, "status": "Discharging"}
CHARGED = {**BATTERY, "status": "Charging"}
PLUG, NO_PLUG = {"type": "Mains", "online": "1"}, {"type": "Mains", "online": "0"}
MOUSE = {"type": "Battery", "scope": "Device", "status": "Discharging"}
USB_C, NO_USB_C = {"type": "USB", "online": "1"}, {"type": "USB", "online": "0"}


@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ([], False),
        ([DRAINED, NO_PLUG], True),
        ([DRAINED], True),
        ([CHARGED, PLUG], False),
        ([{**BATTERY, "status": "Not charging"}, PLUG], False),  # full, or held at a threshold
        ([{**BATTERY, "status": "Full"}, DRAINED, NO_PLUG], True),
        ([DRAINED, PLUG], False),  # the power supply is too weak for the load
        ([DRAINED, NO_PLUG, USB_C], False),
        ([DRAINED, NO_PLUG, NO_USB_C], True),
        ([MOUSE], False),
        ([MOUSE, PLUG], False),
        ([{**BATTERY, "status": "Unknown"}], False),
        ([{"type": "Battery"}], False),
    ],
)
def test_the_kernel_s_supplies(tmp_path: Path, supplies: list[dict[str, str]], expected: bool) -> None:
    for number, supply in enumerate(supplies):
        folder = tmp_path / f"supply{number}"
        folder.mkdir()
        for name, value in supply.items():
            (folder / name).write_text(f"{value}\n")
    assert power._supplies(tmp_path) == expected


def test_without_supplies_nothing_waits(tmp_path: Path) -> None:
    assert not power._supplies(tmp_path / "missing")


def test_a_file_that_fails_while_the_hardware_sleeps_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "BAT0" / "status").mkdir(parents=True)  # reading it is an OSError, also for root
    (tmp_path / "BAT0" / "type").write_text("Battery\n")
    assert not power._supplies(tmp_path)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t80%; discharging; 3:10 remaining", True),
        ("Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t100%; charged; 'Battery Power'", False),
        ("", False),
    ],
)
def test_pmset(said: str, expected: bool) -> None:
    assert power._pmset((sys.executable, "-c", f"print({said!r})")) == expected


@pytest.mark.parametrize("command", [("/nonexistent/pmset",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_a_tool_that_fails_lets_nothing_wait(command: tuple[str, ...]) -> None:
    assert not power._pmset(command)
