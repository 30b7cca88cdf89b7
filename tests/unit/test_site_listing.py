"""The files of a repository that are offered, told by their names alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from profile_tui.app.widgets.fuzzy import best
from profile_tui.site.repository.listing import site_files
from profile_tui.site.repository.site import Site
from support.repositories import ACADEMIC, FOLIO, build


def listed(root: Path) -> dict[str, str]:
    return {file.name: file.group for file in site_files(Site(root))}


def test_pages_come_first_then_collections_with_the_newest_names_first(tmp_path: Path) -> None:
    root = build(tmp_path, ACADEMIC, **{"_pages__cv.md": "---\n---\n", "README.md": "A site.\n"})
    assert list(listed(root).items()) == [
        ("_pages/about.md", "page"),
        ("_pages/cv.md", "page"),
        ("README.md", "page"),
        ("_publications/2024-05-01-reading-small-lakes.md", "publications"),
        ("_publications/2022-03-09-ice-in-spring.md", "publications"),
        ("_talks/2023-01-01-a-talk.md", "talks"),
        ("_config.yml", "data"),
    ]


def test_what_one_does_not_edit_is_left_out(tmp_path: Path) -> None:
    files = (
        "_site/index.html", ".git/x.md", "vendor/gem/README.md", "node_modules/a/a.md", "_layouts/page.html",
        "_sass/a.md", "assets/lib/lib.html", ".hidden.md", "_pages/_part.md", "_pages/photo.png", "_talks/slides.pdf",
    )  # fmt: skip
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert set(listed(build(tmp_path, ACADEMIC))) == {*ACADEMIC}


def test_includes_drafts_posts_data_and_bibliographies_are_told_apart(tmp_path: Path) -> None:
    more = {
        "_includes__menu.html": "x",
        "_pages__includes__news.md": "x",
        "_drafts__idea.md": "x",
        "_posts__2026-01-02-ice.md": "x",
        "blog___posts__2025-01-02-snow.md": "x",
        "_data__lab__people.yml": "x",
        "_data__photo.jpg": "x",
    }
    found = listed(build(tmp_path, FOLIO, **more))
    assert {name: group for name, group in found.items() if name not in FOLIO} == {
        "_includes/menu.html": "include",
        "_pages/includes/news.md": "include",
        "_drafts/idea.md": "draft",
        "_posts/2026-01-02-ice.md": "posts",
        "blog/_posts/2025-01-02-snow.md": "posts",
        "_data/lab/people.yml": "data",
    }
    assert found["_bibliography/papers.bib"] == "data"


def test_collections_are_looked_for_where_the_configuration_says(tmp_path: Path) -> None:
    more = {"my___talks__one.md": "x", "_plans__two.md": "x"}
    config = FOLIO["_config.yml"] + "collections_dir: my\n"
    found = listed(build(tmp_path, {**FOLIO, "_config.yml": config}, **more))
    assert (found["my/_talks/one.md"], found["_plans/two.md"]) == ("talks", "plans")


@pytest.mark.parametrize(
    ("mark", "page"),
    [("_quarto.yml", "posts/ice/index.qmd"), ("hugo.toml", "content/post/ice/_index.md")],
)
def test_pages_of_other_generators_are_listed(tmp_path: Path, mark: str, page: str) -> None:
    root = build(tmp_path, {mark: "", page: "---\ntitle: Ice\n---\n", "content/about.md": "x"})
    assert listed(root)[page] == "page"


def test_a_link_that_leads_out_is_not_offered(tmp_path: Path) -> None:
    root = build(tmp_path / "site", ACADEMIC)
    (tmp_path / "secret.md").write_text("---\n---\n")
    os.symlink(tmp_path / "secret.md", root / "_pages" / "out.md")
    os.symlink(root / "_pages" / "about.md", root / "_pages" / "in.md")
    os.symlink(tmp_path, root / "_talks" / "folder")
    assert {*listed(root)} == {*ACADEMIC, "_pages/in.md"}


def test_no_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(build(tmp_path, ACADEMIC))
    assert site.template  # which reads the configuration
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("a file was opened"))
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file was opened"))
    assert len(site_files(site)) == len(ACADEMIC)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cv", "_pages/cv.md"),
        ("talks", "_pages/talks.html"),
        ("2023 talk", "_talks/2023-01-01-a-talk.md"),
        ("pgcv", "_pages/cv.md"),
        ("new talk", "New talk …"),
        ("ICE spring", "_publications/2022-03-09-ice-in-spring.md"),
    ],
)
def test_the_best_match_comes_first(typed: str, first: str) -> None:
    names = [
        "_pages/cv.md",
        "_pages/new-talks-archive.md",
        "_pages/talks.html",
        "_publications/2022-03-09-ice-in-spring.md",
        "_publications/2023-08-09-collected-values.md",
        "_talks/2023-01-01-a-talk.md",
        "New talk …",
    ]
    assert best(typed, [(name, name) for name in names])[0] == first


def test_what_has_not_all_the_letters_is_left_out() -> None:
    assert best("cvx", [("_pages/cv.md", 1)]) == []
    assert best("a" * 60, [("a" * 59 + "b", 1)]) == []
