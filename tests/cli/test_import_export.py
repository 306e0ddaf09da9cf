"""Import and export through the command line, with the connectors and steps of this installation."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.library import YamlLibrary
from tests.cli.command import Command
from tests.store.fuse.exports import integration, model, packed, receive, send, step
from tests.store.sample import EXAMPLE


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def test_the_documented_example_goes_in_and_out(mailflow: Command, example: Path, tmp_path: Path) -> None:
    ended = mailflow("import", str(example))
    assert ended.code == 0, ended.err
    assert len(ended.out.splitlines()) == 3
    first = mailflow("export").out
    mailflow.profile = tmp_path / "second"
    (tmp_path / "again.yaml").write_text(first)
    assert mailflow("import", str(tmp_path / "again.yaml"), "--json").json()[2]["did"] == "added"
    assert mailflow("export").out == first


@pytest.mark.parametrize(
    ("written", "saved"), [("10:00", "10:00"), ("'09:00'", "09:00"), ("mon-fri 9:30", "mon-fri 09:30"), ('""', "")]
)
def test_a_time_of_day_is_no_number(mailflow: Command, example: Path, tmp_path: Path, written: str, saved: str) -> None:
    """YAML 1.1 reads 10:00 as 600."""
    example.write_text(EXAMPLE.replace("startFrom: all", f"expectedBy: {written}"))
    assert mailflow("import", str(example)).code == 0
    first = mailflow("export").out
    found = YamlLibrary(mailflow.profile / "profile.yaml").load().integrations[0].steps[0].values
    assert str(found.get("expectedBy", "")) in (saved, written)
    mailflow.profile = tmp_path / "second"
    (tmp_path / "again.yaml").write_text(first)
    assert mailflow("import", str(tmp_path / "again.yaml")).code == 0
    assert mailflow("export").out == first


def test_a_time_of_day_that_is_none_is_refused(mailflow: Command, example: Path) -> None:
    example.write_text(EXAMPLE.replace("startFrom: all", "expectedBy: at nine"))
    ended = mailflow("import", str(example))
    assert ended.code == 3
    assert "expectedBy: Expected By must be a time of day with or without days" in ended.err


def test_imported_integrations_are_stopped(mailflow: Command, example: Path) -> None:
    example.write_text(EXAMPLE.replace("enabled: false", "enabled: true"))
    mailflow("import", str(example))
    (row,) = mailflow("list", "integrations", "--json").json()
    assert (row["name"], row["kind"], row["state"]) == ("Welcome new leads", "integration", "stopped")
    assert [one["state"] for one in mailflow("list", "connections", "--json").json()] == ["not validated"] * 2


def test_names_that_clash_are_refused_then_replaced_or_kept(mailflow: Command, example: Path) -> None:
    mailflow("import", str(example))
    before = mailflow("export").out
    ended = mailflow("import", str(example))
    assert ended.code == 3
    assert "--keep-both" in ended.err
    assert mailflow("export").out == before
    assert mailflow("import", str(example), "--replace").code == 0
    assert mailflow("export").out == before
    assert mailflow("import", str(example), "--keep-both").code == 0
    assert len(mailflow("list", "--json").json()) == 6
    assert mailflow("import", str(example), "--keep-both", "--replace").code == 2


def test_a_refused_file_changes_nothing_and_names_every_line(mailflow: Command, example: Path) -> None:
    example.write_text(EXAMPLE.replace("port: 993", "port: x").replace("repeat: once", "repeet: once"))
    ended = mailflow("import", str(example))
    assert (ended.code, ended.out) == (3, "")
    assert "line 8: port:" in ended.err
    assert "line 34: repeet:" in ended.err
    assert not (mailflow.profile / "profile.yaml").exists()


def test_files_that_are_none(mailflow: Command, tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(b"PK\x03\x04...")
    (tmp_path / "latin.yaml").write_bytes(b"mailflow: 1\nconnections: \xff\n")
    for name, words in (("export.zip", "Fuse Online"), ("latin.yaml", "UTF-8"), ("gone.yaml", "can't be read")):
        ended = mailflow("import", str(tmp_path / name))
        assert ended.code == 3
        assert words in ended.err


def test_a_fuse_online_export_keeps_both_and_tells_each_item(mailflow: Command, tmp_path: Path) -> None:
    steps = (receive(), step("teleport"), send(to="b@example.org"))
    export = tmp_path / "renamed.dat"  # known by its content
    export.write_bytes(packed(model(integration(*steps))))
    assert mailflow("import", str(export)).code == 0
    ended = mailflow("import", str(export))
    assert ended.code == 0, ended.err
    lines = ended.out.splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        "renamed: connection “In 2”",
        "renamed: connection “Out 2”",
        "renamed: integration “Flow 2”",
        "left out: step “teleport”",
    ]
    assert "password needed" in lines[0]
    assert "stopped; " in lines[2]
    assert mailflow("start", "Flow").code != 0
    assert mailflow("import", str(export), "--replace", "--json").json()[2]["did"] == "replaced"
    assert len(mailflow("list", "--json").json()) == 6


def test_a_refused_export_changes_nothing(mailflow: Command, tmp_path: Path) -> None:
    export = tmp_path / "new.zip"
    export.write_bytes(packed(model(), 99))
    ended = mailflow("import", str(export))
    assert ended.code == 3
    assert "schema version 99" in ended.err
    assert not (mailflow.profile / "profile.yaml").exists()


def test_a_replaced_server_loses_the_saved_password(mailflow: Command, example: Path) -> None:
    mailflow("import", str(example))
    mailflow("secret", "set", "Obtain Info Emails", "--stdin", typed="pw\n")
    library = YamlLibrary(mailflow.profile / "profile.yaml")
    old = library.load().connection("Obtain Info Emails").id
    assert mailflow.vault is not None
    mailflow("import", str(example), "--replace")
    assert mailflow.vault.get(old, "password") == SecretText("pw")
    example.write_text(EXAMPLE.replace("mail.ourcompany.com", "mail.evil.example"))
    ended = mailflow("import", str(example), "--replace")
    assert "password needed" in ended.out
    assert mailflow.vault.get(old, "password") is None
    assert library.load().connection("Obtain Info Emails").id != old


def test_exporting_some_to_a_file(mailflow: Command, example: Path, tmp_path: Path) -> None:
    mailflow("import", str(example))
    out = tmp_path / "out.yaml"
    ended = mailflow("export", "Send Emails to Leads", "--output", str(out))
    assert (ended.code, ended.out) == (0, "")
    assert "Obtain Info Emails" not in out.read_text()
    assert mailflow("export", "Nothing").code == 2
    assert mailflow("export", "--output", str(tmp_path / "no" / "where.yaml")).code == 1


def test_an_unfinished_item_is_exported_with_a_warning(mailflow: Command) -> None:
    mailflow.profile.mkdir()
    (mailflow.profile / "profile.yaml").write_text("mailflow: 1\nconnections: [{name: A, connector: email-send}]\n")
    ended = mailflow("export")
    assert ended.code == 0
    assert "not complete" in ended.err
    assert "line 3: host:" in ended.err


def test_the_reference_names_every_documented_key(mailflow: Command) -> None:
    import re

    described = mailflow("connectors", "--json").json() + mailflow("steps", "--json").json()
    fields = [field for one in described for field in one["fields"]]
    fields += [field for one in described for action in one.get("actions", ()) for field in action["fields"]]
    keys = {field["key"] for field in fields}
    documented = set(re.findall(r"^ +(?:- )?(\w+):", EXAMPLE, re.MULTILINE))
    own = {"name", "description", "connector", "enabled", "steps", "connection", "action", "step"}
    assert documented - own <= keys
    assert [field for field in fields if field["secret"] and field["default"]] == []
    text = mailflow("connectors").out + mailflow("steps").out
    for key in keys:
        assert key in text


def test_one_kind_of_step_is_described_in_full(mailflow: Command) -> None:
    told = mailflow("steps", "advanced-filter").out
    assert "Only continue if (expression, required)" in told
    assert "isEmpty(value)" in told
    assert "Basic Filter" not in told
    listed = mailflow("steps").out
    assert "More: mailflow steps advanced-filter" in listed
    assert "isEmpty(value)" not in listed
    (one,) = mailflow("steps", "advanced-filter", "--json").json()
    assert "isEmpty(value)" in one["fields"][0]["manual"]
    refused = mailflow("steps", "nope")
    assert (refused.code, refused.out) == (2, "")
    assert "There is no step kind “nope”. Known: advanced-filter," in refused.err


PASSPHRASE = "correct horse battery"


def test_a_bundle_brings_the_passwords_to_another_computer(mailflow: Command, example: Path, tmp_path: Path) -> None:
    mailflow("import", str(example))
    profile = YamlLibrary(mailflow.profile / "profile.yaml").load()
    assert mailflow.vault is not None
    mailflow.vault.set(profile.connections[0].id, "password", SecretText("Zx9-canary"))
    file = tmp_path / "all.mailflow-bundle"
    ended = mailflow("export", "--bundle", "--output", str(file), "--passphrase-stdin", typed=PASSPHRASE + "\n")
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert "Passwords in it: 1." in ended.err
    assert b"Zx9-canary" not in file.read_bytes()
    mailflow.profile = tmp_path / "second"
    ended = mailflow("import", str(file), "--passphrase-stdin", "--json", typed=PASSPHRASE)
    assert [one["did"] for one in ended.json()] == ["added"] * 3
    arrived = YamlLibrary(mailflow.profile / "profile.yaml").load()
    assert mailflow.vault.get(arrived.connections[0].id, "password") == SecretText("Zx9-canary")
    assert arrived.connections[0].id != profile.connections[0].id
    assert not [one for one in arrived.integrations if one.enabled]


def test_a_bundle_is_refused_in_words(mailflow: Command, example: Path, tmp_path: Path) -> None:
    mailflow("import", str(example))
    file = tmp_path / "all.mailflow-bundle"
    assert mailflow("export", "--bundle", "--passphrase-stdin", typed=PASSPHRASE).code == 2, "without --output"
    assert mailflow("export", "--bundle", "--output", str(file)).code == 2, "nobody is at the keyboard"
    short = mailflow("export", "--bundle", "--output", str(file), "--passphrase-stdin", typed="short")
    assert (short.code, "too short" in short.err, file.exists()) == (3, True, False)
    mailflow("export", "--bundle", "--output", str(file), "--passphrase-stdin", typed=PASSPHRASE)
    mailflow.profile = tmp_path / "second"
    wrong = mailflow("import", str(file), "--passphrase-stdin", typed="wrong horse battery")
    assert (wrong.code, "The passphrase is wrong" in wrong.err) == (3, True)
    file.write_bytes(file.read_bytes()[:-40])
    damaged = mailflow("import", str(file), "--passphrase-stdin", typed=PASSPHRASE)
    assert (damaged.code, "not whole" in damaged.err) == (3, True)
    assert not (mailflow.profile / "profile.yaml").exists()
