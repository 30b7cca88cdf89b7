"""A publication that several lists of a site have: what is done to it is done in all of them, in one step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.lookup.paper import Paper, Person
from profile_tui.workspace.lookup.service import Work
from profile_tui.workspace.lookup.sync import MISSING, PUBLISHED, Listed, beside, take
from profile_tui.workspace.workspace import Workspace
from support.repositories import SEVERAL, build, snapshot

HOLDERS = {"index.md", "index-de.md", "_data/cv.yml", "_publications/2024-warm-light.md"}
NOTE = (
    "profile-tui: note: it is in _publications/2024-warm-light.md, _data/cv.yml and index-de.md, too; "
    "--everywhere takes those along\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site, in the current directory."""
    monkeypatch.chdir(build(tmp_path, SEVERAL))
    return tmp_path


def call(*words: str) -> int:
    """Calls a command on publications."""
    return run(["publications", *words], lambda path: 99)


def changed(site: Path) -> dict[str, str]:
    """The files that differ from what the site was, and what they hold; nothing of those that are gone."""
    after = snapshot(site)
    return {
        name: after.get(name, b"").decode()
        for name in SEVERAL.keys() | after.keys()
        if after.get(name, b"").decode() != SEVERAL.get(name)
    }


def test_an_edit_goes_everywhere_where_that_is_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("edit", "1", "--venue", "Letters on Candles", "--everywhere", "--json") == 0
    found = changed(site)
    assert found.keys() == HOLDERS
    assert all("Letters on Candles" in text for text in found.values())
    done = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in done["also"]] == [
        "_publications/2024-warm-light.md",
        "_data/cv.yml",
        "index-de.md",
    ]


def test_an_edit_or_a_removal_of_one_names_the_others(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("edit", "1", "--venue", "Letters on Candles") == 0
    assert changed(site).keys() == {"index.md"}
    assert capsys.readouterr().err == NOTE
    assert call("remove", "1") == 0
    assert capsys.readouterr().err == NOTE
    assert changed(site).keys() == {"index.md"}


def test_a_copy_that_says_otherwise_stays_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("edit", "1", "--author", "Ada Lampwick", "--everywhere") == 0
    assert changed(site).keys() == HOLDERS - {"_data/cv.yml"}, "the CV names no authors"


def test_a_removal_goes_everywhere_where_that_is_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("remove", "1", "--everywhere") == 0
    found = changed(site)
    assert found.keys() == HOLDERS
    assert not any("Warm Light" in text for text in found.values())
    assert capsys.readouterr().err == ""
    assert call("remove", "1", "--everywhere") == 0
    assert "Meadow Graphs" not in (site / "_data/cv.yml").read_text()


def test_nothing_is_done_where_one_of_them_cannot_be_changed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    german = site / "index-de.md"
    german.write_text(german.read_text() + "\n<<<<<<< HEAD\nEins.\n=======\nZwei.\n>>>>>>> other\n")
    before = snapshot(site)
    assert call("edit", "1", "--venue", "Letters on Candles", "--everywhere") == 4
    assert call("remove", "1", "--everywhere") == 4
    assert snapshot(site) == before
    assert capsys.readouterr().err.count("index-de.md:16: ") == 2


def test_a_paper_of_one_s_list_goes_to_every_list_that_is_kept_in_step(site: Path) -> None:
    paper = Paper(
        title="Barns in the Rain",
        authors=(Person(whole="Ada Lampwick"), Person(whole="Cleo Tarn")),
        venue="NLK",
        year=2026,
    )
    workspace = Workspace(locate(site))
    taken = take(workspace, [Listed(1, Work(paper, ""), None, MISSING)], {1: paper.given})
    assert taken == (1, [])
    workspace.save()
    found = changed(site)
    assert found.keys() == {"index.md", "index-de.md", "_data/cv.yml", "_publications/2026-barns-in-the-rain.md"}
    assert all("Barns in the Rain" in text for text in found.values())
    workspace.undo()
    workspace.save()
    assert changed(site) == {}


def test_a_preprint_of_one_s_list_is_published_in_every_list_that_has_it(site: Path) -> None:
    for name, text in SEVERAL.items():
        (site / name).write_text(text.replace("Journal of Candles", "arXiv"))
    paper = Paper(title="Warm Light for Cold Rooms", authors=(Person(whole="Ada Lampwick"),), venue="Wax", year=2024)
    workspace = Workspace(locate(site))
    (listed,) = beside(workspace, [Work(paper, "")])
    assert listed.state == PUBLISHED
    assert take(workspace, [listed], {1: paper.given}) == (1, [])
    workspace.save()
    assert all("Wax" in (site / name).read_text() for name in HOLDERS)


@pytest.mark.parametrize(
    ("name", "twice"),
    [
        ("index-de.md", "- **Warm Light for Cold Rooms**. **Ada Lampwick**. *Journal of Candles*, 2024.\n"),
        ("_data/cv.yml", "  - title: Warm Light for Cold Rooms\n    year: 2024\n"),
    ],
)
def test_of_several_copies_in_a_file_each_is_removed_and_nothing_else(site: Path, name: str, twice: str) -> None:
    file = site / name
    before, other, rest = SEVERAL[name].rpartition("- **Meadow" if name.endswith(".md") else "  - title: Meadow")
    file.write_text(f"{before}{twice}{other}{rest}")
    assert call("remove", "1", "--everywhere") == 0
    assert "Warm Light" not in file.read_text()
    assert "Meadow Graphs" in file.read_text()
