"""Text of files made fit for a terminal: control characters harmless, cut to a width in cells."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from profile_tui.text.catalogue import _
from profile_tui.text.width import may_break

_TAB = "    "
_JOINERS = "\ufe0e\ufe0f\u200c\u200d\u200b\ufeff"
"""Characters that terminals give different widths, or that change the width of those beside them."""


def harmless(text: str) -> str:
    """Return the text without anything that a terminal would obey or measure wrongly.

    Control characters become their pictures (`␛`), blanks of all kinds one that is seen, marks that reorder or join
    others a `�` or nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if character.isprintable() else _picture(character) for character in _unjoined(text))


def in_place(text: str) -> str:
    """Return the text made harmless, with each character in its place, for a field that knows places in it."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in _JOINERS else _picture(character)[0] for character in text
    )


def _unjoined(text: str) -> str:
    """Return the text without variation selectors and joiners; they count as printable in part."""
    return text if text.isascii() else "".join(character for character in text if character not in _JOINERS)


def _picture(character: str) -> str:
    """Return what stands for a character that is not printable."""
    code = ord(character)
    if character == "\t":
        return _TAB
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    category = unicodedata.category(character)
    if category == "Zs":
        return character if character == "\u3000" else " "
    return character if category in ("Cn", "Co") else "�"


def one_line(text: str) -> str:
    """Return text on one line, harmless, without the blanks at its ends."""
    return harmless(" ".join(text.split()))


def elided(text: str, width: int) -> str:
    """Return text cut to a width in cells, with an ellipsis where something is missing."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def elided_path(path: str, width: int) -> str:
    """Return a path cut to a width in cells; its folders give way, the file's name does not."""
    if cell_len(path) <= width or "/" not in path:
        return elided(path, width)
    name = path[path.rindex("/") :]
    room = width - cell_len(name)
    return elided(path[: -len(name)], room) + name if room > 1 else elided(name[1:], width)


def padded(text: str, width: int) -> str:
    """Return text cut or filled to exactly a width in cells."""
    return set_cell_size(elided(text, width), max(width, 0))


@lru_cache(maxsize=4096)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Return text in pieces of at most a width in cells, cut between words where that is possible; never empty.

    Wide characters, as those of Chinese, are words of their own.
    """
    pieces: list[str] = []
    rest = text
    while width > 0 and cell_len(rest.rstrip()) > width:  # blanks at the end may run over the edge
        cut = _fitting(rest, width)
        if rest[cut] == " ":
            cut += 1
        else:
            cut = next((at for at in range(cut, cut // 3 + 1, -1) if may_break(rest, at)), cut)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return (*pieces, rest)


def _fitting(text: str, width: int) -> int:
    """Return how many characters fit into a width; at least one, so that cutting ends."""
    low, high = 1, min(len(text), width)
    while low < high:
        middle = (low + high + 1) // 2
        if cell_len(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def line_range(first: int, last: int) -> str:
    """Return a range of lines in words."""
    return (
        _("line {first}").format(first=first)
        if first == last
        else _("lines {first}–{last}").format(first=first, last=last)
    )


def folded(text: str) -> str:
    """Return a text for finding words in it: without case, and letters without their accents."""
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize

    return "".join(character for character in normalize("NFKD", text) if not combining(character)).casefold()
