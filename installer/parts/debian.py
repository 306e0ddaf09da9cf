"""The Debian package: the frozen folder in /usr/lib/mailflow, built with dpkg-deb alone."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import time
from email.utils import formatdate
from pathlib import Path

from installer.parts import place

#: Until the project has an address of its own.
MAINTAINER = "The Mailflow developers <mailflow@example.org>"
#: What the frozen folder leaves to the system.
DEPENDS = ("libc6 (>= 2.36)", "ca-certificates", "hicolor-icon-theme")
#: What the window needs besides, which apt installs where it is not told otherwise, as on a server: OpenGL alone
#: brings 200 MB along. Without it the command line and the service work, and the window says what is missing.
RECOMMENDS = (
    "libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "fonts-dejavu-core | fonts-freefont-ttf",
    "gnome-keyring | kwalletmanager | keepassxc", "xdg-desktop-portal", "shared-mime-info",
)  # fmt: skip
DESCRIPTION = """\
automate email on your own computer, without code
 Mailflow receives messages over IMAP or POP3, filters and maps them in steps,
 and sends email over SMTP. It has a window and a command line; the command
 line and the service need no display.
 .
 This package brings its own Python and the parts of Qt that it uses."""
#: The package is a frozen program: these tags describe what that means, not a mistake.
OVERRIDES = (
    ("embedded-library", "the frozen program brings its libraries, at the versions it was tested with"),
    ("custom-library-search-path", "they are found beside each other, inside /usr/lib/mailflow only"),
    ("library-not-linked-against-libc", "extension modules of Python that call nothing but Python"),
    ("shared-library-lacks-prerequisites", "the same, and ICU's data"),
    ("package-installs-python-bytecode", "it is for the Python in the package, not for the system's"),
)
#: What dpkg runs as root. A service that runs goes on with the new program: its files have just been replaced.
_SCRIPTS = {
    "postinst": """\
#!/bin/sh
set -e
if [ "$1" = configure ] && [ -d /run/systemd/system ]; then
    systemctl --system daemon-reload || true
    if [ -n "$2" ]; then
        deb-systemd-invoke try-restart mailflow.service || true
        managers=$(systemctl list-units --no-legend --plain 'user@*.service' | sed 's/^user@//; s/[.]service.*//')
        for person in $managers; do
            systemctl --user --machine "$person@" daemon-reload || true
            systemctl --user --machine "$person@" try-restart mailflow.service || true
        done
    fi
fi
""",
    "prerm": """\
#!/bin/sh
set -e
if [ "$1" = remove ] && [ -d /run/systemd/system ] && command -v deb-systemd-invoke >/dev/null; then
    deb-systemd-invoke stop mailflow.service || true
    deb-systemd-invoke --user stop mailflow.service || true
fi
""",
    "postrm": """\
#!/bin/sh
set -e
if [ "$1" = remove ] && [ -d /run/systemd/system ]; then
    systemctl --system daemon-reload || true
fi
if [ "$1" = purge ]; then
    rm -f /etc/systemd/system/multi-user.target.wants/mailflow.service
    rm -rf /var/cache/mailflow /var/cache/private/mailflow
fi
""",
}


def build(folder: Path, share: Path, target: Path, version: str, level: int) -> Path:
    """The .deb of a frozen folder and its share tree. `level` is xz's, 0 to 9."""
    root = place.BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(share, root / "usr", symlinks=True)
    shutil.copytree(folder, root / "usr/lib/mailflow", symlinks=True)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/mailflow").symlink_to("../lib/mailflow/mailflow")
    _write_documents(root / "usr/share", version)
    _set_modes_and_times(root)
    _write_control(root, version)
    _set_modes_and_times(root / "DEBIAN")
    (root / "DEBIAN").chmod(0o755)
    package = target / f"mailflow_{version}_amd64.deb"
    target.mkdir(parents=True, exist_ok=True)
    tool = place.need("dpkg-deb", "dpkg")
    place.run(tool, "-Zxz", f"-z{level}", "--root-owner-group", "--build", root, package)
    return package


def _write_documents(share: Path, version: str) -> None:
    documents = share / "doc/mailflow"
    (documents / "LICENSE").unlink()
    license = (place.ROOT / "LICENSE").read_text(encoding="utf-8")
    indented = "".join(f" {line or '.'}\n" for line in license.splitlines())
    (documents / "copyright").write_text(_COPYRIGHT + indented + _COPYRIGHT_QT, encoding="utf-8")
    date = formatdate(place.epoch())
    entry = f"mailflow ({version}) unstable; urgency=medium\n\n  * See CHANGELOG.md in the source.\n\n"
    changes = f"{entry} -- {MAINTAINER}  {date}\n"
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), 9, mtime=0))
    overrides = share / "lintian/overrides/mailflow"
    overrides.parent.mkdir(parents=True)
    lines = [f"# {reason[:1].upper()}{reason[1:]}.\nmailflow: {tag} *\n" for tag, reason in OVERRIDES]
    overrides.write_text("".join(lines), encoding="utf-8")


def _write_control(root: Path, version: str) -> None:
    control = root / "DEBIAN"
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.lstat().st_size // 1024) for path in files)
    control.mkdir()
    fields = {
        "Package": "mailflow",
        "Version": version,
        "Section": "mail",
        "Priority": "optional",
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(DEPENDS),
        "Recommends": ", ".join(RECOMMENDS),
        "Description": DESCRIPTION,
    }
    (control / "control").write_text("".join(f"{key}: {value}\n" for key, value in fields.items()), encoding="utf-8")
    sums = [f"{hashlib.md5(one.read_bytes()).hexdigest()}  {one.relative_to(root)}\n" for one in files]  # noqa: S324
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    for name, script in _SCRIPTS.items():
        (control / name).write_text(script, encoding="utf-8")


def _set_modes_and_times(root: Path) -> None:
    """Modes that do not depend on who builds, and one time for everything that is newer."""
    latest = place.epoch()
    for path in (root, *root.rglob("*")):
        if path.is_symlink():
            os.utime(path, (latest, latest), follow_symlinks=False)
            continue
        runs = path.is_dir() or path.name in _SCRIPTS or path == root / "usr/lib/mailflow/mailflow"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (latest, latest))


_COPYRIGHT = f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Mailflow

Files: *
Copyright: {time.gmtime(place.epoch()).tm_year} The Mailflow developers
License: Expat

License: Expat
"""
_COPYRIGHT_QT = """
Files: usr/lib/mailflow/_internal/PySide6/* usr/lib/mailflow/_internal/shiboken6/*
Copyright: The Qt Company Ltd. and other contributors
License: LGPL-3
Comment: Qt and Qt for Python, unchanged, as separate files that can be replaced.

License: LGPL-3
 On Debian systems, the complete text of the GNU Lesser General Public License
 version 3 can be found in "/usr/share/common-licenses/LGPL-3".

Files: usr/lib/mailflow/_internal/*
Copyright: their authors
License: various
Comment: Python and the libraries that pyproject.toml names. Each one's licence
 is in its dist-info folder, where it brings one.

License: various
 See the comment above.
"""
