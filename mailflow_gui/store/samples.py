"""Samples on disk: a directory for each integration, in it each message as an .eml file, with a small file beside it.

Any thread. Files are private and written whole or not at all. They are never exported: a message is somebody's mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.core.samples import KeptSample
from mailflow_gui.store.document import DocumentRefused, decode, parse
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.files import make_private, replace_file, sweep
from mailflow_gui.store.snapshots import checked

#: So many samples of an integration are kept, each of at most so many bytes.
MOST_SAMPLES = 50
MOST_BYTES = 25 * 1024 * 1024


class SampleFiles:
    """Implements core.samples.SampleShelf."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, integration: str) -> tuple[KeptSample, ...]:
        """The samples that can be read, the newest first. Raises StoreError."""
        place = self._place(integration)
        with _worded(tr("The sample could not be read"), place):
            found = [_read(path) for path in place.glob("*.eml")]
        whole = [one for one in found if one is not None]
        return tuple(sorted(whole, key=lambda one: (one.at, one.id), reverse=True))

    def keep(self, integration: str, sample: KeptSample) -> None:
        """Keeps a sample. Raises StoreError, also when there are too many or it is too large."""
        place = self._place(integration)
        path = place / f"{checked(sample.id)}.eml"
        if len(sample.raw) > MOST_BYTES:
            raise StoreError(
                tr("The message is too large to be kept"), tr("The limit is {most} MB.", most=MOST_BYTES >> 20)
            )
        with _worded(tr("The sample could not be kept"), place):
            if not path.exists() and len(list(place.glob("*.eml"))) >= MOST_SAMPLES:
                raise StoreError(
                    tr("{most_samples} messages are kept already", most_samples=MOST_SAMPLES),
                    tr("Remove one of them first."),
                    cause="TOO_MANY",
                )
            make_private(place.parent)
            make_private(place)
            sweep(path)
            about = {"folder": sample.folder, "uid": sample.uid, "received": sample.received, "at": sample.at}
            replace_file(path.with_suffix(".yaml"), emit(about).encode())
            replace_file(path, sample.raw)

    def drop(self, integration: str, id: str) -> None:
        """Deletes one sample. Raises StoreError."""
        path = self._place(integration) / f"{checked(id)}.eml"
        with _worded(tr("The sample could not be deleted"), path):
            path.unlink(missing_ok=True)
            path.with_suffix(".yaml").unlink(missing_ok=True)

    def forget(self, integration: str) -> None:
        """Deletes all samples of an integration. Raises StoreError."""
        place = self._place(integration)
        with _worded(tr("The sample could not be deleted"), place):
            if place.exists():
                for path in place.iterdir():
                    path.unlink()
                place.rmdir()

    def _place(self, integration: str) -> Path:
        return self._folder / checked(integration)


def _read(path: Path) -> KeptSample | None:
    """The sample of an .eml file; what lies beside it may be missing or damaged."""
    if path.stat().st_size > MOST_BYTES:
        return None
    raw, about = path.read_bytes(), path.with_suffix(".yaml")
    try:
        root = parse(decode(about.read_bytes(), about.name), about.name).plain()
    except (OSError, DocumentRefused):
        root = {}
    known = root if isinstance(root, dict) else {}
    folder, uid, received, at = (str(known.get(key) or "") for key in ("folder", "uid", "received", "at"))
    return KeptSample(path.stem, raw, folder, uid, received, at)


@contextmanager
def _worded(title: str, path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            title,
            f"{quoted(path)}: {error.strerror or error}.",
            cause="SAMPLE_NOT_KEPT",
            fix=tr("Free some space or check the permissions, then try again."),
            details=repr(error),
        ) from error
