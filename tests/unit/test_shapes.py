"""Every shape of an entry: it is read, and added to, edited, removed and moved without touching anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Author, Value, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.source import Source
from support.jekyll_referee import Referee
from support.shapes import ADDED, CHANGED, IN_HTML, SHAPES, VARIANTS, Shape, said

every_shape = pytest.mark.parametrize("shape", SHAPES, ids=str)
every_variant = pytest.mark.parametrize("variant", VARIANTS)
each_addition = pytest.mark.parametrize(
    ("shape", "addition"),
    [pytest.param(shape, name, id=f"{shape}: {name}") for shape in SHAPES for name in ADDED[shape.kind]],
)


def page_of(shape: Shape, variant: str = "whole") -> Page:
    return Page(Source(shape.page(variant)))


def all_said(page: Page, shape: Shape) -> list[dict[str, Value]]:
    return [said(entry) for entry in page.entries(shape.kind)]


def ends_in_common(one: str | bytes, other: str | bytes) -> tuple[int, int]:
    """How many characters the two share at the beginning, and at the end after those."""
    limit = min(len(one), len(other))
    first = next((at for at in range(limit) if one[at] != other[at]), limit)
    rest = limit - first
    last = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return first, last


def is_insertion(before: str | bytes, after: str | bytes) -> bool:
    """Whether `after` is `before` with one piece put in."""
    return sum(ends_in_common(before, after)) == len(before) < len(after)


SHORT = {
    "Ada Example": ("Example, A.", "A. Example"),
    "Dora Fourth": ("Fourth, D.", "D. Fourth"),
    "Emil Fifth": ("Fifth, E.", "E. Fifth"),
}
"""The names that are added, as lists write them that shorten given names."""


def same_author(meant: object, read: object) -> bool:
    """Whether a name is as it was typed, or as such lists write it."""
    assert isinstance(meant, Author)
    assert isinstance(read, Author)
    return meant._replace(name="") == read._replace(name="") and read.name in (meant.name, *SHORT[meant.name])


def as_shown(shape: Shape, name: str, meant: Value) -> Value:
    """A value as the shape's entries show it: the owner is told from the others only where they set somebody off."""
    if name != "authors" or any(author.is_self for entry in shape.entries for author in authors_in(entry)):
        return meant
    return tuple(author._replace(is_self=False) for author in authors_in({name: meant}))


def comes_back(meant: Value, read: Value) -> bool:
    """Whether a field reads as it was typed, or as HTML has that; a date at the page's own precision."""
    if isinstance(meant, tuple) and isinstance(read, tuple):
        if meant and isinstance(meant[0], Author):
            return len(meant) == len(read) and all(map(same_author, meant, read))
        labelled = [link for link in read if link[0] != "title"]
        title = [link[1] for link in read if link[0] == "title"]
        taken = [link for link in meant if link not in labelled]
        # The title of a new entry has one of the targets; that of an old one keeps its own.
        return labelled == [link for link in meant if link in labelled] and [link[1] for link in taken] in ([], title)
    if isinstance(meant, str) and isinstance(read, str) and meant[:2] == "20":
        return meant.startswith(read)
    return meant == read or (isinstance(meant, str) and read == IN_HTML.get(meant))


def refused(shape: Shape, page: Page, what: str) -> bool:
    """Whether the shape has no place for an addition; it is then refused."""
    if what not in shape.refuses:
        return False
    with pytest.raises(Refused):
        edit.add(page, shape.kind, ADDED[shape.kind][what])
    return True


@every_variant
@every_shape
def test_a_shape_is_read(shape: Shape, variant: str) -> None:
    page = page_of(shape, variant)
    assert all_said(page, shape) == [dict(entry) for entry in shape.entries]
    assert [entry.number for entry in page.entries(shape.kind)] == list(range(1, len(shape.entries) + 1))


