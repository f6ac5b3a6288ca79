"""The scripts by which shells complete the command, written from its options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .completion import Command, Option, Value

_GLOBAL = {"-h": "show the help", "--help": "show the help", "-V": "show the version", "--version": "show the version"}


def bash(commands: Sequence[Command]) -> Iterator[str]:
    """The lines for bash (3.2 and later). Where there are no words, it completes names of files."""
    names = " ".join(command.name for command in commands)
    yield "# Completion of tqcheck for bash, made by: tqcheck completion bash"
    yield "_tqcheck() {"
    yield '    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local command="" word="" words="" prefix=""'
    yield '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f'        case "$word" in {names.replace(" ", "|")}) command="$word"; break ;; esac'
    yield "    done"
    yield '    [[ "$current" == "=" ]] && current=""'
    yield '    [[ "$previous" == "=" ]] && previous="${COMP_WORDS[COMP_CWORD-2]}"'
    yield '    case "$command $previous" in'
    for command in commands:
        for option in command.options:
            if option.value:
                yield f"        {'|'.join(_quoted(f'{command.name} {name}') for name in option.names)}) {_bash_words(option.value)};;"
    yield '        *) case "$command" in'
    yield f'            "") words="{names} {" ".join(_GLOBAL)}" ;;'
    for command in commands:
        options = " ".join(name for option in command.options for name in option.names)
        words = command.value.listed if command.value else ""
        yield f'            {command.name}) if [[ "$current" == -* ]]; then words="{options}"; else words="{words}"; fi ;;'
    yield "        esac ;;"
    yield "    esac"
    yield '    COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "${current#"$prefix"}"))'
    yield "}"
    yield "complete -o default -F _tqcheck tqcheck"


def _bash_words(value: Value) -> str:
    prefix = 'prefix="${current%"${current##*,}"}"; ' if value.is_list else ""
    return f'words="{value.listed}"; {prefix}'


def zsh(commands: Sequence[Command]) -> Iterator[str]:
    """The lines for zsh, for a file in its ``fpath`` or to be sourced."""
    yield "#compdef tqcheck"
    yield "# Completion of tqcheck for zsh, made by: tqcheck completion zsh"
    yield "_tqcheck() {"
    yield "    local state line"
    yield "    local -a commands"
    yield "    _arguments -C \\"
    yield from (f"        {_quoted(f'(- *){name}[{summary}]')} \\" for name, summary in _GLOBAL.items())
    yield "        '1: :->command' '*:: :->rest'"
    yield '    case "$state" in'
    yield "        command)"
    yield f"            commands=({' '.join(_quoted(f'{command.name}:{command.summary}') for command in commands)})"
    yield "            _describe command commands ;;"
    yield '        rest) case "$words[1]" in'
    for command in commands:
        yield f"            {command.name}) _arguments -s \\"
        yield from (f"                {_quoted(spec)} \\" for option in command.options for spec in _zsh_specs(option))
        yield f"                {_quoted('*' + _zsh_value(command.value)) if command.value else ''} ;;"
    yield "        esac ;;"
    yield "    esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = "_tqcheck" ]; then _tqcheck "$@"; else compdef _tqcheck tqcheck; fi'


def _zsh_specs(option: Option) -> Iterator[str]:
    summary = "".join(f"\\{character}" if character in "\\[]:" else character for character in option.summary)
    for name in option.names:
        end = "=" if option.value and name.startswith("--") else ""
        yield f"{'*' if option.is_repeated else ''}{name}{end}[{summary}]{_zsh_value(option.value) if option.value else ''}"


def _zsh_value(value: Value) -> str:
    name = value.name.replace(":", "")
    if value.is_list:
        return f":{name}:_sequence compadd - {value.listed}"
    return f":{name}:({value.listed})" if value.words else f":{name}:{'_files' if value.is_file else ''}"


def fish(commands: Sequence[Command]) -> Iterator[str]:
    """The lines for fish."""
    yield "# Completion of tqcheck for fish, made by: tqcheck completion fish"
    for command in commands:
        yield f"complete -c tqcheck -f -n __fish_use_subcommand -a {command.name} -d {_fish(command.summary)}"
    yield f"complete -c tqcheck -f -n __fish_use_subcommand -s h -l help -d {_fish(_GLOBAL['--help'])}"
    yield f"complete -c tqcheck -f -n __fish_use_subcommand -s V -l version -d {_fish(_GLOBAL['--version'])}"
    for command in commands:
        start = f"complete -c tqcheck -n '__fish_seen_subcommand_from {command.name}'"
        if not command.value or not command.value.is_file:
            yield f"{start} -f" + (f" -a {_fish(command.value.listed)}" if command.value else "")
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            yield f"{start} {names}{_fish_value(option.value)} -d {_fish(option.summary)}"


def _fish_value(value: Value | None) -> str:
    if value is None:
        return ""
    if value.is_list:
        return f" -x -a {_fish(f'(__fish_append , {value.listed})')}"
    return f" -x -a {_fish(value.listed)}" if value.words else " -r" if value.is_file else " -x"


def _quoted(text: str) -> str:
    """The text as one word of a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"


def _fish(text: str) -> str:
    """The text as one word of fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
