"""The entries of a BibTeX file and the fields in them, found by their characters. What they mean is another matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profile_tui.text.span import Span

_START = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@\s*[A-Za-z]+\s*[{(]", re.M)
_NAME = re.compile(r"\s*([^\s=,{}\"#%()]+)\s*=\s*")
_WORD = re.compile(r"[^\s,{}\"#%=]+")


@dataclass(frozen=True, slots=True)
class BibField:
    """A field of an entry.

    Attributes:
        name: Its name, in lower case.
        span: From its name to the end of its value.
        value: Its value, delimiters included.
    """

    name: str
    span: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A `@type{…}` of a BibTeX file.

    Attributes:
        type: Its type, in lower case: `article`, but also `string`, `preamble` or `comment`.
        span: From the `@` to the closing brace.
        key: Its key, for an entry.
        key_span: Where the key stands.
        fields: Its fields in file order.
        broken: What is wrong with it; empty where nothing is.
    """

    type: str
    span: Span
    key: str = ""
    key_span: Span = Span(0, 0)
    fields: tuple[BibField, ...] = ()
    broken: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether it is a publication."""
        return self.type not in ("string", "preamble", "comment")

    def field(self, *names: str) -> BibField | None:
        """The first of some fields that it has."""
        return next((one for name in names for one in self.fields if one.name == name), None)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a file in file order; text between them belongs to nobody."""
    at = 0
    while found := _START.search(text, at):
        end = _closing(text, found.end() - 1)
        following = _NEXT.search(text, found.end())
        if end is None:
            stop = following.start() if following else len(text)
            last = len(text[found.start() : stop].rstrip()) + found.start()
            yield Block(found[1].lower(), Span(found.start(), last), broken="it has no closing brace")
            at = stop
            continue
        yield _block(text, found, end)
        at = end


def _closing(text: str, opening: int) -> int | None:
    """The offset behind the brace that closes the one at `opening`; None where none does before the next entry."""
    depth = 0
    for found in re.compile(r"[{}]|\n[ \t]*@[A-Za-z]+\s*\{[^\s,{}]+\s*,").finditer(text, opening):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth <= 0:
                return found.end() if depth == 0 else None
        elif depth:
            return None
    return None


def _block(text: str, start: re.Match[str], end: int) -> Block:
    """A block whose braces match."""
    kind, span = start[1].lower(), Span(start.start(), end)
    if kind in ("string", "preamble", "comment"):
        return Block(kind, span)
    key = re.compile(r"\s*([^\s,{}]*)\s*").match(text, start.end(), end - 1)
    key_span = Span(key.start(1), key.end(1)) if key else Span(start.end(), start.end())
    at = key.end() if key else start.end()
    if key is None or not key[1] or (at < end - 1 and text[at] != ","):
        return Block(kind, span, broken="it has no key")
    fields: list[BibField] = []
    while at < end - 1:
        separator = re.compile(r"[\s,]*").match(text, at, end - 1)
        at = separator.end() if separator else at
        if at >= end - 1:
            break
        name = _NAME.match(text, at, end - 1)
        stop = _value(text, name.end(), end - 1) if name else None
        if name is None or stop is None:
            return Block(kind, span, key[1], key_span, tuple(fields), "a field in it cannot be read")
        fields.append(BibField(name[1].lower(), Span(name.start(1), stop), Span(name.end(), stop)))
        at = stop
        behind = re.compile(r"\s*").match(text, at, end - 1)
        rest = behind.end() if behind else at
        if rest < end - 1 and text[rest] != ",":
            return Block(kind, span, key[1], key_span, tuple(fields), f"a comma is missing behind {name[1]}")
    return Block(kind, span, key[1], key_span, tuple(fields))


def _value(text: str, at: int, end: int) -> int | None:
    """The offset behind the value that begins at `at`: pieces joined by `#`; None where there is none."""
    while True:
        stop = _piece(text, at, end)
        if stop is None:
            return None
        joined = re.compile(r"\s*#\s*").match(text, stop, end)
        if joined is None:
            return stop
        at = joined.end()


def _piece(text: str, at: int, end: int) -> int | None:
    """The offset behind one piece of a value."""
    if text.startswith("{", at):
        return _closing(text, at)
    if not text.startswith('"', at):
        word = _WORD.match(text, at, end)
        return word.end() if word else None
    depth = 0
    for index in range(at + 1, end):
        character = text[index]
        if character == '"' and depth == 0 and text[index - 1] != "\\":
            return index + 1
        depth += (character == "{") - (character == "}")
    return None
