"""An entry of a date goes where its date belongs in a sorted list."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.change import edit
from profile_tui.content.entries import chronology
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


@pytest.mark.parametrize(
    ("dates", "new", "place"),
    [
        (["2026-11", "2026-03", "2024-09"], "2025-03", 2),
        (["2026-11", "2026-03", "2024-09"], "2026-12", None),
        (["2026-11", "2026-03", "2024-09"], "2026-11", None),
        (["2026-11", "2026-03", "2024-09"], "2026-03", 1),
        (["2026-11", "2026-03", "2024-09"], "2026", None),
        (["2026-11", "2026-03", "2024-09"], "2020-01", 3),
        (["2026", "2024-09-03", "2024-09-01"], "2024-09-02", 2),
        (["2020", "2022", "2024"], "2021-05", 1),
        (["2020", "2022", "2024"], "2022", 2),
        (["2020", "2022", "2024"], "2025", None),
        (["2020", "2022", "2024"], "2019", 0),
        (["", "2026-11", "", "2024-09"], "2025-03", 3),
        (["", "2026-11", "2024-09"], "2027-01", None),
        (["2026-11", "2024-09", ""], "2023-01", 2),
        (["2026-11", "2026-12", "2024-01", "2024-02"], "2025-06", 2),
        (["2026-11", "2024-12", "2026-01", "2024-02"], "2025-06", None),
        (["2026-11"], "2025-01", 1),
        (["", ""], "2025-01", None),
        ([], "2025-01", None),
        (["2026-11"], "", None),
    ],
)
def test_where_a_date_belongs(dates: list[str], new: str, place: int | None) -> None:
    assert chronology.place(dates, new) == place


def added(body: str, **values: str) -> list[str]:
    page = Page(Source(f"---\ntitle: T\n---\n\n# News\n\n{body}".encode()))
    return edit.add(page, "news", values).page.text.split("# News\n\n")[1].splitlines()


def test_an_item_of_the_past_stands_between_its_neighbours() -> None:
    body = "- *2026.11*: Snow.\n- *2026.03*: Moss.\n- *2024.09*: Peat.\n"
    assert added(body, date="2025-03", text="Reed.") == [
        "- *2026.11*: Snow.",
        "- *2026.03*: Moss.",
        "- *2025.03*: Reed.",
        "- *2024.09*: Peat.",
    ]
    assert added(body, date="2024-01", text="Reed.")[-1] == "- *2024.01*: Reed."
    assert added(body, text="Reed.")[0] == "- Reed."


def test_a_loose_list_keeps_its_blank_lines() -> None:
    body = "- *2026.11*: Snow.\n\n- *2024.09*: Peat.\n\n- *2024.01*: Moss.\n"
    assert added(body, date="2024-03", text="Reed.")[2:5] == ["- *2024.09*: Peat.", "", "- *2024.03*: Reed."]


def test_in_a_counted_list_no_other_number_changes() -> None:
    body = "1. *2026.11*: Snow.\n2. *2024.09*: Peat.\n3. *2022.09*: Moss.\n"
    assert added(body, date="2023-03", text="Reed.")[2:] == ["3. *2023.03*: Reed.", "3. *2022.09*: Moss."]
    assert added(body, date="2021-03", text="Reed.")[3:] == ["4. *2021.03*: Reed."]


def test_the_only_entry_goes_with_one_of_the_blank_lines_around_it() -> None:
    page = Page(Source(b"# News\n\n- *2026.11*: Snow.\n\n# Contact\n"))
    removed = edit.remove(page, "news", 1)
    assert removed.page.text == "# News\n\n# Contact\n"
    assert removed.note == "the heading “News” stays, with nothing under it"


def test_the_command_line_says_that_a_heading_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "index.md"
    page.write_text("# News\n\n- *2026.11*: Snow.\n- *2025.11*: Ice.\n", "utf-8")
    assert run(["news", "remove", "--in", str(page), "1"], lambda _: 9) == 0
    assert "heading" not in capsys.readouterr().err
    assert run(["news", "remove", "--in", str(page), "1"], lambda _: 9) == 0
    assert "the heading “News” stays" in capsys.readouterr().err
