"""Fix for `bar-table`: escape the bars that make a table of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.liquid.tokens import TOKEN
from profile_tui.site.checks.bar_table import tables
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice

_PIECES = lazily(rf"{TOKEN.pattern}|\\.|(?P<bar>\|)", re.S)
_NO_PLACE = lazily(r"`|\$\$|<\w[^>]*\|")
"""Where a backslash before a bar would be seen: code, formulas, tags."""


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(splice for block in tables(page) for splice in _escaped(page.text, block.span))


def _escaped(text: str, span: Span) -> Iterator[Splice]:
    """Yield the splices that escape the bars of some lines; none where one of them cannot be escaped."""
    if _NO_PLACE.search(span.of(text)):
        return
    for match in _PIECES.finditer(text, *span):
        if match["bar"]:
            yield Splice.insert(match.start(), "\\")


register(Fix("bar-table", _("Escape the bars that make a table"), _mend, of_blocks=True))
