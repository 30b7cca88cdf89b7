"""`liquid`: a tag, an output or a block that is left open, which stops the build of the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.profile.page import Page
from profile_tui.site import header
from profile_tui.site.checks import Check, register
from profile_tui.site.problems import Problem
from profile_tui.site.repository import Place

# Liquid's own tokens: an output ends at the first brace, and one more belongs to it if it is there.
_TOKEN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}?|\{%|\{\{", re.S)
_TAG = re.compile(r"\{%-?\s*(\w+)")
_END_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
_BLOCKS = frozenset(("if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "highlight"))


def _find(page: Page, place: Place) -> Iterator[Problem]:
    if place.store == "page" and page.front_matter is None:
        return  # Liquid does not run on a file that Jekyll copies
    if header.values(page).get("render_with_liquid") is False:
        return
    for at, message in _faults(page.text, page.body_start):
        yield Problem("error", "liquid", place.name, page.source.line_number(at), message)


def _faults(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Where Liquid stops, and why."""
    waiting: list[tuple[str, int]] = []
    at = start
    while found := _TOKEN.search(text, at):
        at, token = found.end(), found[0]
        if token in ("{%", "{{"):
            yield found.start(), f"`{token}` is never closed: the site does not build. Write it as `&#123;{token[1]}`."
            return  # nothing behind it can be closed either
        if token.startswith("{{"):
            if not token.endswith("}}"):
                yield found.start(), "`{{` is closed by a single brace: the site does not build. Close it with `}}`."
            continue
        tag = _TAG.match(token)
        name = tag[1] if tag else ""
        if name == "raw":
            end = _END_RAW.search(text, at)
            if end is None:
                yield found.start(), "`{% raw %}` is never closed: the site does not build. Add `{% endraw %}`."
                return
            at = end.end()
        elif name in _BLOCKS:
            waiting.append((name, found.start()))
        elif waiting and name == f"end{waiting[-1][0]}":
            waiting.pop()
    for name, place in waiting:
        yield place, f"`{{% {name} %}}` is never closed: the site does not build. Add `{{% end{name} %}}`."


register(Check(40, _find))
