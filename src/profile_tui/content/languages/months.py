"""The names that months have in all languages, as CLDR has them.

`months.txt` is written by `scripts/months.py`. It is loaded when a page first shows a date in words that are not
English, and searched as one text: a page needs few names of thousands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_NAME_END = lazily(r"[;\t\n]")
_WORD = lazily(r"\d+|[^\s\x00-\x40\[-`{-~،⹁–—་]+")
FORMS = 4
"""Full as in a date with its day, full alone, short as in a date, short alone."""
_SHORT = 3
"""Names of so few letters are English words, too: `set`, `out`, `see`."""
_WIDELY = 50
"""So many of the first languages have their short names read everywhere; others, on pages in that language alone."""


class Use(NamedTuple):
    """A language that has a name, in one of its forms, for one of its months."""

    tag: str
    form: int
    month: int
    rank: int
    """Place of the language in the table."""
    closed: bool
    """Whether the language writes a period after the whole date."""


class Named(NamedTuple):
    """The name of a month in a text."""

    length: int
    month: int
    closed: bool
    """Whether its language writes a period after the whole date."""
    doubtful: bool
    """Whether it may be an English word, as `Set` or `Out`."""


def folded(text: str) -> str:
    """Return a text of the same length in which case, the two i of Turkish, apostrophes and digits do not differ."""
    low = text.replace("İ", "i").lower().replace("ı", "i").replace("’", "'").replace("ʼ", "'")
    if low.isascii():
        return low
    return "".join(str(int(character)) if character.isdecimal() else character for character in low)


def named(low: str, start: int, language: str) -> Iterable[Named]:
    """Return the names of months that a folded text has at `start`, the longest first."""
    matches: list[tuple[int, bool, Named]] = []
    for name, uses in _beginning(_first_word(low, start)):
        length = _matches(name, low, start)
        own = [use for use in uses if speaks(language, use.tag)]
        short = len(name.rstrip(".")) <= _SHORT and name.isascii()
        meant = own or [use for use in uses if use.rank < _WIDELY or not short]
        if length and meant:
            month = meant[0].month
            doubtful = short and not own and meant[0].form >= FORMS // 2 and low[start + length - 1] != "."
            closed = any(use.closed for use in uses if use.month == month)
            matches.append((length, bool(own), Named(length, month, closed, doubtful)))
    return [match for *_, match in sorted(matches, reverse=True)]


def _first_word(low: str, start: int) -> str:
    """Return the first word of a name that may begin at `start`, or its number."""
    word = _WORD.match(low, start)
    return word[0] if word else ""


def _matches(name: str, low: str, start: int) -> int:
    """Return how many characters a name, with or without its period, takes at `start`; 0 where it is not there."""
    for written in (name, name.rstrip(".")):
        if low.startswith(written, start):
            following = low[start + len(written) : start + len(written) + 1]
            return 0 if written[-1].isdigit() and following.isdigit() else len(written)
    return 0


def speaks(language: str, tag: str) -> bool:
    """Return whether a page's language is that of a row of the table, in whatever country."""
    return bool(language) and language.replace("_", "-").lower().split("-")[0] == tag.lower().split("-")[0]


@cache
def table() -> str:
    """Return the table."""
    return Path(__file__).with_name("months.txt").read_text("utf-8")


@cache
def _low() -> str:
    """Return the table, folded; names are where they are in the table."""
    return table().replace("İ", "i").lower().replace("ı", "i").replace("’", "'").replace("ʼ", "'")


@cache
def words(mark: str) -> list[str]:
    """Return what is before (`<`), within (`=`) and after (`>`) dates, and after the number of a day (`#`)."""
    start = 0 if mark == "<" else _low().index(f"\n{mark} ") + 1
    return _low()[start + 2 : _low().index("\n", start)].split(";")


@lru_cache(maxsize=1 << 10)
def _beginning(word: str) -> list[tuple[str, list[Use]]]:
    """Return the names that begin with a word, and who uses them; also where a case ending is glued to the word."""
    names = _names(word) if word else {}
    for ending in words("=") if word and not names else ():
        if word.endswith(ending) and len(word) > len(ending):
            names |= _names(word.removesuffix(ending))
    return list(names.items())


