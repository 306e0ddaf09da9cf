# shellcheck shell=bash disable=SC2154
# A part of test_packages.sh: a person signs in to Xfce, to MATE and LXQt, and by GNOME's session manager, and out again,
# on a virtual screen, with the frozen program started by its entry for the start at sign-in.

test_desktop_session() {
    step "Sign-in and log-out in a desktop session"
    if ! .venv/bin/python -c 'import pytest' 2>/dev/null; then
        echo "Left out: the desktop session needs the tests' .venv (sh installer/dev.sh venv)"
        return
    fi
    need_packages xfce4-session xfce4-panel xfwm4 xfconf dbus x11-utils imagemagick libglib2.0-bin xvfb \
        mate-session-manager mate-panel mate-settings-daemon marco lxqt-session lxqt-panel openbox gnome-session-bin
    has xfce4-session || return 0
    MAILFLOW_PROGRAM=$PWD/build/frozen/mailflow/mailflow MAILFLOW_REQUIRE_SESSION=1 QT_QPA_PLATFORM=offscreen \
        .venv/bin/python -m pytest -q tests/sessions
}
