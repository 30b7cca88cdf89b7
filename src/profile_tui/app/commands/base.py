"""What a command is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from textual.screen import Screen

    AnyScreen = Screen[Any]

S = TypeVar("S", bound="AnyScreen")

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "shift+up": "shift+↑",
    "shift+down": "shift+↓",
    "alt+up": "alt+↑",
    "alt+down": "alt+↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
    "f2": "F2",
}


class Command(ABC, Generic[S]):
    """Something that a key or a line of the palette does. Its docstring's first line is its help."""

    id: ClassVar[str]
    """What users rebind it by."""
    keys: ClassVar[str] = ""
    """Its keys, parted by commas; the first is the one that is shown."""
    title: ClassVar[str] = ""
    """Its line in the palette, a verb first; empty keeps it out."""
    footer: ClassVar[str] = ""
    """Its word in the footer; empty keeps it out."""
    order: ClassVar[int] = 50
    """Place in the footer and the help; where room is short, high numbers go first."""
    context: ClassVar[str] = "main"
    """The kind of screen it belongs to; `any` for all."""
    priority: ClassVar[bool] = False
    """Whether its key counts even where the focused field would take it."""

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        return (self.__doc__ or "").partition("\n")[0]

    @property
    def key_names(self) -> list[str]:
        """Its keys as people read them."""
        return [key_name(key) for key in self.keys.split(",") if key]

    def hindrance(self, screen: S) -> str | None:
        """Why it cannot be done now, as a sentence; None where it can. What cannot be done is not offered."""
        return None

    @abstractmethod
    def run(self, screen: S) -> Awaitable[object] | None:
        """Does it. What it gives is waited for before the next key counts: a screen that opens must be there first."""


def key_name(key: str) -> str:
    """A key as people read it."""
    return _NAMES.get(key, key)
