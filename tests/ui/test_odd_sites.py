"""The editor on sites of which some files cannot be read: what is sound is shown, and nothing ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.editor import editing
from support.repositories import FOLIO, LIGHT, build

DATA = LIGHT["_data/publications.yml"]


@pytest.mark.parametrize(
    "data",
    [
        f"{DATA}---\n",
        f"---\n{DATA}---\nmain: []\n",
        f"{DATA}---\n- [\n",
        f"{DATA.replace('main:', 'all: &all')}main: *all\n",
    ],
    ids=["a marker at the end", "two documents", "a broken second document", "an alias"],
)
async def test_a_data_file_that_is_written_oddly(tmp_path: Path, data: str) -> None:
    build(tmp_path, LIGHT)
    (tmp_path / "_data" / "publications.yml").write_text(data)
    async with editing(tmp_path) as editor:
        await editor.go_to("Publications")
        assert "2025  Reading Small Lakes: A Study  Ada Example, Ben Sample  Journal of Ice" in editor.rows


@pytest.mark.parametrize(
    "name", ["_config.yml", "_bibliography/papers.bib", "_news/announcement_1.md", "_data/navigation.yml"]
)
@pytest.mark.parametrize("target", ["/dev/zero", "itself"])
async def test_a_file_without_an_end_or_a_beginning(tmp_path: Path, name: str, target: str) -> None:
    build(tmp_path, FOLIO)
    path = tmp_path / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(path.name if target == "itself" else target)
    async with editing(tmp_path) as editor:
        await editor.press("?", "escape")
        await editor.go_to("News")
        assert "2025-02-03  A long way to the lake" in editor.rows
