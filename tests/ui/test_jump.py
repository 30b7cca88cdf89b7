"""The other files of a repository: going there and back, editing them, creating them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import TextArea

from profile_tui.app.screens.draft import DraftScreen
from profile_tui.app.screens.jump import JumpScreen
from profile_tui.app.widgets.row_list import RowList
from support.editor import Editor, editing
from support.repositories import ACADEMIC, FOLIO, build, snapshot

CV = "---\nlayout: page\npermalink: /cv/\ntitle: CV\n---\n\n# Work\n\nIce.\n\n# Study\n\n- Snow, 2019\n"
TALK = "_talks/2023-01-01-a-talk.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository as of academicpages, with one more page, a menu and news on its home page."""
    about = ACADEMIC["_pages/about.md"] + "\n# News\n\n- *2026.03*: A map is out.\n- *2025.11*: Snow fell.\n"
    more = {"_pages__cv.md": CV, "_data__navigation.yml": "main:\n  - title: CV\n    url: /cv/\n"}
    return build(tmp_path / "site", {**ACADEMIC, "_pages/about.md": about}, **more)


def offered(editor: Editor) -> list[str]:
    assert isinstance(editor.app.screen, JumpScreen), editor.app.screen
    return [row.text for row in editor.app.screen.query_one(RowList).rows]


async def go(editor: Editor, letters: str) -> None:
    """Opens the file that letters find first."""
    await editor.press("ctrl+o", *letters, "enter")


def left(editor: Editor) -> list[str]:
    return [row.text for row in editor.main.sections.rows]


def name(editor: Editor) -> str:
    return editor.main.session.target.name


async def test_letters_find_a_file_and_its_front_matter_and_sections_are_shown(site: Path) -> None:
    async with editing(site) as editor:
        await editor.press("ctrl+o")
        assert offered(editor)[:2] == ["_pages/about.md", "_pages/cv.md"]
        assert offered(editor)[-4:] == ["New page …", "New post …", "New publication …", "New talk …"]
        await editor.press("a", "t", "a", "l")
        assert offered(editor)[0] == TALK
        await editor.press("enter")
        assert TALK in editor.picture
        assert left(editor) == ["Front matter", "Text", "Problems"]
        assert editor.rows == ["title  On Ice", "collection  talks", "date  2023-01-01"]
        await go(editor, "cv")
        assert left(editor) == ["Front matter", "Work", "Study", "Problems"]


async def test_one_comes_back_to_where_one_was(site: Path) -> None:
    before = snapshot(site)
    async with editing(site) as editor:
        await editor.press("down")
        here, numbers = editor.row, left(editor)
        for back in (("backspace",), ("escape", "escape"), ("ctrl+o", "enter")):
            await go(editor, "cv")
            assert name(editor) == "_pages/cv.md"
            await editor.press(*back)
            assert (name(editor), editor.row, left(editor)) == ("_pages/about.md", here, numbers)
        await go(editor, "cv")
        await go(editor, "about")
        assert editor.main is editor.app.home
        assert not editor.main.session.workspace.dirty
        await editor.press("backspace")
        assert editor.told[-1] == "This is the page that was opened."
    assert snapshot(site) == before


async def test_changes_of_several_files_are_one_history_and_one_save(site: Path) -> None:
    before = snapshot(site)
    async with editing(site) as editor:
        await editor.press("d")
        await go(editor, "atal")
        await editor.press("enter")
        await editor.fill("value", "On Thin Ice")
        await editor.press("ctrl+s")
        assert editor.rows[0] == "title  On Thin Ice"
        assert "● 1 changed, 1 removed" in editor.picture
        await go(editor, "cv")
        await editor.go_to("Work")
        await editor.press("enter")
        area = editor.app.screen.query_one(TextArea)
        area.text = area.text.replace("Ice", "Snow")
        await editor.press("ctrl+s", "u", "u", "u")
        assert editor.told[-1].startswith("Undone: ")
        assert not editor.main.session.workspace.dirty
        await editor.press("ctrl+r", "ctrl+r", "ctrl+r", "backspace")
        assert "● 2 changed, 1 removed" in editor.picture
        await editor.press("ctrl+s")
        assert {"-- *2026.03*: A map is out.", '+title: "On Thin Ice"', "+Snow."} <= set(editor.lines)
        await editor.press("enter")
    after = snapshot(site)
    assert {file for file in after if after[file] != before[file]} == {"_pages/about.md", "_pages/cv.md", TALK}
    assert after[TALK] == before[TALK].replace(b"On Ice", b"On Thin Ice")
    assert after["_pages/cv.md"] == before["_pages/cv.md"].replace(b"Ice.", b"Snow.")


