"""What is packed: the wheel's files and size, what it says of itself, and the addresses in its description."""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import TypeVar

import pytest
from scripts.packing.archives import compressed
from scripts.packing.modules import bare

import profile_tui
from profile_tui.workspace.samples import samples

ROOT = Path(__file__).parents[2]
LARGEST = 1_000_000
"""Bytes."""
INNER = (
    "content/publications/", "content/change/", "content/kinds/", "markup/blocks/", "site/bindings/", "site/checks/",
    "site/repository/", "site/creation/", "site/fixes/", "site/owner/stores/", "site/stores/", "site/templates/",
    "workspace/disk/", "workspace/documents/", "workspace/drafts/", "workspace/git/", "workspace/preview/",
    "workspace/publishing/", "workspace/services/", "app/commands/", "app/editor/", "app/forms/", "app/screens/",
    "app/views/", "app/widgets/", "cli/",
)  # fmt: skip
"""Where all is that no plug-in calls, but for `__init__.py`."""
Imported = TypeVar("Imported", ast.Import, ast.ImportFrom)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path, names: set[str]) -> Message:
    with zipfile.ZipFile(wheel) as file:
        return message_from_bytes(file.read(next(name for name in names if name.endswith("/METADATA"))))


def tracked(folder: str) -> set[str]:
    """The files of a folder that the repository holds."""
    done = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, check=True, capture_output=True, text=True)
    if not done.stdout:
        pytest.skip("this is no git repository, which would tell what belongs to it")
    return {name for name in done.stdout.split("\0") if name}


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < LARGEST


def test_the_wheel_holds_the_program_its_data_and_the_samples_and_nothing_else(names: set[str]) -> None:
    wanted = {
        name.removeprefix("src/") for name in tracked("src") if not name.endswith(".po") and not says_nothing(name)
    }
    wanted.add("profile_tui/samples.gz")
    packed = {name for name in names if ".dist-info/" not in name}
    assert wanted - packed == set()
    assert {name for name in packed - wanted if not (ROOT / "src" / name).is_file()} == set()
    assert not [name for name in packed if name.endswith((".pyc", ".po"))]
    assert "profile_tui/locales/zh_CN/profile_tui.txt" in packed


def says_nothing(name: str) -> bool:
    """Whether a file only makes its folder a package, which it is without it."""
    return name.endswith("/__init__.py") and len(ast.parse((ROOT / name).read_bytes()).body) <= 1


