"""Experience: a timeline."""

from __future__ import annotations

from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted


class Experience(Timeline):
    """The experience of a page."""

    name = "experience"
    title = noted("Experience")
    one = _("experience entry")
    emoji = "💻"
    order = 5
    precedence = 16
    heading = any_of(
        r"\b(experiences?|internships?|employment|appointments?|work history|career|visits?|visiting)\b",
    )
    sample = "# Experience\n\n- *2024.07 - now*, Research assistant, Institute of Ice.\n"


register(Experience())
