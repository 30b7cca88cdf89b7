"""A paper added to every list that a site keeps, with its news item: all of it, or nothing; one undo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries.entry import Author, Values
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import AppError
from profile_tui.workspace import additions
from profile_tui.workspace.additions import Wish
from profile_tui.workspace.everywhere import Everywhere, Request, perform
from profile_tui.workspace.workspace import Workspace
from support.repositories import SEVERAL, build

BARNS: Values = {
    "title": "Barns in the Rain",
    "authors": (Author("Ada Lampwick", is_self=True), Author("Cleo Tarn")),
    "venue": "NLK",
    "year": 2026,
}
CALL = ["--title", "Barns in the Rain", "--author", "Ada Lampwick", "--author", "Cleo Tarn", "--venue", "NLK"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site, in the current directory."""
    monkeypatch.chdir(build(tmp_path, SEVERAL))
    return tmp_path


def add(*words: str) -> int:
    """Adds the paper of 2026."""
    return run(["publications", "add", *CALL, "--year", "2026", *words], lambda path: 99)


def open_site(folder: Path) -> Workspace:
    """Opens a site."""
    return Workspace(locate(folder))


def files(folder: Path) -> dict[str, str]:
    """The texts of all files."""
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_lists_of_a_site_are_known(site: Path) -> None:
    workspace = open_site(site)
    found = Everywhere(workspace, workspace.destination("publications", None, BARNS), BARNS)
    assert found.main.name == "index.md"
    assert [(one.name, one.language, one.is_in_step) for one in found.lists] == [
        ("_publications", "", True),
        ("_data/cv.yml", "", True),
        ("index-de.md", "de", True),
    ]


def test_everywhere_writes_all_of_them_and_the_news_in_the_words_of_each(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add("--everywhere", "--news") == 0
    after = files(site)
    assert "- **Barns in the Rain**. **Ada Lampwick**, Cleo Tarn. *NLK*, 2026.\n- **Warm" in after["index.md"]
    assert "- **Barns in the Rain**. **Ada Lampwick**, Cleo Tarn. *NLK*, 2026.\n- **Warm" in after["index-de.md"]
    assert "  - title: Barns in the Rain\n    venue: NLK\n    year: 2026\n  - title: Warm" in after["_data/cv.yml"]
    assert "title: Barns in the Rain\n" in after["_publications/2026-barns-in-the-rain.md"]
    assert ": One paper accepted by **NLK 2026**!\n- *2024.05*" in after["index.md"]
    assert ": Ein Aufsatz wurde bei der NLK 2026 angenommen.\n- *05.2024*" in after["index-de.md"]
    said, complaints = capsys.readouterr()
    assert complaints == ""
    assert said.splitlines() == [
        "index.md:13: added publication 1",
        "_publications/2026-barns-in-the-rain.md:1: added publication 4",
        "_data/cv.yml:2: added publication 6",
        "index-de.md:14: added publication",
        "index.md:7: added news item 1: One paper accepted by **NLK 2026**!",
        "index-de.md:9: added news item: Ein Aufsatz wurde bei der NLK 2026 angenommen.",
    ]


def test_without_it_one_list_gets_the_paper_and_the_others_are_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site)
    assert add() == 0
    after = files(site)
    assert [name for name in before if after[name] != before[name]] == ["index.md"]
    assert len(after) == len(before)
    assert capsys.readouterr() == (
        "index.md:12: added publication 1\n",
        "profile-tui: note: this site lists its publications in _publications, _data/cv.yml and index-de.md, too; "
        "--everywhere adds to all of them\n",
    )


