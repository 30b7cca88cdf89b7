"""A DOI, an arXiv number or a link that is pasted into an empty form fills it, beside the keys."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from profile_tui.app.forms.paper import PaperForm
from profile_tui.app.screens.pick_screen import PickLine
from profile_tui.app.screens.take import TakeScreen
from profile_tui.app.widgets.row_list import RowList
from profile_tui.text.errors import UsageError
from profile_tui.workspace.lookup.find import FoundPaper
from support.editor import PAGE, Editor, editing
from support.services import Reply, Services, data

SNOW = {
    "type": "journal-article", "DOI": "10.5555/snow.1", "title": "Snow on Small Lakes", "container-title": "Ice",
    "author": [{"given": "Ben", "family": "Sample"}, {"given": "Ada", "family": "Example"}],
    "issued": {"date-parts": [[2026, 2]]},
}  # fmt: skip


async def paste(editor: Editor, text: str, field: str = "title") -> None:
    """Paste a text into the form of a new publication."""
    await editor.go_to("Publications")
    await editor.press("a")
    widget = editor.form.field(field)
    widget.focus()
    await editor.press()
    widget.post_message(events.Paste(text))
    await editor.press()


@pytest.mark.parametrize("text", ["10.5555/snow.1", "https://doi.org/10.5555/snow.1\n"])
async def test_a_pasted_doi_fills_the_form(page: Path, services: Services, text: str) -> None:
    services.give("doi", "10.5555/snow.1", data(SNOW))
    async with editing(page) as editor:
        await paste(editor, text)
        assert "Looking it up…" in editor.told
        await editor.until("Filled from doi.org; please check.")
        texts = editor.form.texts()
        assert texts["title"] == "Snow on Small Lakes"
        assert texts["authors"] == "Ben Sample, Ada Example"
        assert (texts["venue"], texts["year"], texts["links"]) == ("Ice", "2026", "DOI=https://doi.org/10.5555/snow.1")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    new = "- [Snow on Small Lakes](https://doi.org/10.5555/snow.1), Ben Sample, **Ada Example**, *Ice*, 2026\n"
    assert page.read_text() == PAGE.replace("# Publications\n\n", f"# Publications\n\n{new}")


async def test_keys_stay_live_and_what_was_typed_meanwhile_stays(page: Path, services: Services) -> None:
    services.give("doi", "", Reply(data(SNOW).body, pause=0.6))
    async with editing(page) as editor:
        await paste(editor, "10.5555/snow.1")
        await editor.fill("venue", "My Own Words")
        await editor.until("you typed meanwhile")
        assert (editor.form.texts()["title"], editor.form.texts()["venue"]) == ("10.5555/snow.1", "My Own Words")
        await editor.press("f3")
        await editor.until("Filled from doi.org")
        assert editor.form.texts()["title"] == "Snow on Small Lakes"


async def test_where_nothing_is_found_the_form_stays(page: Path, services: Services) -> None:
    async with editing(page) as editor:
        await paste(editor, "10.5555/none")
        await editor.until("Nothing is filled in: no service knows 10.5555/none")
        assert editor.form.texts()["title"] == "10.5555/none"
        await editor.press("x")
        assert editor.form.texts()["title"] == "10.5555/nonex"


async def test_f3_looks_up_a_title(page: Path, services: Services) -> None:
    listed = {**SNOW, "title": [SNOW["title"]], "container-title": ["Ice"]}
    services.give("crossref", "works?query", data({"message": {"items": [listed]}}))
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a", "f3")
        assert "Type a DOI, an arXiv number, a link or a title as title first." in editor.told
        await editor.fill("title", "snow on small lakes")
        await editor.press("f3")
        await editor.until("Filled from Crossref")
        assert editor.form.texts()["authors"] == "Ben Sample, Ada Example"


@pytest.mark.parametrize(
    ("text", "field"),
    [("Snow of 2026 on lakes", "title"), ("10.5555/snow.1", "note"), ("https://example.org/1", "title")],
)
async def test_nobody_is_asked_for_other_texts(page: Path, services: Services, text: str, field: str) -> None:
    async with editing(page) as editor:
        await paste(editor, text, field)
        assert editor.form.texts()[field] == text
        await editor.press()
    assert not services.log


async def test_nobody_is_asked_where_the_form_is_half_filled_in(page: Path, services: Services) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("venue", "Ice")
        editor.form.field("title").focus()
        await editor.press()
        editor.form.field("title").post_message(events.Paste("10.5555/snow.1"))
        await editor.press()
    assert not services.log


async def test_a_doi_that_a_terminal_sends_as_keys_fills_the_form(page: Path, services: Services) -> None:
    services.give("doi", "10.5555/snow.1", data(SNOW))
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        title = editor.form.field("title")
        for at in range(1, len("10.5555/snow.1") + 1):
            setattr(title, "value", "10.5555/snow.1"[:at])  # noqa: B010 - as many changes as keys, in no time
        await editor.until("Filled from doi.org")
        assert editor.form.texts()["title"] == "Snow on Small Lakes"


async def test_leaving_the_form_ends_the_look_up(page: Path, services: Services) -> None:
    services.give("doi", "", Reply(data(SNOW).body, pause=5))
    async with editing(page) as editor:
        await paste(editor, "10.5555/snow.1")
        await editor.press("escape")
        await editor.press()
        assert not any("Filled" in told for told in editor.told)


async def test_an_answer_that_comes_just_after_the_form_was_left_is_not_told(
    page: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_answer = threading.Event()

    def refused(form: PaperForm, text: str, stopped: Callable[[], bool]) -> FoundPaper:
        may_answer.wait(10)
        raise UsageError("no service knows it")

    monkeypatch.setattr(PaperForm, "look_up", refused)
    async with editing(page) as editor:
        await paste(editor, "10.5555/snow.1")
        editor.form.dismiss(None)
        may_answer.set()
        time.sleep(0.3)  # the answer is to come before the loop takes the form away
        await editor.press()
        assert "Looking it up…" in editor.told
        assert not any("Nothing is filled in" in told for told in editor.told)


async def test_a_title_that_is_there_already_is_told_while_it_is_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("title", "Ice in spring")
        await editor.press()
        assert "this paper is there already, as publication 2" in editor.picture
        await editor.fill("title", "Ice in autumn")
        await editor.press()
        assert "there already" not in editor.picture


WORKS = """<dblpperson name="Ada Example" pid="12/3456">
<r><article key="journals/ice/1"><author>Ben Sample</author><author>Ada Example</author>
<title>Snow on Small Lakes.</title><journal>Ice</journal><year>2026</year><ee>https://doi.org/10.5555/snow.1</ee></article></r>
<r><article key="journals/ice/2"><author>Ben Sample</author><author>Ada Example</author>
<title>Ice in Spring.</title><journal>Lakes</journal><year>2026</year><ee>https://doi.org/10.5555/spring.1</ee></article></r>
<r><article key="journals/ice/3"><author>Ada Example</author><author>Ben Sample</author>
<title>Reading the Ice of Small Lakes.</title><journal>ICE</journal><year>2026</year></article></r>
</dblpperson>"""


@pytest.fixture
def own_list(page: Path, services: Services) -> Services:
    """An author's list: a paper that the page lacks, one that it has as a preprint, and one that it has."""
    page.write_text(PAGE.replace("*Journal of Ice*, 2025", "*arXiv preprint*, 2025"))
    services.give("dblp", "pid/12/3456.xml", Reply(WORKS))
    services.give("doi", "10.5555/snow.1", data(SNOW))
    spring = {**SNOW, "DOI": "10.5555/spring.1", "title": "Ice in Spring", "container-title": "Lakes"}
    services.give("doi", "10.5555/spring.1", data(spring))
    return services


