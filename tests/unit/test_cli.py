"""Every call of the command line: what it prints, what it writes, and what it exits with."""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from profile_tui import __version__
from profile_tui.cli.main import run
from profile_tui.content.entries import dates
from support.command_line import PAGE, home_page, page_alone

BIBTEX = """@inproceedings{example2026frost,
  title = {A Field Guide to {Frost}},
  author = {Example, Ada and Sample, Ben and M{\\"u}ller, Zo{\\"e}},
  booktitle = {POLAR},
  year = {2026},
  url = {https://example.org/frost}
}
"""


class Opened:
    """Stands for the editor: remembers what it was to open."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def __call__(self, path: Path) -> int:
        self.paths.append(path)
        return 0


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page that stands alone, beside the current directory."""
    return page_alone(tmp_path, monkeypatch, PAGE)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose root is the current directory; its home page is given."""
    return home_page(tmp_path, monkeypatch, PAGE)


def call(*words: str) -> int:
    return run(words, Opened())


def changed(file: Path) -> tuple[list[str], list[str]]:
    """The lines that went and that came, which must stand at one place."""
    before, after = PAGE.split("\n"), file.read_text("utf-8").split("\n")
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


LAKES = "- [Reading small lakes](https://example.org/lakes), **Ada Example**, Ben Sample, *ICE*, 2026"
WRITES = (
    ("news add TEXT", ["", "- *2026.11*: A new grant."], ("news", "add", "--date", "2026-11", "A new grant.")),
    ("a day at the page's precision", ["", "- *2026.11*: Snow."], ("news", "add", "--date", "2026-11-21", "Snow.")),
    ("a month by its name", ["", "- *2026.11*: Snow."], ("news", "add", "--date", "Nov 2026", "Snow.")),
    ("news without a date is of today", ["", "- *2031.05*: A new grant."], ("news", "add", "A new grant.")),
    ("text after --", ["", "- *2026.11*: -5 degrees"], ("news", "add", "--date", "2026-11", "--", "-5 degrees")),
    ("an option after --", ["", "- *2031.05*: --dry-run"], ("news", "add", "--", "--dry-run")),
    ("Unicode", ["", "- *2026.11*: 冰 🎉 é"], ("news", "add", "--date", "2026-11", "冰 🎉 é")),
    ("a bar", ["", "- *2026.11*: p(y&#x7C;x)"], ("news", "add", "--date", "2026-11", "p(y|x)")),
    ("an escaped bar", ["", "- *2026.11*: &#x7C; tide"], ("news", "add", "--date", "2026-11", r"\| tide")),
    (
        "a section by its heading",
        ["", "- *2026.11*: x"],
        ("news", "add", "--section", "News", "--date", "2026-11", "x"),
    ),
    (
        "news edit",
        ["- *2025.11*: One paper accepted by ICE.", "- *2025.12*: Two papers."],
        ("news", "edit", "2", "--date", "2025-12", "--text", "Two papers."),
    ),
    (
        "news edit of the text alone",
        ["- *2025.11*: One paper accepted by ICE.", "- *2025.11*: -5 degrees"],
        ("news", "edit", "2", "--text", "-5 degrees"),
    ),
    ("news remove", ["- *2025.11*: One paper accepted by ICE.", ""], ("news", "remove", "2")),
    (
        "publications add",
        ["", LAKES.replace("Reading small lakes", "Snow maps").replace("/lakes", "/maps").replace(" Ben", " Cleo")],
        (
            "publications",
            "add",
            "--title",
            "Snow maps",
            "--author",
            "Ada Example",
            "--author",
            "Cleo Sample",
            "--venue",
            "ICE",
            "--year",
            "2026",
            "--link",
            "Paper=https://example.org/maps",
        ),
    ),
    (
        "publications edit of a field",
        [LAKES, LAKES.replace("*ICE*", "*POLAR & Sons*")],
        ("publications", "edit", "1", "--venue", "POLAR & Sons"),
    ),
    (
        "publications edit --authors",
        [LAKES, LAKES.replace("**Ada Example**, Ben Sample", "Ben Sample, Cleo Third, Dora Fourth")],
        ("publications", "edit", "1", "--authors", "Ben Sample, Cleo Third, Dora Fourth"),
    ),
    ("publications remove", [LAKES, ""], ("publications", "remove", "1")),
    ("interests add", ["", "- **Hail:** its *sizes*"], ("interests", "add", "--topic", "Hail", "its *sizes*")),
    ("interests add without a topic", ["", "- its *sizes*"], ("interests", "add", "its *sizes*")),
    (
        "interests edit",
        ["- **Lake ice:** growth and decay.", "- **River ice:** growth and decay."],
        ("interests", "edit", "1", "--topic", "River ice"),
    ),
    ("interests remove", ["- **Lake ice:** growth and decay.", ""], ("interests", "remove", "1")),
)


def lines(written: str) -> list[str]:
    return [] if not written else [written]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is a day in May 2031."""
    monkeypatch.setattr("profile_tui.content.entries.dates.parse", partial(dates.parse, today=date(2031, 5, 7)))


