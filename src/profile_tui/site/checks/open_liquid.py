"""`liquid`: a tag, an output or a block that is left open, which stops the build of the whole site."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.liquid.tokens import HALF, OPEN, TAG, tokens
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.span import Span

_BLOCKS = frozenset(("if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "highlight"))


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if target.store == "page" and page.front_matter is None:
        return  # Liquid does not run on a file that Jekyll copies
    if page_header.values(page).get("render_with_liquid") is False:
        return
    for at, message in _faults(page.text, page.body_start):
        yield Problem("error", "liquid", target.name, page.source.line_number(at), message)


def _faults(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Where Liquid stops, and why."""
    waiting: list[tuple[str, int]] = []
    for token in tokens(text, Span(start, len(text))):
        at = token.span.start
        if token.type == OPEN:
            source = token.span.of(text)
            yield (
                at,
                _("`{source}` is never closed: the site does not build. Write it as `&#123;{source2}`.").format(
                    source=source, source2=source[1]
                ),
            )
        elif token.type == HALF:
            yield at, _("`{{` is closed by a single brace: the site does not build. Close it with `}}`.")
        elif token.type == TAG and not token.name:
            yield at, _("This Liquid tag has no name: the site does not build. Remove it or write `&#123;%`.")
        elif token.name in _BLOCKS:
            waiting.append((token.name, at))
        elif waiting and token.name == f"end{waiting[-1][0]}":
            waiting.pop()
    for name, target in waiting:
        yield (
            target,
            _("`{{% {name} %}}` is never closed: the site does not build. Add `{{% end{name} %}}`.").format(name=name),
        )


register(Check("open-liquid", 40, _find, everywhere=True))
