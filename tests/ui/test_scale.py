"""Repositories with many entries: what is shown before, while and after the stores are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.events import AppFocus

from profile_tui.app.editor.app import ProfileApp
from profile_tui.site.stores.collection import Collection
from profile_tui.workspace.disk import files
from support.editor import Editor, editing
from support.many import many, publication
from support.repositories import ACADEMIC, FOLIO, LIGHT, build, snapshot

FILES = 600
ORDER = sorted((publication(number)[0] for number in range(1, FILES + 1)), reverse=True)


def shown(name: str) -> str:
    """The row of a publication's file."""
    stem = Path(name).stem
    return f"{stem[:4]}  Ice of Lake {stem.rpartition('-')[2]}  Ada Example  Journal of Ice"


class Gate:
    """Holds the reading up after some files, until it is opened."""

    def __init__(self) -> None:
        self.reached = Event()
        self._open = Event()

    def pass_on(self) -> None:
        """Waits to be opened."""
        self.reached.set()
        assert self._open.wait(60)

    async def reading(self, editor: Editor) -> None:
        """Waits until the reading stands at the gate, and what it told is shown."""
        assert self.reached.wait(60)
        editor.main.show_reading()
        await editor.press("home")

    async def lift(self, editor: Editor) -> None:
        """Lets the reading go on, and waits for its end."""
        self._open.set()
        await editor.settle()
        await editor.press()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """The reading of stores stops after the third file."""
    held = Gate()
    read_ahead = Collection.read_ahead

    def slow(self: Collection) -> Iterator[int]:
        for done in read_ahead(self):
            yield done
            if done == 3:
                held.pass_on()

    monkeypatch.setattr(Collection, "read_ahead", slow)
    yield held
    held._open.set()


async def test_the_first_frame_waits_for_no_file_of_a_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_file, read_stores = files.read, ProfileApp.read_stores
    reads: list[str] = []
    before: list[str] = []

    def noted(path: Path, name: str = "") -> bytes:
        reads.append(name)
        return read_file(path, name)

    def begun(self: ProfileApp) -> None:
        before.extend(reads)
        read_stores(self)

    monkeypatch.setattr(files, "read", noted)
    monkeypatch.setattr(ProfileApp, "read_stores", begun)
    async with editing(many(tmp_path, FILES)) as editor:
        await editor.settle()
    assert before == ["_pages/about.md"]
    assert sorted(set(reads)) == sorted(["_pages/about.md", *ORDER])
    assert len(reads) == len(set(reads)), "each is read once"


async def test_progress_is_shown_and_then_the_rows_as_the_site_sorts_them(tmp_path: Path, gate: Gate) -> None:
    async with editing(many(tmp_path, FILES)) as editor:
        await gate.reading(editor)
        assert {row.text: row.right for row in editor.main.sections.rows}["Publications"] == str(FILES)
        await editor.go_to("Publications")
        progress = f"reading 3 of {FILES}…"
        assert str(editor.main.entries.border_title) == f"Publications · {FILES} · {progress}"
        assert editor.rows == []
        assert progress.capitalize() in editor.picture
        await gate.lift(editor)
        assert str(editor.main.entries.border_title) == f"Publications · {FILES}"
        assert editor.rows == ["_publications", *map(shown, ORDER)]
        assert editor.row == shown(ORDER[0])


async def test_the_cursor_stays_on_its_entry_when_rows_arrive(tmp_path: Path, gate: Gate) -> None:
    folder = many(tmp_path, FILES)
    page = folder / "_pages" / "about.md"
    page.write_text(
        page.read_text()
        + "\n# Publications\n\n- Snow, **Ada Example**, *ICE*, 2026\n- Fog, **Ada Example**, *ICE*, 2025\n"
    )
    async with editing(folder) as editor:
        await gate.reading(editor)
        await editor.go_to("Publications")
        await editor.press("end")
        row = editor.row
        assert "Fog" in row
        await editor.press("J")
        assert "still being read" in editor.told[-1]
        await gate.lift(editor)
        assert editor.row == row
        assert len(editor.rows) == 2 + 2 + FILES


async def test_what_is_added_while_files_are_read_is_kept(tmp_path: Path, gate: Gate) -> None:
    folder = many(tmp_path, FILES)
    before = snapshot(folder)
    async with editing(folder) as editor:
        await gate.reading(editor)
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("title", "Snow on Ice")
        await editor.fill("authors", "Ada Example")
        await editor.fill("venue", "Journal of Ice")
        await editor.press("ctrl+s")
        assert editor.rows == []
        assert "● " in {row.text: row.right for row in editor.main.sections.rows}["Publications"]
        await gate.lift(editor)
        assert len(editor.rows) == FILES + 2
        assert editor.row == "2026  Snow on Ice  Ada Example  Journal of Ice"
        await editor.press("ctrl+s", "enter")
    after = snapshot(folder)
    new = {name for name in after.keys() - before.keys() if not name.startswith("xdg/")}
    assert new == {"_publications/2026-01-01-snow-on-ice.md"}
    assert {name: after[name] for name in before} == before


