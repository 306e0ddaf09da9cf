"""Where a step's output of Fuse Online is found in Mailflow: paths of mappings, rules and placeholders. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import is_field
from mailflow_gui.core.paths import SYMBOL, path_problem

#: The fields of an email as Fuse Online knows them.
EMAIL_FIELDS = ("subject", "from", "to", "cc", "bcc", "content")
#: What a template writes.
MESSAGE = "message"
#: What a split gives for an entry that is a text, and what a join has besides the joined text.
ITEM, ITEMS = "item", "items"


class Origin(Enum):
    """What an output is made of."""

    RECEIVED = "received"
    MAPPED = "mapped"
    TEMPLATED = "templated"
    ITEM = "item"
    JOINED = "joined"
    SENT = "sent"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Output:
    """What a step gave. `id` is its id there, `step` its id here; `names` what a mapper fills, `fixed` with what.

    `any_name`: names that only the data tells may be there as well.
    """

    id: str
    title: str
    origin: Origin
    step: str = ""
    names: frozenset[str] = frozenset()
    fixed: Mapping[str, str] = field(default_factory=dict)
    any_name: bool = False


#: After these the data are others, so that a bare name means something else.
_REPLACING = (Origin.MAPPED, Origin.TEMPLATED, Origin.ITEM, Origin.JOINED)


class Unreachable(ValueError):
    """A value that no step of the imported integration gives; the text tells why."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The outputs of the steps so far, in their order."""

    outputs: tuple[Output, ...] = ()

    def then(self, output: Output) -> Trail:
        """A trail with one output more."""
        return Trail((*self.outputs, output))

    @property
    def latest(self) -> Output | None:
        """What the next step gets as body. Sending gives nothing."""
        return next((one for one in reversed(self.outputs) if one.origin is not Origin.SENT), None)

    def path(self, document: str, name: str) -> str:
        """Our path for a field of a step's output. Raises Unreachable."""
        output = next((one for one in reversed(self.outputs) if one.id == document and document), None)
        if output is None:
            return self._guessed(name)
        match output.origin:
            case Origin.RECEIVED if name in EMAIL_FIELDS:
                return name if self._is_last(output, *_REPLACING) else f"message.{name}"
            case Origin.ITEM if not name:
                return self.path(document, ITEM)
            case Origin.JOINED if not name or name in output.names:
                return f"steps.{output.step}.{ITEMS}"
            case Origin.MAPPED | Origin.ITEM if _has(output, name):
                replacing = (one for one in _REPLACING if one is not Origin.TEMPLATED)  # which keeps the other data
                is_plain = not _is_taken(name) and self._is_last(output, *replacing)
                return _readable(name if is_plain else f"steps.{output.step}.{name}", f"steps.{output.step}.{name}")
            case Origin.TEMPLATED if name == MESSAGE:
                return MESSAGE if self._is_last(output, *_REPLACING) else f"steps.{output.step}.{name}"
            case Origin.GONE:
                raise Unreachable(
                    tr("“{name}” comes from “{title}”, which did not come along", name=name, title=output.title)
                )
        raise Unreachable(tr("“{title}” gives no “{name}”", title=output.title, name=name))

    def body_path(self, name: str) -> str:
        """Our path for a field of the body, as rules and expressions use it; the name itself when it is unknown."""
        match self.latest:
            case Output(origin=Origin.MAPPED) as latest if name in latest.names and not is_field(name):
                return f"steps.{latest.step}.{name}"
            case Output(origin=Origin.ITEM) as latest if _has(latest, name):
                return f"steps.{latest.step}.{name}"
            case Output(origin=Origin.JOINED) as latest if name in latest.names:
                return "content"
        return name

    def is_list(self, path: str) -> bool:
        """Whether our path holds the items that an aggregate joined."""
        return any(one.origin is Origin.JOINED and path == f"steps.{one.step}.{ITEMS}" for one in self.outputs)

    def _guessed(self, name: str) -> str:
        """Files hold ids of steps that are not there; what only one step can give is taken from that step."""
        givers = [one for one in self.outputs if _gives(one, name)]
        if len(givers) != 1 or any(one.origin is Origin.GONE for one in self.outputs):
            raise Unreachable(tr("it is unknown where “{name}” comes from", name=name))
        return self.path(givers[0].id, name) if givers[0].id else name

    def _is_last(self, output: Output, *origins: Origin) -> bool:
        """Whether no later output is of these origins, so that our plain name means this one."""
        later = self.outputs[self.outputs.index(output) + 1 :]
        return not any(one.origin in origins for one in later)


def _gives(output: Output, name: str) -> bool:
    match output.origin:
        case Origin.RECEIVED:
            return name in EMAIL_FIELDS
        case Origin.TEMPLATED:
            return name == MESSAGE
        case Origin.MAPPED | Origin.ITEM | Origin.JOINED:
            return _has(output, name)
        case _:
            return False


def _has(output: Output, name: str) -> bool:
    """Whether an output has this name; one of those that only the data tells has no dot in it."""
    return name in output.names or (output.any_name and bool(SYMBOL.fullmatch(name)) and "." not in name)


def _is_taken(name: str) -> bool:
    """Whether the plain name would fall back to something else when the mapper filled nothing in."""
    return is_field(name) or name in ("text", MESSAGE)


def _readable(path: str, fallback: str) -> str:
    for one in (path, fallback):
        if not path_problem(one, symbols=True):
            return one
    raise Unreachable(tr("“{path}” can't be named here", path=path))
