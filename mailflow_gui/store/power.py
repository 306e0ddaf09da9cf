"""Whether the computer runs on battery power. Any thread; a look takes milliseconds, more where the hardware is slow.

What can't be found out counts as mains power: then nothing waits for it.
"""

from __future__ import annotations

import sys
from pathlib import Path

#: The kernel's power supplies (Linux, Documentation/ABI/testing/sysfs-class-power).
_SUPPLIES = Path("/sys/class/power_supply")
#: Seconds that the system's tool may take.
_PATIENCE = 5


def on_battery() -> bool:
    """Whether it does now."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _pmset(_PMSET)
    return _supplies(_SUPPLIES)


def _supplies(folder: Path) -> bool:
    """A battery of the computer gives its power, and no line does: the rule of UPower.

    A battery with the scope “Device” belongs to a mouse or a keyboard. One that is discharged while a line is there
    only helps a weak power supply.
    """
    discharging = False
    for supply in folder.glob("*"):
        if _read(supply / "scope") == "Device":
            continue
        if _read(supply / "type") == "Battery":
            discharging = discharging or _read(supply / "status") == "Discharging"
        elif _read(supply / "online") not in ("", "0"):
            return False
    return discharging


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:  # not every supply has every file; some fail while their hardware sleeps
        return ""


#: What tells where the power comes from (macOS, pmset(1)).
_PMSET = ("/usr/bin/pmset", "-g", "batt")


def _pmset(command: tuple[str, ...]) -> bool:
    """Its first line: Now drawing from 'Battery Power', 'AC Power' or 'UPS Power'."""
    import subprocess  # a start does without

    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    return "'Battery Power'" in said.partition("\n")[0]


if sys.platform == "win32":
    import ctypes

    class _Status(ctypes.Structure):
        """SYSTEM_POWER_STATUS (winbase.h); the first byte is 0 on battery, 1 on mains, 255 when unknown."""

        _fields_ = (
            ("ACLineStatus", ctypes.c_ubyte),
            ("BatteryFlag", ctypes.c_ubyte),
            ("BatteryLifePercent", ctypes.c_ubyte),
            ("SystemStatusFlag", ctypes.c_ubyte),
            ("BatteryLifeTime", ctypes.c_ulong),
            ("BatteryFullLifeTime", ctypes.c_ulong),
        )

    def _windows() -> bool:
        status = _Status()
        return bool(ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))) and status.ACLineStatus == 0
