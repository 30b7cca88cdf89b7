"""Where a publication's fields stand in its source: the holes of its frame, and the remarks that are only its own."""

from __future__ import annotations

import re

from profile_tui.content.entries.entry import Entry
from profile_tui.content.publications import link_reader, numbers
from profile_tui.content.publications.citation import Citation
from profile_tui.content.publications.evidence import is_badge
from profile_tui.content.publications.lines import badge_of, pieces
from profile_tui.markup.inline import IMAGE, LIQUID, TEXT, Visible
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_MARK = lazily(
    r"\\.|\*{1,3}|_{1,3}|</?(?:b|strong|u|em|i|a|span|font|sup|code)\b[^<>]*>|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[",
    re.S,
)
_MARKED = lazily(r"[\\*_<\[\]]")
_SET_OFF = lazily(r"(?:\*\*|__|<(?:b|strong|u)\b[^<>]*>)$")
_PAIRS = (
    ("\\[", "\\]"),
    ("[", "]"),
    ("(", ")"),
    ("**", "**"),
    ("*", "*"),
    ("`", "`"),
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
)


_START_TAG = lazily(r"<(?!br\b|img\b|hr\b)[a-zA-Z]")


def place(text: str, shown: Visible, found: Citation, entry: Entry) -> None:
    """Fills an entry's slots and frame from its citation."""
    kept: list[tuple[int, int]] = []
    slots, frame = entry.slots, entry.frame
    assert found.title is not None
    kept.append(found.title)
    slots["title"] = balanced(text, shown.span(*found.title), entry.unit.content)
    if found.title_link:
        frame["title_link"] = found.title_link[1]
        url = _url_span(text, found.title_link[1], found.title_link[0])
        if url:
            frame["title_url"] = url
    if found.names:
        names = found.names
        kept.append((names.start, names.end))
        slots["authors"] = _with_opening(text, balanced(text, link_reader.source(shown, names), entry.unit.content))
        _place_names(text, shown, found, entry)
    kept += _place_venue(text, found, entry)
    if found.note:
        kept.append(found.note)
        slots["note"] = shown.span(*found.note)
    badge = badge_of(shown)
    if badge and found.venue and not (badge[0] <= found.venue[0] < badge[1]):
        kept.append(badge)
        frame["badge"] = shown.span(*badge)
    kept += numbers.leads(found)
    _place_links(text, found, entry)
    _place_remarks(text, shown, kept, entry)


def _place_venue(text: str, found: Citation, entry: Entry) -> list[tuple[int, int]]:
    """Places venue, year, volume and pages; returns where they are shown."""
    slots, frame, shown, limit = entry.slots, entry.frame, found.shown, entry.unit.content
    kept = [(one.start, one.end) for one, role in zip(found.segments, found.roles, strict=True) if role == "N"]
    if found.venue:
        kept.append(found.venue)
        slots["venue"] = balanced(text, shown.span(*found.venue), limit)
        look = shown.run_at(found.venue[0]).style
        if look.italic and look.href is not None and look.link < slots["venue"].start < look.link_end:
            slots["venue"] = Span(look.link, look.link_end)  # another venue is not behind this one's link
    if found.year:
        kept.append(found.year)
        slots["year"] = shown.span(*found.year)
        if "venue" in slots and slots["year"].start >= slots["venue"].end and _unclosed(slots["venue"].of(text)):
            slots["venue"] = balanced(text, Span(slots["venue"].start, slots["year"].end), limit)
        again = [
            one for one, role in zip(found.segments, found.roles, strict=True) if role == "Y" and not is_badge(one)
        ]
        for index, one in enumerate(again):
            if one.start != found.year[0] and one.text == shown.text[slice(*found.year)]:
                kept.append((one.start, one.end))
                frame[f"year {index}"] = shown.span(one.start, one.end)
    if name := numbers.venue_name(found):
        frame["venue_name"] = balanced(text, shown.span(*name), limit)
    for index, span in enumerate(numbers.numbers(text, found, limit)):
        frame[f"numbers {index}"] = span
    return kept


def _unclosed(source: str) -> bool:
    """Whether an element or emphasis begins in a source and does not end there."""
    return len(_START_TAG.findall(source)) > source.count("</") or source.count("**") % 2 == 1


