"""The form of a new paper: the other lists of the site and the news item, ticked and shown, one step and one undo."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual import events

from profile_tui.app.widgets.choices import ChoiceField
from profile_tui.app.widgets.source import SourceView
from support.editor import Editor, editing
from support.repositories import SEVERAL, build, snapshot

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
BIBTEX = (
    "@inproceedings{b, title = {Barns in the Rain}, author = {Lampwick, Ada and Tarn, Cleo},\n"
    "  booktitle = {NLK}, year = {2026}}\n"
)
FILES = {"index.md", "index-de.md", "_data/cv.yml", "_publications/2026-barns-in-the-rain.md"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that keeps its publications several times."""
    return build(tmp_path / "site", SEVERAL)


def changed(before: dict[str, bytes], folder: Path) -> set[str]:
    """The files that differ."""
    after = snapshot(folder)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


async def new_paper(editor: Editor) -> ChoiceField:
    """Opens the form of a new paper, pastes it, and gives what there is to tick."""
    await editor.go_to("Publications")
    await editor.press("a")
    editor.form.field("title").post_message(events.Paste(BIBTEX))
    await editor.press()
    return editor.form.query_one(ChoiceField)


async def test_the_lists_that_are_kept_in_step_are_ticked_and_shown(site: Path) -> None:
    async with editing(site, (100, 60)) as editor:
        field = await new_paper(editor)
        assert field.value.split("\n") == ["list:_publications", "list:_data/cv.yml", "list:index-de.md"]
        shown = "\n".join(editor.lines)
        for line in (
            "_publications/2026-barns-in-the-rain.md", "title: Barns in the Rain",
            "_data/cv.yml", "  - title: Barns in the Rain", "index-de.md",
        ):  # fmt: skip
            assert line in shown
        assert "accepted by **NLK 2026**" not in shown


