"""Several sources of one mapping, some of them fixed texts, as one row of our data mapper. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.store.fuse.actions import is_concatenate, joined_by, reducing

_PLACEHOLDER = re.compile(r"\$[A-Za-z_{]")


class CantCombine(ValueError):
    """Our mapper has no row for this; the text tells why."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source: a path or a fixed text, with the transformations of its own."""

    index: int
    actions: tuple[Plain, ...] = ()
    path: str = ""
    constant: str | None = None


def combined(sources: Sequence[Source], group: list[Plain], delimiter: str, remarks: list[str]) -> dict[str, Plain]:
    """The row without its target. `group` are the transformations of all sources together. Raises CantCombine."""
    if len(sources) == 1:
        return _row(sources[0], [*sources[0].actions, *group])
    joins = not reducing(group) or is_concatenate(group[0])
    if joins and group and is_concatenate(group[0]):
        delimiter, group = joined_by(group[0]), group[1:]
    own = _common_actions(sources, remarks)
    if not joins:
        return _reduced(sources, own, group)
    if any(one.constant is not None for one in sources):
        return _with_texts(sources, own, group, delimiter)
    return _joined([one.path for one in sources], own, group, delimiter)


def _row(source: Source, chain: Sequence[Plain]) -> dict[str, Plain]:
    row: dict[str, Plain] = {"from": [source.path]} if source.constant is None else {"constant": source.constant}
    return {**row, **({"transformations": list(chain)} if chain else {})}


def _common_actions(sources: Sequence[Source], remarks: list[str]) -> list[Plain]:
    """Transformations that every source has, so that they can be applied to each; others can't be expressed."""
    fields = [one for one in sources if one.constant is None]
    first = list(fields[0].actions) if fields else []
    same = all(list(one.actions) == first for one in fields)
    if not same or reducing(first) or any(one.actions for one in sources if one.constant is not None):
        raise CantCombine(tr("its sources are changed one by one before they are combined"))
    return first


def _reduced(sources: Sequence[Source], own: list[Plain], group: list[Plain]) -> dict[str, Plain]:
    if any(one.constant is not None for one in sources):
        raise CantCombine(tr("it calculates with a fixed text"))
    return {"from": [one.path for one in sources], "transformations": [*own, *group]}


def _joined(paths: list[str], own: list[Plain], rest: list[Plain], delimiter: str) -> dict[str, Plain]:
    if own:
        return {"from": paths, "transformations": [*own, {"Concatenate": {"delimiter": delimiter}}, *rest]}
    row: dict[str, Plain] = {"from": paths, "combine": {"delimiter": delimiter}}
    return {**row, "transformations": rest} if rest else row


def _with_texts(sources: Sequence[Source], own: list[Plain], rest: list[Plain], delimiter: str) -> dict[str, Plain]:
    """Fixed texts at the ends are put in front and behind; between fields they need a format."""
    texts = [one.constant for one in sources]
    places = [index for index, text in enumerate(texts) if text is None]
    if not places:
        constant = delimiter.join(text for text in texts if text is not None)
        return _row(Source(0, constant=constant), rest)
    paths = [sources[index].path for index in places]
    head, tail = texts[: places[0]], texts[places[-1] + 1 :]
    if any(text is not None for text in texts[places[0] : places[-1]]):
        return {"from": paths, "transformations": [*own, _format(texts, delimiter), *rest]}
    around: list[Plain] = []
    if head:
        around.append({"Prepend": {"string": "".join(f"{text}{delimiter}" for text in head)}})
    if tail:
        around.append({"Append": {"string": "".join(f"{delimiter}{text}" for text in tail)}})
    if len(paths) == 1:
        return {"from": paths, "transformations": [*own, *around, *rest]}
    return _joined(paths, own, [*around, *rest], delimiter)


def _format(texts: Sequence[str | None], delimiter: str) -> Plain:
    fixed = "".join(text for text in (*texts, delimiter) if text is not None)
    if _PLACEHOLDER.search(fixed):
        raise CantCombine(tr("a fixed text between its fields holds a $"))
    pieces = ["%s" if text is None else text.replace("%", "%%") for text in texts]
    return {"Format": {"template": delimiter.replace("%", "%%").join(pieces)}}
