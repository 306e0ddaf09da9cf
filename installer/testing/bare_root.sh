# shellcheck shell=bash disable=SC2154
# The second half of test_packages.sh: a bare Debian root, in which the .deb is installed, started offscreen and on a
# screen, run as a service, upgraded and removed. Needs root, mounts and chroot.

bare=$work/bare
person=1234
declare -A begun

# Why there can be no such root here; empty when there can.
find_obstacle() {
    [ -n "$may" ] || { echo "neither root nor sudo"; return; }
    (. /etc/os-release && [ "${ID:-}" = debian ]) || { echo "this is not Debian"; return; }
    local probe=$work/probe
    mkdir -p "$probe"
    as_root mknod "$probe/null" c 1 3 2>/dev/null || { echo "device nodes are not permitted"; return; }
    as_root sh -c "echo >'$probe/null'" 2>/dev/null || { echo "device nodes can't be used"; return; }
    as_root mount --bind /proc "$probe" 2>/dev/null || { echo "mounts are not permitted"; return; }
    as_root umount "$probe"
    as_root chroot / true 2>/dev/null || echo "chroot is not permitted"
}

# The mirror and the release that apt uses here.
find_mirror() {
    (. /etc/os-release && apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 'Component: main' |
        sed -n "s/^$VERSION_CODENAME //p" | head -n 1)
}

# A root of this release in a folder, with these packages.
debootstrap_here() {
    local release proxy
    release=$(. /etc/os-release && echo "$VERSION_CODENAME")
    proxy=$(apt-config shell proxy Acquire::http::Proxy | sed "s/^proxy='\(.*\)'$/\1/")
    as_root env ${proxy:+"http_proxy=$proxy"} debootstrap --variant=minbase --include="$2" "$release" "$1" \
        "${MAILFLOW_MIRROR:-$(find_mirror)}"
}

make_root() {
    debootstrap_here "$bare" ca-certificates
    apt-config dump Acquire | grep -i proxy | as_root tee "$bare/etc/apt/apt.conf.d/90proxy" >/dev/null || true
    as_root cp /etc/resolv.conf "$bare/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$bare/usr/sbin/policy-rc.d" >/dev/null
    as_root chmod 755 "$bare/usr/sbin/policy-rc.d"
    as_root chroot "$bare" useradd --uid $person --user-group --create-home person
    as_root chroot "$bare" install -d -m 700 -o $person -g $person /home/person/run
    in_root_install gnome-keyring dbus libsecret-tools libglib2.0-bin
}

in_root_install() {
    as_root chroot "$bare" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -q "$@"
}

# Begins the command of a person without rights inside the bare root; variables may come before the program.
as_person=(chroot --userspec=$person:$person "$bare" /usr/bin/env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/home/person
    XDG_RUNTIME_DIR=/home/person/run)
inside() { as_root "${as_person[@]}" "$@"; }

# Starts a command that stays, under a name: its number is in $work/NAME.pid, and it ends with this script.
begin() {
    local name=$1
    shift
    as_root sh -c 'echo $$ >"$0"; exec "$@"' "$work/$name.pid" "$@" >"$work/$name.log" 2>&1 &
    begun[$name]=$!
    wait_for 15 test -s "$work/$name.pid" || fail "$name did not start"
    processes+=("$(cat "$work/$name.pid")")
}

# Tells a command of begin to end, and wants it to end well.
end() {
    local number code=0
    number=$(cat "$work/$1.pid")
    rm "$work/$1.pid"
    as_root kill "$number" || { cat "$work/$1.log"; fail "$1 did not stay"; }
    wait_for 40 test ! -e "/proc/$number" || fail "$1 did not end"
    wait "${begun[$1]}" || code=$?
    [ "$code" -eq 0 ] || { cat "$work/$1.log"; fail "$1 ended with $code"; }
    if grep -i -E "traceback|error|could not" "$work/$1.log"; then fail "$1 complained"; fi
}

# The window of a program in the root, offscreen or on a screen: it must open, stay, and end well when told to.
opens_window() {
    local program=$1
    shift
    begin window "${as_person[@]}" "$@" "$program" --profile /home/person/window --vault session
    if [[ " $* " == *" DISPLAY="* ]]; then
        wait_for 60 xdotool search --onlyvisible --name Mailflow || { cat "$work/window.log"; fail "No window"; }
    fi
    wait_for 60 as_root test -e "$bare/home/person/window/ledger.sqlite" || { cat "$work/window.log"; fail "No window"; }
    end window
    as_root rm -rf "$bare/home/person/window"
}

