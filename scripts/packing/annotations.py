"""Takes the types out of modules that nobody asks for from outside.

Type checkers read the types of what plug-ins call, and of nothing else; Python itself reads none of them but those of
fields.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scripts.packing.edits import Edit, edited, place
from scripts.packing.names import is_private, names_in


def without_types(source: bytes, *, with_public: bool) -> bytes:
    """Return a module without the types that nobody asks for from outside.

    Where a class gives the type of a field, that it has one is what makes it a field; it is 0 where nobody asks.

    Args:
        source: The module.
        with_public: Whether the types of what is not private, and of fields, stay.
    """
    lines, tree = source.split(b"\n"), ast.parse(source)
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and not is_private(node.name)]
    inherited = {name for node in classes for base in node.bases for name in names_in(base)}
    edits: list[Edit] = []

    def visit(node: ast.AST, *, is_inside: bool, is_function: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if is_inside or not with_public or is_private(child.name):
                    edits.extend(types_of(child, lines))
                visit(child, is_inside=True, is_function=True)
            elif isinstance(child, ast.ClassDef):
                is_hidden = is_private(child.name) and child.name not in inherited
                visit(child, is_inside=is_inside or is_hidden, is_function=False)
            elif isinstance(child, ast.AnnAssign):
                if is_function or isinstance(node, ast.Module):
                    if child.value and is_own(child, is_local=is_function, is_inner=not with_public):
                        edits.append((*place(child.target)[2:], *place(child.annotation)[2:], b""))
                elif not with_public and not ast.unparse(child.annotation).startswith("ClassVar"):
                    edits.append((*place(child.annotation), b"0"))
            else:
                visit(child, is_inside=is_inside, is_function=is_function)

    visit(tree, is_inside=False, is_function=False)
    return edited(source, edits)


def is_own(node: ast.AnnAssign, *, is_local: bool, is_inner: bool) -> bool:
    """Return whether the type of a variable is nobody else's: it is local to a function, private, or never called."""
    if node.target.lineno != node.annotation.end_lineno or not (node.simple or isinstance(node.target, ast.Attribute)):
        return False
    name = node.target.id if isinstance(node.target, ast.Name) else getattr(node.target, "attr", "")
    return is_inner or is_private(name) or (is_local and isinstance(node.target, ast.Name))


def types_of(node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[bytes]) -> Iterator[Edit]:
    """Yield how the types of the arguments and of the result of a function go."""
    for arg in ast.walk(node.args):
        if isinstance(arg, ast.arg) and arg.annotation:
            start = arg.col_offset + len(arg.arg.encode())
            yield arg.lineno - 1, start, *place(arg.annotation)[2:], b""
    if node.returns and node.returns.lineno == node.returns.end_lineno:
        line, before, _, end = place(node.returns)
        yield line, lines[line].rindex(b"->", 0, before), line, end, b""
