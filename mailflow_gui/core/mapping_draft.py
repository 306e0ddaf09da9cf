"""The document behind the data mapper's page: lines between two sides, changed step by step, with undo. Pure.

Used on the GUI thread. Every change is one step of undo; typing into one field is one step, however long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_lines import Line, Use, read_line
from mailflow_gui.core.mapping_sides import Sides, SourceField, TargetField, same_name
from mailflow_gui.core.mapping_state import (
    NamedConstant,
    State,
    less,
    moved,
    named,
    read_constants,
    with_one,
    with_used,
    without,
)
from mailflow_gui.core.mappings import Constant, Source

_STEPS = 200
_CHAIN = "transformations"


class MappingDraft:
    """The mappings of one data mapper while they are edited."""

    def __init__(self, sides: Sides, values: Mapping[str, Plain]) -> None:
        self.sides = sides
        self._values = dict(values)
        self._next = 1
        self._fields: dict[str, SourceField | None] = {}
        self._targets: dict[str, TargetField | None] = {}
        rows = values.get("mappings")
        lines = tuple(self._read(row) for row in rows) if isinstance(rows, (list, tuple)) else ()
        constants, self._unread_constants = read_constants(values.get("constants"))
        self.state = with_used(State(lines, constants))
        self._saved = self.state
        self._undo: list[State] = []
        self._redo: list[State] = []
        self._merging: object = None

    # What is there.

    @property
    def lines(self) -> tuple[Line, ...]:
        """The mappings in their order."""
        return self.state.lines

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was read."""
        return self.state != self._saved

    def values(self) -> dict[str, Plain]:
        """The step's raw values with these mappings."""
        made = dict(self._values)
        made["mappings"] = [one.row() for one in self.lines]
        told: list[Plain] = [{"name": one.name, "value": one.text} for one in self.state.constants]
        used = {source for line in self.lines for source in line.sources}
        plain = all(one.name == one.text and Constant(one.text) in used for one in self.state.constants)
        made.pop("constants", None)
        if self._unread_constants or not plain:
            made["constants"] = [*told, *self._unread_constants]
        return made

    def line(self, id: int) -> Line | None:
        """The mapping of this id."""
        return next((one for one in self.lines if one.id == id), None)

    def filling(self, target: str) -> Line | None:
        """The mapping that fills a target."""
        return next((line for line in self.lines for name in line.targets if same_name(name, target)), None)

    def of_source(self, source: Source) -> tuple[Line, ...]:
        """The mappings that take a source, in whichever spelling."""
        return tuple(line for line in self.lines if any(self.same_source(source, one) for one in line.sources))

    def same_source(self, one: Source, other: Source) -> bool:
        """Whether two sources are the same field or the same text."""
        return one == other or self.canonical(one) == self.canonical(other)

    def field(self, path: str) -> SourceField | None:
        """The field under a path, in whichever of its spellings; None when no earlier step gives it."""
        if path not in self._fields:
            self._fields[path] = self.sides.source(path)
        return self._fields[path]

    def target(self, name: str) -> TargetField | None:
        """The target of this name; None when the next consumer does not take it."""
        if name not in self._targets:
            self._targets[name] = self.sides.target(name)
        return self._targets[name]

    def canonical(self, source: Source) -> Source:
        """The source in the spelling of a new mapping; as it is when its field is gone."""
        if isinstance(source, Constant):
            return source
        found = self.field(source)
        return found.path if found is not None else source

    def source_label(self, source: Source) -> str:
        """What people call a source: a field's label, a constant's name; a field that is gone by what it was."""
        if isinstance(source, Constant):
            return next((one.name for one in self.state.constants if one.text == source.text), source.text)
        found = self.field(source)
        if found is None and source.startswith("steps."):
            name = source.rpartition(".")[2]
            known = self.field(f"message.{name}")
            return tr("{field} of a step that is gone", field=known.label if known is not None else name)
        return found.label if found is not None else source

    def target_label(self, name: str) -> str:
        """What people call a target; its name when it is gone."""
        found = self.target(name)
        return found.label if found is not None else name

    def title(self, line: Line) -> str:
        """“Email from, Email text → Email text”."""
        sources = ", ".join(map(self.source_label, line.sources)) or tr("nothing")
        return f"{sources} → {', '.join(map(self.target_label, line.targets)) or tr('nothing')}"

    def lost_sources(self, line: Line) -> tuple[str, ...]:
        """The sources of a mapping that no earlier step gives any more."""
        return tuple(one for one in line.sources if isinstance(one, str) and self.field(one) is None)

    def lost_targets(self, line: Line) -> tuple[str, ...]:
        """The targets of a mapping that the next consumer does not take."""
        return tuple(name for name in line.targets if self.target(name) is None)

    def is_orphaned(self, line: Line) -> bool:
        """Whether an end of the mapping is gone, or was never there."""
        ends = line.sources and line.targets
        return not ends or bool(self.lost_sources(line) or self.lost_targets(line))

    def mapped_count(self) -> int:
        """How many of the targets are filled by a mapping."""
        filled = {name for line in self.lines for name in line.targets}
        if "text" in filled or "content" in filled:
            filled |= {"text", "content"}
        return sum(1 for one in self.sides.targets if one.name in filled)

    def nobody_gets_it(self) -> bool:
        """Whether the email would have no recipient: none mapped, and none typed."""
        names = self.sides.recipients()
        fields = [one for one in self.sides.targets if one.name in names]
        return bool(names) and not any(one.typed or self.filling(one.name) for one in fields)

    # Lines.

    def connect(self, source: Source, target: str) -> int:
        """Maps a source to a target; one that is filled already gets one more source. Returns the mapping's id."""
        line = self.filling(target)
        if line is None:
            line = Line(self._new_id(), (source,), (target,))
            self._put((*self.lines, line))
        elif not any(self.same_source(source, one) for one in line.sources):
            self._change(line.id, sources=(*line.sources, source))
        return line.id

    def disconnect(self, id: int, source: Source, target: str) -> None:
        """Takes one end off a mapping, and the mapping itself when nothing is left of it."""
        line = self.line(id)
        if line is None:
            return
        if len(line.targets) > 1:
            self.drop_target(id, target)
        else:
            self.drop_source(id, next((n for n, one in enumerate(line.sources) if self.same_source(one, source)), -1))

    def remove(self, id: int) -> None:
        """Removes a mapping."""
        self._put(tuple(one for one in self.lines if one.id != id))

    def map_same_names(self) -> int:
        """Maps every target that is neither mapped nor typed to a field of its name or label; returns how many."""
        lines = list(self.lines)
        for target in self.sides.targets:
            if target.typed or self.filling(target.name) is not None:
                continue
            source = self._namesake(target.name, target.label)
            if source is not None:
                lines.append(Line(self._new_id(), (source.path,), (target.name,)))
        count = len(lines) - len(self.lines)
        if count:
            self._put(tuple(lines))
        return count

    # Sources and targets of one mapping.

    def add_source(self, id: int, source: Source) -> None:
        """One more source, at the end."""
        self._edit(id, lambda line: replace(line, sources=(*line.sources, source)))

    def replace_source(self, id: int, index: int, source: Source) -> None:
        """Another source in the same place: how a mapping is repaired whose field is gone."""
        self._edit(id, lambda line: replace(line, sources=with_one(line.sources, index, source)))

    def move_source(self, id: int, index: int, to: int) -> None:
        """Moves a source to another place in the order of combining."""
        self._edit(id, lambda line: replace(line, sources=moved(line.sources, index, to)))

    def drop_source(self, id: int, index: int) -> None:
        """Takes a source away; the last one takes the mapping with it."""
        line = self.line(id)
        if line is None or not 0 <= index < len(line.sources):
            return
        if len(line.sources) == 1:
            self.remove(id)
        else:
            self._change(id, sources=without(line.sources, index))

    def add_target(self, id: int, target: str) -> None:
        """One more target, unless another mapping fills it."""
        if self.filling(target) is None:
            self._edit(id, lambda line: replace(line, targets=(*line.targets, target)))

    def replace_target(self, id: int, index: int, target: str) -> None:
        """Another target in the same place, unless another mapping fills it."""
        if self.filling(target) is None:
            self._edit(id, lambda line: replace(line, targets=with_one(line.targets, index, target)))

    def move_target(self, id: int, index: int, to: int) -> None:
        """Moves a target to another place in the order of the parts."""
        self._edit(id, lambda line: replace(line, targets=moved(line.targets, index, to)))

    def drop_target(self, id: int, target: str) -> None:
        """Takes a target away; the last one takes the mapping with it."""
        line = self.line(id)
        if line is None or not any(same_name(name, target) for name in line.targets):
            return
        left = tuple(name for name in line.targets if not same_name(name, target))
        if left:
            self._change(id, targets=left)
        else:
            self.remove(id)

    def set_combine(self, id: int, delimiter: str | None) -> None:
        """The text between the sources; None leaves it to a transformation, else a space."""
        self._edit(id, lambda line: replace(line, combine=delimiter, rest=less(line.rest, "combine")), ("combine", id))

    def set_split(self, id: int, delimiter: str | None) -> None:
        """The text at which the value is taken apart, one part for each target; None: all get the same value."""
        self._edit(id, lambda line: replace(line, split=delimiter, rest=less(line.rest, "split")), ("split", id))

    def set_condition(self, id: int, when: Plain) -> None:
        """The rule `{path, op, value}` or the expression under which the mapping is done; None: always."""
        self._edit(id, lambda line: replace(line, when=when), ("when", id))

    # Transformations of one mapping.

    def add_transformation(self, id: int, name: str) -> None:
        """One more transformation, at the end."""
        self._edit(id, lambda line: replace(line, chain=(*line.chain, Use(name)), rest=less(line.rest, _CHAIN)))

    def move_transformation(self, id: int, index: int, to: int) -> None:
        """Moves a transformation to another place in the order."""
        self._edit(id, lambda line: replace(line, chain=moved(line.chain, index, to)))

    def remove_transformation(self, id: int, index: int) -> None:
        """Removes a transformation."""
        self._edit(id, lambda line: replace(line, chain=without(line.chain, index)))

    def set_argument(self, id: int, index: int, key: str, value: Plain) -> None:
        """A parameter of a transformation, as typed."""

        def changed(line: Line) -> Line:
            use = line.chain[index]
            return replace(
                line, chain=with_one(line.chain, index, replace(use, arguments={**use.arguments, key: value}))
            )

        self._edit(id, changed, ("argument", id, index, key))

    # Constants and headers.

    def add_constant(self, name: str, text: str) -> Constant:
        """A fixed text under a name; the same text again only gets the new name."""
        self.state = self._remembered(replace(self.state, constants=named(self.state.constants, name, text)))
        return Constant(text)

    def change_constant(self, old: str, name: str, text: str) -> None:
        """Renames a constant, or gives it another text, in every mapping that takes it."""
        before, after = Constant(old), Constant(text)
        lines = tuple(
            replace(line, sources=tuple(dict.fromkeys(after if one == before else one for one in line.sources)))
            for line in self.lines
        )
        kept = tuple(one for one in self.state.constants if one.text != text or one.text == old)
        named = tuple(NamedConstant(name, text) if one.text == old else one for one in kept)
        self.state = self._remembered(replace(self.state, lines=lines, constants=named))

    def remove_constant(self, text: str) -> None:
        """Removes a constant from the list and from every mapping."""
        gone = Constant(text)
        lines = [replace(one, sources=tuple(s for s in one.sources if s != gone)) for one in self.lines]
        kept = tuple(
            new for new, old in zip(lines, self.lines, strict=True) if new.sources or old.sources == new.sources
        )
        constants = tuple(one for one in self.state.constants if one.text != text)
        self.state = self._remembered(replace(self.state, lines=kept, constants=constants))

    def add_header(self, name: str) -> str:
        """A header of the received message as a source; returns its path."""
        field = self.sides.header(name.strip())
        if field.path not in self.state.headers:
            self.state = self._remembered(replace(self.state, headers=(*self.state.headers, field.path)))
        return field.path

    # Undo.

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._redo)

    def undo(self) -> None:
        """Takes the last step back."""
        if self._undo:
            self._redo.append(self.state)
            self.state = self._undo.pop()
            self._merging = None

    def redo(self) -> None:
        """Does again what was taken back last."""
        if self._redo:
            self._undo.append(self.state)
            self.state = self._redo.pop()
            self._merging = None

    # How a change is made.

    def _read(self, row: Plain) -> Line:
        return read_line(self._new_id(), row)

    def _new_id(self) -> int:
        self._next += 1
        return self._next - 1

    def _edit(self, id: int, change: Callable[[Line], Line], merge: object = None) -> None:
        self._put(tuple(change(one) if one.id == id else one for one in self.lines), merge)

    def _change(self, id: int, **values: Plain) -> None:
        self._edit(id, lambda line: replace(line, **values))

    def _put(self, lines: tuple[Line, ...], merge: object = None) -> None:
        self.state = self._remembered(replace(self.state, lines=lines), merge)

    def _remembered(self, new: State, merge: object = None) -> State:
        new = with_used(new)
        if new == self.state:
            return new
        if merge is None or merge != self._merging:
            self._undo = [*self._undo, self.state][-_STEPS:]
        self._merging = merge
        self._redo = []
        return new

    def _namesake(self, name: str, label: str) -> SourceField | None:
        for group in reversed(self.sides.groups):
            for field in group.fields:
                if same_name(field.name, name) or field.label.casefold() == label.casefold():
                    return field
        return None
