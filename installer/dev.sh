#!/bin/sh
# Prepares this checkout and runs it, on Linux and macOS:
#
#   sh installer/dev.sh demo [options]      the demo in a window; in the terminal when there is no display
#   sh installer/dev.sh test [arguments]    all tests, or pytest with these arguments
#   sh installer/dev.sh run [arguments]     mailflow with these arguments
#   sh installer/dev.sh venv                prepares only
#
# The program goes into .venv in the checkout. Missing system packages are installed with apt-get, after saying so.
# MAILFLOW_NO_APT=1 installs none and prints the command instead. MAILFLOW_PYTHON names the Python to use.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv
python=$venv/bin/python
stamp=$venv/mailflow-checkout
apt_updated=

say() { printf 'dev.sh: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

usage() {
    sed -n 's/^#   \(sh installer.*\)/\1/p' "$0" >&2
    exit 2
}

# --- system packages ---

has_apt() { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@" </dev/null; else sudo "$@" </dev/null; fi
}

can_install() { apt-get install --simulate --no-install-recommends "$@" >/dev/null 2>&1 </dev/null; }

# Those of the packages named that this system has, into $offered, and a word about the others: Debian unstable has no
# trayer, and that must not keep the rest away. Where all tests have to run, all are kept, and apt-get complains.
find_offered() {
    offered=$*
    [ "${MAILFLOW_REQUIRE_SERVERS:-}" != 1 ] && ! can_install "$@" || return 0
    offered=
    others=
    for name in "$@"; do
        if can_install "$name"; then offered="$offered $name"; else others="$others $name"; fi
    done
    if [ -z "$offered" ] && [ "$apt_updated" = failed ]; then
        offered=$*
    else
        say "Going on without what this system does not offer:$others"
    fi
}

# Installs the packages named, as far as there are such, or prints how. 0: they are there now.
apt_install() {
    line="apt-get install --yes --no-install-recommends $*"
    if [ "${MAILFLOW_NO_APT:-}" = 1 ]; then
        say "These system packages are missing. To install them: sudo $line"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        say "These system packages are missing, and this user has no sudo. As root: $line"
        stop "To go on without them: MAILFLOW_NO_APT=1 sh installer/dev.sh …"
    fi
    log=$(mktemp)
    if [ -z "$apt_updated" ]; then
        say "Reading the package lists: apt-get update"
        apt_updated=yes
        as_root apt-get update -q >"$log" 2>&1 || apt_updated=failed
        [ "$apt_updated" = yes ] || say "apt-get update failed; going on with the lists that are there."
    fi
    find_offered "$@"
    [ -n "$offered" ] || { rm -f "$log"; return 1; }
    line="apt-get install --yes --no-install-recommends ${offered# }"
    say "Installing system packages (this may take some minutes): $line"
    # shellcheck disable=SC2086 # one word a package
    if ! as_root env DEBIAN_FRONTEND=noninteractive $line -q >>"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        stop "apt-get failed (above). To go on without it: MAILFLOW_NO_APT=1 sh installer/dev.sh …"
    fi
    rm -f "$log"
}

# The system packages of these groups of system-packages.txt (window, test), and Python when there is none to use.
need_system() {
    has_apt || return 0
    names=
    for group in "$@"; do
        names="$names $(sed -n "s/^$group  *//p" "$root/installer/system-packages.txt" | tr '\n' ' ')"
    done
    both=
    for name in $names; do both="$both $name ${name}t64"; done
    # Debian 13 and Ubuntu 24.04 renamed some libraries to …t64.
    # shellcheck disable=SC2086
    there=" $(dpkg-query -W -f='${Package}:${db:Status-Status} ' $both 2>/dev/null || true)"
    missing=
    for name in $names; do
        case $there in
            *" $name:installed "* | *" ${name}t64:installed "*) ;;
            *) missing="$missing $name" ;;
        esac
    done
    is_ready || find_python >/dev/null || missing="python3 python3-venv$missing"
    # shellcheck disable=SC2086
    [ -z "$missing" ] || apt_install ${missing# } || true
}

# --- Python ---

is_usable() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${MAILFLOW_PYTHON:+"$MAILFLOW_PYTHON"} python3.13 python3.12 python3.11 python3.14 python3; do
        if is_usable "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# Where the system's python3 is older than 3.11 (Ubuntu 22.04), a newer one often stands beside it.
