"""The front matter as a form, sections as text, and $EDITOR."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.widgets import TextArea

from profile_tui.app.editor.app import ProfileApp
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.raw import RawScreen
from support.editor import PAGE, Editor, editing

BODY = PAGE[PAGE.index("I measure") :]


async def save(editor: Editor) -> None:
    """Keeps what is open, and saves it."""
    await editor.press("ctrl+s", "ctrl+s", "enter")


async def test_front_matter_is_listed_and_a_value_edited_in_place(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        assert editor.rows == [
            "permalink  /",
            "title  About Ada",
            "author_profile  true",
            "redirect_from  /about/, /about.html",
        ]
        await editor.press("down", "enter")
        await editor.fill("value", "Ada: lakes")
        assert editor.lines == ['title: "Ada: lakes"']
        await save(editor)
    assert page.read_text() == PAGE.replace('"About Ada"', '"Ada: lakes"')


async def test_a_wrong_type_is_refused_beside_the_field(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        await editor.press("down", "down", "enter")
        await editor.fill("value", "perhaps")
        assert editor.lines == ["type true or false"]
        await editor.fill("value", "false")
        await save(editor)
    assert page.read_text() == PAGE.replace("author_profile: true", "author_profile: false")


async def test_of_a_list_only_the_items_that_differ_change(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        await editor.press("end", "enter")
        assert editor.form.texts()["value"] == "/about/\n/about.html"
        await editor.fill("value", "/about/\n/me/\n/about.htm")
        await save(editor)
    assert page.read_text() == PAGE.replace("  - /about.html\n", "  - /me/\n  - /about.htm\n")


async def test_a_key_is_added_and_removed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        await editor.press("a")
        await editor.fill("key", "lang")
        await editor.fill("value", "en")
        await editor.press("ctrl+s")
        assert "lang  en" in editor.rows
        await editor.press("end", "d")
        assert "lang  en" not in editor.rows
        assert not editor.app.session.document.dirty


async def test_a_value_that_cannot_be_edited_says_why(page: Path) -> None:
    page.write_text(PAGE.replace("author_profile: true", "base: &base x\nother: *base"))
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        index = next(at for at, row in enumerate(editor.rows) if row.startswith("other"))
        await editor.press(*["down"] * index, "enter")
        assert isinstance(editor.app.screen, MainScreen)
        assert "can't be edited here" in editor.told[-1]


async def test_a_page_without_front_matter_says_why_and_gets_one(page: Path) -> None:
    page.write_text(BODY)
    async with editing(page) as editor:
        assert editor.main.view.key == "front matter"
        assert "Jekyll copies this" in editor.picture
        assert "Press a to add front matter." in editor.picture
        await editor.press("a")
        assert editor.lines == ["---", "permalink: /", 'title: "About"', "---"]
        await editor.fill("value", '---\npermalink: /\ntitle: "Ada"\n')
        assert "must begin and end with ---" in editor.lines[0]
        await editor.fill("value", '---\npermalink: /\ntitle: "Ada"\n---')
        await editor.press("ctrl+s")
        assert editor.rows == ["permalink  /", "title  Ada"]
        await editor.press("u")
        assert not editor.app.session.document.dirty
        await editor.press("ctrl+r", "ctrl+s", "enter")
    assert page.read_text() == '---\npermalink: /\ntitle: "Ada"\n---\n\n' + BODY


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n"])
async def test_what_hides_the_front_matter_is_taken_away(page: Path, before: bytes) -> None:
    page.write_bytes(before + PAGE.encode())
    async with editing(page) as editor:
        await editor.press("a")
        assert editor.rows[0] == "permalink  /"
        await editor.press("ctrl+s", "enter")
    assert page.read_bytes() == PAGE.encode()


async def test_the_problem_of_a_front_matter_that_is_no_yaml_leads_to_its_line(page: Path) -> None:
    page.write_text(PAGE.replace('"About Ada"', '"About Ada'))
    async with editing(page) as editor:
        await editor.settle()
        await editor.go_to("Problems")
        await editor.press("enter")
        assert "Jekyll cannot read the front matter, line 3: " in editor.picture
        assert "within. Press e" in editor.picture
        await editor.press("e", "end", *'"')
        await save(editor)
    assert page.read_text() == PAGE


async def test_broken_yaml_is_told_and_edited_as_text(page: Path) -> None:
    page.write_text(PAGE.replace('"About Ada"', '"About Ada'))
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        assert "Jekyll cannot read the front matter" in editor.picture
        await editor.press("e")
        assert isinstance(editor.app.screen, RawScreen)
        area = editor.app.screen.query_one(TextArea)
        area.text = area.text.replace('"About Ada', '"About Ada"')
        await save(editor)
    assert page.read_text() == PAGE


async def test_a_sections_text_is_edited_as_one_step(page: Path) -> None:
    page.write_bytes(PAGE.replace("\n", "\r\n").encode())
    async with editing(page) as editor:
        await editor.go_to("Contact")
        assert editor.lines[:1] == ["# Contact"]
        await editor.press("enter")
        assert isinstance(editor.app.screen, RawScreen)
        area = editor.app.screen.query_one(TextArea)
        area.text = area.text.replace("Write to", "Please write\nto")
        await editor.press("ctrl+s", "u")
        assert editor.told[-1] == "Undone: Edit the text of Contact"
        await editor.press("ctrl+r", "ctrl+s", "enter")
    assert page.read_bytes() == PAGE.replace("Write to", "Please write\nto").replace("\n", "\r\n").encode()


async def test_leaving_a_text_keeps_what_was_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("e")
        area = editor.app.screen.query_one(TextArea)
        area.text += "- half"
        await editor.press("escape")
        assert "unfinished text is saved" in editor.told[-1]
        assert not editor.app.session.document.dirty
        await editor.press("e")
        assert editor.app.screen.query_one(TextArea).text.endswith("- half")


async def test_the_section_is_edited_in_the_users_editor(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nsed -i "s/Talk at/Speech at/" "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr(ProfileApp, "suspend", nullcontext)
    async with editing(page) as editor:
        await editor.press("E", "ctrl+s", "enter")
    assert page.read_text() == PAGE.replace("Talk at", "Speech at")


@pytest.mark.parametrize(("section", "suffix"), [("News", ".md"), ("Front matter", ".yml")])
async def test_the_users_editor_is_told_what_text_it_is(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, section: str, suffix: str
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/named\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr(ProfileApp, "suspend", nullcontext)
    async with editing(page) as editor:
        await editor.go_to(section)
        await editor.press("E")
    assert Path((tmp_path / "named").read_text().strip()).suffix == suffix


async def test_an_editor_that_fails_changes_nothing(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProfileApp, "suspend", nullcontext)
    async with editing(page) as editor:
        monkeypatch.setenv("VISUAL", "false")
        await editor.press("E")
        assert "ended with code 1" in editor.told[-1]
        monkeypatch.setenv("VISUAL", "/no/such/editor")
        await editor.press("E")
        assert "check $EDITOR" in editor.told[-1]
        assert not editor.app.session.document.dirty


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('head -c 34000000 /dev/zero > "$1"', "more than the 32 MB that can be read"),
        ('rm "$1"; mkfifo "$1"', "this is not an ordinary file"),
        ("printf '\\377' > \"$1\"", "isn't UTF-8; nothing was changed"),
        ('rm "$1"', "there is no such file"),
    ],
)
async def test_what_an_editor_leaves_is_read_within_bounds(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    path = tmp_path / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(path))
    monkeypatch.setattr(ProfileApp, "suspend", nullcontext)
    async with editing(page) as editor:
        await editor.press("E")
        assert told in editor.told[-1]
        assert not editor.app.session.document.dirty


async def test_odd_line_ends_within_a_text_stay(page: Path) -> None:
    odd = PAGE.replace("Write to ada@example.org.", "Write\u2028to\x0bada\x0c@\x85example.org.")
    page.write_bytes(odd.encode())
    async with editing(page) as editor:
        await editor.go_to("Contact")
        await editor.press("e", "down", "down", "end", "!", "ctrl+s", "ctrl+s", "enter")
        assert editor.bytes == odd.replace("org.\n", "org.!\n").encode()


def underlined(editor: Editor) -> list[str]:
    """What is underlined on the screen that is seen, as links are."""
    strips = editor.app.screen._compositor.render_strips()
    return [segment.text for strip in strips for segment in strip if segment.style and segment.style.underline]


async def test_links_show_in_the_lines_of_the_file_in_what_will_be_written_and_while_one_types(page: Path) -> None:
    async with editing(page, size=(240, 30)) as editor:
        await editor.go_to("Publications")
        assert underlined(editor) == ["Reading the Ice of Small Lakes"]
        await editor.press("e")
        assert underlined(editor) == ["Reading the Ice of Small Lakes", "Ice in Spring"]
        await editor.press("escape", "n", *"A [b](https://example.org)")
        assert underlined(editor) == ["b", "b"]


async def test_a_text_is_never_called_by_half_a_tag(tmp_path: Path) -> None:
    tags = "".join(f"{{% assign part{at} = site.data.part %}}\n" for at in range(6))
    path = tmp_path / "about.md"
    path.write_text(
        f"---\n---\nHello.\n\n# Contact\n\nWrite.\n\n<section>\n<h2></h2>\n{tags}{{{{ site.title }}}}\n</section>\n"
    )
    async with editing(path) as editor:
        assert not [row.text for row in editor.main.sections.rows if "{" in row.text]


async def test_ctrl_home_and_ctrl_end_go_to_the_edges_of_a_text(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Introduction")
        await editor.press("e", "ctrl+end", "Z", "ctrl+home", "A", "ctrl+shift+end")
        area = editor.app.screen.query_one(TextArea)
        assert area.text.startswith("A")
        assert area.text.endswith("Z")
        assert area.selected_text == area.text[1:]
