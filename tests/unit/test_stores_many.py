"""Large collections: what is read of them, and in which order they are listed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from profile_tui.content.entries.entry import Author, Values
from profile_tui.site.records.naming import likely_newest, new_name
from profile_tui.site.repository.locate import locate
from profile_tui.workspace import outside_changes
from profile_tui.workspace.disk import files
from profile_tui.workspace.workspace import Workspace
from support.many import many, publication
from support.repositories import FOLIO, build

PAPER: Values = {
    "title": "Snow on Ice",
    "authors": (Author("Ada Example"),),
    "venue": "Journal of Ice",
    "year": 2026,
}
FILES = 600


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, in order."""
    found: list[str] = []
    read = files.read

    def noted(path: Path, name: str = "") -> bytes:
        found.append(path.name)
        return read(path, name)

    monkeypatch.setattr(files, "read", noted)
    return found


def test_an_addition_reads_some_neighbours_of_many_and_writes_what_all_would_have_given(
    tmp_path: Path, reads: list[str]
) -> None:
    folder = many(tmp_path, FILES)
    workspace = Workspace(locate(folder))
    edited = workspace.add("publications", PAPER)
    assert len(reads) < 100
    assert edited.number is None, "its number would take reading all"
    thorough = Workspace(locate(folder))
    assert len(thorough.entries("publications")) == FILES
    assert thorough.add("publications", PAPER).page.text == edited.page.text
    assert "permalink: /publication/2026-01-01-snow-on-ice\n" in edited.page.text
    workspace.save()
    assert (folder / "_publications" / "2026-01-01-snow-on-ice.md").read_bytes() == edited.page.source.data


def test_a_name_that_is_taken_among_the_unread_is_not_taken_twice(tmp_path: Path, reads: list[str]) -> None:
    name, text = publication(1)
    stem = Path(name).stem
    folder = many(tmp_path, FILES, **{name: text})
    workspace = Workspace(locate(folder))
    values = {**PAPER, "title": "Ice of Lake 1", "year": int(stem[:4])}
    (folder / "_publications" / f"{stem[:4]}-01-01-ice-of-lake-1.md").write_text(text)
    edited = workspace.add("publications", values)
    assert f"permalink: /publication/{stem[:4]}-01-01-ice-of-lake-1-2\n" in edited.page.text
    assert len(reads) < 100


def test_where_permalinks_do_not_follow_the_names_all_are_looked_at(tmp_path: Path, reads: list[str]) -> None:
    folder = many(tmp_path, FILES)
    for number, path in enumerate(sorted((folder / "_publications").iterdir())):
        lines = path.read_text().splitlines()
        lines = [f"permalink: /papers/p{number}" if line.startswith("permalink") else line for line in lines]
        path.write_text("\n".join(lines) + "\n")
    Workspace(locate(folder)).add("publications", PAPER)
    assert len({name for name in reads if name.startswith("20")}) == FILES


@pytest.mark.parametrize("ahead", [False, True])
def test_files_are_listed_as_jekyll_sorts_them(tmp_path: Path, *, ahead: bool) -> None:
    workspace = Workspace(locate(many(tmp_path, FILES)))
    [store] = workspace.stores
    assert (store.count(), store.at_hand) == (FILES, False)
    if ahead:
        assert list(store.read_ahead()) == list(range(1, FILES + 1))
        assert store.at_hand
    names = [record.name for record in store.listing().records]
    assert names == sorted((publication(number)[0] for number in range(1, FILES + 1)), reverse=True)


def test_what_a_listing_knows_is_that_of_the_files_as_they_are_now(tmp_path: Path, reads: list[str]) -> None:
    workspace = Workspace(locate(many(tmp_path, FILES)))
    assert len(workspace.entries("publications")) == FILES
    before = len(reads)
    workspace.change("publications", 1, {"title": "Firn"})
    assert [held.entry.values["title"] for held in workspace.entries("publications")].count("Firn") == 1
    workspace.remove("publications", 1)
    assert len(workspace.entries("publications")) == FILES - 1
    workspace.undo()
    workspace.undo()
    assert [held.entry.values["title"] for held in workspace.entries("publications")].count("Firn") == 0
    assert len(reads) == before, "no file is read a second time"


