"""Lists of plain texts, as `- "Mar 2025: One paper is out."`: read and written as the items of a list on a page are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Value, Values
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit

_SHORTEST = 3
"""How many words an entry has at least; lists of fewer are of names, years or tags."""
_NO_ITEM = lazily(r"\s*(?:[-*+#>|]|\d+\.)\s")
"""What a line on a page would not be a mere text for."""


def are_texts(items: Sequence[object]) -> bool:
    """Whether the items of a list are texts that may be entries."""
    texts = [item for item in items if isinstance(item, str)]
    return len(texts) * 2 > len(items) and all(len(item.split()) >= _SHORTEST for item in texts)


def read(kind: str, items: Sequence[object]) -> list[dict[str, Value]]:
    """Return what each item says; nothing where it isn't text, or cannot be read."""
    records: list[dict[str, Value]] = [{} for _unused in items]
    page = _page(kind, items)
    first = _first_line(page)
    for entry in page.entries(kind):
        at = page.lines(entry.span)[0] - first
        if 0 <= at < len(records) and _is_line(items[at]):
            records[at] = dict(entry.values)
    return records


def added(kind: str, items: Sequence[object], values: Values) -> tuple[int, str]:
    """Return where a new item belongs, and its text in its neighbours' form.

    Raises:
        Refused: No neighbour's form can take it.
    """
    from profile_tui.content.change import edit

    made = edit.add(_page(kind, items), kind, values)
    return _item(made, kind, len(items) + 1)


def changed(kind: str, items: Sequence[object], index: int, values: Values) -> str:
    """Return the text of an item with some fields set.

    Raises:
        Refused: It cannot be done without touching something else.
    """
    from profile_tui.content.change import edit

    page = _page(kind, items)
    line = _first_line(page) + index
    number = next(entry.number for entry in page.entries(kind) if page.lines(entry.span)[0] == line)
    made = edit.change(page, kind, number, values)
    return _item(made, kind, len(items))[1]


def _item(made: ProvenEdit, kind: str, count: int) -> tuple[int, str]:
    """The place and the text of the entry that a change is about."""
    entry = made.page.entries(kind)[(made.number or 1) - 1]
    first, last = made.page.lines(entry.span)
    source = entry.span.of(made.page.text).rstrip("\n")
    if first != last or made.page.text.count("\n") != _first_line(made.page) - 1 + count:
        raise Refused(_("a text of this list is one line; edit the file's source instead"))
    return first - _first_line(made.page), re.sub(r"^- ", "", source)


def _page(kind: str, items: Sequence[object]) -> Page:
    """A page with the items as a list; what isn't text of one line isn't an entry."""
    lines = [f"- {item.strip()}" if isinstance(item, str) and _is_line(item) else "- &nbsp;" for item in items]
    text = f"---\n---\n\n# {kinds()[kind].title}\n\n" + "".join(f"{line}\n" for line in lines)
    return Page(Source(text.encode("utf-8", "surrogateescape")))


def _first_line(page: Page) -> int:
    """The 1-based line of the first item."""
    return page.text[: page.text.index("\n- ") + 1].count("\n") + 1 if "\n- " in page.text else 1


def _is_line(item: object) -> bool:
    """Whether an item is a text of one line that is on a page as it is."""
    return isinstance(item, str) and "\n" not in item.strip() and bool(item.strip()) and not _NO_ITEM.match(item)
