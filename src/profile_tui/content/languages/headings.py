"""What headings say in any language: the kind that they announce, and what a new one is called.

`headings.txt` holds the words. English has patterns of its own, with the kinds; so a page in English asks here only for
headings that these do not know, and of the table only those lines are read that share a word with the heading.
"""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from profile_tui.text.pattern import lazily

_CHOICE = lazily(r"\(([^()]*)\)")
_BREAK = lazily(r"[\s!-&(-,./:-@\[-`{-~\u2010-\u2015\u2018-\u206f\u3000-\u303f«»¿¡·・：，]+")
_ACCENT = lazily(r"[\u0300-\u036f]")
_STEM = 4
"""A line of the table is read where so many first letters of a word are in it."""


class Row(NamedTuple):
    """A line of the table: what phrases of a language say.

    Attributes:
        kind: A kind, `text`, `now` or `until`.
        tag: The language.
        phrases: As they are written.
        low: The same, folded.
    """

    kind: str
    tag: str
    phrases: str
    low: str


class Meaning(NamedTuple):
    """A phrase that a heading holds, and what it says in one language."""

    phrase: str
    kind: str
    tag: str


@lru_cache(maxsize=1 << 9)
def meanings(heading: str) -> tuple[Meaning, ...]:
    """The phrases of the table that a heading holds."""
    words = [word for word in _BREAK.split(_folded(heading)) if word]
    starts = {word[:_STEM] for word in words}
    said = f" {' '.join(words)} "
    unspaced = any(_unspaced(character) for character in said)
    return tuple(
        Meaning(phrase.strip("!* "), row.kind, row.tag)
        for row in _rows()
        if (unspaced and _unspaced(row.low[0])) or any(start in row.low for start in starts)
        for phrase in _phrases(row.low)
        if _holds(said, phrase)
    )


def _holds(said: str, phrase: str) -> bool:
    """Whether a heading holds a phrase; its words are parted by blanks, and begin and end with one."""
    if phrase[0] == "!":
        return said == f" {phrase[1:]} "
    if phrase[-1] == "*":
        return f" {phrase[:-1]}" in said
    if _unspaced(phrase[0]):
        return phrase.replace(" ", "") in said.replace(" ", "")
    return f" {phrase} " in said


def _unspaced(character: str) -> bool:
    """Whether a letter is of a script that puts no blanks between words, or glues words together, as Korean does."""
    return character > "\u0dff" and character.isalpha() and not "\u10a0" <= character <= "\u10ff"


def announced(heading: str) -> set[str]:
    """The kinds that a heading announces; `text` alone where it is known to announce none.

    A phrase that is part of a longer one does not count: so centres of interest are hobbies, and not interests.
    """
    found = [one for one in meanings(heading) if one.kind not in ("now", "until")]
    whole = [one for one in found if not any(one.phrase in other.phrase != one.phrase for other in found)]
    told = {one.kind for one in whole}
    return told - {"text"} or told


def spoken(headings: Iterable[str], declared: str = "") -> str:
    """The language that most headings are in: the declared one, or the first of the table, where several are likely."""
    votes: Counter[str] = Counter()
    for heading in headings:
        votes.update({one.tag for one in meanings(heading)})
    most = max(votes.values(), default=0)
    best = [tag for tag in _tags() if most and votes[tag] == most]
    return matching(declared, best) or next(iter(best), "")


def matching(language: str, tags: Iterable[str]) -> str:
    """The one of some tags that a page's language means, as `zh-Hant` for `zh-TW`; empty where none does."""
    wanted = language.replace("_", "-").lower()
    wanted = {"zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant", "no": "nb"}.get(wanted, wanted)
    known = {tag.lower(): tag for tag in tags}
    while wanted and wanted not in known:
        wanted = wanted.rpartition("-")[0]
    return known.get(wanted, "")


def title(kind: str, language: str) -> str | None:
    """The heading of a new section of a kind; None for a language that is not known."""
    tag = matching(language, _tags())
    return next((row.phrases.split("; ")[0] for row in _rows() if (row.kind, row.tag) == (kind, tag)), None)


@cache
def range_words(which: str) -> re.Pattern[str]:
    """What ends a range of dates that goes on (`now`), or stands between its dates (`until`), in any language."""
    phrases = {re.escape(phrase) for row in _rows() if row.kind == which for phrase in row.phrases.split("; ")}
    return re.compile(rf"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})(?!\w)", re.I)


def _folded(text: str) -> str:
    """A text in which case, accents and the forms of apostrophes do not differ; composed letters are taken apart."""
    low = text.casefold().replace("ı", "i").replace("’", "'")
    return low if low.isascii() else _ACCENT.sub("", normalize("NFD", low))


@cache
def _rows() -> list[Row]:
    """The table."""
    table = (pkgutil.get_data(__package__, "headings.txt") or b"").decode()
    rows: list[Row] = []
    tag = ""
    for line, low in zip(table.splitlines(), _folded(table).splitlines(), strict=True):
        if line[:1] == " ":
            kind, _, phrases = line.strip().partition(": ")
            rows.append(Row(kind, tag, phrases, low.partition(": ")[2]))
        elif line[:1] != "#":
            tag = line or tag
    return rows


@cache
def _tags() -> list[str]:
    """The languages of the table, in its order."""
    return list(dict.fromkeys(row.tag for row in _rows()))


@lru_cache(maxsize=1 << 10)
def _phrases(low: str) -> list[str]:
    """The phrases of a folded line, words parted by blanks; with the marks for the whole heading and for stems."""
    return [
        ("!" if phrase[0] == "!" else "")
        + " ".join(_BREAK.split(phrase.strip("!*")))
        + ("*" if phrase[-1] == "*" else "")
        for written in low.split("; ")
        for phrase in _choices(written)
    ]


def _choices(phrase: str) -> list[str]:
    """The phrases that `(a|b) c` stands for."""
    choice = _CHOICE.search(phrase) if "(" in phrase else None
    if choice is None:
        return [phrase]
    start, end = choice.span()
    return [one for word in choice[1].split("|") for one in _choices(phrase[:start] + word + phrase[end:])]
