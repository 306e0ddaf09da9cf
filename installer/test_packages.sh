#!/usr/bin/env bash
# Builds the packages of this system and tests them: files, wheel and source distribution in environments of their own,
# wheel without Qt, the frozen program, and the .deb in a bare Debian root, where it is installed, started offscreen and
# on a screen, upgraded and removed, and runs as a service when the root is booted with systemd. On Debian, as root or
# with sudo; brings the packages it needs; takes about six minutes. Where mounts, chroot or root are not permitted, the
# bare root is left out, and it says so; with MAILFLOW_REQUIRE_ROOT=1 that is a failure. MAILFLOW_PYTHON names the Python
# to build with; MAILFLOW_KEEP=1 takes the frozen folder that is there. With arguments, only those parts are tested:
# wheel, frozen, files, windows, again, session, root, systemd, container.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${MAILFLOW_PYTHON:-python3}
work=$(mktemp -d)
chmod 755 "$work"
export DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1 LC_ALL=C.UTF-8
. installer/testing/common.sh
. installer/testing/bare_root.sh
. installer/testing/booted.sh
. installer/testing/container.sh
. installer/testing/desktop_session.sh
trap clean_up EXIT

tools() {
    need_packages debootstrap lintian desktop-file-utils appstream nsis 7zip xvfb xdotool binutils systemd man-db zsh \
        fish shared-mime-info python3-venv xz-utils trayer dunst x11-utils imagemagick systemd-container openssl procps \
        podman runc
    # Debian's own Python is linked without the library that PyInstaller packs.
    local base
    base=$("$python" -c 'import os, sys; print(os.path.realpath(sys.executable))')
    case $base in /usr/bin/python3*) need_packages "lib$(basename "$base")" ;; esac
}

