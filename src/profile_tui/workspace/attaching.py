"""Putting a PDF or a picture where the site keeps such files, so that an entry can link to it."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from profile_tui.content.entries.entry import Entry, Link, links_of
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_bounded, reason
from profile_tui.workspace.workspace import Workspace

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
_PAPERS = (".pdf",)
_FOLDERS = {
    _PAPERS: ("files", "assets/pdf", "assets/pdfs", "assets/papers", "papers", "pdfs", "pdf", "assets/files"),
    _PICTURES: ("images", "assets/img", "assets/images", "img"),
}
"""Where sites keep them, the likeliest first; the first is made where there is none."""
_ELSEWHERE = lazily(r"[a-zA-Z][\w+.-]*:|//|#|.*[{<]")
_UNSAFE = lazily(r"[^\w.\-]+")


class Attachment(NamedTuple):
    """A file that an entry is to link to.

    Attributes:
        data: What it holds; empty where the repository has it already.
        name: Its path in the repository.
        url: What links to it.
        label: What such links are called here.
        is_picture: Whether it is a picture.
    """

    data: bytes
    name: str
    url: str
    label: str
    is_picture: bool


def attachment(workspace: Workspace, chosen: str, entries: Iterable[Entry]) -> Attachment:
    """Return what a file becomes in the repository.

    Args:
        workspace: The open files.
        chosen: Its path, as it is typed, pasted or dropped on the terminal.
        entries: The entries among which it is linked, which tell where such files are kept.

    Raises:
        UsageError: It cannot be attached.
    """
    root, path = workspace.target.root, chosen_path(chosen)
    if root is None:
        raise UsageError(_("this page isn't in a repository that could hold the file"))
    sort = next((suffixes for suffixes in _FOLDERS if path.suffix.lower() in suffixes), None)
    if sort is None:
        raise UsageError(_("{name} is neither a PDF nor a picture").format(name=path.name or chosen))
    try:
        data = read_bounded(path)
    except OSError as error:
        raise UsageError(f"{path}: {reason(error)}") from error
    folder, prefix, label = _kept_at(root, sort, entries, workspace)
    inside = Path(os.path.realpath(root))
    real = Path(os.path.realpath(path))
    if inside in real.parents:
        name = real.relative_to(inside).as_posix()
        there = PurePosixPath(name)
        url = prefix + there.name if str(there.parent) == folder else _base(workspace) + "/" + name
        return Attachment(b"", name, url, label, sort is _PICTURES)
    name = _free_name(root, folder, _UNSAFE.sub("-", path.name), data)
    known = os.path.isfile(root / folder / name)
    return Attachment(b"" if known else data, f"{folder}/{name}", prefix + name, label, sort is _PICTURES)


def place(workspace: Workspace, attached: Attachment) -> None:
    """Put the file there, as a step that can be undone; it is written at the next save."""
    root = workspace.target.root
    if root is None or not attached.data:
        return
    document = workspace.cache.document(root / attached.name, new=True)
    document.own_file = True
    document.replace(attached.data, _("Add {name}").format(name=attached.name))


def chosen_path(chosen: str) -> Path:
    """Return the path that was typed, pasted or dropped: with quotes, as an address, or with blanks escaped."""
    text = chosen.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif text.startswith("file://"):
        text = unquote(text.removeprefix("file://"))
    elif "\\ " in text:
        text = re.sub(r"\\(.)", r"\1", text)
    return Path(os.path.abspath(os.path.expanduser(text)))


def completions(typed: str) -> list[str]:
    """Return the paths that a typed one may go on as: folders, and files that can be attached."""
    folder, name = os.path.split(os.path.expanduser(typed))
    shown = typed[: len(typed) - len(name)]
    try:
        with os.scandir(folder or ".") as entries:
            inner = sorted((entry.name, os.path.isdir(entry.path)) for entry in entries)
    except OSError:
        return []
    return [
        f"{shown}{one}{'/' if is_folder else ''}"
        for one, is_folder in inner
        if one.startswith(name)
        and one != name
        and (name or not one.startswith("."))
        and (is_folder or one.lower().endswith((*_PAPERS, *_PICTURES)))
    ]


def _kept_at(root: Path, sort: tuple[str, ...], entries: Iterable[Entry], workspace: Workspace) -> tuple[str, str, str]:
    """Return the folder of such files, what links to them begin with, and what they are called."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        for link in _links(entry):
            if PurePosixPath(link.url.partition("?")[0]).suffix.lower() in sort and not _ELSEWHERE.match(link.url):
                prefix = link.url[: link.url.rfind("/") + 1]
                inner = prefix.removeprefix(_base(workspace)).strip("/") if prefix else "assets/pdf"
                if os.path.isdir(root / inner) and ".." not in inner.split("/"):
                    counts[inner, prefix, link.label] += 1
    if counts:
        return counts.most_common(1)[0][0]
    folders = _FOLDERS[sort]
    folder = next((name for name in folders if os.path.isdir(root / name)), folders[0])
    return folder, f"{_base(workspace)}/{folder}/", _("Image") if sort is _PICTURES else "PDF"


def _links(entry: Entry) -> list[Link]:
    """Return the links of an entry."""
    return [link for value in entry.values.values() for link in links_of(value)]


def _base(workspace: Workspace) -> str:
    """Return what the addresses of the site begin with."""
    site = workspace.target.site
    base = str(site.config.get("baseurl") or "").strip("/") if site else ""
    return f"/{base}" if base else ""


def _free_name(root: Path, folder: str, name: str, data: bytes) -> str:
    """Return a name that no other file has there; that of a file that holds the same is taken again."""
    stem, suffix = os.path.splitext(name)
    for number in range(1, 1000):
        path = root / folder / (name if number == 1 else f"{stem}-{number}{suffix}")
        if not os.path.lexists(path) or _holds(path, data):
            return path.name
    raise UsageError(_("there are too many files called {name}").format(name=name))


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file holds just that."""
    try:
        return read_bounded(path) == data
    except OSError:
        return False
