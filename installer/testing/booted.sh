# shellcheck shell=bash disable=SC2154
# A part of test_packages.sh: the bare Debian root is booted with systemd as its first process, and both units of the
# .deb run there, between a Dovecot and a recording SMTP server of the same root. Needs what the bare root needs, and
# systemd-nspawn.

# Why systemd can't be booted here; empty when it can.
find_boot_obstacle() {
    as_root systemd-nspawn "${nspawn[@]}" --directory="$bare" /bin/true >"$work/nspawn" 2>&1 ||
        echo "systemd-nspawn: $(tail -n 1 "$work/nspawn")"
}

nspawn=(--quiet --register=no --private-network --machine=mailflow-test)
[ -d /run/systemd/system ] || nspawn+=(--keep-unit)

test_booted() {
    step "Booted with systemd"
    for one in "${mounted[@]}"; do as_root umount "$one"; done
    mounted=()
    local obstacle
    obstacle=$(find_boot_obstacle)
    if [ -n "$obstacle" ]; then
        step "Left out: the services under systemd ($obstacle)"
        [ "${MAILFLOW_REQUIRE_ROOT:-}" != 1 ] || fail "MAILFLOW_REQUIRE_ROOT=1, but: $obstacle"
        return
    fi
    make_older
    quietly in_root_install systemd systemd-sysv dbus-user-session libpam-systemd dovecot-imapd postfix /tmp/older.deb
    as_root rm "$bare/usr/sbin/policy-rc.d"
    as_root rm -rf "$bare/home/person/.local" "$bare/home/person/.config" # of the tests before
    write_servers
    boot
    set_up_services
    test_delivery
    test_trouble
    test_new_program
    test_next_boot
    test_stop_and_removal
}

# ---- the computer that is booted ----

boot() {
    begin computer systemd-nspawn "${nspawn[@]}" --console=pipe --directory="$bare" --boot
    wait_for 60 runs_wholly || { cat "$work/computer.log"; booted systemctl --failed; fail "It did not boot"; }
    echo "Booted: $(booted systemctl --version | head -n 1)"
}

runs_wholly() { [ "$(booted systemctl is-system-running)" = running ]; }

shut_down() {
    booted systemctl poweroff
    wait_for 60 test ! -e "/proc/$(cat "$work/computer.pid")" || fail "It did not shut down"
}

# A command inside, as root or as the person; with the manager that a unit of this kind belongs to.
booted() {
    as_root nsenter --target "$(pgrep -P "$(cat "$work/computer.pid")")" --mount --uts --ipc --net --pid -- \
        /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"
}
by_person() {
    booted setpriv --reuid=$person --regid=$person --clear-groups \
        env HOME=/home/person XDG_RUNTIME_DIR=/run/user/$person "$@"
}
manage() {
    case $1 in
        system) booted systemctl "${@:2}" ;;
        user) by_person systemctl --user "${@:2}" ;;
    esac
}

# The command line with the profile of a unit of this kind; that of the machine belongs to a user of its own.
with_profile_of() {
    case $1 in
        system) booted systemd-run --quiet --pipe --wait --property=DynamicUser=yes --property=User=mailflow \
            --property=StateDirectory=mailflow --setenv=MAILFLOW_PROFILE=/var/lib/mailflow mailflow "${@:2}" ;;
        user) by_person mailflow "${@:2}" ;;
    esac
}
log_of() {
    case $1 in
        system) booted journalctl --quiet --no-pager "${@:2}" _SYSTEMD_UNIT=mailflow.service + UNIT=mailflow.service ;;
        user) booted journalctl --quiet --no-pager "${@:2}" _SYSTEMD_USER_UNIT=mailflow.service + \
            USER_UNIT=mailflow.service ;;
    esac
}
number_of() { manage "$1" show --property=MainPID --value mailflow; }

# ---- its servers ----

write_servers() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
        -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
    as_root cp "$work/key.pem" "$work/certificate.pem" "$bare/etc/dovecot/private"
    as_root tee "$bare/etc/dovecot/dovecot.conf" >/dev/null <<'CONFIGURATION'
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = </etc/dovecot/private/certificate.pem
ssl_key = </etc/dovecot/private/key.pem
first_valid_uid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=practice
}
userdb {
  driver = static
  args = uid=mail gid=mail home=/srv/mail/%u
}
CONFIGURATION
    as_root chroot "$bare" install -d -o mail -g mail /srv/mail
    as_root tee "$bare/etc/systemd/system/recorder.service" >/dev/null <<'UNIT'
