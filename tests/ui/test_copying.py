"""A publication is copied into the terminal's clipboard, as BibTeX or as a citation."""

from __future__ import annotations

from pathlib import Path

from support.editor import editing
from support.repositories import FOLIO, build


async def test_a_publication_of_the_page_is_copied(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("y")
        assert editor.app.clipboard == (
            "@article{example2026reading,\n  title = {Reading the Ice of Small Lakes},\n"
            "  author = {Example, Ada and Sample, Ben},\n  journal = {ICE},\n  year = {2026},\n"
            "  url = {https://example.org/lakes.pdf}\n}\n"
        )
        assert "Copied as BibTeX: example2026reading" in editor.told
        await editor.press("Y")
        assert editor.app.clipboard == (
            "Ada Example and Ben Sample. Reading the Ice of Small Lakes. ICE, 2026. https://example.org/lakes.pdf"
        )


async def test_an_entry_of_a_bibliography_keeps_its_key_and_fields(tmp_path: Path) -> None:
    async with editing(build(tmp_path, FOLIO)) as editor:
        await editor.go_to("Publications")
        await editor.press("y")
        assert editor.app.clipboard.startswith("@article{example2025lakes,")
        assert "Journal of Ice" in editor.app.clipboard


async def test_what_is_no_publication_is_not_copied(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("News")
        await editor.press("y", "Y")
        assert editor.told == ["Go to a publication first.", "Go to a publication first."]
        assert editor.app.clipboard == ""