files_of_root() {
    as_root find "$bare" -xdev \( -path "$bare/var/lib/dpkg" -o -path "$bare/var/log" -o -path "$bare/var/cache" -o -path \
        "$bare/var/lib/apt" -o -path "$bare/tmp" -o -path "$bare/home" -o -path "$bare/proc" \) -prune -o -print | sort
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

# Begun early, beside the builds: it only waits for the mirror.
begin_root() {
    (make_root >"$work/debootstrap" 2>&1; echo $? >"$work/debootstrap.code") &
    processes+=($!)
}

enter_root() {
    step "A bare Debian root"
    wait_for 300 test -e "$work/debootstrap.code" || fail "debootstrap did not end"
    [ "$(cat "$work/debootstrap.code")" = 0 ] || { tail -n 30 "$work/debootstrap"; fail "debootstrap failed"; }
    as_root mount --bind /proc "$bare/proc" && mounted+=("$bare/proc")
    as_root mkdir -p "$bare/tmp/.X11-unix" /tmp/.X11-unix
    as_root mount --bind /tmp/.X11-unix "$bare/tmp/.X11-unix" && mounted+=("$bare/tmp/.X11-unix")
}

test_in_root() {
    install_older
    test_windows
    test_portable
    test_keyring
    test_upgrade
    test_desktop
    test_sign_in
    test_removal
}

# As on a server: what the window needs is recommended, not wanted.
test_server() {
    step "Without what the window needs"
    quietly in_root_install "/tmp/older.deb"
    inside mailflow demo --headless | tail -n 1
    inside mailflow --vault session doctor >"$work/doctor"
    expect "^warning *Qt libraries" "$work/doctor"
    if inside mailflow 2>"$work/line"; then fail "A window without its libraries"; fi
    cat "$work/line"
    [ "$(wc -l <"$work/line")" = 1 ] || fail "Not one line"
    quietly as_root chroot "$bare" apt-get purge --yes -q mailflow
    # What it says is what helps.
    # shellcheck disable=SC2046 # one word a package
    quietly in_root_install $(sed -n 's/.*apt-get install //p' "$work/line")
}

make_older() {
    [ ! -e "$work/older" ] || return 0
    as_root dpkg-deb --raw-extract "$deb" "$work/older"
    as_root sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
    as_root touch "$work/older/usr/lib/mailflow/_internal/of-an-older-version"
    as_root dpkg-deb --root-owner-group -Znone --build "$work/older" "$bare/tmp/older.deb" >/dev/null
    as_root cp "$deb" "$bare/tmp/newer.deb"
}

install_older() {
    step "An older version"
    make_older
    test_server
    quietly in_root_install fonts-dejavu-core hicolor-icon-theme
    files_of_root >"$work/before"
    quietly in_root_install /tmp/older.deb
    inside mailflow --version
    inside mailflow demo --headless | tail -n 1
    inside mailflow --vault session doctor | tee "$work/doctor"
    expect "^ok *Qt libraries" "$work/doctor"
}

test_windows() {
    step "Offscreen and on a screen"
    opens_window mailflow QT_QPA_PLATFORM=offscreen
    Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
    processes+=($!)
    wait_for 15 test -s "$work/display" || fail "The virtual screen did not start"
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    opens_window mailflow DISPLAY="$DISPLAY"
    echo "Both opened, stayed, and ended with 0"
}

test_portable() {
    step "The portable archive, in a folder with spaces"
    local place="/home/person/Dokumente für alle/50 % \"neu\""
    inside mkdir -p "$place"
    as_root tar -xf "$archive" --no-same-owner -C "$bare$place" --strip-components=1
    inside "$place/mailflow" demo --headless | tail -n 1
    opens_window "$place/mailflow" DISPLAY="$DISPLAY"
    as_root rm -rf "$bare/home/person/Dokumente für alle"
}

test_keyring() {
    step "The keyring"
    begin sandbox "${as_person[@]}" mailflow --quiet sandbox --port-file /home/person/ports.json
    wait_for 30 as_root test -s "$bare/home/person/ports.json" || fail "The practice server did not start"
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
}

test_upgrade() {
    step "The upgrade, and the service"
    profile=$bare/home/person/.local/share/Mailflow
    as_root sha256sum "$profile/profile.yaml" >"$work/profile.sum"
    quietly in_root_install /tmp/newer.deb
    as_root test ! -e "$bare/usr/lib/mailflow/_internal/of-an-older-version" || fail "A file of the older version is left"
    as_root sha256sum --quiet --check "$work/profile.sum"
    inside mailflow start Orders
    inside mailflow list
    write_to_practice "By the service"
    inside sh -ec 'cd; mkdir run/credentials
        for one in inbox outbox; do echo practice >"run/credentials/Office $one.password"; done'
    local code=0
    inside CREDENTIALS_DIRECTORY=/home/person/run/credentials timeout --preserve-status --signal TERM 8 \
        mailflow --vault credentials run >"$work/service" 2>&1 || code=$?
    [ "$code" -eq 0 ] || { cat "$work/service"; fail "The service ended with $code"; }
    expect " Sent to visitor@example.org" "$work/service"
    grep " Sent to " "$work/service"
}

# The desktop of the person is outside of the root: a panel with a tray, and a daemon that shows notifications.
test_desktop() {
    step "Tray and notification"
    local bus=unix:path=/home/person/run/bus
    begin bus "${as_person[@]}" dbus-daemon --session --nofork --nopidfile --address=$bus
    wait_for 15 as_root test -S "$bare/home/person/run/bus" || fail "The session bus did not start"
    local outside=(setpriv --reuid=$person --regid=$person --clear-groups /usr/bin/env -i PATH="$PATH" HOME=/nonexistent
        DISPLAY="$DISPLAY" DBUS_SESSION_BUS_ADDRESS="unix:path=$bare/home/person/run/bus")
    echo '[global]' >"$work/dunstrc"
    begin dunst "${outside[@]}" dunst -config "$work/dunstrc"
    begin panel "${outside[@]}" trayer --edge bottom --align right --widthtype request --height 28
    inside DBUS_SESSION_BUS_ADDRESS=$bus gdbus wait --session --timeout 30 org.freedesktop.Notifications ||
        { cat "$work/dunst.log"; fail "The notification daemon did not start"; }
    # Its vault is empty, so the first thing that it has to say is that a password is missing.
    sed 's/practice@sandbox.local/person@example.org/' "$work/orders.mailflow" >"$work/tray.mailflow"
    as_root cp "$work/tray.mailflow" "$bare/tmp/tray.mailflow"
    inside mailflow --quiet --profile /home/person/tray import /tmp/tray.mailflow
    inside mailflow --quiet --profile /home/person/tray start Orders
    begin background "${as_person[@]}" DISPLAY="$DISPLAY" DBUS_SESSION_BUS_ADDRESS=$bus \
        mailflow --profile /home/person/tray --vault session --background
    wait_for 60 shows_notice || { cat "$work/background.log"; fail "No notification"; }
    wait_for 30 shows_icon || { cat "$work/background.log"; fail "No icon in the tray"; }
    take_picture tray
    if xdotool search --onlyvisible --name '^Mailflow$' getwindowgeometry %@ | grep 'Geometry: [0-9][0-9][0-9]'; then
        fail "--background shows a window"
    fi
    echo "The icon is in the tray, and a notification is shown"
    end background
}

shows_notice() { [ "$(as_root "${outside[@]}" dunstctl count displayed)" -ge 1 ]; }

# A window of the program's inside of another one, the panel's.
shows_icon() { xwininfo -root -tree | grep -q '^ \{8,\}.*("mailflow" "Mailflow")'; }

# With MAILFLOW_PICTURES=FOLDER, what is on the screen is kept.
take_picture() {
    [ -z "${MAILFLOW_PICTURES:-}" ] || { mkdir -p "$MAILFLOW_PICTURES" && import -window root "$MAILFLOW_PICTURES/$1.png"; }
}

# The entry as the program writes it, started as a desktop does, with a profile whose name needs quoting.
test_sign_in() {
    step "Start at sign-in"
    local profile='/home/person/Daten für "50 %"' entry=/home/person/.config/autostart/mailflow.desktop number
    inside mkdir -p /home/person/.config/autostart
    build/venv/bin/python - "$profile" >"$work/autostart.desktop" <<'CODE'
import sys
from mailflow_gui.store.autostart_entries import desktop_entry
print(desktop_entry(("/usr/bin/mailflow", "--profile", sys.argv[1], "--vault", "session", "--background")), end="")
CODE
    desktop-file-validate "$work/autostart.desktop"
    as_root cp "$work/autostart.desktop" "$bare$entry"
    grep ^Exec= "$work/autostart.desktop"
    inside DISPLAY="$DISPLAY" gio launch "$entry"
    wait_for 60 as_root test -e "$bare$profile/ledger.sqlite" || fail "The entry did not start the program"
    # grep complains of processes that end while it reads.
    number=$({ as_root grep -l -a 'Daten f[ü]r' /proc/[0-9]*/cmdline 2>/dev/null || true; } |
        sed -n 's|/proc/\([0-9]*\)/.*|\1|p' | head -n 1)
    [ -n "$number" ] || fail "The program that the entry started is gone"
    as_root kill "$number"
    wait_for 40 test ! -e "/proc/$number" || fail "The program that the entry started did not end"
    as_root rm -rf "$bare$profile"
}

test_removal() {
    step "Removal"
    as_root sha256sum "$profile/profile.yaml" >"$work/profile.sum"
    quietly as_root chroot "$bare" apt-get purge --yes -q mailflow
    files_of_root >"$work/after"
    if diff "$work/before" "$work/after" | grep '^>'; then fail "Files were left behind"; fi
    as_root sha256sum --quiet --check "$work/profile.sum"
    echo "Nothing is left but the profile"
}
