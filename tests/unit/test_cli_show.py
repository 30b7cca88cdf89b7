"""What `show --json` and `check --json` give to scripts, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from profile_tui.cli.main import run
from support.command_line import home_page

PAGE = """---
permalink: /
title: About Me
date: 2026-01-02
tags: [ice, 1.5, true]
redirect_from:
  - /about/
empty:
---

I study lakes.

# 🔥 News
- *2024.09*: One paper accepted by **ICE**.
- Undated, see [here](https://example.org).

| a table | that is no item |
|---|---|

# Publications

- [Reading small lakes](https://example.org/lakes), **Ada Example**\\*, Ben Sample, *ICE*, 2026 [[Code](https://e.org/c)]
- **Ice in early spring**, Ben Sample, **Ada Example**, *SNOW*

# Research Interests

- **Lake ice:** growth *and* decay.
- Snow

# Contact

Write to me.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return home_page(tmp_path, monkeypatch, PAGE)


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert run(["show", "--json", *words], lambda path: 99) == 0
    printed, complaints = capsys.readouterr()
    assert complaints == ""
    found: dict[str, Any] = json.loads(printed)
    return found


def test_the_object_has_the_fields_of_the_contract(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys)
    assert list(found) == ["path", "template", "encoding", "newline", "front_matter", "sections", "problems"]
    assert (found["path"], found["encoding"], found["newline"]) == ("_pages/about.md", "utf-8", "\n")
    assert isinstance(found["template"], str)


def test_the_front_matter_is_data(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys)["front_matter"] == {
        "permalink": "/",
        "title": "About Me",
        "date": "2026-01-02",
        "tags": ["ice", 1.5, True],
        "redirect_from": ["/about/"],
        "empty": None,
    }


def test_sections_have_their_lines_and_kinds(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sections = shown(capsys)["sections"]
    fields = ["kind", "heading", "store", "path", "first_line", "last_line", "entries", "unread"]
    assert [list(section) for section in sections] == [fields] * 5
    assert [(one["kind"], one["heading"], one["first_line"], one["last_line"]) for one in sections] == [
        ("text", None, 11, 12),
        ("news", "🔥 News", 13, 19),
        ("publications", "Publications", 20, 24),
        ("interests", "Research Interests", 25, 29),
        ("text", "Contact", 30, 32),
    ]
    assert {(section["store"], section["path"]) for section in sections} == {("page", "_pages/about.md")}
    assert [section["unread"] for section in sections] == [[], [[17, 18]], [], [], []]


def test_news_entries_have_date_and_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = {"path": "_pages/about.md"}
    assert shown(capsys)["sections"][1]["entries"] == [
        {
            "number": 1,
            **where,
            "first_line": 14,
            "last_line": 14,
            "date": "2024-09",
            "text": "One paper accepted by **ICE**.",
        },
        {"number": 2, **where, "first_line": 15, "last_line": 15, "date": None}
        | {"text": "Undated, see [here](https://example.org)."},
    ]


def test_publication_entries_have_their_fields(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = shown(capsys)["sections"][2]["entries"]
    assert first == {
        "number": 1,
        "path": "_pages/about.md",
        "first_line": 22,
        "last_line": 22,
        "title": "Reading small lakes",
        "authors": [
            {"name": "Ada Example", "self": True, "marks": ["*"]},
            {"name": "Ben Sample", "self": False, "marks": []},
        ],
        "venue": "ICE",
        "year": 2026,
        "links": [
            {"label": "title", "url": "https://example.org/lakes"},
            {"label": "Code", "url": "https://e.org/c"},
        ],
        "note": None,
        "unsure": [],
    }
    assert (second["number"], second["title"], second["venue"], second["year"]) == (
        2,
        "Ice in early spring",
        "SNOW",
        None,
    )
    assert second["links"] == []


def test_interest_entries_have_topic_and_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = shown(capsys)["sections"][3]["entries"]
    assert [(one["number"], one["topic"], one["text"]) for one in entries] == [
        (1, "Lake ice", "growth *and* decay."),
        (2, None, "Snow"),
    ]


def test_entries_are_numbered_through_the_whole_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        "# News\n\n- 2026.01: a\n\n# Contact\n\n- b\n\n# Older News\n\n- 2020.01: c\n- 2019.01: d\n", "utf-8"
    )
    found = shown(capsys, str(page))
    news = [section for section in found["sections"] if section["kind"] == "news"]
    assert [[entry["number"] for entry in section["entries"]] for section in news] == [[1], [2, 3]]
    assert found["front_matter"] is None
    assert found["path"] == str(page)
    assert found["template"] == "generic"


def test_line_ends_and_include_files_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    include = site.parent / "includes" / "news.md"
    include.parent.mkdir()
    include.write_bytes(b"# News\r\n\r\n- *2026.01*: x\r\n")
    found = shown(capsys, str(include))
    assert (found["newline"], found["path"]) == ("\r\n", "_pages/includes/news.md")
    assert [(one["store"], one["path"]) for one in found["sections"]] == [("include", "_pages/includes/news.md")]


@pytest.mark.parametrize("command", ["show", "check"])
def test_problems_have_their_fields(site: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    site.write_text("---\ntitle: a: b\n---\n\n# News\n\n- *2026.01*: x\n", "utf-8")
    assert run([command, "--json"], lambda path: 99) == (1 if command == "check" else 0)
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [list(problem) for problem in problems] == [["severity", "code", "path", "line", "message"]] * len(problems)
    first = problems[0]
    assert (first["severity"], first["path"], first["line"]) == ("error", "_pages/about.md", 2)
    assert first["code"].replace("-", "").isalpha()
    assert "\n" not in first["message"]


def test_check_of_a_sound_page_finds_no_error(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site.write_text("---\npermalink: /\ntitle: About\n---\n\n# News\n\n- *2026.01*: x\n", "utf-8")
    assert run(["check", "."], lambda path: 99) == 0
    assert "error" not in capsys.readouterr().out


def test_what_people_are_shown_has_one_line_for_each_entry(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show"], lambda path: 99) == 0
    printed = capsys.readouterr().out.split("\n")
    assert "    1  2024-09  One paper accepted by ICE." in printed
    assert "    2  Undated, see here." in printed
    assert "    1  Reading small lakes  Ada Example, Ben Sample  ICE  2026" in printed
    assert "    1  Lake ice  growth and decay." in printed
    assert any("not read: lines 17-18" in line for line in printed)
