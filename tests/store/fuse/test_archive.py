"""The archive of an export: what is refused, with which words, before anything is read."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.store.fuse import archive
from mailflow_gui.store.fuse.archive import is_archive, open_export
from tests.store.fuse.exports import integration, model, packed, receive, send, zipped

GOOD = model(integration(receive(), send()))
INFO = json.dumps({"schemaVersion": 42})


def refusal(data: bytes) -> str:
    with pytest.raises(ConfigurationError) as caught:
        open_export(data, "export.zip")
    error = caught.value
    assert "“export.zip” can't be imported" in error.title
    assert "Nothing was changed." in error.hint
    assert error.fix
    return error.hint


@pytest.mark.parametrize("schema", [1, 28, "28", 43, "43"])
def test_known_schemas_are_opened(schema: int | str) -> None:
    opened = open_export(packed(GOOD, schema), "export.zip")
    assert opened.schema == int(schema)
    assert opened.model == GOOD


@pytest.mark.parametrize("schema", [44, "99"])
def test_a_newer_schema_is_refused_with_both_numbers(schema: int | str) -> None:
    words = refusal(packed(GOOD, schema))
    assert f"schema version {schema}" in words
    assert "up to 43" in words


@pytest.mark.parametrize("schema", [None, "", "new", -1, [], True])
def test_a_schema_that_is_no_number_is_refused(schema: object) -> None:
    assert "schema version" in refusal(packed(GOOD, schema))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no zip archive"),
        (b"this is text", "no zip archive"),
        (b"PK\x03\x04broken", "no zip archive"),
        (packed(GOOD)[:-30], "no zip archive"),
        (zipped({"readme.txt": "hello"}), "no model.json"),
        (zipped({"model-info.json": INFO}), "no model.json"),
        (zipped({"model.json": json.dumps(GOOD)}), "schema version"),
        (zipped({"model-info.json": INFO, "model.json": "{"}), "can't be read as JSON"),
        (zipped({"model-info.json": INFO, "model.json": b"\xff\xfe"}), "can't be read as JSON"),
        (zipped({"model-info.json": INFO, "model.json": "[" * 200_000}), "can't be read as JSON"),
        (zipped({"model-info.json": INFO, "model.json": '{"a": NaN}'}), "can't be read as JSON"),
        (zipped({"/etc/model.json": "{}"}), "outside of itself"),
        (zipped({"../model.json": "{}"}), "outside of itself"),
        (zipped({"a/..\\model.json": "{}"}), "outside of itself"),
        (zipped({"C:\\model.json": "{}"}), "outside of itself"),
        (zipped({"a/model.json": "{}", "b/model.json": "{}"}), "more than once"),
    ],
)
def test_what_is_no_export_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(packed(GOOD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert "encrypted" in refusal(bytes(data))


def test_bombs_are_refused_without_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"model-info.json": INFO, "model.json": b" " * (archive.MAX_MODEL + 1)})
    assert len(bomb) < 100_000
    assert "larger than" in refusal(bomb)
    monkeypatch.setattr(archive, "MAX_ENTRIES", 1)
    assert "more than 1 files" in refusal(packed(GOOD))
    monkeypatch.setattr(archive, "MAX_ENTRIES", 10)
    monkeypatch.setattr(archive, "MAX_UNPACKED", 100)
    assert "far larger" in refusal(packed(GOOD))
    monkeypatch.setattr(archive, "MAX_ARCHIVE", 10)
    assert "larger than" in refusal(packed(GOOD))


def test_an_entry_that_is_larger_than_it_says_is_refused() -> None:
    data = bytearray(zipped({"model-info.json": INFO, "model.json": b" " * 5_000}))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rfind(signature)
        data[at + offset : at + offset + 4] = (10).to_bytes(4, "little")
    refusal(bytes(data))


def test_an_unusual_compression_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as target:
        target.writestr("model-info.json", INFO)
        target.writestr("model.json", "{}")
    assert "packed in a way" in refusal(out.getvalue())


def test_a_folder_around_the_files_and_other_files_do_no_harm() -> None:
    entries: dict[str, str | bytes] = {
        "x/model-info.json": INFO,
        "x/model.json": json.dumps(GOOD),
        "x/a.jar": b"\0" * 9,
    }
    assert open_export(zipped(entries), "export.zip").model == GOOD
    marked = zipped({"model-info.json": INFO, "model.json": b"\xef\xbb\xbf" + json.dumps(GOOD).encode()})
    assert open_export(marked, "export.zip").model == GOOD


def test_archives_are_known_by_content_or_name() -> None:
    assert is_archive(packed(GOOD))
    assert is_archive(packed(GOOD)[:4])
    assert is_archive(zipped({}))
    assert is_archive(b"text", "Export.ZIP")
    assert not is_archive(b"mailflow: 1", "export.yaml")