def test_a_dry_run_shows_the_diff_of_all_files(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(site)
    assert add("--everywhere", "--news", "--dry-run") == 0
    assert files(site) == before
    diff = capsys.readouterr().out
    for name in ("index.md", "index-de.md", "_data/cv.yml", "_publications/2026-barns-in-the-rain.md"):
        assert f"+++ b/{name}\n" in diff


def test_one_list_that_cannot_take_it_keeps_all_from_being_written(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = site / "_data/cv.yml"
    broken.write_text(broken.read_text() + "<<<<<<< HEAD\n")
    before = files(site)
    cv = Workspace(locate(site))
    assert [store.name for store in cv.stores if store.kind == "publications"][:1]
    code = add("--everywhere", "--news")
    if code == 0:  # a file that is not even read is no list
        assert "_data/cv.yml" not in capsys.readouterr().out
    else:
        assert files(site) == before


def test_what_a_list_refuses_takes_back_what_the_others_got(site: Path) -> None:
    (site / "_data/cv.yml").write_text(SEVERAL["_data/cv.yml"].replace("venue", "where").replace("year:", "wann:"))
    workspace = open_site(site)
    where = workspace.destination("publications", None, BARNS)
    found = Everywhere(workspace, where, BARNS)
    requests = found.requests(BARNS, "", [one for one in found.lists if one.name != "_data/cv.yml"], [], "2026-11-29")
    worse = Request("publications", {**BARNS, "title": ""}, where)
    proposal = workspace.propose_add("publications", BARNS, where)
    with pytest.raises(AppError):
        perform(workspace, proposal, [*(request for request, _ in requests), worse])
    assert not workspace.dirty
    assert not workspace.can_undo


def test_one_undo_takes_all_of_it_back(site: Path) -> None:
    workspace = open_site(site)
    where = workspace.destination("publications", None, BARNS)
    additions.add(workspace, BARNS, where, Wish(everywhere=True, news=True, day="2026-11-29"))
    assert {document.name for document in workspace.documents if document.dirty} == {
        "index.md", "index-de.md", "_data/cv.yml", "_publications/2026-barns-in-the-rain.md",
    }  # fmt: skip
    assert workspace.undo() == "Add publication “Barns in the Rain”"
    assert not workspace.dirty
    assert not workspace.can_undo
    workspace.redo()
    workspace.save()
    assert "Barns in the Rain" in (site / "index-de.md").read_text()


def test_a_paper_that_some_lists_have_goes_to_the_others_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add() == 0
    page = (site / "index.md").read_text()
    assert add("--everywhere") == 0
    assert (site / "index.md").read_text() == page
    assert "Barns in the Rain" in (site / "_data/cv.yml").read_text()
    assert "index.md:12: already there as publication 1\n" in capsys.readouterr().out
    assert add("--everywhere") == 0
    assert capsys.readouterr() == ("index.md:12: already there as publication 1\n", "")


def test_bibtex_goes_everywhere_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "b.bib").write_text(
        "@inproceedings{a, title={Barns in the Rain}, author={Lampwick, Ada}, booktitle={NLK}, year=2026}\n"
        "@article{b, title={Ladders in the Sun}, author={Lampwick, Ada}, journal={Harbour Letters}, year=2025}\n"
    )
    code = run(["publications", "add", "--bibtex", "b.bib", "--everywhere", "--news", "--json"], lambda path: 99)
    assert code == 0
    told = json.loads(capsys.readouterr().out)
    assert [sorted({one["path"] for one in entry["also"]}) for entry in told["entries"]] == [
        ["_data/cv.yml", "_publications/2026-barns-in-the-rain.md", "index-de.md", "index.md"],
        ["_data/cv.yml", "_publications/2025-ladders-in-the-sun.md", "index-de.md", "index.md"],
    ]
    assert (
        (site / "_data/cv.yml")
        .read_text()
        .startswith(
            "publications:\n  - title: Barns in the Rain\n    venue: NLK\n    year: 2026\n"
            "  - title: Ladders in the Sun\n    venue: Harbour Letters\n    year: 2025\n  - title: Warm"
        )
    )


def test_lists_of_different_papers_are_no_copies_of_each_other(tmp_path: Path) -> None:
    build(
        tmp_path,
        {
            "_config.yml": "title: Ada\nscholar:\n  source: /_bibliography\n",
            "index.md": "---\ntitle: Ada\n---\n\nI study lamps.\n",
            "_bibliography/conferences.bib": "@inproceedings{a, title={Wicks}, booktitle={SOFT}, year=2021}\n",
            "_bibliography/journals.bib": "@article{b, title={Candles}, journal={Journal of Candles}, year=2021}\n",
        },
    )
    workspace = open_site(tmp_path)
    paper: Values = {**BARNS, "venue": "Journal of Candles"}
    found = Everywhere(workspace, workspace.destination("publications", None, paper), paper)
    assert found.main.name == "_bibliography/journals.bib"
    assert found.lists == []


def test_a_choice_of_papers_is_offered_and_not_kept_in_step(tmp_path: Path) -> None:
    entries = "".join(
        f"@article{{k{year}, title={{Candles of {year}}}, author={{Lampwick, A}}, journal={{Journal}}, year={year}}}\n"
        for year in range(2010, 2024)
    )
    build(
        tmp_path,
        {
            "_config.yml": "title: Ada\nscholar:\n  source: /_bibliography\n",
            "index.md": (
                "---\ntitle: Ada\n---\n\n## Selected publications\n\n"
                "- **Candles of 2023**. Ada Lampwick. *Journal*, 2023.\n"
                "- **Candles of 2011**. Ada Lampwick. *Journal*, 2011.\n"
            ),
            "_bibliography/papers.bib": entries,
        },
    )
    workspace = open_site(tmp_path)
    found = Everywhere(workspace, workspace.destination("publications", None, BARNS), BARNS)
    assert [(one.name, one.is_in_step) for one in found.lists] == [("index.md", False)]


def test_a_site_without_news_says_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = site / "index.md"
    text = page.read_text()
    page.write_text(text[: text.index("## News")] + text[text.index("## Publications") :])
    before = files(site)
    assert add("--news") == 2
    assert "leave out --news" in capsys.readouterr().err
    assert files(site) == before


def test_an_addition_is_told_by_its_number_though_the_page_writes_it_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "about.md"
    page.write_text(
        "---\n---\n\n## Publications\n\n"
        "- **Sample B., Example A.** **2016.** Letters from a paper mill. Review of Map Theory, 45, 189–195.\n"
        "- **Example A.** **2013.** Networks of ferries in winter. Annals of Field Optics, 15 (2), 373–380.\n",
        "utf-8",
    )
    words = ["--title", "Networks of ferries in winter", "--year", "2019", "--author", "Ada Example", "--venue", "Ice"]
    assert run(["publications", "add", "--in", str(page), *words], lambda path: 99) == 0
    assert capsys.readouterr().out.startswith(f"{page}:6: added publication 1")


@pytest.mark.parametrize(
    ("home", "other"),
    [
        ("index.md", "index-zh.md"),
        ("index.md", "index.zh.md"),
        ("index.md", "index_cn.md"),
        ("index.md", "zh/index.md"),
        ("index.md", "zh.md"),
        ("_pages/about.md", "_pages/about-zh.md"),
        ("_pages/about-zh.md", "_pages/about.md"),
        ("_pages/about.md", "_pages/zh/about.md"),
        ("_pages/about.md", "_pages/about_zh-TW.md"),
    ],
)
def test_the_page_in_another_language_is_found_however_it_is_named(tmp_path: Path, home: str, other: str) -> None:
    paper = "- **Warm Light for Cold Rooms**. **Ada Lampwick**, Ben Wickham. *Journal of Candles*, 2024.\n"
    chinese, english = "## 论文\n\n" + paper, "## Publications\n\n" + paper
    build(
        tmp_path,
        {
            "_config.yml": "title: Ada\ninclude: [_pages]\n",
            home: "---\ntitle: Ada\npermalink: /\n---\n\n" + (chinese if "zh" in home else english),
            other: "---\ntitle: Ada\npermalink: /other/\n---\n\n" + (english if "zh" in home else chinese),
            "about-us.md": "---\ntitle: Us\npermalink: /us/\n---\n\nWe are many.\n",
        },
    )
    workspace = open_site(tmp_path)
    found = Everywhere(workspace, workspace.destination("publications", None, BARNS), BARNS)
    assert (found.main.name, [one.name for one in found.lists]) == (home, [other])


def test_what_the_page_in_another_language_takes_in_is_found_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = "- **Warm Light for Cold Rooms**. **Ada Lampwick**, Ben Wickham. *Journal of Candles*, 2024.\n"
    build(
        tmp_path,
        {
            "_config.yml": "title: Ada\ninclude: [_pages]\n",
            "_pages/about.md": (
                f"---\npermalink: /\n---\n\n## News\n\n- *2024.05*: Hello.\n\n## Publications\n\n{paper}"
            ),
            "_pages/about-zh.md": (
                "---\npermalink: /zh/\n---\n\n## 新闻\n\n{% include_relative zh/news.md %}\n\n"
                "## 论文\n\n{% include_relative zh/pub.md %}\n"
            ),
            "_pages/zh/news.md": "- *2024.05*: 一篇论文被 SOFT 2024 接收！\n",
            "_pages/zh/pub.md": paper,
        },
    )
    monkeypatch.chdir(tmp_path)
    assert add("--everywhere", "--news") == 0
    assert (
        (tmp_path / "_pages/zh/pub.md").read_text().startswith("- **Barns in the Rain**. **Ada Lampwick**, Cleo Tarn.")
    )
    assert "一篇论文被 NLK 2026 接收！\n" in (tmp_path / "_pages/zh/news.md").read_text()
    assert "Our paper “Barns in the Rain” was accepted at NLK 2026.\n" in (tmp_path / "_pages/about.md").read_text()


def test_a_trial_tells_what_would_change_and_does_nothing(site: Path) -> None:
    before = files(site)
    workspace = open_site(site)
    where = workspace.destination("publications", None, BARNS)
    _made, diff = workspace.tried(
        lambda: additions.add(workspace, BARNS, where, Wish(everywhere=True, news=True, day="2026-11-29"))
    )
    for name in ("index.md", "index-de.md", "_data/cv.yml", "_publications/2026-barns-in-the-rain.md"):
        assert f"+++ b/{name}\n" in diff
    assert not workspace.dirty
    assert not workspace.can_undo
    assert files(site) == before
    assert workspace.tried(lambda: None) == (None, "")
