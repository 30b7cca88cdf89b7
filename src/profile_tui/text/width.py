"""Text in the columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import textwrap

_NEVER_FIRST = "，。；：、！？）】》”’…,.;:!?)]}"
"""What no line begins with."""


def cells(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return text in lines.

    Args:
        text: The text; its white space is folded.
        width: The columns that a line may have.
        indent: What each line begins with.
    """
    if text.isascii():
        return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and cells(indent + line + piece.rstrip()) > width:
            lines.append(f"{indent}{line.rstrip()}")
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, f"{indent}{line.rstrip()}"] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """Return the parts of a text that may stand on lines of their own: words, and single wide characters."""
    pieces: list[str] = []
    for character in " ".join(text.split()):
        wide = _cells(character) == 2 and character not in _NEVER_FIRST
        after_wide = bool(pieces) and _cells(pieces[-1][-1]) == 2
        follows = character in _NEVER_FIRST or character == " "
        if pieces and (follows or not (wide or after_wide or pieces[-1].endswith(" "))):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _cells(character: str) -> int:
    """Return how many columns a character takes."""
    from unicodedata import combining, east_asian_width

    return 0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
