"""Entries that live in collections and bibliographies, in the editor."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from profile_tui.app.screens.draft import DraftScreen
from support.editor import editing
from support.repositories import ACADEMIC, FOLIO, LIGHT, build, snapshot

SAMPLES = Path(__file__).parents[2] / "sample_profiles"


@pytest.fixture
def folio(tmp_path: Path) -> Path:
    """A repository as of al-folio: a news collection and a bibliography."""
    return build(tmp_path / "folio", FOLIO)


@pytest.fixture
def academic(tmp_path: Path) -> Path:
    """A repository as of academicpages: collections of publications and talks."""
    return build(tmp_path / "academic", ACADEMIC)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


async def test_the_entries_of_stores_are_listed_and_counted(folio: Path) -> None:
    async with editing(folio) as editor:
        left = {row.text: row.right for row in editor.main.sections.rows}
        assert (left["News"], left["Publications"]) == ("3", "2")
        assert editor.rows[:2] == ["_news", "2025-02-03  A long way to the lake"]
        assert editor.rows[2:] == ["2024-12-03  A map is out. :map:", "2024-02-03  The lab opens."]
        assert editor.row.startswith("2025-02-03")
        assert editor.main.pane == "entries"
        assert editor.lines == FOLIO["_news/announcement_2.md"].splitlines()
        assert editor.heading == "lines 1–10 of _news/announcement_2.md · as on disk"
        await editor.go_to("Publications")
        assert editor.rows[0] == "_bibliography/papers.bib"
        assert editor.lines[0] == "@article{example2025lakes,"
        assert editor.lines[-1] == "}"


async def test_kinds_that_only_a_store_holds_are_offered(academic: Path) -> None:
    async with editing(academic) as editor:
        await editor.go_to("Invited Talks")
        assert editor.rows == ["_talks", "2023-01-01  On Ice"]


async def test_a_news_item_is_added_as_a_file_of_its_own(folio: Path) -> None:
    before = snapshot(folio)
    async with editing(folio) as editor:
        await editor.press("n")
        assert editor.form.texts() == {"date": "2026-11-21", "text": ""}
        await editor.fill("text", "We *measured* the ice.")
        written = editor.lines
        assert editor.heading == f"will be written, as lines 1–{len(written)} of announcement_11.md"
        assert written[0] == "---"
        await editor.press("ctrl+s")
        assert editor.row == "2026-11-21  We measured the ice."
        assert {row.text: row.right for row in editor.main.sections.rows}["News"] == "● 4"
        assert snapshot(folio) == before, "nothing is written before it is saved"
        await editor.press("u")
        assert len(editor.rows) == 4
        await editor.press("ctrl+r", "ctrl+s")
        assert "_news/announcement_11.md" in editor.heading
        await editor.press("enter")
        assert editor.told[-1] == "Saved."
    after = snapshot(folio)
    assert changed(before, after) == {"_news/announcement_11.md"}
    assert after["_news/announcement_11.md"].decode().splitlines() == written


async def test_typing_a_title_leaves_no_trace_of_the_files_it_might_have_had(academic: Path) -> None:
    before = snapshot(academic)
    async with editing(academic) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        for title in ("Snow", "Snow on"):
            await editor.fill("title", title)
            await editor.fill("authors", "Ada Example")
            await editor.fill("venue", "Journal of Snow")
        await editor.press("ctrl+s")
        assert "Snow on" in editor.row
        assert len(editor.rows) == 4
        await editor.press("ctrl+s", "enter")
    [name] = changed(before, snapshot(academic))
    assert "snow-on" in name


@pytest.mark.parametrize(
    ("site", "file", "old", "new"),
    [
        (FOLIO, "_bibliography/papers.bib", "Reading {S}mall Lakes", "Deep Lakes"),
        (
            ACADEMIC,
            "_publications/2024-05-01-reading-small-lakes.md",
            "venue: 'Journal of Ice'",
            "venue: 'Ice Letters'",
        ),
    ],
)
async def test_a_publication_is_edited_where_it_stands(
    tmp_path: Path, site: dict[str, str], file: str, old: str, new: str
) -> None:
    folder = build(tmp_path / "site", site)
    before = snapshot(folder)
    async with editing(folder) as editor:
        await editor.go_to("Publications")
        await editor.press("enter")
        field, value = ("title", new) if site is FOLIO else ("venue", "Ice Letters")
        await editor.fill(field, value)
        assert any(new in line for line in editor.lines)
        assert "will be written" in editor.heading
        await editor.press("ctrl+s")
        assert value in editor.row
        await editor.press("D")
        assert [line for line in editor.lines if line.startswith("+")]
        await editor.press("enter")
    after = snapshot(folder)
    assert changed(before, after) == {file}
    lines = zip(before[file].splitlines(), after[file].splitlines(), strict=True)
    changes = [(was, now) for was, now in lines if was != now]
    assert all(new.encode() in now or b"citation" in now for _, now in changes)


async def test_removing_takes_the_file_away_at_the_save_and_undo_brings_it_back(folio: Path) -> None:
    before = snapshot(folio)
    async with editing(folio) as editor:
        await editor.press("d")
        assert [row[:10] for row in editor.rows] == ["_news", "2024-12-03", "2024-02-03"]
        await editor.press("D")
        assert "_news/announcement_2.md · 0 lines added, 10 removed" in editor.heading
        await editor.press("enter")
        assert not (folio / "_news" / "announcement_2.md").exists()
        await editor.press("u")
        assert len(editor.rows) == 4
        await editor.press("ctrl+s", "enter")
    assert snapshot(folio) == before


async def test_moving_is_refused_where_the_site_sorts_and_done_in_a_bibliography(folio: Path) -> None:
    before = snapshot(folio)
    async with editing(folio) as editor:
        await editor.press("J")
        assert "sorts the files of _news by date" in editor.told[-1]
        await editor.go_to("Publications")
        first = editor.row
        await editor.press("J")
        assert (editor.row, editor.rows[2]) == (first, first)
        await editor.press("ctrl+s", "enter")
    after = snapshot(folio)
    assert changed(before, after) == {"_bibliography/papers.bib"}
    bib = "_bibliography/papers.bib"
    assert sorted(after[bib].splitlines()) == sorted(before[bib].splitlines())
    assert after[bib].index(b"@inproceedings") < after[bib].index(b"@article")


async def test_a_file_that_is_no_entry_is_told_and_edited_as_text(folio: Path) -> None:
    broken = folio / "_news" / "announcement_3.md"
    broken.write_text("---\ndate: [\ninline: true\n---\n\nThe ice is thick.\n")
    async with editing(folio) as editor:
        await editor.press("end")
        assert editor.row.startswith("not recognised: _news/announcement_3.md: ")
        assert editor.lines[-1] == "The ice is thick."
        await editor.press("d")
        assert "press e" in editor.told[-1]
        await editor.press("enter")
        raw = editor.app.screen.query_one(TextArea)
        raw.text = raw.text.replace("[", "2026-01-02")
        await editor.press("ctrl+s", "ctrl+s", "enter")
        assert editor.rows[1] == "2026-01-02  The ice is thick."
    assert broken.read_text() == "---\ndate: 2026-01-02\ninline: true\n---\n\nThe ice is thick.\n"


async def test_unsaved_work_on_stores_is_offered_again(folio: Path) -> None:
    async with editing(folio) as editor:
        await editor.press("d", "n")
        await editor.fill("text", "A new item.")
        await editor.press("ctrl+s", "q", "k")
    async with editing(folio) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        assert "No longer" not in editor.picture, "a file that is to be created was never there"
        await editor.press("r")
        assert [row[12:] for row in editor.rows[1:]] == ["A new item.", "A map is out. :map:", "The lab opens."]
        await editor.press("ctrl+s", "enter")
    names = {path.name for path in (folio / "_news").iterdir()}
    assert names == {"announcement_1.md", "announcement_10.md", "announcement_11.md"}


async def test_a_draft_of_a_file_that_is_gone_says_that_it_is_written_anew(folio: Path) -> None:
    async with editing(folio) as editor:
        await editor.press("enter")
        await editor.fill("text", "A changed item.")
        await editor.press("ctrl+s", "q", "k")
    gone = next(path for path in (folio / "_news").iterdir() if "A long way" in path.read_text())
    gone.unlink()
    async with editing(folio) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        assert f"No longer on disk, so written anew: _news/{gone.name}." in " ".join(editor.picture.split())
        await editor.press("r", "ctrl+s", "enter")
    assert "A changed item." in gone.read_text()


async def test_a_new_entry_goes_to_the_section_that_the_row_stands_in(folio: Path) -> None:
    page = folio / "_pages" / "about.md"
    page.write_text(page.read_text() + "\n# News\n\n- *2026.03*: On the page.\n")
    sample = folio / "_news" / "announcement_1.md"
    sample.rename(sample.with_name("a-lab-opens.md"))  # so that not all came with the template
    before = snapshot(folio)
    async with editing(folio) as editor:
        assert editor.row == "2026-03  On the page."
        await editor.press("a")
        assert editor.form.form.title == "New news item · News"
        await editor.fill("text", "By hand.")
        assert editor.heading.endswith("of about.md")
        await editor.press("ctrl+s", "end", "K")
        assert "sorts" in editor.told[-1]
        await editor.press("a")
        assert editor.form.form.title == "New news item · _news"
        await editor.press("escape", "ctrl+s", "enter")
    assert changed(before, snapshot(folio)) == {"_pages/about.md"}


async def test_the_lines_with_which_liquid_lists_a_store_are_one_row(tmp_path: Path) -> None:
    loop = "{% for paper in site.data.publications.main %}"
    include = f"<h2>Publications</h2>\n\n<ol>\n\n{loop}\n\n<li>{{{{ paper.title }}}}</li>\n\n{{% endfor %}}\n\n</ol>\n"
    folder = build(tmp_path / "light", {**LIGHT, "_includes/publications.md": include})
    async with editing(folder) as editor:
        await editor.go_to("Publications")
        assert editor.rows[:3] == ["Publications", f"template code: {loop}", "publications"]
        assert editor.row.startswith("2025  Reading Small Lakes")
        await editor.press("up")
        assert editor.lines == include.splitlines()[2:]


async def test_entries_of_a_data_file_are_edited_added_and_taken_back(tmp_path: Path) -> None:
    folder = build(tmp_path / "light", LIGHT)
    before = snapshot(folder)
    async with editing(folder) as editor:
        await editor.go_to("Publications")
        assert editor.row.startswith("2025  Reading Small Lakes: A Study")
        await editor.press("enter")
        await editor.fill("title", "Deep Lakes")
        assert editor.lines[0] == '  - title: "Deep Lakes"'
        assert editor.heading == "will be written, as lines 3–7 of publications.yml"
        await editor.press("ctrl+s", "a")
        await editor.fill("title", "New Snow")
        await editor.fill("authors", "Ada Example, Ben Sample")
        await editor.fill("venue", "ICE")
        await editor.press("ctrl+s")
        assert editor.row.startswith("2026  New Snow")
        await editor.press("u", "ctrl+s", "enter")
    after = snapshot(folder)
    old, new = b'"Reading Small Lakes: A Study"', b'"Deep Lakes"'
    assert after == {**before, "_data/publications.yml": before["_data/publications.yml"].replace(old, new)}


async def test_a_pasted_bibtex_entry_goes_to_the_bibliography_with_all_its_fields(folio: Path) -> None:
    before = snapshot(folio)
    fields = "title = {Snow}, author = {Sample, Ben}, journal = {Ice}, year = {2026}, volume = {7}"
    async with editing(folio) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        editor.form.field("title").post_message(events.Paste(f"@article{{sample2026, {fields}}}"))
        await editor.press()
        await editor.fill("title", "Snow Again")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    after = snapshot(folio)
    assert changed(before, after) == {"_bibliography/papers.bib"}
    written = after["_bibliography/papers.bib"].decode()
    assert "Snow Again" in written
    assert re.search(r"volume\s*=\s*.7", written)


async def test_after_a_paste_what_the_form_shows_is_what_is_written(folio: Path) -> None:
    fields = "title = {Snow}, author = {Sample, Ben}, journal = {Ice}, year = {2026}, volume = {7}, note = {Oral}"
    async with editing(folio) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        editor.form.field("title").post_message(events.Paste(f"@article{{sample2026, {fields}}}"))
        await editor.press()
        await editor.fill("note", "")
        await editor.fill("venue", "")
        await editor.press("ctrl+s", "a")
        editor.form.field("title").post_message(events.Paste(f"@article{{other2026, {fields}, doi = {{10.50009/x}}}}"))
        await editor.press("f2")
        await editor.fill("title", "Something Else")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    first, second = (folio / "_bibliography/papers.bib").read_text().split("@")[2:4]
    assert "other2026" not in first + second
    assert "volume" not in first
    assert "10.50009" not in first
    assert "volume" in second
    assert "Oral" not in second
    assert "Ice" not in second


async def test_problems_of_the_whole_site_are_listed_and_followed_after_a_save(academic: Path) -> None:
    path = academic / "_publications" / "2022-03-09-ice-in-spring.md"
    other = re.search(
        r"^permalink:.*$", (academic / "_publications/2024-05-01-reading-small-lakes.md").read_text(), re.M
    )
    assert other is not None
    path.write_text(re.sub(r"^permalink:.*$", other[0], path.read_text(), flags=re.M))
    async with editing(academic) as editor:
        await editor.settle()
        await editor.go_to("Problems")
        (row,) = [row for row in editor.rows if "_publications/" in row and "permalink" in row]
        await editor.press(*["down"] * editor.rows.index(row), "enter")
        assert editor.row.startswith(("2022", "2024"))
        await editor.go_to("Publications")
        await editor.press("home", "d", "ctrl+s", "enter")
        await editor.settle()
        await editor.go_to("Problems")
        assert not [row for row in editor.rows if "permalink" in row]


async def test_a_page_of_publications_is_listed_and_edited_like_a_store(tmp_path: Path) -> None:
    line = "- **Mira Tallow**, Jonas Reef. *On wet moss*. Journal of Peat, 2025.\n"
    text = f"---\ntitle: Publications\n---\n\n{line}"
    root = build(
        tmp_path / "own", {"_config.yml": "title: Mira\n", "index.md": "---\n---\n\nHello.\n", "publications.md": text}
    )
    async with editing(root) as editor:
        await editor.go_to("Publications")
        assert editor.rows == ["Publications", "2025  On wet moss  Mira Tallow, Jonas Reef  Journal of Peat"]
        await editor.press("a")
        await editor.fill("title", "Reeds of the North")
        await editor.fill("authors", "Mira Tallow, Jonas Reef")
        await editor.fill("venue", "Journal of Peat")
        await editor.fill("year", "2026")
        await editor.press("ctrl+s")
        assert editor.rows[1].startswith("2026  Reeds of the North")
        await editor.press("ctrl+s", "enter")
        assert editor.told[-1] == "Saved."
    new = line.replace("On wet moss", "Reeds of the North").replace("2025", "2026")
    assert (root / "publications.md").read_text() == text.replace(line, new + line)


async def test_where_no_page_shows_a_store_the_form_says_so(tmp_path: Path) -> None:
    root = build(
        tmp_path / "off",
        {
            "_config.yml": "title: Mira\ncollections: [news]\n",
            "_layouts/home.html": "<html>{{ content }}</html>\n",
            "index.md": "---\nlayout: home\n---\n\nHello.\n",
            "_news/1.md": "---\ndate: 2025-01-01\ninline: true\n---\n\nIce.\n",
        },
    )
    before = snapshot(root)
    async with editing(root) as editor:
        await editor.press("n")
        await editor.fill("text", "Snow.")
        await editor.press("ctrl+s")
        assert "no page of this site shows _news" in " ".join(editor.picture.split())
    assert snapshot(root) == before


@pytest.mark.parametrize(("kind", "store"), [("News", "_news"), ("Publications", "_publications")])
async def test_what_is_added_at_the_loop_of_a_page_goes_to_the_store_that_it_shows(
    tmp_path: Path, kind: str, store: str
) -> None:
    site = shutil.copytree(SAMPLES / "luost26", tmp_path / "site")
    async with editing(site) as editor:
        await editor.go_to(kind)
        await editor.press("home")
        assert "template code" in editor.row
        await editor.press("a")
        assert store in editor.form.form.title


async def test_the_form_of_a_publication_offers_the_keys_of_its_store(folio: Path) -> None:
    file = "_bibliography/papers.bib"
    before = FOLIO[file]
    async with editing(folio, (100, 40)) as editor:
        await editor.go_to("Publications")
        await editor.press("enter")
        fields = {field.label: field for field in editor.form.form.fields}
        assert list(fields)[-3:] == ["abbr", "pages", "selected"]
        assert [editor.form.texts()[f"key-{key}"] for key in ("abbr", "pages", "selected")] == ["JI", "1--9", "yes"]
        assert fields["selected"].hint == "yes or no"
        assert editor.form.completions("key-selected", "n") == ["no"]
        await editor.fill("key-selected", "perhaps")
        assert "selected is yes or no here; “perhaps” is neither" in editor.picture
        await editor.fill("key-selected", "no")
        await editor.fill("key-abbr", "")
        await editor.press("ctrl+s")
        await editor.press("a")
        assert editor.form.completions("key-pages", "1") == ["1--9"]
        assert editor.form.texts()["key-selected"] == ""
        await editor.fill("title", "Snow")
        await editor.fill("authors", "Ada Example")
        await editor.fill("key-selected", "yes")
        await editor.press("ctrl+s", "ctrl+s", "enter")
        assert editor.told[-1] == "Saved."
    after = snapshot(folio)[file].decode()
    changed_entry = before.replace("  abbr     = {JI},\n", "").replace("{true}", "{false}")
    new, _unused, rest = after.partition("@article{example2025lakes,")
    assert "@article{example2025lakes," + rest == changed_entry[changed_entry.index("@article") :]
    assert "  selected = {true}" in new
