"""Which file is the home page, when several could be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from profile_tui.site.repository.pages import PAGE_FOLDERS, PageFile, page_files
from profile_tui.text.dataclass import dataclass


@dataclass(frozen=True)
class Home:
    """The home page and its rivals.

    Attributes:
        page: The live page; None where the folder has none.
        rivals: Other files that are written to the same URL and lose.
        shadow: A static `index.html`, which Jekyll copies over the home page.
    """

    page: PageFile | None
    rivals: tuple[PageFile, ...] = ()
    shadow: PageFile | None = None


def find(root: Path, included: Callable[[str], bool], translated: Callable[[str], bool]) -> Home:
    """The home page of a site.

    Args:
        root: The repository's root.
        included: Whether the configuration has Jekyll read a folder of that name; asked only where it matters.
        translated: Whether a plugin puts a file of that name under the name of its language; asked likewise.
    """
    pages = [page for page in page_files(root) if not page.hidden]
    claims = [page for page in pages if page.claims_home]
    shadow = next((page for page in claims if page.name == "index.html" and not page.rendered), None)
    claims = _in_question([page for page in claims if page is not shadow], included, translated)
    rendered = [page for page in claims if page.rendered]
    live = _winner(rendered) or _winner(claims)
    if live is not None:
        return Home(live, tuple(page for page in rendered if page is not live), shadow)
    return Home(_second_best(pages) or shadow)


def _in_question(
    claims: list[PageFile], included: Callable[[str], bool], translated: Callable[[str], bool]
) -> list[PageFile]:
    """Of the pages that claim to be the home page, those that the configuration leaves at that URL."""
    if len(claims) > 1:
        claims = [page for page in claims if not translated(page.name)] or claims
    if len({_folder(page) for page in claims}) > 1:
        # what Jekyll does not read cannot be live; with one folder there is nothing else to choose
        claims = [page for page in claims if not _folder(page).startswith("_") or included(_folder(page))] or claims
    return claims


def _folder(page: PageFile) -> str:
    """The page folder that holds a page; empty for the root."""
    first, _, rest = page.name.partition("/")
    return first if rest and first in PAGE_FOLDERS else ""


def _winner(pages: Sequence[PageFile]) -> PageFile | None:
    """The page that Jekyll writes last: pages go by file name, those of one name as they are read."""
    return max(enumerate(pages), key=lambda pair: (pair[1].path.name, pair[0]))[1] if pages else None


def _second_best(pages: Sequence[PageFile]) -> PageFile | None:
    """What a visitor is led to where no page has the URL `/`."""
    wanted: tuple[Callable[[PageFile], bool], ...] = (
        lambda page: (page.value("permalink") or "").strip("/") == "about",
        lambda page: page.path.stem.lower() == "about",
        lambda page: page.path.stem.lower() == "index",
        lambda page: page.name.lower() == "readme.md",
    )
    return next((page for fits in wanted for page in pages if fits(page)), None)
