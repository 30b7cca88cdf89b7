"""Opening a page, and adding, changing, removing, moving and finding entries."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from profile_tui.app.screens.form import FormScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.widgets.areas import ProseField
from profile_tui.app.widgets.find import FindLine
from profile_tui.content.change import edit
from profile_tui.text.errors import Refused
from support.editor import PAGE, Editor, editing


async def test_the_page_is_listed_kinds_first(page: Path) -> None:
    async with editing(page) as editor:
        left = [(row.text, row.right) for row in editor.main.sections.rows]
        assert left[:4] == [("News", "3"), ("Publications", "2"), ("Research Interests", "2"), ("Front matter", "")]
        assert [text for text, _ in left[4:]] == ["Introduction", "Contact", "Problems"]
        assert editor.rows[0] == "2026-03  The Lakes data set is out."
        assert editor.lines == ["- *2026.03*: The *Lakes* data set is out."]
        assert editor.heading == "line 14 · as on disk"
        assert "News · 3" in editor.picture


async def test_opening_and_leaving_changes_nothing(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("down", "tab", "tab", "down", "enter", "escape", "q")
        assert editor.app.return_code == 0
    assert page.read_bytes() == PAGE.encode()


async def test_n_shows_the_exact_line_and_saves_only_it(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        assert editor.form.texts() == {"date": "2026.11", "text": ""}
        assert isinstance(editor.app.focused, ProseField)
        assert editor.app.focused.name == "text"
        await editor.fill("text", "Two papers accepted by **NeurIPS 2026**.")
        line = "- *2026.11*: Two papers accepted by **NeurIPS 2026**."
        assert editor.lines == [line]
        assert editor.heading == "will be written, as line 14 of about.md"
        await editor.press("ctrl+s")
        assert editor.row == "2026-11  Two papers accepted by NeurIPS 2026."
        assert editor.heading == "line 14 · will be written"
        assert editor.bytes == PAGE.encode(), "nothing is written before it is saved"
        await editor.press("ctrl+s")
        assert [text for text in editor.lines if text[:1] in "+-"] == ["+" + line]
        await editor.press("enter")
        assert isinstance(editor.app.screen, MainScreen)
        assert editor.told[-1] == "Saved."
    lines = PAGE.splitlines(keepends=True)
    assert page.read_text() == "".join([*lines[:13], line + "\n", *lines[13:]])


async def test_keys_typed_while_the_form_opens_reach_it(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press(*"nIce")
        assert editor.form.texts()["text"] == "Ice"


async def test_undo_is_offered_when_there_is_something_to_undo(page: Path) -> None:
    async with editing(page) as editor:
        assert " Undo" not in editor.picture
        await editor.press("u")
        assert editor.told == ["Nothing to undo."]
        await editor.press("d")
        assert "u Undo" in editor.picture


async def test_undo_and_redo_go_over_whole_actions(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("d", "d")
        assert len(editor.rows) == 1
        await editor.press("u")
        assert len(editor.rows) == 2
        assert editor.told[-1] == "Undone: Remove news item “One paper accepted by ICE 2026.”"
        await editor.press("u", "u")
        assert editor.told[-1] == "Nothing to undo."
        assert not editor.app.session.document.dirty
        await editor.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert len(editor.rows) == 1
        assert editor.told[-1] == "Nothing to redo."


async def test_undo_and_redo_go_to_what_they_change(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Snow.", "ctrl+s")
        await editor.go_to("Publications")
        await editor.press("down", "d")
        await editor.go_to("Research Interests")
        await editor.press("u")
        assert editor.told[-1].startswith("Undone: Remove publication")
        assert editor.row.startswith("2025  Ice in Spring")
        await editor.press("u")
        assert (editor.told[-1], editor.row) == ("Undone: Add news item “Snow.”", "2026-03  The Lakes data set is out.")
        await editor.go_to("Publications")
        await editor.press("ctrl+r")
        assert (editor.told[-1], editor.row) == ("Redone: Add news item “Snow.”", "2026-11  Snow.")
        await editor.press("end", "d", "home", "u", "ctrl+r")
        assert editor.row.startswith("2025-11  One paper"), "what stands before the one that is gone"


async def test_removing_marks_the_section_and_the_entry_comes_back(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("down", "d")
        assert editor.rows == ["2026-03  The Lakes data set is out.", "2024-06  Talk at the Lake Forum."]
        assert editor.main.sections.rows[0].right == "● 2"
        assert "● 1 removed" in editor.picture
        await editor.press("u")
        assert editor.main.sections.rows[0].right == "3"
    assert page.read_bytes() == PAGE.encode()


async def test_moving_takes_the_highlight_along(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("J")
        assert editor.row == "2026-03  The Lakes data set is out."
        assert editor.rows[0].startswith("2025-11")
        await editor.press("shift+up")
        assert editor.rows[0].startswith("2026-03")
        await editor.press("K")
        assert editor.told[-1] == "This is already the first."


async def test_find_filters_while_typing_and_esc_shows_all(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("slash", *"ICE")
        assert editor.rows == [
            "News",
            "2025-11  One paper accepted by ICE 2026.",
            "Publications",
            "2026  Reading the Ice of Small Lakes  Ada Example, Ben Sample  ICE",
            "2025  Ice in Spring  Ben Sample, Ada Example  Journal of Ice",
            "Research Interests",
            "Lake ice  growth, decay, remote sensing.",
            "Introduction",
        ]
        assert str(editor.main.entries.border_title) == "Found 5 of 13"
        await editor.press("enter")
        assert editor.main.pane == "entries"
        await editor.press("J")
        assert "esc to show the whole list" in editor.told[-1]
        await editor.press("escape")
        assert len(editor.rows) == 3
        assert editor.row.startswith("2025-11"), "the highlight stays on what was found"
        await editor.press("slash", *"zzz")
        assert "No match for “zzz”" in editor.picture


@pytest.mark.parametrize("width", [80, 60])
async def test_find_looks_in_all_sections_for_all_words_and_leads_there(page: Path, width: int) -> None:
    page.write_text(PAGE.replace("field methods.", "field methods in Zürich."))
    async with editing(page, (width, 24)) as editor:
        await editor.press("enter", "escape")
        height = editor.main.entries.size.height
        await editor.press("slash", *"zurich", "space", *"SNOW")
        assert editor.rows == ["Snow physics  field methods in Zürich."]
        assert editor.main.entries.size.height == height, "the panes keep their size"
        footer = editor.picture.strip().split("\n")[-1]
        assert "n News" not in footer
        await editor.press("enter", "enter")
        assert editor.form.texts()["topic"] == "Snow physics"
        await editor.press("escape", "escape")
        assert editor.main.here.key == "interests"
        assert editor.row == "Snow physics  field methods in Zürich."
        assert not editor.main.query("#find")


async def test_what_is_found_can_be_removed_where_it_is(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("slash", *"forum", "enter", "d")
        assert "No match for “forum”" in editor.picture
        await editor.press("escape")
        assert len(editor.rows) == 2


async def test_edit_changes_only_what_was_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("down", "enter")
        assert editor.form.texts() == {"date": "2025.11", "text": "One paper accepted by **ICE 2026**."}
        assert editor.heading == "no change"
        await editor.fill("date", "dec 2025")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert page.read_text() == PAGE.replace("*2025.11*: One", "*2025.12*: One")


async def test_arrows_step_the_month_in_the_shape_of_the_page(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "shift+tab", "up", "up")
        assert editor.form.texts()["date"] == "2027.01"
        await editor.press("down")
        assert editor.form.texts()["date"] == "2026.12"


async def test_a_wrong_field_is_told_and_traps_nobody(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        await editor.fill("text", "Something")
        await editor.fill("date", "yesterday-ish")
        assert "isn't a date" in editor.lines[0]
        assert editor.form.query_one("#label-date").has_class("-wrong")
        fields = [row for row in editor.picture.split("\n") if row.startswith("│")]
        assert "yesterday-ish" in fields[0]
        assert "“yesterday-ish” isn't a date I recognise" in fields[1], "right below the field"
        await editor.press("ctrl+s")
        assert isinstance(editor.app.screen, FormScreen), "keeping is refused"
        assert "isn't a date" in editor.told[-1]
        await editor.press("tab", "escape")
        assert isinstance(editor.app.screen, MainScreen), "leaving is not"
        assert "unfinished text is saved" in editor.told[-1]
        await editor.press("n")
        assert editor.form.texts() == {"date": "yesterday-ish", "text": "Something"}
        await editor.press("f2", "escape", "n")
        assert editor.form.texts() == {"date": "2026.11", "text": ""}


async def test_typing_replaces_a_short_field_and_goes_on_in_a_long_one(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "shift+tab", *"2025", "space", *"jan")
        assert editor.form.texts()["date"] == "2025 jan"
        await editor.press("ctrl+z", "ctrl+z")
        assert editor.form.texts()["date"] == "2026.11"
        await editor.press("up", *"2024-02")
        assert editor.form.texts()["date"] == "2024-02", "after the arrows, too"
        await editor.press("escape")
        await editor.go_to("Publications")
        await editor.press("enter", "exclamation_mark")
        assert editor.form.texts()["title"] == "Reading the Ice of Small Lakes!"


async def test_a_field_is_as_it_was_when_the_terminal_is_back(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", "shift+tab", *"2025-1")
        editor.app.post_message(events.AppBlur())
        editor.app.post_message(events.AppFocus())
        await editor.press("2")
        assert editor.form.texts()["date"] == "2025-12"


async def test_a_pasted_date_takes_the_place_of_the_one_that_stands_there(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Talk.", "shift+tab")
        editor.form.field("date").post_message(events.Paste("September 2025\n"))
        await editor.press()
        assert editor.lines == ["- *2025.09*: Talk."]


@pytest.mark.parametrize(
    ("date", "place"),
    [
        ("2026.12", "first, before 2026-03"),
        ("2025-12", "between 2026-03 and 2025-11"),
        ("may 2024", "last, after 2024-06"),
    ],
)
async def test_the_place_of_a_new_entry_is_told(page: Path, date: str, place: str) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Talk.")
        await editor.fill("date", date)
        assert f" {place} · alt+↑ ↓ ─╯" in editor.picture


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_long_text_is_wrapped_and_written_as_one_line(page: Path, size: tuple[int, int]) -> None:
    said = "Our long paper on the ice of small lakes in the north was accepted, with a talk in spring and a poster."
    async with editing(page, size) as editor:
        await editor.press("n")
        await editor.fill("text", said)
        assert editor.form.field("text").size.height >= 2
        await editor.press("end", "up", "ctrl+home", *"So: ")
        assert editor.form.texts()["text"] == f"So: {said}"
        assert editor.lines == [f"- *2026.11*: So: {said}"]
        await editor.press("ctrl+s", "ctrl+s", "enter")
    new = f"- *2026.11*: So: {said}\n"
    assert page.read_text() == PAGE.replace("# News\n\n", f"# News\n\n{new}")


async def test_a_refused_change_is_told_in_one_line(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Refused("the change would also alter line 3; nothing was written")

    async with editing(page) as editor:
        await editor.press("enter")
        monkeypatch.setattr(edit, "change", refuse)
        await editor.fill("text", "Other words.")
        refusal = "the change would also alter line 3; nothing was written"
        assert editor.lines == [refusal, "", "F6 opens the text in the file."]
        await editor.press("ctrl+s")
        assert editor.told[-1] == "The change would also alter line 3; nothing was written"
        assert editor.form.texts()["text"] == "Other words.", "what was typed stays"
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)
    assert page.read_bytes() == PAGE.encode()


async def test_a_publication_is_added_in_its_neighbours_shape(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("title", "Snow on Glass")
        await editor.fill("authors", "Ben Sample, Ada Example")
        await editor.fill("venue", "ICE")
        assert editor.form.texts()["year"] == "2026"
        assert "**Ada Example**" in editor.lines[0], "her own name is set off as on the page"
        await editor.fill("authors", "Ben Sample, Cleo Muster")
        assert "your name isn't among the authors" in str(editor.form.query_one("#fields").border_subtitle)
        await editor.fill("authors", "Ben Sample*, Ada Example*")
        assert "your name" not in str(editor.form.query_one("#fields").border_subtitle)
        await editor.press("ctrl+s")
        assert editor.row.startswith("2026  Snow on Glass  Ben Sample, Ada Example")


async def test_the_line_that_changes_is_seen_in_a_long_entry(sample: Callable[[str], Path]) -> None:
    async with editing(sample("html-news/about.md"), (60, 20)) as editor:
        await editor.go_to("Publications")
        await editor.press("enter")
        title = editor.form.texts()["title"]
        await editor.fill("title", f"{title}, Again")
        assert "Again](" in editor.picture


async def test_an_interest_is_added_behind_the_others(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Research Interests")
        await editor.press("a")
        await editor.fill("topic", "Rivers")
        await editor.fill("text", "their ice.")
        assert editor.lines == ["- **Rivers:** their ice."]
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert page.read_text() == PAGE.replace("field methods.\n", "field methods.\n- **Rivers:** their ice.\n")


@pytest.mark.parametrize(
    ("interests", "written"),
    [
        ("- Lake ice\n- Snow\n", "- Lake ice\n- Snow\n- Rivers\n"),
        ("Lake ice, snow, and wind.\n", "Lake ice, snow, wind, and Rivers.\n"),
        ("<b>Ice</b> <b>Wind</b>\n", "<b>Ice</b> <b>Wind</b> <b>Rivers</b>\n"),
    ],
    ids=["list", "sentence", "badges"],
)
async def test_an_interest_without_a_topic_is_typed_where_the_list_has_its_words(
    page: Path, interests: str, written: str
) -> None:
    """The cursor is at once where the list's entries have something: no interest is typed as a topic by mistake."""
    start = PAGE.index("- **Lake ice:**")
    page.write_text(PAGE[:start] + interests + PAGE[PAGE.index("\n# Contact") :])
    async with editing(page) as editor:
        await editor.go_to("Research Interests")
        await editor.press("a", *"Rivers", "enter", "ctrl+s", "enter")
    assert written in page.read_text()


