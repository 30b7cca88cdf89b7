"""Services: a timeline."""

from __future__ import annotations

import re

from profile_tui.profile.kinds import register
from profile_tui.profile.timeline import Timeline


class Service(Timeline):
    """The service of a page."""

    name = "service"
    title = "Services"
    one = "service entry"
    emoji = "🏛"
    order = 7
    precedence = 11
    heading = re.compile(
        r"\b(services?|reviewers?|reviewing|committees?|organi[sz]ers?|professional activit(y|ies)|academic activit(y|ies)|editorial|chairs?|memberships?)\b|学术服务|审稿|学术兼职|servicio",
        re.I,
    )
    sample = "# Services\n\n- *2025 - now*, Reviewer for the Journal of Ice.\n"


register(Service())