def test_a_list_without_dates_gets_none(page: Path) -> None:
    page.write_text("# News\n\n- The lake map is out.\n", "utf-8")
    assert call("news", "add", "--in", str(page), "A new grant.") == 0
    assert page.read_text("utf-8") == "# News\n\n- A new grant.\n- The lake map is out.\n"


each_write = pytest.mark.parametrize(("what", "lines_of", "words"), WRITES, ids=[row[0] for row in WRITES])


@each_write
def test_a_call_changes_the_lines_of_its_entry(
    page: Path, what: str, lines_of: list[str], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    kind, action, *rest = words
    assert call(kind, action, "--in", str(page), *rest) == 0
    assert changed(page) == (lines(lines_of[0]), lines(lines_of[1]))
    printed, complaints = capsys.readouterr()
    done = {"add": "added", "edit": "changed", "remove": "removed", "move": "moved"}[action]
    assert re.fullmatch(rf"{re.escape(str(page))}:\d+: {done} [a-z ]+ \d+(: [^\n]+)?\n", printed)
    assert complaints == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "--date", "2026-11", "Hail *fell*."), "4: added news item 1"),
        (
            ("edit", "2", "--text", "Ice."),
            "5: changed news item 2: 2025-03  Snow on a very long lake that goes on, so that nobody reads...",
        ),
        (
            ("remove", "2"),
            "5: removed news item 2: 2025-03  Snow on a very long lake that goes on, so that nobody reads...",
        ),
        (("move", "1", "3"), "6: moved news item 3: 2026-01  Rain."),
    ],
)
def test_a_call_says_what_it_did_and_where(
    tmp_path: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "news.md"
    long = "Snow on a very long lake that goes on, so that nobody reads it all."
    page.write_text(f"\n# News\n\n- *2026.01*: Rain.\n- *2025.03*: {long}\n- *2024.02*: Ice.\n", "utf-8")
    assert call("news", words[0], "--in", str(page), *words[1:]) == 0
    assert capsys.readouterr().out == f"{page}:{said}\n"


@each_write
def test_a_dry_run_prints_the_diff_and_writes_nothing(
    page: Path, what: str, lines_of: list[str], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    kind, action, *rest = words
    before = page.stat().st_mtime_ns
    assert call(kind, action, "--dry-run", "--in", str(page), *rest) == 0
    assert (page.read_text("utf-8"), page.stat().st_mtime_ns) == (PAGE, before)
    printed, complaints = capsys.readouterr()
    head = printed.split("\n")[:3]
    assert [line[:4] for line in head] == ["--- ", "+++ ", "@@ -"]
    body = printed.split("\n")[2:]
    assert [line[1:] for line in body if line.startswith("-")] == lines(lines_of[0])
    assert [line[1:] for line in body if line.startswith("+")] == lines(lines_of[1])
    assert complaints == ""


@pytest.mark.parametrize(("number", "to", "order"), [(1, 3, [1, 2, 0]), (3, 1, [2, 0, 1]), (2, 2, [0, 1, 2])])
def test_move_gives_an_entry_the_number(page: Path, number: int, to: int, order: list[int]) -> None:
    items = PAGE.split("\n")[7:10]
    assert call("news", "move", "--in", str(page), str(number), str(to)) == 0
    assert page.read_text("utf-8").split("\n")[7:10] == [items[index] for index in order]


@pytest.mark.parametrize("kind", ["publications", "interests"])
def test_every_kind_moves_and_moves_back(page: Path, kind: str) -> None:
    assert call(kind, "move", "--in", str(page), "2", "1") == 0
    assert page.read_text("utf-8") != PAGE
    assert call(kind, "move", "--in", str(page), "1", "2") == 0
    assert page.read_text("utf-8") == PAGE


def test_what_is_added_is_shown_and_its_removal_gives_the_original(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("news", "add", "--in", str(page), "--date", "2026-11", "A grant.") == 0
    assert call("show", str(page)) == 0
    assert "    1  2026-11  A grant.\n" in capsys.readouterr().out
    assert call("news", "remove", "--in", str(page), "1") == 0
    assert page.read_text("utf-8") == PAGE


@pytest.mark.parametrize("standard_input", [False, True])
def test_a_publication_is_added_from_bibtex(page: Path, standard_input: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "-" if standard_input else str(page.parent / "frost.bib")
    if standard_input:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BIBTEX.encode())))
    else:
        Path(name).write_text(BIBTEX, "utf-8")
    assert call("publications", "add", "--in", str(page), "--bibtex", name) == 0
    title = (
        "- [A Field Guide to Frost](https://example.org/frost), **Ada Example**, Ben Sample, Zoë Müller, *POLAR*, 2026"
    )
    assert changed(page) == ([], [title])


def test_the_current_directory_is_meant_where_no_path_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("show") == 0
    assert capsys.readouterr().out.startswith("_pages/about.md")
    assert call("check") == 0
    assert call("news", "add", "--date", "2026-11", "Snow.") == 0
    assert changed(site) == ([], ["- *2026.11*: Snow."])


@pytest.mark.parametrize("name", [".", "_pages/about.md", "_pages"])
def test_a_repository_and_its_page_are_the_same_place(
    site: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("interests", "add", "--in", name, "--dry-run", "Hail") == 0
    assert capsys.readouterr().out.startswith("--- a/_pages/about.md\n+++ b/_pages/about.md\n")


def test_a_section_is_chosen_by_its_heading(page: Path) -> None:
    page.write_text(PAGE + "\n# Preprints\n\n- [Snow maps](s), **Ada Example**, Ben Sample, *X*, 2024\n")
    words = [
        "--title",
        "Hail maps",
        "--author",
        "Ada Example",
        "--author",
        "B. Two",
        "--link",
        "PDF=u",
        "--year",
        "2025",
    ]
    assert call("publications", "add", "--in", str(page), "--section", "Preprints", "--venue", "Y", *words) == 0
    tail = page.read_text("utf-8").partition("# Preprints\n\n")[2]
    assert tail.startswith("- [Hail maps](u), **Ada Example**, B. Two, *Y*, 2025\n- [Snow maps]")


@pytest.mark.parametrize("words", [[], ["."], ["about.md"], ["--", "-odd.md"]])
def test_no_command_opens_the_editor(words: list[str]) -> None:
    opened = Opened()
    assert run(words, opened) == 0
    assert opened.paths == [Path(words[-1] if words else ".")]


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_names_every_call(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(word) == 0
    printed = capsys.readouterr().out
    for name in ("show", "check", "news", "publications", "interests", "add", "edit", "remove", "move", "--dry-run"):
        assert name in printed


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--version") == 0
    assert capsys.readouterr().out == f"profile-tui {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["help"], "exit codes:\n  0   done\n"),
        (["help", "--help"], "exit codes:\n  0   done\n"),
        (["help", "news"], "usage: profile-tui news add|edit|remove|move ..."),
        (["help", "profile"], "usage: profile-tui profile show|set|clear|remove ..."),
        (["news", "--help"], "usage: profile-tui news add|edit|remove|move ..."),
    ],
)
def test_help_is_a_command_too(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*words) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("words", [["help", "news", "add"], ["help", "check"], ["help", "show"]])
def test_help_of_a_command_is_that_of_its_option(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*words) == 0
    by_word = capsys.readouterr().out
    assert by_word.startswith(f"usage: profile-tui {' '.join(words[1:])} ")
    assert call(*words[1:], "--help") == 0
    assert capsys.readouterr().out == by_word


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        (
            ["news", "add", "--in", "about.md", "-", "--date", "2026-06"],
            "- *2026.03*",
            "- *2026.06*: Hail – 雹.\n- *2026.03*",
        ),
        (["news", "edit", "--in", "about.md", "1", "--text", "-"], "The FROST data set is out.", "Hail – 雹."),
        (
            ["interests", "add", "--in", "about.md", "-", "--topic", "Hail"],
            "field methods.\n",
            "field methods.\n- **Hail:** Hail – 雹.\n",
        ),
    ],
)
def test_a_dash_for_the_text_is_standard_input(
    page: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], before: str, after: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Hail – 雹.\r\n".encode()), "ascii"))
    assert call(*words) == 0
    assert page.read_text("utf-8") == PAGE.replace(before, after)


def test_standard_input_that_is_no_text_is_told(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Gl\xe4tte"), "utf-8"))
    assert call("news", "add", "--in", "about.md", "-") == 3
    assert capsys.readouterr().err == "profile-tui: standard input is not UTF-8 text\n"
    assert page.read_text("utf-8") == PAGE


def test_a_mark_after_a_name_is_taken_as_it_is_typed(page: Path) -> None:
    words = [
        "--title",
        "Snow",
        "--author",
        "Ada Example*",
        "--author",
        "Ben Sample*",
        "--venue",
        "ICE",
        "--year",
        "2026",
    ]
    assert call("publications", "add", "--in", str(page), *words) == 0
    assert "- Snow, **Ada Example**\\*, Ben Sample\\*, *ICE*, 2026\n" in page.read_text("utf-8")
