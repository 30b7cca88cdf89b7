"""How the files of a collection are named, learned from those that are there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from profile_tui.text.pattern import lazily

_DATED = lazily(r"(\d{4})(-\d{1,2}(?:-\d{1,2})?(?!\d))?([-_])(.+)$")
_NUMBERED = lazily(r"(.*\D|)(\d{1,3}|(?!(?:19|20)\d\d$)\d{4,6})$")
_WORDS = 8
_LENGTH = 80
_BYTES = 160
"""What file systems leave of 255 bytes for a slug, its date and a temporary name's prefix beside it."""
_NUMBER = lazily(r"\d{1,9}")
_LATIN = dict(zip("ÆæØøĐđÐðŁłıŒœßÞþĦħŊŋ", "Ae ae O o D d D d L l i Oe oe ss Th th H h N n".split(), strict=True))
"""Letters that are one to Unicode, in ASCII."""
_NOT_WORD = lazily(r"[^\w]+")


def slug(text: str, *, lower: bool = True, words: int = _WORDS) -> str:
    """Some words of a text as part of a file name and of a URL."""
    bare = "".join(map(_in_ascii, unicodedata.normalize("NFC", text)))
    bare = re.sub(r"<[^<>]*>|\]\([^()]*\)|['’`*]", "", bare)
    parts = [part for part in _NOT_WORD.split(bare.replace("_", " ")) if part][:words]
    joined = "-".join(parts)[:_LENGTH].encode()[:_BYTES].decode("utf-8", "ignore").strip("-") or "entry"
    return joined.lower() if lower else joined


def _in_ascii(character: str) -> str:
    """A Latin letter without its marks; any other character as it is."""
    if character in _LATIN:
        return _LATIN[character]
    folded = unicodedata.normalize("NFKD", character)
    return folded[0] if folded[0].isascii() and all(map(unicodedata.combining, folded[1:])) else character


def likely_newest(names: Sequence[str], most: int) -> list[str]:
    """Some of the names: those with the latest dates or highest numbers, and some evenly from all the others.

    Args:
        names: The names; files in folders with their folders.
        most: How many are wanted.
    """
    ordered = sorted(names, key=lambda name: ([int(number) for number in _NUMBER.findall(name)], name), reverse=True)
    top, others = ordered[: most * 3 // 4], ordered[most * 3 // 4 :]
    few = most - len(top)
    return [*top, *others[:: max(1, len(others) // few) if few else 1][:few]]


def new_name(names: Sequence[str], day: str, text: str, taken: Collection[str]) -> str:
    """The name for a new file, relative to the collection's folder.

    Args:
        names: The names that are there, the newest entry's first; files in folders with their folders.
        day: The entry's date, in ISO form.
        text: What it is about.
        taken: Names that are not free, in whatever case.
    """
    newest = PurePosixPath(names[0]) if names else None
    stems = [name.rpartition("/")[2].rpartition(".")[0] for name in names]
    suffix = newest.suffix if newest else ".md"
    folder = _folder(newest, day) if newest else ""
    stem = _stem(stems, day, text)
    used = {name.casefold() for name in taken}
    numbered = _numbered(stems)
    number = 2
    candidate = stem
    while f"{folder}{candidate}{suffix}".casefold() in used:
        if numbered and stem.startswith(numbered[0]):
            candidate = f"{numbered[0]}{int(numbered[1]) + number - 1:0{len(numbered[1])}}"
        else:
            candidate = f"{stem}-{number}"
        number += 1
    return f"{folder}{candidate}{suffix}"


def _folder(newest: PurePosixPath, day: str) -> str:
    """The folder of the newest file; where it is a year, that of the new entry."""
    parts = list(newest.parent.parts)
    if parts and re.fullmatch(r"(19|20)\d\d", parts[-1]):
        parts[-1] = day[:4]
    return "".join(part + "/" for part in parts)


def _stem(stems: Sequence[str], day: str, text: str) -> str:
    """A file name without its suffix."""
    dated = [match for stem in stems if (match := _DATED.match(stem))]
    lower = sum(stem == stem.lower() for stem in stems) * 2 >= len(stems)
    if stems and (numbered := _numbered(stems)):
        return f"{numbered[0]}{int(numbered[1]) + 1:0{len(numbered[1])}}"
    if not stems or len(dated) * 2 >= len(stems):
        widths = [4 + 3 * (match[2] or "").count("-") for match in dated]
        width = max(dict.fromkeys(widths), key=widths.count) if widths else len(day)
        mark = dated[0][3] if dated else "-"
        return f"{day[:width]}{mark}{slug(text, lower=lower)}"
    return slug(text, lower=lower)


def _numbered(stems: Sequence[str]) -> tuple[str, str] | None:
    """What most names begin with before a number, and the highest such number; None where they are not counted."""
    matches = [match for stem in stems if not _DATED.match(stem) and (match := _NUMBERED.match(stem))]
    if not matches:
        return None
    prefixes = [match[1] for match in matches]
    prefix = max(dict.fromkeys(prefixes), key=prefixes.count)
    if prefixes.count(prefix) * 2 < len(stems):
        return None
    return prefix, max((match[2] for match in matches if match[1] == prefix), key=int)
