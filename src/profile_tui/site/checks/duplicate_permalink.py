"""`duplicate-permalink`: two files are written to one address, and one silently replaces the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from profile_tui.site.checking.seen import Seen, Survey
from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.address import written_to
from profile_tui.site.stores.posts import is_sample
from profile_tui.text.catalogue import _


@register_surveyor
class DuplicatePermalinks(Surveyor):
    """Compares the addresses that pages, and entries with a permalink of their own, are written to."""

    def __init__(self, given: Survey) -> None:
        """No address seen yet."""
        super().__init__(given)
        self._seen: dict[tuple[str, str], str] = {}

    def look(self, seen: Seen) -> Iterator[Problem]:
        """The second and every further file of an address; `/` has a check of its own."""
        sample = seen.collection == "posts" and is_sample(seen.target.page)  # told as such, if anybody sees it
        target = _target(seen) if seen.rendered and not sample and not self._waits(seen) else None
        if target is None or target == "/index.html":
            return
        # translations of a page share its permalink; a plugin puts each under its language
        key = target, str(seen.data.get("lang") or self.given.site.language_of(seen.name))
        first = self._seen.setdefault(key, seen.name)
        if first != seen.name:
            address = target.removesuffix("index.html")
            message = _(
                "{first} is written to {address} too, and one replaces the other; change one permalink."
            ).format(first=first, address=address)
            yield Problem("warning", "duplicate-permalink", seen.name, seen.line_of("permalink"), message)

    def _waits(self, seen: Seen) -> bool:
        """Whether it is a post that is not written before its day."""
        day = jekyll_dates.in_name(PurePosixPath(seen.name).name) if seen.collection == "posts" else None
        return day is not None and self.given.hides(str(seen.data.get("date") or day))


def _target(seen: Seen) -> str | None:
    """The file that Jekyll writes; None where only the site's own rules tell."""
    by_name = not seen.collection and not seen.name.startswith("_")
    return written_to(seen.name, seen.data.get("permalink"), by_name=by_name)
