"""`completion`: what bash, zsh and fish need to complete a call, made of the command tree.

The scripts hold all words themselves; so completing starts no Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from profile_tui.cli import tree
from profile_tui.cli.command import Argument, Command, Namespace
from profile_tui.cli.output import say
from profile_tui.text.catalogue import _

_PROGRAM = "profile-tui"


def run(given: Namespace) -> int:
    """Print a shell's completion; return 0."""
    say("\n".join(SHELLS[given.shell]()))
    return 0


def _firsts() -> list[tuple[str, str]]:
    """Return the first words of all calls, and what they do."""
    return sorted([*_commands(), ("help", _("Show what a command does."))])


def _commands() -> list[tuple[str, str]]:
    """Return the first words of all commands, and what they do."""
    commands = []
    for name in tree.names():
        about = tree.group(name) or tree.single(name)
        if about is not None:
            commands.append((name, about.summary))
    return commands


def _seconds() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each first word that others follow, with those and what they do."""
    for name in tree.names():
        if group := tree.group(name):
            yield name, [(action, tree.member(group, action).summary) for action in group.actions]


def _bash() -> Iterator[str]:
    """Yield the completion for bash."""
    yield f'# bash completion for {_PROGRAM}. Load it with: eval "$({_PROGRAM} completion bash)"'
    yield "_profile_tui() {"
    yield "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words= files="
    yield '    local first=${COMP_WORDS[1]} call="${COMP_WORDS[1]} ${COMP_WORDS[2]}"'
    yield "    if (( COMP_CWORD == 1 )); then"
    firsts = " ".join([*(name for name, _unused in _firsts()), "--help", "--no-color", "--plain", "--version"])
    yield f"        words='{firsts}' files=yes"
    yield "    elif (( COMP_CWORD == 2 )) && [[ $first == help ]]; then"
    yield f"        words='{' '.join(tree.names())}'"
    for name, members in _seconds():
        yield f"    elif (( COMP_CWORD == 2 )) && [[ $first == {name} ]]; then"
        yield f"        words='{' '.join(action for action, _unused in members)}'"
    yield "    else"
    yield '        case "$call" in'
    for command in tree.commands():
        pattern = f'"{command.name}"' if len(command.words) > 1 else f'"{command.name} "*'
        yield f"        {pattern})"
        yield "            case $prev in"
        for argument in command.options:
            if argument.value and not argument.is_list:
                yield f"            {argument.name}) {_bash_values(argument)} ;;"
        yield f"            *) {_bash_words(command)} ;;"
        yield "            esac ;;"
    yield "        esac"
    yield "    fi"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$cur"))'
    yield "    if [[ -n $files ]]; then"
    yield "        compopt -o filenames 2>/dev/null"
    yield "        local IFS=$'\\n'"
    yield '        COMPREPLY+=($(compgen -f -- "$cur"))'
    yield "    fi"
    yield "}"
    yield f"complete -F _profile_tui {_PROGRAM}"


def _bash_values(argument: Argument) -> str:
    """Return what sets the words that an option's value may be."""
    return "files=yes" if argument.is_file else f"words='{' '.join(argument.choices)}'"


def _bash_words(command: Command) -> str:
    """Return what sets the words that a command takes."""
    words = [*_option_names(command), *(word for argument in command.positionals for word in argument.choices)]
    files = " files=yes" if any(argument.is_file for argument in command.positionals) else ""
    return f"words='{' '.join(words)}'{files}"


def _option_names(command: Command) -> list[str]:
    """Return the names of a command's options."""
    return [*(argument.name for argument in command.options), "--help"]


def _zsh() -> Iterator[str]:
    """Yield the completion for zsh."""
    yield f"#compdef {_PROGRAM}"
    yield f"# zsh completion for {_PROGRAM}. Load it with: source <({_PROGRAM} completion zsh)"
    yield "_profile_tui() {"
    yield "    local -a commands"
    yield "    if (( CURRENT == 2 )); then"
    yield f"        commands=({_zsh_pairs(_firsts())})"
    yield "        _describe command commands"
    yield "        _files"
    yield "        return"
    yield "    fi"
    yield "    if (( CURRENT == 3 )); then"
    yield "        case $words[2] in"
    for name, members in [("help", _commands()), *_seconds()]:
        yield f"        {name}) commands=({_zsh_pairs(members)}); _describe command commands; return ;;"
    yield "        esac"
    yield "    fi"
    yield '    case "$words[2] $words[3]" in'
    for command in tree.commands():
        deep = len(command.words) > 1
        yield f"    {_quoted(command.name)}{'' if deep else '*'})"
        yield f"        shift {len(command.words)} words; (( CURRENT -= {len(command.words)} ))"
        arguments = " ".join(_zsh_argument(argument) for argument in command.arguments)
        about = _("show help")
        yield f"        _arguments -s {arguments} '--help[{about}]' ;;"
    yield "    esac"
    yield "}"
    yield "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then"
    yield '    _profile_tui "$@"'
    yield "else"
    yield f"    compdef _profile_tui {_PROGRAM}"
    yield "fi"


def _zsh_pairs(rows: Sequence[tuple[str, str]]) -> str:
    """Return words with what they do, as `_describe` takes them."""
    return " ".join(_quoted(f"{word}:{about}") for word, about in rows)


def _zsh_argument(argument: Argument) -> str:
    """Return an argument as `_arguments` takes it."""
    about = argument.help.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
    action = "_files" if argument.is_file else f"({' '.join(argument.choices)})" if argument.choices else " "
    if not argument.is_option:
        return _quoted(f"{'*' if argument.many else ''}{'' if argument.required else ':'}:{argument.name}:{action}")
    if not argument.value:
        return _quoted(f"{argument.name}[{about}]")
    value = argument.value.replace(":", "").replace('"', "")
    return _quoted(f"{'*' if argument.many else ''}{argument.name}[{about}]:{value}:{action}")


def _fish() -> Iterator[str]:
    """Yield the completion for fish."""
    yield f"# fish completion for {_PROGRAM}. Load it with: {_PROGRAM} completion fish | source"
    for name, about in _firsts():
        yield f"complete -c {_PROGRAM} -n __fish_use_subcommand -a {name} -d {_quoted(about)}"
    for name, members in [("help", _commands()), *_seconds()]:
        every = " ".join(action for action, _unused in members)
        start = f"__fish_seen_subcommand_from {name}; and not __fish_seen_subcommand_from {every}"
        for action, about in members:
            yield f"complete -c {_PROGRAM} -f -n {_quoted(start)} -a {action} -d {_quoted(about)}"
    for command in tree.commands():
        condition = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in command.words)
        for argument in command.arguments:
            yield from _fish_argument(condition, argument)


def _fish_argument(condition: str, argument: Argument) -> Iterator[str]:
    """Yield the line of an argument, where there is something to complete."""
    start = f"complete -c {_PROGRAM} -n {_quoted(condition)}"
    choices = f" -f -a {_quoted(' '.join(argument.choices))}" if argument.choices else ""
    if not argument.is_option:
        if choices:
            yield f"{start}{choices}"
        return
    takes = "" if not argument.value or argument.is_list else " -r" if argument.is_file else " -x"
    yield f"{start} -l {argument.name.lstrip('-')} -d {_quoted(argument.help)}{takes}{choices.replace(' -f', '')}"


def _quoted(text: str) -> str:
    """Return text as one word of a shell's script."""
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS: dict[str, Callable[[], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
