"""Where emphasis in Markdown ends, as kramdown pairs the marks."""

from __future__ import annotations

from profile_tui.text.pattern import lazily

_BLANK_LINE = lazily(r"[ \t]*\n")
_PARTS = {
    mark: lazily(
        r"\\.|(?<![^\\]`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|<[^<>\n]*>|\n|"
        + rf"\{mark}+"
    )
    for mark in "*_"
}
"""For each mark its runs, and what may hold marks that emphasise nothing: code, targets of links, tags, line ends."""


def closing(text: str, mark: str, size: int, start: int, end: int, *, reach: int) -> int | None:
    """Where emphasis of `size` marks ends.

    Args:
        text: The text.
        mark: The mark, `*` or `_`.
        size: How many began it.
        start: Where what they emphasise begins.
        end: Where the text ends for this purpose.
        reach: How far the end is looked for.

    Returns:
        Where the marks are that end it; None where there are none.
    """
    stop = min(end, start + reach)
    within: list[int] = []  # the sizes of shorter or longer emphasis begun within
    at = start
    while at < stop and (match := _PARTS[mark].search(text, at, stop)):
        at = match.end()
        if match[0] == "\n" and _BLANK_LINE.match(text, at, stop):
            return None
        first, length = match.start(), len(match[0])
        in_word = mark == "_" and at < end and text[at].isalnum()
        if match[0][0] != mark or in_word or first == start:  # at the start nothing would be emphasised
            continue
        begins = True
        if not text[first - 1].isspace():
            if length == size and not within:
                return first
            if within[-1:] == [length]:
                within.pop()
                continue
            inner = _ending_within(length, size, within)
            if inner is not None:
                return first + inner
            begins = (size, length) == (1, 2) or (not within and length < size)
        if begins and at < stop and not text[at].isspace():
            within.append(length)
    return None


def _ending_within(length: int, size: int, within: list[int]) -> int | None:
    """Of a run of marks that ends emphasis of `size`, how many end what is within; None where it does not end it."""
    if within and within[-1] == length - size:
        return length - size
    if length == size or (length > size and not within and (size, length) != (1, 2)):
        return 0 if size in (2, length) else length - size
    return None
