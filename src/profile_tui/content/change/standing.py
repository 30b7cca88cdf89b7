"""What stands in a section of which no entry was read: a sentence before a list, or what should have been one."""

from __future__ import annotations

import re
from itertools import takewhile

from profile_tui.content.change.new_section import holds_unread_list
from profile_tui.content.entries.entry import Unit
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.section import Section
from profile_tui.content.entries.table import ROW
from profile_tui.content.kinds import classify
from profile_tui.content.page.page import Page
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LABEL = lazily(
    r"^[ \t]*((?:\*\*|__|<\w+[^<>]*>)?[^\n:：.*_<>]{4,48}"
    r"(?:[:：](?:\*\*|__|</\w+>)?|(?:\*\*|__|</\w+>)[:：]))[ \t]*(?=\S)",
    re.M,
)
"""A line that begins with a label, and goes on."""
_SENTENCE = lazily(r"\S.*?(?:[.!?](?=\s|\Z)|[。！？]|\Z|\n[ \t]*\n)", re.S)
_BREAKS = lazily(r"[ \t]*(?:<br\s*/?>|\\{1,2}(?=\n)| {2,}(?=\n))\s*", re.I)
"""Where an author breaks a line."""
_QUOTES = "\"'“‘«„「『《"
_LONGEST = 48
"""Letters of a sentence that a refusal quotes."""
_DATED = lazily(r"^\W*\d|\b(?:19|20)\d\d\b|\d\s*年")
"""A line that is, or was, somewhen."""


def check(page: Page, what: Kind, section: Section) -> None:
    """Raise Refused where a section without entries says what a first one would be put beside, in another form.

    Args:
        page: The page.
        what: The kind of the entry that is to be added.
        section: The section.
    """
    if any(_is_listed(page.text, unit) for unit in section.units) or holds_unread_list(page.text, section):
        raise _unreadable(section)
    if _has_boxes(page, section):
        raise _unreadable(section)
    units = [unit for unit in section.units if unit.content.of(page.text).strip()]
    if not units or not _are_entries(page, what, units):
        return
    raise _no_list(page, section, units)


def _no_list(page: Page, section: Section, units: list[Unit]) -> Refused:
    """Return the refusal where a section holds entries that are no list."""
    first, last = page.lines(Span(units[0].span.start, units[-1].span.end))
    line_range = _("line {first}") if first == last else _("lines {first} to {last}")
    return Refused(
        _(
            "what is under “{label}” ({lines}) isn't a list that I can add to; edit it as text, or make a list of it"
        ).format(label=section.label, lines=line_range.format(first=first, last=last)),
        line=first,
    )


def check_named(page: Page, what: Kind) -> None:
    """Raise Refused where the page's text names entries of a kind that it has no section of.

    A line may do so after a label, as `Interests: moss, ice`, or a sentence: `My interests include moss and ice.`
    """
    if not what.at_end:
        return  # of other kinds a line has no more than a link
    for section in page.sections:
        for unit in section.units if section.kind == "text" else ():
            _check_labels(page, what, unit)
            _check_sentences(page, what, unit)


def _check_labels(page: Page, what: Kind, unit: Unit) -> None:
    """Raise Refused where a line of a unit names entries of a kind after a label."""
    for line in _LABEL.finditer(page.text, *unit.content):
        if classify(plain(line[1])) == what.name:
            raise Refused(
                _("“{label}” names some already, as text; add to what follows it there").format(label=plain(line[1])),
                line=page.source.line_number(line.start(1)),
            )


def _check_sentences(page: Page, what: Kind, unit: Unit) -> None:
    """Raise Refused where a sentence of a unit names entries of a kind."""
    from profile_tui.content.languages.naming import speaks_of_interests

    for sentence in _SENTENCE.finditer(page.text, *unit.content):
        words = " ".join(plain(sentence[0]).split())
        if speaks_of_interests(words):
            raise Refused(
                _(
                    "“{sentence}” names some already, in a sentence; add to it there, or put a heading “{title}” into"
                    " the page for a list"
                ).format(
                    sentence=words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…", title=what.title
                ),
                line=page.source.line_number(sentence.start()),
            )


def _unreadable(section: Section) -> Refused:
    """The refusal where a section has a list, of which nothing was read."""
    return Refused(
        _("the list under “{label}” isn't one that profile-tui can add to; edit the section's source").format(
            label=section.label
        )
    )


def _has_boxes(page: Page, section: Section) -> bool:
    """Whether what a section holds is in boxes, or under headings of its own."""
    if sum(unit.type == "box" for unit in section.units) > 1:
        return True
    level = section.heading.level if section.heading else 9
    after = page.sections[page.sections.index(section) + 1 :][:1]
    return any(one.kind == section.kind and one.heading and one.heading.level > level for one in after)


def _is_listed(text: str, unit: Unit) -> bool:
    """Whether a unit is of a list or a table."""
    return unit.type in ("item", "li", "row", ROW) or text.startswith("|", unit.content.start)


def _are_entries(page: Page, what: Kind, units: list[Unit]) -> bool:
    """Whether units seem to be entries of a kind, though they were not read as such."""
    if any(unit.type == "other" for unit in units):
        return True
    lines = [_lines(page.text, unit) for unit in units]
    if what.at_end:  # what prose says of interests are interests, unless it says that they follow
        return not lines[-1][-1].rstrip().endswith((":", "："))
    dated = sum(_DATED.search(line) is not None for each in lines for line in each)
    return dated > 1 or any(len(each) > 2 and not any(map(_is_prose, each)) for each in lines)


def _lines(text: str, unit: Unit) -> list[str]:
    """What a reader sees of a unit, each line that the author broke by itself; one that was wrapped goes on."""
    lines = [plain(line) for line in _BREAKS.split(unit.content.of(text))]
    return [line for line in lines if line] or [""]


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, leads to something, or begins with a mark that it explains."""
    return line.endswith((".", "!", ":", "。", "！", "：")) or not (line[0].isalnum() or line[0] in _QUOTES)


def check_lines(page: Page, what: Kind, section: Section) -> None:
    """Raise Refused where lines that seem to be an entry each stand above the entries, or were read as one.

    Args:
        page: The page.
        what: The kind of the entry that is to be added.
        section: A section with entries.
    """
    if what.record != "publication":
        return
    first = section.entries[0].span.start
    for unit in takewhile(lambda unit: unit.span.start < first, section.units):
        lines = _lines(page.text, unit) if unit.type == "paragraph" and unit.span.end <= first else ()
        dated = sum(_DATED.search(line) is not None for line in lines)
        if dated > 1 and 2 * dated >= len(lines):
            raise _no_list(page, section, [unit])
    unit, unsure = section.entries[0].unit, section.entries[0].unsure
    if unit.type in ("paragraph", "box") and "title" in unsure and len(_lines(page.text, unit)) > 2:
        raise _no_list(page, section, [unit])
