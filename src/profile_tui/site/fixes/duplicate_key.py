"""Fix for `duplicate-key`: take the key away that Jekyll does not read."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    document = page_header.read_yaml(page, target.name)
    if not isinstance(document, YamlDocument):
        return page.source
    mended = page.of(page.source.splice(document.without_doubles()))
    # Jekyll must get the very same out of it
    after = page_header.read_yaml(mended, target.name)
    return mended.source if isinstance(after, YamlDocument) and after.data == document.data else page.source


register(Fix("duplicate-key", _("Remove the key that another of the same name replaces"), _mend))
