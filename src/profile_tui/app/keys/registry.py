"""The commands by the screens that they are for. Each registers itself; adding one edits no other file.

The key, the entry of the palette, the footer, the help and the documentation all come from the class.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from profile_tui.app.keys.command import Command, as_keys
from profile_tui.registry import Registry

if TYPE_CHECKING:
    from textual.binding import Binding

_rebound: list[str] = []
"""The ids of commands whose keys the settings gave."""
_C = TypeVar("_C", bound=type[Command[Any]])
_registry: Registry[Command[Any]] = Registry(
    "profile_tui.app.commands",
    "commands",
    name=lambda command: command.id,
    order=lambda command: (command.group, type(command).__module__),
)


def register(command: _C) -> _C:
    """Add a command class; used as its decorator.

    Raises:
        ValueError: Another command has its id.
    """
    _registry.register(command())
    return command


@cache
def commands(context: str) -> tuple[Command[Any], ...]:
    """Return the commands of a kind of screen, the most important first."""
    return tuple(command for command in _registry.all() if command.context in (context, "any"))


def all_commands() -> Sequence[Command[Any]]:
    """Return the commands of all screens, the most important first."""
    return _registry.all()


def command(id: str) -> Command[Any]:
    """Return the command of that id."""
    return _registry.get(id)


def rebind(keys: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Give commands other keys, by their ids; all others have their own.

    Returns:
        The ids that no command has, and the keys of the others, for the bindings of screens that exist already.
    """
    wanted = {id: parsed for id, typed in keys.items() if (parsed := as_keys(typed))}
    known = {command.id: command for command in _registry.all()} if wanted or _rebound else {}
    for id, command in known.items():
        command.keys = wanted.get(id, type(command).keys)
    _rebound[:] = [id for id in wanted if id in known]
    return [id for id in keys if id not in known], {id: wanted[id] for id in _rebound}


def bindings(context: str) -> list[Binding]:
    """Return the key bindings of a kind of screen; users may rebind them by the commands' ids."""
    from textual.binding import Binding

    return [
        Binding(
            command.keys,
            f"command('{command.id}')",
            command.footer or command.title,
            show=False,
            id=command.id,
            tooltip=command.help,
            priority=command.priority,
        )
        for command in commands(context)
        if command.keys
    ]