def test_each_sample_is_unpacked_as_it_is_in_the_repository(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extract("profile_tui/samples.gz", tmp_path)
    monkeypatch.setattr(profile_tui, "__file__", str(tmp_path / "profile_tui" / "__init__.py"))
    known = samples()
    assert set(known) == {name.split("/")[1] for name in tracked("sample_profiles") if name.count("/") > 1}
    for name, unpack in known.items():
        unpack(tmp_path / name)
        source = ROOT / "sample_profiles" / name
        assert files_of(tmp_path / name) == files_of(source)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_modules_do_the_same_on_the_same_lines(wheel: Path) -> None:
    """The wheel's modules lack docstrings, comments, blanks, types of private things and imports for these alone.

    Their private functions and values may have other names, as may the variables within functions.
    """
    with zipfile.ZipFile(wheel) as file:
        for path in sorted((ROOT / "src").rglob("*.py")):
            name = path.relative_to(ROOT / "src").as_posix()
            if name not in file.namelist() and says_nothing(f"src/{name}"):
                continue
            packed, source = file.read(name), path.read_bytes()
            if name.startswith("profile_tui/app/commands/"):
                assert help_of(packed) == help_of(source), name
            assert packed.count(b"\n") == source.count(b"\n"), name
            dropped = names_imported(ast.parse(source)) - names_imported(ast.parse(packed))
            assert not dropped & names_used(packed), name
            assert dropped <= names_used(source) | {"annotations", "TYPE_CHECKING"}, name
            assert "annotations" not in dropped or not types_in(packed), name
            assert not dropped or path.name != "__init__.py" or dropped == {"annotations"}, name
            assert code_of(packed, path, set()) == code_of(source, path, dropped), name
            compile(packed, name, "exec")


def help_of(source: bytes) -> list[str | None]:
    """The docstrings of a module's classes."""
    return [ast.get_docstring(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]


def names_imported(tree: ast.AST) -> set[str]:
    """The names that a module imports."""
    aliases = [node for node in ast.walk(tree) if isinstance(node, ast.alias)]
    return {(alias.asname or alias.name).split(".")[0] for alias in aliases}


def names_used(source: bytes) -> set[str]:
    """The names that a module uses, and those that it says it exports."""
    tree = ast.parse(source)
    exports = [node.value for node in tree.body if isinstance(node, ast.Assign) and "__all__" in ast.unparse(node)]
    names = {name for value in exports for name in ast.literal_eval(value)}
    return names | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def types_in(source: bytes) -> list[str]:
    """The types that stand in a module."""
    found = [
        getattr(node, "annotation", None) or getattr(node, "returns", None) for node in ast.walk(ast.parse(source))
    ]
    return [ast.unparse(node) for node in found if node]


def code_of(source: bytes, path: Path, dropped: set[str]) -> str:
    """A module's code, with its lines, and without what may be left out and some of the names that it imports."""
    tree = numbered(Left(path, ast.parse(source), dropped).visit(ast.parse(source)))
    for node in ast.walk(tree):  # a statement begins on its line, and has no more than that
        has_line = isinstance(node, (ast.stmt, ast.ExceptHandler))
        places = {"end_lineno", "col_offset", "end_col_offset", *([] if has_line else ["lineno"])}
        for name in places.intersection(dir(node)):
            setattr(node, name, 0)
    return ast.dump(tree, include_attributes=True)


def numbered(tree: ast.Module) -> ast.Module:
    """A module whose private functions and values, and the variables of each function, are called by their numbers."""
    for function in functions_of(tree):
        uses = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        bound = {use.id for use in uses if not isinstance(use.ctx, ast.Load)}
        arguments = {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
        numbers: dict[str, str] = {}
        for use in uses:
            if use.id in bound - arguments:
                use.id = numbers.setdefault(use.id, f"variable {len(numbers)}")
    own: dict[str, str] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else ()
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        for name in (*names, *([node.name] if isinstance(node, ast.FunctionDef) else [])):
            if private(name) and name != "_":
                own.setdefault(name, f"_{len(own)}")
    for each in ast.walk(tree):
        if isinstance(each, ast.Name):
            each.id = own.get(each.id, each.id)
        elif isinstance(each, ast.FunctionDef) and each in tree.body:
            each.name = own.get(each.name, each.name)
        elif isinstance(each, ast.Global):
            each.names = [own.get(name, name) for name in each.names]
    return tree


def functions_of(tree: ast.AST) -> Iterator[ast.AST]:
    """The functions of a module and its classes, but none within another."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node
        else:
            yield from functions_of(node)


class Left(ast.NodeTransformer):
    """Takes from a module what may be left out: texts by themselves, types that plug-ins never see, imports."""

    def __init__(self, path: Path, tree: ast.Module, dropped: set[str]) -> None:
        self.package = list(path.parent.relative_to(ROOT / "src").parts)
        self.dropped = dropped
        name = path.relative_to(ROOT / "src/profile_tui").as_posix()
        self.is_inner = name.startswith(INNER) and not name.endswith("/__init__.py")
        self.within: list[ast.AST] = [tree]
        public = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and not private(node.name)]
        self.bases = {ast.unparse(base).partition("[")[0] for node in public for base in node.bases}

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        is_text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if is_text else node

    def visit_If(self, node: ast.If) -> ast.AST | None:
        """A block for type checkers that imports nothing any more goes."""
        is_for_types = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        self.generic_visit(node)
        return node if node.body or not is_for_types else None

    def visit_Import(self, node: ast.Import) -> ast.Import | None:
        return self.without(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom | None:
        if node.level:  # in whole
            package = self.package[: len(self.package) - node.level + 1]
            node.module, node.level = ".".join([*package, *(node.module or "").split(".")]).rstrip("."), 0
        return self.without(node)

    def without(self, node: Imported) -> Imported | None:
        node.names = [name for name in node.names if (name.asname or name.name).split(".")[0] not in self.dropped]
        return node if node.names else None

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self.inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self.function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self.function(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """The types of what is local to a function, of all in inner modules, and of private attributes go."""
        if isinstance(self.within[-1], ast.ClassDef):
            if self.is_inner and not ast.unparse(node.annotation).startswith("ClassVar"):
                node.annotation = ast.copy_location(ast.Constant(0), node.annotation)
            return node
        is_local = isinstance(self.within[-1], (ast.FunctionDef, ast.AsyncFunctionDef))
        target, name = node.target, ast.unparse(node.target).rpartition(".")[2]
        may_go = private(name) or self.is_inner or (is_local and isinstance(target, ast.Name))
        if node.value is None or not may_go:
            return node
        return ast.copy_location(ast.Assign([target], node.value), node)

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        hidden = [at for at in self.within if isinstance(at, ast.ClassDef) and self.is_hidden(at)]
        in_function = any(isinstance(at, (ast.FunctionDef, ast.AsyncFunctionDef)) for at in self.within)
        if private(node.name) or hidden or in_function or self.is_inner:
            node.returns = None
            for arg in (arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg)):
                arg.annotation = None
        return self.inside(node)

    def is_hidden(self, node: ast.ClassDef) -> bool:
        return private(node.name) and node.name not in self.bases

    def inside(self, node: ast.AST) -> ast.AST:
        self.within.append(node)
        self.generic_visit(node)
        self.within.pop()
        return node


def private(name: str) -> bool:
    return re.match(r"_(?!_)", name) is not None


def test_a_statement_is_one_line_and_the_next_keeps_its_number() -> None:
    for source, left in (
        ('a = f(\n    "x",\n    y,\n)\nb = 1\n', 'a=f("x",y)\n\n\n\nb=1\n'),
        ("a = (\n    b\n    or c\n)\n", "a=(b or c)\n\n\n\n"),
        ("a = (\n    1,\n)\n", "a=(1,)\n\n\n"),
        ("a = (\n    lambda b, c: 0,\n)\n", "a=(lambda b,c:0,)\n\n\n"),
        ("a = {\n    1,\n}\n", "a={1}\n\n\n"),
        ("a = b[\n    1,\n]\n", "a=b[1,]\n\n\n"),
        ('a = (\n    f"{b} é"\n    f"c"\n    r"d"\n    r"e"\n)\n', 'a=(f"{b} éc"r"de")\n\n\n\n\n\n'),
        ('a = (\n    "\\1"\n    "2"\n    \'3\'\n)\n', 'a=("\\1""2"\'3\')\n\n\n\n\n'),
        ('a = f(\n    """b\n  c""",\n    d,\n)\n', 'a=f(\n """b\n  c""",\n d,\n)\n'),
    ):
        assert bare(source.encode(), "profile_tui/a.py").decode() == left


def test_what_is_compressed_anew_is_the_same(wheel: Path) -> None:
    def deflate(data: bytes) -> bytes:
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        return packer.compress(data) + packer.flush()

    again = zipfile.ZipFile(io.BytesIO(compressed(wheel.read_bytes(), deflate)))
    with zipfile.ZipFile(wheel) as before, again:
        assert again.testzip() is None
        assert again.namelist() == before.namelist()
        for one, other in zip(before.infolist(), again.infolist(), strict=True):
            assert before.read(one) == again.read(other)
            assert (one.date_time, one.external_attr) == (other.date_time, other.external_attr)


def test_the_wheel_runs(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "installed")
    page = tmp_path / "about.md"
    page.write_text("---\npermalink: /\n---\n\n# News\n\n- *2025-03*: An old item.\n")
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "LC_ALL": "zh_CN.UTF-8"}
    call = [sys.executable, "-m", "profile_tui", "news", "add", "--in", "about.md", "--date", "2026-01", "One."]
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("about.md:7: 已添加新闻 1\n", "")


def test_it_says_where_it_comes_from_and_what_it_runs_on(metadata: Message) -> None:
    urls = dict(line.split(", ") for line in metadata.get_all("Project-URL", []))
    assert set(urls) == {"Homepage", "Source", "Documentation", "Issues", "Changelog"}
    assert all(url.startswith("https://") for url in urls.values())
    classifiers = metadata.get_all("Classifier", [])
    for version in ("3.11", "3.12", "3.13", "3.14"):
        assert f"Programming Language :: Python :: {version}" in classifiers
    assert metadata["License-Expression"] == "MIT"


def test_what_it_depends_on_is_bounded_and_not_pinned(metadata: Message) -> None:
    for line in metadata.get_all("Requires-Dist", []):
        assert ">=" in line, line
        assert "<" in line, line
        assert "==" not in line, line


def test_pictures_and_pages_of_the_description_have_addresses(metadata: Message) -> None:
    description = str(metadata.get_payload())
    links = re.findall(r"!?\[[^][]*\]\(([^()\s]+)\)", description)
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    pictures = re.findall(r"!\[[^][]*\]\(([^()\s]+)\)", description)
    assert pictures
    for picture in pictures:
        path = picture.split(f"/v{metadata['Version']}/", 1)[1]
        assert (ROOT / path).is_file(), picture
