"""An empty value empties a field that an entry need not have: of every kind, on a page and in stores, or is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.kinds import kinds

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
PAGE = """---
permalink: /
title: About
---

# News

- *2026.03*: The FROST data set is out.
- **[2025.11]** 🎉 One paper accepted by ICE.
- 🔥 2025.04 I joined the lab.

# Education

- *2019.09 - 2022.06*, Bachelor of Ice, Lake College.

# Awards

<ul>
  <li><b>[2024]</b> Best poster.</li>
  <li><b>[2023]</b> Second best poster.</li>
</ul>

# Publications

- **Ada Example**, Ben Sample. Reading small lakes. *ICE*, 2026. Best Paper. [PDF](https://example.org/lakes.pdf)
- Ben Sample, **Ada Example**. Ice in early spring. *Journal of Snow*, 2025. [PDF](https://example.org/ice.pdf)

# Research Interests

- **Lake ice:** growth and decay.
- **Snow physics:** field methods.

# 新闻

- *2025.10*：新的数据集。
- *2025.07*：论文被录用。
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "about.md"
    file.write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return file


def call(*words: str) -> int:
    return run(list(words), lambda path: 99)


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("news edit 1 --date", "- *2026.03*: The FROST data set is out.", "- The FROST data set is out."),
        ("news edit 2 --date", "- **[2025.11]** 🎉 One paper", "- 🎉 One paper"),
        ("news edit 4 --date", "- *2025.10*：新的数据集。", "- 新的数据集。"),
        ("education edit 1 --date", "- *2019.09 - 2022.06*, Bachelor", "- Bachelor"),
        ("awards edit 1 --date", "  <li><b>[2024]</b> Best poster.</li>", "  <li>Best poster.</li>"),
        ("publications edit 1 --link", " Best Paper. [PDF](https://example.org/lakes.pdf)\n", " Best Paper.\n"),
        ("publications edit 1 --year", "*ICE*, 2026. Best", "*ICE*. Best"),
        ("publications edit 2 --venue", " *Journal of Snow*, 2025.", " 2025."),
        ("interests edit 1 --topic", "- **Lake ice:** growth and decay.", "- growth and decay."),
    ],
)
def test_an_empty_value_takes_the_field_away_and_nothing_else(page: Path, words: str, old: str, new: str) -> None:
    assert PAGE.count(old) == 1
    assert call(*words.split(), "", "--in", "about.md") == 0
    assert page.read_text("utf-8") == PAGE.replace(old, new)


def test_what_cannot_be_taken_out_alone_is_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An emoji that is before the date says something."""
    assert call("news", "edit", "3", "--date", "", "--in", "about.md") == 4
    assert "the date of this news item cannot be taken out in place" in capsys.readouterr().err
    assert page.read_text("utf-8") == PAGE


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_field_that_every_entry_needs_is_asked_for(kind: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for field in kinds()[kind].fields:
        if field.required:
            assert call(kind, "add", f"--{field.name}", "", "--in", "about.md") == 2 or field.name == "text"
    assert page.read_text("utf-8") == PAGE


STORES = [
    ("al-folio", "publications edit 1 --year", ["-  year         = {2025},"], []),
    ("al-folio", "publications edit 1 --venue", ["-  journal      = jgm,"], []),
    ("minimal-light", "publications edit 1 --note", ["-    notes: Best Paper With a Tasting"], []),
    ("luost26", "education edit 1 --date", ["-    date: 2017 - 2021"], ["+    date:"]),
]


@pytest.mark.parametrize(("sample", "words", "gone", "come"), STORES, ids=lambda value: str(value)[:40])
def test_a_store_loses_the_key_or_its_value(
    sample: str, words: str, gone: list[str], come: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words.split(), "", "--dry-run", "--in", str(SAMPLES / sample)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("-") and not line.startswith("---")] == gone
    assert [line for line in lines if line.startswith("+") and not line.startswith("+++")] == come


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        ("academicpages", "publications edit 1 --year"),  # its year is that of the date
        ("academicpages", "publications edit 1 --venue"),  # its citation tells the venue, too
        ("minimal-light", "publications edit 1 --year"),  # its year is in the venue
        ("al-folio", "news edit 1 --date"),  # Jekyll shows no post or item without a date
    ],
)
def test_a_store_that_has_no_key_to_empty_says_so(
    sample: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And does not say that there is nothing to change."""
    site = Path(shutil.copytree(SAMPLES / sample, tmp_path / "site"))
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert call(*words.split(), "", "--in", str(site)) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert "cannot be emptied here" in err
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_an_entry_is_added_without_a_date_where_the_date_is_empty(page: Path) -> None:
    assert call("news", "add", "--in", "about.md", "--date", "", "An undated line.") == 0
    assert "- An undated line.\n" in page.read_text("utf-8")


def test_a_line_of_json_may_have_empty_fields(page: Path) -> None:
    line = {"title": "Frost", "authors": "A. Example", "venue": "ICE", "year": 2026, "links": "", "note": ""}
    (page.parent / "new.jsonl").write_text(json.dumps(line), "utf-8")
    assert call("publications", "add", "--jsonl", "new.jsonl", "--in", "about.md") == 0
    assert "Frost. *ICE*, 2026.\n" in page.read_text("utf-8")
