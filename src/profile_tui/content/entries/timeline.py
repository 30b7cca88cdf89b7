"""What the timelines share: education, experience, awards, service, talks, teaching."""

from __future__ import annotations

from profile_tui.content.entries.dated import DatedKind
from profile_tui.content.entries.entry import Field
from profile_tui.text.catalogue import _


class Timeline(DatedKind):
    """Entries of a date or a range of dates, as `2019.06 - now`, and a text."""

    ranges = True
    record = "timeline"
    precedence = 10
    fields = (
        Field("date", _("Date"), "period", hint=_("as on the page, such as 2024.09 - now")),
        Field("text", _("Text"), "markdown", required=True, hint=_("Markdown, one line")),
    )
