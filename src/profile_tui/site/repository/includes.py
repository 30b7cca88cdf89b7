"""The files that a page takes in with `include` and `include_relative`, where its sections may live."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from profile_tui.content.kinds import classify
from profile_tui.content.page.page import Page
from profile_tui.markup.liquid.template import scan
from profile_tui.site.repository.locate import Target
from profile_tui.text.dataclass import dataclass
from profile_tui.text.span import Span

_SUFFIXES = (".md", ".markdown", ".html")


@dataclass(frozen=True, slots=True)
class Include:
    """A tag of a page and the file it names.

    Attributes:
        offset: Where the tag is in the page's text.
        path: The file.
        name: Its path relative to the repository's root.
        kind: The kind of the entries before its first heading: that of the section around the tag, or as it is named.
    """

    offset: int
    path: Path
    name: str
    kind: str


def includes(page: Page, target: Target) -> Iterator[Include]:
    """The files that a page takes in, in page order; none outside the repository, or named by a variable."""
    if target.root is None or "{%" not in page.text:
        return
    root = Path(os.path.realpath(target.root))
    template = scan(page.text, Span(page.body_start, len(page.text)))
    for tag in template.tags("include", "include_relative", "include_cached"):
        from profile_tui.markup.liquid.expressions import inclusion

        named = inclusion(tag.content.of(page.text))
        at = tag.span.start
        if named is None or named.parameters or not _is_live(page, at):
            continue
        base = target.page.parent if tag.name == "include_relative" else target.root / "_includes"
        path = base / named.file
        real = Path(os.path.realpath(path))
        if path.suffix in _SUFFIXES and root in real.parents and os.path.isfile(real):
            around = _announced(page, at)
            word = classify(re.sub(r"[-_\d]+", " ", path.stem))
            yield Include(at, path, os.path.relpath(path, target.root), around or word or "text")


def _is_live(page: Page, offset: int) -> bool:
    """Whether Liquid runs the tag there: it does in comments too, but then nobody sees what comes of it."""
    block = next((block for block in page.blocks if block.span.start <= offset < block.span.end), None)
    return block is None or block.kind not in ("comment", "code", "extension")


def _announced(page: Page, offset: int) -> str | None:
    """The kind of the section at an offset, if its heading stands alone there: then the include holds its entries."""
    section = next((section for section in page.sections if section.span.start <= offset < section.span.end), None)
    if section is None or section.kind == "text":
        return None
    own = [unit for unit in section.units if not unit.content.of(page.text).startswith("{%")]
    return None if own else section.kind
