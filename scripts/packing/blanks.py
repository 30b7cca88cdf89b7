"""Takes the blanks out of modules that Python can do without."""

from __future__ import annotations

import itertools
import tokenize

from scripts.packing.tokens import tokens_of


def tight(source: bytes) -> bytes:
    """Return a module without needless blanks: beside operators, brackets and texts, and at the beginning of lines.

    A level is one blank. In texts, also those with values, blanks stay.
    """
    blanks: list[tuple[int, int, int]] = []
    in_texts: set[int] = set()
    for before, token in itertools.pairwise(tokens_of(source)):
        if token.type == tokenize.STRING:
            in_texts.update(range(token.start[0], token.end[0]))
        (line, start), (same, end) = before.end, token.start
        if line == same and start < end and before.type not in (tokenize.INDENT, tokenize.DEDENT):
            is_text = before.type == tokenize.STRING or token.string[:1] in {"'", '"'}
            if is_text or tokenize.OP in (before.type, token.type):
                blanks.append((line - 1, start, end))
    lines = source.split(b"\n")
    for line, start, end in reversed(blanks):
        text = lines[line].decode()
        lines[line] = f"{text[:start]}{text[end:]}".encode()
    for at, whole in enumerate(lines):
        if at not in in_texts:  # what begins within a text is the text's
            left = whole.lstrip(b" ")
            lines[at] = b" " * ((len(whole) - len(left)) // 4) + left
    return b"\n".join(lines)
