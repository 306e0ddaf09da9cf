"""Lines for a reader who reads, who does not, and who is gone."""

from __future__ import annotations

import errno
import threading

from mailflow_gui.cli.line_printer import LinePrinter

SECONDS = 10.0


class Reader:
    """A stream that takes lines only while it reads."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.reads = threading.Event()
        self.asked = threading.Event()

    def write(self, line: str) -> None:
        self.asked.set()
        assert self.reads.wait(SECONDS)
        self.lines.append(line)


def omitted(count: int) -> str:
    return f"{count} missing"


def test_lines_come_in_order() -> None:
    reader = Reader()
    reader.reads.set()
    printer = LinePrinter(reader.write, omitted)
    for number in range(500):
        printer.print(str(number))
    assert printer.close(SECONDS)
    assert reader.lines == [str(number) for number in range(500)]


def test_who_does_not_read_is_told_how_much_is_missing_and_where() -> None:
    reader = Reader()
    printer = LinePrinter(reader.write, omitted, capacity=2)
    printer.print("in hand")
    assert reader.asked.wait(SECONDS)
    for line in ("first", "second", "third", "fourth"):
        printer.print(line)
    assert not printer.close(0)
    reader.reads.set()
    assert printer.close(SECONDS)
    assert reader.lines == ["in hand", "first", "second", "2 missing"]


def test_a_reader_who_left_is_noticed_and_no_line_raises() -> None:
    def write(line: str) -> None:
        raise BrokenPipeError

    printer = LinePrinter(write, omitted)
    printer.print("one")
    assert printer.lost.wait(SECONDS)
    printer.print("two")
    assert printer.close(SECONDS)


def test_a_full_disk_takes_lines_only() -> None:
    full = True
    lines: list[str] = []
    failed = threading.Event()

    def write(line: str) -> None:
        if full:
            failed.set()
            raise OSError(errno.ENOSPC, "No space left on device")
        lines.append(line)

    printer = LinePrinter(write, omitted)
    printer.print("lost")
    assert failed.wait(SECONDS)
    full = False
    printer.print("kept")
    assert printer.close(SECONDS)
    assert "kept" in lines
    assert not printer.lost.is_set()
