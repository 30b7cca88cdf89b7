"""The tokens of a module, the same on every Python.

From Python 3.12 on, a text with values is many tokens; here it is one, so that no step has two ways to go.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator


def tokens_of(source: bytes) -> Iterator[tokenize.TokenInfo]:
    """Yield the tokens of a module; a text with values is one of them, as it was before Python 3.12."""
    begins = {getattr(tokenize, name, -1) for name in ("FSTRING_START", "TSTRING_START")}
    ends = {getattr(tokenize, name, -1) for name in ("FSTRING_END", "TSTRING_END")}
    lines = source.decode().split("\n")
    begun: list[tuple[int, int]] = []
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        if token.type in begins:
            begun.append(token.start)
        elif token.type not in ends:
            if not begun:
                yield token
        elif (start := begun.pop()) and not begun:
            text = "\n".join(lines[start[0] - 1 : token.end[0]])
            text = text[start[1] : len(text) - len(lines[token.end[0] - 1]) + token.end[1]]
            yield tokenize.TokenInfo(tokenize.STRING, text, start, token.end, token.line)
