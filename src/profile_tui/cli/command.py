"""What a command of the command line is: one description, which parsing, help, completion and the manual page share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from profile_tui.text.dataclass import dataclass


@dataclass(frozen=True)
class Argument:
    """An argument or option of a command."""

    name: str
    """`--date`, or `TEXT` where it goes by its place."""
    help: str
    """What it is, in a few words."""
    value: str = ""
    """What stands for an option's value in help; empty for an option that has none."""
    dest: str = ""
    """What handlers call it; made of its name where left out."""
    many: bool = False
    """Whether an option may be given several times, or an argument stands for several words."""
    is_list: bool = False
    """Whether an option takes all words after it, or none."""
    required: bool = False
    """Whether a call must have it."""
    default: str | None = None
    choices: Sequence[str] = ()
    convert: Callable[[str], object] = str
    """Makes its value of the word; raises ValueError with the complaint."""
    is_file: bool = False
    """Whether a shell completes it with names of files."""

    @property
    def is_option(self) -> bool:
        """Whether it goes by its name."""
        return self.name.startswith("-")

    @property
    def key(self) -> str:
        """What handlers call it."""
        return self.dest or self.name.lstrip("-").lower().replace("-", "_")


@dataclass(frozen=True)
class Command:
    """A command, as it is typed after the program's name."""

    words: tuple[str, ...]
    """`news`, `add`."""
    summary: str
    """What it does, as an imperative sentence."""
    module: str
    """The module of this package whose `run` does it."""
    arguments: tuple[Argument, ...] = ()
    examples: tuple[str, ...] = ()
    """Calls without the program's name."""
    details: str = ""
    """What else a user should know."""

    @property
    def name(self) -> str:
        """Its words, as one text."""
        return " ".join(self.words)

    @property
    def options(self) -> list[Argument]:
        """Its options, without `--help`."""
        return [argument for argument in self.arguments if argument.is_option]

    @property
    def positionals(self) -> list[Argument]:
        """What goes by its place."""
        return [argument for argument in self.arguments if not argument.is_option]


@dataclass(frozen=True)
class Group:
    """Commands that share their first word."""

    name: str
    summary: str
    actions: tuple[str, ...]
    """The second words."""


class Namespace(SimpleNamespace):
    """The arguments of a call, each by its `Argument.key`."""
