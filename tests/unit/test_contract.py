"""What scripts rely on: every row of the command line's contract, with the outputs written down."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries import dates
from profile_tui.content.publications.reading import certainty
from support.command_line import PAGE as ABOUT
from support.command_line import page_alone
from support.repositories import ACADEMIC, FOLIO, LIGHT, build, snapshot

PAGE = f"{ABOUT}\n# Education\n\n- *2020.09 - 2024.06*, B.Sc. in Hydrology, Lakeside University.\n"
BIBTEX = (
    "@article{f, title = {A Field Guide to Frost}, author = {Example, Ada and Sample, Ben}, journal = {POLAR}, "
    "year = 2026, url = {https://example.org/frost}}\n"
    "@article{l, title = {Reading Small Lakes}, author = {Example, Ada}, journal = {ICE}, year = 2026}\n"
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is a day in May 2031."""
    monkeypatch.setattr("profile_tui.content.entries.dates.parse", partial(dates.parse, today=date(2031, 5, 7)))


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page that stands alone, in the current folder."""
    return page_alone(tmp_path, monkeypatch, PAGE)


def call(*words: str) -> int:
    return run(words, lambda path: 99)


def typed_in(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts text on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


WRITES = (
    (["news", "add", "--date", "2026-11", "A grant."], "8: added news item 1", (8, 8, 1)),
    (["news", "add", "--date", "2025-12", "A grant."], "9: added news item 2", (9, 9, 2)),
    (["news", "add", "--section", "News", "A grant."], "8: added news item 1", (8, 8, 1)),
    (
        ["news", "edit", "2", "--text", "Two papers."],
        "9: changed news item 2: 2025-11  One paper accepted by ICE.",
        (9, 9, 2),
    ),
    (["news", "remove", "3"], "10: removed news item 3: 2025-04  I joined the lab.", (10, 10, 3)),
    (["news", "move", "1", "3"], "10: moved news item 3: 2026-03  The FROST data set is out.", (10, 10, 3)),
    (
        [
            *("publications", "add", "--title", "Snow maps", "--author", "Ada Example", "--author", "Cleo Third"),
            *("--venue", "ICE", "--year", "2027", "--link", "Paper=https://example.org/maps"),
        ],
        "14: added publication 1",
        (14, 14, 1),
    ),
    (
        ["publications", "edit", "2", "--year", "2024"],
        "15: changed publication 2: Ice in early spring  Ben Sample, Ada Example  Journal of Snow  2025",
        (15, 15, 2),
    ),
    (
        ["publications", "remove", "1"],
        "14: removed publication 1: Reading small lakes  Ada Example, Ben Sample  ICE  2026",
        (14, 14, 1),
    ),
    (["interests", "add", "--topic", "Hail", "its sizes"], "21: added research interest 3", (21, 21, 3)),
    (
        ["interests", "edit", "1", "--topic", "River ice"],
        "19: changed research interest 1: Lake ice  growth and decay.",
        (19, 19, 1),
    ),
    (
        ["education", "add", "--date", "2024.09 - now", "PhD, Lakeside University."],
        "24: added education entry 1",
        (24, 24, 1),
    ),
    (
        ["education", "remove", "1"],
        "24: removed education entry 1: 2020.09 - 2024.06  B.Sc. in Hydrology, Lakeside University.",
        (24, 24, 1),
    ),
)
each_write = pytest.mark.parametrize(("words", "said", "at"), WRITES, ids=[" ".join(row[0][:3]) for row in WRITES])


@each_write
def test_a_writing_call_says_what_it_did_and_where(
    page: Path, words: list[str], said: str, at: tuple[int, int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words[:2], "--in", "about.md", *words[2:]) == 0
    assert capsys.readouterr().out == f"about.md:{said}\n"


@each_write
def test_the_same_as_an_object(
    page: Path, words: list[str], said: str, at: tuple[int, int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words[:2], "--in", "about.md", "--json", *words[2:]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "action": said.split()[1],
        "path": "about.md",
        "first_line": at[0],
        "last_line": at[1],
        "kind": words[0],
        "number": at[2],
        "files": ["about.md"],
    }


@each_write
def test_a_dry_run_as_an_object_has_the_diff(
    page: Path, words: list[str], said: str, at: tuple[int, int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words[:2], "--in", "about.md", "--json", "--dry-run", *words[2:]) == 0
    given = json.loads(capsys.readouterr().out)
    assert given["diff"].startswith("--- a/about.md\n+++ b/about.md\n@@ -")
    assert (given["first_line"], given["last_line"], given["number"]) == at
    assert page.read_text("utf-8") == PAGE


def test_a_call_without_effect_says_so(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("news", "edit", "--in", "about.md", "3", "--text", "I joined the lab.")
    assert call(*words) == 0
    assert capsys.readouterr() == ("about.md:10: nothing to change in news item 3: 2025-04  I joined the lab.\n", "")
    assert call(*words, "--dry-run") == 0
    assert capsys.readouterr().out == "about.md:10: nothing to change in news item 3: 2025-04  I joined the lab.\n"
    assert call(*words, "--json") == 0
    given = json.loads(capsys.readouterr().out)
    assert (given["action"], given["number"], given["files"]) == ("unchanged", 3, [])
    assert page.read_text("utf-8") == PAGE


@pytest.mark.parametrize(
    ("files", "words", "said"),
    [
        (FOLIO, ["news", "add", "--date", "2026-11-02", "Snow."], "_news/announcement_11.md:1: added news item 1\n"),
        (
            FOLIO,
            ["news", "edit", "2", "--text", "The map is out."],
            "_news/announcement_10.md:1: changed news item 2: 2024-12-03  A map is out. :map:\n",
        ),
        (
            FOLIO,
            ["news", "edit", "3", "--date", "2026-02-03"],
            "_news/announcement_1.md:1: changed news item 1: 2024-02-03  The lab opens.\n",
        ),
        (
            FOLIO,
            ["news", "remove", "3"],
            "_news/announcement_1.md:1: removed news item 3: 2024-02-03  The lab opens.\n",
        ),
        (
            FOLIO,
            ["publications", "add", "--title", "Hail", "--author", "Ada Example", "--year", "2026"],
            "_bibliography/papers.bib:8: added publication 1\n",
        ),
        (
            ACADEMIC,
            ["talks", "add", "--date", "2026-11-02", "On Snow"],
            "_talks/2026-11-02-on-snow.md:1: added talk 1\n",
        ),
        (
            LIGHT,
            ["publications", "edit", "2", "--note", "Best poster"],
            "_data/publications.yml:10: changed publication 2: Ice in Spring  Ben Sample, Ada Example  "
            "Proceedings of ICE  2023\n",
        ),
        (
            ACADEMIC,
            ["new", "talk", "--title", "Snow", "--date", "2026-11-02"],
            "_talks/2026-11-02-snow.md:1: added talk\n",
        ),
        (FOLIO, ["profile", "set", "last_name", "Example"], "_config.yml:3: added site.last_name\n"),
        (FOLIO, ["profile", "set", "first_name", "Bea"], "_config.yml:2: changed site.first_name\n"),
        (FOLIO, ["profile", "clear", "first_name"], "_config.yml:2: cleared site.first_name\n"),
        (FOLIO, ["profile", "remove", "first_name"], "_config.yml:2: removed site.first_name\n"),
    ],
    ids=lambda value: " ".join(value[:3]) if isinstance(value, list) else "",
)
def test_stores_and_the_profile_say_the_same(
    tmp_path: Path, files: dict[str, str], words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, files)
    before = snapshot(tmp_path)
    assert call(*words[:2], "--in", str(tmp_path), *words[2:]) == 0
    assert capsys.readouterr().out == said
    changed = {name for name, data in snapshot(tmp_path).items() if before.pop(name, None) != data} | set(before)
    assert changed == {said.partition(":")[0]}


def test_bibtex_as_an_object_tells_of_each_entry(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (page.parent / "x.bib").write_text(BIBTEX, "utf-8")
    assert call("publications", "add", "--in", "about.md", "--json", "--bibtex", "x.bib") == 0
    given = json.loads(capsys.readouterr().out)
    entries = given.pop("entries")
    assert given == {
        "action": "added",
        "path": "about.md",
        "first_line": 14,
        "last_line": 14,
        "kind": "publications",
        "number": 1,
        "title": "A Field Guide to Frost",
        "refusal": None,
        "left_out": [],
        "files": ["about.md"],
    }
    assert [(one["action"], one["number"], one["title"]) for one in entries] == [
        ("added", 1, "A Field Guide to Frost"),
        ("unchanged", 2, "Reading Small Lakes"),
    ]


def test_a_dry_run_of_bibtex_is_the_diff_and_what_is_there_already(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (page.parent / "x.bib").write_text(BIBTEX, "utf-8")
    assert call("publications", "add", "--in", "about.md", "--dry-run", "--bibtex", "x.bib") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("--- a/about.md\n+++ b/about.md\n@@ -")
    assert printed.endswith("\nabout.md:15: already there as publication 2: Reading Small Lakes\n")
    assert printed.count("publication 1") == 0
    assert page.read_text("utf-8") == PAGE


def test_marks_after_a_name_are_marks(page: Path) -> None:
    words = [
        "--title",
        "Hail",
        "--author",
        "Ada Example*",
        "--author",
        "Cleo Third†",
        "--venue",
        "ICE",
        "--year",
        "2027",
    ]
    assert call("publications", "add", "--in", "about.md", *words, "--link", "Paper=https://example.org/h") == 0
    line = page.read_text("utf-8").split("\n")[13]
    assert line == r"- [Hail](https://example.org/h), **Ada Example**\*, Cleo Third†, *ICE*, 2027"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["news", "edit", "1", "--text", "-"], "- *2026.03*: Hail fell"),
        (["interests", "edit", "1", "--topic", "-"], "- **Hail fell:** growth and decay."),
        (
            ["publications", "edit", "1", "--venue", "-"],
            "- [Reading small lakes](https://example.org/lakes), **Ada Example**, Ben Sample, *Hail fell*, 2026",
        ),
        (["education", "add", "--date", "2025", "-"], "- *2025*, Hail fell"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_a_dash_is_standard_input_for_every_text(
    page: Path, words: list[str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_in("Hail fell\n", monkeypatch)
    assert call(*words[:2], "--in", "about.md", *words[2:]) == 0
    assert line in page.read_text("utf-8").split("\n")


def test_a_profile_field_is_read_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, FOLIO)
    typed_in("Bea\n", monkeypatch)
    assert call("profile", "set", "--in", str(tmp_path), "first_name", "-") == 0
    assert "first_name: Bea\n" in (tmp_path / "_config.yml").read_text()


def test_standard_input_is_read_for_one_field_only(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("interests", "edit", "--in", "about.md", "1", "--topic", "-", "--text", "-") == 2
    assert capsys.readouterr().err == "profile-tui: standard input can be read for one field only\n"
    assert page.read_text("utf-8") == PAGE


def test_problems_as_annotations(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text("\ufeff---\ntitle: 100%, or\n---\n\n- a b | c, 5% more\n", "utf-8")
    assert call("check", "--format", "github", "about.md") == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("::error file=about.md,line=1,title=bom::A byte order mark precedes `---`")
    assert second.startswith(
        "::warning file=about.md,line=5,title=bar-table::The bar `|` makes a table of this list item"
    )


@pytest.mark.parametrize("words", [["show"], ["check"], ["profile", "show"]], ids=" ".join)
@pytest.mark.parametrize("path", [["--in", "about.md"], ["--in=about.md"]], ids=" ".join)
def test_a_path_may_stand_after_in_everywhere(
    page: Path, words: list[str], path: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words, "about.md", "--json") == 0
    by_place = capsys.readouterr().out
    assert call(*words, *path, "--json") == 0
    assert capsys.readouterr().out == by_place
    assert call(*words, "--in") == 2


def test_check_as_json_in_both_ways(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("check", "about.md", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"path": "about.md", "problems": []}
    assert call("check", "about.md", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"path": "about.md", "problems": []}


def test_show_has_every_field_of_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, FOLIO)
    assert call("show", str(tmp_path), "--json") == 0
    given = json.loads(capsys.readouterr().out)
    assert list(given) == ["path", "template", "encoding", "newline", "front_matter", "sections", "problems"]
    assert (given["path"], given["template"]) == ("_pages/about.md", "al-folio")
    assert (given["encoding"], given["newline"]) == ("utf-8", "\n")
    assert given["front_matter"] == {"layout": "about", "permalink": "/", "title": "about"}
    papers = next(one for one in given["sections"] if one["kind"] == "publications")
    assert {key: papers[key] for key in papers if key != "entries"} == {
        "kind": "publications",
        "heading": "_bibliography/papers.bib",
        "store": "bibliography",
        "path": "_bibliography/papers.bib",
        "first_line": 1,
        "last_line": 24,
        "unread": [],
        "shown_by": [],
    }
    assert papers["entries"][1] == {
        "number": 2,
        "path": "_bibliography/papers.bib",
        "first_line": 19,
        "last_line": 24,
        "title": "Ice in Spring",
        "authors": [
            {"name": "Cy Müller", "self": False, "marks": []},
            {"name": "Ben Sample", "self": False, "marks": []},
        ],
        "venue": "Proceedings of ICE",
        "year": 2023,
        "links": [],
        "note": None,
        "unsure": [],
    }


def test_a_field_whose_reading_is_a_guess_is_not_changed(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certainty, "_doubtful", lambda *_, **__: frozenset(("venue",)))
    assert call("show", "about.md", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert [entry["unsure"] for entry in shown["sections"][1]["entries"]] == [["venue"], ["venue"]]
    assert call("publications", "edit", "--in", "about.md", "1", "--venue", "POLAR") == 4
    said = "profile-tui: about.md:14: I can't tell for certain where the venue of this publication is; "
    assert capsys.readouterr().err == f"{said}edit its source instead\n"
    assert page.read_text("utf-8") == PAGE


def test_a_page_on_standard_input_is_shown_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    typed_in("---\ntitle: T\n---\n\n# News\n\n- *2026.01*: Hail.\n", monkeypatch)
    assert call("show", "-") == 0
    assert capsys.readouterr().out == "- (generic)\n\nnews, 1: News  [lines 5-7]\n    1  2026-01  Hail.\n"
    typed_in("\ufeff---\ntitle: T\n---\nHail.\n", monkeypatch)
    assert call("check", "-") == 1
    assert capsys.readouterr().out.startswith("-:1: error: A byte order mark precedes `---`")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "name", "page_of"),
    [
        (["demo"], "acad-homepage", "_pages"),
        (["demo", "al-folio"], "al-folio", "_pages"),
        (["demo", "html-news"], "html-news", ""),
    ],
)
def test_demo_opens_a_copy_that_is_gone_afterwards(words: list[str], name: str, page_of: str) -> None:
    opened: list[Path] = []

    def editor(path: Path) -> int:
        opened.append(path)
        assert (path / page_of).is_dir() if page_of else path.name == "about.md"
        (path / "new.md").write_text("x") if page_of else path.write_text("x")
        return 7

    assert run(words, editor) == 7
    assert name in opened[0].parts
    assert not opened[0].exists()


def test_a_sample_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("demo", "al-foli") == 2
    assert capsys.readouterr().err == "profile-tui: there is no sample 'al-foli'; did you mean al-folio?\n"


def test_the_manual_page_has_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("help", "--man") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith('.TH PROFILE-TUI 1 "" "profile-tui ')
    assert {'.SS "news add"', '.SS "publications export"', '.SS "profile set"', '.SS "check"'} <= set(lines)
    assert ".B \\-\\-dry\\-run" in lines
    assert ".B 4" in lines
