"""Step kind Split: what follows runs once for each item of a message. Runs on the integration's thread."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Exchange, Values
from mailflow_gui.core.fields import Choice, Option, Problem, Text, When
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Attachment
from mailflow_gui.core.mime.charset import decode_text
from mailflow_gui.core.paths import SYMBOL, path_problem
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import NUMBER, Shape, ShapeField
from mailflow_gui.core.step import Divide, Form, StepContext, StepKind
from mailflow_gui.core.values import text_of

#: More items than this in one message are no mail any more.
MOST_ITEMS = 1000
ATTACHMENTS, VALUES, LINES, SEPARATOR, JSON = "attachments", "values", "lines", "separator", "json"
_OF_A_FIELD = When("by", (VALUES, LINES, SEPARATOR, JSON))


class SplitSettings(Settings):
    """What an item is."""

    by = Choice(
        "Process Each",
        ATTACHMENTS,
        (
            Option(ATTACHMENTS, "Attachment", "Each attachment by itself; a text file's content is the Email text."),
            Option(VALUES, "Value of a List", "Each address or name of a field that holds several."),
            Option(LINES, "Line of Text", "Each line that is not blank."),
            Option(SEPARATOR, "Part of Text", "The parts between a separator."),
            Option(JSON, "Entry of a JSON Array", "Each entry; the names in an entry become fields."),
        ),
    )
    path = Text("Field", "content", when=_OF_A_FIELD, help="The field that is split.")
    separator = Text("Separator", ";", when=When("by", (SEPARATOR,)), help="The text between two parts.")

    def review(self) -> list[Problem]:
        """A field that no message has, or a separator that is blank."""
        problems = []
        if self.by != ATTACHMENTS and (words := path_problem(self.path, symbols=True)):
            problems.append(Problem("path", words))
        if self.by == SEPARATOR and not self.separator:
            problems.append(Problem("separator", tr("Type the text between two parts.")))
        return problems


def prepare(settings: SplitSettings, context: StepContext) -> Divide:
    """Divides a message; the same message gives the same items in the same order."""

    def divide(exchange: Exchange) -> Sequence[Exchange]:
        found = list(islice(_items(settings, exchange), MOST_ITEMS + 1))
        if len(found) > MOST_ITEMS:
            raise RefusedError(
                tr("Split found more than {most} items", most=MOST_ITEMS),
                tr("Nothing of this message was processed further."),
                cause="STEP_VALUE",
                fields=("by",),
            )
        return [
            _with(exchange, attachment).as_item(
                number, context.step_id, {**values, "itemNumber": number, "itemCount": len(found)}
            )
            for number, (values, attachment) in enumerate(found, 1)
        ]

    return divide


Item = tuple[Values, Attachment | None]


def _items(settings: SplitSettings, exchange: Exchange) -> Iterator[Item]:
    if settings.by == ATTACHMENTS:
        yield from ((_of_attachment(one), one) for one in exchange.message.attachments if not one.inline)
        return
    value = exchange.value(settings.path)
    if settings.by == JSON:
        yield from _of_json(text_of(value))
    elif settings.by == VALUES:
        parts = value if isinstance(value, tuple) else text_of(value).split(",")
        yield from _of_texts(parts)
    elif settings.by == LINES:
        yield from _of_texts(text_of(value).splitlines())
    else:
        yield from _of_texts(text_of(value).split(settings.separator))


def _of_texts(parts: Sequence[str]) -> Iterator[Item]:
    return (({"item": part.strip(), "content": part.strip()}, None) for part in parts if part.strip())


def _of_attachment(one: Attachment) -> Values:
    text = decode_text(one.content, "utf-8")[0] if one.media_type.startswith("text/") else ""
    return {
        "item": one.name,
        "fileName": one.name,
        "mediaType": one.media_type,
        "fileSize": len(one.content),
        "content": text,
    }


def _of_json(text: str) -> Iterator[Item]:
    try:
        entries = json.loads(text or "[]")
    except (ValueError, RecursionError) as error:
        words = tr("Split could not read the JSON text")
        raise RefusedError(words, f"{error}.", cause="STEP_VALUE", fields=("by",)) from error
    for entry in entries if isinstance(entries, list) else [entries]:
        named = entry if isinstance(entry, dict) else {}
        fields = {name: _plain(value) for name, value in named.items() if SYMBOL.fullmatch(name)}
        shown = _plain(entry)
        yield {**fields, "item": shown, "content": fields.get("content", shown)}, None


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _with(exchange: Exchange, attachment: Attachment | None) -> Exchange:
    """The exchange of an item: of the attachments only its own goes along."""
    if attachment is None:
        return exchange
    return replace(exchange, message=replace(exchange.message, attachments=(attachment,)))


def _summary(settings: SplitSettings) -> str:
    return {
        ATTACHMENTS: tr("Each attachment"),
        VALUES: tr("Each value of a list"),
        LINES: tr("Each line of text"),
        SEPARATOR: tr("Each part of text"),
        JSON: tr("Each entry of a JSON array"),
    }[settings.by]


def _produced(settings: SplitSettings) -> Shape:
    fields = [ShapeField("item", tr("Item")), ShapeField("content", tr("Item text"))]
    if settings.by == ATTACHMENTS:
        fields += [
            ShapeField("fileName", tr("File name")),
            ShapeField("mediaType", tr("File type")),
            ShapeField("fileSize", tr("File size"), NUMBER),
        ]
    fields += [
        ShapeField("itemNumber", tr("Item number"), NUMBER),
        ShapeField("itemCount", tr("Number of items"), NUMBER),
    ]
    return Shape(tr("Item"), tuple(fields), more=settings.by == JSON)


KIND = StepKind(
    id="split",
    title="Split",
    description="Process each item on its own",
    icon="split",
    tone="log",
    settings=SplitSettings,
    prepare=prepare,
    summary=_summary,
    form=Form.SPLIT,
    produces=_produced,
)
