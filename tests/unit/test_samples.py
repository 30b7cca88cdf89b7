"""The sample profiles are what their README says, byte for byte and as the editor reads them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.page.page import Page
from profile_tui.site.repository.locate import locate
from profile_tui.text.source import Source
from profile_tui.workspace.workspace import Workspace

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
ROW = re.compile(
    r"^\| \[(?P<name>[\w-]+)\]\((?P<path>[^)]+)\) \|.*\| (?P<news>\d+) \| (?P<papers>\d+) \| (?P<interests>\d+) \|$",
    re.MULTILINE,
)
REPOSITORY = re.compile(
    r"^\| \[(?P<name>[\w-]+)\]\([^)]+/_config\.yml\) \| (?P<template>[\w-]+) \|.*"
    r"\| (?P<news>\d+, \w+) \| (?P<publications>\d+, [\w, ]+) \| (?P<interests>\d+) \|$",
    re.MULTILINE,
)
README = (SAMPLES / "README.md").read_text("utf-8")
ROWS = list(ROW.finditer(README))
REPOSITORIES = list(REPOSITORY.finditer(README))
PAGES = [SAMPLES / row["path"] for row in ROWS]


def name(path: Path) -> str:
    return path.relative_to(SAMPLES).parts[0]


def content(sample: str) -> bytes:
    return next((SAMPLES / sample).rglob("about.md")).read_bytes()


def page(sample: str) -> Page:
    return Page(Source(content(sample)))


def test_the_tables_name_every_sample() -> None:
    assert {row["name"] for row in [*ROWS, *REPOSITORIES]} == {
        folder.name for folder in SAMPLES.iterdir() if folder.is_dir()
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_editor_reads_as_many_entries_as_the_table_says(row: re.Match[str]) -> None:
    read = page(row["name"])
    counts = [len(read.entries(kind)) for kind in ("news", "publications", "interests")]
    assert counts == [int(row["news"]), int(row["papers"]), int(row["interests"])]


@pytest.mark.parametrize("row", REPOSITORIES, ids=lambda row: row["name"])
def test_the_editor_reads_a_repository_as_the_table_says(row: re.Match[str]) -> None:
    workspace = Workspace(locate(SAMPLES / row["name"]))
    assert workspace.target.template == row["template"]
    for kind in ("news", "publications"):
        stores = dict.fromkeys(ref.store for ref in workspace.all_sections if ref.kind == kind and ref.rows)
        assert f"{len(workspace.entries(kind))}, {', '.join(stores)}" == row[kind]
    assert len(workspace.entries("interests")) == int(row["interests"])


@pytest.mark.parametrize("row", REPOSITORIES, ids=lambda row: row["name"])
def test_nothing_is_wrong_in_a_repository(row: re.Match[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(SAMPLES / row["name"])], lambda path: 99) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_jekyll_would_render_all_but_the_plain_text_page(path: Path) -> None:
    has_header = page(name(path)).front_matter is not None
    assert has_header == (name(path) != "plain-text")


def test_the_chinese_page_has_crlf_throughout_and_no_final_newline() -> None:
    data = content("chinese-crlf")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") > 30
    assert not data.endswith(b"\n")


@pytest.mark.parametrize(
    ("sample", "kept"),
    [
        ("acad-homepage", "redirect_from: \n"),
        ("acad-homepage", "# 📝 Publications \n"),
        ("setext-headings", "Oluwaseun Brandvold.  \n"),
        ("interests-only", "Coming soon!\n\n\n\n"),
    ],
)
def test_blanks_that_an_editor_would_tidy_away_are_still_there(sample: str, kept: str) -> None:
    assert kept.encode() in content(sample)


def test_the_plain_text_page_has_no_final_newline() -> None:
    assert content("plain-text").endswith(b"I own one now.")
