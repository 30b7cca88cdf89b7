"""Where a path belongs: its site, that site's template, and the page to open."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from profile_tui.site.problems import Problem
from profile_tui.site.repository import config, home, other_generator
from profile_tui.site.repository.files import Files
from profile_tui.text.errors import Unreadable
from profile_tui.text.source import Source

_INCLUDES = frozenset(("_includes", "includes"))


class Site:
    """A repository. Everything about it is read when it is first asked for.

    Attributes:
        root: Its folder.
    """

    def __init__(self, root: Path, unsaved: Source | None = None) -> None:
        """A site of that folder; reads nothing yet. `unsaved` is its configuration where that is not saved yet."""
        self.root = root
        self._unsaved = unsaved

    @cached_property
    def _loaded(self) -> tuple[dict[str, Any], list[Problem]]:
        """The configuration and its problems."""
        path = config.find(self.root)
        if path is None:
            return {}, []
        return config.load(path) if self._unsaved is None else config.read(path, self._unsaved)

    @property
    def config(self) -> dict[str, Any]:
        """The configuration's data; empty where there is none or it is broken."""
        return self._loaded[0]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the configuration."""
        return self._loaded[1]

    @cached_property
    def template(self) -> str:
        """The name of the template that the site was made from; `generic` where none is recognised."""
        from profile_tui.site.templates import templates

        return next(template.name for template in templates() if template.matches(self))

    @cached_property
    def homes(self) -> home.Home:
        """The home page and what competes with it."""
        if self.foreign:
            return home.Home(other_generator.home(self.root))
        return home.find(self.root, self.includes)

    @cached_property
    def foreign(self) -> bool:
        """Whether another generator than Jekyll builds it."""
        return other_generator.is_foreign(self.root)

    @property
    def home(self) -> Path | None:
        """The file that is shown at `/`."""
        return self.homes.page.path if self.homes.page else None

    def includes(self, folder: str) -> bool:
        """Whether Jekyll reads a folder whose name begins with `_`: by `include:`, or as a collection."""
        named = self.config.get("include")
        words = [str(word).strip("/") for word in named] if isinstance(named, list) else []
        return folder in words or folder.removeprefix("_") in self.collections

    @property
    def collections(self) -> list[str]:
        """The names of the collections, which the configuration may give as a list or a map."""
        found = self.config.get("collections")
        return [str(name) for name in found] if isinstance(found, (list, dict)) else []

    @property
    def owners(self) -> list[str]:
        """The name of the site's owner, as its configuration gives it; empty where it gives none."""
        author = self.config.get("author")
        parts = [str(self.config.get(f"{part}_name") or "") for part in ("first", "middle", "last")]
        named = author.get("name") if isinstance(author, dict) else author
        found = [str(named or ""), " ".join(part for part in parts if part)]
        return [name for name in found if " " in name.strip()]

    @property
    def theme(self) -> str:
        """The theme or remote theme, in lower case without its version."""
        found = self.config.get("remote_theme") or self.config.get("theme")
        return str(found or "").lower().partition("@")[0]

    def has(self, *names: str) -> bool:
        """Whether one of these files or folders exists below the root."""
        return any((self.root / name).exists() for name in names)

    def data(self, name: str) -> object:
        """The content of a YAML file below the root; None where it is missing or broken."""
        path = self.root / name
        return config.load(path)[0] if path.is_file() else None


@dataclass(frozen=True)
class Place:
    """A page and what surrounds it.

    Attributes:
        page: The file to open.
        name: How the user knows it: relative to the repository's root, or as given.
        root: The repository's root; None for a page that stands alone.
        site: The repository; None for a page that stands alone.
        whole: Whether the repository was named, not the page.
        files: The site's files, where many pages look them up.
    """

    page: Path
    name: str
    root: Path | None = None
    site: Site | None = None
    whole: bool = False
    files: Files | None = field(default=None, compare=False, repr=False)

    @property
    def template(self) -> str:
        """The name of the site's template; `generic` for a page that stands alone."""
        return self.site.template if self.site else "generic"

    @property
    def store(self) -> str:
        """What kind of file it is: `page`, or `include` where other pages take it in."""
        return "include" if _INCLUDES.intersection(self.page.parts[:-1]) else "page"


def locate(path: Path) -> Place:
    """Finds the page that a path means: the file itself, or the home page of the repository around a folder.

    Raises:
        Unreadable: There is no such path, or the folder holds no page that can be edited.
    """
    given = str(path)
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except PermissionError as error:
        raise Unreadable("permission denied", path=given) from error
    except (OSError, ValueError) as error:
        raise Unreadable("there is no such file or folder", path=given) from error
    if is_folder:
        return _in_folder(path, given)
    file = Path(os.path.abspath(path))
    root = _root(file.parent)
    return Place(path, file.relative_to(root).as_posix(), root, Site(root)) if root else Place(path, given)


def _in_folder(path: Path, given: str) -> Place:
    """The home page of the repository around a folder."""
    folder = Path(os.path.abspath(path))
    root = _root(folder) or next((docs for docs in [folder / "docs"] if config.find(docs)), folder)
    site = Site(root)
    page = site.home
    if page is None and site.foreign:
        from profile_tui.site.templates import title

        raise Unreadable(
            f"this is a {title(site.template)} site without a home page; name the file to edit", path=given
        )
    if page is not None and page.name.lower() == "readme.md" and not _is_site(site):
        raise Unreadable(
            f"this folder is not a Jekyll site; to edit its {page.name} all the same, name that file", path=given
        )
    if page is None:
        raise Unreadable("this folder holds no page; name a Markdown file or a folder with a Jekyll site", path=given)
    return Place(page, page.relative_to(root).as_posix(), root, site, whole=True)


def _is_site(site: Site) -> bool:
    """Tell whether a folder without any page but a README is a site, as GitHub makes one of it, and not a program's."""
    home = site.homes.page
    named = site.root.name.lower().endswith(".github.io")
    return named or site.has(*config.NAMES, "_layouts", "_posts", "_pages") or (home is not None and home.rendered)


def _root(folder: Path) -> Path | None:
    """The repository's root at or above a folder; None where there is none."""
    for parent in _upwards(folder):
        if config.find(parent) or other_generator.is_foreign(parent):
            return parent
        if (parent / ".git").exists():
            return parent if (parent / "_pages").is_dir() else None
    return None


def _upwards(folder: Path) -> Iterator[Path]:
    """A folder and those around it, the innermost first."""
    yield folder
    yield from folder.parents
