"""Has modules import by the shortest path, and only what they still use.

Once types are gone, so is the use of many names; to import these would cost time at start, and not only bytes.
"""

from __future__ import annotations

import ast
import itertools

from scripts.packing.edits import Edit, edited, place
from scripts.packing.names import names_in


def with_short_imports(source: bytes, folders: list[str], used: set[str]) -> bytes:
    """Return a module that imports by the shortest path, and no more what was used and is not.

    Args:
        source: The module.
        folders: Those of its package, from the outermost on.
        used: The names that it used before.
    """
    tree = ast.parse(source)
    unused = used - names_in(tree)
    empty = [node for node in tree.body if is_for_types(node) and not left_of(node, unused)]
    source = edited(source, [(*place(node), b"") for node in empty])
    tree = ast.parse(source)
    unused = used - names_in(tree)
    if not any(isinstance(node, ast.AnnAssign) or is_typed(node) for node in ast.walk(tree)):
        unused.add("annotations")  # of __future__
    edits: list[Edit] = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = ",".join(ast.unparse(alias) for alias in left_of(node, unused))
            path = f"from {shortest(node, folders)} " if isinstance(node, ast.ImportFrom) else ""
            edits.append((*place(node), f"{path}import {names}".encode() if names else b""))
    return edited(source, edits)


def left_of(node: ast.stmt, unused: set[str]) -> list[ast.AST]:
    """Return what is left of an import, or of a block of imports, without some names."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [at for at in node.names if at.asname == at.name or (at.asname or at.name).split(".")[0] not in unused]
    return [at for part in node.body for at in left_of(part, unused)] if isinstance(node, ast.If) else [node]


def is_for_types(node: ast.stmt) -> bool:
    """Return whether type checkers alone read a block."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" and not node.orelse


def is_typed(node: ast.AST) -> bool:
    """Return whether something is an argument with a type, or a function whose result has one."""
    return bool(getattr(node, "annotation", None) or getattr(node, "returns", None))


def shortest(node: ast.ImportFrom, folders: list[str]) -> str:
    """Return the shorter path from the package with these folders to what is imported: all of it, or with dots."""
    path = "." * node.level + (node.module or "")
    parts = path.split(".")
    shared = len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(parts, folders, strict=False))))
    near = "." * (len(folders) - shared + 1) + ".".join(parts[shared:])
    return min(path, near, key=len) if shared else path