[Service]
DynamicUser=yes
StateDirectory=recorder
WorkingDirectory=/var/lib/recorder
ExecStart=/usr/sbin/smtp-sink -d mail. 127.0.0.1:2525 50
[Install]
WantedBy=multi-user.target
UNIT
    quietly as_root chroot "$bare" systemctl enable recorder dovecot
    quietly as_root chroot "$bare" systemctl disable postfix
}

# Puts a message with this subject into the mailbox of a unit of this kind.
write_to() {
    printf 'From: visitor@example.org\r\nTo: %s@example.org\r\nSubject: %s\r\n\r\nHello.\r\n' "$1" "$2" |
        booted doveadm save -u "$1"
}

# How many messages the recorder has of this subject and sender.
count_sent() {
    booted sh -c 'grep -l "^From: $1@example.org" /var/lib/private/recorder/* 2>/dev/null | xargs -r grep -l "^Subject: $2" |
        wc -l' sh "$1" "$2"
}
was_sent() { [ "$(count_sent "$1" "$2")" = 1 ]; }

wait_until_sent() {
    wait_for "${3:-40}" was_sent "$1" "$2" || { log_of "$1" -n 40; fail "“$2” was not sent by the $1 unit"; }
}

office_profile() {
    local pem
    pem=$(sed 's/^/      /' "$work/certificate.pem")
    cat <<PROFILE
mailflow: 1
connections:
  - name: Office inbox
    connector: email-receive
    protocol: imap
    host: localhost
    port: 993
    username: $1
    secureType: SSL/TLS
    serverCertificate: |
$pem
  - name: Office outbox
    connector: email-send
    host: localhost
    port: 2525
    secureType: None
integrations:
  - name: Orders
    steps:
      - connection: Office inbox
        action: receive-email
        delay: 1s
      - step: data-mapper
        mappings:
          - {from: [from], to: to}
          - {from: [subject], to: subject}
          - {from: [plain], to: text}
      - connection: Office outbox
        action: send-email
        from: $1@example.org
PROFILE
}

# ---- what is tested ----

# Passwords by LoadCredential, from a file that the unit itself can't read; times short enough for a test.
set_up_services() {
    local kind place limits='WatchdogSec=5\nRestartSec=1'
    booted loginctl enable-linger person
    wait_for 20 by_person systemctl --user is-active default.target || fail "The person's manager did not start"
    booted sh -ec "umask 077; mkdir -p /etc/mailflow /etc/systemd/system/mailflow.service.d
        echo practice >/etc/mailflow/office-inbox
        printf '[Service]\nLoadCredential=Office inbox.password:/etc/mailflow/office-inbox\n$limits\n' \
            >/etc/systemd/system/mailflow.service.d/test.conf"
    by_person sh -ec "cd; umask 077; mkdir -p .config/mailflow .config/systemd/user/mailflow.service.d
        echo practice >.config/mailflow/office-inbox
        printf '[Service]\nEnvironment=MAILFLOW_VAULT=credentials\n%s\n$limits\n' \
            'LoadCredential=Office inbox.password:%h/.config/mailflow/office-inbox' \
            >.config/systemd/user/mailflow.service.d/test.conf"
    for kind in system user; do
        office_profile $kind >"$work/$kind.mailflow"
        with_profile_of $kind import /dev/stdin <"$work/$kind.mailflow"
        manage $kind daemon-reload
        # It says that it is ready, or this fails.
        manage $kind enable --now --quiet mailflow
        [ "$(manage $kind show --property=StatusText --value mailflow)" = "0 of 0 integrations run" ] ||
            wait_for 10 has_status $kind "0 of 0 integrations run" || fail "The $kind unit does not wait for a switch"
        with_profile_of $kind start Orders
        wait_for 20 has_status $kind "1 of 1 integrations run" || fail "The $kind unit does not follow the switch"
    done
}

has_status() { [ "$(manage "$1" show --property=StatusText --value mailflow)" = "$2" ]; }

