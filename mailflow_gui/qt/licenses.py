"""The libraries that come with the program and their licenses, from the metadata that each brings. Any thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata

from mailflow_gui.core.language import tr

_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Shipped:
    """A library: its name, version and license, as it says itself."""

    name: str
    version: str
    license: str


def shipped(root: str = "mailflow") -> tuple[Shipped, ...]:
    """What `root` needs, directly or through others, sorted by name; only what is installed here."""
    found: dict[str, Shipped] = {}
    waiting = _needed(root)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            about = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system or Python, or not told in a frozen application
        found[key] = Shipped(about.name, about.version, license_of(about.metadata))
        waiting += _needed(name)
    return tuple(found[key] for key in sorted(found))


def license_of(about: metadata.PackageMetadata) -> str:
    """The short name of a license; "see its own text" when a library does not say one."""
    texts = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    short = next((one.strip() for one in texts if one.strip() and len(one) <= _LONGEST and "\n" not in one), "")
    if short and short.upper() != "UNKNOWN":
        return short
    names = [one.removeprefix(_CLASSIFIER) for one in about.get_all("Classifier") or () if one.startswith(_CLASSIFIER)]
    return ", ".join(names) or tr("see its own text")


def _needed(name: str) -> list[str]:
    """Names of what a distribution requires, extras left out."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    return [re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0] for line in lines if "extra ==" not in line]
