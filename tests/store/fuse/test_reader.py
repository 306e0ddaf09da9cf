"""Whole exports: both layouts, flows, names, results, and that everything can be saved and reviewed."""

from __future__ import annotations

import pytest

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.model import Connection, Profile
from mailflow_gui.core.review import review
from mailflow_gui.store import bundle
from mailflow_gui.store.fuse import reader
from mailflow_gui.store.merge import Clash, merge
from tests.store.fuse.exports import (
    CATALOG,
    INBOX,
    connection,
    endpoint,
    integration,
    model,
    packed,
    read,
    receive,
    remarks,
    send,
    step,
)


def read_model(content: object, schema: object = 42) -> reader.FuseImport:
    return reader.read(packed(content, schema), "export.zip", CATALOG)


def test_a_complete_integration_passes_the_review_and_goes_through_our_own_file() -> None:
    found = read(receive(unseenOnly="true"), send(to="bob@example.org"), description="Mine")
    profile = Profile(found.bundle.connections, found.bundle.integrations)
    (flow,) = profile.integrations
    assert review(flow, profile, CATALOG) == ()
    assert (flow.name, flow.description, flow.enabled) == ("Flow", "Mine", False)
    again = bundle.read(bundle.write(profile, CATALOG), CATALOG)
    assert [one.values for one in again.integrations[0].steps] == [one.values for one in flow.steps]
    assert [(one.kind, one.did) for one in found.results] == [
        ("connection", "added"),
        ("connection", "added"),
        ("integration", "added"),
    ]


@pytest.mark.parametrize("colon", [True, False])
def test_ids_with_and_without_a_colon(colon: bool) -> None:
    top = connection("c1", "email-receive", "In", **INBOX)
    found = read_model(model(integration(receive(), send(to="b@example.org")), connections=(top,), colon=colon))
    assert [one.name for one in found.bundle.connections] == ["In", "Out"]
    assert [one.connection for one in found.bundle.integrations[0].steps] == ["In", "Out"]


def test_the_old_layout_has_steps_in_the_integration() -> None:
    steps = [receive(), send(to="b@example.org")]
    data = {"id": "i1", "name": "Old", "desiredStatus": "Active", "steps": steps}
    top = connection("c1", "email-receive", "In", **INBOX)
    models = [
        {"kind": "integration", "data": data},
        {"kind": "connection", "data": top},
        {"kind": "connector", "data": {"id": "email-receive"}},
    ]
    found = read_model({"schemaVersion": "23", "models": models}, "23")
    assert [one.action for one in found.bundle.integrations[0].steps] == ["receive-email", "send-email"]
    assert [one.name for one in found.bundle.connections] == ["In", "Out"]


def test_a_flow_without_a_type_is_primary() -> None:
    one = integration(receive(), send(to="b@example.org"))
    del one["flows"][0]["type"]
    assert len(read_model(model(one), 28).bundle.integrations[0].steps) == 2


def test_several_primary_flows_become_several_integrations() -> None:
    one = integration(receive(), send(to="b@example.org"))
    one["flows"].append({"type": "PRIMARY", "steps": [receive(), step("log", "l")]})
    assert [one.name for one in read_model(model(one)).bundle.integrations] == ["Flow", "Flow 2"]


def test_an_api_provider_is_skipped_with_the_reason() -> None:
    one = integration(receive(), name="Todo API")
    one["flows"][0] |= {"type": "API_PROVIDER", "name": "List all tasks"}
    found = read_model(model(one))
    assert found.bundle.integrations == ()
    words = remarks(found)
    assert "skipped | Todo API" in words
    assert "List all tasks" in words


def test_an_integration_without_steps_is_skipped() -> None:
    assert "skipped | Flow | it has no steps" in remarks(read())


