#!/usr/bin/env bash
# Builds the packages of this system and tests them: files, wheel without Qt, and the .deb in a bare Debian root, where
# it is installed, started offscreen and on a screen, upgraded and removed. On Debian 12, as root or with sudo; takes
# four to six minutes. Without root and sudo, what needs a Debian root or a missing program is left out, and it says so.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${MAILFLOW_PYTHON:-python3}
work=$(mktemp -d)
bare=$work/bare
person=1234
processes=()
mounted=()
export DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1 LC_ALL=C.UTF-8

step() { printf '\n=== %s (after %d s)\n' "$*" "$SECONDS"; }
fail() { printf 'test_packages.sh: %s\n' "$*" >&2; exit 1; }
expect() { grep -q -e "$1" "$2" || { cat "$2" >&2; fail "'$1' is missing in the output above"; }; }

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
    for one in "${mounted[@]}"; do as_root umount "$one" 2>/dev/null || as_root umount -l "$one" || true; done
    if mount | grep -q " on $bare/"; then echo "Something is still mounted below $bare" >&2; return; fi
    if [ -n "$may" ]; then as_root rm -rf "$work"; else rm -rf "$work"; fi
}
trap clean_up EXIT

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

has() {
    command -v "$1" >/dev/null 2>&1 && return 0
    [ -z "$may" ] || fail "$1 is missing"
    echo "Left out: $1 is not installed"
    return 1
}

# A program inside the bare root, as a person without rights.
inside() {
    as_root chroot --userspec=$person:$person "$bare" /usr/bin/env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/home/person \
        XDG_RUNTIME_DIR=/home/person/run "$@"
}

# The window, offscreen or on a screen: it must open, stay, and end well when told to.
opens_window() {
    local log=$work/window code=0 started
    inside "$@" sh -c 'cd; echo $$ >pid; exec timeout 90 mailflow --profile /home/person/window --vault session' \
        >"$log" 2>&1 &
    started=$!
    if [[ " $* " == *" DISPLAY="* ]]; then
        wait_for 40 env DISPLAY="$DISPLAY" xdotool search --onlyvisible --name Mailflow || { cat "$log"; fail "No window"; }
    else
        wait_for 40 as_root test -e "$bare/home/person/window/ledger.sqlite" || { cat "$log"; fail "No window"; }
        sleep 1
    fi
    as_root kill "$(as_root cat "$bare/home/person/pid")" || fail "The window did not stay"
    wait "$started" || code=$?
    [ "$code" -eq 0 ] || { cat "$log"; fail "The window ended with $code"; }
    if grep -i -E "traceback|error|could not" "$log"; then fail "The window complained"; fi
    as_root rm -rf "$bare/home/person/window"
}

files_of_root() {
    as_root find "$bare" -xdev \( -path "$bare/var/lib/dpkg" -o -path "$bare/var/log" -o -path "$bare/var/cache" -o -path \
        "$bare/var/lib/apt" -o -path "$bare/tmp" -o -path "$bare/home" -o -path "$bare/proc" \) -prune -o -print | sort
}

