"""Where no entry may be put: into lists that loops make, after the end of a page, between the halves of a tag."""

from __future__ import annotations

import re
from collections.abc import Iterable

from profile_tui.content.entries.section import Section
from profile_tui.content.page.page import Page
from profile_tui.markup.liquid.tokens import Token
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Splice

_ENDS = ("</html", "</body", "</HTML", "</BODY")


_MORE = lazily(r"<(?:h[1-6]|ul|ol)\b|^[ ]{0,3}(?:#{1,6}|[-*]) \S", re.I | re.M)
"""A heading or a list."""


def check_end(page: Page, splices: Iterable[Splice]) -> None:
    """Raise Refused where something would be put after the end of a page in HTML."""
    starts = [(page.body_start, splice.span.start) for splice in splices]
    places = [at for tag in _ENDS for start in starts if (at := page.text.rfind(tag, *start)) >= 0]
    # browsers go on after a stray end tag: it ends a page in Markdown only where no more headings or lists follow
    if any(page.html or not _MORE.search(page.text, at) for at in places):
        raise Refused(_("it would go after the end of the page, so nothing was written; add it by hand"))


def check_not_made(page: Page, section: Section, one: str) -> None:
    """Raise Refused where Liquid makes the list of a section without entries of its own.

    Args:
        page: The page.
        section: The section.
        one: What is to be added, in a sentence.
    """
    tags = page.liquid.tags("for", "tablerow", "bibliography")
    tag = next((tag for tag in tags if section.body.start <= tag.span.start < section.body.end), None)
    if tag is not None:
        raise Refused(
            _("the page makes this list with `{of}`; add the {one} to {kept_in}").format(
                of=tag.span.of(page.text), one=one, kept_in=_kept_in(page, tag)
            ),
            line=page.source.line_number(tag.span.start),
        )


def _kept_in(page: Page, tag: Token) -> str:
    """Return where the entries are kept that a loop shows, as far as its tag tells."""
    if tag.name == "bibliography":
        return _("the bibliography")
    from profile_tui.markup.liquid import expressions

    loop = expressions.loop(tag.content.of(page.text))
    source = loop.source if loop else None
    if isinstance(source, expressions.Path):
        for token in page.liquid.tags("assign"):
            given = expressions.assignment(token.content.of(page.text))
            if given and token.span.start < tag.span.start and given.variable == source.dotted:
                source = given.expression.value
                break
    steps = source.dotted.split(".") if isinstance(source, expressions.Path) else [""]
    if steps[:2] == ["site", "data"] and len(steps) > 2:
        return "_data/" + "/".join(steps[2:])
    if steps[0] == "site" and len(steps) == 2:
        return f"_{steps[1]}"
    if steps[0] == "page" and len(steps) == 2:
        return _("`{steps}` in the front matter").format(steps=steps[1])
    return _("what that goes through")


def check_liquid(old: Page, new: Page) -> None:
    """Raise Refused where a change would leave a block of Liquid open, or a tag that ends none."""
    if _loose_ends(new) > _loose_ends(old):
        raise Refused(_("the change would break a Liquid tag around it; nothing was written. Edit the source instead"))


def _loose_ends(page: Page) -> int:
    """Return how many tags of Liquid have no partner."""
    return len(page.liquid.stray) + sum(block.close is None for block in page.liquid.blocks)
