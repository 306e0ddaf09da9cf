"""Step kind Log: writes a line about the message into the integration's log. Runs on the integration's thread."""

from __future__ import annotations

import re

from mailflow_gui.core import mustache
from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.fields import Flag, Problem, Template
from mailflow_gui.core.language import listed, quoted, tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepContext, StepKind
from mailflow_gui.core.values import text_of

#: Bytes of one line in UTF-8.
MAX_BYTES = 10_240

_CONTEXT = ("subject", "from", "date", "messageId", "folder", "uid")
# Controls, line separators, and marks that turn the direction of writing around.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


class LogSettings(Settings):
    """What is written."""

    context_logging_enabled = Flag("Message Context", False, help="Subject, sender, date, message ID, folder and UID")
    body_logging_enabled = Flag("Message Body", False, help="The text of the message. It stays in the log.")
    custom_text = Template("Custom Text", "", placeholder="Lead: {{subject}}")

    def review(self) -> list[Problem]:
        """Placeholders of the custom text that can't be read."""
        if not self._text():
            return []
        return [Problem("customText", str(one)) for one in mustache.lint(self.custom_text) if not one.is_warning]

    def _text(self) -> str:
        """The custom text; the word null counts as empty."""
        return "" if self.custom_text.strip() in ("", "null") else self.custom_text


def prepare(settings: LogSettings, context: StepContext) -> Stage:
    """The stage. Raises SettingsError for a custom text that can't be used."""
    problems = settings.review()
    if problems:
        raise SettingsError(tr("Log can't be used"), problems[0].message, cause="STEP_SETTINGS", fields=("customText",))
    template = mustache.parse(settings._text())

    def write(exchange: Exchange) -> Exchange:
        try:
            text = mustache.render(template, exchange.value)
        except mustache.OutputTooLarge as error:
            raise RefusedError(tr("Log could not be written"), str(error), cause="STEP_VALUE") from error
        line = one_safe_line(_parts(settings, exchange) + ("" if text.strip() == "null" else text))
        if not line.strip():
            return exchange
        return exchange.noted(line)  # the runner writes notes into the log and the activity

    return write


def _parts(settings: LogSettings, exchange: Exchange) -> str:
    parts = ""
    if settings.context_logging_enabled:
        named = ((name, text_of(exchange.message.field(name))) for name in _CONTEXT)
        parts += f"Message Context: [{', '.join(f'{name}={value}' for name, value in named if value)}] "
    if settings.body_logging_enabled:
        parts += f"Body: [{text_of(exchange.value('content'))[:MAX_BYTES]}] "
    return parts


def one_safe_line(text: str) -> str:
    """The text as one line of at most MAX_BYTES: control and direction marks are written as escapes."""
    safe = _UNSAFE.sub(lambda match: _SHORT.get(match[0]) or _escaped(ord(match[0])), text[:MAX_BYTES])
    data = safe.encode()
    if len(data) <= MAX_BYTES and len(text) <= MAX_BYTES:
        return safe
    return data[: MAX_BYTES - 3].decode(errors="ignore") + "…"


def _escaped(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _summary(settings: LogSettings) -> str:
    parts = [
        name
        for name, on in (
            (tr("message context"), settings.context_logging_enabled),
            (tr("message body"), settings.body_logging_enabled),
        )
        if on
    ]
    if text := " ".join(settings._text().split()):
        parts.append(quoted(text if len(text) <= 40 else text[:39] + "…"))
    if not parts:
        return tr("Nothing to log yet")
    summary = listed(parts)
    return summary[:1].upper() + summary[1:]


KIND = StepKind(
    id="log",
    title="Log",
    description="Write to the integration’s log",
    icon="log-step",
    tone="log",
    settings=LogSettings,
    prepare=prepare,
    summary=_summary,
)
