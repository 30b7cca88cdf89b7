"""Fix for `cr-line-ends`: end the lines as Jekyll knows it."""

from __future__ import annotations

import re

from profile_tui.content.page.page import Page
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    return Source(re.sub(rb"\r(?!\n)", b"\n", page.source.data))


register(Fix("cr-line-ends", _("End all lines with a line feed"), _mend, of_header=True))