async def test_quitting_ends_the_reading_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = Event(), Event()

    def endless(self: Collection) -> Iterator[int]:
        try:
            while True:
                begun.set()
                yield 1
        finally:
            ended.set()

    monkeypatch.setattr(Collection, "read_ahead", endless)
    async with editing(many(tmp_path, FILES)) as editor:
        assert begun.wait(60)
        await editor.press("q")
        reading = editor.app.session.store_reader
        assert reading is not None
        await editor.app.workers.wait_for_complete()
        assert not reading.finished


async def test_problems_of_stores_are_listed_and_lead_to_their_entry(tmp_path: Path) -> None:
    folder = build(tmp_path / "site", ACADEMIC)
    odd = folder / "_publications" / "2022-03-09-ice-in-spring.md"
    odd.write_text(odd.read_text().replace("conferences", "posters"))
    async with editing(folder) as editor:
        await editor.settle()
        await editor.press()
        assert {row.text: row.right for row in editor.main.sections.rows}["Problems"] == "1"
        await editor.go_to("Problems")
        assert editor.row.startswith("4  _publications/2022-03-09-ice-in-spring.md: It is not listed")
        assert editor.lines[-1] == "category: posters"
        await editor.press("enter")
        assert editor.main.view.key == "publications"
        assert editor.row.startswith("2022  Ice in Spring")


async def test_files_of_stores_that_another_program_changed_are_told_and_read_again(tmp_path: Path) -> None:
    folder = build(tmp_path / "folio", FOLIO)
    async with editing(folder) as editor:
        await editor.settle()
        first = folder / "_news" / "announcement_1.md"
        first.write_text(first.read_text().replace("opens", "has opened"))
        (folder / "_news" / "announcement_2.md").unlink()
        (folder / "_news" / "announcement_3.md").write_text("---\ndate: 2026-02-01\ninline: true\n---\n\nA fog.\n")
        editor.app.post_message(AppFocus())
        await editor.press()
        await editor.settle()
        assert editor.told[-1].endswith("and 2 other files. Press r to reload.")
        await editor.press("r")
        assert editor.rows[1:] == [
            "2026-02-01  A fog.",
            "2024-12-03  A map is out. :map:",
            "2024-02-03  The lab has opened.",
        ]
        told = len(editor.told)
        editor.app.post_message(AppFocus())
        await editor.press()
        await editor.settle()
        assert len(editor.told) == told


async def test_a_adds_to_the_store_of_the_row_although_the_page_has_more(tmp_path: Path) -> None:
    folder = build(tmp_path / "folio", FOLIO)
    page = folder / "_pages" / "about.md"
    page.write_text(page.read_text() + "\n# News\n\n" + "- *2026.03*: On the page.\n" * 9)
    async with editing(folder) as editor:
        await editor.press("a")
        assert editor.form.form.title == "New news item · News"
        await editor.press("escape", "end", "a")
        assert editor.form.form.title == "New news item · _news"
        await editor.fill("text", "In a file.")
        await editor.press("ctrl+s")
        assert editor.row.endswith("In a file.")
        assert editor.main.entries.row is not None
        document = editor.main.entries.row.document
        assert document is not None
        assert document.name == "_news/announcement_11.md"


def plain(text: str) -> str:
    return text


def spelled(text: str) -> str:
    return text.replace("2024-12-03 15:59:00-0400", "3 Dec 2024").replace("2025-02-03", "3 Feb 2025")


@pytest.mark.parametrize(
    ("change", "old", "new", "written"),
    [(plain, "2025-02-03", "2026-11-21", "2026-11-01"), (spelled, "3 Feb 2025", "21 Nov 2026", "1 Nov 2026")],
)
async def test_dates_of_stores_are_shown_and_written_as_the_files_have_them(
    tmp_path: Path, change: Callable[[str], str], old: str, new: str, written: str
) -> None:
    folder = build(tmp_path / "folio", {name: change(text) for name, text in FOLIO.items()})
    async with editing(folder) as editor:
        await editor.press("enter")
        assert editor.form.texts()["date"] == old
        await editor.fill("date", "2026-11")
        assert any(line.startswith("date: ") and written in line for line in editor.lines)
        await editor.press("escape", "n")
        assert editor.form.texts()["date"] == new


async def test_the_time_behind_a_date_is_not_shown_and_stays(tmp_path: Path) -> None:
    async with editing(build(tmp_path / "folio", FOLIO)) as editor:
        await editor.press("end", "enter")
        assert editor.form.texts()["date"] == "2024-02-03"
        await editor.fill("date", "2024-02-04")
        assert "date: 2024-02-04 15:59:00-0400" in editor.lines


async def test_dates_of_a_data_file_are_shown_as_it_has_them(tmp_path: Path) -> None:
    news = '- date: "28. June 2021"\n  headline: "The lab opens."\n- date: "3. May 2020"\n  headline: "A plan."\n'
    folder = build(tmp_path / "light", {**LIGHT, "index.md": "---\nlayout: homepage\n---\n", "_data/news.yml": news})
    async with editing(folder) as editor:
        await editor.press("enter")
        assert editor.form.texts()["date"] == "28. June 2021"
        await editor.press("escape", "a")
        assert editor.form.texts()["date"] == "21. November 2026"
