"""`liquid`: a tag, an output or a block left open, or an include that is not there: it stops the build of the site."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.liquid.tokens import HALF, OPEN, TAG, tokens
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_PATH = lazily(r"\w[\w./-]*")
_BLOCKS = frozenset(("if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "highlight"))


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if target.store == "page" and page.front_matter is None:
        return  # Liquid does not run on a file that Jekyll copies
    if page_header.values(page).get("render_with_liquid") is False:
        return
    for at, message in (*_faults(page.text, page.body_start), *_includes(page, target)):
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


def _includes(page: Page, target: Target) -> Iterator[tuple[int, str]]:
    """Where what is always taken in is not there; a theme may bring it, and GitHub's own brings `head-custom.html`."""
    if target.site is None or target.site.theme:
        return
    folder = str(target.site.config.get("includes_dir") or "_includes").strip("/")
    files = target.files or Files(target.site.root)
    depth = 0
    for token in tokens(page.text, Span(page.body_start, len(page.text))):
        depth += (token.name in _BLOCKS) - (token.name[:3] == "end")
        name = token.content.of(page.text).partition(" ")[0]
        if token.name != "include" or depth or not _PATH.fullmatch(name) or name.startswith("head-custom"):
            continue
        if files.find([*folder.split("/"), *name.split("/")]) is not True:
            message = _("{folder}/{name} is not in the repository: the site does not build.")
            yield token.span.start, message.format(folder=folder, name=name)


register(Check("open-liquid", 40, _find, everywhere=True))
