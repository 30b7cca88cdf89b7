"""Where a path belongs: its site, that site's template, and the page to open."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from profile_tui.site.repository import config, other_generator
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.site import Site
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.errors import Unreadable

_PROGRAMS = ("package.json", "pyproject.toml", "setup.py", "mkdocs.yml", "Cargo.toml", "go.mod", "pom.xml")
"""Files of what may build its pages itself, or have none."""
_BUILDERS = tuple(
    f"{name}.{suffix}"
    for name in ("astro.config", "next.config", "vite.config", "gatsby-config", "nuxt.config", "docusaurus.config")
    for suffix in ("mjs", "js", "ts")
)
"""Configurations of other programs that build pages; what is left of a Jekyll site beside one is not built."""
_NO_PAGES = frozenset(
    ".yml .yaml .json .jsonl .toml .csv .tsv .bib .xml .svg .css .scss .sass .less .js .mjs .ts .py .rb .sh"
    " .ipynb".split()
)
"""Names of data and code end so: news in a configuration would be the end of it."""
_INCLUDES = frozenset(("_includes", "includes"))


@dataclass(frozen=True)
class Target:
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
    def language(self) -> str:
        """The language that the page's folder tells, or the site's; empty where nothing tells."""
        return (self.site.language_of(self.name) or self.site.language) if self.site else ""

    @property
    def store(self) -> str:
        """What kind of file it is: `page`, or `include` where other pages take it in."""
        return "include" if _INCLUDES.intersection(self.page.parts[:-1]) else "page"


def locate(path: Path) -> Target:
    """Finds the page that a path means: the file itself, or the home page of the repository around a folder.

    Raises:
        Unreadable: There is no such path, it is no page, or the folder holds no page that can be edited.
    """
    given = str(path)
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except PermissionError as error:
        raise Unreadable(_("permission denied"), path=given) from error
    except (OSError, ValueError) as error:
        raise Unreadable(_("there is no such file or folder"), path=given) from error
    if is_folder:
        return _in_folder(path, given)
    if path.suffix.lower() in _NO_PAGES:
        raise Unreadable(
            _("this file is data or code, not a page; name the site's folder or one of its pages"), path=given
        )
    file = Path(os.path.abspath(path))
    root = _root(file.parent)
    return Target(file, file.relative_to(root).as_posix(), root, Site(root)) if root else Target(path, given)


def _in_folder(path: Path, given: str) -> Target:
    """The home page of the repository around a folder."""
    folder = Path(os.path.abspath(path))
    root = _root(folder) or next((docs for docs in [folder / "docs"] if config.find(docs)), folder)
    site = Site(root)
    page = site.home
    if page is None and site.has_other_generator:
        from profile_tui.site.templates import title

        raise Unreadable(
            _("this is a {template} site without a home page; name the file to edit").format(
                template=title(site.template)
            ),
            path=given,
        )
    if page is not None and (page.name.lower() == "readme.md" or site.has(*_PROGRAMS)) and not _is_site(site):
        raise Unreadable(
            _("this folder is not a Jekyll site; to edit its {name} all the same, name that file").format(
                name=page.name
            ),
            path=given,
        )
    if page is None:
        raise Unreadable(
            _("this folder holds no page; name a Markdown file or a folder with a Jekyll site"), path=given
        )
    return Target(page, page.relative_to(root).as_posix(), root, site, whole=True)


def _is_site(site: Site) -> bool:
    """Tell whether a folder with a README alone, or a program's, is a site that GitHub builds with Jekyll."""
    if site.has(*_BUILDERS) and not site.has(*config.NAMES):
        return False
    home = site.homes.page
    named = site.root.name.lower().endswith(".github.io")
    return named or site.has(*config.NAMES, "_layouts", "_posts", "_pages") or (home is not None and home.rendered)


def _root(folder: Path) -> Path | None:
    """The repository's root at or above a folder; None where there is none."""
    for parent in _upwards(folder):
        if config.find(parent) or other_generator.is_other_generator(parent):
            return parent
        if os.path.exists(parent / ".git"):
            return parent if os.path.isdir(parent / "_pages") else None
    return None


def _upwards(folder: Path) -> Iterator[Path]:
    """A folder and those around it, the innermost first."""
    yield folder
    yield from folder.parents
