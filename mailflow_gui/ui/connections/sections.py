"""Where the fields of a connection stand in its form, and how far Validate is. Pure."""

from __future__ import annotations

from enum import StrEnum

from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.connections.certificate_area import KEY as CERTIFICATE
from mailflow_gui.ui.forms.layout import Line, Place, Section

#: Values without a row: what the person agreed to in a question.
AGREED = ("allowUnencryptedSignIn", "trustWithoutName")


class Stage(StrEnum):
    """How far Validate is."""

    IDLE = "idle"
    RUNNING = "running"
    SUCCESS = "success"
    FAILED = "failed"


def connection_sections(settings: type[Settings]) -> tuple[Section, ...]:
    """The sections of a connection form: server, account, security, and whatever else a connector declares."""
    known = [
        [Place("protocol", 0, 0), Place("host", 190), Place("port", 184, 0)],
        [Place("username"), Place("password")],
    ]
    sections = []
    for places in known:
        there = tuple(place for place in places if place.key in settings.FIELDS)
        if there:
            sections.append(Section((Line(there),)))
    last = [key for key in ("secureType", CERTIFICATE) if key in settings.FIELDS]
    named = {place.key for places in known for place in places} | set(last) | set(AGREED)
    last += [key for key in settings.FIELDS if key not in named]
    if last:
        sections.append(Section(tuple(Line.of(key) for key in last)))
    return tuple(sections)
