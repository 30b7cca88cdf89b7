"""The diff, saving, leaving, drafts, and files that change meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import TextArea

from profile_tui.app.screens.conflict import ConflictScreen
from profile_tui.app.screens.diff import DiffScreen
from profile_tui.app.screens.draft import DraftScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.quit import QuitScreen
from profile_tui.app.screens.raw import RawScreen
from profile_tui.app.widgets.row_list import RowList
from profile_tui.workspace.drafts.store import Drafts
from support.editor import PAGE, Editor, editing


async def add_news(editor: Editor, text: str = "Another paper.") -> None:
    """Adds a news item and keeps it."""
    await editor.press("n")
    await editor.fill("text", text)
    await editor.press("ctrl+s")


async def test_saving_nothing_says_so(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("ctrl+s")
        assert "No unsaved changes" in editor.told[-1]
        await editor.press("D")
        assert "No unsaved changes" in editor.told[-1]


async def test_the_diff_shows_all_that_waits_and_esc_saves_nothing(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.go_to("Research Interests")
        await editor.press("d", "D")
        assert isinstance(editor.app.screen, DiffScreen)
        assert "1 line added, 1 removed" in editor.heading
        assert [line for line in editor.lines if line[:1] in "+-"] == [
            "+- *2026.11*: Another paper.",
            "-- **Lake ice:** growth, decay, remote sensing.",
        ]
        await editor.press("escape")
        assert editor.bytes == PAGE.encode()
        assert "● 1 added, 1 removed" in editor.picture


async def test_undo_goes_back_over_a_save(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("ctrl+s", "enter", "u", "ctrl+s", "enter")
    assert page.read_bytes() == PAGE.encode()


async def test_crlf_and_a_missing_final_newline_stay(page: Path) -> None:
    before = PAGE.rstrip("\n").replace("\n", "\r\n").encode()
    page.write_bytes(before)
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("ctrl+s", "enter")
    line = b"- *2026.11*: Another paper.\r\n"
    assert page.read_bytes() == before.replace(b"- *2026.03*", line + b"- *2026.03*")


async def test_leaving_with_changes_asks_and_stays(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("q")
        assert isinstance(editor.app.screen, QuitScreen)
        assert "1 change is not saved yet" in editor.picture
        assert "Add news item" in editor.picture
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)
        await editor.press("ctrl+q", "s")
        assert isinstance(editor.app.screen, DiffScreen)
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen), "leaving the diff is staying"
        await editor.press("q", "s", "enter")
        assert editor.app.return_code == 0
    assert b"Another paper." in page.read_bytes()


async def test_a_draft_is_offered_and_restored(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("q", "k")
        assert editor.app.return_code == 0
    assert page.read_bytes() == PAGE.encode()
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        assert "An earlier run left 1 change" in editor.picture
        await editor.press("q")
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, DraftScreen), "deciding later keeps it"
        await editor.press("r")
        assert editor.rows[0] == "2026-11  Another paper."
        await editor.press("u")
        assert not editor.app.session.document.dirty, "what came back can be undone"
        await editor.press("ctrl+r", "ctrl+s", "enter")
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, MainScreen), "what is saved is no draft"


async def test_discarding_leaves_the_file_and_no_draft(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("q", "d")
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, MainScreen)
    assert page.read_bytes() == PAGE.encode()


async def test_a_draft_of_a_file_that_changed_says_so(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("q", "k")
    page.write_bytes(PAGE.replace("Write to", "Mail").encode())
    async with editing(page) as editor:
        assert "The file changed on disk since then" in editor.picture
        await editor.press("r")
        assert isinstance(editor.app.screen, DiffScreen)
        assert [line for line in editor.lines if line[:1] in "+-"] == ["+- *2026.11*: Another paper."]
        await editor.press("enter")
    added = PAGE.replace("- *2026.03*", "- *2026.11*: Another paper.\n- *2026.03*")
    assert page.read_text() == added.replace("Write to", "Mail")


async def test_a_half_filled_form_outlives_the_program(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        await editor.fill("text", "Half a sent")
        await editor.press("ctrl+q")
        assert editor.app.return_code == 0, "nothing waits to be saved"
    async with editing(page) as editor:
        assert "form" in editor.told[-1]
        await editor.press("n")
        assert editor.form.texts()["text"] == "Half a sent"


async def test_what_is_typed_without_a_pause_is_drafted_within_a_second(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        for _ in range(1000):  # without a pause that one could wait for
            await editor.press("x")
            if list(Drafts().folder.glob("*-forms.json")):
                return
    pytest.fail("nothing was drafted")


async def test_a_fault_of_the_program_keeps_what_was_typed(page: Path) -> None:
    def fault() -> None:
        raise ZeroDivisionError

    async def work() -> None:
        async with editing(page) as editor:
            await editor.press("n")
            await editor.fill("text", "Half a sent")
            editor.app.call_later(fault)
            await editor.press("x")

    with pytest.raises(ZeroDivisionError):
        await work()
    async with editing(page) as editor:
        await editor.press("n")
        assert editor.form.texts()["text"].startswith("Half a sent")


async def test_a_draft_is_offered_though_its_folder_was_renamed(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old/about.md").write_text(PAGE)
    async with editing(tmp_path / "old/about.md") as editor:
        await add_news(editor)
        await editor.press("q", "k")
    (tmp_path / "old").rename(tmp_path / "new")
    async with editing(tmp_path / "new/about.md") as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        await editor.press("r")
        assert editor.rows[0] == "2026-11  Another paper."


async def test_a_half_typed_form_is_found_again_though_entries_were_added_above_it(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("News")
        await editor.press("down", "enter")
        await editor.fill("text", "Half a sent")
        await editor.press("escape")
        await add_news(editor)
        await editor.press("ctrl+s", "enter", "ctrl+q")
    async with editing(page) as editor:
        assert 'Unfinished form: "News item 2"' in editor.told[-1]
        await editor.go_to("News")
        assert editor.rows[2] == "2025-11  One paper accepted by ICE 2026."
        await editor.press("down", "down", "enter")
        assert editor.form.texts() == {"date": "2025.11", "text": "Half a sent"}
        await editor.press("escape", "up", "enter")
        assert editor.form.texts()["text"] == "The *Lakes* data set is out."


async def test_a_half_typed_form_goes_on_top_of_what_changed_in_its_entry(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("News")
        await editor.press("enter")
        await editor.fill("text", "Half a sent")
        await editor.press("ctrl+q")
    page.write_text(PAGE.replace("*2026.03*: The", "*2026.04*: The"))
    async with editing(page) as editor:
        await editor.go_to("News")
        await editor.press("enter")
        assert editor.form.texts() == {"date": "2026.04", "text": "Half a sent"}
        assert "page has changed here" in editor.picture


async def test_what_was_typed_for_a_section_that_is_gone_can_still_be_read(page: Path) -> None:
    async with editing(page) as editor:
        await editor.main.run_command("unfinished")
        await editor.settle()
        assert editor.told[-1] == "There is no unfinished text."
        await editor.go_to("Contact")
        await editor.press("enter")
        assert isinstance(editor.app.screen, RawScreen)
        await editor.press("H", "i", " ", "ctrl+q")
    page.write_text(PAGE.partition("# Contact")[0])
    async with editing(page) as editor:
        assert "Show unfinished text" in editor.told[-1]
        await editor.main.run_command("unfinished")
        await editor.settle()
        assert "Hi" in editor.app.screen.query_one(TextArea).text
        await editor.press("d")
        assert "Press d again" in editor.told[-1]
        await editor.press("d", "q")
    async with editing(page) as editor:
        await editor.main.run_command("unfinished")
        await editor.settle()
        assert editor.told[-1] == "There is no unfinished text."


async def test_two_editors_do_not_delete_each_others_drafts(page: Path) -> None:
    async with editing(page) as one:
        await add_news(one)
        async with editing(page) as two:
            assert isinstance(two.app.screen, MainScreen)
            assert any("Another profile-tui" in said for said in two.told)
            await two.press("n")
            await two.fill("text", "Typed there")
            await two.press("ctrl+q")
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        await editor.press("r", "n")
        assert editor.form.texts()["text"] == "Typed there"


async def test_a_damaged_draft_hides_no_other(page: Path) -> None:
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("q", "k")
    damaged = Drafts().folder / f"{'0' * 64}-0123456789ab.json"
    damaged.write_bytes(b"{")
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        assert any("A draft is damaged" in said for said in editor.told)
    assert not damaged.exists()


async def test_a_file_that_changed_meanwhile_is_not_overwritten(page: Path) -> None:
    theirs = PAGE.replace("Write to", "Mail")
    async with editing(page) as editor:
        await add_news(editor)
        page.write_text(theirs)
        await editor.press("ctrl+s", "enter")
        assert isinstance(editor.app.screen, DiffScreen)
        assert "Another program changed this file" in editor.picture
        assert editor.bytes == theirs.encode()
        await editor.press("x")
        assert "your changes are on top" in editor.told[-1]
        await editor.press("ctrl+s")
        assert [line for line in editor.lines if line[:1] in "+-"] == ["+- *2026.11*: Another paper."]
        await editor.press("enter")
    assert page.read_text() == theirs.replace("- *2026.03*", "- *2026.11*: Another paper.\n- *2026.03*")


THEIRS = PAGE.replace("- *2026.03*: The *Lakes* data set is out.", "- *2026.03*: Something else.")


async def test_changes_that_cannot_go_on_top_come_back_by_redo(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "escape", "d")
        page.write_text(THEIRS)
        await editor.press("ctrl+s", "enter", "x")
        assert isinstance(editor.app.screen, ConflictScreen)
        await editor.press("escape")
        assert editor.rows[0] == "2026-03  Something else."
        assert editor.told[-1] == "The other program's lines are there; ctrl+r puts yours in their place."
        await editor.press("u")
        assert editor.told[-1].startswith("Nothing to undo"), "what another program wrote is not undone"
        await editor.press("ctrl+r")
        assert editor.rows[0] == "2025-11  One paper accepted by ICE 2026."
        await editor.press("ctrl+s", "enter")
    assert page.read_text() == PAGE.replace("- *2026.03*: The *Lakes* data set is out.\n", "")


async def test_one_side_is_chosen_place_by_place(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "escape")
        for date, place in (("2026-04", "home"), ("2024-07", "end")):
            await editor.go_to("News")
            await editor.press(place, "enter")
            await editor.fill("date", date)
            await editor.press("ctrl+s")
        theirs = PAGE.replace("data set is out", "data set is in").replace("Talk at", "Speech at")
        page.write_text(theirs.replace("Write to", "Please write to"))
        editor.main.say("Another program changed it.", wrong=True)
        await editor.settle()
        await editor.press("r")
        assert isinstance(editor.app.screen, ConflictScreen)
        assert not editor.app.screen.query("Toast"), "what told of it covers nothing"
        rows = editor.app.screen.query_one(RowList)
        assert [(row.left, row.text) for row in rows.rows] == [
            ("yours", "- *2026.04*: The *Lakes* data set is out."),
            ("yours", "- *2024.07*: Talk at the Lake Forum."),
        ]
        assert "- *2026.03*: The *Lakes* data set is in." in editor.lines
        await editor.press("down", "x")
        assert [row.left for row in rows.rows] == ["yours", "theirs"]
        await editor.press("enter", "ctrl+s", "enter")
    made = PAGE.replace("*2026.03*", "*2026.04*").replace("Talk at", "Speech at").replace("Write to", "Please write to")
    assert page.read_text() == made


async def test_undo_goes_on_around_what_another_program_changed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "escape", "d", "ctrl+s", "enter", "d")
        theirs = editor.bytes.replace(b"Write to", b"Please write to")
        page.write_bytes(theirs)
        await editor.press("r")
        assert "your changes are on top" in editor.told[-1]
        await editor.press("u", "u", "ctrl+s", "enter")
        assert page.read_text() == PAGE.replace("Write to", "Please write to")
        await editor.press("ctrl+r", "ctrl+s", "enter")
        assert editor.bytes == theirs


async def test_changes_that_were_set_aside_outlive_the_program(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "escape", "d")
        page.write_text(THEIRS)
        await editor.press("ctrl+s", "enter", "x", "escape", "q")
        assert editor.app.return_code == 0
    async with editing(page) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        assert "In 1 place, the lines on disk have changed too" in editor.picture
        await editor.press("r")
        assert isinstance(editor.app.screen, DiffScreen)
        await editor.press("escape")
        assert editor.rows[0] == "2025-11  One paper accepted by ICE 2026."
        await editor.press("u")
        assert editor.rows[0] == "2026-03  Something else."


async def test_an_entry_added_by_both_is_there_twice_over(page: Path) -> None:
    theirs = PAGE.replace("- *2026.03*", "- *2026.10*: Theirs.\n- *2026.03*")
    async with editing(page) as editor:
        await add_news(editor)
        page.write_text(theirs)
        await editor.press("ctrl+s", "enter", "x")
        assert "your changes are on top" in editor.told[-1]
        assert editor.rows[:2] == ["2026-10  Theirs.", "2026-11  Another paper."]


async def test_reload_reads_what_another_program_wrote(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("r")
        assert "Already up to date" in editor.told[-1]
        page.write_text(PAGE.replace("data set is out", "data set is here"))
        await editor.press("r")
        assert editor.rows[0] == "2026-03  The Lakes data set is here."
        assert editor.told[-1] == "Reloaded from disk."


async def test_reload_puts_unsaved_changes_on_top(page: Path) -> None:
    theirs = PAGE.replace("Write to", "Mail")
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("r")
        assert editor.told[-1] == "Already up to date."
        page.write_text(theirs)
        await editor.press("r")
        assert editor.told[-1] == "Reloaded from disk; your changes are on top."
        await editor.press("ctrl+s", "enter")
    assert page.read_text() == theirs.replace("- *2026.03*", "- *2026.11*: Another paper.\n- *2026.03*")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write any file")
async def test_a_read_only_file_is_told_in_one_line(page: Path) -> None:
    page.chmod(0o444)
    async with editing(page) as editor:
        await add_news(editor)
        await editor.press("ctrl+s", "enter")
        assert isinstance(editor.app.screen, DiffScreen)
        assert "read-only" in editor.picture
    assert page.read_bytes() == PAGE.encode()
