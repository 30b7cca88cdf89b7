"""Services: a timeline."""

from __future__ import annotations

from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register
from profile_tui.text.catalogue import _, noted


class Service(Timeline):
    """The service of a page."""

    name = "service"
    title = noted("Services")
    one = _("service entry")
    emoji = "🏛"
    order = 7
    precedence = 11
    heading = any_of(
        r"\b(services?|reviewers?|reviewing|committees?|organi[sz]ers?|(professional|academic) activit(y|ies)"
        r"|editorial|chairs?|memberships?)\b",
    )
    sample = "# Services\n\n- *2025 - now*, Reviewer for the Journal of Ice.\n"


register(Service())
