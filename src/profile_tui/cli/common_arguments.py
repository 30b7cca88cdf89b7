"""Arguments that several commands share."""

from __future__ import annotations

from profile_tui.cli.command import Argument
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace

PATH_HELP = _("a page, an include or a repository; the current folder if left out")
PATH = Argument("PATH", PATH_HELP, default=".", is_file=True)
IN = Argument("--in", PATH_HELP, value="PATH", dest="path", default=".", is_file=True)
DRY_RUN = Argument("--dry-run", _("print the unified diff, write nothing"))
JSON = Argument("--json", _("print one JSON object"))
WRITING = (IN, DRY_RUN, JSON)
PLAIN = Argument("--plain", _("ask for each field on a plain line; the default on a terminal where you give no field"))

NO_INPUT = Argument("--no-input", _("ask for nothing, also on a terminal"))


def entry_number(word: str) -> int:
    """Return a whole number from 1.

    Raises:
        ValueError: It is none.
    """
    return _number(word, _("{word!r} isn't an entry's number; `show` prints the numbers"))


def step_number(word: str) -> int:
    """Return a whole number from 1, of a step of the history.

    Raises:
        ValueError: It is none.
    """
    return _number(word, _("{word!r} isn't a step's number; `history` prints the numbers"))


def _number(word: str, complaint: str) -> int:
    """Return a whole number from 1."""
    if not (word.isascii() and word.isdecimal() and len(word) < 10 and int(word) > 0):
        raise ValueError(complaint.format(word=word))
    return int(word)


NUMBER = Argument("N", _("the entry's number, as `show` prints it"), dest="number", required=True, convert=entry_number)


READ = replace(PATH, help=_("{path_help}; - reads a page from standard input").format(path_help=PATH_HELP))
