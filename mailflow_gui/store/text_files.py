"""A small text file that a person gives, such as a template: read whole, or refused with words. Any worker thread."""

from __future__ import annotations

from pathlib import Path

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.language import tr

#: Bytes of such a file.
MAX_BYTES = 1_048_576


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, line ends as LF, without a byte-order mark. Raises ConfigurationError."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(tr("The file can't be read"), f"“{path.name}”: {error.strerror or error}.") from error
    if len(data) > MAX_BYTES:
        raise ConfigurationError(
            tr("The file is too large"), tr("“{name}” has more than 1 MB. Choose a smaller one.", name=path.name)
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            tr("The file is no text"), tr("“{name}” is not text in UTF-8.", name=path.name)
        ) from error
    if "\0" in text:
        raise ConfigurationError(tr("The file is no text"), tr("“{name}” is not text in UTF-8.", name=path.name))
    return text.replace("\r\n", "\n").replace("\r", "\n")
