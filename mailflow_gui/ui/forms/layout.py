"""How a form places its fields: sections, lines and places. Pure data, GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from mailflow_gui.core.settings import Settings

#: A note this long is a sentence below the field, a shorter one a word beside the label.
WORD = 20


@dataclass(frozen=True, slots=True)
class Place:
    """One field of a line. `least` is its smallest width in pixels; with `stretch` 0 it keeps its natural width."""

    key: str
    least: int = 160
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """Fields side by side; those that find no room go below. `caption` explains them together."""

    places: tuple[Place, ...]
    caption: str = ""

    @classmethod
    def of(cls, *keys: str, caption: str = "") -> Line:
        """A line of fields that share the width."""
        return cls(tuple(Place(key) for key in keys), caption)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together; a hairline separates it from the next."""

    lines: tuple[Line, ...]


def sections_of(settings: type[Settings], hidden: tuple[str, ...] = ()) -> tuple[Section, ...]:
    """One section with a line for each declared field, in the order of their declaration."""
    return (Section(tuple(Line.of(key) for key in settings.FIELDS if key not in hidden)),)
