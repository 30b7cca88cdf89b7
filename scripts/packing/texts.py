"""Takes comments and docstrings out of modules: they are for readers of the source."""

from __future__ import annotations

import ast
import io
import tokenize

from scripts.packing.edits import Edit, edited, place


def without_comments(source: bytes) -> bytes:
    """Return a module without its comments."""
    lines = source.split(b"\n")
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        if token.type == tokenize.COMMENT:
            line = lines[token.start[0] - 1].decode()
            lines[token.start[0] - 1] = line[: token.start[1]].rstrip().encode()
    return b"\n".join(lines)


def without_texts(source: bytes, *, with_classes: bool) -> bytes:
    """Return a module without the texts that stand for themselves; an empty one stays where there is nothing else."""
    edits: list[Edit] = []
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        texts = [statement for statement in body if is_text(statement)]
        if with_classes and isinstance(node, ast.ClassDef) and body[0] in texts:
            del texts[0]
        is_all = len(texts) == len(body) and not isinstance(node, ast.Module)
        edits += [(*place(text), b'""' if is_all and text is body[0] else b"") for text in texts]
    return edited(source, edits)


def is_text(node: ast.AST) -> bool:
    """Return whether a statement is nothing but a text, such as a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