async def test_a_paste_of_several_lines_is_kept_whole(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        assert editor.app.focused is not None
        editor.app.focused.post_message(events.Paste("One paper\naccepted by\n  ICE.\n"))
        await editor.press("end")
        assert editor.form.texts()["text"] == "One paper accepted by ICE."
        await editor.press("ctrl+z")
        assert editor.form.texts()["text"] == ""


BIBTEX = """
@inproceedings{example2026snow,
  title = {Snow on {S}mall Lakes},
  author = {Sample, Ben and Example, Ada},
  booktitle = {ICE},
  year = {2026},
  url = {https://example.org/snow.pdf}
}
"""


@pytest.mark.parametrize("field", ["title", "links"])
async def test_a_pasted_bibtex_entry_fills_the_form(page: Path, field: str) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        widget = editor.form.field(field)
        widget.focus()
        await editor.press()
        widget.post_message(events.Paste(BIBTEX))
        await editor.press()
        texts = editor.form.texts()
        assert (texts["title"], texts["authors"]) == ("Snow on Small Lakes", "Ben Sample, Ada Example")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    new = "- [Snow on Small Lakes](https://example.org/snow.pdf), Ben Sample, **Ada Example**, *ICE*, 2026\n"
    assert page.read_text() == PAGE.replace("# Publications\n\n", f"# Publications\n\n{new}")


async def test_pasted_entries_fill_the_form_one_after_the_other(page: Path) -> None:
    text = (
        "@article{a, title = {Deep Snow}, author = {Sample, Ben}, journal = {Ice}, year = 2026, url = {https://a.org/1}}\n"
        "@article{b, title = {Open, year = 2026\n\n"
        "@article{c, title = {Ice That Comes Late to Lakes}, author = {Sample, Ben}, journal = {Ice}, year = 2026,\n"
        "  url = {https://a.org/2}}\n"
    )
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        editor.form.field("title").post_message(events.Paste(text))
        await editor.press()
        assert editor.form.texts()["title"] == "Deep Snow"
        assert "Filled from entry 1 of 2; please" in editor.picture
        assert "Left out: line 2, the entry b" in editor.picture
        await editor.press("ctrl+s")
        assert editor.form.texts()["title"] == "Ice That Comes Late to Lakes"
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert page.read_text().index("[Ice That Comes Late to Lakes]") < page.read_text().index("[Deep Snow]")


async def test_bibtex_that_a_terminal_sends_as_keys_fills_the_form(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        keys = {"{": "left_curly_bracket", "}": "right_curly_bracket", "=": "equals_sign", ",": "comma", " ": "space"}
        await editor.press("at", *(keys.get(one, one) for one in "misc{k, title = {Snow}}"))
        await editor.app.animator.wait_for_idle()
        await asyncio.sleep(0.1)
        assert editor.form.texts()["title"] == "Snow"


async def test_a_paper_that_is_there_already_is_told_when_it_is_pasted(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        title = editor.app.session.page.entries("publications")[0].values["title"]
        await editor.press("a")
        editor.form.field("title").post_message(events.Paste(f"@misc{{k, title = {{{title}}}}}"))
        await editor.press()
        assert "This paper is there already, as" in editor.picture


async def test_bibtex_that_cannot_be_read_is_pasted_as_text(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        editor.form.field("title").post_message(events.Paste("@article{a, title = {never closed"))
        await editor.press()
        assert editor.form.texts()["title"] == "@article{a, title = {never closed"
        assert "Nothing is filled in: line 1, the" in editor.picture


@pytest.mark.parametrize("text", ["[bold]x[/foo]", "[red", "[@click=app.quit]go[/]"])
async def test_text_that_looks_like_markup_is_shown_as_it_is(page: Path, text: str) -> None:
    async with editing(page, (120, 40)) as editor:
        await editor.press("n")
        await editor.fill("text", text)
        await editor.press("ctrl+s")
        await editor.press("p", "p", "ctrl+s")
        assert editor.app.session.document.dirty
        await editor.press("escape", "u")
    page.write_text(PAGE.replace("# News", f"# News {text}").replace("# Contact", f"# {text} contact"))
    async with editing(page, (120, 40)) as editor:
        assert any(text.replace("\\", "") in row.text for row in editor.main.sections.rows)
        assert text.replace("\\", "")[:8] in editor.picture, "also where there is room for no more"


async def test_control_characters_of_the_file_do_not_reach_the_terminal(page: Path) -> None:
    page.write_bytes(PAGE.replace("Talk at", "Talk \x1b[2J\x9b31m\u202e at").encode())
    async with editing(page) as editor:
        await editor.press("end")
        assert "\x1b" not in editor.picture
        assert "Talk ␛[2J" in editor.row
        await editor.press("p", "D")


@pytest.mark.parametrize("key", ["enter", "e"], ids=["form", "text"])
async def test_control_characters_are_seen_and_do_no_harm_in_fields(page: Path, key: str) -> None:
    hostile = "\x1b[31m red\x07\x0b\x0c \u202e turned\u2028 \x85 end"
    page.write_bytes(PAGE.replace("Talk at the Lake Forum.", f"Talk {hostile}.").encode())
    async with editing(page, size=(120, 24)) as editor:
        await editor.press("end", key)
        drawn = "".join(strip.text for strip in editor.app.screen._compositor.render_strips())
        assert "Talk ␛[31m red␇␋␌ � turned� � end." in drawn
        assert drawn.isprintable()
        await editor.press("ctrl+s")
        assert not editor.app.session.workspace.dirty


async def test_a_text_over_several_lines_stays_in_its_field(page: Path) -> None:
    wrapped = PAGE.replace(
        "The *Lakes* data set is out.", "The *Lakes* data\n  set is [out\n  now](https://example.org/lakes)."
    )
    page.write_bytes(wrapped.encode())
    async with editing(page) as editor:
        await editor.press("enter")
        assert editor.form.texts()["text"] == "The *Lakes* data set is [out now](https://example.org/lakes)."
        assert editor.heading == "no change"
        strips = editor.app.screen._compositor.render_strips()[:4]
        assert [strip.text[:1] for strip in strips] == ["╭", "│", "│", "╰"]
        await editor.fill("date", "2026.04")
        await editor.press("ctrl+s", "ctrl+s", "enter")
        assert editor.bytes == wrapped.replace("*2026.03*", "*2026.04*").encode()


async def test_an_empty_kind_names_the_next_key(page: Path) -> None:
    page.write_text("---\ntitle: x\n---\n\n# About\n\nText.\n")
    async with editing(page) as editor:
        await editor.go_to("News")
        assert "No news yet. Press a to add the first" in editor.picture


async def test_lines_that_are_no_entry_are_listed_and_open_as_text(page: Path) -> None:
    page.write_text(PAGE.replace("# Publications", "And then some words.\n\n# Publications", 1))
    async with editing(page) as editor:
        assert editor.rows[-1] == "other text: And then some words."
        await editor.press("end", "d")
        assert "press e to edit the section's text" in editor.told[-1]


@pytest.mark.parametrize(
    ("words", "written"), [("last month", "2026.10"), ("yesterday", "2026.11"), ("2 years ago", "2024")]
)
async def test_a_date_can_be_told_by_words(page: Path, words: str, written: str) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Ice.")
        await editor.fill("date", words)
        assert f"- *{written}*: Ice." in editor.lines


async def test_enter_applies_a_news_item(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Ice is out")
        assert "enter applies" in editor.picture
        await editor.press("enter")
        assert editor.row == "2026-11  Ice is out"


async def burst(editor: Editor, *keys: str) -> None:
    """Press keys faster than anybody types, as a paste that the terminal does not mark comes."""
    field = editor.form.text_field
    assert field is not None
    for key in keys:
        field.post_message(events.Key(key, key if len(key) == 1 else None))
    await editor.press()
    await editor.settle()


async def test_lines_that_come_at_once_are_joined(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        await burst(editor, *"Ice", "enter", "enter", *"is", "ctrl+j", *"out")
        assert editor.lines == ["- *2026.11*: Ice is out"]


async def test_two_enters_of_one_burst_add_one_news_item(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        await burst(editor, *"Ice", "enter", "enter", "ctrl+j")
        assert isinstance(editor.app.screen, MainScreen)
        assert editor.rows[:2] == ["2026-11  Ice", "2026-03  The Lakes data set is out."]


async def test_keys_make_bold_italic_and_links_of_words_and_of_what_is_selected(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"One paper", "ctrl+b")
        assert editor.lines == ["- *2026.11*: One **paper**"]
        await editor.press("ctrl+t")
        assert editor.lines == ["- *2026.11*: One ***paper***"]
        await editor.press("ctrl+b", "ctrl+t")
        assert editor.lines == ["- *2026.11*: One paper"]
        await editor.press("ctrl+l", *"a.pdf")
        assert editor.lines == ["- *2026.11*: One [paper](a.pdf)"]
        await editor.press("ctrl+z", "ctrl+z", "end", "shift+home")
        assert editor.form.text_field is not None
        editor.form.text_field.post_message(events.Paste("https://example.org"))
        await editor.press("end")
        assert editor.lines == ["- *2026.11*: [One paper](https://example.org)"]


async def test_only_what_takes_markdown_offers_links_and_emphasis(page: Path) -> None:
    """In a plain field the marks would be shown as typed: neither its keys nor the footer offer them."""
    async with editing(page) as editor:
        await editor.press("n")
        assert "ctrl+b Bold" in editor.picture
        await editor.press("shift+tab", "ctrl+b")
        assert editor.told[-1] == "This field takes no links and nothing bold or italic."
        assert "ctrl+b Bold" not in editor.picture
        await editor.press("escape")
        await editor.go_to("Publications")
        await editor.press("a", *"Snow on ice", "ctrl+t")
        assert editor.form.texts()["title"] == "Snow on ice"
        assert editor.told[-1] == "This field takes no links and nothing bold or italic."
        assert "ctrl+l Link" not in editor.picture


async def test_the_text_of_a_section_takes_the_same_keys(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Contact")
        await editor.press("e", "down", "down", "ctrl+b", "ctrl+s")
        assert editor.lines == ["# Contact", "", "**Write** to ada@example.org."]


async def test_what_was_typed_as_liquid_or_html_is_seen_in_the_list(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n")
        await editor.fill("text", "Use {{ page.title }} and <y> in {% if %}")
        await editor.press("ctrl+s")
        assert editor.row == "2026-11  Use {{ page.title }} and <y> in {% if %}"


async def test_a_second_enter_right_after_the_words_opens_what_was_found(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("slash", *"forum")
        line = editor.app.focused
        assert isinstance(line, FindLine)
        await line.action_submit()
        await line.action_submit()
        await editor.settle()
        assert editor.form.texts()["text"] == "Talk at the Lake Forum."
