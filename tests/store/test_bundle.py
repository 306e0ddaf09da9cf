"""The configuration file: the documented example round-trips to the byte, and wrong files are refused with the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Problem
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.store import bundle
from mailflow_gui.store.document import DocumentRefused
from tests.store.sample import CATALOG, EXAMPLE, PEM

RECEIVE = "connections:\n  - name: A\n    connector: email-receive\n    host: h.example\n    port: 993\n"


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DocumentRefused) as caught:
        bundle.read(text, CATALOG)
    return caught.value.problems


def written(found: bundle.Bundle) -> str:
    return bundle.write(Profile(found.connections, found.integrations), CATALOG)


def test_the_documented_example_round_trips_to_the_byte() -> None:
    found = bundle.read(EXAMPLE, CATALOG)
    assert written(found) == EXAMPLE
    assert written(bundle.read(written(found), CATALOG)) == EXAMPLE


def test_what_the_example_means() -> None:
    found = bundle.read(EXAMPLE, CATALOG)
    receive, send = found.connections
    assert receive.values["port"] == 993
    assert receive.values["serverCertificate"] == PEM
    assert (send.name, send.connector) == ("Send Emails to Leads", "email-send")
    (welcome,) = found.integrations
    assert [step.kind or step.action for step in welcome.steps] == [
        *("receive-email", "basic-filter", "data-mapper", "template", "log", "send-email")
    ]
    assert welcome.steps[2].values["mappings"][2] == {
        "from": ["subject", "from"],
        "to": "text",
        "combine": {"delimiter": " — "},
    }
    assert len({step.id for step in welcome.steps}) == 6


@pytest.mark.parametrize("spelling", ["None", "null", "~", ""])
def test_no_encryption_may_be_spelled_as_yaml_does(spelling: str) -> None:
    found = bundle.read(f"mailflow: 1\n{RECEIVE}    secureType: {spelling}\n", CATALOG)
    assert found.connections[0].values["secureType"] == "None"
    assert "secureType: None\n" in written(found)


def test_earlier_names_of_settings_are_read_and_written_anew() -> None:
    text = EXAMPLE.replace("delay: 5s", "pollDelay: 5000")
    assert written(bundle.read(text, CATALOG)) == EXAMPLE


def test_a_missing_password_is_no_problem_of_the_file() -> None:
    assert bundle.read(f"mailflow: 1\n{RECEIVE}    username: me\n", CATALOG).connections


@pytest.mark.parametrize(
    ("find", "put", "line", "field", "words"),
    [
        ("mailflow: 1", "mailflow: 2", 1, "mailflow", "Update Mailflow"),
        ("mailflow: 1", "mailflow: yes", 1, "mailflow", "mailflow: 1"),
        ("mailflow: 1", "mailflow: true", 1, "mailflow", "mailflow: 1"),
        ("mailflow: 1", "version: 1", 1, "mailflow", "not a Mailflow file"),
        ("integrations:", "integration:", 22, "integration", "Known: mailflow, connections, integrations"),
        ("    protocol: imap", "    protocol: nntp", 6, "protocol", "imap, pop3"),
        ("    port: 993", "    port: abc", 8, "port", "whole number"),
        ("    port: 993", "    port: 99999", 8, "port", "between 1 and 65535"),
        ("    port: 993", "    port: [993]", 8, "port", "whole number"),
        ("    port: 993", "    prot: 993", 8, "prot", "Did you mean “port”"),
        ("    port: 465", "    password: hunter2", 19, "password", "mailflow secret set"),
        ("    host: mail.ourcompany.com\n", "", 3, "host", "required"),
        ("connector: email-send", "connector: smtp", 17, "connector", "email-receive, email-send"),
        ("    connector: email-send\n", "", 16, "connector", "missing"),
        ("name: Send Emails to Leads", "name: obtain info EMAILS", 16, "name", "already in line 3"),
        ("name: Send Emails to Leads", "name: ''", 16, "name", "missing"),
        ("name: Send Emails to Leads", "name: 12", 16, "name", "quotes"),
        ("name: Send Emails to Leads", 'name: "a\\nb"', 16, "name", "One line"),
        ("name: Send Emails to Leads", "name: " + "x" * 201, 16, "name", "200 letters"),
        ("    enabled: false", "    enabled: maybe", 25, "enabled", "true or false"),
        ("    enabled: false", "    enabeld: false", 25, "enabeld", "Known: name, description, labels, enabled, steps"),
        ("    enabled: false", "    id: abc", 25, "id", "There is no “id” here"),
        ("connection: Obtain Info Emails", "connection: Obtain", 27, "connection", "no connection called"),
        ("connection: Obtain Info Emails", "connection: Send Emails to Leads", 28, "action", "needs one of email-rec"),
        ("        action: receive-email\n", "", 27, "action", "Add `action:`"),
        ("action: receive-email", "action: receive", 28, "action", "Known: receive-email, send-email"),
        ("        unseenOnly: true", "        unseenOnly: 7", 30, "unseenOnly", "true or false"),
        ("delay: 5s", "delay: 5 parsecs", 31, "delay", "number with a unit"),
        ("step: basic-filter", "step: basic", 37, "step", "Known: basic-filter"),
        ("step: basic-filter", "connection: Obtain Info Emails\n        step: x", 37, "step", "either"),
        ("{path: subject,", "{path: '',", 40, "rules[0].path", "Choose a field"),
        (
            "        rules:\n          - {path",
            "        rules:\n          - {}\n          - {path",
            40,
            "rules[0].path",
            "field",
        ),
        ('template: "Dear', 'templte: "Dear', 49, "templte", "Did you mean “template”"),
        ("description: Messages", "description: &a Messages", 4, "", "anchor"),
        ("    username: info@ourcompany.com\n", "    username: a\n    username: b\n", 10, "username", "line 9"),
    ],
)
def test_refusals_name_line_field_and_fix(find: str, put: str, line: int, field: str, words: str) -> None:
    text = EXAMPLE.replace(find, put, 1)
    assert text != EXAMPLE
    problems = refused(text)
    found = [one for one in problems if one.line == line and one.field == field and words in one.message]
    assert found, problems


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("just words", 1),
        ("- 1\n- 2\n", 1),
        ("mailflow: 1\nconnections: {a: 1}\n", 2),
        ("mailflow: 1\nconnections:\n  - words\n", 3),
        ("mailflow: 1\nintegrations:\n  - name: A\n", 3),
        ("mailflow: 1\nintegrations:\n  - name: A\n    steps: [words]\n", 4),
        ("mailflow: 1\nintegrations:\n  - name: A\n    steps:\n      - delay: 5s\n", 5),
        ("mailflow: 1\npasswords: {a: b}\n", 2),
    ],
)
def test_wrong_shapes(text: str, line: int) -> None:
    assert line in [problem.line for problem in refused(text)]


def test_all_problems_are_told_at_once_in_order() -> None:
    text = EXAMPLE.replace("port: 993", "port: x").replace("port: 465", "port: y").replace("repeat: once", "repeat: z")
    assert [problem.line for problem in refused(text)] == [8, 19, 34]


def test_a_password_is_refused_in_these_words_and_not_repeated() -> None:
    (problem,) = refused(f"mailflow: 1\n{RECEIVE}    password: Zx9-canary\n")
    assert problem.message == "Passwords do not belong in a file; use `mailflow secret set`."
    with pytest.raises(DocumentRefused) as caught:
        bundle.read(f"mailflow: 1\n{RECEIVE}    password: Zx9-canary\n", CATALOG)
    assert "Zx9" not in caught.value.details + str(caught.value)


def test_a_secret_in_the_values_is_never_exported() -> None:
    connection = Connection("A", "email-receive", {"host": "h", "port": 1, "password": "Zx9-canary"})
    unknown = Connection("B", "gone", {"apiToken": "Zx9-canary", "host": "h"})
    text = bundle.write(Profile((connection, unknown)), CATALOG)
    assert "Zx9" not in text
    assert "host: h" in text


def test_an_integration_may_use_connections_that_are_already_there() -> None:
    full = bundle.read(EXAMPLE, CATALOG)
    alone = bundle.write(Profile((), full.integrations), CATALOG)
    assert {problem.field for problem in refused(alone)} == {"connection"}
    assert bundle.read(alone, CATALOG, known=full.connections).integrations[0].name == "Welcome new leads"


def test_a_subset_brings_what_it_uses() -> None:
    full = bundle.read(EXAMPLE, CATALOG)
    other = Connection("Unused", "email-send", {"host": "h", "port": 25})
    profile = Profile((*full.connections, other), full.integrations)
    assert bundle.subset(profile, []) == profile
    assert len(bundle.subset(profile, ["Welcome new leads"]).connections) == 2
    assert bundle.subset(profile, ["Unused"]) == Profile((other,))
    with pytest.raises(SettingsError, match="Nowhere"):
        bundle.subset(profile, ["Nowhere"])


def test_hundred_rows_and_long_templates_round_trip() -> None:
    found = bundle.read(EXAMPLE, CATALOG)
    template = "Dear {{from}},\n\n\tthank you: # for asking…\n  - indented\n\nBye 👋\n"
    rules = tuple({"path": f"headers.X-{n}", "op": "contains", "value": "x" * n} for n in range(1, 101))
    steps = (Step("template", values={"template": template}), Step("basic-filter", values={"rules": rules}))
    profile = Profile(found.connections, (Integration("Big", steps),))
    again = bundle.read(bundle.write(profile, CATALOG), CATALOG).integrations[0]
    assert again.steps[0].values["template"] == template
    assert tuple(again.steps[1].values["rules"]) == rules
    assert replace(again, id="", steps=()) == replace(profile.integrations[0], id="", steps=())
