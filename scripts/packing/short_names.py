"""Gives the private functions and values of modules short names: long ones are for readers of the source.

Only a name that nothing but the code of its module has is changed: what a text, a keyword or a class says could be
meant by somebody else.
"""

from __future__ import annotations

import ast
import itertools
import re
import tokenize
from collections import Counter
from collections.abc import Iterator

from scripts.packing.edits import Edit, edited
from scripts.packing.names import bound_in, is_private
from scripts.packing.tokens import tokens_of


def with_short_names(source: bytes) -> bytes:
    """Return a module whose private functions and values have the shortest names that nothing else in it has."""
    tree = ast.parse(source)
    names = renamed(tree)
    uses = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in names)
    short = dict(zip(sorted(names, key=lambda name: (-uses[name], name)), new_names(tree), strict=False))
    edits: list[Edit] = []
    before = ""
    for token in tokens_of(source):
        if token.type == tokenize.NAME and token.string in short and before != ".":
            (row, start), (_, end) = token.start, token.end
            line = token.line[:end].encode()
            start, end = len(token.line[:start].encode()), len(line)
            edits.append((row - 1, start, row - 1, end, short[token.string].encode()))
        before = token.string
    return edited(source, edits)


def renamed(tree: ast.Module) -> set[str]:
    """Return the private names of a module that only its own code has: no class, no text, no call by keyword."""
    own: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and all("cache" in ast.unparse(each) for each in node.decorator_list):
            own.add(node.name)
        elif isinstance(node, ast.Assign):
            own.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return {name for name in own - kept_names(tree) if is_private(name) and len(name) > 3}


def kept_names(tree: ast.Module) -> set[str]:
    """Return the names of a module that somebody else could mean, or that are in its texts, and so stay."""
    kept = {"_"}
    for each in ast.walk(tree):
        if isinstance(each, (ast.arg, ast.keyword)):
            kept.add(each.arg or "")
        elif isinstance(each, ast.ClassDef):
            kept.update(name for inner in each.body for name in bound_in(inner))
        elif isinstance(each, ast.JoinedStr):
            kept.update(node.id for node in ast.walk(each) if isinstance(node, ast.Name))
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            kept.update(re.findall(r"\w+", each.value))
    return kept


def new_names(tree: ast.Module) -> Iterator[str]:
    """Yield short private names that a module has not."""
    taken = {getattr(node, field, "") for node in ast.walk(tree) for field in ("id", "arg", "name", "asname", "attr")}
    for size in (1, 2):
        for letters in itertools.product("abcdefghijklmnopqrstuvwxyz", repeat=size):
            if (name := "_" + "".join(letters)) not in taken:
                yield name
