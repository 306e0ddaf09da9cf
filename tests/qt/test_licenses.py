"""Licenses come from the metadata of what is installed; odd metadata has its words."""

from __future__ import annotations

from email.message import Message

import pytest

from mailflow_gui.qt.licenses import license_of, shipped


def test_what_the_program_needs_is_listed_once_with_its_license() -> None:
    found = shipped()
    names = [one.name.lower() for one in found]
    assert len(set(names)) == len(names)
    assert {"keyring", "cryptography", "imapclient"} <= set(names)
    assert "pytest" not in names, "what only developers need is not shipped"
    assert all(one.version and one.license for one in found)


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ([("License-Expression", "MIT OR Apache-2.0")], "MIT OR Apache-2.0"),
        ([("License", "BSD")], "BSD"),
        ([("License", "UNKNOWN"), ("Classifier", "License :: OSI Approved :: MIT License")], "MIT License"),
        ([("License", "Permission is hereby granted, " * 20)], "see its own text"),
        ([], "see its own text"),
    ],
)
def test_a_license_in_few_words(headers: list[tuple[str, str]], said: str) -> None:
    about = Message()
    for key, value in headers:
        about[key] = value
    assert license_of(about) == said  # type: ignore[arg-type]
