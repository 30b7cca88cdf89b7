"""Entries asked for in plain lines: the questions, what is made of the answers, and how one gets out."""

from __future__ import annotations

import io
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries import dates
from support.command_line import page_alone

PAGE = (
    "# News\n\n- *2026.03*: The lake map is out.\n- *2025.11*: One paper accepted.\n\n# Publications\n\n"
    "- [Reading lakes](https://example.org/l), **Ada Example**, Ben Sample, *ICE*, 2026\n"
)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("profile_tui.content.entries.dates.parse", partial(dates.parse, today=date(2031, 5, 7)))
    return page_alone(tmp_path, monkeypatch, PAGE)


class Terminal(io.TextIOWrapper):
    """Stands for a terminal that somebody types at."""

    def isatty(self) -> bool:
        return True


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Types lines at the prompts."""
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO("".join(f"{line}\n" for line in lines).encode())))


def call(*words: str) -> int:
    return run([*words[:2], "--in", "about.md", "--plain", *words[2:]], lambda path: 99)


def test_a_news_item_is_asked_for(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "soon", "2026-11", "", "A grant.", "y")
    assert call("news", "add") == 0
    printed, complaints = capsys.readouterr()
    assert printed == (
        "News item. Press enter to leave out a field, ctrl+c to stop.\n"
        "Date (today, 2026-11 or Nov 2026): Date (today, 2026-11 or Nov 2026): "
        "Text (Markdown, one line): Text (Markdown, one line): "
        "--- a/about.md\n+++ b/about.md\n@@ -1,5 +1,6 @@\n # News\n \n+- *2026.11*: A grant.\n"
        " - *2026.03*: The lake map is out.\n - *2025.11*: One paper accepted.\n \n"
        "Write this? [Y/n] about.md:3: added news item 1\n"
    )
    assert [line.partition(";")[0] for line in complaints.splitlines()] == [
        "profile-tui: “soon” isn't a date I recognise",
        "profile-tui: text is needed",
    ]
    assert "- *2026.11*: A grant.\n" in page.read_text("utf-8")


def test_a_publication_is_asked_for_with_its_links(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = "Paper=https://example.org/s"
    answer(monkeypatch, "Snow maps", "Ada Example, Ben Sample", "ICE", "2027", "no link", link, "", "", "")
    assert call("publications", "add") == 0
    line = "- [Snow maps](https://example.org/s), **Ada Example**, Ben Sample, *ICE*, 2027\n"
    assert page.read_text("utf-8") == PAGE.replace("- [Reading", line + "- [Reading")


def test_an_edit_shows_what_there_is_and_keeps_what_is_not_answered(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "", "Two papers.", "")
    assert call("news", "edit", "2") == 0
    assert page.read_text("utf-8") == PAGE.replace("One paper accepted.", "Two papers.")
    assert "Date [2025-11]: Text [One paper accepted.]: " in capsys.readouterr().out


def test_a_dash_empties_a_field_and_enter_keeps_it(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "", "", "", "-", "", "", "")
    assert call("publications", "edit", "1") == 0
    assert page.read_text("utf-8") == PAGE.replace("*ICE*, 2026", "*ICE*")
    assert capsys.readouterr().out.startswith(
        "Publication. Press enter to keep a field, - and enter to empty it, ctrl+c to stop.\nTitle [Reading lakes]: "
    )


def test_a_dash_takes_all_links_away_and_those_typed_before_it(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = PAGE.replace("2026\n", "2026. [[Code]](https://example.org/c) [[Data]](https://example.org/d)\n")
    page.write_text(linked, "utf-8")
    answer(monkeypatch, "", "", "", "", "Talk=https://example.org/t", "-", "", "")
    assert call("publications", "edit", "1") == 0
    text = page.read_text("utf-8")
    assert "https://example.org/c" not in text
    assert "https://example.org/d" not in text
    assert "https://example.org/t" not in text


def test_a_dash_does_not_empty_what_an_entry_must_have(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "", "-", "", "")
    assert call("news", "edit", "2") == 0
    assert capsys.readouterr().err == "profile-tui: text is needed\n"
    assert page.read_text("utf-8") == PAGE


def test_a_dash_leaves_a_field_of_a_new_entry_out(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "Snow maps", "Ada Example, Ben Sample", "ICE", "2027", "https://example.org/s", "", "-", "")
    assert call("publications", "add") == 0
    line = "- [Snow maps](https://example.org/s), **Ada Example**, Ben Sample, *ICE*, 2027\n"
    assert page.read_text("utf-8") == PAGE.replace("- [Reading", line + "- [Reading")


@pytest.mark.parametrize("last", ["n", "no", "N"])
def test_nothing_is_written_without_a_yes(
    page: Path, last: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "", "A grant.", last)
    assert call("news", "add") == 0
    assert capsys.readouterr().out.endswith("Write this? [Y/n] Nothing was written.\n")
    assert page.read_text("utf-8") == PAGE


def test_an_edit_without_answers_says_that_nothing_changes(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "", "")
    assert call("news", "edit", "1") == 0
    assert capsys.readouterr().out.endswith(": nothing to change in news item 1: 2026-03  The lake map is out.\n")
    assert page.read_text("utf-8") == PAGE


def test_answers_that_end_too_early_write_nothing(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "2026-11")
    assert call("news", "add") == 2
    said = "profile-tui: the input ended before all questions were answered; nothing was written\n"
    assert capsys.readouterr().err == said
    assert page.read_text("utf-8") == PAGE


def test_only_a_call_at_a_terminal_is_asked(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["news", "add", "--in", "about.md"], lambda path: 99) == 2
    assert capsys.readouterr().err == "profile-tui: say what to add: TEXT; see profile-tui news add --help\n"


def test_the_editor_in_plain_lines(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(
        monkeypatch,
        "news edit 2",
        "",
        "Two papers.",
        "",
        "nwes add",
        "news remove 'x",
        "news move 1 2",
        "q",
        "news remove 1",
    )
    assert run(["--plain", "about.md"], lambda path: 99) == 0
    printed, complaints = capsys.readouterr()
    assert printed.startswith(
        "about.md (generic)\n\nnews, 2: News  [lines 1-5]\n    1  2026-03  The lake map is out.\n"
    )
    assert "\nType a command: news add, news edit 2, " in printed
    assert printed.endswith("> > > about.md:4: moved news item 2: 2026-03  The lake map is out.\n> ")
    assert complaints == (
        "profile-tui: there is no command 'nwes'; did you mean news?\nprofile-tui: a quotation mark is not closed\n"
    )
    assert page.read_text("utf-8").startswith("# News\n\n- *2025.11*: Two papers.\n- *2026.03*: The lake map is out.\n")


def test_a_terminal_that_can_show_no_screen_gets_plain_lines(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert run(["about.md"], lambda path: 99) == 0
    assert capsys.readouterr().out.endswith("show, check, help, or quit.\n> ")
    monkeypatch.setenv("TERM", "xterm")
    assert run(["about.md"], lambda path: 99) == 99
    assert run(["--plain", "missing.md"], lambda path: 99) == 3
