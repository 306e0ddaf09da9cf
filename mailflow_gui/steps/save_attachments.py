"""Step kind Save Attachments: files of the message go into a folder of this computer. Integration's thread.

Nothing is ever overwritten. Running the same message again (after a crash) finds its files and writes no second copy.
"""

from __future__ import annotations

import errno
import fnmatch
import os
import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

from mailflow_gui.core.errors import MailflowError, RefusedError, SettingsError, UnreachableError
from mailflow_gui.core.exchange import Exchange, Stage, Values
from mailflow_gui.core.fields import Flag, Problem, Text
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.message import Attachment
from mailflow_gui.core.mime.filenames import safe_file_name
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import LIST, NUMBER, Shape, ShapeField
from mailflow_gui.core.step import StepContext, StepKind

#: So many names are tried for one file: “name.pdf”, “name (2).pdf”, …
MOST_NAMES = 1000
#: Names that Windows keeps for devices, whatever their extension.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))})
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
#: Errors of the disk that pass: the folder comes back, space is made.
_PASSING = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ENOENT, errno.ENODEV, errno.ESTALE, errno.EROFS, errno.EACCES}


class SaveAttachmentsSettings(Settings):
    """Where files go, and which."""

    folder = Text("Folder", "", required=True, help="A folder of this computer. It must exist.", placeholder="/home/…")
    names = Text(
        "Only Files Named",
        "",
        help="Patterns with * and ?, separated by commas, such as *.pdf, invoice*. Blank: every file.",
        placeholder="*.pdf, *.csv",
    )
    inline = Flag("Pictures in the Text Too", False, help="Also saves pictures that are shown within the text.")

    def review(self) -> list[Problem]:
        """The folder needs its whole path: the program may be started anywhere."""
        if self.folder and not _place(self.folder).is_absolute():
            return [Problem("folder", tr("Type the whole path of the folder, or choose it."))]
        return []


def _place(folder: str) -> Path:
    """The folder that was typed; “~” stays where there is no home, or nobody of the name."""
    return Path(os.path.expanduser(folder))  # noqa: PTH111


def prepare(settings: SaveAttachmentsSettings, context: StepContext) -> Stage:
    """The stage. In a rehearsal it only tells which files it would save."""
    if not settings.folder:
        raise SettingsError(
            tr("Save Attachments has no folder"), tr("Choose one."), cause="STEP_SETTINGS", fields=("folder",)
        )
    folder = _place(settings.folder)
    patterns = [one.strip().casefold() for one in settings.names.split(",") if one.strip()]

    def save(exchange: Exchange) -> Exchange:
        files = [one for one in exchange.message.attachments if _wanted(one, patterns, inline=settings.inline)]
        if context.rehearsing:
            names = ", ".join(_foreseen(folder, files))
            would = trn("Would save 1 file: {names}", "Would save {count} files: {names}", len(files), names=names)
            return _told(exchange, context, [], would if files else tr("Would save no files"))
        saved = [store(folder, _name(one), one.content) for one in files]
        done = trn("1 file saved", "{count} files saved", len(saved))
        return _told(exchange, context, saved, done if saved else tr("no files saved"))

    return save


def store(folder: Path, name: str, content: bytes) -> Path:
    """Writes a new file, private to its owner, and gives its path; one with the same bytes is used as it is.

    Raises UnreachableError while the folder can't be written, RefusedError when no name is free.
    """
    try:
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, tr("The folder is not there"))
        for candidate in _candidates(folder, name):
            if _holds(candidate, content) or _write_new(candidate, content):
                return candidate
    except OSError as error:
        raise _trouble(folder, name, error) from error
    raise RefusedError(
        tr("“{name}” has too many copies", name=name),
        tr("“{folder}” holds {count} files of this name.", folder=folder, count=MOST_NAMES),
        cause="STEP_VALUE",
    )


def _foreseen(folder: Path, files: Sequence[Attachment]) -> list[str]:
    """The names that the files would get, as far as that can be told without writing anything."""
    taken: dict[Path, bytes] = {}
    names: list[str] = []
    for one in files:
        for path in _candidates(folder, _name(one)):
            if taken.get(path) == one.content or (path not in taken and _fits(path, one.content)):
                taken[path] = one.content
                names.append(path.name)
                break
    return names


def _fits(path: Path, content: bytes) -> bool:
    """Whether the file would get this name now: it is free, or holds these bytes already."""
    try:
        return _holds(path, content) or not (path.is_symlink() or path.exists())
    except OSError:
        return True


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    for number in range(2, MOST_NAMES + 1):
        yield folder / f"{Path(name).stem} ({number}){Path(name).suffix}"


def _holds(path: Path, content: bytes) -> bool:
    """Whether exactly these bytes are there, as a file and not behind a link."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(content):
        return False
    return path.read_bytes() == content


def _write_new(path: Path, content: bytes) -> bool:
    """Writes the file whole or not at all; False when the name is taken."""
    if path.is_symlink() or path.exists():
        return False
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return _put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, path: Path) -> bool:
    """Gives the finished file its name, never in the place of another."""
    try:
        os.link(part, path, follow_symlinks=False)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # a file system without links: renaming can't replace a fresh empty file
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return False
        part.replace(path)
    return True


def _name(attachment: Attachment) -> str:
    """A file name that every system takes: no path, no device, no character that has a meaning."""
    name = safe_file_name(attachment.name, "attachment.bin").translate(_FORBIDDEN).rstrip(". ")
    name = name.lstrip(".") or "attachment.bin"  # no hidden files
    return f"_{name}" if name.partition(".")[0].strip().casefold() in _DEVICES else name


def _wanted(attachment: Attachment, patterns: list[str], *, inline: bool) -> bool:
    if attachment.inline and not inline:
        return False
    name = _name(attachment).casefold()
    return not patterns or any(fnmatch.fnmatchcase(name, one) for one in patterns)


def _told(exchange: Exchange, context: StepContext, saved: list[Path], note: str) -> Exchange:
    values: Values = {"files": tuple(str(path) for path in saved), "fileCount": len(saved)}
    return exchange.reported(context.step_id, values).noted(note)


def _trouble(folder: Path, name: str, error: OSError) -> MailflowError:
    why = error.strerror or str(error)
    if error.errno in _PASSING:
        return UnreachableError(
            tr("The folder “{folder}” can't be written", folder=folder),
            tr("{why}. Nothing was lost: the message waits, and Mailflow tries again.", why=why),
            cause="FOLDER_NOT_WRITTEN",
            fix=tr("Check the folder, its permissions and the free space."),
            details=repr(error),
        )
    return RefusedError(
        tr("“{name}” could not be saved", name=name), f"{why}.", cause="FOLDER_NOT_WRITTEN", details=repr(error)
    )


def _summary(settings: SaveAttachmentsSettings) -> str:
    if not settings.folder:
        return tr("No folder yet")
    which = settings.names or tr("Every file")
    return tr("{which} into “{folder}”", which=which, folder=settings.folder)


_SHAPE = Shape("Saved files", (ShapeField("files", "Saved files", LIST), ShapeField("fileCount", "Files", NUMBER)))

KIND = StepKind(
    id="save-attachments",
    title="Save Attachments",
    description="Save files of the message into a folder",
    icon="folder",
    tone="log",
    settings=SaveAttachmentsSettings,
    prepare=prepare,
    summary=_summary,
    produces=lambda settings: _SHAPE,
)
