"""The profile in the editor: groups and fields, one form a field, cleared and taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Label, TextArea

from profile_tui.app.screens.draft import DraftScreen
from profile_tui.app.screens.main import MainScreen
from support import profiles
from support.editor import Editor, editing
from support.repositories import build, snapshot

OLD = profiles.ACADEMIC["_config.yml"]


@pytest.fixture
def academic(tmp_path: Path) -> Path:
    """A repository as of academicpages."""
    return build(tmp_path / "academic", profiles.ACADEMIC)


def config(folder: Path) -> str:
    return (folder / "_config.yml").read_text()


async def find(editor: Editor, words: str) -> None:
    """Goes to the profile and shows the fields that hold words."""
    await editor.go_to("Profile")
    await editor.press("slash", *words, "enter")


async def test_fields_stand_below_their_groups_those_without_a_value_show_what_they_take(academic: Path) -> None:
    async with editing(academic) as editor:
        left = [row.text for row in editor.main.sections.rows]
        assert left[:5] == ["News", "Publications", "Research Interests", "Profile", "Front matter"]
        await editor.go_to("Profile")
        assert editor.rows[:4] == ["Identity", "avatar  ada.png", "name  Ada Example", "pronouns  such as she/her"]
        roles = {row.left: row.role for row in editor.main.entries.rows}
        assert (roles["name"], roles["pronouns"], roles["bio"], roles["bluesky"]) == (
            "field",
            "blank",
            "blank",
            "fixed",
        )
        await editor.press("down")
        assert editor.lines[-1] == '  name             : &me "Ada Example"   # as on papers'
        assert editor.heading == "line 13 of _config.yml · as on disk"


async def test_a_blank_field_is_filled_in_its_form_and_saved(academic: Path) -> None:
    before = snapshot(academic)
    async with editing(academic) as editor:
        await find(editor, "pronouns")
        await editor.press("enter")
        assert "such as she/her" in editor.picture
        await editor.fill("value", "she/her")
        assert editor.lines == ['  pronouns         : "she/her" # example: "she/her"']
        assert editor.heading == "will be written, as line 14 of _config.yml"
        await editor.press("ctrl+s")
        assert editor.row == "pronouns  she/her"
        assert {row.text: row.right for row in editor.main.sections.rows}["Profile"] == "●"
        assert snapshot(academic) == before, "nothing is written before it is saved"
        await editor.press("u")
        assert editor.row == "pronouns  such as she/her"
        await editor.press("ctrl+r", "ctrl+s", "enter")
        assert editor.told[-1] == "Saved."
    assert config(academic) == OLD.replace("pronouns         : #", 'pronouns         : "she/her" #')


async def test_an_absent_field_says_so_and_gets_its_line(academic: Path) -> None:
    async with editing(academic) as editor:
        await find(editor, "kaggle")
        assert editor.lines == ["user name: www.kaggle.com/NAME", "Not in _config.yml yet; enter adds the line."]
        await editor.press("d")
        assert "no line" in editor.told[-1]
        await editor.press("enter")
        await editor.fill("value", "ada")
        assert editor.lines == ['  kaggle           : "ada"']
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert config(academic) == OLD.replace(": 12345\n", ': 12345\n  kaggle           : "ada"\n')


async def test_d_clears_a_value_and_once_more_takes_the_line(academic: Path) -> None:
    async with editing(academic) as editor:
        await find(editor, "email")
        await editor.press("d")
        assert editor.rows == ["email  e-mail address"]
        assert "press d again to delete the line" in editor.told[-1]
        await editor.press("d", "ctrl+s", "enter")
    assert config(academic) == OLD.replace('  email            :  ada@example.org # "other"\n', "")


async def test_a_url_for_a_user_name_is_refused_beside_the_field_and_a_doubt_only_told(academic: Path) -> None:
    async with editing(academic) as editor:
        await find(editor, "linkedin")
        await editor.press("enter")
        await editor.fill("value", "https://www.linkedin.com/in/ada")
        assert editor.lines == ["linkedin wants a user name (www.linkedin.com/in/NAME), not a URL; type ada"]
        await editor.press("ctrl+s")
        assert not isinstance(editor.app.screen, MainScreen)
        await editor.fill("value", "@ada")
        assert "without @" in editor.picture
        assert editor.lines == ['  linkedin         : "@ada"']
        await editor.press("escape")
        assert not editor.app.session.workspace.dirty
        await editor.press("enter")
        assert editor.form.texts() == {"value": "@ada"}


async def test_what_cannot_be_edited_says_why_and_opens_as_text(academic: Path) -> None:
    async with editing(academic) as editor:
        await find(editor, "bluesky")
        await editor.press("enter")
        assert "the key bluesky is there twice; press e" in editor.told[-1]
        await editor.press("e")
        area = editor.app.screen.query_one(TextArea)
        assert area.text.startswith("author:\n")
        area.text = area.text.replace("  bluesky          : # Username\n", "", 1)
        await editor.press("ctrl+s", "escape", "K")
        assert "template decides the order" in editor.told[-1]
        await editor.press("ctrl+s", "enter")
    assert config(academic) == OLD.replace("  bluesky          : # Username\n", "", 1)


async def test_a_field_that_the_template_does_not_know_is_added(academic: Path) -> None:
    async with editing(academic) as editor:
        await editor.go_to("Profile")
        await editor.press("a")
        assert editor.form.form.title == "New field · author"
        await editor.fill("name", "openreview")
        await editor.fill("value", "https://example.org/ada")
        await editor.press("ctrl+s")
        assert "openreview  https://example.org/ada" in editor.rows
        await editor.press("ctrl+s", "enter")
    line = '  openreview       : "https://example.org/ada"\n'
    assert config(academic) == OLD.replace(" # Username\n\n# Coll", f" # Username\n{line}\n# Coll")


async def test_all_files_are_one_form_and_lists_and_flags_have_their_shapes(tmp_path: Path) -> None:
    folder = build(tmp_path, {**profiles.FOLIO, "_data/socials.yml": profiles.SOCIALS})
    before = snapshot(folder)
    async with editing(folder) as editor:
        await editor.go_to("Profile")
        headings = [row.text for row in editor.main.entries.rows if row.role == "heading"]
        assert headings == [
            "Identity · _config.yml",
            "Home page · _pages/about.md",
            "Links · _data/socials.yml",
            "Other · _data/socials.yml",
        ]
        await find(editor, "circular")
        await editor.press("enter")
        await editor.fill("value", "yes")
        assert editor.lines == ["profile.image_circular is true or false"]
        await editor.fill("value", "true")
        assert editor.lines == ["  image_circular: true # crops the image"]
        await editor.press("ctrl+s", "escape")
        await find(editor, "contact")
        await editor.press("enter")
        assert isinstance(editor.form.field("value"), TextArea)
        await editor.fill("value", "Write to me about snow.")
        await editor.press("ctrl+s", "escape")
        await find(editor, "scholar_userid")
        await editor.press("d", "ctrl+s", "enter")
    after = snapshot(folder)
    assert after["_pages/about.md"] == before["_pages/about.md"].replace(b"circular: false", b"circular: true")
    assert after["_config.yml"] == before["_config.yml"].replace(b"about ice.", b"about snow.").replace(
        b"  Write to me\n  about snow.", b"  Write to me\n  about snow."
    )
    assert after["_data/socials.yml"] == before["_data/socials.yml"].replace(b"scholar_userid: abc-D # your id\n", b"")


async def test_a_broken_configuration_stands_on_top_and_opens_as_text(academic: Path) -> None:
    file = academic / "_config.yml"
    file.write_text(OLD.replace('"ada.png"', '"ada.png'))
    async with editing(academic) as editor:
        await editor.go_to("Profile")
        assert editor.row.startswith("_config.yml:13: This line does not fit")
        await editor.press("enter")
        area = editor.app.screen.query_one(TextArea)
        area.text = area.text.replace('"ada.png', '"ada.png"')
        await editor.press("ctrl+s")
        assert "avatar  ada.png" in editor.rows
        await editor.press("ctrl+s", "enter")
    assert file.read_text() == OLD


async def test_unsaved_work_on_the_profile_is_offered_again(academic: Path) -> None:
    async with editing(academic) as editor:
        await find(editor, "zhihu")
        await editor.press("enter")
        await editor.fill("value", "ada")
        await editor.press("ctrl+s", "q", "k")
    async with editing(academic) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        await editor.press("r", "ctrl+s", "enter")
    assert config(academic) == OLD.replace("zhihu            : #", 'zhihu            : "ada" #')


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_it_works_at_any_size_by_keys_alone(academic: Path, size: tuple[int, int]) -> None:
    async with editing(academic, size) as editor:
        await find(editor, "mastodon")
        assert "mastodon" in editor.picture
        await editor.press("enter")
        await editor.fill("value", "https://example.org/@ada")
        assert "mastodon         : " in editor.picture
        await editor.press("ctrl+s")
        assert editor.row == "mastodon  https://example.org/@ada"
        await editor.press("p")
        assert editor.lines[-1].startswith("  mastodon         : "), "YAML is not shown as a reader sees it"


async def test_a_page_alone_has_the_row_only_where_its_front_matter_says_something(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text(profiles.HOME)
    async with editing(page) as editor:
        assert "Profile" not in [row.text for row in editor.main.sections.rows]
    page.write_text(profiles.FOLIO["_pages/about.md"])
    async with editing(page) as editor:
        await find(editor, "image")
        await editor.press("enter")
        await editor.fill("value", "me.jpg")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert page.read_text() == profiles.FOLIO["_pages/about.md"].replace("ada.jpg", "me.jpg")


async def test_a_field_that_one_has_not_come_to_is_not_complained_of_until_one_applies(academic: Path) -> None:
    def complaints(editor: Editor) -> list[str]:
        return [label.id or "" for label in editor.form.query("Label.-wrong, #complaint.-shown")]

    async with editing(academic) as editor:
        await editor.go_to("Profile")
        await editor.press("a")
        assert (editor.heading, complaints(editor)) == ("still needed", [])
        await editor.press(*"openreview")
        assert (editor.heading, editor.lines, complaints(editor)) == ("still needed", ["type the value"], [])
        await editor.press("ctrl+s")
        assert editor.told[-1] == "Type the value"
        assert editor.app.focused is editor.form.field("value")
        assert editor.heading == "can't be written yet"
        assert complaints(editor) == ["label-value", "complaint"]
        await editor.press("x")
        assert complaints(editor) == []
        await editor.press("backspace")
        assert complaints(editor) == ["label-value", "complaint"], "one was there"


async def test_what_a_new_field_must_have_is_marked(academic: Path) -> None:
    def labels(editor: Editor) -> list[str]:
        return [str(label.content) for label in editor.form.query(Label) if label.id and label.id.startswith("label-")]

    async with editing(academic) as editor:
        await editor.go_to("Profile")
        await editor.press("a")
        assert labels(editor) == ["Field *", "Value *"]
        await editor.press("escape")
        await editor.go_to("Front matter")
        await editor.press("a")
        assert labels(editor) == ["Key *", "Value"]
        await editor.press("escape", "n")
        assert labels(editor) == ["Date", "Text *"]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [("avatar", "me.png", "me.png"), ("name", " B", "Ada Example B")],
    ids=["one word is replaced", "several words are gone on with"],
)
async def test_typing_into_a_value(academic: Path, field: str, typed: str, value: str) -> None:
    async with editing(academic) as editor:
        await editor.go_to("Profile")
        row = next(row for row in editor.main.entries.rows if row.left == field)
        editor.main.entries.go_to(list(editor.main.entries.rows).index(row))
        await editor.press("enter", *typed)
        assert editor.form.texts() == {"value": value}


async def test_typing_into_front_matter_replaces_an_address(academic: Path) -> None:
    async with editing(academic) as editor:
        await editor.go_to("Front matter")
        await editor.press("slash", *"permalink", "enter", "enter", *"/ada/")
        assert editor.form.texts() == {"value": "/ada/"}
