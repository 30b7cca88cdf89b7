"""What the timelines share: education, experience, awards, service, talks, teaching."""

from __future__ import annotations

from profile_tui.content.entries.dated import DatedKind
from profile_tui.content.entries.entry import Field


class Timeline(DatedKind):
    """Entries of a date or a range of dates, as `2019.06 - now`, and a text."""

    ranges = True
    record = "timeline"
    precedence = 10
    fields = (
        Field("date", "Date", "period", hint="as on the page, 2024.09 - now"),
        Field("text", "Text", "markdown", required=True, hint="Markdown, one line"),
    )
