"""What a path leads to: the repository around it, its template, and the page that visitors see first."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from profile_tui.site.repository import config
from profile_tui.site.repository.locate import locate
from profile_tui.site.templates import templates
from profile_tui.text.errors import Unreadable
from support.repositories import build

HOME = "---\npermalink: /\n---\nHello.\n"
PLAIN = "---\n---\nHello.\n"
AUTHOR = "author:\n  name: Ada Sample\n  googlescholar:\n  researchgate:\n"


def site(root: Path, files: dict[str, str]) -> Path:
    return build(root, {"_config.yml": "title: Ada\n", **files})


INCLUDED = {"_config.yml": "include: [_pages]\n"}

HOMES = {
    "permalink in _pages": ({**INCLUDED, "_pages/about.md": HOME, "_pages/cv.md": PLAIN}, "_pages/about.md"),
    "any name": ({**INCLUDED, "_pages/about.md": PLAIN, "_pages/about-zh.md": HOME}, "_pages/about-zh.md"),
    "quoted permalink": ({**INCLUDED, "_pages/me.md": "---\npermalink: '/' # home\n---\n"}, "_pages/me.md"),
    "index.html by permalink": ({**INCLUDED, "_pages/me.md": "---\npermalink: /index.html\n---\n"}, "_pages/me.md"),
    "root index": ({"index.md": PLAIN, "about.md": PLAIN}, "index.md"),
    "root index before a page of an earlier name": (
        {**INCLUDED, "_pages/about.md": HOME, "index.md": PLAIN},
        "index.md",
    ),
    "not the index that has another URL": (
        {**INCLUDED, "_pages/about.md": HOME, "index.md": "---\npermalink: /old/\n---\n"},
        "_pages/about.md",
    ),
    "last of two names": ({**INCLUDED, "_pages/about copy.md": HOME, "_pages/about.md": HOME}, "_pages/about.md"),
    "of one name the root's": ({**INCLUDED, "_pages/about.md": HOME, "about.md": HOME}, "about.md"),
    "of one name the outer": ({**INCLUDED, "_pages/about.md": HOME, "_pages/a/about.md": HOME}, "_pages/about.md"),
    "not the hidden": (
        {**INCLUDED, "_pages/about.md": HOME, "_pages/zz.md": "---\npermalink: /\npublished: false\n---\n"},
        "_pages/about.md",
    ),
    "not the folder that is left out": ({"_pages/zz.md": HOME, "about.md": HOME}, "about.md"),
    "last of two permalinks": ({**INCLUDED, "_pages/a.md": "---\npermalink: /x/\npermalink: /\n---\n"}, "_pages/a.md"),
}


@pytest.mark.parametrize(("files", "home"), HOMES.values(), ids=HOMES)
def test_the_home_page_is_the_one_that_jekyll_shows(tmp_path: Path, files: dict[str, str], home: str) -> None:
    target = locate(site(tmp_path, files))
    assert target.name == home
    assert target.page == tmp_path / home
    assert target.root == tmp_path


@pytest.mark.skipif(not shutil.which("jekyll"), reason="Jekyll decides here, and it is not installed")
@pytest.mark.parametrize("files", [files for files, _ in HOMES.values()], ids=HOMES)
def test_jekyll_agrees(tmp_path: Path, files: dict[str, str]) -> None:
    site(tmp_path, {name: content + f"\nThis is {name}.\n" for name, content in files.items() if name.endswith("md")})
    (tmp_path / "_config.yml").write_text(files.get("_config.yml", ""))
    subprocess.run(["jekyll", "build", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    shown = (tmp_path / "_site" / "index.html").read_text()
    assert f"This is {locate(tmp_path).name}." in shown


@pytest.mark.parametrize(
    ("files", "home"),
    [
        ({"_pages/about.md": HOME}, "_pages/about.md"),
        ({"_pages/about.md": "\ufeff" + HOME, "_pages/cv.md": PLAIN}, "_pages/about.md"),
        ({"_pages/bio.md": "---\npermalink: /\nHello.\n"}, "_pages/bio.md"),
        ({"_pages/about.md": HOME, "index.html": "<p>static</p>"}, "_pages/about.md"),
        ({"_pages/me.md": "---\npermalink: /about/\n---\n", "README.md": "x"}, "_pages/me.md"),
        ({"about.md": PLAIN, "README.md": "x"}, "about.md"),
        ({"README.md": "x"}, "README.md"),
    ],
)
def test_a_page_that_is_meant_to_be_home_is_opened(tmp_path: Path, files: dict[str, str], home: str) -> None:
    assert locate(site(tmp_path, files)).name == home


def test_the_readme_of_a_program_is_not_taken_for_a_home_page(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# A tool\n", "utf-8")
    (tmp_path / "package.json").write_text("{}", "utf-8")
    with pytest.raises(Unreadable, match="not a Jekyll site; to edit its README"):
        locate(tmp_path)
    assert locate(tmp_path / "README.md").name == str(tmp_path / "README.md")
    (tmp_path / "index.html").write_text('<div id="root"></div>\n', "utf-8")
    with pytest.raises(Unreadable, match="not a Jekyll site; to edit its index"):
        locate(tmp_path)
    (tmp_path / "_layouts").mkdir()
    assert locate(tmp_path).name == "index.html"


def test_what_is_left_of_a_site_that_another_program_builds_now_is_none(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# A site\n", "utf-8")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "astro.config.mjs").write_text("export default {}\n", "utf-8")
    with pytest.raises(Unreadable, match="not a Jekyll site; to edit its README"):
        locate(tmp_path)


def test_a_readme_with_front_matter_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("---\nlayout: default\n---\n", "utf-8")
    assert locate(tmp_path).name == "README.md"


def test_a_file_is_named_from_the_root_of_its_repository(tmp_path: Path) -> None:
    site(tmp_path, {"_pages/includes/news.md": "- one\n", "index.md": PLAIN})
    target = locate(tmp_path / "_pages" / "includes" / "news.md")
    assert (target.name, target.store, target.root) == ("_pages/includes/news.md", "include", tmp_path)
    assert locate(tmp_path / "index.md").store == "page"


def test_a_folder_below_the_root_means_the_whole_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, {"index.md": PLAIN, "_data/x.yml": "a: 1\n"})
    monkeypatch.chdir(tmp_path / "_data")
    assert locate(Path()).page == tmp_path / "index.md"


def test_a_site_in_docs_is_found(tmp_path: Path) -> None:
    site(tmp_path / "docs", {"index.md": PLAIN})
    target = locate(tmp_path)
    assert (target.root, target.name) == (tmp_path / "docs", "index.md")


def test_a_page_alone_keeps_the_name_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "about.md").write_text(PLAIN)
    monkeypatch.chdir(tmp_path)
    target = locate(Path("about.md"))
    assert (target.name, target.root, target.site, target.template) == ("about.md", None, None, "generic")


def test_the_border_of_a_repository_is_not_crossed(tmp_path: Path) -> None:
    site(tmp_path, {"inner/.git/HEAD": "", "inner/about.md": PLAIN})
    assert locate(tmp_path / "inner" / "about.md").root is None


def test_a_repository_without_configuration_counts_by_its_pages(tmp_path: Path) -> None:
    site(tmp_path, {".git/HEAD": "", "_pages/about.md": HOME})
    (tmp_path / "_config.yml").unlink()
    assert locate(tmp_path / "_pages").name == "_pages/about.md"


def test_what_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    for path, said in [(tmp_path, "no page"), (tmp_path / "none", "no such file"), (Path("a\0b"), "no such file")]:
        with pytest.raises(Unreadable, match=said) as caught:
            locate(path)
        assert "\n" not in str(caught.value)
    for mark, said in [("_quarto.yml", "Quarto"), ("hugo.toml", "Hugo")]:
        folder = site(tmp_path / said, {mark: "", "content/post/a.md": "", "other.qmd": ""})
        with pytest.raises(Unreadable, match=f"{said} site without a home page"):
            locate(folder)


def test_finding_the_home_page_reads_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, {"_pages/about.md": HOME, "images/x.md": HOME})
    monkeypatch.setattr(config, "load", lambda path: pytest.fail(f"{path} was read"))
    assert locate(tmp_path).name == "_pages/about.md"


def test_a_broken_configuration_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    target = locate(site(tmp_path, {"_config.yml": "title: Ada\nname: a: b\n", "index.md": PLAIN}))
    assert target.site is not None
    assert target.site.config == {}
    assert [(problem.code, problem.path, problem.line) for problem in target.site.problems] == [
        ("yaml-error", "_config.yml", 2)
    ]
    assert target.template == "generic"


@pytest.mark.parametrize(
    "content", ["- a\n", "just text\n", "", "\ufefftitle: x\n", "theme: [a]\ncollections: 3\ninclude: x\n"]
)
def test_any_configuration_is_survived(tmp_path: Path, content: str) -> None:
    target = locate(site(tmp_path, {"_config.yml": content, "index.md": PLAIN, "_pages/about.md": HOME}))
    assert target.template


def test_toml_configuration_is_read(tmp_path: Path) -> None:
    site(tmp_path, {"_config.toml": 'theme = "minima"\n', "index.md": PLAIN})
    (tmp_path / "_config.yml").unlink()
    assert locate(tmp_path).template == "minima"


TEMPLATES = {
    "al-folio": {"_config.yml": "scholar:\n  bibliography_template: bib\ncollections:\n  news:\n"},
    "acad-homepage": {"_config.yml": "google_scholar_stats_use_cdn: true\n"},
    "academicpages": {"_config.yml": "collections: {teaching: , publications: , portfolio: , talks: }\n"},
    "luost26": {"_data/profile.yml": "primary_name: Ada\n"},
    "lab-website-template": {"_data/sources.yaml": "[]\n", "_members/a.md": PLAIN},
    "minimal-light": {"_config.yml": "remote_theme: yaoyao-liu/minimal-light\n"},
    "allanlab": {"_data/publist.yml": "[]\n", "_data/news.yml": "- date: May\n  headline: x\n"},
    "online-cv": {"_data/data.yml": "sidebar: {}\ncareer-profile: {}\n"},
    "minimal-mistakes": {"_config.yml": "remote_theme: mmistakes/minimal-mistakes@4.24.0\n"},
    "chirpy": {"_tabs/about.md": PLAIN},
    "beautiful-jekyll": {"_config.yml": "navbar-links: {}\n"},
    "minima": {"_config.yml": "theme: jekyll-theme-slate\n"},
    "generic": {},
}


@pytest.mark.parametrize(("name", "files"), TEMPLATES.items(), ids=TEMPLATES)
def test_each_template_is_told_by_its_marks(tmp_path: Path, name: str, files: dict[str, str]) -> None:
    assert locate(site(tmp_path, {"index.md": PLAIN, **files})).template == name


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("al-folio", {"_config.yml": "theme: al_folio_core\n"}),
        ("acad-homepage", {"_config.yml": AUTHOR}),
        ("academicpages", {"_config.yml": AUTHOR + "publication_category: {}\n"}),
        ("academicpages", {"_config.yml": AUTHOR + "collections:\n  research:\n"}),
        ("academicpages", {"_config.yml": AUTHOR + "collections: {talks: }\nscholar: {bibliography_template: bib}\n"}),
        ("minimal-light", {"index.md": "---\nlayout: homepage\n---\n"}),
        ("generic", {"_config.yml": "theme: jekyll-theme-of-my-own\n"}),
    ],
)
def test_copies_that_lost_a_mark_are_still_told(tmp_path: Path, name: str, files: dict[str, str]) -> None:
    assert locate(site(tmp_path, {"index.md": PLAIN, **files})).template == name


def test_every_template_has_a_case_here() -> None:
    assert {template.name for template in templates()} == {*TEMPLATES, "quarto", "hugo"}


def test_a_folder_that_may_not_be_entered_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0)
    try:
        if os.access(tmp_path / "closed", os.R_OK):
            pytest.skip("the superuser may enter every folder")
        with pytest.raises(Unreadable):
            locate(tmp_path / "closed")
    finally:
        (tmp_path / "closed").chmod(0o700)


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"_config.yml": "author: Ada Moss\n"}, ["Ada Moss"]),
        ({"_config.yml": "first_name: Ada\nlast_name: Moss\n"}, ["Ada Moss"]),
        ({"_data/profile.yml": "primary_name: Ada Moss\n"}, ["Ada Moss"]),
        ({"_data/profile.yml": "name: Ada\n"}, []),
        ({"_data/profile.yml": "- Ada Moss\n"}, []),
    ],
)
def test_the_owner_is_named_by_the_configuration_or_the_profile(
    tmp_path: Path, files: dict[str, str], names: list[str]
) -> None:
    found = locate(site(tmp_path, {"index.md": PLAIN, **files})).site
    assert found is not None
    assert found.owners == names


def test_a_page_of_a_site_is_known_by_its_whole_path_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the page would be another one than the home page of its site, and a paper be written into it twice."""
    (tmp_path / "_config.yml").write_text("title: A\n")
    (tmp_path / "_pages").mkdir()
    (tmp_path / "_pages" / "about.md").write_text("---\npermalink: /\n---\n")
    monkeypatch.chdir(tmp_path / "_pages")
    for given in ("about.md", "../_pages/about.md"):
        found = locate(Path(given))
        assert found.page == tmp_path / "_pages" / "about.md"
        assert found.name == "_pages/about.md"
