"""Where Jekyll writes a page."""

from __future__ import annotations

from pathlib import PurePosixPath

from profile_tui.site.repository.tree import MARKDOWN


def written_to(name: str, permalink: object, *, by_name: bool) -> str | None:
    """Return the file, from the site's root, that Jekyll writes a page to; None where only the site's rules tell.

    Args:
        name: The page, relative to the repository's root.
        permalink: What its front matter says.
        by_name: Whether a page without a permalink is written where its name says, as one of a collection is not.
    """
    path = PurePosixPath(name)
    suffix = ".html" if path.suffix in MARKDOWN else path.suffix
    if isinstance(permalink, str) and permalink and ":" not in permalink:
        url = "/" + permalink.lstrip("/")
    elif permalink or not by_name:
        return None
    else:
        url = "/" + path.with_suffix("").as_posix()
    if url.endswith("/"):
        return url + "index.html"
    return url if PurePosixPath(url).suffix == suffix else url + suffix
