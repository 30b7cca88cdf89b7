"""Quarto and Hugo repositories: their pages are edited, their stores shown, and said to be only read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace
from support.repositories import build, snapshot

QUARTO = {
    "_quarto.yml": "project:\n  type: website\n",
    "index.qmd": "---\ntitle: Ada\nabout:\n  template: jolla\n---\n\n## News\n\n- *2024.05*: The lab opens.\n",
    "posts/_metadata.yml": "freeze: true\n",
    "posts/ice/index.qmd": '---\ntitle: "On ice"\ndate: "2024-05-01"\ncategories: [news]\n---\n\nLong.\n',
    "posts/snow/index.qmd": '---\ntitle: "On snow"\ndate: 2025-05-01\n---\n',
}
HUGO = {
    "config/_default/hugo.yaml": "title: Ada\n",
    "content/_index.md": '---\ntitle: ""\ntype: landing\nsections:\n  - block: about\n---\n\nText {{< icon >}} {{ x\n',
    "content/publication/lakes/index.md": (
        "---\ntitle: Reading Small Lakes\nauthors:\n  - admin\n  - Ben Sample\ndate: '2024-05-01T00:00:00Z'\n"
        "publication: '*Journal of Ice*'\nurl_pdf: https://example.org/x.pdf\n---\n"
    ),
    "content/publication/broken/index.md": "---\ntitle: a: b\n---\n",
    "content/post/old.md": '+++\ntitle = "An old one"\ndate = 2020-01-02\n+++\n\n# News\n\n- *2024.05*: Snow.\n',
}


@pytest.mark.parametrize(
    ("site", "name", "template"), [(QUARTO, "index.qmd", "quarto"), (HUGO, "content/_index.md", "hugo")]
)
def test_the_home_page_is_opened(tmp_path: Path, site: dict[str, str], name: str, template: str) -> None:
    target = locate(build(tmp_path, site))
    assert (target.name, target.template) == (name, template)


def test_a_page_is_edited_and_nothing_else_is_touched(tmp_path: Path) -> None:
    build(tmp_path, QUARTO)
    assert run(["news", "add", "--in", str(tmp_path / "index.qmd"), "--date", "2024-06", "Snow."], lambda _: 0) == 0
    text = (tmp_path / "index.qmd").read_text()
    assert text == QUARTO["index.qmd"].replace("- *2024.05*", "- *2024.06*: Snow.\n- *2024.05*")


def test_the_stores_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, HUGO)
    before = snapshot(tmp_path)
    assert run(["show", "--json", str(tmp_path)], lambda _: 0) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["front_matter"]["sections"] == [{"block": "about"}]
    news, papers = (part for part in shown["sections"] if part["store"] == "collection")
    assert [(entry["date"], entry["text"]) for entry in news["entries"]] == [("2020-01-02", "An old one")]
    assert [(entry["title"], entry["venue"], entry["year"]) for entry in papers["entries"]] == [
        ("Reading Small Lakes", "Journal of Ice", 2024)
    ]
    assert [(problem["path"], problem["line"]) for problem in shown["problems"]] == [
        ("content/publication/broken/index.md", 2)
    ]
    assert snapshot(tmp_path) == before


def test_posts_of_quarto_are_news(tmp_path: Path) -> None:
    workspace = Workspace(locate(build(tmp_path, QUARTO)))
    assert [held.entry.values["text"] for held in workspace.entries("news")] == ["The lab opens.", "On snow", "On ice"]


@pytest.mark.parametrize(
    ("site", "words", "said"),
    [
        (HUGO, ["publications", "add", "--title", "X"], "content/publication: this Hugo site keeps its publications"),
        (HUGO, ["publications", "remove", "1"], "only read"),
        (HUGO, ["publications", "edit", "1", "--title", "X"], "only read"),
        (HUGO, ["news", "add", "Snow."], "hugo new content/post/NAME/index.md"),
        (QUARTO, ["news", "edit", "2", "--text", "Snow."], "this Quarto site keeps its news here"),
        (QUARTO, ["news", "move", "2", "3"], "only read"),
    ],
)
def test_a_change_of_a_store_is_one_line_that_tells_what_to_do(
    tmp_path: Path, site: dict[str, str], words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, site)
    before = snapshot(tmp_path)
    assert run([*words[:2], "--in", str(tmp_path), *words[2:]], lambda _: 0) == 4
    complaint = capsys.readouterr().err
    assert said in complaint
    assert complaint.count("\n") == 1
    assert snapshot(tmp_path) == before


def test_front_matter_in_toml_is_read_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = build(tmp_path, HUGO) / "content/post/old.md"
    assert run(["show", "--json", str(page)], lambda _: 0) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["front_matter"] == {"title": "An old one", "date": "2020-01-02"}
    assert [section["kind"] for section in shown["sections"] if section["store"] == "page"] == ["news"]
    assert run(["news", "add", "--in", str(page), "--date", "2024-06", "Ice."], lambda _: 0) == 0
    text = HUGO["content/post/old.md"]
    assert page.read_text() == text.replace("- *2024.05*", "- *2024.06*: Ice.\n- *2024.05*")


def test_what_only_jekyll_stumbles_over_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, HUGO)
    (tmp_path / "content/publication/broken/index.md").unlink()
    assert run(["check", str(tmp_path)], lambda _: 0) == 0
    assert capsys.readouterr().out == ""


def test_toml_front_matter_in_a_jekyll_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, {"_config.yml": "", "index.md": "+++\ntitle = 'x'\n+++\nHello.\n"})
    assert run(["check", str(tmp_path / "index.md")], lambda _: 0) == 1
    assert "TOML" in capsys.readouterr().out