async def open_list(editor: Editor) -> RowList:
    """Ask for the author's list."""
    await editor.main.run_command("publications.sync")
    await editor.press()
    line = editor.app.screen.query_one(PickLine)
    line.value = "https://dblp.org/pid/12/3456.html"
    await editor.press("enter")
    listing = editor.app.screen.query_one(RowList)
    for _ in range(200):
        if listing.rows:
            break
        await asyncio.sleep(0.02)
        await editor.press()
    return listing


async def test_a_missing_paper_of_one_s_list_fills_the_form(page: Path, own_list: Services) -> None:
    async with editing(page) as editor:
        listing = await open_list(editor)
        assert [(row.left, row.text, row.right) for row in listing.rows] == [
            ("2026", "Ice in Spring", "preprint here"),
            ("2026", "Snow on Small Lakes", "missing"),
        ]
        await editor.press("down", "enter")
        await editor.until("Filled from your list")
        assert editor.form.texts()["authors"] == "Ben Sample, Ada Example"
        await editor.press("ctrl+s")
        assert "[Snow on Small Lakes](https://doi.org/10.5555/snow.1)" in "\n".join(editor.lines)
    assert "Snow on Small Lakes" not in page.read_text(), "nothing is written before it is saved"


async def test_a_preprint_gets_its_published_version(page: Path, own_list: Services) -> None:
    async with editing(page) as editor:
        await open_list(editor)
        await editor.press("enter")
        await editor.until("The published version is filled in")
        texts = editor.form.texts()
        assert (texts["title"], texts["venue"], texts["year"]) == ("Ice in Spring", "Lakes", "2026")
        assert texts["links"].splitlines()[0] == "DOI=https://doi.org/10.5555/spring.1"


