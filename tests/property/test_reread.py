"""A page of which only what changed is read again says the same as one that is read from nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Unit, Values
from profile_tui.content.entries.rope import Shift, joined, pairs, part, shared
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.content.page.reread import reread
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice
from support.pages import changes, pages

ITEMS = (
    "- *2024.01*: An item.\n",
    "- *2024.02*: Another one.\n\n",
    "- **A Title**, Ada Example, Ben Sample, *Ice* 2020\n",
    "- two\n  lines\n",
    "- one\n\n  and more\n",
    "-   *2023*: wide\n    - nested\n    - *2021*: again\n",
    "* star\n",
    "1. one\n",
    " - moved in\n",
    "- \n",
    "- # no heading\n",
    "- {: .x}\n  text\n\n",
    "lazy\n",
    "- old <!-- a comment -->\n<!-- - *2001*: gone -->\n",
)
PIECES = (
    *ITEMS,
    "\n",
    "\n\n",
    "# Head\n",
    "text\n\n",
    "^\n",
    "{: .x}\n",
    "***\n",
    "```\n",
    "<div>\n",
    "</div>\n",
    "x",
    "- ",
)
HEADS = (
    "# News\n\n",
    "# Publications\n\n",
    "## 2024\n\n",
    "# Education\n",
    "# Other\n\n",
    "News\n----\n",
    "<h2>News</h2>\n",
)


def read(page: Page) -> list[object]:
    """All that a page says and where."""
    return [
        (
            section.kind,
            section.heading,
            section.span,
            section.body,
            list(section.units),
            section.label,
            [
                (entry.span, entry.values, entry.slots, entry.unit, entry.number, entry.frame)
                for entry in section.entries
            ],
        )
        for section in page.sections
    ]


@st.composite
def long_pages(draw: st.DrawFn) -> str:
    """Sections with lists of some length."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        parts.append(draw(st.sampled_from(HEADS)))
        plain = draw(st.sampled_from(ITEMS[:3]))
        run = st.one_of(st.just(plain), st.just(plain), st.just(plain), st.sampled_from(ITEMS))
        parts += draw(st.lists(run, min_size=3, max_size=14))
        parts.append("\n")
    return "---\ntitle: x\n---\n\n" + "".join(parts)


@given(st.data())
def test_any_change_of_a_text(data: st.DataObject) -> None:
    page = Page(Source(data.draw(long_pages()).encode()))
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            read(page)
        units = [unit for section in page.sections for unit in section.units]
        places = [offset for unit in units for offset in (*unit.span, *unit.content)] or [0]
        at = data.draw(st.one_of(st.sampled_from(places), st.integers(0, len(page.text))))
        until = data.draw(st.sampled_from([at, at, at + 1, *[offset for offset in places if offset >= at][:4]]))
        new = data.draw(st.one_of(st.sampled_from(PIECES), st.just("")))
        after = page.spliced([Splice(Span(at, min(max(at, until), len(page.text))), new)])
        event("read again in part" if reread(page, Page(after.source)) else "read whole")
        assert read(after) == read(Page(after.source))
        page = after


@given(st.data())
def test_edits_one_after_the_other(data: st.DataObject) -> None:
    page = Page(Source(data.draw(pages())))
    for _ in range(data.draw(st.integers(1, 5))):
        try:
            after = data.draw(changes(page)).made(page).page
        except (Refused, UsageError):
            continue
        assert read(after) == read(Page(after.source))
        page = after


class Place(int):
    """A thing that has a place only."""

    def shifted(self, shift: Shift) -> Place:
        return Place(self + shift.by)


@given(st.data())
def test_pieces_are_the_list_that_they_stand_for(data: st.DataObject) -> None:
    plain = [Place(n) for n in range(data.draw(st.integers(0, 9)))]
    pieces = part(plain, 0, len(plain))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(plain)))
        stop = data.draw(st.integers(start, len(plain)))
        new = [Place(100 + n) for n in range(data.draw(st.integers(0, 3)))]
        by = data.draw(st.integers(-3, 3))
        before, was = pieces, plain
        pieces = part(joined(part(before, 0, start), new, part(before, stop, len(before), Shift(by))), 0, 99)
        plain = [*was[:start], *new, *(one.shifted(Shift(by)) for one in was[stop:])]
        assert list(pieces) == plain
        assert pieces[1:-1] == plain[1:-1]
        head, tail = shared(before, pieces)
        assert plain[:head] == was[:head]
        assert [one - by for one in plain[len(plain) - tail :]] == was[len(was) - tail :]
        assert [(one + moved, other + moved) for one, other, moved in pairs(pieces)] == list(itertools.pairwise(plain))


LINES = {
    "news": "- *2024.01*: Item {}.\n",
    "publications": "- **How {} lakes melt**, Ada Example, Ben Sample, *Ice* 2020\n\n",
    "interests": "- **Ice {}**: how it melts\n",
    "talks": "1. *2019*, Talk {}\n",
}
TYPED: dict[str, Values] = {
    "news": {"date": "2024-02", "text": "New."},
    "publications": {
        "title": "New ways of melting",
        "authors": (Author("Ada Example"), Author("Ben Sample")),
        "venue": "Ice",
        "year": 2021,
    },
    "interests": {"topic": "Snow", "text": "how it falls"},
    "talks": {"date": "2020", "text": "Talk"},
}


@pytest.mark.parametrize("kind", LINES)
def test_a_long_list_is_not_read_again(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 300
    body = "".join(LINES[kind].format(number) for number in range(count))
    page = Page(Source(f"# {kinds()[kind].title}\n\n{body}\n# Contact\n\n- by post\n".encode()))
    assert len(page.entries(kind)) == count
    taken: list[Unit] = []
    original = type(kinds()[kind]).read

    def counted(self: object, text: str, section: object) -> object:
        taken.extend(section.units)  # type: ignore[attr-defined]
        return original(self, text, section)  # type: ignore[arg-type]

    monkeypatch.setattr(type(kinds()[kind]), "read", counted)
    page = edit.add(page, kind, TYPED[kind]).page
    page = edit.change(page, kind, count // 2, TYPED[kind]).page
    page = edit.remove(page, kind, count // 3).page
    page = edit.move(page, kind, 7, 9).page
    assert len(page.entries(kind)) == count
    assert len(taken) < 60
    monkeypatch.undo()
    assert read(page) == read(Page(page.source))