tools() {
    local needed=(debootstrap lintian desktop-file-utils appstream nsis 7zip xvfb xdotool binutils systemd man-db zsh fish
        shared-mime-info python3-venv)
    [ -n "$may" ] || return 0
    dpkg-query -W -f='${db:Status-Status}\n' "${needed[@]}" 2>/dev/null | grep -c '^installed' | grep -qx ${#needed[@]} &&
        return 0
    as_root apt-get update -q >"$work/apt" 2>&1 || true
    as_root apt-get install --yes --no-install-recommends -q "${needed[@]}" >>"$work/apt" 2>&1 || { cat "$work/apt"; exit 1; }
}

make_root() {
    as_root debootstrap --variant=minbase --include=ca-certificates bookworm "$bare" "${MAILFLOW_MIRROR:-http://deb.debian.org/debian}"
    as_root cp /etc/resolv.conf "$bare/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$bare/usr/sbin/policy-rc.d" >/dev/null
    as_root chmod 755 "$bare/usr/sbin/policy-rc.d"
    as_root chroot "$bare" useradd --uid $person --user-group --create-home person
    as_root chroot "$bare" install -d -m 700 -o $person -g $person /home/person/run
    as_root chroot "$bare" apt-get install --yes --no-install-recommends -q gnome-keyring dbus libsecret-tools
}

# A profile for the practice server that the port file describes.
practice_profile() {
    "$python" - "$1" <<'CODE'
import json, sys

server = json.load(open(sys.argv[1]))
pem = "".join(f"      {line}\n" for line in server["certificate"].splitlines())
common = (f"    host: {server['host']}\n    username: practice@sandbox.local\n    secureType: SSL/TLS\n"
          f"    serverCertificate: |\n{pem}")
print(f"""mailflow: 1
connections:
  - name: Office inbox
    connector: email-receive
    protocol: imap
    port: {server['imaps']}
{common}  - name: Office outbox
    connector: email-send
    port: {server['smtps']}
{common}integrations:
  - name: Orders
    enabled: true
    steps:
      - connection: Office inbox
        action: receive-email
        delay: 2s
      - step: data-mapper
        mappings:
          - {{from: [from], to: to}}
          - {{from: [subject], to: subject}}
          - {{from: [plain], to: text}}
      - connection: Office outbox
        action: send-email
        from: practice@sandbox.local
""")
CODE
}

# Puts one message with this subject into the practice mailbox.
write_to_practice() {
    "$python" - "$work/ports.json" "$1" <<'CODE'
import json, smtplib, ssl, sys

server = json.load(open(sys.argv[1]))
context = ssl.create_default_context(cadata=server["certificate"])
with smtplib.SMTP_SSL("localhost", server["smtps"], context=context, timeout=20) as smtp:
    smtp.login("practice@sandbox.local", server["passwords"]["practice@sandbox.local"])
    smtp.sendmail("visitor@example.org", ["practice@sandbox.local"],
                  f"From: visitor@example.org\r\nTo: practice@sandbox.local\r\nSubject: {sys.argv[2]}\r\n\r\nTwo.\r\n")
CODE
}

step "Tools"
tools
if [ -n "$may" ]; then
    (make_root >"$work/debootstrap" 2>&1; echo $? >"$work/debootstrap.code") &
    processes+=($!)
fi

step "Wheel and source distribution"
"$python" installer/build.py wheel --target "$work/dist" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
grep -a -E "PASSED|WARN" "$work/log"

step "The wheel where Qt is not installed"
"$python" -m venv "$work/headless"
"$python" installer/container/requirements.py >"$work/requirements.txt"
"$work/headless/bin/pip" install --quiet --requirement "$work/requirements.txt"
"$work/headless/bin/pip" install --quiet --no-deps "$work"/dist/*.whl
"$work/headless/bin/python" -c 'import importlib.util as u, sys; sys.exit(u.find_spec("PySide6") is not None)' ||
    fail "Qt is installed where it should not be"
(cd "$work" && headless/bin/mailflow demo --headless | tail -n 1 && headless/bin/mailflow --vault session doctor) | tail -n 9
(cd "$work" && ! headless/bin/mailflow) 2>"$work/log"
expect "PySide6" "$work/log"
du -sh "$work/headless" | sed "s|$work/||"

step "Frozen folder and Debian package"
"$python" installer/build.py deb --level 1 --target "$work/dist" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
deb=$(echo "$work"/dist/*.deb)
du --apparent-size -h "$deb" | cut -f 1
du -sh build/frozen/mailflow
env -i PATH="$PATH" HOME="$work" build/frozen/mailflow/mailflow demo --headless | tail -n 1
if find build/frozen/mailflow -xtype l | grep .; then fail "Links to nothing"; fi

step "Files beside the program"
share=build/share/share
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
    if [ "$(id -u)" -eq 0 ]; then root=--allow-root; else root=; fi
    lintian --no-cfg --fail-on error $root "$deb"
fi

step "Windows installer (its script, with a stand-in for the program)"
if has makensis; then
    mkdir -p "$work/payload/_internal"
    touch "$work/payload/mailflow.exe" "$work/payload/mailflow-gui.exe" "$work/payload/_internal/base_library.zip"
    "$python" installer/build.py windows --payload "$work/payload" --target "$work/dist" >"$work/log" 2>&1 ||
        { cat "$work/log"; exit 1; }
    if has 7zz; then 7zz l "$work"/dist/*setup.exe >"$work/listing"; expect _internal/base_library.zip "$work/listing"; fi
fi

[ -n "$may" ] || { echo "Left out without root: the tests in a bare Debian root"; exit 0; }

step "A bare Debian root"
wait_for 300 test -e "$work/debootstrap.code" || fail "debootstrap did not end"
[ "$(cat "$work/debootstrap.code")" = 0 ] || { tail -n 30 "$work/debootstrap"; fail "debootstrap failed"; }
as_root mount --bind /proc "$bare/proc" && mounted+=("$bare/proc")
as_root mkdir -p "$bare/tmp/.X11-unix" /tmp/.X11-unix
as_root mount --bind /tmp/.X11-unix "$bare/tmp/.X11-unix" && mounted+=("$bare/tmp/.X11-unix")

step "An older version"
as_root dpkg-deb --raw-extract "$deb" "$work/older"
as_root sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
as_root touch "$work/older/usr/lib/mailflow/_internal/of-an-older-version"
as_root dpkg-deb --root-owner-group -Znone --build "$work/older" "$bare/tmp/older.deb" >/dev/null
as_root cp "$deb" "$bare/tmp/newer.deb"
as_root chroot "$bare" apt-get install --yes --no-install-recommends -q libegl1 libgl1 libxkbcommon0 libfontconfig1 \
    fonts-dejavu-core hicolor-icon-theme >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
files_of_root >"$work/before"
as_root chroot "$bare" apt-get install --yes --no-install-recommends -q /tmp/older.deb >"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
inside mailflow --version
inside mailflow demo --headless | tail -n 1
inside mailflow --vault session doctor | tee "$work/doctor"
expect "^ok *Qt libraries" "$work/doctor"

step "Offscreen and on a screen"
opens_window QT_QPA_PLATFORM=offscreen
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
processes+=($!)
wait_for 15 test -s "$work/display" || fail "The virtual screen did not start"
DISPLAY=:$(cat "$work/display")
export DISPLAY
opens_window DISPLAY="$DISPLAY"
echo "Both opened, stayed, and ended with 0"

step "Keyring, service, and the upgrade"
inside sh -c 'cd; echo $$ >pid; exec mailflow --quiet sandbox --port-file ports.json' &
wait_for 20 as_root test -s "$bare/home/person/ports.json" || fail "The practice server did not start"
processes+=("$(as_root cat "$bare/home/person/pid")")
as_root cp "$bare/home/person/ports.json" "$work/ports.json"
as_root chmod 644 "$work/ports.json"
practice_profile "$work/ports.json" >"$work/orders.mailflow"
as_root cp "$work/orders.mailflow" "$bare/tmp/orders.mailflow"
inside mailflow import /tmp/orders.mailflow
write_to_practice "By hand"
as_root tee "$bare/tmp/keyring.sh" >/dev/null <<'CODE'
printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
mailflow doctor
for name in "Office inbox" "Office outbox"; do printf 'practice\n' | mailflow secret set "$name" --stdin; done
mailflow validate "Office inbox"
mailflow run --once Orders
CODE
inside timeout 60 dbus-run-session -- sh -e /tmp/keyring.sh >"$work/keyring" 2>"$work/keyring.err" ||
    { cat "$work/keyring" "$work/keyring.err"; fail "The keyring was not used"; }
expect "system keyring (keyring.backends.SecretService.Keyring)" "$work/keyring"
grep "system keyring" "$work/keyring"
expect " Sent to visitor@example.org" "$work/keyring"
profile=$bare/home/person/.local/share/Mailflow
as_root sha256sum "$profile/profile.yaml" >"$work/profile.sum"
as_root chroot "$bare" apt-get install --yes --no-install-recommends -q /tmp/newer.deb >"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
as_root test ! -e "$bare/usr/lib/mailflow/_internal/of-an-older-version" || fail "A file of the older version is left"
as_root sha256sum --quiet --check "$work/profile.sum"
inside mailflow start Orders
inside mailflow list
write_to_practice "By the service"
inside sh -ec 'cd; mkdir run/credentials; for one in inbox outbox; do echo practice >"run/credentials/Office $one.password"; done'
code=0
inside CREDENTIALS_DIRECTORY=/home/person/run/credentials timeout --preserve-status --signal TERM 8 \
    mailflow --vault credentials run >"$work/service" 2>&1 || code=$?
[ "$code" -eq 0 ] || { cat "$work/service"; fail "The service ended with $code"; }
expect " Sent to visitor@example.org" "$work/service"
grep " Sent to " "$work/service"

step "Removal"
as_root sha256sum "$profile/profile.yaml" >"$work/profile.sum"
as_root chroot "$bare" apt-get purge --yes -q mailflow >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
files_of_root >"$work/after"
if diff "$work/before" "$work/after" | grep '^>'; then fail "Files were left behind"; fi
as_root sha256sum --quiet --check "$work/profile.sum"
echo "Nothing is left but the profile"

step "Done"
