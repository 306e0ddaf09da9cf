"""The one body text of a message and its attachments, from the part tree. Pure; each part fails on its own.

Body rule: inside multipart/alternative plain text wins; elsewhere the first part with text wins, HTML converted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Attachment
from mailflow_gui.core.mime.charset import decode_text
from mailflow_gui.core.mime.filenames import default_file_name, safe_file_name
from mailflow_gui.core.mime.headers import decode_header, decode_words, parse_parameters, unfold
from mailflow_gui.core.mime.html_text import html_to_text
from mailflow_gui.core.mime.prescan import Limits, OverLimit, Part, Structure, read_fields
from mailflow_gui.core.mime.transfer import decode_body

ENCRYPTED = "<pgp encrypted text>"


@dataclass(slots=True)
class Body:
    """What was found: `content` is plain text with LF line ends, trimmed; `html` as written."""

    content: str = ""
    html: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_body(structure: Structure, limits: Limits) -> Body:
    """Body and attachments of a scanned message. Never raises; what could not be read is named in `warnings`."""
    reading = _Reading(structure, limits)
    reading.attempt(tr("The body"), lambda: reading.walk(structure.root, False))
    reading.attempt(tr("The body"), reading.choose)
    return reading.body


class _Reading:
    """One walk over the parts, in order. Texts are decoded only when they can become the body."""

    def __init__(self, structure: Structure, limits: Limits) -> None:
        self._data = structure.data
        self._root = structure.root
        self._limits = limits
        self.body = Body()
        self._text: str | None = None
        self._html: str | None = None
        self._settled = False
        self._spare: Part | None = None

    def attempt(self, name: str, read: Callable[[], None]) -> None:
        """Runs `read`; any exception becomes a warning."""
        try:
            read()
        except Exception as error:
            self.body.warnings.append(tr("{name} could not be read ({error}).", name=name, error=type(error).__name__))

    def walk(self, part: Part, alternative: bool) -> None:
        """Takes one part: a container's children in order, a body text, or an attachment."""
        if part.children:
            if part.media_type == "multipart/encrypted":
                self._encrypted(part)
                return
            inside = alternative or part.media_type == "multipart/alternative"
            for child in part.children:
                self.attempt(tr("A part"), partial(self.walk, child, inside))
            if not alternative:  # whatever an alternative held, it is the body; later texts are additions
                self._settled = self._settled or self._text is not None or self._html is not None
            return
        root = part is self._root
        disposition, parameters = _disposition(part)
        name = parameters.get("filename") or part.parameters.get("name", "")
        readable = part.media_type.startswith("text/") if root else part.media_type in ("text/plain", "text/html")
        if readable and disposition != "attachment" and (root or not name):
            self._body_text(part, alternative)
            return
        if readable and root:
            self._body_text(part, alternative)
        elif readable and disposition != "attachment" and self._spare is None:
            self._spare = part
        if root and part.start >= part.end and not name:
            return
        self._attachment(part, disposition, name)

    def _body_text(self, part: Part, alternative: bool) -> None:
        is_html = part.media_type == "text/html"
        wanted = self._html is None if is_html else self._text is None and not self._settled
        if not wanted:
            return
        text = self._decoded(part)
        if not text.strip():
            return
        if is_html:
            self._html = text
        else:
            self._text = text
        self._settled = self._settled or not alternative

    def _decoded(self, part: Part) -> str:
        raw = decode_body(self._data[part.start : part.end], _encoding(part))
        if len(raw) > self._limits.body_chars:
            raw = raw[: self._limits.body_chars]
            self.body.warnings.append(
                tr("The text was cut after {body_chars} bytes.", body_chars=self._limits.body_chars)
            )
        text, warning = decode_text(raw, part.parameters.get("charset", ""))
        if warning:
            self.body.warnings.append(warning)
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def choose(self) -> None:
        """Settles `content` and `html` after the walk."""
        if self._text is None and self._html is None and self._spare is not None:
            self._body_text(self._spare, False)
        self.body.html = self._html or ""
        if self._text is not None:
            self.body.content = self._text.strip()
        elif self._html is not None:
            self.body.content = html_to_text(self._html)

    def _encrypted(self, part: Part) -> None:
        """PGP/MIME (RFC 3156 4): the control part is shown, everything is kept as files."""
        for child in part.children:
            if child.media_type == "application/pgp-encrypted" and self._text is None:
                control = self._decoded(child).strip()
                self._text = f"{ENCRYPTED}\n{control}"
                continue
            disposition, parameters = _disposition(child)
            self._attachment(child, disposition, parameters.get("filename") or child.parameters.get("name", ""))

    def _attachment(self, part: Part, disposition: str, name: str) -> None:
        content = decode_body(self._data[part.start : part.end], _encoding(part))
        number = len(self.body.attachments) + 1
        fallback = default_file_name(part.media_type, number)
        name = decode_words(name)
        if not name and part.media_type == "message/rfc822":
            subject = _nested_subject(content)
            name = f"{subject.replace('/', '-')[:100]}.eml" if subject else ""
        content_id = decode_header(part.first("content-id"), 200).strip("<> ")
        inline = disposition == "inline" or (not disposition and bool(content_id))
        file_name = safe_file_name(name, fallback)
        self.body.attachments.append(Attachment(file_name, part.media_type, content, inline, content_id))


def _disposition(part: Part) -> tuple[str, dict[str, str]]:
    raw = part.first("content-disposition")
    return parse_parameters(unfold(raw)) if raw else ("", {})


def _encoding(part: Part) -> str:
    raw = part.first("content-transfer-encoding")
    words = unfold(raw).split(None, 1) if raw else []
    return words[0] if words else ""


def _nested_subject(content: bytes) -> str:
    limits = Limits(header_bytes=64 * 1024, fields=200, field_bytes=2048)
    try:
        fields, _ = read_fields(content, 0, min(len(content), limits.header_bytes), limits)
    except OverLimit:
        return ""
    return next((decode_header(value, 100) for name, value in fields if name.lower() == "subject"), "")
