"""How the package is built: the README with addresses for its pictures, and a wheel that is small.

The wheel has no docstrings and comments, and the samples in one archive.
"""

from __future__ import annotations

import ast
import gzip
import io
import itertools
import re
import shutil
import struct
import tarfile
import tempfile
import tokenize
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^][]*)\]\((?!https?://|#|mailto:)([^()\s]+)\)")
_WITH_DOCSTRINGS = "app/commands"
"""The help of the editor's commands is the docstrings of their classes."""


class ReadmeHook(MetadataHookInterface):
    """Takes README.md as the description."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description; pictures and pages of the repository get the addresses that they have at its release."""
        text = Path(self.root, "README.md").read_text("utf-8")
        source = metadata["urls"]["Source"]
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": with_addresses(text, source, f"v{metadata['version']}"),
        }


class SmallHook(BuildHookInterface[Any]):
    """Packs the modules without docstrings and comments: a fifth less to download, and to load at each start.

    Lines stay where they are, so that a report of a fault names the lines of the source.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack a copy of the package; an editable installation uses the source itself."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="profile-tui-build-"))
        unpacked = shutil.ignore_patterns("__pycache__", "*.pyc", "*.po")
        copy = Path(
            shutil.copytree(Path(self.root, "src", "profile_tui"), self._folder / "profile_tui", ignore=unpacked)
        )
        for module in copy.rglob("*.py"):
            is_help = module.relative_to(copy).as_posix().startswith(_WITH_DOCSTRINGS)
            module.write_bytes(bare(module.read_bytes(), with_classes=is_help))
        (copy / "samples.tar.gz").write_bytes(archive(Path(self.root, "sample_profiles")))
        build_data["force_include"][str(copy)] = "profile_tui"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the copy, and compress the wheel as far as that goes where what can do it is installed."""
        if version == "editable":
            return
        shutil.rmtree(self._folder)
        try:
            from deflate import deflate_compress
        except ImportError:  # somebody builds it for himself
            return
        wheel = Path(artifact_path)
        wheel.write_bytes(compressed(wheel.read_bytes(), lambda data: bytes(deflate_compress(data, 12))))


def bare(source: bytes, *, with_classes: bool = False) -> bytes:
    """Return a module whose docstrings, also those of attributes, are empty; every line keeps its number.

    Comments go as well, as do the types of private functions, which nobody asks for from outside. Each level is
    indented by one blank, and none is beside an operator. What is left does the same.

    Args:
        source: The module.
        with_classes: Whether the docstrings of classes stay.
    """
    lines = source.split(b"\n")
    in_texts: set[int] = set()
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        in_texts.update(range(token.start[0], token.end[0]))
        if token.type == tokenize.COMMENT:
            line = lines[token.start[0] - 1].decode()
            lines[token.start[0] - 1] = line[: token.start[1]].rstrip().encode()
    tree = ast.parse(source)
    for number, start, end in sorted(private_types(tree, lines), reverse=True):
        lines[number] = lines[number][:start] + lines[number][end:]
    tree = ast.parse(b"\n".join(lines))
    kept = {node.body[0] for node in ast.walk(tree) if with_classes and isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if node in kept or not (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        ):
            continue
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
        lines[first : last + 1] = [before + b'""' + after, *[b""] * (last - first)]
    for at, line in enumerate(lines):
        if at not in in_texts:  # what begins within a text is the text's
            bare_line = line.lstrip(b" ")
            lines[at] = b" " * ((len(line) - len(bare_line)) // 4) + bare_line
    return tight(b"\n".join(lines))


def private_types(tree: ast.Module, lines: list[bytes]) -> set[tuple[int, int, int]]:
    """Return where the types of the arguments and results of private functions are: the line, from 0, start and end."""
    types: set[tuple[int, int, int]] = set()
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or not re.match(r"_(?!_)", node.name):
            continue
        for arg in ast.walk(node.args):
            if isinstance(arg, ast.arg) and arg.annotation and arg.lineno == arg.annotation.end_lineno:
                start = arg.col_offset + len(arg.arg.encode())
                types.add((arg.lineno - 1, start, arg.annotation.end_col_offset or start))
        if node.returns and node.returns.lineno == node.returns.end_lineno:
            number = node.returns.lineno - 1
            start = lines[number].rindex(b"->", 0, node.returns.col_offset)
            types.add((number, start, node.returns.end_col_offset or start))
    return types


def tight(source: bytes) -> bytes:
    """Return a module without the blanks beside operators and brackets; in texts, also those with values, they stay."""
    lines = source.split(b"\n")
    begins = {getattr(tokenize, name, -1) for name in ("FSTRING_START", "TSTRING_START")}
    ends = {getattr(tokenize, name, -1) for name in ("FSTRING_END", "TSTRING_END")}
    blanks: list[tuple[int, int, int]] = []
    depth = 0
    tokens = list(tokenize.tokenize(io.BytesIO(source).readline))
    for before, token in itertools.pairwise(tokens):
        depth += (before.type in begins) - (token.type in ends)
        (line, start), (same, end) = before.end, token.start
        in_line = line == same and start < end and before.type not in (tokenize.INDENT, tokenize.DEDENT)
        if in_line and not depth and tokenize.OP in (before.type, token.type):
            blanks.append((line - 1, start, end))
    for line, start, end in reversed(blanks):
        text = lines[line].decode()
        lines[line] = f"{text[:start]}{text[end:]}".encode()
    return b"\n".join(lines)


def compressed(wheel: bytes, deflate: Callable[[bytes], bytes]) -> bytes:
    """Return an archive with the same files in the same order, compressed anew.

    Args:
        wheel: A zip archive without comments.
        deflate: Returns data as a raw Deflate stream, which every program that reads archives understands.
    """
    files, directory = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(wheel)) as source:
        entries = source.infolist()
        for entry in entries:
            data, name, start = source.read(entry), entry.filename.encode(), files.tell()
            packed = deflate(data)
            is_smaller = len(packed) < len(data)
            year, month, day, hour, minute, second = entry.date_time
            about = struct.pack(
                "<5H3L2H",
                20,  # the version of the format that is needed
                0 if entry.filename.isascii() else 0x800,
                zipfile.ZIP_DEFLATED if is_smaller else zipfile.ZIP_STORED,
                hour << 11 | minute << 5 | second // 2,
                (year - 1980) << 9 | month << 5 | day,
                entry.CRC,
                len(packed if is_smaller else data),
                len(data),
                len(name),
                0,
            )
            files.write(b"PK\3\4" + about + name + (packed if is_smaller else data))
            made_by = struct.pack("<2B", entry.create_version, entry.create_system)
            directory.write(b"PK\1\2" + made_by + about)
            directory.write(struct.pack("<3H2L", 0, 0, 0, entry.external_attr, start) + name)
    end = struct.pack("<4H2LH", 0, 0, len(entries), len(entries), directory.tell(), files.tell(), 0)
    return files.getvalue() + directory.getvalue() + b"PK\5\6" + end


def archive(samples: Path) -> bytes:
    """Return the samples as a compressed archive, whose bytes depend on nothing but theirs."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as file:
        for path in sorted(samples.rglob("*")):
            name = path.relative_to(samples)
            if path.is_file() and len(name.parts) > 1:  # what stands beside the samples is about all of them
                member = tarfile.TarInfo(name.as_posix())
                member.size = path.stat().st_size
                with path.open("rb") as content:
                    file.addfile(member, content)
    return gzip.compress(packed.getvalue(), 9, mtime=0)


def with_addresses(text: str, source: str, tag: str) -> str:
    """Return a text whose relative links lead to the files of a repository.

    Args:
        text: Markdown.
        source: The address of the repository.
        tag: The commit or tag whose files are meant.
    """
    files = source.replace("https://github.com/", "https://raw.githubusercontent.com/")

    def address(found: re.Match[str]) -> str:
        mark, label, path = found.groups()
        return f"{mark}[{label}]({files}/{tag}/{path})" if mark else f"[{label}]({source}/blob/{tag}/{path})"

    return _LINK.sub(address, text)
