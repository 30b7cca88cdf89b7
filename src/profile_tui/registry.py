"""Plug-ins: kinds, templates, stores, checks, commands. Each is one module that registers itself when it is imported.

A registry imports the modules of its package, and what other installed packages name under its entry point group, when
it is first asked. So adding a plug-in edits no other file, and nothing is imported before it is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, Generic, TypeVar

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Unreadable

T = TypeVar("T")
_GROUP = "profile_tui."


class Registry(Generic[T]):
    """The plug-ins of one sort.

    Attributes:
        package: The package whose modules are plug-ins and nothing else, by its full name.
        group: The entry point group under which other packages name modules to import.
    """

    def __init__(self, package: str, group: str, name: Callable[[T], str], order: Callable[[T], Any]) -> None:
        """Make an empty registry; imports nothing.

        Args:
            package: The package of the plug-ins.
            group: The last word of the entry point group: `kinds` for `profile_tui.kinds`.
            name: Gives a plug-in's name, which no other of its sort may have.
            order: Gives a plug-in's place among the others, as a key to sort by.
        """
        self.package = package
        self.group = _GROUP + group
        self._name = name
        self._order = order
        self._registered: dict[str, T] = {}
        self._sorted: tuple[T, ...] | None = None

    def register(self, item: T) -> T:
        """Add a plug-in; called by its own module, also as a decorator.

        Raises:
            ValueError: Another one has its name.
        """
        name = self._name(item)
        if name in self._registered:
            raise ValueError(f"two {self.group.removeprefix(_GROUP)} are named {name}")
        self._registered[name] = item
        self._sorted = None
        return item

    def all(self) -> tuple[T, ...]:
        """Return all plug-ins, in their order."""
        _load(self.package, self.group)
        if self._sorted is None:
            self._sorted = tuple(sorted(self._registered.values(), key=self._order))
        return self._sorted

    def get(self, name: str) -> T:
        """Return the plug-in of that name.

        Raises:
            KeyError: There is none.
        """
        _load(self.package, self.group)
        return self._registered[name]


@cache
def _load(package: str, group: str) -> None:
    """Import all modules that may register something; each once in the life of the program."""
    for name in _modules(import_module(package).__path__):
        import_module(f"{package}.{name}")
    for target in _named_by_others(group):
        try:
            import_module(target)
        except (ImportError, SyntaxError, NameError, AttributeError, TypeError, ValueError) as error:
            raise Unreadable(
                _("{error}; mend or uninstall the package that this plug-in came with").format(error=error), path=target
            ) from error


def _modules(folders: Iterable[str]) -> list[str]:
    """Return the names of a package's modules, in order.

    The folders are looked at directly, because `pkgutil.iter_modules` imports `inspect`.
    """
    files = [name for folder in folders for name in os.listdir(folder)]
    return sorted({name[:-3] for name in files if name.endswith(".py") and name != "__init__.py"})


def _named_by_others(group: str) -> Iterator[str]:
    """Yield the modules that installed packages name under an entry point group."""
    if not _others():
        return
    from importlib.metadata import entry_points

    for point in entry_points(group=group):
        yield point.module


@cache
def _others() -> bool:
    """Return whether an installed package names plug-ins of this program.

    The files are looked at directly, because importing `importlib.metadata` takes longer than the rest of a command.
    """
    for folder in dict.fromkeys(sys.path):
        try:
            packages = [
                entry.path for entry in os.scandir(folder or ".") if entry.name.endswith((".dist-info", ".egg-info"))
            ]
        except OSError:
            continue
        for path in packages:
            try:
                with open(os.path.join(path, "entry_points.txt"), "rb") as file:
                    if f"[{_GROUP}".encode() in file.read():
                        return True
            except OSError:
                continue
    return False
