"""A citation that is pasted into the form of a new publication fills its fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from support.editor import PAGE, Editor, editing

APA = (
    "Sample, B., & Example, A. (2025). Snow on small lakes. Journal of Ice, 12(3), 44–59. https://doi.org/10.5555/ice.4"
)
VANCOUVER = "Sample B, Example A. Rain on small lakes. J Ice. 2024;12(3):44-59."


async def paste(editor: Editor, field: str, text: str) -> None:
    """Pastes into a field of the form."""
    editor.form.field(field).focus()
    await editor.press()
    editor.form.field(field).post_message(events.Paste(text))
    await editor.press()


async def test_a_citation_fills_the_form_and_is_written_as_the_list_has_it(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await paste(editor, "title", f"  {APA}\n")
        texts = editor.form.texts()
        assert [texts[name] for name in ("title", "authors", "venue", "year")] == [
            "Snow on small lakes",
            "B. Sample, A. Example",
            "Journal of Ice",
            "2025",
        ]
        assert editor.told[-1] == "Filled from the citation; please check."
        await editor.press("ctrl+s", "ctrl+s", "enter")
    new = "- [Snow on small lakes](https://doi.org/10.5555/ice.4), B. Sample, **A. Example**, *Journal of Ice*, 2025\n"
    text = page.read_text()
    assert new in text
    assert text.replace(new, "") == PAGE


async def test_a_citation_over_lines_is_one(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await paste(editor, "title", APA.replace("small lakes. Journal", "small lakes.\n  Journal"))
        assert editor.form.texts()["venue"] == "Journal of Ice"


@pytest.mark.parametrize(
    ("field", "text"),
    [("title", "Snow, Rain and Ice in 2025"), ("venue", APA), ("note", APA)],
    ids=["a title", "into the venue", "into the note"],
)
async def test_other_words_go_into_their_field(page: Path, field: str, text: str) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await paste(editor, field, text)
        filled = {name: typed for name, typed in editor.form.texts().items() if typed and name != "year"}
        assert filled == {field: text}


async def test_a_citation_takes_nothing_away_that_was_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("venue", "ICE")
        await paste(editor, "title", APA)
        assert editor.form.texts()["title"] == APA
        assert editor.form.texts()["venue"] == "ICE"


async def test_of_several_citations_one_is_asked_for(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await paste(editor, "title", f"{APA}\n{VANCOUVER}")
        assert editor.told[-1] == "These are several citations; paste one at a time"
