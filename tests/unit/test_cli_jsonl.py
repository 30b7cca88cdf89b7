"""`KIND add --jsonl`: many entries in one call, of every kind and field; all are added, or none."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.kinds import kinds
from support.command_line import page_alone

PAGE = (
    "---\npermalink: /\n---\n\n# News\n\n- *2025-03*: An old item.\n\n# Publications\n\n"
    "- **Warm Light for Cold Rooms**. Ada Lampwick, Ben Wickham. *Journal of Candles*, 2023. "
    "[[Paper](https://example.org/p1)]\n"
)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with news and publications, in the current directory."""
    return page_alone(tmp_path, monkeypatch, PAGE)


def add(*lines: object, kind: str = "news", words: tuple[str, ...] = ()) -> int:
    """Adds the entries of a file `x.jsonl`; texts are lines as they are."""
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    Path("x.jsonl").write_text(text, "utf-8")
    return run([kind, "add", "--in", "about.md", "--jsonl", "x.jsonl", *words], lambda path: 99)


def test_entries_stand_in_the_sequence_of_their_lines(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add({"date": "2026-05", "text": "First."}, "", {"date": "2026-05", "text": "Second."}) == 0
    assert page.read_text() == PAGE.replace("- *2025", "- *2026-05*: First.\n- *2026-05*: Second.\n- *2025")
    assert capsys.readouterr() == (
        "about.md:7: added news item 1\nabout.md:8: added news item 2\n",
        "",
    )


def test_dates_count_more_than_the_sequence_of_lines(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add({"date": "2024-01", "text": "Older."}, {"date": "2026-05", "text": "Newer."}) == 0
    assert [line for line in page.read_text().split("\n") if line.startswith("- *20")] == [
        "- *2026-05*: Newer.",
        "- *2025-03*: An old item.",
        "- *2024-01*: Older.",
    ]
    assert capsys.readouterr().out == "about.md:9: added news item 3\nabout.md:7: added news item 1\n"


def test_a_line_may_name_another_kind_and_all_of_its_fields(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = {
        "kind": "publications",
        "title": "Meadow Graphs",
        "authors": ["Cleo Tarn", {"name": "Ada Lampwick", "self": False, "marks": []}],
        "venue": "Conference on Candles",
        "year": 2026,
        "links": [{"label": "Paper", "url": "https://example.org/m"}],
        "note": None,
    }
    assert add({"date": "2026-05", "text": "Told."}, paper, words=("--json",)) == 0
    text = page.read_text()
    assert "- *2026-05*: Told.\n" in text
    assert (
        "- **Meadow Graphs**. Cleo Tarn, Ada Lampwick. *Conference on Candles*, 2026. "
        "[[Paper](https://example.org/m)]\n" in text
    )
    said = json.loads(capsys.readouterr().out)
    assert said["files"] == ["about.md"]
    assert [(one["action"], one["kind"], one["number"], one["first_line"]) for one in said["entries"]] == [
        ("added", "news", 1, 7),
        ("added", "publications", 1, 12),
    ]


def test_what_show_prints_can_be_given_back(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "about.md", "--json"], lambda path: 99) == 0
    shown = json.loads(capsys.readouterr().out)
    lines = [{"kind": part["kind"], **entry} for part in shown["sections"] for entry in part["entries"]]
    assert len(lines) == 2
    page.write_text(PAGE.replace("An old item", "Another").replace("Warm Light", "Cold Light"))
    assert add(*lines) == 0
    assert "- *2025-03*: An old item.\n- *2025-03*: Another.\n" in page.read_text()
    assert page.read_text().count("**Warm Light for Cold Rooms**") == 1


BAD: tuple[tuple[object, str], ...] = (
    ("{", "this isn't a JSON object; write one entry per line, the way show --json prints them"),
    ("[1]", "this isn't a JSON object; write one entry per line, the way show --json prints them"),
    ("{}", "this line has none of the fields of the news item; they are date, text"),
    ({"tex": "A."}, 'there is no field "tex" in the news item; its fields are date, text'),
    ({"text": 3}, "text takes a text, not 3"),
    ({"kind": "nows", "text": "A."}, f'there is no kind "nows"; there are {", ".join(kinds())}'),
    ({"kind": "publications", "title": "A", "links": [3]}, "3 isn't a link; write LABEL=URL, or an object "
    "with label and url"),
    ({"kind": "publications", "title": "A", "authors": [{}]}, "{} isn't an author; write a name, or an object "
    "with name, self and marks"),
    ({"kind": "publications", "title": "A", "year": True}, "year takes a text, not true"),
    ({"kind": "publications", "title": "A", "year": 26}, "'26' isn't a year; write four digits"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "complaint"), BAD, ids=[str(line) for line, _ in BAD])
def test_a_line_that_is_no_entry_is_told_and_nothing_written(
    page: Path, line: object, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add({"date": "2026-05", "text": "Good."}, line) == 2
    assert page.read_text() == PAGE
    assert capsys.readouterr() == (
        "",
        f"profile-tui: x.jsonl:2: {complaint}\n"
        "profile-tui: nothing was written: 1 of 2 entries cannot be added\n",
    )  # fmt: skip


def test_where_some_lack_what_they_need_all_are_told_and_none_is_written(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [{"date": "2026-05", "text": "Good."}, {"date": "2026-05"}, {"kind": "publications", "venue": "Candles"}]
    assert add(*lines, words=("--json",)) == 2
    assert page.read_text() == PAGE
    out, complaints = capsys.readouterr()
    said = json.loads(out)
    assert said["files"] == []
    assert [(one["line"], one["action"]) for one in said["entries"]] == [
        (1, "left out"),
        (2, "refused"),
        (3, "refused"),
    ]
    assert [line.split(": ")[1] for line in complaints.splitlines()] == [
        "x.jsonl:2",
        "x.jsonl:3",
        "nothing was written",
    ]


def test_an_entry_that_the_page_has_no_place_for_is_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add({"kind": "publications", "title": "A", "note": "Oral"}) == 4
    assert page.read_text() == PAGE
    assert capsys.readouterr().err.startswith("profile-tui: x.jsonl:1: ")


def test_a_dry_run_prints_the_difference(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add({"date": "2026-05", "text": "A."}, {"date": "2026-05", "text": "B."}, words=("--dry-run",)) == 0
    assert page.read_text() == PAGE
    added = [line for line in capsys.readouterr().out.splitlines() if line.startswith("+-")]
    assert added == ["+- *2026-05*: A.", "+- *2026-05*: B."]


def test_standard_input_is_read(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"date": "2026-05", "text": "Piped\\u2028on."}\n')))
    assert run(["news", "add", "--in", "about.md", "--jsonl", "-"], lambda path: 99) == 0
    assert "Piped" in page.read_text("utf-8")


def test_fields_beside_the_file_are_not_understood(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add({"text": "A."}, words=("--date", "2026")) == 2
    assert page.read_text() == PAGE
    assert "--jsonl takes all fields from its lines" in capsys.readouterr().err


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_kind_is_taken_in_all_of_its_fields(kind: str, tmp_path: Path) -> None:
    """In a process of its own, as a script calls it; on a page that has none of the kind yet."""
    values = {
        "date": "2026-05",
        "year": 2026,
        "authors": ["Cleo Tarn"],
        "links": [{"label": "Paper", "url": "https://example.org/m"}],
    }
    page = tmp_path / "about.md"
    page.write_text("---\npermalink: /\n---\n\nHello.\n")
    fields = kinds()[kind].fields
    # a first publication has no place for a note
    named = [field for field in fields if field.name != "note"]
    entry = {field.name: values.get(field.name) or f"some {field.name}" for field in named}
    done = subprocess.run(
        [sys.executable, "-m", "profile_tui", kind, "add", "--in", str(page), "--jsonl", "-", "--json"],
        input=json.dumps(entry).encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert all(f"some {field.name}" in page.read_text() for field in named if field.name not in values)


def test_the_lines_of_a_call_are_one_step(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add({"date": "2026-05", "text": "First."}, {"date": "2026-06", "text": "Second."}) == 0
    assert run(["undo", "--in", "about.md"], lambda path: 99) == 0
    assert page.read_text() == PAGE
    assert capsys.readouterr().out.splitlines()[-1] == "about.md:7: undone: Add 2 news items"