def _place_names(text: str, shown: Visible, found: Citation, entry: Entry) -> None:
    """Notes how the own name is set off and how names are parted."""
    assert found.names is not None
    names = found.names
    for author, where in zip(names.authors, names.places, strict=True):
        if author.me:
            inner = shown.span(*where)
            entry.frame["me"] = inner
            if len(names.places) == 1 and _SET_OFF.search(text[: inner.start][-60:]):
                # the marks are the name's own, not those of the list that it is
                entry.slots["authors"] = _wrapped(text, entry.slots["authors"], entry.unit.content)
            entry.frame["me_full"] = _wrapped(text, inner, entry.slots["authors"])
            break
    if len(names.places) > 1:
        entry.frame["comma_source"] = Span(
            shown.place(names.places[0][1] - 1, end=True), shown.place(names.places[1][0])
        )
        entry.frame["last_comma_source"] = Span(
            shown.place(names.places[-2][1] - 1, end=True), shown.place(names.places[-1][0])
        )


def _wrapped(text: str, inner: Span, limit: Span) -> Span:
    """A name with the marks and tags right around it."""
    start, end = inner
    while True:
        left = re.search(r"(\*{1,3}|_{1,3}|<(?:b|strong|u|em|i|span|font|a)\b[^<>]*>|\[)$", text[limit.start : start])
        if left is None:
            return Span(start, end)
        opening = left[1]
        if opening == "[":
            right = re.compile(r"\]\([^()\n]*\)").match(text, end, limit.end)
        elif opening[0] == "<":
            tag = re.match(r"<(\w+)", opening)
            right = re.compile(rf"(?:\\?[*†‡#])?</{tag[1] if tag else ''}>").match(text, end, limit.end)
        else:
            right = re.compile(rf"(?:\\[*#])?{re.escape(opening)}").match(text, end, limit.end)
        if right is None:
            return Span(start, end)
        start, end = start - len(opening), right.end()


def balanced(text: str, span: Span, limit: Span) -> Span:
    """A range widened over the marks and tags beside it whose other half is within."""
    start, end = span
    for _ in range(8):
        wider = _wider(text, start, end, *_unpaired(text, start, end), limit)
        if wider is None:
            break
        start, end = wider
    return Span(start, end)


