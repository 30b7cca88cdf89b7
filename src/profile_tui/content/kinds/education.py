"""Education: a timeline."""

from __future__ import annotations

from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted


class Education(Timeline):
    """The education of a page."""

    name = "education"
    title = noted("Education")
    one = _("education entry")
    emoji = "📖"
    order = 4
    precedence = 15
    heading = any_of(
        r"\beducations?\b",
        r"\bacademic background\b",
        r"\bdegrees?\b",
    )
    sample = "# Education\n\n- *2020.09 - 2024.06*, B.Sc. in Hydrology, Lakeside University.\n"


register(Education())