# Runs the demo through the `mailflow` command's own function, and fails if Qt was loaded.
demo_without_qt() {
    env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$1" -c '
import sys
from mailflow_gui.__main__ import main
code = main(["demo", "--headless"])
qt = sorted(name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6"))
print("Qt modules loaded:", ", ".join(qt) or "none")
sys.exit(code or bool(qt))
'
}

test_wheel() {
    step "Wheel and source distribution"
    "$python" installer/build.py wheel --target "$work/dist" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    grep -a "^Checking" "$work/log"
    "$python" - "$work"/dist/*.whl <<'CHECK'
import pathlib, sys, zipfile

held = set(zipfile.ZipFile(sys.argv[1]).namelist())
wanted = {f"mailflow_gui/{path.as_posix()}" for path in pathlib.Path("resources").rglob("*") if path.is_file()}
wanted |= {path.as_posix() for path in pathlib.Path("mailflow_gui").rglob("*.py")} | {"mailflow_gui/py.typed"}
missing = sorted(wanted - held)
print(f"The wheel holds {len(wanted) - len(missing)} of {len(wanted)} files of the program")
sys.exit(f"Not in the wheel: {missing}" if missing else 0)
CHECK
    step "They install with pip, without Qt, which the extra “window” brings"
    "$python" -m venv "$work/installed"
    quietly "$work/installed/bin/python" -m pip install "$work"/dist/*.tar.gz
    runs_installed
    quietly "$work/installed/bin/python" -m pip install --no-deps --force-reinstall "$work"/dist/*.whl
    runs_installed
    if "$work/installed/bin/python" -c 'import PySide6' 2>/dev/null; then fail "Qt came along"; fi
    du -sh "$work/installed" | sed "s|$work/installed|without Qt|"
    (cd "$work" && installed/bin/mailflow --vault session doctor) >"$work/log"
    expect "^warning *Qt libraries" "$work/log"
    if (cd "$work" && installed/bin/mailflow) 2>"$work/log"; then fail "A window without Qt"; fi
    cat "$work/log"
    expect '-m pip install "mailflow.window."$' "$work/log"
    quietly sh -ec "$(sed 's/.*Run: //' "$work/log")" # what it says is what helps
    (cd "$work" && QT_QPA_PLATFORM=offscreen installed/bin/python -c '
from PySide6.QtWidgets import QApplication
from mailflow_gui.ui import theme
from mailflow_gui.ui.resources import folder
app = QApplication([])
theme.apply(app, "light")
print("Resources:", sum(1 for one in folder().rglob("*") if one.is_file()), "files beside the installed package")
')
    du -sh "$work/installed" | sed "s|$work/installed|with Qt|"
}

# What pip installed is what runs, and its command line loads no Qt.
runs_installed() {
    local installed
    installed=$(cd "$work" && installed/bin/python -c 'import mailflow_gui; print(mailflow_gui.__file__)')
    case $installed in "$work/installed/"*) ;; *) fail "Not the installed package: $installed" ;; esac
    (cd "$work" && installed/bin/mailflow --version && demo_without_qt installed/bin/python | tail -n 2)
}

build_packages() {
    step "Frozen folder, Debian package, portable archive"
    quietly "$python" installer/build.py deb ${MAILFLOW_KEEP:+--keep} --level 0 --target "$work/dist"
    quietly "$python" installer/build.py archive --keep --level 0 --target "$work/dist"
    deb=$(echo "$work"/dist/*.deb)
    archive=$(echo "$work"/dist/*.tar.xz)
    du --apparent-size -h "$deb" "$archive" | sed "s|$work/dist/||"
    du -sh build/frozen/mailflow
}

test_frozen() {
    step "The frozen program is the checkout's"
    if find build/frozen/mailflow -xtype l | grep .; then fail "Links to nothing"; fi
    if grep -rlF "$PWD" build/frozen/mailflow; then fail "These files name the folder of the build"; fi
    (cd mailflow_gui && find . -name '*.py' | sed 's/py$//' | sort) >"$work/sources"
    (cd build/frozen/mailflow/_internal/mailflow_gui && find . -name '*.pyc' | sed 's/pyc$//' | sort) >"$work/packed"
    (cd resources && find . -type f | sort) >>"$work/sources"
    (cd build/frozen/mailflow/_internal/mailflow_gui/resources && find . -type f | sort) >>"$work/packed"
    diff "$work/sources" "$work/packed" || fail "Files are missing or too many (<: checkout, >: frozen)"
    env -i PATH="$PATH" HOME="$work" build/frozen/mailflow/mailflow demo --headless | tail -n 1
    local verb
    for verb in steps connectors; do
        build/venv/bin/python -m mailflow_gui "$verb" --json >"$work/$verb.checkout"
        env -i PATH="$PATH" HOME="$work" build/frozen/mailflow/mailflow "$verb" --json >"$work/$verb.frozen"
        cmp "$work/$verb.checkout" "$work/$verb.frozen" || fail "The frozen program has other $verb than the checkout"
        echo "The frozen program has the checkout's $verb: $(grep -c '"id"' "$work/$verb.frozen")"
    done
    test_frozen_window
}

# The journeys by ear, in which every page, panel and dialog is opened, with the frozen program in place of the checkout.
test_frozen_window() {
    if ! .venv/bin/python -c 'import pytest' 2>/dev/null; then
        echo "Left out: the window of the frozen program needs the tests' .venv (sh installer/dev.sh venv)"
        return
    fi
    MAILFLOW_PROGRAM=$PWD/build/frozen/mailflow/mailflow MAILFLOW_REQUIRE_SERVERS=1 QT_QPA_PLATFORM=offscreen \
        .venv/bin/python -m pytest -q tests/journeys/test_screen_reader_journey.py -k "names_alone or place or page"
}

# The same bytes from the same commit: a second build of everything, in a copy of the checkout.
test_again() {
    step "Built again, byte for byte"
    local copy=$work/again one
    mkdir "$copy"
    git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- -cf - | tar -xf - -C "$copy"
    SOURCE_DATE_EPOCH=$("$python" -c 'from installer.parts import place; print(place.epoch())')
    export SOURCE_DATE_EPOCH
    quietly "$python" installer/build.py wheel --target "$work/first"
    cp "$deb" "$archive" "$work/first"
    quietly "$python" "$copy/installer/build.py" deb --level 0 --target "$work/second"
    quietly "$python" "$copy/installer/build.py" archive --keep --level 0 --target "$work/second"
    quietly "$python" "$copy/installer/build.py" wheel --target "$work/second"
    for one in "$work"/first/*; do
        cmp "$one" "$work/second/$(basename "$one")" || fail "Two builds of $(basename "$one") differ"
        echo "The same: $(basename "$one")"
    done
}

test_files() {
    step "Files beside the program"
    local share=build/share/share kind root=
    if has desktop-file-validate; then desktop-file-validate $share/applications/mailflow.desktop; fi
    if has appstreamcli; then appstreamcli validate --no-net $share/metainfo/io.mailflow.Mailflow.metainfo.xml; fi
    if has man; then
        zcat $share/man/man1/mailflow.1.gz | man --warnings --local-file - >/dev/null 2>"$work/man"
        if grep . "$work/man"; then fail "The man page has mistakes"; fi
    fi
    bash -n $share/bash-completion/completions/mailflow
    if has zsh; then zsh -n $share/zsh/vendor-completions/_mailflow; fi
    if has fish; then fish --no-execute $share/fish/vendor_completions.d/mailflow.fish; fi
    if has update-mime-database; then
        mkdir -p "$work/mime" && cp -r $share/mime/packages "$work/mime/" &&
            XDG_DATA_HOME=$work update-mime-database "$work/mime"
        grep -q '\.mailflow$' "$work/mime/globs"
    fi
    if has systemd-analyze; then
        for kind in system user; do
            mkdir -p "$work/units/$kind"
            sed "s|/usr/bin/mailflow|$PWD/build/frozen/mailflow/mailflow|" build/share/lib/systemd/$kind/mailflow.service \
                >"$work/units/$kind/mailflow.service"
            systemd-analyze verify --man=no "--$kind" "$work/units/$kind/mailflow.service" 2>"$work/units/$kind.log" || true
            if grep mailflow.service "$work/units/$kind.log"; then fail "The $kind unit has mistakes"; fi
        done
        systemd-analyze security --offline=true --threshold=30 "$work/units/system/mailflow.service" | tail -n 1
    fi
    if has lintian; then
        [ "$(id -u)" -ne 0 ] || root=--allow-root
        lintian --no-cfg --fail-on error $root "$deb"
    fi
}

test_windows_installer() {
    step "Windows installer (its script, with a stand-in for the program)"
    has makensis || return 0
    mkdir -p "$work/payload/_internal"
    touch "$work/payload/mailflow.exe" "$work/payload/mailflow-gui.exe" "$work/payload/_internal/base_library.zip"
    quietly "$python" installer/build.py windows --payload "$work/payload" --target "$work/dist"
    if has 7zz; then 7zz l "$work"/dist/*setup.exe >"$work/listing"; expect _internal/base_library.zip "$work/listing"; fi
}

parts=" ${*:-wheel frozen files windows again session root systemd container} "
wants() { [[ $parts == *" $1 "* ]]; }

step "Tools"
tools
obstacle=
wants_root() { wants root || wants systemd; }
if wants_root || wants container; then obstacle=$(find_obstacle); fi
if wants_root && [ -z "$obstacle" ]; then begin_root; fi
if wants container && [ -z "$obstacle" ]; then begin_base; fi
if wants wheel; then test_wheel; fi
build_packages
if wants frozen; then test_frozen; fi
if wants files; then test_files; fi
if wants windows; then test_windows_installer; fi
if wants again; then test_again; fi
if wants session; then test_desktop_session; fi
if wants_root && [ -z "$obstacle" ]; then
    enter_root
    if wants root; then test_in_root; fi
    if wants systemd; then test_booted; fi
fi
if wants container && [ -z "$obstacle" ]; then test_container; fi
if [ -n "$obstacle" ]; then
    step "Left out: the tests in a bare Debian root and in a container ($obstacle)"
    [ "${MAILFLOW_REQUIRE_ROOT:-}" != 1 ] || fail "MAILFLOW_REQUIRE_ROOT=1, but: $obstacle"
fi

step "Done"