@every_shape
def test_showing_changes_nothing(shape: Shape, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "about.md"
    file.write_bytes(shape.page())
    before = file.stat()
    assert run(["show", str(file)], lambda path: 99) == 0
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (shape.page(), before.st_mtime_ns)
    assert capsys.readouterr().out.count(f"\n{shape.kind}, ") >= 1


@every_variant
@each_addition
def test_adding_inserts_one_piece_and_removing_it_gives_the_original(shape: Shape, addition: str, variant: str) -> None:
    page, values = page_of(shape, variant), ADDED[shape.kind][addition]
    if refused(shape, page, addition):
        return
    added = edit.add(page, shape.kind, values)
    assert added.number == (len(shape.entries) + 1 if shape.at_end else 1)
    assert is_insertion(page.source.data, added.page.source.data)
    entries = all_said(added.page, shape)
    new = entries.pop(added.number - 1)
    assert entries == all_said(page, shape)
    assert {name for name, meant in values.items() if not comes_back(as_shown(shape, name, meant), new[name])} == set()
    back = edit.remove(added.page, shape.kind, added.number)
    assert back.page.source.data == page.source.data


def assert_only_its_lines(page: Page, shape: Shape, number: int, edited: ProvenEdit) -> None:
    """Only the lines of that entry differ, and the others say what they said."""
    first, last = page.lines(page.entries(shape.kind)[number - 1].span)
    before, after = page.source.data.split(b"\n"), edited.page.source.data.split(b"\n")
    behind = len(before) - last
    assert after[: first - 1] == before[: first - 1]
    assert after[len(after) - behind :] == before[last:]
    others = all_said(edited.page, shape)
    assert others[: number - 1] + others[number:] == [
        entry for index, entry in enumerate(all_said(page, shape), 1) if index != number
    ]


@every_variant
@every_shape
def test_editing_a_field_touches_only_the_lines_of_its_entry(shape: Shape, variant: str) -> None:
    page = page_of(shape, variant)
    for entry in page.entries(shape.kind):
        for field in CHANGED.keys() & entry.values.keys():
            try:
                edited = edit.change(page, shape.kind, entry.number, {field: CHANGED[field]})
            except AppError:
                kept_from = field in entry.unsure or field not in entry.slots
                assert kept_from, f"{field} of {entry.number} stands on the page and cannot be changed"
                continue
            assert_only_its_lines(page, shape, entry.number, edited)
            now = said(edited.page.entries(shape.kind)[entry.number - 1])
            assert comes_back(as_shown(shape, field, CHANGED[field]), now[field]), field
            kept = set(entry.values) - {field, "links"}
            assert {name: now[name] for name in kept} == {name: said(entry)[name] for name in kept}


@every_shape
def test_typing_what_is_there_changes_nothing(shape: Shape) -> None:
    page = page_of(shape, "crlf")
    for entry in page.entries(shape.kind):
        for field in entry.slots:
            same = edit.change(page, shape.kind, entry.number, {field: entry.values[field]})
            assert same.page.source.data == page.source.data


@every_variant
@every_shape
def test_removing_takes_one_piece_out(shape: Shape, variant: str) -> None:
    page = page_of(shape, variant)
    for number in range(1, len(shape.entries) + 1):
        removed = edit.remove(page, shape.kind, number).page
        assert is_insertion(removed.source.data, page.source.data)
        kept = all_said(page, shape)
        del kept[number - 1]
        assert all_said(removed, shape) == kept


@every_variant
@every_shape
def test_moving_there_and_back_gives_the_original(shape: Shape, variant: str) -> None:
    page, last = page_of(shape, variant), len(shape.entries)
    if "move" in shape.refuses:
        with pytest.raises(Refused):
            edit.move(page, shape.kind, 1, last)
        return
    before = all_said(page, shape)
    for number, to, order in ((1, last, [*before[1:], before[0]]), (last, 1, [before[-1], *before[:-1]])):
        moved = edit.move(page, shape.kind, number, to)
        assert all_said(moved.page, shape) == order
        assert edit.move(moved.page, shape.kind, to, number).page.source.data == page.source.data


def rendered(jekyll: Referee, page: Page) -> str:
    reply = jekyll.render(page.source.data)
    assert reply.ok, reply.error
    return reply.html


@each_addition
def test_jekyll_renders_one_more_entry_and_the_rest_the_same(shape: Shape, addition: str, jekyll: Referee) -> None:
    page = page_of(shape)
    if refused(shape, page, addition):
        return
    added = edit.add(page, shape.kind, ADDED[shape.kind][addition])
    assert is_insertion(rendered(jekyll, page), rendered(jekyll, added.page))


@every_shape
def test_jekyll_renders_the_others_the_same_after_an_edit(shape: Shape, jekyll: Referee) -> None:
    page, field = page_of(shape), {"news": "text", "publications": "title", "interests": "text"}[shape.kind]
    before = rendered(jekyll, page)
    for entry in page.entries(shape.kind):
        if field not in entry.slots or field in entry.unsure:
            continue
        after = rendered(jekyll, edit.change(page, shape.kind, entry.number, {field: CHANGED[field]}).page)
        first, last = ends_in_common(before, after)
        nested = "\n" in entry.slots[field].of(page.text)
        assert nested or all(after.count(tag) == before.count(tag) for tag in ("<li", "<p", "<h", "<t"))
        others = [str(other.values[field]) for other in page.entries(shape.kind) if other is not entry]
        assert not any(word and word in before[first : len(before) - last] for word in others)
