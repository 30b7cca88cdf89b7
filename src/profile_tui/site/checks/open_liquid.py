"""`liquid`: a tag, an output or a block that is left open, which stops the build of the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Place

# Liquid's own tokens: an output ends at the first brace, and one more belongs to it if it is there.
_TOKEN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}?|\{%|\{\{", re.S)
_TAG = re.compile(r"\{%-?\s*(#|\w+)")
# What ends a raw block is searched in tokens too; the versions of Liquid that Jekyll runs on do not know `{%- endraw`.
_END = re.compile(r".*\{%\s*(\w+).*%\}", re.S)
_BLOCKS = frozenset(("if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "highlight"))


def _find(page: Page, place: Place) -> Iterator[Problem]:
    if place.store == "page" and page.front_matter is None:
        return  # Liquid does not run on a file that Jekyll copies
    if page_header.values(page).get("render_with_liquid") is False:
        return
    for at, message in _faults(page.text, page.body_start):
        yield Problem("error", "liquid", place.name, page.source.line_number(at), message)


def _faults(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Where Liquid stops, and why."""
    waiting: list[tuple[str, int]] = []
    for found in _TOKEN.finditer(text, start):
        token = found[0]
        if waiting and waiting[-1][0] == "raw":
            end = _END.fullmatch(token)
            if end and end[1] == "endraw":
                waiting.pop()
            elif token in ("{%", "{{"):
                break  # nothing behind it can be closed, the raw block neither
        elif token in ("{%", "{{"):
            yield found.start(), f"`{token}` is never closed: the site does not build. Write it as `&#123;{token[1]}`."
            break
        elif token.startswith("{{"):
            if not token.endswith("}}"):
                yield found.start(), "`{{` is closed by a single brace: the site does not build. Close it with `}}`."
        elif not (tag := _TAG.match(token)):
            yield found.start(), "This Liquid tag has no name: the site does not build. Remove it or write `&#123;%`."
        elif tag[1] in _BLOCKS:
            waiting.append((tag[1], found.start()))
        elif waiting and tag[1] == f"end{waiting[-1][0]}":
            waiting.pop()
    for name, place in waiting:
        yield place, f"`{{% {name} %}}` is never closed: the site does not build. Add `{{% end{name} %}}`."


register(Check("open-liquid", 40, _find, everywhere=True))
