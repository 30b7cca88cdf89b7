"""Education: a timeline."""

from __future__ import annotations

import re

from profile_tui.profile.kinds import register
from profile_tui.profile.timeline import Timeline


class Education(Timeline):
    """The education of a page."""

    name = "education"
    title = "Education"
    one = "education entry"
    emoji = "📖"
    order = 4
    precedence = 15
    heading = re.compile(
        r"\beducations?\b|\bacademic background\b|\bdegrees?\b|教育|学历|学歴|학력|formación|educación",
        re.I,
    )
    sample = "# Education\n\n- *2020.09 - 2024.06*, B.Sc. in Hydrology, Lakeside University.\n"


register(Education())
