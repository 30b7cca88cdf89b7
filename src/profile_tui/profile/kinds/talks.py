"""Invited Talks: a timeline."""

from __future__ import annotations

import re

from profile_tui.profile.kinds import register
from profile_tui.profile.timeline import Timeline


class Talks(Timeline):
    """The talks of a page."""

    name = "talks"
    title = "Invited Talks"
    one = "talk"
    emoji = "💬"
    order = 8
    precedence = 13
    heading = re.compile(
        r"\b(talks?|presentations?|seminars?|tutorials?|keynotes?|speeches|lectures given)\b|报告|演讲|講演|charlas",
        re.I,
    )
    sample = "# Invited Talks\n\n- *2025.03*, Reading small lakes, Polar seminar.\n"


register(Talks())
