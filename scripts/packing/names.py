"""Which names a module has and uses: from these the steps tell what may get another name, and what may go."""

from __future__ import annotations

import ast
import re


def is_private(name: str) -> bool:
    """Return whether a name is private to its module or class."""
    return name.startswith("_") and not name.startswith("__")


def names_in(tree: ast.AST) -> set[str]:
    """Return the names that a module uses, also those in texts that could be types or the names of what it exports."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and re.fullmatch(r"[\w.\[\]|, ]+", str(node.value)):
            names.update(re.findall(r"\w+", str(node.value)))
    return names


def bound_in(node: ast.stmt) -> set[str]:
    """Return the names that a statement of a class gives it."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    return names | ({node.name} if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) else set())
