"""Pages that show a bibliography year by year, from a list of years in their front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

_LOOP = re.compile(r"\{%-?\s*for\s+\w+\s+in\s+page\.years\b.*?\{%-?\s*endfor", re.S)
_TAG = re.compile(r"\{%-?\s*bibliography\b(?=[^%]*\byear)([^%]*)")
_FILE = re.compile(r"(?:-f|--file)[\s=]+[\"']?([\w.-]+)")


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
    found = data.get("years")
    loop = _LOOP.search(body) if isinstance(found, list) else None
    tag = _TAG.search(loop[0]) if loop else None
    if tag is None or not isinstance(found, list):
        return None
    named = _FILE.search(tag[1])
    return Years([year for year in found if isinstance(year, int)], named[1] if named else "")
