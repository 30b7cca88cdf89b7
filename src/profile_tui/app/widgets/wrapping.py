"""What is selected, or the word at the cursor, made bold, italic or a link, or plain again where it is so."""

from __future__ import annotations

from typing import Literal

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

How = Literal["bold", "italic", "link"]
_SIZES = {"bold": 2, "italic": 1}
_TAGS = {"bold": ("b", "strong"), "italic": ("i", "em")}
"""The elements that say so in HTML; the first is written."""
_WORD = lazily(r"\w+(?:['’.-]\w+)*")
_URL = lazily(r"(?:https?://|mailto:|www\.)[^\s<>\"]+")
_LINKS = {
    False: lazily(r"(?<!!)\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^)\n]*)\)"),
    True: lazily(r"<a\s[^>\n]*>(?P<label>[^<\n]*)</a>"),
}
_ITEM = lazily(r"[ \t]*(?:[-*+>]|\d{1,4}[.)]|#{1,6})[ \t]+")


class Rewritten(NamedTuple):
    """A change of a text that is being typed.

    Attributes:
        start: Where what is replaced begins.
        end: Where it ends.
        text: What takes its place.
        selection: What is selected then, in the text as it is then; the cursor, where that is empty.
    """

    start: int
    end: int
    text: str
    selection: tuple[int, int]


def toggled(text: str, start: int, end: int, how: How, *, html: bool = False) -> Rewritten:
    """Return what makes a range of a text bold, italic or a link, or takes that from it.

    Args:
        text: The text.
        start: Where the range begins; where it is empty, the word there is meant.
        end: Where it ends.
        how: What it is made.
        html: Whether the text is HTML, in which Markdown means nothing.
    """
    if "\n" in text[start:end].strip():
        return _each_line(text, start, end, how, html=html)
    start, end = _meant(text, start, end)
    if how == "link":
        return _linked(text, start, end, html=html)
    return _tagged(text, start, end, _TAGS[how]) if html else _marked(text, start, end, _SIZES[how])


def pasted_link(text: str, start: int, end: int, pasted: str, *, html: bool = False) -> Rewritten | None:
    """Return what links a range of a text to an address pasted over it; None where that is not what is meant."""
    label, url = text[start:end], pasted.strip()
    if not label.strip() or "\n" in label or "/" in label or not _URL.fullmatch(url):
        return None
    start, end = _meant(text, start, end)
    written = _link(text[start:end], url, html=html)
    after = start + len(written)
    return Rewritten(start, end, written, (after, after))


def _meant(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks at its ends; of an empty one, the word there."""
    if start == end:
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", start)
        words = _WORD.finditer(text, line, len(text) if stop < 0 else stop)
        return next((word.span() for word in words if word.start() <= start <= word.end()), (start, end))
    chosen = text[start:end]
    return start + len(chosen) - len(chosen.lstrip()), end - len(chosen) + len(chosen.rstrip())


def _each_line(text: str, start: int, end: int, how: How, *, html: bool) -> Rewritten:
    """Return what does so with each line of a range: neither emphasis nor links go on over the end of an item."""
    lines, at = [], start
    for line in text[start:end].split("\n"):
        item = _ITEM.match(line) if not html else None
        begin = item.end() if item else 0
        if line[begin:].strip():
            change = toggled(line, begin, len(line), how, html=html)
            line = line[: change.start] + change.text + line[change.end :]
        lines.append(line)
    written = "\n".join(lines)
    return Rewritten(at, end, written, (at, at + len(written)))


def _marked(text: str, start: int, end: int, size: int) -> Rewritten:
    """Return what sets a range between marks of Markdown, or takes so many away: three are two and one."""
    while end - start > 2 and text[start] == text[end - 1] and text[start] in "*_":
        start, end = start + 1, end - 1
    mark = text[end : end + 1] if text[end : end + 1] in ("*", "_") and text[start - 1 : start] == text[end] else "*"
    before = len(text[:start]) - len(text[:start].rstrip(mark))
    after = len(text[end:]) - len(text[end:].lstrip(mark))
    around = min(before, after, 3)
    is_set = around in ((2, 3) if size == 2 else (1, 3))
    if is_set:
        return Rewritten(start - size, end + size, text[start:end], (start - size, end - size))
    return Rewritten(start, end, f"{mark * size}{text[start:end]}{mark * size}", (start + size, end + size))


def _tagged(text: str, start: int, end: int, names: tuple[str, ...]) -> Rewritten:
    """Return what sets a range between tags, or takes them away."""
    for name in names:
        opening, closing = f"<{name}>", f"</{name}>"
        inner = text[start:end]
        if inner.startswith(opening) and inner.endswith(closing):
            start, end = start + len(opening), end - len(closing)
        if text.endswith(opening, 0, start) and text.startswith(closing, end):
            first = start - len(opening)
            return Rewritten(first, end + len(closing), text[start:end], (first, first + end - start))
    opening, closing = f"<{names[0]}>", f"</{names[0]}>"
    at = start + len(opening)
    return Rewritten(start, end, f"{opening}{text[start:end]}{closing}", (at, at + end - start))


def _linked(text: str, start: int, end: int, *, html: bool) -> Rewritten:
    """Return what makes a link of a range, with the cursor where something is missing, or takes the link away."""
    for match in _LINKS[html].finditer(text):
        if match.start() <= start and end <= match.end():
            label = match["label"]
            return Rewritten(*match.span(), label, (match.start(), match.start() + len(label)))
    chosen = text[start:end]
    is_url = bool(_URL.fullmatch(chosen))
    written = _link("" if is_url else chosen, chosen if is_url else "", html=html)
    if html:
        at = start + (len(written) - len("</a>") if is_url else len('<a href="'))
    else:
        at = start + (1 if is_url else len(written) - 1)
    return Rewritten(start, end, written, (at, at))


def _link(label: str, url: str, *, html: bool) -> str:
    """Return a link as it is written."""
    if html:
        return f'<a href="{url}">{label}</a>'
    if url.count("(") != url.count(")"):
        url = url.replace("(", "%28").replace(")", "%29")
    return f"[{label}]({url})"
