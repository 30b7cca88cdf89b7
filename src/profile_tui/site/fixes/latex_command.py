"""Fix for `latex-command`: write it in Markdown."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks.latex_command import MARKS, commands
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(
        Splice(Span(*match.span()), f"{MARKS[match['name']]}{match['said']}{MARKS[match['name']]}")
        for match in commands(page)
    )


register(Fix("latex-command", _("Write LaTeX's emphasis in Markdown"), _mend))