async def test_all_of_it_is_one_step_one_save_and_one_undo(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        field = await new_paper(editor)
        field.focus()
        await editor.press("end", "space")
        assert "- *2026.11*: One paper accepted by **NLK 2026**!" in editor.lines
        assert "- *11.2026*: Ein Aufsatz wurde bei der NLK 2026 angenommen." in editor.lines
        await editor.press("ctrl+s")
        assert editor.row.startswith("2026  Barns in the Rain")
        await editor.press("u")
        assert editor.main.session.workspace.dirty is False
        await editor.press("ctrl+r")
        await editor.press("ctrl+s", "enter")
        assert changed(before, site) == FILES
        await editor.press("u", "ctrl+s", "enter")
        assert changed(before, site) == set()


async def test_what_is_not_ticked_is_left_alone(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        field = await new_paper(editor)
        field.focus()
        await editor.press("home", "space", "down", "space", "down", "space")
        assert field.value == ""
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert changed(before, site) == {"index.md"}


async def test_a_list_that_cannot_take_it_is_named_and_can_be_left_out(site: Path) -> None:
    (site / "_data/cv.yml").write_text(SEVERAL["_data/cv.yml"].replace("venue", "where").replace("year:", "when:"))
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        field = await new_paper(editor)
        if any("untick it to leave that one out" in line for line in editor.lines):
            field.focus()
            await editor.press("home", "down", "space")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert "index-de.md" in changed(before, site)


async def test_what_was_ticked_is_kept_with_the_form(site: Path) -> None:
    async with editing(site, (100, 60)) as editor:
        field = await new_paper(editor)
        field.focus()
        await editor.press("home", "space", "escape")
        await editor.press("a")
        assert editor.form.query_one(ChoiceField).value.split("\n") == ["list:_data/cv.yml", "list:index-de.md"]
        await editor.press("f2")
        assert "list:_publications" in editor.form.query_one(ChoiceField).value


async def test_enter_goes_from_field_to_field_and_keeps_at_the_last_one_to_type_in(site: Path) -> None:
    async with editing(site, (100, 60)) as editor:
        await new_paper(editor)
        editor.form.field("note").focus()
        await editor.press("enter")
        assert editor.row.startswith("2026  Barns in the Rain")


async def test_pages_of_lines_are_turned_from_a_field(site: Path) -> None:
    async with editing(site, (80, 24)) as editor:
        await new_paper(editor)
        editor.form.field("venue").focus()
        view = editor.form.query_one(SourceView)
        await editor.press("pagedown", "pagedown", "pagedown")
        assert view.scroll_y == view.max_scroll_y > 0
        await editor.press("pageup", "pageup", "pageup")
        assert view.scroll_y == 0


async def test_a_page_alone_and_other_kinds_have_nothing_to_tick(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        assert not editor.form.query(ChoiceField)


TITLE = "Warm Light for Cold Rooms"
HOLDERS = {"index.md", "index-de.md", "_data/cv.yml", "_publications/2024-warm-light.md"}


async def test_an_edit_goes_to_the_copies_that_said_the_same_as_one_step(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        await editor.go_to("Publications")
        await editor.press("enter")
        field = editor.form.query_one(ChoiceField)
        assert field.value.split("\n") == ["list:0", "list:1", "list:2"]
        await editor.fill("venue", "Letters on Candles")
        await editor.press("ctrl+s", "ctrl+s", "enter")
        assert changed(before, site) == HOLDERS
        assert all(b"Letters on Candles" in (site / name).read_bytes() for name in HOLDERS)
        await editor.press("u", "ctrl+s", "enter")
        assert changed(before, site) == set()


async def test_an_edit_leaves_copies_alone_that_are_not_ticked(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        await editor.go_to("Publications")
        await editor.press("enter")
        field = editor.form.query_one(ChoiceField)
        field.focus()
        await editor.press("home", "space", "down", "space", "down", "space")
        await editor.fill("title", "Warm Light for All Rooms")
        await editor.press("ctrl+s", "ctrl+s", "enter")
        assert changed(before, site) == {"index.md"}


async def test_a_removal_shows_all_copies_and_takes_them_along(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        await editor.go_to("Publications")
        await editor.press("d")
        shown = "\n".join(editor.lines)
        assert all(line in shown for line in HOLDERS), shown
        await editor.press("enter", "ctrl+s", "enter")
        assert changed(before, site) == HOLDERS
        assert not (site / "_publications/2024-warm-light.md").exists()
        assert not any(TITLE in (site / name).read_text() for name in HOLDERS if name.endswith((".yml", "x.md")))
        await editor.press("u", "ctrl+s", "enter")
        assert changed(before, site) == set()


async def test_a_removal_can_be_of_one_list_alone_or_none(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        await editor.go_to("Publications")
        await editor.press("d", "escape")
        assert editor.main.session.workspace.dirty is False
        await editor.press("d", "o", "ctrl+s", "enter")
        assert changed(before, site) == {"index.md"}


async def test_a_paper_that_is_in_no_other_list_is_left_without_a_draft(tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLES / "generic", tmp_path / "generic")
    async with editing(folder) as editor:
        await editor.go_to("Publications")
        await editor.press("enter")
        assert "Also in" not in editor.picture
        await editor.press("escape")
        assert editor.told == []
        await editor.press("enter")
        assert "restored" not in editor.picture


async def test_marked_papers_are_removed_with_their_copies_as_one_step(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        await editor.go_to("Publications")
        await editor.press("space", "space", "d")
        assert "also in" in editor.picture
        shown = "\n".join(editor.lines)
        assert all(line in shown for line in HOLDERS), shown
        await editor.press("enter")
        assert editor.told[-1] == "2 publications removed; u brings them back."
        await editor.press("ctrl+s", "enter")
        assert changed(before, site) == HOLDERS
        assert not any(
            "Meadow Graphs" in (site / name).read_text() for name in HOLDERS if name.endswith((".yml", "x.md"))
        )
        assert "Meadow Graphs" not in (site / "index-de.md").read_text()
        await editor.press("u", "ctrl+s", "enter")
        assert changed(before, site) == set()


async def test_marked_papers_can_be_removed_from_one_list_alone(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (100, 60)) as editor:
        await editor.go_to("Publications")
        await editor.press("space", "space", "d", "o", "ctrl+s", "enter")
        assert changed(before, site) == {"index.md"}
