"""People in visible text: how each is set off, and who of them is the owner of the page."""

from __future__ import annotations

from profile_tui.content.entries.entry import Author
from profile_tui.content.publications.citation import Names
from profile_tui.markup.inline import Visible


def emphasised(shown: Visible, start: int, end: int) -> str:
    """Return how a name is set off: a sign for each style that all of it has."""
    styles = [shown.run_at(index).style for index in range(start, end) if not shown.text[index].isspace()]
    signs = (
        ("b", all(style.bold for style in styles)),
        ("u", all(style.underline for style in styles)),
        ("i", all(style.italic for style in styles)),
        ("f", all(style.font for style in styles)),
    )
    return "".join(sign for sign, on in signs if on) if styles else ""


def with_owner(shown: Visible, names: Names) -> list[Author]:
    """Return the authors, those marked as the owner's that are set off as most are not."""
    plain = [emphasised(shown, *place) for place in names.places]
    common = min(set(plain), key=lambda style: (-plain.count(style), style))
    mine = [bool(style) if len(plain) == 1 else bool(set(style) - set(common)) for style in plain]
    return [author._replace(me=own) for author, own in zip(names.authors, mine, strict=True)]
