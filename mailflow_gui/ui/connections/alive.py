"""Answers of background work for pages that may be gone by then. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

A = TypeVar("A")


def if_alive(owner: QObject, callback: Callable[[A], object]) -> Callable[[A], None]:
    """The callback, but it does nothing once `owner` was deleted."""

    def call(answer: A) -> None:
        if isValid(owner):
            callback(answer)

    return call
