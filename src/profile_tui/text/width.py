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


def may_break(text: str, at: int) -> bool:
    """Return whether a line may end before the character at an offset: after a blank, and beside wide characters."""
    if text[at - 1] == " ":
        return True
    return text[at] not in _NEVER_FIRST and text[at] != " " and 2 in (_cells(text[at - 1]), _cells(text[at]))


def _pieces(text: str) -> list[str]:
    """Return the parts of a text that may be on lines of their own: words, and single wide characters."""
    whole = " ".join(text.split())
    ends = [at for at in range(1, len(whole)) if may_break(whole, at)]
    return [whole[start:end] for start, end in zip([0, *ends], [*ends, len(whole)], strict=True)]


def _cells(character: str) -> int:
    """Return how many columns a character takes."""
    if character.isascii():
        return 1
    from unicodedata import combining, east_asian_width

    return 0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
