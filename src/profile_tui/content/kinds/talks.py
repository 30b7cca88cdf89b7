"""Invited Talks: a timeline."""

from __future__ import annotations

from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted


class Talks(Timeline):
    """The talks of a page."""

    name = "talks"
    title = noted("Invited Talks")
    one = _("talk")
    emoji = "💬"
    order = 8
    files = ("talks",)
    precedence = 13
    heading = any_of(
        r"\b(talks?|presentations?|seminars?|tutorials?|keynotes?|speeches|lectures given)\b",
    )
    sample = "# Invited Talks\n\n- *2025.03*, Reading small lakes, Polar seminar.\n"


register(Talks())
