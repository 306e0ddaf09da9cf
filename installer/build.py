"""Builds what people install; one command each, everything below build/ and dist/:

python installer/build.py folder     the frozen program (build/frozen/mailflow)
python installer/build.py deb        Debian package
python installer/build.py archive    portable Linux archive
python installer/build.py windows    Windows installer, per user (on Windows; --payload elsewhere)
python installer/build.py macos      macOS app and disk image (on macOS)
python installer/build.py wheel      wheel and source distribution, checked with twine
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from installer.parts import debian, place

FROZEN = place.BUILD / "frozen"
DIST = place.ROOT / "dist"


def folder() -> Path:
    """Freezes the program as it is in this checkout."""
    python = place.build_python()
    place.install_program(python)
    place.run(python, "-m", "installer.parts.icons", place.BUILD / "icons")
    place.run(
        python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", FROZEN,
        "--workpath", place.BUILD / "pyinstaller", place.INSTALLER / "mailflow.spec", cwd=place.BUILD,
    )  # fmt: skip
    return FROZEN / "mailflow"


def share() -> Path:
    """Writes the files beside the program."""
    target = place.BUILD / "share"
    shutil.rmtree(target, ignore_errors=True)
    place.run(
        place.build_python(), "-m", "installer.parts.share", target, place.BUILD / "icons", str(place.epoch())
    )  # fmt: skip
    return target


def frozen(again: bool) -> Path:
    """The frozen folder, built when it is asked for or not there."""
    made = FROZEN / "mailflow"
    return folder() if again or not made.exists() else made


def deb(options: argparse.Namespace) -> Path:
    """Builds the Debian package."""
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        sys.exit("build.py: the Debian package is built on Linux on x86_64")
    made = frozen(not options.keep)
    return debian.build(made, share(), Path(options.target), place.debian_version(place.version()), options.level)


def archive(options: argparse.Namespace) -> Path:
    """Builds the portable archive: unpack it anywhere and start mailflow in it."""
    name = f"mailflow-{place.version()}-linux-{platform.machine()}"
    root = place.BUILD / "archive" / name
    shutil.rmtree(root.parent, ignore_errors=True)
    shutil.copytree(frozen(not options.keep), root, symlinks=True)
    shutil.copytree(share() / "share", root / "share", symlinks=True)
    shutil.copyfile(place.INSTALLER / "linux/portable.txt", root / "README.txt")
    target = Path(options.target)
    target.mkdir(parents=True, exist_ok=True)
    package = target / f"{name}.tar.xz"
    place.run(
        place.need("tar", "tar"), "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
        f"--mtime=@{place.epoch()}", "-C", root.parent, "-cJf", package, name, more={"XZ_OPT": f"-T0 -{options.level}"},
    )  # fmt: skip
    return package


def windows(options: argparse.Namespace) -> Path:
    """Builds the Windows installer, signed when MAILFLOW_SIGN_THUMBPRINT names a certificate."""
    if options.payload is None and os.name != "nt":
        sys.exit("build.py: the program is frozen on Windows only; --payload FOLDER compiles the installer of a folder")
    python = place.build_python()
    payload = Path(options.payload).resolve() if options.payload else frozen(not options.keep)
    place.run(python, "-m", "installer.parts.icons", place.BUILD / "icons")
    target = Path(options.target).resolve()
    target.mkdir(parents=True, exist_ok=True)
    package = target / f"mailflow-{place.version()}-setup.exe"
    numbers = [*re.findall(r"\d+", place.version().partition("+")[0]), "0", "0", "0"][:4]
    defines = {
        "VERSION": place.version(), "NUMBERS": ".".join(numbers), "PAYLOAD": payload, "OUTPUT": package,
        "ICON": place.BUILD / "icons/mailflow.ico", "LICENSE": place.ROOT / "LICENSE",
        "SIZE": sum(one.stat().st_size for one in payload.rglob("*") if one.is_file()) // 1024,
    }  # fmt: skip
    thumbprint = os.environ.get("MAILFLOW_SIGN_THUMBPRINT", "")
    if thumbprint:
        time_server = os.environ.get("MAILFLOW_SIGN_TIME_SERVER", "")
        sign = f"signtool sign /fd sha256 /sha1 {thumbprint}" + (
            f" /td sha256 /tr {time_server}" if time_server else ""
        )
        for program in payload.glob("*.exe"):
            place.run(*sign.split(), program)
        defines["SIGN"] = sign
    dash = "/" if os.name == "nt" else "-"
    given = [f"{dash}D{key}={value}" for key, value in defines.items()]
    place.run(
        place.need("makensis", "nsis"), f"{dash}V2", f"{dash}WX", *given, place.INSTALLER / "windows/mailflow.nsi"
    )
    return package


def macos(options: argparse.Namespace) -> Path:
    """Builds the app and its disk image; signed and notarised when the environment names an identity and a profile."""
    if platform.system() != "Darwin":
        sys.exit("build.py: the macOS app is built on macOS only")
    frozen(not options.keep)
    target = Path(options.target)
    target.mkdir(parents=True, exist_ok=True)
    package = target / f"mailflow-{place.version()}-macos-{platform.machine()}.dmg"
    place.run("sh", place.INSTALLER / "macos/image.sh", FROZEN / "Mailflow.app", package)
    return package


def wheel(options: argparse.Namespace) -> Path:
    """Builds wheel and source distribution and checks them."""
    python = place.build_python()
    target = Path(options.target)
    place.run(python, "-m", "build", "--outdir", target, place.ROOT)
    made = sorted(target.glob(f"mailflow-{place.version()}*"))
    place.run(
        python,
        "-m",
        "twine",
        "check",
        "--strict",
        *[one for one in made if one.suffix == ".whl" or one.name.endswith(".tar.gz")],
    )
    return target


def main() -> None:
    """Reads the arguments and builds one thing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["folder", "deb", "archive", "windows", "macos", "wheel"])
    parser.add_argument("--target", default=str(DIST), metavar="DIR", help="where the result goes (dist/)")
    parser.add_argument("--keep", action="store_true", help="use the frozen folder that is there")
    parser.add_argument("--level", type=int, default=6, metavar="0-9", help="deb, archive: how hard to compress (6)")
    parser.add_argument("--payload", metavar="DIR", help="windows: the frozen folder, made elsewhere")
    options = parser.parse_args()
    options.target = str(Path(options.target).resolve())  # tools run in folders of their own
    verbs = {"deb": deb, "archive": archive, "windows": windows, "macos": macos, "wheel": wheel}
    print(folder() if options.what == "folder" else verbs[options.what](options))


if __name__ == "__main__":
    main()
