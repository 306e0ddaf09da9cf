"""The command line as data, read from the program's own parser: what the man page and the completions are made of."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option. `value` is empty for a switch; `choices` are its only values when there are any."""

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Word:
    """One argument without a dash. `many`: any number of them; `optional`: none is fine."""

    name: str
    choices: tuple[str, ...]
    help: str
    many: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Command:
    """The program, or one of its verbs (`name` then has the path, `attention list`)."""

    name: str
    help: str
    options: tuple[Option, ...]
    words: tuple[Word, ...]
    verbs: tuple[Command, ...]

    def every(self) -> Iterator[Command]:
        """Its verbs and theirs, in order."""
        for verb in self.verbs:
            yield verb
            yield from verb.every()


def read(parser: argparse.ArgumentParser, name: str = "", help: str = "") -> Command:
    """The command behind a parser."""
    options, words, verbs = [], [], []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            verbs = [read(one, f"{name} {key}".strip(), helps.get(key, "")) for key, one in action.choices.items()]
        elif action.help == argparse.SUPPRESS:
            continue
        elif action.option_strings:
            options.append(_option(action))
        else:
            words.append(_word(action))
    return Command(name, help or parser.description or "", tuple(options), tuple(words), tuple(verbs))


def program() -> Command:
    """The grammar of `mailflow`."""
    from mailflow_gui.cli import command_line

    return read(command_line._parser(command_line.find_verbs()))


def _option(action: argparse.Action) -> Option:
    value = "" if action.nargs == 0 else _value(action)
    return Option(tuple(action.option_strings), value, _choices(action), _help(action))


def _word(action: argparse.Action) -> Word:
    nargs = action.nargs
    return Word(_value(action), _choices(action), _help(action), nargs in ("*", "+"), nargs in ("*", "?"))


def _value(action: argparse.Action) -> str:
    shown = action.metavar if isinstance(action.metavar, str) else ""
    return shown or action.dest.upper().replace("_", "-")


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(str(one) for one in action.choices) if action.choices else ()


def _help(action: argparse.Action) -> str:
    known = {"default": action.default, "prog": "mailflow", "dest": action.dest}
    return (action.help or "") % known
