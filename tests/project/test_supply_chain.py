"""What comes from others: pinned with its hashes, under licences that go with ours, checked for known bad habits."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PINNED = {"requirements.txt": False, "requirements-test.txt": True}
#: Licences whose works may be shipped with MIT code, by what their names begin with. LGPL and GPL: Qt only.
FREE = ("mit", "bsd", "apache", "psf", "python software foundation", "isc", "3-clause bsd")
QT = {"pyside6-essentials", "shiboken6"}
#: What says nothing of itself in its metadata; read in its own licence file.
READ = {"imapclient": "Redistribution and use in source and binary forms"}
#: The findings of ruff's security rules (those of bandit) that are passed over everywhere, each with its reason.
PASSED_OVER = {
    "S101": "assert tells mypy what is known",
    "S110": "try, except, pass where nothing can be done",
    "S112": "the same in loops",
    "S603": "no untrusted input reaches a command",
    "S607": "system programs are found by PATH",
}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def wanted(*, tests: bool) -> list[Requirement]:
    """What pyproject.toml asks for."""
    table = project()["project"]
    extras = table["optional-dependencies"]
    return [Requirement(one) for one in (*table["dependencies"], *extras["window"], *(extras["dev"] * tests))]


def pins(name: str) -> list[tuple[Requirement, int]]:
    """Each requirement of a file with the number of its hashes."""
    text = (ROOT / "installer" / name).read_text("utf-8")
    entries = re.sub(r"\\\n\s*", " ", re.sub(r"(?m)^#.*\n", "", text)).strip().splitlines()
    return [(Requirement(one.partition(" --hash")[0]), one.count("--hash=sha256:")) for one in entries]


def shipped() -> dict[str, metadata.Distribution]:
    """Everything that Mailflow needs to run here, as it is installed."""
    found: dict[str, metadata.Distribution] = {}
    waiting = wanted(tests=False)
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(one.name)
        waiting += [Requirement(text) for text in found[name].requires or ()]
    return found


def licences(one: metadata.Distribution) -> str:
    """What a distribution says of its licence, in small letters."""
    keys = ("License-Expression", "License")  # asked for by name: newer readers raise for one that is not there
    said = [text for key in keys for text in one.metadata.get_all(key) or ()]
    classifiers = [str(text).rpartition("::")[2].strip() for text in one.metadata.get_all("Classifier") or ()]
    said += [text for text in classifiers if "License" in text]
    return "\n".join(said).lower()


@pytest.mark.parametrize("name", PINNED)
def test_every_pin_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "installer" / name).read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text)
    found = pins(name)
    assert len(found) > 15
    for pin, hashes in found:
        assert hashes > 0, pin
        assert [one.operator for one in pin.specifier] == ["=="], pin
        assert pin.url is None, pin


@pytest.mark.parametrize(("name", "tests"), PINNED.items())
def test_the_pins_fit_the_project(name: str, tests: bool) -> None:
    found = pins(name)
    for one in wanted(tests=tests):
        fitting = [pin for pin, _ in found if canonicalize_name(pin.name) == canonicalize_name(one.name)]
        assert fitting, f"{one.name} is not pinned in {name}"
        versions = [next(iter(pin.specifier)).version for pin in fitting]
        assert any(one.specifier.contains(version) for version in versions), one


def test_nothing_else_is_pinned_than_what_is_needed() -> None:
    """A name that nobody asks for would be installed unseen. Markers of other systems are taken on trust."""
    needed = set(shipped())
    extra = {canonicalize_name(pin.name) for pin, _ in pins("requirements.txt")} - needed
    elsewhere = {"pywin32-ctypes", "backports-tarfile", "importlib-metadata", "jeepney", "secretstorage", "zipp"}
    assert extra <= elsewhere | {"lazy-importer"}


def test_every_licence_goes_with_ours() -> None:
    for name, one in shipped().items():
        said = licences(one)
        if name in READ:
            files = [file for file in one.files or () if re.search("copying|licen[cs]e", str(file), re.IGNORECASE)]
            assert any(READ[name] in file.read_text() for file in files), name
        elif name in QT:
            assert "lgpl-3.0" in said, (name, said)
        else:
            assert any(re.search(rf"\b{re.escape(free)}", said) for free in FREE), (name, said)
            assert "affero" not in said, name


def test_no_affero_licence_is_installed_even_for_tests() -> None:
    found = {
        str(one.name) for one in metadata.distributions() if re.search("agpl|affero", licences(one), re.IGNORECASE)
    }
    assert found == set()


def test_the_security_rules_are_on() -> None:
    lint = project()["tool"]["ruff"]["lint"]
    assert "S" in lint["select"]
    assert {one for one in lint["ignore"] if re.fullmatch(r"S\d+", one)} == set(PASSED_OVER)
    assert lint["per-file-ignores"] == {"tests/**": ["S", "PLR0913"]}
