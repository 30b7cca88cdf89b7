"""The names in an `author` field, each first name first, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.markup.bibtex.latex import accents, decode
from profile_tui.text.pattern import lazily

OTHERS = "others"
"""What stands for the names that were left out."""

_AND = lazily(r"(?:\s+|(?<=\s)|^)and(?:\s+|$)", re.I)
_COMMA = lazily(r"\s*,\s*")
_SEMICOLON = lazily(r"\s*;\s*")
_AMPERSAND = lazily(r"\s+\\?&\s+")
_SUFFIX = lazily(r"(?:jr|sr|jun|sen|ph\.?d|m\.?d|esq)\.?|[ivx]{2,4}", re.I)
_KEYED = lazily(r"(?:^|,)\s*(family|given|prefix|suffix)\s*=\s*", re.I)
_RAISED = lazily(
    r"\$\s*\^?\s*\{?\s*((?:\\[A-Za-z]+|[^\w\s${}\\]|\d)(?:[\s,;]*(?:\\[A-Za-z]+|[^\w\s${}\\]|\d))*)\s*\}?\s*\$"
    r"|\\textsuperscript\s*\{([^{}]*)\}|\^\{?([*†‡])\}?"
)
"""Marks and numbers that are raised after a name."""
_RAISED_ONE = lazily(r"\\[A-Za-z]+|[^\w\s,;]|\w+")
_SIGNS = {
    "\\dagger": "†", "\\dag": "†", "\\textdagger": "†", "\\ddagger": "‡", "\\ddag": "‡", "\\ast": "*", "\\star": "⋆",
    "\\S": "§",
}  # fmt: skip
_CJK = lazily(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_ET_AL = lazily(r"[\s,]*\b(?:et\.?\s*al\b\.?|and others)\W*$", re.I)
_INITIALS = lazily(r"(?:[^\W\d_]\.?[\s~-]*){1,4}")


def people(value: str) -> list[str]:
    """The names in a field; `others` where some are left out.

    Names are parted before they are decoded: what braces keep together, as `{Kettle and Sons}`, is one name.
    """
    plain = _RAISED.sub(_mark, accents(value))
    if left_out := _ET_AL.search(plain):
        plain = plain[: left_out.start()]
    parts = list(_cut(plain, _AND))
    if len(parts) == 1:
        parts = list(_cut(plain, _SEMICOLON))
    if len(parts) == 1:
        parts = list(_cut(plain, _AMPERSAND))
    names = [name for part in parts for name in _listed(part.strip())]
    shown = [name_shown for name in names if (name_shown := _ordered(name))]
    return [*shown, OTHERS] if left_out and shown else shown


def written(value: str) -> list[str]:
    """The names in a field as they are written."""
    return [name for part in _cut(value, _AND) if (name := part.strip())]


def _mark(match: re.Match[str]) -> str:
    """The marks that were raised after a name; the numbers of affiliations say nothing without the affiliations."""
    raised = (match[1] or match[2] or match[3]).strip(" $^")
    signs = (_SIGNS.get(sign, sign) for sign in _RAISED_ONE.findall(raised))
    return "".join(sign for sign in signs if not (sign[:1].isalnum() or sign.startswith("\\")))


def _cut(text: str, border: re.Pattern[str]) -> Iterator[str]:
    """A text, cut where a pattern matches outside of all braces."""
    if "{" not in text:
        yield from border.split(text)
        return
    start = depth = at = 0
    while at < len(text):
        match = border.match(text, at) if depth == 0 else None
        if match and match.end() > at:
            yield text[start : match.start()]
            start = at = match.end()
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
    yield text[start:]


def _listed(name: str) -> list[str]:
    """The names where commas are in the place of `and`; else the one name."""
    parts = [part for part in _cut(name, _COMMA) if part]
    if _KEYED.match(name) or any(_SUFFIX.fullmatch(part) for part in parts):
        return [name]
    ends = name.rstrip().endswith(",")
    if len(parts) > 2 - ends and all(len(part.replace("~", " ").split()) > 1 for part in parts):
        return parts
    if len(parts) > 3 and len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{last}, {first}" for last, first in zip(parts[::2], parts[1::2], strict=True)]
    return [name]


def _ordered(name: str) -> str:
    """A name as people say it, decoded."""
    if _KEYED.match(name):
        return _keyed(name)
    parts = [decode(part) for part in _cut(name, _COMMA)]
    parts = [part for part in parts if part]
    if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]):
        parts[1:] = [parts[-1], *parts[1:-1]]
    if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]):
        return " ".join(parts)
    if len(parts) == 2 and all(_CJK.fullmatch(part) for part in parts):
        return "".join(parts)
    if len(parts) < 2:
        return "".join(parts)
    last, *suffix, first = parts
    return " ".join([first, last, *suffix])


def _keyed(name: str) -> str:
    """A name in biblatex's long form: `family=Moss, given=Fay, prefix=van`."""
    pieces = _KEYED.split(name)[1:]
    part_of = {key.lower(): _value(value) for key, value in zip(pieces[::2], pieces[1::2], strict=True)}
    return " ".join(part_of[key] for key in ("given", "prefix", "family", "suffix") if part_of.get(key))


def _value(value: str) -> str:
    """A part of such a name, without what tells how to sort, as `useprefix=true`."""
    return decode(re.sub(r",\s*[\w-]+\s*=.*", "", value).strip(' ,"'))
