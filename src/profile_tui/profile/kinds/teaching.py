"""Teaching: a timeline."""

from __future__ import annotations

import re

from profile_tui.profile.kinds import register
from profile_tui.profile.timeline import Timeline


class Teaching(Timeline):
    """The teaching of a page."""

    name = "teaching"
    title = "Teaching"
    one = "teaching entry"
    emoji = "👩‍🏫"
    order = 9
    precedence = 12
    heading = re.compile(
        r"\b(teaching|courses?|mentoring|supervision|lectures?)\b|教学|课程|授课|教育経験|docencia",
        re.I,
    )
    sample = "# Teaching\n\n- *2024.10 - 2025.02*, Field methods, teaching assistant.\n"


register(Teaching())