test_delivery() {
    local kind
    for kind in system user; do
        write_to $kind "First of all"
        wait_until_sent $kind "First of all"
        with_profile_of $kind status >"$work/status"
        expect "Orders" "$work/status"
        log_of $kind --output=json >"$work/journal"
        grep '"MESSAGE":"Orders · Send Email: Sent to visitor@example.org' "$work/journal" >"$work/sent" || true
        expect '"PRIORITY":"6"' "$work/sent"
        echo "The $kind unit: ready, follows the switch, has its password, delivers, writes the journal"
    done
    [ "$(booted stat --format=%a "/run/credentials/mailflow.service/Office inbox.password")" = 400 ] ||
        fail "The password of the system unit can be read by others"
}

# A server that is away, a process that hangs, a process that is killed: nothing is lost, nothing is sent twice.
test_trouble() {
    local kind before
    booted systemctl stop recorder
    for kind in system user; do write_to $kind "While the server is away"; done
    for kind in system user; do
        wait_for 30 warned $kind || { log_of $kind -n 20; fail "No warning in the journal of the $kind unit"; }
    done
    booted systemctl start recorder
    for kind in system user; do wait_until_sent $kind "While the server is away" 60; done
    for kind in system user; do
        before=$(number_of $kind)
        booted sh -c "kill -STOP $before"
        write_to $kind "While it hangs"
        wait_for 30 is_another $kind "$before" || { log_of $kind -n 20; fail "The watchdog of the $kind unit"; }
        log_of $kind >"$work/journal"
        expect "Watchdog timeout" "$work/journal"
        wait_until_sent $kind "While it hangs"
        before=$(number_of $kind)
        booted sh -c "kill -KILL $before"
        write_to $kind "While it is dead"
        wait_for 30 is_another $kind "$before" || { log_of $kind -n 20; fail "The $kind unit is not started again"; }
        wait_until_sent $kind "While it is dead"
    done
    echo "A server away, SIGSTOP (watchdog), SIGKILL: each message once"
}

warned() { log_of "$1" --priority=warning | grep -q "Orders · .* does not accept connections"; }
is_another() {
    local number
    number=$(number_of "$1")
    [ "$number" != 0 ] && [ "$number" != "$2" ] && manage "$1" is-active --quiet mailflow
}

# An upgrade replaces the files of the running program.
test_new_program() {
    local kind system user
    system=$(number_of system) user=$(number_of user)
    as_root cp "$deb" "$bare/opt/newer.deb"
    quietly booted dpkg --install /opt/newer.deb
    wait_for 20 is_another system "$system" || fail "The system unit still runs the older program"
    wait_for 20 is_another user "$user" || fail "The user unit still runs the older program"
    for kind in system user; do write_to $kind "After the upgrade"; done
    for kind in system user; do wait_until_sent $kind "After the upgrade"; done
    echo "The upgrade started both again"
}

test_next_boot() {
    shut_down
    boot
    local kind
    for kind in system user; do write_to $kind "After a boot"; done
    for kind in system user; do wait_until_sent $kind "After a boot"; done
    echo "After the next boot both run"
}

test_stop_and_removal() {
    local kind one
    for kind in system user; do
        manage $kind stop mailflow
        [ "$(manage $kind show --property=Result,ExecMainStatus --value mailflow | xargs)" = "success 0" ] ||
            { manage $kind status mailflow; fail "The $kind unit did not end well"; }
        for one in "First of all" "While the server is away" "While it hangs" "While it is dead" "After the upgrade"; do
            was_sent $kind "$one" || fail "“$one” was sent $(count_sent $kind "$one") times"
        done
        manage $kind start mailflow
    done
    quietly booted dpkg --purge mailflow
    if booted systemctl is-active --quiet mailflow; then fail "It still runs"; fi
    if by_person systemctl --user is-active --quiet mailflow; then fail "That of the person still runs"; fi
    as_root find "$bare/etc" "$bare/usr" "$bare/var" "$bare/opt" -xdev -iname '*mailflow*' | sort >"$work/left"
    # What the test has written by itself, and the profile.
    if grep -v -e /etc/mailflow -e /mailflow.service.d -e /var/lib/private/mailflow -e '/var/lib/mailflow$' \
        -e /var/log/ "$work/left"; then fail "Files were left behind"; fi
    as_root test -s "$bare/var/lib/private/mailflow/profile.yaml" || fail "The profile is gone"
    shut_down
    echo "Stopped, removed; the profile stays"
}
