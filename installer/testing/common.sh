# shellcheck shell=bash
# What the parts of test_packages.sh have in common: rights, processes and mounts that end with it, waiting, packages.

processes=()
mounted=()

step() { printf '\n=== %s (after %d s)\n' "$*" "$SECONDS"; }
fail() { printf 'test_packages.sh: %s\n' "$*" >&2; exit 1; }
expect() { grep -q -e "$1" "$2" || { cat "$2" >&2; fail "'$1' is missing in the output above"; }; }

# Runs a command whose output matters only when it fails.
quietly() { "$@" >"$work/quiet" 2>&1 || { cat "$work/quiet" >&2; fail "$1 failed (above)"; }; }

if [ "$(id -u)" -eq 0 ]; then as_root() { "$@"; }; may=yes
elif sudo -n true 2>/dev/null; then as_root() { sudo "$@"; }; may=yes
else as_root() { fail "$1 needs root"; }; may=
fi

clean_up() {
    local one
    for one in "${processes[@]}"; do
        if [ -n "$may" ]; then as_root kill "$one" 2>/dev/null || true; else kill "$one" 2>/dev/null || true; fi
    done
    wait
    for one in "${mounted[@]}"; do
        mountpoint -q "$one" || continue
        as_root umount "$one" 2>/dev/null || as_root umount -l "$one" || true
    done
    if mount | grep -q " on $work/"; then echo "Something is still mounted below $work" >&2; return; fi
    if [ -n "$may" ]; then as_root rm -rf "$work"; else rm -rf "$work"; fi
}

# Waits up to so many seconds until the command succeeds.
wait_for() {
    local tries=$(($1 * 20))
    shift
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.05
    done
}

# Whether a program is there; without rights to install it, what needs it is left out.
has() {
    command -v "$1" >/dev/null 2>&1 && return 0
    [ -z "$may" ] || fail "$1 is missing"
    echo "Left out: $1 is not installed"
    return 1
}

# Installs those of the packages named that are missing.
need_packages() {
    [ -n "$may" ] || return 0
    local missing
    missing=$(comm -13 <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/ installed$//p' | sort) <(printf '%s\n' "$@" | sort))
    [ -n "$missing" ] || return 0
    as_root apt-get update -q >"$work/apt" 2>&1 || true
    # shellcheck disable=SC2086 # one word a package
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -q $missing
}
