"""A section that a page does not have yet, under a heading in the page's own style; the first entry of an empty one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from profile_tui.content.entries.entry import Heading
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import is_english, kinds
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Splice

ANCHOR = lazily(r"(?:[ \t]*<(span|a|div)\b[^<>]*\b(?:id|name)=[^<>]*>\s*</\1>[ \t]*\n(?:[ \t]*\n)*)+\Z")
_INCLUDE = lazily(r"\{%-?\s*include(?:_relative|_cached)?\s+([^\s%]+)\s+[\w-]+\s*=")
"""An include that is told something."""
_TERMS = lazily(r"<dl\b|^: ", re.M | re.I)
"""A list of terms, in HTML or as kramdown writes it."""
_DOCUMENT_END = lazily(r"</(?:html|body)\s*>\s*\Z", re.I)


def main_headings(page: Page) -> list[Heading]:
    """The headings of the level that the page's sections have."""
    headings = [section.heading for section in page.sections if section.heading and section.heading.source != "bold"]
    recognised = [
        heading for section in page.sections if section.kind != "text" and (heading := section.heading) in headings
    ]
    levels = Counter(heading.level for heading in recognised or headings)
    if not levels:
        return []
    level = min(level for level, count in levels.items() if count >= max(1, max(levels.values()) // 3))
    return [heading for heading in headings if heading.level == level]


def heading_lines(page: Page, what: Kind) -> str:
    """The heading of a new section, as the page writes its own, with the blank lines that follow those."""
    text = page.text
    style = main_headings(page)
    title = _title(page, what, style)
    if page.html and (not style or (len(style) == 1 and style[0].level == 1)):
        return f"<h2>{title}</h2>\n"
    if not style:
        return f"## {title}\n\n"
    model = style[-1]
    emoji = sum(
        not heading.text[:1].isalnum() and ord(heading.text[0]) > 0x2000 for heading in style if heading.text
    ) * 2 > len(style)
    words = f"{what.emoji} {title}" if emoji and what.emoji else title
    if model.source == "html":
        lines = text[model.span.start : model.content.start] + words + text[model.content.end : model.span.end]
        lines = re.sub(r"\s(id|name)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", "", lines)
    elif model.source == "setext":
        underline = text[model.content.end : model.span.end].strip() or "======"
        lines = f"{words}\n{underline}\n"
    else:
        lines = f"{'#' * model.level} {words}\n"
    rest = text[model.span.end :]
    blank = len(rest) - len(rest.lstrip("\n"))
    return lines.rstrip("\n") + "\n" + ("\n" if blank else "")


def _title(page: Page, what: Kind, style: list[Heading]) -> str:
    """What the section is called, in the language of the page's headings, or of the page where they do not tell."""
    words = [heading.text for heading in style]
    if page.language[:2].lower() in ("", "en") and all(is_english(word) for word in words):
        return what.title
    from profile_tui.content.languages import headings

    return headings.title(what.name, headings.spoken(words, page.language, page.text) or page.language) or what.title


def following(page: Page, what: Kind) -> Section | None:
    """Return the first section of those that usually come after sections of a kind."""
    order = {name: kind.order for name, kind in kinds().items()} | {"interests": 0}
    main = {id(heading) for heading in main_headings(page)}
    for section in page.sections:
        is_main = id(section.heading) in main or section.kind != "text"
        if page.text[: section.span.start].rpartition("\n")[2].strip():
            continue  # of an item: a line under it is taken for the line under a heading
        if section.heading and is_main and order.get(section.kind, 0) > order[what.name]:
            return section
    return None


def splices(page: Page, what: Kind, source: str) -> Iterator[Splice]:
    """Splices that add a section with its first entry: where sections of that kind usually are, and at the end."""
    text = page.text
    after = following(page, what)
    new = heading_lines(page, what) + source
    if after is not None:
        at = after.span.start
        anchor = ANCHOR.search(text, 0, at)
        at = anchor.start() if anchor else at
        lead = "" if at == 0 or text[:at].endswith("\n\n") else "\n"
        yield Splice.insert(at, lead + new + "\n")
    yield _at_end(page, new)


def _at_end(page: Page, new: str) -> Splice:
    """The splice that puts a section after all others."""
    text = page.text
    end = len(text.rstrip("\n"))
    if _DOCUMENT_END.search(text):
        raise Refused(_("the page ends with its closing HTML tags; add the section by hand, before them"))
    if not text[page.body_start :].strip():
        return Splice.insert(len(text), ("" if text.endswith("\n") or not text else "\n") + "\n" + new)
    if len(text) == end:
        return Splice.insert(end, "\n\n" + new.rstrip("\n"))
    at = min(len(text), end + 1)
    return Splice.insert(at, "\n" + new)


def into_empty(page: Page, section: Section, source: str) -> Splice:
    """The splice that puts the first entry into a section that has a heading and no entries."""
    text = page.text
    at = section.heading.span.end if section.heading else section.body.start
    intro = list(takewhile(lambda unit: unit.type == "paragraph", section.units))
    if intro and not section.entries:
        at = intro[-1].span.end
    rest = text[at : section.body.end]
    if at == len(text) and not text.endswith("\n"):
        return Splice.insert(at, "\n\n" + source.rstrip("\n"))
    if not rest.strip("\n"):
        lead = "\n" if rest.startswith("\n") or section.body.end == len(text) else ""
        if lead and rest.startswith("\n"):
            return Splice.insert(at + 1, source + ("" if len(rest) > 1 or at + 1 == len(text) else "\n"))
        return Splice.insert(at, "\n" + source + ("\n" if section.body.end < len(text) else ""))
    return Splice.insert(at, "\n" + source)


def holds_unread_list(text: str, section: Section) -> bool:
    """Whether a section has a list that isn't read: of terms, or of includes that are told what they show."""
    body = section.body.of(text)
    includes = Counter(match[1] for match in _INCLUDE.finditer(body))
    return max(includes.values(), default=0) > 1 or _TERMS.search(body) is not None
