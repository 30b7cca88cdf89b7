"""Fix for `bom`: take away the byte order mark before the front matter."""

from __future__ import annotations

import codecs

from profile_tui.content.page.page import Page
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    return Source(page.source.data.removeprefix(codecs.BOM_UTF8))


register(Fix("bom", _("Remove the byte order mark"), _mend, of_header=True))