async def test_ticked_papers_are_taken_as_one_step_after_their_diff(page: Path, own_list: Services) -> None:
    async with editing(page) as editor:
        listing = await open_list(editor)
        await editor.press("space", "space")
        assert [row.text for row in listing.marked_rows] == ["Ice in Spring", "Snow on Small Lakes"]
        await editor.press("enter")
        for _ in range(200):
            if isinstance(editor.app.screen, TakeScreen):
                break
            await asyncio.sleep(0.02)
            await editor.press()
        shown = "\n".join(editor.lines)
        assert "+- [Snow on Small Lakes](https://doi.org/10.5555/snow.1)" in shown
        assert "*Lakes*, 2026" in shown
        screen = editor.app.screen
        assert isinstance(screen, TakeScreen)
        workspace = screen.session.workspace
        assert not workspace.dirty
        assert not workspace.can_undo, "nothing is done before the user agrees"
        await editor.press("escape")
        assert not workspace.dirty
        await editor.press("enter")
        for _ in range(200):
            if isinstance(editor.app.screen, TakeScreen):
                break
            await asyncio.sleep(0.02)
            await editor.press()
        await editor.press("enter")
        await editor.until("2 papers taken; u undoes it.")
        assert workspace.dirty
        await editor.press("u")
        assert not workspace.dirty
    assert "Snow on Small Lakes" not in page.read_text()


async def test_all_papers_are_ticked_by_one_key(page: Path, own_list: Services) -> None:
    async with editing(page) as editor:
        listing = await open_list(editor)
        await editor.press("ctrl+t")
        assert len(listing.marked_rows) == 2
        await editor.press("ctrl+t")
        assert listing.marked_rows == []


async def test_a_list_that_cannot_be_had_is_told(page: Path, services: Services) -> None:
    async with editing(page) as editor:
        await editor.main.run_command("publications.sync")
        await editor.press()
        editor.app.screen.query_one(PickLine).value = "0000-0002-1825-0097"
        await editor.press("enter")
        for _ in range(100):
            await asyncio.sleep(0.02)
            await editor.press()
            if "knows nobody" in editor.app.screen.query_one(RowList).empty:
                break
        assert editor.app.screen.query_one(RowList).empty == "ORCID knows nobody as 0000-0002-1825-0097"
        await editor.press("escape")
        assert editor.app.screen is editor.main
