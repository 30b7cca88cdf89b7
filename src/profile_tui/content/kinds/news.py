"""News: dated items, the newest on top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from profile_tui.content.entries import date_prefix, dates
from profile_tui.content.entries.dated import DatedKind
from profile_tui.content.entries.entry import Entry, Field
from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.table import ROW
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section

_ONLY_LINK = lazily(r"\s*(?:\[[^\[\]]*\]\([^()]*\)|<a\b[^<>]*>[^<>]*</a>)[\s.,;]*", re.I)
_FEW = 2
_SHORT = 320
"""Characters of source that a news item has at most, where nothing else says that it is one."""


class News(DatedKind):
    """The news of a page."""

    name = "news"
    title = noted("News")
    one = _("news item")
    emoji = "🔥"
    order = 1
    recognised_once = True
    listed = True
    files = ("news", "announcements", "updates")
    precedence = 20
    heading = any_of(
        r"\bnews\b",
        r"what['’]?s new",
        r"\bupdates?\b",
        r"\bannouncements?\b",
        r"\brecent (activities|events)\b",
    )
    fields = (
        Field("date", _("Date"), "date", hint=_("today, 2026-11 or Nov 2026")),
        Field("text", _("Text"), "markdown", required=True, hint=_("Markdown, one line")),
    )
    sample = (
        "# News\n\n- *2026.03*: The *Lakes* data set is out.\n- *2025.11*: 🎉 One paper accepted by **ICE 2026**.\n"
    )

    def read(self, text: str, section: Section) -> list[Entry]:
        """The section's items, rows and dated paragraphs; what only leads to other pages is a menu."""
        reading = super().read(text, section)
        is_menu = len(reading) > 1 and all(
            entry.values["date"] is None and _ONLY_LINK.fullmatch(entry.unit.content.of(text)) for entry in reading
        )
        return [] if is_menu else reading

    def recognises(self, text: str, section: Section) -> bool:
        """Short items that all begin with a month, the newest first, under a heading in a language other than English.

        What an English heading does not announce is something else.
        """
        items = [unit for unit in section.units if unit.type in ("item", "li", "row", ROW)]
        if len(items) < _FEW or len(items) < len(section.units) - 1:
            return False
        found_dates: list[dates.FoundDate] = []
        for unit in items:
            head = date_prefix.read(text, unit.content, ranges=True, language=section.language)
            long = unit.content.end - unit.content.start > _SHORT
            if long or head.found is None or len(head.found.iso) == 4 or head.date != Span(*head.found.span):
                return False
            found_dates.append(head.found)
        letters = [character for character in section.label if character.isalpha()]
        english = section.language[:2].lower() in ("", "en") and all(character.isascii() for character in letters)
        return dates.descending([date.iso for date in found_dates]) and not (
            english and all(date.in_english for date in found_dates)
        )


register(News())