need_newer_python() {
    if has_apt && [ "${MAILFLOW_NO_APT:-}" != 1 ]; then
        for version in 3.13 3.12 3.11; do
            if apt-cache show "python$version-venv" >/dev/null 2>&1; then
                apt_install "python$version-venv" || true
                break
            fi
        done
    fi
    find_python >/dev/null || stop "Mailflow needs Python 3.11 to 3.14 with the modules venv and ensurepip. None was found."
}

# True when .venv was made for this place, works, and is not older than pyproject.toml.
is_ready() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$root" ] &&
        [ -z "$(find "$root/pyproject.toml" -newer "$stamp")" ] && "$python" -c '' 2>/dev/null
}

need_venv() {
    is_ready && return 0
    find_python >/dev/null || need_newer_python
    chosen=$(find_python)
    if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$root" ] || ! "$python" -c '' 2>/dev/null; then
        say "Making .venv with $("$chosen" --version)"
        "$chosen" -m venv --clear "$venv"
    fi
    say "Installing Mailflow and its libraries into .venv; the first time this downloads about 130 MB"
    (cd "$root" && "$python" -m pip install --quiet --disable-pip-version-check --editable '.[window,dev]') ||
        stop "pip could not install the libraries (above)."
    printf '%s\n' "$root" >"$stamp"
}

# --- verbs ---

demo() {
    trouble=$("$python" -c 'from mailflow_gui.cli import preflight; print(preflight.find_trouble() or "")')
    case " $* " in *" --headless "*) trouble= ;; esac
    if [ -n "$trouble" ]; then
        say "$trouble"
        say "So the demo runs here in the terminal: mailflow demo --headless"
        set -- --headless "$@"
    fi
    exec "$python" -m mailflow_gui demo "$@"
}

# Waits up to 15 seconds until the command succeeds.
wait_for() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -le 150 ] || return 1
        sleep 0.1
    done
}

has_window_manager() { xprop -root -notype _NET_SUPPORTING_WM_CHECK | grep -q 0x; }

# The tests that need a real window, on a screen of their own.
test_windows() {
    for program in Xvfb openbox xprop; do
        command -v "$program" >/dev/null 2>&1 && continue
        say "$program is not installed: the tests that drive a window were left out."
        [ "${MAILFLOW_REQUIRE_SERVERS:-}" != 1 ]
        return
    done
    screen=$(mktemp -d)
    Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$screen/number" 2>"$screen/log" &
    xvfb=$!
    trap 'kill "$xvfb" 2>/dev/null; rm -rf "$screen"' EXIT
    trap 'exit 130' INT TERM
    wait_for test -s "$screen/number" || { cat "$screen/log" >&2; stop "The virtual screen did not start."; }
    DISPLAY=:$(cat "$screen/number")
    export DISPLAY
    openbox --sm-disable >"$screen/openbox" 2>&1 & # ends with its screen
    wait_for has_window_manager || { cat "$screen/openbox" >&2; stop "The window manager did not start."; }
    QT_QPA_PLATFORM=xcb
    export WAYLAND_DISPLAY=''
    pytest_twice window
}

# Thousands of tests talk to real servers side by side, and one may lack time on a busy computer. What fails is run once
# more, alone: it has to pass then, and both are told.
pytest_twice() {
    chosen=$1
    shift
    again=0
    "$python" -m pytest -m "$chosen" "$@" || again=$?
    [ "$again" -eq 1 ] || return "$again" # 1: all ran, some failed
    say "What failed (above) is run once more, alone."
    "$python" -m pytest -m "$chosen" --last-failed
}

run_tests() {
    cd "$root"
    [ $# -eq 0 ] || exec "$python" -m pytest "$@"
    status=0
    export QT_QPA_PLATFORM=offscreen
    pytest_twice 'not window' -n 2 --max-worker-restart 0 --dist loadfile || status=1
    test_windows || status=1
    return "$status"
}

verb=${1:-}
[ $# -eq 0 ] || shift
case $verb in
    demo) need_system window; need_venv; demo "$@" ;;
    run) need_system window; need_venv; exec "$python" -m mailflow_gui "$@" ;;
    venv) need_system window; need_venv ;;
    test) need_system window test; need_venv; run_tests "$@" ;;
    *) usage ;;
esac
