"""Step kind Aggregate: joins what became of the items of a split. Runs on the integration's thread."""

from __future__ import annotations

from collections.abc import Sequence

from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Choice, Option, Problem, Text
from mailflow_gui.core.language import ENGLISH, current, tr, trn
from mailflow_gui.core.paths import path_problem
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import LIST, NUMBER, Shape, ShapeField
from mailflow_gui.core.step import Form, Join, StepContext, StepKind
from mailflow_gui.core.values import text_of

#: The joined text is at most so many characters.
MOST_TEXT = 5_000_000
_JOINTS = {"line": "\n", "blank": "\n\n", "space": " ", "comma": ", ", "none": ""}


class AggregateSettings(Settings):
    """What of each item is joined, and how."""

    path = Text("Field", "content", required=True, help="What of each item is joined.")
    joint = Choice(
        "Join With",
        "line",
        (
            Option("line", "New Line"),
            Option("blank", "Blank Line"),
            Option("space", "Space"),
            Option("comma", "Comma"),
            Option("none", "Nothing"),
        ),
    )

    def review(self) -> list[Problem]:
        """A field that no item can have."""
        words = path_problem(self.path, symbols=True) if self.path else ""
        return [Problem("path", words)] if words else []


def prepare(settings: AggregateSettings, context: StepContext) -> Join:
    """Joins the items that came through, in order."""

    def join(before: Exchange, items: Sequence[Exchange]) -> Exchange:
        texts = tuple(text_of(one.value(settings.path)) for one in items)
        if sum(map(len, texts)) > MOST_TEXT:
            raise RefusedError(
                tr("Aggregate joined more text than a message can hold"),
                tr("It is limited to {most} characters.", most=MOST_TEXT),
                cause="STEP_VALUE",
                fields=("path",),
            )
        text = _JOINTS[settings.joint].join(texts)
        joined = before.produced(context.step_id, {"content": text, "items": texts, "itemCount": len(texts)})
        return joined.noted(trn("{count} item joined", "{count} items joined", len(texts)))

    return join


def _summary(settings: AggregateSettings) -> str:
    label = next(one.label for one in AggregateSettings.joint.options if one.value == settings.joint)
    joint = label.lower() if current() is ENGLISH else label
    return tr("“{field}” of all items, joined with {joint}", field=settings.path, joint=joint)


_SHAPE = Shape(
    "Joined items",
    (
        ShapeField("content", "Joined text"),
        ShapeField("items", "Items", LIST),
        ShapeField("itemCount", "Number of items", NUMBER),
    ),
)

KIND = StepKind(
    id="aggregate",
    title="Aggregate",
    description="Join items after a split",
    icon="aggregate",
    tone="log",
    settings=AggregateSettings,
    prepare=prepare,
    summary=_summary,
    form=Form.AGGREGATE,
    produces=lambda settings: _SHAPE,
)
