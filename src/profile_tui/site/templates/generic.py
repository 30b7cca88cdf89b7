"""Any other site."""

from __future__ import annotations

from profile_tui.site.template.template import Template
from profile_tui.site.templates import register

register(Template("generic", 1000, lambda _: True))
