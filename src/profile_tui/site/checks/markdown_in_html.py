"""`markdown-in-html`: `**…**` and `[…](…)` within an HTML element, which readers see as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import Block, walk
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_ANY = lazily(r"\*\*\w|\]\((?:https?://|/|mailto:)")
_PIECES = lazily(
    r"<!--.*?(?:-->|\Z)|\{%-?\s*(?P<block>capture|raw|comment|highlight)\b.*?(?:\{%-?\s*end(?P=block)\b[^%]*%\}|\Z)"
    r"|\{%.*?%\}|\{\{.*?\}\}"
    r"|<(?P<tag>script|style|pre|code|textarea|svg)\b.*?(?:</(?P=tag)\s*>|\Z)|<[^<>]*>"
    r"|\*\*(?P<strong>(?=[^\s*])[^*\n<>{}\[\]]*[^\s*<>{}\n\[\]])\*\*"
    r"|(?<!!)\[(?P<label>[^\[\]\n<>{}*]+)\]\((?P<url>(?:https?://|/|mailto:)[^\s()<>{}\"']+)\)",
    re.S | re.I,
)
"""What may hold such signs for a reason comes first."""


def places(page: Page, target: Target) -> Iterator[tuple[Span, str]]:
    """Yield the Markdown that is not read as such, and the HTML that says the same."""
    if (
        page.html
        or (page.front_matter is None and target.store == "page")
        or "markdownify" in page.text
        or not _ANY.search(page.text, page.body_start)
    ):
        return
    for _unused, block in walk(page.blocks):
        if block.kind == "html" and not block.markdown and block.tag not in ("script", "style", "pre", "textarea"):
            yield from _within(page.text, block)


def _within(text: str, block: Block) -> Iterator[tuple[Span, str]]:
    """Yield those of one element, without what in it is read as Markdown."""
    read = [child.span for child in block.children]
    for piece in _PIECES.finditer(text, *block.content):
        if any(span.start <= piece.start() < span.end for span in read):
            continue
        if piece["strong"]:
            yield Span(*piece.span()), f"<strong>{piece['strong']}</strong>"
        elif piece["label"]:
            yield Span(*piece.span()), f'<a href="{piece["url"]}">{piece["label"]}</a>'


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for span, meant in places(page, target):
        message = _("Readers see `{of}` as it is: HTML around it keeps Markdown out. Write {meant}.").format(
            of=span.of(page.text), meant=meant
        )
        yield Problem("warning", "markdown-in-html", target.name, page.source.line_number(span.start), message)


def mended(page: Page, target: Target) -> Iterator[Splice]:
    """Yield the splices that say it in HTML."""
    return (Splice(span, meant) for span, meant in places(page, target))


register(Check("markdown-in-html", 117, _find, everywhere=True))
