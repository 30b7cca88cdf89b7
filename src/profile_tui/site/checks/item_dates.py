"""`bad-date`, `wrong-date`, `future-date`, `post-name`: entries whose dates stop the build, mislead it or hide them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from profile_tui.site.checking.seen import Seen
from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.repository import jekyll_dates, page_header
from profile_tui.site.stores.posts import NAME, is_meant, is_sample
from profile_tui.text.catalogue import _


@register_surveyor
class ItemDates(Surveyor):
    """Reads the dates of all collections as Jekyll does."""

    def look(self, seen: Seen) -> Iterator[Problem]:
        """What is wrong with the date of one entry."""
        if not seen.collection:
            return
        is_post = seen.collection == "posts"
        if is_post and not NAME.fullmatch(PurePosixPath(seen.name).name):
            if not is_meant(seen.name.rpartition("_posts/")[2]):
                return
            message = _("Jekyll skips it: a post's file is named like 2026-11-21-title.md.")
            yield Problem("warning", "post-name", seen.name, None, message)
            return
        if not seen.rendered:
            return
        given = seen.data.get("date")
        iso = jekyll_dates.in_name(PurePosixPath(seen.name).name)
        date = iso
        if "date" in seen.data:
            day = jekyll_dates.read(str(given if given is not None else ""))
            if day is None:
                yield _bad(seen, str(given if given is not None else ""))
                return
            iso, date = day[0], str(given)
            if not jekyll_dates.is_day(iso) and not _is_told(seen):
                message = _(
                    "The calendar has no day {iso}: Jekyll takes it for one of the next month; correct it."
                ).format(iso=iso)
                yield Problem("warning", "wrong-date", seen.name, seen.line_of("date"), message)
        if iso and date and self.given.hides(date):
            until = iso if iso > self.given.now.date().isoformat() else date
            yield from self._future(seen, until, is_post=is_post)

    def _future(self, seen: Seen, iso: str, *, is_post: bool) -> Iterator[Problem]:
        """What a date in the future does to an entry."""
        line = seen.line_of("date")
        if is_post and not is_sample(seen.target.page):
            message = _("Jekyll skips it until {iso}; set `future: true` in the configuration to show it now.").format(
                iso=iso
            )
            yield Problem("warning", "future-date", seen.name, line, message)
        elif not is_post and self._has_pages(seen.collection) and seen.data.get("inline") is not True:
            message = _("It is listed, but has no page until {iso}: a link to it leads nowhere until then.").format(
                iso=iso
            )
            yield Problem("warning", "future-date", seen.name, line, message)

    def _has_pages(self, collection: str) -> bool:
        """Whether each entry of a collection gets a page."""
        value = self.given.site.config.get("collections")
        settings = value.get(collection) if isinstance(value, dict) else None
        return isinstance(settings, dict) and settings.get("output") is True


def _is_told(seen: Seen) -> bool:
    """Whether the value is complained about already, as a date that YAML does not take for one."""
    line = seen.line_of("date")
    return any(problem.line == line for problem in getattr(page_header.read(seen.page), "problems", ()))


def _bad(seen: Seen, given: str) -> Problem:
    """The complaint about what isn't a date."""
    today = "." in given and jekyll_dates.read(given.replace(".", "-") + "-01") is not None
    effect = _("Jekyll reads it as today") if today else _("The whole site does not build")
    return Problem(
        "error",
        "bad-date",
        seen.name,
        seen.line_of("date"),
        _("{effect}: {given!r} isn't a date; write it as 2026-11-21.").format(effect=effect, given=given),
    )
