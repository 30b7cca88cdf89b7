"""What a command is: its keys, its place in palette, footer and help, and what it does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable
from enum import IntEnum, auto
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.screen import Screen

    AnyScreen = Screen[Any]

S = TypeVar("S", bound="AnyScreen")

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "semicolon": ";",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "shift+up": "shift+↑",
    "shift+down": "shift+↓",
    "alt+up": "alt+↑",
    "alt+down": "alt+↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}


class Group(IntEnum):
    """What a command is for, which gives it its place in footer and help. Where room is short, the last give way."""

    PURPOSE = auto()
    """What one is on the screen for: adding and editing, answering, applying."""
    BACK = auto()
    """Back to where one came from."""
    SAVE = auto()
    """Undoing and saving."""
    FIND = auto()
    """The keys, other files, finding in the list."""
    CHANGE = auto()
    """Removing, moving, editing as text."""
    REVIEW = auto()
    """What differs from the disk, and what was undone."""
    SHOW = auto()
    """Which pane has the keys, and how it shows lines."""
    QUIT = auto()
    """Leaving the program."""


class Command(ABC, Generic[S]):
    """Something that a key or a line of the palette does. Its docstring's first line is its help."""

    id: ClassVar[str]
    """What users rebind it by."""
    keys: str = ""
    """Its keys, parted by commas; the first is the one that is shown. Settings may give others."""
    title: ClassVar[str] = ""
    """Its line in the palette, a verb first; empty keeps it out."""
    footer: ClassVar[str] = ""
    """Its word in the footer; empty keeps it out."""
    group: ClassVar[Group] = Group.CHANGE
    """Its place in footer and help; in a group, commands are in the order of their modules and classes."""
    stays: ClassVar[bool] = False
    """Whether it stays in the footer when room is short, as what leaves the program does."""
    context: ClassVar[str] = "main"
    """The kind of screen it belongs to; `any` for all."""
    priority: ClassVar[bool] = False
    """Whether its key counts even where the focused field would take it."""

    @property
    def english(self) -> str:
        """What it does, in a sentence; the first line of its docstring."""
        return (self.__doc__ or "").partition("\n")[0]

    @property
    def help(self) -> str:
        """What it does, in the user's language."""
        return _(self.english)

    @property
    def key_names(self) -> list[str]:
        """Its keys as people read them."""
        return [key_name(key) for key in self.keys.split(",") if key]

    def disabled_reason(self, screen: S) -> str | None:
        """Return why it cannot be done now, as a sentence; None where it can. What cannot be done is not offered."""
        return None

    @abstractmethod
    def run(self, screen: S) -> Awaitable[object] | None:
        """Do it. What it returns is waited for before the next key counts: a screen that opens must be there first."""


def as_keys(typed: str) -> str:
    """Return keys, parted by commas, as the toolkit calls them; they may be typed as people read them."""
    named = {name: key for key, name in _NAMES.items()}
    return ",".join(named.get(key.strip(), key.strip()) for key in typed.split(",") if key.strip())


def key_name(key: str) -> str:
    """Return a key as people read it."""
    return _NAMES.get(key, key)