def _names(word: str) -> dict[str, list[Use]]:
    """Return the names that have `word` for their first word."""
    low, names = _low(), dict[str, list[Use]]()
    at = low.find(";" + word)
    while at >= 0:
        end = _NAME_END.search(low, at + 1)
        name = low[at + 1 : end.start() if end else len(low)]
        line = low.rfind("\n", 0, at) + 1
        if _first_word(name, 0) == word and low[line] not in "<=>#":
            tag, flags = table()[line : low.index("\t", line)].split(" ")
            row = low[line:at]
            field = row.rindex("\t")
            use = Use(tag, row.count("\t") - 1, row.count(";", field) + 1, low.count("\n", 0, line) - 4, "." in flags)
            names.setdefault(name, []).append(use)
        at = low.find(";" + word, at + 1)
    return names


def months_in(text: str, tag: str) -> int:
    """Return how many names of months of a language are in a text."""
    if f"\n{tag} " not in table():
        return 0
    low = text.lower()
    return sum(name.lower() in low for name in {*_row(tag)[0], *_row(tag)[1]})


class Naming(NamedTuple):
    """How a page names months.

    Attributes:
        names: The names of the year.
        bare: The names for a date without its day.
    """

    names: tuple[str, ...]
    bare: tuple[str, ...]

    def write(self, month: int, model: str, of: int, *, day: bool) -> str:
        """Return the name of a month as the one of month `of` is written: its case, and its period."""
        name, known = (self.names if day else self.bare)[month - 1], self.names[of - 1]
        if "’" in model:
            name, known = name.replace("'", "’"), known.replace("'", "’")
        if known.endswith(".") and not model.endswith("."):
            name, known = name.rstrip("."), known.rstrip(".")
        elif model.endswith(".") and not known.endswith("."):
            name, known = name + ".", known + "."
        if model == known:
            return name
        if model == _upper(known, self.names):
            return _upper(name, self.names)
        if model[1:] == known[1:] and model[0].isupper():
            return _upper(name[0], self.names) + name[1:]
        return name.lower() if model.islower() else name


def _upper(text: str, names: Sequence[str]) -> str:
    """Return a text in capitals; where the language has two i, with its own."""
    turkish = any("ı" in name for name in names)
    return (text.replace("i", "İ") if turkish else text).upper()


def naming(seen: Sequence[tuple[str, int]], language: str, *, day: bool) -> Naming | None:
    """Return the language and form that months are named in, told by names that a page shows.

    Args:
        seen: Names with their months, the nearest first.
        language: The page's language, where known.
        day: Whether they are in dates with a day.
    """
    votes: Counter[tuple[str, int]] = Counter()
    exact: Counter[tuple[str, int]] = Counter()
    ranks: dict[str, int] = {}
    for text, month in seen:
        low = folded(text)
        names: set[tuple[str, int]] = set()
        for name, uses in _beginning(_first_word(low, 0)):
            if low.rstrip(".") != name.rstrip("."):
                continue
            for use in uses:
                if use.month == month:
                    ranks[use.tag] = use.rank
                    names |= {(use.tag, form) for form in _forms(use)}
        votes.update(names)
        exact.update((tag, form) for tag, form in names if _row(tag)[form][month - 1].rstrip(".") == text.rstrip("."))
    if not votes:
        return None

    def worth(name: tuple[str, int]) -> tuple[bool | int, ...]:
        tag, form = name
        return (
            votes[name],
            speaks(language, tag),
            language == tag,
            exact[name],
            -(form // 2),
            (form % 2 == 1) == (not day and _alone(tag)),
            -ranks[tag],
        )

    tag, form = max(votes, key=worth)
    bare = form + 1 if form % 2 == 0 and day and _alone(tag) else form
    return Naming(_row(tag)[form], _row(tag)[bare])


def _forms(use: Use) -> list[int]:
    """Return the forms in which a language has a name: the one that the table gives, and those that repeat it."""
    row = _row(use.tag)
    return [form for form in range(FORMS) if row[form] == row[use.form]]


def _line(tag: str) -> str:
    """Return the row of a language."""
    start = table().index(f"\n{tag} ") + 1
    return table()[start : table().index("\n", start)]


def _alone(tag: str) -> bool:
    """Return whether a language has names of their own for dates without a day."""
    return "L" in _line(tag).split("\t")[0].split(" ")[1]


@cache
def _row(tag: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of a language in each form."""
    fields = [tuple(field.split(";")[1:]) for field in _line(tag).split("\t")[1:]]
    wide = fields[0]
    alone = fields[1] or wide
    short = fields[2] or wide
    return wide, alone, short, fields[3] or (alone if short == wide else short)
