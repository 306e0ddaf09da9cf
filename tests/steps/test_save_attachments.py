"""Save Attachments: files get safe names, nothing is overwritten, and a second run changes nothing."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from mailflow_gui.core.errors import UnreachableError
from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.message import Attachment, Message
from mailflow_gui.core.step import StepContext
from mailflow_gui.steps.save_attachments import KIND, SaveAttachmentsSettings


def files(*names_and_contents: tuple[str, bytes]) -> Message:
    return Message(b"", attachments=tuple(Attachment(name, "text/plain", text) for name, text in names_and_contents))


def run(folder: Path, message: Message, *, rehearsing: bool = False, **values: Any) -> Exchange:
    settings, problems = SaveAttachmentsSettings.check({"folder": str(folder), **values})
    assert not problems
    stage = cast(Stage, KIND.prepare(settings, StepContext("save", "i", rehearsing)))
    result = stage(Exchange("1", message, datetime(2026, 11, 24, tzinfo=UTC), data={"content": "kept"}))
    assert isinstance(result, Exchange)
    return result


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_and_told(tmp_path: Path) -> None:
    result = run(tmp_path, files(("a.txt", b"1"), ("b.txt", b"2")))
    assert held(tmp_path) == {"a.txt": b"1", "b.txt": b"2"}
    assert result.notes == ("2 files saved",)
    assert result.value("steps.save.files") == (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))


def test_the_data_for_the_next_step_stay(tmp_path: Path) -> None:
    assert run(tmp_path, files(("a.txt", b"1"))).value("content") == "kept"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    run(tmp_path, files(("a.txt", b"new"), ("a.txt", b"newer")))
    assert held(tmp_path) == {"a.txt": b"old", "a (2).txt": b"new", "a (3).txt": b"newer"}


def test_a_second_run_writes_no_second_copy(tmp_path: Path) -> None:
    message = files(("a.txt", b"1"), ("a.txt", b"2"))
    assert run(tmp_path, message).outputs == run(tmp_path, message).outputs
    assert held(tmp_path) == {"a.txt": b"1", "a (2).txt": b"2"}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\x.txt", "x.txt"),
        ("/abs.txt", "abs.txt"),
        ("C:\\x.txt", "x.txt"),
        ("a:b.txt", "a_b.txt"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("a<b>|?*.txt", "a_b____.txt"),
        ("trailing. . ", "trailing"),
        (".hidden", "hidden"),
        ("...", "attachment.bin"),
        ("", "attachment.bin"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("new\nline\x00.txt", "newline.txt"),
    ],
)
def test_names_are_made_safe_and_stay_inside(tmp_path: Path, name: str, safe: str) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    run(folder, files((name, b"x")))
    assert list(held(folder)) == [safe]
    assert list(tmp_path.iterdir()) == [folder]


def test_a_name_of_any_length_fits(tmp_path: Path) -> None:
    run(tmp_path, files(("ä" * 500 + ".pdf", b"x")))
    (name,) = held(tmp_path)
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 120


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(target)
    run(folder, files(("a.txt", b"x")))
    assert not target.exists()
    assert (folder / "a (2).txt").read_bytes() == b"x"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_files_are_private(tmp_path: Path) -> None:
    run(tmp_path, files(("a.txt", b"x")))
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600


def test_patterns_choose(tmp_path: Path) -> None:
    run(tmp_path, files(("A.PDF", b"1"), ("b.txt", b"2"), ("invoice 3.doc", b"3")), names="*.pdf, invoice*")
    assert sorted(held(tmp_path)) == ["A.PDF", "invoice 3.doc"]


def test_pictures_in_the_text_only_when_asked_for(tmp_path: Path) -> None:
    message = Message(b"", attachments=(Attachment("logo.png", "image/png", b"x", inline=True),))
    run(tmp_path, message)
    assert held(tmp_path) == {}
    run(tmp_path, message, inline=True)
    assert held(tmp_path) == {"logo.png": b"x"}


def test_a_rehearsal_writes_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, files(("a.txt", b"1")), rehearsing=True).notes == ("Would save 1 file: a.txt",)
    assert held(tmp_path) == {}


def test_a_missing_folder_waits_and_loses_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="can't be written"):
        run(tmp_path / "gone", files(("a.txt", b"1")))


@pytest.mark.parametrize("folder", ["here", "~nobody-of-this-name/here"])
def test_a_folder_without_its_whole_path_is_refused(folder: str) -> None:
    assert [one.field for one in SaveAttachmentsSettings.check({"folder": folder})[1]] == ["folder"]


def test_a_rehearsal_tells_the_names_that_the_files_would_get(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"mine")
    (tmp_path / "b.txt").write_bytes(b"2")
    message = files(("a.txt", b"1"), ("b.txt", b"2"), ("c.txt", b"3"), ("c.txt", b"4"), ("c.txt", b"3"))
    told = run(tmp_path, message, rehearsing=True).notes
    assert told == ("Would save 5 files: a (2).txt, b.txt, c.txt, c (2).txt, c.txt",)
    saved = run(tmp_path, message).value("steps.save.files")
    assert told[0].endswith(", ".join(Path(one).name for one in saved))
    assert run(tmp_path / "gone", message, rehearsing=True).notes[0].startswith("Would save 5 files: a.txt")
