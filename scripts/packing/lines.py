"""Writes each statement on one line: line ends and indents within statements are for readers of the source."""

from __future__ import annotations

import itertools
import re
import tokenize
from collections.abc import Iterator

from scripts.packing.edits import Edit, edited
from scripts.packing.tokens import tokens_of

_TEXT = re.compile(r"""\w*(["'])(?!\1\1)""")
_OCTAL = re.compile(r"\\[0-7]{1,2}$")
"""How a text ends with a character by its number, to which a digit after it could belong."""


def joined(source: bytes) -> bytes:
    """Return a module whose statements are one line each, with as many empty ones below as they had more.

    Texts that follow each other in one are one. A statement with a text that has lines of its own stays.
    """
    lines = source.decode().split("\n")
    statement: list[tokenize.TokenInfo] = []
    edits: list[Edit] = []
    for token in tokens_of(source):
        if token.type == tokenize.NEWLINE:
            if all(part.start[0] == part.end[0] for part in statement):
                for *places, between in breaks(statement):
                    at = [(line - 1, len(lines[line - 1][:column].encode())) for line, column in places]
                    edits.append((*at[0], *at[1], between))
            statement = []
        elif token.type not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING):
            statement.append(token)
    return edited(source, edits)


def breaks(statement: list[tokenize.TokenInfo]) -> Iterator[tuple[tuple[int, int], tuple[int, int], bytes]]:
    """Yield where lines of a statement end and the next begin, as tokens have it, and what stands there instead."""
    brackets = [""]  # what opens each that is open, then its commas, and an x where they may be those of a `lambda`
    for before, token in itertools.pairwise(statement):
        if before.string in ("(", "[", "{"):
            brackets.append(before.string)
        elif before.string in (")", "]", "}"):
            brackets.pop()
        elif before.string in (",", "lambda"):
            brackets[-1] += "," if before.string == "," else "x"
        (line, start), (last, end) = before.end, token.start
        if line == last:
            continue
        if both := begin_of_both(before, token):
            yield (line, start - 1), (last, end + len(both)), b""
        elif before.string == "," and token.string in ")]}" and re.fullmatch(r"\{,|.,,+", brackets[-1]):
            yield before.start, token.start, b""  # the comma of a tuple of one item stays
        else:
            yield before.end, token.start, b" "


def begin_of_both(before: tokenize.TokenInfo, token: tokenize.TokenInfo) -> str:
    """Return how two texts begin that can be one, with the mark; empty where they cannot, or are none."""
    begins = [_TEXT.match(part.string) for part in (before, token) if part.type == tokenize.STRING]
    both = {begin[0] if begin else "" for begin in begins}
    return both.pop() if len(begins) == 2 and len(both) == 1 and not _OCTAL.search(before.string[:-1]) else ""