async def test_a_change_of_an_entry_shows_on_the_home_page(site: Path) -> None:
    async with editing(site) as editor:
        await go(editor, "atal")
        await editor.press("enter")
        await editor.fill("value", "On Thin Ice")
        await editor.press("ctrl+s", "backspace")
        await editor.go_to("Invited Talks")
        assert editor.row == "2023-01-01  On Thin Ice"
        await editor.press("ctrl+o")
        assert offered(editor)[0] == TALK, "what waits to be saved stands first"


async def test_a_data_file_is_edited_as_text(site: Path) -> None:
    async with editing(site) as editor:
        await go(editor, "navig")
        assert left(editor) == ["Text"]
        await editor.press("enter")
        area = editor.app.screen.query_one(TextArea)
        area.text += "  - title: Talks\n    url: /talks/\n"
        await editor.press("ctrl+s", "ctrl+s", "enter")
        assert editor.told[-1] == "Saved."
    assert (
        (site / "_data" / "navigation.yml").read_text().endswith("    url: /cv/\n  - title: Talks\n    url: /talks/\n")
    )


async def test_news_are_added_to_the_page_from_anywhere(site: Path) -> None:
    async with editing(site) as editor:
        await go(editor, "cv")
        await editor.press("n")
        await editor.fill("text", "A lake froze.")
        await editor.press("ctrl+s")
        assert (name(editor), editor.row) == ("_pages/about.md", "2026-11  A lake froze.")


async def test_a_talk_is_created_filled_in_and_saved(site: Path) -> None:
    before = snapshot(site)
    async with editing(site, (60, 20)) as editor:
        await editor.press("N")
        assert offered(editor) == [
            "New page …", "New post …", "New publication …", "New talk …",
        ]  # fmt: skip
        await editor.press("t", "a", "l", "k", "enter")
        assert editor.form.texts() == {"title": "", "date": "2026-11-21"}
        await editor.fill("title", "On Snow")
        assert editor.lines == ["---", 'title: "On Snow"', "collection: talks", "date: 2026-11-21", "---"]
        await editor.press("ctrl+s")
        assert name(editor) == "_talks/2026-11-21-on-snow.md"
        assert snapshot(site) == before, "nothing is written before it is saved"
        await editor.go_to("Text")
        await editor.press("enter", *"Ice.", "ctrl+s", "ctrl+s", "enter", "backspace")
        await editor.go_to("Invited Talks")
        assert editor.rows == ["_talks", "2026-11-21  On Snow", "2023-01-01  On Ice"]
    after = snapshot(site)
    assert after.keys() - before.keys() == {"_talks/2026-11-21-on-snow.md"}
    assert after["_talks/2026-11-21-on-snow.md"].endswith(b"---\nIce.\n")


async def test_undo_takes_a_new_file_away_and_leads_back(site: Path) -> None:
    before = snapshot(site)
    async with editing(site) as editor:
        await editor.press("N", "enter")
        await editor.fill("title", "CV")
        assert "there is a file of that name already" in "\n".join(editor.lines)
        await editor.fill("title", "Maps")
        await editor.press("ctrl+s")
        assert (
            editor.told[-1] == "New page: _pages/maps.md. Add a line to _data/navigation.yml to put it into the menu."
        )
        await editor.press("u")
        assert editor.main is editor.app.home
        assert not editor.main.session.workspace.dirty
        await editor.press("ctrl+r")
        await go(editor, "maps")
        assert editor.rows[1:] == ["permalink  /maps/", "title  Maps"]
    assert snapshot(site) == before


