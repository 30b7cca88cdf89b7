"""No function does too much: branches, `and`, `or` and comprehensions are counted, and so are lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from radon.visitors import ComplexityVisitor

ROOT = Path(__file__).parents[2]
MOST_PATHS = 20
MOST_LINES = 50
MOST_LINES_OF_A_FILE = 400


def files(*folders: str) -> Iterator[tuple[str, str]]:
    """The name of each Python file of some folders, and its text."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix().removeprefix("src/profile_tui/"), path.read_text(encoding="utf-8")


def complexities(name: str, text: str) -> dict[str, int]:
    """The cyclomatic complexity of each function and method of a file; inner functions count with the outer one."""
    found = ComplexityVisitor.from_code(text)
    methods = [method for one in found.classes for method in one.methods]
    return {f"{name}:{one.lineno} {one.fullname}": one.complexity for one in (*found.functions, *methods)}


def test_and_or_and_comprehensions_count() -> None:
    text = "def first(a, b, c):\n    return [one for one in a if b or c]\n\n\nclass Some:\n    def second(self): ...\n"
    assert complexities("some.py", text) == {"some.py:1 first": 4, "some.py:6 Some.second": 1}


def test_no_function_is_too_complex() -> None:
    sources = files("src", "scripts", "benchmarks")
    found = {function: count for name, text in sources for function, count in complexities(name, text).items()}
    assert len(found) > 2000
    over = [f"{name} ({count})" for name, count in found.items() if count > MOST_PATHS]
    assert not over, f"split these, none may count above {MOST_PATHS}: {', '.join(over)}"


def test_no_function_is_too_long() -> None:
    over = [
        f"{name}:{node.lineno} {node.name} ({node.end_lineno - node.lineno + 1})"
        for name, text in files("src", "scripts", "benchmarks")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno is not None and node.end_lineno - node.lineno >= MOST_LINES
    ]
    assert not over, f"split these, none may have more than {MOST_LINES} lines: {', '.join(over)}"


def test_no_file_is_too_long() -> None:
    counts = {name: text.count("\n") for name, text in files("src", "scripts", "benchmarks")}
    over = [f"{name} ({count})" for name, count in counts.items() if count > MOST_LINES_OF_A_FILE]
    assert not over, f"split these, none may have more than {MOST_LINES_OF_A_FILE} lines: {', '.join(over)}"
