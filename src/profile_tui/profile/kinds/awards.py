"""Honors and Awards: a timeline."""

from __future__ import annotations

import re

from profile_tui.profile.kinds import register
from profile_tui.profile.timeline import Timeline


class Awards(Timeline):
    """The awards of a page."""

    name = "awards"
    title = "Honors and Awards"
    one = "award"
    emoji = "🎖"
    order = 6
    precedence = 14
    heading = re.compile(
        r"\b(awards?|hono(u)?rs?|prizes?|scholarships?|fellowships?|grants?|funding)\b|获奖|荣誉|奖|受賞|수상|premios",
        re.I,
    )
    sample = "# Honors and Awards\n\n- *2025.05*, Best Poster, ICE 2025.\n"


register(Awards())
