"""Dates and ranges of dates in timelines: what is typed is written as the list has its dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries import period
from support.repositories import build

LIST = {
    "dots": "- *2022.08 - now*, PhD student.\n- *2020.09 - 2022.06*, Master of Science.\n",
    "months": "- Sep 2022 – present: PhD student.\n- Oct 2020 – Jun 2022: Master of Science.\n",
    "years": "- *2020 - 2022*, Master of Science.\n- *2018 - 2020*, Bachelor of Science.\n",
    "iso": "- 2022-08 - now: PhD student.\n- 2020-09 - 2022-06: Master of Science.\n",
}


@pytest.mark.parametrize(
    ("written_as", "typed", "line"),
    [
        ("dots", "2026-10", "- *2026.10*, New."),
        ("dots", "2026-10-01", "- *2026.10*, New."),
        ("dots", "Oct 2026", "- *2026.10*, New."),
        ("dots", "2026", "- *2026*, New."),
        ("dots", "2024-09 - now", "- *2024.09 - now*, New."),
        ("dots", "Sep 2024 – present", "- *2024.09 – present*, New."),
        ("dots", "2024.09 - 2026.06", "- *2024.09 - 2026.06*, New."),
        ("dots", "2024-09-15 - 2024-09-18", "- *2024-09-15 - 2024-09-18*, New."),
        ("dots", "Fall 2024", "- *Fall 2024*, New."),
        ("months", "2026-10", "- Oct 2026: New."),
        ("months", "2024-09 – 2026-06", "- Sep 2024 – Jun 2026: New."),
        ("years", "2024 - 2026", "- *2024 - 2026*, New."),
        ("years", "2024-09 - 2026-06", "- *2024.09 - 2026.06*, New."),
        ("iso", "2026.10", "- 2026-10: New."),
    ],
)
def test_a_period_is_written_as_the_list_has_its_dates(
    written_as: str, typed: str, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "about.md"
    page.write_text(f"---\npermalink: /\n---\n\n# Education\n\n{LIST[written_as]}", "utf-8")
    code = run(["education", "add", "--in", str(page), "--date", typed, "New."], lambda path: 99)
    assert (code, capsys.readouterr().err) == (0, "")
    assert line in page.read_text("utf-8").split("\n")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("2026-10", "- date: Oct 2026"),
        ("2026-10-21", "- date: Oct 2026"),
        ("2024-09 - now", "- date: Sep 2024 - now"),
        ("2024.09 - 2026.06", "- date: Sep 2024 - Jun 2026"),
        ("2019 - 2021", "- date: 2019 - 2021"),
    ],
)
def test_a_data_file_has_them_as_its_entries_have(typed: str, line: str, tmp_path: Path) -> None:
    build(
        tmp_path,
        {
            "_config.yml": "title: Ada\n",
            "index.md": "---\npermalink: /\n---\n\n# Education\n\n{% for one in site.data.education %}\n"
            "- {{ one.date }} {{ one.degree }}, {{ one.school }}\n{% endfor %}\n",
            "_data/education.yml": "- date: Sep 2019 - Jun 2021\n  degree: MSc\n  school: Sund\n"
            "- date: Oct 2016 - Jun 2019\n  degree: BSc\n  school: Sund\n",
        },
    )
    call = ["education", "add", "--in", str(tmp_path), "--date", typed, "PhD in Ice, Lakeside University"]
    assert run(call, lambda path: 99) == 0
    assert line in (tmp_path / "_data" / "education.yml").read_text().split("\n")


def test_today_is_the_day_of_today_for_every_kind(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text("---\npermalink: /\n---\n\n# Awards\n\n- *2022.08*, A medal.\n")
    assert run(["awards", "add", "--in", str(page), "--date", "today", "New."], lambda path: 99) == 0
    assert "today" not in page.read_text()


def test_a_new_section_has_dots_as_one_of_news_has(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text("---\npermalink: /\n---\n\n# News\n\n- *2022.08*: Hail.\n")
    assert run(["talks", "add", "--in", str(page), "--date", "2026-05", "On hail."], lambda path: 99) == 0
    assert "\n- *2026.05*: On hail.\n" in page.read_text()


@pytest.mark.parametrize(
    ("meant", "got", "is_same"),
    [
        ("2024-09 - now", "2024.09 - now", True),
        ("2024-09 - now", "Sep 2024 -  now", True),
        ("2024-09 - now", "2024.09 - present", False),
        ("2024-09 - 2026-06", "2024.09 - 2026.07", False),
        ("2024-09 - 2026-06", "2024.09", False),
        ("Fall 2024", "2024", False),
        ("", "", True),
    ],
)
def test_periods_are_the_same_where_their_dates_and_words_are(meant: str, got: str, is_same: bool) -> None:
    assert period.same(meant, got) is is_same
