"""Completion scripts for bash, zsh and fish, written from the program's own parser."""

from __future__ import annotations

from installer.parts.grammar import Command, Option, Word

#: Values that name a file, and one that names a directory.
FILES = ("FILE", "PATH")
FOLDERS = ("DIR",)


def bash(command: Command) -> str:
    """The script for bash: the verb decides which options and words follow."""
    cases = []
    for verb in (command, *command.every()):
        names = [name for option in (*command.options, *verb.options) for name in option.names]
        words = [one.name.split()[-1] for one in verb.verbs] + [one for word in verb.words for one in word.choices]
        files = "-f" if any(word.name in FILES for word in verb.words) else ""
        cases.append(f'        "{verb.name}") words="{" ".join(dict.fromkeys([*words, *names]))}" files={files} ;;')
    values = []
    for option in _distinct(command):
        patterns = "|".join(option.names)
        if option.choices:
            values.append(
                f'        {patterns}) COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current")); return ;;'
            )
        elif option.value in FILES:
            values.append(f'        {patterns}) COMPREPLY=($(compgen -f -- "$current")); return ;;')
        elif option.value in FOLDERS:
            values.append(f'        {patterns}) COMPREPLY=($(compgen -d -- "$current")); return ;;')
        elif option.value:
            values.append(f"        {patterns}) return ;;")
    paths = " ".join(f'"{verb.name}"' for verb in command.every())
    return _BASH.replace("@VALUES@", "\n".join(values)).replace("@CASES@", "\n".join(cases)).replace("@PATHS@", paths)


def zsh(command: Command) -> str:
    """The script for zsh, with the help beside each choice."""
    functions = [_zsh_function(verb, command) for verb in (command, *command.every())]
    return (
        "#compdef mailflow\n# Written from the program's own options.\n\n" + "\n".join(functions) + '\n_mailflow "$@"\n'
    )


def fish(command: Command) -> str:
    """The script for fish, with the help beside each choice."""
    lines = ["# Written from the program's own options.", "complete -c mailflow -f"]
    for option in command.options:
        lines.append(_fish_option(option, ""))
    known = {option.names for option in command.options}
    top = " ".join(verb.name for verb in command.verbs)
    for verb in command.verbs:
        here = f"not __fish_seen_subcommand_from {top}"
        lines.append(f"complete -c mailflow -n {_quote(here)} -a {verb.name} -d {_quote(verb.help)}")
    for verb in command.every():
        seen = " ".join(f"; and __fish_seen_subcommand_from {part}" for part in verb.name.split()).removeprefix(
            "; and "
        )
        for option in verb.options:
            if option.names not in known:
                lines.append(_fish_option(option, seen))
        for inner in verb.verbs:
            last = inner.name.split()[-1]
            lines.append(f"complete -c mailflow -n {_quote(seen)} -a {last} -d {_quote(inner.help)}")
        for word in verb.words:
            if word.choices:
                lines.append(f"complete -c mailflow -n {_quote(seen)} -a {_quote(' '.join(word.choices))}")
            elif word.name in FILES:
                lines.append(f"complete -c mailflow -n {_quote(seen)} -F")
    return "\n".join(lines) + "\n"


def _distinct(command: Command) -> list[Option]:
    """Every option of the program and its verbs, those of the same names once."""
    found = {option.names: option for verb in (command, *command.every()) for option in verb.options}
    return list(found.values())


def _zsh_function(command: Command, whole: Command) -> str:
    name = "_".join(["_mailflow", *command.name.split()])
    specs = [_zsh_option(option) for option in {one.names: one for one in (*whole.options, *command.options)}.values()]
    if not command.verbs:
        specs += [_zsh_word(word) for word in command.words]
        return f"{name}() {{\n    _arguments -s \\\n        " + " \\\n        ".join(specs) + "\n}\n"
    specs += ["'1: :->verb'", "'*:: :->rest'"]
    listed = "\n".join(
        f"            {_quote(one.name.split()[-1] + ':' + one.help.replace(':', ';'))}" for one in command.verbs
    )
    cases = "\n".join(
        f"            {one.name.split()[-1]}) _{'_'.join(['mailflow', *one.name.split()])} ;;" for one in command.verbs
    )
    return (
        f"{name}() {{\n    local state line\n    _arguments -s -C \\\n        "
        + " \\\n        ".join(specs)
        + f"\n    case $state in\n        verb)\n            local -a verbs=(\n{listed}\n            )\n"
        + f"            _describe verb verbs\n            ;;\n        rest)\n            case $line[1] in\n{cases}\n"
        + "            esac\n            ;;\n    esac\n}\n"
    )


def _zsh_option(option: Option) -> str:
    help = option.help.replace("[", "(").replace("]", ")").replace(":", ";")
    value = _zsh_value(option.value, option.choices)
    if len(option.names) == 1:
        return _quote(f"{option.names[0]}[{help}]{value}")
    return f"'({' '.join(option.names)})'{{{','.join(option.names)}}}" + _quote(f"[{help}]{value}")


def _zsh_word(word: Word) -> str:
    return _quote(("*" if word.many else "") + (_zsh_value(word.name, word.choices)))


def _zsh_value(value: str, choices: tuple[str, ...]) -> str:
    if choices:
        return f":{value.lower()}:({' '.join(choices)})"
    if value in FILES:
        return f":{value.lower()}:_files"
    if value in FOLDERS:
        return f":{value.lower()}:_files -/"
    return f":{value.lower()}: " if value else ""


def _fish_option(option: Option, condition: str) -> str:
    parts = ["complete -c mailflow"]
    if condition:
        parts.append(f"-n {_quote(condition)}")
    for name in option.names:
        parts.append(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}")
    if option.choices:
        parts.append(f"-x -a {_quote(' '.join(option.choices))}")
    elif option.value in FILES:
        parts.append("-r -F")
    elif option.value in FOLDERS:
        parts.append("-x -a '(__fish_complete_directories)'")
    elif option.value:
        parts.append("-x")
    return " ".join([*parts, f"-d {_quote(option.help)}"])


def _quote(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


_BASH = """\
# bash completion for mailflow, written from the program's own options.
_mailflow() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} path= word try words= files=
    COMPREPLY=()
    case $previous in
@VALUES@
    esac
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        for try in @PATHS@; do
            [ "$try" = "${path:+$path }$word" ] && path=$try && break
        done
    done
    case $path in
@CASES@
    esac
    [[ $current == -* ]] || words=$(printf '%s\\n' $words | grep -v '^-')
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    [ -z "$files" ] || [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _mailflow mailflow
"""