def _unpaired(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The marks and tags of a range that it opens and does not close, and those that it closes and does not open."""
    opened: list[str] = []
    closed: list[str] = []
    if not _MARKED.search(text, start, end):
        return opened, closed
    for mark in _MARK.finditer(text, start, end):
        token = mark[0]
        if token[0] == "\\" or token.endswith("/>"):
            continue
        tag = re.match(r"<(/?)(\w+)", token)
        name = tag[2] if tag else "[" if token[0] == "]" else token
        closes = bool(tag and tag[1]) or token[0] == "]" or (token[0] in "*_" and opened[-1:] == [token])
        if not closes:
            opened.append(name)
        elif name in opened:
            opened.remove(name)
        else:
            closed.append(name)
    return opened, closed


def _wider(
    text: str, start: int, end: int, opened: list[str], closed: list[str], limit: Span
) -> tuple[int, int] | None:
    """The range with one more mark or tag taken in; None where nothing is missing or none stands beside it."""
    for token in opened:
        if token[0] in "*_":
            for stop in ("", "."):  # a period at its end belongs to what is set off
                if text.startswith(stop + token, end) and end + len(stop + token) <= limit.end:
                    return start, end + len(stop + token)
            if text.endswith(token, limit.start, start):
                return start - len(token), end
        elif token != "[" and (right := re.compile(rf"</{token}\s*>").match(text, end, limit.end)):
            return start, right.end()
    for token in closed:
        if token == "[":
            if text.endswith("[", limit.start, start):
                return start - 1, end
        elif left := re.search(rf"<{token}\b[^<>]*>$", text[limit.start : start]):
            return start - len(left[0]), end
    return None


def _url_span(text: str, link: Span, url: str) -> Span | None:
    """Where a link's target stands within its source."""
    if not url:  # `[Title]()` and `href=""` wait for their target
        bare = re.search(r"\]\(\)$|href=(?:\"\"|'')", text[link.start : link.end])
        at = link.start + bare.end() - 1 if bare else -1
        return Span(at, at) if bare else None
    at = text.rfind(url, link.start, link.end)
    return Span(at, at + len(url)) if at >= 0 else None


def bracketed(text: str, link: Span, limit: Span) -> Span:
    """A link with the brackets and emphasis around it."""
    start, end = link
    while True:
        for opening, closing in _PAIRS:
            begin = start - len(opening)
            if (
                begin >= limit.start
                and text.startswith(opening, begin)
                and text.startswith(closing, end)
                and end + len(closing) <= limit.end
            ):
                start, end = begin, end + len(closing)
                break
        else:
            return Span(start, end)


def _place_links(text: str, found: Citation, entry: Entry) -> None:
    """Sets the slot of the links: the longest run of them that only punctuation parts. The others are remarks."""
    limit = entry.unit.content
    spans = [bracketed(text, span, limit) for _, span in found.links]
    groups: list[list[int]] = []
    for index, span in enumerate(spans):
        before = spans[groups[-1][-1]] if groups else None
        if (
            before
            and span.start >= before.end
            and not re.search(r"\w|\n\s*\n", text[before.end : span.start].replace("&nbsp;", ""))
        ):
            groups[-1].append(index)
        else:
            groups.append([index])
    people = entry.slots.get("authors")
    labelled = [
        group
        for group in groups
        if any(found.links[index][0].label for index in group)
        and not (people and all(people.covers(spans[index]) for index in group))
    ]
    if not labelled:
        best: list[int] = []
    else:
        best = max(labelled, key=len)
        entry.slots["links"] = Span(spans[best[0]].start, spans[best[-1]].end)
        entry.frame["link"] = spans[best[0]]
        entry.frame["link_inner"] = found.links[best[0]][1]
        if len(best) > 1:
            entry.frame["link_gap"] = Span(spans[best[0]].end, spans[best[1]].start)
    for index, span in enumerate(spans):
        if index not in best and not any(slot.covers(span) for slot in entry.slots.values()):
            entry.frame[f"remark link {index}"] = span


def _place_remarks(text: str, shown: Visible, kept: list[tuple[int, int]], entry: Entry) -> None:
    """Notes what is shown but stands in no field: a new entry leaves it out."""
    links = entry.slots.get("links")
    content = entry.unit.content
    number = 0
    for line in pieces(shown):
        at = line.start
        bounds = sorted(pair for pair in kept if pair[1] > line.start and pair[0] < line.end)
        for start, end in [*bounds, (line.end, line.end)]:
            stop = max(at, min(start, line.end))
            for piece in _outside(shown, at, stop, links):
                counted = line.start == at and re.fullmatch(r"\W*\w{1,4}(?:-\w{1,3}){0,2}\W*", shown.text[at:stop])
                if re.search(r"\w", shown.text[slice(*piece)]) and not (
                    counted and shown.span(*piece).start < content.start + 6
                ):
                    number += 1
                    entry.frame[f"remark {number}"] = _with_opening(text, balanced(text, shown.span(*piece), content))
            at = max(at, min(end, line.end))
    for run in shown.runs:
        if run.kind in (IMAGE, LIQUID):
            number += 1
            entry.frame[f"remark {number}"] = run.span


def _with_opening(text: str, span: Span) -> Span:
    """A range with the bracket right before it that it closes."""
    said = span.of(text)
    for opening, closing in ("()", "{}", "（）"):
        if text[span.start - 1 : span.start] == opening and said.count(closing) > said.count(opening):
            return Span(span.start - 1, span.end)
    return span


def _outside(shown: Visible, start: int, end: int, links: Span | None) -> list[tuple[int, int]]:
    """The parts of a visible range that are not in the links, from the first letter or digit to the last of each."""
    parts: list[tuple[int, int]] = []
    begin: int | None = None
    for at in range(start, end):
        run = shown.run_at(at)
        inside = links is not None and links.start <= run.span.start < links.end
        if inside or run.kind != TEXT:
            if begin is not None:
                parts.append((begin, at))
            begin = None
        elif begin is None and (shown.text[at].isalnum()):
            begin = at
    if begin is not None:
        parts.append((begin, end))
    return [(first, _last_letter(shown.text, first, last)) for first, last in parts]


def _last_letter(text: str, start: int, end: int) -> int:
    """`end` moved back to behind the last letter or digit, or a bracket that closes one opened within."""
    at = end
    while at > start and not text[at - 1].isalnum():
        at -= 1
    if (
        at < end
        and text[at] in ")]%"
        and text.count("(", start, at) + text.count("[", start, at)
        > text.count(")", start, at) + text.count("]", start, at)
    ):
        at += 1
    return at
