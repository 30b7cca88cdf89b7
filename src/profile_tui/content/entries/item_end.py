"""Where the text of an item ends."""

from __future__ import annotations

from profile_tui.content.entries.date_prefix import DatePrefix
from profile_tui.content.entries.entry import Entry

_ENDS = ("<br>", "<br/>", "<br />", "</td>", "</p>", "</span>", "</div>", "</th>", "</font>", "&nbsp;")


def text_end(text: str, head: DatePrefix, *, html: bool) -> int:
    """Where an item's text ends: before blanks, and before the end tags of what began before the text."""
    end = len(text)
    opened = [mark for mark in head.opened if mark.startswith("</")]
    while True:
        while end > head.text_start and text[end - 1].isspace():
            end -= 1
        if text[end - 1 : end] not in (">", ";"):
            return end
        source = text[head.text_start : end]
        for tag in _ENDS:
            closing = tag.startswith("</")
            unbalanced = closing and (source.count(tag) > source.count("<" + tag[2:-1]) or tag in opened)
            if source.endswith(tag) and (unbalanced or (not closing and html)):
                end -= len(tag)
                break
        else:
            return end


def ended(text: str, entry: Entry, typed: str) -> str:
    """Return a text without its last stop, where a comma is between the text of an entry and its date."""
    tail = entry.frame.get("tail")
    is_apart = tail is not None and tail.of(text)[:1] in (",", "，")
    return typed.removesuffix(".") if is_apart and not typed.endswith("..") else typed
