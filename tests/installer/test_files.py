"""The hand-written files of the packages agree with each other and with the program."""

from __future__ import annotations

import configparser
import importlib.util
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from installer.parts import debian, icons, place

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "installer" / "linux"
METADATA = LINUX / "io.mailflow.Mailflow.metainfo.xml"


def script(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("script", ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_metadata_and_desktop_entry_name_each_other() -> None:
    component = ET.parse(METADATA).getroot()
    assert component.findtext("launchable") == "mailflow.desktop"
    assert component.findtext("project_license") == "MIT"
    assert f"{component.findtext('id')}.metainfo.xml" == METADATA.name
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "mailflow.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Exec"] == "mailflow"
    assert 'setDesktopFileName("mailflow")' in (ROOT / "mailflow_gui/desktop.py").read_text(encoding="utf-8")


def test_the_mime_type_is_that_of_the_export_dialog() -> None:
    pattern = re.search(r'glob pattern="(\S+)"', (LINUX / "mailflow-mime.xml").read_text(encoding="utf-8"))
    assert pattern is not None
    assert pattern[1] in (ROOT / "mailflow_gui/ui/moving.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["user", "system"])
def test_units_do_not_retry_what_needs_a_person(kind: str) -> None:
    text = (LINUX / "systemd" / f"{kind}.service").read_text(encoding="utf-8")
    assert "RestartPreventExitStatus=2 3 4" in text
    assert "ExecStart=/usr/bin/mailflow --vault ${MAILFLOW_VAULT} run" in text


@pytest.mark.parametrize(("stated", "wanted"), [("0.1.0", "0.1.0"), ("1.0rc1", "1.0~rc1"), ("1.0.dev3", "1.0~dev3")])
def test_debian_sorts_versions_as_python_does(stated: str, wanted: str) -> None:
    assert place.debian_version(stated) == wanted


def test_a_computer_without_git_knows_a_time_for_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert place.epoch() == int((ROOT / "pyproject.toml").stat().st_mtime)


def test_the_container_leaves_out_qt_and_nothing_else() -> None:
    printed = subprocess.run(
        [sys.executable, str(ROOT / "installer/container/requirements.py")],
        capture_output=True, text=True, timeout=20, check=True,
    ).stdout  # fmt: skip
    assert "imapclient" in printed
    assert "PySide6" not in printed


def test_certificate_authorities_are_looked_for_only_where_openssl_finds_none(tmp_path: Path) -> None:
    find = script("installer/frozen/ca_files.py").find
    elsewhere = tmp_path / "bundle.pem"
    elsewhere.touch()
    missing = str(tmp_path / "missing")
    assert find(str(elsewhere), (missing,)) is None
    assert find(missing, (missing, str(elsewhere))) == str(elsewhere)
    assert find(None, (str(elsewhere),)) == str(elsewhere)
    assert find(None, (missing,)) is None


def test_icon_files_hold_the_images() -> None:
    small, large = b"\x89PNG small", b"\x89PNG large one"
    packed = icons.ico({256: large, 16: small})
    assert struct.unpack_from("<HHH", packed) == (0, 1, 2)
    width, *_, size, offset = struct.unpack_from("<BBBBHHII", packed, 6)
    assert (width, packed[offset : offset + size]) == (16, small)
    width, *_, size, offset = struct.unpack_from("<BBBBHHII", packed, 22)
    assert (width, packed[offset : offset + size]) == (0, large)
    apple = icons.icns({b"ic07": small})
    assert apple == b"icns" + struct.pack(">I", len(apple)) + b"ic07" + struct.pack(">I", 8 + len(small)) + small


def test_the_package_needs_what_the_program_looks_for() -> None:
    from mailflow_gui.cli import preflight

    wanted = " ".join(debian.RECOMMENDS)
    for library in ("libEGL.so.1", "libGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1"):
        assert preflight.CORE[library] in wanted


def test_the_reader_s_child_loads_neither_the_command_line_nor_a_vault() -> None:
    code = (
        "import sys\nfrom mailflow_gui.__main__ import main\ncode = main(['--reader-child'])\n"
        "kept_out = ('mailflow_gui.cli', 'mailflow_gui.store', 'PySide6')\n"
        "loaded = [name for name in sys.modules if name.startswith(kept_out)]\n"
        "print(loaded, file=sys.stderr)\nsys.exit(code or len(loaded))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
