"""A change in a long list costs what is near it: nobody walks through all entries, each of which would be made anew."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Unit, Values
from profile_tui.content.entries.rope import Shift
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

MANY, FEW = 3000, 300
PUBLICATIONS = "".join(
    f"- Ada Moss, Ben Reed. *Ice on lake {number}*. Fen Review, {2025 - number // 150}.\n" for number in range(MANY)
)
NEWS = "".join(
    f"- *{2025 - number // 150}-{12 - number // 13 % 12:02}*: Paper {number} is accepted.\n" for number in range(MANY)
)
PAPER: Values = {"title": "Quiet wells", "authors": (Author("Ada Moss"),), "venue": "Salt Letters", "year": 2031}
PLACES = (1, MANY // 2, MANY - 1)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A line for each entry and unit that is made anew, further on in the page."""
    lines: list[str] = []
    of_entry, of_unit = Entry.shifted, Unit.shifted

    def entry(self: Entry, shift: Shift) -> Entry:
        lines.append("entry")
        return of_entry(self, shift)

    def unit(self: Unit, shift: Shift) -> Unit:
        lines.append("unit")
        return of_unit(self, shift)

    monkeypatch.setattr(Entry, "shifted", entry)
    monkeypatch.setattr(Unit, "shifted", unit)
    return lines


@pytest.mark.parametrize(
    ("kind", "text", "new", "old", "changed"),
    [
        ("publications", PUBLICATIONS, PAPER, {**PAPER, "year": 2015}, {"venue": "Salt Letters"}),
        ("news", NEWS, {"date": "2031-11", "text": "New."}, {"date": "2015-11", "text": "Old."}, {"text": "Another."}),
    ],
)
def test_a_change_in_a_long_list_makes_few_entries_anew(
    kind: str, text: str, new: Values, old: Values, changed: Values, made: list[str]
) -> None:
    page = Page(Source(f"# {kind.title()}\n\n{text}".encode()))
    page = edit.change(page, kind, 2, changed).page  # all that are below it are further on now
    for number in PLACES:
        for act, values in (("change", changed), ("remove", {}), ("add", new), ("add", old)):
            made.clear()
            page = done(act, page, kind, number, values)
            assert len(made) <= FEW, (act, number)
    assert len(page.entries(kind)) == MANY + len(PLACES)


def done(act: str, page: Page, kind: str, number: int, values: Values) -> Page:
    """The page after an action, which says nothing of a number where it adds."""
    if act == "add":
        return edit.add(page, kind, values).page
    if act == "remove":
        return edit.remove(page, kind, number).page
    return edit.change(page, kind, number, values).page
