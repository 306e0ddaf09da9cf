"""Where the fields of a connection stand in its form, and how far Validate is. Pure."""

from __future__ import annotations

from enum import StrEnum

from mailflow_gui.core.language import later, tr
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


#: Where a password goes that does not go where its field says, by the name of the vault.
_KEPT = {
    "file": later("The password is kept in your encrypted password file."),
    "session": later("The password is kept in memory until Mailflow ends."),
}


def connection_sections(settings: type[Settings], vault: str) -> tuple[Section, ...]:
    """The sections of a connection form: server, account, security, and whatever else a connector declares.

    `vault` is the name of the one that gets the password.
    """
    known = [
        [Place("protocol", 0, 0), Place("host", 190), Place("port", 184, 0)],
        [Place("username"), Place("password")],
    ]
    sections = []
    for places in known:
        there = tuple(place for place in places if place.key in settings.FIELDS)
        if there:
            elsewhere = vault in _KEPT and any(settings.FIELDS[place.key].secret for place in there)
            caption = f"{settings.FIELDS[there[0].key].note} {tr(_KEPT[vault])}" if elsewhere else ""
            sections.append(Section((Line(there, caption),)))
    last = [key for key in ("secureType", CERTIFICATE) if key in settings.FIELDS]
    named = {place.key for places in known for place in places} | set(last) | set(AGREED)
    last += [key for key in settings.FIELDS if key not in named]
    if last:
        sections.append(Section(tuple(Line.of(key) for key in last)))
    return tuple(sections)
