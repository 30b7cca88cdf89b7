"""What a packed module is made by: other text in places of its source, and never a line more or less.

A report of a fault names a line, and whoever reads it looks that line up in the source; so no step may move a
statement. `edited`, by which nearly all steps change a module, leaves empty lines for those that it takes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

Edit = tuple[int, int, int, int, bytes]
"""The line, from 0, and the byte where something begins, and those where it ends; what stands there instead."""


def edited(source: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a module with other text in places that do not overlap; every line keeps its number."""
    lines = source.split(b"\n")
    for first, start, last, end, text in sorted(edits, reverse=True):
        line = lines[first][:start] + text + lines[last][end:]
        lines[first : last + 1] = [line if line.strip() else b"", *[b""] * (last - first)]
    return b"\n".join(lines)


def place(node: ast.expr | ast.stmt) -> tuple[int, int, int, int]:
    """Return where something begins and ends: each time the line, from 0, and the byte."""
    return node.lineno - 1, node.col_offset, (node.end_lineno or 0) - 1, node.end_col_offset or 0
