"""Entries whose values are keys of a data file: read as a reader sees them, written as the site looks them up."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import CONFIG, page_of, run, sections, site_with

LOOP = (
    "## Papers\n\n{% for p in site.papers %}{{ p.title }}"
    "{% for a in p.authors %}{{ site.data.people[a].name }}{% endfor %}"
    "{{ site.data.journals[p.journal] }}{{ p.year }}{% endfor %}\n"
)
FILES = {
    "_config.yml": CONFIG + "collections: {papers: {}}\n",
    "_data/people.yml": "mira:\n  name: Mira Tallow\nole:\n  name: Ole Finn\n",
    "_data/journals.json": '{"peat": "Peat Letters"}\n',
    "_papers/moss.md": "---\ntitle: Moss\nauthors:\n  - mira\n  - guest\njournal: peat\nyear: 2024\n---\n",
}
PAPER = ("--title", "Reeds", "--author", "ole finn", "--author", "Mira Tallow", "--year", "2026")


def test_values_are_read_as_the_page_shows_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site_with(tmp_path, {"index.md": page_of(LOOP), **FILES})
    [papers] = [one for one in sections(root, capsys) if one["store"] == "collection"]
    [moss] = papers["entries"]
    assert [one["name"] for one in moss["authors"]] == ["Mira Tallow", "guest"]
    assert moss["venue"] == "Peat Letters"


def test_new_values_are_the_keys(tmp_path: Path) -> None:
    root = site_with(tmp_path, {"index.md": page_of(LOOP), **FILES})
    assert run("publications", "add", "--in", str(root), *PAPER, "--venue", "Peat Letters") == 0
    assert (root / "_papers/reeds.md").read_text() == (
        "---\ntitle: Reeds\nauthors:\n  - ole\n  - mira\njournal: peat\nyear: 2026\n---\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--author", "Lea Ost"), "looks Lea Ost up in _data/people.yml"),
        (("--venue", "Bog Notes"), "looks Bog Notes up in _data/journals.json"),
    ],
)
def test_what_the_table_lacks_is_refused(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_with(tmp_path, {"index.md": page_of(LOOP), **FILES})
    assert run("publications", "add", "--in", str(root), *PAPER, *words) == 4
    assert said in capsys.readouterr().err
    assert not (root / "_papers/reeds.md").exists()


def test_a_name_too_long_for_a_file_is_that_of_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site_with(tmp_path, {"index.md": page_of(LOOP.replace("journals", "j" * 300)), **FILES})
    [papers] = [one for one in sections(root, capsys) if one["store"] == "collection"]
    assert [one["title"] for one in papers["entries"]] == ["Moss"]


def test_a_table_that_only_adds_to_a_name_is_none(tmp_path: Path) -> None:
    body = LOOP.replace("{{ site.data.people[a].name }}", "<a href='{{ site.data.people[a].url }}'>{{ a }}</a>")
    root = site_with(tmp_path, {"index.md": page_of(body), **FILES})
    assert run("publications", "add", "--in", str(root), *PAPER, "--author", "Lea Ost") == 0
    assert "  - Lea Ost\n" in (root / "_papers/reeds.md").read_text()
