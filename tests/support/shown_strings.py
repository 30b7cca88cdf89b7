"""Finds the texts of the code that a user may read and that do not go through the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MARKS = {"_", "counting", "noted"}
"""What brings a text into the catalogue."""
_WORDS = re.compile(r"[A-Za-z’']{2,}[,;:]? [A-Za-z{(`“]|\} [a-z]{3,}|[a-z]{3,} \{|[a-z]{3,}…|^[A-Z][a-z]+[.!]$")
"""What only texts for people have: two words side by side, or a sentence of one word."""
_NOT_SHOWN = {
    # programming errors
    *("AttributeError", "AssertionError", "KeyError", "NotImplementedError", "RuntimeError", "TypeError", "ValueError"),
    # patterns and types
    *("lazily", "compile", "any_of", "fullmatch", "match", "search", "sub", "TypeVar", "Literal", "cast", "Registry"),
    # what is looked for in texts
    *("startswith", "endswith", "removeprefix", "removesuffix", "partition", "get", "encode"),
}
_NAMES_NOT_SHOWN = {"DEFAULT_CSS", "CSS", "sample", "key"}
_SHOWN_ATTRIBUTES = {"title", "footer", "help", "one", "label", "border_title", "border_subtitle", "placeholder"}
_SHOWN_ARGUMENTS = {
    "Field": 1,
    "FormField": 1,
    "Binding": 2,
    "say": 0,
    "complain": 0,
    "tell": 0,
    "notify": 0,
    "Static": 0,
}
"""Calls whose argument at that place is shown, however short it is."""


class Shown(ast.NodeVisitor):
    """The texts of a module that are shown and not in the catalogue.

    Attributes:
        found: Their lines and texts, with `{}` where a value stands.
    """

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self._single = False

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._look_at(node, node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        self._look_at(node, "".join(map(str, parts)))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name in MARKS or name in _NOT_SHOWN:
            return
        if isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            return  # a list of words
        at = _SHOWN_ARGUMENTS.get(name, -1)
        self.visit(node.func)
        for number, argument in enumerate(node.args):
            self._visit_value(argument, shown=number == at)
        for keyword in node.keywords:
            if keyword.arg not in _NAMES_NOT_SHOWN:
                self._visit_value(keyword.value, shown=keyword.arg in ("placeholder", "hint"))

    def visit_Compare(self, node: ast.Compare) -> None:
        """What is compared is no text for people."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            names = [_name(target) for target in _targets(statement)]
            if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is not None:
                if not set(names) & _NAMES_NOT_SHOWN:
                    self._visit_value(statement.value, shown=bool(set(names) & _SHOWN_ATTRIBUTES))
            else:
                self.visit(statement)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {_name(target) for target in node.targets}
        if not names & _NAMES_NOT_SHOWN:
            shown = bool(names & _SHOWN_ATTRIBUTES) and isinstance(node.targets[0], ast.Attribute)
            self._visit_value(node.value, shown=shown)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and _name(node.target) not in _NAMES_NOT_SHOWN:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in ("key", "__repr__"):
            return
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        for statement in node.body:
            self.visit(statement)

    def _visit_value(self, node: ast.expr, *, shown: bool) -> None:
        outer, self._single = self._single, shown and isinstance(node, (ast.Constant, ast.JoinedStr, ast.IfExp))
        self.visit(node)
        self._single = outer

    def _look_at(self, node: ast.expr, text: str) -> None:
        if _WORDS.search(text) or (self._single and re.search(r"[A-Za-z]{2}", text)):
            self.found.append((node.lineno, text))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _targets(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.Assign):
        return statement.targets
    return [statement.target] if isinstance(statement, ast.AnnAssign) else []


def shown_outside(source: Path) -> Iterator[tuple[str, int, str]]:
    """Yield file, line and text of what is shown without being in the catalogue, in a folder of modules."""
    for path in sorted(source.rglob("*.py")):
        shown = Shown()
        shown.visit(ast.parse(path.read_text("utf-8")))
        for line, text in sorted(shown.found):
            yield path.relative_to(source).as_posix(), line, text