async def test_unsaved_work_on_other_files_is_offered_again(site: Path) -> None:
    async with editing(site) as editor:
        await go(editor, "cv")
        await editor.press("d")
        await editor.press("N", "enter")
        await editor.fill("title", "Maps")
        await editor.press("ctrl+s", "q", "k")
    async with editing(site) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        await editor.press("r", "ctrl+s")
        assert {"-layout: page", "+title: Maps"} <= set(editor.lines)
        await editor.press("enter")
    assert "layout" not in (site / "_pages" / "cv.md").read_text()
    assert (site / "_pages" / "maps.md").exists()


async def test_what_was_typed_into_the_form_of_a_file_comes_back_there_alone(site: Path) -> None:
    async with editing(site) as editor:
        for file, text in (("cv", "Vita"), ("atal", "Ice")):
            await go(editor, file)
            await editor.main.run_command("entry.edit")
            await editor.fill("value", text)
            await editor.press("escape")
        await go(editor, "cv")
        await editor.press("enter")
        assert editor.form.texts() == {"value": "Vita"}


async def test_a_file_that_cannot_be_read_is_told(site: Path) -> None:
    (site / "_pages" / "old.md").write_bytes(b"---\ntitle: Stra\xdfe\n---\n")
    async with editing(site) as editor:
        await go(editor, "old")
        assert name(editor) == "_pages/about.md"
        assert "_pages/old.md" in editor.told[-1]
        assert "UTF-8" in editor.told[-1]


async def test_a_page_that_stands_alone_has_no_files_around_it(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("ctrl+o")
        assert editor.told[-1] == "This page isn't in a Jekyll site, so there are no other files."


async def test_a_file_that_changed_on_disk_is_read_again_when_it_is_opened_anew(site: Path) -> None:
    async with editing(site) as editor:
        await go(editor, "cv")
        await editor.press("backspace")
        (site / "_pages" / "cv.md").write_text(CV.replace("title: CV", "title: Vita"))
        await go(editor, "cv")
        assert editor.rows[2] == "title  Vita"


async def test_looking_at_a_news_entry_changes_no_number(tmp_path: Path) -> None:
    folio = build(tmp_path / "folio", FOLIO)
    async with editing(folio) as editor:
        rows, counts = editor.rows, [row.right for row in editor.main.sections.rows]
        for letters in ("ment1", "papers", "config"):
            await go(editor, letters)
            await editor.press("backspace")
        assert (editor.rows, [row.right for row in editor.main.sections.rows]) == (rows, counts)
        assert editor.main.session.workspace.documents == [editor.main.session.document]


async def test_a_talk_that_is_named_is_opened_beside_the_page_and_gets_no_news(site: Path) -> None:
    talk = next((site / "_talks").glob("*.md"))
    before = talk.read_bytes()
    async with editing(talk) as editor:
        await editor.settle()
        assert editor.app.session.target.page.name == talk.name
        assert "Publications" not in [row.text for row in editor.main.sections.rows]
        await editor.press("n", *"Snow.", "ctrl+s")
        assert editor.main is editor.app.home
        assert editor.app.session.workspace.dirty
        await editor.press("ctrl+s", "enter")
    assert talk.read_bytes() == before
    assert "Snow." in "".join(path.read_text() for path in site.rglob("*.md"))


async def test_a_talk_of_a_site_without_home_page_gets_no_news(site: Path) -> None:
    talk = next((site / "_talks").glob("*.md"))
    for page in [*site.glob("_pages/*"), *site.glob("index*")]:
        page.unlink()
    async with editing(talk) as editor:
        await editor.press("n")
        assert "no home page for news" in editor.told[-1]
        assert not editor.app.session.workspace.dirty
