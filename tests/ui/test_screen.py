"""Widths, panes, the footer, the palette, the keys, the problems, and what cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.command import CommandPalette
from textual.widgets import Label

from profile_tui.app.keys.registry import commands
from profile_tui.app.screens.failure import DEMO, NEW, FailureApp
from profile_tui.app.screens.keys import KeysScreen
from profile_tui.app.session.opening import sites_below
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.reader import ReaderView
from profile_tui.app.widgets.terminal_text import elided, harmless, wrapped
from profile_tui.text.errors import AppError
from profile_tui.workspace.recent import recent, remember
from profile_tui.workspace.samples import FIRST, copied, is_room, samples
from support.editor import PAGE, Editor, editing


async def test_sixty_columns_show_one_pane_at_a_time(page: Path) -> None:
    async with editing(page, (60, 20)) as editor:
        panes = {"sections": editor.main.sections, "entries": editor.main.entries, "source": editor.main.source}

        def seen() -> list[str]:
            return [name for name, pane in panes.items() if pane.display and pane.region.width]

        assert seen() == ["entries"]
        await editor.press("tab")
        assert seen() == ["source"]
        await editor.press("escape")
        assert seen() == ["sections"]
        await editor.press("down", "enter", "down")
        assert seen() == ["entries"]
        assert editor.row.startswith("2025  Ice in Spring")
        await editor.resize(80, 24)
        assert seen() == ["sections", "entries", "source"]
        assert editor.main.source.region.y > editor.main.entries.region.y
        await editor.resize(120, 40)
        assert editor.main.source.region.y == editor.main.entries.region.y


@pytest.mark.parametrize("width", [30, 80])
async def test_footer_and_header_fit_their_line(page: Path, width: int) -> None:
    async with editing(page, (width, 20)) as editor:
        for keys in ((), ("n",)):
            await editor.press(*keys)
            lines = editor.picture.splitlines()
            assert all(cell_len(line.rstrip()) <= width for line in lines)
        await editor.press("escape", "d")
        header = editor.picture.splitlines()[1] if "profile-tui" in editor.picture.splitlines()[0] else ""
        assert "● 1 removed" in (header or editor.picture)


async def test_the_footer_of_a_small_terminal_says_how_to_save(page: Path) -> None:
    async with editing(page, (60, 20)) as editor:
        await editor.press("d")
        footer = str(editor.app.screen.query_one(Footer).render())
        assert footer.split("  ") == [" n News", "a Add", "ctrl+s Save", "ctrl+p Commands", "q Quit"]


async def test_the_palette_offers_what_can_be_done_now(page: Path) -> None:
    async with editing(page) as editor:
        offered = {entry.title: entry for entry in editor.app.get_system_commands(editor.main)}
        assert offered["New news item"].discover
        assert not offered["Save"].discover, "nothing waits"
        assert offered["Save"].help == "No unsaved changes."
        await editor.press("ctrl+p", *"save", "enter")
        await editor.settle()
        assert editor.told[-1] == "No unsaved changes."
        await editor.press("d")
        offered = {entry.title: entry for entry in editor.app.get_system_commands(editor.main)}
        assert offered["Save"].discover
        await editor.press("ctrl+p")
        assert isinstance(editor.app.screen, CommandPalette)
        await editor.press(*"show the diff", "enter")
        await editor.settle()
        assert "0 lines added, 1 removed" in editor.heading


async def test_the_footer_names_the_way_out_and_can_be_clicked(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("d")
        footer = editor.app.screen.query_one(Footer)
        shown = str(footer.render())
        assert shown.endswith("ctrl+p Commands  q Quit")
        await editor.click_at(Footer, shown.index("u Undo") + 3)
        assert editor.told[-1].startswith("Undone: Remove news item")
        await editor.press("n")
        await editor.click_at(Footer, str(editor.app.screen.query_one(Footer).render()).index("esc Back"))
        assert editor.main.view.key == "news"


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_keys_are_listed_from_the_commands(page: Path, key: str) -> None:
    async with editing(page) as editor:
        await editor.press(key)
        assert isinstance(editor.app.screen, KeysScreen)
        text = "\n".join(editor.lines)
        assert all(command.help in text for command in commands("main") if command.keys)
        await editor.press("escape", "n", "f1")
        assert "Apply what you typed" in "\n".join(editor.lines)


async def test_the_mouse_highlights_and_a_second_click_opens(page: Path) -> None:
    async with editing(page) as editor:
        await editor.click("entries", 1)
        assert editor.row.startswith("2025-11")
        await editor.click("sections", 2)
        assert editor.main.view.key == "interests"
        await editor.click("entries", 1)
        await editor.click("entries", 1)
        assert editor.form.texts()["topic"] == "Snow physics"


async def test_question_mark_is_typed_in_a_field(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "question_mark")
        assert editor.form.texts()["text"] == "?"


async def test_keys_can_be_rebound_by_the_ids_of_commands(page: Path) -> None:
    async with editing(page) as editor:
        editor.app.set_keymap({"entry.remove": "f4"})
        await editor.press("d")
        assert len(editor.rows) == 3
        await editor.press("f4")
        assert len(editor.rows) == 2


async def test_problems_are_listed_and_lead_to_their_place(page: Path) -> None:
    page.write_text(
        PAGE.replace("https://example.org/ice.pdf", "files/missing file.pdf").replace("# Contact", "#Contact")
    )
    async with editing(page) as editor:
        await editor.settle()
        problems = editor.app.session.problems
        assert problems is not None
        assert editor.main.sections.rows[-1].right == str(len(problems))
        if any(problem.line for problem in problems):
            await editor.go_to("Problems")
            row = editor.main.entries.row
            assert row is not None
            assert row.span is not None
            await editor.press("enter")
            shown = editor.main.row
            assert shown is not None
            assert shown.span is not None
            assert shown.span.start <= row.span.start


async def test_rendered_shows_what_a_reader_sees(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("p")
        assert editor.heading == "rendered"
        assert "The Lakes data set is out." in " ".join(editor.lines)
        await editor.press("p")
        assert editor.lines == ["- *2026.03*: The *Lakes* data set is out."]


@pytest.mark.parametrize("width", [40])
async def test_wide_characters_keep_the_columns(page: Path, width: int) -> None:
    page.write_text(
        PAGE.replace("Talk at the Lake Forum.", "在湖泊论坛上作报告，谈论小湖泊的冰层如何形成与消融以及其他问题" * 3)
    )
    async with editing(page, (width, 20)) as editor:
        assert all(cell_len(line.rstrip()) <= width for line in editor.picture.splitlines())


async def test_what_cannot_be_opened_is_said_on_a_screen() -> None:
    app = FailureApp(["about.md: [bold]there is no such file[/foo]"])
    async with app.run_test() as pilot:
        assert "there is no such file" in app.export_screenshot().replace("&#160;", " ")
        await pilot.press("q")
        assert app.return_code == 0


async def test_sites_can_be_opened_where_there_is_nothing_to_edit(tmp_path: Path) -> None:
    for name in ("work/ada", "work/_site", "work/deep/er/and/deeper"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "_config.yml").write_text("title: x\n")
    paths = sites_below(tmp_path / "work" / "paper.pdf")
    assert paths == [tmp_path / "work" / "ada"]
    remember(tmp_path)
    remember(tmp_path / "gone")
    remember(tmp_path / "work")
    assert recent() == [tmp_path / "work", tmp_path]
    app = FailureApp(["no page here"], sites=(("Found here", paths), ("Recently opened", recent())))
    async with app.run_test(size=(60, 20)) as pilot:
        picture = app.export_screenshot().replace("&#160;", " ")
        assert "Found here" in picture
        assert "A sample, to look around in" in picture
        await pilot.press("down", "enter")
        assert app.return_value == tmp_path / "work"


@pytest.mark.parametrize(("keys", "chosen"), [(("enter",), DEMO), (("down", "enter"), NEW), (("q",), None)])
async def test_where_there_is_no_site_one_can_begin_with_a_sample(keys: tuple[str, ...], chosen: str | None) -> None:
    app = FailureApp(["no page here"], has_room=True)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*keys)
        assert app.return_value == chosen


def test_only_an_empty_folder_has_room_for_a_new_homepage(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert is_room(tmp_path)
    (tmp_path / "notes.txt").touch()
    assert not is_room(tmp_path)
    assert not is_room(tmp_path / "gone")
    assert not is_room(tmp_path / "notes.txt")


def test_a_sample_that_cannot_be_put_somewhere_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(AppError, match=r"notes\.txt: the sample can't be copied there: file exists$"):
        copied(samples()[FIRST], tmp_path / "notes.txt")


def test_text_is_cut_by_cells_and_made_harmless() -> None:
    assert elided("冰冰冰", 5) == "冰冰…"
    assert cell_len(elided("冰冰冰", 4)) <= 4
    assert harmless("a\x1b[31m\u202eb\tc\u200d") == "a␛[31m�b    c"
    assert wrapped("one two three", 8) == ("one two ", "three")
    assert "".join(wrapped("冰" * 9, 5)) == "冰" * 9
    assert all(cell_len(piece) <= 5 for piece in wrapped("冰" * 9, 5))


async def test_where_there_is_room_what_a_reader_sees_is_beside_the_lines(page: Path) -> None:
    async with editing(page, (150, 40)) as editor:
        await editor.press("down")
        assert editor.lines == ["- *2025.11*: One paper accepted by **ICE 2026**."]
        assert seen(editor) == ["2025.11: One paper accepted by ICE 2026."]
        await editor.go_to("Front matter")
        assert seen(editor) == []
        await editor.go_to("Contact")
        assert seen(editor) == ["Write to ada@example.org."]
        await editor.press("p")
        assert seen(editor) == [], "it is in the place of the lines"
        await editor.press("p")
        await editor.resize(80, 24)
        assert seen(editor) == []
        await editor.resize(200, 60)
        assert seen(editor) == ["Write to ada@example.org."]


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_a_form_shows_what_a_reader_will_see(page: Path, size: tuple[int, int]) -> None:
    async with editing(page, size) as editor:
        await editor.press("n")
        assert seen(editor) == []
        await editor.press(*"One *paper* at [ICE](https://example.org)")
        assert seen(editor) == ["2026.11: One paper at ICE"]


async def test_what_a_reader_sees_is_wrapped_anew_at_another_width(page: Path) -> None:
    async with editing(page, (200, 30)) as editor:
        await editor.go_to("Publications")
        await editor.press("p")
        assert editor.lines[0].endswith("Ben Sample, ICE, 2026")
        await editor.resize(80, 24)
        await editor.settle()
        assert max(map(len, editor.lines)) <= 52


async def test_what_must_be_filled_in_is_marked(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        labels = [str(label.content) for label in editor.form.query(Label) if label.id != "complaint"]
        assert labels[:4] == ["Title *", "Authors", "Venue", "Year"]


def seen(editor: Editor) -> list[str]:
    """What the pane of what a reader sees shows; nothing where there is none."""
    return [line.text for view in editor.app.screen.query(ReaderView) if view.display for line in view.lines]


async def test_there_is_one_highlight_and_its_place_in_each_section_is_kept(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("down", "down")
        assert editor.row == "2024-06  Talk at the Lake Forum."
        assert editor.picture.count("▸") == 1
        await editor.press("2", "down")
        assert editor.picture.count("▸") == 1
        await editor.press("left", "left")
        assert editor.picture.count("▸") == 1
        await editor.press("1")
        assert editor.row == "2024-06  Talk at the Lake Forum."
        await editor.press("2")
        assert editor.row.startswith("2025  Ice in Spring")


async def test_the_answers_to_a_question_are_in_sight_on_a_small_terminal(page: Path) -> None:
    async with editing(page, (40, 12)) as editor:
        for word in ("Ice", "Snow", "Fog", "Rain", "Hail"):
            await editor.press("n", *f"{word} is here, and it is a long story of several lines.", "ctrl+s")
        await editor.press("q")
        picture = editor.picture
        assert all(
            f"{command.key_names[0]} " in picture for command in commands("quit") if command.context == "quit"
        ), picture
        assert "Discard. The file" in picture


async def test_the_keys_leave_room_for_what_they_do(page: Path) -> None:
    async with editing(page, (40, 24)) as editor:
        await editor.press("question_mark")
        assert "n           Add a news item dated" in editor.picture


async def test_of_what_is_told_at_once_the_last_is_shown_beside_what_must_not_be_overlooked(page: Path) -> None:
    async with editing(page) as editor:
        await editor.settle()
        editor.app.tell("Important.")
        await editor.settle()
        for message in ("First.", "Second."):
            editor.main.say(message)
        editor.app.tell("Urgent.")
        await editor.settle()
        assert [str(toast.render()) for toast in editor.app.screen.query("Toast")] == ["Second.", "Urgent."]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_what_is_told_covers_no_line_of_the_preview(page: Path, size: tuple[int, int]) -> None:
    async with editing(page, size) as editor:
        await editor.press("d")
        before = editor.picture.split("\n")
        editor.main.say("Saved. P publishes it.")
        await editor.settle()
        after = editor.picture.split("\n")
        changed = [lines for lines in zip(before, after, strict=True) if lines[0] != lines[1]]
        assert len(changed) == 1, "it is one line"
        assert changed[0][0].startswith("╰"), "the border above the footer"
        assert "Saved. P publishes it." in changed[0][1]


@pytest.mark.parametrize(("size", "below"), [((60, 20), True), ((80, 24), False)])
async def test_an_answer_that_is_cut_is_told_in_full(page: Path, size: tuple[int, int], below: bool) -> None:
    async with editing(page, size) as editor:
        await editor.press("d", "q", "down", "down")
        shown = " ".join(editor.picture.replace("│", " ").split())
        assert "Discard. The file stays as it is on disk; the changes are lost." in shown
        assert shown.count("Discard. The file stays") == 1 + below


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_ranges_of_months_are_shown_whole(page: Path, width: int) -> None:
    page.write_text(PAGE + "\n# Education\n\n- *2020.09 - 2022.06*, Master of Science.\n- *2016.09 - 2020.06*, BSc.\n")
    async with editing(page, (width, 24)) as editor:
        await editor.go_to("Education")
        assert "2020.09 - 2022.06  Master of Science." in editor.picture
        assert "2016.09 - 2020.06  BSc." in editor.picture
