"""Teaching: a timeline."""

from __future__ import annotations

from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted


class Teaching(Timeline):
    """The teaching of a page."""

    name = "teaching"
    title = noted("Teaching")
    one = _("teaching entry")
    emoji = "👩‍🏫"
    order = 9
    files = ("teaching",)
    precedence = 12
    heading = any_of(
        r"\b(teaching|courses?|mentoring|supervision|lectures?)\b",
    )
    sample = "# Teaching\n\n- *2024.10 - 2025.02*, Field methods, teaching assistant.\n"


register(Teaching())
