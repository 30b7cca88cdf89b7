"""The commands. Each is one class in a module here that registers itself; adding one edits no other file.

The key, the entry of the palette, the footer and the help all come from the class.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from profile_tui.app.commands.base import Command

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = ["Command", "bindings", "commands", "register"]

_registered: dict[str, Command[Any]] = {}
_C = TypeVar("_C", bound=type[Command[Any]])


def register(command: _C) -> _C:
    """Adds a command class; used as its decorator.

    Raises:
        ValueError: Its id is taken.
    """
    if command.id in _registered:
        raise ValueError(f"two commands are named {command.id}")
    _registered[command.id] = command()
    return command


@cache
def _all() -> dict[str, Command[Any]]:
    """All commands by id."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return dict(sorted(_registered.items(), key=lambda pair: pair[1].order))


@cache
def commands(context: str) -> tuple[Command[Any], ...]:
    """The commands of a kind of screen, the most important first."""
    return tuple(command for command in _all().values() if command.context in (context, "any"))


def command(id: str) -> Command[Any]:
    """The command of that id."""
    return _all()[id]


def bindings(context: str) -> list[Binding]:
    """The key bindings of a kind of screen; users may rebind them by the commands' ids."""
    from textual.binding import Binding

    return [
        Binding(
            one.keys,
            f"command('{one.id}')",
            one.footer or one.title,
            show=False,
            id=one.id,
            tooltip=one.help,
            priority=one.priority,
        )
        for one in commands(context)
        if one.keys
    ]
