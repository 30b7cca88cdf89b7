"""Fix for `liquid-in-maths`: part the braces, which means the same to TeX."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks.liquid_in_maths import braces
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Splice


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(Splice.insert(span.start + 1, " ") for span in braces(page))


register(Fix("liquid-in-maths", _("Put a space between the double braces of formulas"), _mend))
