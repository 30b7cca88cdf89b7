"""Long lists: their rows are made when they are asked for, and are the same as if all were made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profile_tui.app.session.session import Session
from profile_tui.app.views.entries import EntriesView
from profile_tui.app.views.lazy_rows import LazyRows, index_of
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace
from support.editor import editing

ITEMS = "".join(f"- *{2026 - number // 60}.{12 - number % 60 // 5:02}*: Trip {number}.\n" for number in range(400))
OLD = "# Old News\n\n- *1999.01*: The first.\n"
PAGE = f"---\ntitle: A\n---\n\n# News\n\nSome words before.\n\n{ITEMS}\nMore words.\n\n{OLD}"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with a long list."""
    path = tmp_path / "about.md"
    path.write_text(PAGE)
    return path


def test_the_rows_are_the_same(page: Path) -> None:
    view = EntriesView(Session(Workspace(locate(page))), "news")
    lazy, rows = view.rows(), view._all_rows()
    assert isinstance(lazy, LazyRows)
    assert list(lazy) == list(rows)
    assert [index_of(lazy, row.key) for row in rows if row.key is not None] == [
        at for at, row in enumerate(rows) if row.key is not None
    ]
    assert [row.role for row in lazy[:4]] == ["heading", "unread", "entry", "entry"]
    assert lazy[-1].text == "The first."
    assert index_of(lazy, 402) is None


def test_the_rows_of_stores_are_the_same(tmp_path: Path) -> None:
    site = shutil.copytree(Path(__file__).parents[2] / "sample_profiles" / "al-folio", tmp_path / "site")
    for number in range(350):
        (site / "_news" / f"trip_{number}.md").write_text(
            f"---\nlayout: post\ndate: 2020-01-01\ninline: true\n---\n\n{number}\n"
        )
    session = Session(Workspace(locate(site)), started=True)
    view = EntriesView(session, "news")
    assert isinstance(view.rows(), LazyRows)
    assert list(view.rows()) == list(view._all_rows())


async def test_few_rows_are_made_for_a_change(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("end", "up", "up", "K")
        rows = editor.main.entries.rows
        assert isinstance(rows, LazyRows)
        assert len(rows._made) < 200
        assert editor.row.endswith("Trip 399.")
        await editor.press("u")
        assert editor.told[-1].startswith("Undone")
        assert editor.row.endswith(("Trip 398.", "Trip 399."))
        rows = editor.main.entries.rows
        assert isinstance(rows, LazyRows)
        assert len(rows._made) < 200


async def test_that_there_are_none_is_said_once_the_stores_are_known(tmp_path: Path) -> None:
    site = shutil.copytree(Path(__file__).parents[2] / "sample_profiles" / "al-folio", tmp_path / "site")
    assert EntriesView(Session(Workspace(locate(site))), "news").empty == "…"
    page = tmp_path / "other/index.md"
    page.parent.mkdir()
    (page.parent / "_config.yml").write_text("title: Ada Example\n")
    page.write_text("---\ntitle: Ada\n---\n\n# News\n")
    assert EntriesView(Session(Workspace(locate(page))), "news").empty == "…"
    async with editing(page) as editor:
        assert "No news yet. Press a to add the first" in editor.picture
