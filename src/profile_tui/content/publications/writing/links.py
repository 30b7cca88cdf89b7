"""The links of a publication's source: the title's own, and the run of labelled ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Link
from profile_tui.content.entries.kind import plain_in
from profile_tui.content.publications.writing import marks
from profile_tui.markup import escape
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_NUMBERS_BEHIND = lazily(r"[^\n<>|{}\\]*\d[^\n<>|{}\\]*?(?=[ \t\\]*(?:\n|<br|\Z))", re.I)
"""The rest of a line, where it goes on with a volume, pages or an identifier."""


def links(text: str, entry: Entry, wanted: Sequence[Link], *, new: bool) -> list[Splice]:
    """Replaces the title's target and the run of links."""
    splices: list[Splice] = []
    own = next((link for link in wanted if link.label.lower() == "title"), None)
    rest = [link for link in wanted if link is not own]
    linked, has_run = "title_link" in entry.frame, "links" in entry.slots
    if linked:
        splices += _title_link(text, entry, own, rest, new=new)
    elif own:
        rest = list(wanted)
    by_title = new and len(rest) == 1 and linked and own is None and not has_run
    if rest and not by_title:
        splices.append(_run(text, entry, rest, new=new))
    elif has_run:
        splices.append(Splice(with_separator(text, entry.slots["links"], entry), ""))
    return splices


def _title_link(text: str, entry: Entry, own: Link | None, rest: Sequence[Link], *, new: bool) -> list[Splice]:
    """Replaces the target of a title that is a link: by its own, in a new entry else by the first of the others."""
    target = own or (rest[0] if rest and new else None)
    if target and "title_url" in entry.frame:
        return [Splice(entry.frame["title_url"], escape.url(target.url))]
    return _unlinked_title(text, entry, new=new) if new or not rest else []


def _unlinked_title(text: str, entry: Entry, *, new: bool) -> list[Splice]:
    """Takes the title's link away and lets its words stay."""
    link = entry.frame["title_link"]
    around = marks.of(text, entry)
    mark = around.at(link)
    if mark is not None:
        goes_on = mark.name == "[" and _goes_on(around, link.end)
        opening, closing = Span(link.start, mark.inner.start), Span(mark.inner.end, link.end)
        return [Splice(opening, ""), Splice(closing, "," if goes_on else "")]
    if new:
        raise Refused(_("the titles of this list are links; give the publication a link"))
    return []


def _run(text: str, entry: Entry, wanted: Sequence[Link], *, new: bool) -> Splice:
    """Replaces the run of links, or puts one after the last field, or after the numbers behind that."""
    unit, frame = entry.unit, entry.frame
    if "links" in entry.slots:
        gap = text[slice(*frame["link_gap"])] if "link_gap" in frame else " "
        return Splice(entry.slots["links"], gap.join(_written_link(text, entry, link) for link in wanted))
    written = [
        f"[[{plain_in(unit, link.label)}]({escape.url(link.url)})]"
        if unit.markdown
        else f'[<a href="{escape.url(link.url)}">{plain_in(unit, link.label)}</a>]'
        for link in wanted
    ]
    at = _last_field_end(text, entry)
    numbers = None if new else _NUMBERS_BEHIND.match(text, at, unit.content.end)
    return Splice.insert(numbers.end() if numbers else at, " " + " ".join(written))


def _goes_on(around: marks.Marks, at: int) -> bool:
    """Whether a word follows on the same line with nothing before it but blanks and marks that open."""
    first = at
    while around.text.startswith(" ", first):
        first += 1
    return first > at and around.within(first).isalpha()


def _written_link(text: str, entry: Entry, link: Link) -> str:
    """A link as the entry writes its first one: its brackets, its emphasis, its tag's attributes."""
    outer, inner = entry.frame["link"], entry.frame["link_inner"]
    source = text[slice(*inner)]
    label, url = plain_in(entry.unit, link.label), escape.url(link.url)
    if source.startswith("<"):
        head = re.match(r"<a\b[^<>]*>", source, re.I)
        opening = head[0] if head else "<a>"
        opening = re.sub(
            r"(href\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)", lambda match: f'{match[1]}"{url}"', opening, count=1
        )
        link_source = f"{opening}{label}</a>"
    else:
        inside = re.match(r"\[(\**)(\\?\[|\[)?", source)
        stars, bracket = (inside[1], inside[2] or "") if inside else ("", "")
        link_source = f"[{stars}{bracket}{label}{bracket.replace('[', ']')}{stars}]({url})"
        attributes = re.search(r"\{:[^}]*\}$", source)
        link_source += attributes[0] if attributes else ""
    return text[outer.start : inner.start] + link_source + text[inner.end : outer.end]


def _last_field_end(text: str, entry: Entry) -> int:
    """Where links go in an entry that has none: after the last field and the marks and period around it."""
    end = max(slot.end for slot in entry.slots.values())
    if "title_link" in entry.frame:
        end = max(end, entry.frame["title_link"].end)
    return marks.of(text, entry).behind(end, ".)]")


LED = lazily(r"(?<![^\s,;.])in:?[ \t]+\Z", re.I)
"""What leads to a venue."""


def with_separator(text: str, span: Span, entry: Entry) -> Span:
    """A field's span with its own marks, the word that leads to it, and the punctuation before it, to take it away."""
    start, end = wrapper(text, span, entry)
    limit = entry.unit.content
    if led := LED.search(text, limit.start, start):
        start = led.start()
    bare = start
    while start > limit.start and text[start - 1] in " ,;|\\":
        start -= 1
    begins = start == limit.start or text[start - 1] == "\n"
    if begins and start > limit.start:
        start = bare  # the indentation of its line stays
    blanks = r"\s+" if start == limit.start else r"[ \t]+"
    if begins and (behind := re.compile(rf"[.,:;]?{blanks}").match(text, end, limit.end)):
        end = behind.end()  # the first field goes with the punctuation after it
    elif text[start - 1 : start] == "." and text[end : end + 1] == "." and end < limit.end:
        end += 1  # one period ends the sentence
    return Span(start, end)


def wrapper(text: str, span: Span, entry: Entry) -> Span:
    """A field's span with the marks or the element right around it, and the stop of a short form within them."""
    return marks.of(text, entry).around(span, signs=True, brackets=True, blocks=True)
