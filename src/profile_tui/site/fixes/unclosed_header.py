"""Fix for `unclosed-front-matter`: close a front matter that ends in a blank line."""

from __future__ import annotations

import re

from profile_tui.content.page.page import Page
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice

_BLANK = lazily(r"^[ \t]*$", re.M)
_KEY = lazily(r"[ \t]*[\w-]+:(?:\s|$)")


def _mend(page: Page, target: Target) -> Source:
    text = page.text
    start = text.find("\n") + 1
    blank = _BLANK.search(text, start)
    end = blank.start() if blank else len(text)
    if not start or not _is_map(text, Span(start, end)) or _KEY.match(text[end:].lstrip("\n")):
        return page.source  # where it ends cannot be told
    line = "---\n" if text[:end].endswith("\n") else "\n---\n"
    return page.source.splice([Splice.insert(end, line)])


def _is_map(text: str, lines: Span) -> bool:
    """Whether some lines are a map of YAML with keys as front matter has them."""
    if not all(_KEY.match(line) or line[:1] in " \t-#" for line in lines.of(text).splitlines()):
        return False
    try:
        return isinstance(YamlDocument.read(text, lines, first_line=2).data, dict)
    except YamlError:
        return False


register(Fix("unclosed-front-matter", _("Close the front matter"), _mend, of_header=True))
