"""Repositories in a bad state: what is sound works, what is not is named, and nothing is half-written."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries.entry import Values
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace.drafts.store import Drafts
from profile_tui.workspace.workspace import Workspace
from support.repositories import ACADEMIC, FOLIO, LIGHT, build, snapshot

NEWS: Values = {"date": "2026-11-02", "text": "Snow."}
PAPER: Values = {"title": "Deep Snow", "year": 2026, "venue": "ICE"}


def opened(folder: Path) -> Workspace:
    return Workspace(locate(folder))


def listed(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> set[tuple[str, str, int | None]]:
    run([command, "--json", str(folder)], lambda _: 0)
    problems = json.loads(capsys.readouterr().out)["problems"]
    return {(problem["code"], problem["path"], problem["line"]) for problem in problems}


# --- broken files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("config", ["title: Ada\nname: a: b\n", "- a\n", "\ttitle: x\n", "title: [\n"])
@pytest.mark.parametrize("site", [ACADEMIC, FOLIO, LIGHT])
def test_a_broken_configuration_is_named_and_the_entries_are_found(
    tmp_path: Path, site: dict[str, str], config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = opened(build(tmp_path, site))
    counts = {kind: len(whole.entries(kind)) for kind in ("news", "publications")}
    (tmp_path / "_config.yml").write_text(config)
    for command in ("show", "check"):
        assert ("yaml-error", "_config.yml") in {found[:2] for found in listed(tmp_path, capsys, command)}
    workspace = opened(tmp_path)
    assert {kind: len(workspace.entries(kind)) for kind in counts} == counts
    workspace.add("publications", PAPER)
    workspace.save()
    assert len(opened(tmp_path).entries("publications")) == counts["publications"] + 1


def test_a_configuration_in_latin_1_is_no_crash(tmp_path: Path) -> None:
    build(tmp_path, FOLIO)
    (tmp_path / "_config.yml").write_bytes(FOLIO["_config.yml"].replace("blank", "Café").encode("latin-1"))
    assert len(opened(tmp_path).entries("news")) == 3


BROKEN = {
    "_news/announcement_3.md": (b"---\ndate: 2024-01-01\ntitle: a: b\n---\nx\n", "yaml-error", 3),
    "_news/announcement_4.md": (b"---\ndate: 2024-01-01\nNever closed.\n", "unclosed-front-matter", 1),
    "_news/announcement_5.md": ("---\ndate: 2024-01-01\n---\n\ncaf\u00e9\n".encode("latin-1"), "unreadable", 5),
    "_news/announcement_6.md": (b"---\ndate: 2024-01-01\n---\n\n\0\n", "unreadable", 5),
}


@pytest.mark.parametrize(("name", "data", "code", "line"), [(name, *rest) for name, rest in BROKEN.items()])
def test_one_broken_entry_is_named_with_its_line_and_the_others_work(
    tmp_path: Path, name: str, data: bytes, code: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, FOLIO)
    (tmp_path / name).write_bytes(data)
    for command in ("show", "check"):
        assert (code, name, line) in listed(tmp_path, capsys, command)
    workspace = opened(tmp_path)
    assert len(workspace.entries("news")) == 3
    workspace.add("news", NEWS)
    workspace.change("news", 3, {"text": "A plan is out."})
    workspace.save()
    assert len(opened(tmp_path).entries("news")) == 4
    assert (tmp_path / name).read_bytes() == data


def test_one_broken_item_of_a_data_file_is_named_and_the_others_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, LIGHT)
    path = tmp_path / "_data/publications.yml"
    path.write_text(LIGHT["_data/publications.yml"] + "\n  - authors: Nobody\n\n  - just a text\n")
    assert ("no-title", "_data/publications.yml", 16) in listed(tmp_path, capsys, "check")
    workspace = opened(tmp_path)
    assert len(workspace.entries("publications")) == 2
    workspace.add("publications", PAPER)
    workspace.remove("publications", 3)
    workspace.save()
    assert path.read_text().endswith("\n  - authors: Nobody\n\n  - just a text\n")


@pytest.mark.parametrize("text", ["", "# nothing\n", "main:\n", "main: []\n", "[]\n", "text\n"])
def test_an_empty_data_file_is_an_empty_list_or_none(tmp_path: Path, text: str) -> None:
    build(tmp_path, {**LIGHT, "_data/publications.yml": text, "_data/news.yml": text, "_data/cv.yml": text})
    before = snapshot(tmp_path)
    workspace = opened(tmp_path)
    assert workspace.entries("publications") == []
    assert [problem.code for problem in workspace.store_problems] == []
    if any(store.kind == "publications" for store in workspace.stores):
        workspace.add("publications", PAPER)
        assert len(workspace.entries("publications")) == 1
        workspace.undo()
    else:
        with pytest.raises(Refused, match=r"publications\.main|publications/main"):
            workspace.add("publications", PAPER)  # an include loops over what is not there
    assert not workspace.dirty
    assert snapshot(tmp_path) == before


def test_a_collection_that_is_a_file_and_a_data_folder_that_is_one(tmp_path: Path) -> None:
    files = {"_config.yml": FOLIO["_config.yml"], "index.md": "---\n---\nHi.\n", "_news": "x\n", "_data": "x\n"}
    workspace = opened(build(tmp_path, files))
    assert workspace.entries("news") == []
    workspace.add("news", NEWS)
    workspace.save()
    assert "Snow." in (tmp_path / "index.md").read_text()
    assert (tmp_path / "_news").read_text() == (tmp_path / "_data").read_text() == "x\n"


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title", ["Snow " * 400, "雪" * 300, "𝕊now𝕊" * 90, "/../../etc/" * 9, "?" * 50, ".hidden", "-"]
)
def test_a_title_of_any_length_gives_a_file_name_that_can_be_written(tmp_path: Path, title: str) -> None:
    workspace = opened(build(tmp_path, ACADEMIC))
    before = set(snapshot(tmp_path))
    workspace.add("publications", {**PAPER, "title": title})
    workspace.save()
    (name,) = set(snapshot(tmp_path)) - before
    assert name.startswith("_publications/2026-01-01-")
    assert name.count("/") == 1
    assert len(os.path.basename(name).encode()) < 200
    assert len(opened(tmp_path).entries("publications")) == 3


def test_files_with_long_names_are_read(tmp_path: Path) -> None:
    build(tmp_path, FOLIO)
    (tmp_path / "_news" / ("n" * 250 + ".md")).write_text("---\ndate: 2020-01-01\n---\nLong.\n")
    workspace = opened(tmp_path)
    workspace.change("news", 4, {"text": "Longer."})
    workspace.save()
    assert [held.entry.values["text"] for held in opened(tmp_path).entries("news")][-1] == "Longer."


# --- links and folders -----------------------------------------------------------------------------------------------


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("outside")


@pytest.mark.parametrize(
    ("site", "name", "kind", "values"),
    [
        (LIGHT, "index.md", "news", NEWS),
        (LIGHT, "_data/publications.yml", "publications", PAPER),
        (LIGHT, "_data", "publications", PAPER),
        (FOLIO, "_bibliography/papers.bib", "publications", PAPER),
        (FOLIO, "_bibliography", "publications", PAPER),
        (FOLIO, "_news", "news", NEWS),
        (ACADEMIC, "_publications", "publications", PAPER),
        (ACADEMIC, "_pages", "news", NEWS),
        (ACADEMIC, "_pages/about.md", "news", NEWS),
    ],
)
def test_a_link_out_of_the_repository_is_not_written_through(
    tmp_path: Path, outside: Path, site: dict[str, str], name: str, kind: str, values: Values
) -> None:
    build(tmp_path, site)
    os.rename(tmp_path / name, outside / "moved")
    (tmp_path / name).symlink_to(outside / "moved")
    before = snapshot(outside)
    workspace = opened(tmp_path)
    with suppress(Refused):  # or it went to another place, within the repository
        workspace.add(kind, values)
        workspace.save()
    assert snapshot(outside) == before


def test_a_link_within_the_repository_is_followed(tmp_path: Path) -> None:
    build(tmp_path, LIGHT)
    os.rename(tmp_path / "index.md", tmp_path / "home.md")
    (tmp_path / "index.md").symlink_to("home.md")
    workspace = opened(tmp_path)
    workspace.add("news", NEWS)
    workspace.save()
    assert "Snow." in (tmp_path / "home.md").read_text()
    assert (tmp_path / "index.md").is_symlink()


def _closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the system refuse to create files in a folder, as it does to all but the superuser without the right to."""
    original = os.open

    def refused(path: str | os.PathLike[str], flags: int, mode: int = 0o777, **more: int) -> int:
        without_a_name = flags & getattr(os, "O_TMPFILE", 0) == getattr(os, "O_TMPFILE", -1) and Path(path) == folder
        if without_a_name or (flags & os.O_CREAT and Path(os.fspath(path)).parent == folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return original(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", refused)


def test_a_read_only_folder_is_one_line_and_the_work_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    site = build(tmp_path / "site", FOLIO)
    workspace = opened(site)
    workspace.add("publications", PAPER)
    workspace.add("news", NEWS)
    before = snapshot(site)
    _closed(site / "_news", monkeypatch)
    with pytest.raises(AppError, match="permission denied") as caught:
        workspace.save()
    assert "\n" not in str(caught.value)
    assert snapshot(site) == before
    assert workspace.dirty
    editor = Drafts()
    assert [editor.keep(document) for document in workspace.documents] == [""] * len(workspace.documents)
    kept = {draft.path.name for draft in Drafts().left()[0]}
    assert kept == {"papers.bib", "announcement_11.md"}


def test_a_read_only_file_is_refused_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened(build(tmp_path, LIGHT))
    workspace.add("news", NEWS)
    workspace.add("publications", PAPER)
    before = snapshot(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode, **_: Path(path).name != "publications.yml" or mode != os.W_OK)
    with pytest.raises(Refused, match="read-only"):
        workspace.save()
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", ["_data/publications.yml", "_includes/publications.md"])
def test_a_store_in_latin_1_is_named_and_its_bytes_are_kept(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, LIGHT)
    data = LIGHT[name].replace("Publications", "Schön").replace("Ice in", "Schön in").encode("latin-1")
    (tmp_path / name).write_bytes(data)
    run(["check", str(tmp_path)], lambda _: 0)
    assert "UTF-8" in capsys.readouterr().out or name.startswith("_includes")
    workspace = opened(tmp_path)
    workspace.add("news", NEWS)
    workspace.save()
    assert (tmp_path / name).read_bytes() == data


def test_a_bibliography_with_a_broken_entry_keeps_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, FOLIO)
    path = tmp_path / "_bibliography/papers.bib"
    path.write_text(FOLIO["_bibliography/papers.bib"] + "\n@article{open,\n  title={Never closed,\n")
    for command in ("show", "check"):
        assert ("bibtex-error", "_bibliography/papers.bib", 27) in listed(tmp_path, capsys, command)
    workspace = opened(tmp_path)
    workspace.add("publications", PAPER)
    workspace.save()
    assert path.read_text().endswith("\n@article{open,\n  title={Never closed,\n")


def test_two_files_for_one_permalink_are_both_listed_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, ACADEMIC)
    path = next((tmp_path / "_publications").glob("2022*"))
    two = path.with_name("2023-01-01-copy.md")
    two.write_bytes(path.read_bytes())
    assert ("duplicate-permalink", "_publications/2023-01-01-copy.md", 5) in listed(tmp_path, capsys, "check")
    assert len(opened(tmp_path).entries("publications")) == 3