def removed(folder: Path, path: Path) -> None:
    path.unlink()


def rewritten(folder: Path, path: Path) -> None:
    path.write_text(path.read_text().replace("Ice of", "Ice in"))


def created(folder: Path, path: Path) -> None:
    path.with_name("new.md").write_text(path.read_text())


@pytest.mark.parametrize(("change", "count"), [(removed, 2), (rewritten, 3), (created, 4)])
def test_what_another_program_did_is_seen_and_read_again(
    tmp_path: Path, change: Callable[[Path, Path], None], count: int
) -> None:
    folder = many(tmp_path, 3)
    workspace = Workspace(locate(folder))
    workspace.add("publications", PAPER)
    workspace.undo()
    assert len(workspace.entries("publications")) == 3
    assert outside_changes.outdated(workspace) == []
    path = folder / publication(2)[0]
    change(folder, path)
    seen = outside_changes.outdated(workspace)
    assert seen == [path.with_name("new.md") if change is created else path]
    outside_changes.forget(workspace, seen)
    assert outside_changes.outdated(workspace) == []
    found = [str(held.entry.values["title"]) for held in workspace.entries("publications")]
    assert len(found) == count
    assert any("Ice in" in title for title in found) == (change is rewritten)


def test_own_saves_are_not_taken_for_another_programs(tmp_path: Path) -> None:
    workspace = Workspace(locate(many(tmp_path, 3)))
    workspace.add("publications", PAPER)
    workspace.remove("publications", 3)
    workspace.change("publications", 2, {"title": "Firn"})
    workspace.save()
    assert outside_changes.outdated(workspace) == []


def test_an_entrys_own_file_that_is_gone_is_taken_for_removed(tmp_path: Path) -> None:
    workspace = Workspace(locate(many(tmp_path, 3)))
    workspace.change("publications", 1, {"title": "Firn"})
    workspace.save()
    [document] = [one for one in workspace.documents if one.own_file]
    os.remove(document.path)
    assert document.changed_on_disk()
    document.reload()
    assert len(workspace.entries("publications")) == 2
    assert not workspace.dirty


@pytest.mark.parametrize(
    ("names", "newest"),
    [
        (["2023-01-01-a.md", "2024-05-01-b.md", "2024-11-01-c.md"], "2024-11-01-c.md"),
        (["announcement_9.md", "announcement_10.md", "announcement_2.md"], "announcement_10.md"),
        (["2023/lake-7.md", "2024/ice.md", "2022/snow.md"], "2024/ice.md"),
    ],
)
def test_the_newest_are_told_by_their_names(names: list[str], newest: str) -> None:
    assert likely_newest(names, 2)[0] == newest


def test_some_of_all_are_among_the_likely_newest() -> None:
    names = [f"announcement_{number}.md" for number in range(1000)]
    found = likely_newest(names, 64)
    assert len(found) == len(set(found)) == 64
    assert names[-1] in found
    assert any(name in found for name in names[:100])


def test_numbers_go_on_beyond_a_thousand() -> None:
    names = [f"announcement_{number}.md" for number in range(2500, 0, -1)]
    assert new_name(names, "2026-11-21", "Ice", names) == "announcement_2501.md"


def test_a_large_bibliography_is_counted_before_it_is_read(tmp_path: Path) -> None:
    entry = "@article{{ice{n},\n  title = {{Ice of Lake {n}}},\n  author = {{Example, Ada}},\n  year = {{2024}}\n}}\n\n"
    text = '---\n---\n@string{a = "b"}\n@comment{none}\n' + "".join(entry.format(n=n) for n in range(3000))
    folder = build(tmp_path, {**FOLIO, "_bibliography/papers.bib": text})
    store = next(one for one in Workspace(locate(folder)).stores if one.kind == "publications")
    assert (store.count(), store.at_hand) == (3000, False)
    assert list(store.read_ahead()) == [3000]
    assert store.at_hand
    assert len(store.listing().records) == store.count() == 3000
