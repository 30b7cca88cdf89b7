"""Gives the variables within functions short names: nobody outside can ask for them."""

from __future__ import annotations

import ast
import builtins
import string
from collections import Counter
from collections.abc import Iterator

from scripts.packing.edits import Edit, edited, place
from scripts.packing.names import bound_in


def with_short_variables(source: bytes) -> bytes:
    """Return a module whose variables within functions, which are called by name nowhere else, have the shortest names.

    Arguments keep theirs, by which they may be given.
    """
    tree = ast.parse(source)
    taken = {*dir(builtins), *(name for node in tree.body for name in names_of(node))}
    return edited(source, [edit for function in functions_of(tree) for edit in shortened(function, taken)])


def shortened(function: ast.AST, taken: set[str]) -> Iterator[Edit]:
    """Yield how the variables of a function get short names, of which none may be one of those that are taken."""
    nodes = list(ast.walk(function))
    if any(isinstance(node, (ast.ClassDef, ast.Global)) for node in nodes):
        return
    uses = [node for node in nodes if isinstance(node, ast.Name)]
    kept = taken | {name for node in nodes for name in kept_of(node)}
    bound = {node.id for node in uses if not isinstance(node.ctx, ast.Load)} - kept
    free = (letter for letter in string.ascii_letters if letter not in kept | {node.id for node in uses})
    often = [name for name, _ in Counter(node.id for node in uses).most_common() if name in bound and len(name) > 1]
    short = dict(zip(often, free, strict=False))
    yield from ((*place(node), short[node.id].encode()) for node in uses if node.id in short)


def functions_of(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the functions of a module and of its classes, but none within another."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node
        else:
            yield from functions_of(node)


def names_of(node: ast.stmt) -> set[str]:
    """Return the names that a statement of a module gives it."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    aliases = {(each.asname or each.name).split(".")[0] for each in ast.walk(node) if isinstance(each, ast.alias)}
    return aliases | bound_in(node)


def kept_of(node: ast.AST) -> set[str]:
    """Return the names that something in a function has and that stay: of arguments, functions, patterns, in texts."""
    names = {getattr(node, field, None) for field in ("name", "asname", "rest")}
    if isinstance(node, ast.arg):
        names.add(node.arg)
    elif isinstance(node, ast.JoinedStr):  # where its names stand is not told before Python 3.12
        names.update(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
    elif isinstance(node, ast.Nonlocal):
        names.update(node.names)
    return {name for name in names if isinstance(name, str)}
