"""Honors and Awards: a timeline."""

from __future__ import annotations

from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted


class Awards(Timeline):
    """The awards of a page."""

    name = "awards"
    title = noted("Honors and Awards")
    one = _("award")
    emoji = "🎖"
    order = 6
    precedence = 14
    heading = any_of(
        r"\b(awards?|hono(u)?rs?|prizes?|scholarships?|fellowships?|grants?|funding)\b",
        r"^\W*(?:\w+ )?(?:contests?|competitions?)\W*$",
    )
    sample = "# Honors and Awards\n\n- *2025.05*, Best Poster, ICE 2025.\n"


register(Awards())
