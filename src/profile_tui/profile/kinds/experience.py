"""Experience: a timeline."""

from __future__ import annotations

import re

from profile_tui.profile.kinds import register
from profile_tui.profile.timeline import Timeline


class Experience(Timeline):
    """The experience of a page."""

    name = "experience"
    title = "Experience"
    one = "experience entry"
    emoji = "💻"
    order = 5
    precedence = 16
    heading = re.compile(
        r"\b(experiences?|internships?|employment|appointments?|work history|career|visits?|visiting)\b|工作经历|实习|经历|経歴|경력|experiencia",
        re.I,
    )
    sample = "# Experience\n\n- *2024.07 - now*, Research assistant, Institute of Ice.\n"


register(Experience())