@pytest.mark.parametrize("content", [{}, [], "text", 5, None, {"integrations": 5}, {"integrations": {}}])
def test_json_that_is_no_export_is_refused(content: object) -> None:
    with pytest.raises(ConfigurationError, match=r"export\.zip"):
        read_model(content)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("aggregate", "there is no Split before it that it closes"),
        ("headers", "does not set headers"),
        ("extension", "does not run extensions"),
        ("teleport", "no step of the kind “teleport”"),
    ],
)
def test_a_step_without_equivalent_leaves_a_place_that_blocks_the_start(kind: str, words: str) -> None:
    found = read(receive(), step(kind), send(to="b@example.org"))
    (flow,) = found.bundle.integrations
    assert [one.kind for one in flow.steps] == ["", f"{kind} (Fuse Online)", ""]
    (problem,) = review(flow, Profile(found.bundle.connections, (flow,)), CATALOG)
    assert problem.index == 1
    assert words in flow.description
    assert words in remarks(found, "step")
    assert remarks(found, "step").startswith(f"left out | {kind} | of “Flow”")
    assert "a draft" in remarks(found)


def test_other_connectors_at_both_ends_leave_open_places() -> None:
    timer = endpoint("t", "io.syndesis:timer-action", connection("timer", "timer", "Timer"), {"period": "1000"})
    sql = endpoint("q", "sql-connector", connection("5", "sql", "PostgresDB"), {"query": "select 1"})
    content = model(integration(timer, step("log"), sql), connections=(connection("5", "sql", "PostgresDB"),))
    content["connections"][":timer"] = connection("timer", "timer", "Timer") | {
        "metadata": {"hide-from-connection-pages": "true"}
    }
    found = read_model(content)
    (flow,) = found.bundle.integrations
    assert [(one.kind, one.action, one.connection) for one in flow.steps] == [
        ("", "receive-email", ""),
        ("log", "", ""),
        ("", "send-email", ""),
    ]
    assert remarks(found, "step").splitlines()[0].endswith("choose a connection that starts the integration")
    assert remarks(found, "connection").splitlines()[0].startswith("skipped | PostgresDB")
    assert review(flow, Profile((), (flow,)), CATALOG)


def test_labels_and_environment_are_named() -> None:
    found = read(receive(), send(to="b@example.org"), labels={"a": "b"}, environment=[{"name": "R"}])
    assert "labels" in found.bundle.integrations[0].description
    assert "environment variables" in remarks(found)


def test_names_are_made_fit_and_kept_apart() -> None:
    content = model(
        integration(receive(), send(), name="A\nB\x00 " + "x" * 400), integration(receive(), send(), name=" ")
    )
    content["integrations"][":third"] = integration(receive(), send(), name=" ")
    names = [one.name for one in read_model(content).bundle.integrations]
    assert names[0].startswith("A B x")
    assert len(names[0]) <= 180
    assert names[1:] == ["Imported Integration", "Imported Integration 2"]


def test_a_merge_keeps_both_and_the_results_tell_the_new_names() -> None:
    found = read(receive(), step("teleport"), send(to="b@example.org"))
    mine = Profile((Connection("In", "email-receive"),))
    merged = merge(mine, found.bundle, Clash.KEEP_BOTH)
    assert [one.connection for one in merged.profile.integrations[0].steps] == ["In 2", "", "Out"]
    lines = found.arrivals(merged.arrivals)
    assert [(one.kind, one.name, one.did) for one in lines] == [
        ("connection", "In 2", "renamed"),
        ("connection", "Out", "added"),
        ("integration", "Flow", "added"),
        ("step", "teleport", "left out"),
    ]
    assert "stopped" in lines[2].remarks
    assert sum("password needed" in one for one in lines[0].remarks) == 1


def test_every_import_has_fresh_ids() -> None:
    ids = [
        {*(one.id for one in found.bundle.connections), *(step.id for step in found.bundle.integrations[0].steps)}
        for found in (read(receive(), send()), read(receive(), send()))
    ]
    assert not ids[0] & ids[1]


def test_more_than_a_profile_can_hold_is_refused() -> None:
    long = step("template", template="x" * 6_000_000)
    with pytest.raises(ConfigurationError, match="can't be imported"):
        read(receive(), long, send())
