"""Pages that show a bibliography year by year, from a list of years in their front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.records.store import Change
from profile_tui.site.repository.pages import PageFile, page_files
from profile_tui.site.repository.tree import within
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from profile_tui.site.records.store import Read
    from profile_tui.site.repository.site import Site

_KEY = lazily(r"^years[ \t]*:", re.M)
_LOOP = lazily(r"\{%-?\s*for\s+\w+\s+in\s+page\.years\b.*?\{%-?\s*endfor", re.S)
_TAG = lazily(r"\{%-?\s*bibliography\b(?=[^%]*\byear)([^%]*)")
_FILE = lazily(r"(?:-f|--file)[\s=]+[\"']?([\w.-]+)")


class Years(NamedTuple):
    """What a page lists.

    Attributes:
        years: The years.
        file: The bibliography that it shows, without its suffix; empty for the site's own.
    """

    years: list[int]
    file: str

    def shows(self, path: Path) -> bool:
        """Whether it shows the entries of a file."""
        return self.file in ("", path.stem, path.name)


def years_of(data: Mapping[str, Any], body: str) -> Years | None:
    """The years that a page shows a bibliography of; None where it does not go by such a list."""
    value = data.get("years")
    loop = _LOOP.search(body) if isinstance(value, list) else None
    tag = _TAG.search(loop[0]) if loop else None
    if tag is None or not isinstance(value, list):
        return None
    named = _FILE.search(tag[1])
    return Years([year for year in value if isinstance(year, int)], named[1] if named else "")


def pages(site: Site) -> list[PageFile]:
    """The pages that have a list of years."""
    root = str(site.root.resolve())
    return [page for page in page_files(site.root) if _KEY.search(page.header) and within(page.path, root)]


def lists_years(site: Site, path: Path) -> bool:
    """Whether a file is one of these pages."""
    return any(page.path == path for page in pages(site))


def added(pages: Iterable[PageFile], bibliography: Path, year: int, read: Read) -> tuple[Change, ...]:
    """The changes that have a year listed by those pages that show a bibliography by years.

    A page that cannot be changed is left as it is; `check` tells of it.
    """
    changes: list[Change] = []
    for page in pages:
        try:
            change = _added(page.path, page.name, bibliography, year, read)
        except (YamlError, Refused, Unreadable):
            continue
        changes += [change] if change else []
    return tuple(changes)


def listing(pages: Iterable[PageFile], bibliography: Path, year: int, read: Read) -> list[str]:
    """Return the names of the pages that list a year of a bibliography."""
    lines: list[str] = []
    for page in pages:
        try:
            listed = _listed(page.path, bibliography, read)
        except (YamlError, Unreadable):
            continue
        if listed and year in listed[1].years:
            lines.append(page.name)
    return lines


def _listed(path: Path, bibliography: Path, read: Read) -> tuple[YamlDocument, Years] | None:
    """The front matter of a page, and the years that it lists of a bibliography; None where it lists none."""
    source = read(path)
    header = find(source)
    if not isinstance(header, FrontMatter):
        return None
    document = YamlDocument.read(source.text, header.yaml, first_line=2)
    data = document.data if isinstance(document.data, dict) else {}
    listed = years_of(data, source.text[header.body_start :])
    return (document, listed) if listed and listed.shows(bibliography) else None


def _added(path: Path, name: str, bibliography: Path, year: int, read: Read) -> Change | None:
    """The change of one page; None where it needs none."""
    listed = _listed(path, bibliography, read)
    if listed is None or year in listed[1].years:
        return None
    document, years = listed[0], listed[1].years
    data = document.data
    ascending = len(years) > 1 and years[0] < years[-1]
    following = (at for at, other in enumerate(data["years"]) if isinstance(other, int) and (other > year) == ascending)
    splices = document.insert_item(("years",), next(following, len(data["years"])), year)
    return Change(path, name, tuple(splices), _("List the year {year}").format(year=year))
