"""`year-not-listed`: publications of a year that a page with a list of years leaves out, so that nobody sees them."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.entries.entry import year_in
from profile_tui.site.checking.seen import Seen, Survey
from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.records.year_list import Years, years_of
from profile_tui.text.catalogue import _, counting


@register_surveyor
class YearList(Surveyor):
    """Compares the years of the bibliographies with those of the pages that list them."""

    def __init__(self, given: Survey) -> None:
        """No page seen yet."""
        super().__init__(given)
        self._pages: list[tuple[str, int, Years]] = []

    def look(self, seen: Seen) -> Iterator[Problem]:
        """Notes a page that lists a bibliography by years."""
        listed = years_of(seen.data, seen.page.text[seen.page.body_start :]) if "years" in seen.data else None
        if listed:
            self._pages.append((seen.name, seen.line_of("years"), listed))
        return iter(())

    def end(self) -> Iterator[Problem]:
        """The years that a page leaves out."""
        for name, line, listed in self._pages:
            missing: dict[int, int] = {}
            for store in self.given.stores:
                if store.store == "bibliography" and listed.shows(store.path):
                    for record in store.listing().records:
                        year = year_in(record.entry.values)
                        if year is not None and year not in listed.years:
                            missing[year] = missing.get(year, 0) + 1
            for year, count in sorted(missing.items(), reverse=True):
                lacking = counting("{count} publication is", "{count} publications are", count)
                template = _("{year} is not in `years`: {lacking} not shown on this page; add it to the list.")
                message = template.format(year=year, lacking=lacking)
                yield Problem("warning", "year-not-listed", name, line, message)
