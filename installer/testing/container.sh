# shellcheck shell=bash disable=SC2154
# A part of test_packages.sh: the container image is built as its Containerfile says, on a base made by debootstrap (no
# hub is asked), and runs as it is documented: no root, nothing to write to but its volume, passwords from secrets.

base=$work/base
engine=(--root "$work/containers" --runroot "$work/containers-run" --cgroup-manager cgroupfs)
options=()

# Begun early, beside the builds: it only waits for the mirror.
begin_base() {
    (debootstrap_here "$base" ca-certificates,python3,python3-venv >"$work/base.log" 2>&1; echo $? >"$work/base.code") &
    processes+=($!)
}

pod() { as_root podman "${engine[@]}" "$@"; }
run_image() { pod run --read-only --volume profile:/var/lib/mailflow "${options[@]}" "$@"; }

test_container() {
    step "The container image"
    wait_for 300 test -e "$work/base.code" || fail "debootstrap did not end"
    [ "$(cat "$work/base.code")" = 0 ] || { tail -n 30 "$work/base.log"; fail "debootstrap failed"; }
    build_image
    find_runtime || return 0
    [ "$(run_image --rm --entrypoint id mailflow -u)" = 10001 ] || fail "It runs as another user than it says"
    run_image --rm --network none mailflow demo --headless 2>/dev/null >"$work/demo"
    grep "^Done\|^sent" "$work/demo" | tail -n 1
    set_up_container
    test_container_run
    pod rm --all --force >/dev/null
}

build_image() {
    mounted+=("$work/containers/overlay")
    as_root tar -C "$base" --exclude=./var/cache/apt --exclude=./var/lib/apt/lists --exclude=./dev -c . |
        pod import - localhost/python >"$work/quiet" 2>&1
    # As pip finds its index here.
    local pip=()
    [ ! -e /etc/pip.conf ] || pip=(--volume /etc/pip.conf:/etc/pip.conf:ro)
    quietly pod build --isolation chroot --network host --volume /etc/ssl/certs:/etc/ssl/certs:ro "${pip[@]}" \
        --build-arg BASE=localhost/python --file installer/container/Containerfile --tag mailflow .
    pod images --format '{{.Repository}} {{.Size}}' | grep -v '<none>'
}

# Whether a container starts here: with the usual runtime or the other one, with its own limits or those of this shell.
find_runtime() {
    local runtime limits
    limits="--ulimit nofile=$(ulimit -Hn):$(ulimit -Hn) --ulimit nproc=4000:4000"
    for runtime in crun runc; do
        for options in "" "$limits"; do
            read -ra options <<<"$options"
            engine=("${engine[@]:0:6}" --runtime "$runtime")
            if run_image --rm --network none mailflow --version 2>"$work/runtime"; then return 0; fi
            sed "s|^|$runtime: |" "$work/runtime"
        done
    done
    step "Left out: running the container image, for neither runtime starts"
    [ "${MAILFLOW_REQUIRE_ROOT:-}" != 1 ] || fail "MAILFLOW_REQUIRE_ROOT=1, but no container starts"
    return 1
}

# A practice server outside, the profile in the volume, the passwords as secrets.
set_up_container() {
    rm -f "$work/ports.json"
    begin outside build/frozen/mailflow/mailflow --profile "$work/outside" --quiet sandbox --port-file "$work/ports.json"
    wait_for 30 test -s "$work/ports.json" || fail "The practice server did not start"
    as_root chmod 644 "$work/ports.json"
    practice_profile "$work/ports.json" >"$work/container.mailflow"
    run_image --rm --interactive --network none mailflow import /dev/stdin <"$work/container.mailflow"
    run_image --rm --network none mailflow start Orders
    echo practice >"$work/practice"
    pod secret create office "$work/practice" >/dev/null
}

run_service() {
    local name=$1 box
    shift
    local secrets=()
    for box in inbox outbox; do secrets+=(--secret "office,target=Office $box.password,uid=10001,mode=0400"); done
    run_image --detach --name "$name" --network host --stop-timeout 90 --tmpfs /run/secrets "${secrets[@]}" mailflow "$@" \
        >/dev/null
}

test_container_run() {
    local begun
    run_service words run
    write_to_practice "Into a container"
    wait_for 60 has_log words "Sent to visitor@example.org" || { pod logs words; fail "The container did not deliver"; }
    begun=$SECONDS
    pod stop words >/dev/null
    [ "$(pod inspect --format '{{.State.ExitCode}}' words)" = 0 ] || { pod logs words; fail "It did not end with 0"; }
    [ $((SECONDS - begun)) -lt 20 ] || fail "It took $((SECONDS - begun)) s to end"
    has_log words "Stopped “Orders”" || { pod logs words; fail "It does not tell that it ended"; }
    pod logs words
    run_service json run --json
    write_to_practice "Into the next container"
    wait_for 60 has_log json '"reply": "250' || { pod logs json; fail "The next container did not deliver"; }
    pod stop json >/dev/null
    pod logs json 2>/dev/null | "$python" -c '
import json, sys
sent = [one["subject"] for one in map(json.loads, sys.stdin) if one["event"] == "sent"]
sys.exit(None if sent == ["Into the next container"] else f"Sent: {sent}")' || fail "Not the lines that were expected"
    echo "It delivers, ends when told to, and the next one goes on where it ended"
}

has_log() { pod logs "$1" 2>&1 | grep -q -e "$2"; }
