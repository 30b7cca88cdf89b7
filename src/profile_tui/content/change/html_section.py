"""The first entry of a kind on a page in HTML: a list of its own, under a heading that is there or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.change.new_section import following, heading_lines, main_headings
from profile_tui.content.entries.entry import Heading
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.section import Section
from profile_tui.content.page.page import Page
from profile_tui.markup.html import Element, elements
from profile_tui.markup.inline_html import to_inline_html
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice

_HOLDERS = frozenset(("html", "body", "main"))
_UNSEEN = frozenset(("script", "style", "noscript"))


def splices(page: Page, what: Kind, source: str) -> Iterator[Splice]:
    """Yield the splice that adds a section with its first entry: where sections of its kind usually are.

    Args:
        page: The page.
        what: The kind of the entry.
        source: The entry as it would be on a page in Markdown.

    Raises:
        Refused: The page's sections are not simply one after the other.
    """
    text = page.text
    holder = _holder(page, what)
    after = following(page, what)
    at = after.span.start if after else _end(page, holder)
    heading = heading_lines(page, what)
    new = heading + _list(source, heading[: len(heading) - len(heading.lstrip(" \t"))])
    lead = "" if text[:at].endswith("\n") else "\n"
    blank = "\n" if after and text[:at].endswith("\n\n") else ""
    yield Splice.insert(at, lead + new + blank)


def into_empty(page: Page, section: Section, source: str) -> Splice:
    """Return the splice that puts the first entry right under a heading."""
    at = section.heading.span.end if section.heading else section.body.start
    lead = "" if page.text[:at].endswith("\n") else "\n"
    return Splice.insert(at, lead + _list(source, ""))


def _list(source: str, indent: str) -> str:
    """Return a bullet of Markdown as a list in HTML.

    Raises:
        Refused: It is more than a bullet.
    """
    bullet = re.fullmatch(r"- ([^\n]+)\n", source)
    if bullet is None:
        raise Refused(_("this page is HTML; add the first entry by hand, and the next ones will be written like it"))
    return f"{indent}<ul>\n{indent}  <li>{to_inline_html(bullet[1])}</li>\n{indent}</ul>\n"


def check_not_boxed(page: Page, what: Kind) -> None:
    """Raise Refused where each section of a page in Markdown is in an element of its own."""
    headings = [heading for heading in main_headings(page) if heading.source == "html"]
    if len(headings) < 2:
        return
    roots = elements(page.shown, Span(page.body_start, len(page.text)))
    around = [_around(roots, heading) for heading in headings]
    if None not in around and len({id(element) for element in around}) == len(around):
        raise Refused(_("the sections of this page are boxes; add one headed {title} by hand").format(title=what.title))


def _holder(page: Page, what: Kind) -> Element | None:
    """Return the element that holds the page's sections; None where that is the page itself.

    Raises:
        Refused: They are in boxes, of which it cannot be told whether each has one of its own.
    """
    roots = elements(page.shown, Span(page.body_start, len(page.text)))
    holder_of = {id(holder): holder for heading in main_headings(page) for holder in [_around(roots, heading)]}
    holders = list(holder_of.values())
    if not holders:
        if any(token.name.startswith("include") for token in page.liquid.tokens):
            raise Refused(
                _("the sections of this page are includes; add one headed {title} by hand").format(title=what.title)
            )
        inner = [element for root in roots for element in root.walk() if element.tag in _HOLDERS]
        holders = [inner[-1] if inner else None]
    if len(holders) > 1 or (holders[0] is not None and holders[0].tag not in _HOLDERS):
        raise Refused(_("the sections of this page are boxes; add one headed {title} by hand").format(title=what.title))
    return holders[0]


def _around(elements: list[Element], heading: Heading) -> Element | None:
    """Return the element that a heading is in; None where that is the page itself."""
    around = None
    while True:
        inner = next(
            (element for element in elements if element.span.start <= heading.content.start < element.span.end), None
        )
        if inner is None or re.fullmatch("h[1-6]", inner.tag):
            return around
        around, elements = inner, inner.children


def _end(page: Page, holder: Element | None) -> int:
    """Return where what the holder holds ends, at the start of a line if it can be.

    Raises:
        Refused: A footer is there.
    """
    text = page.text
    if holder is None:
        return len(text)
    shown = [child.tag for child in holder.children if child.tag not in _UNSEEN]
    if shown and shown[-1] == "footer":
        raise Refused(_("this page ends with a footer; add the section by hand, before it"))
    at = holder.content.end
    line = text.rfind("\n", 0, at) + 1
    return line if not text[line:at].strip() else at
