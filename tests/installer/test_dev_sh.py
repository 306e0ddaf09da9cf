"""installer/dev.sh on systems that do not have all the packages of installer/system-packages.txt."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt-get is there on Linux only")

APT_GET = """#!/bin/sh
case " $* " in
    *" update "*) exit 0 ;;
    *" {unknown} "*) echo "E: Package '{unknown}' has no installation candidate" >&2; exit 100 ;;
    *" --simulate "*) exit 0 ;;
esac
printf '%s\\n' "$*" >>"$ASKED"
"""
# Stands for Python: makes a "venv" whose Python is this script, and says yes to everything else.
PYTHON = """#!/bin/sh
[ "$1 $2" != '-m venv' ] || { mkdir -p "$4/bin" && cp "$0" "$4/bin/python"; }
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What dev.sh needs of a checkout, and programs that stand for those of the system, in `programs`."""
    (tmp_path / "installer").mkdir()
    for name in ("installer/dev.sh", "installer/system-packages.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    programs = tmp_path / "programs"
    programs.mkdir()
    scripts = {
        "apt-get": APT_GET.format(unknown="libegl1"),
        "dpkg-query": "#!/bin/sh\n",
        "sudo": '#!/bin/sh\nexec "$@"\n',
        "python-of-the-test": PYTHON,
    }
    for name, text in scripts.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    return tmp_path


def prepare(checkout: Path, **more: str) -> subprocess.CompletedProcess[str]:
    programs = checkout / "programs"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAILFLOW_")}
    environment = kept | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "MAILFLOW_PYTHON": str(programs / "python-of-the-test"),
        "ASKED": str(checkout / "asked"),
    }
    return subprocess.run(
        ["sh", "installer/dev.sh", "venv"],
        cwd=checkout,
        env=environment | more,
        capture_output=True,
        text=True,
        timeout=60,
        encoding="utf-8",
    )


def test_a_package_that_the_system_does_not_offer_is_left_out_with_a_word(checkout: Path) -> None:
    ended = prepare(checkout)
    assert ended.returncode == 0, ended.stderr
    (asked,) = (checkout / "asked").read_text(encoding="utf-8").splitlines()
    assert "libgl1" in asked.split() and "libegl1" not in asked.split()
    assert "does not offer: libegl1" in ended.stderr


def test_where_all_servers_are_required_a_package_that_is_not_offered_stops(checkout: Path) -> None:
    ended = prepare(checkout, MAILFLOW_REQUIRE_SERVERS="1")
    assert ended.returncode == 1
    assert "Package 'libegl1' has no installation candidate" in ended.stderr
    assert not (checkout / "asked").exists()


def test_it_goes_on_when_all_that_is_missing_is_what_the_system_does_not_offer(checkout: Path) -> None:
    others = (checkout / "installer" / "system-packages.txt").read_text(encoding="utf-8").split()
    there = " ".join(f"{name}:installed" for name in others if name != "libegl1")
    (checkout / "programs" / "dpkg-query").write_text(f"#!/bin/sh\necho '{there} '\n", encoding="utf-8")
    ended = prepare(checkout)
    assert ended.returncode == 0, ended.stderr
    assert not (checkout / "asked").exists()
    assert "does not offer: libegl1" in ended.stderr


def test_where_apt_get_has_no_lists_it_stops_with_the_words_of_apt_get(checkout: Path) -> None:
    (checkout / "programs" / "apt-get").write_text("#!/bin/sh\necho 'E: no lists' >&2\nexit 100\n", encoding="utf-8")
    ended = prepare(checkout)
    assert ended.returncode == 1
    assert "E: no lists" in ended.stderr
    assert "MAILFLOW_NO_APT=1" in ended.stderr
